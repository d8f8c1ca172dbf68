//! Loading the rows of keys, one kind of key after the other, each kind with one prepared statement.

use domain::rows::{Found, Key, Rows};
use domain::time::Timestamp;

use crate::sql::{self, Connection, Feed, Row};
use crate::{bill, done, ledger, member, payment, refund, schedule, suspense};

/// Loads every key that `rows` does not know yet.
pub(crate) fn load(
    conn: &Connection,
    keys: &[Key],
    now: Timestamp,
    rows: &mut Rows,
) -> sql::Result<()> {
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

/// Finds the keys that `pick` picks by asking `sql` for each, with what `bind` gives it.
pub(crate) fn each<'k, K, T>(
    conn: &Connection,
    sql: &str,
    (keys, rows): (&'k [Key], &mut Rows),
    pick: impl Fn(&'k Key) -> Option<K>,
    bind: impl Fn(&K, &mut Feed<'_>) -> sql::Result<()>,
    read: impl Fn(&Row<'_>) -> sql::Result<T>,
    found: impl Fn(Vec<T>) -> Found,
) -> sql::Result<()> {
    let picked = keys.iter().filter_map(|key| Some((key, pick(key)?)));
    let picked: Vec<(&Key, K)> = picked.filter(|(key, _)| !rows.has(key)).collect();
    if picked.is_empty() {
        return Ok(());
    }
    let feed = |ask: &mut Feed<'_>| picked.iter().try_for_each(|(_, named)| bind(named, ask));
    let answers = conn.ask_each(sql, feed, read)?;
    for ((key, _), answer) in picked.iter().zip(answers) {
        rows.load((*key).clone(), found(answer));
    }
    Ok(())
}

/// The only row of an answer, or none.
pub(crate) fn only<T>(rows: Vec<T>) -> Option<T> {
    rows.into_iter().next()
}
