//! How a server ends when it is told to: first it says so at `/readyz`, then it closes its door, then it finishes what
//! it has taken. A second signal ends it at once, which loses nothing either: it is what a power cut does.

use std::sync::Arc;
use std::time::Duration;

use app::life::Stage;
use app::obole::Obole;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// What is left of the time for deliveries and the desk when the last request must be done.
pub(crate) const AFTERWARDS: Duration = Duration::from_secs(2);

/// The desk's part of that.
pub(crate) const DESK: Duration = Duration::from_secs(1);

/// Why a process says that it did not end in order when it was told twice.
pub(crate) const AT_ONCE: &str =
    "ended at once, as the second signal asked; what was acknowledged is there at the next start";

/// Why a process says so when its database did not let it.
pub(crate) const STUCK: &str =
    "ended while the database did not answer; what was acknowledged is there at the next start";

/// How a server ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stop {
    /// For how long it still takes connections, so that a proxy notices.
    pub(crate) pause: Duration,
    /// Within what time it ends, the pause included.
    pub(crate) within: Duration,
}

impl Stop {
    /// What a served node does where nothing else is configured.
    pub(crate) const SERVED: Self =
        Self { pause: Duration::from_secs(2), within: Duration::from_secs(20) };

    /// What the demo does: there is no proxy that could notice.
    pub(crate) const AT_HOME: Self = Self { pause: Duration::ZERO, ..Self::SERVED };

    /// The least that `within` may be.
    pub(crate) const WITHIN_MIN: Duration = Duration::from_secs(5);

    /// The most that `within` may be: an hour.
    pub(crate) const WITHIN_MAX: Duration = Duration::from_secs(3600);

    /// What the pause must leave: as much for open requests as for what comes after them.
    pub(crate) const FINISH_MIN: Duration = Duration::from_secs(4);

    /// How long open requests may take once the door is closed.
    pub(crate) const fn requests(self) -> Duration {
        self.within.saturating_sub(self.pause).saturating_sub(AFTERWARDS)
    }
}

/// Lets the service drain at the first signal from now on; what it gives resolves at the second.
///
/// # Errors
/// A sentence if the system does not tell us of signals.
pub(crate) fn on_signal(obole: Arc<Obole>) -> Result<impl Future<Output = ()>, String> {
    let listen = |kind| signal(kind).map_err(|error| format!("cannot hear signals: {error}"));
    let (mut interrupt, mut terminate) =
        (listen(SignalKind::interrupt())?, listen(SignalKind::terminate())?);
    Ok(async move {
        either(&mut interrupt, &mut terminate).await;
        tracing::info!("draining");
        obole.life().enter(Stage::Draining);
        either(&mut interrupt, &mut terminate).await;
    })
}

async fn either(interrupt: &mut Signal, terminate: &mut Signal) {
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}

/// Waits for workers that were told to end, until `deadline`; what still works then is cut off, and its messages are
/// told again later.
pub(crate) async fn finish(workers: &mut [JoinHandle<()>], deadline: Instant) {
    for worker in workers {
        if tokio::time::timeout_at(deadline, &mut *worker).await.is_err() {
            worker.abort();
        }
    }
}
