//! Wallets and statements: each line is one side of a transfer, each wallet is what its lines and payments say.

use domain::id::{MemberId, PaymentId};
use domain::ledger::{Account, Line, LineId, Transfer, Wallet};
use domain::money::{Currency, Money};
use rustc_hash::FxHashMap;

use super::{Checked, Report, Totals, decoded, every, refunds, rows_of, same, wrong};
use crate::column::{account, currency, id};
use crate::ledger::{line_columns, read_line, read_transfer, read_wallet, wallet_columns};
use crate::readers::Reader;
use crate::sql::{self, params};

const WALLETS: &str =
    concat!("SELECT ", wallet_columns!(), " FROM wallet ORDER BY member, currency");

const LINE: &str = concat!(
    "SELECT ",
    line_columns!("l"),
    " FROM line l WHERE l.cause = $1 AND l.transfer = $2 AND l.member = $3"
);

const TRANSFER: &str = "SELECT cause, number, kind, debit, credit, amount, currency, at
     FROM transfer WHERE cause = $1 AND number = $2";

const COUNT_LINES: &str = "SELECT count(*) FROM line";

const ORPHAN_LINE: &str = "SELECT member, currency, number FROM line
     WHERE (cause, transfer, member) NOT IN (
         SELECT last_line_cause, last_line_transfer, member FROM wallet
             WHERE last_line_cause IS NOT NULL
         UNION ALL SELECT before_cause, before_transfer, member FROM line
             WHERE before_cause IS NOT NULL)
     ORDER BY cause, transfer, member LIMIT 1";

const SIDES: &str = "SELECT coalesce(sum(
         CASE WHEN debit >= X'00000000000000000000000000000010' THEN 1 ELSE 0 END
         + CASE WHEN credit >= X'00000000000000000000000000000010' THEN 1 ELSE 0 END), 0) FROM transfer";

const WITHOUT_LINE: &str = "SELECT cause, number, side FROM (
         SELECT cause, number, currency, debit AS side FROM transfer
         UNION ALL SELECT cause, number, currency, credit FROM transfer) AS sides
     WHERE side >= X'00000000000000000000000000000010'
         AND (side, currency, cause, number) NOT IN
             (SELECT member, currency, cause, transfer FROM line)
     ORDER BY cause, number LIMIT 1";

/// The table `s`: the payment $1 and those before it, $2 at most.
macro_rules! chained {
    ($columns:literal) => {
        concat!(
            "WITH RECURSIVE s AS (SELECT *, 1 AS place FROM payment WHERE id = $1
             UNION ALL SELECT p.*, s.place + 1 FROM s JOIN payment p ON p.id = s.before
             WHERE s.place < $2) SELECT ",
            $columns,
            " FROM s"
        )
    };
}

const SET_ASIDE_AND_SPENT: &str = chained!(
    "count(*),
     coalesce(sum(CASE WHEN payer = $3 AND currency = $4 THEN 1 ELSE 0 END), 0),
     coalesce(sum(CASE WHEN state IN ('held', 'claimed') THEN amount ELSE 0 END), 0),
     coalesce(sum(CASE WHEN counted_day = $5 THEN amount - refunded ELSE 0 END), 0),
     coalesce(sum(CASE WHEN counted_month = $6 THEN amount - refunded ELSE 0 END), 0),
     coalesce(max(consent_number), 0),
     coalesce(max(CASE WHEN consent = 'strong' THEN consent_number ELSE 0 END), 0)"
);

const EXEMPT: &str = concat!(
    chained!("coalesce(sum(amount), 0), count(DISTINCT consent_number)"),
    " WHERE consent = 'exempt' AND consent_number > $3"
);

const COUNT_PAYMENTS: &str = "SELECT count(*) FROM payment";

const ORPHAN_PAYMENT: &str = "SELECT id FROM payment WHERE id NOT IN (
         SELECT last_payment FROM wallet WHERE last_payment IS NOT NULL
         UNION ALL SELECT before FROM payment WHERE before IS NOT NULL)
     ORDER BY id LIMIT 1";

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
    let (lines, payments) = (rows_of(reader, COUNT_LINES)?, rows_of(reader, COUNT_PAYMENTS)?);
    let mut chained = 0;
    report.wallets = every(reader, "wallet", WALLETS, read_wallet, |wallet| {
        report.lines += check_lines(reader, &wallet, lines)?;
        chained += check_counters(reader, &wallet, payments)?;
        let members: i64 = reader.one(MEMBER, [wallet.member.bytes()], |row| row.get(0))?;
        same("wallet", || named(&wallet), "members of this name", 1, members)?;
        let sum = sums.entry(wallet.currency).or_default();
        sum.posted += i128::from(wallet.posted);
        sum.held += i128::from(wallet.held);
        Ok(())
    })?;
    if chained != payments {
        let orphan = reader.maybe(ORPHAN_PAYMENT, [], |row| id(row, 0, PaymentId::from_bytes))?;
        let key = orphan.map_or_else(|| "all".to_owned(), |payment| payment.to_string());
        return Err(wrong("payment", key, "a place in its payer's chain", "none"));
    }
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

