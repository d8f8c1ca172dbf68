//! Many histories, each from one seed: what the runs in memory, on SQLite and on PostgreSQL share.

use std::path::PathBuf;

use domain::time::Timestamp;
use store::{Options, Readers};
use testkit::memory::Clock;
use testkit::sim::{Count, Failure, Run};

/// Groups that one history decides.
pub(crate) const STEPS: usize = 40;

fn number(name: &str) -> Option<u64> {
    std::env::var(name)
        .ok()
        .map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

/// Runs many histories, or the one that is asked for, and says what they did.
pub(crate) fn histories(
    name: &str,
    usual: u64,
    play: impl Fn(Run) -> Result<Count, Box<Failure>>,
) -> String {
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
                "{}\nrepeat with: SIM_SEED={seed} cargo test -p testkit --test {} {name} -- --nocapture",
                failure.wrong,
                env!("CARGO_CRATE_NAME"),
            ),
        }
    }
    let rate = total.requests as f64 / begin.elapsed().as_secs_f64();
    assert!(total.payments > 0 && total.repeats > 0 && total.faults > 0 && total.crashes > 0);
    assert!(total.busy > 0 && total.bills_paid > 0 && total.runs_paid > 0);
    format!("{name}: {seeds} seeds, {total:?}, {rate:.0} requests/s")
}

/// What a history did, once the database it left is proved.
pub(crate) fn proved(readers: &Readers, count: Count) -> Result<Count, Box<Failure>> {
    match readers.read(|reader| Ok(store::verify(reader))).unwrap() {
        Ok(_) => Ok(count),
        Err(unsound) => Err(Box::new(Failure { wrong: unsound.to_string(), trace: Vec::new() })),
    }
}

/// A database that goes by a clock that moves when it is told to.
pub(crate) fn options(clock: Clock) -> Options {
    let clock: store::Clock = Box::new(move || -> Timestamp { clock.now() });
    Options { clock: Some(clock), cache_kib: 4096, readers: 1, ..Options::default() }
}

/// A folder that is removed when dropped.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(seed: u64) -> Self {
        let name = format!("obole-sim-{}-{seed}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
