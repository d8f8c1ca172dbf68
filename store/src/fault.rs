//! Errors of SQLite as faults of ours.

use domain::port::Fault;
use rusqlite::{Error, ErrorCode};

/// Says what was being done when SQLite failed.
pub(crate) trait Doing<T> {
    /// Turns the error into a [`Fault`]; `what` is read after "failed to".
    fn doing(self, what: &'static str) -> Result<T, Fault>;
}

impl<T> Doing<T> for rusqlite::Result<T> {
    fn doing(self, what: &'static str) -> Result<T, Fault> {
        self.map_err(|error| fault(what, error))
    }
}

fn fault(what: &'static str, error: Error) -> Fault {
    if passes(&error) { Fault::passing(what, error) } else { Fault::new(what, error) }
}

/// Whether the same may work later: the disk is full or read-only, the file is locked or cannot be reached.
fn passes(error: &Error) -> bool {
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
            let error = Error::SqliteFailure(ffi::Error::new(code), None);
            assert_eq!(fault("test", error).passing, passing, "code {code}");
        }
        assert!(!fault("test", Error::QueryReturnedNoRows).passing);
    }
}
