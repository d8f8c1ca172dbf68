//! Tests with a real PostgreSQL. They are a binary of their own because they start programs: for an instant each new
//! process holds what this one had locked, and a test that locks a folder again would find it busy.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod backup;
mod carry;
mod cluster;
mod faults;
mod keys;
mod load;
mod neighbours;
mod place;
mod plans;
mod proxy;
mod schema;
mod simulation;
mod turns;

// The store's own tests, once more on a server.
#[path = "../../../store/tests/it/conformance.rs"]
mod conformance;
#[path = "../../../store/tests/it/export.rs"]
mod export;
#[path = "../../../store/tests/it/outbox.rs"]
mod outbox;
#[path = "../../../store/tests/it/passkeys.rs"]
mod passkeys;
#[path = "../../../store/tests/it/reopening.rs"]
mod reopening;
#[path = "../../../store/tests/it/schedules.rs"]
mod schedules;
#[path = "../../../store/tests/it/seal.rs"]
mod seal;
#[path = "../../../store/tests/it/suspense.rs"]
mod suspense;
#[path = "../../../store/tests/it/verify.rs"]
mod verify;
#[path = "../../../store/tests/it/world.rs"]
mod world;
