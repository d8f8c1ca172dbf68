//! The outbox: what must still be told to the outside, by lease and with a fence.

use domain::id::RequestKey;
use domain::member::Network;
use domain::port::Fault;
use domain::request::{Message, To};
use domain::rows::Rows;
use domain::time::Timestamp;
use domain::trace::Trace;

use crate::codec;
use crate::column::{at, count, parsed};
use crate::engine::Writer;
use crate::fault::Doing;
use crate::readers::Reader;
use crate::sql::{self, Connection, Feed, OptionalExtension, Row, params};
use crate::vault::{HOUSE, Sealer, sealed};

/// Tries after which a message is a dead letter.
pub const TRIES_MAX: u32 = 12;

/// Where counting messages stops: more than that is simply too many.
pub const COUNTED_MAX: i64 = 100_000;

/// Longest error that is kept of a failed try, in characters.
const ERROR_CHARS_MAX: usize = 500;

const INSERT: &str = "INSERT INTO outbox (id, network, conversation, body, due_at, trace)
     VALUES ($1, $2, $3, $4, $5, $6)";

pub(crate) const IN_ORDER: &str = concat!(
    "SELECT id, network, ",
    sealed!("outbox.body", "body", "id"),
    ", tries, fence, due_at, leased_until, trace FROM outbox
     WHERE network = $1 AND conversation IS NULL AND id > $2 ORDER BY id LIMIT $3"
);

pub(crate) const OLDEST: &str = concat!(
    "SELECT id, network, ",
    sealed!("outbox.body", "body", "id"),
    ", tries, fence, due_at, leased_until, trace FROM outbox o
     WHERE network = $1 AND conversation IS NOT NULL AND due_at <= $2 AND leased_until <= $2
         AND NOT EXISTS (SELECT 1 FROM outbox earlier
             WHERE earlier.network = o.network AND earlier.conversation = o.conversation
                 AND earlier.conversation IS NOT NULL AND earlier.id < o.id)
     LIMIT $3"
);

pub(crate) const LEASE: &str =
    "UPDATE outbox SET leased_until = $1, fence = fence + 1 WHERE id = $2 AND fence = $3
     RETURNING id";

pub(crate) const DELETE: &str = "DELETE FROM outbox WHERE id = $1 AND fence = $2";

const TAKE: &str = "DELETE FROM outbox WHERE id = $1 AND fence = $2 RETURNING id";

pub(crate) const FAIL: &str = "UPDATE outbox SET tries = tries + 1, due_at = $1, leased_until = 0
     WHERE id = $2 AND fence = $3 RETURNING tries";

pub(crate) const BURY: &str = "INSERT INTO dead_letter
         (id, network, conversation, body, tries, error, dead_at, trace)
     SELECT id, network, conversation, body, tries, $1, CAST($2 AS BIGINT), trace FROM outbox WHERE id = $3";

pub(crate) const GIVE_UP: &str =
    "UPDATE outbox SET tries = tries + 1 WHERE id = $1 AND fence = $2 RETURNING tries";

pub(crate) const DUE: &str = "SELECT EXISTS (SELECT 1 FROM outbox
     WHERE network = $1 AND conversation IS NOT NULL AND due_at <= $2 AND leased_until <= $2)";

const REMOVE: &str = "DELETE FROM outbox WHERE id = $1";

const COUNT: &str = "SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT $1) AS counted";

const COUNT_DEAD: &str = "SELECT count(*) FROM (SELECT 1 FROM dead_letter LIMIT $1) AS counted";

const DEAD: &str = "SELECT id, network, tries, error, dead_at FROM dead_letter
     WHERE id < $1 ORDER BY id DESC LIMIT $2";

/// A message that a worker may deliver until its lease ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leased {
    /// Its number; counts up in the order in which things were said.
    pub id: i64,
    /// Proves the lease: a worker that comes back after the lease went to another has an old one.
    pub fence: i64,
    /// How often it failed so far.
    pub tries: u32,
    /// Where it goes.
    pub network: Network,
    /// What to tell.
    pub message: Message,
    /// Under which id the log speaks of the request that said it.
    pub trace: Option<Trace>,
    /// When it was said, until a try has failed; then, when it is tried again.
    pub due_at: Timestamp,
}

