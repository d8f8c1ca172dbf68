//! What the service counts of itself while it runs: numbers with a fixed set of names, nothing about anybody.
//!
//! Counting is adding to a number: whoever asks never makes the desk wait.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use domain::grammar::Reading;
use domain::member::Network;
use domain::passkey;
use domain::payment::State;
use domain::request::{Outcome, Request};

use crate::group::{Decided, Unable};
use crate::obole::locked;

/// Upper bounds of the sizes of groups, in requests; the last group a desk takes has as many.
const SIZES: &[u64] = &[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

/// Upper bounds of what a commit takes, in microseconds.
const COMMITS_US: &[u64] =
    &[100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000];

/// Upper bounds of what passes until a message is told, in microseconds.
const TOLD_US: &[u64] = &[
    1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
    10_000_000, 60_000_000,
];

/// How many observations fell up to each bound.
#[derive(Debug)]
pub struct Histogram {
    bounds: &'static [u64],
    /// One for each bound, and one for what is beyond the last.
    counts: Vec<AtomicU64>,
    sum: AtomicU64,
}

/// A histogram at one moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Histogrammed {
    /// Each upper bound and how many observations were not beyond it.
    pub up_to: Vec<(u64, u64)>,
    /// All observations.
    pub count: u64,
    /// What they add up to.
    pub sum: u64,
}

impl Histogram {
    fn new(bounds: &'static [u64]) -> Self {
        let counts = (0..=bounds.len()).map(|_| AtomicU64::new(0)).collect();
        Self { bounds, counts, sum: AtomicU64::new(0) }
    }

    fn observe(&self, value: u64) {
        let place = self.bounds.partition_point(|bound| *bound < value);
        self.counts[place].fetch_add(1, Ordering::Relaxed);
        self.sum.fetch_add(value, Ordering::Relaxed);
    }

    /// What was observed so far.
    #[must_use]
    pub fn read(&self) -> Histogrammed {
        let mut count = 0;
        let mut running = |own: &AtomicU64| {
            count += own.load(Ordering::Relaxed);
            count
        };
        let up_to = self.bounds.iter().copied().zip(self.counts.iter().map(&mut running)).collect();
        let beyond = self.counts.last().map_or(0, |beyond| beyond.load(Ordering::Relaxed));
        Histogrammed { up_to, count: count + beyond, sum: self.sum.load(Ordering::Relaxed) }
    }
}

/// What is counted since the start of the process.
#[derive(Debug)]
pub struct Metrics {
    /// Requests by outcome and code; as many as there are codes of refusals and questions.
    outcomes: Mutex<BTreeMap<(&'static str, &'static str), u64>>,
    /// Requests by verb and outcome; as many as there are verbs, six times at most.
    verbs: Mutex<BTreeMap<(&'static str, &'static str), u64>>,
    /// Deliveries by network, and whether they came to their end.
    told: Mutex<BTreeMap<(Network, &'static str), u64>>,
    /// What passed until messages were told that had not to be tried again, in microseconds.
    pub told_us: Histogram,
    payments: [AtomicU64; State::ALL.len()],
    /// Requests and chores that went into one transaction.
    pub group_size: Histogram,
    /// What commits took, their sync included, in microseconds.
    pub commit_us: Histogram,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            outcomes: Mutex::default(),
            verbs: Mutex::default(),
            told: Mutex::default(),
            told_us: Histogram::new(TOLD_US),
            payments: [const { AtomicU64::new(0) }; State::ALL.len()],
            group_size: Histogram::new(SIZES),
            commit_us: Histogram::new(COMMITS_US),
        }
    }
}

impl Metrics {
    /// Counts a request by its verb and by how it went.
    pub(crate) fn decided(&self, verb: &'static str, decided: &Decided) {
        let (outcome, code) = told(decided);
        *locked(&self.outcomes).entry((outcome, code)).or_default() += 1;
        *locked(&self.verbs).entry((verb, outcome)).or_default() += 1;
    }

    /// Counts a delivery, and what passed since its message was said, where that is known.
    pub(crate) fn told(&self, network: Network, done: bool, took_us: Option<i64>) {
        let outcome = if done { "told" } else { "failed" };
        *locked(&self.told).entry((network, outcome)).or_default() += 1;
        if let Some(took_us) = took_us.filter(|_| done) {
            // Clocks of two machines may differ; a message is not told before it is said.
            self.told_us.observe(u64::try_from(took_us).unwrap_or(0));
        }
    }

