//! The simulator: people who order, answer, repeat, change their minds and mistype, on a machine that fails.
//!
//! One seed is one history, the same on every machine. Requests are delivered in random groups: repeated, reordered,
//! delayed, lost and tried again; the disk fails at any step, keeps rows back, and the program dies between any two.
//! It runs on any engine ([`run_on`]): a real one is mirrored in memory, where everything is looked at. After every group
//! the books are audited, a model that knows only what people were told is compared with the ledger, and a twin that
//! decides the same requests one by one, with nothing in memory, must come to the same rows.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use app::group::{Book, Decided, Policies, Unable};
use domain::bill;
use domain::id::RequestKey;
use domain::port::Engine;
use domain::refusal::Refusal;
use domain::request::{Answer, Envelope, Outcome, Request};
use domain::rows::Rows;
use domain::schedule::{Act, ScheduleState};
use domain::time::{DAY_US, MINUTE_US, SECOND_US, Timestamp};

use crate::audit::Watch;
use crate::memory::{Clock, Disk, Lie, Planned, Step, Tables};
use crate::mirror::{Mirrored, by_code};
use crate::random::Random;
use crate::watched::{Eye, Watched};
use crate::world::{BEGIN, decide, run_of};

use self::model::Model;
use self::people::{Intent, People};

mod model;
mod people;

/// What to run.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Chooses the history.
    pub seed: u64,
    /// How many groups are decided.
    pub steps: usize,
    /// Makes the disk lie, to see that it is found out.
    pub lie: Option<Lie>,
    /// Whether to write down what happens.
    pub trace: bool,
}

/// What a run did.
#[derive(Clone, Copy, Default, Debug)]
#[expect(missing_docs, reason = "plain counts")]
pub struct Count {
    pub requests: usize,
    pub repeats: usize,
    pub refusals: usize,
    pub payments: usize,
    pub faults: usize,
    pub crashes: usize,
    pub bills_paid: usize,
    pub runs_paid: usize,
    pub busy: usize,
}

/// A run that went wrong.
#[derive(Debug)]
pub struct Failure {
    /// What is wrong.
    pub wrong: String,
    /// What happened before, one line for each event, if it was asked for.
    pub trace: Vec<String>,
}

/// Runs one history on the engine in memory.
///
/// # Errors
/// What is wrong, with everything that happened before.
pub fn run(run: Run) -> Result<Count, Box<Failure>> {
    play(run, Disk::engine)
}

/// Runs one history on the engine that `open` gives: a new one at first, and after every crash, when the one before
/// is gone, one on what was committed.
///
/// # Errors
/// What is wrong, with everything that happened before.
pub fn run_on<E: Engine>(
    run: Run,
    mut open: impl FnMut(Clock) -> E,
) -> Result<Count, Box<Failure>> {
    play(run, |disk| Mirrored::new(open(disk.clock()), disk.engine()))
}

fn play<E: Engine>(run: Run, open: impl FnMut(&Disk) -> E) -> Result<Count, Box<Failure>> {
    let mut sim = Sim::new(run, open);
    let result = catch_unwind(AssertUnwindSafe(|| sim.play(run.steps)));
    let wrong = match result {
        Ok(Ok(())) => return Ok(sim.count),
        Ok(Err(wrong)) => wrong,
        Err(_) => "the simulator panicked, see above".to_owned(),
    };
    Err(Box::new(Failure { wrong, trace: sim.trace.unwrap_or_default() }))
}

/// A request on its way.
#[derive(Clone)]
struct Delivery {
    envelope: Envelope,
    intent: Intent,
    /// Whether somebody still waits for the answer and will ask again.
    wanted: bool,
}

struct Sim<E, O> {
    random: Random,
    clock: Clock,
    disk: Disk,
    open: O,
    eye: Eye,
    /// There is none for the moment between two.
    book: Option<Book<Watched<E>>>,
    twin: Disk,
    policies: Policies,
    people: People,
    queue: Vec<Delivery>,
    model: Model,
    watch: Watch,
    /// What was committed under each name.
    committed: BTreeMap<RequestKey, Answer>,
    count: Count,
    trace: Option<Vec<String>>,
}

impl<E: Engine, O: FnMut(&Disk) -> E> Sim<E, O> {
    fn new(run: Run, mut open: O) -> Self {
        let mut random = Random::new(run.seed);
        let clock = Clock::new(BEGIN);
        let (disk, twin) = (Disk::new(clock.clone()), Disk::new(clock.clone()));
        if let Some(lie) = run.lie {
            disk.lie(lie);
        }
        let policies = Policies::new(vec![people::policy(&mut random)]);
        let eye = Eye::default();
        let book = Some(Book::new(eye.watch(open(&disk)), policies.clone()));
        let people = People::default();
        let queue = people.founders(&mut random);
        Self {
            random,
            clock,
            disk,
            open,
            eye,
            book,
            twin,
            policies,
            people,
            queue,
            model: Model::default(),
            watch: Watch::default(),
            committed: BTreeMap::new(),
            count: Count::default(),
            trace: run.trace.then(Vec::new),
        }
    }

