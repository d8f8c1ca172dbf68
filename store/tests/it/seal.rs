//! Seals cover every transfer once, in whatever order it came; what is changed afterwards is found and its seal named.

use domain::id::PaymentId;
use domain::ledger::Transfer;
use domain::merkle::root_by_path;
use domain::payment::Payee;
use domain::port::Engine;
use domain::seal::{Seal, TransferId, leaf};
use store::{Batch, KeptSeal, SealReport, Unsound, Wrong, verify, verify_seals};

use crate::world::{Town, World, eur, town};

/// What the sealer does first: an instant of the writer's, then what is to be sealed.
fn read_batch(world: &mut World, entries_max: usize) -> Option<Batch> {
    world.hands.pass(1_000);
    let now = world.engine.begin().unwrap();
    world.engine.commit().unwrap();
    world.read(|reader| reader.batch_of(now, entries_max))
}

fn add(world: &mut World, batch: &Batch) -> Option<Seal> {
    world.engine.begin().unwrap();
    let seal = world.engine.add_seal(batch).unwrap();
    world.engine.commit().unwrap();
    seal
}

/// Seals until nothing is left.
fn seal(world: &mut World, entries_max: usize) -> Vec<Seal> {
    let mut seals = Vec::new();
    while let Some(batch) = read_batch(world, entries_max) {
        seals.push(add(world, &batch).unwrap());
    }
    seals
}

fn verified(readers: &store::Readers) -> Result<SealReport, Wrong> {
    readers.read(|reader| Ok(verify_seals(reader))).unwrap().map_err(|unsound| match unsound {
        Unsound::Wrong(wrong) => wrong,
        Unsound::Fault(fault) => panic!("{fault}: {}", fault.source),
    })
}

fn sound(world: &World) -> SealReport {
    verified(&world.readers).unwrap_or_else(|wrong| panic!("{wrong}"))
}

fn transfers(world: &World) -> u64 {
    world.folder.number("SELECT count(*) FROM transfer").unsigned_abs()
}

#[test]
fn every_transfer_is_sealed_once_whatever_the_size_of_a_seal() {
    for entries_max in [1, 2, 3, 7, 1_000] {
        let mut world = town().world;
        let seals = seal(&mut world, entries_max);
        let report = sound(&world);
        assert_eq!(report.transfers, transfers(&world));
        assert_eq!(report.seals, u64::try_from(seals.len()).unwrap());
        assert!(seals.iter().all(|seal| usize::try_from(seal.count).unwrap() <= entries_max));
        assert!(!world.read(store::Reader::unsealed));
        assert!(read_batch(&mut world, entries_max).is_none(), "there is no empty seal");
        assert_eq!(report.last, seals.last().cloned());
    }
}

/// The path that most payments take writes nothing for seals.
#[test]
fn a_payment_that_is_settled_at_once_is_not_noted() {
    let Town { mut world, alice, bob, .. } = town();
    let noted = |world: &World| world.folder.number("SELECT count(*) FROM late_transfer");
    assert_eq!(noted(&world), 8, "one was approved, one claimed, and refunds moved six times");
    world.pay(alice, &[Payee::Member(bob)], eur(123));
    world.credit(bob, eur(5));
    assert_eq!(noted(&world), 8);
}

#[test]
fn what_is_transferred_late_enters_the_next_seal() {
    let Town { mut world, alice, bob, asked, claimed, .. } = town();
    seal(&mut world, 1_000);
    world.approve(alice, asked);
    world.approve(alice, claimed);
    let fresh = world.pay(alice, &[Payee::Member(bob)], eur(321))[0];
    assert!(world.read(store::Reader::unsealed));
    let second = seal(&mut world, 1_000);
    assert_eq!(second.len(), 1);
    assert_eq!(second[0].count, 3, "two late ones and a new one");
    assert_eq!(sound(&world).transfers, transfers(&world));
    let seal_of = |cause| world.read(|reader| reader.seal_of(TransferId { cause, number: 0 }));
    for cause in [asked, claimed, fresh] {
        assert_eq!(seal_of(cause), Some(2), "{cause}");
    }
    assert_eq!(seal_of(PaymentId(u128::MAX)), None);
}

#[test]
fn a_seal_of_late_transfers_alone_stands_between_others() {
    let Town { mut world, alice, bob, asked, .. } = town();
    seal(&mut world, 4);
    world.approve(alice, asked);
    let late = seal(&mut world, 4);
    assert_eq!((late.len(), late[0].count), (1, 1));
    world.pay(bob, &[Payee::Member(alice)], eur(5));
    seal(&mut world, 4);
    assert_eq!(sound(&world).transfers, transfers(&world));
}

