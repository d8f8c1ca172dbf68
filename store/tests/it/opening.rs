//! Opening and migrating a folder, a killed process, a disk that takes no more, a spoiled page.

use std::fs;
use std::io::{Seek, SeekFrom, Write};

use domain::port::Engine;
use domain::request::{Admin, Envelope, Request};
use domain::rows::Rows;
use store::migrate::{MigrateError, Migration, migrate_file};
use store::{OpenError, Options, Unsound, open, open_read, verify};

use crate::place::Folder;
use crate::world::{Hands, World, eur, town};

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
fn a_spoiled_page_is_found() {
    let town = town();
    town.world.folder.raw().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let root: i64 = town
        .world
        .folder
        .raw()
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'line'", [], |row| row.get(0))
        .unwrap();
    let copy = Folder::new();
    let file = copy.0.join(store::FILE);
    copy.take(&town.world.folder);
    let mut file = fs::OpenOptions::new().write(true).open(file).unwrap();
    file.seek(SeekFrom::Start((root.unsigned_abs() - 1) * 4096)).unwrap();
    file.write_all(&[0xff; 4096]).unwrap();
    drop(file);
    let readers = open_read(&copy.0).unwrap();
    match readers.read(|reader| Ok(verify(reader))).unwrap() {
        Err(Unsound::Wrong(wrong)) => assert_eq!(wrong.table, "database", "{wrong}"),
        other => panic!("{other:?}"),
    }
}
