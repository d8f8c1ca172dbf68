//! What whoever asks can do about it, what time does, and how it stands.

use super::{Bill, BillKind, BillList, BillState, ended, link, may_see, order, sum};
use crate::bill::ask::received;
use crate::context::Context;
use crate::decide::Asked;
use crate::id::{BillId, MemberId, RequestKey};
use crate::member::Member;
use crate::pay::known;
use crate::refusal::Refusal;
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};
use crate::tell::Source;

/// A bill that `payee` has begun, and the rest of its order.
fn own(draft: &Draft<'_>, payee: MemberId, id: BillId) -> Result<(Bill, Vec<Bill>), Stop> {
    let bill = draft.bill(id)?.filter(|bill| bill.payee == payee).cloned();
    let bill = bill.ok_or(Refusal::PaymentUnknown)?;
    let bills = order(draft, &bill)?;
    Ok((bill, bills))
}

fn open_of(bills: Vec<Bill>) -> Vec<Bill> {
    bills.into_iter().filter(Bill::open).collect()
}

/// A sentence about what is asked of some, by their names.
fn about(code: &'static str, draft: &Draft<'_>, bills: &[Bill]) -> Result<Say, Stop> {
    let first = bills.first().expect("there is a bill to speak of");
    let names = bills.iter().map(|bill| Ok(known(draft, bill.payer)?.name));
    let names = names.collect::<Result<Vec<_>, Stop>>()?;
    Ok(Say::new(code).money("amount", sum(bills, first)).text("to", names.join(", ")))
}

/// Tells somebody who is asked, unless they keep such requests away.
fn tell_payer(draft: &mut Draft<'_>, bill: &Bill, say: Say) -> Result<(), Stop> {
    let payer = known(draft, bill.payer)?;
    if draft.block(bill.payer, bill.payee)?.is_none() {
        draft.notify(&payer, say, None);
    }
    Ok(())
}

/// Whoever asks takes back what is open of an order.
///
/// # Errors
/// [`Stop::Refused`] if all of it has ended, [`Stop::More`] if rows are needed.
pub fn withdraw(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    id: BillId,
    source: &Source,
) -> Result<(), Stop> {
    draft.need([Key::Member(member), Key::Bill(id)])?;
    let (bill, bills) = own(draft, member, id)?;
    let open = open_of(bills);
    if open.is_empty() {
        return Err(ended(&bill));
    }
    let payee = known(draft, member)?;
    draft.answer_in_public(source, &payee, Say::new("look-public"), None);
    let say = about("request-withdrawn", draft, &open)?;
    draft.answer(source, &payee, say, None);
    for bill in open {
        let say = Say::new("request-withdrawn-by").money("amount", bill.amount);
        tell_payer(draft, &bill, say.text("from", payee.name.clone()))?;
        draft.put_bill(Bill { state: BillState::Withdrawn, ended_at: Some(ctx.now), ..bill });
    }
    Ok(())
}

/// Whoever asks reminds those of an order who have not answered.
pub(super) fn remind(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    id: BillId,
    source: &Source,
) -> Result<(), Stop> {
    let (bill, bills) = own(draft, member, id)?;
    let over = bill.expires_at <= ctx.now;
    let open = open_of(bills);
    let Some(first) = open.first().filter(|_| !over) else { return Err(ended_by(&bill, over)) };
    let rules = &ctx.policy.asking;
    if first.reminders >= rules.reminders {
        return Err(Refusal::RemindedEnough { limit: i64::from(rules.reminders) }.into());
    }
    let next = first.told_at().plus_us(rules.remind_us);
    if ctx.now < next {
        return Err(Refusal::RemindedLately { next }.into());
    }
    let payee = known(draft, member)?;
    let say = about("request-reminded", draft, &open)?;
    draft.answer(source, &payee, say, None);
    for bill in open {
        let say = received(&bill, &payee).under("request-reminder");
        tell_payer(draft, &bill, say)?;
        let reminders = bill.reminders.saturating_add(1);
        draft.put_bill(Bill { reminders, reminded_at: Some(ctx.now), ..bill });
    }
    Ok(())
}

