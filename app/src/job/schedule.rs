//! Hands in what schedules have to pay, each occurrence under a name of its own, and lapses what nobody approved.

use std::time::Duration;

use domain::port::BoxFuture;
use domain::request::Request;
use domain::schedule::{Act, due_key};

use super::Job;
use crate::group::Unable;
use crate::obole::Obole;

/// Schedules that are handed in by one run of the job.
const DUE_MAX: usize = 200;

pub(super) struct Schedules;

impl Job for Schedules {
    fn name(&self) -> &'static str {
        "schedules"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move {
            let now = obole.now();
            for due in obole.read_rows(move |read| read.schedules_due(now, DUE_MAX)).await? {
                let (schedule, number) = (due.id, due.next);
                let Some(at) = due.due_at else { continue };
                let request = Request::Schedule(Act::Due { schedule, number });
                obole.submit(Some(due_key(schedule, number, at)), 0, request).await?;
            }
            Ok(())
        })
    }
}
