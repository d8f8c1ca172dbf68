//! Jobs: what happens by itself. To add one, write its file and add its line.

use std::time::Duration;

use domain::port::BoxFuture;

use crate::group::Unable;
use crate::life::Stage;
use crate::obole::Obole;

mod expire;
mod lapse;
mod last_use;
mod neighbours;
mod refund_asks;
mod safeguard;
mod schedule;
mod seal;
mod sweep;

pub(crate) use seal::catch_up;

/// The jobs.
pub static JOBS: &[&dyn Job] = &[
    &expire::Expire,
    &safeguard::Safeguarding,
    &seal::Seals,
    &sweep::Sweep,
    &lapse::Lapse,
    &last_use::LastUse,
    &refund_asks::RefundAsks,
    &schedule::Schedules,
    &neighbours::Neighbours,
];

/// Something that happens by itself, again and again.
pub trait Job: Sync {
    /// The name, for the log.
    fn name(&self) -> &'static str;

    /// How long it rests between two runs.
    fn every(&self) -> Duration;

    /// Runs once.
    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>>;
}

/// Runs a job again and again until the process ends; then it stops between two runs.
pub async fn repeat(job: &'static dyn Job, obole: &Obole) {
    while obole.life().stage() < Stage::Ending {
        if let Err(unable) = job.run(obole).await {
            tracing::warn!(job = job.name(), ?unable, "job waits");
        }
        // Whichever comes first.
        drop(tokio::time::timeout(job.every(), obole.life().reached(Stage::Ending)).await);
    }
}
