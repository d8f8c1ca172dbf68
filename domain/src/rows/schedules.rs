//! Schedules and their runs in memory.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Draft, Found, Key, Stop, loaded};
use crate::id::{MemberId, ScheduleId};
use crate::schedule::{Run, SCHEDULES_MAX, Schedule};

/// What is loaded of schedules, for one group.
#[derive(Default)]
pub(super) struct ScheduleRows {
    rows: FxHashMap<ScheduleId, Option<Schedule>>,
    /// The open ones of each payer, the oldest first.
    open: FxHashMap<MemberId, Vec<ScheduleId>>,
}

impl ScheduleRows {
    pub(super) fn has(&self, key: &Key) -> bool {
        match key {
            Key::Schedule(id) => self.rows.contains_key(id),
            Key::Schedules(payer) => self.open.contains_key(payer),
            _ => false,
        }
    }

    /// Takes in what a store found; `changed` names the schedules that the group changed before.
    pub(super) fn load(&mut self, key: Key, found: Found, changed: &FxHashSet<ScheduleId>) {
        match (key, found) {
            (Key::Schedule(id), Found::Schedule(row)) => drop(self.rows.insert(id, row)),
            (Key::Schedules(payer), Found::Schedules(mut ids)) => {
                for schedule in changed.iter().filter_map(|id| self.schedule(*id)) {
                    note(payer, &mut ids, schedule);
                }
                self.open.insert(payer, ids);
            }
            (key, found) => panic!("a store found {found:?} under {key:?}"),
        }
    }

    pub(super) fn schedule(&self, id: ScheduleId) -> Option<&Schedule> {
        self.rows.get(&id)?.as_ref()
    }

    /// Takes over a schedule that was begun or changed.
    pub(super) fn put(&mut self, schedule: Schedule) {
        if let Some(ids) = self.open.get_mut(&schedule.payer) {
            note(schedule.payer, ids, &schedule);
        }
        self.rows.insert(schedule.id, Some(schedule));
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.rows.clear();
        self.open.clear();
    }
}

/// Keeps a payer's list, the oldest first by id as a store gives it, up to date.
fn note(payer: MemberId, ids: &mut Vec<ScheduleId>, schedule: &Schedule) {
    let belongs = schedule.payer == payer && schedule.state.open();
    match (ids.binary_search(&schedule.id), belongs) {
        (Ok(place), false) => drop(ids.remove(place)),
        (Err(place), true) if ids.len() < SCHEDULES_MAX => ids.insert(place, schedule.id),
        (Ok(_), true) | (Err(_), true | false) => {}
    }
}

impl Draft<'_> {
    /// A schedule.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn schedule(&self, id: ScheduleId) -> Result<Option<&Schedule>, Stop> {
        match self.rows.draft.schedules.iter().find(|schedule| schedule.id == id) {
            Some(schedule) => Ok(Some(schedule)),
            None => loaded(self.rows.schedules.rows.get(&id), || Key::Schedule(id)),
        }
    }

    /// A payer's open schedules, oldest first, as they were before this request.
    ///
    /// # Errors
    /// [`Stop::More`] if the list is not loaded.
    pub fn schedules(&self, payer: MemberId) -> Result<&[ScheduleId], Stop> {
        let ids = self.rows.schedules.open.get(&payer).map(Vec::as_slice);
        ids.ok_or_else(|| Stop::More(vec![Key::Schedules(payer)]))
    }

    /// Begins or changes a schedule.
    pub fn put_schedule(&mut self, schedule: Schedule) {
        super::draft::replace(&mut self.rows.draft.schedules, schedule, |a, b| a.id == b.id);
    }

    /// Notes that an occurrence is over.
    pub fn add_run(&mut self, run: Run) {
        self.rows.draft.runs.push(run);
    }
}
