//! One way to speak to two engines. A statement is one text for both, in the SQL they share; what differs is in
//! here: how a text is prepared, how values are bound and read, and how one statement is run for many rows at once.

mod dialect;
mod fed;
mod postgres;
mod target;
mod value;
mod wire;

use std::error::Error as StdError;

use rusqlite::types::ToSqlOutput;

pub(crate) use self::postgres::Session;
pub use self::target::Server;
pub(crate) use self::target::Target;
pub(crate) use self::value::{Column, Param, Value, ValueRef};

/// Why a statement failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite said so.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
    /// PostgreSQL, or the way to it, said so.
    #[error("{}", told(.0))]
    Postgres(#[from] tokio_postgres::Error),
    /// PostgreSQL did not answer in time.
    #[error("the database did not answer within {0} seconds")]
    Silent(u64),
    /// There is no such row.
    #[error("there is no such row")]
    NoRows,
    /// A column holds what has no meaning there.
    #[error("column {index} cannot be read")]
    Column {
        /// Which, from 0.
        index: usize,
        /// Why.
        source: Box<dyn StdError + Send + Sync>,
    },
    /// What should be written or read cannot be.
    #[error(transparent)]
    Other(Box<dyn StdError + Send + Sync>),
}

/// What the server said, without the values it was given.
fn told(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(said) => format!("{} ({})", said.message(), said.code().code()),
        None => error.to_string(),
    }
}

/// What a statement came to.
pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn other(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Other(source.into())
    }

    pub(crate) fn column(index: usize, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Column { index, source: source.into() }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::QueryReturnedNoRows => Self::NoRows,
            other => Self::Sqlite(other),
        }
    }
}

/// A row that may be missing.
pub(crate) trait OptionalExtension<T> {
    /// `None` where there is no such row.
    fn optional(self) -> Result<Option<T>>;
}

impl<T> OptionalExtension<T> for Result<T> {
    fn optional(self) -> Result<Option<T>> {
        match self {
            Ok(row) => Ok(Some(row)),
            Err(Error::NoRows) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Binds values of different types.
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        &[$(&$value as &dyn $crate::sql::Param),*] as &[&dyn $crate::sql::Param]
    };
}
pub(crate) use params;

/// Values for a statement's parameters, in order.
pub(crate) trait Params {
    /// Lends them.
    fn lend<R>(&self, to: impl FnOnce(&[&dyn Param]) -> R) -> R;
}

impl Params for &[&dyn Param] {
    fn lend<R>(&self, to: impl FnOnce(&[&dyn Param]) -> R) -> R {
        to(self)
    }
}

impl Params for [&dyn Param; 0] {
    fn lend<R>(&self, to: impl FnOnce(&[&dyn Param]) -> R) -> R {
        to(&[])
    }
}

macro_rules! arrays {
    ($($count:literal: $($index:literal)*),*) => {$(
        impl<T: Param> Params for [T; $count] {
            fn lend<R>(&self, to: impl FnOnce(&[&dyn Param]) -> R) -> R {
                to(&[$(&self[$index]),*])
            }
        }
    )*};
}
arrays!(1: 0, 2: 0 1, 3: 0 1 2);

/// Takes the values of one run of a statement.
pub(crate) type Feed<'a> = dyn FnMut(&[&dyn Param]) -> Result<()> + 'a;

struct Bound<'a>(&'a dyn Param);

impl rusqlite::ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        use rusqlite::types::ValueRef as Raw;
        Ok(ToSqlOutput::Borrowed(match self.0.value() {
            ValueRef::Null => Raw::Null,
            ValueRef::Integer(number) => Raw::Integer(number),
            ValueRef::Text(text) => Raw::Text(text.as_bytes()),
            ValueRef::Blob(bytes) => Raw::Blob(bytes),
        }))
    }
}

fn bound(params: &[&dyn Param]) -> impl rusqlite::Params {
    rusqlite::params_from_iter(params.iter().map(|param| Bound(*param)))
}

/// A connection to a database.
pub(crate) enum Connection {
    /// To a file of ours.
    Sqlite(rusqlite::Connection),
    /// To a server.
    Postgres(Session),
}

impl Connection {
    /// SQLite's own, where it is SQLite.
    pub(crate) const fn sqlite(&self) -> Option<&rusqlite::Connection> {
        match self {
            Self::Sqlite(conn) => Some(conn),
            Self::Postgres(_) => None,
        }
    }

