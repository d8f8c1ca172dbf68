//! A ledger for beancount, which itself asserts at the end that its balances are ours to the cent.
//!
//! Signs and places are those of the hledger journal: what members have is what the operator owes them.

use std::io::Write;

use domain::id::{MemberId, PaymentId};
use domain::ledger::{Account, House};
use domain::money::{Money, decimal};
use domain::time::{DAY_US, Timestamp};

use super::names::Names;
use super::{Entry, ExportError, entries};
use crate::column::id;
use crate::readers::Reader;
use crate::sql;

const MEMBERS: &str = "SELECT id FROM member ORDER BY id";

/// Writes every transfer and hold, and what each account must have after them.
///
/// # Errors
/// [`ExportError`] if the database cannot be read or `out` takes no more.
pub fn beancount(reader: &Reader, out: &mut dyn Write) -> Result<(), ExportError> {
    writeln!(out, "; Obole's ledger. Members' money is a liability; instants are UTC.")?;
    writeln!(out, "option \"title\" \"Obole\"")?;
    let mut names = Names::new(reader)?;
    open_accounts(reader, &mut names, out)?;
    let mut last = Timestamp(0);
    entries(reader, |entry| match entry {
        Entry::Moved { transfer, memo: _ } => {
            last = last.max(transfer.at);
            head(out, transfer.at, transfer.kind.name(), transfer.cause)?;
            let (debit, credit) =
                (account(&mut names, transfer.debit)?, account(&mut names, transfer.credit)?);
            posting(out, &debit, transfer.amount)?;
            posting(out, &credit, negated(transfer.amount))
        }
        Entry::SetAside { payment, member, amount, at } => {
            last = last.max(at);
            let own = member_account(&mut names, member)?;
            let what = if amount.minor > 0 { "set aside" } else { "freed" };
            head(out, at, what, payment)?;
            posting(out, &format!("{own}:Wallet"), amount)?;
            posting(out, &format!("{own}:Held"), negated(amount))
        }
    })?;
    assert_balances(reader, &mut names, out, &day(last.plus_us(DAY_US)))
}

/// Every account is open from the first day on.
fn open_accounts(
    reader: &Reader,
    names: &mut Names<'_>,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    writeln!(out)?;
    for house in House::ALL {
        writeln!(out, "1970-01-01 open {}", house_account(house))?;
    }
    let mut statement = reader.conn().prepare_cached(MEMBERS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let own = member_account(names, id(&row, 0, MemberId::from_bytes)?)?;
        writeln!(out, "1970-01-01 open {own}:Wallet")?;
        writeln!(out, "1970-01-01 open {own}:Held")?;
    }
    Ok(())
}

/// What the wallets and the house have, for beancount to compare.
fn assert_balances(
    reader: &Reader,
    names: &mut Names<'_>,
    out: &mut dyn Write,
    day: &str,
) -> Result<(), ExportError> {
    writeln!(out)?;
    let mut statement = reader.conn().prepare_cached(MEMBERS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let member = id(&row, 0, MemberId::from_bytes)?;
        let own = member_account(names, member)?;
        for wallet in reader.wallets(member)? {
            balance(out, day, &format!("{own}:Wallet"), negated(wallet.available()))?;
            let held = Money::new(wallet.held, wallet.currency);
            balance(out, day, &format!("{own}:Held"), negated(held))?;
        }
    }
    for sum in reader.house_sums()? {
        balance(out, day, house_account(sum.house), negated(sum.sum))?;
    }
    Ok(())
}

/// Without a tolerance beancount would let a cent pass.
fn balance(
    out: &mut dyn Write,
    day: &str,
    account: &str,
    amount: Money,
) -> Result<(), ExportError> {
    let (number, currency) = (decimal(amount, '.'), amount.currency);
    writeln!(out, "{day} balance {account}  {number} ~ 0 {currency}")?;
    Ok(())
}

fn head(
    out: &mut dyn Write,
    at: Timestamp,
    what: &str,
    cause: PaymentId,
) -> Result<(), ExportError> {
    writeln!(out, "\n{} * \"{what}\"", day(at))?;
    writeln!(out, "  cause: \"{cause}\"")?;
    writeln!(out, "  at: \"{}\"", at.to_jiff())?;
    Ok(())
}

fn posting(out: &mut dyn Write, account: &str, amount: Money) -> Result<(), ExportError> {
    writeln!(out, "  {account}  {} {}", decimal(amount, '.'), amount.currency)?;
    Ok(())
}

fn day(at: Timestamp) -> String {
    at.to_jiff().to_string().get(..10).unwrap_or("1970-01-01").to_owned()
}

const fn negated(amount: Money) -> Money {
    Money { minor: amount.minor.saturating_neg(), currency: amount.currency }
}

fn account(names: &mut Names<'_>, account: Account) -> sql::Result<String> {
    match account {
        Account::Wallet(member) => Ok(format!("{}:Wallet", member_account(names, member)?)),
        Account::House(house) => Ok(house_account(house).to_owned()),
    }
}

/// Parts of an account begin with a capital and have no underscore; handles have neither capitals nor hyphens, so
/// two never become one.
fn member_account(names: &mut Names<'_>, member: MemberId) -> sql::Result<String> {
    let name = names.name(member)?.replace('_', "-");
    let (first, rest) = name.split_at(1);
    Ok(format!("Liabilities:Members:{}{rest}", first.to_ascii_uppercase()))
}

/// Where accountants look for an account of the house.
const fn house_account(house: House) -> &'static str {
    match house {
        House::Clearing => "Assets:Clearing",
        House::Bank => "Assets:Bank",
        House::Payout => "Liabilities:Payouts",
        House::Fees => "Income:Fees",
        House::Promotion => "Expenses:Promotion",
        House::Receivable => "Assets:Receivable",
        House::Suspense => "Liabilities:Suspense",
    }
}
