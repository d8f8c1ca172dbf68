//! Asking: a message asks one member for money, the same of each of several, or shares of a whole.

use std::sync::Arc;

use super::{Bill, BillKind, BillList, BillState, NewBills, link, share_out, sum};
use crate::context::Context;
use crate::decide::Asked;
use crate::id::{BillId, MemberId};
use crate::member::{Member, Network, is_square_name};
use crate::money::Money;
use crate::pay::{LEGS_MAX, known};
use crate::payment::Payee;
use crate::policy::asking::{Part, Wish};
use crate::refusal::Refusal;
use crate::request::HandleKey;
use crate::resolve;
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};
use crate::tell::Source;

/// What somebody asks of others.
struct Ask<'a> {
    author: &'a Member,
    source: &'a Source,
    kind: BillKind,
    /// Of each, or the whole that is shared.
    amount: Money,
    /// Whether the author is not one of those who share.
    without_me: bool,
    memo: Arc<str>,
}

/// Asks each member that a message names for its amount.
///
/// # Errors
/// [`Stop::Refused`] if somebody or the rules object, [`Stop::More`] if rows are needed.
pub fn request(draft: &mut Draft<'_>, ctx: &Context<'_>, asked: &Asked<'_>) -> Result<(), Stop> {
    by_message(draft, ctx, asked, BillKind::Request)
}

/// Shares a whole among the members that a message names and its author, who comes last, or leaves the author out.
///
/// # Errors
/// [`Stop::Refused`] if somebody or the rules object, [`Stop::More`] if rows are needed.
pub fn split(draft: &mut Draft<'_>, ctx: &Context<'_>, asked: &Asked<'_>) -> Result<(), Stop> {
    by_message(draft, ctx, asked, BillKind::Split)
}

fn by_message(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    asked: &Asked<'_>,
    kind: BillKind,
) -> Result<(), Stop> {
    let ask = Ask {
        author: asked.author,
        source: asked.source,
        kind,
        amount: asked.command.amount.ok_or(Refusal::WhatMissing)?,
        without_me: asked.command.without_me,
        memo: asked.command.memo.as_deref().unwrap_or_default().into(),
    };
    let payees = resolve::payees(draft, &asked.command.to, asked.source.network)?;
    begin(draft, ctx, &ask, payees)
}

/// Asks without a message, as a program does.
///
/// # Errors
/// [`Stop::Refused`] if somebody or the rules object, [`Stop::More`] if rows are needed.
pub(super) fn by_program(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    new: &NewBills,
    source: &Source,
) -> Result<(), Stop> {
    if new.amount.minor < 1 {
        return Err(Refusal::AmountTooSmall.into());
    }
    if new.to.is_empty() || !new.to.iter().all(|name| is_square_name(name)) {
        return Err(Refusal::HandleBad.into());
    }
    let author = known(draft, new.payee)?;
    let mut payees: Vec<Payee> = Vec::with_capacity(new.to.len());
    for name in &new.to {
        let key = HandleKey::Name(Network::SQUARE, name.clone());
        let payee = match draft.handle(&key)? {
            Some(member) => Payee::Member(member),
            None => Payee::Handle { network: Network::SQUARE, name: name.clone() },
        };
        if !payees.contains(&payee) {
            payees.push(payee);
        }
    }
    let ask = Ask {
        author: &author,
        source,
        kind: new.kind,
        amount: new.amount,
        without_me: new.without_me,
        memo: new.memo.clone(),
    };
    begin(draft, ctx, &ask, payees)
}

/// The members among some payees. Nobody else can be asked: there is nobody to ask.
fn people(payees: Vec<Payee>) -> Result<Vec<MemberId>, Stop> {
    if payees.len() > LEGS_MAX {
        return Err(Refusal::TooManyRecipients { limit: 20 }.into());
    }
    let member = |payee| match payee {
        Payee::Member(id) => Ok(id),
        Payee::Handle { name, .. } => Err(Refusal::AskedUnknown { to: format!("@{name}") }.into()),
    };
    payees.into_iter().map(member).collect()
}

/// How much each is asked for, and what that is of.
fn shares(ask: &Ask<'_>, people: Vec<MemberId>) -> Result<(Money, Vec<(MemberId, Money)>), Stop> {
    let (amount, count) = (ask.amount, u32::try_from(people.len()).unwrap_or(u32::MAX));
    match ask.kind {
        BillKind::Request => {
            // A total beyond 64 bits is more than any rule allows.
            let total = amount.checked_mul(count).unwrap_or(Money::new(i64::MAX, amount.currency));
            Ok((total, people.into_iter().map(|who| (who, amount)).collect()))
        }
        BillKind::Split => {
            let parts = count.saturating_add(u32::from(!ask.without_me));
            let shares = share_out(amount, parts);
            if shares.iter().any(|share| share.minor < 1) {
                return Err(Refusal::AmountTooSmall.into());
            }
            Ok((amount, people.into_iter().zip(shares).collect()))
        }
    }
}

fn begin(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    ask: &Ask<'_>,
    payees: Vec<Payee>,
) -> Result<(), Stop> {
    let me = ask.author.id;
    let (total, shares) = shares(ask, people(payees)?)?;
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
    Wish { policy: ctx.policy, now: ctx.now, payee: ask.author, parts: &parts, open }.check()?;
    let payers: Vec<Member> = parts.into_iter().map(|part| part.payer).collect();
    let bills = bills(ctx, ask, total, &shares);
    tell(draft, ask, &bills, &payers)?;
    for bill in bills {
        draft.put_bill(bill);
    }
    Ok(())
}

fn bills(
    ctx: &Context<'_>,
    ask: &Ask<'_>,
    total: Money,
    shares: &[(MemberId, Money)],
) -> Vec<Bill> {
    let order = BillId(ctx.ids().take());
    let count = u32::try_from(shares.len()).expect("an order is short");
    let bill = |(place, (payer, amount)): (u32, &(MemberId, Money))| Bill {
        id: BillId(order.0.wrapping_add(u128::from(place))),
        order,
        count,
        kind: ask.kind,
        payee: ask.author.id,
        payer: *payer,
        amount: *amount,
        total,
        state: BillState::Open,
        origin: ask.source.origin,
        memo: ask.memo.clone(),
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
    ask: &Ask<'_>,
    bills: &[Bill],
    payers: &[Member],
) -> Result<(), Stop> {
    let (source, author) = (ask.source, ask.author);
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