#[test]
fn what_becomes_late_while_it_is_being_sealed_waits_for_the_next_seal() {
    let Town { mut world, alice, asked, .. } = town();
    let batch = read_batch(&mut world, 1_000).unwrap();
    world.approve(alice, asked);
    let first = add(&mut world, &batch).unwrap();
    assert_eq!(sound(&world).transfers, first.count);
    assert!(world.read(store::Reader::unsealed));
    let next = seal(&mut world, 1_000);
    assert_eq!(next[0].count, 1);
    assert_eq!((next[0].first, next[0].last), (next[0].first, next[0].first));
    assert_eq!(sound(&world).transfers, transfers(&world));
}

#[test]
fn a_sealer_that_comes_back_late_writes_nothing() {
    let mut world = town().world;
    let (one, other) = (read_batch(&mut world, 3).unwrap(), read_batch(&mut world, 1_000).unwrap());
    assert!(add(&mut world, &one).is_some());
    let before = world.read(store::Reader::last_seal);
    assert!(add(&mut world, &other).is_none());
    assert!(add(&mut world, &one).is_none());
    assert_eq!(world.read(store::Reader::last_seal), before);
    sound(&world);
}

#[test]
fn a_crash_while_sealing_leaves_nothing_of_it() {
    let Town { mut world, alice, asked, .. } = town();
    seal(&mut world, 3);
    world.approve(alice, asked);
    let batch = read_batch(&mut world, 1_000).unwrap();
    let before = sound(&world);
    world.engine.begin().unwrap();
    assert!(world.engine.add_seal(&batch).unwrap().is_some());
    world.engine.roll_back();
    assert_eq!(sound(&world), before);
    assert!(add(&mut world, &batch).is_some(), "the same is sealed when it is tried again");
    assert_eq!(sound(&world).transfers, transfers(&world));
}

#[test]
fn a_clock_set_back_over_a_restart_hides_nothing_from_the_next_seal() {
    let Town { mut world, alice, bob, .. } = town();
    world.hands.pass(60_000_000);
    seal(&mut world, 1_000);
    world.hands.pass(-60_000_000);
    let World { engine, readers, folder, hands, .. } = world;
    drop((engine, readers));
    let database = folder.open(hands.options()).unwrap();
    let mut world = World::on(database, hands, folder);
    world.pay(alice, &[Payee::Member(bob)], eur(77));
    world.hands.pass(120_000_000);
    seal(&mut world, 1_000);
    assert_eq!(sound(&world).transfers, transfers(&world));
}

#[test]
fn every_sealed_transfer_has_its_proof() {
    let Town { mut world, with_fee, alice, asked, .. } = town();
    let mut seals = seal(&mut world, 5);
    world.approve(alice, asked);
    let proofs = |world: &World, cause| world.read(|reader| reader.sealed(cause));
    assert!(matches!(&proofs(&world, asked)[..], [(_, None)]), "not sealed yet");
    seals.extend(seal(&mut world, 5));
    let mut proved = 0;
    for cause in [with_fee, asked] {
        for (transfer, sealed) in proofs(&world, cause) {
            let sealed = sealed.unwrap();
            let seal = &seals[usize::try_from(sealed.seal).unwrap() - 1];
            let root = |transfer: &Transfer| {
                root_by_path(leaf(transfer), sealed.index, seal.count, &sealed.path)
            };
            assert_eq!(root(&transfer), Some(seal.root));
            let mut other = transfer.clone();
            other.amount.minor += 1;
            assert_ne!(root(&other), Some(seal.root));
            proved += 1;
        }
    }
    assert_eq!(proved, 7, "a payment with its fee, two refunds of it, and a late one");
    assert_eq!(proofs(&world, PaymentId(9)), vec![]);
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    let digits: String = bytes.as_ref().iter().map(|byte| format!("{byte:02X}")).collect();
    format!("X'{digits}'")
}

