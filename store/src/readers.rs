//! Readers: connections that cannot write, each page's questions answered from one snapshot.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use domain::port::Fault;
use domain::time::Timestamp;

use crate::fault::Doing;
use crate::open::{Guard, OpenError, connect_to_read};
use crate::postgres;
use crate::sql::{self, Connection, OptionalExtension, Params, Row, Session, Statement, Target};
use crate::vault::{self, Vault};

const PULSE: &str = "SELECT (SELECT last_value FROM outbox_number)
         + (SELECT coalesce(max(number), 0) FROM post)";

const DATABASE_SIZE: &str = "SELECT pg_database_size(current_database())";

/// A handle on the readers of a database; clones share them.
#[derive(Clone)]
pub struct Readers {
    pool: Arc<Pool>,
}

struct Pool {
    source: Source,
    idle: Mutex<Idle>,
    returned: Condvar,
    vault: Arc<Vault>,
}

/// What readers read.
pub(crate) enum Source {
    /// A file, with a page cache of so many KiB for each reader.
    File { file: PathBuf, cache_kib: u32, _guard: Arc<Guard> },
    /// A server's database.
    Server(Target),
}

impl Source {
    fn connect(&self) -> Result<Connection, OpenError> {
        match self {
            Self::File { file, cache_kib, .. } => connect_to_read(file, *cache_kib),
            Self::Server(target) => {
                Ok(Connection::Postgres(Session::open(target, postgres::READER)?))
            }
        }
    }
}

struct Idle {
    readers: Vec<Reader>,
    /// How many more may be opened.
    unopened: usize,
}

/// What a database takes on the disk, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Size {
    /// Its file.
    pub database: u64,
    /// What was committed and is not in the file yet.
    pub log: u64,
}

impl Size {
    pub(crate) fn of(file: &Path) -> Self {
        let bytes = |file: &Path| std::fs::metadata(file).map_or(0, |found| found.len());
        let mut log = file.as_os_str().to_owned();
        log.push("-wal");
        Self { database: bytes(file), log: bytes(Path::new(&log)) }
    }
}

/// A connection that reads. Its methods are the questions that pages ask.
pub struct Reader {
    conn: Connection,
    /// Every question asked, for the test of their plans.
    #[cfg(test)]
    pub(crate) asked: std::cell::RefCell<std::collections::BTreeSet<String>>,
}

impl fmt::Debug for Readers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Readers").finish_non_exhaustive()
    }
}

impl Readers {
    pub(crate) fn new(source: Source, count: usize, vault: Arc<Vault>) -> Result<Self, OpenError> {
        // The first one is opened now, so that a database that cannot be read is told at once.
        let first = Reader::open(&source, &vault)?;
        let idle = Idle { readers: vec![first], unopened: count.saturating_sub(1) };
        let pool = Pool { source, idle: Mutex::new(idle), returned: Condvar::new(), vault };
        Ok(Self { pool: Arc::new(pool) })
    }

    /// Whether other nodes may write into the database as well.
    #[must_use]
    pub fn are_shared(&self) -> bool {
        matches!(self.pool.source, Source::Server(_))
    }

    /// What the database takes on the disk.
    #[must_use]
    pub fn size(&self) -> Size {
        match &self.pool.source {
            Source::File { file, .. } => Size::of(file),
            Source::Server(_) => self.read(Reader::size_on_server).unwrap_or_default(),
        }
    }

    /// Asks questions of one snapshot; waits while all readers are busy.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read, or the questions' own.
    pub fn read<T>(&self, ask: impl FnOnce(&Reader) -> Result<T, Fault>) -> Result<T, Fault> {
        let lent = Lent { reader: Some(self.pool.take()?), pool: &self.pool };
        let reader = lent.reader.as_ref().expect("a reader is lent until it is dropped");
        reader.begin().doing("begin to read")?;
        ask(reader)
    }
}

impl Pool {
    fn take(&self) -> Result<Reader, Fault> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(reader) = idle.readers.pop() {
                return Ok(reader);
            }
            if let Some(unopened) = idle.unopened.checked_sub(1) {
                idle.unopened = unopened;
                drop(idle);
                return self.open();
            }
            idle = self.returned.wait(idle).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn open(&self) -> Result<Reader, Fault> {
        Reader::open(&self.source, &self.vault).map_err(|error| {
            self.lost();
            Fault::passing("open a reader", error)
        })
    }

    /// A reader is gone; another may be opened in its place.
    fn lost(&self) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.unopened = idle.unopened.saturating_add(1);
        drop(idle);
        self.returned.notify_one();
    }

    fn give_back(&self, reader: Reader) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.readers.push(reader);
        drop(idle);
        self.returned.notify_one();
    }
}

/// A reader that goes back when the questions are asked, also when they panic.
struct Lent<'a> {
    reader: Option<Reader>,
    pool: &'a Pool,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let Some(reader) = self.reader.take() else { return };
        match reader.end() {
            Ok(()) => self.pool.give_back(reader),
            Err(_) => self.pool.lost(),
        }
    }
}

impl Reader {
    pub(crate) fn open(source: &Source, vault: &Arc<Vault>) -> Result<Self, OpenError> {
        let conn = source.connect()?;
        vault::teach(&conn, vault)?;
        Ok(Self {
            conn,
            #[cfg(test)]
            asked: std::cell::RefCell::default(),
        })
    }

    /// A number that is another one whenever somebody was told something or posted since; for databases that nodes share.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn pulse(&self) -> Result<i64, Fault> {
        self.one(PULSE, [], |row| row.get(0)).doing("look for what other nodes did")
    }

    /// The clock of the server that nodes share; `None` where the machine's own counts.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn clock(&self) -> Result<Option<Timestamp>, Fault> {
        if self.conn.postgres().is_none() {
            return Ok(None);
        }
        postgres::now(&self.conn).map(Some).doing("read the server's clock")
    }

    fn size_on_server(&self) -> Result<Size, Fault> {
        let bytes: i64 =
            self.one(DATABASE_SIZE, [], |row| row.get(0)).doing("measure the database")?;
        Ok(Size { database: bytes.unsigned_abs(), log: 0 })
    }

    fn prepare(&self, sql: &str) -> sql::Result<Statement<'_>> {
        #[cfg(test)]
        self.asked.borrow_mut().insert(sql.to_owned());
        self.conn.prepare_cached(sql)
    }

    pub(crate) const fn conn(&self) -> &Connection {
        &self.conn
    }

    pub(crate) fn begin(&self) -> sql::Result<()> {
        self.conn.begin_to_read()
    }

    /// Says that whole tables are read from now on, until the questions are asked.
    pub(crate) fn read_all(&self) -> sql::Result<()> {
        match self.conn.postgres() {
            Some(_) => self.conn.execute_batch(postgres::READ_ALL),
            None => Ok(()),
        }
    }

    pub(crate) fn end(&self) -> sql::Result<()> {
        if self.conn.is_autocommit() { Ok(()) } else { self.conn.end_reading() }
    }

    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> sql::Result<T>,
    ) -> sql::Result<T> {
        self.prepare(sql)?.query_row(params, read)
    }

    pub(crate) fn maybe<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> sql::Result<T>,
    ) -> sql::Result<Option<T>> {
        self.one(sql, params, read).optional()
    }

    pub(crate) fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> sql::Result<T>,
    ) -> sql::Result<Vec<T>> {
        self.prepare(sql)?.query_map(params, read)
    }
}
