//! The desk, the outbox, the jobs and the words: runs the rules, knows nothing of HTTP or SQL text.
//!
//! Start reading at [`group`], then [`desk`], then [`obole`].

pub mod chance;
mod consent;
pub mod desk;
mod door;
mod drive;
pub mod group;
mod handles;
pub mod job;
pub mod keys;
pub mod life;
pub mod metrics;
pub mod obole;
pub mod operate;
pub mod operator;
pub mod outbox;
pub mod passkey;
pub mod pin;
pub mod policy;
pub mod reading;
mod schedule;
pub mod square;
pub mod trace;
pub mod webauthn;
pub mod webhooks;
pub mod words;

/// What pages are shown: rows of the store as plain structs.
pub use store;
