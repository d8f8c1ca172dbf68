//! Another operator's key: every member's key is wrapped anew in one transaction, and no text is touched.

use std::fs;
use std::io;
use std::path::Path;

use super::key::{SET_FINGERPRINT, coming, needed, sync_folder, unusable};
use super::sealer::rewrapped;
use super::{KeyError, KeySource, OperatorKey};
use crate::open::{FILE, OpenError, lock_folder};
use crate::sql::{Connection, params};

/// Keys that are wrapped anew before the next are read.
const BATCH: i64 = 10_000;

const NEXT: &str = "SELECT number, wrapped FROM member_key
     WHERE number > $1 AND wrapped != X'' ORDER BY number LIMIT $2";

const REWRAP: &str = "UPDATE member_key SET wrapped = $1 WHERE number = $2";

/// A database that has another operator's key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rotated {
    /// How many keys were wrapped anew.
    pub keys: u64,
    /// What the new key is called.
    pub fingerprint: String,
}

/// Gives a database that no process serves another operator's key; the old one opens it no more.
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
    let old = source.find(folder, needed(&conn)?.ok_or(KeyError::NotSealed)?)?;
    let file = source.file(folder).filter(|_| new.is_none());
    let new = match (new, &file) {
        (Some(new), _) => new.clone(),
        (None, Some(file)) => made(file, &old)?,
        (None, None) => return Err(KeyError::NotSealed.into()),
    };
    let keys = rewrap(&conn, &old, &new)?;
    if let Some(file) = file {
        let named = fs::rename(coming(&file), &file).and_then(|()| sync_folder(&file));
        named.map_err(unusable(&file))?;
    }
    Ok(Rotated { keys, fingerprint: new.fingerprint() })
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

fn rewrap(conn: &Connection, old: &OperatorKey, new: &OperatorKey) -> Result<u64, KeyError> {
    // What the old key wrapped must not stay behind in the pages.
    conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")?;
    conn.begin_to_write()?;
    let rewrapped = rewrap_all(conn, old, new);
    if rewrapped.is_err() {
        conn.roll_back()?;
        return rewrapped;
    }
    conn.commit()?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    rewrapped
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
        let mut put = conn.prepare_cached(REWRAP)?;
        for (number, wrapped) in &batch {
            let wrapped = rewrapped(&from, &to, wrapped)?.ok_or(KeyError::Damaged(*number))?;
            put.execute(params![wrapped, number])?;
            keys = keys.saturating_add(1);
        }
    }
    conn.execute(SET_FINGERPRINT, [new.mark()])?;
    Ok(keys)
}
