//! What the rules' surroundings must offer: a store that works in groups, networks that take messages.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use crate::id::MemberId;
use crate::member::Network;
use crate::request::Message;
use crate::rows::{Key, Rows};
use crate::time::Timestamp;

/// A database engine as the desk sees it. One group at a time: begin, load, write, then commit or roll back.
pub trait Engine: Send {
    /// How many rows of a kind may stay in memory from one group to the next: none where somebody else writes, too.
    fn rows_kept_max(&self) -> usize {
        usize::MAX
    }

    /// The keys of what some members after `after`, in order of their ids, pay with, `count` members at most, and the
    /// last of them; none if there are no more. For rows that are brought before they are asked for.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    fn upcoming(
        &mut self,
        _after: MemberId,
        _count: usize,
    ) -> Result<(Vec<Key>, Option<MemberId>), Fault> {
        Ok((Vec::new(), None))
    }

    /// Begins a transaction that may write, and reads the clock after it has the right to.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written now.
    fn begin(&mut self) -> Result<Timestamp, Fault>;

    /// Loads the rows of `keys`, locked against other writers, or notes that they are missing. Gives the instant that
    /// decisions on them are made at: the clock was read when the locks were there, so it is not before what whoever
    /// had them decided.
    ///
    /// Called once a round with all that a group needs, each key once and in order: locks taken in this order by
    /// everybody do not wait for each other in a circle. A row that cannot be had now may be left out; the requests
    /// that need it are asked about again, and join the next group in the end.
    ///
    /// Never after [`write`](Engine::write) in one group: an engine may read on other connections than it writes on.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    fn load(&mut self, keys: &[Key], rows: &mut Rows) -> Result<Timestamp, Fault>;

    /// Writes what changed ([`Rows::unwritten`]), messages into the outbox included.
    ///
    /// # Errors
    /// A [`Fault`] if something cannot be written; the group must then be rolled back. A server may tell so only when
    /// something is asked of it next, or at the group's end.
    fn write(&mut self, rows: &Rows) -> Result<(), Fault>;

    /// Makes the group durable: it survives a crash from here on.
    ///
    /// # Errors
    /// A [`Fault`] if the disk does not take it, or something could not be written; the group must then be rolled back.
    fn commit(&mut self) -> Result<(), Fault>;

    /// Undoes the group.
    fn roll_back(&mut self);
}

/// Something we could not do; the cause is for the log, never for people.
#[derive(Debug)]
pub struct Fault {
    /// What we were doing, to be read after "failed to".
    pub doing: &'static str,
    /// Whether the same may work later without anybody changing anything but the machine.
    pub passing: bool,
    /// Whether the same may work at once: another node was in the way, or the connection was lost, be it after the
    /// commit. Done again, a group finds what was committed under the names of its requests.
    pub again: bool,
    /// Why.
    pub source: Box<dyn Error + Send + Sync>,
}

impl Fault {
    /// A fault with its cause.
    pub fn new(doing: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { doing, passing: false, again: false, source: source.into() }
    }

    /// A fault that may pass: a full disk, a lock held by somebody else.
    pub fn passing(doing: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { passing: true, ..Self::new(doing, source) }
    }

    /// A fault that is worth another try at once.
    pub fn again(doing: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { again: true, ..Self::passing(doing, source) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "failed to {}", self.doing)
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

/// A future on the heap; keeps ports usable behind `dyn`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A network as the outbox sees it.
pub trait Connector: Send + Sync {
    /// Which network.
    fn network(&self) -> Network;

    /// Whether the network lives in our own database: it then takes every message once, in order, and removes it
    /// from the outbox in the same transaction. Any other gets the oldest of each conversation under a lease.
    fn in_house(&self) -> bool;

    /// Hands messages over; one result for each, in order. May be called again with the same `id` after a crash.
    fn send<'a>(&'a self, messages: &'a [Outgoing]) -> BoxFuture<'a, Vec<Result<(), Undelivered>>>;
}

/// A message on its way out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outgoing {
    /// Its number in the outbox; the same for every attempt.
    pub id: i64,
    /// Proves that this attempt is the latest.
    pub fence: i64,
    /// What to tell whom.
    pub message: Message,
    /// The same in the reader's words.
    pub text: String,
}

/// Why a message was not delivered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Undelivered {
    /// In a few words without personal data, for the operator.
    pub why: String,
    /// Whether another attempt makes sense.
    pub again: bool,
}

/// The built-in network's own store of posts, which its connector hands messages to.
pub trait Feed: Send + Sync {
    /// Shows messages of the service on the square and takes them from the outbox, each once.
    fn show<'a>(&'a self, messages: &'a [Outgoing]) -> BoxFuture<'a, Result<(), Undelivered>>;
}