fn ended_by(bill: &Bill, over: bool) -> Stop {
    match (bill.state, over) {
        (BillState::Open, true) => Refusal::RequestEnded { state: BillState::Expired }.into(),
        _ => ended(bill),
    }
}

/// The time of an order is over: what is open of it ends. Does nothing too early or too late.
pub(super) fn expire(draft: &mut Draft<'_>, ctx: &Context<'_>, id: BillId) -> Result<(), Stop> {
    let Some(bill) = draft.bill(id)?.filter(|bill| bill.open()).cloned() else { return Ok(()) };
    if ctx.now < bill.expires_at {
        return Ok(());
    }
    let payee = bill.payee;
    let open = open_of(order(draft, &bill)?);
    let payee = known(draft, payee)?;
    let say = about("request-expired", draft, &open)?;
    draft.notify(&payee, say, None);
    for bill in open {
        let say = Say::new("request-lapsed").money("amount", bill.amount);
        tell_payer(draft, &bill, say.text("from", payee.name.clone()))?;
        draft.put_bill(Bill { state: BillState::Expired, ended_at: Some(ctx.now), ..bill });
    }
    Ok(())
}

/// The post that began an order is gone: what is open of it is withdrawn.
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
    let bills = draft.bills(BillList::From(post))?;
    let open = bills.iter().find(|bill| bill.payee == author && bill.open());
    match open.map(|bill| bill.id) {
        Some(id) => withdraw(draft, ctx, author, id, source),
        None => Ok(()),
    }
}

/// The bill that a message means: the one it names, or the first that the message it answers began.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn meant(draft: &Draft<'_>, asked: &Asked<'_>) -> Result<Option<BillId>, Stop> {
    if let Some(what) = &asked.command.what {
        return Ok(BillId::parse(what));
    }
    let Some(post) = &asked.post.reply_to else { return Ok(None) };
    let origin = RequestKey::of_post(asked.post.network, post);
    let paid = draft.done(origin)?.is_none_or(|done| !done.answer.payments.is_empty());
    if paid {
        return Ok(None);
    }
    Ok(draft.bills(BillList::From(origin))?.first().map(|bill| bill.id))
}

/// Tells where a bill stands, and the rest of its order, as far as it is the member's business.
///
/// # Errors
/// [`Stop::Refused`] if it is not, [`Stop::More`] if rows are needed.
pub fn status(
    draft: &mut Draft<'_>,
    member: &Member,
    id: BillId,
    source: &Source,
) -> Result<(), Stop> {
    let bill = draft.bill(id)?.ok_or(Refusal::PaymentUnknown)?.clone();
    let bills = order(draft, &bill)?;
    if !may_see(member.id, &bill, &bills) {
        return Err(Refusal::PaymentUnknown.into());
    }
    let whole = bill.payee == member.id || bill.kind == BillKind::Split;
    let say = if whole && bill.count > 1 {
        let paid = |bill: &&Bill| bill.state == BillState::Paid;
        let waiting = bills.iter().filter(|bill| bill.open()).count();
        Say::new("split-status")
            .money("paid", sum(bills.iter().filter(paid), &bill))
            .money("asked", sum(&bills, &bill))
            .with("count", Arg::Count(i64::try_from(waiting).unwrap_or(i64::MAX)))
            .with("link", link("request", bill.order))
    } else {
        Say::new("request-status")
            .money("amount", bill.amount)
            .text("from", known(draft, bill.payee)?.name)
            .text("to", known(draft, bill.payer)?.name)
            .text("state", bill.state.name())
    };
    draft.answer_in_public(source, member, Say::new("look-public"), None);
    draft.answer(source, member, say, None);
    Ok(())
}
