//! Tests with a real PostgreSQL. They are a binary of their own because they start programs: for an instant each new
//! process holds what this one had locked, and a test that locks a folder again would find it busy.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod carry;
mod cluster;
mod faults;
mod load;
mod plans;
mod proxy;
mod schema;
mod simulation;
mod turns;
