//! Seals what was transferred since the last seal.

use std::time::Duration;

use domain::port::BoxFuture;
use domain::seal::Seal;

use super::Job;
use crate::group::Unable;
use crate::obole::Obole;

pub(super) struct Seals;

impl Job for Seals {
    fn name(&self) -> &'static str {
        "seal"
    }

    /// How soon a seal that is due is made; how often one is due is configured.
    fn every(&self) -> Duration {
        Duration::from_secs(1)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move {
            if is_due(obole).await? {
                catch_up(obole).await?;
            }
            Ok(())
        })
    }
}

async fn is_due(obole: &Obole) -> Result<bool, Unable> {
    let every_us = i64::try_from(obole.settings().seal_every.as_micros()).unwrap_or(i64::MAX);
    let now = obole.now();
    obole
        .read_rows(move |read| {
            let last = read.last_seal()?;
            let due = last.is_none_or(|last| last.seal.at.plus_us(every_us) <= now);
            Ok(due && read.unsealed()?)
        })
        .await
}

/// Seals until everything is sealed that was committed before it was called; gives the seals made.
///
/// Hashing is done on a reader; the writer adds a row for each seal and is free for payments in between.
///
/// # Errors
/// [`Unable`] if the database cannot be read or written; the seals made before stay.
pub(crate) async fn catch_up(obole: &Obole) -> Result<Vec<Seal>, Unable> {
    // What is not committed by then is named in its millisecond or later, so a snapshot from now on misses nothing.
    let now = obole.desk().write(store::Writer::settled).await?;
    let mut seals = Vec::new();
    while let Some(batch) = obole.read_rows(move |read| read.batch(now)).await? {
        let more = batch.more;
        let Some(seal) = obole.desk().write(move |engine| engine.add_seal(&batch)).await? else {
            // Somebody else was faster; what is left is theirs, or the next run's.
            break;
        };
        seals.push(seal);
        if !more {
            break;
        }
    }
    Ok(seals)
}
