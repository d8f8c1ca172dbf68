//! Bills and blocks.

use domain::bill::{BILLS_MAX, Bill, BillKind, BillList, BillState};
use domain::id::{BillId, MemberId, PaymentId, RequestKey};
use domain::money::Money;
use domain::rows::{Found, Key, Rows};

use crate::column::{at, count, id, maybe_at, maybe_id, money, parsed};
use crate::load::{Loading, only};
use crate::sql::{self, Connection, Feed, Row, params};
use crate::vault::Sealer;

/// The columns of a bill in the order in which [`read`] reads them.
macro_rules! bill_columns {
    () => {
        $crate::bill::bill_columns!($crate::vault::sealed!("bill.memo", "memo", "id"))
    };
    ($memo:expr) => {
        concat!(
            "id, first, bills, kind, payee, payer, amount, total, currency, state, origin, ",
            $memo,
            ", created_at, expires_at, reminders, reminded_at, payment, ended_at"
        )
    };
}
pub(crate) use bill_columns;

macro_rules! newest {
    ($filter:literal, $limit:literal) => {
        concat!(
            "SELECT ",
            bill_columns!(),
            " FROM bill WHERE ",
            $filter,
            " ORDER BY id DESC LIMIT ",
            $limit
        )
    };
}

pub(crate) const FIND: &str = concat!("SELECT ", bill_columns!(), " FROM bill WHERE id = $1");

pub(crate) const BETWEEN: &str = newest!("payer = $1 AND payee = $2", "$3");

pub(crate) const TO: &str = newest!("payer = $1 AND state = 'open'", "$2");

pub(crate) const BY: &str = newest!("payee = $1 AND state = 'open'", "$2");

pub(crate) const FROM: &str = newest!("origin = $1", "$2");

pub(crate) const FIND_BLOCK: &str = "SELECT since FROM block WHERE member = $1 AND other = $2";

pub(crate) const PUT: &str = concat!(
    "INSERT INTO bill (",
    bill_columns!("memo"),
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     ON CONFLICT (id) DO UPDATE SET
         state = excluded.state, reminders = excluded.reminders,
         reminded_at = excluded.reminded_at, payment = excluded.payment,
         ended_at = excluded.ended_at"
);

pub(crate) const PUT_BLOCK: &str = "INSERT INTO block (member, other, since) VALUES ($1, $2, $3)
     ON CONFLICT (member, other) DO UPDATE SET since = excluded.since";

pub(crate) const LIFT_BLOCK: &str = "DELETE FROM block WHERE member = $1 AND other = $2";

pub(crate) fn load(loading: &mut Loading<'_>) -> sql::Result<()> {
    loading.each(
        FIND,
        |key| if let Key::Bill(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes()]),
        read,
        |found| Found::Bill(only(found)),
    )?;
    loading.each(
        FIND_BLOCK,
        |key| if let Key::Block(member, other) = key { Some((*member, *other)) } else { None },
        |(member, other), ask| ask(params![member.bytes(), other.bytes()]),
        |row| at(row, 0),
        |found| Found::Block(only(found)),
    )?;
    load_lists(loading)
}

fn load_lists(loading: &mut Loading<'_>) -> sql::Result<()> {
    let list = |key: &Key| if let Key::Bills(list) = key { Some(*list) } else { None };
    let pair = |key: &Key| match list(key)? {
        BillList::Between { payee, payer } => Some((payee, payer)),
        BillList::By(_) | BillList::To(_) | BillList::From(_) => None,
    };
    let by = |key: &Key| if let Some(BillList::By(who)) = list(key) { Some(who) } else { None };
    let to = |key: &Key| if let Some(BillList::To(who)) = list(key) { Some(who) } else { None };
    let from = |key: &Key| if let Some(BillList::From(key)) = list(key) { Some(key) } else { None };
    let most = count(BILLS_MAX);
    let oldest_first = |bills: Vec<Bill>| Found::Bills(bills.into_iter().rev().collect());
    let ask_between = |(payee, payer): &(MemberId, MemberId), ask: &mut Feed<'_>| {
        ask(params![payer.bytes(), payee.bytes(), most])
    };
    let ask_of = |who: &MemberId, ask: &mut Feed<'_>| ask(params![who.bytes(), most]);
    let ask_from = |key: &RequestKey, ask: &mut Feed<'_>| ask(params![key.bytes(), most]);
    loading.each(BETWEEN, pair, ask_between, read, oldest_first)?;
    loading.each(BY, by, ask_of, read, oldest_first)?;
    loading.each(TO, to, ask_of, read, oldest_first)?;
    loading.each(FROM, from, ask_from, read, oldest_first)
}

/// Reads the [`bill_columns`] of a bill.
pub(crate) fn read(row: &Row<'_>) -> sql::Result<Bill> {
    let amount = money(row, 6, 8)?;
    Ok(Bill {
        id: id(row, 0, BillId::from_bytes)?,
        order: id(row, 1, BillId::from_bytes)?,
        count: row.get(2)?,
        kind: parsed(row, 3, BillKind::parse)?,
        payee: id(row, 4, MemberId::from_bytes)?,
        payer: id(row, 5, MemberId::from_bytes)?,
        amount,
        total: Money::new(row.get(7)?, amount.currency),
        state: parsed(row, 9, BillState::parse)?,
        origin: id(row, 10, RequestKey::from_bytes)?,
        memo: row.get(11)?,
        created_at: at(row, 12)?,
        expires_at: at(row, 13)?,
        reminders: row.get(14)?,
        reminded_at: maybe_at(row, 15)?,
        payment: maybe_id(row, 16, PaymentId::from_bytes)?,
        ended_at: maybe_at(row, 17)?,
    })
}

/// Writes the bills and blocks a group changed.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let changed = rows.unwritten();
    if !changed.bills.is_empty() {
        let mut ids: Vec<BillId> = changed.bills.iter().copied().collect();
        ids.sort_unstable();
        conn.run_each(PUT, |put| {
            for bill in ids.iter().filter_map(|id| rows.bill(*id)) {
                let id = bill.id.bytes();
                put_one(put, bill, &sealer.text(conn, bill.payee, "bill.memo", &id, &bill.memo)?)?;
            }
            Ok(())
        })?;
    }
    let since = |(member, other): &(MemberId, MemberId)| rows.block(*member, *other);
    let pairs = || changed.blocks.iter();
    if !changed.blocks.is_empty() {
        conn.run_each(PUT_BLOCK, |put| {
            pairs()
                .filter_map(|pair| Some((pair, since(pair)?)))
                .try_for_each(|(pair, since)| put(params![pair.0.bytes(), pair.1.bytes(), since.0]))
        })?;
        conn.run_each(LIFT_BLOCK, |lift| {
            let mut lifted = pairs().filter(|pair| since(pair).is_none());
            lifted.try_for_each(|pair| lift(params![pair.0.bytes(), pair.1.bytes()]))
        })?;
    }
    Ok(())
}

fn put_one(put: &mut Feed<'_>, bill: &Bill, memo: &str) -> sql::Result<()> {
    put(params![
        bill.id.bytes(),
        bill.order.bytes(),
        bill.count,
        bill.kind.name(),
        bill.payee.bytes(),
        bill.payer.bytes(),
        bill.amount.minor,
        bill.total.minor,
        bill.amount.currency.code(),
        bill.state.name(),
        bill.origin.bytes(),
        memo,
        bill.created_at.0,
        bill.expires_at.0,
        bill.reminders,
        bill.reminded_at.map(|at| at.0),
        bill.payment.map(PaymentId::bytes),
        bill.ended_at.map(|at| at.0),
    ])
}
