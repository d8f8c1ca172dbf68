//! Many histories, each from one seed.
//!
//! `SIM_SEEDS=100000` runs that many; `SIM_SEED=17` runs one and prints what happens.

use testkit::memory::Lie;
use testkit::sim::{Count, Run, run};

/// Groups that one history decides.
const STEPS: usize = 40;

fn number(name: &str) -> Option<u64> {
    std::env::var(name)
        .ok()
        .map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

#[test]
fn every_history_keeps_the_books_right() {
    if let Some(seed) = number("SIM_SEED") {
        match run(Run { seed, steps: STEPS, lie: None, trace: true }) {
            Ok(count) => println!("seed {seed}: {count:?}"),
            Err(failure) => panic!("{}\nseed {seed}: {}", failure.trace.join("\n"), failure.wrong),
        }
        return;
    }
    let begin = std::time::Instant::now();
    let seeds = number("SIM_SEEDS").unwrap_or(200);
    let mut total = Count::default();
    for seed in 0..seeds {
        match run(Run { seed, steps: STEPS, lie: None, trace: false }) {
            Ok(count) => {
                total.requests += count.requests;
                total.repeats += count.repeats;
                total.refusals += count.refusals;
                total.payments += count.payments;
                total.faults += count.faults;
                total.crashes += count.crashes;
            }
            Err(failure) => panic!(
                "{}\nrepeat with: SIM_SEED={seed} cargo test -p testkit --test it simulation -- --nocapture",
                failure.wrong
            ),
        }
    }
    let rate = total.requests as f64 / begin.elapsed().as_secs_f64();
    println!("{seeds} seeds, {total:?}, {rate:.0} requests/s");
    assert!(total.payments > 0 && total.repeats > 0 && total.faults > 0 && total.crashes > 0);
}

#[test]
fn a_lying_disk_is_found_out() {
    for lie in Lie::ALL {
        let found = (0..20)
            .any(|seed| run(Run { seed, steps: STEPS, lie: Some(lie), trace: false }).is_err());
        assert!(found, "{lie:?} goes unnoticed");
    }
}
