//! Two nodes on one database, people who pay through both at once, and what must hold whatever happened meanwhile.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use app::desk::Desk;
use app::group::{Book, Decided, Policies};
use domain::id::MemberId;
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::{Kind, Network};
use domain::money::{Currency, Money};
use domain::policy::{Policy, TierLimits};
use domain::refusal::Refusal;
use domain::request::{Admin, Answer, Envelope, Message, Outcome, Request};
use domain::time::SECOND_US;
use store::{Options, Readers, Writer};
use testkit::cluster::Database;
use testkit::histories::Folder;
use testkit::policy;
use testkit::random::Random;
use testkit::world::{Said, digest, key_of, post};
use tokio::runtime::Runtime;

/// People who pay at the same time.
pub(crate) const PAYERS: usize = 32;

/// What everybody begins with, in cents.
const BEGIN_CENTS: i64 = 5_000_000;

/// How often one payment is asked for before its payer gives up.
const TRIES_MAX: usize = 60;

/// How long a payer waits after an error.
const PAUSE: Duration = Duration::from_millis(100);

/// Payments that must come through before a fault and after it.
const THROUGH: usize = 150;

/// How long they may take: a database on a slow wire in a build for tests.
const PATIENCE: Duration = Duration::from_secs(90);

/// Limits that do not stop the load.
pub(crate) fn generous() -> Policies {
    let mut policy: Policy = policy::usual();
    policy.payments_per_ten_minutes = 100_000;
    for currency in &mut policy.currencies {
        currency.to_person = BEGIN_CENTS;
        currency.exempt_payment = BEGIN_CENTS;
        currency.exempt_total = i64::MAX / 4;
        currency.tiers = vec![TierLimits { day: i64::MAX / 4, month: i64::MAX / 4 }; 3];
    }
    Policies::new(vec![policy])
}

/// Opens a node's part of a database.
pub(crate) fn connect(url: &str, folder: &Folder) -> store::Database {
    store::connect(url, &folder.0, Options { readers: 2, ..Options::default() }).unwrap()
}

/// A message on the square.
pub(crate) fn said(id: &str, author: &str, text: &str) -> Said {
    Said { id: id.into(), author: author.into(), text: text.into(), direct: false, reply_to: None }
}

/// The request that a message makes, with chance of its own each time.
pub(crate) fn envelope(said: &Said, random: &mut Random) -> Envelope {
    let key = Some(key_of(&said.id));
    Envelope { key, digest: digest(said), random: random.bytes(), request: post(said) }
}

/// An act of the operator.
fn admin(admin: Admin, random: &mut Random) -> Envelope {
    Envelope { key: None, digest: 0, random: random.bytes(), request: Request::Admin(admin) }
}

/// Adds a member.
pub(crate) fn add(handle: &str, random: &mut Random) -> Envelope {
    let (handle, name) = (handle.to_owned(), handle.to_owned());
    let (kind, lang) = (Kind::Person, Lang::Fr);
    admin(Admin::AddMember { handle, name, kind, lang, tier: 2 }, random)
}

/// Books a bank transfer for a member.
pub(crate) fn credit(member: MemberId, cents: i64, random: &mut Random) -> Envelope {
    let amount = Money::new(cents, Currency::EUR);
    let reference = "first money".to_owned();
    admin(Admin::Credit { member, amount, from: House::Bank, reference }, random)
}

/// Whose handle this is.
pub(crate) fn member(readers: &Readers, handle: &str) -> MemberId {
    let found = readers.read(|read| read.profile_by_handle(Network::SQUARE, handle)).unwrap();
    found.unwrap().member.id
}

/// Cents that a member has, and how many of them are set aside.
pub(crate) fn cents(readers: &Readers, member: MemberId) -> (i64, i64) {
    let wallets = readers.read(|read| read.wallets(member)).unwrap();
    wallets.first().map_or((0, 0), |wallet| (wallet.posted, wallet.held))
}

/// One payment that somebody asked for.
pub(crate) struct Call {
    payer: usize,
    payee: usize,
    cents: i64,
    said: Said,
    /// `None` where its payer gave up.
    answer: Option<Answer>,
}

/// The nodes under load.
struct Nodes {
    desks: Vec<Desk<Writer>>,
    stopped: AtomicBool,
    acknowledged: Mutex<Vec<Instant>>,
    /// Whether each request is handed to every node at once.
    twice: AtomicBool,
}

