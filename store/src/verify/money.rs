//! Wallets and statements: each line is one side of a transfer, each wallet is what its lines and payments say.

use domain::id::{MemberId, PaymentId};
use domain::ledger::{Account, Line, LineId, Transfer, Wallet};
use domain::money::{Currency, Money};
use rustc_hash::FxHashMap;

use super::{Checked, Each, Report, Totals, batches, each, every, refunds, rows_of, same, wrong};
use crate::column::{account, currency, id};
use crate::ledger::{
    line_columns, read_line, read_transfer, read_wallet, statement, wallet_columns,
};
use crate::readers::Reader;
use crate::sql::{self, Feed, Row, params};

const WALLETS: &str =
    concat!("SELECT ", wallet_columns!(), " FROM wallet ORDER BY member, currency");

/// Lines of one wallet that are read at once.
const LINES_AT_ONCE: i64 = 500;

const LINES: &str = concat!(
    statement!("line l WHERE l.cause = $1 AND l.transfer = $2 AND l.member = $3", "$4"),
    "SELECT ",
    line_columns!("s"),
    " FROM s ORDER BY place"
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
    report.wallets = batches(reader, "wallet", WALLETS, read_wallet, |wallets| {
        let seen = check_lines(reader, &wallets, lines)?;
        let counters = check_counters(reader, &wallets, payments)?;
        let bind = |wallet: &Wallet, ask: &mut Feed<'_>| ask(params![wallet.member.bytes()]);
        let members = each(reader, "member", MEMBER, &wallets, bind, |row| row.get::<i64>(0))?;
        for (((wallet, seen), own), members) in wallets.iter().zip(seen).zip(counters).zip(members)
        {
            report.lines += seen?;
            chained += own?;
            let members = only(members?)?;
            same("wallet", || named(wallet), "members of this name", 1, members)?;
            let sum = sums.entry(wallet.currency).or_default();
            sum.posted += i128::from(wallet.posted);
            sum.held += i128::from(wallet.held);
        }
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

/// A wallet's lines from the last back to the first, and what they add up to. Of several that are wrong the first is
/// named: those after it may only follow from it.
struct Walk<'w> {
    wallet: &'w Wallet,
    next: Option<LineId>,
    last: (u32, i64),
    newer: Option<Line>,
    sound: Checked<()>,
    seen: u64,
}

/// Follows the lines of every wallet; gives how many each has.
fn check_lines(reader: &Reader, wallets: &[Wallet], all: u64) -> Checked<Vec<Checked<u64>>> {
    let mut walks: Vec<Checked<Walk<'_>>> = wallets.iter().map(|of| Ok(Walk::new(of))).collect();
    loop {
        let open: Vec<(usize, LineId, MemberId)> = walks
            .iter()
            .enumerate()
            .filter_map(|(index, walk)| {
                let walk = walk.as_ref().ok()?;
                Some((index, walk.next?, walk.wallet.member))
            })
            .collect();
        if open.is_empty() {
            return Ok(walks.into_iter().map(|walk| walk?.end()).collect());
        }
        let bind = |(_, id, member): &(usize, LineId, MemberId), ask: &mut Feed<'_>| {
            ask(params![id.cause.bytes(), id.transfer, member.bytes(), LINES_AT_ONCE])
        };
        let read = each(reader, "line", LINES, &open, bind, read_line)?;
        let lines: Vec<(PaymentId, u32)> =
            read.iter().flatten().flatten().map(|line| (line.cause, line.transfer)).collect();
        let bind = |(cause, number): &(PaymentId, u32), ask: &mut Feed<'_>| {
            ask(params![cause.bytes(), number])
        };
        let mut transfers =
            each(reader, "transfer", TRANSFER, &lines, bind, read_transfer)?.into_iter();
        for ((index, ..), lines) in open.into_iter().zip(read) {
            let count = lines.as_ref().map_or(0, Vec::len);
            let transfers: Each<Transfer> = transfers.by_ref().take(count).collect();
            if let Ok(walk) = &mut walks[index]
                && let Err(unsound) = lines.and_then(|lines| walk.take(lines, transfers, all))
            {
                walks[index] = Err(unsound);
            }
        }
    }
}

impl<'w> Walk<'w> {
    const fn new(wallet: &'w Wallet) -> Self {
        let next = wallet.last_line;
        Self { wallet, next, last: (0, 0), newer: None, sound: Ok(()), seen: 0 }
    }

