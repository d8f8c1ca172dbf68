//! Migrations: numbered folders that only add. An applied one is never edited; its checksum forbids it.

use std::fmt::Write;
use std::path::Path;

use domain::time::Timestamp;
use sha2::{Digest, Sha256};

use crate::sql::{self, Connection, OptionalExtension, params};

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Counts up from 1.
    pub number: u32,
    /// Its folder.
    pub name: &'static str,
    /// What it runs on SQLite.
    pub sql: &'static str,
    /// What it runs on PostgreSQL: the same tables, columns and indexes.
    pub postgres: &'static str,
}

impl Migration {
    /// SHA-256 of what it runs on SQLite, in hexadecimal; a database keeps it, and `migrations/checksums.txt` freezes
    /// it.
    #[must_use]
    pub fn checksum(&self) -> String {
        checksum(self.sql)
    }

    const fn text(&self, conn: &Connection) -> &'static str {
        if conn.sqlite().is_some() { self.sql } else { self.postgres }
    }
}

fn checksum(sql: &str) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(sql.as_bytes()) {
        write!(text, "{byte:02x}").expect("writing into a string cannot fail");
    }
    text
}

macro_rules! step {
    ($number:literal, $name:literal) => {
        Migration {
            number: $number,
            name: $name,
            sql: include_str!(concat!("../migrations/", $name, "/sqlite.sql")),
            postgres: include_str!(concat!("../migrations/", $name, "/postgres.sql")),
        }
    };
}

/// Every step, in order.
pub static MIGRATIONS: &[Migration] = &[
    step!(1, "0001_first"),
    step!(2, "0002_seals"),
    step!(3, "0003_bills"),
    step!(5, "0005_api"),
    step!(6, "0006_trace"),
    step!(7, "0007_pages"),
    step!(8, "0008_webhooks"),
    step!(9, "0009_refunds"),
    step!(10, "0010_schedules"),
    step!(11, "0011_keys"),
    step!(12, "0012_suspense"),
    step!(13, "0013_passkeys"),
];

/// Why a database does not fit this program.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A step was edited after this database had applied it.
    #[error(
        "migration {name} of this database is not the one this program knows; it was edited after its release"
    )]
    Changed {
        /// Which.
        name: String,
    },
    /// A newer program has used this database.
    #[error("the database has migration {number}, this program knows {known}; use a newer program")]
    Newer {
        /// The newest step of the database.
        number: u32,
        /// The newest step of this program.
        known: u32,
    },
    /// An older program made this database and nobody may change it now.
    #[error("the database lacks migration {name}; open it once with `obole serve`")]
    Older {
        /// The first step that is missing.
        name: &'static str,
    },
    /// The database failed.
    #[error("a migration cannot be read or applied")]
    Database(#[from] sql::Error),
}

/// Brings the schema of a file of SQLite's up to date, each step in a transaction of its own.
///
/// # Errors
/// [`MigrateError`]; what was applied before stays.
pub fn migrate_file(file: &Path, steps: &[Migration], now: Timestamp) -> Result<(), MigrateError> {
    migrate(
        &Connection::Sqlite(rusqlite::Connection::open(file).map_err(sql::Error::from)?),
        steps,
        now,
    )
}

/// Brings the schema up to date, each step in a transaction of its own. Nodes that start together do it one after the
/// other, and others serve meanwhile: a step only adds.
///
/// # Errors
/// [`MigrateError`]; what was applied before stays.
pub(crate) fn migrate(
    conn: &Connection,
    steps: &[Migration],
    now: Timestamp,
) -> Result<(), MigrateError> {
    let made = conn.execute_batch(if conn.sqlite().is_some() { TABLE } else { TABLE_ON_SERVER });
    // Of two nodes that make it at once, one is told that it is there.
    if made.is_err() && conn.sqlite().is_some() {
        made?;
    }
    for step in missing(conn, steps)? {
        conn.begin_to_write()?;
        let applied = apply(conn, step, now);
        if applied.is_ok() {
            conn.commit()?
        } else {
            conn.roll_back()?
        }
        applied?;
    }
    Ok(())
}

const APPLIED: &str = "SELECT checksum FROM schema_version WHERE number = $1";

const TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_version (
         number INTEGER PRIMARY KEY,
         name TEXT NOT NULL,
         checksum TEXT NOT NULL,
         applied_at INTEGER NOT NULL
     ) STRICT";

const TABLE_ON_SERVER: &str = "CREATE TABLE IF NOT EXISTS schema_version (
         number bigint PRIMARY KEY,
         name text NOT NULL,
         checksum text NOT NULL,
         applied_at bigint NOT NULL
     )";

fn apply(conn: &Connection, step: &Migration, now: Timestamp) -> Result<(), MigrateError> {
    if conn.sqlite().is_none() {
        conn.execute_batch("LOCK TABLE schema_version IN EXCLUSIVE MODE")?;
        // Whoever had the lock before may have applied it.
        if conn.query_row(APPLIED, params![step.number], |_| Ok(())).optional()?.is_some() {
            return Ok(());
        }
    }
    conn.execute_batch(step.text(conn))?;
    conn.execute(
        "INSERT INTO schema_version (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
        params![step.number, step.name, checksum(step.text(conn)), now.0],
    )?;
    Ok(())
}

/// Checks that the schema is up to date and changes nothing.
///
/// # Errors
/// [`MigrateError`] if it is not.
pub(crate) fn check(conn: &Connection, steps: &[Migration]) -> Result<(), MigrateError> {
    match missing(conn, steps)?.first() {
        None => Ok(()),
        Some(step) => Err(MigrateError::Older { name: step.name }),
    }
}

/// The steps this database has not applied; the applied ones must be unchanged.
fn missing<'a>(
    conn: &Connection,
    steps: &'a [Migration],
) -> Result<Vec<&'a Migration>, MigrateError> {
    let known = steps.last().map_or(0, |step| step.number);
    let newest: Option<u32> =
        conn.query_row("SELECT max(number) FROM schema_version", [], |row| row.get(0))?;
    if let Some(number) = newest.filter(|number| *number > known) {
        return Err(MigrateError::Newer { number, known });
    }
    let mut applied = conn.prepare_cached(APPLIED)?;
    let mut missing = Vec::new();
    for step in steps {
        let found: Option<String> =
            applied.query_row([step.number], |row| row.get(0)).optional()?;
        match found {
            None => missing.push(step),
            Some(sum) if sum == checksum(step.text(conn)) => {}
            Some(_) => return Err(MigrateError::Changed { name: step.name.to_owned() }),
        }
    }
    Ok(missing)
}
