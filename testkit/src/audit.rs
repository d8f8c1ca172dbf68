//! Whether the books are right: everything that can be computed from something else is, and compared.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{MemberId, PaymentId};
use domain::ledger::{Account, HoldEnd, House, Transfer, TransferKind, Wallet};
use domain::money::Currency;
use domain::payment::{ConsentKind, Payee, Payment, State};
use domain::refund::{By, Refund, Refunded};

use crate::memory::Tables;

mod bills;
mod schedules;
mod suspense;

/// Gives the first row that is wrong, and why.
///
/// # Errors
/// A sentence that names the row.
pub fn audit(tables: &Tables) -> Result<(), String> {
    sums(tables)?;
    lines(tables)?;
    let mut by_wallet: BTreeMap<(MemberId, Currency), Vec<&Payment>> = BTreeMap::new();
    for payment in tables.payments.values() {
        by_wallet.entry((payment.payer, payment.amount.currency)).or_default().push(payment);
    }
    let mut open_holds: BTreeMap<(MemberId, Currency), i64> = BTreeMap::new();
    for hold in tables.holds.values().filter(|hold| hold.ended.is_none()) {
        *open_holds.entry((hold.member, hold.amount.currency)).or_default() += hold.amount.minor;
    }
    for (key, wallet) in &tables.wallets {
        let payments = by_wallet.get(key).map(Vec::as_slice).unwrap_or_default();
        held(open_holds.get(key).copied().unwrap_or_default(), wallet)?;
        spent(wallet, payments)?;
        let refunds: Vec<&Refund> = tables
            .refunds
            .values()
            .filter(|refund| (refund.payee, refund.amount.currency) == *key)
            .collect();
        exempt(wallet, payments, &refunds)?;
    }
    tables.payments.values().try_for_each(|payment| story(tables, payment))?;
    bills::check(tables)?;
    schedules::check(tables)?;
    suspense::check(tables)?;
    orphans(tables)
}

fn ensure(right: bool, wrong: impl FnOnce() -> String) -> Result<(), String> {
    if right { Ok(()) } else { Err(wrong()) }
}

/// Every account is the sum of its transfers, and all accounts of a currency sum to zero.
fn sums(tables: &Tables) -> Result<(), String> {
    let mut accounts: BTreeMap<([u8; 16], Currency), i128> = BTreeMap::new();
    for transfer in tables.transfers.values() {
        let (minor, currency) = (i128::from(transfer.amount.minor), transfer.amount.currency);
        ensure(minor > 0, || format!("{transfer:?} moves nothing"))?;
        ensure(transfer.debit != transfer.credit, || format!("{transfer:?} has one side"))?;
        *accounts.entry((transfer.debit.bytes(), currency)).or_default() -= minor;
        *accounts.entry((transfer.credit.bytes(), currency)).or_default() += minor;
    }
    let mut totals: BTreeMap<Currency, i128> = BTreeMap::new();
    for ((account, currency), sum) in &accounts {
        let sum = match Account::from_bytes(*account) {
            Account::Wallet(member) => {
                let posted =
                    tables.wallets.get(&(member, *currency)).map_or(0, |wallet| wallet.posted);
                ensure(i128::from(posted) == *sum, || {
                    format!("wallet {member} {currency} has {posted}, its transfers sum to {sum}")
                })?;
                i128::from(posted)
            }
            Account::House(_) => *sum,
        };
        *totals.entry(*currency).or_default() += sum;
    }
    for (key, wallet) in &tables.wallets {
        let moved = accounts.contains_key(&(key.0.bytes(), key.1));
        ensure(moved || wallet.posted == 0, || format!("{wallet:?} has money from nowhere"))?;
    }
    totals
        .iter()
        .try_for_each(|(currency, sum)| ensure(*sum == 0, || format!("{currency} sums to {sum}")))
}

