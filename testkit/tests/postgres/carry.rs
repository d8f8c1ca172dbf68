//! A folder's database goes to a server, for good: whole, once, and on from where it was cut short.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use domain::time::Timestamp;
use rusqlite::Connection;
use store::{
    BATCH_ROWS, Carried, CarryError, KeySource, Move, OpenError, Options, Progress, Server,
};
use testkit::cluster::{Cluster, Database};
use testkit::memory::Clock;
use testkit::proxy::{Cut, Proxy};
use testkit::sim::{Run, run_on};

/// A folder that is removed when dropped.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Folder {
    fn raw(&self) -> Connection {
        Connection::open(self.0.join(store::FILE)).unwrap()
    }

    fn file(&self) -> Vec<u8> {
        std::fs::read(self.0.join(store::FILE)).unwrap()
    }
}

/// Another test that is just starting a program may hold a folder's lock for an instant more.
fn patiently<T>(open: impl FnMut() -> Result<T, OpenError>) -> Result<T, OpenError> {
    again(open, |error| matches!(error, OpenError::Busy { .. }))
}

fn again<T, E>(
    mut ask: impl FnMut() -> Result<T, E>,
    is_busy: impl Fn(&E) -> bool,
) -> Result<T, E> {
    let begun = Instant::now();
    loop {
        match ask() {
            Err(error) if is_busy(&error) && begun.elapsed() < Duration::from_secs(10) => {
                std::thread::sleep(Duration::from_millis(10));
            }
            answer => return answer,
        }
    }
}

/// A folder whose database has a history: members, payments, bills, schedules, refunds, seals.
fn lived(seed: u64) -> Folder {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("obole-carry-{}-{count}", std::process::id());
    let folder = Folder(std::env::temp_dir().join(name));
    let run = Run { seed, steps: 40, lie: None, trace: false };
    run_on(run, |clock| {
        let open = || store::open(&folder.0, options(&clock));
        patiently(open).unwrap().engine
    })
    .unwrap();
    folder
}

fn options(clock: &Clock) -> Options {
    let clock = clock.clone();
    let clock: store::Clock = Box::new(move || -> Timestamp { clock.now() });
    Options { clock: Some(clock), cache_kib: 4096, readers: 1, ..Options::default() }
}

fn carry_in(
    folder: &Folder,
    url: &str,
    batch_rows: usize,
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<Carried, CarryError> {
    let server = &Server::from(url);
    let job = Move { folder: &folder.0, server, key: &KeySource::Beside, batch_rows };
    let busy = |error: &CarryError| matches!(error, CarryError::Open(OpenError::Busy { .. }));
    again(|| store::carry(&job, tell), busy)
}

fn carry(folder: &Folder, url: &str) -> Result<Carried, CarryError> {
    carry_in(folder, url, BATCH_ROWS, &mut |_| ())
}

/// Ends every connection, and lets nobody connect again until it is told to.
fn cut_off(proxy: &Proxy) {
    proxy.refuse(true);
    proxy.cut();
}

/// Rows of each table, as each engine counts them.
fn counts(folder: &Folder, database: &Database<'_>) -> Vec<(String, String, String)> {
    let conn = folder.raw();
    let mut names = conn
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                 AND name NOT IN ('moved', 'schema_version') ORDER BY name",
        )
        .unwrap();
    let names = names.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let count = |name: rusqlite::Result<String>| {
        let name = name.unwrap();
        let sql = format!("SELECT count(*) FROM {name}");
        let ours: i64 = conn.query_row(&sql, [], |row| row.get(0)).unwrap();
        let theirs = database.sql(&sql).unwrap().trim().to_owned();
        (name, ours.to_string(), theirs)
    };
    names.map(count).collect()
}

fn number(database: &Database<'_>, sql: &str) -> i64 {
    database.sql(sql).unwrap().trim().parse().unwrap()
}

fn read(folder: &Folder) -> store::Readers {
    patiently(|| store::open_read(&folder.0)).unwrap()
}

fn report(readers: &store::Readers) -> store::Report {
    readers.read(|reader| Ok(store::verify(reader))).unwrap().unwrap()
}

