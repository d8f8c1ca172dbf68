//! How money goes back: the payee gives it, the payer asks for it, the operator decides.

use super::{By, Refund, RefundAsk, RefundAsks, Refunded};
use crate::approval::refund_digest;
use crate::context::Context;
use crate::decide::Asked;
use crate::id::{MemberId, PaymentId};
use crate::ledger::{Account, House, Transfer, TransferKind};
use crate::member::Member;
use crate::money::{Money, decimal};
use crate::open::authenticate;
use crate::open::order;
use crate::pay::known;
use crate::payment::{Consent, ConsentKind, Payment};
use crate::policy::Needed;
use crate::refusal::Refusal;
use crate::request::Proof;
use crate::resolve;
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};
use crate::tell::{Source, link};

/// What a payee gives back on a page. Whom it goes to follows from the payment, so the consent is to both.
#[derive(Clone, Debug)]
pub struct RefundOrder {
    /// Who gives.
    pub member: MemberId,
    /// Of which payment.
    pub payment: PaymentId,
    /// How much; `None` for all that is left.
    pub amount: Option<Money>,
    /// How the payee was authenticated; `None` for a refund that is exempt.
    pub proof: Option<Proof>,
}

/// A payment, with the rows of everybody whom a refund concerns.
fn found(draft: &Draft<'_>, id: PaymentId) -> Result<Payment, Stop> {
    let payment = draft.payment(id)?.ok_or(Refusal::PaymentUnknown)?;
    let currency = payment.amount.currency;
    let members = [Some(payment.payer), payment.paid_to()].into_iter().flatten();
    draft.need(members.flat_map(|member| [Key::Member(member), Key::Wallet(member, currency)]))?;
    Ok(payment.clone())
}

/// A message asks for a refund: the payee gives it, the payer asks the payee, anybody else is refused.
///
/// # Errors
/// [`Stop::Refused`] if it cannot be given or asked for, [`Stop::More`] if rows are needed.
pub fn asked(draft: &mut Draft<'_>, ctx: &Context<'_>, asked: &Asked<'_>) -> Result<(), Stop> {
    let id = resolve::meant(draft, asked)?.ok_or(Refusal::WhatMissing)?;
    let payment = own_part(draft, asked, id)?;
    let amount = asked.command.amount;
    if payment.payer == asked.author.id {
        return ask_payee(draft, ctx, asked.author, &payment, amount, asked.source);
    }
    if payment.paid_to() != Some(asked.author.id) {
        return Err(Refusal::NotYours.into());
    }
    by_message(draft, ctx, asked, payment)
}

/// The part of an order that its author can mean: a payee means their own, a payer must say which of several.
fn own_part(draft: &Draft<'_>, asked: &Asked<'_>, id: PaymentId) -> Result<Payment, Stop> {
    let payment = found(draft, id)?;
    if payment.legs == 1 || asked.command.what.is_some() {
        return Ok(payment);
    }
    if payment.payer == asked.author.id {
        return Err(Refusal::WhatMissing.into());
    }
    let own = |leg: &Payment| leg.paid_to() == Some(asked.author.id);
    match order(draft, &payment)?.into_iter().find(own) {
        Some(leg) => found(draft, leg.id),
        None => Err(Refusal::NotYours.into()),
    }
}

/// The payee's message is consent enough for what the policy exempts; for more it leads to the page.
fn by_message(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    asked: &Asked<'_>,
    payment: Payment,
) -> Result<(), Stop> {
    let payee = asked.author;
    let amount = may_give(draft, payee, &payment, asked.command.amount)?;
    let wallet = draft.wallet(payee.id, amount.currency)?;
    draft.answer_in_public(asked.source, payee, Say::new("look-public"), Some(payment.id));
    match ctx.policy.consent(&wallet, amount) {
        Needed::Exempt => {
            by_payee(draft, ctx, payee, &payment, amount, ConsentKind::Exempt, asked.source)
        }
        Needed::Strong => {
            let page = format!("/refund/{}?amount={}", payment.id, decimal(amount, '.'));
            let say = Say::new("refund-please")
                .money("amount", amount)
                .text("to", known(draft, payment.payer)?.name)
                .with("link", Arg::Link(page));
            draft.answer(asked.source, payee, say, Some(payment.id));
            Ok(())
        }
    }
}

/// How much the payee may give back now. Whom the operator has frozen gives nothing; the operator may in their place.
fn may_give(
    draft: &Draft<'_>,
    payee: &Member,
    payment: &Payment,
    asked: Option<Money>,
) -> Result<Money, Stop> {
    let amount = payment.portion(asked)?;
    if payee.frozen.is_some() {
        return Err(Refusal::PayerFrozen.into());
    }
    funded(draft, payee.id, payment, amount)?;
    Ok(amount)
}

/// The part of the fee that comes back counts: who has all that a payment brought can give all of it back.
fn funded(
    draft: &Draft<'_>,
    payee: MemberId,
    payment: &Payment,
    amount: Money,
) -> Result<(), Stop> {
    let available = draft.wallet(payee, amount.currency)?.available();
    let with_fee = available.checked_add(payment.fee_with(amount)).unwrap_or(available);
    if amount.minor <= with_fee.minor {
        Ok(())
    } else {
        Err(Refusal::InsufficientFunds { amount, available }.into())
    }
}

