//! Another operator's key: every member's key is wrapped anew in one transaction, and no text is touched.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::key::{Fingerprint, SET_FINGERPRINT, coming, needed, sync_folder, unusable};
use super::sealer::rewrapped;
use super::{KeyError, KeySource, OperatorKey};
use crate::open::{FILE, OpenError, check_there, lock_folder};
use crate::sql::{self, Connection, Server, Session, Target, params};

/// Keys that are wrapped anew before the next are read.
const BATCH: i64 = 10_000;

const NEXT: &str = "SELECT number, wrapped FROM member_key
     WHERE number > $1 AND wrapped != X'' ORDER BY number LIMIT $2";

const REWRAP: &str = "UPDATE member_key SET wrapped = $1 WHERE number = $2";

/// What the connection that changes a server's key begins with.
const CHANGER: &str = "SET jit = off; SET lock_timeout = '20s';
     SET idle_in_transaction_session_timeout = '10min'";

/// Whoever opens a database has the first lock for an instant, whoever makes a key the second; both wait.
const ALONE: &str = "LOCK TABLE vault IN EXCLUSIVE MODE; LOCK TABLE member_key IN EXCLUSIVE MODE";

/// Nodes and commands that have the database open. One that opens it now is counted too, or waits for the lock and
/// needs the new key.
const OTHERS: &str = "SELECT count(*) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'obole' AND pid != pg_backend_pid()";

/// A database that has another operator's key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rotated {
    /// How many keys were wrapped anew.
    pub keys: u64,
    /// What the new key is called.
    pub fingerprint: String,
    /// The file it is in, where it was made for this: the old one's place, or beside that if it could not be taken.
    pub file: Option<PathBuf>,
}

/// Gives the database of a folder that no process serves another operator's key; the old one opens it no more.
///
/// Without `new` a key is made and takes the place of the file that `source` means. It is on disk before anything is
/// wrapped by it, beside the old one, and whoever opens the database tries both; so one of the two always opens it.
///
/// # Errors
/// [`OpenError`]; the old key is still the one that counts.
pub fn rotate(
    folder: &Path,
    source: &KeySource,
    new: Option<&OperatorKey>,
) -> Result<Rotated, OpenError> {
    if !folder.join(FILE).is_file() {
        return Err(OpenError::Missing { folder: folder.to_owned() });
    }
    let _guard = lock_folder(folder)?;
    let conn = Connection::Sqlite(rusqlite::Connection::open(folder.join(FILE))?);
    crate::migrate::check(&conn, crate::migrate::MIGRATIONS)?;
    crate::moved::check_here(&conn)?;
    // What the old key wrapped must not stay behind in the pages.
    conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")?;
    let rotated = change(&conn, folder, source, new)?;
    // What cannot be carried out of the log now is by the next start; the new key counts either way.
    drop(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())));
    Ok(rotated)
}

/// The same for the database of a server, which no node may have open: a node holds the key it began with. The key is
/// looked for as for a database of `folder`; every node needs the new one to begin again.
///
/// # Errors
/// [`OpenError`]; the old key is still the one that counts, unless it is [`KeyError::Unclear`].
pub fn rotate_on_server(
    server: &Server,
    folder: &Path,
    source: &KeySource,
    new: Option<&OperatorKey>,
) -> Result<Rotated, OpenError> {
    let conn = Connection::Postgres(Session::open(&Target::parse(server)?, CHANGER)?);
    check_there(&conn)?;
    change(&conn, folder, source, new)
}

