//! Durable payments through the desk, beside what the engine alone can write.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use app::desk::Desk;
use app::group::{Book, Policies, Unable};
use domain::request::Outcome;
use serde_json::{Map, json};
use store::Writer;

use super::beside::{self, Beside};
use super::made::{Size, database, nodes};
use super::world::{Dice, payment_among, policy};
use super::{Figure, percentile};
use crate::target::told;

/// Slices of a measurement: the desk and the ceiling take turns, so that a disk that changes its pace does so for
/// both.
const SLICES: u32 = 4;

/// Measures every number of callers, uniform and with one hot payee.
///
/// The desk and the ceiling write into databases of their own that begin as copies of one another. A database that is
/// kept is measured without a ceiling: it may be large, and its copy would push it out of the system's cache. On a
/// server, plain clients write into the database that the nodes share, while the nodes rest.
pub(super) fn run(
    size: &Size,
    server: Option<(&str, u32)>,
    callers: Option<usize>,
    (warm_up, span): (Duration, Duration),
    print: &mut dyn FnMut(Figure) -> Result<(), String>,
) -> Result<(), String> {
    let (books, _folder, mut beside) = match server {
        Some((url, count)) => {
            let nodes = nodes(url, size, count)?;
            let books = nodes.into_iter().map(|(book, _)| book).collect();
            (books, None, Some(Beside::on_server(url)?))
        }
        None => {
            let folder = database(size)?;
            let beside = match size.kept {
                None => Some(Beside::copy(&folder)?),
                Some(_) => None,
            };
            let opened = store::open(&folder.path, store::Options::default());
            let engine = opened.map_err(|error| told(&error))?.engine;
            (vec![Book::new(engine, Policies::new(vec![policy()]))], Some(folder), beside)
        }
    };
    let runtime = crate::serve::runtime()?;
    let (desks, threads): (Vec<_>, Vec<_>) = books.into_iter().map(Desk::open).unzip();
    if !warm_up.is_zero() {
        let mut turns = Turns { members: size.members, ..Turns::default() };
        turns.take(&runtime, &desks, None, callers.unwrap_or(1024), false, warm_up)?;
    }
    for callers in callers.map_or_else(|| vec![1, 64, 1024], |one| vec![one]) {
        for hot in [false, true] {
            let mut turns = Turns { members: size.members, ..Turns::default() };
            // What is read for the first time is no part of either's pace.
            turns.take(&runtime, &desks, beside.as_mut(), callers, hot, span / SLICES)?;
            let mut turns = Turns { members: size.members, ..Turns::default() };
            for _ in 0..SLICES {
                turns.take(&runtime, &desks, beside.as_mut(), callers, hot, span / SLICES)?;
            }
            print(turns.figure(callers, hot))?;
        }
    }
    for (desk, thread) in desks.iter().zip(threads) {
        runtime.block_on(desk.close());
        thread.join().map_err(|_| "the desk panicked".to_owned())?;
    }
    if let Some((url, _)) = server {
        beside::pgbench(url, span)?.into_iter().try_for_each(print)?;
    }
    Ok(())
}

/// What the desk and the ceiling did in turns.
#[derive(Default)]
struct Turns {
    members: usize,
    latencies: Vec<Duration>,
    took: Duration,
    groups: u64,
    beside: Vec<beside::Turn>,
}

impl Turns {
    fn take(
        &mut self,
        runtime: &tokio::runtime::Runtime,
        desks: &[Desk<Writer>],
        beside: Option<&mut Beside>,
        callers: usize,
        hot: bool,
        span: Duration,
    ) -> Result<(), String> {
        let commits = || desks.iter().map(|desk| *desk.commits().borrow()).sum::<u64>();
        let before = commits();
        let (took, latencies) = runtime.block_on(load(desks, self.members, callers, hot, span))?;
        self.took += took;
        self.latencies.extend(latencies);
        self.groups += commits().saturating_sub(before);
        if let Some(beside) = beside {
            self.beside.extend(beside.turns(self.group(), hot, span)?);
        }
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
        extra.insert("members".to_owned(), json!(self.members));
        let beside = beside::rates(&self.beside);
        for (name, rate) in &beside {
            if let Some(name) = name {
                extra.insert((*name).to_owned(), json!(rate.round()));
            }
        }
        Figure {
            scenario: "ledger",
            variant: Some(if hot { "hot" } else { "uniform" }),
            callers,
            rate_per_s: rate(self.latencies.len(), self.took),
            p50_us: percentile(&self.latencies, 0.5),
            p99_us: percentile(&self.latencies, 0.99),
            ceiling_rate_per_s: beside.values().copied().reduce(f64::max),
            extra,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of payments in a few seconds")]
pub(super) fn rate(payments: usize, took: Duration) -> f64 {
    payments as f64 / took.as_secs_f64()
}

/// Callers that each wait for their answer before they ask again.
async fn load(
    desks: &[Desk<Writer>],
    members: usize,
    callers: usize,
    hot: bool,
    span: Duration,
) -> Result<(Duration, Vec<Duration>), String> {
    let over = Arc::new(AtomicBool::new(false));
    let start = Instant::now();
    let tasks: Vec<_> = (0..callers)
        .map(|caller| {
            let (desk, over) = (desks[caller % desks.len()].clone(), over.clone());
            let seed = u64::try_from(caller).unwrap_or(0)
                ^ u64::from(start.elapsed().subsec_nanos()) << 20
                ^ u64::from(hot) << 63;
            tokio::spawn(async move { call(&desk, Dice::new(seed), (members, hot), &over).await })
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
    desk: &Desk<Writer>,
    mut dice: Dice,
    (members, hot): (usize, bool),
    over: &AtomicBool,
) -> Result<Vec<Duration>, Unable> {
    let mut latencies = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let envelope = payment_among(&mut dice, members, hot);
        let began = Instant::now();
        let answer = desk.decide(envelope).await?;
        assert_eq!(answer.outcome, Outcome::Done, "every payment of a measurement is carried out");
        latencies.push(began.elapsed());
    }
    Ok(latencies)
}
