//! Schedules as `verify` sees them: sound ones pass, each kind of damage is found and its row named.

use domain::id::{MemberId, ScheduleId};
use store::{Report, Unsound, Wrong, export, verify};

use crate::world::{Town, town};

const ID: ScheduleId = ScheduleId(0x2a);

fn verified(readers: &store::Readers) -> Result<Report, Wrong> {
    readers.read(|reader| Ok(verify(reader))).unwrap().map_err(|unsound| match unsound {
        Unsound::Wrong(wrong) => wrong,
        Unsound::Fault(fault) => panic!("{fault}: {}", fault.source),
    })
}

fn hex(bytes: [u8; 16]) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("X'{digits}'")
}

fn mem(id: MemberId) -> String {
    hex(id.bytes())
}

/// A schedule of Alice's that has come to its third occurrence, and what became of the two before.
fn sound(town: &Town) -> String {
    let (id, alice, bob) = (hex(ID.bytes()), mem(town.alice), mem(town.bob));
    format!(
        "INSERT INTO schedule (id, payer, payee, amount, currency, memo, rhythm, month_day, first_on, state, origin,
             created_at, next, due_at, tried, paid)
         VALUES ({id}, {alice}, {bob}, 100, 'EUR', '', 'monthly', 31, '2026-01-31', 'active',
             X'00112233445566778899AABBCCDDEE99', 1, 2, 99, 0, 0);
         INSERT INTO schedule_run (schedule, number, outcome, refusal, at) VALUES
             ({id}, 0, 'missed', NULL, 5), ({id}, 1, 'skipped', 'insufficient_funds', 6);"
    )
}

#[test]
fn a_sound_schedule_passes_and_reads_back() {
    let town = town();
    town.world.folder.run(&sound(&town));
    assert_eq!(
        verified(&town.world.readers).unwrap_or_else(|wrong| panic!("{wrong}")).schedules,
        1
    );
    let read = town.world.readers.read(|reader| {
        let runs = reader.schedule_runs(ID, 10)?.iter().map(|run| run.number).collect::<Vec<_>>();
        Ok((reader.schedule(ID)?.unwrap(), runs))
    });
    let (story, runs) = read.unwrap();
    assert_eq!(story.schedule.plan.first.to_string(), "2026-01-31");
    assert_eq!((story.schedule.next, story.payee.unwrap().id), (2, town.bob));
    assert_eq!(runs, [1, 0], "the newest first");
    let archived = |member| -> serde_json::Value {
        let profile = town.world.read(|reader| reader.profile(member)).unwrap();
        let mut text = Vec::new();
        town.world.read(|reader| {
            export::archive(reader, &profile, &mut text).unwrap();
            Ok(())
        });
        serde_json::from_slice(&text).unwrap()
    };
    let hers = &archived(town.alice)["schedules"][0];
    assert_eq!((&hers["first"], &hers["month_day"]), (&"2026-01-31".into(), &31.into()));
    assert_eq!(archived(town.bob)["schedules"], serde_json::json!([]), "it is hers alone");
}

#[test]
fn every_damage_is_found_and_its_row_named() {
    let town = town();
    let payment = hex(town.paid.bytes());
    let schedule = |set: &str| (format!("UPDATE schedule SET {set}"), "schedule", ID.to_string());
    let run = |set: &str, number: u32| {
        let sql = format!("UPDATE schedule_run SET {set} WHERE number = {number}");
        (sql, "schedule_run", ID.to_string())
    };
    let paid = format!("outcome = 'paid', payment = {payment}");
    let cases = [
        schedule("due_at = NULL"),
        schedule("ended_at = 7"),
        schedule("state = 'asleep'"),
        schedule("rhythm = 'daily'"),
        schedule("first_on = '2026-02-30'"),
        schedule("payee = payer"),
        schedule("paid = 1"),
        run("number = 7", 0),
        run("outcome = 'late'", 0),
        run("refusal = NULL", 1),
        run(&format!("schedule = {}", hex([9; 16])), 0),
    ];
    let mut cases: Vec<_> =
        cases.into_iter().map(|(sql, table, key)| (vec![sql], table, key)).collect();
    if let Some(last) = cases.last_mut() {
        last.2 = ScheduleId::from_bytes([9; 16]).to_string();
    }
    // Another payment than a schedule's own cannot have paid it.
    let (set_paid, _, key) = run(&paid, 0);
    cases.push((vec![set_paid, "UPDATE schedule SET paid = 1".to_owned()], "schedule_run", key));
    for (sql, table, key) in cases {
        let copy = town.world.folder.copy();
        copy.run(&sound(&town));
        copy.run(&sql.join(";"));
        match verified(&copy.open_read().unwrap()) {
            Ok(_) => panic!("{sql:?}\n  was not found"),
            Err(wrong) => {
                let named = wrong.table == table && wrong.key.starts_with(&key);
                assert!(named, "{sql:?}\n  {table} {key} was to be named, but: {wrong}");
            }
        }
    }
}
