//! The writer: one connection that decides nothing and writes what the rules decided, a group at a time.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use domain::id::MemberId;
use domain::member::Network;
use domain::port::{Engine, Fault};
use domain::request::Message;
use domain::rows::{Key, Rows};
use domain::time::Timestamp;

use crate::checkpoint::Checkpointer;
use crate::fault::Doing;
use crate::lanes::Lanes;
use crate::open::Guard;
use crate::postgres::Locks;
use crate::sql::{self, Connection, Params, params};
use crate::vault::{self, Place, Sealer};
use crate::{
    bill, done, door, foresight, ledger, load, member, operator, outbox, passkey, payment,
    postgres, refund, schedule, seal, square, suspense,
};

/// What tells the writer the time.
pub type Clock = Box<dyn FnMut() -> Timestamp + Send>;

/// The clock of the machine.
#[must_use]
pub fn system_clock() -> Clock {
    Box::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    })
}

const STATE: &str = "SELECT last_at, last_outbox FROM engine WHERE one = 1";

const PUT_STATE: &str = "UPDATE engine SET last_at = $1, last_outbox = $2 WHERE one = 1";

const SET_ABOUT: &str = "UPDATE member SET about = $1 WHERE id = $2";

/// The writer of a database. There is one for each database, and nobody else writes.
///
/// Dropping it in the middle of a group undoes the group.
pub struct Writer {
    conn: Connection,
    /// Without one, the server tells the time.
    clock: Option<Clock>,
    own: Vec<Network>,
    /// The newest instant given or stored; the clock never goes behind it.
    last_at: Timestamp,
    /// The last number given to a message.
    last_outbox: i64,
    /// Room for one encoded row at a time.
    text: String,
    sealer: Sealer,
    /// What belongs to a file.
    file: Option<OfFile>,
    /// The members that the transaction has locked.
    locks: Locks,
    /// The connection on which the newest instant was asked for; 0 for none.
    connection: u64,
}

/// What a writer of a file has beside it.
pub(crate) struct OfFile {
    pub(crate) lanes: Lanes,
    pub(crate) checkpointer: Checkpointer,
    /// Keeps the folder locked; the last to go.
    pub(crate) _guard: Arc<Guard>,
}

impl Writer {
    pub(crate) fn new(
        conn: Connection,
        (clock, own, sealer): (Option<Clock>, Vec<Network>, Sealer),
        file: Option<OfFile>,
    ) -> sql::Result<Self> {
        let (last_at, last_outbox) =
            conn.query_row(STATE, [], |row| Ok((Timestamp(row.get(0)?), row.get(1)?)))?;
        Ok(Self {
            conn,
            clock,
            own,
            last_at,
            last_outbox,
            text: String::new(),
            sealer,
            file,
            locks: Locks::default(),
            connection: 0,
        })
    }

    #[cfg(test)]
    pub(crate) fn lanes(&mut self) -> Option<&mut Lanes> {
        self.file.as_mut().map(|file| &mut file.lanes)
    }

    pub(crate) const fn conn(&self) -> &Connection {
        &self.conn
    }

