//! Keeps, for each day, what members are owed and the money that is there.

use std::time::Duration;

use domain::port::BoxFuture;
use domain::time::Period;

use super::Job;
use crate::group::Unable;
use crate::obole::Obole;

pub(super) struct Safeguarding;

impl Job for Safeguarding {
    fn name(&self) -> &'static str {
        "safeguard"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(10 * 60)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move {
            let now = obole.now();
            let day = Period::of(now, &obole.policy().zone).day;
            let sums = obole.read_rows(move |read| read.safeguard_now(day, now)).await?;
            if sums.is_empty() {
                return Ok(());
            }
            obole.desk().write(move |engine| engine.put_safeguard(&sums)).await
        })
    }
}
