//! Migrations only add: each is tried on the samples of all before it, and a shipped one is frozen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use domain::time::Timestamp;
use rusqlite::Connection;
use rusqlite::types::Value;
use store::migrate::{MIGRATIONS, Migration, migrate_file};
use store::{Unsound, open_read, verify};

use crate::place::Folder;

/// The checksum and the name of every migration that was ever shipped.
const FROZEN: &str = "checksums.txt";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations")
}

fn sample(name: &str) -> String {
    let file = folder().join(name).join("sample.sql");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn every_folder_has_its_line_and_the_numbers_count_up() {
    let names: Vec<&str> = MIGRATIONS.iter().map(|step| step.name).collect();
    for step in MIGRATIONS {
        assert!(step.name.starts_with(&format!("{:04}_", step.number)), "{}", step.name);
    }
    assert!(MIGRATIONS.windows(2).all(|pair| pair[0].number < pair[1].number), "{names:?}");
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let folders: BTreeSet<String> = entries
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(folders, names.into_iter().map(str::to_owned).collect());
}

/// What is frozen of a migration, for each engine: the name of its line and its checksum.
fn lines(step: &Migration) -> [(String, String); 2] {
    let file = folder().join(step.name).join("postgres.sql");
    let sql =
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let postgres = Migration { sql: sql.leak(), ..*step };
    [
        (step.name.to_owned(), step.checksum()),
        (format!("{}/postgres.sql", step.name), postgres.checksum()),
    ]
}

/// A database out there has applied these very bytes; whoever must change something adds a migration.
#[test]
fn a_shipped_migration_is_frozen() {
    let file = folder().join(FROZEN);
    let mut text = fs::read_to_string(&file).unwrap();
    let frozen: BTreeMap<String, String> = text
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(sum, name)| (name.to_owned(), sum.to_owned()))
        .collect();
    let lines: BTreeMap<String, String> = MIGRATIONS.iter().flat_map(lines).collect();
    for (name, sum) in &lines {
        match frozen.get(name) {
            Some(frozen) => assert_eq!(frozen, sum, "{name} was edited"),
            None if std::env::var_os("UPDATE_EXPECT").is_some() => {
                text += &format!("{sum}  {name}\n");
            }
            None => panic!("{name} is not in {FROZEN}; UPDATE_EXPECT=1 adds it"),
        }
    }
    for name in frozen.keys() {
        assert!(lines.contains_key(name), "{name} was shipped and is gone");
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(file, text).unwrap();
    }
}

/// The columns of every table of ours.
fn columns(conn: &Connection) -> BTreeMap<String, Vec<String>> {
    let mut statement = conn
        .prepare(
            "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name != 'schema_version' AND t.name NOT LIKE 'sqlite_%'
             ORDER BY t.name, c.cid",
        )
        .unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    for (table, column) in pairs.map(|pair| pair.unwrap()) {
        found.entry(table).or_default().push(column);
    }
    found
}

/// Every row of these columns.
fn rows(
    conn: &Connection,
    columns: &BTreeMap<String, Vec<String>>,
) -> BTreeMap<String, Vec<String>> {
    let shown = |row: &rusqlite::Row<'_>, count: usize| -> rusqlite::Result<String> {
        let values = (0..count).map(|index| row.get::<_, Value>(index));
        Ok(format!("{:?}", values.collect::<rusqlite::Result<Vec<_>>>()?))
    };
    let read = |table: &String, names: &Vec<String>| {
        let sql = format!("SELECT {} FROM {table}", names.join(", "));
        let mut statement = conn.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| shown(row, names.len())).unwrap();
        let mut rows: Vec<String> = rows.map(|row| row.unwrap()).collect();
        rows.sort_unstable();
        rows
    };
    columns.iter().map(|(table, names)| (table.clone(), read(table, names))).collect()
}

#[test]
fn each_migration_keeps_every_row_of_the_samples_before_it() {
    let folder = Folder::new();
    let conn = folder.raw();
    for (index, step) in MIGRATIONS.iter().enumerate() {
        let columns = columns(&conn);
        let before = rows(&conn, &columns);
        migrate_file(&folder.file(), &MIGRATIONS[..=index], Timestamp(1)).unwrap();
        assert_eq!(rows(&conn, &columns), before, "{} changed what was there", step.name);
        conn.execute_batch(&sample(step.name))
            .unwrap_or_else(|error| panic!("the sample of {}: {error}", step.name));
    }
    let empty: Vec<String> = rows(&conn, &columns(&conn))
        .into_iter()
        .filter(|(_, rows)| rows.is_empty())
        .map(|(table, _)| table)
        .collect();
    assert!(empty.is_empty(), "{empty:?}: a table without sample rows is not tried");
    drop(conn);
    drop(store::open(&folder.0, store::Options::default()).unwrap());
    let readers = open_read(&folder.0).unwrap();
    match readers.read(|reader| Ok(verify(reader))).unwrap() {
        Ok(report) => assert_eq!((report.members, report.transfers, report.seals), (2, 8, 1)),
        Err(Unsound::Wrong(wrong)) => panic!("{wrong}"),
        Err(Unsound::Fault(fault)) => panic!("{fault}: {}", fault.source),
    }
}

/// Where an upgrade stops half way, what was applied stays and the next start goes on.
#[test]
fn an_upgrade_that_was_cut_short_goes_on_at_the_next_start() {
    for done in 0..MIGRATIONS.len() {
        let folder = Folder::new();
        let conn = folder.raw();
        migrate_file(&folder.file(), &MIGRATIONS[..done], Timestamp(1)).unwrap();
        drop(conn);
        drop(store::open(&folder.0, store::Options::default()).unwrap());
        let applied: i64 = folder
            .raw()
            .query_row("SELECT count(*) FROM schema_version", [], |row| row.get(0))
            .unwrap();
        assert_eq!(usize::try_from(applied).unwrap(), MIGRATIONS.len());
    }
}
