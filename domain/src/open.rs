//! What may happen to an open payment: approved, declined, cancelled, expired. What claims add is in [`crate::claim`].

use crate::approval;
use crate::bill::{self, BillList};
use crate::claim::{confirm, tell_claimant, turn_away};
use crate::context::Context;
use crate::decide::Asked;
use crate::id::{MemberId, PaymentId, RequestKey};
use crate::ledger::Wallet;
use crate::member::Member;
use crate::passkey::{Ceremony, check_passkey};
use crate::pay::{end, known, resume};
use crate::payment::{ConsentKind, Payee, Payment, State};
use crate::pin::{check_pin, tries_left};
use crate::policy::Needed;
use crate::refusal::Refusal;
use crate::request::{Approve, Proof};
use crate::resolve;
use crate::rows::{Draft, Key, Stop};
use crate::say::Say;
use crate::tell::{Source, link};

/// The payments of an order that stand or fall with `payment`: all of them while they wait for the payer, it
/// alone once money is set aside for it.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn together(draft: &Draft<'_>, payment: &Payment) -> Result<Vec<Payment>, Stop> {
    if payment.state.holds_money() || !payment.state.open() {
        surroundings(draft, payment)?;
        return Ok(vec![payment.clone()]);
    }
    order(draft, payment)
}

/// Asks at once for every row that may be read or changed when a payment goes on or ends.
pub(crate) fn surroundings(draft: &Draft<'_>, payment: &Payment) -> Result<(), Stop> {
    draft.need(around(payment))
}

fn around(payment: &Payment) -> Vec<Key> {
    let claimant = payment.claim.as_ref().and_then(|claim| claim.by).map(|(who, _)| who);
    let payee = match payment.payee {
        Payee::Member(id) => Some(id),
        Payee::Handle { .. } => None,
    };
    let members = [Some(payment.payer), payee, claimant].into_iter().flatten();
    let mut keys: Vec<Key> = members
        .flat_map(|member| [Key::Member(member), Key::Wallet(member, payment.amount.currency)])
        .collect();
    keys.push(match payment.state.holds_money() {
        true => Key::Hold(payment.id),
        false => Key::Latest(payment.payer),
    });
    keys
}

/// Every payment of an order, with the rows around those that are open, in as few loads as can be.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn order(draft: &Draft<'_>, payment: &Payment) -> Result<Vec<Payment>, Stop> {
    let ids = (0..payment.legs).map(|leg| PaymentId(payment.order.0.wrapping_add(u128::from(leg))));
    let ids: Vec<PaymentId> = ids.collect();
    draft.need(ids.iter().flat_map(|id| match draft.payment(*id) {
        Ok(leg) => leg.filter(|leg| leg.state.open()).map(around).unwrap_or_default(),
        Err(_) => vec![Key::Payment(*id), Key::Hold(*id)],
    }))?;
    let rows = ids.iter().map(|id| draft.payment(*id)).collect::<Result<Vec<_>, _>>()?;
    let rows: Vec<Payment> = rows.into_iter().flatten().cloned().collect();
    draft.need(rows.iter().filter(|leg| leg.state.open()).flat_map(around))?;
    Ok(rows)
}

/// A payment that `payer` may decide about.
fn own(draft: &Draft<'_>, payer: MemberId, id: PaymentId) -> Result<Payment, Stop> {
    let payment = draft.payment(id)?.ok_or(Refusal::PaymentUnknown)?;
    if payment.payer == payer { Ok(payment.clone()) } else { Err(Refusal::PaymentUnknown.into()) }
}

