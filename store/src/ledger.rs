//! The ledger: wallets, holds, transfers, bank transfers received and statements.

use domain::id::{MemberId, PaymentId};
use domain::ledger::{Exempt, Hold, Line, LineId, Spent, Transfer, Wallet};
use domain::money::Currency;
use domain::rows::{Found, Key, LINES_MAX, Rows};

use crate::column::{
    account, at, count, currency, custody, custody_name, hold_end, hold_end_name, id, maybe_at,
    maybe_id, money, parsed, transfer_kind,
};
use crate::load::{Loading, only};
use crate::sql::{self, Connection, Row, params};
use crate::vault::Sealer;

/// The columns of a wallet in the order in which [`read_wallet`] reads them.
macro_rules! wallet_columns {
    () => {
        "member, currency, custody, posted, held, lines,
         last_line_cause, last_line_transfer, last_payment,
         spent_day, spent_in_day, spent_month, spent_in_month,
         exempt_total, exempt_count, consents"
    };
}
pub(crate) use wallet_columns;

pub(crate) const FIND_WALLET: &str =
    concat!("SELECT ", wallet_columns!(), " FROM wallet WHERE member = $1 AND currency = $2");

/// The columns of a line in the order in which [`read_line`] reads them.
macro_rules! line_columns {
    ($table:literal) => {
        concat!(
            $table,
            ".member, ",
            $table,
            ".currency, ",
            $table,
            ".number, ",
            $table,
            ".change, ",
            $table,
            ".posted, ",
            $table,
            ".cause, ",
            $table,
            ".transfer, ",
            $table,
            ".other, ",
            $table,
            ".at, ",
            $table,
            ".before_cause, ",
            $table,
            ".before_transfer"
        )
    };
}
pub(crate) use line_columns;

/// The table `s`: the line that `$first` selects from `line l`, the one before it, and so on, `$limit` at most.
macro_rules! statement {
    ($first:expr, $limit:literal) => {
        concat!(
            "WITH RECURSIVE s (member, currency, number, change, posted, cause, transfer, other,
                 at, before_cause, before_transfer, place) AS (
             SELECT ",
            $crate::ledger::line_columns!("l"),
            ", 1 FROM ",
            $first,
            " UNION ALL SELECT ",
            $crate::ledger::line_columns!("l"),
            ", s.place + 1 FROM s JOIN line l
                 ON l.cause = s.before_cause AND l.transfer = s.before_transfer
                 AND l.member = s.member
             WHERE s.place < ",
            $limit,
            ") "
        )
    };
}
pub(crate) use statement;

/// The last line of the wallet of member $1 in currency $2.
macro_rules! last_line {
    () => {
        "wallet w JOIN line l ON l.cause = w.last_line_cause AND l.transfer = w.last_line_transfer
             AND l.member = w.member
         WHERE w.member = $1 AND w.currency = $2"
    };
}
pub(crate) use last_line;

pub(crate) const FIND_HOLD: &str =
    "SELECT payment, member, amount, currency, opened_at, ended, ended_at
     FROM hold WHERE payment = $1";

pub(crate) const LATEST_LINES: &str = concat!(
    statement!(last_line!(), "$3"),
    "SELECT ",
    line_columns!("s"),
    " FROM s ORDER BY number DESC"
);

pub(crate) const PUT_WALLET: &str = concat!(
    "INSERT INTO wallet (",
    wallet_columns!(),
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (member, currency) DO UPDATE SET
         custody = excluded.custody, posted = excluded.posted, held = excluded.held,
         lines = excluded.lines, last_line_cause = excluded.last_line_cause,
         last_line_transfer = excluded.last_line_transfer,
         last_payment = excluded.last_payment, spent_day = excluded.spent_day,
         spent_in_day = excluded.spent_in_day, spent_month = excluded.spent_month,
         spent_in_month = excluded.spent_in_month, exempt_total = excluded.exempt_total,
         exempt_count = excluded.exempt_count, consents = excluded.consents"
);

