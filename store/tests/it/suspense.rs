//! Money without owner: what is kept of it, that it is owed, that damage to it is found.

use domain::id::SuspenseId;
use domain::request::{Admin, Outcome, Request};
use domain::suspense::{End, Receipt};
use domain::time::Timestamp;
use store::{Unsound, Wrong, export};

use crate::world::{World, eur};

fn receive(world: &mut World, bank_id: &str, minor: i64, reference: &str) {
    let receipt = Receipt {
        bank_id: bank_id.to_owned(),
        amount: eur(minor),
        remitter: "A. Remitter".to_owned(),
        reference: reference.to_owned(),
    };
    done(world, Admin::Receive(receipt));
}

fn done(world: &mut World, admin: Admin) {
    assert_eq!(world.request(Request::Admin(admin)).outcome, Outcome::Done);
}

/// Three items: one that waits, one that was matched, one that was sent back.
fn settled() -> (World, [SuspenseId; 3]) {
    let mut world = World::new();
    let alice = world.member("alice", domain::member::Kind::Person);
    for (bank_id, minor) in [("B1", 500), ("B2", 700), ("B3", 1_100)] {
        receive(&mut world, bank_id, minor, "to whom it may concern");
    }
    receive(&mut world, "B4", 900, "@alice");
    let items = world.read(|reader| reader.suspense_open(10));
    let ids = [items[0].id, items[1].id, items[2].id];
    assert_eq!(items.len(), 3, "what names a member does not wait");
    let reason = "a test".to_owned();
    done(&mut world, Admin::Match { item: ids[1], member: alice, reason: reason.clone() });
    done(&mut world, Admin::SendBack { item: ids[2], reason });
    (world, ids)
}

#[test]
fn what_waits_is_listed_counted_and_owed() {
    let (world, ids) = settled();
    let open = world.read(|reader| reader.suspense_open(10));
    assert_eq!(open.iter().map(|item| item.id).collect::<Vec<_>>(), [ids[0]]);
    assert_eq!(world.read(|reader| reader.suspense_waiting()), (1, Some(open[0].at)));
    let ended = world.read(|reader| reader.suspense_ended(10));
    let hows: Vec<End> = ended.iter().map(|item| item.ended.as_ref().unwrap().how).collect();
    assert!(matches!(hows[..], [End::SentBack, End::Matched(_)]), "the latest first: {hows:?}");
    let named = world.read(|reader| reader.suspense_by_bank_id("B2"));
    assert_eq!(named.map(|item| item.id), Some(ids[1]));
    assert_eq!(world.read(|reader| reader.suspense_by_bank_id("B4")), None);
    let safe = world.read(|reader| reader.safeguard_now(1, Timestamp(0)));
    let [safe] = &safe[..] else { panic!("{safe:?}") };
    assert_eq!((safe.owed, safe.bank, safe.beyond()), (eur(2_100), eur(2_100), eur(0)));
    let report = world.read(|reader| Ok(store::verify(reader).unwrap()));
    assert_eq!((report.suspense, report.top_ups, report.transfers), (3, 2, 6));
}

#[test]
fn exports_tell_the_account_it_waits_on() {
    let (world, _) = settled();
    let written = |write: fn(&store::Reader, &mut Vec<u8>) -> Result<(), export::ExportError>| {
        let mut text = Vec::new();
        world.read(|reader| Ok(write(reader, &mut text))).unwrap();
        String::from_utf8(text).unwrap()
    };
    let csv = written(|reader, to| export::csv(reader, to));
    let receipt = ",receipt,house:bank,house:suspense,5.00,EUR,to whom it may concern";
    assert!(csv.contains(receipt), "{csv}");
    assert!(csv.contains(",send_back,house:suspense,house:bank,11.00,EUR,"), "{csv}");
    let journal = written(|reader, to| export::hledger(reader, to));
    assert_eq!(journal.matches("liabilities:suspense").count(), 5, "{journal}");
}

#[test]
fn damage_to_money_without_owner_is_found_and_named() {
    let (world, [waits, matched, _]) = settled();
    let hex = |id: SuspenseId| format!("X'{:032x}'", id.0);
    let cause = |id: SuspenseId| format!("pay_{}/0", &id.to_string()[4..]);
    for (sql, table, key) in [
        ("amount = amount + 1 WHERE id = ", "transfer", cause(waits)),
        ("at = at + 1 WHERE id = ", "transfer", cause(waits)),
        (
            "ended = 'sent_back', cause = X'00000000000000000000000000000077', ended_at = 9
                 WHERE id = ",
            "transfer",
            "pay_0000000000000000000000003q/0".to_owned(),
        ),
        ("ended = 'lost' WHERE id = ", "suspense", waits.to_string()),
    ] {
        let wrong = damaged(&world, &format!("UPDATE suspense SET {sql}{}", hex(waits)));
        assert!(wrong.table == table && wrong.key == key, "{sql}: {wrong}");
    }
    let open = "UPDATE suspense SET ended = NULL, member = NULL, cause = NULL, ended_at = NULL";
    let wrong = damaged(&world, &format!("{open} WHERE id = {}", hex(matched)));
    assert_eq!((wrong.table, wrong.key.as_str()), ("suspense", "EUR"), "{wrong}");
    let wrong = damaged(&world, &format!("DELETE FROM suspense WHERE id = {}", hex(waits)));
    assert_eq!((wrong.table, wrong.key.as_str()), ("suspense", "EUR"), "{wrong}");
}

fn damaged(world: &World, sql: &str) -> Wrong {
    let copy = world.folder.copy();
    assert_eq!(copy.run(sql), 1, "{sql}");
    let readers = copy.open_read().unwrap();
    match readers.read(|reader| Ok(store::verify(reader))).unwrap() {
        Err(Unsound::Wrong(wrong)) => wrong,
        other => panic!("{sql} was not found: {other:?}"),
    }
}
