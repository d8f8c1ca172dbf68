//! Asking: a message asks one member for money, the same of each of several, or shares of a whole.

use std::sync::Arc;

use super::{Bill, BillKind, BillList, BillState, link, share_out, sum};
use crate::context::Context;
use crate::decide::Asked;
use crate::id::{BillId, MemberId};
use crate::member::Member;
use crate::money::Money;
use crate::pay::{LEGS_MAX, known};
use crate::payment::Payee;
use crate::policy::asking::{Part, Wish};
use crate::refusal::Refusal;
use crate::resolve;
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};

/// Asks each member that a message names for its amount.
///
/// # Errors
/// [`Stop::Refused`] if somebody or the rules object, [`Stop::More`] if rows are needed.
pub fn request(draft: &mut Draft<'_>, ctx: &Context<'_>, asked: &Asked<'_>) -> Result<(), Stop> {
    let amount = asked.command.amount.ok_or(Refusal::WhatMissing)?;
    let people = people(draft, asked)?;
    let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
    // A total beyond 64 bits is more than any rule allows.
    let total = amount.checked_mul(count).unwrap_or(Money::new(i64::MAX, amount.currency));
    let shares = people.into_iter().map(|who| (who, amount)).collect();
    begin(draft, ctx, asked, BillKind::Request, total, shares)
}

/// Shares a whole among the members that a message names and its author, who comes last, or leaves the author out.
///
/// # Errors
/// [`Stop::Refused`] if somebody or the rules object, [`Stop::More`] if rows are needed.
pub fn split(draft: &mut Draft<'_>, ctx: &Context<'_>, asked: &Asked<'_>) -> Result<(), Stop> {
    let total = asked.command.amount.ok_or(Refusal::WhatMissing)?;
    let people = people(draft, asked)?;
    let author = u32::from(!asked.command.without_me);
    let parts = u32::try_from(people.len()).unwrap_or(u32::MAX).saturating_add(author);
    let shares = share_out(total, parts);
    if shares.iter().any(|share| share.minor < 1) {
        return Err(Refusal::AmountTooSmall.into());
    }
    begin(draft, ctx, asked, BillKind::Split, total, people.into_iter().zip(shares).collect())
}

/// The members that a message names, each once. Nobody else can be asked: there is nobody to ask.
fn people(draft: &Draft<'_>, asked: &Asked<'_>) -> Result<Vec<MemberId>, Stop> {
    let payees = resolve::payees(draft, &asked.command.to, asked.source.network)?;
    if payees.len() > LEGS_MAX {
        return Err(Refusal::TooManyRecipients { limit: 20 }.into());
    }
    let member = |payee| match payee {
        Payee::Member(id) => Ok(id),
        Payee::Handle { name, .. } => Err(Refusal::AskedUnknown { to: format!("@{name}") }.into()),
    };
    payees.into_iter().map(member).collect()
}

fn begin(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    asked: &Asked<'_>,
    kind: BillKind,
    total: Money,
    shares: Vec<(MemberId, Money)>,
) -> Result<(), Stop> {
    let me = asked.author.id;
    let about = |(who, _): &(MemberId, Money)| {
        let between = BillList::Between { payee: me, payer: *who };
        [Key::Member(*who), Key::Block(*who, me), Key::Bills(between)]
    };
    draft.need(shares.iter().flat_map(about).chain([Key::Bills(BillList::By(me))]))?;
    let part = |(who, amount): &(MemberId, Money)| -> Result<Part<'_>, Stop> {
        let latest = draft.bills(BillList::Between { payee: me, payer: *who })?;
        Ok(Part { payer: known(draft, *who)?, amount: *amount, latest })
    };
    let parts = shares.iter().map(part).collect::<Result<Vec<_>, _>>()?;
    let open = draft.bills(BillList::By(me))?.len();
    Wish { policy: ctx.policy, now: ctx.now, payee: asked.author, parts: &parts, open }.check()?;
    let payers: Vec<Member> = parts.into_iter().map(|part| part.payer).collect();
    let bills = bills(ctx, asked, kind, total, &shares);
    tell(draft, asked, &bills, &payers)?;
    for bill in bills {
        draft.put_bill(bill);
    }
    Ok(())
}

