//! Prefetch, decide, write: one group of requests, one transaction, one sync.

use std::panic::{AssertUnwindSafe, catch_unwind};

use domain::context::Context;
use domain::decide::decide;
use domain::policy::Policy;
use domain::port::{Engine, Fault};
use domain::refusal::Refusal;
use domain::request::{Answer, Envelope};
use domain::rows::{Key, Rows};
use domain::time::{Period, Timestamp};

/// How often a request may ask for more rows before it is told to come back.
const ROUNDS_MAX: usize = 8;

/// Rows that stay in memory between groups; about 500 bytes each.
const KEEP_ROWS_MAX: usize = 400_000;

/// The policies of the operator, by the instant from which each holds.
#[derive(Clone, Debug)]
pub struct Policies(Vec<Policy>);

impl Policies {
    /// Sorts the versions by their start.
    ///
    /// # Panics
    /// If there is no policy at all.
    #[must_use]
    pub fn new(mut versions: Vec<Policy>) -> Self {
        assert!(!versions.is_empty(), "an operator has a policy");
        versions.sort_by_key(|policy| (policy.starts_at, policy.version));
        Self(versions)
    }

    /// The policy in force at `now`: the latest that has started, or the first.
    ///
    /// # Panics
    /// Never: there is at least one.
    #[must_use]
    pub fn at(&self, now: Timestamp) -> &Policy {
        let started = self.0.iter().rev().find(|policy| policy.starts_at <= now);
        started.or(self.0.first()).expect("an operator has a policy")
    }
}

/// Decides requests in groups on an engine, keeping hot rows in memory between them.
pub struct Book<E> {
    engine: E,
    rows: Rows,
    policies: Policies,
}

/// What a request of a group came to.
pub type Decided = Result<Answer, Unable>;

/// Something to write beside requests, in their transaction: it moves no money and changes no row that
/// [`Rows`] keeps. It may be called again if the first transaction fails.
pub type Chore<E> = Box<dyn FnMut(&mut E) -> Result<(), Fault> + Send>;

/// What came of a group.
pub struct Done {
    /// One for each request, in order.
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
        Self { engine, rows: Rows::default(), policies }
    }

    /// The policies it decides by.
    pub const fn policies(&self) -> &Policies {
        &self.policies
    }

    /// The engine, for what is written beside requests.
    pub fn engine(&mut self) -> &mut E {
        &mut self.engine
    }

    /// Decides `group` in order and commits it, together with what the `chores` write.
    ///
    /// A group that fails as a whole is undone and done again in halves, so that one bad request spoils only itself.
    pub fn decide(&mut self, group: &[Envelope], chores: &mut [Chore<E>]) -> Done {
        let attempt = catch_unwind(AssertUnwindSafe(|| self.attempt(group, chores)));
        let failure = match attempt {
            Ok(Ok(answers)) => {
                let answers = answers.into_iter().map(Ok).collect();
                return Done { answers, chores: chores.iter().map(|_| Ok(())).collect() };
            }
            Ok(Err(fault)) => {
                tracing::error!(doing = fault.doing, cause = %fault.source, requests = group.len(), "group failed");
                if fault.passing { Unable::Unavailable } else { Unable::Broken }
            }
            Err(_) => {
                tracing::error!(requests = group.len(), "group panicked");
                Unable::Broken
            }
        };
        self.engine.roll_back();
        self.rows.rolled_back();
        if failure == Unable::Unavailable || group.len() + chores.len() < 2 {
            return Done {
                answers: group.iter().map(|_| Err(failure)).collect(),
                chores: chores.iter().map(|_| Err(failure)).collect(),
            };
        }
        self.halves(group, chores)
    }

    fn halves(&mut self, group: &[Envelope], chores: &mut [Chore<E>]) -> Done {
        let (first, second) = group.split_at(group.len() / 2);
        let (early, late) = chores.split_at_mut(chores.len() / 2 + chores.len() % 2);
        let mut done = self.decide(first, early);
        let rest = self.decide(second, late);
        done.answers.extend(rest.answers);
        done.chores.extend(rest.chores);
        done
    }

    fn attempt(
        &mut self,
        group: &[Envelope],
        chores: &mut [Chore<E>],
    ) -> Result<Vec<Answer>, Fault> {
        let now = self.engine.begin()?;
        self.prefetch(group)?;
        let policy = self.policies.at(now);
        let period = Period::of(now, &policy.zone);
        let mut answers = Vec::with_capacity(group.len());
        for envelope in group {
            let ctx = Context { policy, now, period, random: envelope.random };
            answers.push(decide_one(&mut self.engine, &mut self.rows, envelope, &ctx)?);
        }
        self.engine.write(&self.rows)?;
        for chore in chores {
            chore(&mut self.engine)?;
        }
        self.engine.commit()?;
        self.rows.committed(KEEP_ROWS_MAX);
        Ok(answers)
    }

    fn prefetch(&mut self, group: &[Envelope]) -> Result<(), Fault> {
        let mut keys: Vec<Key> = group.iter().flat_map(Envelope::keys).collect();
        keys.retain(|key| !self.rows.has(key));
        self.engine.load(&keys, &mut self.rows)
    }
}

/// Decides one request, loading what it asks for. The group's transaction may write, so nobody else can: the rows
/// may as well be loaded at once as in the next group.
fn decide_one<E: Engine>(
    engine: &mut E,
    rows: &mut Rows,
    envelope: &Envelope,
    ctx: &Context<'_>,
) -> Result<Answer, Fault> {
    for _ in 0..ROUNDS_MAX {
        match decide(envelope, rows, ctx) {
            Ok(answer) => return Ok(answer),
            Err(keys) => engine.load(&keys, rows)?,
        }
    }
    Ok(Answer::refused(Refusal::Busy))
}
