//! Columns as values of the domain. A column that holds anything else is an error, never a guess.

use domain::ledger::{Account, Custody, HoldEnd, TransferKind};
use domain::money::{Currency, Money};
use domain::payment::{ConsentKind, Purpose};
use domain::time::Timestamp;

use crate::sql::{self, Error, Row};

/// A column whose text or number the domain does not know.
#[derive(Debug, thiserror::Error)]
#[error("a column holds {0:?}, which has no meaning there")]
pub(crate) struct Unknown(String);

/// The error for a column that holds `value`.
pub(crate) fn unknown(index: usize, value: &str) -> Error {
    Error::column(index, Unknown(value.to_owned()))
}

/// A text that `parse` must know.
pub(crate) fn parsed<T>(
    row: &Row<'_>,
    index: usize,
    parse: impl FnOnce(&str) -> Option<T>,
) -> sql::Result<T> {
    let text = row.get_ref(index)?.as_str().map_err(|error| Error::column(index, error))?;
    parse(text).ok_or_else(|| unknown(index, text))
}

/// Sixteen bytes as an id.
pub(crate) fn id<T>(
    row: &Row<'_>,
    index: usize,
    from: impl FnOnce([u8; 16]) -> T,
) -> sql::Result<T> {
    row.get(index).map(from)
}

/// Sixteen bytes, or nothing, as an id.
pub(crate) fn maybe_id<T>(
    row: &Row<'_>,
    index: usize,
    from: impl FnOnce([u8; 16]) -> T,
) -> sql::Result<Option<T>> {
    row.get::<Option<[u8; 16]>>(index).map(|bytes| bytes.map(from))
}

/// An instant.
pub(crate) fn at(row: &Row<'_>, index: usize) -> sql::Result<Timestamp> {
    row.get(index).map(Timestamp)
}

/// An instant, or none.
pub(crate) fn maybe_at(row: &Row<'_>, index: usize) -> sql::Result<Option<Timestamp>> {
    row.get::<Option<i64>>(index).map(|us| us.map(Timestamp))
}

/// A currency.
pub(crate) fn currency(row: &Row<'_>, index: usize) -> sql::Result<Currency> {
    parsed(row, index, Currency::parse)
}

/// Minor units and their currency.
pub(crate) fn money(row: &Row<'_>, minor: usize, code: usize) -> sql::Result<Money> {
    Ok(Money::new(row.get(minor)?, currency(row, code)?))
}

/// An account.
pub(crate) fn account(row: &Row<'_>, index: usize) -> sql::Result<Account> {
    id(row, index, Account::from_bytes)
}

/// A number from 0 that a page or a limit counts, for SQL.
pub(crate) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The stored name of who holds the money.
pub(crate) const fn custody_name(custody: Custody) -> &'static str {
    match custody {
        Custody::Own => "own",
        Custody::Provider => "provider",
    }
}

/// Reads the stored name of who holds the money.
pub(crate) fn custody(name: &str) -> Option<Custody> {
    [Custody::Own, Custody::Provider].into_iter().find(|one| custody_name(*one) == name)
}

/// The stored name of a hold's end.
pub(crate) const fn hold_end_name(end: HoldEnd) -> &'static str {
    match end {
        HoldEnd::Captured => "captured",
        HoldEnd::Released => "released",
    }
}

/// Reads the stored name of a hold's end.
pub(crate) fn hold_end(name: &str) -> Option<HoldEnd> {
    [HoldEnd::Captured, HoldEnd::Released].into_iter().find(|one| hold_end_name(*one) == name)
}

/// The stored name of a kind of consent.
pub(crate) const fn consent_name(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Exempt => "exempt",
        ConsentKind::Strong => "strong",
        ConsentKind::Recurring => "recurring",
    }
}

/// Reads the stored name of a kind of consent.
pub(crate) fn consent(name: &str) -> Option<ConsentKind> {
    let all = [ConsentKind::Exempt, ConsentKind::Strong, ConsentKind::Recurring];
    all.into_iter().find(|one| consent_name(*one) == name)
}

/// Reads the stored name of a purpose.
pub(crate) fn purpose(name: &str) -> Option<Purpose> {
    [Purpose::Send, Purpose::Gift].into_iter().find(|one| one.name() == name)
}

/// Reads the stored name of a transfer's kind.
pub(crate) fn transfer_kind(name: &str) -> Option<TransferKind> {
    TransferKind::ALL.into_iter().find(|one| one.name() == name)
}