/// What became of a message that could not be delivered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Retry {
    /// It will be tried again.
    Later,
    /// It is a dead letter; what waited behind it goes on.
    Dead,
    /// The lease had ended and the message is somebody else's now.
    NotOurs,
}

/// A message that could not be told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeadLetter {
    /// Its number in the outbox.
    pub id: i64,
    /// Where it should have gone.
    pub network: Network,
    /// How often it was tried.
    pub tries: u32,
    /// The last error.
    pub error: String,
    /// Since when nobody tries any more.
    pub dead_at: Timestamp,
}

/// Puts a group's messages into the outbox, numbered from `first`; gives the next number.
pub(crate) fn write(
    conn: &Connection,
    sealer: &Sealer,
    rows: &Rows,
    own: &[Network],
    (first, now): (i64, Timestamp),
    text: &mut String,
) -> sql::Result<i64> {
    let writes = rows.unwritten();
    if writes.messages.is_empty() {
        return Ok(first);
    }
    let mut id = first;
    let told = writes.messages.iter().zip(&writes.traces);
    let mut told = told.flat_map(|(told, trace)| told.iter().map(move |one| (one, trace)));
    conn.run_each(INSERT, |put| {
        told.try_for_each(|(message, trace)| {
            text.clear();
            codec::put_message(text, message);
            let conversation =
                if own.contains(&message.network) { None } else { Some(conversation(message)) };
            let trace = trace.as_ref().map(Trace::as_str);
            let body = seal(conn, sealer, message, id, text)?;
            put(params![id, message.network.name(), conversation, body, now.0, trace])?;
            id = id.saturating_add(1);
            Ok(())
        })
    })?;
    Ok(id)
}

/// Puts one message into the outbox under the number `id`, behind what waits in its conversation.
pub(crate) fn put(
    conn: &Connection,
    sealer: &Sealer,
    message: &Message,
    id: i64,
    now: Timestamp,
) -> sql::Result<()> {
    let mut body = String::new();
    codec::put_message(&mut body, message);
    let body = seal(conn, sealer, message, id, &body)?;
    let trace: Option<&str> = None;
    let params = params![id, message.network.name(), conversation(message), body, now.0, trace];
    conn.prepare_cached(INSERT)?.execute(params).map(drop)
}

/// Seals a message under the key of whom it is for. Somebody whose key was destroyed is still told, like a stranger.
fn seal(
    conn: &Connection,
    sealer: &Sealer,
    message: &Message,
    id: i64,
    text: &str,
) -> sql::Result<String> {
    let owner = match message.to {
        To::Member(member) if !sealer.is_erased(conn, member)? => member,
        To::Member(_) | To::Stranger(_) => HOUSE,
    };
    sealer.text(conn, owner, "outbox.body", id, text)
}

/// Names the conversation whose order must be kept.
fn conversation(message: &Message) -> [u8; 16] {
    match &message.to {
        To::Member(id) => id.bytes(),
        To::Stranger(id) => stranger(message.network, id),
    }
}

/// Names the conversation with somebody without account.
pub(crate) fn stranger(network: Network, id: &str) -> [u8; 16] {
    RequestKey::of(&["stranger", network.name(), id]).bytes()
}

/// A row of the outbox before its message is read.
struct Waiting {
    id: i64,
    network: Network,
    body: String,
    tries: u32,
    fence: i64,
    due_at: Timestamp,
    leased_until: Timestamp,
    trace: Option<Trace>,
}

