//! What readers see, what a crash leaves, what is refused at the door, and a clock that is set back.

use domain::member::Kind;
use domain::port::Engine;
use domain::rows::Draft;
use store::migrate::MigrateError;
use store::{OpenError, Options, verify};

use crate::place::Place;
use crate::world::{Hands, World, eur, town};

#[test]
fn readers_cannot_write_and_share_one_snapshot() {
    let town = town();
    let mut world = town.world;
    let before = world.read(|reader| reader.wallets(town.alice));
    let readers = world.readers.clone();
    readers
        .read(|reader| {
            assert_eq!(reader.wallets(town.alice)?, before);
            world.credit(town.alice, eur(1));
            assert_eq!(reader.wallets(town.alice)?, before, "the snapshot stands");
            Ok(())
        })
        .unwrap();
    assert_eq!(world.read(|reader| reader.wallets(town.alice))[0].posted, before[0].posted + 1);
}

#[test]
fn readers_are_shared_by_threads_and_come_back_after_a_panic() {
    let place = Place::new();
    let database = place.open(Options { readers: 2, ..Options::default() }).unwrap();
    let readers = &database.readers;
    std::thread::scope(|scope| {
        for turn in 0..16 {
            scope.spawn(move || {
                let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                    readers.read(|reader| {
                        assert!(turn % 4 != 0, "every fourth one panics");
                        reader.latest_post()
                    })
                }));
            });
        }
    });
    assert_eq!(readers.read(store::Reader::latest_post).unwrap(), 0);
}

#[test]
fn an_edited_database_is_refused_at_the_door() {
    let (folder, hands) = (Place::new(), Hands::new());
    drop(folder.open(hands.options()).unwrap());
    assert!(folder.run("UPDATE schema_version SET checksum = 'x'") > 0);
    let refused = folder.open(hands.options()).err().unwrap();
    assert!(matches!(refused, OpenError::Schema(MigrateError::Changed { .. })), "{refused}");
    assert!(matches!(folder.open_read(), Err(OpenError::Schema(MigrateError::Changed { .. }))));
}

#[test]
fn a_crash_in_a_group_leaves_nothing_of_it() {
    let town = town();
    let (mut world, alice) = (town.world, town.alice);
    let before = world.read(|reader| reader.wallets(alice));
    let World { mut engine, readers, folder, hands, .. } = {
        credit(&mut world, alice, 555);
        world
    };
    // What was written and not committed is gone with the writer.
    engine.roll_back();
    drop((engine, readers));
    let database = folder.open(hands.options()).unwrap();
    let after = database.readers.read(|reader| reader.wallets(alice)).unwrap();
    assert_eq!(after, before);
    assert!(database.readers.read(|reader| Ok(verify(reader))).unwrap().is_ok());
}

/// Writes a credit and does not commit it.
fn credit(world: &mut World, member: domain::id::MemberId, minor: i64) {
    world.engine.begin().unwrap();
    let mut draft = Draft::new(&mut world.rows);
    draft.add_top_up(domain::ledger::TopUp {
        id: domain::id::PaymentId(5),
        member,
        amount: eur(minor),
        reference: String::new(),
        at: domain::time::Timestamp(1),
    });
    draft.keep();
    world.engine.write(&world.rows).unwrap();
}

#[test]
fn a_writer_dropped_in_a_group_undoes_it() {
    let town = town();
    let mut world = town.world;
    credit(&mut world, town.alice, 1);
    let World { engine, readers, folder, hands, .. } = world;
    drop(engine);
    drop(readers);
    let database = folder.open(hands.options()).unwrap();
    assert!(database.readers.read(|reader| Ok(verify(reader))).unwrap().is_ok());
}

#[test]
fn the_clock_never_goes_backwards_not_even_after_a_restart() {
    let mut world = World::new();
    let alice = world.member("alice", Kind::Person);
    world.credit(alice, eur(1));
    let newest = world.engine.now();
    world.hands.pass(-1_000_000_000);
    assert_eq!(world.engine.begin().unwrap(), newest);
    world.engine.roll_back();
    let World { engine, readers, folder, hands, .. } = world;
    drop((engine, readers));
    let mut database = folder.open(hands.options()).unwrap();
    assert_eq!(database.engine.begin().unwrap(), newest);
}