    /// The session with a server, where it is one.
    pub(crate) const fn postgres(&self) -> Option<&Session> {
        match self {
            Self::Sqlite(_) => None,
            Self::Postgres(session) => Some(session),
        }
    }

    pub(crate) fn prepare_cached(&self, sql: &str) -> Result<Statement<'_>> {
        Ok(match self {
            Self::Sqlite(conn) => Statement::Sqlite(conn.prepare_cached(sql)?),
            Self::Postgres(session) => Statement::Postgres(session, session.prepare(sql)?),
        })
    }

    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        self.prepare_cached(sql)?.execute(params)
    }

    pub(crate) fn query_row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.prepare_cached(sql)?.query_row(params, read)
    }

    /// Runs statements without parameters.
    pub(crate) fn execute_batch(&self, sql: &str) -> Result<()> {
        match self {
            Self::Sqlite(conn) => Ok(conn.execute_batch(sql)?),
            Self::Postgres(session) => session.run_all(sql),
        }
    }

    /// Begins a transaction that may write.
    pub(crate) fn begin_to_write(&self) -> Result<()> {
        match self {
            Self::Sqlite(conn) => {
                Ok(conn.prepare_cached("BEGIN IMMEDIATE")?.execute([]).map(drop)?)
            }
            Self::Postgres(session) => session.begin("BEGIN ISOLATION LEVEL READ COMMITTED"),
        }
    }

    /// Begins a transaction that reads one snapshot.
    pub(crate) fn begin_to_read(&self) -> Result<()> {
        match self {
            Self::Sqlite(conn) => Ok(conn.prepare_cached("BEGIN")?.execute([]).map(drop)?),
            Self::Postgres(session) => {
                session.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            }
        }
    }

    pub(crate) fn commit(&self) -> Result<()> {
        match self {
            Self::Sqlite(conn) => Ok(conn.prepare_cached("COMMIT")?.execute([]).map(drop)?),
            Self::Postgres(session) => session.commit(),
        }
    }

    /// Ends a transaction that only read.
    pub(crate) fn end_reading(&self) -> Result<()> {
        match self {
            Self::Sqlite(_) => self.commit(),
            Self::Postgres(session) => {
                session.leave();
                Ok(())
            }
        }
    }

    pub(crate) fn roll_back(&self) -> Result<()> {
        match self {
            Self::Sqlite(conn) => Ok(conn.execute_batch("ROLLBACK")?),
            Self::Postgres(session) => session.roll_back(),
        }
    }

    /// Whether no transaction is open.
    pub(crate) fn is_autocommit(&self) -> bool {
        match self {
            Self::Sqlite(conn) => conn.is_autocommit(),
            Self::Postgres(session) => !session.is_open(),
        }
    }

    /// Runs a statement once for everything it is fed with; on a server in one go.
    pub(crate) fn run_each(
        &self,
        sql: &str,
        feed: impl FnOnce(&mut Feed<'_>) -> Result<()>,
    ) -> Result<()> {
        match self {
            Self::Sqlite(conn) => {
                let mut statement = conn.prepare_cached(sql)?;
                feed(&mut |params| Ok(statement.execute(bound(params)).map(drop)?))
            }
            Self::Postgres(session) => session.run_each(sql, feed),
        }
    }

    /// The same for a statement that gives rows: those of each run, in the order of feeding.
    pub(crate) fn ask_each<T>(
        &self,
        sql: &str,
        feed: impl FnOnce(&mut Feed<'_>) -> Result<()>,
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<Vec<T>>> {
        self.ask(sql, feed, read)?.answers()
    }

    /// Asks and does not wait: a server is asked several questions before its first answer is there.
    pub(crate) fn ask<T, R: Fn(&Row<'_>) -> Result<T>>(
        &self,
        sql: &str,
        feed: impl FnOnce(&mut Feed<'_>) -> Result<()>,
        read: R,
    ) -> Result<Asked<'_, T, R>> {
        match self {
            Self::Sqlite(conn) => {
                let (mut statement, mut found) = (conn.prepare_cached(sql)?, Vec::new());
                feed(&mut |params| {
                    let mut rows = statement.query(bound(params))?;
                    let mut these = Vec::new();
                    while let Some(row) = rows.next()? {
                        these.push(read(&Row::Sqlite(row))?);
                    }
                    found.push(these);
                    Ok(())
                })?;
                Ok(Asked::Answered(found))
            }
            Self::Postgres(session) => Ok(Asked::Sent(session, session.ask_each(sql, feed)?, read)),
        }
    }
}

/// A question that was asked for each of many values.
pub(crate) enum Asked<'c, T, R> {
    /// SQLite has answered.
    Answered(Vec<Vec<T>>),
    /// A server will.
    Sent(&'c Session, postgres::Question, R),
}

impl<T, R: Fn(&Row<'_>) -> Result<T>> Asked<'_, T, R> {
    /// The rows of each, in the order of asking.
    pub(crate) fn answers(self) -> Result<Vec<Vec<T>>> {
        match self {
            Self::Answered(answers) => Ok(answers),
            Self::Sent(session, question, read) => session.answers(question, read),
        }
    }
}

/// A prepared statement.
pub(crate) enum Statement<'c> {
    /// SQLite's.
    Sqlite(rusqlite::CachedStatement<'c>),
    /// A server's.
    Postgres(&'c Session, postgres::Prepared),
}

impl Statement<'_> {
    pub(crate) fn execute(&mut self, params: impl Params) -> Result<usize> {
        params.lend(|params| match self {
            Self::Sqlite(statement) => Ok(statement.execute(bound(params))?),
            Self::Postgres(session, prepared) => session.execute(prepared, params),
        })
    }

    /// Reads the first row.
    pub(crate) fn query_row<T>(
        &mut self,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        params.lend(|params| match self {
            Self::Sqlite(statement) => {
                let mut rows = statement.query(bound(params))?;
                read(&Row::Sqlite(rows.next()?.ok_or(Error::NoRows)?))
            }
            Self::Postgres(session, prepared) => {
                let rows = session.query(prepared, params)?;
                read(&Row::Postgres(rows.first().ok_or(Error::NoRows)?))
            }
        })
    }

    /// Reads every row.
    pub(crate) fn query_map<T>(
        &mut self,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        params.lend(|params| match self {
            Self::Sqlite(statement) => {
                let (mut rows, mut found) = (statement.query(bound(params))?, Vec::new());
                while let Some(row) = rows.next()? {
                    found.push(read(&Row::Sqlite(row))?);
                }
                Ok(found)
            }
            Self::Postgres(session, prepared) => {
                let rows = session.query(prepared, params)?;
                rows.iter().map(|row| read(&Row::Postgres(row))).collect()
            }
        })
    }

    /// Reads rows one after the other, however many there are; other questions may be asked in between.
    pub(crate) fn query(&mut self, params: impl Params) -> Result<Rows<'_>> {
        params.lend(|params| match self {
            Self::Sqlite(statement) => Ok(Rows::Sqlite(statement.query(bound(params))?)),
            Self::Postgres(session, prepared) => {
                Ok(Rows::Postgres(session.stream(prepared, params)?))
            }
        })
    }
}

/// Rows that are read one after the other.
pub(crate) enum Rows<'s> {
    /// SQLite's.
    Sqlite(rusqlite::Rows<'s>),
    /// A server's.
    Postgres(postgres::Stream<'s>),
}

impl Rows<'_> {
    pub(crate) fn next(&mut self) -> Result<Option<Row<'_>>> {
        Ok(match self {
            Self::Sqlite(rows) => rows.next()?.map(Row::Sqlite),
            Self::Postgres(stream) => stream.next()?.map(Row::Postgres),
        })
    }
}

/// A row of an answer.
pub(crate) enum Row<'r> {
    /// SQLite's.
    Sqlite(&'r rusqlite::Row<'r>),
    /// A server's.
    Postgres(&'r [Value]),
}

impl Row<'_> {
    pub(crate) fn get_ref(&self, index: usize) -> Result<ValueRef<'_>> {
        use rusqlite::types::ValueRef as Raw;
        match self {
            Self::Sqlite(row) => match row.get_ref(index)? {
                Raw::Null => Ok(ValueRef::Null),
                Raw::Integer(number) => Ok(ValueRef::Integer(number)),
                Raw::Text(text) => std::str::from_utf8(text)
                    .map(ValueRef::Text)
                    .map_err(|error| Error::column(index, error)),
                Raw::Blob(bytes) => Ok(ValueRef::Blob(bytes)),
                Raw::Real(_) => Err(Error::column(index, "a fraction stands there")),
            },
            Self::Postgres(row) => row
                .get(index)
                .map(Value::as_ref)
                .ok_or_else(|| Error::column(index, "there is no such column")),
        }
    }

    pub(crate) fn get<T: Column>(&self, index: usize) -> Result<T> {
        T::read(self.get_ref(index)?).map_err(|error| Error::column(index, error))
    }
}
