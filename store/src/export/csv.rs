//! Comma-separated values (RFC 4180), safe to open in a spreadsheet.

use std::io::Write;

use domain::ledger::Account;
use domain::money::decimal;

use super::names::Names;
use super::{Entry, ExportError, entries};
use crate::readers::Reader;
use crate::sql;

/// Writes every transfer, a line each, under one line of headings.
///
/// # Errors
/// [`ExportError`] if the database cannot be read or `out` takes no more.
pub fn csv(reader: &Reader, out: &mut dyn Write) -> Result<(), ExportError> {
    out.write_all(b"at,cause,number,kind,debit,credit,amount,currency,memo\r\n")?;
    let mut names = Names::new(reader)?;
    entries(reader, |entry| {
        let Entry::Moved { transfer, memo } = entry else { return Ok(()) };
        let fields = [
            transfer.at.to_jiff().to_string(),
            transfer.cause.to_string(),
            transfer.number.to_string(),
            transfer.kind.name().to_owned(),
            account(&mut names, transfer.debit)?,
            account(&mut names, transfer.credit)?,
            decimal(transfer.amount, '.'),
            transfer.amount.currency.to_string(),
            harmless(&memo),
        ];
        let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
        write!(out, "{}\r\n", fields.join(","))?;
        Ok(())
    })
}

/// A member, or an account of the house, which no handle can be taken for.
fn account(names: &mut Names<'_>, account: Account) -> sql::Result<String> {
    match account {
        Account::Wallet(member) => names.name(member),
        Account::House(house) => Ok(format!("house:{}", house.name())),
    }
}

/// A field of a line: a text that a spreadsheet takes for text, in quotes where it needs them.
#[must_use]
pub fn csv_field(text: &str) -> String {
    quoted(&harmless(text))
}

/// A text that a spreadsheet takes for text: what could begin a formula gets an apostrophe before it, and
/// control characters become spaces.
fn harmless(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let first = text.trim_start().chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠') => {
            format!("'{text}")
        }
        Some(_) | None => text,
    }
}

/// A field in quotes where it needs them.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
