//! Opening a database: a folder with `obole.db`, and a lock so that one process serves it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use domain::member::Network;
use domain::time::Timestamp;
use rusqlite::OpenFlags;
use rusqlite::config::DbConfig;

use crate::checkpoint::Checkpointer;
use crate::engine::{Clock, OfFile, Writer, system_clock};
use crate::lanes::{self, Lanes};
use crate::memory::members_that_fit;
use crate::migrate::{MIGRATIONS, MigrateError, check, migrate};
use crate::moved;
use crate::postgres;
use crate::readers::{Readers, Size, Source};
use crate::sql::{self, Connection, Server, Session, Target};
use crate::vault::{self, KeyError, KeySource, OperatorKey, Sealer, Vault};

/// The database's file in its folder.
pub const FILE: &str = "obole.db";

/// The lock's file in the folder.
const LOCK_FILE: &str = "obole.lock";

/// What the lock's file holds while the database is open for writing.
const IN_USE: &[u8] = b"in use\n";

/// How long a connection waits for a lock of SQLite's; only our own connections compete, and briefly.
const BUSY_MS: u64 = 5_000;

/// Prepared statements each connection keeps; more than there are different ones.
const STATEMENTS_MAX: usize = 128;

/// Beyond this the write-ahead log is cut back to when it begins anew, in bytes.
const WAL_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// How a database is opened.
pub struct Options {
    /// What tells the time; without it the machine does, or the server that several nodes share.
    pub clock: Option<Clock>,
    /// The networks whose posts are kept in this database; their messages are delivered in one order.
    pub own_networks: Vec<Network>,
    /// The writer's page cache, in KiB. SQLite walks through all of it at each commit that has split a page; what is
    /// beyond it is in the system's cache.
    pub cache_kib: u32,
    /// The page cache of each reader, in KiB.
    pub reader_cache_kib: u32,
    /// Readers at once, at most.
    pub readers: usize,
    /// Members whose rows and keys stay in memory, at most; as many as an eighth of the machine's memory holds.
    pub members_kept: usize,
    /// Pages of the write-ahead log after which a commit copies them into the database, which is what the slowest
    /// commits are slow for: fewer are copied sooner and oftener.
    pub wal_pages: u32,
    /// Bytes of a page of a new database, a power of two from 512 to 65,536. A payment changes a few bytes on a
    /// handful of pages far apart, and each changed page is written whole.
    pub page_bytes: u32,
    /// The most pages the database may have; for tests of a full disk.
    pub pages_max: Option<u32>,
    /// Where the operator's key is, under which every text is sealed.
    pub key: KeySource,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            clock: None,
            own_networks: vec![Network::SQUARE],
            cache_kib: 32 * 1024,
            reader_cache_kib: 16 * 1024,
            readers: 8,
            members_kept: members_that_fit(),
            wal_pages: 16_000,
            page_bytes: 4_096,
            pages_max: None,
            key: KeySource::Beside,
        }
    }
}

/// An open database. Its parts may live on different threads; the folder is free again when all are dropped.
pub struct Database {
    /// Writes.
    pub engine: Writer,
    /// Read.
    pub readers: Readers,
    /// Whether the last process had not closed the database, and what it had committed was recovered.
    pub recovered: bool,
    /// The file of the operator's key that was made for it.
    pub key_made: Option<PathBuf>,
}

