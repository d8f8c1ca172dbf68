//! Traces for OpenTelemetry: what the log says of a request, sent as spans to a collector (OTLP over HTTP, in JSON).
//!
//! Off unless `otlp_endpoint` is configured. Spans are made from the log's own lines about requests, so what must not
//! stand in the log cannot stand here. Nobody ever waits for a collector: what it does not take in time is dropped.
//! Start reading at [`layer`]; docs/decisions/0017-traces-by-hand.md says why no crate does this.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Request, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::target::new_id;

mod layer;
mod span;

pub(crate) use layer::Spans;
use span::{Resource, Span};

/// Spans that wait to be sent; one more is dropped. About a megabyte.
const WAITING_MAX: usize = 4096;

/// Spans that are sent at once.
const BATCH_MAX: usize = 512;

/// How long spans gather before they are sent.
const GATHER: Duration = Duration::from_secs(1);

/// How long a collector may take to take a batch.
const ANSWER: Duration = Duration::from_secs(5);

/// Where a collector takes traces, below its address.
const PATH: &str = "/v1/traces";

/// A collector's address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Endpoint(Uri);

impl Endpoint {
    /// Reads `http://host:port`, as in `http://127.0.0.1:4318`.
    ///
    /// # Errors
    /// A sentence for anything else.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is not like http://127.0.0.1:4318");
        let bare = text.strip_suffix('/').unwrap_or(text);
        let uri: Uri = format!("{bare}{PATH}").parse().map_err(|_| wrong())?;
        let plain = uri.scheme_str() == Some("http") && uri.path() == PATH && uri.query().is_none();
        let named = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
        if plain && named { Ok(Self(uri)) } else { Err(wrong()) }
    }

    /// Whether it is on this machine by its address.
    pub(crate) fn is_local(&self) -> bool {
        let host = self.0.host().unwrap_or_default().trim_matches(['[', ']']);
        let address = host.parse::<std::net::IpAddr>();
        host == "localhost" || address.is_ok_and(|address| address.is_loopback())
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What sends spans, before it runs.
pub(crate) struct Exporter {
    spans: mpsc::Receiver<Span>,
    dropped: Arc<AtomicU64>,
    endpoint: Endpoint,
}

/// A way into the log for spans, and what sends them from there.
pub(crate) fn open(endpoint: Endpoint) -> (Spans, Exporter) {
    let (into, spans) = mpsc::channel(WAITING_MAX);
    let dropped = Arc::new(AtomicU64::new(0));
    (Spans::new(into, dropped.clone()), Exporter { spans, dropped, endpoint })
}

/// What sends spans, while it runs.
pub(crate) struct Exporting {
    task: JoinHandle<()>,
    end: oneshot::Sender<()>,
}

impl Exporting {
    /// Sends what waits, and ends.
    pub(crate) async fn finish(self) {
        // It hears this, or has ended already.
        let _ = self.end.send(());
        drop(self.task.await);
    }
}

impl Exporter {
    /// Sends from now on.
    pub(crate) fn start(self) -> Exporting {
        let (end, ended) = oneshot::channel();
        Exporting { task: tokio::spawn(self.run(ended)), end }
    }

    async fn run(mut self, mut ended: oneshot::Receiver<()>) {
        let resource = Resource { instance: new_id() };
        let client = Client::builder(TokioExecutor::new()).build_http();
        let mut batch = Vec::with_capacity(BATCH_MAX);
        let mut taken = true;
        let mut open = true;
        while open {
            tokio::select! {
                () = tokio::time::sleep(GATHER) => {}
                _ = &mut ended => open = false,
            }
            while let Ok(span) = self.spans.try_recv() {
                batch.push(span);
                if batch.len() == BATCH_MAX {
                    taken = self.send(&client, &resource, &mut batch, taken).await;
                }
            }
            taken = self.send(&client, &resource, &mut batch, taken).await;
        }
    }

    /// Sends a batch and empties it; says once when the collector stops to take them, and once when it does again.
    async fn send(
        &self,
        client: &Client<HttpConnector, Full<Bytes>>,
        resource: &Resource,
        batch: &mut Vec<Span>,
        before: bool,
    ) -> bool {
        if batch.is_empty() {
            return before;
        }
        let body = span::document(resource, batch).to_string();
        let sent = tokio::time::timeout(ANSWER, post(client, &self.endpoint, body)).await;
        let sent = sent.unwrap_or_else(|_| Err("no answer in time".to_owned()));
        let count = u64::try_from(batch.len()).unwrap_or(u64::MAX);
        batch.clear();
        match &sent {
            Ok(()) if before => {}
            Ok(()) => {
                let dropped = self.dropped.swap(0, Ordering::Relaxed);
                tracing::warn!(dropped, "traces are taken again");
            }
            Err(why) => {
                self.dropped.fetch_add(count, Ordering::Relaxed);
                if before {
                    tracing::warn!(why, "traces are dropped until they are taken again");
                }
            }
        }
        sent.is_ok()
    }
}

async fn post(
    client: &Client<HttpConnector, Full<Bytes>>,
    endpoint: &Endpoint,
    body: String,
) -> Result<(), String> {
    let request = Request::post(endpoint.0.clone())
        .header("content-type", "application/json")
        .body(Full::new(Bytes::from(body)))
        .map_err(|error| error.to_string())?;
    let answer = client.request(request).await.map_err(|error| error.to_string())?;
    match answer.status() {
        status if status.is_success() => Ok(()),
        status => Err(format!("the collector answers {status}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collector_has_a_plain_address() {
        for good in ["http://127.0.0.1:4318", "http://localhost:4318/", "http://[::1]:4318"] {
            assert!(Endpoint::parse(good).unwrap().is_local(), "{good}");
        }
        let far = Endpoint::parse("http://collector.example.org:4318").unwrap();
        assert_eq!(far.to_string(), "http://collector.example.org:4318/v1/traces");
        assert!(!far.is_local());
        for bad in
            ["", "4318", "https://localhost:4318", "http://a@b:1", "http://a/b", "http://a?b"]
        {
            assert!(Endpoint::parse(bad).is_err(), "{bad}");
        }
    }
}