/// The payee gives money back on the page. A wrong PIN is counted, so it is an answer and not a [`Stop`].
///
/// # Errors
/// [`Stop::Refused`] if it cannot go back, [`Stop::More`] if rows are needed.
pub fn refund(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    order: &RefundOrder,
    source: &Source,
) -> Result<Option<Refusal>, Stop> {
    draft.need([Key::Member(order.member), Key::Payment(order.payment), Key::Pin(order.member)])?;
    let payment = found(draft, order.payment)?;
    let payee = known(draft, order.member)?;
    if payment.paid_to() != Some(payee.id) {
        return Err(Refusal::NotYours.into());
    }
    let amount = may_give(draft, &payee, &payment, order.amount)?;
    let wallet = draft.wallet(payee.id, amount.currency)?;
    let needed = ctx.policy.consent(&wallet, amount);
    let (by, shown) = ((payee.id, order.proof.as_ref()), refund_digest(payment.id, amount));
    if let Some(refusal) = authenticate(draft, ctx, by, shown, needed)? {
        return Ok(Some(refusal));
    }
    let kind = order.proof.as_ref().map_or(ConsentKind::Exempt, |_| ConsentKind::Strong);
    by_payee(draft, ctx, &payee, &payment, amount, kind, source)?;
    Ok(None)
}

/// Gives money back by the payee's consent, which counts as one to a payment.
fn by_payee(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payee: &Member,
    payment: &Payment,
    amount: Money,
    kind: ConsentKind,
    source: &Source,
) -> Result<(), Stop> {
    let consent = Consent { kind, number: draft.consent(payee.id, kind, amount)?, at: ctx.now };
    let fee = give(draft, ctx, payment, amount, By::Payee(consent), "")?;
    let left = draft.wallet(payee.id, amount.currency)?.available();
    let payer = known(draft, payment.payer)?;
    let say = with_fee("refunded", "refunded-fee", fee)
        .money("amount", amount)
        .text("to", payer.name)
        .money("left", left);
    draft.answer(source, payee, say, Some(payment.id));
    Ok(())
}

/// A sentence with the fee that came back, where one did.
fn with_fee(without: &'static str, with: &'static str, fee: Money) -> Say {
    if fee.minor > 0 { Say::new(with).money("fee", fee) } else { Say::new(without) }
}

/// The operator gives money back in the payee's place, also for members who are frozen.
///
/// # Errors
/// [`Stop::Refused`] if it cannot go back, [`Stop::More`] if rows are needed.
pub fn by_operator(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    id: PaymentId,
    amount: Option<Money>,
    reason: &str,
) -> Result<(), Stop> {
    let payment = found(draft, id)?;
    let amount = payment.portion(amount)?;
    let payee = payment.paid_to().ok_or(Refusal::RefundNotPaid)?;
    funded(draft, payee, &payment, amount)?;
    let fee = give(draft, ctx, &payment, amount, By::Operator, reason)?;
    let left = draft.wallet(payee, amount.currency)?.available();
    let payer = known(draft, payment.payer)?;
    let payee = known(draft, payee)?;
    let say = with_fee("refunded-for-you", "refunded-for-you-fee", fee)
        .money("amount", amount)
        .text("to", payer.name)
        .money("left", left);
    draft.notify(&payee, say, Some(id));
    Ok(())
}

/// Moves `amount` back to the payer, after its part of the fee, which it gives. What the payer spent counts that
/// much less against the limits of the day and month in which it was counted; the payer's consents stand.
fn give(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payment: &Payment,
    amount: Money,
    by: By,
    reason: &str,
) -> Result<Money, Stop> {
    let payee = payment.paid_to().expect("what goes back has been paid");
    let fee = payment.fee_with(amount);
    let mut transfer = Transfer {
        cause: payment.id,
        number: payment.first_refund_number() + payment.refunded.transfers,
        kind: TransferKind::FeeBack,
        debit: Account::House(House::Fees),
        credit: Account::Wallet(payee),
        amount: fee,
        at: ctx.now,
    };
    if fee.minor > 0 {
        draft.transfer(transfer.clone())?;
        transfer.number += 1;
    }
    let number = transfer.number;
    draft.transfer(Transfer {
        kind: TransferKind::Refund,
        debit: Account::Wallet(payee),
        credit: Account::Wallet(payment.payer),
        amount,
        ..transfer
    })?;
    if let Some(period) = payment.counted {
        draft.uncount(payment.payer, amount, period)?;
    }
    let reason = reason.to_owned();
    draft.add_refund(Refund {
        payment: payment.id,
        number,
        payee,
        amount,
        fee,
        by,
        reason,
        at: ctx.now,
    });
    let refunded = Refunded {
        amount: payment.refunded.amount + amount.minor,
        fee: payment.refunded.fee + fee.minor,
        transfers: number + 1 - payment.first_refund_number(),
    };
    let payment = Payment { refunded, refund_ask: None, ..payment.clone() };
    let (payer, payee) = (known(draft, payment.payer)?, known(draft, payee)?);
    let say = Say::new("refund-received")
        .money("amount", amount)
        .money("whole", payment.amount)
        .text("from", payee.name);
    draft.notify(&payer, say, Some(payment.id));
    draft.put_payment(payment);
    Ok(fee)
}