/// The payer consents on the approval page. A wrong PIN is counted, so it is an answer and not a [`Stop`].
///
/// # Errors
/// [`Stop::Refused`] if the consent does not hold, [`Stop::More`] if rows are needed.
pub fn approve(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    approve: &Approve,
    source: &Source,
) -> Result<Option<Refusal>, Stop> {
    draft.need([
        Key::Member(approve.member),
        Key::Payment(approve.payment),
        Key::Pin(approve.member),
    ])?;
    let payment = own(draft, approve.member, approve.payment)?;
    let payments = together(draft, &payment)?;
    let wallet = draft.wallet(approve.member, payment.amount.currency)?;
    if !payment.state.open() {
        return Err(ended(draft, &payment));
    }
    still_open(&payment, ctx)?;
    if approval::digest(&payments.iter().collect::<Vec<_>>()) != approve.shown {
        return Err(Refusal::ApprovalChanged.into());
    }
    let needed = needed(ctx, &wallet, &payments);
    let by = (approve.member, approve.proof.as_ref());
    if let Some(refusal) = authenticate(draft, ctx, by, approve.shown, needed)? {
        return Ok(Some(refusal));
    }
    let consent = approve.proof.as_ref().map(|_| ConsentKind::Strong);
    match payment.state {
        State::Claimed => confirm(draft, ctx, payment, consent)?,
        State::Doubted | State::Asked => resume(draft, ctx, payments, consent, source)?,
        State::Held => return Err(Refusal::ApprovalChanged.into()),
        State::Paid | State::Returned | State::Cancelled | State::Declined | State::Expired => {
            return Err(ended(draft, &payment));
        }
    }
    Ok(None)
}

fn still_open(payment: &Payment, ctx: &Context<'_>) -> Result<(), Stop> {
    if !payment.state.open() {
        return Err(Refusal::AlreadyEnded { state: payment.state }.into());
    }
    match payment.expires_at {
        Some(until) if until <= ctx.now => Err(Refusal::ApprovalExpired.into()),
        Some(_) | None => Ok(()),
    }
}

fn ended(draft: &Draft<'_>, payment: &Payment) -> Stop {
    match payment.state {
        State::Paid => match payee_name(draft, payment) {
            Ok(to) => Refusal::AlreadyPaid { to }.into(),
            Err(stop) => stop,
        },
        state => Refusal::AlreadyEnded { state }.into(),
    }
}

/// The name of a payment's payee, as people read it.
///
/// # Errors
/// [`Stop::More`] if the payee's row is not loaded.
pub fn payee_name(draft: &Draft<'_>, payment: &Payment) -> Result<String, Stop> {
    match &payment.payee {
        Payee::Member(id) => Ok(known(draft, *id)?.name.to_string()),
        Payee::Handle { name, .. } => Ok(format!("@{name}")),
    }
}

/// Whether the proof is enough for exactly what was shown; a wrong PIN is counted and refused.
pub(crate) fn authenticate(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    (member, proof): (MemberId, Option<&Proof>),
    shown: [u8; 32],
    needed: Needed,
) -> Result<Option<Refusal>, Stop> {
    match proof {
        Some(Proof::Pin(proof)) => check_pin(draft, member, *proof),
        Some(Proof::Passkey(proof)) => {
            check_passkey(draft, ctx, member, proof, (Ceremony::Approve, shown))
        }
        None => match needed {
            Needed::Exempt => Ok(None),
            Needed::Strong => Err(unproved(draft, member)?.into()),
        },
    }
}

/// What is missing where nothing was proved.
fn unproved(draft: &Draft<'_>, member: MemberId) -> Result<Refusal, Stop> {
    draft.need([Key::Pin(member), Key::Passkeys(member)])?;
    Ok(match draft.pin(member)? {
        Some(pin) => Refusal::PinWrong { left: tries_left(Some(pin)) },
        None if draft.passkeys(member)?.is_empty() => Refusal::PinMissing,
        None => Refusal::PasskeyNeeded,
    })
}

/// The consent that these payments need now.
#[must_use]
pub fn needed(ctx: &Context<'_>, wallet: &Wallet, payments: &[Payment]) -> Needed {
    let mut amounts = payments.iter().map(|payment| payment.amount);
    let first = amounts.next().expect("an order has a payment");
    match amounts.try_fold(first, |sum, amount| sum.checked_add(amount)) {
        Ok(total) => ctx.policy.consent(wallet, total),
        Err(_) => Needed::Strong,
    }
}

/// The payer says no: an order that waits is declined; a claimant is turned away and the claim stays open.
///
/// # Errors
/// [`Stop::Refused`] if there is nothing to say no to, [`Stop::More`] if rows are needed.
pub fn decline(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    id: PaymentId,
    source: &Source,
) -> Result<(), Stop> {
    draft.need([Key::Member(member), Key::Payment(id)])?;
    let payment = own(draft, member, id)?;
    let payer = known(draft, member)?;
    match payment.state {
        State::Doubted | State::Asked => {
            let payments = together(draft, &payment)?;
            let say = about("declined", draft, &payments)?;
            for payment in payments {
                end(draft, ctx, payment, State::Declined)?;
            }
            draft.answer(source, &payer, say, Some(id));
            Ok(())
        }
        State::Claimed => turn_away(draft, payment),
        State::Held => Err(Refusal::NothingToCancel.into()),
        State::Paid | State::Returned | State::Cancelled | State::Declined | State::Expired => {
            Err(ended(draft, &payment))
        }
    }
}

