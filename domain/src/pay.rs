//! How an order to pay goes its way: asked, approved, paid or set aside.
//!
//! An order is one payment, or several with *each*. It is refused, asked about or carried out as a whole.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::context::Context;
use crate::decide::Asked;
use crate::id::{MemberId, PaymentId};
use crate::ledger::{Account, Hold, HoldEnd, House, Transfer, TransferKind};
use crate::member::{Kind, Member};
use crate::money::Money;
use crate::payment::{Claim, Consent, ConsentKind, Payee, Payment, Purpose, Recent, State, after};
use crate::policy::{Leg, Needed, Proposal};
use crate::refund::Refunded;
use crate::refusal::Refusal;
use crate::resolve;
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};
use crate::tell::{Source, link};

/// The most payees one order may have.
pub const LEGS_MAX: usize = 20;

/// A wish to pay, with everybody known.
pub struct Order<'a> {
    /// Who pays.
    pub payer: &'a Member,
    /// As what.
    pub purpose: Purpose,
    /// To whom.
    pub payees: Vec<Payee>,
    /// How much to each.
    pub amount: Money,
    /// What for.
    pub memo: Arc<str>,
}

/// Begins the order that a message asks for.
///
/// # Errors
/// [`Stop::Refused`] if somebody or the rules object, [`Stop::More`] if rows are needed.
pub fn order(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    asked: &Asked<'_>,
    purpose: Purpose,
) -> Result<(), Stop> {
    let command = asked.command;
    let amount = command.amount.ok_or(Refusal::WhatMissing)?;
    let payees = resolve::payees(draft, &command.to, asked.source.network)?;
    let order = Order {
        payer: asked.author,
        purpose,
        payees,
        amount,
        memo: command.memo.as_deref().unwrap_or_default().into(),
    };
    begin(draft, ctx, order, asked.source)
}

/// Begins an order: it is refused, asked about, or carried out.
///
/// # Errors
/// [`Stop::Refused`] by the first rule that objects, [`Stop::More`] if rows are needed.
pub fn begin(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    order: Order<'_>,
    source: &Source,
) -> Result<(), Stop> {
    if order.payees.len() > LEGS_MAX {
        return Err(Refusal::TooManyRecipients { limit: 20 }.into());
    }
    let legs = legs(draft, &order)?;
    let passed = check(draft, ctx, order.payer, order.purpose, &legs, false)?;
    let mut payments = payments(ctx, &order, &legs, source);
    draft.chain(&mut payments)?;
    if let Some(earlier) = duplicate(draft.latest(order.payer.id)?.recent(), &payments, ctx) {
        let say = Say::new("duplicate")
            .money("amount", order.amount)
            .text("to", names(&legs))
            .with("ago-at", Arg::At(earlier));
        return ask(draft, ctx, order.payer, payments, State::Doubted, say, source);
    }
    agree(draft, ctx, order.payer, payments, &legs, passed, source)
}

/// Carries an order out if the post is consent enough; asks for strong approval otherwise.
fn agree(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payer: &Member,
    payments: Vec<Payment>,
    legs: &[Leg],
    passed: Passed,
    source: &Source,
) -> Result<(), Stop> {
    match passed.needed {
        Needed::Exempt => settle(draft, ctx, payer, payments, legs, ConsentKind::Exempt, source),
        Needed::Strong => {
            let say = please_approve(&payments, legs, passed.total, ctx);
            ask(draft, ctx, payer, payments, State::Asked, say, source)
        }
    }
}

pub(crate) fn legs(draft: &Draft<'_>, order: &Order<'_>) -> Result<Vec<Leg>, Stop> {
    let currency = order.amount.currency;
    let payees = order.payees.iter().filter_map(|payee| match payee {
        Payee::Member(id) => Some([Key::Member(*id), Key::Wallet(*id, currency)]),
        Payee::Handle { .. } => None,
    });
    let payer = [Key::Wallet(order.payer.id, currency), Key::Latest(order.payer.id)];
    draft.need(payer.into_iter().chain(payees.flatten()))?;
    order.payees.iter().map(|payee| leg(draft, payee, order.amount)).collect()
}

fn leg(draft: &Draft<'_>, payee: &Payee, amount: Money) -> Result<Leg, Stop> {
    let member = match payee {
        Payee::Member(id) => draft.member(*id)?.cloned(),
        Payee::Handle { .. } => None,
    };
    Ok(Leg { payee: payee.clone(), member, amount })
}

