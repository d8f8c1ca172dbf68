//! `GET /metrics`: what the service counts of itself, in Prometheus' text format. Numbers only, with labels whose
//! values are a fixed set: no person, no amount, no address. It is not among the pages: a router of its own is served
//! where the operator says (docs/decisions/0009-metrics-by-hand.md).

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};
use std::sync::Mutex;

use app::metrics::{Histogrammed, Metrics};
use axum::Router;
use axum::extract::State as Extract;
use axum::http::{Method, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;

use crate::State;

/// Where it is served.
pub const PATH: &str = "/metrics";

/// The version of the format, as scrapers ask for it.
const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Answers by method, route and status. Routes are the patterns we wrote, so there are as many as we wrote.
#[derive(Default)]
pub(crate) struct Answers(Mutex<BTreeMap<(&'static str, String, u16), u64>>);

impl Answers {
    /// Counts an answer; a path that is no route of ours counts as `other`.
    pub(crate) fn count(&self, method: &Method, route: &str, status: StatusCode) {
        let method = match *method {
            Method::GET => "GET",
            Method::HEAD => "HEAD",
            Method::POST => "POST",
            _ => "other",
        };
        let mut answers = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *answers.entry((method, route.to_owned(), status.as_u16())).or_default() += 1;
    }

    fn read(&self) -> BTreeMap<(&'static str, String, u16), u64> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

pub(crate) fn routes() -> Router<State> {
    Router::new().route(PATH, get(show))
}

async fn show(Extract(state): Extract<State>) -> impl IntoResponse {
    let mut text = Exposition::default();
    counted(&mut text, &state);
    text.gauge("obole_live_streams", "Live pages that are open.", state.pages.lives());
    stored(&mut text, &state).await;
    ([(header::CONTENT_TYPE, CONTENT_TYPE), (header::CACHE_CONTROL, "no-store")], text.0)
}

/// What was counted in memory since the start.
fn counted(text: &mut Exposition, state: &State) {
    let desk = state.obole.desk();
    let metrics = desk.metrics();
    text.family("obole_build_info", "gauge", "The program's version.");
    text.sample("obole_build_info", &[("version", &env!("CARGO_PKG_VERSION"))], 1);
    text.family("obole_requests_total", "counter", "Requests by outcome and code.");
    for ((outcome, code), count) in metrics.outcomes() {
        text.sample("obole_requests_total", &[("outcome", &outcome), ("code", &code)], count);
    }
    text.family("obole_verbs_total", "counter", "Requests by verb and outcome.");
    for ((verb, outcome), count) in metrics.verbs() {
        text.sample("obole_verbs_total", &[("verb", &verb), ("outcome", &outcome)], count);
    }
    text.family("obole_payments_total", "counter", "Payments by the state a commit left them in.");
    for (state, count) in metrics.payments() {
        text.sample("obole_payments_total", &[("state", &state.name())], count);
    }
    text.gauge("obole_desk_waiting", "Requests that wait for their group.", desk.waiting());
    let help = "Requests and chores of one transaction.";
    text.histogram("obole_desk_group_size", help, &metrics.group_size.read(), 1);
    let help = "What commits take, their sync included.";
    text.histogram("obole_commit_seconds", help, &metrics.commit_us.read(), 1_000_000);
    outgoing(text, metrics);
    let reading = state.obole.reading();
    text.gauge("obole_readers_busy", "Connections that read.", reading.busy());
    text.gauge("obole_readers_waiting", "Questions that wait for one.", reading.waiting());
    text.family("obole_http_requests_total", "counter", "Answers by method, route and status.");
    for ((method, route, status), count) in state.answers.read() {
        let labels: [(&str, &dyn Display); 3] =
            [("method", &method), ("route", &route), ("status", &status)];
        text.sample("obole_http_requests_total", &labels, count);
    }
}

/// What was told to networks and programs.
fn outgoing(text: &mut Exposition, metrics: &Metrics) {
    text.family("obole_deliveries_total", "counter", "Tries to tell a message.");
    for ((network, outcome), count) in metrics.deliveries() {
        let labels: [(&str, &dyn Display); 2] =
            [("network", &network.name()), ("outcome", &outcome)];
        text.sample("obole_deliveries_total", &labels, count);
    }
    let help = "From saying to telling a message, where the first try was the last.";
    text.histogram("obole_told_seconds", help, &metrics.told_us.read(), 1_000_000);
}

/// What the database knows; without it the rest is told all the same.
async fn stored(text: &mut Exposition, state: &State) {
    let size = state.obole.database_size();
    text.gauge("obole_database_bytes", "The database's file.", size.database);
    text.gauge("obole_database_log_bytes", "The write-ahead log.", size.log);
    let read = state.obole.read_rows(|read| {
        let waiting = (read.outbox_count()?, read.dead_letter_count()?);
        Ok((waiting, read.open_payments()?, read.last_seal()?, read.suspense_waiting()?))
    });
    let read = read.await;
    text.gauge("obole_database_readable", "Whether it answered.", u8::from(read.is_ok()));
    let Ok(((outbox, dead), open, seal, (unmatched, oldest))) = read else { return };
    text.gauge("obole_outbox_waiting", "Messages to be told, up to 100000.", outbox);
    text.gauge("obole_dead_letters", "Messages that were given up, up to 100000.", dead);
    text.family("obole_payments_open", "gauge", "Open payments by state, up to 100000.");
    for (state, count) in open {
        text.sample("obole_payments_open", &[("state", &state.name())], count);
    }
    let (number, at_s) = seal.map_or((0, 0), |kept| (kept.seal.number, kept.seal.at.0 / 1_000_000));
    text.gauge("obole_seals", "Seals made.", number);
    text.gauge("obole_last_seal_timestamp_seconds", "When the last seal was made.", at_s);
    text.gauge("obole_suspense_items", "Items of money without owner, up to 100000.", unmatched);
    let since_s = oldest.map_or(0, |at| at.0 / 1_000_000);
    let help = "When the oldest of them arrived; 0 where there is none.";
    text.gauge("obole_suspense_oldest_timestamp_seconds", help, since_s);
}

/// Text in Prometheus' format, a family after the other.
#[derive(Default)]
struct Exposition(String);

impl Exposition {
    fn family(&mut self, name: &str, kind: &str, help: &str) {
        self.line(format_args!("# HELP {name} {help}\n# TYPE {name} {kind}"));
    }

    /// One number. What stands in a label has neither quote nor line feed: it is a name of ours.
    fn sample(&mut self, name: &str, labels: &[(&str, &dyn Display)], value: impl Display) {
        let labels: Vec<String> =
            labels.iter().map(|(label, value)| format!("{label}=\"{value}\"")).collect();
        match labels.is_empty() {
            true => self.line(format_args!("{name} {value}")),
            false => self.line(format_args!("{name}{{{}}} {value}", labels.join(","))),
        }
    }

    fn gauge(&mut self, name: &str, help: &str, value: impl Display) {
        self.family(name, "gauge", help);
        self.sample(name, &[], value);
    }

    /// A histogram whose values are counted in parts of which `unit` make one.
    fn histogram(&mut self, name: &str, help: &str, read: &Histogrammed, unit: u32) {
        #[expect(clippy::cast_precision_loss, reason = "a figure for a chart")]
        let shown = |value: u64| value as f64 / f64::from(unit);
        self.family(name, "histogram", help);
        let bucket = format!("{name}_bucket");
        for (bound, count) in &read.up_to {
            self.sample(&bucket, &[("le", &shown(*bound))], count);
        }
        self.sample(&bucket, &[("le", &"+Inf")], read.count);
        self.sample(&format!("{name}_sum"), &[], shown(read.sum));
        self.sample(&format!("{name}_count"), &[], read.count);
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        writeln!(self.0, "{line}").expect("writing into a string cannot fail");
    }
}
