//! The rules of Obole: money, the ledger, payments, policy, the grammar and the verbs.
//!
//! Nothing here does IO, reads a clock, draws a random number or counts in floats: instants and ids come
//! in as arguments. Start reading at [`money`], then [`grammar`], then [`verb`].

#![warn(clippy::as_conversions, clippy::float_arithmetic)]

pub mod admin;
pub mod approval;
pub mod bill;
pub mod claim;
pub mod context;
pub mod decide;
pub mod event;
pub mod grammar;
pub mod id;
pub mod instruct;
pub mod lang;
pub mod ledger;
pub mod likeness;
pub mod member;
pub mod merkle;
pub mod money;
pub mod open;
pub mod operate;
pub mod passkey;
pub mod pay;
pub mod payment;
pub mod pin;
pub mod policy;
pub mod port;
pub mod quiet;
pub mod refund;
pub mod refusal;
pub mod request;
pub mod resolve;
pub mod rows;
pub mod say;
pub mod schedule;
pub mod seal;
pub mod statement;
pub mod suspense;
pub mod tell;
pub mod time;
pub mod trace;
pub mod verb;