fn read(row: &Row<'_>) -> sql::Result<Waiting> {
    Ok(Waiting {
        id: row.get(0)?,
        network: parsed(row, 1, Network::parse)?,
        // One that cannot be opened is buried like any other that nobody can read.
        body: row.get_ref(2)?.as_str().unwrap_or_default().to_owned(),
        tries: row.get(3)?,
        fence: row.get(4)?,
        due_at: at(row, 5)?,
        leased_until: at(row, 6)?,
        trace: row.get::<Option<String>>(7)?.as_deref().and_then(Trace::parse),
    })
}

fn waiting(
    conn: &Connection,
    own: bool,
    network: Network,
    now: Timestamp,
    max: usize,
) -> sql::Result<Vec<Waiting>> {
    if own {
        let mut rows = in_order(conn, network, 0, max)?;
        // One that must wait keeps all behind it waiting: the order is the point.
        let free =
            rows.iter().take_while(|row| row.due_at <= now && row.leased_until <= now).count();
        rows.truncate(free);
        Ok(rows)
    } else {
        let mut oldest = conn.prepare_cached(OLDEST)?;
        let mut rows = oldest.query_map(params![network.name(), now.0, count(max)], read)?;
        rows.sort_unstable_by_key(|row| row.id);
        Ok(rows)
    }
}

fn in_order(
    conn: &Connection,
    network: Network,
    after: i64,
    max: usize,
) -> sql::Result<Vec<Waiting>> {
    let mut statement = conn.prepare_cached(IN_ORDER)?;
    statement.query_map(params![network.name(), after, count(max)], read)
}

impl Waiting {
    fn leased(self, fence: i64) -> Result<Leased, codec::Malformed> {
        let message = codec::message(&self.body)?;
        let Self { id, tries, network, trace, due_at, .. } = self;
        Ok(Leased { id, fence, tries, network, message, trace, due_at })
    }
}

fn bury(conn: &Connection, id: i64, error: &str, now: Timestamp) -> sql::Result<()> {
    let error: String = error.chars().take(ERROR_CHARS_MAX).collect();
    conn.prepare_cached(BURY)?.execute(params![error, now.0, id])?;
    conn.prepare_cached(REMOVE)?.execute([id])?;
    Ok(())
}

/// The outbox is worked by the writer, inside a group's transaction.
impl Writer {
    /// Takes up to `max` messages of a network that are due at `now` for delivery until `until`: the oldest of each
    /// conversation, or, for a network of our own, the oldest of all.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read or written.
    pub fn lease(
        &mut self,
        network: Network,
        now: Timestamp,
        until: Timestamp,
        max: usize,
    ) -> Result<Vec<Leased>, Fault> {
        let own = self.own_networks().contains(&network);
        let lease = || -> sql::Result<Vec<Leased>> {
            let conn = self.conn();
            let mut leased = Vec::new();
            for row in waiting(conn, own, network, now, max)? {
                let (id, fence) = (row.id, row.fence.saturating_add(1));
                match row.leased(fence) {
                    Ok(row) => {
                        leased.push(row);
                    }
                    Err(malformed) => bury(conn, id, &malformed.to_string(), now)?,
                }
            }
            // Another node may have been faster since they were read.
            let feed = |put: &mut Feed<'_>| {
                leased.iter().try_for_each(|leased: &Leased| {
                    put(params![until.0, leased.id, leased.fence.saturating_sub(1)])
                })
            };
            let ours = conn.ask_each(LEASE, feed, |row| row.get::<i64>(0))?;
            let ours = leased.into_iter().zip(ours).filter(|(_, ours)| !ours.is_empty());
            Ok(ours.map(|(leased, _)| leased).collect())
        };
        lease().doing("lease messages of the outbox")
    }

    /// Forgets messages that were delivered; one whose lease went to somebody else stays theirs.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn delivered(&mut self, messages: &[(i64, i64)]) -> Result<(), Fault> {
        let delete = || -> sql::Result<()> {
            self.conn().run_each(DELETE, |delete| {
                messages.iter().try_for_each(|(id, fence)| delete(params![id, fence]))
            })
        };
        delete().doing("forget delivered messages")
    }

    /// Notes that a delivery failed; it is tried again from `due_at`, [`TRIES_MAX`] times in all.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn failed(
        &mut self,
        id: i64,
        fence: i64,
        error: &str,
        due_at: Timestamp,
    ) -> Result<Retry, Fault> {
        let fail = || -> sql::Result<Retry> {
            let conn = self.conn();
            let mut fail = conn.prepare_cached(FAIL)?;
            let tries: Option<u32> =
                fail.query_row(params![due_at.0, id, fence], |row| row.get(0)).optional()?;
            match tries {
                None => Ok(Retry::NotOurs),
                Some(tries) if tries < TRIES_MAX => Ok(Retry::Later),
                Some(_) => bury(conn, id, error, due_at).map(|()| Retry::Dead),
            }
        };
        fail().doing("note a failed delivery")
    }

    /// Buries a message at once that no further try would bring home.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn give_up(&mut self, id: i64, fence: i64, error: &str) -> Result<Retry, Fault> {
        let give_up = || -> sql::Result<Retry> {
            let mut statement = self.conn().prepare_cached(GIVE_UP)?;
            let ours: Option<u32> =
                statement.query_row([id, fence], |row| row.get(0)).optional()?;
            match ours {
                None => Ok(Retry::NotOurs),
                Some(_) => bury(self.conn(), id, error, self.now()).map(|()| Retry::Dead),
            }
        };
        give_up().doing("give a delivery up")
    }

    /// Deletes messages by number and fence; says of each whether its lease was still ours.
    pub(crate) fn take(
        &self,
        messages: impl Iterator<Item = (i64, i64)>,
    ) -> sql::Result<Vec<bool>> {
        let mut messages = messages;
        let feed =
            |take: &mut Feed<'_>| messages.try_for_each(|(id, fence)| take(params![id, fence]));
        let taken = self.conn().ask_each(TAKE, feed, |row| row.get::<i64>(0))?;
        Ok(taken.iter().map(|one| !one.is_empty()).collect())
    }
}

