//! The real program, as its users start it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod backup;
mod bench;
mod browser;
mod commands;
mod doctor;
mod keys;
mod kill;
mod log;
mod nodes;
mod otlp;
mod packaging;
mod program;
mod reference;
mod schemathesis;
mod seals;
mod shared;
mod stop;
mod trace;
mod webhooks;
