//! A server's database in one file: taken while nodes pay, and restored to either engine, from where it goes on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use app::group::Book;
use domain::id::PaymentId;
use domain::payment::State;
use domain::request::{Answer, Envelope, Outcome};
use rusqlite::types::ValueRef;
use store::{
    BackupError, CarryError, Copied, KeyError, KeySource, OpenError, OperatorKey, Options,
    Progress, Readers, Server, Writer,
};
use testkit::cluster::{Cluster, Database};
use testkit::histories::Folder;
use testkit::random::Random;
use testkit::sim::{Run, run_on};

use crate::load::{add, cents, connect, credit, envelope, generous, member, said};

/// Payments that must be acknowledged before the backup begins, and after.
const THROUGH: usize = 40;

/// How long anything may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// Tables that say of the database itself what each engine keeps in its own way.
const OWN: [&str; 3] = ["engine", "schema_version", "vault"];

/// A folder of this test's, which is there.
pub(crate) fn folder() -> Folder {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let folder = Folder::new(810_000 + u64::from(COUNT.fetch_add(1, Ordering::Relaxed)));
    fs::create_dir_all(&folder.0).unwrap();
    folder
}

pub(crate) fn key(folder: &Folder) -> KeySource {
    KeySource::File(folder.0.join(store::KEY_FILE))
}

pub(crate) fn back_up(url: &str, file: &Path, of: &Folder) -> Result<Copied, BackupError> {
    store::backup_server(&Server::from(url), file, (&of.0, &key(of)), &mut |_| ())
}

fn restore_to(url: &str, file: &Path, of: &Folder) -> Result<Copied, BackupError> {
    let empty = of.0.join("empty");
    store::restore_to_server(file, &Server::from(url), (&empty, &key(of)), &mut |_| ())
}

pub(crate) fn proved(readers: &Readers) -> (store::Report, store::SealReport) {
    let both = |read: &_| (store::verify(read).unwrap(), store::verify_seals(read).unwrap());
    readers.read(|read| Ok(both(read))).unwrap()
}

/// A database on the server with a history: members, payments, bills, schedules, refunds, seals.
pub(crate) fn lived<'a>(cluster: &'a Cluster, seed: u64) -> (Database<'a>, Folder) {
    let (database, folder) = (cluster.database().unwrap(), folder());
    let run = Run { seed, steps: 30, lie: None, trace: false };
    run_on(run, |clock| {
        let clock: store::Clock = Box::new(move || clock.now());
        let options = Options { clock: Some(clock), readers: 1, ..Options::default() };
        store::connect(&database.url(), &folder.0, options).unwrap().engine
    })
    .unwrap();
    (database, folder)
}

/// Every row of a file, a line each: values split by `|`, bytes in hexadecimal.
fn rows_of_file(file: &Path) -> BTreeMap<String, Vec<String>> {
    let conn = rusqlite::Connection::open(file).unwrap();
    let mut names = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .unwrap();
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let shown = |value: ValueRef<'_>| match value {
        ValueRef::Null => "-".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Text(text) => domain::merkle::hex(text),
        ValueRef::Blob(bytes) => domain::merkle::hex(bytes),
        ValueRef::Real(_) => panic!("a fraction"),
    };
    let lines = |name: &String| {
        let mut all = conn.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let count = all.column_count();
        let line = |row: &rusqlite::Row<'_>| {
            let values = (0..count).map(|index| shown(row.get_ref(index).unwrap()));
            Ok(values.collect::<Vec<_>>().join("|"))
        };
        let mut lines: Vec<String> = all.query_map([], line).unwrap().map(Result::unwrap).collect();
        lines.sort();
        lines
    };
    names.iter().map(|name| (name.clone(), lines(name))).collect()
}

/// The same of a server's database, as psql tells it.
fn rows_of_server(database: &Database<'_>) -> BTreeMap<String, Vec<String>> {
    let columns = "SELECT c.table_name, string_agg(CASE c.data_type
             WHEN 'bytea' THEN format('coalesce(encode(%I, ''hex''), ''-'')', c.column_name)
             WHEN 'text' THEN format('coalesce(encode(convert_to(%I, ''UTF8''), ''hex''), ''-'')', c.column_name)
             ELSE format('coalesce(%I::text, ''-'')', c.column_name) END, ' || ''|'' || ' ORDER BY c.ordinal_position)
         FROM information_schema.columns c WHERE c.table_schema = 'public' GROUP BY c.table_name";
    let told = database.sql(columns).unwrap();
    let tables = told.lines().map(|line| line.split_once('|').unwrap());
    let lines = |(name, columns): (&str, &str)| {
        let told = database.sql(&format!("SELECT {columns} FROM {name}")).unwrap();
        let mut lines: Vec<String> = told.lines().map(str::to_owned).collect();
        lines.sort();
        (name.to_owned(), lines)
    };
    tables.map(lines).collect()
}

