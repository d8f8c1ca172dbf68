//! The outbox worker: tells the outside what was promised, at least once and in the same words.
//!
//! A message is leased with a fence, handed to its network's connector, and removed only under the same fence, so
//! that a worker that comes back late changes nothing.

use std::sync::Arc;
use std::time::Duration;

use domain::member::Network;
use domain::port::{Connector, Fault, Outgoing, Undelivered};
use domain::time::SECOND_US;
use store::{DeliveryState, Leased, Retry, Writer};

use crate::group::Unable;
use crate::life::Stage;
use crate::obole::Obole;
use crate::trace;
use crate::webhooks::event;

/// Messages handed over at once.
const BATCH_MAX: usize = 500;

/// Events handed over at once: their endpoints are other people's, and each may take ten seconds of the lease.
const EVENTS_MAX: usize = 64;

/// How long a lease lasts; a connector that takes longer is taken for dead.
const LEASE_US: i64 = 30 * SECOND_US;

/// The wait after the first failure; it doubles with each.
const WAIT_FIRST_US: i64 = SECOND_US;

/// The longest wait between two attempts.
const WAIT_MAX_US: i64 = 600 * SECOND_US;

/// The longest wait between two attempts to tell a program: with the first ones, its tries span a day.
const EVENT_WAIT_MAX_US: i64 = 6 * 60 * 60 * SECOND_US;

/// How often the worker looks even if nobody called.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Works the outbox until the process ends; then it stops between two deliveries.
pub async fn work(obole: Arc<Obole>, connectors: Vec<Arc<dyn Connector>>) {
    let mut commits = obole.commits();
    while obole.life().stage() < Stage::Ending {
        commits.mark_unchanged();
        let mut delivered = 0;
        for connector in &connectors {
            if obole.life().stage() == Stage::Ending {
                return;
            }
            match deliver(&obole, &**connector).await {
                Ok(count) => delivered += count,
                Err(unable) => {
                    tracing::warn!(network = connector.network().name(), ?unable, "outbox waits")
                }
            }
        }
        if delivered == 0 {
            // Whichever comes first.
            tokio::select! {
                looked = tokio::time::timeout(LOOK_EVERY, commits.changed()) => drop(looked),
                () = obole.life().reached(Stage::Ending) => {}
            }
        }
    }
}

/// Hands over what is due now; gives how many messages were delivered.
///
/// # Errors
/// [`Unable`] if the database cannot be read or written.
pub async fn deliver(obole: &Obole, connector: &dyn Connector) -> Result<usize, Unable> {
    let network = connector.network();
    let due = if connector.in_house() {
        obole.read_rows(move |read| read.undelivered(network, 0, BATCH_MAX)).await?
    } else {
        leased(obole, network).await?
    };
    if due.is_empty() {
        return Ok(0);
    }
    let outgoing: Vec<Outgoing> = due.iter().map(|leased| outgoing(obole, leased)).collect();
    let results = connector.send(&outgoing).await;
    let count = results.iter().filter(|result| result.is_ok()).count();
    let metrics = obole.desk().metrics();
    for (leased, result) in due.iter().zip(&results) {
        log(leased, result);
        // Since when a message that had to be tried again waits is not kept.
        let since = Some(leased.due_at).filter(|_| leased.tries == 0);
        let took_us = since.map(|said_at| obole.now().0.saturating_sub(said_at.0));
        metrics.told(network, result.is_ok(), took_us);
    }
    if !connector.in_house() {
        finish(obole, due, results).await?;
    }
    Ok(count)
}

/// Leases what is due. Looks first without a lease: a lease is a commit, which would call the worker again.
async fn leased(obole: &Obole, network: Network) -> Result<Vec<Leased>, Unable> {
    let events = network == Network::WEBHOOK;
    let now = obole.now();
    let nobody = events && obole.desk().watching().now().is_empty();
    if nobody || !obole.read_rows(move |read| read.is_due(network, now)).await? {
        return Ok(Vec::new());
    }
    let max = if events { EVENTS_MAX } else { BATCH_MAX };
    let lease = obole.desk().write(move |engine| {
        let now = engine.now();
        engine.lease(network, now, now.plus_us(LEASE_US), max)
    });
    lease.await
}

fn outgoing(obole: &Obole, leased: &Leased) -> Outgoing {
    let message = leased.message.clone();
    let text = match message.network {
        Network::WEBHOOK => event(&message).to_string(),
        _ => obole.words(message.lang).say(&message.say),
    };
    Outgoing { id: leased.id, fence: leased.fence, message, text }
}

/// Says what became of a message, beside the request that said it; never what it says or to whom.
fn log(leased: &Leased, result: &Result<(), Undelivered>) {
    let _about = leased.trace.as_ref().map(|trace| trace::span(trace).entered());
    let (network, number, tries) = (leased.network.name(), leased.id, leased.tries);
    match result {
        Ok(()) => tracing::info!(network, number, tries, "told"),
        Err(undelivered) => {
            tracing::warn!(network, number, tries, why = undelivered.why, "not told");
        }
    }
}

/// Removes what was delivered, and puts off or buries what was not.
async fn finish(
    obole: &Obole,
    leased: Vec<Leased>,
    results: Vec<Result<(), Undelivered>>,
) -> Result<(), Unable> {
    obole
        .desk()
        .write(move |engine| {
            for (leased, result) in leased.iter().zip(&results) {
                finish_one(engine, leased, result)?;
            }
            Ok(())
        })
        .await
}

fn finish_one(
    engine: &mut Writer,
    leased: &Leased,
    result: &Result<(), Undelivered>,
) -> Result<(), Fault> {
    let (state, why) = match result {
        Ok(()) => {
            engine.delivered(&[(leased.id, leased.fence)])?;
            (DeliveryState::Delivered, "")
        }
        Err(undelivered) => {
            let why = undelivered.why.as_str();
            let due_at = engine.now().plus_us(wait_us(leased));
            let retry = match undelivered.again {
                true => engine.failed(leased.id, leased.fence, why, due_at)?,
                false => engine.give_up(leased.id, leased.fence, why)?,
            };
            match retry {
                Retry::Later => (DeliveryState::Failing, why),
                Retry::Dead => (DeliveryState::Dead, why),
                Retry::NotOurs => return Ok(()),
            }
        }
    };
    if leased.network == Network::WEBHOOK {
        engine.note_delivery(leased, state, why)?;
    }
    Ok(())
}

/// How long to wait after a failure: twice as long after each, four times where a program does not answer.
fn wait_us(leased: &Leased) -> i64 {
    let (step, max) = match leased.network {
        Network::WEBHOOK => (2, EVENT_WAIT_MAX_US),
        _ => (1, WAIT_MAX_US),
    };
    // Twelve tries at most: the shift stays far below 63 bits.
    WAIT_FIRST_US.checked_shl(leased.tries.saturating_mul(step)).unwrap_or(max).clamp(1, max)
}