/// A damage, and the seal that must be named.
fn damages(town: &Town, last: &KeptSeal) -> Vec<(String, u64)> {
    let seal_of = |cause, number| {
        let id = TransferId { cause, number };
        town.world.read(|reader| reader.seal_of(id)).unwrap()
    };
    let (paid, fee, late) =
        (hex(town.paid.bytes()), hex(town.with_fee.bytes()), hex(town.asked.bytes()));
    let (of_paid, of_fee, of_late) =
        (seal_of(town.paid, 0), seal_of(town.with_fee, 1), seal_of(town.asked, 0));
    assert!(of_paid < of_fee && of_fee < of_late && of_late < last.seal.number, "different seals");
    let seal =
        |set: &str, number: u64| (format!("UPDATE seal SET {set} WHERE number = {number}"), number);
    let until = last.seal.until.0;
    let inserted = |cause: PaymentId, at: i64| {
        format!(
            "INSERT INTO transfer VALUES ({}, 7, 'payment', {}, {}, 1, 'EUR', {at})",
            hex(cause.bytes()),
            hex(town.alice.bytes()),
            hex(town.bob.bytes())
        )
    };
    let flipped = hex([7; 32]);
    vec![
        (format!("UPDATE transfer SET amount = amount + 1 WHERE cause = {paid}"), of_paid),
        (format!("UPDATE transfer SET debit = credit WHERE cause = {paid}"), of_paid),
        (format!("UPDATE transfer SET currency = 'USD' WHERE cause = {paid}"), of_paid),
        (format!("UPDATE transfer SET at = at + 1 WHERE cause = {paid}"), of_paid),
        (format!("UPDATE transfer SET at = at + 999999999999 WHERE cause = {paid}"), of_paid),
        (format!("UPDATE transfer SET kind = 'top_up' WHERE cause = {paid}"), of_paid),
        (format!("UPDATE transfer SET kind = 'loan' WHERE cause = {paid}"), of_paid),
        (
            format!("UPDATE transfer SET amount = amount - 1 WHERE cause = {fee} AND number = 1"),
            of_fee,
        ),
        (format!("UPDATE transfer SET amount = amount + 1 WHERE cause = {late}"), of_late),
        (format!("DELETE FROM transfer WHERE cause = {paid}"), of_paid),
        (format!("DELETE FROM transfer WHERE cause = {late}"), of_late),
        (
            format!("DELETE FROM late_transfer WHERE cause = {late}"),
            seal_of(PaymentId(town.asked.0 + 1), 0),
        ),
        (format!("UPDATE late_transfer SET seal = 1 WHERE cause = {late}"), 1),
        (inserted(town.paid, until), seal_of(town.paid, 7)),
        // An instant before the last seal, behind its mark, where no seal has looked yet.
        (inserted(PaymentId(u128::MAX), until - 1), last.seal.number),
        (format!("INSERT INTO late_transfer (cause, number) VALUES ({paid}, 0)"), of_paid),
        seal(&format!("root = {flipped}"), of_fee),
        seal(&format!("previous = {flipped}"), of_fee),
        seal(&format!("hash = {flipped}"), of_fee),
        seal("entries = entries + 1", of_fee),
        seal("at = at + 1", of_fee),
        seal("until = until - 1", of_fee),
        seal(&format!("first_cause = {late}"), of_fee),
        seal("last_number = last_number + 1", of_fee),
        seal("mark_number = mark_number + 1", of_fee),
        seal("number = 99", last.seal.number),
        (format!("DELETE FROM seal WHERE number = {of_fee}"), of_fee),
        ("DELETE FROM seal WHERE number = 1".to_owned(), 1),
    ]
}

#[test]
fn each_kind_of_damage_is_found_and_its_seal_named() {
    let mut town = town();
    seal(&mut town.world, 3);
    town.world.approve(town.alice, town.asked);
    seal(&mut town.world, 3);
    town.world.pay(town.bob, &[Payee::Member(town.alice)], eur(55));
    seal(&mut town.world, 3);
    town.world.pay(town.bob, &[Payee::Member(town.alice)], eur(56));
    let last = town.world.read(store::Reader::last_seal).unwrap();
    sound(&town.world);
    for (sql, number) in damages(&town, &last) {
        let copy = town.world.folder.copy();
        assert!(copy.run(&sql) > 0, "{sql} changed nothing");
        match verified(&copy.open_read().unwrap()) {
            Ok(_) => panic!("{sql}\n  was not found"),
            Err(wrong) => assert!(
                wrong.table == "seal" && wrong.key == number.to_string(),
                "{sql}\n  seal {number} was to be named, but: {wrong}"
            ),
        }
    }
}

#[test]
fn the_whole_proof_covers_the_seals() {
    let mut town = town();
    seal(&mut town.world, 3);
    let report = town.world.read(|reader| Ok(verify(reader).unwrap()));
    assert_eq!(report.seals, sound(&town.world).seals);
    assert_eq!(town.world.folder.run("UPDATE seal SET at = at + 1 WHERE number = 2"), 1);
    let unsound = town.world.read(|reader| Ok(verify(reader))).unwrap_err();
    assert!(matches!(unsound, Unsound::Wrong(Wrong { table: "seal", .. })), "{unsound}");
}