/// The wallet's lines from the last back to the first, and what they add up to. Of several that are wrong the first
/// is named: those after it may only follow from it.
fn check_lines(reader: &Reader, wallet: &Wallet, all: u64) -> Checked<u64> {
    let (mut next, mut last, mut newer, mut sound) = (wallet.last_line, (0, 0), None, Ok(()));
    let mut seen = 0;
    while let Some(id) = next {
        let Some(line) = line_of(reader, wallet, id)? else {
            let place = newer.as_ref().map_or_else(|| named(wallet), line_named);
            let row = if newer.is_some() { "line" } else { "wallet" };
            return Err(wrong(row, place, format!("the line before, {id}"), "none"));
        };
        match &newer {
            None => last = (line.number, line.posted),
            Some(newer) => sound = check_step((line.number, line.posted), newer).and(sound),
        }
        sound = check_line(reader, wallet, &line).and(sound);
        // A chain that bites its tail ends after as many lines as there are.
        seen += 1;
        next = line.before.filter(|_| seen < all);
        newer = Some(line);
    }
    newer.map_or(Ok(()), |first| check_step((0, 0), &first)).and(sound)?;
    let key = || named(wallet);
    let (number, posted) = last;
    same("wallet", key, "lines", number, wallet.lines)?;
    same("wallet", key, "posted", posted, wallet.posted)?;
    same("wallet", key, "more set aside than there is:", false, wallet.held > wallet.posted)?;
    Ok(u64::from(number))
}

/// A line counts on from the number and the running sum before it.
fn check_step((number, posted): (u32, i64), line: &Line) -> Checked<()> {
    let key = || line_named(line);
    same("line", key, "number", number.saturating_add(1), line.number)?;
    same("line", key, "a running sum of", posted.saturating_add(line.change), line.posted)?;
    same("line", key, "a running sum below zero:", false, line.posted < 0)
}

fn line_of(reader: &Reader, wallet: &Wallet, id: LineId) -> Checked<Option<Line>> {
    let mut statement = reader.conn().prepare_cached(LINE)?;
    let mut rows =
        statement.query(params![id.cause.bytes(), id.transfer, wallet.member.bytes()])?;
    rows.next()?.map(|row| decoded("line", &row, read_line)).transpose()
}

/// A line is its transfer as the wallet's owner sees it.
fn check_line(reader: &Reader, wallet: &Wallet, line: &Line) -> Checked<()> {
    let mut statement = reader.conn().prepare_cached(TRANSFER)?;
    let mut rows = statement.query(params![line.cause.bytes(), line.transfer])?;
    let transfer = match rows.next()? {
        Some(row) => decoded("transfer", &row, read_transfer)?,
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
    same("line", key, "its wallet's currency", wallet.currency, line.currency)?;
    same("line", key, "the instant", at, line.at)
}

/// What is set aside, spent and consented to follows from the payer's payments; gives how many there are of `all`.
fn check_counters(reader: &Reader, wallet: &Wallet, all: u64) -> Checked<u64> {
    let (payer, code) = (wallet.member.bytes(), wallet.currency.code());
    let last = wallet.last_payment.map(PaymentId::bytes);
    // One more than there are, so that a chain that bites its tail shows.
    let most = i64::try_from(all).unwrap_or(i64::MAX).saturating_add(1);
    let params = params![last, most, payer, code, wallet.spent.day, wallet.spent.month];
    let (chained, own, held, in_day, in_month, consents, strong) =
        reader.one(SET_ASIDE_AND_SPENT, params, |row| {
            let (chained, own): (i64, i64) = (row.get(0)?, row.get(1)?);
            let (held, in_day, in_month) = (row.get(2)?, row.get(3)?, row.get(4)?);
            let (consents, strong): (u32, u32) = (row.get(5)?, row.get(6)?);
            Ok((chained, own, held, in_day, in_month, consents, strong))
        })?;
    let key = || named(wallet);
    same("wallet", key, "payments of its owner in its chain", chained, own)?;
    same("wallet", key, "held", held, wallet.held)?;
    same("wallet", key, "spent in its day", in_day, wallet.spent.in_day)?;
    same("wallet", key, "spent in its month", in_month, wallet.spent.in_month)?;
    // A payee's consents to refunds count on from those to payments.
    let (of_refunds, strong_refund) = refunds::consents(reader, payer, code)?;
    same("wallet", key, "consents", consents.max(of_refunds), wallet.consents)?;
    let strong = strong.max(strong_refund);
    let (total, count): (i64, u32) =
        reader.one(EXEMPT, params![last, most, strong], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (more, times) = refunds::exempt(reader, payer, code, strong)?;
    same("wallet", key, "exempt total", total.saturating_add(more), wallet.exempt.total)?;
    same("wallet", key, "exempt count", count.saturating_add(times), wallet.exempt.count)?;
    Ok(chained.unsigned_abs())
}

/// Every side of a transfer that is a wallet has one line, and there are no others.
fn check_sides(reader: &Reader, report: &Report) -> Checked<()> {
    if rows_of(reader, COUNT_LINES)? != report.lines {
        let key = reader.one(ORPHAN_LINE, [], line_key)?;
        return Err(wrong("line", key, "a wallet", "none"));
    }
    if rows_of(reader, SIDES)? != report.lines {
        let (place, side) = reader.one(WITHOUT_LINE, [], |row| {
            let cause = id(row, 0, PaymentId::from_bytes)?;
            Ok((format!("{cause}/{}", row.get::<u32>(1)?), account(row, 2)?))
        })?;
        return Err(wrong("transfer", place, format!("a line of {side:?}"), "none"));
    }
    Ok(())
}

fn line_key(row: &sql::Row<'_>) -> sql::Result<String> {
    let member = id(row, 0, MemberId::from_bytes)?;
    Ok(format!("{member} {} line {}", currency(row, 1)?, row.get::<u32>(2)?))
}

/// The totals of each currency, which sum to zero over all accounts.
fn totals(reader: &Reader, sums: &FxHashMap<Currency, Sums>) -> Checked<Vec<Totals>> {
    let house = reader.house_sums()?;
    let mut held = FxHashMap::default();
    every(
        reader,
        "hold",
        OPEN_HOLDS,
        |row| Ok((currency(row, 0)?, row.get::<i64>(1)?)),
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