/// Lines count from 1 without gaps, carry the balance, and mirror the transfers one to one.
fn lines(tables: &Tables) -> Result<(), String> {
    let mut posted: BTreeMap<(MemberId, Currency), (u32, i64)> = BTreeMap::new();
    for line in tables.lines.values() {
        let (number, balance) = posted.entry((line.member, line.currency)).or_default();
        *number += 1;
        *balance += line.change;
        ensure(line.number == *number, || format!("{line:?} should be line {number}"))?;
        ensure(line.posted == *balance, || format!("{line:?} should leave {balance}"))?;
        let transfer = tables.transfers.get(&(line.cause, line.transfer));
        let transfer = transfer.ok_or_else(|| format!("{line:?} has no transfer"))?;
        let me = Account::Wallet(line.member);
        let (change, other) = if transfer.debit == me {
            (-transfer.amount.minor, transfer.credit)
        } else {
            (transfer.amount.minor, transfer.debit)
        };
        let right = (transfer.debit == me || transfer.credit == me)
            && (change, other, transfer.at) == (line.change, line.other, line.at)
            && transfer.amount.currency == line.currency;
        ensure(right, || format!("{line:?} is not {transfer:?}"))?;
    }
    for (key, wallet) in &tables.wallets {
        let (number, balance) = posted.get(key).copied().unwrap_or_default();
        ensure((wallet.lines, wallet.posted) == (number, balance), || {
            format!("{wallet:?} has {number} lines that end with {balance}")
        })?;
    }
    let sides = |account: Account| usize::from(matches!(account, Account::Wallet(_)));
    let sides: usize = tables.transfers.values().map(|t| sides(t.debit) + sides(t.credit)).sum();
    ensure(sides == tables.lines.len(), || {
        format!("transfers have {sides} sides of wallets, statements {} lines", tables.lines.len())
    })
}

/// What is set aside is the sum of the open holds, and never more than there is.
fn held(sum: i64, wallet: &Wallet) -> Result<(), String> {
    ensure(wallet.held == sum, || format!("{wallet:?} should hold {sum}"))?;
    ensure(wallet.available().minor >= 0, || format!("{wallet:?} has less than nothing"))
}

/// The counters of the limits are the sums of the payments that count.
fn spent(wallet: &Wallet, payments: &[&Payment]) -> Result<(), String> {
    let counted =
        || payments.iter().filter_map(|p| Some((p.counted?, p.amount.minor - p.refunded.amount)));
    let day: i64 =
        counted().filter(|(p, _)| p.day == wallet.spent.day).map(|(_, minor)| minor).sum();
    let month: i64 =
        counted().filter(|(p, _)| p.month == wallet.spent.month).map(|(_, minor)| minor).sum();
    let right = (wallet.spent.in_day, wallet.spent.in_month) == (day, month);
    ensure(right, || format!("{wallet:?} should have spent {day} today and {month} this month"))?;
    let late = counted().find(|(period, _)| period.day > wallet.spent.day);
    ensure(late.is_none(), || format!("{wallet:?} counts by an old day"))
}

/// The exemption's counters start again at the last strong consent.
fn exempt(wallet: &Wallet, payments: &[&Payment], refunds: &[&Refund]) -> Result<(), String> {
    let of_refund = |refund: &&Refund| match refund.by {
        By::Payee(consent) => Some((consent, refund.amount.minor)),
        By::Operator => None,
    };
    let consents = || {
        let paid =
            payments.iter().filter_map(|p| p.consent.map(|consent| (consent, p.amount.minor)));
        paid.chain(refunds.iter().filter_map(of_refund))
    };
    let last = consents().map(|(consent, _)| consent.number).max().unwrap_or(0);
    ensure(last == wallet.consents, || format!("{wallet:?} has a last consent {last}"))?;
    let strong =
        consents().filter(|(c, _)| c.kind == ConsentKind::Strong).map(|(c, _)| c.number).max();
    let since = || {
        consents().filter(|(c, _)| {
            c.kind == ConsentKind::Exempt && strong.is_none_or(|strong| c.number > strong)
        })
    };
    let total: i64 = since().map(|(_, minor)| minor).sum();
    let numbers: BTreeSet<u32> = since().map(|(consent, _)| consent.number).collect();
    let right =
        wallet.exempt.total == total && usize::try_from(wallet.exempt.count) == Ok(numbers.len());
    ensure(right, || {
        format!("{wallet:?} should count {} exempt payments of {total}", numbers.len())
    })
}