    fn play(&mut self, steps: usize) -> Result<(), String> {
        self.drain()?;
        self.queue = self.disk.read(|tables| self.people.endow(&mut self.random, tables));
        self.drain()?;
        for _ in 0..steps {
            self.pass_time();
            self.order();
            self.group(true)?;
        }
        self.settle()
    }

    fn drain(&mut self) -> Result<(), String> {
        while !self.queue.is_empty() {
            self.group(false)?;
        }
        Ok(())
    }

    /// In the end everything is asked again until it is answered, and every timer runs.
    fn settle(&mut self) -> Result<(), String> {
        self.drain()?;
        for _ in 0..4 {
            self.clock.advance(10 * DAY_US);
            self.push_timers(100);
            self.drain()?;
        }
        self.disk.read(|tables| {
            match tables.payments.values().find(|payment| payment.state.open()) {
                Some(payment) => Err(format!("open in the end: {payment:?}")),
                None if tables.next_refund_ask_due().is_some() => {
                    Err("a refund is still asked for in the end".to_owned())
                }
                None => match tables.bills.values().find(|bill| bill.open()) {
                    Some(bill) => Err(format!("open in the end: {bill:?}")),
                    None => Ok(()),
                },
            }
        })?;
        let asked = self.disk.read(|tables| {
            let mut all = tables.schedules.values();
            all.find(|schedule| schedule.state == ScheduleState::Asked).cloned()
        });
        if let Some(schedule) = asked {
            return Err(format!("nobody let it lapse: {schedule:?}"));
        }
        self.load_everything()?;
        self.compare_twin()
    }

    /// An engine that starts anew finds every row there is; a mirrored one compares each.
    fn load_everything(&mut self) -> Result<(), String> {
        self.book = None;
        let mut engine = self.eye.watch((self.open)(&self.disk));
        let mut keys = self.disk.read(Tables::keys);
        keys.sort_unstable();
        let load = |engine: &mut Watched<E>| {
            engine.begin()?;
            engine.load(&keys, &mut Rows::default())
        };
        let loaded = load(&mut engine).map_err(|fault| format!("{fault}: {}", fault.source));
        engine.roll_back();
        loaded.map(drop)
    }

    fn pass_time(&mut self) {
        let now = self.clock.now();
        let until = match self.random.below(20) {
            0 => now.plus_us(DAY_US),
            1 => now.plus_us(7 * DAY_US),
            2 => now.plus_us(60 * MINUTE_US),
            3 => midnight(&self.policies, now).plus_us(-1),
            4 => midnight(&self.policies, now),
            5 => self.disk.read(|tables| tables.next_due()).unwrap_or(now),
            6 => self.disk.read(next_run).unwrap_or(now),
            7..12 => now,
            _ => now.plus_us(i64::try_from(self.random.below(240)).unwrap_or(0) * SECOND_US),
        };
        if until != now {
            self.clock.set(until);
            let now = self.clock.now().to_jiff();
            self.note(|| format!("now {now}"));
        }
        self.push_timers(70);
    }

    /// Hands the due payments in, each with a chance of `percent`: a timer may be late.
    fn push_timers(&mut self, percent: usize) {
        let now = self.clock.now();
        let (due, bills) = self.disk.read(|tables| (tables.due(now), tables.bills_due(now)));
        let expire = |payment| Request::Expire { payment };
        let lapse = |bill| Request::Bill(bill::Act::Expire { bill });
        for request in due.into_iter().map(expire).chain(bills.into_iter().map(lapse)) {
            if self.random.chance(percent) {
                let envelope = self.people.unnamed(&mut self.random, request);
                self.queue.push(Delivery { envelope, intent: Intent::Other, wanted: false });
            }
        }
        let over = self.disk.read(|tables| tables.due_refund_asks(self.clock.now()));
        for payment in over {
            if self.random.chance(percent) {
                let lapse = Request::LapseRefundAsk { payment };
                let envelope = self.people.unnamed(&mut self.random, lapse);
                self.queue.push(Delivery { envelope, intent: Intent::Other, wanted: false });
            }
        }
        for schedule in self.disk.read(|tables| tables.schedules_due(now)) {
            if self.random.chance(percent) {
                let (key, request) = run_of(&schedule);
                let random = self.random.bytes();
                let envelope = Envelope { key: Some(key), digest: 0, random, request };
                self.queue.push(Delivery { envelope, intent: Intent::Other, wanted: false });
            }
        }
    }