fn assert_same(mut ours: BTreeMap<String, Vec<String>>, mut theirs: BTreeMap<String, Vec<String>>) {
    for own in OWN {
        ours.remove(own).unwrap();
        theirs.remove(own).unwrap();
    }
    assert!(ours.len() > 20 && ours.keys().eq(theirs.keys()), "{:?}", ours.keys());
    for (name, rows) in &ours {
        assert!(*rows == theirs[name], "{name} is another one");
    }
}

#[test]
fn a_backup_is_what_the_server_has_row_for_row_and_goes_back_to_either_engine() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, home) = lived(cluster, 21);
    let file = home.0.join("copy.db");
    // What was drawn and not used is not given again: no message may be named like another.
    let drawn: i64 =
        database.sql("SELECT nextval('outbox_number')").unwrap().trim().parse().unwrap();
    let before = rows_of_server(&database);
    let mut told = Vec::new();
    let copied = store::backup_server(
        &Server::from(&database.url()),
        &file,
        (&home.0, &key(&home)),
        &mut |step| told.push(format!("{step:?}")),
    )
    .unwrap();
    assert!(copied.report.payments > 5 && copied.report.texts > 10, "{copied:?}");
    assert_eq!(copied.bytes, fs::metadata(&file).unwrap().len());
    assert_eq!(told.last().map(String::as_str), Some("ProvingFile"));
    assert!(told.iter().any(|step| step.starts_with("Copying { table: \"payment\", rows: ")));
    let entries = fs::read_dir(&home.0).unwrap().count();
    assert_eq!(entries, 2, "the key and the file, and nothing beside them");
    assert_same(rows_of_file(&file), before.clone());
    assert_eq!(rows_of_server(&database), before, "the server was not written");
    let raw = rusqlite::Connection::open(&file).unwrap();
    let engine: (i64, i64) = raw
        .query_row("SELECT last_at, last_outbox FROM engine", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(engine, (copied.at.0, drawn));
    // It has every index that a new folder's database has.
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    let schema = |conn: &rusqlite::Connection| -> Vec<[Option<String>; 4]> {
        let mut all = conn.prepare(schema).unwrap();
        let row =
            |row: &rusqlite::Row<'_>| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]);
        all.query_map([], row).unwrap().map(Result::unwrap).collect()
    };
    let fresh = folder();
    drop(store::open(&fresh.0, Options::default()).unwrap());
    let new = rusqlite::Connection::open(fresh.0.join(store::FILE)).unwrap();
    assert_eq!(schema(&raw), schema(&new));
    drop(raw);

    let sound = proved(&store::connect_read(&database.url(), &home.0, &key(&home)).unwrap());
    assert_eq!(sound.0, copied.report);
    let bytes = fs::read(&file).unwrap();
    let (inside, other) = (home.0.join("inside"), cluster.database().unwrap());
    let restored = store::restore(&file, &inside, &key(&home)).unwrap();
    assert_eq!((restored.at, &restored.report), (copied.at, &copied.report));
    let restored = restore_to(&other.url(), &file, &home).unwrap();
    assert_eq!((restored.at, &restored.report), (copied.at, &copied.report));
    assert!(fs::read(&file).unwrap() == bytes, "the backup was written");
    assert_same(rows_of_file(&inside.join(store::FILE)), before.clone());
    assert_same(rows_of_server(&other), before);
    let at = |readers: Readers| assert_eq!(proved(&readers), sound);
    at(store::open_read_with(&inside, &key(&home)).unwrap());
    at(store::connect_read(&other.url(), &home.0, &key(&home)).unwrap());
    assert_eq!(
        other.sql("SELECT nextval('outbox_number')").unwrap().trim(),
        (drawn + 1).to_string()
    );

    // And from the folder that it came to, to a server once more.
    let (again, third) = (home.0.join("again.db"), cluster.database().unwrap());
    store::backup(&inside, &again, &key(&home)).unwrap();
    restore_to(&third.url(), &again, &home).unwrap();
    assert_same(rows_of_server(&third), rows_of_server(&other));
}

