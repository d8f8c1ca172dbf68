//! A group's rows are loaded for all of it at once; a request whose rows cannot be had joins the next group, and
//! nothing overtakes it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;

use app::desk::Desk;
use app::group::{Book, Chore, Decided, Policies, Waiting};
use domain::id::MemberId;
use domain::member::Kind;
use domain::money::{Currency, Money};
use domain::refusal::Refusal;
use domain::request::{Answer, Envelope, Outcome};
use domain::rows::Key;
use testkit::memory::{Disk, Memory, Planned, Step, Tables};
use testkit::policy;
use testkit::watched::{Eye, Watched};
use testkit::world::{Said, World, digest, key_of, post};

/// Groups that a request may leave before it is refused.
const POSTPONED_MAX: usize = 3;

/// Requests handed in at a desk: more than one group takes.
const REQUESTS: u16 = 1500;

/// Loads of one group: the first, and the rounds after it.
const LOADS_MAX: usize = 5;

/// Requests and chores that the desk puts into one group.
const GROUP_MAX: usize = 1024;

fn said(number: u16, author: &str, text: &str) -> Envelope {
    let (id, direct) = (format!("post-{number}"), !text.starts_with('@'));
    let said = Said { id, author: author.into(), text: text.into(), direct, reply_to: None };
    let key = Some(key_of(&said.id));
    let mut random = [0; 32];
    random[12..14].copy_from_slice(&number.to_be_bytes());
    Envelope { key, digest: digest(&said), random, request: post(&said) }
}

/// A book that knows no rows yet, on the disk of a world, under an eye.
struct Cold {
    world: World,
    eye: Eye,
    book: Book<Watched<Memory>>,
}

impl Cold {
    fn new(world: World) -> Self {
        let eye = Eye::default();
        let policies = Policies::new(vec![policy::usual()]);
        let book = Book::new(eye.watch(world.disk().engine()), policies);
        Self { world, eye, book }
    }

    fn disk(&self) -> &Disk {
        self.world.disk()
    }

    fn tables(&self) -> Tables {
        self.disk().read(Clone::clone)
    }

    /// Keeps back what hangs on `member`'s latest payments: every payment of theirs.
    fn keep_back_payments_of(&self, member: MemberId) {
        self.eye.keep_back(move |key| *key == Key::Latest(member));
    }

    /// Decides one group; the requests that are postponed stay in it.
    fn group(&mut self, waiting: &mut Vec<Waiting>) -> Vec<Decided> {
        let done = self.book.group(waiting, &mut []);
        waiting.drain(..done.answers.len());
        done.answers
    }
}

fn waiting(envelopes: impl IntoIterator<Item = Envelope>) -> Vec<Waiting> {
    envelopes.into_iter().map(Waiting::from).collect()
}

fn codes(decided: &Decided) -> Vec<&str> {
    let answer = decided.as_ref().unwrap();
    answer.messages.iter().map(|message| message.say.code.as_ref()).collect()
}

fn busy(decided: &Decided) -> bool {
    *decided == Ok(Answer::refused(Refusal::Busy))
}

#[test]
fn a_cold_group_is_loaded_in_three_rounds_however_large() {
    let mut world = World::empty(policy::usual());
    for number in 0..100 {
        for handle in [format!("from{number}"), format!("to{number}")] {
            world.add(&handle, &handle, Kind::Person, 2);
        }
        world.credit(&format!("from{number}"), Money::new(10_000, Currency::EUR));
    }
    let mut cold = Cold::new(world);
    let payments = |number: u16, range: std::ops::Range<u16>| -> Vec<Envelope> {
        let text = |n| format!("@obole #envoyer {}€ @to{n}", 5 + number / 100);
        range.map(|n| said(number + n, &format!("from{n}"), &text(n))).collect()
    };
    for (range, rounds) in [(0..1, 3), (1..11, 3), (11..100, 3)] {
        let decided = cold.book.decide(payments(0, range.clone()));
        assert!(decided.iter().all(|decided| codes(decided).contains(&"sent")));
        assert_eq!(cold.eye.loads().len(), rounds, "payments {range:?}");
    }
    cold = Cold::new(cold.world);
    let decided = cold.book.decide(payments(100, 0..100));
    assert!(decided.iter().all(|decided| codes(decided).contains(&"sent")));
    let loads = cold.eye.loads();
    assert_eq!(loads.len(), 3, "a hundred cold payments");
    assert_eq!(loads.iter().map(Vec::len).sum::<usize>(), 100 * 8, "each row once");
    cold.book.decide(payments(200, 0..100));
    let loads = cold.eye.loads();
    assert_eq!(loads.len(), 1, "warm payments need but their names");
    assert!(loads[0].iter().all(|key| matches!(key, Key::Done(_))));
}

