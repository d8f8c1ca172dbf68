//! Removes links and sessions that are over.

use std::time::Duration;

use domain::port::BoxFuture;

use super::Job;
use crate::group::Unable;
use crate::obole::Obole;

pub(super) struct Sweep;

impl Job for Sweep {
    fn name(&self) -> &'static str {
        "sweep"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(3600)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move { obole.desk().write(|engine| engine.sweep()).await })
    }
}
