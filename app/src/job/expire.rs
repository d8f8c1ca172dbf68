//! Ends open payments whose time is over: claims return, approvals lapse.

use std::time::Duration;

use domain::port::BoxFuture;
use domain::request::Request;

use super::Job;
use crate::group::Unable;
use crate::obole::Obole;

/// Payments ended in one run.
const DUE_MAX: usize = 200;

pub(super) struct Expire;

impl Job for Expire {
    fn name(&self) -> &'static str {
        "expire"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move {
            let now = obole.now();
            let due = obole.read_rows(move |read| read.due(now, DUE_MAX)).await?;
            for payment in due {
                obole.submit(None, 0, Request::Expire { payment }).await?;
            }
            Ok(())
        })
    }
}
