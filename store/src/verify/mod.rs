//! Proving a database: everything that is kept twice is computed anew from what is kept once.
//!
//! The transfers are the truth. Payments, holds, statements, wallets and counters must follow from them, row by
//! row; the first row that does not is named. Rows are streamed, so memory does not grow with the database.

mod bills;
mod money;
mod refunds;
mod schedules;
mod seals;
mod stories;
mod suspense;
mod texts;

use std::fmt;

use domain::id::{BillId, MemberId, PaymentId, RequestKey, ScheduleId, SuspenseId};
use domain::ledger::House;
use domain::money::Money;
use domain::port::Fault;
use rusqlite::ErrorCode;

use crate::codec;
use crate::column::count;
use crate::done;
use crate::fault::Doing;
use crate::member::member_columns;
use crate::readers::Reader;
use crate::sql::{self, Error, Feed, Row};
use crate::vault::sealed;

pub use seals::{SealReport, verify_seals};

/// What was checked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// Members.
    pub members: u64,
    /// Wallets, each of which agrees with its statement.
    pub wallets: u64,
    /// Lines of statements.
    pub lines: u64,
    /// Transfers.
    pub transfers: u64,
    /// Payments.
    pub payments: u64,
    /// Bank transfers received.
    pub top_ups: u64,
    /// Refunds.
    pub refunds: u64,
    /// Items of money without owner, each of which has its transfers.
    pub suspense: u64,
    /// Holds that are open.
    pub open_holds: u64,
    /// Answers kept for repeats.
    pub answers: u64,
    /// Messages that wait.
    pub messages: u64,
    /// Seals, which chain and cover what they say.
    pub seals: u64,
    /// Money asked of members.
    pub bills: u64,
    /// Sealed texts, each of which opens in its own row.
    pub texts: u64,
    /// Schedules, each of whose payments is its own.
    pub schedules: u64,
    /// Each currency's totals; the sum of all accounts is zero.
    pub totals: Vec<Totals>,
}

/// The totals of a currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Totals {
    /// What all members have.
    pub wallets: Money,
    /// How much of it is set aside.
    pub held: Money,
    /// What each account of the house has, credits less debits.
    pub house: Vec<(House, Money)>,
}

/// A row that does not follow from the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// Its table.
    pub table: &'static str,
    /// Its key, as ids are shown.
    pub key: String,
    /// What it should be.
    pub expected: String,
    /// What it is.
    pub found: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, key, expected, found } = self;
        write!(f, "{table} {key}: expected {expected}, found {found}")
    }
}

/// Why a database is not proved.
#[derive(Debug, thiserror::Error)]
pub enum Unsound {
    /// A row is wrong.
    #[error("{0}")]
    Wrong(Wrong),
    /// The database could not be read.
    #[error("the database could not be read")]
    Fault(#[from] Fault),
}

pub(crate) type Checked<T> = Result<T, Unsound>;

impl From<Error> for Unsound {
    fn from(error: Error) -> Self {
        if matches!(&error, Error::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt))
        {
            return wrong("database", "file".to_owned(), "readable pages", error);
        }
        Err::<(), _>(error).doing("verify the database").expect_err("it is an error").into()
    }
}

/// A row that is wrong.
pub(crate) fn wrong(
    table: &'static str,
    key: String,
    expected: impl fmt::Display,
    found: impl fmt::Display,
) -> Unsound {
    Unsound::Wrong(Wrong { table, key, expected: expected.to_string(), found: found.to_string() })
}

/// Passes two values that are the same.
pub(crate) fn same<T: PartialEq + fmt::Debug>(
    table: &'static str,
    key: impl Fn() -> String,
    what: &str,
    expected: T,
    found: T,
) -> Checked<()> {
    if expected == found {
        return Ok(());
    }
    Err(wrong(table, key(), format!("{what} {expected:?}"), format!("{found:?}")))
}

