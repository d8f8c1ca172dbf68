//! What nodes know of one another beyond the rows: the time, the policies, and posts that are committed out of order.

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use app::desk::Desk;
use app::group::Book;
use app::job::{JOBS, Job};
use app::obole::{Obole, Programs, Settings};
use domain::context::token_hash;
use domain::money::Currency;
use domain::policy::Regime;
use domain::port::Engine;
use domain::request::Outcome;
use domain::time::{MINUTE_US, Timestamp};
use store::{Reader, Readers, Session};
use testkit::cluster::{Cluster, Database};
use testkit::histories::Folder;
use testkit::random::Random;
use tokio::runtime::Runtime;

use crate::load::{add, connect, credit, envelope, generous, member, said};
use crate::turns::Held;

/// Ends every session of a database.
const CUT: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()";

/// A node with everything but its pages.
struct Node {
    obole: Arc<Obole>,
    readers: Readers,
    runtime: Runtime,
}

impl Node {
    fn new(url: &str, folder: &Folder) -> Self {
        let database = connect(url, folder);
        let (desk, _thread) = Desk::open(Book::new(database.engine, generous()));
        let settings = Settings {
            base_url: "http://localhost".to_owned(),
            regime: Regime::Sandbox,
            names: vec!["@obole".to_owned()],
            default_currency: Some(Currency::EUR),
            demo: false,
            join: false,
            zone: "Europe/Paris".to_owned(),
            seal_every: Duration::from_secs(60),
            programs: Programs::default(),
        };
        let readers = database.readers.clone();
        let obole = Arc::new(Obole::new(desk, database.readers, settings).unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { obole, readers, runtime }
    }

    fn run(&self, name: &str) {
        let job: &dyn Job = *JOBS.iter().find(|job| job.name() == name).unwrap();
        self.runtime.block_on(job.run(&self.obole)).unwrap();
    }

    fn server_clock(&self) -> Timestamp {
        self.readers.read(Reader::clock).unwrap().unwrap()
    }

    fn is_signed_in(&self, session: &str) -> bool {
        self.runtime.block_on(self.obole.session_member(session)).unwrap().is_some()
    }
}

/// Sets the clock of a database's server, for sessions that begin from now on.
fn set_clock(database: &Database<'_>, minutes: i32) {
    let name = &database.name;
    database
        .sql(&format!(
            "CREATE SCHEMA IF NOT EXISTS shifted;
             CREATE OR REPLACE FUNCTION shifted.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
                 AS $$ SELECT pg_catalog.clock_timestamp() + interval '{minutes} minutes' $$;
             ALTER DATABASE {name} SET search_path = shifted, pg_catalog, public"
        ))
        .unwrap();
}

/// Two nodes whose clocks are ten minutes from the server's, one way and the other: both go by the server's.
#[test]
fn a_node_does_not_go_by_its_own_clock() {
    let Some(cluster) = Cluster::shared() else { return };
    for minutes in [10, -10] {
        let (database, folder) = (cluster.database().unwrap(), Folder::new(9_300));
        drop(connect(&database.url(), &folder));
        set_clock(&database, minutes);
        let node = Node::new(&database.url(), &folder);
        let ahead = i64::from(minutes) * MINUTE_US;
        let near = |one: Timestamp, other: Timestamp| (one.0 - other.0).abs() < MINUTE_US;
        let machine = Timestamp(jiff::Timestamp::now().as_microsecond());
        assert!(near(machine.plus_us(ahead), node.server_clock()), "the server's clock is set");
        assert!(near(node.obole.now(), node.server_clock()));
        let mut random = Random::new(9_300);
        let desk = node.obole.desk();
        node.runtime.block_on(desk.decide(add("alice", &mut random))).unwrap();
        let alice = member(&node.readers, "alice");
        for (token, until_us, lasts) in [("lasts", 5 * MINUTE_US, true), ("over", -1, false)] {
            let begin = desk.write(move |engine| {
                let (created_at, expires_at) = (engine.now(), engine.now().plus_us(until_us));
                let session = Session { member: alice, created_at, expires_at };
                engine.create_session(token_hash(token), session)
            });
            node.runtime.block_on(begin).unwrap();
            assert_eq!(node.is_signed_in(token), lasts, "{minutes} minutes, {token}");
        }
        // Somebody sets the server's clock right: the node follows.
        set_clock(&database, 0);
        database.sql(CUT).unwrap();
        let begun = Instant::now();
        while !near(node.obole.now(), machine) {
            assert!(begun.elapsed() < Duration::from_secs(20), "it still goes by the old clock");
            // The first ones find their connections gone.
            let job = JOBS.iter().find(|job| job.name() == "neighbours").unwrap();
            let _gone = node.runtime.block_on(job.run(&node.obole));
        }
    }
}

/// A server whose clock is behind the one before it, as a standby's may be: time goes on from what was committed.
#[test]
fn a_server_whose_clock_is_behind_goes_on_from_what_was_committed() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, folder) = (cluster.database().unwrap(), Folder::new(9_303));
    // It has not decided anything yet.
    let mut other = connect(&database.url(), &folder).engine;
    let before = other.begin().unwrap();
    other.roll_back();
    set_clock(&database, 10);
    let store::Database { engine, readers, .. } = connect(&database.url(), &folder);
    let (mut book, mut random) = (Book::new(engine, generous()), Random::new(9_303));
    book.decide(vec![add("alice", &mut random)]).remove(0).unwrap();
    let money = credit(member(&readers, "alice"), 1_000, &mut random);
    book.decide(vec![money]).remove(0).unwrap();
    let newest = book.engine().now();
    assert!(newest.0 > before.0 + 9 * MINUTE_US);
    set_clock(&database, 0);
    database.sql(CUT).unwrap();
    let begun = Instant::now();
    let now = loop {
        match other.begin() {
            Ok(now) => break now,
            // It finds its connection gone.
            Err(fault) => assert!(fault.again && begun.elapsed() < Duration::from_secs(10)),
        }
    };
    assert_eq!(now.0 / 1_000, newest.0 / 1_000, "the same millisecond");
    other.roll_back();
}