/// A node's part of a database, and what decides there.
pub(crate) struct Node {
    pub(crate) book: Book<Writer>,
    readers: Readers,
    pub(crate) random: Random,
}

impl Node {
    pub(crate) fn new(database: store::Database, seed: u64) -> Self {
        let store::Database { engine, readers, .. } = database;
        Self { book: Book::new(engine, generous()), readers, random: Random::new(seed) }
    }

    fn decide(&mut self, envelope: Envelope) -> Answer {
        let decided = self.book.decide(vec![envelope]).remove(0).unwrap();
        assert_eq!(decided.outcome, Outcome::Done, "{decided:?}");
        decided
    }

    pub(crate) fn people(&mut self) {
        for handle in ["alice", "bob"] {
            let envelope = add(handle, &mut self.random);
            self.decide(envelope);
            let envelope = credit(member(&self.readers, handle), 1_000_000, &mut self.random);
            self.decide(envelope);
        }
    }

    /// Alice pays Bob, each time another amount.
    pub(crate) fn pay(&mut self, id: &str, cents: usize) -> PaymentId {
        let text = format!("@obole #envoyer {}.{:02}€ @bob", cents / 100, cents % 100);
        let envelope = envelope(&said(id, "alice", &text), &mut self.random);
        self.decide(envelope).payments[0]
    }

    fn cents(&self) -> [i64; 2] {
        ["alice", "bob"].map(|handle| cents(&self.readers, member(&self.readers, handle)).0)
    }

    fn has(&self, payment: PaymentId) -> bool {
        let found = self.readers.read(|read| read.payment(payment)).unwrap();
        found.is_some_and(|payment| payment.state == State::Paid)
    }
}

/// The numbers of messages that wait.
fn waiting(url: Result<&Database<'_>, PathBuf>) -> Vec<i64> {
    match url {
        Ok(database) => {
            let told = database.sql("SELECT id FROM outbox ORDER BY id").unwrap();
            told.lines().map(|line| line.parse().unwrap()).collect()
        }
        Err(file) => {
            let conn = rusqlite::Connection::open(file).unwrap();
            let mut ids = conn.prepare("SELECT id FROM outbox ORDER BY id").unwrap();
            ids.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        }
    }
}

#[test]
fn a_backup_beside_a_node_that_pays_has_all_that_was_acknowledged_before() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, home) = (cluster.database().unwrap(), folder());
    let mut node = Node::new(connect(&database.url(), &home), 31);
    node.people();
    let (file, stop) = (home.0.join("drill.db"), AtomicBool::new(false));
    let acknowledged: Mutex<Vec<PaymentId>> = Mutex::default();
    let count = || acknowledged.lock().unwrap().len();
    let comes_to = |goal: usize| {
        let begun = Instant::now();
        while count() < goal {
            assert!(begun.elapsed() < PATIENCE, "{} of {goal} payments", count());
            std::thread::sleep(Duration::from_millis(2));
        }
    };
    let (before, during) = std::thread::scope(|scope| {
        let paying = scope.spawn(|| {
            for number in 1.. {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let payment = node.pay(&format!("drill-{number}"), number);
                acknowledged.lock().unwrap().push(payment);
            }
        });
        comes_to(THROUGH);
        let before = acknowledged.lock().unwrap().clone();
        let mut during = 0;
        let tell = &mut |step: Progress<'_>| {
            // The snapshot is taken: what is paid from here on is not in it.
            if matches!(step, Progress::Copying { table: "payment", rows: 0, .. }) {
                comes_to(count() + THROUGH);
                during = count();
            }
        };
        let server = Server::from(&database.url());
        let copied = store::backup_server(&server, &file, (&home.0, &key(&home)), tell);
        stop.store(true, Ordering::SeqCst);
        copied.unwrap();
        paying.join().unwrap();
        (before, during)
    });
    assert!(during >= before.len() + THROUGH, "the node paid on while it was copied");

    let (inside, other) = (home.0.join("inside"), cluster.database().unwrap());
    store::restore(&file, &inside, &key(&home)).unwrap();
    restore_to(&other.url(), &file, &home).unwrap();
    let options = || Options { key: key(&home), readers: 2, ..Options::default() };
    let mut nodes = [
        Node::new(store::open(&inside, options()).unwrap(), 32),
        Node::new(store::connect(&other.url(), &home.0, options()).unwrap(), 33),
    ];
    assert_eq!(proved(&nodes[0].readers), proved(&nodes[1].readers));
    let all = acknowledged.into_inner().unwrap();
    let kept = all.iter().take_while(|payment| nodes[0].has(**payment)).count();
    assert!(kept >= before.len() && kept < all.len(), "{kept} of {}", all.len());
    for node in &mut nodes {
        assert!(before.iter().all(|payment| node.has(*payment)));
        assert!(!all.iter().skip(kept).any(|payment| node.has(*payment)), "one instant");
        let paid = i64::try_from(kept * (kept + 1) / 2).unwrap();
        assert_eq!(node.cents(), [1_000_000 - paid, 1_000_000 + paid]);
    }
    // Each goes on by itself.
    let behind = database.sql("SELECT last_value FROM outbox_number").unwrap();
    let behind: i64 = behind.trim().parse().unwrap();
    let files = [Err(inside.join(store::FILE)), Ok(&other)];
    for (node, place) in nodes.iter_mut().zip(files) {
        goes_on(node, place, behind, &all);
    }
}