    /// People want things; what they send may arrive more than once.
    fn order(&mut self) {
        for _ in 0..self.random.below(8) {
            let now = self.clock.now();
            let wish = self.disk.read(|tables| self.people.wish(&mut self.random, tables, now));
            let Some((envelope, intent)) = wish else { continue };
            let delivery = Delivery { envelope, intent, wanted: true };
            for _ in 0..self.random.below(3) / 2 + self.random.below(3) / 2 {
                self.queue.push(Delivery { wanted: false, ..delivery.clone() });
            }
            self.queue.push(delivery);
        }
    }

    /// Decides a group of what waits, in any order, with whatever may go wrong.
    fn group(&mut self, rough: bool) -> Result<(), String> {
        let mut group = Vec::new();
        for _ in 0..=self.random.below(12).min(self.queue.len()) {
            if self.queue.is_empty() {
                break;
            }
            let place = if rough { self.random.below(self.queue.len()) } else { 0 };
            group.push(self.queue.remove(place));
        }
        if group.is_empty() {
            return Ok(());
        }
        let planned = (rough && self.random.chance(15)).then(|| self.fault());
        let kept_back = rough && self.random.chance(5);
        if kept_back {
            let mut random = self.random.clone();
            self.eye.keep_back(move |_| random.chance(80));
        }
        self.disk.plan(planned);
        let envelopes: Vec<Envelope> =
            group.iter().map(|delivery| delivery.envelope.clone()).collect();
        let told = self.disk.read(|tables| tables.outbox.len());
        let book = self.book.as_mut().expect("there is a book between two groups");
        let decided = decide(book, &envelopes);
        self.disk.plan(None);
        self.eye.keep_nothing_back();
        drop(self.eye.loads());
        self.note_group(&envelopes, &decided, planned);
        if !kept_back && decided.iter().any(busy) {
            return Err("busy, and nothing was kept back".to_owned());
        }
        self.check(&group, &decided, planned, told)?;
        self.answer(group, decided, rough);
        Ok(())
    }

    fn fault(&mut self) -> Planned {
        let step = *self.random.pick(&[Step::Begin, Step::Load, Step::Write, Step::Commit]);
        Planned { step, after: self.random.below(3), passing: self.random.chance(50) }
    }

    fn note(&mut self, event: impl FnOnce() -> String) {
        if let Some(trace) = &mut self.trace {
            trace.push(event());
        }
    }

    fn note_group(
        &mut self,
        envelopes: &[Envelope],
        decided: &[Decided],
        planned: Option<Planned>,
    ) {
        if let Some(planned) = planned {
            self.count.faults += 1;
            self.note(|| format!("planned {planned:?}"));
        }
        for (envelope, decided) in envelopes.iter().zip(decided) {
            self.note(|| event(envelope, decided));
        }
    }

    /// Holds everything that must be true against what was committed.
    fn check(
        &mut self,
        group: &[Delivery],
        decided: &[Decided],
        planned: Option<Planned>,
        told: usize,
    ) -> Result<(), String> {
        let mut expected = Vec::new();
        for (delivery, decided) in group.iter().zip(decided) {
            self.count.requests += 1;
            match decided {
                // It has happened to nobody, and is asked again.
                decided if busy(decided) => self.count.busy += 1,
                Ok(answer) => {
                    self.committed(delivery, answer)?;
                    if !answer.repeated {
                        expected.extend(answer.messages.iter().cloned());
                        let wrong = |wrong| format!("{wrong}\nafter {:?}", delivery.envelope);
                        self.model.hear(answer).map_err(wrong)?;
                    }
                }
                Err(Unable::Broken) if planned.is_none() => {
                    return Err(format!("a rule panicked at {:?}", delivery.envelope));
                }
                Err(_) => {}
            }
        }
        self.twin_decides(group, decided)?;
        self.disk.read(|tables| {
            self.watch.step(tables)?;
            if tables.outbox.get(told..) != Some(&expected[..]) {
                return Err("the outbox is not what was answered".to_owned());
            }
            self.model.compare(tables)
        })
    }