/// Everything there is, served from the server from then on, and only from there.
fn assert_gone(folder: &Folder, database: &Database<'_>, carried: &Carried) {
    for (name, ours, theirs) in counts(folder, database) {
        assert_eq!(theirs, ours, "{name}");
    }
    assert_eq!(number(database, "SELECT count(*) FROM pg_tables WHERE tablename = 'moving'"), 0);
    let frozen = patiently(|| store::open(&folder.0, Options::default())).err().unwrap();
    let sentence = frozen.to_string();
    assert!(matches!(frozen, OpenError::Moved { .. }), "{sentence}");
    assert!(sentence.contains(&carried.place), "{sentence}");
    assert_eq!(report(&read(folder)), carried.report);
    let there = store::connect(&database.url(), &folder.0, Options::default()).unwrap();
    assert!(there.key_made.is_none());
    assert_eq!(report(&there.readers), carried.report);
}

#[test]
fn a_moved_database_is_whole_and_goes_on_where_it_was() {
    let Some(cluster) = Cluster::shared() else { return };
    let (folder, database) = (lived(3), cluster.database().unwrap());
    let before = report(&read(&folder));
    assert!(before.payments > 5 && before.texts > 10 && before.members > 2, "{before:?}");
    let mut told = Vec::new();
    let carried = carry_in(&folder, &database.url(), 7, &mut |progress| {
        told.push(format!("{progress:?}"));
    })
    .unwrap();
    assert_eq!(carried.report, before);
    assert_eq!(told.first().map(String::as_str), Some("ProvingFolder"));
    assert_eq!(told.last().map(String::as_str), Some("ProvingServer"));
    assert!(
        told.iter().any(|step| step.starts_with("Copying { table: \"payment\", rows: 7, of: "))
    );
    assert_gone(&folder, &database, &carried);
    let number = |sql: &str| number(&database, sql);
    let given = number("SELECT last_outbox FROM engine");
    assert!(given > 0);
    assert_eq!(number("SELECT nextval('outbox_number')"), given + 1);
    for (table, column) in
        [("post", "number"), ("member_key", "number"), ("operator_act", "number")]
    {
        let highest = number(&format!("SELECT coalesce(max({column}), 0) FROM {table}"));
        let next = format!("SELECT nextval(pg_get_serial_sequence('{table}', '{column}'))");
        assert_eq!(number(&next), highest + 1, "{table}");
    }
}

#[test]
fn a_move_that_was_cut_short_goes_on_where_it_was() {
    let Some(cluster) = Cluster::shared() else { return };
    let folder = lived(4);
    for cut in [None, Some(Cut::Before), Some(Cut::After)] {
        let folder = copied(&folder);
        let database = cluster.database().unwrap();
        let (proxy, url) = database.wire().unwrap();
        let mut middle = |progress: Progress<'_>| match (progress, cut) {
            (Progress::Copying { table: "payment", rows: 3, .. }, None) => cut_off(&proxy),
            (Progress::Copying { table: "payment", rows: 3, .. }, cut) => proxy.cut_at_commit(cut),
            _ => (),
        };
        let error = carry_in(&folder, &url, 3, &mut middle).unwrap_err();
        assert!(matches!(error, CarryError::Database(_)), "{error:?}");
        proxy.refuse(false);
        // Whoever would serve either now: the folder still counts, the server does not yet.
        drop(patiently(|| store::open(&folder.0, Options::default())).unwrap());
        let early = store::connect(&database.url(), &folder.0, Options::default()).err().unwrap();
        assert!(matches!(early, OpenError::Arriving), "{early}");
        let early =
            store::connect_read(&database.url(), &folder.0, &KeySource::Beside).unwrap_err();
        assert!(matches!(early, OpenError::Arriving), "{early}");
        let (mut first, mut tables) = (None, 0);
        let carried = carry_in(&folder, &url, 3, &mut |progress| match progress {
            Progress::Copying { table: "payment", rows, .. } => {
                first.get_or_insert(rows);
            }
            Progress::Copying { rows: 0, .. } => tables += 1,
            _ => (),
        })
        .unwrap();
        assert_eq!(first, Some(if cut == Some(Cut::After) { 6 } else { 3 }), "{cut:?}");
        assert!(tables > 3);
        assert_gone(&folder, &database, &carried);
    }
}