/// Why a database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder is in use.
    #[error("another process serves this folder: {folder}")]
    Busy {
        /// Which.
        folder: PathBuf,
    },
    /// There is no database in the folder.
    #[error("there is no database in {folder}")]
    Missing {
        /// Which.
        folder: PathBuf,
    },
    /// The folder or the lock cannot be made or read.
    #[error("cannot use the folder {folder}")]
    Folder {
        /// Which.
        folder: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The schema does not fit this program.
    #[error(transparent)]
    Schema(#[from] MigrateError),
    /// The texts cannot be opened.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The server is too old.
    #[error("the server is PostgreSQL {found}; Obole needs {} or newer", postgres::VERSION_MIN)]
    Version {
        /// Its version.
        found: i64,
    },
    /// The database went to a server for good.
    #[error(
        "this database was moved to {place} at {}. Nothing is lost: it is served from there, with \
         database = \"{place}\" in the configuration. What is here can be proved and exported, and is written no more",
        at.to_jiff()
    )]
    Moved {
        /// Where to, without a password.
        place: String,
        /// When.
        at: Timestamp,
    },
    /// A move into the server's database is not finished.
    #[error(
        "a database is being moved or restored to this one and is not all here. Nothing is lost: run the same \
         `obole move` or `obole restore` again, which goes on"
    )]
    Arriving,
    /// Somebody has the server's database open.
    #[error(
        "{connections} connections of Obole's are open to this database: end every node, and whatever else reads it"
    )]
    Served {
        /// How many.
        connections: i64,
    },
    /// The server's database has nothing of ours.
    #[error("there is nothing of Obole's in this database of the server; `obole serve` makes it")]
    Empty,
    /// The database failed.
    #[error("cannot open the database")]
    Database(#[from] sql::Error),
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error.into())
    }
}