/// What an order that passed every rule comes to.
pub(crate) struct Passed {
    total: Money,
    needed: Needed,
}

/// Passes the order by every rule.
pub(crate) fn check(
    draft: &Draft<'_>,
    ctx: &Context<'_>,
    payer: &Member,
    purpose: Purpose,
    legs: &[Leg],
    counted_in_recent: bool,
) -> Result<Passed, Stop> {
    let amount = legs.first().expect("an order has a payee").amount;
    let count = u32::try_from(legs.len()).expect("an order is short");
    // A total beyond 64 bits is more than any wallet has; the rules say what is wrong with it.
    let total = amount.checked_mul(count).unwrap_or(Money::new(i64::MAX, amount.currency));
    let wallet = draft.wallet(payer.id, amount.currency)?;
    Proposal {
        policy: ctx.policy,
        now: ctx.now,
        period: ctx.period,
        payer,
        wallet: &wallet,
        purpose,
        legs,
        total,
        recent: draft.latest(payer.id)?.recent(),
        counted_in_recent,
    }
    .check()?;
    Ok(Passed { total, needed: ctx.policy.consent(&wallet, total) })
}

pub(crate) fn payments(
    ctx: &Context<'_>,
    order: &Order<'_>,
    legs: &[Leg],
    source: &Source,
) -> Vec<Payment> {
    let mut ids = ctx.ids();
    let first = PaymentId(ids.take());
    let count = u32::try_from(legs.len()).expect("an order is short");
    let id = |index: u32| PaymentId(first.0.wrapping_add(u128::from(index)));
    let new = |(index, leg): (u32, &Leg)| Payment {
        id: id(index),
        order: first,
        legs: count,
        purpose: order.purpose,
        payer: order.payer.id,
        payee: leg.payee.clone(),
        amount: order.amount,
        fee: fee(ctx, leg, order.purpose),
        state: State::Asked,
        policy: ctx.policy.version,
        origin: source.origin,
        memo: order.memo.clone(),
        public: source.public,
        created_at: ctx.now,
        expires_at: None,
        consent: None,
        counted: None,
        claim: None,
        ended_at: None,
        before: None,
        refunded: Refunded::default(),
        refund_ask: None,
    };
    (0..).zip(legs).map(new).collect()
}

pub(crate) fn fee(ctx: &Context<'_>, leg: &Leg, purpose: Purpose) -> Money {
    let kind = leg.member.as_ref().map_or(Kind::Person, |member| member.kind);
    ctx.policy.fee(kind, purpose, leg.amount)
}

/// When a payment like one of these was made within the span of the duplicate guard.
fn duplicate(
    recent: &VecDeque<Recent>,
    payments: &[Payment],
    ctx: &Context<'_>,
) -> Option<crate::time::Timestamp> {
    let since = ctx.now.plus_us(ctx.policy.duplicate_us.saturating_neg());
    let counts = |earlier: &&Recent| match earlier.state {
        State::Doubted | State::Asked | State::Held | State::Claimed | State::Paid => true,
        State::Returned | State::Cancelled | State::Declined | State::Expired => false,
    };
    let like = |earlier: &&Recent| {
        payments.iter().any(|p| p.amount == earlier.amount && p.payee == earlier.payee)
    };
    after(recent, since).filter(counts).find(like).map(|earlier| earlier.created_at)
}

/// Keeps the payments in a state that waits for the payer, and asks.
fn ask(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payer: &Member,
    payments: Vec<Payment>,
    state: State,
    say: Say,
    source: &Source,
) -> Result<(), Stop> {
    let wait =
        if state == State::Doubted { ctx.policy.question_us } else { ctx.policy.approval_us };
    let order = payments.first().map(|payment| payment.order);
    draft.answer_in_public(source, payer, Say::new("look-public"), order);
    draft.answer(source, payer, say, order);
    for payment in payments {
        draft.put_payment(Payment { state, expires_at: Some(ctx.now.plus_us(wait)), ..payment });
    }
    Ok(())
}

fn please_approve(payments: &[Payment], legs: &[Leg], total: Money, ctx: &Context<'_>) -> Say {
    let until = Arg::At(ctx.now.plus_us(ctx.policy.approval_us));
    let first = payments.first().expect("an order has a payment");
    let say = match legs {
        [leg] => Say::new("approve-please").money("amount", total).text("to", leg.name()),
        _ => Say::new("approve-please-each").money("total", total).with("count", count(legs)),
    };
    say.with("link", link("approve", first.id)).with("until", until)
}

