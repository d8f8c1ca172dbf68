//! Schedules: payments that come back by themselves, or once on a later day.
//!
//! A schedule moves and holds nothing. It is set up with strong authentication, bound to its amount, payee and days;
//! its runs are then exempt as recurring ones of the same amount to the same payee (RTS 2018/389, article 14), and pass
//! every other rule of payments on their day. To change it is to withdraw it and to set another one up.
//!
//! `plan` says when payments fall due, `set` begins schedules, `run` is what happens when one is due, `follow` what its
//! payer can do about it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::context::Context;
use crate::id::{MemberId, PaymentId, RequestKey, ScheduleId};
use crate::member::Network;
use crate::money::Money;
use crate::pay::known;
use crate::refusal::Refusal;
use crate::request::{HandleKey, Proof};
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};
use crate::tell::Source;
use crate::time::Timestamp;

mod follow;
mod plan;
mod run;
mod set;

pub use plan::{COUNT_MAX, HOUR, Plan, Rhythm, YEARS_MAX, at_hour};

/// Schedules that one payer may have open.
pub const SCHEDULES_MAX: usize = 50;

/// Where a schedule stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScheduleState {
    /// Waits for its payer's strong approval.
    Asked,
    /// Pays when it is due.
    Active,
    /// Pays nothing until its payer resumes it.
    Paused,
    /// Has come to its last payment. An end.
    Ended,
    /// Its payer took it back. An end.
    Withdrawn,
    /// Nobody approved it in time. An end.
    Expired,
}

impl ScheduleState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Asked, Self::Active, Self::Paused, Self::Ended, Self::Withdrawn, Self::Expired];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Ended => "ended",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    /// Reads the stable name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether something may still happen.
    #[must_use]
    pub const fn open(self) -> bool {
        match self {
            Self::Asked | Self::Active | Self::Paused => true,
            Self::Ended | Self::Withdrawn | Self::Expired => false,
        }
    }
}

/// Payments of one amount to one payee, on days to come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Schedule {
    /// Its name.
    pub id: ScheduleId,
    /// Who pays.
    pub payer: MemberId,
    /// Who is paid.
    pub payee: MemberId,
    /// How much each time.
    pub amount: Money,
    /// What for, in the payer's words.
    pub memo: Arc<str>,
    /// On which days.
    pub plan: Plan,
    /// Where it stands.
    pub state: ScheduleState,
    /// The request that began it.
    pub origin: RequestKey,
    /// When it was begun.
    pub created_at: Timestamp,
    /// The occurrence that comes next, from 0.
    pub next: u32,
    /// When that is paid or tried again, and while it is asked, when it lapses.
    pub due_at: Option<Timestamp>,
    /// Whether that was refused once and is tried for the second and last time.
    pub tried: bool,
    /// How many payments it has made.
    pub paid: u32,
    /// When it came to its end.
    pub ended_at: Option<Timestamp>,
}

/// What became of an occurrence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It was paid.
    Paid(PaymentId),
    /// It was refused for good, with this code.
    Skipped(Arc<str>),
    /// A later one fell due before it could be paid.
    Missed,
}

/// An occurrence that is over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// Of which schedule.
    pub schedule: ScheduleId,
    /// Which, from 0. There is one run of each number at most.
    pub number: u32,
    /// What became of it.
    pub outcome: Outcome,
    /// When.
    pub at: Timestamp,
}

/// What somebody does about a schedule, and what time does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Somebody wants one.
    Create(New),
    /// Its payer consents on the page.
    Approve(Approval),
    /// Its payer wants no payments for now.
    Pause {
        /// Who.
        member: MemberId,
        /// Which.
        schedule: ScheduleId,
    },
    /// Its payer wants payments again.
    Resume {
        /// Who.
        member: MemberId,
        /// Which.
        schedule: ScheduleId,
    },
    /// Its payer takes it back, or does not approve it.
    Withdraw {
        /// Who.
        member: MemberId,
        /// Which.
        schedule: ScheduleId,
    },
    /// Its time has come: an occurrence falls due, or nobody has approved it.
    Due {
        /// Which.
        schedule: ScheduleId,
        /// The occurrence that is meant; nothing happens if it is over.
        number: u32,
    },
}

/// A schedule to set up.
#[derive(Clone, Debug)]
pub struct New {
    /// Who pays.
    pub payer: MemberId,
    /// The name of the payee's handle on the square, without `@`, in lower case.
    pub to: Arc<str>,
    /// How much each time.
    pub amount: Money,
    /// What for; nothing for no memo.
    pub memo: Arc<str>,
    /// On which days; the first payment is on the first of its rhythm from its first day on.
    pub plan: Plan,
}

