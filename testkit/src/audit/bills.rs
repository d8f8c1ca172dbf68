//! Bills: each is as its state says, its order is complete, and what is paid was paid once, by the right payment.

use std::collections::BTreeSet;

use domain::bill::{Bill, BillState};
use domain::id::PaymentId;
use domain::payment::{Payee, State};

use super::ensure;
use crate::memory::Tables;

pub(super) fn check(tables: &Tables) -> Result<(), String> {
    let mut paid: BTreeSet<PaymentId> = BTreeSet::new();
    for bill in tables.bills.values() {
        let wrong = |what: &str| format!("{what}: {bill:?}");
        ensure(bill.payment.is_none_or(|payment| paid.insert(payment)), || {
            wrong("its payment paid another bill")
        })?;
        ensure(state_fits(tables, bill), || wrong("its state does not fit its payment or end"))?;
        ensure(order_fits(tables, bill), || wrong("its order is not complete"))?;
        let known = [bill.payee, bill.payer].iter().all(|who| tables.members.contains_key(who));
        ensure(known && bill.payee != bill.payer, || wrong("it is between nobody"))?;
    }
    Ok(())
}

fn state_fits(tables: &Tables, bill: &Bill) -> bool {
    let reminded = (bill.reminders > 0) == bill.reminded_at.is_some();
    let payment = bill.payment.and_then(|id| tables.payments.get(&id));
    let stands = match bill.state {
        BillState::Open => bill.ended_at.is_none() && bill.payment.is_none(),
        BillState::Paid => payment.is_some_and(|payment| {
            (payment.payer, &payment.payee, payment.amount, payment.state)
                == (bill.payer, &Payee::Member(bill.payee), bill.amount, State::Paid)
                && payment.ended_at == bill.ended_at
        }),
        BillState::Declined | BillState::Withdrawn | BillState::Expired => {
            bill.ended_at.is_some() && bill.payment.is_none()
        }
    };
    reminded && stands
}

fn order_fits(tables: &Tables, bill: &Bill) -> bool {
    let bills: Vec<&Bill> = bill.order_ids().filter_map(|id| tables.bills.get(&id)).collect();
    let alike = |other: &&Bill| {
        (other.order, other.count, other.payee, other.total, other.origin)
            == (bill.order, bill.count, bill.payee, bill.total, bill.origin)
    };
    let payers: BTreeSet<_> = bills.iter().map(|bill| bill.payer).collect();
    let sum: i64 = bills.iter().map(|bill| bill.amount.minor).sum();
    bills.len() == usize::try_from(bill.count).unwrap_or(0)
        && bills.iter().all(alike)
        && payers.len() == bills.len()
        && (1..=bill.total.minor).contains(&sum)
}
