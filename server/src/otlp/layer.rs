//! Makes spans from the log's lines about requests.
//!
//! `app::trace` puts a span `request` with the one id around everything that is said of a request. Of the lines in it,
//! *answered* (at the door), *told* and *not told* (at the outbox) say what the whole is, and each *decided* is a part
//! of it. Only the fields listed here are taken over; a line without such a message, or outside a request, is nothing.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

use super::span::{Kind, Span};

/// What a request is called where no line says it: a timer's, for one.
const WORK: &str = "work";

/// Methods that stand in a name; any other is a word of the caller's.
const METHODS: [&str; 5] = ["GET", "HEAD", "POST", "DELETE", "PUT"];

/// Takes the log's lines.
pub(crate) struct Spans {
    into: mpsc::Sender<Span>,
    dropped: Arc<AtomicU64>,
}

/// A request that is still being spoken of.
struct Current {
    request: String,
    trace: [u8; 16],
    id: [u8; 8],
    began: SystemTime,
    /// What the whole is, once a line has said it.
    whole: Option<(String, Kind)>,
    attributes: Vec<(&'static str, Value)>,
    failed: bool,
    has_parts: bool,
}

impl Spans {
    pub(super) const fn new(into: mpsc::Sender<Span>, dropped: Arc<AtomicU64>) -> Self {
        Self { into, dropped }
    }

    fn hand_over(&self, span: Span) {
        if self.into.try_send(span).is_err() {
            self.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// A line about a request; a part of it becomes a span at once.
    fn line(&self, current: &mut Current, line: &Line) {
        let ended = SystemTime::now();
        match line.message.as_str() {
            "answered" => {
                let method = line.text("method");
                let method = if METHODS.contains(&method) { method } else { "_OTHER" };
                let status = line.number("status");
                let route = line.text("route");
                current.whole = Some((format!("{method} {route}"), Kind::Server));
                current.failed = status >= 500;
                current.attributes.extend([
                    ("http.request.method", json!(method)),
                    ("http.route", json!(route)),
                    ("http.response.status_code", json!(status)),
                ]);
            }
            told @ ("told" | "not told") => {
                current.whole = Some(("tell".to_owned(), Kind::Producer));
                current.failed = told == "not told";
                current.attributes.extend([
                    ("obole.network", json!(line.text("network"))),
                    ("obole.message", json!(line.number("number"))),
                    ("obole.tries", json!(line.number("tries"))),
                ]);
            }
            "decided" => {
                current.has_parts = true;
                self.hand_over(decided(current, line, ended));
            }
            _ => {}
        }
    }
}

fn decided(current: &Current, line: &Line, ended: SystemTime) -> Span {
    let outcome = line.text("outcome");
    let mut attributes =
        vec![("obole.request", json!(current.request)), ("obole.outcome", json!(outcome))];
    for (name, field) in [("obole.code", "code"), ("obole.payment", "payment")] {
        let text = line.text(field);
        if !text.is_empty() {
            attributes.push((name, json!(text)));
        }
    }
    let took = Duration::from_micros(line.number("took_us"));
    Span {
        trace: current.trace,
        id: chance(),
        parent: Some(current.id),
        name: "decide".to_owned(),
        kind: Kind::Internal,
        began: ended.checked_sub(took).unwrap_or(ended),
        ended,
        attributes,
        failed: outcome == "unable",
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Spans {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        if attributes.metadata().target() != "app::trace" {
            return;
        }
        let mut line = Line::default();
        attributes.record(&mut line);
        let request = line.text("id").to_owned();
        let current = Current {
            trace: trace_id(&request),
            id: chance(),
            began: SystemTime::now(),
            whole: None,
            attributes: vec![("obole.request", json!(request))],
            request,
            failed: false,
            has_parts: false,
        };
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(current);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let Some(scope) = context.event_scope(event) else { return };
        for span in scope {
            if let Some(current) = span.extensions_mut().get_mut::<Current>() {
                let mut line = Line::default();
                event.record(&mut line);
                self.line(current, &line);
                return;
            }
        }
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let Some(span) = context.span(&id) else { return };
        let Some(current) = span.extensions_mut().remove::<Current>() else { return };
        let whole = match current.whole {
            None if !current.has_parts => return,
            None => (WORK.to_owned(), Kind::Internal),
            Some(whole) => whole,
        };
        self.hand_over(Span {
            trace: current.trace,
            id: current.id,
            parent: None,
            name: whole.0,
            kind: whole.1,
            began: current.began,
            ended: SystemTime::now(),
            attributes: current.attributes,
            failed: current.failed,
        });
    }
}

/// The trace of a request: the same on every node and after a restart, for it is made from the request's id alone.
fn trace_id(request: &str) -> [u8; 16] {
    let hash: [u8; 32] = Sha256::digest(request).into();
    let (first, _) = hash.split_at(16);
    first.try_into().expect("16 of 32 bytes")
}

fn chance() -> [u8; 8] {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("the system has a source of chance");
    bytes
}

/// A line of the log, taken apart.
#[derive(Default)]
struct Line {
    message: String,
    fields: Vec<(&'static str, String)>,
}

impl Line {
    /// A field's text; empty where there is none.
    fn text(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, text)| text)
    }

    /// A field's number; 0 where there is none.
    fn number(&self, name: &str) -> u64 {
        self.text(name).parse().unwrap_or(0)
    }

    fn keep(&mut self, field: &Field, text: String) {
        match field.name() {
            "message" => self.message = text,
            name => self.fields.push((name, text)),
        }
    }
}

impl Visit for Line {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.keep(field, value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.keep(field, format!("{value:?}"));
    }
}