/// A payment has exactly the rows that its state says.
fn story(tables: &Tables, payment: &Payment) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("{what}: {payment:?}"));
    let hold = tables.holds.get(&payment.id);
    let ended = hold.map(|hold| hold.ended.map(|(end, _)| end));
    if let Some(hold) = hold
        && (hold.member, hold.amount) != (payment.payer, payment.amount)
    {
        return wrong("its hold is another's");
    }
    let consented = payment.consent.is_some();
    let counted = payment.counted.is_some();
    let right = match payment.state {
        State::Doubted | State::Asked => {
            ended.is_none() && !consented && !counted && payment.claim.is_none()
        }
        State::Held => ended == Some(None) && consented && counted && claimant(payment).is_none(),
        State::Claimed => {
            ended == Some(None) && consented && counted && claimant(payment).is_some()
        }
        State::Paid => {
            let claimed = payment.claim.is_some();
            consented && counted && ended == claimed.then_some(Some(HoldEnd::Captured))
        }
        State::Returned => ended == Some(Some(HoldEnd::Released)) && !counted,
        State::Cancelled => (ended.is_none() || ended == Some(Some(HoldEnd::Released))) && !counted,
        State::Declined | State::Expired => ended.is_none() && !counted && !consented,
    };
    if !right {
        return wrong("its state does not fit its hold, consent or count");
    }
    if payment.state.open() != payment.expires_at.is_some()
        || payment.state.open() == payment.ended_at.is_some()
    {
        return wrong("it ends when it should not");
    }
    if payment.amount.minor <= 0 || !(0..=payment.amount.minor).contains(&payment.fee.minor) {
        return wrong("its amount or fee is wrong");
    }
    let last = PaymentId(payment.order.0 + u128::from(payment.legs) - 1);
    let legs: Vec<&Payment> =
        tables.payments.range(payment.order..=last).map(|(_, leg)| leg).collect();
    let alike = |leg: &&Payment| {
        (leg.order, leg.payer, leg.amount) == (payment.order, payment.payer, payment.amount)
    };
    if legs.len() != usize::try_from(payment.legs).unwrap_or(0) || !legs.iter().all(alike) {
        return wrong("its order is not complete");
    }
    transfers(tables, payment)
}

fn claimant(payment: &Payment) -> Option<MemberId> {
    payment.claim.as_ref().and_then(|claim| claim.by).map(|(who, _)| who)
}

/// A paid payment moved its amount once, and its fee once; any other moved nothing.
fn transfers(tables: &Tables, payment: &Payment) -> Result<(), String> {
    let moved: Vec<_> = tables
        .transfers
        .range((payment.id, 0)..=(payment.id, u32::MAX))
        .map(|(_, transfer)| transfer)
        .collect();
    let wrong = || Err(format!("{payment:?} moved {moved:?}"));
    if payment.state != State::Paid {
        let untouched = payment.refunded == Refunded::default() && payment.refund_ask.is_none();
        return if moved.is_empty() && untouched { Ok(()) } else { wrong() };
    }
    let payee = match payment.payee {
        Payee::Member(id) => Some(id),
        Payee::Handle { .. } => claimant(payment),
    };
    let Some(payee) = payee else { return wrong() };
    let fees = usize::from(payment.fee.minor > 0);
    let paid = moved.first().is_some_and(|transfer| {
        (transfer.kind, transfer.amount) == (TransferKind::Payment, payment.amount)
            && transfer.debit == Account::Wallet(payment.payer)
            && transfer.credit == Account::Wallet(payee)
    });
    let fee = moved.get(1).filter(|_| fees > 0).is_none_or(|transfer| {
        (transfer.kind, transfer.amount) == (TransferKind::Fee, payment.fee)
            && transfer.debit == Account::Wallet(payee)
            && transfer.credit == Account::House(domain::ledger::House::Fees)
    });
    if paid && fee && moved.len() > fees {
        refunds(tables, payment, payee, &moved[1 + fees..])
    } else {
        wrong()
    }
}

/// What went back: its transfers are its refunds', never more than was paid, and the fee in proportion.
fn refunds(
    tables: &Tables,
    payment: &Payment,
    payee: MemberId,
    moved: &[&Transfer],
) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("{what}: {payment:?} moved {moved:?}"));
    let given = tables.refunds.range((payment.id, 0)..=(payment.id, u32::MAX));
    let (mut back, mut fee, mut at) = (0_i64, 0_i64, 0_usize);
    for ((_, number), refund) in given {
        let fee_back = moved.get(at).filter(|next| next.kind == TransferKind::FeeBack);
        at += usize::from(fee_back.is_some());
        let Some(next) = moved.get(at) else { return wrong("a refund did not move") };
        at += 1;
        let sides = (next.debit, next.credit);
        let right = sides == (Account::Wallet(payee), Account::Wallet(payment.payer))
            && (next.kind, next.number, next.at) == (TransferKind::Refund, *number, refund.at)
            && (next.amount, payee) == (refund.amount, refund.payee)
            && fee_back.map_or(0, |transfer| transfer.amount.minor) == refund.fee.minor
            && fee_back.is_none_or(|transfer| {
                let sides = (transfer.debit, transfer.credit);
                sides == (Account::House(House::Fees), Account::Wallet(payee))
            });
        if !right {
            return wrong("a refund moved otherwise");
        }
        back += refund.amount.minor;
        fee += refund.fee.minor;
    }
    let exact = i128::from(payment.fee.minor) * i128::from(back);
    let near = (i128::from(fee) * i128::from(payment.amount.minor) - exact).abs() * 2
        <= i128::from(payment.amount.minor);
    let all = back != payment.amount.minor || fee == payment.fee.minor;
    let told = (payment.refunded.amount, payment.refunded.fee) == (back, fee)
        && usize::try_from(payment.refunded.transfers) == Ok(at);
    let asked = payment
        .refund_ask
        .as_ref()
        .is_none_or(|ask| 0 < ask.amount.minor && ask.amount.minor <= payment.amount.minor - back);
    if at == moved.len() && back <= payment.amount.minor && near && all && told && asked {
        Ok(())
    } else {
        wrong("what went back is not what it says")
    }
}