/// What was acknowledged is known, and what is new gets numbers that nobody had; `behind` is the last that was given.
fn goes_on(node: &mut Node, place: Result<&Database<'_>, PathBuf>, behind: i64, all: &[PaymentId]) {
    let old = waiting(place.clone());
    assert!(!old.is_empty() && old.iter().all(|number| *number <= behind));
    assert_eq!(node.pay("drill-1", 1), all[0], "it is the same payment, made once");
    let new = node.pay("after", 777);
    assert!(node.has(new) && !all.contains(&new));
    let now = waiting(place);
    let added: Vec<_> = now.iter().filter(|number| !old.contains(number)).collect();
    assert!(now.len() > old.len() && added.iter().all(|number| Some(*number) > old.last()));
    proved(&node.readers);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_cannot_be_backed_up_leaves_no_file() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, home) = lived(cluster, 22);
    let out = folder();
    let file = out.0.join("copy.db");
    let refused = |database: &Database<'_>, key: &KeySource| {
        let server = Server::from(&database.url());
        let error = store::backup_server(&server, &file, (&home.0, key), &mut |_| ()).unwrap_err();
        assert_eq!(names(&out.0), Vec::<String>::new(), "{error}");
        error
    };
    let new = cluster.database().unwrap();
    let empty = refused(&new, &key(&home));
    assert!(matches!(empty, BackupError::Open(OpenError::Empty)), "{empty}");
    let wrong = refused(&database, &KeySource::Given(OperatorKey::new().unwrap()));
    assert!(matches!(wrong, BackupError::Open(OpenError::Key(KeyError::Wrong { .. }))), "{wrong}");
    let missing = refused(&database, &KeySource::File(out.0.join("operator.key")));
    let is_missing = matches!(missing, BackupError::Open(OpenError::Key(KeyError::Missing { .. })));
    assert!(is_missing, "{missing}");
    // The server goes away in the middle.
    let (proxy, url) = database.wire().unwrap();
    let cut = &mut |step: Progress<'_>| {
        if matches!(step, Progress::Copying { table: "payment", .. }) {
            proxy.refuse(true);
            proxy.cut();
        }
    };
    let gone = store::backup_server(&Server::from(&url), &file, (&home.0, &key(&home)), cut);
    assert!(matches!(gone, Err(BackupError::Database(_))), "{gone:?}");
    let gone = back_up(&url, &file, &home).unwrap_err();
    assert!(matches!(gone, BackupError::Database(_)), "{gone:?}");
    assert_eq!(names(&out.0), Vec::<String>::new());
    // Another program's schema, older and newer.
    database.sql("UPDATE schema_version SET number = 99 WHERE number = 12").unwrap();
    let newer = refused(&database, &key(&home)).to_string();
    assert!(newer.contains("use a newer program"), "{newer}");
    database.sql("DELETE FROM schema_version WHERE number = 99").unwrap();
    let older = refused(&database, &key(&home)).to_string();
    assert!(older.contains("obole serve"), "{older}");
    let unsound = lived(cluster, 23);
    unsound.0.sql("UPDATE wallet SET posted = posted + 1").unwrap();
    let copied = back_up(&unsound.0.url(), &file, &unsound.1).unwrap_err();
    assert!(matches!(copied, BackupError::Unsound(_)), "{copied}");
    assert_eq!(names(&out.0), Vec::<String>::new());
    fs::write(&file, "mine").unwrap();
    let exists = back_up(&database.url(), &file, &home).unwrap_err();
    assert!(matches!(exists, BackupError::Exists(_)), "{exists}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

#[test]
fn what_cannot_be_restored_to_a_server_is_opened_by_nobody() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, home) = lived(cluster, 24);
    let file = home.0.join("copy.db");
    let copied = back_up(&database.url(), &file, &home).unwrap();
    let onto = restore_to(&database.url(), &file, &home).unwrap_err();
    assert!(matches!(onto, BackupError::Carry(CarryError::NotEmpty(_))), "{onto}");
    let new = cluster.database().unwrap();
    let tables = || new.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").unwrap();
    let other = folder();
    drop(store::open(&other.0, Options::default()).unwrap());
    let wrong = store::restore_to_server(
        &file,
        &Server::from(&new.url()),
        (&other.0, &KeySource::Beside),
        &mut |_| (),
    );
    assert!(matches!(wrong, Err(BackupError::Open(OpenError::Key(_)))), "{wrong:?}");
    let spoiled = home.0.join("spoiled.db");
    fs::copy(&file, &spoiled).unwrap();
    let raw = rusqlite::Connection::open(&spoiled).unwrap();
    assert!(raw.execute("UPDATE wallet SET posted = posted + 1", []).unwrap() > 0);
    drop(raw);
    let unsound = restore_to(&new.url(), &spoiled, &home).unwrap_err();
    assert!(matches!(unsound, BackupError::Carry(CarryError::Source(_))), "{unsound}");
    fs::write(home.0.join("copy.db-wal"), "a log").unwrap();
    let used = restore_to(&new.url(), &file, &home).unwrap_err();
    assert!(matches!(used, BackupError::InUse(_)), "{used}");
    fs::remove_file(home.0.join("copy.db-wal")).unwrap();
    assert_eq!(tables().trim(), "0");
    // Cut short, it is nobody's; another backup does not go on with it, and the same one does.
    let (proxy, url) = new.wire().unwrap();
    let cut = &mut |step: Progress<'_>| {
        if matches!(step, Progress::Copying { table: "payment", .. }) {
            proxy.refuse(true);
            proxy.cut();
        }
    };
    let keys = (home.0.as_path(), &key(&home));
    let short = store::restore_to_server(&file, &Server::from(&url), keys, cut).unwrap_err();
    assert!(matches!(short, BackupError::Carry(CarryError::Database(_))), "{short}");
    let early = store::connect(&new.url(), &home.0, Options::default()).err().unwrap();
    assert!(matches!(early, OpenError::Arriving), "{early}");
    let early = back_up(&new.url(), &home.0.join("early.db"), &home).unwrap_err();
    assert!(matches!(early, BackupError::Open(OpenError::Arriving)), "{early}");
    let another = home.0.join("another.db");
    assert_ne!(back_up(&database.url(), &another, &home).unwrap().at, copied.at);
    let foreign = restore_to(&new.url(), &another, &home).unwrap_err();
    assert!(foreign.to_string().contains("another database"), "{foreign}");
    assert_eq!(restore_to(&new.url(), &file, &home).unwrap(), copied);
    assert_same(rows_of_server(&new), rows_of_server(&database));
}

#[test]
fn a_backup_of_an_older_program_is_brought_up_to_date_on_its_way_to_a_server() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, home) = lived(cluster, 27);
    let file = home.0.join("older.db");
    let copied = back_up(&database.url(), &file, &home).unwrap();
    let raw = rusqlite::Connection::open(&file).unwrap();
    raw.execute_batch(
        "DROP TABLE passkey; DROP TABLE challenge; DELETE FROM schema_version WHERE number > 12",
    )
    .unwrap();
    drop(raw);
    let (bytes, new) = (fs::read(&file).unwrap(), cluster.database().unwrap());
    let restored = restore_to(&new.url(), &file, &home).unwrap();
    assert_eq!((restored.at, restored.report), (copied.at, copied.report));
    assert_same(rows_of_server(&new), rows_of_server(&database));
    assert!(fs::read(&file).unwrap() == bytes, "the backup was written");
    assert_eq!(names(&home.0.join("empty")), Vec::<String>::new(), "and nothing is left of it");
}
