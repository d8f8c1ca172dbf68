//! `obole bench`: what this program does on this machine, beside what the machine can do at all.
//!
//! Every durable scenario measures its own ceiling in the same run, so that results are ratios: disks of shared
//! machines change by a factor of two from one minute to the next.

use std::io::{Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

mod beside;
mod drive;
mod footing;
mod ledger;
mod made;
mod pipeline;
mod rules;
mod service;
mod world;

use made::Size;

/// What `obole bench` takes.
#[derive(Args)]
pub(crate) struct BenchArgs {
    /// Print one JSON line for each measurement.
    #[arg(long)]
    json: bool,
    /// Which scenarios.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Scenario::ALL)]
    scenario: Vec<Scenario>,
    /// The database engine.
    #[arg(long, value_enum, default_value_t = Engine::Sqlite)]
    engine: Engine,
    /// Concurrent callers, for the ledger, the pipeline and the drive. Default: 1, 64 and 1024; for the last two 64.
    #[arg(long)]
    callers: Option<usize>,
    /// Seconds for each measurement.
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// Seconds of payments before the ledger is measured, so that the rows of a large database are in memory.
    #[arg(long, default_value_t = 0.0)]
    warm_up: f64,
    /// Members of the database. Default: 100000 for the ledger, 20000 for the start and the memory.
    #[arg(long, value_parser = clap::value_parser!(u32).range(3..=10_000_000))]
    members: Option<u32>,
    /// Payments made before. Default: none for the ledger, 200000 for the start.
    #[arg(long, value_parser = clap::value_parser!(u32).range(0..=100_000_000))]
    transfers: Option<u32>,
    /// Keep the database of the ledger and the start in this folder, and take it from there the next time.
    #[arg(long)]
    world: Option<PathBuf>,
    /// The server's database for `--engine postgres`, which may be spoiled; the ledger and the pipeline are measured there.
    #[arg(long, required_if_eq("engine", "postgres"))]
    database: Option<String>,
    /// Nodes that share it.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=8))]
    nodes: u32,
    /// Live pages opened, for the memory.
    #[arg(long, default_value_t = 400, value_parser = clap::value_parser!(u32).range(2..=500))]
    streams: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Scenario {
    /// Messages read, one thread.
    Parse,
    /// Requests decided, no store.
    Decide,
    /// Durable payments through the desk.
    Ledger,
    /// Signed HTTP requests to durable answers.
    Pipeline,
    /// How soon the program serves; not among those that are run by default.
    Start,
    /// What the program takes of the machine's memory; not among those that are run by default.
    Memory,
    /// Many small gifts to one charity, and how late its live page is; not among those that are run by default.
    Drive,
}

impl Scenario {
    const ALL: [Self; 4] = [Self::Parse, Self::Decide, Self::Ledger, Self::Pipeline];
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Engine {
    /// The embedded database.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Engine {
    const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// One measurement.
struct Figure {
    scenario: &'static str,
    variant: Option<&'static str>,
    callers: usize,
    rate_per_s: f64,
    p50_us: f64,
    p99_us: f64,
    ceiling_rate_per_s: Option<f64>,
    extra: Map<String, Value>,
}

/// `obole bench`.
pub(crate) fn run(args: &BenchArgs) -> Result<ExitCode, String> {
    if !(0.05..=600.0).contains(&args.seconds) {
        return Err("--seconds: from 0.05 to 600".to_owned());
    }
    if !(0.0..=3600.0).contains(&args.warm_up) {
        return Err("--warm-up: from 0 to 3600".to_owned());
    }
    if args.callers.is_some_and(|callers| !(1..=10_000).contains(&callers)) {
        return Err("--callers: from 1 to 10000".to_owned());
    }
    let there = |scenario| matches!(scenario, &Scenario::Ledger | &Scenario::Pipeline);
    if args.engine == Engine::Postgres && !args.scenario.iter().all(there) {
        return Err("--engine postgres: for --scenario ledger,pipeline".to_owned());
    }
    let span = Duration::from_secs_f64(args.seconds);
    for scenario in &args.scenario {
        match scenario {
            Scenario::Parse => print(args, &rules::parse(span))?,
            Scenario::Decide => print(args, &rules::decide(span))?,
            Scenario::Ledger => {
                let size = args.size(world::MEMBERS, 0);
                let server = args.database.as_deref().map(|url| (url, args.nodes));
                let spans = (Duration::from_secs_f64(args.warm_up), span);
                ledger::run(&size, server, args.callers, spans, &mut |figure| print(args, &figure))?
            }
            Scenario::Pipeline => {
                let (callers, server) = (args.callers.unwrap_or(64), args.database.as_deref());
                print(args, &pipeline::run(callers, server, span)?)?;
            }
            Scenario::Start => {
                let found = footing::start(&args.size(20_000, 200_000))?;
                print_found(args, "start", &found)?;
            }
            Scenario::Memory => {
                let members = args.size(20_000, 0).members;
                let found = footing::memory(members, count(args.streams))?;
                print_found(args, "memory", &found)?;
            }
            Scenario::Drive => {
                print_found(args, "drive", &drive::run(args.callers.unwrap_or(64), span)?)?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

impl BenchArgs {
    /// How large the database is, where nothing else was said.
    fn size(&self, members: usize, transfers: usize) -> Size {
        Size {
            members: self.members.map_or(members, count),
            transfers: self.transfers.map_or(transfers, count),
            kept: self.world.clone(),
        }
    }
}

fn count(given: u32) -> usize {
    usize::try_from(given).unwrap_or(usize::MAX)
}

/// Prints what has names of its own: no rate, and no ceiling to compare it with.
fn print_found(
    args: &BenchArgs,
    scenario: &'static str,
    found: &footing::Found,
) -> Result<(), String> {
    let line = if args.json {
        let mut line = Map::new();
        line.insert("scenario".to_owned(), json!(scenario));
        line.insert("engine".to_owned(), json!("sqlite"));
        line.extend(found.clone());
        Value::Object(line).to_string()
    } else {
        let shown: Vec<String> =
            found.iter().map(|(name, value)| format!("{name} {value}")).collect();
        format!("{scenario:<9} {}", shown.join("  "))
    };
    writeln!(stdout(), "{line}").map_err(|error| format!("cannot write: {error}"))
}

fn print(args: &BenchArgs, figure: &Figure) -> Result<(), String> {
    let ratio = figure.ceiling_rate_per_s.map(|ceiling| figure.rate_per_s / ceiling);
    let line = if args.json {
        let mut line = json!({
            "scenario": figure.scenario,
            "engine": args.engine.name(),
            "callers": figure.callers,
            "rate_per_s": figure.rate_per_s.round(),
            "p50_us": rounded(figure.p50_us),
            "p99_us": rounded(figure.p99_us),
            "ceiling_rate_per_s": figure.ceiling_rate_per_s.map(f64::round),
            "ratio": ratio.map(|ratio| (ratio * 1000.0).round() / 1000.0),
        });
        if let (Some(variant), Some(line)) = (figure.variant, line.as_object_mut()) {
            line.insert("variant".to_owned(), json!(variant));
        }
        if let Some(line) = line.as_object_mut() {
            line.extend(figure.extra.clone());
        }
        line.to_string()
    } else {
        let beside = match (figure.ceiling_rate_per_s, ratio) {
            (Some(ceiling), Some(ratio)) => format!("  ceiling {ceiling:>9.0}/s  ratio {ratio:.2}"),
            _ => String::new(),
        };
        format!(
            "{:<9} {:<8} {:>5} callers  {:>9.0}/s  p50 {:>8.1} us  p99 {:>8.1} us{beside}",
            figure.scenario,
            figure.variant.unwrap_or_default(),
            figure.callers,
            figure.rate_per_s,
            figure.p50_us,
            figure.p99_us,
        )
    };
    writeln!(stdout(), "{line}").map_err(|error| format!("cannot write: {error}"))
}

fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// The value below which `part` of the sorted latencies lie, in microseconds.
fn percentile(sorted: &[Duration], part: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index of a list in memory"
    )]
    let index = (last as f64 * part).round() as usize;
    sorted[index.min(last)].as_secs_f64() * 1e6
}

/// Runs `work` on batches of `batch` items for `span`; gives items per second and the latency of one item.
fn timed(span: Duration, batch: u32, mut work: impl FnMut()) -> (f64, Vec<Duration>) {
    let (start, mut items, mut latencies) = (Instant::now(), 0.0, Vec::new());
    while start.elapsed() < span {
        let began = Instant::now();
        work();
        latencies.push(began.elapsed() / batch);
        items += f64::from(batch);
    }
    let rate = items / start.elapsed().as_secs_f64();
    latencies.sort_unstable();
    (rate, latencies)
}
