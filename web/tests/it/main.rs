//! The pages, driven in process: a town on a temporary database, and visitors with a browser's habits.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod api;
mod archive;
mod device;
mod door;
mod drive;
mod guard;
mod live;
mod metrics;
mod operator;
mod passkeys;
mod pay;
mod places;
mod programs;
mod refund;
mod request;
mod schedules;
mod square;
mod town;