/// The payer takes back what is still open of a payment's order.
///
/// # Errors
/// [`Stop::Refused`] if all of it has ended, [`Stop::More`] if rows are needed.
pub fn cancel(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    id: PaymentId,
    source: &Source,
) -> Result<(), Stop> {
    draft.need([Key::Member(member), Key::Payment(id)])?;
    let payment = own(draft, member, id)?;
    let payer = known(draft, member)?;
    let open: Vec<Payment> =
        order(draft, &payment)?.into_iter().filter(|p| p.state.open()).collect();
    if open.is_empty() {
        return Err(ended(draft, &payment));
    }
    let say = about("cancelled", draft, &open)?;
    for payment in open {
        tell_claimant(draft, &payment)?;
        end(draft, ctx, payment, State::Cancelled)?;
    }
    draft.answer_in_public(source, &payer, Say::new("look-public"), Some(id));
    draft.answer(source, &payer, say, Some(id));
    Ok(())
}

/// The payer asks in a message to take a payment back: the one named, the one the message answers, or the latest
/// that is open.
///
/// # Errors
/// [`Stop::Refused`] if there is nothing to take back, [`Stop::More`] if rows are needed.
pub fn cancel_asked(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    asked: &Asked<'_>,
) -> Result<(), Stop> {
    let me = asked.author.id;
    if let Some(bill) = bill::meant(draft, asked)? {
        return bill::withdraw(draft, ctx, me, bill, asked.source);
    }
    let id = match resolve::meant(draft, asked)? {
        Some(id) => id,
        None => {
            let begun = BillList::By(me);
            draft.need([Key::Open(me), Key::Latest(me), Key::Bills(begun)])?;
            let asking = draft.bills(begun)?.last().map(|bill| bill.id);
            match (draft.open(me)?.last().map(|payment| payment.id), asking) {
                (Some(payment), Some(bill)) if payment.0 < bill.0 => {
                    return bill::withdraw(draft, ctx, me, bill, asked.source);
                }
                (None, Some(bill)) => {
                    return bill::withdraw(draft, ctx, me, bill, asked.source);
                }
                (Some(payment), Some(_) | None) => payment,
                (None, None) => return Err(nothing_open(draft, me)?),
            }
        }
    };
    cancel(draft, ctx, me, id, asked.source)
}

/// Why there is nothing to cancel: the latest payment has been paid, say.
fn nothing_open(draft: &Draft<'_>, payer: MemberId) -> Result<Stop, Stop> {
    let Some(latest) = draft.latest(payer)?.newest() else {
        return Ok(Refusal::NothingToCancel.into());
    };
    match draft.payment(latest)? {
        Some(payment) if payment.state == State::Paid => {
            let to = payee_name(draft, payment)?;
            Ok(Refusal::AlreadyPaid { to }.into())
        }
        Some(_) | None => Ok(Refusal::NothingToCancel.into()),
    }
}

/// A sentence about the amount and the payees of some payments.
pub(crate) fn about(
    code: &'static str,
    draft: &Draft<'_>,
    payments: &[Payment],
) -> Result<Say, Stop> {
    draft.need(payments.iter().filter_map(|payment| match payment.payee {
        Payee::Member(id) => Some(Key::Member(id)),
        Payee::Handle { .. } => None,
    }))?;
    let names: Vec<String> =
        payments.iter().map(|p| payee_name(draft, p)).collect::<Result<_, _>>()?;
    let amount = payments.first().expect("there is a payment to speak of").amount;
    Ok(Say::new(code).money("amount", amount).text("to", names.join(", ")))
}

/// The post that began an order is gone: what is still open of it is cancelled.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn deleted(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    post: RequestKey,
    author: MemberId,
    source: &Source,
) -> Result<(), Stop> {
    let ids = draft.done(post)?.map(|done| done.answer.payments.clone()).unwrap_or_default();
    draft.need(ids.iter().map(|id| Key::Payment(*id)))?;
    for id in ids.iter().copied() {
        let open = draft
            .payment(id)?
            .is_some_and(|p| p.payer == author && p.origin == post && p.state.open());
        if open {
            return cancel(draft, ctx, author, id, source);
        }
    }
    Ok(())
}