pub(crate) const PUT_HOLD: &str = "INSERT INTO hold
         (payment, member, amount, currency, opened_at, ended, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (payment) DO UPDATE SET ended = excluded.ended, ended_at = excluded.ended_at";

pub(crate) const INSERT_TRANSFER: &str = "INSERT INTO transfer
         (cause, number, kind, debit, credit, amount, currency, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

const INSERT_TOP_UP: &str = "INSERT INTO top_up (id, member, amount, currency, reference, at)
     VALUES ($1, $2, $3, $4, $5, $6)";

pub(crate) const INSERT_LINE: &str = "INSERT INTO line
         (member, currency, number, change, posted, cause, transfer, other, at,
         before_cause, before_transfer)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

pub(crate) fn load(loading: &mut Loading<'_>) -> sql::Result<()> {
    loading.each(
        FIND_WALLET,
        |key| if let Key::Wallet(id, currency) = key { Some((*id, *currency)) } else { None },
        |(id, currency), ask| ask(params![id.bytes(), currency.code()]),
        read_wallet,
        |found| Found::Wallet(only(found)),
    )?;
    loading.each(
        FIND_HOLD,
        |key| if let Key::Hold(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes()]),
        read_hold,
        |found| Found::Hold(only(found)),
    )?;
    loading.each(
        LATEST_LINES,
        |key| if let Key::Lines(id, currency) = key { Some((*id, *currency)) } else { None },
        |(id, currency), ask| ask(params![id.bytes(), currency.code(), count(LINES_MAX)]),
        read_line,
        Found::Lines,
    )
}

/// Reads the [`wallet_columns`].
pub(crate) fn read_wallet(row: &Row<'_>) -> sql::Result<Wallet> {
    Ok(Wallet {
        member: id(row, 0, MemberId::from_bytes)?,
        currency: currency(row, 1)?,
        custody: parsed(row, 2, custody)?,
        posted: row.get(3)?,
        held: row.get(4)?,
        lines: row.get(5)?,
        last_line: line_id(row, 6)?,
        last_payment: maybe_id(row, 8, PaymentId::from_bytes)?,
        spent: Spent {
            day: row.get(9)?,
            in_day: row.get(10)?,
            month: row.get(11)?,
            in_month: row.get(12)?,
        },
        exempt: Exempt { total: row.get(13)?, count: row.get(14)? },
        consents: row.get(15)?,
    })
}

/// Reads seven columns as a hold.
pub(crate) fn read_hold(row: &Row<'_>) -> sql::Result<Hold> {
    let ended = match maybe_at(row, 6)? {
        Some(at) => Some((parsed(row, 5, hold_end)?, at)),
        None => None,
    };
    Ok(Hold {
        payment: id(row, 0, PaymentId::from_bytes)?,
        member: id(row, 1, MemberId::from_bytes)?,
        amount: money(row, 2, 3)?,
        opened_at: at(row, 4)?,
        ended,
    })
}

/// Reads eight columns as a transfer.
pub(crate) fn read_transfer(row: &Row<'_>) -> sql::Result<Transfer> {
    Ok(Transfer {
        cause: id(row, 0, PaymentId::from_bytes)?,
        number: row.get(1)?,
        kind: parsed(row, 2, transfer_kind)?,
        debit: account(row, 3)?,
        credit: account(row, 4)?,
        amount: money(row, 5, 6)?,
        at: at(row, 7)?,
    })
}

/// Reads two columns as the name of a line, or none.
fn line_id(row: &Row<'_>, index: usize) -> sql::Result<Option<LineId>> {
    let cause = maybe_id(row, index, PaymentId::from_bytes)?;
    cause.map(|cause| Ok(LineId { cause, transfer: row.get(index + 1)? })).transpose()
}

/// Reads the [`line_columns`].
pub(crate) fn read_line(row: &Row<'_>) -> sql::Result<Line> {
    Ok(Line {
        member: id(row, 0, MemberId::from_bytes)?,
        currency: currency(row, 1)?,
        number: row.get(2)?,
        change: row.get(3)?,
        posted: row.get(4)?,
        cause: id(row, 5, PaymentId::from_bytes)?,
        transfer: row.get(6)?,
        other: account(row, 7)?,
        at: at(row, 8)?,
        before: line_id(row, 9)?,
    })
}

/// Writes what a group changed in the ledger, in key order: neighbours share pages.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let writes = rows.unwritten();
    if !writes.wallets.is_empty() {
        write_wallets(conn, rows)?;
    }
    if !writes.holds.is_empty() {
        write_holds(conn, rows)?;
    }
    if !writes.top_ups.is_empty() {
        write_top_ups(conn, sealer, rows)?;
    }
    if !writes.transfers.is_empty() {
        write_transfers(conn, rows)?;
    }
    if !writes.lines.is_empty() {
        write_lines(conn, rows)?;
    }
    Ok(())
}

