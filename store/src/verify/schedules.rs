//! Schedules: each is as its state says, each occurrence is over once, and what was paid was paid by a payment of its own.

use domain::id::PaymentId;
use domain::payment::{ConsentKind, Payee, State};
use domain::schedule::{Outcome, Run, Schedule, ScheduleState};

use super::{Checked, Report, every, rows_of, same, wrong};
use crate::readers::Reader;
use crate::schedule::{FIND, read, read_run, schedule_columns};

const SCHEDULES: &str = concat!("SELECT ", schedule_columns!(), " FROM schedule ORDER BY id");

const RUNS: &str = "SELECT schedule, number, outcome, payment, refusal, at FROM schedule_run
     ORDER BY schedule, number";

const PAID: &str = "SELECT count(*) FROM schedule_run WHERE schedule = $1 AND outcome = 'paid'";

/// Payments that say they are a schedule's, and of which no run knows.
const STRANGERS: &str = "SELECT count(*) FROM payment p WHERE p.consent = 'recurring'
     AND NOT EXISTS (SELECT 1 FROM schedule_run r WHERE r.payment = p.id)";

pub(super) fn check(reader: &Reader, report: &mut Report) -> Checked<()> {
    report.schedules = every(reader, "schedule", SCHEDULES, read, |schedule| {
        check_state(&schedule)?;
        let params = [schedule.id.bytes()];
        let paid: u32 = reader.one(PAID, params, |row| row.get(0))?;
        same("schedule", || schedule.id.to_string(), "payments", schedule.paid, paid)
    })?;
    every(reader, "schedule_run", RUNS, read_run, |run| check_run(reader, &run))?;
    let strangers = rows_of(reader, STRANGERS)?;
    same("payment", || "all".to_owned(), "of no schedule:", 0, strangers)
}

/// What a schedule's own columns must be in its state.
fn check_state(schedule: &Schedule) -> Checked<()> {
    let name = schedule.state.name();
    let wants = |what: &str, expected: bool, found: bool| {
        let key = || schedule.id.to_string();
        same("schedule", key, &format!("state {name}: {what}"), expected, found)
    };
    let waits = matches!(schedule.state, ScheduleState::Asked | ScheduleState::Active);
    wants("an instant to come", waits, schedule.due_at.is_some())?;
    wants("an end", !schedule.state.open(), schedule.ended_at.is_some())?;
    wants("two sides", true, schedule.payee != schedule.payer)
}

fn key(run: &Run) -> String {
    format!("{}/{}", run.schedule, run.number)
}

/// Its schedule has come to it, and its payment is the schedule's.
fn check_run(reader: &Reader, run: &Run) -> Checked<()> {
    let Some(schedule) = reader.maybe(FIND, [run.schedule.bytes()], read)? else {
        return Err(wrong("schedule_run", key(run), "a schedule", "none"));
    };
    let over = match run.outcome {
        Outcome::Paid(_) | Outcome::Missed => run.number < schedule.next,
        // What made a schedule pause stays the next one until it is resumed.
        Outcome::Skipped(_) => run.number <= schedule.next,
    };
    same("schedule_run", || key(run), "before the next:", true, over)?;
    match run.outcome {
        Outcome::Paid(payment) => check_payment(reader, run, &schedule, payment),
        Outcome::Skipped(_) | Outcome::Missed => Ok(()),
    }
}

fn check_payment(reader: &Reader, run: &Run, schedule: &Schedule, id: PaymentId) -> Checked<()> {
    let Some(payment) = reader.payment(id)? else {
        return Err(wrong("schedule_run", key(run), format!("payment {id}"), "none"));
    };
    let payee = Payee::Member(schedule.payee);
    let expected = (schedule.payer, payee, schedule.amount, State::Paid);
    let found = (payment.payer, payment.payee, payment.amount, payment.state);
    same("schedule_run", || key(run), "paid by", expected, found)?;
    let kind = payment.consent.map(|consent| consent.kind);
    same("schedule_run", || key(run), "consent", Some(ConsentKind::Recurring), kind)
}
