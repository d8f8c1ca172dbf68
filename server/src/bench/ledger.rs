//! Durable payments through the desk, beside what the engine alone can write.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use app::desk::Desk;
use app::group::{Book, Policies, Unable};
use domain::id::MemberId;
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::Kind;
use domain::money::{Currency, Money};
use domain::request::{Admin, Envelope, Outcome, Request};
use serde_json::{Map, json};
use store::SqliteEngine;
use store::ceiling::Ceiling;

use super::world::{CENTS_EACH, Dice, MEMBERS, handle, payment, policy};
use super::{Figure, percentile};
use crate::target::told;

/// Requests in one transaction while the world is made.
const SEED_GROUP: usize = 5000;

/// Slices of a measurement: the desk and the ceiling take turns, so that a disk that changes its pace does so for
/// both.
const SLICES: u32 = 4;

/// Measures every number of callers, uniform and with one hot payee.
///
/// The desk and the ceiling write into databases of their own that begin as copies of one another.
pub(super) fn run(
    callers: Option<usize>,
    span: Duration,
    print: &mut dyn FnMut(Figure) -> Result<(), String>,
) -> Result<(), String> {
    let (folder, copy) = (Folder::make()?, Folder::make()?);
    let seeded = store::open(&folder.0, store::Options::default()).map_err(|error| told(&error))?;
    let mut book = Book::new(seeded.engine, Policies::new(vec![policy()]));
    seed(&mut book, MEMBERS)?;
    drop((book, seeded.readers));
    std::fs::copy(folder.0.join(store::FILE), copy.0.join(store::FILE))
        .map_err(|error| format!("the database cannot be copied: {error}"))?;
    let mut dice = Dice::new(99);
    let mut ceiling =
        Ceiling::open(&copy.0, Box::new(move || dice.next())).map_err(|e| told(&e))?;
    let engine =
        store::open(&folder.0, store::Options::default()).map_err(|error| told(&error))?.engine;
    let runtime = crate::serve::runtime()?;
    let (desk, thread) = Desk::open(Book::new(engine, Policies::new(vec![policy()])));
    for callers in callers.map_or_else(|| vec![1, 64, 1024], |one| vec![one]) {
        for hot in [false, true] {
            let mut turns = Turns::default();
            // What is read for the first time is no part of either's pace.
            turns.take(&runtime, &desk, &mut ceiling, callers, hot, span / SLICES)?;
            let mut turns = Turns::default();
            for _ in 0..SLICES {
                turns.take(&runtime, &desk, &mut ceiling, callers, hot, span / SLICES)?;
            }
            print(turns.figure(callers, hot))?;
        }
    }
    runtime.block_on(desk.close());
    thread.join().map_err(|_| "the desk panicked".to_owned())
}

/// What the desk and the ceiling did in turns.
#[derive(Default)]
struct Turns {
    latencies: Vec<Duration>,
    took: Duration,
    groups: u64,
    ceiling: usize,
    ceiling_took: Duration,
}

impl Turns {
    fn take(
        &mut self,
        runtime: &tokio::runtime::Runtime,
        desk: &Desk<SqliteEngine>,
        ceiling: &mut Ceiling,
        callers: usize,
        hot: bool,
        span: Duration,
    ) -> Result<(), String> {
        let commits = *desk.commits().borrow();
        let (took, latencies) = runtime.block_on(load(desk, callers, hot, span))?;
        self.took += took;
        self.latencies.extend(latencies);
        self.groups += desk.commits().borrow().saturating_sub(commits);
        let (payments, took) =
            ceiling.run(self.group(), hot, span).map_err(|fault| told(&fault))?;
        self.ceiling += payments;
        self.ceiling_took += took;
        Ok(())
    }

    /// Payments that the desk committed together, on average.
    fn group(&self) -> usize {
        let groups = usize::try_from(self.groups).unwrap_or(usize::MAX).max(1);
        self.latencies.len().div_ceil(groups).max(1)
    }

