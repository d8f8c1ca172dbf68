//! What those who are asked can do: pay, or say no.

use super::{Bill, BillList, BillState, Pay, ended, link, order, sum};
use crate::approval;
use crate::context::Context;
use crate::id::{BillId, MemberId, PaymentId};
use crate::member::Member;
use crate::open::authenticate;
use crate::pay::{Order, check, known, legs, payments, settle};
use crate::payment::{ConsentKind, Payee, Purpose};
use crate::refusal::Refusal;
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};
use crate::tell::Source;

/// A bill that `payer` may decide about.
fn asked_of(draft: &Draft<'_>, payer: MemberId, id: BillId) -> Result<Bill, Stop> {
    let bill = draft.bill(id)?.ok_or(Refusal::PaymentUnknown)?;
    if bill.payer == payer { Ok(bill.clone()) } else { Err(Refusal::PaymentUnknown.into()) }
}

/// Whether a bill can still be paid.
fn still_open(bill: &Bill, ctx: &Context<'_>) -> Result<(), Stop> {
    match bill.state {
        BillState::Open if ctx.now < bill.expires_at => Ok(()),
        BillState::Open => Err(Refusal::RequestEnded { state: BillState::Expired }.into()),
        BillState::Paid | BillState::Declined | BillState::Withdrawn | BillState::Expired => {
            Err(ended(bill))
        }
    }
}

/// Whoever is asked consents: a payment is made by all the rules of this instant, and the bill ends with it.
pub(super) fn pay(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    pay: &Pay,
    source: &Source,
) -> Result<Option<Refusal>, Stop> {
    let bill = asked_of(draft, pay.member, pay.bill)?;
    let currency = bill.amount.currency;
    draft.need(
        [bill.payer, bill.payee]
            .into_iter()
            .flat_map(|who| [Key::Member(who), Key::Wallet(who, currency)])
            .chain([Key::Latest(bill.payer)])
            .chain(bill.order_ids().map(Key::Bill)),
    )?;
    still_open(&bill, ctx)?;
    if approval::bill_digest(&bill) != pay.shown {
        return Err(Refusal::ApprovalChanged.into());
    }
    let payer = known(draft, bill.payer)?;
    let needed = ctx.policy.consent(&draft.wallet(payer.id, currency)?, bill.amount);
    let by = (payer.id, pay.proof.as_ref());
    if let Some(refusal) = authenticate(draft, ctx, by, pay.shown, needed)? {
        return Ok(Some(refusal));
    }
    let consent = pay.proof.as_ref().map_or(ConsentKind::Exempt, |_| ConsentKind::Strong);
    let order = Order {
        payer: &payer,
        purpose: Purpose::Send,
        payees: vec![Payee::Member(bill.payee)],
        amount: bill.amount,
        memo: bill.memo.clone(),
    };
    let source = Source { origin: bill.origin, ..source.clone() };
    let payment = pay_at_once(draft, ctx, order, consent, &source)?;
    let payee = known(draft, bill.payee)?;
    let paid =
        Bill { state: BillState::Paid, payment: Some(payment), ended_at: Some(ctx.now), ..bill };
    draft.put_bill(paid.clone());
    tell_complete(draft, &paid, &payee)?;
    Ok(None)
}

/// Pays an order to which the payer has just consented, by all the rules of this instant; gives its first payment.
pub(crate) fn pay_at_once(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    order: Order<'_>,
    consent: ConsentKind,
    source: &Source,
) -> Result<PaymentId, Stop> {
    let legs = legs(draft, &order)?;
    check(draft, ctx, order.payer, order.purpose, &legs, false)?;
    let mut payments = payments(ctx, &order, &legs, source);
    draft.chain(&mut payments)?;
    let first = payments.first().expect("an order has a payment").id;
    settle(draft, ctx, order.payer, payments, &legs, consent, source)?;
    Ok(first)
}

/// Tells who asked when the last of several has paid.
fn tell_complete(draft: &mut Draft<'_>, bill: &Bill, payee: &Member) -> Result<(), Stop> {
    if bill.count < 2 {
        return Ok(());
    }
    let bills = order(draft, bill)?;
    if bills.iter().all(|bill| bill.state == BillState::Paid) {
        let say = Say::new("request-complete")
            .money("total", sum(&bills, bill))
            .with("count", Arg::Count(i64::from(bill.count)))
            .with("link", link("request", bill.order));
        draft.notify(payee, say, None);
    }
    Ok(())
}

/// Whoever is asked says no.
pub(super) fn decline(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    id: BillId,
    source: &Source,
) -> Result<(), Stop> {
    let bill = asked_of(draft, member, id)?;
    draft.need([Key::Member(bill.payer), Key::Member(bill.payee)])?;
    still_open(&bill, ctx)?;
    let (payer, payee) = (known(draft, bill.payer)?, known(draft, bill.payee)?);
    let say = Say::new("request-declined").money("amount", bill.amount);
    draft.answer(source, &payer, say.text("to", payee.name.clone()), None);
    let say = Say::new("request-refused").money("amount", bill.amount);
    let say = say.text("who", payer.name.clone()).with("link", link("request", bill.order));
    draft.notify(&payee, say, None);
    draft.put_bill(Bill { state: BillState::Declined, ended_at: Some(ctx.now), ..bill });
    Ok(())
}

/// What one open request somebody was told of within the last minutes.
fn question(draft: &Draft<'_>, ctx: &Context<'_>, payer: MemberId) -> Result<Bill, Stop> {
    let since = ctx.now.plus_us(ctx.policy.question_us.saturating_neg());
    let told = |bill: &&&Bill| bill.told_at() >= since && still_open(bill, ctx).is_ok();
    let bills = draft.bills(BillList::To(payer))?;
    let bills: Vec<&Bill> = bills.iter().filter(told).copied().collect();
    let around = |bill: &&Bill| [Key::Block(payer, bill.payee), Key::Member(bill.payee)];
    draft.need(bills.iter().flat_map(around))?;
    let mut one = None;
    for bill in bills {
        if draft.block(payer, bill.payee)?.is_some() {
            continue;
        }
        if one.replace(bill).is_some() {
            return Err(Refusal::WhatMissing.into());
        }
    }
    Ok(one.ok_or(Refusal::WhatMissing)?.clone())
}

/// A *yes* in a conversation where no payment waits for one. It pays nothing, because the request came from somebody
/// else and might have come a moment ago: it leads to the page that shows what is asked and by whom.
///
/// # Errors
/// [`Stop::Refused`] if there is no one request, [`Stop::More`] if rows are needed.
pub fn yes(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payer: &Member,
    source: &Source,
) -> Result<(), Stop> {
    let bill = question(draft, ctx, payer.id)?;
    let say = Say::new("approve-please")
        .money("amount", bill.amount)
        .text("to", known(draft, bill.payee)?.name)
        .with("link", link("approve", bill.id))
        .with("until", Arg::At(bill.expires_at));
    draft.answer(source, payer, say, None);
    Ok(())
}

/// A *no* in a conversation where no payment waits for an answer.
///
/// # Errors
/// [`Stop::Refused`] if there is no one request, [`Stop::More`] if rows are needed.
pub fn no(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payer: &Member,
    source: &Source,
) -> Result<(), Stop> {
    let bill = question(draft, ctx, payer.id)?;
    decline(draft, ctx, payer.id, bill.id, source)
}
