//! Errors of the database as faults of ours.

use domain::port::Fault;
use rusqlite::ErrorCode;
use tokio_postgres::error::SqlState;

use crate::sql::{self, Error};

/// Says what was being done when the database failed.
pub(crate) trait Doing<T> {
    /// Turns the error into a [`Fault`]; `what` is read after "failed to".
    fn doing(self, what: &'static str) -> Result<T, Fault>;
}

impl<T> Doing<T> for sql::Result<T> {
    fn doing(self, what: &'static str) -> Result<T, Fault> {
        self.map_err(|error| fault(what, error))
    }
}

fn fault(what: &'static str, error: Error) -> Fault {
    if is_worth_a_try(&error) {
        Fault::again(what, error)
    } else if passes(&error) {
        Fault::passing(what, error)
    } else {
        Fault::new(what, error)
    }
}

/// Whether the same may work at once: the connection is gone and the next one may not be, others were in the way, or
/// the server is about to be back. Not where it has waited long already.
fn is_worth_a_try(error: &Error) -> bool {
    match error {
        Error::Postgres(error) => error.code().is_none_or(another_try_helps),
        Error::Sqlite(_)
        | Error::Silent(_)
        | Error::NoRows
        | Error::Column { .. }
        | Error::Other(_) => false,
    }
}

/// Of the errors that [`server_mends`]: the connection, transactions rolled back for others, a server that stops or
/// starts, and a key that somebody else has just written.
fn another_try_helps(code: &SqlState) -> bool {
    let class = code.code().get(..2).unwrap_or_default();
    ["08", "25", "40"].contains(&class)
        || [
            SqlState::UNIQUE_VIOLATION,
            SqlState::ADMIN_SHUTDOWN,
            SqlState::CRASH_SHUTDOWN,
            SqlState::CANNOT_CONNECT_NOW,
        ]
        .contains(code)
}

/// Whether the same may work later: the disk is full or read-only, the file is locked or cannot be reached, the server
/// is away, or others were in the way.
fn passes(error: &Error) -> bool {
    match error {
        Error::Sqlite(error) => file_mends(error),
        Error::Postgres(error) => error.code().is_none_or(server_mends),
        Error::Silent(_) => true,
        Error::NoRows | Error::Column { .. } | Error::Other(_) => false,
    }
}

fn file_mends(error: &rusqlite::Error) -> bool {
    match error.sqlite_error_code() {
        Some(
            ErrorCode::DiskFull
            | ErrorCode::ReadOnly
            | ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::OutOfMemory
            | ErrorCode::FileLockingProtocolFailed,
        ) => true,
        Some(_) | None => false,
    }
}

/// The classes of PostgreSQL's error codes (its manual, appendix A) that say nothing about the statement: connection,
/// invalid transaction state, rolled back for others, out of resources, not ready (a lock that was waited for too
/// long), stopped by an operator, system error. And a key that somebody else has just written: done again, the group
/// sees it.
fn server_mends(code: &SqlState) -> bool {
    let class = code.code().get(..2).unwrap_or_default();
    ["08", "25", "40", "53", "55", "57", "58"].contains(&class)
        || *code == SqlState::UNIQUE_VIOLATION
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn what_the_machine_can_mend_passes_and_the_rest_does_not() {
        let cases = [
            (ffi::SQLITE_FULL, true),
            (ffi::SQLITE_READONLY, true),
            (ffi::SQLITE_BUSY, true),
            (ffi::SQLITE_LOCKED, true),
            (ffi::SQLITE_IOERR_FSYNC, true),
            (ffi::SQLITE_CANTOPEN, true),
            (ffi::SQLITE_CONSTRAINT_PRIMARYKEY, false),
            (ffi::SQLITE_CORRUPT, false),
            (ffi::SQLITE_MISUSE, false),
        ];
        for (code, passing) in cases {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into();
            assert_eq!(fault("test", error).passing, passing, "code {code}");
        }
        assert!(!fault("test", Error::NoRows).passing);
        assert!(fault("test", Error::Silent(1)).passing);
        let mended =
            [SqlState::T_R_DEADLOCK_DETECTED, SqlState::ADMIN_SHUTDOWN, SqlState::UNIQUE_VIOLATION];
        assert!(mended.iter().all(server_mends) && mended.iter().all(another_try_helps));
        let waited = [SqlState::QUERY_CANCELED, SqlState::LOCK_NOT_AVAILABLE, SqlState::DISK_FULL];
        assert!(waited.iter().all(|code| server_mends(code) && !another_try_helps(code)));
        assert!(
            !server_mends(&SqlState::SYNTAX_ERROR) && !server_mends(&SqlState::CHECK_VIOLATION)
        );
    }
}