/// What one node imports, all decide by, without a new start.
#[test]
fn a_new_policy_reaches_every_node() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, folder) = (cluster.database().unwrap(), Folder::new(9_301));
    let nodes = [(); 2].map(|()| Node::new(&database.url(), &folder));
    let fee = |node: &Node| node.obole.policy().merchant_fee_bp;
    let text = app::policy::DEFAULT.replace("points = 150", "points = 151");
    let before = nodes.each_ref().map(fee);
    assert!(!before.contains(&151));
    let importing = nodes[0].obole.import_policy(text);
    assert_eq!(nodes[0].runtime.block_on(importing).unwrap(), 1);
    assert_eq!(fee(&nodes[0]), 151);
    nodes[1].run("neighbours");
    assert_eq!(nodes.each_ref().map(fee), [151, 151]);
    // What cannot be read leaves what was there.
    let broken = nodes[0].obole.import_policy("nothing".to_owned());
    nodes[0].runtime.block_on(broken).unwrap();
    nodes[1].run("neighbours");
    assert_eq!(nodes.each_ref().map(fee), [151, 151]);
}

/// One node has taken a number for its post and commits it behind the other's.
#[test]
fn a_post_that_comes_late_is_found() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, folder) = (cluster.database().unwrap(), Folder::new(9_302));
    let store::Database { engine, readers, .. } = connect(&database.url(), &folder);
    let (mut book, mut random) = (Book::new(engine, generous()), Random::new(9_302));
    for handle in ["alice", "bob", "carol"] {
        book.decide(vec![add(handle, &mut random)]).remove(0).unwrap();
        let money = credit(member(&readers, handle), 1_000, &mut random);
        book.decide(vec![money]).remove(0).unwrap();
    }
    let begun = readers.read(Reader::clock).unwrap().unwrap().plus_us(-1);
    let engine = connect(&database.url(), &folder).engine;
    let ((waits, waiting), (go, let_go)) = (channel(), channel());
    let mut held = Book::new(Held { engine, waits, go: let_go }, generous());
    let early = envelope(&said("early", "alice", "@obole #envoyer 1€ @carol"), &mut random);
    let behind = envelope(&said("behind", "bob", "@obole #solde"), &mut random);
    let carol = member(&readers, "carol");
    let since = |number| readers.read(|read| read.posts_since(number, Some(carol), 10)).unwrap();
    let late = |number| readers.read(|read| read.posts_late(number, begun, carol)).unwrap();
    let ids = |posts: Vec<store::Post>| posts.into_iter().map(|post| post.id).collect::<Vec<_>>();
    std::thread::scope(|scope| {
        let first = scope.spawn(move || held.decide(vec![early]).remove(0).unwrap());
        waiting.recv().unwrap();
        assert_eq!(book.decide(vec![behind]).remove(0).unwrap().outcome, Outcome::Done);
        let seen = since(0);
        let cursor = seen.last().unwrap().number;
        assert_eq!(ids(seen), ["behind"]);
        drop(go);
        assert_eq!(first.join().unwrap().outcome, Outcome::Done);
        assert_eq!(ids(since(cursor)), [""; 0], "its number is behind the cursor");
        assert_eq!(ids(late(cursor)), ["early", "behind"]);
        let newest = Timestamp(begun.0.saturating_add(60 * MINUTE_US));
        assert!(readers.read(|read| read.posts_late(cursor, newest, carol)).unwrap().is_empty());
    });
}