fn bills(
    ctx: &Context<'_>,
    asked: &Asked<'_>,
    kind: BillKind,
    total: Money,
    shares: &[(MemberId, Money)],
) -> Vec<Bill> {
    let order = BillId(ctx.ids().take());
    let count = u32::try_from(shares.len()).expect("an order is short");
    let memo: Arc<str> = asked.command.memo.as_deref().unwrap_or_default().into();
    let bill = |(place, (payer, amount)): (u32, &(MemberId, Money))| Bill {
        id: BillId(order.0.wrapping_add(u128::from(place))),
        order,
        count,
        kind,
        payee: asked.author.id,
        payer: *payer,
        amount: *amount,
        total,
        state: BillState::Open,
        origin: asked.source.origin,
        memo: memo.clone(),
        created_at: ctx.now,
        expires_at: ctx.now.plus_us(ctx.policy.asking.open_us),
        reminders: 0,
        reminded_at: None,
        payment: None,
        ended_at: None,
    };
    (0..).zip(shares).map(bill).collect()
}

/// Tells the author what was asked, and everybody who is asked, unless they keep such requests away: the author cannot
/// tell that from somebody who does not answer.
fn tell(
    draft: &mut Draft<'_>,
    asked: &Asked<'_>,
    bills: &[Bill],
    payers: &[Member],
) -> Result<(), Stop> {
    let (source, author) = (asked.source, asked.author);
    draft.answer_in_public(source, author, Say::new("look-public"), None);
    draft.answer(source, author, sent(bills, payers), None);
    for (bill, payer) in bills.iter().zip(payers) {
        if draft.block(bill.payer, bill.payee)?.is_none() {
            draft.notify(payer, received(bill, author), None);
        }
    }
    Ok(())
}

fn sent(bills: &[Bill], payers: &[Member]) -> Say {
    let first = bills.first().expect("an order has a bill");
    let names: Vec<&str> = payers.iter().map(|payer| &*payer.name).collect();
    let say = match (first.kind, bills) {
        (BillKind::Request, [_]) => Say::new("request-sent").money("amount", first.amount),
        (BillKind::Request, _) => {
            Say::new("request-sent-each").money("amount", first.amount).money("total", first.total)
        }
        (BillKind::Split, _) => split_sent(first, bills),
    };
    say.text("to", names.join(", "))
        .with("until", Arg::At(first.expires_at))
        .with("link", link("request", first.id))
}

fn split_sent(first: &Bill, bills: &[Bill]) -> Say {
    // The author comes last, so their share is the least.
    let own = first.total.minor.saturating_sub(sum(bills, first).minor);
    let least = bills.iter().map(|bill| bill.amount.minor).fold(first.amount.minor, i64::min);
    let least = if own > 0 { own } else { least };
    let code = if own > 0 { "split-sent" } else { "split-sent-without" };
    let even = if least == first.amount.minor { "even" } else { "uneven" };
    Say::new(code)
        .money("total", first.total)
        .money("least", Money::new(least, first.amount.currency))
        .money("most", first.amount)
        .text("kind", even)
}

/// What somebody who is asked is told.
pub(super) fn received(bill: &Bill, payee: &Member) -> Say {
    let code = match (bill.kind, bill.memo.is_empty()) {
        (BillKind::Request, true) => "request-received",
        (BillKind::Request, false) => "request-received-memo",
        (BillKind::Split, true) => "split-received",
        (BillKind::Split, false) => "split-received-memo",
    };
    let say = Say::new(code).text("from", payee.name.clone()).money("amount", bill.amount);
    let say = match bill.kind {
        BillKind::Request => say,
        BillKind::Split => say.money("total", bill.total),
    };
    let say = if bill.memo.is_empty() { say } else { say.text("memo", bill.memo.clone()) };
    say.with("until", Arg::At(bill.expires_at)).with("link", link("approve", bill.id))
}