/// Changes the key in one transaction; an error means that the old one counts, unless it says that this is unclear.
fn change(
    conn: &Connection,
    folder: &Path,
    source: &KeySource,
    new: Option<&OperatorKey>,
) -> Result<Rotated, OpenError> {
    begin(conn)?;
    let changed = change_in_transaction(conn, folder, source, new);
    let (mut rotated, mark) = match changed {
        Ok(changed) => changed,
        Err(error) => {
            // It is undone with the connection, too.
            drop(conn.roll_back());
            return Err(error);
        }
    };
    if let Err(error) = conn.commit() {
        // A server may have committed, and the answer got lost.
        let counts = which_counts(conn)
            .map_err(|_| KeyError::Unclear { new: rotated.fingerprint.clone() })?;
        if counts != Some(mark) {
            return Err(error.into());
        }
    }
    // It counts, whatever its file is called: whoever opens the database tries both names.
    if let Some(file) = &rotated.file
        && fs::rename(coming(file), file).and_then(|()| sync_folder(file)).is_err()
        && coming(file).is_file()
    {
        rotated.file = Some(coming(file));
    }
    Ok(rotated)
}

/// Begins a transaction in which nobody else opens the database or makes a key.
fn begin(conn: &Connection) -> sql::Result<()> {
    conn.begin_to_write()?;
    if conn.postgres().is_some() {
        conn.execute_batch(ALONE)?;
    }
    Ok(())
}

/// Which key a database is sealed with once nobody changes it any more.
fn which_counts(conn: &Connection) -> Result<Option<Fingerprint>, KeyError> {
    drop(conn.roll_back());
    begin(conn)?;
    let counts = needed(conn)?;
    conn.roll_back()?;
    Ok(counts)
}

fn change_in_transaction(
    conn: &Connection,
    folder: &Path,
    source: &KeySource,
    new: Option<&OperatorKey>,
) -> Result<(Rotated, Fingerprint), OpenError> {
    if conn.postgres().is_some() {
        let connections: i64 = conn.query_row(OTHERS, [], |row| row.get(0))?;
        if connections > 0 {
            return Err(OpenError::Served { connections });
        }
    }
    let old = source.find(folder, needed(conn)?.ok_or(KeyError::NotSealed)?)?;
    let file = source.file(folder).filter(|_| new.is_none());
    let new = match (new, &file) {
        (Some(new), _) => new.clone(),
        (None, Some(file)) => made(file, &old)?,
        (None, None) => return Err(KeyError::NotSealed.into()),
    };
    let keys = rewrap_all(conn, &old, &new)?;
    Ok((Rotated { keys, fingerprint: new.fingerprint(), file }, new.mark()))
}

/// A new key beside `file`. One that a change left there which was cut short is of no use, unless it is the one that
/// counts already.
fn made(file: &Path, old: &OperatorKey) -> Result<OperatorKey, KeyError> {
    let waiting = coming(file);
    match OperatorKey::read(&waiting) {
        Ok(key) if key == *old => {
            fs::rename(&waiting, file).and_then(|()| sync_folder(file)).map_err(unusable(file))?;
        }
        Ok(_) | Err(KeyError::NoKey(_)) => fs::remove_file(&waiting).map_err(unusable(&waiting))?,
        Err(KeyError::File { source, .. }) if source.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let key = OperatorKey::new()
        .map_err(|error| unusable(&waiting)(io::Error::other(error.to_string())))?;
    key.write(&waiting)?;
    Ok(key)
}

fn rewrap_all(conn: &Connection, old: &OperatorKey, new: &OperatorKey) -> Result<u64, KeyError> {
    let (from, to) = (old.cipher(), new.cipher());
    let (mut after, mut keys): (i64, u64) = (0, 0);
    loop {
        let batch: Vec<(i64, Vec<u8>)> = conn
            .prepare_cached(NEXT)?
            .query_map([after, BATCH], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some((last, _)) = batch.last() else { break };
        after = *last;
        let mut anew = Vec::with_capacity(batch.len());
        for (number, wrapped) in &batch {
            let wrapped = rewrapped(&from, &to, wrapped)?.ok_or(KeyError::Damaged(*number))?;
            anew.push((wrapped, *number));
        }
        conn.run_each(REWRAP, |put| {
            anew.iter().try_for_each(|(wrapped, number)| put(params![wrapped, number]))
        })?;
        keys = keys.saturating_add(u64::try_from(anew.len()).unwrap_or(u64::MAX));
    }
    conn.execute(SET_FINGERPRINT, [new.mark()])?;
    Ok(keys)
}