/// One row for each load: the request needs eight rounds, more than a group has.
#[test]
fn what_takes_more_rounds_than_a_group_has_is_decided_in_the_next() {
    let mut cold = Cold::new(World::new(policy::usual()));
    let mut last = None;
    // Keys come in order: the first of a load is not above the last of the load before.
    cold.eye.keep_back(move |key| {
        let first = last.as_ref().is_none_or(|last| key <= last);
        last = Some(key.clone());
        !first
    });
    let before = cold.tables();
    let mut group = waiting([said(1, "alice", "@obole #envoyer 12€ @bob")]);
    assert_eq!(cold.group(&mut group), []);
    assert_eq!(cold.eye.loads().len(), LOADS_MAX);
    assert_eq!(cold.tables(), before, "nothing is written of what is postponed");
    assert_eq!(codes(&cold.group(&mut group)[0]), ["sent-public", "sent", "received"]);
    assert!(group.is_empty());
}

#[test]
fn what_can_never_be_decided_is_refused_as_busy_and_may_be_sent_again() {
    let mut cold = Cold::new(World::new(policy::usual()));
    cold.keep_back_payments_of(cold.world.member("alice"));
    let before = cold.tables();
    let stuck = said(1, "alice", "@obole #envoyer 12€ @bob");
    let mut group = waiting([stuck.clone()]);
    for _ in 0..POSTPONED_MAX {
        assert_eq!(cold.group(&mut group), []);
    }
    assert!(busy(&cold.group(&mut group)[0]));
    assert_eq!(cold.tables(), before, "a busy answer is not remembered");
    assert!(cold.eye.loads().len() <= LOADS_MAX * (POSTPONED_MAX + 1));

    cold.eye.keep_nothing_back();
    let answer = cold.book.decide(vec![stuck]).remove(0).unwrap();
    assert_eq!((answer.outcome, answer.repeated), (Outcome::Done, false));
    assert_eq!(answer.payments.len(), 1);
}

#[test]
fn nothing_overtakes_a_request_that_is_postponed() {
    let mut cold = Cold::new(World::new(policy::usual()));
    cold.keep_back_payments_of(cold.world.member("alice"));
    let mut group = waiting([
        said(1, "bob", "@obole #envoyer 12€ @carol"),
        said(2, "alice", "@obole #envoyer 50€ @bob"),
        said(3, "carol", "solde"),
        said(4, "alice", "annuler"),
    ]);
    let first = cold.group(&mut group);
    assert_eq!(first.len(), 1, "bob's is in front of alice's");
    assert_eq!(codes(&first[0]), ["sent-public", "sent", "received"]);
    cold.eye.keep_nothing_back();
    // Newer work comes behind what waits.
    group.extend(waiting([said(5, "alice", "@obole #envoyer 50€ @bob")]));
    let then = cold.group(&mut group);
    assert_eq!(codes(&then[0]), ["look-public", "approve-please"]);
    assert_eq!(codes(&then[2]), ["cancelled"]);
    assert_eq!(then[2].as_ref().unwrap().payments, then[0].as_ref().unwrap().payments);
    assert_eq!(
        codes(&then[3]),
        ["look-public", "approve-please"],
        "the cancelled one is no double"
    );
}

