//! Prefetch, decide, write: one group of requests, one transaction, one sync.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use domain::context::Context;
use domain::decide::{decide, find};
use domain::id::MemberId;
use domain::policy::Policy;
use domain::port::{Engine, Fault};
use domain::refusal::Refusal;
use domain::request::{Answer, Envelope};
use domain::rows::{Key, Rows};
use domain::time::{Period, Timestamp};
use domain::trace::Trace;

use crate::metrics::Metrics;
use crate::trace;

use crate::webhooks::Watching;

/// How often a group loads rows that its requests turn out to need, after the first load. No request hangs on more
/// rows one behind the other: its author, their open payments, those payments, and what stands around them.
const ROUNDS_MAX: usize = 4;

/// How many groups a request may leave for want of rows before it is refused with [`Refusal::Busy`].
const POSTPONED_MAX: usize = 3;

/// How often a group is done again that was in another node's way or lost its connection.
const TRIES_MAX: u32 = 5;

/// The first pause before that; each later one is four times as long, so that the last outlasts a server's restart.
const AGAIN: Duration = Duration::from_millis(8);

/// Members whose rows are brought before they are asked for, with each request: enough that a million are there after
/// a quarter of a million requests, few enough that nobody waits for them.
const AHEAD_EACH: usize = 4;

/// The policies of the operator, by the instant from which each holds. Clones are one list.
#[derive(Clone, Debug)]
pub struct Policies(Arc<RwLock<Vec<Arc<Policy>>>>);

impl Policies {
    /// Sorts the versions by their start.
    ///
    /// # Panics
    /// If there is no policy at all.
    #[must_use]
    pub fn new(versions: Vec<Policy>) -> Self {
        let policies = Self(Arc::default());
        policies.learn(versions);
        policies
    }

    /// Takes the place of what is known, everywhere.
    ///
    /// # Panics
    /// If there is no policy at all.
    pub(crate) fn learn(&self, mut versions: Vec<Policy>) {
        assert!(!versions.is_empty(), "an operator has a policy");
        versions.sort_by_key(|policy| (policy.starts_at, policy.version));
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *known = versions.into_iter().map(Arc::new).collect();
    }

    /// The policy in force at `now`: the latest that has started, or the first.
    ///
    /// # Panics
    /// Never: there is at least one.
    #[must_use]
    pub fn at(&self, now: Timestamp) -> Arc<Policy> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let started = known.iter().rev().find(|policy| policy.starts_at <= now);
        Arc::clone(started.or(known.first()).expect("an operator has a policy"))
    }
}

/// Decides requests in groups on an engine, keeping hot rows in memory between them.
pub struct Book<E> {
    engine: E,
    rows: Rows,
    /// Rows of members after this one are brought before they are asked for; `None` once they are in memory.
    cold_after: Option<MemberId>,
    policies: Policies,
    metrics: Arc<Metrics>,
    watching: Watching,
}

/// What a request of a group came to.
pub type Decided = Result<Answer, Unable>;

/// A request that waits for its group.
#[derive(Clone, Debug)]
pub struct Waiting {
    envelope: Envelope,
    /// What it was found to need beyond [`Envelope::keys`]; the next group loads it at once.
    keys: Vec<Key>,
    /// Whether rows were missing when its last group ended.
    lacks: bool,
    /// How many groups it has left for want of rows.
    postponed: usize,
    /// Under which id the log speaks of it.
    trace: Option<Trace>,
}

impl From<Envelope> for Waiting {
    fn from(envelope: Envelope) -> Self {
        Self { envelope, keys: Vec::new(), lacks: false, postponed: 0, trace: None }
    }
}

impl Waiting {
    /// A request of which the log speaks under this id.
    #[must_use]
    pub fn traced(envelope: Envelope, trace: Option<Trace>) -> Self {
        Self { trace, ..Self::from(envelope) }
    }
}

/// Something to write beside requests, in their transaction: it moves no money and changes no row that
/// [`Rows`] keeps. It may be called again if the first transaction fails.
pub type Chore<E> = Box<dyn FnMut(&mut E) -> Result<(), Fault> + Send>;

/// What came of a group.
pub struct Done {
    /// One for each request, in order, up to the first that must wait; it and all behind it join the next group.
    pub answers: Vec<Decided>,
    /// One for each chore, in order.
    pub chores: Vec<Result<(), Unable>>,
}

/// We could not decide a request. Nothing of it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unable {
    /// The database is full, read-only or gone for the moment.
    Unavailable,
    /// A mistake of ours; it is in the log.
    Broken,
    /// Too much is waiting already.
    Overloaded,
}