/// The payer asks on a page.
///
/// # Errors
/// [`Stop::Refused`] if it cannot be asked for, [`Stop::More`] if rows are needed.
pub fn ask(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    id: PaymentId,
    amount: Option<Money>,
    source: &Source,
) -> Result<(), Stop> {
    draft.need([Key::Member(member), Key::Payment(id)])?;
    let payment = found(draft, id)?;
    if payment.payer != member {
        return Err(Refusal::NotYours.into());
    }
    let payer = known(draft, member)?;
    ask_payee(draft, ctx, &payer, &payment, amount, source)
}

fn ask_payee(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payer: &Member,
    payment: &Payment,
    amount: Option<Money>,
    source: &Source,
) -> Result<(), Stop> {
    let amount = payment.portion(amount)?;
    if payer.frozen.is_some() {
        return Err(Refusal::PayerFrozen.into());
    }
    let payee = known(draft, payment.paid_to().ok_or(Refusal::RefundNotPaid)?)?;
    if payee.frozen.is_some() {
        return Err(Refusal::PayeeUnavailable { to: payee.name.to_string() }.into());
    }
    if let Some(open) = payment.open_ask(ctx.now) {
        return Err(Refusal::RefundAsked { until: open.until }.into());
    }
    count_ask(draft, ctx, payer.id, payee.id)?;
    let until = ctx.now.plus_us(ctx.policy.refund_ask_us);
    let say = Say::new("refund-asked").money("amount", amount).text("to", payee.name.clone());
    draft.answer_in_public(source, payer, Say::new("look-public"), Some(payment.id));
    draft.answer(source, payer, say.with("until", Arg::At(until)), Some(payment.id));
    let say = Say::new("refund-ask")
        .money("amount", amount)
        .money("whole", payment.amount)
        .text("from", payer.name.clone())
        .with("link", link("refund", payment.id))
        .with("until", Arg::At(until));
    draft.notify(&payee, say, Some(payment.id));
    let refund_ask = Some(Box::new(RefundAsk { amount, at: ctx.now, until }));
    draft.put_payment(Payment { refund_ask, ..payment.clone() });
    Ok(())
}

/// Nobody is asked by one payer more often in a day than the policy says.
fn count_ask(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payer: MemberId,
    payee: MemberId,
) -> Result<(), Stop> {
    let today = ctx.period.day;
    let asks = draft.refund_asks(payer, payee)?.filter(|asks| asks.day == today);
    let count = asks.map_or(0, |asks| asks.count);
    if count >= ctx.policy.refund_asks_per_day {
        let limit = i64::from(ctx.policy.refund_asks_per_day);
        return Err(Refusal::RefundAsksMany { limit }.into());
    }
    draft.put_refund_asks(RefundAsks { payer, payee, day: today, count: count + 1 });
    Ok(())
}

/// The payee says no to the payer's wish.
///
/// # Errors
/// [`Stop::Refused`] if nothing is asked of them, [`Stop::More`] if rows are needed.
pub fn decline(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    id: PaymentId,
    source: &Source,
) -> Result<(), Stop> {
    draft.need([Key::Member(member), Key::Payment(id)])?;
    let payment = found(draft, id)?;
    let payee = known(draft, member)?;
    if payment.paid_to() != Some(member) {
        return Err(Refusal::NotYours.into());
    }
    let Some(open) = payment.open_ask(ctx.now) else {
        return Err(Refusal::RefundNotAsked.into());
    };
    let payer = known(draft, payment.payer)?;
    let amount = open.amount;
    let say = Say::new("refund-declined").money("amount", amount).text("from", payer.name.clone());
    draft.answer(source, &payee, say, Some(id));
    let say = Say::new("refund-not-given").money("amount", amount).text("to", payee.name);
    draft.notify(&payer, say, Some(id));
    draft.put_payment(Payment { refund_ask: None, ..payment });
    Ok(())
}

/// The time to answer a payer's wish is over. Does nothing too early or too late.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn lapse(draft: &mut Draft<'_>, ctx: &Context<'_>, id: PaymentId) -> Result<(), Stop> {
    if draft.payment(id)?.is_none() {
        return Ok(());
    }
    let payment = found(draft, id)?;
    let Some(over) = payment.refund_ask.clone().filter(|ask| ask.until <= ctx.now) else {
        return Ok(());
    };
    let payer = known(draft, payment.payer)?;
    let payee = known(draft, payment.paid_to().expect("what is asked back has been paid"))?;
    let say = Say::new("refund-lapsed").money("amount", over.amount).text("to", payee.name);
    draft.notify(&payer, say, Some(id));
    draft.put_payment(Payment { refund_ask: None, ..payment });
    Ok(())
}
