//! Setting up: a schedule is wanted on a page or by a program, and approved with the PIN.

use super::{
    Approval, New, Plan, SCHEDULES_MAX, Schedule, ScheduleState, about, link, own, stands,
};
use crate::approval;
use crate::context::Context;
use crate::id::ScheduleId;
use crate::member::{Member, Network, is_square_name};
use crate::money::Money;
use crate::open::authenticate;
use crate::pay::{Order, known, legs};
use crate::payment::{Payee, Purpose};
use crate::policy::{Leg, Needed, Proposal};
use crate::refusal::Refusal;
use crate::request::HandleKey;
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};
use crate::tell::Source;

/// Keeps what is wanted as asked, and asks its payer to approve it.
pub(super) fn create(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    new: &New,
    source: &Source,
) -> Result<(), Stop> {
    if !is_square_name(&new.to) {
        return Err(Refusal::HandleBad.into());
    }
    if new.amount.minor < 1 {
        return Err(Refusal::AmountTooSmall.into());
    }
    let payee = draft.handle(&HandleKey::Name(Network::SQUARE, new.to.clone()))?;
    let payee = payee.ok_or_else(|| Refusal::PayeeUnknown { to: format!("@{}", new.to) })?;
    let payer = known(draft, new.payer)?;
    let order = Order {
        payer: &payer,
        purpose: Purpose::Send,
        payees: vec![Payee::Member(payee)],
        amount: new.amount,
        memo: new.memo.clone(),
    };
    let legs = legs(draft, &order)?;
    check_lasting(draft, ctx, &payer, &legs, new.amount)?;
    let plan = Plan::begin(new.plan, ctx.now, &ctx.policy.zone)?;
    if draft.schedules(new.payer)?.len() >= SCHEDULES_MAX {
        return Err(Refusal::SchedulesOpen { limit: 50 }.into());
    }
    let until = ctx.now.plus_us(ctx.policy.approval_us);
    let schedule = Schedule {
        id: ScheduleId(ctx.ids().take()),
        payer: new.payer,
        payee,
        amount: new.amount,
        memo: new.memo.clone(),
        plan,
        state: ScheduleState::Asked,
        origin: source.origin,
        created_at: ctx.now,
        next: 0,
        due_at: Some(until),
        tried: false,
        paid: 0,
        ended_at: None,
    };
    let say = days(about("schedule-approve", draft, &schedule)?, ctx, &schedule)
        .with("link", Arg::Link(format!("/approve/{}", schedule.id)))
        .with("until", Arg::At(until));
    draft.answer(source, &payer, say, None);
    draft.put_schedule(schedule);
    Ok(())
}

/// Passes it by the rules that say the same on the day it is paid; the others are for that day.
fn check_lasting(
    draft: &Draft<'_>,
    ctx: &Context<'_>,
    payer: &Member,
    legs: &[Leg],
    total: Money,
) -> Result<(), Stop> {
    let proposal = Proposal {
        policy: ctx.policy,
        now: ctx.now,
        period: ctx.period,
        payer,
        wallet: &draft.wallet(payer.id, total.currency)?,
        purpose: Purpose::Send,
        legs,
        total,
        recent: draft.latest(payer.id)?.recent(),
        counted_in_recent: false,
    };
    Ok(proposal.check_lasting()?)
}

/// Adds how often, on which day of the month, and when first.
fn days(say: Say, ctx: &Context<'_>, schedule: &Schedule) -> Say {
    let plan = &schedule.plan;
    let day = plan.rhythm.day().unwrap_or_else(|| plan.first.day());
    let first = plan.due(0, &ctx.policy.zone).unwrap_or(ctx.now);
    say.text("rhythm", plan.rhythm.name())
        .with("day", Arg::Count(i64::from(day)))
        .with("first", Arg::At(first))
}

/// The payer consents: always by strong authentication, because what follows will not ask again.
pub(super) fn approve(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    approval: &Approval,
    source: &Source,
) -> Result<Option<Refusal>, Stop> {
    let schedule = own(draft, approval.member, approval.schedule)?;
    draft.need([Key::Pin(schedule.payer)])?;
    if schedule.state != ScheduleState::Asked {
        return Err(stands(&schedule));
    }
    if schedule.due_at.is_none_or(|until| until <= ctx.now) {
        return Err(Refusal::ScheduleState { state: ScheduleState::Expired }.into());
    }
    if approval::schedule_digest(&schedule) != approval.shown {
        return Err(Refusal::ApprovalChanged.into());
    }
    let payer = known(draft, schedule.payer)?;
    if payer.frozen.is_some() {
        return Err(Refusal::PayerFrozen.into());
    }
    let by = (payer.id, approval.proof.as_ref());
    if let Some(refusal) = authenticate(draft, ctx, by, approval.shown, Needed::Strong)? {
        return Ok(Some(refusal));
    }
    let say = days(about("schedule-set", draft, &schedule)?, ctx, &schedule);
    let say = say.with("link", link(&schedule));
    draft.answer(source, &payer, say, None);
    let due_at = schedule.plan.due(0, &ctx.policy.zone);
    draft.put_schedule(Schedule { state: ScheduleState::Active, due_at, ..schedule });
    Ok(None)
}