    /// Seals a text under a member's key, or the house's where it belongs to nobody.
    pub(crate) fn seal<'a>(
        &self,
        owner: Option<MemberId>,
        of: &str,
        row: impl Into<Place<'a>>,
        text: &str,
    ) -> sql::Result<String> {
        self.sealer.text(&self.conn, owner.unwrap_or(vault::HOUSE), of, row, text)
    }

    /// The same for bytes.
    pub(crate) fn seal_bytes<'a>(
        &self,
        owner: Option<MemberId>,
        of: &str,
        row: impl Into<Place<'a>>,
        bytes: &[u8],
    ) -> sql::Result<Vec<u8>> {
        self.sealer.bytes(&self.conn, owner.unwrap_or(vault::HOUSE), of, row, bytes)
    }

    pub(crate) const fn sealer(&self) -> &Sealer {
        &self.sealer
    }

    /// The networks whose posts are kept here.
    pub(crate) fn own_networks(&self) -> &[Network] {
        &self.own
    }

    pub(crate) fn run(&self, sql: &str, params: impl Params) -> sql::Result<usize> {
        self.conn.execute(sql, params)
    }

    /// The instant of the present group, or of the last one.
    #[must_use]
    pub const fn now(&self) -> Timestamp {
        self.last_at
    }

    /// What a member says about themselves. Answers whether there is such a member.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn set_about(&mut self, member: MemberId, about: &str) -> Result<bool, Fault> {
        let set = || -> sql::Result<usize> {
            let id = member.bytes();
            let about = self.seal(Some(member), "member.about", &id, about)?;
            self.run(SET_ABOUT, params![about, id])
        };
        Ok(set().doing("set what a member says about themselves")? == 1)
    }

    /// Puts one more message into the outbox, beside those of the group's requests.
    pub(crate) fn put_outbox(&mut self, message: &Message) -> sql::Result<()> {
        if let Some(session) = self.conn.postgres() {
            self.last_outbox = postgres::outbox_numbers(session, 1)?;
        }
        self.last_outbox = self.last_outbox.saturating_add(1);
        outbox::put(&self.conn, &self.sealer, message, self.last_outbox, self.last_at)?;
        if self.file.is_some() {
            self.run(PUT_STATE, params![self.last_at.0, self.last_outbox])?;
        }
        Ok(())
    }

    fn try_begin(&mut self) -> sql::Result<Timestamp> {
        if !self.conn.is_autocommit() {
            self.conn.roll_back()?;
        }
        self.conn.begin_to_write()?;
        self.sealer.begun();
        let Some(session) = self.conn.postgres() else {
            return self.read_clock();
        };
        self.locks = Locks::default();
        let (kept, now) = postgres::begun(&self.conn)?;
        self.last_at = self.last_at.max(kept);
        // Whoever answers now may be another server than before, by another clock.
        if self.connection != session.connection() {
            self.last_at = postgres::newest(&self.conn)?.max(self.last_at);
            self.connection = session.connection();
        }
        Ok(self.advance(now))
    }

    /// Goes on to what the clock says, or to `now` where the server tells the time. Time never goes back.
    fn advance(&mut self, now: Timestamp) -> Timestamp {
        let now = self.clock.as_mut().map_or(now, |clock| clock());
        self.last_at = self.last_at.max(now);
        self.last_at
    }

    fn read_clock(&mut self) -> sql::Result<Timestamp> {
        let now = match self.conn.postgres() {
            Some(_) if self.clock.is_none() => postgres::now(&self.conn)?,
            Some(_) | None => system_clock()(),
        };
        Ok(self.advance(now))
    }

    fn try_load(&mut self, keys: &[Key], rows: &mut Rows) -> sql::Result<Timestamp> {
        let loaded = match (&self.file, self.conn.postgres()) {
            (Some(file), _) => file.lanes.load(&self.conn, keys, self.last_at)?,
            (None, None) => load::load(&self.conn, keys, self.last_at)?,
            (None, Some(session)) => {
                let (had, now) = postgres::lock(&self.conn, session, keys, &mut self.locks)?;
                if let Some(now) = now {
                    self.advance(now);
                }
                load::load(&self.conn, &had, self.last_at)?
            }
        };
        loaded.tell(rows, &self.sealer)?;
        Ok(self.last_at)
    }

    /// An instant that every transaction yet to come is after, and that no open one is before: it waits for those that
    /// are open. In a transaction of its own.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn settled(&mut self) -> Result<Timestamp, Fault> {
        if self.conn.postgres().is_some() {
            postgres::wait_for_others(&self.conn).doing("wait for other nodes' transactions")?;
            return self.read_clock().doing("read the server's clock");
        }
        Ok(self.last_at)
    }

    fn try_write(&mut self, rows: &Rows) -> sql::Result<()> {
        if rows.unwritten().is_empty() {
            return Ok(());
        }
        if let Some(session) = self.conn.postgres() {
            let messages = rows.unwritten().messages.iter().map(|told| told.len()).sum();
            self.last_outbox = postgres::outbox_numbers(session, messages)?;
        }
        let (conn, sealer) = (&self.conn, &self.sealer);
        member::write(conn, sealer, rows)?;
        passkey::write(conn, sealer, rows)?;
        ledger::write(conn, sealer, rows)?;
        seal::note_late(conn, rows, self.last_at)?;
        payment::write(conn, sealer, rows)?;
        bill::write(conn, sealer, rows)?;
        refund::write(conn, sealer, rows)?;
        schedule::write(conn, sealer, rows)?;
        suspense::write(conn, sealer, rows)?;
        let posts = square::write(conn, sealer, rows)?;
        door::write(conn, rows)?;
        operator::write(conn, sealer, rows)?;
        let first = self.last_outbox.saturating_add(1);
        let numbers = (first, self.last_at);
        let next = outbox::write(conn, sealer, rows, &self.own, numbers, &mut self.text)?;
        done::write(conn, sealer, rows, &posts, &mut self.text)?;
        // Numbers given in a group that fails are not given again: nobody can tell, and it is simpler.
        self.last_outbox = next.saturating_sub(1);
        if self.file.is_some() {
            self.run(PUT_STATE, params![self.last_at.0, self.last_outbox])?;
        }
        Ok(())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // The last to close may be a reader, which cannot fold the log into the database.
        self.roll_back();
        if self.file.is_some() {
            let _ = self.conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        }
    }
}

impl Engine for Writer {
    fn upcoming(
        &mut self,
        after: MemberId,
        count: usize,
    ) -> Result<(Vec<Key>, Option<MemberId>), Fault> {
        let (keys, last) = foresight::upcoming(&self.conn, after, count)
            .doing("look ahead for what payments will need")?;
        Ok((keys.into_iter().collect(), last))
    }

    fn begin(&mut self) -> Result<Timestamp, Fault> {
        self.try_begin().doing("begin a group")
    }

    fn rows_kept_max(&self) -> usize {
        if self.file.is_some() { self.sealer.members_kept() } else { 0 }
    }

    fn load(&mut self, keys: &[Key], rows: &mut Rows) -> Result<Timestamp, Fault> {
        self.try_load(keys, rows).doing("load a group's rows")
    }

    fn write(&mut self, rows: &Rows) -> Result<(), Fault> {
        self.try_write(rows).doing("write a group")
    }

    fn commit(&mut self) -> Result<(), Fault> {
        self.conn.commit().doing("commit a group")?;
        self.sealer.committed();
        if let Some(file) = &self.file {
            file.checkpointer.committed();
        }
        Ok(())
    }

    fn roll_back(&mut self) {
        // A full disk has rolled back by itself; what fails here is tried again when the next group begins.
        if !self.conn.is_autocommit() {
            let _ = self.conn.roll_back();
        }
    }
}
