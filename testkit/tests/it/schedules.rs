//! Schedules where a story would be too long.

use domain::money::{Currency, Money};
use domain::refusal::Refusal;
use domain::request::{Outcome, Request};
use domain::schedule::{Act, New, Plan, Rhythm, SCHEDULES_MAX};
use domain::time::MINUTE_US;
use jiff::civil::date;
use testkit::world::{PIN, World, run_of};

fn weekly(world: &World) -> New {
    let plan = Plan { rhythm: Rhythm::Weekly, first: date(2026, 3, 3), last: None, count: Some(2) };
    let (to, memo) = ("bob".into(), "".into());
    New { payer: world.member("alice"), to, amount: Money::new(100, Currency::EUR), memo, plan }
}

#[test]
fn nobody_has_more_open_schedules_than_there_may_be() {
    let mut world = World::default();
    for _ in 0..SCHEDULES_MAX {
        assert_eq!(world.schedule(weekly(&world)).outcome, Outcome::Done);
    }
    let many = world.schedule(weekly(&world)).outcome;
    let most = i64::try_from(SCHEDULES_MAX).unwrap();
    assert_eq!(many, Outcome::Refused(Refusal::SchedulesOpen { limit: most }));
    let first = world.disk().read(|tables| *tables.schedules.keys().next().unwrap());
    let member = world.member("alice");
    world.act(Request::Schedule(Act::Withdraw { member, schedule: first }));
    assert_eq!(world.schedule(weekly(&world)).outcome, Outcome::Done, "one has ended");
}

#[test]
fn an_occurrence_is_paid_once_however_often_and_under_whatever_name_it_is_handed_in() {
    let mut world = World::default();
    world.schedule(weekly(&world));
    let id = world.disk().read(|tables| *tables.schedules.keys().next().unwrap());
    world.approve_schedule("alice", id, world.shown_schedule(id), Some(PIN));
    let schedule = world.disk().read(|tables| tables.schedules[&id].clone());
    let (key, request) = run_of(&schedule);
    let early = world.submit(Some(key), 0, request.clone());
    assert_eq!(early.outcome, Outcome::Refused(Refusal::Busy), "its time has not come");
    world.clock().set(schedule.due_at.unwrap());
    let paid = world.submit(Some(key), 0, request.clone());
    assert_eq!((paid.outcome, paid.payments.len(), paid.repeated), (Outcome::Done, 1, false));
    world.restart();
    assert!(world.submit(Some(key), 0, request.clone()).repeated);
    // Without its name it is another request, and finds that the occurrence is over.
    world.wait(MINUTE_US);
    assert!(world.act(request.clone()).payments.is_empty());
    world.submit_together(vec![(None, 0, request.clone()), (None, 0, request)]);
    assert_eq!((world.available("alice"), world.available("bob")), (29_900, 30_100));
}
