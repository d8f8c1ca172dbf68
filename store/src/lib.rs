//! The store: all SQL of Obole, one text for SQLite and PostgreSQL.
//!
//! A [`Writer`] writes, a group of requests at a time; [`Readers`] answer the pages' questions. Each
//! aggregate is one file with its SQL at the top. Start reading at [`open`], then [`Writer`].
//!
//! [`open`] takes a folder with a database of SQLite's, [`connect`] a server's database that several nodes share.

mod acquaintances;
mod api_key;
mod backup;
mod bill;
mod billing;
mod carry;
pub mod ceiling;
mod checkpoint;
mod checkup;
mod codec;
mod column;
mod done;
mod door;
mod drive;
mod engine;
pub mod export;
mod fault;
mod foresight;
mod gauge;
mod lanes;
mod ledger;
mod load;
mod member;
mod memory;
pub mod migrate;
mod moved;
mod open;
mod operator;
mod outbox;
mod passkey;
mod payment;
mod people;
#[cfg(test)]
mod plan;
mod policy;
mod postgres;
mod readers;
mod refund;
mod schedule;
mod scheduling;
mod seal;
mod sql;
mod square;
mod story;
mod suspense;
mod vault;
mod verify;
mod webhook;

pub use acquaintances::Acquaintance;
pub use api_key::ApiKey;
pub use backup::{BackupError, Copied, backup, backup_server, restore, restore_to_server};
pub use billing::BillStory;
pub use carry::{BATCH_ROWS, Carried, CarryError, Move, Progress, carry};
pub use door::Session;
pub use drive::Given;
pub use engine::{Clock, Writer, system_clock};
pub use open::{
    Database, FILE, OpenError, Options, connect, connect_read, open, open_read, open_read_with,
    open_temporary, size,
};
pub use operator::{KeptAct, RefusalCount, Safeguard};
pub use outbox::{COUNTED_MAX, DeadLetter, Leased, Retry, TRIES_MAX};
pub use people::{HouseSum, Person, Profile, StatementLine};
pub use policy::PolicyText;
pub use readers::{Reader, Readers, Size};
pub use scheduling::ScheduleStory;
pub use seal::{Batch, KeptSeal, SEAL_ENTRIES_MAX, Sealed};
pub use sql::Server;
pub use square::{Author, Deleted, Delivery, Post, post_id};
pub use story::Story;
pub use vault::{
    ERASED, KEY_FILE, KeyError, KeySource, OperatorKey, Rotated, rotate, rotate_on_server,
};
pub use verify::{Report, SealReport, Totals, Unsound, Wrong, verify, verify_seals};
pub use webhook::{DeliveryState, Webhook, WebhookDelivery};
