//! Schedules and their runs.

use domain::id::{MemberId, PaymentId, RequestKey, ScheduleId};
use domain::rows::{Found, Key, Rows};
use domain::schedule::{Outcome, Plan, Rhythm, Run, SCHEDULES_MAX, Schedule, ScheduleState};

use crate::column::{at, count, id, maybe_at, maybe_id, money, parsed, unknown};
use crate::load::{Loading, only};
use crate::sql::{self, Connection, Feed, Row, params};
use crate::vault::Sealer;

/// The columns of a schedule in the order in which [`read`] reads them.
macro_rules! schedule_columns {
    () => {
        $crate::schedule::schedule_columns!($crate::vault::sealed!("schedule.memo", "memo", "id"))
    };
    ($memo:expr) => {
        concat!(
            "id, payer, payee, amount, currency, ",
            $memo,
            ", rhythm, month_day, first_on, last_on, times, state,
             origin, created_at, next, due_at, tried, paid, ended_at"
        )
    };
}
pub(crate) use schedule_columns;

pub(crate) const FIND: &str =
    concat!("SELECT ", schedule_columns!(), " FROM schedule WHERE id = $1");

pub(crate) const OPEN: &str =
    "SELECT id FROM schedule WHERE payer = $1 AND ended_at IS NULL ORDER BY id LIMIT $2";

pub(crate) const PUT: &str = concat!(
    "INSERT INTO schedule (",
    schedule_columns!("memo"),
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
         $19)
     ON CONFLICT (id) DO UPDATE SET
         state = excluded.state, next = excluded.next, due_at = excluded.due_at,
         tried = excluded.tried, paid = excluded.paid, ended_at = excluded.ended_at"
);

pub(crate) const PUT_RUN: &str =
    "INSERT INTO schedule_run (schedule, number, outcome, payment, refusal, at)
     VALUES ($1, $2, $3, $4, $5, $6)";

pub(crate) fn load(loading: &mut Loading<'_>) -> sql::Result<()> {
    loading.each(
        FIND,
        |key| if let Key::Schedule(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes()]),
        read,
        |found| Found::Schedule(only(found)),
    )?;
    loading.each(
        OPEN,
        |key| if let Key::Schedules(payer) = key { Some(*payer) } else { None },
        |payer, ask| ask(params![payer.bytes(), count(SCHEDULES_MAX)]),
        |row| id(row, 0, ScheduleId::from_bytes),
        Found::Schedules,
    )
}

/// Reads the [`schedule_columns`] of a schedule.
pub(crate) fn read(row: &Row<'_>) -> sql::Result<Schedule> {
    let day = row.get(7)?;
    Ok(Schedule {
        id: id(row, 0, ScheduleId::from_bytes)?,
        payer: id(row, 1, MemberId::from_bytes)?,
        payee: id(row, 2, MemberId::from_bytes)?,
        amount: money(row, 3, 4)?,
        memo: row.get(5)?,
        plan: Plan {
            rhythm: parsed(row, 6, |name| Rhythm::parse(name, day))?,
            first: parsed(row, 8, |text| text.parse().ok())?,
            last: match row.get::<Option<String>>(9)? {
                Some(text) => Some(text.parse().map_err(|_| unknown(9, &text))?),
                None => None,
            },
            count: row.get(10)?,
        },
        state: parsed(row, 11, ScheduleState::parse)?,
        origin: id(row, 12, RequestKey::from_bytes)?,
        created_at: at(row, 13)?,
        next: row.get(14)?,
        due_at: maybe_at(row, 15)?,
        tried: row.get(16)?,
        paid: row.get(17)?,
        ended_at: maybe_at(row, 18)?,
    })
}

/// Reads `schedule, number, outcome, payment, refusal, at` of a run.
pub(crate) fn read_run(row: &Row<'_>) -> sql::Result<Run> {
    let payment = maybe_id(row, 3, PaymentId::from_bytes)?;
    let refusal = row.get::<Option<String>>(4)?;
    let outcome = parsed(row, 2, |name| match (name, payment, refusal) {
        ("paid", Some(payment), None) => Some(Outcome::Paid(payment)),
        ("skipped", None, Some(code)) => Some(Outcome::Skipped(code.into())),
        ("missed", None, None) => Some(Outcome::Missed),
        _ => None,
    })?;
    Ok(Run {
        schedule: id(row, 0, ScheduleId::from_bytes)?,
        number: row.get(1)?,
        outcome,
        at: at(row, 5)?,
    })
}

/// Writes the schedules a group changed, and the runs that are over.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let changed = rows.unwritten();
    if !changed.schedules.is_empty() {
        let mut ids: Vec<ScheduleId> = changed.schedules.iter().copied().collect();
        ids.sort_unstable();
        conn.run_each(PUT, |put| {
            ids.iter().filter_map(|id| rows.schedule(*id)).try_for_each(|schedule| {
                let (payer, key) = (schedule.payer, schedule.id.bytes());
                let memo = sealer.text(conn, payer, "schedule.memo", &key, &schedule.memo)?;
                put_one(put, schedule, &memo)
            })
        })?;
    }
    if !changed.runs.is_empty() {
        conn.run_each(PUT_RUN, |put| changed.runs.iter().try_for_each(|run| put_run(put, run)))?;
    }
    Ok(())
}

fn put_one(put: &mut Feed<'_>, schedule: &Schedule, memo: &str) -> sql::Result<()> {
    let plan = &schedule.plan;
    put(params![
        schedule.id.bytes(),
        schedule.payer.bytes(),
        schedule.payee.bytes(),
        schedule.amount.minor,
        schedule.amount.currency.code(),
        memo,
        plan.rhythm.name(),
        plan.rhythm.day(),
        plan.first.to_string(),
        plan.last.map(|last| last.to_string()),
        plan.count,
        schedule.state.name(),
        schedule.origin.bytes(),
        schedule.created_at.0,
        schedule.next,
        schedule.due_at.map(|at| at.0),
        schedule.tried,
        schedule.paid,
        schedule.ended_at.map(|at| at.0),
    ])
}

fn put_run(put: &mut Feed<'_>, run: &Run) -> sql::Result<()> {
    let (outcome, payment, refusal) = match &run.outcome {
        Outcome::Paid(payment) => ("paid", Some(payment.bytes()), None),
        Outcome::Skipped(code) => ("skipped", None, Some(code.clone())),
        Outcome::Missed => ("missed", None, None),
    };
    let (schedule, at) = (run.schedule.bytes(), run.at.0);
    put(params![schedule, run.number, outcome, payment, refusal, at])
}