/// Reads a row; one that cannot be read is wrong.
pub(crate) fn decoded<T>(
    table: &'static str,
    row: &Row<'_>,
    read: impl FnOnce(&Row<'_>) -> sql::Result<T>,
) -> Checked<T> {
    read(row).map_err(|error| {
        let found =
            std::error::Error::source(&error).map_or(error.to_string(), ToString::to_string);
        wrong(table, shown_key(table, row), "readable columns", found)
    })
}

/// The first column of a row as its table's ids are shown.
fn shown_key(table: &str, row: &Row<'_>) -> String {
    let text = |index: usize| row.get::<String>(index).unwrap_or_default();
    let number = |index: usize| row.get::<i64>(index).unwrap_or_default();
    match row.get::<[u8; 16]>(0) {
        Ok(bytes) => match table {
            "bill" => BillId::from_bytes(bytes).to_string(),
            "schedule" | "schedule_run" => ScheduleId::from_bytes(bytes).to_string(),
            "suspense" => SuspenseId::from_bytes(bytes).to_string(),
            "member" => MemberId::from_bytes(bytes).to_string(),
            "wallet" => format!("{} {}", MemberId::from_bytes(bytes), text(1)),
            "line" => format!("{} {} line {}", MemberId::from_bytes(bytes), text(1), number(2)),
            "transfer" | "refund" => format!("{}/{}", PaymentId::from_bytes(bytes), number(1)),
            "done" => RequestKey::from_bytes(bytes).to_string(),
            _ => PaymentId::from_bytes(bytes).to_string(),
        },
        Err(_) => {
            row.get_ref(0).map_or_else(|error| error.to_string(), |value| format!("{value:?}"))
        }
    }
}

/// Calls `check` for every row of a query.
pub(crate) fn every<T>(
    reader: &Reader,
    table: &'static str,
    sql: &str,
    read: impl Fn(&Row<'_>) -> sql::Result<T>,
    mut check: impl FnMut(T) -> Checked<()>,
) -> Checked<u64> {
    let mut statement = reader.conn().prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut count: u64 = 0;
    while let Some(row) = rows.next()? {
        check(decoded(table, &row, &read)?)?;
        count = count.saturating_add(1);
    }
    Ok(count)
}

/// Rows that are checked together: what belongs to them is asked for in one go, which a server needs to be fast.
const BATCH: usize = 500;

/// The same for batches of rows.
pub(crate) fn batches<T>(
    reader: &Reader,
    table: &'static str,
    sql: &str,
    read: impl Fn(&Row<'_>) -> sql::Result<T>,
    mut check: impl FnMut(Vec<T>) -> Checked<()>,
) -> Checked<u64> {
    let mut batch = Vec::new();
    let count = every(reader, table, sql, read, |row| {
        batch.push(row);
        if batch.len() < BATCH { Ok(()) } else { check(std::mem::take(&mut batch)) }
    })?;
    check(batch)?;
    Ok(count)
}

/// What a question gave for each of several: rows, or the first that is wrong.
pub(crate) type Each<T> = Vec<Checked<Vec<T>>>;

/// The rows that a question gives for each of `of`, in that order.
pub(crate) fn each<K, T>(
    reader: &Reader,
    table: &'static str,
    sql: &str,
    of: &[K],
    bind: impl Fn(&K, &mut Feed<'_>) -> sql::Result<()>,
    read: impl Fn(&Row<'_>) -> sql::Result<T>,
) -> Checked<Each<T>> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let feed = |ask: &mut Feed<'_>| of.iter().try_for_each(|one| bind(one, ask));
    let answers = reader.conn().ask_each(sql, feed, |row| Ok(decoded(table, row, &read)))?;
    Ok(answers.into_iter().map(|rows| rows.into_iter().collect()).collect())
}

/// Proves the whole database.
///
/// # Errors
/// [`Unsound::Wrong`] with the first row that is wrong, [`Unsound::Fault`] if the database cannot be read.
pub fn verify(reader: &Reader) -> Result<Report, Unsound> {
    reader.read_all()?;
    integrity(reader)?;
    let texts = texts::check(reader)?;
    let mut report = Report { members: members(reader)?, texts, ..Report::default() };
    stories::check(reader, &mut report)?;
    money::check(reader, &mut report)?;
    bills::check(reader, &mut report)?;
    schedules::check(reader, &mut report)?;
    report.answers = answers(reader)?;
    report.messages = messages(reader)?;
    report.seals = seals::check(reader)?.seals;
    Ok(report)
}

fn integrity(reader: &Reader) -> Checked<()> {
    // A server checks its own pages.
    if reader.conn().sqlite().is_none() {
        return Ok(());
    }
    let read = |row: &Row<'_>| row.get::<String>(0);
    every(reader, "database", "PRAGMA integrity_check(1)", read, |found| {
        if found == "ok" { Ok(()) } else { Err(wrong("database", "file".to_owned(), "ok", found)) }
    })
    .map(drop)
}

const MEMBERS: &str = concat!("SELECT ", member_columns!(), " FROM member ORDER BY id");

fn members(reader: &Reader) -> Checked<u64> {
    every(reader, "member", MEMBERS, crate::member::read, |_| Ok(()))
}

const ANSWERS: &str =
    concat!("SELECT key, ", sealed!("done.answer", "answer", "key"), " FROM done");

fn answers(reader: &Reader) -> Checked<u64> {
    every(reader, "done", ANSWERS, |row| done::read_answer(row, 1), |_| Ok(()))
}

const MESSAGES: &str =
    concat!("SELECT id, ", sealed!("outbox.body", "body", "id"), " FROM outbox ORDER BY id");

fn messages(reader: &Reader) -> Checked<u64> {
    let read = |row: &Row<'_>| Ok((row.get::<i64>(0)?, row.get::<String>(1)?));
    every(reader, "outbox", MESSAGES, read, |(id, body)| match codec::message(&body) {
        Ok(_) => Ok(()),
        Err(error) => Err(wrong("outbox", id.to_string(), "a message", error)),
    })
}

/// How many rows a table has.
pub(crate) fn rows_of(reader: &Reader, sql: &str) -> Checked<u64> {
    let rows: i64 = reader.one(sql, [], |row| row.get(0))?;
    Ok(u64::try_from(rows).unwrap_or(0))
}

/// Counts things found in memory.
pub(crate) fn counted(things: usize) -> u64 {
    u64::try_from(count(things)).unwrap_or(0)
}
