//! The testkit's tests: one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod ahead;
mod boundaries;
mod coverage;
mod groups;
mod jobs;
mod overload;
mod properties;
mod reference;
mod refunds;
mod repeats;
mod rounds;
mod schedules;
mod simulation;
mod stories;
mod tidy;
