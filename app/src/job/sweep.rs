//! Removes sessions, links to sign in and challenges that have ended, a part of each table in every run.

use std::time::Duration;

use domain::port::BoxFuture;

use super::Job;
use crate::group::Unable;
use crate::obole::Obole;

/// Rows of each table that one run looks at: few enough that no payment waits, and over a million a day.
const ROWS_MAX: u32 = 1000;

pub(super) struct Sweep;

impl Job for Sweep {
    fn name(&self) -> &'static str {
        "sweep"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(60)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move {
            let start = obole.draw();
            let swept = obole.desk().write(move |engine| {
                let now = engine.now();
                let sessions = engine.sweep_sessions(start, now, ROWS_MAX)?;
                let sign_ins = engine.sweep_sign_ins(start, now, ROWS_MAX)?;
                Ok((sessions, sign_ins, engine.sweep_challenges(start, now, ROWS_MAX)?))
            });
            let (sessions, sign_ins, challenges) = swept.await?;
            tracing::debug!(sessions, sign_ins, challenges, "swept");
            Ok(())
        })
    }
}
