//! What other nodes on the same database did: pages that are open here show it, and who watches payments is known here.

use std::time::Duration;

use domain::port::BoxFuture;

use super::Job;
use crate::group::Unable;
use crate::obole::{Obole, locked};

/// How often everybody looks once more after something has happened: whoever took a number may commit a little later.
const LOOKS: u32 = 4;

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
            obole.learn_clock().await?;
            obole.learn_programs().await?;
            obole.learn_policies().await?;
            let pulse = obole.read_rows(store::Reader::pulse).await?;
            let look = {
                let mut known = locked(&obole.known);
                let seen = std::mem::replace(&mut known.pulse, pulse);
                known.looks = if seen == pulse { known.looks.saturating_sub(1) } else { LOOKS };
                known.looks > 0
            };
            if look {
                // An empty group, after which everybody here looks again.
                obole.desk().write(|_| Ok(())).await?;
            }
            Ok(())
        })
    }
}
