//! People who set payments up for later days, approve them, pause, resume and take them back.

use domain::money::{Currency, Money};
use domain::request::{PinProof, Proof, Request};
use domain::schedule::{Act, Approval, New, Plan, Rhythm, Schedule, ScheduleState};
use domain::time::{DAY_US, Timestamp};
use jiff::tz::TimeZone;

use super::{AMOUNTS, FOUNDERS, OTHERS};
use crate::memory::Tables;
use crate::random::Random;

/// What somebody does about schedules: a new one, or something about the newest ones.
pub(super) fn wish(random: &mut Random, tables: &Tables, now: Timestamp) -> Option<Request> {
    let act = match random.below(10) {
        0..4 => create(random, tables, now)?,
        _ => answer(random, tables)?,
    };
    Some(Request::Schedule(act))
}

fn create(random: &mut Random, tables: &Tables, now: Timestamp) -> Option<Act> {
    let members: Vec<_> = tables.members.keys().copied().collect();
    // Mostly the first few, who have a PIN and money.
    let some = if random.chance(80) { members.len().min(4) } else { members.len() };
    let payer = *random.pick(&members[..some]);
    let to = match random.below(20) {
        0 => *random.pick(&OTHERS),
        _ => random.pick(&FOUNDERS).0,
    };
    let ahead = i64::try_from(random.below(4)).unwrap_or(0);
    let first = TimeZone::UTC.to_datetime(now.plus_us(ahead * DAY_US).to_jiff()).date();
    let rhythm = match random.below(6) {
        0 => Rhythm::Once,
        1 => Rhythm::Monthly { day: first.day() },
        _ => Rhythm::Weekly,
    };
    let last = random.chance(20).then(|| first.checked_add(jiff::Span::new().days(20)).ok());
    let count = random.chance(40).then(|| u32::try_from(random.below(4)).unwrap_or(0));
    let plan = Plan { rhythm, first, last: last.flatten(), count };
    let minor = if random.chance(60) { 700 } else { *random.pick(&AMOUNTS) };
    let amount = Money::new(minor, Currency::EUR);
    Some(Act::Create(New { payer, to: to.into(), amount, memo: "later".into(), plan }))
}

/// What somebody does about a schedule, mostly the payer, and mostly what its state allows.
fn answer(random: &mut Random, tables: &Tables) -> Option<Act> {
    let place = random.below(6);
    // What waits for an approval does not wait for long.
    let mut asked = tables.schedules.values().rev().filter(|one| one.state == ScheduleState::Asked);
    let asked = asked.next().filter(|_| random.chance(70));
    let newest = asked.or_else(|| tables.schedules.values().rev().nth(place));
    let schedule = newest.or_else(|| tables.schedules.values().next_back())?;
    let other = *random.pick(&tables.members.keys().copied().collect::<Vec<_>>());
    let member = if random.chance(95) { schedule.payer } else { other };
    let id = schedule.id;
    Some(match (schedule.state, random.below(10)) {
        (ScheduleState::Asked, 0..9) => Act::Approve(approval(random, tables, schedule)),
        (ScheduleState::Paused, 0..7) => Act::Resume { member, schedule: id },
        (_, 0..5) => Act::Pause { member, schedule: id },
        (_, 5) => Act::Withdraw { member, schedule: id },
        (_, 6) => Act::Resume { member, schedule: id },
        (_, 7) => Act::Approve(approval(random, tables, schedule)),
        // What is over, or never was, pays nothing, whoever hands it in.
        _ => Act::Due { schedule: id, number: schedule.next.wrapping_sub(1) },
    })
}

fn approval(random: &mut Random, tables: &Tables, schedule: &Schedule) -> Approval {
    let digest = domain::approval::schedule_digest(schedule);
    let shown = if random.chance(95) { digest } else { [7; 32] };
    let pin = tables.pins.get(&schedule.payer).and_then(Option::as_ref);
    let proof = pin
        .filter(|_| random.clone().chance(90))
        .map(|pin| Proof::Pin(PinProof { right: random.chance(90), set_at: pin.set_at }));
    Approval { member: schedule.payer, schedule: schedule.id, shown, proof }
}
