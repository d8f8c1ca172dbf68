//! Backups of a server's database, and backups that go to a server. The file is the same as a folder's backup: a
//! database of SQLite's with the same tables, so either engine's backup can be restored to either.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{
    BackupError, Copied, LAST_AT, Passing, RESTORING, has_log, made, proved, restore, unusable,
};
use crate::carry::table::{Summary, Summing, Table, summary, tables};
use crate::carry::{self, BATCH_ROWS, COPIER, Progress};
use crate::engine::system_clock;
use crate::migrate::{MIGRATIONS, MigrateError, migrate};
use crate::moved::MoveId;
use crate::open::{FILE, OpenError, Options, check_there, connect_to_read, connect_to_write, look};
use crate::sql::{self, Connection, Server, Session, Target};
use crate::vault::{KeySource, Vault};
use domain::time::Timestamp;

/// Bytes of a file that are read at once.
const READ_BYTES: usize = 1 << 20;

/// What the row of the engine must say in a file, and does not on a server: an instant that none of the snapshot's rows
/// is behind, for its clock is read after the snapshot was taken; and the last number that any message was given, be
/// it one of a transaction that is still open.
const STATE: &str = "SELECT
         greatest(last_at, CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)),
         greatest(last_outbox,
             (SELECT CASE WHEN is_called THEN last_value END FROM outbox_number),
             (SELECT max(id) FROM outbox),
             (SELECT max(id) FROM dead_letter),
             (SELECT max(id) FROM webhook_delivery))
     FROM engine WHERE one = 1";

const PUT_STATE: &str = "UPDATE engine SET last_at = $1, last_outbox = $2 WHERE one = 1";

/// What migrations put into a new file comes from the server instead.
const EMPTY: &str = "DELETE FROM engine; DELETE FROM vault";

const INDEXES: &str =
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";

/// Copies the database of a server into a new file, of which nobody but its user may read anything, and proves the
/// copy. It is one snapshot: nodes go on, and everything that was acknowledged before the call is in it. The operator's
/// key is looked for as for a database of `folder`.
///
/// # Errors
/// [`BackupError`]; there is no file of this name then, unless it was there before.
pub fn backup_server(
    server: &Server,
    file: &Path,
    (folder, key): (&Path, &KeySource),
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<Copied, BackupError> {
    made(file, |partial| {
        let from = Session::open(&Target::parse(server)?, COPIER)?;
        let from = Connection::Postgres(from);
        check_there(&from)?;
        // Without its key the copy could not be proved, and that is known before it is made.
        Vault::open_read(&from, folder, key).map_err(OpenError::from)?;
        write_file(&from, partial, tell)?;
        tell(Progress::ProvingFile);
        proved(partial, &look(partial.to_owned(), folder, key)?)
    })
}

/// Puts a backup into an empty database of a server and proves it. The backup stays as it is; one of an older program
/// is brought up to date in a copy of it, in `folder`. The operator's key is looked for as for a database of `folder`.
///
/// # Errors
/// [`BackupError`]. No node opens what is there until it is complete; the same call goes on where one was cut short.
pub fn restore_to_server(
    file: &Path,
    server: &Server,
    (folder, key): (&Path, &KeySource),
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<Copied, BackupError> {
    if has_log(file) {
        return Err(BackupError::InUse(file.to_owned()));
    }
    let bytes = fs::metadata(file).map_err(unusable(file))?.len();
    let id = identity(file).map_err(unusable(file))?;
    let key = &key.file(folder).map_or_else(|| key.clone(), KeySource::File);
    let newer;
    let current = match look(file.to_owned(), folder, key) {
        Err(OpenError::Schema(MigrateError::Older { .. })) => {
            fs::create_dir_all(folder).map_err(unusable(folder))?;
            newer = Passing(folder.join(RESTORING));
            restore(file, &newer.0, key)?;
            newer.0.join(FILE)
        }
        looked => looked.map(|_| file.to_owned())?,
    };
    let report = carry::fill(&current, server, (folder, key), id, tell)?;
    let conn = connect_to_read(&current, Options::default().reader_cache_kib)?;
    let at = conn.query_row(LAST_AT, [], |row| row.get(0).map(Timestamp))?;
    Ok(Copied { at, bytes, report })
}

/// What tells a backup apart from every other.
fn identity(file: &Path) -> io::Result<MoveId> {
    let (mut hash, mut file) = (Sha256::new(), File::open(file)?);
    let mut part = vec![0; READ_BYTES];
    loop {
        let read = file.read(&mut part)?;
        match part.get(..read) {
            Some([]) | None => break,
            Some(bytes) => hash.update(bytes),
        }
    }
    let hash: [u8; 32] = hash.finalize().into();
    Ok(hash.first_chunk().copied().unwrap_or_default())
}

/// Writes everything that a server has into an empty file.
fn write_file(
    from: &Connection,
    file: &Path,
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<(), BackupError> {
    let to = connect_to_write(file)?;
    // Nobody knows the file before it is complete; it is synced as a whole then.
    to.execute_batch(&format!(
        "PRAGMA page_size = {}; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF",
        Options::default().page_bytes
    ))?;
    migrate(&to, MIGRATIONS, system_clock()()).map_err(OpenError::from)?;
    let tables = tables(&to)?;
    // An index is made in one go when its rows are there, instead of row by row all over its pages.
    let indexes: Vec<(String, String)> =
        to.prepare_cached(INDEXES)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (name, _) in &indexes {
        to.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    from.begin_to_read()?;
    let copied = copy(from, &to, &tables, tell);
    // What the transaction holds back on the server is let go of; whether it ended well is no matter.
    drop(from.roll_back());
    let (state, sums) = copied?;
    for (table, sum) in tables.iter().zip(&sums) {
        tell(Progress::Comparing { table: &table.name });
        if summary(&to, table, None)? != *sum {
            return Err(BackupError::Differs(table.name.clone()));
        }
    }
    for (_, sql) in &indexes {
        to.execute_batch(sql)?;
    }
    to.execute(PUT_STATE, state)?;
    Ok(())
}

/// Copies every table from one snapshot; gives what the engine's row must say, and the sum of what was read of each.
fn copy(
    from: &Connection,
    to: &Connection,
    tables: &[Table],
    tell: &mut dyn FnMut(Progress<'_>),
) -> sql::Result<([i64; 2], Vec<Summary>)> {
    let state = from.query_row(STATE, [], |row| Ok([row.get(0)?, row.get(1)?]))?;
    to.begin_to_write()?;
    to.execute_batch(EMPTY)?;
    let mut sums = Vec::with_capacity(tables.len());
    for table in tables {
        let mut sum = Summing::default();
        tell(Progress::Copying { table: &table.name, rows: 0, of: None });
        table.walk(from, None, BATCH_ROWS, |rows| {
            sum.add(rows);
            table.put(to, rows)?;
            tell(Progress::Copying { table: &table.name, rows: sum.rows, of: None });
            Ok::<(), sql::Error>(())
        })?;
        tell(Progress::Copying { table: &table.name, rows: sum.rows, of: Some(sum.rows) });
        sums.push(sum.end());
    }
    to.commit()?;
    Ok((state, sums))
}