/// Questions about the outbox.
impl Reader {
    /// The oldest messages of a network of our own after number `after`, without a lease: enough where one worker
    /// delivers into this very database, which takes each once only.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read or a message is malformed.
    pub fn undelivered(
        &self,
        network: Network,
        after: i64,
        max: usize,
    ) -> Result<Vec<Leased>, Fault> {
        let rows = in_order(self.conn(), network, after, max).doing("read the outbox")?;
        rows.into_iter()
            .map(|row| {
                let fence = row.fence;
                row.leased(fence).map_err(|error| Fault::new("read a message of the outbox", error))
            })
            .collect()
    }

    /// Whether a message of this network is due at `now`, so that nobody leases for nothing.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn is_due(&self, network: Network, now: Timestamp) -> Result<bool, Fault> {
        self.one(DUE, params![network.name(), now.0], |row| row.get(0))
            .doing("look for due messages")
    }

    /// How many messages wait, counted to [`COUNTED_MAX`].
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn outbox_count(&self) -> Result<u64, Fault> {
        let count = self.one(COUNT, [COUNTED_MAX], |row| row.get::<i64>(0));
        count.doing("count the outbox").map(i64::unsigned_abs)
    }

    /// How many messages could not be told, counted to [`COUNTED_MAX`].
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn dead_letter_count(&self) -> Result<u64, Fault> {
        let count = self.one(COUNT_DEAD, [COUNTED_MAX], |row| row.get::<i64>(0));
        count.doing("count dead letters").map(i64::unsigned_abs)
    }

    /// Messages that could not be told, newest first, below number `before`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn dead_letters(
        &self,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<DeadLetter>, Fault> {
        let params = params![before.unwrap_or(i64::MAX), count(limit)];
        self.list(DEAD, params, |row| {
            Ok(DeadLetter {
                id: row.get(0)?,
                network: parsed(row, 1, Network::parse)?,
                tries: row.get(2)?,
                error: row.get(3)?,
                dead_at: at(row, 4)?,
            })
        })
        .doing("list dead letters")
    }
}
