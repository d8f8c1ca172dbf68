//! Many histories, each from one seed: what the runs in memory, on SQLite and on PostgreSQL share.

use std::path::PathBuf;

use crate::memory::Clock;
use crate::sim::{Count, Failure, Run};
use domain::time::Timestamp;
use store::{Options, Readers};

/// Groups that one history decides.
pub const STEPS: usize = 40;

fn number(name: &str) -> Option<u64> {
    std::env::var(name)
        .ok()
        .map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

/// Runs the `usual` number of histories, or those that are asked for, and says what they did. `name` is the test's.
///
/// # Panics
/// If a history goes wrong, or all together did not come by everything that they should.
pub fn histories(
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
                "{}\nrepeat with: SIM_SEED={seed} cargo test -p testkit {name} -- --nocapture",
                failure.wrong
            ),
        }
    }
    let rate = total.requests as f64 / begin.elapsed().as_secs_f64();
    assert!(total.payments > 0 && total.repeats > 0 && total.faults > 0 && total.crashes > 0);
    assert!(total.busy > 0 && total.bills_paid > 0 && total.runs_paid > 0, "{total:?}");
    format!("{name}: {seeds} seeds, {total:?}, {rate:.0} requests/s")
}

/// What a history did, once the database it left is proved.
///
/// # Errors
/// What is wrong with the database.
///
/// # Panics
/// If it cannot be read.
pub fn proved(readers: &Readers, count: Count) -> Result<Count, Box<Failure>> {
    match readers.read(|reader| Ok(store::verify(reader))).expect("it can be read") {
        Ok(_) => Ok(count),
        Err(unsound) => Err(Box::new(Failure { wrong: unsound.to_string(), trace: Vec::new() })),
    }
}

/// Options of a database that goes by a clock that moves when it is told to.
#[must_use]
pub fn options(clock: Clock) -> Options {
    let clock: store::Clock = Box::new(move || -> Timestamp { clock.now() });
    Options {
        clock: Some(clock),
        cache_kib: 4096,
        readers: 1,
        members_kept: 1,
        ..Options::default()
    }
}

/// A folder that is removed when dropped.
pub struct Folder(
    /// Where it is.
    pub PathBuf,
);

impl Folder {
    /// The folder of a seed; of one process, no two tests may take the same. It is not made yet.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let name = format!("obole-sim-{}-{seed}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
