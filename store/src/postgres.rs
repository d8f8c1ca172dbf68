//! What several nodes on one PostgreSQL need beyond SQL: locks, one clock, and numbers.
//!
//! The row of a member is the lock of everything the member has: wallets, lists, payments they pay, and what hangs on
//! those. A transaction takes the locks it needs first in one go, in the order of their ids, and waits for them. What
//! it turns out to need later it takes only where nobody else has it, so nobody waits in a circle; requests that lack
//! such a row join the next group, which then needs it first. Rows are read after their locks were had, by statements
//! of their own: one that waits for a lock would read its old snapshot.

use domain::bill::BillList;
use domain::id::{MemberId, PaymentId};
use domain::rows::Key;
use domain::time::Timestamp;
use rustc_hash::FxHashSet;

use crate::column::{at, id, maybe_id};
use crate::open::OpenError;
use crate::sql::{self, Connection, Feed, Row, Session, Value, params};

/// The oldest PostgreSQL that is known to do.
pub(crate) const VERSION_MIN: i64 = 15;

/// What the writer's connection begins with. Whatever a planner believes of a table's size, rows are found by an index
/// and not by reading through the table; plans are made once.
pub(crate) const WRITER: &str = "SET enable_seqscan = off; SET enable_hashjoin = off;
     SET enable_mergejoin = off; SET enable_material = off; SET plan_cache_mode = force_generic_plan; SET jit = off;
     SET statement_timeout = '30s'; SET lock_timeout = '20s';
     SET idle_in_transaction_session_timeout = '60s'";

/// What a reader's connection begins with. A page's questions are found by indexes too, whatever a planner believes.
pub(crate) const READER: &str = "SET enable_seqscan = off; SET enable_hashjoin = off;
     SET enable_mergejoin = off; SET enable_material = off; SET jit = off;
     SET default_transaction_read_only = on; SET idle_in_transaction_session_timeout = '10min'";

/// For the rest of a transaction that reads whole tables: the planner may choose how.
pub(crate) const READ_ALL: &str = "SET LOCAL enable_seqscan = on; SET LOCAL enable_hashjoin = on;
     SET LOCAL enable_mergejoin = on; SET LOCAL enable_material = on";

const VERSION: &str = "SELECT current_setting('server_version_num')::bigint / 10000";

const IS_OURS: &str = "SELECT to_regclass('schema_version') IS NOT NULL";

/// Nobody else can wait for all others while this is held; that is for whoever seals.
const BEGUN: &str = "WITH held AS MATERIALIZED (SELECT last_at FROM engine WHERE one = 1 FOR SHARE)
     SELECT last_at, CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint) FROM held";

const WAIT_FOR_OTHERS: &str = "SELECT last_at FROM engine WHERE one = 1 FOR UPDATE";

const NOW: &str = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)";

/// The newest payment or top-up, whose id says when, and the newest of the instants that stand in an order.
const NEWEST: &str = "SELECT greatest((SELECT id FROM payment ORDER BY id DESC LIMIT 1),
             (SELECT id FROM top_up ORDER BY id DESC LIMIT 1)),
         greatest((SELECT at FROM post ORDER BY number DESC LIMIT 1),
             (SELECT at FROM operator_act ORDER BY number DESC LIMIT 1))";

const NUMBERS: &str = "SELECT nextval('outbox_number') FROM generate_series(1, $1::bigint)";

const LOCK: &str =
    "SELECT id FROM member WHERE id = ANY($1::bytea[]) ORDER BY id FOR NO KEY UPDATE";

const LOCK_IF_FREE: &str =
    "SELECT id FROM member WHERE id = ANY($1::bytea[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED";

const KNOWN: &str = "SELECT id FROM member WHERE id = ANY($1::bytea[])";

const PAYER: &str = "SELECT payer FROM payment WHERE id = $1";

const PAYER_BY_CLAIM: &str = "SELECT payer FROM payment WHERE claim = $1";

const OF_BILL: &str = "SELECT payer, payee FROM bill WHERE id = $1";

const PAYER_OF_SCHEDULE: &str = "SELECT payer FROM schedule WHERE id = $1";

const LOCK_SUSPENSE: &str = "SELECT id FROM suspense WHERE id = $1 FOR UPDATE";

const LOCK_CHALLENGE: &str = "SELECT bytes FROM challenge WHERE bytes = $1 FOR UPDATE";