/// A folder that begins as another one is.
fn copied(from: &Folder) -> Folder {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = Folder(from.0.with_extension(format!("copy-{count}")));
    std::fs::create_dir_all(&folder.0).unwrap();
    let unseen: Option<fn(rusqlite::backup::Progress)> = None;
    from.raw().backup("main", folder.0.join(store::FILE), unseen).unwrap();
    std::fs::copy(from.0.join(store::KEY_FILE), folder.0.join(store::KEY_FILE)).unwrap();
    folder
}

/// Somebody served the folder between two tries: what changed is copied anew.
#[test]
fn what_changed_between_two_tries_is_copied_anew() {
    let Some(cluster) = Cluster::shared() else { return };
    let (folder, database) = (lived(5), cluster.database().unwrap());
    let (proxy, url) = database.wire().unwrap();
    let mut middle = |progress: Progress<'_>| {
        if matches!(progress, Progress::Copying { table: "payment", .. }) {
            cut_off(&proxy);
        }
    };
    carry_in(&folder, &url, 3, &mut middle).unwrap_err();
    proxy.refuse(false);
    let handles = number(&database, "SELECT count(*) FROM handle");
    assert!(handles > 0);
    folder.raw().execute("UPDATE handle SET linked_at = linked_at - 1", []).unwrap();
    let carried = carry(&folder, &url).unwrap();
    assert_gone(&folder, &database, &carried);
    let sql = "SELECT sum(linked_at) FROM handle";
    let ours: i64 = folder.raw().query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(number(&database, sql), ours);
}

/// The folder is frozen before the server's is opened; cut short between the two, the same call ends it.
#[test]
fn a_move_that_was_cut_short_at_its_end_is_ended() {
    let Some(cluster) = Cluster::shared() else { return };
    let (folder, database) = (lived(6), cluster.database().unwrap());
    let (proxy, url) = database.wire().unwrap();
    // The proof has a connection of its own, which has not begun when this is told: that one, too, is cut off.
    let error = carry_in(&folder, &url, 50, &mut |progress| {
        if progress == Progress::ProvingServer {
            proxy.refuse(true);
        }
    });
    assert!(matches!(error, Err(CarryError::Open(_))), "{error:?}");
    drop(patiently(|| store::open(&folder.0, Options::default())).unwrap());
    proxy.refuse(false);
    // What the last step before the end left behind: frozen here, not yet open there.
    let freeze = "UPDATE moved SET place = 'postgres://db.example.org/obole', at = 1";
    assert_eq!(folder.raw().execute(freeze, []).unwrap(), 1);
    let other = cluster.database().unwrap();
    let elsewhere = carry(&folder, &other.url()).unwrap_err();
    assert!(matches!(elsewhere, CarryError::Open(OpenError::Moved { .. })), "{elsewhere}");
    let carried = carry(&folder, &url).unwrap();
    assert!(carried.rows > 100, "{carried:?}");
    assert_gone(&folder, &database, &carried);
}

