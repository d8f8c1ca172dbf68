//! Opening, migrating, crashing, and a disk that takes no more.

use domain::member::Kind;
use domain::port::Engine;
use domain::request::{Admin, Envelope, Request};
use domain::rows::{Draft, Rows};
use store::migrate::{MigrateError, Migration, migrate_file};
use store::{OpenError, Options, open, open_read, verify};

use crate::world::{Folder, Hands, World, eur, town};

#[test]
fn a_second_server_of_a_folder_is_refused_until_the_first_is_gone() {
    let (folder, hands) = (Folder::new(), Hands::new());
    let first = open(&folder.0, hands.options()).unwrap();
    let refused = open(&folder.0, hands.options()).err().unwrap();
    assert!(matches!(refused, OpenError::Busy { .. }));
    assert!(refused.to_string().starts_with("another process serves this folder"));
    assert!(open_read(&folder.0).is_ok(), "looking disturbs nobody");
    let readers = first.readers.clone();
    drop(first);
    assert!(open(&folder.0, hands.options()).is_err(), "a reader still holds the folder");
    drop(readers);
    let (one, two) = (open_read(&folder.0).unwrap(), open_read(&folder.0).unwrap());
    drop((one, two));
    assert!(!open(&folder.0, hands.options()).unwrap().recovered);
}

#[test]
fn a_folder_without_database_is_not_made_by_looking() {
    let folder = Folder::new();
    assert!(matches!(open_read(&folder.0), Err(OpenError::Missing { .. })));
    assert!(!folder.0.join(store::FILE).exists());
}

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
    let sqlite = store::open_temporary(Options { readers: 2, ..Options::default() }).unwrap();
    let readers = &sqlite.readers;
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
fn a_migration_is_applied_once_and_must_stay_as_it_was() {
    let folder = Folder::new();
    let conn = folder.raw();
    let now = domain::time::Timestamp(1);
    let step = |number, name, sql| Migration { number, name, sql, postgres: "" };
    let first = step(1, "0001_a", "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)");
    let second = step(2, "0002_b", "ALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 2");
    migrate_file(&folder.file(), &[first], now).unwrap();
    migrate_file(&folder.file(), &[first], now).unwrap();
    migrate_file(&folder.file(), &[first, second], now).unwrap();
    let sum: i64 = conn.query_row("SELECT sum(x + y) FROM a", [], |row| row.get(0)).unwrap();
    assert_eq!(sum, 3, "the rows from before are there, once");

    let edited = step(1, "0001_a", "CREATE TABLE a (x INTEGER, z TEXT) STRICT");
    let error = migrate_file(&folder.file(), &[edited, second], now).unwrap_err();
    assert!(matches!(&error, MigrateError::Changed { name } if name == "0001_a"), "{error}");
    let error = migrate_file(&folder.file(), &[first], now).unwrap_err();
    assert!(matches!(error, MigrateError::Newer { number: 2, known: 1 }), "{error}");
    let broken = step(3, "0003_c", "CREATE TABLE c (x INTEGER); CREATE TABLE a (x INTEGER)");
    assert!(migrate_file(&folder.file(), &[first, second, broken], now).is_err());
    let tables: i64 = conn
        .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'c'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(tables, 0, "a step is applied whole or not at all");
}

#[test]
fn an_edited_database_is_refused_at_the_door() {
    let (folder, hands) = (Folder::new(), Hands::new());
    drop(open(&folder.0, hands.options()).unwrap());
    folder.raw().execute("UPDATE schema_version SET checksum = 'x'", []).unwrap();
    let refused = open(&folder.0, hands.options()).err().unwrap();
    assert!(matches!(refused, OpenError::Schema(MigrateError::Changed { .. })), "{refused}");
    assert!(matches!(open_read(&folder.0), Err(OpenError::Schema(MigrateError::Changed { .. }))));
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
    let sqlite = open(&folder.0, hands.options()).unwrap();
    let after = sqlite.readers.read(|reader| reader.wallets(alice)).unwrap();
    assert_eq!(after, before);
    assert!(sqlite.readers.read(|reader| Ok(verify(reader))).unwrap().is_ok());
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
    let sqlite = open(&folder.0, hands.options()).unwrap();
    assert!(sqlite.readers.read(|reader| Ok(verify(reader))).unwrap().is_ok());
}

#[test]
fn a_killed_process_is_recovered_from_and_said_so() {
    let town = town();
    let folder = Folder::new();
    for file in ["obole.lock", "obole.db", "obole.db-wal", "obole.key"] {
        std::fs::copy(town.world.folder.0.join(file), folder.0.join(file)).unwrap();
    }
    let sqlite = open(&folder.0, Hands::new().options()).unwrap();
    assert!(sqlite.recovered);
    let report = sqlite.readers.read(|reader| Ok(verify(reader))).unwrap();
    assert_eq!(report.unwrap().top_ups, 5);
}

#[test]
fn a_full_disk_passes_and_nothing_is_half_done() {
    let town = town();
    let World { engine, readers, folder, hands, .. } = town.world;
    drop((engine, readers));
    let pages: u32 = folder.raw().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let options = Options { pages_max: Some(pages + 2), ..hands.options() };
    let sqlite = open(&folder.0, options).unwrap();
    let (mut engine, mut rows) = (sqlite.engine, Rows::default());
    let policy = crate::world::policy();
    let mut answered = 0_u64;
    let fault = (0..1_000_u32)
        .find_map(|turn| {
            let now = engine.begin().unwrap();
            let period = domain::time::Period::of(now, &policy.zone);
            let mut random = [7; 32];
            random[12..16].copy_from_slice(&turn.to_be_bytes());
            let ctx = domain::context::Context { policy: &policy, now, period, random };
            let credit = Admin::Credit {
                member: town.alice,
                amount: eur(1),
                from: domain::ledger::House::Bank,
                reference: "x".repeat(500),
            };
            let envelope =
                Envelope { key: None, digest: 0, random, request: Request::Admin(credit) };
            while let Err(keys) = domain::decide::decide(&envelope, &mut rows, &ctx) {
                engine.load(&keys, &mut rows).unwrap();
            }
            let group = engine.write(&rows).and_then(|()| engine.commit());
            match group {
                Ok(()) => {
                    rows.committed(1_000);
                    answered += 1;
                    None
                }
                Err(fault) => Some(fault),
            }
        })
        .unwrap();
    assert!(fault.passing, "{fault}: {}", fault.source);
    engine.roll_back();
    let report = sqlite.readers.read(|reader| Ok(verify(reader))).unwrap().unwrap();
    assert_eq!(report.top_ups, 5 + answered);
    engine.begin().unwrap();
    engine.roll_back();
}

#[test]
fn the_clock_never_goes_backwards_not_even_after_a_restart() {
    let mut world = World::new();
    world.member("alice", Kind::Person);
    let newest = world.engine.now();
    world.hands.pass(-1_000_000_000);
    assert_eq!(world.engine.begin().unwrap(), newest);
    let World { engine, readers, folder, hands, .. } = world;
    drop((engine, readers));
    let mut sqlite = open(&folder.0, hands.options()).unwrap();
    assert_eq!(sqlite.engine.begin().unwrap(), newest);
}
