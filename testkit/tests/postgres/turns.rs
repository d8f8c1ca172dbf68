//! Two nodes decide about the same rows at the same instant: one is held just before its commit, the other waits for
//! its locks, and then decides on what the first one left.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use app::group::Book;
use domain::context::token_hash;
use domain::id::PaymentId;
use domain::payment::State;
use domain::port::{Engine, Fault};
use domain::refund::RefundOrder;
use domain::refusal::Refusal;
use domain::request::{Answer, Envelope, Outcome, Request};
use domain::rows::{Key, Rows};
use domain::say::Arg;
use domain::time::{MILLISECOND_US, Timestamp};
use store::{Readers, Writer};
use testkit::cluster::{Cluster, Database};
use testkit::histories::Folder;
use testkit::proxy::Cut;
use testkit::random::Random;

use crate::load::{add, cents, connect, credit, envelope, generous, member, said};

/// An engine that waits before each commit until it is let.
pub(crate) struct Held {
    pub(crate) engine: Writer,
    /// Told when a commit waits.
    pub(crate) waits: Sender<()>,
    /// Once nobody is there to let it, it goes on.
    pub(crate) go: Receiver<()>,
}

impl Engine for Held {
    fn rows_kept_max(&self) -> usize {
        self.engine.rows_kept_max()
    }

    fn begin(&mut self) -> Result<Timestamp, Fault> {
        self.engine.begin()
    }

    fn load(&mut self, keys: &[Key], rows: &mut Rows) -> Result<Timestamp, Fault> {
        self.engine.load(keys, rows)
    }

    fn write(&mut self, rows: &Rows) -> Result<(), Fault> {
        self.engine.write(rows)
    }

    fn commit(&mut self) -> Result<(), Fault> {
        let _nobody = self.waits.send(());
        let _nobody = self.go.recv();
        self.engine.commit()
    }

    fn roll_back(&mut self) {
        self.engine.roll_back();
    }
}

/// A database with alice, bob and carol, where alice has 300 €.
struct Stage {
    database: Database<'static>,
    folder: Folder,
    readers: Readers,
    book: Book<Writer>,
    random: Random,
}

impl Stage {
    fn new(cluster: &'static Cluster, seed: u64) -> Self {
        let (database, folder) = (cluster.database().unwrap(), Folder::new(seed));
        let store::Database { engine, readers, .. } = connect(&database.url(), &folder);
        let (book, random) = (Book::new(engine, generous()), Random::new(seed));
        let mut stage = Self { database, folder, readers, book, random };
        for handle in ["alice", "bob", "carol"] {
            let add = add(handle, &mut stage.random);
            stage.decide(add);
        }
        let first_money = credit(member(&stage.readers, "alice"), 30_000, &mut stage.random);
        stage.decide(first_money);
        stage
    }

    fn decide(&mut self, envelope: Envelope) -> Answer {
        self.book.decide(vec![envelope]).remove(0).unwrap()
    }

    fn say(&mut self, id: &str, author: &str, text: &str) -> Envelope {
        envelope(&said(id, author, text), &mut self.random)
    }

    fn act(&mut self, request: Request) -> Envelope {
        Envelope { key: None, digest: 0, random: self.random.bytes(), request }
    }

    /// Lets one node decide up to its commit, begins the other, and lets the first one go on when the other waits.
    fn both(&mut self, first: Envelope, second: Envelope) -> (Answer, Answer) {
        let engine = connect(&self.database.url(), &self.folder).engine;
        let ((waits, waiting), (go, let_go)) = (channel(), channel());
        let mut held = Book::new(Held { engine, waits, go: let_go }, generous());
        let (book, database) = (&mut self.book, &self.database);
        std::thread::scope(|scope| {
            let first = scope.spawn(move || held.decide(vec![first]).remove(0).unwrap());
            waiting.recv().unwrap();
            let second = scope.spawn(move || book.decide(vec![second]).remove(0).unwrap());
            until_somebody_waits(database);
            assert!(!second.is_finished());
            drop(go);
            (first.join().unwrap(), second.join().unwrap())
        })
    }

    fn cents(&self, handle: &str) -> (i64, i64) {
        cents(&self.readers, member(&self.readers, handle))
    }

    fn end(self) {
        let proved = self.readers.read(|read| Ok(store::verify(read))).unwrap();
        assert!(proved.is_ok(), "{:?}", proved.err());
    }
}

