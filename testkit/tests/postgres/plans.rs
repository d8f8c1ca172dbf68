//! Nothing that pages ask or that the writer does reads through a table that grows, whatever the server believes of the
//! tables' sizes: no statistics, those of empty tables, fresh ones; one request, 64, and 1,024 in a group.
//!
//! The server counts how often it read through each table, and where it has `auto_explain` it writes down the plan of
//! every statement as it ran, with the rows that each step of it gave: so the statement has a name.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use app::group::Book;
use domain::id::MemberId;
use domain::member::Network;
use domain::passkey::{Ceremony, Challenge};
use domain::port::Engine;
use domain::time::SECOND_US;
use store::{Delivery, DeliveryState, Reader, Readers, Session, Writer};
use testkit::cluster::{Cluster, Database, Settings};
use testkit::histories::{Folder, STEPS, options};
use testkit::memory::Clock;
use testkit::random::Random;
use testkit::sim::{Run, run_on};
use testkit::world::BEGIN;

use self::questions::{ROWS, ask_everything};
use crate::load::{add, connect, credit, envelope, generous, member, said};

#[path = "../../../store/tests/shared/questions.rs"]
mod questions;

/// Rows that each table that grows is filled with.
const FILL: usize = 20_000;

/// Rows that one step of a plan may give, or throw away, each time it runs: those of the largest group, and a few.
const ROWS_MAX: f64 = 4_000.0;

/// What may be read through: a row, or a few of the operator's, however large the service is.
const SMALL: [&str; 7] =
    ["engine", "operator", "outbox_number", "policy", "schema_version", "vault", "webhook"];

/// Questions that may look at many rows: counting stops at a limit, an operator's act of one kind is looked for from
/// the newest on, and what a network that is away cannot be told waits in its queue.
const MAY: [&str; 3] = [
    "SELECT count(*) FROM (SELECT 1 FROM",
    "SELECT max(number) FROM operator_act",
    "network = $1 AND conversation IS NOT NULL AND due_at <= $2",
];

/// Rows of everybody else's, `$n` of each: distinct ids, in the states in which most rows are.
const FILLER: &str = r"
SET auto_explain.log_min_duration = -1;
CREATE TEMPORARY TABLE filler AS SELECT n, decode(md5('m' || n), 'hex') AS m, decode(md5('m' || n + 1), 'hex') AS o,
    -- Ids of payments say when.
    decode('0000' || left(md5('p' || n), 28), 'hex') AS p, decode(md5('p' || n) || md5('h' || n), 'hex') AS h
    FROM generate_series(1, $n) AS n;
INSERT INTO member (id, kind, name, lang, tier, home, created_at)
    SELECT m, 'person', '', 'fr', 1, 'square', 1 FROM filler;
INSERT INTO handle SELECT 'square', 'f' || n, 'f' || n, m, 1 FROM filler;
INSERT INTO pin SELECT m, '', 1, 0 FROM filler;
INSERT INTO passkey SELECT m, h, '', m, 0, '', 1, NULL FROM filler;
INSERT INTO challenge SELECT h, 'sign_in', NULL, 9000000000000000 FROM filler;
INSERT INTO wallet SELECT m, 'EUR', 'own', 0, 0, 0, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0 FROM filler;
INSERT INTO line SELECT p, 0, m, 'EUR', 1, 1, 1, o, 1, NULL, NULL FROM filler;
INSERT INTO transfer SELECT p, 0, 'payment', m, o, 1, 'EUR', 1 FROM filler;
INSERT INTO top_up SELECT p, m, 1, 'EUR', '', 1 FROM filler;
INSERT INTO payment (id, first, legs, purpose, payer, payee, amount, fee, currency, state, policy, origin, memo, public,
        created_at, expires_at)
    SELECT p, p, 1, 'send', m, o, 1, 0, 'EUR', CASE WHEN n % 50 = 0 THEN 'asked' ELSE 'paid' END, 1, o, '', 1, 1,
        CASE WHEN n % 50 = 0 THEN 9000000000000000 END FROM filler;