/// The one in front waits for good; those behind are decided in the group that refuses it.
#[test]
fn one_that_is_stuck_delays_the_others_by_three_groups_at_most() {
    let mut cold = Cold::new(World::new(policy::usual()));
    let (alice, carol) = (cold.world.member("alice"), cold.world.member("carol"));
    cold.eye.keep_back(move |key| [Key::Latest(alice), Key::Latest(carol)].contains(key));
    let mut group = waiting([
        said(1, "alice", "@obole #envoyer 12€ @bob"),
        said(2, "bob", "@obole #envoyer 12€ @refuge"),
        said(3, "carol", "@obole #envoyer 12€ @bob"),
        said(4, "bob", "solde"),
    ]);
    for _ in 0..POSTPONED_MAX {
        assert_eq!(cold.group(&mut group), []);
    }
    let answers = cold.group(&mut group);
    assert_eq!(answers.iter().map(busy).collect::<Vec<_>>(), [true, false, true, false]);
    assert_eq!(codes(&answers[3]), ["balance"]);
}

/// A group that fails and has a request to postpone: done again in halves, and still nothing overtakes.
#[test]
fn halves_of_a_failed_group_keep_the_order_and_every_chore() {
    let mut cold = Cold::new(World::new(policy::usual()));
    cold.keep_back_payments_of(cold.world.member("alice"));
    let mut group = waiting([
        said(1, "bob", "@obole #envoyer 12€ @carol"),
        said(2, "alice", "@obole #envoyer 12€ @bob"),
        said(3, "carol", "solde"),
        said(4, "carol", "historique"),
    ]);
    cold.disk().plan(Some(Planned { step: Step::Write, after: 0, passing: false }));
    let ran = Arc::new(AtomicUsize::new(0));
    let chore = || -> Chore<Watched<Memory>> {
        let ran = ran.clone();
        Box::new(move |_| {
            ran.fetch_add(1, Ordering::Relaxed);
            Ok(())
        })
    };
    let done = cold.book.group(&mut group, &mut [chore(), chore()]);
    assert_eq!(done.answers.len(), 1);
    assert_eq!(done.chores, [Ok(()), Ok(())]);
    assert_eq!(ran.load(Ordering::Relaxed), 2);
    group.drain(..1);
    cold.eye.keep_nothing_back();
    let then = cold.group(&mut group);
    assert!(codes(&then[0]).contains(&"sent"));
    assert_eq!(codes(&then[2]), ["history-in", "history-top-up", "history-more"]);
}

/// The first request is stuck and its group is under way while the others arrive and the desk is closed.
#[test]
fn a_desk_that_is_closed_answers_what_it_had_postponed() {
    let cold = Cold::new(World::new(policy::usual()));
    let alice = cold.world.member("alice");
    let (gate, gated) = channel::<()>();
    cold.eye.keep_back(move |key| {
        // Once the gate is gone it stays open.
        let _ = gated.recv();
        *key == Key::Latest(alice)
    });
    let (disk, eye) = (cold.world.disk().clone(), cold.eye.clone());
    let (desk, thread) = Desk::open(cold.book);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let answers: Vec<Decided> = runtime.block_on(async {
        let handed_in = Arc::new(AtomicUsize::new(0));
        let hand_in = |envelope| {
            let (desk, handed_in) = (desk.clone(), handed_in.clone());
            tokio::spawn(async move {
                handed_in.fetch_add(1, Ordering::Relaxed);
                desk.decide(envelope).await
            })
        };
        let mut tasks = vec![hand_in(said(0, "alice", "@obole #envoyer 12€ @bob"))];
        tasks.extend((1..REQUESTS).map(|n| hand_in(said(n, "bob", "solde"))));
        while handed_in.load(Ordering::Relaxed) < usize::from(REQUESTS) {
            tokio::task::yield_now().await;
        }
        desk.close().await;
        drop(gate);
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        answers
    });
    thread.join().unwrap();
    assert!(busy(&answers[0]));
    assert!(answers[1..].iter().all(|decided| codes(decided) == ["balance"]));
    assert_eq!(disk.read(|tables| tables.payments.len()), 0);
    let names = |keys: &Vec<Key>| keys.iter().filter(|key| matches!(key, Key::Done(_))).count();
    let groups: Vec<usize> = eye.loads().iter().map(names).filter(|names| *names > 0).collect();
    assert!(groups.iter().all(|requests| *requests <= GROUP_MAX), "{groups:?}");
    assert_eq!(groups.len(), POSTPONED_MAX + 2, "what waits fills its groups: {groups:?}");
}