fn write_wallets(conn: &Connection, rows: &Rows) -> sql::Result<()> {
    let mut keys: Vec<(MemberId, Currency)> = rows.unwritten().wallets.iter().copied().collect();
    keys.sort_unstable();
    conn.run_each(PUT_WALLET, |put| {
        for wallet in keys.iter().filter_map(|key| rows.wallet(*key)) {
            put(params![
                wallet.member.bytes(),
                wallet.currency.code(),
                custody_name(wallet.custody),
                wallet.posted,
                wallet.held,
                wallet.lines,
                wallet.last_line.map(|line| line.cause.bytes()),
                wallet.last_line.map(|line| line.transfer),
                wallet.last_payment.map(PaymentId::bytes),
                wallet.spent.day,
                wallet.spent.in_day,
                wallet.spent.month,
                wallet.spent.in_month,
                wallet.exempt.total,
                wallet.exempt.count,
                wallet.consents,
            ])?;
        }
        Ok(())
    })
}

fn write_holds(conn: &Connection, rows: &Rows) -> sql::Result<()> {
    conn.run_each(PUT_HOLD, |put| {
        for hold in rows.unwritten().holds.iter().filter_map(|id| rows.hold(*id)) {
            put(params![
                hold.payment.bytes(),
                hold.member.bytes(),
                hold.amount.minor,
                hold.amount.currency.code(),
                hold.opened_at.0,
                hold.ended.map(|(end, _)| hold_end_name(end)),
                hold.ended.map(|(_, at)| at.0),
            ])?;
        }
        Ok(())
    })
}

fn write_top_ups(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    conn.run_each(INSERT_TOP_UP, |put| {
        for top_up in &rows.unwritten().top_ups {
            let id = top_up.id.bytes();
            put(params![
                id,
                top_up.member.bytes(),
                top_up.amount.minor,
                top_up.amount.currency.code(),
                sealer.text(conn, top_up.member, "top_up.reference", &id, &top_up.reference)?,
                top_up.at.0,
            ])?;
        }
        Ok(())
    })
}

fn write_transfers(conn: &Connection, rows: &Rows) -> sql::Result<()> {
    conn.run_each(INSERT_TRANSFER, |put| {
        for transfer in &rows.unwritten().transfers {
            put(params![
                transfer.cause.bytes(),
                transfer.number,
                transfer.kind.name(),
                transfer.debit.bytes(),
                transfer.credit.bytes(),
                transfer.amount.minor,
                transfer.amount.currency.code(),
                transfer.at.0,
            ])?;
        }
        Ok(())
    })
}

fn write_lines(conn: &Connection, rows: &Rows) -> sql::Result<()> {
    let mut lines: Vec<&Line> = rows.unwritten().lines.iter().collect();
    lines.sort_unstable_by_key(|line| (line.id(), line.member));
    conn.run_each(INSERT_LINE, |put| {
        for line in lines {
            put(params![
                line.member.bytes(),
                line.currency.code(),
                line.number,
                line.change,
                line.posted,
                line.cause.bytes(),
                line.transfer,
                line.other.bytes(),
                line.at.0,
                line.before.map(|line| line.cause.bytes()),
                line.before.map(|line| line.transfer),
            ])?;
        }
        Ok(())
    })
}
