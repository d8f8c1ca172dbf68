//! Wallets and statements: each line is one side of a transfer, each wallet is what its lines and payments say.

use domain::id::{MemberId, PaymentId};
use domain::ledger::{Account, Line, Transfer, Wallet};
use domain::money::{Currency, Money};
use rusqlite::params;
use rustc_hash::FxHashMap;

use super::{Checked, Report, Totals, decoded, every, rows_of, same, wrong};
use crate::column::{account, currency, id};
use crate::ledger::{read_line, read_transfer, read_wallet};
use crate::readers::Reader;

const WALLETS: &str = "SELECT member, currency, custody, posted, held, lines,
         spent_day, spent_in_day, spent_month, spent_in_month,
         exempt_total, exempt_count, consents
     FROM wallet ORDER BY member, currency";

const LINES: &str = "SELECT member, currency, number, change, posted, cause, transfer, other, at
     FROM line WHERE member = $1 AND currency = $2 ORDER BY number";

const TRANSFER: &str = "SELECT cause, number, kind, debit, credit, amount, currency, at
     FROM transfer WHERE cause = $1 AND number = $2";

const COUNT_LINES: &str = "SELECT count(*) FROM line";

const ORPHAN_LINE: &str = "SELECT member, currency, number FROM line l
     WHERE NOT EXISTS (SELECT 1 FROM wallet w WHERE w.member = l.member AND w.currency = l.currency)
     ORDER BY member, currency, number LIMIT 1";

const TWICE: &str = "SELECT member, currency, max(number) FROM line
     GROUP BY member, currency, cause, transfer HAVING count(*) > 1 LIMIT 1";

const SIDES: &str = "SELECT coalesce(sum((debit >= X'00000000000000000000000000000010')
         + (credit >= X'00000000000000000000000000000010')), 0) FROM transfer";

const WITHOUT_LINE: &str = "SELECT cause, number, side FROM (
         SELECT cause, number, currency, debit AS side FROM transfer
         UNION ALL SELECT cause, number, currency, credit FROM transfer)
     WHERE side >= X'00000000000000000000000000000010'
         AND (side, currency, cause, number) NOT IN
             (SELECT member, currency, cause, transfer FROM line)
     ORDER BY cause, number LIMIT 1";

const SET_ASIDE_AND_SPENT: &str = "SELECT
         coalesce(sum(CASE WHEN state IN ('held', 'claimed') THEN amount ELSE 0 END), 0),
         coalesce(sum(CASE WHEN counted_day = $1 THEN amount ELSE 0 END), 0),
         coalesce(sum(CASE WHEN counted_month = $2 THEN amount ELSE 0 END), 0),
         coalesce(max(consent_number), 0),
         coalesce(max(CASE WHEN consent = 'strong' THEN consent_number ELSE 0 END), 0)
     FROM payment WHERE payer = $3 AND currency = $4";

const EXEMPT: &str = "SELECT coalesce(sum(amount), 0), count(DISTINCT consent_number)
     FROM payment
     WHERE payer = $1 AND currency = $2 AND consent = 'exempt' AND consent_number > $3";

const OPEN_HOLDS: &str =
    "SELECT currency, sum(amount) FROM hold WHERE ended IS NULL GROUP BY currency";

const MEMBER: &str = "SELECT count(*) FROM member WHERE id = $1";

/// Sums of one currency.
#[derive(Default)]
struct Sums {
    posted: i128,
    held: i128,
}

pub(super) fn check(reader: &Reader, report: &mut Report) -> Checked<()> {
    let mut sums: FxHashMap<Currency, Sums> = FxHashMap::default();
    report.wallets = every(reader, "wallet", WALLETS, read_wallet, |wallet| {
        report.lines += check_lines(reader, &wallet)?;
        check_counters(reader, &wallet)?;
        let members: i64 = reader.one(MEMBER, [wallet.member.bytes()], |row| row.get(0))?;
        same("wallet", || named(&wallet), "members of this name", 1, members)?;
        let sum = sums.entry(wallet.currency).or_default();
        sum.posted += i128::from(wallet.posted);
        sum.held += i128::from(wallet.held);
        Ok(())
    })?;
    check_sides(reader, report)?;
    report.totals = totals(reader, &sums)?;
    Ok(())
}

fn named(wallet: &Wallet) -> String {
    format!("{} {}", wallet.member, wallet.currency)
}

fn line_named(line: &Line) -> String {
    format!("{} {} line {}", line.member, line.currency, line.number)
}

/// The wallet's lines in order, and what they add up to.
fn check_lines(reader: &Reader, wallet: &Wallet) -> Checked<u64> {
    let mut statement = reader.conn().prepare_cached(LINES)?;
    let mut rows = statement.query(params![wallet.member.bytes(), wallet.currency.code()])?;
    let (mut count, mut posted) = (0_u32, 0_i64);
    while let Some(row) = rows.next()? {
        let line = decoded("line", row, read_line)?;
        count = count.saturating_add(1);
        posted = posted.saturating_add(line.change);
        let key = || line_named(&line);
        same("line", key, "number", count, line.number)?;
        check_line(reader, &line)?;
        same("line", key, "a running sum of", posted, line.posted)?;
        same("line", key, "a running sum below zero:", false, posted < 0)?;
    }
    let key = || named(wallet);
    same("wallet", key, "lines", count, wallet.lines)?;
    same("wallet", key, "posted", posted, wallet.posted)?;
    same("wallet", key, "more set aside than there is:", false, wallet.held > wallet.posted)?;
    Ok(u64::from(count))
}

