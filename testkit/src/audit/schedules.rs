//! Schedules: each is as its state says, an occurrence is over once, and what was paid was paid by a payment of its own.

use std::collections::BTreeSet;

use domain::id::PaymentId;
use domain::payment::{ConsentKind, Payee, State};
use domain::schedule::{Outcome, Run, Schedule, ScheduleState};

use super::ensure;
use crate::memory::Tables;

pub(super) fn check(tables: &Tables) -> Result<(), String> {
    let mut paid: BTreeSet<PaymentId> = BTreeSet::new();
    for run in tables.runs.values() {
        let schedule = tables.schedules.get(&run.schedule);
        let schedule = schedule.ok_or_else(|| format!("a run of no schedule: {run:?}"))?;
        let wrong = |what: &str| format!("{what}: {run:?} of {schedule:?}");
        ensure(is_over(schedule, run), || wrong("its schedule has not come to it"))?;
        if let Outcome::Paid(payment) = run.outcome {
            ensure(paid.insert(payment), || wrong("its payment paid another"))?;
            ensure(paid_it(tables, schedule, payment), || wrong("another payment paid it"))?;
        }
    }
    for schedule in tables.schedules.values() {
        let wrong = |what: &str| format!("{what}: {schedule:?}");
        let runs = tables.runs.range((schedule.id, 0)..=(schedule.id, u32::MAX));
        let made = runs.filter(|(_, run)| matches!(run.outcome, Outcome::Paid(_))).count();
        ensure(usize::try_from(schedule.paid) == Ok(made), || wrong("it made other payments"))?;
        ensure(state_fits(schedule), || wrong("its state does not fit its instants"))?;
        let known = [schedule.payer, schedule.payee];
        let known = known.iter().all(|who| tables.members.contains_key(who));
        ensure(known && schedule.payer != schedule.payee, || wrong("it is between nobody"))?;
    }
    let recurring = tables.payments.values().find(|payment| {
        payment.consent.is_some_and(|consent| consent.kind == ConsentKind::Recurring)
            && !paid.contains(&payment.id)
    });
    match recurring {
        Some(payment) => Err(format!("nobody scheduled {payment:?}")),
        None => Ok(()),
    }
}

fn is_over(schedule: &Schedule, run: &Run) -> bool {
    let skipped = matches!(run.outcome, Outcome::Skipped(_));
    run.number < schedule.next || run.number == schedule.next && skipped
}

fn paid_it(tables: &Tables, schedule: &Schedule, payment: PaymentId) -> bool {
    tables.payments.get(&payment).is_some_and(|payment| {
        (payment.payer, &payment.payee, payment.amount, payment.state)
            == (schedule.payer, &Payee::Member(schedule.payee), schedule.amount, State::Paid)
            && payment.consent.is_some_and(|consent| consent.kind == ConsentKind::Recurring)
    })
}

fn state_fits(schedule: &Schedule) -> bool {
    let waits = match schedule.state {
        ScheduleState::Asked | ScheduleState::Active => true,
        ScheduleState::Paused
        | ScheduleState::Ended
        | ScheduleState::Withdrawn
        | ScheduleState::Expired => false,
    };
    let begun = schedule.state != ScheduleState::Asked || schedule.next == 0;
    schedule.due_at.is_some() == waits
        && schedule.ended_at.is_some() != schedule.state.open()
        && (!schedule.tried || schedule.state == ScheduleState::Active)
        && begun
}
