//! Writes down when keys of programs were used: once a minute for all of them, never for each request.

use std::time::Duration;

use domain::port::BoxFuture;
use domain::time::Timestamp;

use super::Job;
use crate::group::Unable;
use crate::obole::{Obole, locked};

pub(super) struct LastUse;

impl Job for LastUse {
    fn name(&self) -> &'static str {
        "last use"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(60)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move {
            let used: Vec<(String, Timestamp)> = {
                let known = &mut locked(&obole.known).used;
                std::mem::take(known).into_iter().collect()
            };
            if used.is_empty() {
                return Ok(());
            }
            let written = used.clone();
            let result = obole.desk().write(move |engine| engine.api_keys_used(&written)).await;
            if result.is_err() {
                let mut known = locked(&obole.known);
                for (key, at) in used {
                    known.used.entry(key).or_insert(at);
                }
            }
            result
        })
    }
}
