//! Money without owner: each item has the transfers that brought it and took it on, and what waits is what the house's
//! account for it has.

use std::collections::BTreeMap;

use domain::id::{MemberId, PaymentId};
use domain::ledger::{Account, House, Transfer, TransferKind};
use domain::money::Currency;
use domain::suspense::{End, Item};

use super::stories::{check_transfers, transfers_of};
use super::{Checked, Report, counted, every, same};
use crate::readers::Reader;
use crate::suspense::{read, suspense_columns};

const ITEMS: &str = concat!("SELECT ", suspense_columns!(), " FROM suspense ORDER BY id");

/// Checks every item; gives how many transfers are theirs alone.
pub(super) fn check(reader: &Reader, report: &mut Report) -> Checked<u64> {
    let mut transfers = 0;
    let mut waiting: BTreeMap<Currency, i64> = BTreeMap::new();
    report.suspense = every(reader, "suspense", ITEMS, read, |item| {
        transfers += check_item(reader, &item)?;
        if item.ended.is_none() {
            let sum = waiting.entry(item.receipt.amount.currency).or_default();
            *sum = sum.saturating_add(item.receipt.amount.minor);
        }
        Ok(())
    })?;
    let sums = reader.house_sums()?;
    let mut kept: BTreeMap<Currency, i64> = BTreeMap::new();
    for entry in sums.iter().filter(|entry| entry.house == House::Suspense) {
        kept.insert(entry.sum.currency, entry.sum.minor);
    }
    for currency in waiting.keys().chain(kept.keys()) {
        let of = |sums: &BTreeMap<Currency, i64>| sums.get(currency).copied().unwrap_or(0);
        let key = || currency.to_string();
        same("suspense", key, "money that waits,", of(&kept), of(&waiting))?;
    }
    Ok(transfers)
}

/// The transfers of an item are there, and no others; one to a member is its top-up's.
fn check_item(reader: &Reader, item: &Item) -> Checked<u64> {
    let expected = item.transfers();
    let (brought, taken) = expected.split_at(1);
    let found = transfers(reader, item.cause())?;
    check_transfers(brought, &found, item.cause())?;
    let mut count = counted(found.len());
    let Some(ended) = &item.ended else { return Ok(count) };
    let found = transfers(reader, ended.cause)?;
    match ended.how {
        End::SentBack => {
            check_transfers(taken, &found, ended.cause)?;
            count += counted(found.len());
        }
        End::Matched(member) => {
            check_transfers(&[given(item, member, ended)], &found, ended.cause)?;
        }
    }
    Ok(count)
}

fn transfers(reader: &Reader, cause: PaymentId) -> Checked<Vec<Transfer>> {
    transfers_of(reader, &[cause])?.into_iter().next().unwrap_or_else(|| Ok(Vec::new()))
}

fn given(item: &Item, member: MemberId, ended: &domain::suspense::Ended) -> Transfer {
    Transfer {
        cause: ended.cause,
        number: 0,
        kind: TransferKind::TopUp,
        debit: Account::House(House::Suspense),
        credit: Account::Wallet(member),
        amount: item.receipt.amount,
        at: ended.at,
    }
}