/// An open payment's time is over: what was set aside returns, what waited is closed. Does nothing too early or
/// too late.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn expire(draft: &mut Draft<'_>, ctx: &Context<'_>, id: PaymentId) -> Result<(), Stop> {
    let Some(payment) = draft.payment(id)?.cloned() else { return Ok(()) };
    let due = payment.expires_at.is_some_and(|until| until <= ctx.now);
    if !due || !payment.state.open() {
        return Ok(());
    }
    draft.need([Key::Member(payment.payer)])?;
    let payer = known(draft, payment.payer)?;
    let payments = together(draft, &payment)?;
    let (code, state) = match payment.state {
        State::Held | State::Claimed => ("returned", State::Returned),
        State::Doubted | State::Asked => ("approval-expired", State::Expired),
        State::Paid | State::Returned | State::Cancelled | State::Declined | State::Expired => {
            return Ok(());
        }
    };
    let say = about(code, draft, &payments)?;
    for payment in payments {
        tell_claimant(draft, &payment)?;
        end(draft, ctx, payment, state)?;
    }
    draft.notify(&payer, say, Some(id));
    Ok(())
}

/// The one open question of a conversation: the payments that wait for a yes or no, asked within the last minutes.
/// What others ask of the payer is no such question: nobody may stand in the way of somebody's own payments.
///
/// # Errors
/// [`Stop::Refused`] if there is more than one, [`Stop::More`] if rows are needed.
pub fn question(
    draft: &Draft<'_>,
    ctx: &Context<'_>,
    payer: MemberId,
) -> Result<Option<Payment>, Stop> {
    draft.need([Key::Open(payer), Key::Bills(BillList::To(payer))])?;
    let since = ctx.now.plus_us(ctx.policy.question_us.saturating_neg());
    let asked_at = |payment: &Payment| match payment.state {
        State::Doubted => Some(payment.created_at),
        // After a doubt, the approval was asked for later than the payment.
        State::Asked => {
            payment.expires_at.map(|until| until.plus_us(ctx.policy.approval_us.saturating_neg()))
        }
        State::Claimed => payment.claim.as_ref().and_then(|claim| claim.by).map(|(_, at)| at),
        State::Held
        | State::Paid
        | State::Returned
        | State::Cancelled
        | State::Declined
        | State::Expired => None,
    };
    let open = draft.open(payer)?;
    let waits = |payment: &Payment| still_open(payment, ctx).is_ok();
    let mut asked =
        open.into_iter().filter(|p| asked_at(p).is_some_and(|at| at >= since) && waits(p));
    let Some(first) = asked.next() else { return Ok(None) };
    if asked.all(|other| other.order == first.order) {
        Ok(Some(first.clone()))
    } else {
        Err(Refusal::WhatMissing.into())
    }
}

/// The payer answers yes in the conversation: enough where the payment is exempt, a link to the page otherwise.
///
/// # Errors
/// [`Stop::Refused`] if there is no one question, [`Stop::More`] if rows are needed.
pub fn yes(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payer: &Member,
    source: &Source,
) -> Result<(), Stop> {
    let Some(payment) = question(draft, ctx, payer.id)? else {
        return bill::yes(draft, ctx, payer, source);
    };
    let payments = together(draft, &payment)?;
    let wallet = draft.wallet(payer.id, payment.amount.currency)?;
    match (payment.state, needed(ctx, &wallet, &payments)) {
        (State::Doubted, Needed::Exempt | Needed::Strong) => {
            resume(draft, ctx, payments, None, source)
        }
        (State::Claimed, Needed::Exempt) => confirm(draft, ctx, payment, None),
        (State::Asked, Needed::Exempt | Needed::Strong) | (State::Claimed, Needed::Strong) => {
            let say = about("approve-please", draft, &payments)?
                .with("link", link("approve", payment.id))
                .with("until", crate::say::Arg::At(payment.expires_at.unwrap_or(ctx.now)));
            draft.answer(source, payer, say, Some(payment.id));
            Ok(())
        }
        (
            State::Held
            | State::Paid
            | State::Returned
            | State::Cancelled
            | State::Declined
            | State::Expired,
            Needed::Exempt | Needed::Strong,
        ) => Err(Refusal::WhatMissing.into()),
    }
}
