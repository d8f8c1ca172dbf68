//! A journal for hledger, whose balances are ours to the cent.
//!
//! What members have is what the operator owes them, so it stands under liabilities, with hledger's sign. Money
//! set aside moves from a member's `wallet` to their `held` and back; the two together are what the wallet has.

use std::io::Write;

use domain::id::PaymentId;
use domain::ledger::{Account, House, Transfer};
use domain::money::{Money, decimal};
use domain::time::Timestamp;

use super::names::Names;
use super::{Entry, ExportError, entries};
use crate::readers::Reader;
use crate::sql;

/// Writes a journal of every transfer and hold.
///
/// # Errors
/// [`ExportError`] if the database cannot be read or `out` takes no more.
pub fn hledger(reader: &Reader, out: &mut dyn Write) -> Result<(), ExportError> {
    writeln!(out, "; Obole's ledger. Members' money is a liability; instants are UTC.")?;
    writeln!(out, "decimal-mark .")?;
    let mut names = Names::new(reader)?;
    entries(reader, |entry| match entry {
        Entry::Moved { transfer, memo: _ } => moved(&mut names, out, &transfer),
        Entry::SetAside { payment, member, amount, at } => {
            let account = format!("liabilities:members:{}", names.name(member)?);
            let what = if amount.minor > 0 { "set aside" } else { "freed" };
            head(out, at, what, payment)?;
            posting(out, &format!("{account}:wallet"), amount)?;
            posting(out, &format!("{account}:held"), negated(amount))
        }
    })
}

fn moved(
    names: &mut Names<'_>,
    out: &mut dyn Write,
    transfer: &Transfer,
) -> Result<(), ExportError> {
    head(out, transfer.at, transfer.kind.name(), transfer.cause)?;
    let (debit, credit) = (account(names, transfer.debit)?, account(names, transfer.credit)?);
    posting(out, &debit, transfer.amount)?;
    posting(out, &credit, negated(transfer.amount))
}

fn head(
    out: &mut dyn Write,
    at: Timestamp,
    what: &str,
    cause: PaymentId,
) -> Result<(), ExportError> {
    let instant = at.to_jiff().to_string();
    let day = instant.get(..10).unwrap_or("1970-01-01");
    writeln!(out, "\n{day} {what}  ; cause:{cause}, at:{instant}")?;
    Ok(())
}

fn posting(out: &mut dyn Write, account: &str, amount: Money) -> Result<(), ExportError> {
    writeln!(out, "    {account}  {} {}", decimal(amount, '.'), amount.currency)?;
    Ok(())
}

const fn negated(amount: Money) -> Money {
    Money { minor: amount.minor.saturating_neg(), currency: amount.currency }
}

fn account(names: &mut Names<'_>, account: Account) -> sql::Result<String> {
    match account {
        Account::Wallet(member) => {
            Ok(format!("liabilities:members:{}:wallet", names.name(member)?))
        }
        Account::House(house) => Ok(house_account(house).to_owned()),
    }
}

/// Where accountants look for an account of the house.
const fn house_account(house: House) -> &'static str {
    match house {
        House::Clearing => "assets:clearing",
        House::Bank => "assets:bank",
        House::Payout => "liabilities:payouts",
        House::Fees => "revenues:fees",
        House::Promotion => "expenses:promotion",
        House::Receivable => "assets:receivable",
        House::Suspense => "liabilities:suspense",
    }
}
