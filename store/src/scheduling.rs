//! Schedules as pages and programs see them, and what the timer finds due.

use domain::id::{MemberId, PaymentId, RequestKey, ScheduleId};
use domain::port::Fault;
use domain::schedule::{Run, SCHEDULES_MAX, Schedule};
use domain::time::Timestamp;

use crate::column::count;
use crate::fault::Doing;
use crate::people::Person;
use crate::readers::Reader;
use crate::schedule::{self, read, read_run, schedule_columns};
use crate::sql::params;

pub(crate) const OF: &str = concat!(
    "SELECT ",
    schedule_columns!(),
    " FROM schedule WHERE payer = $1 AND id < $2 ORDER BY id DESC LIMIT $3"
);

const ASKED: &str = concat!(
    "SELECT ",
    schedule_columns!(),
    " FROM schedule WHERE payer = $1 AND ended_at IS NULL AND state = 'asked' ORDER BY id LIMIT $2"
);

pub(crate) const FROM: &str = concat!(
    "SELECT ",
    schedule_columns!(),
    " FROM schedule WHERE payer = $1 AND origin = $2 LIMIT 1"
);

pub(crate) const DUE: &str = concat!(
    "SELECT ",
    schedule_columns!(),
    " FROM schedule WHERE due_at IS NOT NULL AND due_at <= $1 ORDER BY due_at LIMIT $2"
);

const RUNS: &str = "SELECT schedule, number, outcome, payment, refusal, at FROM schedule_run
     WHERE schedule = $1 ORDER BY number DESC LIMIT $2";

pub(crate) const RUN_OF_PAYMENT: &str =
    "SELECT schedule, number, outcome, payment, refusal, at FROM schedule_run WHERE payment = $1";

/// A schedule with its payee's name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScheduleStory {
    /// The schedule.
    pub schedule: Schedule,
    /// Who is paid.
    pub payee: Option<Person>,
}

impl Reader {
    /// A schedule.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn schedule(&self, id: ScheduleId) -> Result<Option<ScheduleStory>, Fault> {
        let found = self.maybe(schedule::FIND, [id.bytes()], read).doing("read a schedule")?;
        found.map(|schedule| self.schedule_story(schedule)).transpose()
    }

    /// A payer's schedules, the newest first; those begun before `before`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn schedules_of(
        &self,
        payer: MemberId,
        before: Option<ScheduleId>,
        limit: usize,
    ) -> Result<Vec<ScheduleStory>, Fault> {
        let before = before.unwrap_or(ScheduleId(u128::MAX));
        let found = self
            .list(OF, params![payer.bytes(), before.bytes(), count(limit)], read)
            .doing("list schedules")?;
        found.into_iter().map(|schedule| self.schedule_story(schedule)).collect()
    }

    /// A payer's schedules that wait for their approval, the oldest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn schedules_asked(&self, payer: MemberId) -> Result<Vec<ScheduleStory>, Fault> {
        let found = self
            .list(ASKED, params![payer.bytes(), count(SCHEDULES_MAX)], read)
            .doing("list schedules to approve")?;
        found.into_iter().map(|schedule| self.schedule_story(schedule)).collect()
    }

    /// The schedule that a request of its payer began.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn schedule_from(
        &self,
        payer: MemberId,
        origin: RequestKey,
    ) -> Result<Option<ScheduleStory>, Fault> {
        let found = self.maybe(FROM, [payer.bytes(), origin.bytes()], read);
        let found = found.doing("find the schedule of a request")?;
        found.map(|schedule| self.schedule_story(schedule)).transpose()
    }

    /// Schedules whose time has come at `now`, the longest due first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn schedules_due(&self, now: Timestamp, limit: usize) -> Result<Vec<Schedule>, Fault> {
        self.list(DUE, params![now.0, count(limit)], read).doing("list due schedules")
    }

    /// The latest occurrences of a schedule that are over, the newest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn schedule_runs(&self, schedule: ScheduleId, limit: usize) -> Result<Vec<Run>, Fault> {
        let params = params![schedule.bytes(), count(limit)];
        self.list(RUNS, params, read_run).doing("list the runs of a schedule")
    }

    /// The occurrence that a payment paid.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn run_of_payment(&self, payment: PaymentId) -> Result<Option<Run>, Fault> {
        self.maybe(RUN_OF_PAYMENT, [payment.bytes()], read_run).doing("find the run of a payment")
    }

    fn schedule_story(&self, schedule: Schedule) -> Result<ScheduleStory, Fault> {
        let payee = self.person(schedule.payee)?;
        Ok(ScheduleStory { schedule, payee })
    }
}