/// Refuses a server that is too old.
pub(crate) fn check_version(conn: &Connection) -> Result<(), OpenError> {
    let found: i64 = conn.query_row(VERSION, [], |row| row.get(0))?;
    if found < VERSION_MIN { Err(OpenError::Version { found }) } else { Ok(()) }
}

/// Whether a database has been used by this program.
pub(crate) fn is_ours(conn: &Connection) -> sql::Result<bool> {
    conn.query_row(IS_OURS, [], |row| row.get(0))
}

/// What a transaction has locked.
#[derive(Default)]
pub(crate) struct Locks {
    members: FxHashSet<MemberId>,
    /// Whether it has waited for locks already, so that it must not again.
    waited: bool,
}

/// Marks a transaction as begun; gives the newest instant that was kept, and the server's clock.
pub(crate) fn begun(conn: &Connection) -> sql::Result<(Timestamp, Timestamp)> {
    conn.query_row(BEGUN, [], |row| Ok((at(row, 0)?, at(row, 1)?)))
}

/// Waits until no other transaction is open that has [begun].
pub(crate) fn wait_for_others(conn: &Connection) -> sql::Result<()> {
    conn.query_row(WAIT_FOR_OTHERS, [], |_| Ok(()))
}

/// The server's clock.
pub(crate) fn now(conn: &Connection) -> sql::Result<Timestamp> {
    conn.query_row(NOW, [], |row| at(row, 0))
}

/// The newest instant of what was committed, to the millisecond. A server's clock may be behind it: after a standby took
/// over, or once somebody has set it.
pub(crate) fn newest(conn: &Connection) -> sql::Result<Timestamp> {
    conn.query_row(NEWEST, [], |row| {
        let of_id = match maybe_id(row, 0, PaymentId::from_bytes)? {
            Some(PaymentId(id)) => i64::try_from(id >> 80).unwrap_or(0).saturating_mul(1_000),
            None => 0,
        };
        Ok(Timestamp(row.get::<Option<i64>>(1)?.unwrap_or(0).max(of_id)))
    })
}

/// Takes `count` numbers for messages that follow one another; gives the number before the first.
///
/// They are taken while the locks are held, so the messages of a conversation are numbered in the order of commits.
pub(crate) fn outbox_numbers(session: &Session, count: usize) -> sql::Result<i64> {
    if count == 0 {
        return Ok(0);
    }
    let plan = session.prepare(NUMBERS)?;
    loop {
        let rows = session.query(&plan, params![crate::column::count(count)])?;
        let numbers = rows.iter().filter_map(|row| match row.first() {
            Some(Value::Integer(number)) => Some(*number),
            _ => None,
        });
        let (first, last) =
            numbers.fold((i64::MAX, 0), |(first, last), one| (first.min(one), last.max(one)));
        // Another node may have taken some in between; those that are left out are nobody's.
        if last - first + 1 == crate::column::count(count) {
            return Ok(first - 1);
        }
    }
}

/// Locks what `keys` hang on. Gives those that may be read now, and the server's clock if locks were taken.
pub(crate) fn lock(
    conn: &Connection,
    session: &Session,
    keys: &[Key],
    locks: &mut Locks,
) -> sql::Result<(Vec<Key>, Option<Timestamp>)> {
    let owners = owners(conn, keys)?;
    let mut wanted: Vec<MemberId> = owners.iter().flatten().copied().collect();
    wanted.retain(|member| !locks.members.contains(member));
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok((keys.to_vec(), None));
    }
    let lock = session.ids(if locks.waited { LOCK_IF_FREE } else { LOCK }, &wanted)?;
    // The server looks at it when it has the locks.
    let clock = conn.ask(NOW, |ask| ask(&[]), |row| at(row, 0))?;
    let had = session.answer(lock)?;
    let missed = if locks.waited { missed(session, &wanted, had)? } else { FxHashSet::default() };
    let now = clock.answers()?.into_iter().flatten().next();
    locks.waited = true;
    locks.members.extend(wanted.iter().filter(|member| !missed.contains(member)));
    let free = |owners: &&Vec<MemberId>| !owners.iter().any(|member| missed.contains(member));
    let had = keys.iter().zip(&owners).filter(|(_, owners)| free(owners));
    Ok((had.map(|(key, _)| key.clone()).collect(), now))
}

