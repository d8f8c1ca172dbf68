//! What a move of a folder's database to a server leaves behind on either side: who is moving, how far it came, and
//! where the database went.
//!
//! The folder's database says so in a table `moved`, which it has from the first move on. The server's has a table
//! `moving` while a move into it is not finished. Neither is a migration: most databases never have them.

use domain::time::Timestamp;

use crate::open::OpenError;
use crate::sql::{self, Connection, OptionalExtension, params};

/// What names a move: chance.
pub(crate) type MoveId = [u8; 16];

const IS_MARKED: &str =
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'moved'";

const MARK: &str = "SELECT id, place, at FROM moved WHERE one = 1";

const MAKE_MARK: &str = "CREATE TABLE IF NOT EXISTS moved (
         one INTEGER PRIMARY KEY CHECK (one = 1),
         id BLOB NOT NULL,
         place TEXT,
         at INTEGER
     ) STRICT";

const PUT_MARK: &str = "INSERT INTO moved (one, id, place, at) VALUES (1, $1, NULL, NULL)";

const FREEZE: &str = "UPDATE moved SET place = $1, at = $2 WHERE one = 1";

const IS_ARRIVING: &str = "SELECT to_regclass('moving') IS NOT NULL";

/// What the database of a folder says about its move.
pub(crate) struct Mark {
    /// Which move.
    pub(crate) id: MoveId,
    /// Where to and when, once it is finished.
    pub(crate) gone: Option<(String, Timestamp)>,
}

/// The mark of a folder's database, if a move of it was ever begun.
pub(crate) fn mark(conn: &Connection) -> sql::Result<Option<Mark>> {
    let tables: i64 = conn.query_row(IS_MARKED, [], |row| row.get(0))?;
    if tables == 0 {
        return Ok(None);
    }
    conn.query_row(MARK, [], |row| {
        let place: Option<String> = row.get(1)?;
        let at: Option<i64> = row.get(2)?;
        Ok(Mark { id: row.get(0)?, gone: place.zip(at.map(Timestamp)) })
    })
    .optional()
}

/// Refuses a folder's database that went elsewhere for good.
pub(crate) fn check_here(conn: &Connection) -> Result<(), OpenError> {
    match mark(conn)?.and_then(|mark| mark.gone) {
        Some((place, at)) => Err(OpenError::Moved { place, at }),
        None => Ok(()),
    }
}

/// Names a move in the folder's database, where none was begun before.
pub(crate) fn put_mark(conn: &Connection) -> sql::Result<MoveId> {
    let mut id: MoveId = [0; 16];
    getrandom::fill(&mut id).map_err(|error| sql::Error::other(error.to_string()))?;
    conn.execute_batch(MAKE_MARK)?;
    conn.execute(PUT_MARK, [id])?;
    Ok(id)
}

/// Freezes a folder's database: from here on it can only be looked at. It is on the disk when this returns.
pub(crate) fn freeze(conn: &Connection, place: &str, at: Timestamp) -> sql::Result<()> {
    conn.execute_batch("PRAGMA synchronous = FULL")?;
    conn.execute(FREEZE, params![place, at.0])?;
    // Copies of the file alone, without its log, say so too.
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

/// Whether a move into a server's database is not finished.
pub(crate) fn is_arriving(conn: &Connection) -> sql::Result<bool> {
    conn.query_row(IS_ARRIVING, [], |row| row.get(0))
}

/// Refuses a server's database into which another is still being moved.
pub(crate) fn check_arrived(conn: &Connection) -> Result<(), OpenError> {
    if is_arriving(conn)? { Err(OpenError::Arriving) } else { Ok(()) }
}
