//! Many histories, each from one seed, in memory and on SQLite.
//!
//! `SIM_SEEDS=100000` runs that many; `SIM_SEED=17` runs one and prints what happens.

use std::path::Path;

use store::{Options, Writer};
use testkit::histories::{Folder, STEPS, histories, options, proved};
use testkit::memory::{Clock, Disk, Lie};
use testkit::sim::{Run, run, run_on};

#[test]
fn every_history_keeps_the_books_right() {
    println!("{}", histories("every_history_keeps_the_books_right", 200, run));
}

#[test]
fn every_history_is_the_same_on_sqlite() {
    let did = histories("every_history_is_the_same_on_sqlite", 40, |run| {
        let folder = Folder::new(run.seed);
        let count = run_on(run, |clock| sqlite(&folder.0, clock, run.seed))?;
        proved(&store::open_read(&folder.0).unwrap(), count)
    });
    println!("{did}");
}

/// Every other history has rows brought before they are asked for, and more of them stay.
fn sqlite(folder: &Path, clock: Clock, seed: u64) -> Writer {
    let members_kept = if seed.is_multiple_of(2) { 1 } else { 4 };
    store::open(folder, Options { members_kept, ..options(clock) }).unwrap().engine
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
