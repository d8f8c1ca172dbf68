//! Histories from one seed each, on PostgreSQL; those in memory and on SQLite are in the other binary.

use domain::time::Timestamp;
use testkit::cluster::Cluster;
use testkit::histories::{Folder, histories, options, proved};
use testkit::memory::Clock;
use testkit::sim::run_on;

#[test]
fn every_history_is_the_same_on_postgres() {
    let Some(cluster) = Cluster::shared() else { return };
    let did = histories("every_history_is_the_same_on_postgres", 12, |run| {
        let (folder, database) = (Folder::new(run.seed), cluster.database().unwrap());
        std::fs::create_dir_all(&folder.0).unwrap();
        let open = |clock| store::connect(&database.url(), &folder.0, options(clock)).unwrap();
        let count = run_on(run, |clock| open(clock).engine)?;
        proved(&open(Clock::new(Timestamp(0))).readers, count)
    });
    println!("{did}");
}