INSERT INTO hold SELECT p, m, 1, 'EUR', 1, 'released', 1 FROM filler;
INSERT INTO done SELECT p, 1, 1, '', NULL FROM filler;
INSERT INTO outbox (id, network, conversation, body, due_at) SELECT -n, 'matrix', m, '', 9000000000000000 FROM filler;
INSERT INTO dead_letter (id, network, conversation, body, tries, error, dead_at)
    SELECT -n, 'matrix', m, '', 1, '', 1 FROM filler;
INSERT INTO post (number, id, author, direct, text, at)
    SELECT -n, 'f' || n, m, CASE n % 3 WHEN 0 THEN NULL WHEN 1 THEN m ELSE '\x00000000000000000000000000000063' END, '', 1
    FROM filler;
INSERT INTO sign_in SELECT h, m, 9000000000000000, NULL FROM filler;
INSERT INTO session SELECT h, m, 1, 9000000000000000 FROM filler;
INSERT INTO api_key (id, secret, member, scopes, created_at) SELECT 'f' || n, '', m, '', 1 FROM filler;
INSERT INTO seal SELECT 100 + n, h, h, 1, p, 0, p, 0, '\xffffffffffffffffffffffffffffffff', n, 1, 1, h FROM filler;
INSERT INTO late_transfer SELECT p, 0, n FROM filler;
INSERT INTO bill SELECT p, p, 1, 'request', m, o, 1, 1, 'EUR', CASE WHEN n % 50 = 0 THEN 'open' ELSE 'declined' END, p,
    '', 1, 9000000000000000, 0, NULL, NULL, CASE WHEN n % 50 <> 0 THEN 1 END FROM filler;
INSERT INTO block SELECT m, o, 1 FROM filler;
INSERT INTO operator_act (number, at, code, detail) SELECT -n, 1, 'credit', '' FROM filler;
INSERT INTO refusal_count SELECT -n, 'busy', 1 FROM filler;
INSERT INTO safeguard SELECT -n, 'EUR', 0, 0, 0, 1 FROM filler;
INSERT INTO webhook_delivery SELECT -n, 'wf_' || n % 100, '', 1, 'delivered', '', 1 FROM filler;
INSERT INTO refund SELECT p, 1, m, 1, 0, 'EUR', NULL, NULL, NULL, '', 1 FROM filler;
INSERT INTO refund_asks SELECT m, o, 1, 1 FROM filler;
INSERT INTO schedule SELECT p, m, o, 1, 'EUR', '', 'weekly', NULL, '2026-03-02', NULL, NULL, 'active', o, 1, 0,
    9000000000000000, 0, 0, NULL FROM filler;
INSERT INTO schedule_run SELECT p, 0, 'missed', NULL, NULL, 1 FROM filler;
INSERT INTO member_key (member, wrapped) SELECT m, '' FROM filler;
INSERT INTO suspense SELECT p, 'f' || n, 1, 'EUR', '', '', 1, 'sent_back', NULL, o, '', 1 FROM filler;
";

/// A database on a server that leaves statistics alone and, where it can, writes every plan down.
struct Stage<'a> {
    cluster: &'a Cluster,
    database: Database<'a>,
    folder: Folder,
    seed: u64,
}

impl<'a> Stage<'a> {
    fn new(cluster: &'a Cluster, seed: u64) -> Self {
        let (database, folder) = (cluster.database().unwrap(), Folder::new(seed));
        // What makes the tables is not what uses them.
        drop(connect(&database.url(), &folder));
        let stage = Self { cluster, database, folder, seed };
        stage.sql(&ROWS.replace("X'", "'\\x"));
        if cluster.sql("postgres", "LOAD 'auto_explain'").is_ok() {
            let set = [
                ("session_preload_libraries", "auto_explain"),
                ("auto_explain.log_min_duration", "0"),
                ("auto_explain.log_analyze", "on"),
                ("auto_explain.log_timing", "off"),
            ];
            for (name, value) in set {
                let database = &stage.database.name;
                stage.sql(&format!("ALTER DATABASE {database} SET {name} = '{value}'"));
            }
        }
        stage
    }

