//! Backups: one file that is a whole database at one instant, taken while the service runs, and proved before it
//! counts.
//!
//! A backup is made beside its name and gets it when it is complete, proved and on disk, so that a file with the name
//! of a backup is one.

mod server;

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use domain::time::Timestamp;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

pub use self::server::{backup_server, restore_to_server};
use crate::carry::CarryError;
use crate::open::{FILE, OpenError, Options, connect_to_read, look, open};
use crate::readers::Readers;
use crate::sql;
use crate::vault::{KEY_FILE, KeySource};
use crate::verify::{Report, Unsound, verify};

/// The folder inside the new one in which a backup is proved before it is used.
const RESTORING: &str = "restoring";

const LAST_AT: &str = "SELECT last_at FROM engine WHERE one = 1";

/// A database that was copied and proved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Copied {
    /// The newest instant it knows: everything that was acknowledged by then is in it.
    pub at: Timestamp,
    /// Bytes of its file.
    pub bytes: u64,
    /// What was proved.
    pub report: Report,
}

/// Why there is no backup, or nothing was restored. Nothing that was there before was changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is something of this name already.
    #[error("there is something already at {0}; nothing is overwritten")]
    Exists(PathBuf),
    /// What should be restored has a log beside it, so it is a database in use.
    #[error("{0} is not a backup: it has a log beside it")]
    InUse(PathBuf),
    /// A file cannot be made, read or synced.
    #[error("cannot use {file}")]
    File {
        /// Which.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The copy is not sound, so neither may be what it was copied from.
    #[error("the copy is not sound")]
    Unsound(#[from] Unsound),
    /// A table of a server's database is another one in the file.
    #[error("the table {0} is not in the copy as it was read")]
    Differs(String),
    /// It did not arrive on a server.
    #[error(transparent)]
    Carry(#[from] CarryError),
    /// The database failed.
    #[error("cannot copy the database")]
    Database(#[from] sql::Error),
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error.into())
    }
}

/// A file or folder that is removed when dropped.
struct Passing(PathBuf);

impl Drop for Passing {
    fn drop(&mut self) {
        // The one that is not there any more cannot be removed, and need not be.
        let _ = fs::remove_file(&self.0);
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn unusable(file: &Path) -> impl FnOnce(io::Error) -> BackupError + use<'_> {
    move |source| BackupError::File { file: file.to_owned(), source }
}

/// Copies the database of a folder into a new file, of which nobody but its user may read anything, and proves the
/// copy. May run beside the process that serves the folder and does not hold it up; what is committed meanwhile waits
/// in the log.
///
/// # Errors
/// [`BackupError`]; there is no file of this name then, unless it was there before.
pub fn backup(folder: &Path, file: &Path, key: &KeySource) -> Result<Copied, BackupError> {
    let source = folder.join(FILE);
    if !source.is_file() {
        return Err(OpenError::Missing { folder: folder.to_owned() }.into());
    }
    made(file, |partial| {
        copy_pages(&source, partial)?;
        proved(partial, &look(partial.to_owned(), folder, key)?)
    })
}

/// Makes a file beside its name, and gives it that when it is complete, proved and on disk.
fn made(
    file: &Path,
    make: impl FnOnce(&Path) -> Result<Copied, BackupError>,
) -> Result<Copied, BackupError> {
    if file.symlink_metadata().is_ok() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    let partial = Passing(beside(file));
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&partial.0)
        .map_err(unusable(&partial.0))?;
    let copied = make(&partial.0)?;
    sync(&partial.0)?;
    give_name(&partial.0, file)?;
    sync(parent(file))?;
    Ok(copied)
}

/// Whether a file has a log beside it, as a database in use has.
fn has_log(file: &Path) -> bool {
    beside_with(file, "-wal").metadata().is_ok_and(|log| log.len() > 0)
}

/// Puts a backup into a folder that is new or holds nothing but its key, brings its schema up to date and proves it.
///
/// # Errors
/// [`BackupError`]; the folder is as empty as it was.
pub fn restore(file: &Path, folder: &Path, key: &KeySource) -> Result<Copied, BackupError> {
    if has_log(file) {
        return Err(BackupError::InUse(file.to_owned()));
    }
    fs::create_dir_all(folder).map_err(unusable(folder))?;
    for entry in fs::read_dir(folder).map_err(unusable(folder))? {
        if entry.map_err(unusable(folder))?.file_name() != KEY_FILE {
            return Err(BackupError::Exists(folder.to_owned()));
        }
    }
    let inner = Passing(folder.join(RESTORING));
    fs::create_dir(&inner.0).map_err(unusable(&inner.0))?;
    let copy = inner.0.join(FILE);
    fs::copy(file, &copy).map_err(unusable(file))?;
    let key = key.file(folder).map_or_else(|| key.clone(), KeySource::File);
    let sqlite = open(&inner.0, Options { key, ..Options::default() })?;
    let copied = proved(&copy, &sqlite.readers);
    drop(sqlite);
    let copied = copied?;
    // Whoever closed last may have been a reader, which leaves a log.
    Connection::open(&copy)?.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    sync(&copy)?;
    fs::rename(&copy, folder.join(FILE)).map_err(unusable(folder))?;
    drop(inner);
    sync(folder)?;
    Ok(copied)
}

/// Copies a database page by page from one snapshot, and leaves no log beside the copy.
fn copy_pages(from: &Path, to: &Path) -> Result<(), BackupError> {
    let source = connect_to_read(from, Options::default().reader_cache_kib)?;
    let mut copy = Connection::open(to)?;
    // The copy is synced as a whole before it gets its name.
    copy.execute_batch("PRAGMA synchronous = OFF")?;
    let source = source.sqlite().expect("a file is SQLite's");
    let step = Backup::new(source, &mut copy)?.step(-1)?;
    if step != StepResult::Done {
        return Err(OpenError::Busy { folder: parent(from).to_owned() }.into());
    }
    copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(())
}

/// Proves a copy.
fn proved(file: &Path, readers: &Readers) -> Result<Copied, BackupError> {
    let proof = readers.read(|reader| {
        let at = reader.one(LAST_AT, [], |row| row.get(0).map(Timestamp));
        Ok((at, verify(reader)))
    });
    let (at, report) = proof.map_err(Unsound::Fault)?;
    let bytes = fs::metadata(file).map_err(unusable(file))?.len();
    Ok(Copied { at: at?, bytes, report: report? })
}

/// Gives a complete file its name, unless there is something of this name.
fn give_name(partial: &Path, file: &Path) -> Result<(), BackupError> {
    match fs::hard_link(partial, file) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(BackupError::Exists(file.to_owned()))
        }
        // Some file systems know no second names; there, two backups into one name at once are the operator's to avoid.
        Err(_) => fs::rename(partial, file).map_err(unusable(file)),
    }
}

/// Makes a file or a folder's names survive a power cut.
fn sync(path: &Path) -> Result<(), BackupError> {
    File::open(path).and_then(|file| file.sync_all()).map_err(unusable(path))
}

fn parent(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => Path::new("/"),
    }
}

/// Another name beside the file's, that no backup has.
fn beside(file: &Path) -> PathBuf {
    beside_with(file, &format!(".{}.partial", std::process::id()))
}

fn beside_with(file: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
