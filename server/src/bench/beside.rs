//! What the ledger is measured beside: the engine alone, or what others make of the same server.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use serde_json::Map;
use store::Server;
use store::ceiling::{Ceiling, Plain};

use super::Figure;
use super::ledger::rate;
use super::made::Folder;
use super::world::Dice;
use crate::target::told;

/// How many connections plain clients and pgbench use, and how plain clients are called.
const CONNECTIONS: [(usize, &str); 3] = [(1, "plain_1"), (8, "plain_8"), (32, "plain_32")];

/// What wrote, by its name where there are several; how many payments, and in which time.
pub(super) type Turn = (Option<&'static str>, usize, Duration);

/// Somebody who writes the same rows and decides nothing.
pub(super) enum Beside {
    /// The embedded engine, into a copy of the desk's database.
    Alone {
        /// Writes.
        ceiling: Box<Ceiling>,
        /// Gone when this is.
        _copy: Folder,
    },
    /// Clients of a server, into the nodes' database.
    Plain(Plain, u64),
}

impl Beside {
    pub(super) fn copy(folder: &Folder) -> Result<Self, String> {
        let copy = Folder::make()?;
        for file in [store::FILE, store::KEY_FILE] {
            std::fs::copy(folder.path.join(file), copy.path.join(file))
                .map_err(|error| format!("the database cannot be copied: {error}"))?;
        }
        let mut dice = Dice::new(99);
        let chance = Box::new(move || dice.next());
        let ceiling = Ceiling::open(&copy.path, chance).map_err(|error| told(&error))?;
        Ok(Self::Alone { ceiling: Box::new(ceiling), _copy: copy })
    }

    pub(super) fn on_server(url: &str) -> Result<Self, String> {
        let most = CONNECTIONS.map(|(count, _)| count).into_iter().max().unwrap_or(1);
        let plain = Plain::open(&Server::from(url), most).map_err(|fault| told(&fault))?;
        Ok(Self::Plain(plain, 99))
    }

    /// Writes for `span`, or for `span` in each way that there is.
    pub(super) fn turns(
        &mut self,
        group: usize,
        hot: bool,
        span: Duration,
    ) -> Result<Vec<Turn>, String> {
        match self {
            Self::Alone { ceiling, .. } => {
                let (payments, took) =
                    ceiling.run(group, hot, span).map_err(|fault| told(&fault))?;
                Ok(vec![(None, payments, took)])
            }
            Self::Plain(plain, seed) => {
                let mut turn = |(count, name)| {
                    let chance = || {
                        *seed += 1;
                        let mut dice = Dice::new(*seed << 20);
                        Box::new(move || dice.next()) as Box<dyn FnMut() -> u64 + Send>
                    };
                    let (payments, took) =
                        plain.run(count, hot, span, chance).map_err(|fault| told(&fault))?;
                    Ok((Some(name), payments, took))
                };
                CONNECTIONS.into_iter().map(&mut turn).collect()
            }
        }
    }
}

/// Payments per second of everybody who took turns.
pub(super) fn rates(turns: &[Turn]) -> BTreeMap<Option<&'static str>, f64> {
    let mut sums: BTreeMap<Option<&'static str>, (usize, Duration)> = BTreeMap::new();
    for (name, payments, took) in turns {
        let sum = sums.entry(*name).or_default();
        *sum = (sum.0 + payments, sum.1 + *took);
    }
    sums.into_iter().map(|(name, (payments, took))| (name, rate(payments, took))).collect()
}

/// What pgbench's simple update, which comes with PostgreSQL, makes of the server; nothing where it is not here.
pub(super) fn pgbench(url: &str, span: Duration) -> Result<Vec<Figure>, String> {
    let Some(pgbench) = find() else {
        eprintln!("pgbench is not on this machine, so it was not measured");
        return Ok(Vec::new());
    };
    let run = |args: &[String]| {
        let output = Command::new(&pgbench).args(args).arg(url).output();
        let output = output.map_err(|error| format!("{}: {error}", pgbench.display()))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let unsaid = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() { Ok(said) } else { Err(format!("pgbench: {unsaid}")) }
    };
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    run(&words("--initialize --scale=10 --quiet"))?;
    let seconds = span.as_secs().max(1);
    let mut figures = Vec::new();
    for (count, _) in CONNECTIONS {
        let said = run(&words(&format!(
            "--no-vacuum --builtin=simple-update --protocol=prepared --client={count} --jobs={} --time={seconds}",
            count.min(2)
        )))?;
        let number = |before: &str| {
            let (_, rest) = said.split_once(before)?;
            rest.split_whitespace().next()?.parse::<f64>().ok()
        };
        let unread = || format!("pgbench said: {said}");
        let latency = number("latency average = ").ok_or_else(unread)? * 1000.0;
        figures.push(Figure {
            scenario: "pgbench",
            variant: Some("update"),
            callers: count,
            rate_per_s: number("tps = ").ok_or_else(unread)?,
            // It tells the average alone.
            p50_us: latency,
            p99_us: latency,
            ceiling_rate_per_s: None,
            extra: Map::new(),
        });
    }
    Ok(figures)
}

/// The program, on the path or where Debian keeps those of each version.
fn find() -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH");
    let on_path =
        on_path.iter().flat_map(std::env::split_paths).map(|folder| folder.join("pgbench"));
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = versions.map(|version| version.path().join("bin/pgbench"));
    on_path.chain(debian).find(|file| file.is_file())
}
