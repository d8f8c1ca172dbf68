//! Money without owner: each item moved once in and at most once out, and what waits is what the account has.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::PaymentId;
use domain::ledger::{Account, House, Transfer};
use domain::money::Currency;
use domain::suspense::{End, Item};

use super::ensure;
use crate::memory::Tables;

pub(super) fn check(tables: &Tables) -> Result<(), String> {
    let mut waits: BTreeMap<Currency, i64> = BTreeMap::new();
    let mut ends: BTreeSet<PaymentId> = BTreeSet::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for item in tables.suspense.values() {
        ensure(names.insert(&item.receipt.bank_id), || format!("{item:?} arrived twice"))?;
        ensure(moved(tables, item), || format!("{item:?} has not its transfers"))?;
        match &item.ended {
            Some(ended) => {
                ensure(ends.insert(ended.cause), || format!("{item:?} went with another"))?;
            }
            None => {
                let amount = item.receipt.amount;
                *waits.entry(amount.currency).or_default() += amount.minor;
            }
        }
    }
    for transfer in tables.transfers.values() {
        let sum = waits.entry(transfer.amount.currency).or_default();
        let account = Account::House(House::Suspense);
        *sum -= if transfer.credit == account { transfer.amount.minor } else { 0 };
        *sum += if transfer.debit == account { transfer.amount.minor } else { 0 };
    }
    let wrong = waits.iter().find(|(_, sum)| **sum != 0);
    ensure(wrong.is_none(), || format!("what waits is not what the account has: {wrong:?}"))
}

fn moved(tables: &Tables, item: &Item) -> bool {
    let own = item.transfers().into_iter().all(|transfer| {
        tables.transfers.get(&(transfer.cause, transfer.number)) == Some(&transfer)
    });
    let given = item.ended.as_ref().is_none_or(|ended| match ended.how {
        End::SentBack => true,
        End::Matched(member) => tables.transfers.get(&(ended.cause, 0)).is_some_and(|transfer| {
            (transfer.debit, transfer.credit, transfer.amount, transfer.at)
                == (
                    Account::House(House::Suspense),
                    Account::Wallet(member),
                    item.receipt.amount,
                    ended.at,
                )
        }),
    });
    own && given
}

/// Whether a transfer is one of an item's.
pub(super) fn has(tables: &Tables, transfer: &Transfer) -> bool {
    tables.suspense.values().any(|item| item.transfers().contains(transfer))
}