    /// A name is decided once; every repeat gets the first answer.
    fn committed(&mut self, delivery: &Delivery, answer: &Answer) -> Result<(), String> {
        let refused = matches!(answer.outcome, Outcome::Refused(_) | Outcome::RefusedBefore(_));
        self.count.refusals += usize::from(refused);
        self.count.repeats += usize::from(answer.repeated);
        if !answer.repeated {
            self.count.payments += answer.payments.len();
            let paid = matches!(delivery.envelope.request, Request::Bill(bill::Act::Pay(_)));
            self.count.bills_paid += usize::from(paid && answer.outcome == Outcome::Done);
            let run = matches!(delivery.envelope.request, Request::Schedule(Act::Due { .. }));
            self.count.runs_paid += usize::from(run && !answer.payments.is_empty());
            self.disk.read(|tables| self.people.fulfilled(&delivery.intent, answer, tables))?;
        }
        let Some(key) = delivery.envelope.key else { return Ok(()) };
        let admin = matches!(delivery.envelope.request, Request::Admin(_));
        match &answer.outcome {
            Outcome::Refused(Refusal::KeyReused) => return Ok(()),
            // The operator may correct what was refused and hand it in again under the same name.
            Outcome::Refused(_) if admin => return Ok(()),
            _ => {}
        }
        let first = Answer { repeated: false, ..by_code(answer) };
        let before = self.committed.insert(key, first.clone());
        match (before, answer.repeated) {
            (Some(before), true) if before == first => Ok(()),
            (None, false) => Ok(()),
            (Some(before), true) => Err(format!("the same request got {before:?}, then {first:?}")),
            (Some(_), false) => Err(format!("decided twice: {:?}", delivery.envelope)),
            (None, true) => Err(format!("a repeat of nothing: {:?}", delivery.envelope)),
        }
    }

    /// The twin decides what was committed, one by one and with nothing in memory.
    fn twin_decides(&mut self, group: &[Delivery], decided: &[Decided]) -> Result<(), String> {
        for (delivery, decided) in group.iter().zip(decided) {
            let Some(answer) = decided.as_ref().ok().filter(|_| !busy(decided)) else { continue };
            let mut book = Book::new(self.twin.engine(), self.policies.clone());
            let alone = decide(&mut book, std::slice::from_ref(&delivery.envelope));
            let same = |alone: &Answer| by_code(alone) == by_code(answer);
            if !matches!(alone.first(), Some(Ok(alone)) if same(alone)) {
                return Err(format!(
                    "in a group: {answer:?}\nalone: {alone:?}\nfor {:?}",
                    delivery.envelope
                ));
            }
        }
        if self.random.chance(10) { self.compare_twin() } else { Ok(()) }
    }

    fn compare_twin(&self) -> Result<(), String> {
        let same = self.disk.read(|tables| self.twin.read(|twin| tables == twin));
        if same {
            Ok(())
        } else {
            Err("groups and single requests come to different rows".to_owned())
        }
    }

    /// Answers reach people, or they ask again; sometimes the program dies.
    fn answer(&mut self, group: Vec<Delivery>, decided: Vec<Decided>, rough: bool) {
        let crash = rough && self.random.chance(10);
        if crash || decided.iter().any(|decided| decided.is_err()) && self.random.chance(50) {
            self.count.crashes += 1;
            self.note(|| "crash".to_owned());
            // The next engine may need the lock that the last one holds.
            self.book = None;
            let engine = self.eye.watch((self.open)(&self.disk));
            self.book = Some(Book::new(engine, self.policies.clone()));
        }
        for (delivery, decided) in group.into_iter().zip(decided) {
            let lost =
                decided.is_err() || busy(&decided) || crash || rough && self.random.chance(10);
            if lost && delivery.wanted {
                self.queue.push(delivery);
            } else if let Ok(answer) = decided {
                self.people.hear(&answer);
            }
        }
    }
}

/// Whether a request was refused because its rows could not be had.
fn busy(decided: &Decided) -> bool {
    matches!(decided, Ok(answer) if answer.outcome == Outcome::Refused(Refusal::Busy))
}

/// A request and what came of it, in one line.
fn event(envelope: &Envelope, decided: &Decided) -> String {
    let outcome = match decided {
        Ok(answer) => {
            let says: Vec<&str> = answer.messages.iter().map(|m| m.say.code.as_ref()).collect();
            let repeated = if answer.repeated { " again" } else { "" };
            format!("{:?}{repeated} {:?} {says:?}", answer.outcome, answer.payments)
        }
        Err(unable) => format!("{unable:?}"),
    };
    let asked = match &envelope.request {
        Request::Post(post) => format!("{}> {} ({})", post.author, post.text, post.id),
        other => format!("{other:?}"),
    };
    format!("  {asked} => {outcome}")
}

/// When the next schedule pays.
fn next_run(tables: &Tables) -> Option<Timestamp> {
    let active = tables.schedules.values().filter(|one| one.state == ScheduleState::Active);
    active.filter_map(|schedule| schedule.due_at).min()
}

/// The next midnight where the policy's days begin.
fn midnight(policies: &Policies, now: Timestamp) -> Timestamp {
    let zone = &policies.at(now).zone;
    let tomorrow = zone.to_datetime(now.to_jiff()).date().tomorrow().expect("not the end of time");
    let start = zone.to_timestamp(tomorrow.into()).expect("not the end of time");
    Timestamp(start.as_microsecond())
}