fn count(legs: &[Leg]) -> Arg {
    Arg::Count(i64::try_from(legs.len()).expect("an order is short"))
}

/// The payees' names, as a sentence lists them.
fn names<'a>(legs: impl IntoIterator<Item = &'a Leg>) -> Arc<str> {
    let names: Vec<Arc<str>> = legs.into_iter().map(Leg::name).collect();
    names.join(", ").into()
}

/// Takes an order up again that waited for the payer, by all the rules of this instant.
///
/// # Errors
/// [`Stop::Refused`] by the first rule that objects, [`Stop::More`] if rows are needed.
pub fn resume(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payments: Vec<Payment>,
    consent: Option<ConsentKind>,
    source: &Source,
) -> Result<(), Stop> {
    let first = payments.first().expect("an order has a payment").clone();
    let payer = known(draft, first.payer)?;
    let order = Order {
        payer: &payer,
        purpose: first.purpose,
        payees: payments.iter().map(|payment| payment.payee.clone()).collect(),
        amount: first.amount,
        memo: Arc::default(),
    };
    let legs = legs(draft, &order)?;
    let passed = check(draft, ctx, &payer, first.purpose, &legs, true)?;
    let anew = |(payment, leg): (Payment, &Leg)| Payment {
        fee: fee(ctx, leg, payment.purpose),
        policy: ctx.policy.version,
        ..payment
    };
    let payments: Vec<Payment> = payments.into_iter().zip(&legs).map(anew).collect();
    match consent {
        Some(kind) => settle(draft, ctx, &payer, payments, &legs, kind, source),
        None => agree(draft, ctx, &payer, payments, &legs, passed, source),
    }
}

/// A member who is known to exist.
///
/// # Errors
/// [`Stop::More`] if the row is not loaded.
///
/// # Panics
/// If there is no such member: members are never removed.
pub fn known(draft: &Draft<'_>, id: MemberId) -> Result<Member, Stop> {
    Ok(draft.member(id)?.expect("a payment's members exist").clone())
}

/// Pays or sets aside every payment of an approved order.
pub(crate) fn settle(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payer: &Member,
    payments: Vec<Payment>,
    legs: &[Leg],
    kind: ConsentKind,
    source: &Source,
) -> Result<(), Stop> {
    let amount = payments.first().expect("an order has a payment").amount;
    let total = times(amount, payments.len());
    let consent = Consent { kind, number: draft.consent(payer.id, kind, total)?, at: ctx.now };
    let (mut told, mut set_aside) = (Vec::new(), Vec::new());
    for ((index, payment), leg) in (0..).zip(payments).zip(legs) {
        draft.count(payer.id, payment.amount, ctx.period)?;
        let payment = Payment { consent: Some(consent), counted: Some(ctx.period), ..payment };
        match &leg.member {
            Some(payee) => told.push((payee, pay(draft, ctx, payment, payer, payee)?)),
            None => set_aside.push(hold(draft, ctx, payment, leg, index)?),
        }
    }
    report(draft, payer, legs, kind, amount, set_aside, source)?;
    for (payee, (id, say)) in told {
        draft.notify(payee, say, Some(id));
    }
    Ok(())
}

/// What `count` payees of an order get together.
fn times(amount: Money, count: usize) -> Money {
    let count = u32::try_from(count).expect("an order is short");
    amount.checked_mul(count).expect("the rules have seen the total")
}

