//! Where the process stands in its life, and whether it can serve now.
//!
//! A node serves, drains and ends, in this order and never back. While it drains it still answers everybody, and says at
//! `GET /readyz` that a proxy should send the next ones elsewhere.

use std::time::{Duration, Instant};

use tokio::sync::{Mutex, watch};
use tokio::task::JoinHandle;

use crate::group::Unable;
use crate::obole::Obole;

/// How long the desk may take to commit nothing before the node counts as one that cannot write.
const PROBE_MAX: Duration = Duration::from_secs(2);

/// How long a finding holds: whoever asks more often makes no work.
const FRESH: Duration = Duration::from_secs(1);

/// How far a process is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// It takes requests.
    Serving,
    /// It takes requests, and asks proxies for no more.
    Draining,
    /// It finishes what it has: no new request, no new delivery.
    Ending,
}

/// A process's way from its start to its end.
#[derive(Debug)]
pub struct Life {
    stage: watch::Sender<Stage>,
    probe: Mutex<Probe>,
}

impl Default for Life {
    fn default() -> Self {
        Self { stage: watch::Sender::new(Stage::Serving), probe: Mutex::default() }
    }
}

impl Life {
    /// How far it is.
    #[must_use]
    pub fn stage(&self) -> Stage {
        *self.stage.borrow()
    }

    /// Goes on to `stage`; never back.
    pub fn enter(&self, stage: Stage) {
        self.stage.send_if_modified(|now| {
            let further = *now < stage;
            *now = stage.max(*now);
            further
        });
    }

    /// Waits until it is at `stage` or beyond.
    pub async fn reached(&self, stage: Stage) {
        // The sender lives as long as we do.
        drop(self.stage.subscribe().wait_for(|now| *now >= stage).await);
    }
}

/// Why a node cannot serve now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotReady {
    /// It is about to end.
    Draining,
    /// The desk has no more room left than one group takes.
    Full,
    /// The database let nobody write within two seconds.
    Slow,
    /// The database cannot be written.
    Unavailable,
}

impl NotReady {
    /// One line for whoever operates the node.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Draining => "draining: this node is about to end",
            Self::Full => "full: as many requests wait as this node takes",
            Self::Slow => "slow: the database let nobody write within 2 s",
            Self::Unavailable => "unavailable: the database cannot be written",
        }
    }
}

/// What was found last, and the probe that has not come back.
#[derive(Debug, Default)]
struct Probe {
    found: Option<(Instant, Result<(), NotReady>)>,
    /// Groups that were committed by then.
    commits: u64,
    /// There is one at most, so that a desk that hangs is not filled with probes.
    waiting: Option<JoinHandle<Result<(), Unable>>>,
}

impl Obole {
    /// Whether this node can serve now: it is not about to end, its desk has room, and the database commits.
    ///
    /// Takes two seconds at most, and twice as long where somebody else is already asking. What was found holds for a
    /// second; a desk that has committed something since then is not probed.
    ///
    /// # Errors
    /// [`NotReady`] says why not.
    pub async fn ready(&self) -> Result<(), NotReady> {
        if self.life().stage() != Stage::Serving {
            return Err(NotReady::Draining);
        }
        if self.desk().is_full() {
            return Err(NotReady::Full);
        }
        let mut probe = self.life().probe.lock().await;
        if let Some((_, found)) = probe.found.filter(|(at, _)| at.elapsed() < FRESH) {
            return found;
        }
        let commits = || self.desk().metrics().group_size.read().count;
        let found = match commits() == probe.commits {
            true => self.probe(&mut probe).await,
            false => Ok(()),
        };
        probe.commits = commits();
        probe.found = Some((Instant::now(), found));
        found
    }

    /// Lets the desk take the right to write, and commit nothing.
    async fn probe(&self, probe: &mut Probe) -> Result<(), NotReady> {
        let waiting = probe.waiting.get_or_insert_with(|| {
            let desk = self.desk().clone();
            tokio::spawn(async move { desk.write(|_| Ok(())).await })
        });
        let Ok(came_back) = tokio::time::timeout(PROBE_MAX, waiting).await else {
            return Err(NotReady::Slow);
        };
        probe.waiting = None;
        match came_back {
            Ok(Ok(())) => Ok(()),
            Ok(Err(Unable::Overloaded)) => Err(NotReady::Full),
            Ok(Err(Unable::Unavailable | Unable::Broken)) | Err(_) => Err(NotReady::Unavailable),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_life_goes_on_and_never_back() {
        let life = Life::default();
        life.enter(Stage::Ending);
        life.enter(Stage::Draining);
        assert_eq!(life.stage(), Stage::Ending);
        life.reached(Stage::Draining).await;
    }
}