    /// Counts a group that was committed: what it held, how long its commit took, and the states in which it left
    /// payments.
    pub(crate) fn committed(
        &self,
        size: usize,
        took: Duration,
        states: impl Iterator<Item = State>,
    ) {
        self.group_size.observe(u64::try_from(size).unwrap_or(u64::MAX));
        self.commit_us.observe(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
        for state in states {
            if let Some(place) = State::ALL.iter().position(|known| *known == state) {
                self.payments[place].fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// Requests by outcome and code.
    #[must_use]
    pub fn outcomes(&self) -> Vec<((&'static str, &'static str), u64)> {
        locked(&self.outcomes).iter().map(|(name, count)| (*name, *count)).collect()
    }

    /// Requests by verb and outcome.
    #[must_use]
    pub fn verbs(&self) -> Vec<((&'static str, &'static str), u64)> {
        locked(&self.verbs).iter().map(|(name, count)| (*name, *count)).collect()
    }

    /// Deliveries by network and outcome.
    #[must_use]
    pub fn deliveries(&self) -> Vec<((Network, &'static str), u64)> {
        locked(&self.told).iter().map(|(name, count)| (*name, *count)).collect()
    }

    /// Payments by the state in which a commit left them; one that went through three states in three commits was
    /// counted three times.
    pub fn payments(&self) -> impl Iterator<Item = (State, u64)> {
        let counts = self.payments.iter().map(|count| count.load(Ordering::Relaxed));
        State::ALL.into_iter().zip(counts)
    }
}

/// What a request asks for: a post's verb, or the name of what pages, programs, timers and the operator do.
pub(crate) fn verb(request: &Request) -> &'static str {
    match request {
        Request::Post(post) => match &post.reading {
            Reading::Command(command) => command.verb.name(),
            Reading::Question(_) => "question",
            Reading::None => "none",
        },
        Request::Deleted { .. } => "deleted",
        Request::Approve(_) => "approve",
        Request::Decline { .. } => "decline",
        Request::Cancel { .. } => "cancel",
        Request::Claim { .. } => "claim",
        Request::Expire { .. } => "expire",
        Request::SetPin { .. } => "set_pin",
        Request::SignInLink { .. } => "sign_in_link",
        Request::SetLang { .. } => "set_lang",
        Request::SetStopped { .. } => "set_stopped",
        Request::Admin(_) | Request::Operate(_) => "operator",
        Request::Bill(_) => "bill",
        Request::Pay(_) => "pay",
        Request::Refund(_) => "refund",
        Request::AskRefund { .. } => "ask_refund",
        Request::DeclineRefund { .. } => "decline_refund",
        Request::LapseRefundAsk { .. } => "lapse_refund_ask",
        Request::Schedule(_) => "schedule",
        Request::Passkey(act) => match act {
            passkey::Act::Add { .. } => "add_passkey",
            passkey::Act::Remove { .. } => "remove_passkey",
            passkey::Act::SignIn { .. } => "sign_in",
            passkey::Act::Join(_) => "join",
        },
    }
}

/// The outcome of a request and its code, for programs and the log.
pub(crate) fn told(decided: &Decided) -> (&'static str, &'static str) {
    match decided {
        Ok(answer) if answer.repeated => ("repeated", ""),
        Ok(answer) => match &answer.outcome {
            Outcome::Nothing => ("nothing", ""),
            Outcome::Done => ("done", ""),
            Outcome::Question(code) => ("question", code),
            Outcome::Refused(refusal) => ("refused", refusal.code()),
            Outcome::RefusedBefore(_) => ("repeated", ""),
        },
        Err(Unable::Unavailable) => ("unable", "unavailable"),
        Err(Unable::Broken) => ("unable", "broken"),
        Err(Unable::Overloaded) => ("unable", "overloaded"),
    }
}

#[cfg(test)]
mod tests {
    use domain::refusal::Refusal;
    use domain::request::Answer;

    use super::*;

    #[test]
    fn a_histogram_counts_up_to_each_bound() {
        let histogram = Histogram::new(&[1, 10, 100]);
        for value in [0, 1, 2, 10, 11, 1000] {
            histogram.observe(value);
        }
        let read = histogram.read();
        assert_eq!(read.up_to, [(1, 2), (10, 4), (100, 5)]);
        assert_eq!((read.count, read.sum), (6, 1024));
    }

    #[test]
    fn a_repeat_is_not_the_refusal_once_more() {
        let metrics = Metrics::default();
        metrics.decided("send", &Ok(Answer::refused(Refusal::SlowDown)));
        metrics
            .decided("send", &Ok(Answer { repeated: true, ..Answer::refused(Refusal::SlowDown) }));
        metrics.decided("send", &Err(Unable::Overloaded));
        let counted =
            [(("refused", "slow_down"), 1), (("repeated", ""), 1), (("unable", "overloaded"), 1)];
        assert_eq!(metrics.outcomes(), counted);
        let verbs = [(("send", "refused"), 1), (("send", "repeated"), 1), (("send", "unable"), 1)];
        assert_eq!(metrics.verbs(), verbs);
    }

    #[test]
    fn only_what_was_told_at_once_has_a_latency() {
        let metrics = Metrics::default();
        metrics.told(Network::SQUARE, true, Some(1_500));
        metrics.told(Network::SQUARE, true, Some(-1));
        metrics.told(Network::SQUARE, true, None);
        metrics.told(Network::WEBHOOK, false, Some(9));
        let read = metrics.told_us.read();
        assert_eq!((read.count, read.sum), (2, 1_500));
        let told = [((Network::SQUARE, "told"), 3), ((Network::WEBHOOK, "failed"), 1)];
        assert_eq!(metrics.deliveries(), told);
    }
}
