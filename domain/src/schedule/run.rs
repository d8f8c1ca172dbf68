//! What happens when a schedule is due: one payment, at most once for each occurrence, or a refusal that is told.

use super::plan::next_day;
use super::{Outcome, Run, Schedule, ScheduleState, about, link};
use crate::bill::pay_at_once;
use crate::context::Context;
use crate::id::ScheduleId;
use crate::member::{Kind, Member};
use crate::pay::{Order, known};
use crate::payment::{ConsentKind, Payee, Purpose};
use crate::refusal::Refusal;
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};
use crate::tell::Source;
use crate::time::MINUTE_US;

/// After how long a run is tried again that would have been one payment too many in ten minutes.
const PACE_US: i64 = 10 * MINUTE_US;

/// Its time has come. Does nothing too late or twice.
pub(super) fn due(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    id: ScheduleId,
    number: u32,
    source: &Source,
) -> Result<Option<Refusal>, Stop> {
    let Some(schedule) = draft.schedule(id)?.filter(|one| one.next == number).cloned() else {
        return Ok(None);
    };
    // The clock that found it due was ahead of the desk's. The same request may come again.
    if schedule.due_at.is_some_and(|at| ctx.now < at) {
        return Err(Refusal::Busy.into());
    }
    draft.need([Key::Member(schedule.payer), Key::Member(schedule.payee)])?;
    let payer = known(draft, schedule.payer)?;
    let source = Source { network: payer.home, ..source.clone() };
    match schedule.state {
        ScheduleState::Asked => expire(draft, ctx, schedule, &payer, &source).map(|()| None),
        ScheduleState::Active => run(draft, ctx, schedule, &payer, &source),
        ScheduleState::Paused
        | ScheduleState::Ended
        | ScheduleState::Withdrawn
        | ScheduleState::Expired => Ok(None),
    }
}

fn expire(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    schedule: Schedule,
    payer: &Member,
    source: &Source,
) -> Result<(), Stop> {
    let say = about("schedule-expired", draft, &schedule)?;
    draft.answer(source, payer, say, None);
    let state = ScheduleState::Expired;
    draft.put_schedule(Schedule { state, due_at: None, ended_at: Some(ctx.now), ..schedule });
    Ok(())
}

/// Pays the latest occurrence that is due. Those that fell due before it, while nobody could pay them, are not piled up:
/// whoever has a monthly rent does not want three of it in one minute.
fn run(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    schedule: Schedule,
    payer: &Member,
    source: &Source,
) -> Result<Option<Refusal>, Stop> {
    let first = schedule.next;
    let latest = schedule.plan.latest(first, ctx.now, &ctx.policy.zone);
    let tried = schedule.tried && latest == first;
    let schedule = Schedule { next: latest, tried, ..schedule };
    let payee = known(draft, schedule.payee)?;
    let purpose = if payee.kind == Kind::Charity { Purpose::Gift } else { Purpose::Send };
    let order = Order {
        payer,
        purpose,
        payees: vec![Payee::Member(payee.id)],
        amount: schedule.amount,
        memo: schedule.memo.clone(),
    };
    let missed = latest.saturating_sub(first);
    let left_out =
        about("schedule-missed", draft, &schedule)?.with("count", Arg::Count(i64::from(missed)));
    let id = schedule.id;
    let refused = match pay_at_once(draft, ctx, order, ConsentKind::Recurring, source) {
        Ok(payment) => {
            let paid = schedule.paid.saturating_add(1);
            let schedule = Schedule { paid, ..schedule };
            over(draft, ctx, schedule, Outcome::Paid(payment), payer, source)?;
            None
        }
        Err(Stop::Refused(refusal)) => {
            draft.forget();
            refuse(draft, ctx, schedule, &refusal, payer, source)?;
            Some(refusal)
        }
        Err(more) => return Err(more),
    };
    if missed > 0 {
        draft.answer(source, payer, left_out, None);
    }
    for number in first..latest {
        draft.add_run(Run { schedule: id, number, outcome: Outcome::Missed, at: ctx.now });
    }
    Ok(refused)
}

/// An occurrence is over: the schedule goes on with the next one, or has come to its end.
fn over(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    schedule: Schedule,
    outcome: Outcome,
    payer: &Member,
    source: &Source,
) -> Result<(), Stop> {
    let number = schedule.next;
    draft.add_run(Run { schedule: schedule.id, number, outcome, at: ctx.now });
    let next = number.saturating_add(1);
    let due_at = schedule.plan.due(next, &ctx.policy.zone);
    let schedule = Schedule { next, due_at, tried: false, ..schedule };
    match due_at {
        Some(_) => draft.put_schedule(schedule),
        None => end(draft, ctx, schedule, payer, source)?,
    }
    Ok(())
}

/// Nothing of it falls due any more.
pub(super) fn end(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    schedule: Schedule,
    payer: &Member,
    source: &Source,
) -> Result<(), Stop> {
    let say = about("schedule-ended", draft, &schedule)?
        .with("count", Arg::Count(i64::from(schedule.paid)));
    draft.answer(source, payer, say, None);
    let state = ScheduleState::Ended;
    draft.put_schedule(Schedule { state, due_at: None, ended_at: Some(ctx.now), ..schedule });
    Ok(())
}

/// What a refusal means for a schedule.
enum Fate {
    /// The payer has begun many payments in these minutes: in some minutes more there is room.
    Soon,
    /// It may be otherwise tomorrow.
    Tomorrow,
    /// It stays so until somebody acts.
    Pause,
}

fn fate(refusal: &Refusal) -> Fate {
    match refusal {
        Refusal::SlowDown | Refusal::Busy => Fate::Soon,
        Refusal::InsufficientFunds { .. }
        | Refusal::DayLimit { .. }
        | Refusal::MonthLimit { .. } => Fate::Tomorrow,
        // A new reason to refuse pauses too: nothing is paid before somebody has looked at it.
        _ => Fate::Pause,
    }
}

/// The rules said no: the run is tried once more on the next day, or left out; or the schedule pauses.
fn refuse(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    schedule: Schedule,
    refusal: &Refusal,
    payer: &Member,
    source: &Source,
) -> Result<(), Stop> {
    let tell = |draft: &mut Draft<'_>, say: Say| {
        draft.answer(source, payer, refusal.say(), None);
        draft.answer(source, payer, say, None);
    };
    match (fate(refusal), schedule.tried) {
        (Fate::Soon, _) => {
            let due_at = Some(ctx.now.plus_us(PACE_US));
            draft.put_schedule(Schedule { due_at, ..schedule });
            Ok(())
        }
        (Fate::Tomorrow, false) => {
            let next = next_day(ctx.now, &ctx.policy.zone);
            let say = about("schedule-retry", draft, &schedule)?.with("next", Arg::At(next));
            tell(draft, say);
            draft.put_schedule(Schedule { due_at: Some(next), tried: true, ..schedule });
            Ok(())
        }
        (Fate::Tomorrow, true) => {
            let say = about("schedule-skipped", draft, &schedule)?;
            tell(draft, say);
            over(draft, ctx, schedule, Outcome::Skipped(refusal.code().into()), payer, source)
        }
        (Fate::Pause, _) => {
            let say = about("schedule-paused", draft, &schedule)?.with("link", link(&schedule));
            tell(draft, say);
            let (state, number) = (ScheduleState::Paused, schedule.next);
            let outcome = Outcome::Skipped(refusal.code().into());
            draft.add_run(Run { schedule: schedule.id, number, outcome, at: ctx.now });
            draft.put_schedule(Schedule { state, due_at: None, tried: false, ..schedule });
            Ok(())
        }
    }
}
