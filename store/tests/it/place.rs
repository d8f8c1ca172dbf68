//! Where the tests' databases are: here in folders, of SQLite's. The tests that are run on a server as well, with another
//! `Place`, know no more of it than this.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::Connection;
use store::{Database, KeySource, OpenError, OperatorKey, Options, Readers};

/// Where a database is.
pub(crate) type Place = Folder;

/// A folder that is removed when dropped.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("obole-it-{}-{count}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn open(&self, options: Options) -> Result<Database, OpenError> {
        store::open(&self.0, options)
    }

    pub(crate) fn open_read(&self) -> Result<Readers, OpenError> {
        store::open_read(&self.0)
    }

    /// Runs statements that may leave what a table would refuse; gives how many rows they changed.
    pub(crate) fn run(&self, sql: &str) -> i64 {
        let raw = self.raw();
        raw.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
        raw.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        raw.query_row("SELECT total_changes()", [], |row| row.get(0)).unwrap()
    }

    /// Asks for one number.
    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.raw().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// Another place with the same database, what is still in its log included, and the same key.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::new();
        copy.take(self);
        copy
    }

    /// Copies another folder's database, with what is still in its log, and its key.
    pub(crate) fn take(&self, from: &Self) {
        let unseen: Option<fn(rusqlite::backup::Progress)> = None;
        from.raw().backup("main", self.0.join(store::FILE), unseen).unwrap();
        std::fs::copy(from.0.join(store::KEY_FILE), self.0.join(store::KEY_FILE)).unwrap();
    }

    /// Its key, for a copy elsewhere.
    pub(crate) fn key(&self) -> KeySource {
        KeySource::Given(OperatorKey::read(&self.0.join(store::KEY_FILE)).unwrap())
    }

    /// The database's file.
    pub(crate) fn file(&self) -> PathBuf {
        self.0.join(store::FILE)
    }

    /// A connection beside the store, to look at rows and to spoil them.
    pub(crate) fn raw(&self) -> Connection {
        Connection::open(self.file()).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
