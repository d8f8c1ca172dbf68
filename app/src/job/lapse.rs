//! Ends requests for money that nobody has answered in time.

use std::time::Duration;

use domain::bill::Act;
use domain::port::BoxFuture;
use domain::request::Request;

use super::Job;
use crate::group::Unable;
use crate::obole::Obole;

/// Requests ended in one run; an order of several ends with its first.
const DUE_MAX: usize = 200;

pub(super) struct Lapse;

impl Job for Lapse {
    fn name(&self) -> &'static str {
        "lapse"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(10)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move {
            let now = obole.now();
            for bill in obole.read_rows(move |read| read.bills_due(now, DUE_MAX)).await? {
                obole.submit(None, 0, Request::Bill(Act::Expire { bill })).await?;
            }
            Ok(())
        })
    }
}