impl<E: Engine> Book<E> {
    /// A book on an engine of which nobody else writes.
    pub fn new(engine: E, policies: Policies) -> Self {
        let (metrics, watching) = (Arc::default(), Watching::default());
        let (rows, cold_after) = (Rows::default(), Some(MemberId(0)));
        Self { engine, rows, cold_after, policies, metrics, watching }
    }

    /// What it counts of itself.
    pub const fn metrics(&self) -> &Arc<Metrics> {
        &self.metrics
    }

    /// The policies it decides by.
    pub const fn policies(&self) -> &Policies {
        &self.policies
    }

    /// Who is told what happens to payments.
    pub const fn watching(&self) -> &Watching {
        &self.watching
    }

    /// The engine, for what is written beside requests.
    pub fn engine(&mut self) -> &mut E {
        &mut self.engine
    }

    /// Decides requests in order, group after group until each has its answer.
    pub fn decide(&mut self, requests: Vec<Envelope>) -> Vec<Decided> {
        let mut waiting: Vec<Waiting> = requests.into_iter().map(Waiting::from).collect();
        let mut answers = Vec::with_capacity(waiting.len());
        while !waiting.is_empty() {
            let done = self.group(&mut waiting, &mut []);
            waiting.drain(..done.answers.len());
            answers.extend(done.answers);
        }
        answers
    }

    /// Decides `group` in order and commits it, together with what the `chores` write.
    ///
    /// The first request whose rows cannot be had now, and all behind it, have no answer and nothing written: they
    /// go into the next group, before anything newer, so that no request overtakes another. That happens to a
    /// request three times at most; then it is refused as busy.
    ///
    /// A group that fails as a whole is undone and done again in halves, so that one bad request spoils only itself.
    pub fn group(&mut self, group: &mut [Waiting], chores: &mut [Chore<E>]) -> Done {
        let mut tries = 0;
        let attempt = loop {
            let attempt = catch_unwind(AssertUnwindSafe(|| self.attempt(group, chores)));
            match &attempt {
                Ok(Err(fault)) if fault.again && tries < TRIES_MAX => {
                    tracing::warn!(doing = fault.doing, cause = %fault.source, "a group is done again");
                }
                _ => break attempt,
            }
            self.roll_back();
            // Who was in the way is through in a moment; a server that comes back takes longer.
            std::thread::sleep(AGAIN * 4_u32.saturating_pow(tries));
            tries += 1;
        };
        let failure = match attempt {
            Ok(Ok(answers)) => {
                let answers = answers.into_iter().map(Ok).collect();
                return Done { answers, chores: chores.iter().map(|_| Ok(())).collect() };
            }
            Ok(Err(fault)) => {
                let _about = about(group);
                tracing::error!(doing = fault.doing, cause = %fault.source, requests = group.len(), "group failed");
                if fault.passing { Unable::Unavailable } else { Unable::Broken }
            }
            Err(_) => {
                let _about = about(group);
                tracing::error!(requests = group.len(), "group panicked");
                Unable::Broken
            }
        };
        self.roll_back();
        if failure == Unable::Unavailable || group.len() + chores.len() < 2 {
            return Done {
                answers: group.iter().map(|_| Err(failure)).collect(),
                chores: chores.iter().map(|_| Err(failure)).collect(),
            };
        }
        self.halves(group, chores)
    }

    fn halves(&mut self, group: &mut [Waiting], chores: &mut [Chore<E>]) -> Done {
        let (first, second) = group.split_at_mut(group.len() / 2);
        let (early, late) = chores.split_at_mut(chores.len() / 2 + chores.len() % 2);
        let mut done = self.group(first, early);
        // What is behind a request that waits, waits too; chores do not.
        let second = if done.answers.len() < first.len() { &mut [] } else { second };
        let rest = self.group(second, late);
        done.answers.extend(rest.answers);
        done.chores.extend(rest.chores);
        done
    }

    fn attempt(
        &mut self,
        group: &mut [Waiting],
        chores: &mut [Chore<E>],
    ) -> Result<Vec<Answer>, Fault> {
        let now = self.engine.begin()?;
        let answers = self.decide_group(group, now)?;
        self.look_ahead(answers.len());
        self.engine.write(&self.rows)?;
        for chore in chores.iter_mut() {
            chore(&mut self.engine)?;
        }
        let began = Instant::now();
        self.engine.commit()?;
        self.count(answers.len() + chores.len(), began.elapsed());
        self.rows.committed(self.engine.rows_kept_max());
        for waiting in &mut group[answers.len()..] {
            waiting.postponed += usize::from(waiting.lacks);
        }
        Ok(answers)
    }

