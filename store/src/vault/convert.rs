//! What older programs wrote in plain text, sealed when their database is opened.
//!
//! A column after the other, a batch of rows in a transaction that also notes how far it came; so a run that is cut
//! short goes on at the next opening, and nobody reads before all is sealed. Then the file is written anew, so that no
//! free page holds what stood there.

use domain::id::MemberId;
use rusqlite::ffi;
use rusqlite::functions::FunctionFlags;

use super::{COLUMNS, Column, HOUSE, Place, Sealer};
use crate::codec;
use crate::column::id;
use crate::sql::{self, Connection, Value, ValueRef, params};

/// Rows that are sealed in one transaction.
const BATCH: usize = 2_000;

const PROGRESS: &str = "SELECT columns_sealed, sealed_to, swept FROM vault WHERE one = 1";

const NOTE: &str = "UPDATE vault SET columns_sealed = $1, sealed_to = $2 WHERE one = 1";

const ANY_KEY: &str = "SELECT EXISTS (SELECT 1 FROM member_key)";

const SWEPT: &str = "UPDATE vault SET swept = 1 WHERE one = 1";

/// Whether a database holds no plain text of older programs.
pub(crate) fn is_complete(conn: &Connection) -> sql::Result<bool> {
    conn.query_row(PROGRESS, [], |row| row.get(2))
}

/// Seals everything that is not sealed yet.
pub(crate) fn seal_all(conn: &Connection, sealer: &Sealer) -> sql::Result<()> {
    if is_complete(conn)? {
        return Ok(());
    }
    teach_owners(conn)?;
    conn.execute_batch("PRAGMA secure_delete = ON")?;
    let mut more = true;
    while more {
        conn.begin_to_write()?;
        sealer.begun();
        let sealed = next_batch(conn, sealer);
        if sealed.is_ok() {
            conn.commit()?
        } else {
            conn.roll_back()?
        }
        more = sealed?;
        sealer.committed();
    }
    // A new database has neither texts nor keys.
    if conn.query_row(ANY_KEY, [], |row| row.get(0))? {
        conn.execute_batch("VACUUM")?;
        let busy: bool = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy {
            // Somebody reads an old snapshot, so the log cannot be emptied yet.
            return Err(
                rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None).into()
            );
        }
    }
    conn.execute_batch("PRAGMA secure_delete = OFF")?;
    conn.execute(SWEPT, []).map(drop)
}

/// Seals the next rows, be it of a later column; gives whether there were any.
fn next_batch(conn: &Connection, sealer: &Sealer) -> sql::Result<bool> {
    let (mut done, mut after): (u32, Value) =
        conn.query_row(PROGRESS, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    while let Some(column) = COLUMNS.get(usize::try_from(done).unwrap_or(usize::MAX)) {
        if let Some(last) = seal_rows(conn, sealer, column, &after)? {
            conn.execute(NOTE, params![done, last])?;
            return Ok(true);
        }
        (done, after) = (done + 1, Value::Null);
    }
    conn.execute(NOTE, params![done, Value::Null])?;
    Ok(false)
}

/// Seals the next rows of a column behind `after`; gives the key of the last.
fn seal_rows(
    conn: &Connection,
    sealer: &Sealer,
    column: &Column,
    after: &Value,
) -> sql::Result<Option<Value>> {
    let Column { of, table, name, key, row: place, owner } = column;
    let behind = if *after == Value::Null { String::new() } else { format!("WHERE {key} > $1") };
    let mut select = conn.prepare_cached(&format!(
        "SELECT {key}, {place}, {owner}, {name} FROM {table} {behind} ORDER BY {key} LIMIT {BATCH}"
    ))?;
    let mut batch = Vec::new();
    let behind = params![after];
    let mut rows = select.query(if *after == Value::Null { &[] } else { behind })?;
    while let Some(row) = rows.next()? {
        let owner = match row.get_ref(2)? {
            ValueRef::Null => HOUSE,
            _ => id(&row, 2, MemberId::from_bytes)?,
        };
        let (key, place, value) = (row.get(0)?, row.get::<Value>(1)?, row.get(3)?);
        let place =
            Place::of(place.as_ref()).ok_or_else(|| sql::Error::other("a row without name"))?;
        let sealed = match value {
            Value::Text(text) => Value::Text(sealer.text(conn, owner, of, place, &text)?),
            Value::Blob(bytes) => Value::Blob(sealer.bytes(conn, owner, of, place, &bytes)?),
            other @ (Value::Null | Value::Integer(_)) => other,
        };
        batch.push((key, sealed));
    }
    drop(rows);
    conn.run_each(&format!("UPDATE {table} SET {name} = $1 WHERE {key} = $2"), |put| {
        batch.iter().try_for_each(|(key, sealed)| put(params![sealed, key]))
    })?;
    Ok(batch.pop().map(|(key, _): (Value, _)| key))
}

/// Whom a message or an answer was for stands in the text alone.
fn teach_owners(conn: &Connection) -> sql::Result<()> {
    let Some(conn) = conn.sqlite() else { return Ok(()) };
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("owner_of_message", 1, flags, |ctx| {
        let message = codec::message(ctx.get_raw(0).as_str()?).ok();
        Ok(message.and_then(|message| codec::told(&message.to)).map(MemberId::bytes))
    })?;
    conn.create_scalar_function("owner_of_answer", 1, flags, |ctx| {
        let answer = codec::answer(ctx.get_raw(0).as_str()?).ok();
        Ok(answer.and_then(|answer| codec::asked_by(&answer)).map(MemberId::bytes))
    })?;
    Ok(())
}