    /// Checks the lines that come next.
    fn take(&mut self, lines: Vec<Line>, transfers: Each<Transfer>, all: u64) -> Checked<()> {
        if let (true, Some(id)) = (lines.is_empty(), self.next) {
            let place = self.newer.as_ref().map_or_else(|| named(self.wallet), line_named);
            let row = if self.newer.is_some() { "line" } else { "wallet" };
            return Err(wrong(row, place, format!("the line before, {id}"), "none"));
        }
        for (line, transfer) in lines.into_iter().zip(transfers) {
            let sound = std::mem::replace(&mut self.sound, Ok(()));
            let step = match &self.newer {
                None => {
                    self.last = (line.number, line.posted);
                    Ok(())
                }
                Some(newer) => check_step((line.number, line.posted), newer),
            };
            let line_is = check_line(self.wallet, &line, transfer?.into_iter().next());
            self.sound = line_is.and(step.and(sound));
            // A chain that bites its tail ends after as many lines as there are.
            self.seen += 1;
            self.next = line.before.filter(|_| self.seen < all);
            self.newer = Some(line);
            if self.next.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn end(self) -> Checked<u64> {
        let Self { wallet, last: (number, posted), newer, sound, .. } = self;
        newer.map_or(Ok(()), |first| check_step((0, 0), &first)).and(sound)?;
        let key = || named(wallet);
        same("wallet", key, "lines", number, wallet.lines)?;
        same("wallet", key, "posted", posted, wallet.posted)?;
        same("wallet", key, "more set aside than there is:", false, wallet.held > wallet.posted)?;
        Ok(u64::from(number))
    }
}

/// A line counts on from the number and the running sum before it.
fn check_step((number, posted): (u32, i64), line: &Line) -> Checked<()> {
    let key = || line_named(line);
    same("line", key, "number", number.saturating_add(1), line.number)?;
    same("line", key, "a running sum of", posted.saturating_add(line.change), line.posted)?;
    same("line", key, "a running sum below zero:", false, line.posted < 0)
}

/// A line is its transfer as the wallet's owner sees it.
fn check_line(wallet: &Wallet, line: &Line, transfer: Option<Transfer>) -> Checked<()> {
    let Some(Transfer { debit, credit, amount, at, .. }) = transfer else {
        let expected = format!("transfer {}/{}", line.cause, line.transfer);
        return Err(wrong("line", line_named(line), expected, "none"));
    };
    let own = Account::Wallet(line.member);
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

/// What a wallet's chain of payments says.
struct Chain {
    chained: i64,
    own: i64,
    held: i64,
    in_day: i64,
    in_month: i64,
    consents: u32,
    strong: u32,
}

fn read_chain(row: &Row<'_>) -> sql::Result<Chain> {
    Ok(Chain {
        chained: row.get(0)?,
        own: row.get(1)?,
        held: row.get(2)?,
        in_day: row.get(3)?,
        in_month: row.get(4)?,
        consents: row.get(5)?,
        strong: row.get(6)?,
    })
}

/// What is set aside, spent and consented to follows from the payer's payments; gives how many each wallet has of
/// `all`.
fn check_counters(reader: &Reader, wallets: &[Wallet], all: u64) -> Checked<Vec<Checked<u64>>> {
    // One more than there are, so that a chain that bites its tail shows.
    let most = i64::try_from(all).unwrap_or(i64::MAX).saturating_add(1);
    let last = |wallet: &Wallet| wallet.last_payment.map(PaymentId::bytes);
    let bind = |wallet: &Wallet, ask: &mut Feed<'_>| {
        let (payer, code) = (wallet.member.bytes(), wallet.currency.code());
        ask(params![last(wallet), most, payer, code, wallet.spent.day, wallet.spent.month])
    };
    let chains = each(reader, "payment", SET_ASIDE_AND_SPENT, wallets, bind, read_chain)?;
    let mut found = Vec::with_capacity(wallets.len());
    for (chain, of_refunds) in chains.into_iter().zip(refunds::consents(reader, wallets)?) {
        found.push((only(chain?)?, only(of_refunds?)?));
    }
    let strong: Vec<(&Wallet, u32)> = wallets
        .iter()
        .zip(&found)
        .map(|(wallet, (chain, (_, refund)))| (wallet, chain.strong.max(*refund)))
        .collect();
    let bind = |(wallet, strong): &(&Wallet, u32), ask: &mut Feed<'_>| {
        ask(params![last(wallet), most, strong])
    };
    let read = |row: &Row<'_>| Ok((row.get::<i64>(0)?, row.get::<u32>(1)?));
    let exempt = each(reader, "payment", EXEMPT, &strong, bind, read)?;
    let exempt = exempt.into_iter().zip(refunds::exempt(reader, &strong)?);
    let mut checked = Vec::with_capacity(wallets.len());
    for ((wallet, (chain, of_refunds)), (own, refunds)) in wallets.iter().zip(found).zip(exempt) {
        checked.push(check_counter(wallet, &chain, of_refunds, only(own?)?, only(refunds?)?));
    }
    Ok(checked)
}

fn check_counter(
    wallet: &Wallet,
    chain: &Chain,
    (of_refunds, _): (u32, u32),
    (total, count): (i64, u32),
    (more, times): (i64, u32),
) -> Checked<u64> {
    let key = || named(wallet);
    same("wallet", key, "payments of its owner in its chain", chain.chained, chain.own)?;
    same("wallet", key, "held", chain.held, wallet.held)?;
    same("wallet", key, "spent in its day", chain.in_day, wallet.spent.in_day)?;
    same("wallet", key, "spent in its month", chain.in_month, wallet.spent.in_month)?;
    // A payee's consents to refunds count on from those to payments.
    same("wallet", key, "consents", chain.consents.max(of_refunds), wallet.consents)?;
    same("wallet", key, "exempt total", total.saturating_add(more), wallet.exempt.total)?;
    same("wallet", key, "exempt count", count.saturating_add(times), wallet.exempt.count)?;
    Ok(chain.chained.unsigned_abs())
}

/// The only row of an answer.
fn only<T>(rows: Vec<T>) -> Checked<T> {
    Ok(rows.into_iter().next().ok_or(sql::Error::NoRows)?)
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

fn line_key(row: &Row<'_>) -> sql::Result<String> {
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
