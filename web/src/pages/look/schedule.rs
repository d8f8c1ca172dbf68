//! A member's schedules in the reader's words.

use app::store::ScheduleStory;
use domain::id::MemberId;
use domain::port::Fault;
use domain::schedule::{Plan, Rhythm, Schedule, ScheduleState};

use super::{Look, named};
use crate::view::card::{Act, State};
use crate::view::needs::Need;
use crate::view::piece::Person;

/// A schedule's state as pages show it; one whose approval is too late has expired, though nobody has ended it yet.
pub(in crate::pages) fn schedule_state(look: &Look<'_>, schedule: &Schedule) -> State {
    match schedule.state {
        ScheduleState::Asked if schedule.due_at.is_some_and(|at| at <= look.now) => State::Expired,
        ScheduleState::Asked => State::Asked,
        ScheduleState::Active => State::Active,
        ScheduleState::Paused => State::Paused,
        ScheduleState::Ended => State::Ended,
        ScheduleState::Withdrawn => State::Withdrawn,
        ScheduleState::Expired => State::Expired,
    }
}

impl Look<'_> {
    /// Who is paid by a schedule.
    pub(in crate::pages) fn scheduled_to(&self, story: &ScheduleStory) -> Person {
        let unknown = || Person::unknown(&story.schedule.payee.to_string());
        story.payee.as_ref().map_or_else(unknown, named)
    }

    /// How often, from when.
    pub(in crate::pages) fn when(&self, plan: &Plan) -> String {
        let day = plan.rhythm.day().and_then(|day| u32::try_from(day).ok()).unwrap_or_default();
        let first = self.civil(plan.first);
        let id = match plan.rhythm {
            Rhythm::Once => "page-schedule-once",
            Rhythm::Weekly => "page-schedule-weekly",
            Rhythm::Monthly { .. } => "page-schedule-monthly",
        };
        self.visitor.t().line(id).with("first", &first).count("day", day).to_string()
    }

    /// A day of the policy's calendar, with its year.
    pub(in crate::pages) fn civil(&self, date: jiff::civil::Date) -> String {
        let zone = &self.visitor.state.obole.policy().zone;
        let noon = domain::schedule::at_hour(date, 12, zone).unwrap_or(self.now);
        self.visitor.t().date(noon, zone)
    }

    /// Schedules that wait for their payer's approval.
    pub(super) fn scheduling(&self, payer: MemberId) -> Result<Vec<ScheduleStory>, Fault> {
        let mut asked = self.read.schedules_asked(payer)?;
        asked.retain(|story| schedule_state(self, &story.schedule) == State::Asked);
        Ok(asked)
    }

    /// A schedule in a list.
    pub(in crate::pages) fn scheduled(&self, story: &ScheduleStory) -> Need {
        let (t, schedule) = (self.visitor.t(), &story.schedule);
        let (person, state) = (self.scheduled_to(story), schedule_state(self, schedule));
        let asked = state == State::Asked;
        let act = || Act {
            href: format!("/approve/{}", schedule.id),
            label: t.text("page-look-approve"),
        };
        Need {
            t,
            id: schedule.id.to_string(),
            text: [person.name.clone(), state.word(t), self.when(&schedule.plan)].join(" · "),
            person,
            amount: self.money(schedule.amount),
            until: schedule.due_at.filter(|_| asked).map(|until| self.full(until)),
            href: format!("/schedules/{}", schedule.id),
            act: asked.then(act),
            share: None,
        }
    }
}