#[test]
fn a_database_is_moved_once() {
    let Some(cluster) = Cluster::shared() else { return };
    let (folder, database) = (lived(7), cluster.database().unwrap());
    let carried = carry(&folder, &database.url()).unwrap();
    let again = carry(&folder, &database.url()).unwrap_err().to_string();
    assert!(again.contains(&carried.place) && again.contains("Nothing is lost"), "{again}");
    let other = cluster.database().unwrap();
    carry(&folder, &other.url()).unwrap_err();
    assert_eq!(number(&other, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"), 0);
    // Neither another key nor a backup brings it back to life.
    let rotated = patiently(|| store::rotate(&folder.0, &KeySource::Beside, None)).unwrap_err();
    assert!(matches!(rotated, OpenError::Moved { .. }), "{rotated}");
    let backup = folder.0.join("backup.db");
    store::backup(&folder.0, &backup, &KeySource::Beside).unwrap();
    let new = Folder(folder.0.with_extension("restored"));
    let key = KeySource::File(folder.0.join(store::KEY_FILE));
    let restored = store::restore(&backup, &new.0, &key).unwrap_err().to_string();
    assert!(restored.contains(&carried.place), "{restored}");
}

/// What is on the server stays as it is, and so does the folder.
#[test]
fn nothing_is_moved_onto_something_else() {
    let Some(cluster) = Cluster::shared() else { return };
    let folder = lived(8);
    let refused = |database: &Database<'_>, says: &str| {
        let before = folder.file();
        let error = carry(&folder, &database.url()).unwrap_err();
        assert!(matches!(error, CarryError::NotEmpty(_)), "{error:?}");
        assert!(error.to_string().contains(says), "{error}");
        assert!(folder.file() == before, "the folder was written");
    };
    let strange = cluster.database().unwrap();
    strange.sql("CREATE TABLE member (n bigint)").unwrap();
    refused(&strange, "a table member");
    assert_eq!(
        strange.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").unwrap(),
        "member\n"
    );
    // One that a node has opened is somebody's, even without a row of a member.
    let opened = cluster.database().unwrap();
    let elsewhere = Folder(folder.0.with_extension("elsewhere"));
    drop(store::connect(&opened.url(), &elsewhere.0, Options::default()).unwrap());
    refused(&opened, "rows in vault");
    // Half of another database's move.
    let (half, other) = (cluster.database().unwrap(), lived(9));
    let (proxy, url) = half.wire().unwrap();
    carry_in(&other, &url, 50, &mut |progress| {
        if matches!(progress, Progress::Copying { table: "payment", .. }) {
            cut_off(&proxy);
        }
    })
    .unwrap_err();
    let rows = number(&half, "SELECT sum(copied) FROM moving");
    refused(&half, "another database");
    assert_eq!(number(&half, "SELECT sum(copied) FROM moving"), rows);
}

#[test]
fn a_folder_that_is_served_is_not_moved() {
    let Some(cluster) = Cluster::shared() else { return };
    let (folder, database) = (lived(10), cluster.database().unwrap());
    let served = patiently(|| store::open(&folder.0, Options::default())).unwrap();
    let job = Move {
        folder: &folder.0,
        server: &Server::from(&database.url()),
        key: &KeySource::Beside,
        batch_rows: BATCH_ROWS,
    };
    let error = store::carry(&job, &mut |_| ()).unwrap_err();
    assert!(matches!(error, CarryError::Open(OpenError::Busy { .. })), "{error}");
    assert_eq!(number(&database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"), 0);
    drop(served);
    carry(&folder, &database.url()).unwrap();
}

#[test]
fn what_does_not_prove_is_not_moved() {
    let Some(cluster) = Cluster::shared() else { return };
    let (folder, database) = (lived(11), cluster.database().unwrap());
    folder.raw().execute("UPDATE wallet SET posted = posted + 1", []).unwrap();
    let error = carry(&folder, &database.url()).unwrap_err();
    assert!(matches!(error, CarryError::Source(_)), "{error:?}");
    assert_eq!(number(&database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"), 0);
    let nowhere = Folder(Path::new("/nonexistent").to_owned());
    let missing = carry(&nowhere, &database.url()).unwrap_err();
    assert!(matches!(missing, CarryError::Open(OpenError::Missing { .. })), "{missing}");
}

/// Somebody writes into the server's database behind the move's back.
#[test]
fn what_did_not_arrive_as_it_was_freezes_nothing() {
    let Some(cluster) = Cluster::shared() else { return };
    let (folder, database) = (lived(12), cluster.database().unwrap());
    let mut spoil = |progress: Progress<'_>| {
        if progress == (Progress::Comparing { table: "api_key" }) {
            database.sql("UPDATE wallet SET consents = consents + 1").unwrap();
        }
    };
    let error = carry_in(&folder, &database.url(), 50, &mut spoil).unwrap_err();
    assert!(error.to_string().contains("wallet"), "{error}");
    drop(patiently(|| store::open(&folder.0, Options::default())).unwrap());
    // The next try finds that out before it goes on, and copies the table anew.
    let carried = carry(&folder, &database.url()).unwrap();
    assert_gone(&folder, &database, &carried);
}
