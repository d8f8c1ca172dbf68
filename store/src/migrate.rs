//! Migrations: numbered folders that only add. An applied one is never edited; its checksum forbids it.

use std::fmt::Write;

use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Counts up from 1.
    pub number: u32,
    /// Its folder.
    pub name: &'static str,
    /// What it runs.
    pub sql: &'static str,
}

impl Migration {
    /// SHA-256 of what it runs, in hexadecimal; a database keeps it, and `migrations/checksums.txt` freezes it.
    #[must_use]
    pub fn checksum(&self) -> String {
        let mut text = String::with_capacity(64);
        for byte in Sha256::digest(self.sql.as_bytes()) {
            write!(text, "{byte:02x}").expect("writing into a string cannot fail");
        }
        text
    }
}

/// Every step, in order.
pub static MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "0001_first",
        sql: include_str!("../migrations/0001_first/sqlite.sql"),
    },
    Migration {
        number: 2,
        name: "0002_seals",
        sql: include_str!("../migrations/0002_seals/sqlite.sql"),
    },
    Migration {
        number: 3,
        name: "0003_bills",
        sql: include_str!("../migrations/0003_bills/sqlite.sql"),
    },
    Migration {
        number: 5,
        name: "0005_api",
        sql: include_str!("../migrations/0005_api/sqlite.sql"),
    },
    Migration {
        number: 6,
        name: "0006_trace",
        sql: include_str!("../migrations/0006_trace/sqlite.sql"),
    },
    Migration {
        number: 7,
        name: "0007_pages",
        sql: include_str!("../migrations/0007_pages/sqlite.sql"),
    },
    Migration {
        number: 8,
        name: "0008_webhooks",
        sql: include_str!("../migrations/0008_webhooks/sqlite.sql"),
    },
    Migration {
        number: 9,
        name: "0009_refunds",
        sql: include_str!("../migrations/0009_refunds/sqlite.sql"),
    },
    Migration {
        number: 10,
        name: "0010_schedules",
        sql: include_str!("../migrations/0010_schedules/sqlite.sql"),
    },
    Migration {
        number: 11,
        name: "0011_keys",
        sql: include_str!("../migrations/0011_keys/sqlite.sql"),
    },
    Migration {
        number: 12,
        name: "0012_suspense",
        sql: include_str!("../migrations/0012_suspense/sqlite.sql"),
    },
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
    /// SQLite failed.
    #[error("a migration cannot be read or applied")]
    Sqlite(#[from] rusqlite::Error),
}

/// Brings the schema up to date, each step in a transaction of its own.
///
/// # Errors
/// [`MigrateError`]; what was applied before stays.
pub fn migrate(
    conn: &mut Connection,
    steps: &[Migration],
    now: Timestamp,
) -> Result<(), MigrateError> {
    conn.execute_batch(
        "CREATE TABLE IF NOT EXISTS schema_version (
             number INTEGER PRIMARY KEY,
             name TEXT NOT NULL,
             checksum TEXT NOT NULL,
             applied_at INTEGER NOT NULL
         ) STRICT",
    )?;
    for step in missing(conn, steps)? {
        let transaction = conn.transaction()?;
        transaction.execute_batch(step.sql)?;
        transaction.execute(
            "INSERT INTO schema_version (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
            params![step.number, step.name, step.checksum(), now.0],
        )?;
        transaction.commit()?;
    }
    Ok(())
}

/// Checks that the schema is up to date and changes nothing.
///
/// # Errors
/// [`MigrateError`] if it is not.
pub fn check(conn: &Connection, steps: &[Migration]) -> Result<(), MigrateError> {
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
    let mut applied = conn.prepare("SELECT checksum FROM schema_version WHERE number = $1")?;
    let mut missing = Vec::new();
    for step in steps {
        let found: Option<String> =
            applied.query_row([step.number], |row| row.get(0)).optional()?;
        match found {
            None => missing.push(step),
            Some(sum) if sum == step.checksum() => {}
            Some(_) => return Err(MigrateError::Changed { name: step.name.to_owned() }),
        }
    }
    Ok(missing)
}