fn until_somebody_waits(database: &Database<'_>) {
    let waiting = "SELECT count(*) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let begun = Instant::now();
    while database.sql(waiting).unwrap() != "1\n" {
        assert!(begun.elapsed() < Duration::from_secs(15), "nobody waits");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn refused(answer: &Answer) -> &Refusal {
    let Outcome::Refused(refusal) = &answer.outcome else { panic!("{answer:?}") };
    refusal
}

/// What alice's message set aside, and the token of its link.
fn set_aside(stage: &mut Stage) -> (PaymentId, String) {
    let send = stage.say("aside", "alice", "@obole #envoyer 20€ @dave");
    let answer = stage.decide(send);
    let links = answer.messages.iter().flat_map(|message| &message.say.args);
    let mut token = links.filter_map(|(_, arg)| match arg {
        Arg::Link(link) => link.strip_prefix("/claim/").map(str::to_owned),
        _ => None,
    });
    (answer.payments[0], token.next_back().unwrap())
}

#[test]
fn a_balance_is_spent_once() {
    let Some(cluster) = Cluster::shared() else { return };
    let mut stage = Stage::new(cluster, 9_100);
    let to_bob = stage.say("to-bob", "alice", "@obole #envoyer 300€ @bob");
    let to_carol = stage.say("to-carol", "alice", "@obole #envoyer 300€ @carol");
    let (first, second) = stage.both(to_bob, to_carol);
    assert_eq!(first.outcome, Outcome::Done);
    assert!(matches!(refused(&second), Refusal::InsufficientFunds { .. }), "{second:?}");
    let have = ["alice", "bob", "carol"].map(|handle| stage.cents(handle));
    assert_eq!(have, [(0, 0), (30_000, 0), (0, 0)]);
    stage.end();
}

/// Money that comes in while the payer's group waits is money it can spend.
#[test]
fn what_has_just_come_can_be_spent() {
    let Some(cluster) = Cluster::shared() else { return };
    let mut stage = Stage::new(cluster, 9_101);
    let to_bob = stage.say("to-bob", "alice", "@obole #envoyer 300€ @bob");
    let to_carol = stage.say("to-carol", "bob", "@obole #envoyer 300€ @carol");
    let (first, second) = stage.both(to_bob, to_carol);
    assert_eq!((first.outcome, second.outcome), (Outcome::Done, Outcome::Done));
    let have = ["alice", "bob", "carol"].map(|handle| stage.cents(handle));
    assert_eq!(have, [(0, 0), (0, 0), (30_000, 0)]);
    stage.end();
}

/// The same message reached both nodes.
#[test]
fn a_message_that_comes_twice_at_once_is_one() {
    let Some(cluster) = Cluster::shared() else { return };
    let mut stage = Stage::new(cluster, 9_102);
    let once = stage.say("once", "alice", "@obole #envoyer 12€ @bob");
    let again = stage.say("once", "alice", "@obole #envoyer 12€ @bob");
    let (first, second) = stage.both(once, again);
    assert!(!first.repeated && second.repeated);
    assert_eq!((&first.payments, &first.messages), (&second.payments, &second.messages));
    assert_eq!(stage.cents("bob"), (1_200, 0));
    stage.end();
}

/// Nothing is locked that is not there yet: the second node finds out as it writes, and decides again.
#[test]
fn a_handle_is_given_once() {
    let Some(cluster) = Cluster::shared() else { return };
    let mut stage = Stage::new(cluster, 9_105);
    let [one, other] = [1, 2].map(|_| add("dave", &mut stage.random));
    let (first, second) = stage.both(one, other);
    assert_eq!(first.outcome, Outcome::Done);
    assert_eq!(*refused(&second), Refusal::HandleTaken);
    stage.end();
}

/// Whoever asks a node whose connection is lost at the commit, on either side of it, is answered by the first try.
#[test]
fn a_group_that_was_cut_off_is_done_again_by_its_node() {
    let Some(cluster) = Cluster::shared() else { return };
    let mut stage = Stage::new(cluster, 9_106);
    let (proxy, url) = stage.database.wire().unwrap();
    let mut book = Book::new(connect(&url, &stage.folder).engine, generous());
    for (number, cut) in [(1, Cut::Before), (2, Cut::After)] {
        proxy.cut_at_commit(Some(cut));
        let text = format!("@obole #envoyer {number}€ @bob");
        let say = stage.say(&format!("cut-{number}"), "alice", &text);
        let answer = book.decide(vec![say]).remove(0).unwrap();
        assert_eq!((&answer.outcome, proxy.cuts_at_commit()), (&Outcome::Done, number));
        assert_eq!(answer.repeated, cut == Cut::After, "what was committed is found again");
    }
    assert_eq!(stage.cents("bob"), (300, 0));
    stage.end();
}

#[test]
fn a_claim_has_one_claimant() {
    let Some(cluster) = Cluster::shared() else { return };
    let mut stage = Stage::new(cluster, 9_103);
    let (payment, token) = set_aside(&mut stage);
    let [bob, carol] = ["bob", "carol"].map(|handle| member(&stage.readers, handle));
    let claim = |member| Request::Claim { member, token_hash: token_hash(&token), wanted: true };
    let (by_bob, by_carol) = (stage.act(claim(bob)), stage.act(claim(carol)));
    let (first, second) = stage.both(by_bob, by_carol);
    assert_eq!(first.outcome, Outcome::Done);
    assert_eq!(*refused(&second), Refusal::ClaimEnded);
    let kept = stage.readers.read(|read| read.payment(payment)).unwrap().unwrap();
    assert_eq!(kept.state, State::Claimed);
    assert_eq!(kept.claim.unwrap().by.unwrap().0, bob);
    stage.end();
}

#[test]
fn a_hold_ends_once() {
    let Some(cluster) = Cluster::shared() else { return };
    let mut stage = Stage::new(cluster, 9_104);
    let (payment, token) = set_aside(&mut stage);
    assert_eq!(stage.cents("alice"), (30_000, 2_000));
    let [alice, bob] = ["alice", "bob"].map(|handle| member(&stage.readers, handle));
    // The payer takes it back, and whoever has the link gives it back.
    let cancel = stage.act(Request::Cancel { member: alice, payment });
    let decline = Request::Claim { member: bob, token_hash: token_hash(&token), wanted: false };
    let decline = stage.act(decline);
    let (first, second) = stage.both(cancel, decline);
    assert_eq!(first.outcome, Outcome::Done);
    assert_eq!(*refused(&second), Refusal::ClaimEnded);
    assert_eq!(stage.cents("alice"), (30_000, 0));
    let kept = stage.readers.read(|read| read.payment(payment)).unwrap().unwrap();
    assert_eq!(kept.state, State::Cancelled);
    stage.end();
}

/// Both nodes are told to give all of a payment back.
#[test]
fn a_payment_is_given_back_once() {
    let Some(cluster) = Cluster::shared() else { return };
    let mut stage = Stage::new(cluster, 9_107);
    let pay = stage.say("pay", "alice", "@obole #envoyer 12€ @bob");
    let payment = stage.decide(pay).payments[0];
    let bob = member(&stage.readers, "bob");
    let order = || RefundOrder { member: bob, payment, amount: None, proof: None };
    let [one, other] = [(); 2].map(|()| stage.act(Request::Refund(order())));
    let (first, second) = stage.both(one, other);
    assert_eq!(first.outcome, Outcome::Done, "{first:?}");
    assert_eq!(*refused(&second), Refusal::RefundDone);
    assert_eq!(["alice", "bob"].map(|handle| stage.cents(handle)), [(30_000, 0), (0, 0)]);
    stage.end();
}

/// Both nodes seal what there is: one seal stands, and nothing is in two.
#[test]
fn what_two_nodes_seal_is_sealed_once() {
    let Some(cluster) = Cluster::shared() else { return };
    let mut stage = Stage::new(cluster, 9_108);
    let mut other = connect(&stage.database.url(), &stage.folder).engine;
    let now = other.begin().and_then(|_| other.settled()).unwrap();
    other.commit().unwrap();
    let now = now.plus_us(MILLISECOND_US);
    let batch = stage.readers.read(|read| read.batch(now)).unwrap().unwrap();
    other.begin().unwrap();
    assert!(other.add_seal(&batch).unwrap().is_some());
    let (book, database) = (&mut stage.book, &stage.database);
    std::thread::scope(|scope| {
        let second = scope.spawn(|| {
            let engine = book.engine();
            engine.begin().unwrap();
            let sealed = engine.add_seal(&batch);
            engine.roll_back();
            sealed
        });
        until_somebody_waits(database);
        other.commit().unwrap();
        // It finds the number taken, or the seal.
        match second.join().unwrap() {
            Ok(seal) => assert!(seal.is_none()),
            Err(fault) => assert!(fault.again, "{fault}"),
        }
    });
    assert!(!stage.readers.read(store::Reader::unsealed).unwrap());
    stage.end();
}