/// A line is its transfer as the wallet's owner sees it.
fn check_line(reader: &Reader, line: &Line) -> Checked<()> {
    let mut statement = reader.conn().prepare_cached(TRANSFER)?;
    let mut rows = statement.query(params![line.cause.bytes(), line.transfer])?;
    let transfer = match rows.next()? {
        Some(row) => decoded("transfer", row, read_transfer)?,
        None => {
            let expected = format!("transfer {}/{}", line.cause, line.transfer);
            return Err(wrong("line", line_named(line), expected, "none"));
        }
    };
    let own = Account::Wallet(line.member);
    let Transfer { debit, credit, amount, at, .. } = transfer;
    let seen = if credit == own {
        Some((debit, amount.minor))
    } else if debit == own {
        Some((credit, amount.minor.saturating_neg()))
    } else {
        None
    };
    let Some((other, change)) = seen else {
        let found = format!("a transfer from {debit:?} to {credit:?}");
        return Err(wrong("line", line_named(line), "a transfer of this wallet", found));
    };
    let key = || line_named(line);
    same("line", key, "change", change, line.change)?;
    same("line", key, "the other side", other, line.other)?;
    same("line", key, "currency", amount.currency, line.currency)?;
    same("line", key, "the instant", at, line.at)
}

/// What is set aside, spent and consented to follows from the payer's payments.
fn check_counters(reader: &Reader, wallet: &Wallet) -> Checked<()> {
    let (payer, code) = (wallet.member.bytes(), wallet.currency.code());
    let params = params![wallet.spent.day, wallet.spent.month, payer, code];
    let (held, in_day, in_month, consents, strong) =
        reader.one(SET_ASIDE_AND_SPENT, params, |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get::<_, u32>(4)?))
        })?;
    let key = || named(wallet);
    same("wallet", key, "held", held, wallet.held)?;
    same("wallet", key, "spent in its day", in_day, wallet.spent.in_day)?;
    same("wallet", key, "spent in its month", in_month, wallet.spent.in_month)?;
    same("wallet", key, "consents", consents, wallet.consents)?;
    let (total, count) =
        reader.one(EXEMPT, params![payer, code, strong], |row| Ok((row.get(0)?, row.get(1)?)))?;
    same("wallet", key, "exempt total", total, wallet.exempt.total)?;
    same("wallet", key, "exempt count", count, wallet.exempt.count)
}

/// Every side of a transfer that is a wallet has one line, and there are no others.
fn check_sides(reader: &Reader, report: &Report) -> Checked<()> {
    if rows_of(reader, COUNT_LINES)? != report.lines {
        let key = reader.one(ORPHAN_LINE, [], line_key)?;
        return Err(wrong("line", key, "a wallet", "none"));
    }
    if let Some(key) = reader.maybe(TWICE, [], line_key)? {
        return Err(wrong("line", key, "one line for each transfer", "a second one"));
    }
    if rows_of(reader, SIDES)? != report.lines {
        let (place, side) = reader.one(WITHOUT_LINE, [], |row| {
            let cause = id(row, 0, PaymentId::from_bytes)?;
            Ok((format!("{cause}/{}", row.get::<_, u32>(1)?), account(row, 2)?))
        })?;
        return Err(wrong("transfer", place, format!("a line of {side:?}"), "none"));
    }
    Ok(())
}

fn line_key(row: &rusqlite::Row<'_>) -> rusqlite::Result<String> {
    let member = id(row, 0, MemberId::from_bytes)?;
    Ok(format!("{member} {} line {}", currency(row, 1)?, row.get::<_, u32>(2)?))
}

/// The totals of each currency, which sum to zero over all accounts.
fn totals(reader: &Reader, sums: &FxHashMap<Currency, Sums>) -> Checked<Vec<Totals>> {
    let house = reader.house_sums()?;
    let mut held = FxHashMap::default();
    every(
        reader,
        "hold",
        OPEN_HOLDS,
        |row| Ok((currency(row, 0)?, row.get::<_, i64>(1)?)),
        |(currency, sum)| {
            held.insert(currency, i128::from(sum));
            Ok(())
        },
    )?;
    let mut currencies: Vec<Currency> =
        sums.keys().copied().chain(house.iter().map(|sum| sum.sum.currency)).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let mut totals = Vec::new();
    for currency in currencies {
        let own = sums.get(&currency);
        let (posted, set_aside) = own.map_or((0, 0), |sums| (sums.posted, sums.held));
        let houses = house.iter().filter(|sum| sum.sum.currency == currency);
        let all: i128 = posted + houses.clone().map(|sum| i128::from(sum.sum.minor)).sum::<i128>();
        let key = || currency.to_string();
        same("transfer", key, "a sum over all accounts of", 0, all)?;
        same(
            "hold",
            key,
            "set aside in all",
            held.get(&currency).copied().unwrap_or(0),
            set_aside,
        )?;
        let money = |minor: i128| Money::new(i64::try_from(minor).unwrap_or(i64::MAX), currency);
        totals.push(Totals {
            wallets: money(posted),
            held: money(set_aside),
            house: houses.map(|sum| (sum.house, sum.sum)).collect(),
        });
    }
    Ok(totals)
}
