//! Bills: each is as its state says, its order is complete, and what is paid names the payment that paid it.

use domain::bill::{Bill, BillState};
use domain::payment::{Payee, State};

use super::{Checked, Report, every, rows_of, same, wrong};
use crate::bill::{bill_columns, read};
use crate::readers::Reader;
use crate::sql::params;

const BILLS: &str = concat!("SELECT ", bill_columns!(), " FROM bill ORDER BY id");

const ORDER: &str = "SELECT count(*), coalesce(sum(amount), 0) FROM bill
     WHERE first = $1 AND id >= $1 AND id <= $2 AND origin = $3 AND payee = $4 AND total = $5";

const STRANGERS: &str = "SELECT count(*) FROM block b
     WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.id = b.member)
         OR NOT EXISTS (SELECT 1 FROM member m WHERE m.id = b.other)";

pub(super) fn check(reader: &Reader, report: &mut Report) -> Checked<()> {
    report.bills = every(reader, "bill", BILLS, read, |bill| {
        check_state(&bill)?;
        check_order(reader, &bill)?;
        check_payment(reader, &bill)
    })?;
    let strangers = rows_of(reader, STRANGERS)?;
    same("block", || "all".to_owned(), "of nobody:", 0, strangers)
}

fn key(bill: &Bill) -> String {
    bill.id.to_string()
}

/// What a bill's own columns must be in its state.
fn check_state(bill: &Bill) -> Checked<()> {
    let name = bill.state.name();
    let wants = |what: &str, expected: bool, found: bool| {
        same("bill", || key(bill), &format!("state {name}: {what}"), expected, found)
    };
    wants("a payment", bill.state == BillState::Paid, bill.payment.is_some())?;
    wants("an end", !bill.open(), bill.ended_at.is_some())?;
    wants("an instant of its reminders", bill.reminders > 0, bill.reminded_at.is_some())?;
    wants("two sides", true, bill.payee != bill.payer)?;
    let place = bill.id.0.wrapping_sub(bill.order.0);
    wants("a place in its order", true, place < u128::from(bill.count))
}

/// All bills of an order are there and are parts of its whole.
fn check_order(reader: &Reader, bill: &Bill) -> Checked<()> {
    let last = bill.order.0.wrapping_add(u128::from(bill.count)).wrapping_sub(1);
    let params = params![
        bill.order.bytes(),
        last.to_be_bytes(),
        bill.origin.bytes(),
        bill.payee.bytes(),
        bill.total.minor
    ];
    let (count, sum): (u32, i64) =
        reader.one(ORDER, params, |row| Ok((row.get(0)?, row.get(1)?)))?;
    same("bill", || key(bill), "bills of its order", bill.count, count)?;
    same("bill", || key(bill), "shares within the whole:", true, sum <= bill.total.minor)
}

/// What is paid was paid by a payment of the same amount between the same two.
fn check_payment(reader: &Reader, bill: &Bill) -> Checked<()> {
    let Some(id) = bill.payment else { return Ok(()) };
    let Some(payment) = reader.payment(id)? else {
        return Err(wrong("bill", key(bill), format!("payment {id}"), "none"));
    };
    let expected = (bill.payer, Payee::Member(bill.payee), bill.amount, State::Paid);
    let found = (payment.payer, payment.payee, payment.amount, payment.state);
    same("bill", || key(bill), "paid by", expected, found)
}
