//! The ledger for other programs: every transfer, in order of time.

mod archive;
mod beancount;
mod csv;
mod hledger;
mod names;

use std::io;

use domain::id::{MemberId, PaymentId};
use domain::ledger::Transfer;
use domain::money::Money;
use domain::port::Fault;
use domain::time::Timestamp;

use crate::column::{at, id, money};
use crate::fault::Doing;
use crate::ledger::read_transfer;
use crate::readers::Reader;
use crate::sql::{self, Row};
use crate::vault::sealed;

pub use archive::archive;
pub use beancount::beancount;
pub use csv::{csv, csv_field};
pub use hledger::hledger;

/// Why an export ended early.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database could not be read.
    #[error("the database could not be read")]
    Fault(#[from] Fault),
    /// Whoever takes the export takes no more.
    #[error("the export could not be written")]
    Write(#[from] io::Error),
}

impl From<sql::Error> for ExportError {
    fn from(error: sql::Error) -> Self {
        Err::<(), _>(error).doing("read the ledger").expect_err("it is an error").into()
    }
}

// Everything that happened to money. Within an instant a hold ends before its money moves.
const ENTRIES: &str = concat!(
    "SELECT t.cause, t.number, t.kind, t.debit, t.credit, t.amount, t.currency, t.at,
         'transfer' AS entry, coalesce(",
    sealed!("payment.memo", "p.memo", "p.id"),
    ", ",
    sealed!("top_up.reference", "u.reference", "u.id"),
    ", ",
    sealed!("suspense.reference", "s.reference", "s.id"),
    "), 1 AS step
     FROM transfer t
         LEFT JOIN payment p ON p.id = t.cause
         LEFT JOIN top_up u ON u.id = t.cause
         LEFT JOIN suspense s ON s.id = t.cause
     UNION ALL
     SELECT payment, 0, NULL, member, NULL, amount, currency, opened_at, 'opened', NULL, 2 FROM hold
     UNION ALL
     SELECT payment, 0, NULL, member, NULL, amount, currency, ended_at, 'ended', NULL, 0 FROM hold
         WHERE ended IS NOT NULL
     ORDER BY 8, 11, 1, 2"
);

/// Something that happened to money.
enum Entry {
    /// It moved.
    Moved {
        /// How.
        transfer: Transfer,
        /// The payment's memo, or the bank's reference.
        memo: String,
    },
    /// It was set aside, or freed again.
    SetAside {
        /// For which payment.
        payment: PaymentId,
        /// Whose.
        member: MemberId,
        /// How much: less than zero when freed.
        amount: Money,
        /// When.
        at: Timestamp,
    },
}

fn read(row: &Row<'_>) -> sql::Result<Entry> {
    let kind: String = row.get(8)?;
    if kind == "transfer" {
        return Ok(Entry::Moved {
            transfer: read_transfer(row)?,
            memo: row.get::<Option<String>>(9)?.unwrap_or_default(),
        });
    }
    let amount = money(row, 5, 6)?;
    let minor = if kind == "ended" { amount.minor.saturating_neg() } else { amount.minor };
    Ok(Entry::SetAside {
        payment: id(row, 0, PaymentId::from_bytes)?,
        member: id(row, 3, MemberId::from_bytes)?,
        amount: Money { minor, ..amount },
        at: at(row, 7)?,
    })
}

/// Calls `write` for everything that happened to money, in order of time.
fn entries(
    reader: &Reader,
    mut write: impl FnMut(Entry) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    reader.read_all()?;
    let mut statement = reader.conn().prepare_cached(ENTRIES)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        write(read(&row)?)?;
    }
    Ok(())
}
