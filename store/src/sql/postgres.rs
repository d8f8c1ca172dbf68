//! A session with PostgreSQL.
//!
//! The driver is asynchronous and the store is not: a session's connection runs on a small runtime of its own, and
//! whoever asks waits for the answer. What can be asked together goes in one go: arrays of values where a statement
//! takes them, else many runs that do not wait for one another. What a transaction writes is sent and not waited for
//! until something is asked or the transaction ends; the server does one thing after the other all the same.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::Duration;

use domain::id::MemberId;
use futures_util::future::try_join_all;
use rustc_hash::FxHashMap;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Statement};

use super::fed::{Fed, bound};
use super::target::Target;
use super::wire::{Bind, Received};
use super::{Error, Feed, Param, Result, Row, Value, dialect};
use crate::vault::{Place, Vault};

/// How long an answer may take, in seconds.
const ANSWER_SECONDS: u64 = if cfg!(test) { 1 } else { 60 };

/// Rows that are read at once where many are read one after the other.
const FETCHED: usize = 1_000;

/// A prepared statement.
pub(crate) type Prepared = Arc<Plan>;

pub(crate) struct Plan {
    sql: String,
    one: Statement,
    many: OnceLock<Option<Statement>>,
}

/// A connection to PostgreSQL.
pub(crate) struct Session {
    target: Target,
    client: RefCell<Arc<Client>>,
    plans: RefCell<FxHashMap<Box<str>, Prepared>>,
    /// Counts the connections that it has had.
    connection: Cell<u64>,
    /// Whether an answer did not come in time: whatever comes yet belongs to no question any more.
    silent: Cell<bool>,
    /// Whether a transaction is open.
    open: Cell<bool>,
    /// What the transaction has sent and not waited for.
    written: RefCell<Vec<Sent<()>>>,
    /// Numbers cursors.
    cursors: Cell<u64>,
    vault: OnceCell<Arc<Vault>>,
    /// Statements that every new connection begins with.
    setup: &'static str,
}

/// Wakes a thread that waits for an answer.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits on this thread, whatever else runs on it, for an answer that comes by `runtime`.
fn wait<T>(runtime: &Handle, answer: impl Future<Output = T>) -> T {
    let _timers = runtime.enter();
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut answer = pin!(answer);
    loop {
        match answer.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(answer) => return answer,
            Poll::Pending => std::thread::park(),
        }
    }
}

async fn in_time<T>(
    answer: impl Future<Output = std::result::Result<T, tokio_postgres::Error>>,
) -> Result<T> {
    match tokio::time::timeout(Duration::from_secs(ANSWER_SECONDS), answer).await {
        Ok(answer) => Ok(answer?),
        Err(_) => Err(Error::Silent(ANSWER_SECONDS)),
    }
}

/// What was sent. Answers come in the order of sending.
pub(crate) enum Sent<T> {
    Answered(Result<T>),
    Open(JoinHandle<Result<T>>),
}

/// A question that was sent, for each of many values.
pub(crate) struct Question {
    sent: Sent<Answers>,
    count: usize,
    /// Whether what comes back is in the order of what was given, and does not say for which it is.
    in_order: bool,
}

enum Answers {
    Together(Vec<tokio_postgres::Row>),
    Each(Vec<Vec<tokio_postgres::Row>>),
}

impl Session {
    /// Connects; `setup` is run first.
    pub(crate) fn open(target: &Target, setup: &'static str) -> Result<Self> {
        let client = wait(target.handle(), async {
            let client = target.connect().await?;
            in_time(client.batch_execute(setup)).await?;
            Ok::<_, Error>(client)
        })?;
        Ok(Self {
            target: target.clone(),
            client: RefCell::new(Arc::new(client)),
            plans: RefCell::default(),
            connection: Cell::new(1),
            silent: Cell::new(false),
            open: Cell::new(false),
            written: RefCell::default(),
            cursors: Cell::new(0),
            vault: OnceCell::new(),
            setup,
        })
    }

    /// Gives it what opens sealed values.
    pub(crate) fn teach(&self, vault: &Arc<Vault>) {
        let _ = self.vault.set(Arc::clone(vault));
    }

    /// The number of the connection that it has now, from 1.
    pub(crate) const fn connection(&self) -> u64 {
        self.connection.get()
    }

    pub(crate) const fn is_open(&self) -> bool {
        self.open.get()
    }

