//! One id for each request, from the door to the last message: it stands in the log beside everything that is said of
//! the request, and travels with it over tasks, threads and restarts.
//!
//! A task knows its id ([`current`]); the desk takes it along with the request, and the outbox keeps it with each
//! message.

use domain::trace::Trace;
use tracing::{Instrument as _, Span};

tokio::task_local! {
    static CURRENT: Trace;
}

/// The id of the request that this task works for.
#[must_use]
pub fn current() -> Option<Trace> {
    CURRENT.try_with(Clone::clone).ok()
}

/// What the log puts around everything that is said of a request. As a span of errors it is there whatever is logged.
#[must_use]
pub fn span(trace: &Trace) -> Span {
    tracing::error_span!("request", id = %trace)
}

/// Works for the request of this id.
pub async fn under<T>(trace: Trace, work: impl Future<Output = T>) -> T {
    let span = span(&trace);
    CURRENT.scope(trace, work).instrument(span).await
}

/// Lets `work` go on for the present request on a task of its own.
pub fn carried<T>(work: impl Future<Output = T>) -> impl Future<Output = T> {
    let trace = current();
    async move {
        match trace {
            Some(trace) => under(trace, work).await,
            None => work.await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_request_keeps_its_id_on_another_task() {
        assert_eq!(current(), None);
        let trace = Trace::parse("request-1").unwrap();
        let seen = under(trace.clone(), async {
            let bare = tokio::spawn(async { current() }).await.unwrap();
            (bare, tokio::spawn(carried(async { current() })).await.unwrap())
        });
        assert_eq!(seen.await, (None, Some(trace)));
    }
}
