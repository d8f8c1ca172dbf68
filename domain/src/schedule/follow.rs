//! What a payer can do about a schedule: pause it, resume it, take it back. None of it changes what goes to whom, so
//! none of it asks for the PIN.

use super::{Schedule, ScheduleState, about, own, run, stands};
use crate::context::Context;
use crate::id::{MemberId, ScheduleId};
use crate::pay::known;
use crate::refusal::Refusal;
use crate::rows::{Draft, Stop};
use crate::tell::Source;

/// Pays nothing from now on. A second try that was to come is dropped.
pub(super) fn pause(draft: &mut Draft<'_>, member: MemberId, id: ScheduleId) -> Result<(), Stop> {
    let schedule = own(draft, member, id)?;
    if schedule.state != ScheduleState::Active {
        return Err(stands(&schedule));
    }
    let state = ScheduleState::Paused;
    draft.put_schedule(Schedule { state, due_at: None, tried: false, ..schedule });
    Ok(())
}

/// Goes on with the next occurrence that lies ahead; what fell due meanwhile was not wanted.
pub(super) fn resume(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    id: ScheduleId,
    source: &Source,
) -> Result<(), Stop> {
    let schedule = own(draft, member, id)?;
    if schedule.state != ScheduleState::Paused {
        return Err(stands(&schedule));
    }
    let payer = known(draft, member)?;
    if payer.frozen.is_some() {
        return Err(Refusal::PayerFrozen.into());
    }
    match schedule.plan.after(schedule.next, ctx.now, &ctx.policy.zone) {
        Some((next, due)) => {
            let (state, due_at) = (ScheduleState::Active, Some(due));
            draft.put_schedule(Schedule { state, next, due_at, ..schedule });
            Ok(())
        }
        None => run::end(draft, ctx, schedule, &payer, source),
    }
}

/// Ends it: nothing is paid any more.
pub(super) fn withdraw(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    id: ScheduleId,
    source: &Source,
) -> Result<(), Stop> {
    let schedule = own(draft, member, id)?;
    if !schedule.state.open() {
        return Err(stands(&schedule));
    }
    let payer = known(draft, member)?;
    let say = about("schedule-withdrawn", draft, &schedule)?;
    draft.answer(source, &payer, say, None);
    let (state, ended_at) = (ScheduleState::Withdrawn, Some(ctx.now));
    draft.put_schedule(Schedule { state, due_at: None, tried: false, ended_at, ..schedule });
    Ok(())
}
