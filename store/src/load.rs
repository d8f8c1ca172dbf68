//! Loading the rows of keys, one kind of key after the other, each kind with one prepared statement.

use domain::rows::{Found, Key, Rows};
use domain::time::Timestamp;
use rusqlite::{Connection, Statement};

use crate::{bill, done, ledger, member, payment, refund, schedule, suspense};

/// Loads every key that `rows` does not know yet.
pub(crate) fn load(
    conn: &Connection,
    keys: &[Key],
    now: Timestamp,
    rows: &mut Rows,
) -> rusqlite::Result<()> {
    if keys.is_empty() {
        return Ok(());
    }
    done::load(conn, keys, rows)?;
    member::load(conn, keys, rows)?;
    ledger::load(conn, keys, rows)?;
    refund::load(conn, keys, rows)?;
    payment::load(conn, keys, now, rows)?;
    bill::load(conn, keys, rows)?;
    schedule::load(conn, keys, rows)?;
    suspense::load(conn, keys, rows)
}

/// Finds the keys that `pick` picks by running `sql` for each.
pub(crate) fn each<'k, K>(
    conn: &Connection,
    sql: &str,
    keys: &'k [Key],
    rows: &mut Rows,
    pick: impl Fn(&'k Key) -> Option<K>,
    find: impl Fn(&mut Statement<'_>, K) -> rusqlite::Result<Found>,
) -> rusqlite::Result<()> {
    let mut picked = keys.iter().filter_map(|key| Some((key, pick(key)?))).peekable();
    if picked.peek().is_none() {
        return Ok(());
    }
    let mut statement = conn.prepare_cached(sql)?;
    for (key, named) in picked {
        if !rows.has(key) {
            let found = find(&mut statement, named)?;
            rows.load(key.clone(), found);
        }
    }
    Ok(())
}