/// What keeps a folder ours while any part of the database lives.
pub(crate) struct Guard {
    /// Held while it is open.
    lock: Option<File>,
    /// Whether the lock's file says that the database is in use, which must be taken back.
    marked: bool,
    temporary: Option<PathBuf>,
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let (Some(lock), true) = (&self.lock, self.marked) {
            let _ = lock.set_len(0);
        }
        if let Some(folder) = &self.temporary {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Opens, or makes, the database of a folder, brings its schema up to date, and locks the folder.
///
/// # Errors
/// [`OpenError`]; nothing has been changed but migrations that were complete.
pub fn open(folder: &Path, options: Options) -> Result<Database, OpenError> {
    let unusable = |source| OpenError::Folder { folder: folder.to_owned(), source };
    fs::create_dir_all(folder).map_err(unusable)?;
    let file = lock_folder(folder)?;
    // The mark is taken back when the folder is closed; one that is found was left by a crash.
    let crashed = file.metadata().map_err(unusable)?.len() > 0;
    (&file).write_all(IN_USE).map_err(unusable)?;
    let guard = Guard { lock: Some(file), marked: true, temporary: None };
    open_locked(folder, options, guard, crashed)
}

/// Opens the database of a server and brings its schema up to date; any number of
/// nodes may. The operator's key is looked for as for a database of `folder`.
///
/// # Errors
/// [`OpenError`]; nothing has been changed but migrations that were complete.
pub fn connect(
    server: impl Into<Server>,
    folder: &Path,
    options: Options,
) -> Result<Database, OpenError> {
    fs::create_dir_all(folder)
        .map_err(|source| OpenError::Folder { folder: folder.to_owned(), source })?;
    let target = Target::parse(&server.into())?;
    let conn = Connection::Postgres(Session::open(&target, postgres::WRITER)?);
    check_server(&conn)?;
    conn.begin_to_write()?;
    // Of two nodes that start on a new database one makes the key, and the other finds it.
    conn.execute_batch(
        "LOCK TABLE vault IN EXCLUSIVE MODE; UPDATE vault SET swept = 1 WHERE one = 1",
    )?;
    let opened = moved::check_arrived(&conn)
        .and_then(|()| Vault::open_or_make(&conn, folder, &options.key).map_err(OpenError::from));
    if opened.is_ok() {
        conn.commit()?
    } else {
        conn.roll_back()?
    }
    let (vault, key_made) = opened?;
    let vault = Arc::new(vault);
    vault::teach(&conn, &vault)?;
    let readers = Readers::new(Source::Server(target), options.readers, Arc::clone(&vault))?;
    let sealer = Sealer::new(vault, options.members_kept);
    let engine = Writer::new(conn, (options.clock, options.own_networks, sealer), None)?;
    Ok(Database { engine, readers, recovered: false, key_made })
}

/// Refuses a server that is too old, and brings the schema up to date.
pub(crate) fn check_server(conn: &Connection) -> Result<(), OpenError> {
    postgres::check_version(conn)?;
    Ok(migrate(conn, MIGRATIONS, system_clock()())?)
}

/// Opens the database of a server to look at it.
///
/// # Errors
/// [`OpenError`].
pub fn connect_read(
    server: impl Into<Server>,
    folder: &Path,
    key: &KeySource,
) -> Result<Readers, OpenError> {
    let target = Target::parse(&server.into())?;
    let conn = Connection::Postgres(Session::open(&target, postgres::READER)?);
    check_there(&conn)?;
    let vault = Vault::open_read(&conn, folder, key)?;
    Readers::new(Source::Server(target), Options::default().readers, Arc::new(vault))
}

/// Refuses a server's database that cannot be looked at: too old, of another schema, or not all there.
pub(crate) fn check_there(conn: &Connection) -> Result<(), OpenError> {
    postgres::check_version(conn)?;
    if !postgres::is_ours(conn)? {
        return Err(OpenError::Empty);
    }
    check(conn, MIGRATIONS)?;
    moved::check_arrived(conn)
}

/// Locks a folder as long as the file lives.
pub(crate) fn lock_folder(folder: &Path) -> Result<File, OpenError> {
    let unusable = |source| OpenError::Folder { folder: folder.to_owned(), source };
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(folder.join(LOCK_FILE))
        .map_err(unusable)?;
    locked(file.try_lock(), folder)?;
    Ok(file)
}

/// Opens a new database in a folder of its own, which is removed when the last part of it is dropped.
///
/// # Errors
/// [`OpenError`].
pub fn open_temporary(mut options: Options) -> Result<Database, OpenError> {
    let folder = temporary_folder()?;
    if options.key == KeySource::Beside {
        let source = |error: getrandom::Error| io::Error::other(error.to_string());
        let unusable = |error| OpenError::Folder { folder: folder.clone(), source: source(error) };
        options.key = KeySource::Given(OperatorKey::new().map_err(unusable)?);
    }
    let guard = Guard { lock: None, marked: false, temporary: Some(folder.clone()) };
    open_locked(&folder, options, guard, false)
}

/// Opens the database of a folder to look at it, by the key beside it.
///
/// # Errors
/// [`OpenError`].
pub fn open_read(folder: &Path) -> Result<Readers, OpenError> {
    open_read_with(folder, &KeySource::Beside)
}

/// Opens the database of a folder to look at it, also while a process serves the folder: what that commits meanwhile
/// is seen by the next snapshot. Nothing is changed.
///
/// # Errors
/// [`OpenError`].
pub fn open_read_with(folder: &Path, key: &KeySource) -> Result<Readers, OpenError> {
    let file = folder.join(FILE);
    if !file.is_file() {
        return Err(OpenError::Missing { folder: folder.to_owned() });
    }
    look(file, folder, key)
}

/// What the database of a folder takes on the disk; nothing where there is none.
#[must_use]
pub fn size(folder: &Path) -> Size {
    Size::of(&folder.join(FILE))
}

/// Readers of a file whose schema is up to date and whose texts are sealed, by the key of the database of `folder`.
pub(crate) fn look(file: PathBuf, folder: &Path, key: &KeySource) -> Result<Readers, OpenError> {
    let options = Options::default();
    let conn = connect_to_read(&file, options.reader_cache_kib)?;
    check(&conn, MIGRATIONS)?;
    let vault = Vault::open_read(&conn, folder, key)?;
    if !vault::is_complete(&conn)? {
        return Err(KeyError::NotSealed.into());
    }
    let guard = Arc::new(Guard { lock: None, marked: false, temporary: None });
    let source = Source::File { file, cache_kib: options.reader_cache_kib, _guard: guard };
    Readers::new(source, options.readers, Arc::new(vault))
}

fn locked(result: Result<(), TryLockError>, folder: &Path) -> Result<(), OpenError> {
    match result {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(OpenError::Busy { folder: folder.to_owned() }),
        Err(TryLockError::Error(source)) => {
            Err(OpenError::Folder { folder: folder.to_owned(), source })
        }
    }
}

fn open_locked(
    folder: &Path,
    options: Options,
    guard: Guard,
    recovered: bool,
) -> Result<Database, OpenError> {
    let guard = Arc::new(guard);
    let file = folder.join(FILE);
    make_private(&file)
        .map_err(|source| OpenError::Folder { folder: folder.to_owned(), source })?;
    let raw = rusqlite::Connection::open(&file)?;
    prepare(&raw, options.cache_kib)?;
    raw.execute_batch(&format!(
        "PRAGMA page_size = {};
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA wal_autocheckpoint = {};
         PRAGMA journal_size_limit = {WAL_BYTES_MAX};",
        options.page_bytes, options.wal_pages
    ))?;
    let conn = Connection::Sqlite(raw);
    moved::check_here(&conn)?;
    let mut clock = options.clock.unwrap_or_else(system_clock);
    migrate(&conn, MIGRATIONS, clock())?;
    let (vault, key_made) = Vault::open_or_make(&conn, folder, &options.key)?;
    let vault = Arc::new(vault);
    vault::teach(&conn, &vault)?;
    let sealer = Sealer::new(Arc::clone(&vault), options.members_kept);
    vault::seal_all(&conn, &sealer)?;
    if let (Some(pages), Some(conn)) = (options.pages_max, conn.sqlite()) {
        conn.pragma_update(None, "max_page_count", pages)?;
    }
    let checkpointer = Checkpointer::start(&file)?;
    let source =
        |cache_kib| Source::File { file: file.clone(), cache_kib, _guard: Arc::clone(&guard) };
    let lanes = Lanes::open(&source(lanes::CACHE_KIB), &vault)?;
    let readers = Readers::new(source(options.reader_cache_kib), options.readers, vault)?;
    let writing = (Some(clock), options.own_networks, sealer);
    let of_file = OfFile { lanes, checkpointer, _guard: guard };
    let engine = Writer::new(conn, writing, Some(of_file))?;
    Ok(Database { engine, readers, recovered, key_made })
}

/// Makes a new database's file readable by its user alone: it holds what programs sign with. SQLite gives its log the
/// same rights.
fn make_private(file: &Path) -> io::Result<()> {
    OpenOptions::new().create(true).append(true).mode(0o600).open(file).map(drop)
}

/// What every connection has: no foreign keys (each would be a look-up for every row, and rows are never removed),
/// its cache, and patience. Plans are made once: otherwise some statements are compiled anew for each value bound.
fn prepare(conn: &rusqlite::Connection, cache_kib: u32) -> rusqlite::Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.busy_timeout(Duration::from_millis(BUSY_MS))?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    conn.execute_batch(&format!("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -{cache_kib};"))
}

/// A connection to a file that is there, for what is done to a database that nobody serves.
pub(crate) fn connect_to_write(file: &Path) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = rusqlite::Connection::open_with_flags(file, flags)?;
    prepare(&conn, Options::default().cache_kib)?;
    Ok(Connection::Sqlite(conn))
}

/// A connection that cannot write.
pub(crate) fn connect_to_read(file: &Path, cache_kib: u32) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = rusqlite::Connection::open_with_flags(file, flags)?;
    prepare(&conn, cache_kib)?;
    conn.execute_batch("PRAGMA query_only = ON")?;
    Ok(Connection::Sqlite(conn))
}

/// A folder that did not exist before.
fn temporary_folder() -> Result<PathBuf, OpenError> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("obole-{}-{count}", std::process::id()));
        match fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(source) => return Err(OpenError::Folder { folder, source }),
        }
    }
}