/// Tells the payer what was paid and what was set aside.
fn report(
    draft: &mut Draft<'_>,
    payer: &Member,
    legs: &[Leg],
    kind: ConsentKind,
    amount: Money,
    set_aside: Vec<(PaymentId, Say)>,
    source: &Source,
) -> Result<(), Stop> {
    let paid: Vec<&Leg> = legs.iter().filter(|leg| leg.member.is_some()).collect();
    let left = draft.wallet(payer.id, amount.currency)?.available();
    let order = draft.touched().next();
    let gift = paid.iter().all(|leg| leg.member.as_ref().is_some_and(|m| m.kind == Kind::Charity));
    if paid.is_empty() {
        draft.answer_in_public(source, payer, Say::new("look-public"), order);
    } else {
        let (public, private) = match (paid.as_slice(), gift) {
            ([_], true) => ("gave-public", "gave"),
            ([_], false) => ("sent-public", "sent"),
            (_, true | false) => ("sent-each-public", "sent-each"),
        };
        let to = match paid.as_slice() {
            [leg] => leg.name(),
            several => names(several.iter().copied()),
        };
        if source.public {
            let say = Say::new(public).money("amount", amount).text("to", to.clone());
            draft.answer_in_public(source, payer, say, order);
        }
        let private = if kind == ConsentKind::Recurring { "sent-scheduled" } else { private };
        let say = match paid.as_slice() {
            [_] => Say::new(private),
            several => Say::new(private).money("total", times(amount, several.len())),
        };
        let say = say.money("amount", amount).text("to", to).money("left", left);
        draft.answer(source, payer, say, order);
    }
    for (payment, say) in set_aside {
        draft.answer(source, payer, say, Some(payment));
    }
    Ok(())
}

/// Moves a payment's money to its payee, less the fee; gives what to tell the payee.
pub(crate) fn pay(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payment: Payment,
    payer: &Member,
    payee: &Member,
) -> Result<(PaymentId, Say), Stop> {
    let transfer = Transfer {
        cause: payment.id,
        number: 0,
        kind: TransferKind::Payment,
        debit: Account::Wallet(payer.id),
        credit: Account::Wallet(payee.id),
        amount: payment.amount,
        at: ctx.now,
    };
    draft.transfer(transfer.clone())?;
    if payment.fee.minor > 0 {
        draft.transfer(Transfer {
            number: 1,
            kind: TransferKind::Fee,
            debit: Account::Wallet(payee.id),
            credit: Account::House(House::Fees),
            amount: payment.fee,
            ..transfer
        })?;
    }
    let told = (payment.id, received(&payment, payer));
    draft.put_payment(Payment {
        state: State::Paid,
        expires_at: None,
        ended_at: Some(ctx.now),
        ..payment
    });
    Ok(told)
}

fn received(payment: &Payment, payer: &Member) -> Say {
    let (amount, fee) = (payment.amount, payment.fee);
    let say = match (payment.purpose, fee.minor > 0, payment.memo.is_empty()) {
        (Purpose::Gift, true | false, true | false) => Say::new("received-gift"),
        (Purpose::Send, true, true | false) => Say::new("received-fee")
            .money("fee", fee)
            .money("net", amount.checked_sub(fee).expect("a fee is a part of the amount")),
        (Purpose::Send, false, false) => {
            Say::new("received-memo").text("memo", payment.memo.clone())
        }
        (Purpose::Send, false, true) => Say::new("received"),
    };
    say.money("amount", amount).text("from", payer.name.clone())
}

/// Sets a payment's money aside for a handle without account; gives what to tell the payer.
fn hold(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payment: Payment,
    leg: &Leg,
    index: u32,
) -> Result<(PaymentId, Say), Stop> {
    let token = ctx.token(index);
    let until = ctx.now.plus_us(ctx.policy.claim_us);
    draft.open_hold(Hold {
        payment: payment.id,
        member: payment.payer,
        amount: payment.amount,
        opened_at: ctx.now,
        ended: None,
    })?;
    let say = Say::new("set-aside")
        .money("amount", payment.amount)
        .text("to", leg.name())
        .with("until", Arg::At(until))
        .with("link", Arg::Link(format!("/claim/{}", token.text)));
    let id = payment.id;
    draft.put_payment(Payment {
        state: State::Held,
        expires_at: Some(until),
        claim: Some(Claim { token_hash: token.hash, by: None }),
        ..payment
    });
    Ok((id, say))
}

/// Ends an open payment without moving money: what was set aside and counted goes back.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn end(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payment: Payment,
    state: State,
) -> Result<(), Stop> {
    if payment.state.holds_money() {
        draft.need([Key::Hold(payment.id), Key::Wallet(payment.payer, payment.amount.currency)])?;
        draft.end_hold(payment.id, HoldEnd::Released, ctx.now)?;
    }
    if let Some(period) = payment.counted {
        draft.uncount(payment.payer, payment.amount, period)?;
    }
    draft.put_payment(Payment {
        state,
        counted: None,
        expires_at: None,
        ended_at: Some(ctx.now),
        ..payment
    });
    Ok(())
}
