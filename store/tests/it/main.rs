//! The store on a real SQLite, through its front door. What does not name folders or files is run on PostgreSQL as well,
//! by `testkit/tests/postgres`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod backup;
mod conformance;
mod export;
mod migrations;
mod opening;
mod outbox;
mod passkeys;
mod place;
mod reopening;
mod schedules;
mod seal;
mod suspense;
mod vault;
mod verify;
mod world;