    /// Brings rows of members who have not asked for anything yet, a few with each request, until as many are there as
    /// may stay: one after the other they lie together, and whoever pays next finds them in memory. What cannot be
    /// read concerns nobody yet, so the group goes on without.
    fn look_ahead(&mut self, decided: usize) {
        let Some(after) = self.cold_after.take() else { return };
        if self.rows.wallets_kept() >= self.engine.rows_kept_max() / 2 {
            return;
        }
        let ahead = self.engine.upcoming(after, AHEAD_EACH.saturating_mul(decided));
        let brought = ahead.and_then(|(keys, last)| {
            load(&mut self.engine, keys, &mut self.rows)?;
            Ok(last)
        });
        match brought {
            Ok(last) => self.cold_after = last,
            Err(fault) => {
                tracing::warn!(doing = fault.doing, cause = %fault.source, "rows are not brought beforehand");
            }
        }
    }

    fn roll_back(&mut self) {
        self.engine.roll_back();
        self.rows.rolled_back();
        self.cold_after = Some(MemberId(0));
    }

    fn count(&self, size: usize, took: Duration) {
        let changed = self.rows.unwritten().payments.iter();
        let states = changed.filter_map(|id| self.rows.payment(*id)).map(|payment| payment.state);
        self.metrics.committed(size, took, states);
    }

    /// Decides requests in order, up to the first that must wait.
    fn decide_group(
        &mut self,
        group: &mut [Waiting],
        now: Timestamp,
    ) -> Result<Vec<Answer>, Fault> {
        let keys =
            group.iter().flat_map(|one| one.envelope.keys().into_iter().chain(one.keys.clone()));
        let now = load(&mut self.engine, keys.collect(), &mut self.rows)?.unwrap_or(now);
        let mut moment = Moment::at(now, &self.policies);
        self.rows.watch(self.watching.now(), now);
        let mut rounds = 0;
        let mut answers = Vec::with_capacity(group.len());
        while let Some(first) = group.get(answers.len()) {
            self.rows.trace(first.trace.clone());
            match decide(&first.envelope, &mut self.rows, &moment.context(first.envelope.random)) {
                Ok(answer) => answers.push(answer),
                // Not kept under the request's name: nothing is wrong with it, and whoever is told may send it again.
                Err(_) if rounds == ROUNDS_MAX && first.postponed >= POSTPONED_MAX => {
                    self.rows.count_refusal(moment.period.day, Refusal::Busy.code());
                    answers.push(Answer::refused(Refusal::Busy));
                }
                Err(_) => {
                    let missing = probe(&mut group[answers.len()..], &mut self.rows, &moment);
                    if rounds == ROUNDS_MAX {
                        break;
                    }
                    rounds += 1;
                    if let Some(now) = load(&mut self.engine, missing, &mut self.rows)?
                        && now != moment.now
                    {
                        moment = Moment::at(now, &self.policies);
                        self.rows.watch(self.watching.now(), now);
                    }
                }
            }
        }
        Ok(answers)
    }
}

/// What every decision of an instant is made by.
struct Moment {
    now: Timestamp,
    policy: Arc<Policy>,
    period: Period,
}

impl Moment {
    fn at(now: Timestamp, policies: &Policies) -> Self {
        let policy = policies.at(now);
        Self { now, period: Period::of(now, &policy.zone), policy }
    }

    fn context(&self, random: [u8; 32]) -> Context<'_> {
        Context { policy: &self.policy, now: self.now, period: self.period, random }
    }
}

/// What the log says of a group is about its request, where it has one only.
fn about(group: &[Waiting]) -> Option<tracing::span::EnteredSpan> {
    let [one] = group else { return None };
    one.trace.as_ref().map(|trace| trace::span(trace).entered())
}

/// Finds what is missing for requests that are not decided yet, and notes it with each.
fn probe(group: &mut [Waiting], rows: &mut Rows, moment: &Moment) -> Vec<Key> {
    let mut missing = Vec::new();
    for waiting in group {
        let keys = find(&waiting.envelope, rows, &moment.context(waiting.envelope.random));
        waiting.lacks = !keys.is_empty();
        missing.extend_from_slice(&keys);
        waiting.keys.extend(keys);
    }
    missing
}

/// Loads rows for a whole group at once. Their order is the same for every group: an engine that locks them does not
/// wait for another that waits for it.
fn load<E: Engine>(
    engine: &mut E,
    mut keys: Vec<Key>,
    rows: &mut Rows,
) -> Result<Option<Timestamp>, Fault> {
    keys.retain(|key| !rows.has(key));
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() { Ok(None) } else { engine.load(&keys, rows).map(Some) }
}