    fn sql(&self, text: &str) -> String {
        self.database.sql(text).unwrap()
    }

    fn fill(&self) {
        self.sql(&FILLER.replace("$n", &FILL.to_string()));
    }

    fn open(&self) -> Node {
        // The simulator's clock begins there too.
        let options = options(Clock::new(BEGIN));
        let database = store::connect(&self.database.url(), &self.folder.0, options).unwrap();
        Node { book: Book::new(database.engine, generous()), readers: database.readers, turn: 0 }
    }

    /// What the simulator's people do, with new sessions now and then, and what nobody asks for.
    fn history(&self) {
        let run = Run { seed: self.seed, steps: STEPS, lie: None, trace: false };
        let open = |clock: Clock| {
            store::connect(&self.database.url(), &self.folder.0, options(clock)).unwrap().engine
        };
        run_on(run, open).unwrap_or_else(|failure| panic!("{}", failure.wrong));
    }

    /// How often each table that grows was read through, since the server counts.
    fn read_through(&self) -> String {
        let ours = "SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()";
        let begun = Instant::now();
        // What a session did is counted at the latest when it ends.
        while self.sql(ours) != "0\n" {
            assert!(begun.elapsed() < Duration::from_secs(20), "somebody is still connected");
            std::thread::sleep(Duration::from_millis(20));
        }
        let small: Vec<String> = SMALL.iter().map(|name| format!("'{name}'")).collect();
        self.sql(&format!(
            "SELECT relname, seq_scan, seq_tup_read FROM pg_stat_user_tables
             WHERE seq_scan > 0 AND relname NOT IN ({}) ORDER BY relname",
            small.join(", ")
        ))
    }

