//! The desk: requests wait here while the last group commits, then go in together (group commit).

use std::sync::Arc;
use std::thread::JoinHandle;

use domain::port::{Engine, Fault};
use domain::request::Envelope;
use tokio::sync::{mpsc, oneshot, watch};

use crate::group::{Book, Chore, Decided, Policies, Unable, Waiting};
use crate::metrics::Metrics;
use crate::trace;
use crate::webhooks::Watching;

/// Requests that may wait; one more is refused with [`Unable::Overloaded`]. About a quarter of a second of work.
const QUEUE_MAX: usize = 4096;

/// Requests and chores that go into one transaction.
const GROUP_MAX: usize = 1024;

#[expect(
    clippy::large_enum_variant,
    reason = "nearly all work is a decision; a box for each costs more than the room"
)]
enum Work<E> {
    Decide(Waiting, oneshot::Sender<Decided>),
    Chore(Chore<E>, oneshot::Sender<Result<(), Unable>>),
    Close,
}

/// Where requests are handed in. Cloning gives another way to the same desk.
pub struct Desk<E> {
    queue: mpsc::Sender<Work<E>>,
    commits: watch::Receiver<u64>,
    policies: Policies,
    metrics: Arc<Metrics>,
    watching: Watching,
}

impl<E> Clone for Desk<E> {
    fn clone(&self) -> Self {
        Self {
            queue: self.queue.clone(),
            commits: self.commits.clone(),
            policies: self.policies.clone(),
            metrics: self.metrics.clone(),
            watching: self.watching.clone(),
        }
    }
}

impl<E: Engine + 'static> Desk<E> {
    /// Opens a desk on a thread of its own; the handle ends when the desk is closed.
    ///
    /// # Panics
    /// If the system gives no thread.
    #[must_use]
    pub fn open(book: Book<E>) -> (Self, JoinHandle<()>) {
        let (queue, waiting) = mpsc::channel(QUEUE_MAX);
        let (committed, commits) = watch::channel(0);
        let policies = book.policies().clone();
        let metrics = book.metrics().clone();
        let watching = book.watching().clone();
        let thread = std::thread::Builder::new()
            .name("desk".to_owned())
            .spawn(move || serve(book, waiting, &committed))
            .expect("the system gives a thread at the start");
        (Self { queue, commits, policies, metrics, watching }, thread)
    }

    /// Hands a request in and waits until it is decided and durable.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided; nothing of it was written, unless the answer itself was lost.
    pub async fn decide(&self, envelope: Envelope) -> Decided {
        let (answer, answered) = oneshot::channel();
        self.hand_in(Work::Decide(Waiting::traced(envelope, trace::current()), answer))?;
        answered.await.unwrap_or(Err(Unable::Unavailable))
    }

    /// Writes something beside requests and waits until it is durable; gives what `write` gave.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn write<T, F>(&self, mut write: F) -> Result<T, Unable>
    where
        T: Send + 'static,
        F: FnMut(&mut E) -> Result<T, Fault> + Send + 'static,
    {
        let (result, given) = std::sync::mpsc::channel();
        let chore: Chore<E> = Box::new(move |engine| {
            let value = write(engine)?;
            result.send(value).map_err(|error| Fault::new("hand a result back", error.to_string()))
        });
        let (done, finished) = oneshot::channel();
        self.hand_in(Work::Chore(chore, done))?;
        finished.await.unwrap_or(Err(Unable::Unavailable))?;
        // A chore that was tried twice sent twice; the last one is what was committed.
        given.try_iter().last().ok_or(Unable::Broken)
    }

    fn hand_in(&self, work: Work<E>) -> Result<(), Unable> {
        self.queue.try_send(work).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Unable::Overloaded,
            mpsc::error::TrySendError::Closed(_) => Unable::Unavailable,
        })
    }

    /// Counts commits; changes after each.
    #[must_use]
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.commits.clone()
    }

    /// The policies by which this desk decides.
    #[must_use]
    pub fn policies(&self) -> &Policies {
        &self.policies
    }

    /// What this desk counts of itself.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Who is told what happens to payments.
    #[must_use]
    pub const fn watching(&self) -> &Watching {
        &self.watching
    }

    /// Requests and chores that wait for their group.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }

    /// Whether no more room is left than one group takes.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.queue.capacity() <= GROUP_MAX
    }

    /// Closes the desk after what was handed in before. Waits for nobody.
    pub async fn close(&self) {
        // A desk that is gone already is closed too.
        drop(self.queue.send(Work::Close).await);
    }
}

fn serve<E: Engine>(
    mut book: Book<E>,
    mut waiting: mpsc::Receiver<Work<E>>,
    committed: &watch::Sender<u64>,
) {
    let mut group = Group::default();
    let mut open = true;
    // A desk that is closed still decides what was postponed.
    while open || group.len() > 0 {
        if group.len() == 0 {
            let Some(first) = waiting.blocking_recv() else { return };
            open = group.take(first);
        }
        while open && group.len() < GROUP_MAX {
            let Ok(next) = waiting.try_recv() else { break };
            open = group.take(next);
        }
        group.decide(&mut book);
        committed.send_modify(|count| *count += 1);
    }
}

/// What goes into the next transaction; the requests that the last one postponed come first.
struct Group<E> {
    requests: Vec<Waiting>,
    askers: Vec<oneshot::Sender<Decided>>,
    chores: Vec<Chore<E>>,
    chore_askers: Vec<oneshot::Sender<Result<(), Unable>>>,
}

impl<E> Default for Group<E> {
    fn default() -> Self {
        Self {
            requests: Vec::new(),
            askers: Vec::new(),
            chores: Vec::new(),
            chore_askers: Vec::new(),
        }
    }
}

impl<E: Engine> Group<E> {
    /// Takes work in; `false` if it was the sign to close.
    fn take(&mut self, work: Work<E>) -> bool {
        match work {
            Work::Decide(waiting, asker) => {
                self.requests.push(waiting);
                self.askers.push(asker);
            }
            Work::Chore(chore, asker) => {
                self.chores.push(chore);
                self.chore_askers.push(asker);
            }
            Work::Close => return false,
        }
        true
    }

    fn len(&self) -> usize {
        self.requests.len() + self.chores.len()
    }

    /// Answers everybody but those whose requests are postponed: they stay.
    fn decide(&mut self, book: &mut Book<E>) {
        if self.len() == 0 {
            return;
        }
        let done = book.group(&mut self.requests, &mut self.chores);
        self.requests.drain(..done.answers.len());
        // Whoever no longer waits for the answer has lost nothing: it is kept under the request's name.
        for (asker, answer) in self.askers.drain(..done.answers.len()).zip(done.answers) {
            drop(asker.send(answer));
        }
        self.chores.clear();
        for (asker, result) in self.chore_askers.drain(..).zip(done.chores) {
            let _ = asker.send(result);
        }
    }
}
