//! Durable payments through the desk, beside what the engine alone can write.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use app::desk::Desk;
use app::group::{Book, Policies, Unable};
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::Kind;
use domain::money::{Currency, Money};
use domain::request::{Admin, Envelope, Outcome, Request};
use serde_json::{Map, json};
use store::SqliteEngine;

use super::world::{CENTS_EACH, Dice, MEMBERS, handle, payment, policy};
use super::{Figure, percentile};
use crate::target::told;

/// Requests in one transaction while the world is made.
const SEED_GROUP: usize = 5000;

/// Measures every number of callers, uniform and with one hot payee.
pub(super) fn run(
    callers: Option<usize>,
    span: Duration,
    print: &mut dyn FnMut(Figure) -> Result<(), String>,
) -> Result<(), String> {
    let folder = Folder::make()?;
    let database =
        store::open(&folder.0, store::Options::default()).map_err(|error| told(&error))?;
    let mut book = Book::new(database.engine, Policies::new(vec![policy()]));
    seed(&mut book)?;
    drop(database.readers);
    let runtime = crate::serve::runtime()?;
    let (desk, thread) = Desk::open(book);
    let mut measured = Vec::new();
    for callers in callers.map_or_else(|| vec![1, 64, 1024], |one| vec![one]) {
        for hot in [false, true] {
            let commits = *desk.commits().borrow();
            let (rate, latencies) = runtime.block_on(load(&desk, callers, hot, span))?;
            let groups = desk.commits().borrow().saturating_sub(commits).max(1);
            let group = (latencies.len() / usize::try_from(groups).unwrap_or(1)).max(1);
            measured.push((callers, hot, rate, latencies, group));
        }
    }
    runtime.block_on(desk.close());
    thread.join().map_err(|_| "the desk panicked".to_owned())?;
    // The ceilings come last: they write into the same full database, past the desk.
    for (callers, hot, rate, latencies, group) in measured {
        let ceiling = ceiling(&folder.0, group, hot, span)?;
        print(figure(callers, hot, rate, &latencies, ceiling, group))?;
    }
    Ok(())
}

fn figure(
    callers: usize,
    hot: bool,
    rate: f64,
    latencies: &[Duration],
    ceiling: f64,
    group: usize,
) -> Figure {
    let mut extra = Map::new();
    extra.insert("group".to_owned(), json!(group));
    extra.insert("members".to_owned(), json!(MEMBERS));
    Figure {
        scenario: "ledger",
        variant: Some(if hot { "hot" } else { "uniform" }),
        callers,
        rate_per_s: rate,
        p50_us: percentile(latencies, 0.5),
        p99_us: percentile(latencies, 0.99),
        ceiling_rate_per_s: Some(ceiling),
        extra,
    }
}

/// Adds the members and their money, straight on the book.
pub(super) fn seed(book: &mut Book<SqliteEngine>) -> Result<(), String> {
    let mut dice = Dice::new(7);
    let indexes: Vec<usize> = (0..MEMBERS).collect();
    for part in indexes.chunks(SEED_GROUP) {
        let group: Vec<Envelope> = part.iter().map(|index| admin(&mut dice, add(*index))).collect();
        let added = book.decide(&group, &mut []);
        let mut credits = Vec::with_capacity(part.len());
        for answer in added.answers {
            let answer = answer.map_err(|unable| format!("{unable:?}"))?;
            let Some(domain::request::To::Member(member)) =
                answer.messages.first().map(|message| message.to.clone())
            else {
                return Err(format!("a member was not added: {:?}", answer.outcome));
            };
            let amount = Money::new(CENTS_EACH, Currency::EUR);
            credits.push(admin(
                &mut dice,
                Admin::Credit { member, amount, from: House::Bank, reference: String::new() },
            ));
        }
        book.decide(&credits, &mut []);
    }
    Ok(())
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
) -> Result<(f64, Vec<Duration>), String> {
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
    #[expect(clippy::cast_precision_loss, reason = "a count of payments in a few seconds")]
    let rate = latencies.len() as f64 / start.elapsed().as_secs_f64();
    latencies.sort_unstable();
    Ok((rate, latencies))
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

/// What the engine alone writes per second: the same rows and indexes, in groups of the same size, each synced.
fn ceiling(folder: &Path, group: usize, hot: bool, span: Duration) -> Result<f64, String> {
    let mut dice = Dice::new(u64::from(hot) + 99);
    store::ceiling::rate(folder, group, hot, span, &mut || dice.next())
        .map_err(|fault| told(&fault))
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