    /// Does all of it as `work` says, and finds what read through a table meanwhile. Gives how many plans it looked at:
    /// none where there is no `auto_explain`.
    fn watch(&self, work: impl FnOnce(&Self)) -> usize {
        let before = (self.read_through(), self.cluster.log().unwrap().len());
        work(self);
        let after = self.read_through();
        let log = self.cluster.log().unwrap();
        let (mut plans, mut wrong) = (0, String::new());
        for plan in entries(&log[before.1..]) {
            plans += 1;
            if let Some(why) = reads_through(&plan) {
                let _ = writeln!(wrong, "{why}\n{plan}");
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
        assert_eq!(after, before.0, "tables that were read through, how often, and their rows");
        plans
    }
}

/// What is open of a database.
struct Node {
    book: Book<Writer>,
    readers: Readers,
    turn: u8,
}

impl Node {
    /// Everything that is asked and done, once.
    fn work(&mut self) {
        self.turn += 1;
        let mut random = Random::new(u64::from(self.turn));
        self.groups(&mut random);
        beside(&mut self.book, &self.readers, self.turn);
        self.seal();
        self.readers.read(ask_everything).unwrap();
        self.readers.read(Reader::pulse).unwrap();
    }

    /// Payments in groups of one, 64 and 1,024.
    fn groups(&mut self, random: &mut Random) {
        let name = |turn: u8, number: usize| format!("t{turn}n{number}");
        let turn = self.turn;
        let people = (0..64).map(|number| add(&name(turn, number), random)).collect();
        self.decide(people);
        let ids: Vec<MemberId> =
            (0..64).map(|number| member(&self.readers, &name(turn, number))).collect();
        self.decide(ids.iter().map(|id| credit(*id, 1_000_000, random)).collect());
        let mut cents = 0;
        for size in [1, 64, 1_024] {
            let mut pay = |number: usize| {
                cents += 1;
                let (payer, payee) = (name(turn, number % 64), name(turn, (number * 7 + 1) % 64));
                let text = format!("@obole #envoyer {}.{:02}€ @{payee}", cents / 100, cents % 100);
                envelope(&said(&format!("t{turn}c{cents}"), &payer, &text), random)
            };
            let group = (0..size).map(&mut pay).collect();
            self.decide(group);
        }
    }

    fn decide(&mut self, group: Vec<domain::request::Envelope>) {
        for answer in self.book.decide(group) {
            assert_eq!(answer.unwrap().outcome, domain::request::Outcome::Done);
        }
    }

    fn seal(&mut self) {
        let now = self.book.engine().settled().unwrap();
        self.book.engine().commit().unwrap();
        if let Some(batch) = self.readers.read(|read| read.batch_of(now, 1_000)).unwrap() {
            let engine = self.book.engine();
            engine.begin().unwrap();
            engine.add_seal(&batch).unwrap();
            engine.commit().unwrap();
        }
    }
}

/// What is written beside requests: deliveries, sessions, what is swept.
fn beside(book: &mut Book<Writer>, readers: &Readers, turn: u8) {
    let engine = book.engine();
    let now = engine.begin().unwrap();
    let until = now.plus_us(30 * SECOND_US);
    let matrix = Network::parse("matrix").unwrap();
    for leased in engine.lease(matrix, now, until, 500).unwrap() {
        engine.failed(leased.id, leased.fence, "away", until).unwrap();
    }
    let leased = engine.lease(Network::SQUARE, now, until, 500).unwrap();
    engine.failed(leased[0].id, leased[0].fence, "later", now).unwrap();
    engine.give_up(leased[1].id, leased[1].fence, "never").unwrap();
    engine.delivered(&[(leased[2].id, leased[2].fence)]).unwrap();
    engine.note_delivery(&leased[3], DeliveryState::Delivered, "").unwrap();
    engine.replay(&leased[3].message).unwrap();
    let posts: Vec<_> =
        leased[3..].iter().map(|leased| Delivery { leased, text: "words" }).collect();
    engine.deliver_to_square(&posts, now).unwrap();
    let alice = MemberId(0x63);
    engine.delete_post(&format!("t{turn}c1"), alice, now).unwrap();
    let session = Session { member: alice, created_at: now, expires_at: until };
    for token in [[turn; 32], [turn + 100; 32]] {
        engine.create_sign_in(token, alice, until).unwrap();
        engine.use_sign_in(token, now).unwrap();
        engine.create_session(token, session).unwrap();
    }
    engine.end_session([turn; 32]).unwrap();
    engine.end_sessions(alice).unwrap();
    engine.sweep_sessions([turn; 32], now, 100).unwrap();
    engine.sweep_sign_ins([turn; 32], now, 100).unwrap();
    let ceremony = Ceremony::SignIn;
    let challenge = Challenge { bytes: [turn; 32], ceremony, member: None, expires_at: until };
    engine.create_challenge(&challenge).unwrap();
    engine.sweep_challenges([turn; 32], now, 100).unwrap();
    engine.api_keys_used(&[("f1".to_owned(), now)]).unwrap();
    engine.revoke_api_key("f1", now).unwrap();
    engine.set_about(alice, "paints").unwrap();
    engine.set_operator(alice, Some(now)).unwrap();
    engine.set_operator(alice, None).unwrap();
    engine.remove_webhook("wf_7").unwrap();
    let sums = readers.read(|read| read.safeguards(0, 10)).unwrap();
    engine.put_safeguard(&sums).unwrap();
    engine.commit().unwrap();
}

/// The plans in a log: each is one entry, whose further lines begin with a tab.
fn entries(log: &str) -> impl Iterator<Item = String> {
    let mut lines = log.lines().peekable();
    std::iter::from_fn(move || {
        lines.find(|line| line.contains(" LOG:  duration:") && line.ends_with("plan:"))?;
        let mut entry = String::new();
        while let Some(line) = lines.next_if(|line| line.starts_with('\t')) {
            entry.push_str(line);
            entry.push('\n');
        }
        Some(entry)
    })
}

/// Which step of a plan reads through a table.
fn reads_through(entry: &str) -> Option<String> {
    let (question, plan) = entry.split_at(entry.find("(cost=").unwrap_or(entry.len()));
    if MAY.iter().any(|words| question.contains(words)) {
        return None;
    }
    let small = |line: &str| {
        let name = line.split("Seq Scan on ").nth(1).and_then(|rest| rest.split(' ').next());
        name.is_some_and(|name| SMALL.contains(&name) || name.starts_with("pg_"))
    };
    let first = question.lines().last().unwrap_or_default();
    std::iter::once(first).chain(plan.lines()).find_map(|line| {
        let through = line.contains("Seq Scan on ") && !small(line);
        let many = number(line, "actual rows=") > ROWS_MAX
            || number(line, "Rows Removed by Filter: ") > ROWS_MAX;
        (through || many).then(|| format!("reads through a table: {}", line.trim()))
    })
}

fn number(line: &str, before: &str) -> f64 {
    let digits = line.split(before).nth(1).unwrap_or_default();
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    digits[..end].parse().unwrap_or(0.0)
}

fn cluster() -> Option<Cluster> {
    Cluster::start_or_skip(&Settings { more: vec![("autovacuum", "off")], ..Settings::default() })
}

/// Nobody has ever looked at the tables; then somebody has.
#[test]
fn without_statistics_and_with_fresh_ones_nothing_is_read_through() {
    let Some(cluster) = cluster() else { return };
    let stage = Stage::new(&cluster, 9_200);
    stage.fill();
    let work = |stage: &Stage<'_>| stage.open().work();
    println!("{} plans without statistics", stage.watch(work));
    stage.sql("ANALYZE");
    let stage = Stage { seed: 9_201, ..stage };
    let plans = stage.watch(|stage| {
        let mut node = stage.open();
        node.turn = 1;
        node.work();
        stage.history();
    });
    println!("{plans} plans with fresh statistics");
}

/// The tables were looked at when they were all but empty, and sessions made their plans then.
#[test]
fn with_statistics_of_empty_tables_nothing_is_read_through() {
    let Some(cluster) = cluster() else { return };
    let stage = Stage::new(&cluster, 9_202);
    stage.sql("ANALYZE");
    let plans = stage.watch(|stage| {
        let mut node = stage.open();
        // Often enough for plans that are kept.
        for _ in 0..6 {
            node.readers.read(ask_everything).unwrap();
        }
        node.work();
        stage.fill();
        node.work();
        drop(node);
        let mut node = stage.open();
        node.turn = 2;
        node.work();
        stage.history();
    });
    println!("{plans} plans with statistics of empty tables");
}

/// The test sees what it is there to see.
#[test]
fn a_statement_that_reads_through_a_table_is_noticed() {
    let entry = "\tQuery Text: SELECT a\n\tFROM payment\n\tSeq Scan on payment  (cost=0.00..1.00 rows=1 width=1) (actual rows=1 loops=1)\n";
    let log = format!("2026 [1] LOG:  duration: 0.1 ms  plan:\n{entry}2026 [1] LOG:  other\n");
    let found: Vec<String> = entries(&log).collect();
    assert_eq!(found, [entry]);
    assert!(reads_through(entry).is_some());
    assert!(reads_through(&entry.replace("payment ", "policy ")).is_none());
    let index = entry.replace("Seq Scan on payment", "Index Scan using payment_pkey on payment");
    assert!(reads_through(&index).is_none());
    assert!(reads_through(&index.replace("actual rows=1", "actual rows=20000")).is_some());
    assert!(reads_through(&format!("{index}\t  Rows Removed by Filter: 20000\n")).is_some());
}
