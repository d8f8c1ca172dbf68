//! What other nodes on the same database did: pages that are open here show it, and who watches payments is known here.

use std::time::Duration;

use domain::port::BoxFuture;

use super::Job;
use crate::group::Unable;
use crate::obole::{Obole, locked};

pub(super) struct Neighbours;

impl Job for Neighbours {
    fn name(&self) -> &'static str {
        "neighbours"
    }

    fn every(&self) -> Duration {
        Duration::from_millis(500)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move {
            if !obole.has_neighbours() {
                return Ok(());
            }
            obole.learn_programs().await?;
            let pulse = obole.read_rows(store::Reader::pulse).await?;
            let seen = std::mem::replace(&mut locked(&obole.known).pulse, pulse);
            if seen != pulse {
                // An empty group, after which everybody here looks again.
                obole.desk().write(|_| Ok(())).await?;
            }
            Ok(())
        })
    }
}
