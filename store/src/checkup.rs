//! What `obole doctor` asks of a database.

use domain::port::Fault;
use domain::time::Timestamp;

use crate::column::at;
use crate::fault::Doing;
use crate::moved;
use crate::readers::Reader;

/// Keys of programs that are listed.
const KEYS_MAX: i64 = 1000;

const QUICK_CHECK: &str = "PRAGMA quick_check(1)";

const SCHEMA: &str = "SELECT name FROM schema_version ORDER BY number DESC LIMIT 1";

const LAST_AT: &str = "SELECT last_at FROM engine WHERE one = 1";

const OLDEST_WAITING: &str = "SELECT due_at FROM outbox ORDER BY id LIMIT 1";

const KEYS: &str = "SELECT id, created_at FROM api_key ORDER BY created_at LIMIT $1";

impl Reader {
    /// Whether SQLite finds its pages and rows well-formed; else what it found first. Reads the whole file; a server
    /// checks its own.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn quick_check(&self) -> Result<Option<String>, Fault> {
        if self.conn().sqlite().is_none() {
            return Ok(None);
        }
        let found: String =
            self.one(QUICK_CHECK, [], |row| row.get(0)).doing("check the database")?;
        Ok((found != "ok").then_some(found))
    }

    /// Where the database of a folder was moved to for good, without a password, and when.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn moved(&self) -> Result<Option<(String, Timestamp)>, Fault> {
        if self.conn().sqlite().is_none() {
            return Ok(None);
        }
        let mark = moved::mark(self.conn()).doing("look whether the database was moved")?;
        Ok(mark.and_then(|mark| mark.gone))
    }

    /// The name of the newest migration.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn schema(&self) -> Result<String, Fault> {
        self.one(SCHEMA, [], |row| row.get(0)).doing("read the schema's version")
    }

    /// The newest instant that a decision was made at.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn last_at(&self) -> Result<Timestamp, Fault> {
        self.one(LAST_AT, [], |row| at(row, 0)).doing("read the newest instant")
    }

    /// When the message that has waited longest is, or was, to be told.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn oldest_waiting(&self) -> Result<Option<Timestamp>, Fault> {
        self.maybe(OLDEST_WAITING, [], |row| at(row, 0)).doing("read the outbox")
    }

    /// The keys of programs and since when there are, the oldest first; no secrets.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn api_key_ages(&self) -> Result<Vec<(String, Timestamp)>, Fault> {
        self.list(KEYS, [KEYS_MAX], |row| Ok((row.get(0)?, at(row, 1)?))).doing("list the keys")
    }
}