/// Those of `wanted` that somebody else has. One that is not there yet is nobody's.
fn missed(
    session: &Session,
    wanted: &[MemberId],
    had: Vec<MemberId>,
) -> sql::Result<FxHashSet<MemberId>> {
    if had.len() == wanted.len() {
        return Ok(FxHashSet::default());
    }
    let had = FxHashSet::from_iter(had);
    let known = session.answer(session.ids(KNOWN, wanted)?)?;
    Ok(known.into_iter().filter(|member| !had.contains(member)).collect())
}

/// Whose each key is. What a payment, a bill or a schedule belongs to never changes, so it is read without a lock.
fn owners(conn: &Connection, keys: &[Key]) -> sql::Result<Vec<Vec<MemberId>>> {
    let mut owners: Vec<Vec<MemberId>> = keys.iter().map(known_owners).collect();
    let payment = |key: &Key| match key {
        Key::Payment(id) | Key::Hold(id) => Some(Value::Blob(id.bytes().to_vec())),
        _ => None,
    };
    let claim = |key: &Key| match key {
        Key::Claim(hash) => Some(Value::Blob(hash.to_vec())),
        _ => None,
    };
    let bill = |key: &Key| match key {
        Key::Bill(id) => Some(Value::Blob(id.bytes().to_vec())),
        _ => None,
    };
    let schedule = |key: &Key| match key {
        Key::Schedule(id) => Some(Value::Blob(id.bytes().to_vec())),
        _ => None,
    };
    let suspense = |key: &Key| match key {
        Key::Suspense(id) => Some(Value::Blob(id.bytes().to_vec())),
        _ => None,
    };
    let challenge = |key: &Key| match key {
        Key::Challenge(bytes) => Some(Value::Blob(bytes.to_vec())),
        _ => None,
    };
    let one = |row: &Row<'_>| Ok(vec![id(row, 0, MemberId::from_bytes)?]);
    let two = |row: &Row<'_>| {
        Ok(vec![id(row, 0, MemberId::from_bytes)?, id(row, 1, MemberId::from_bytes)?])
    };
    look_up(conn, PAYER, keys, &mut owners, payment, one)?;
    look_up(conn, PAYER_BY_CLAIM, keys, &mut owners, claim, one)?;
    look_up(conn, OF_BILL, keys, &mut owners, bill, two)?;
    look_up(conn, PAYER_OF_SCHEDULE, keys, &mut owners, schedule, one)?;
    // Money without owner is its own lock; it is always alone in its group's needs.
    look_up(conn, LOCK_SUSPENSE, keys, &mut owners, suspense, |_| Ok(Vec::new()))?;
    // Two nodes that are given the same answer of a device spend its challenge once.
    look_up(conn, LOCK_CHALLENGE, keys, &mut owners, challenge, |_| Ok(Vec::new()))?;
    Ok(owners)
}

fn known_owners(key: &Key) -> Vec<MemberId> {
    match key {
        Key::Member(id)
        | Key::Pin(id)
        | Key::Passkeys(id)
        | Key::Wallet(id, _)
        | Key::Latest(id)
        | Key::Open(id)
        | Key::Lines(id, _)
        | Key::Schedules(id)
        | Key::Block(id, _)
        | Key::Bills(BillList::By(id) | BillList::To(id)) => vec![*id],
        Key::RefundAsks(payer, payee) | Key::Bills(BillList::Between { payee, payer }) => {
            vec![*payer, *payee]
        }
        Key::Done(_)
        | Key::Handle(_)
        | Key::Payment(_)
        | Key::Hold(_)
        | Key::Claim(_)
        | Key::Bill(_)
        | Key::Bills(BillList::From(_))
        | Key::Schedule(_)
        | Key::Challenge(_)
        | Key::Suspense(_) => Vec::new(),
    }
}

fn look_up(
    conn: &Connection,
    sql: &str,
    keys: &[Key],
    owners: &mut [Vec<MemberId>],
    pick: impl Fn(&Key) -> Option<Value>,
    read: impl Fn(&Row<'_>) -> sql::Result<Vec<MemberId>>,
) -> sql::Result<()> {
    let places: Vec<(usize, Value)> =
        keys.iter().enumerate().filter_map(|(place, key)| Some((place, pick(key)?))).collect();
    if places.is_empty() {
        return Ok(());
    }
    let feed = |ask: &mut Feed<'_>| places.iter().try_for_each(|(_, named)| ask(params![named]));
    for ((place, _), found) in places.iter().zip(conn.ask_each(sql, feed, read)?) {
        if let Some(owners) = owners.get_mut(*place) {
            owners.extend(found.into_iter().flatten());
        }
    }
    Ok(())
}
