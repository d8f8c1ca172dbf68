//! Many histories, each from one seed, in memory, on SQLite and on PostgreSQL.
//!
//! `SIM_SEEDS=100000` runs that many; `SIM_SEED=17` runs one and prints what happens.

use std::path::Path;

use domain::time::Timestamp;
use store::{Options, Readers, Writer};
use testkit::cluster::Cluster;
use testkit::memory::{Clock, Disk, Lie};
use testkit::sim::{Count, Failure, Run, run, run_on};

/// Groups that one history decides.
const STEPS: usize = 40;

fn number(name: &str) -> Option<u64> {
    std::env::var(name)
        .ok()
        .map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

/// Runs many histories, or the one that is asked for, and says what they did.
fn histories(name: &str, usual: u64, play: impl Fn(Run) -> Result<Count, Box<Failure>>) -> String {
    let history = |seed, trace| play(Run { seed, steps: STEPS, lie: None, trace });
    if let Some(seed) = number("SIM_SEED") {
        match history(seed, true) {
            Ok(count) => return format!("{name}, seed {seed}: {count:?}"),
            Err(failure) => panic!("{}\nseed {seed}: {}", failure.trace.join("\n"), failure.wrong),
        }
    }
    let begin = std::time::Instant::now();
    let seeds = number("SIM_SEEDS").unwrap_or(usual);
    let mut total = Count::default();
    for seed in 0..seeds {
        match history(seed, false) {
            Ok(count) => {
                total.requests += count.requests;
                total.repeats += count.repeats;
                total.refusals += count.refusals;
                total.payments += count.payments;
                total.faults += count.faults;
                total.crashes += count.crashes;
                total.busy += count.busy;
                total.bills_paid += count.bills_paid;
                total.runs_paid += count.runs_paid;
            }
            Err(failure) => panic!(
                "{}\nrepeat with: SIM_SEED={seed} cargo test -p testkit --test it {name} -- --nocapture",
                failure.wrong
            ),
        }
    }
    let rate = total.requests as f64 / begin.elapsed().as_secs_f64();
    assert!(total.payments > 0 && total.repeats > 0 && total.faults > 0 && total.crashes > 0);
    assert!(total.busy > 0 && total.bills_paid > 0 && total.runs_paid > 0);
    format!("{name}: {seeds} seeds, {total:?}, {rate:.0} requests/s")
}

#[test]
fn every_history_keeps_the_books_right() {
    println!("{}", histories("every_history_keeps_the_books_right", 200, run));
}

#[test]
fn every_history_is_the_same_on_sqlite() {
    let did = histories("every_history_is_the_same_on_sqlite", 20, |run| {
        let folder = Folder::new(run.seed);
        let count = run_on(run, |clock| sqlite(&folder.0, clock))?;
        proved(&store::open_read(&folder.0).unwrap(), count)
    });
    println!("{did}");
}

#[test]
fn every_history_is_the_same_on_postgres() {
    let Some(cluster) = Cluster::shared() else { return };
    let did = histories("every_history_is_the_same_on_postgres", 5, |run| {
        let (folder, database) = (Folder::new(run.seed), cluster.database().unwrap());
        std::fs::create_dir_all(&folder.0).unwrap();
        let open = |clock| store::connect(&database.url(), &folder.0, options(clock)).unwrap();
        let count = run_on(run, |clock| open(clock).engine)?;
        proved(&open(Clock::new(Timestamp(0))).readers, count)
    });
    println!("{did}");
}

fn proved(readers: &Readers, count: Count) -> Result<Count, Box<Failure>> {
    match readers.read(|reader| Ok(store::verify(reader))).unwrap() {
        Ok(_) => Ok(count),
        Err(unsound) => Err(Box::new(Failure { wrong: unsound.to_string(), trace: Vec::new() })),
    }
}

fn sqlite(folder: &Path, clock: Clock) -> Writer {
    store::open(folder, options(clock)).unwrap().engine
}

fn options(clock: Clock) -> Options {
    let clock: store::Clock = Box::new(move || -> Timestamp { clock.now() });
    Options { clock: Some(clock), cache_kib: 4096, readers: 1, ..Options::default() }
}

/// A folder that is removed when dropped.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(seed: u64) -> Self {
        let name = format!("obole-sim-{}-{seed}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_lying_disk_is_found_out() {
    for lie in Lie::ALL {
        let found = (0..20)
            .any(|seed| run(Run { seed, steps: STEPS, lie: Some(lie), trace: false }).is_err());
        assert!(found, "{lie:?} goes unnoticed");
    }
}

/// An engine whose rows are not those of the mirror; what no decision loads is for `verify` to find.
#[test]
fn an_engine_that_differs_from_its_mirror_is_found_out() {
    let loaded = [
        Lie::LoseWallets,
        Lie::LoseLines,
        Lie::LoseHolds,
        Lie::LosePayments,
        Lie::LoseDone,
        Lie::TransferTwice,
        Lie::KeepRolledBack,
    ];
    for lie in loaded {
        let found = (0..20).any(|seed| {
            let mut disk = None;
            let run = Run { seed, steps: STEPS, lie: None, trace: false };
            let result = run_on(run, |clock| {
                let disk = disk.get_or_insert_with(|| Disk::new(clock));
                disk.lie(lie);
                disk.engine()
            });
            result.is_err()
        });
        assert!(found, "{lie:?} goes unnoticed");
    }
}