    /// Asks and waits for the answer, as [`Session::answer`] does.
    fn block<T>(&self, ask: impl AsyncFnOnce(&Client) -> Result<T>) -> Result<T> {
        if self.silent.get() {
            return Err(Error::Silent(ANSWER_SECONDS));
        }
        let answer = self.heard(wait(self.target.handle(), ask(&self.client())));
        self.settle()?;
        answer
    }

    /// Notes where an answer did not come in time.
    fn heard<T>(&self, answer: Result<T>) -> Result<T> {
        if let Err(Error::Silent(_)) = answer {
            self.silent.set(true);
            // To undo it on this connection would take as long again; without it the server does.
            self.open.set(false);
        }
        answer
    }

    /// Asks and does not wait. The answer is taken in as it comes: one that nobody took would keep all later ones.
    fn send<T: Send + 'static>(
        &self,
        ask: impl Future<Output = Result<T>> + Send + 'static,
    ) -> Sent<T> {
        if self.silent.get() {
            return Sent::Answered(Err(Error::Silent(ANSWER_SECONDS)));
        }
        let runtime = self.target.handle();
        let _timers = runtime.enter();
        let mut ask = Box::pin(ask);
        // What asks is on its way as soon as it is looked at once, so all goes out in the order of asking.
        match ask.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => Sent::Answered(answer),
            Poll::Pending => Sent::Open(runtime.spawn(ask)),
        }
    }

    /// Waits for an answer. What was written before and failed is told first: it is why the rest failed.
    pub(crate) fn answer<T>(&self, sent: Sent<T>) -> Result<T> {
        let answer = self.wait(sent);
        self.settle()?;
        answer
    }

    fn wait<T>(&self, sent: Sent<T>) -> Result<T> {
        match sent {
            Sent::Answered(answer) => answer,
            Sent::Open(ask) => self.heard(wait(self.target.handle(), ask).map_err(Error::other)?),
        }
    }

    /// Waits for what was written.
    fn settle(&self) -> Result<()> {
        self.written.take().into_iter().try_for_each(|sent| self.wait(sent))
    }

    fn client(&self) -> Arc<Client> {
        Arc::clone(&self.client.borrow())
    }

    /// Connects again where the connection is gone or was silent; what was open on it is undone.
    fn revive(&self) -> Result<()> {
        if !self.client.borrow().is_closed() && !self.silent.get() {
            return Ok(());
        }
        let fresh = Self::open(&self.target, self.setup)?;
        self.plans.borrow_mut().clear();
        self.client.replace(fresh.client.into_inner());
        self.written.take();
        self.connection.set(self.connection.get().wrapping_add(1));
        self.silent.set(false);
        self.open.set(false);
        Ok(())
    }

    pub(super) fn begin(&self, sql: &'static str) -> Result<()> {
        self.revive()?;
        self.written.replace(vec![self.later(sql)]);
        self.open.set(true);
        Ok(())
    }

    fn later(&self, sql: &'static str) -> Sent<()> {
        let client = self.client();
        self.send(async move { in_time(client.batch_execute(sql)).await })
    }

    /// Ends a transaction that only read, and does not wait: there is nothing to learn from it.
    pub(super) fn leave(&self) {
        self.open.set(false);
        drop(self.later("COMMIT"));
    }

    pub(super) fn commit(&self) -> Result<()> {
        // Nothing goes on in it. Where something failed that was not waited for, all is undone and that is told.
        self.open.set(false);
        self.run_all("COMMIT")
    }

    pub(super) fn roll_back(&self) -> Result<()> {
        self.open.set(false);
        self.written.take();
        self.run_all("ROLLBACK")
    }

    pub(super) fn run_all(&self, sql: &str) -> Result<()> {
        let sql = dialect::translated(sql);
        self.block(async |client| in_time(client.batch_execute(&sql)).await)
    }

    pub(crate) fn prepare(&self, sql: &str) -> Result<Prepared> {
        if let Some(plan) = self.plans.borrow().get(sql) {
            return Ok(Arc::clone(plan));
        }
        let translated = dialect::translated(sql);
        let one = self.block(async |client| in_time(client.prepare(&translated)).await)?;
        let plan = Arc::new(Plan { sql: translated, one, many: OnceLock::new() });
        self.plans.borrow_mut().insert(sql.into(), Arc::clone(&plan));
        Ok(plan)
    }

    /// The statement for `count` rows as arrays of values; `None` where each run is one of its own.
    fn prepare_many<'p>(
        &self,
        plan: &'p Plan,
        count: usize,
        asks: bool,
    ) -> Result<Option<&'p Statement>> {
        if count < 2 {
            return Ok(None);
        }
        if let Some(many) = plan.many.get() {
            return Ok(many.as_ref());
        }
        let types = plan.one.params();
        let sql = match dialect::insert_of_many(&plan.sql, types) {
            Some(sql) => Some(sql),
            None if asks && !plan.sql.contains("RETURNING") => {
                Some(dialect::question_of_many(&plan.sql, types))
            }
            None => None,
        };
        let many = match sql {
            Some(sql) => Some(self.block(async |client| in_time(client.prepare(&sql)).await)?),
            None => None,
        };
        Ok(plan.many.get_or_init(|| many).as_ref())
    }

    pub(super) fn execute(&self, plan: &Plan, params: &[&dyn Param]) -> Result<usize> {
        let bound = bound(params);
        let rows =
            self.block(async |client| in_time(client.execute_raw(&plan.one, bound)).await)?;
        Ok(usize::try_from(rows).unwrap_or(usize::MAX))
    }

    pub(crate) fn query(&self, plan: &Plan, params: &[&dyn Param]) -> Result<Vec<Vec<Value>>> {
        let bound: Vec<Bind<'_>> = bound(params);
        let bound: Vec<&(dyn ToSql + Sync)> = bound.iter().map(|one| one as _).collect();
        let rows = self.block(async |client| in_time(client.query(&plan.one, &bound)).await)?;
        rows.iter().map(|row| self.read(row, 0)).collect()
    }

    /// Asks about members by their ids, and does not wait for the ids that come back.
    pub(crate) fn ids(&self, sql: &str, of: &[MemberId]) -> Result<Sent<Vec<MemberId>>> {
        let plan = self.prepare(sql)?;
        let ids: Vec<[u8; 16]> = of.iter().map(|id| id.bytes()).collect();
        let client = self.client();
        Ok(self.send(async move {
            let ids: Vec<&[u8]> = ids.iter().map(<[u8; 16]>::as_slice).collect();
            let rows = in_time(client.query(&plan.one, &[&ids])).await?;
            let id = |row: &tokio_postgres::Row| {
                let id = row.try_get::<_, &[u8]>(0)?.try_into();
                let id = id.map_err(|_| Error::column(0, "an id has sixteen bytes"))?;
                Ok(MemberId::from_bytes(id))
            };
            rows.iter().map(id).collect()
        }))
    }

    fn read(&self, row: &tokio_postgres::Row, from: usize) -> Result<Vec<Value>> {
        (from..row.len())
            .map(|index| match row.try_get(index)? {
                Received::Plain(value) => Ok(value),
                Received::Sealed(sealed) => Ok(self.reveal(sealed)),
            })
            .collect()
    }

    fn reveal(&self, [value, wrapped, of, place]: [Value; 4]) -> Value {
        match (self.vault.get(), of) {
            (Some(vault), Value::Text(of)) => {
                vault.reveal(value.as_ref(), wrapped.as_ref(), &of, Place::of(place.as_ref()))
            }
            _ => value,
        }
    }

    /// In a transaction, what fails is told by what is asked next, or by its end.
    pub(super) fn run_each(
        &self,
        sql: &str,
        feed: impl FnOnce(&mut Feed<'_>) -> Result<()>,
    ) -> Result<()> {
        let plan = self.prepare(sql)?;
        let rows = Fed::take(plan.one.params().len(), feed)?;
        let client = self.client();
        let sent = match self.prepare_many(&plan, rows.count, false)? {
            Some(many) => {
                let many = many.clone();
                self.send(async move {
                    in_time(client.execute_raw(&many, rows.columns())).await.map(drop)
                })
            }
            None => self.send(async move {
                let one = |row: usize| client.execute_raw(&plan.one, rows.row(row));
                in_time(try_join_all((0..rows.count).map(one))).await.map(drop)
            }),
        };
        self.written.borrow_mut().push(sent);
        if self.is_open() { Ok(()) } else { self.settle() }
    }

    /// Asks for everything it is fed with, and does not wait.
    pub(super) fn ask_each(
        &self,
        sql: &str,
        feed: impl FnOnce(&mut Feed<'_>) -> Result<()>,
    ) -> Result<Question> {
        let plan = self.prepare(sql)?;
        let rows = Fed::take(plan.one.params().len(), feed)?;
        let (client, count) = (self.client(), rows.count);
        // What is inserted comes back in the order in which it was given.
        let in_order = plan.sql.starts_with("INSERT");
        let sent = match self.prepare_many(&plan, rows.count, true)? {
            Some(many) => {
                let many = many.clone();
                self.send(async move {
                    let columns = rows.columns();
                    let columns: Vec<&(dyn ToSql + Sync)> =
                        columns.iter().map(|one| one as _).collect();
                    in_time(client.query(&many, &columns)).await.map(Answers::Together)
                })
            }
            None => self.send(async move {
                let one = async |row: usize| {
                    let bound = rows.row(row);
                    let bound: Vec<&(dyn ToSql + Sync)> =
                        bound.iter().map(|one| one as _).collect();
                    client.query(&plan.one, &bound).await
                };
                in_time(try_join_all((0..rows.count).map(one))).await.map(Answers::Each)
            }),
        };
        Ok(Question { sent, count, in_order })
    }

    /// The answers to a question, in the order of what was asked for.
    pub(super) fn answers<T>(
        &self,
        question: Question,
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<Vec<T>>> {
        let answers = self.answer(question.sent)?;
        let read = |row: &tokio_postgres::Row, from| read(&Row::Postgres(&self.read(row, from)?));
        match answers {
            Answers::Together(rows) => {
                let mut found: Vec<Vec<T>> = (0..question.count).map(|_| Vec::new()).collect();
                for (index, row) in rows.iter().enumerate() {
                    let (place, from) = if question.in_order {
                        (index, 0)
                    } else {
                        let place: i64 = row.try_get(0)?;
                        (usize::try_from(place).unwrap_or(0).saturating_sub(1), 1)
                    };
                    if let Some(found) = found.get_mut(place) {
                        found.push(read(row, from)?);
                    }
                }
                Ok(found)
            }
            Answers::Each(each) => {
                each.iter().map(|rows| rows.iter().map(|row| read(row, 0)).collect()).collect()
            }
        }
    }

    /// Reads rows through a cursor of the open transaction; what is asked of one row or member has few, which come at
    /// once.
    pub(super) fn stream(&self, plan: &Plan, params: &[&dyn Param]) -> Result<Stream<'_>> {
        if !params.is_empty() {
            let ready = self.query(plan, params)?.into();
            return Ok(Stream { session: self, cursor: None, ready, row: Vec::new() });
        }
        let number = self.cursors.get().wrapping_add(1);
        self.cursors.set(number);
        let name = format!("rows_{number}");
        let declare = format!("DECLARE {name} NO SCROLL CURSOR FOR {}", plan.sql);
        self.run_all(&declare)?;
        Ok(Stream { session: self, cursor: Some(name), ready: VecDeque::new(), row: Vec::new() })
    }
}

/// Rows that are read one after the other.
pub(crate) struct Stream<'s> {
    session: &'s Session,
    /// Where more of them come from, while there may be more.
    cursor: Option<String>,
    ready: VecDeque<Vec<Value>>,
    row: Vec<Value>,
}

impl Stream<'_> {
    pub(super) fn next(&mut self) -> Result<Option<&[Value]>> {
        if let (true, Some(cursor)) = (self.ready.is_empty(), &self.cursor) {
            let fetch = format!("FETCH {FETCHED} FROM {cursor}");
            let rows =
                self.session.block(async |client| in_time(client.query(&fetch, &[])).await)?;
            self.ready = rows.iter().map(|row| self.session.read(row, 0)).collect::<Result<_>>()?;
            if rows.len() < FETCHED {
                self.close();
            }
        }
        match self.ready.pop_front() {
            Some(row) => {
                self.row = row;
                Ok(Some(&self.row))
            }
            None => Ok(None),
        }
    }

    fn close(&mut self) {
        if let Some(cursor) = self.cursor.take().filter(|_| self.session.is_open()) {
            let _ = self.session.run_all(&format!("CLOSE {cursor}"));
        }
    }
}

impl Drop for Stream<'_> {
    fn drop(&mut self) {
        self.close();
    }
}

#[cfg(test)]
mod tests;
