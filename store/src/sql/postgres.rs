//! A session with PostgreSQL.
//!
//! The driver is asynchronous and the store is not: a session's connection runs on a small runtime of its own, and
//! whoever asks waits for the answer. What can be asked together goes in one go: arrays of values where a statement
//! takes them, else many runs that do not wait for one another.

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
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Statement};

use super::target::Target;
use super::wire::{Bind, Received};
use super::{Error, Feed, Param, Result, Row, Value, ValueRef, dialect};
use crate::vault::{Place, Vault};

/// How long an answer may take, in seconds.
const ANSWER_SECONDS: u64 = 60;

/// Rows that are read at once where many are read one after the other.
const FETCHED: usize = 1_000;

/// What the server said, without the values it was given.
pub(super) fn told(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(said) => format!("{} ({})", said.message(), said.code().code()),
        None => error.to_string(),
    }
}

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
    /// Whether a transaction is open.
    open: Cell<bool>,
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
            open: Cell::new(false),
            cursors: Cell::new(0),
            vault: OnceCell::new(),
            setup,
        })
    }

    /// Gives it what opens sealed values.
    pub(crate) fn teach(&self, vault: &Arc<Vault>) {
        let _ = self.vault.set(Arc::clone(vault));
    }

    pub(crate) const fn is_open(&self) -> bool {
        self.open.get()
    }

    fn block<T>(&self, ask: impl AsyncFnOnce(&Client) -> Result<T>) -> Result<T> {
        let client = Arc::clone(&self.client.borrow());
        wait(self.target.handle(), ask(&client))
    }

    /// Connects again where the connection is gone; what was open on it is undone.
    fn revive(&self) -> Result<()> {
        if !self.client.borrow().is_closed() {
            return Ok(());
        }
        let fresh = Self::open(&self.target, self.setup)?;
        self.plans.borrow_mut().clear();
        self.client.replace(fresh.client.into_inner());
        self.open.set(false);
        Ok(())
    }

    pub(super) fn begin(&self, sql: &str) -> Result<()> {
        self.revive()?;
        self.run_all(sql)?;
        self.open.set(true);
        Ok(())
    }

    pub(super) fn end(&self, sql: &str) -> Result<()> {
        // Whatever becomes of it, nothing goes on in this transaction.
        self.open.set(false);
        self.run_all(sql)
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

    /// The statement for arrays of values; `None` where each run is one of its own.
    fn prepare_many<'p>(&self, plan: &'p Plan, asks: bool) -> Result<Option<&'p Statement>> {
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

    /// Asks about members by their ids; gives the ids that come back.
    pub(crate) fn ids(&self, sql: &str, of: &[MemberId]) -> Result<Vec<MemberId>> {
        let plan = self.prepare(sql)?;
        let ids: Vec<[u8; 16]> = of.iter().map(|id| id.bytes()).collect();
        let ids: Vec<&[u8]> = ids.iter().map(<[u8; 16]>::as_slice).collect();
        let rows = self.block(async |client| in_time(client.query(&plan.one, &[&ids])).await)?;
        let id = |row: &tokio_postgres::Row| {
            let bytes: &[u8] = row.try_get(0)?;
            let bytes =
                bytes.try_into().map_err(|_| Error::column(0, "an id has sixteen bytes"))?;
            Ok(MemberId::from_bytes(bytes))
        };
        rows.iter().map(id).collect()
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

    pub(super) fn run_each(
        &self,
        sql: &str,
        feed: impl FnOnce(&mut Feed<'_>) -> Result<()>,
    ) -> Result<()> {
        let plan = self.prepare(sql)?;
        let rows = Fed::take(plan.one.params().len(), feed)?;
        match self.prepare_many(&plan, false)? {
            Some(many) if rows.count > 1 => {
                let columns = rows.columns();
                self.block(async |client| in_time(client.execute_raw(many, columns)).await)?;
            }
            Some(_) | None => {
                self.block(async |client| {
                    let one = |row: usize| client.execute_raw(&plan.one, rows.row(row));
                    in_time(try_join_all((0..rows.count).map(one))).await
                })?;
            }
        }
        Ok(())
    }

    pub(super) fn ask_each<T>(
        &self,
        sql: &str,
        feed: impl FnOnce(&mut Feed<'_>) -> Result<()>,
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<Vec<T>>> {
        let plan = self.prepare(sql)?;
        let rows = Fed::take(plan.one.params().len(), feed)?;
        let mut found: Vec<Vec<T>> = (0..rows.count).map(|_| Vec::new()).collect();
        let inserts = plan.sql.starts_with("INSERT");
        match self.prepare_many(&plan, true)? {
            Some(many) if rows.count > 1 => {
                let columns = rows.columns();
                let columns: Vec<&(dyn ToSql + Sync)> =
                    columns.iter().map(|one| one as _).collect();
                let answers =
                    self.block(async |client| in_time(client.query(many, &columns)).await)?;
                for (index, row) in answers.iter().enumerate() {
                    // What is inserted comes back in the order in which it was given.
                    let (place, from) = if inserts {
                        (index, 0)
                    } else {
                        let place: i64 = row.try_get(0)?;
                        (usize::try_from(place).unwrap_or(0).saturating_sub(1), 1)
                    };
                    let values = self.read(row, from)?;
                    if let Some(found) = found.get_mut(place) {
                        found.push(read(&Row::Postgres(&values))?);
                    }
                }
            }
            Some(_) | None => {
                let answers = self.block(async |client| {
                    let one = async |row: usize| {
                        let bound = rows.row(row);
                        let bound: Vec<&(dyn ToSql + Sync)> =
                            bound.iter().map(|one| one as _).collect();
                        client.query(&plan.one, &bound).await
                    };
                    in_time(try_join_all((0..rows.count).map(one))).await
                })?;
                for (these, found) in answers.iter().zip(&mut found) {
                    for row in these {
                        found.push(read(&Row::Postgres(&self.read(row, 0)?))?);
                    }
                }
            }
        }
        Ok(found)
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

/// What a statement is fed with, by columns.
struct Fed {
    columns: Vec<Vec<Value>>,
    count: usize,
}

impl Fed {
    fn take(width: usize, feed: impl FnOnce(&mut Feed<'_>) -> Result<()>) -> Result<Self> {
        let mut fed = Self { columns: (0..width).map(|_| Vec::new()).collect(), count: 0 };
        feed(&mut |params| {
            for (column, param) in fed.columns.iter_mut().zip(params) {
                column.push(param.value().into());
            }
            fed.count += 1;
            Ok(())
        })?;
        Ok(fed)
    }

    fn columns(&self) -> Vec<Vec<Bind<'_>>> {
        self.columns
            .iter()
            .map(|one| one.iter().map(|value| Bind(value.as_ref())).collect())
            .collect()
    }

    fn row(&self, index: usize) -> Vec<Bind<'_>> {
        let columns = self.columns.iter();
        columns.map(|one| Bind(one.get(index).map_or(ValueRef::Null, Value::as_ref))).collect()
    }
}

fn bound<'p>(params: &'p [&'p dyn Param]) -> Vec<Bind<'p>> {
    params.iter().map(|param| Bind(param.value())).collect()
}