impl Nodes {
    /// Asks one node after the other until one answers. *Busy* is no answer: nothing was kept.
    async fn ask(&self, first: usize, said: &Said, random: &mut Random) -> Option<Answer> {
        for attempt in 0..TRIES_MAX {
            let desk = |number: usize| &self.desks[(first + attempt + number) % self.desks.len()];
            let (one, other) = (envelope(said, random), envelope(said, random));
            let decided = if self.twice.load(Ordering::SeqCst) {
                agreed(tokio::join!(desk(0).decide(one), desk(1).decide(other)))
            } else {
                desk(0).decide(one).await
            };
            match decided {
                Ok(answer) if answer.outcome != Outcome::Refused(Refusal::Busy) => {
                    return Some(answer);
                }
                Ok(_) | Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
        None
    }

    /// Pays the shop and a neighbour in turns until it is told to stop.
    async fn pay(&self, payer: usize) -> Vec<Call> {
        let mut random = Random::new(7_000 + u64::try_from(payer).unwrap());
        let mut calls = Vec::new();
        while !self.stopped.load(Ordering::SeqCst) {
            let number = calls.len();
            let payee = if number.is_multiple_of(2) { PAYERS } else { (payer + 1) % PAYERS };
            // No amount twice, so that none looks like a repeat of another.
            let cents = 1 + i64::try_from(number).unwrap();
            let text =
                format!("@obole #envoyer {}.{:02}€ @{}", cents / 100, cents % 100, name(payee));
            let said = said(&format!("pay-{payer}-{number}"), &name(payer), &text);
            let answer = self.ask(payer + number, &said, &mut random).await;
            if answer.is_some() {
                self.acknowledged.lock().unwrap().push(Instant::now());
            }
            calls.push(Call { payer, payee, cents, said, answer });
        }
        calls
    }
}

/// What two nodes say about one request: one of them decided it, the other found it decided.
fn agreed(decided: (Decided, Decided)) -> Decided {
    let (Ok(one), Ok(other)) = &decided else { return decided.0.or(decided.1) };
    if [one, other].iter().all(|answer| answer.outcome == Outcome::Done) {
        assert_eq!((&one.payments, &one.messages), (&other.payments, &other.messages));
        assert!(one.repeated || other.repeated, "decided twice: {one:?}");
        return decided.0;
    }
    // *Busy* is no answer.
    if one.outcome == Outcome::Done { decided.0 } else { decided.1 }
}

/// The payers, and behind them the shop.
fn name(number: usize) -> String {
    if number == PAYERS { "shop".to_owned() } else { format!("payer{number}") }
}

/// Two nodes on one database with people who have money.
pub(crate) struct Load {
    runtime: Runtime,
    nodes: Arc<Nodes>,
    threads: Vec<JoinHandle<()>>,
    readers: Readers,
    members: Vec<MemberId>,
    folder: Folder,
}

impl Load {
    /// Opens one node at each of the URLs.
    pub(crate) fn new(urls: &[&str], seed: u64) -> Self {
        let folder = Folder::new(seed);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_time()
            .build()
            .unwrap();
        let (mut desks, mut threads, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for url in urls {
            let database = connect(url, &folder);
            let (desk, thread) = Desk::open(Book::new(database.engine, generous()));
            desks.push(desk);
            threads.push(thread);
            all.push(database.readers);
        }
        let (stopped, twice) = (AtomicBool::default(), AtomicBool::default());
        let nodes = Nodes { desks, stopped, acknowledged: Mutex::default(), twice };
        let readers = all.remove(0);
        let (nodes, members) = (Arc::new(nodes), Vec::new());
        let mut load = Self { runtime, nodes, threads, readers, members, folder };
        load.people();
        load
    }

    /// Every request is handed to both nodes at once from now on.
    pub(crate) fn delivered_twice(self) -> Self {
        self.nodes.twice.store(true, Ordering::SeqCst);
        self
    }

    fn people(&mut self) {
        let mut random = Random::new(1);
        let desk = self.nodes.desks[0].clone();
        let decide = |envelope| self.runtime.block_on(desk.decide(envelope)).unwrap();
        for handle in (0..=PAYERS).map(name) {
            decide(add(&handle, &mut random));
            let member = member(&self.readers, &handle);
            decide(credit(member, BEGIN_CENTS, &mut random));
            self.members.push(member);
        }
        self.told();
    }

    /// Waits until so many more payments were acknowledged.
    pub(crate) fn comes_through(&self, payments: usize) {
        let count = || self.nodes.acknowledged.lock().unwrap().len();
        let (begun, goal) = (Instant::now(), count() + payments);
        while count() < goal {
            assert!(begun.elapsed() < PATIENCE, "{} of {goal} payments came through", count());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Lets everybody pay while `fault` happens, and says what came of it: a row of a table.
    pub(crate) fn suffer(
        self,
        name: &str,
        database: &Look<'_>,
        fault: impl FnOnce(&Self),
    ) -> String {
        let pay = |payer| {
            let nodes = Arc::clone(&self.nodes);
            self.runtime.spawn(async move { nodes.pay(payer).await })
        };
        let tasks: Vec<_> = (0..PAYERS).map(pay).collect();
        self.comes_through(THROUGH);
        fault(&self);
        self.comes_through(THROUGH);
        self.nodes.stopped.store(true, Ordering::SeqCst);
        let calls: Vec<Call> =
            tasks.into_iter().flat_map(|task| self.runtime.block_on(task).unwrap()).collect();
        let acknowledged = calls.iter().filter(|call| call.answer.is_some()).count();
        let lost = self.lost(&calls);
        let doubled = database.doubled();
        let row = format!(
            "| {name} | {} | {acknowledged} | {lost} | {doubled} | {:.1} |",
            calls.len(),
            self.silence().as_secs_f64()
        );
        assert_eq!((lost, doubled), (0, 0), "{name}: lost and doubled");
        self.holds(calls, database);
        row
    }

    /// Acknowledged payments that are not there as they were acknowledged.
    fn lost(&self, calls: &[Call]) -> usize {
        let is_there = |call: &&Call| {
            let Some(answer) = &call.answer else { return true };
            let kept = self.readers.read(|read| read.answer(key_of(&call.said.id))).unwrap();
            let payment = answer.payments.first().map(|id| {
                self.readers.read(|read| read.payment(*id)).unwrap().is_some_and(|payment| {
                    payment.origin == key_of(&call.said.id) && payment.amount.minor == call.cents
                })
            });
            payment == Some(true)
                && kept.is_some_and(|kept| {
                    kept.payments == answer.payments && kept.messages == answer.messages
                })
        };
        calls.iter().filter(|call| !is_there(call)).count()
    }

    /// The longest time in which nobody was answered.
    fn silence(&self) -> Duration {
        let mut at = self.nodes.acknowledged.lock().unwrap().clone();
        at.sort_unstable();
        at.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or_default()
    }

    /// Asks for everything again: each payment is there once, told once in the same words, and the books are right.
    fn holds(self, calls: Vec<Call>, database: &Look<'_>) {
        let mut random = Random::new(99);
        let mut cents = vec![BEGIN_CENTS; self.members.len()];
        let mut said: Vec<String> = Vec::new();
        for call in &calls {
            let again = self.nodes.ask(call.payer, &call.said, &mut random);
            let again = self.runtime.block_on(again).expect("nothing is in the way any more");
            assert_eq!((&again.outcome, again.payments.len()), (&Outcome::Done, 1), "{again:?}");
            if let Some(answer) = &call.answer {
                assert!(again.repeated && again.payments == answer.payments, "{again:?}");
                assert_eq!(again.messages, answer.messages);
            }
            cents[call.payer] -= call.cents;
            cents[call.payee] += call.cents;
            said.extend(again.messages.iter().map(written));
        }
        said.sort_unstable();
        let found: Vec<i64> =
            self.members.iter().map(|member| self::cents(&self.readers, *member).0).collect();
        assert_eq!(found, cents, "each was paid once");
        assert_eq!(database.payments(), (calls.len(), 0));
        assert_eq!(self.told(), said, "each answer is told once, as it was given");
        assert_eq!(database.steps_back(), "0\n", "a statement's instants never go back");
        let proved = self.readers.read(|read| Ok(store::verify(read))).unwrap();
        assert!(proved.is_ok(), "{:?}", proved.err());
        self.close();
    }

    /// Empties the outbox, node by node in turns.
    fn told(&self) -> Vec<String> {
        let mut told = Vec::new();
        for desk in self.nodes.desks.iter().cycle() {
            let leased = self.runtime.block_on(desk.write(|engine| {
                let now = engine.now();
                engine.lease(Network::SQUARE, now, now.plus_us(30 * SECOND_US), 500)
            }));
            let leased = leased.unwrap();
            if leased.is_empty() {
                break;
            }
            told.extend(leased.iter().map(|leased| written(&leased.message)));
            let done: Vec<(i64, i64)> = leased.iter().map(|one| (one.id, one.fence)).collect();
            self.runtime.block_on(desk.write(move |engine| engine.delivered(&done))).unwrap();
        }
        assert_eq!(self.readers.read(|read| read.outbox_count()).unwrap(), 0);
        told.sort_unstable();
        told
    }

    fn close(self) {
        for desk in &self.nodes.desks {
            self.runtime.block_on(desk.close());
        }
        for thread in self.threads {
            thread.join().unwrap();
        }
        drop(self.folder);
    }
}

fn written(message: &Message) -> String {
    format!("{message:?}")
}

/// A look at the rows themselves.
pub(crate) struct Look<'a>(pub(crate) Box<dyn Fn(&str) -> String + 'a>);

impl<'a> Look<'a> {
    /// At a test's database.
    pub(crate) fn at(database: &'a Database<'_>) -> Self {
        Self(Box::new(|question| database.sql(question).unwrap()))
    }

    /// How many payments there are, and how many of them are more than the first of their request.
    fn payments(&self) -> (usize, usize) {
        let counts = (self.0)("SELECT count(*), count(*) - count(DISTINCT origin) FROM payment");
        let mut counts = counts.trim().split('|').map(|count| count.parse().unwrap());
        (counts.next().unwrap(), counts.next().unwrap())
    }

    fn doubled(&self) -> usize {
        self.payments().1
    }

    /// Lines of statements that are older than the line before them.
    fn steps_back(&self) -> String {
        (self.0)(
            "SELECT count(*) FROM (SELECT at < lag(at) OVER (PARTITION BY member, currency
                 ORDER BY number) AS back FROM line) AS lines WHERE back",
        )
    }
}