    fn figure(mut self, callers: usize, hot: bool) -> Figure {
        self.latencies.sort_unstable();
        let mut extra = Map::new();
        extra.insert("group".to_owned(), json!(self.group()));
        extra.insert("members".to_owned(), json!(MEMBERS));
        Figure {
            scenario: "ledger",
            variant: Some(if hot { "hot" } else { "uniform" }),
            callers,
            rate_per_s: rate(self.latencies.len(), self.took),
            p50_us: percentile(&self.latencies, 0.5),
            p99_us: percentile(&self.latencies, 0.99),
            ceiling_rate_per_s: Some(rate(self.ceiling, self.ceiling_took)),
            extra,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of payments in a few seconds")]
fn rate(payments: usize, took: Duration) -> f64 {
    payments as f64 / took.as_secs_f64()
}

/// Adds members and their money, straight on the book; gives who they are.
pub(super) fn seed(book: &mut Book<SqliteEngine>, members: usize) -> Result<Vec<MemberId>, String> {
    let mut dice = Dice::new(7);
    let mut ids = Vec::with_capacity(members);
    let indexes: Vec<usize> = (0..members).collect();
    for part in indexes.chunks(SEED_GROUP) {
        let group: Vec<Envelope> = part.iter().map(|index| admin(&mut dice, add(*index))).collect();
        let added = book.decide(group);
        let mut credits = Vec::with_capacity(part.len());
        for answer in added {
            let answer = answer.map_err(|unable| format!("{unable:?}"))?;
            let Some(domain::request::To::Member(member)) =
                answer.messages.first().map(|message| message.to.clone())
            else {
                return Err(format!("a member was not added: {:?}", answer.outcome));
            };
            ids.push(member);
            let amount = Money::new(CENTS_EACH, Currency::EUR);
            credits.push(admin(
                &mut dice,
                Admin::Credit { member, amount, from: House::Bank, reference: String::new() },
            ));
        }
        book.decide(credits);
    }
    Ok(ids)
}

fn add(index: usize) -> Admin {
    Admin::AddMember {
        handle: handle(index),
        name: handle(index),
        kind: Kind::Person,
        lang: Lang::Fr,
        tier: 2,
    }
}

fn admin(dice: &mut Dice, admin: Admin) -> Envelope {
    Envelope { key: None, digest: 0, random: dice.bytes(), request: Request::Admin(admin) }
}

/// Callers that each wait for their answer before they ask again.
async fn load(
    desk: &Desk<SqliteEngine>,
    callers: usize,
    hot: bool,
    span: Duration,
) -> Result<(Duration, Vec<Duration>), String> {
    let over = Arc::new(AtomicBool::new(false));
    let start = Instant::now();
    let tasks: Vec<_> = (0..callers)
        .map(|caller| {
            let (desk, over) = (desk.clone(), over.clone());
            let seed = u64::try_from(caller).unwrap_or(0)
                ^ u64::from(start.elapsed().subsec_nanos()) << 20
                ^ u64::from(hot) << 63;
            tokio::spawn(async move { call(&desk, Dice::new(seed), hot, &over).await })
        })
        .collect();
    tokio::time::sleep(span).await;
    over.store(true, Ordering::Relaxed);
    let mut latencies = Vec::new();
    for task in tasks {
        latencies.extend(
            task.await
                .map_err(|error| error.to_string())?
                .map_err(|unable| format!("{unable:?}"))?,
        );
    }
    Ok((start.elapsed(), latencies))
}

async fn call(
    desk: &Desk<SqliteEngine>,
    mut dice: Dice,
    hot: bool,
    over: &AtomicBool,
) -> Result<Vec<Duration>, Unable> {
    let mut latencies = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let envelope = payment(&mut dice, hot);
        let began = Instant::now();
        let answer = desk.decide(envelope).await?;
        assert_eq!(answer.outcome, Outcome::Done, "every payment of a measurement is carried out");
        latencies.push(began.elapsed());
    }
    Ok(latencies)
}

/// A folder that is gone when the measurement ends.
pub(super) struct Folder(pub(super) std::path::PathBuf);

impl Folder {
    /// A new folder where this process stands: the temporary folder may be in memory, where a sync costs nothing.
    pub(super) fn make() -> Result<Self, String> {
        let folder = std::path::PathBuf::from(format!("obole-bench-{}", crate::target::new_id()));
        std::fs::create_dir_all(&folder)
            .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