/// The payer's consent to a schedule, on the approval page.
#[derive(Clone, Debug)]
pub struct Approval {
    /// Who.
    pub member: MemberId,
    /// To which.
    pub schedule: ScheduleId,
    /// What was shown, see [`crate::approval::schedule_digest`]; the consent holds for nothing else.
    pub shown: [u8; 32],
    /// How they were authenticated. A schedule is never exempt.
    pub proof: Option<Proof>,
}

impl Act {
    /// The rows that are needed whatever they hold.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        match self {
            Self::Create(new) => {
                let handle = HandleKey::Name(Network::SQUARE, new.to.clone());
                vec![Key::Member(new.payer), Key::Handle(handle), Key::Schedules(new.payer)]
            }
            Self::Approve(approval) => {
                let (member, schedule) = (approval.member, approval.schedule);
                let own = [Key::Member(member), Key::Schedule(schedule), Key::Pin(member)];
                own.into_iter().chain(Proof::keys(&approval.proof, member)).collect()
            }
            Self::Pause { member, schedule }
            | Self::Resume { member, schedule }
            | Self::Withdraw { member, schedule } => {
                vec![Key::Member(*member), Key::Schedule(*schedule)]
            }
            Self::Due { schedule, .. } => vec![Key::Schedule(*schedule)],
        }
    }
}

/// Does what is asked about a schedule. A wrong PIN is counted and a run that was refused is told, so both are answers
/// and not a [`Stop`].
///
/// # Errors
/// [`Stop::Refused`] if it cannot be done, [`Stop::More`] if rows are needed.
pub fn act(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    act: &Act,
    source: &Source,
) -> Result<Option<Refusal>, Stop> {
    draft.need(act.keys())?;
    let done = match act {
        Act::Create(new) => set::create(draft, ctx, new, source),
        Act::Approve(approval) => return set::approve(draft, ctx, approval, source),
        Act::Pause { member, schedule } => follow::pause(draft, *member, *schedule),
        Act::Resume { member, schedule } => follow::resume(draft, ctx, *member, *schedule, source),
        Act::Withdraw { member, schedule } => {
            follow::withdraw(draft, ctx, *member, *schedule, source)
        }
        Act::Due { schedule, number } => return run::due(draft, ctx, *schedule, *number, source),
    };
    done.map(|()| None)
}

/// The name of the request that tries an occurrence at one instant: whoever finds it due gives it the same.
#[must_use]
pub fn due_key(schedule: ScheduleId, number: u32, due_at: Timestamp) -> RequestKey {
    let (schedule, number) = (schedule.to_string(), number.to_string());
    RequestKey::of(&["schedule", &schedule, &number, &due_at.0.to_string()])
}

/// A schedule that `payer` may decide about.
fn own(draft: &Draft<'_>, payer: MemberId, id: ScheduleId) -> Result<Schedule, Stop> {
    let schedule = draft.schedule(id)?.filter(|schedule| schedule.payer == payer);
    let schedule = schedule.ok_or(Refusal::PaymentUnknown)?.clone();
    draft.need([Key::Member(schedule.payee)])?;
    Ok(schedule)
}

fn stands(schedule: &Schedule) -> Stop {
    Refusal::ScheduleState { state: schedule.state }.into()
}

/// A sentence about what a schedule pays to whom.
fn about(code: &'static str, draft: &Draft<'_>, schedule: &Schedule) -> Result<Say, Stop> {
    let to = known(draft, schedule.payee)?.name;
    Ok(Say::new(code).money("amount", schedule.amount).text("to", to))
}

/// Where a schedule is seen.
fn link(schedule: &Schedule) -> Arg {
    Arg::Link(format!("/schedules/{}", schedule.id))
}

/// A day as programs write it, for a digest.
fn day(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

impl Schedule {
    /// Everything of it that decides how much goes to whom and when, in a form that reads one way only.
    #[must_use]
    pub fn terms(&self) -> String {
        let plan = &self.plan;
        let rhythm = plan.rhythm.name();
        let on = plan.rhythm.day().map(|day| day.to_string()).unwrap_or_default();
        let count = plan.count.map(|count| count.to_string()).unwrap_or_default();
        format!(
            "{} {} {} {} {rhythm} {on} {} {} {count}",
            self.id,
            self.amount.minor,
            self.amount.currency.code(),
            self.payee,
            plan.first,
            day(plan.last),
        )
    }
}