/// No row stands alone: transfers, holds, handles and answers belong to something.
fn orphans(tables: &Tables) -> Result<(), String> {
    for transfer in tables.transfers.values() {
        let known = match transfer.kind {
            TransferKind::Payment
            | TransferKind::Fee
            | TransferKind::Refund
            | TransferKind::FeeBack => tables.payments.contains_key(&transfer.cause),
            TransferKind::TopUp => tables.top_ups.get(&transfer.cause).is_some_and(|top_up| {
                transfer.credit == Account::Wallet(top_up.member)
                    && transfer.amount == top_up.amount
            }),
            TransferKind::Receipt | TransferKind::SendBack => suspense::has(tables, transfer),
        };
        ensure(known, || format!("{transfer:?} has no cause"))?;
    }
    for hold in tables.holds.values() {
        ensure(tables.payments.contains_key(&hold.payment), || format!("{hold:?} has no payment"))?;
    }
    for handle in tables.handles.values() {
        ensure(tables.members.contains_key(&handle.member), || {
            format!("{handle:?} has no member")
        })?;
    }
    for done in tables.done.values() {
        let known = done.answer.payments.iter().all(|id| tables.payments.contains_key(id));
        ensure(known, || format!("{done:?} touched a payment that is not there"))?;
    }
    for wallet in tables.wallets.values() {
        ensure(tables.members.contains_key(&wallet.member), || format!("{wallet:?} is nobody's"))?;
    }
    Ok(())
}

/// Remembers what may never change, and finds out if it does.
#[derive(Default)]
pub struct Watch {
    last: Tables,
}

impl Watch {
    /// Audits the tables, and whether what was final before still stands.
    ///
    /// # Errors
    /// A sentence that names the row.
    pub fn step(&mut self, tables: &Tables) -> Result<(), String> {
        audit(tables)?;
        let last = &mut self.last;
        grown(&mut last.transfers, &tables.transfers, "transfer", |_| true)?;
        grown(&mut last.lines, &tables.lines, "line", |_| true)?;
        grown(&mut last.top_ups, &tables.top_ups, "top-up", |_| true)?;
        grown(&mut last.done, &tables.done, "answer", |_| true)?;
        grown(&mut last.holds, &tables.holds, "ended hold", |hold| hold.ended.is_some())?;
        grown(&mut last.refunds, &tables.refunds, "refund", |_| true)?;
        let ended = tables.payments.iter().filter(|(_, payment)| !payment.state.open());
        let as_it_ended = |payment: &Payment| Payment {
            refunded: Refunded::default(),
            refund_ask: None,
            ..payment.clone()
        };
        let ended = ended.map(|(id, payment)| (*id, as_it_ended(payment))).collect();
        grown(&mut last.payments, &ended, "ended payment", |_| true)?;
        grown(&mut last.bills, &tables.bills, "ended bill", |bill| !bill.open())?;
        grown(&mut last.suspense, &tables.suspense, "matched item", |item| item.ended.is_some())?;
        let told = tables.outbox.get(..last.outbox.len());
        ensure(told == Some(&last.outbox[..]), || "the outbox forgot something".to_owned())?;
        last.outbox.extend_from_slice(&tables.outbox[last.outbox.len()..]);
        Ok(())
    }
}

/// Takes in rows that are final now; those that were before must still be there, unchanged.
fn grown<K: Ord + Clone, V: PartialEq + Clone + std::fmt::Debug>(
    known: &mut BTreeMap<K, V>,
    rows: &BTreeMap<K, V>,
    what: &str,
    is_final: impl Fn(&V) -> bool,
) -> Result<(), String> {
    let mut seen = 0;
    for (key, row) in rows {
        match known.get(key) {
            Some(before) => {
                ensure(before == row, || format!("the {what} {before:?} became {row:?}"))?;
                seen += 1;
            }
            None if is_final(row) => {
                known.insert(key.clone(), row.clone());
                seen += 1;
            }
            None => {}
        }
    }
    ensure(seen == known.len(), || format!("a final {what} is gone"))
}
