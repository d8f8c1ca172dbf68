//! Filling a server's empty database from a file: table by table, compared and proved before anybody may open it.
//!
//! Every table is copied in the order of its key, some rows in a transaction that also notes how many the server has.
//! What is there of a table is thus always its beginning, and an arrival that is cut short goes on behind the greatest
//! key that arrived. While the table `moving` is there, no node opens the database.

use std::path::Path;

use super::table::{Table, summary, tables};
use super::{CarryError, Progress, prove};
use crate::moved::{self, MoveId};
use crate::open::{OpenError, check_server};
use crate::readers::{Readers, Source};
use crate::sql::{self, Connection, Session, Target, Value, params};
use crate::vault::{KeySource, Vault};
use crate::verify::{Report, SealReport};

const TABLES_ON_SERVER: &str = "SELECT c.relname FROM pg_class c
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
     ORDER BY c.relname";

/// Two nodes cannot decide at once that a database is new: whoever opens one has this lock for an instant.
const ALONE: &str = "LOCK TABLE vault IN EXCLUSIVE MODE";

/// What migrations put into a new database comes from the folder's instead.
const BEGIN_MOVE: &str = "CREATE TABLE moving (
         name text COLLATE \"C\" PRIMARY KEY,
         id bytea NOT NULL,
         copied bigint NOT NULL
     );
     DELETE FROM engine; DELETE FROM vault";

const COPIED: &str = "SELECT copied FROM moving WHERE name = $1";

const NOTE: &str = "UPDATE moving SET copied = $1 WHERE name = $2 AND id = $3";

const NOTE_TABLE: &str =
    "INSERT INTO moving (name, id, copied) VALUES ($1, $2, 0) ON CONFLICT (name) DO NOTHING";

const FOREIGN: &str = "SELECT count(*) FROM moving WHERE id != $1";

pub(super) const FINISH: &str = "DROP TABLE moving";

const NUMBERED: &str = "SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = current_schema() AND is_identity = 'YES' ORDER BY table_name";

/// Numbers of messages go on behind every one that was ever given.
const OUTBOX_NUMBERS: &str =
    "SELECT setval('outbox_number', greatest(n.high, 1), n.high > 0) FROM (
         SELECT greatest(
             (SELECT last_outbox FROM engine WHERE one = 1),
             (SELECT max(id) FROM outbox),
             (SELECT max(id) FROM dead_letter),
             (SELECT max(id) FROM webhook_delivery), 0) AS high) AS n";

/// A file's database on its way to a server.
pub(super) struct Arrival<'a> {
    /// The file.
    pub(super) from: &'a Connection,
    /// The server.
    pub(super) to: &'a Connection,
    /// The same, for connections that prove.
    pub(super) target: &'a Target,
    /// Where the operator's key is, for the database of a folder.
    pub(super) key: (&'a Path, &'a KeySource),
    /// Rows that are copied in one transaction.
    pub(super) batch_rows: usize,
}

impl Arrival<'_> {
    /// Copies everything, and compares and proves what arrived; nobody may open it before [`FINISH`]. Without an id the
    /// file is marked with a new one.
    pub(super) fn run(
        &self,
        id: Option<MoveId>,
        proof: &(Report, SealReport),
        tell: &mut dyn FnMut(Progress<'_>),
    ) -> Result<(Report, u64), CarryError> {
        let (from, to) = (self.from, self.to);
        let tables = tables(from)?;
        let id = begin(from, to, &tables, id)?;
        for table in &tables {
            copy(from, to, table, (id, self.batch_rows.max(1)), tell)?;
        }
        number(to)?;
        let rows = compare(from, to, &tables, tell)?;
        tell(Progress::ProvingServer);
        let arrived = prove(&self.look()?).map_err(CarryError::Target)?;
        if arrived != *proof {
            return Err(CarryError::Differs("what the proof counts".to_owned()));
        }
        Ok((arrived.0, rows))
    }

    /// Readers of a server's database that nobody else may open yet.
    pub(super) fn look(&self) -> Result<Readers, OpenError> {
        let conn = Connection::Postgres(Session::open(self.target, crate::postgres::READER)?);
        let (folder, key) = self.key;
        let vault = Vault::open_read(&conn, folder, key)?;
        Readers::new(Source::Server(self.target.clone()), 1, vault.into())
    }
}

/// Makes the server ready, or ready for the rest.
fn begin(
    from: &Connection,
    to: &Connection,
    tables: &[Table],
    known: Option<MoveId>,
) -> Result<MoveId, CarryError> {
    let arriving = moved::is_arriving(to)?;
    if !arriving {
        check_empty(to, tables)?;
    } else if known.map(|id| is_foreign(to, id)).transpose()?.unwrap_or(true) {
        return Err(CarryError::NotEmpty("an unfinished move of another database".to_owned()));
    }
    check_server(to)?;
    let id = known.map_or_else(|| moved::put_mark(from), Ok)?;
    to.begin_to_write()?;
    let begun = begin_on_server(to, tables, id, arriving);
    match begun {
        Ok(()) => to.commit()?,
        // What it did is undone with the connection, too.
        Err(_) => drop(to.roll_back()),
    }
    begun.map(|()| id)
}

fn begin_on_server(
    to: &Connection,
    tables: &[Table],
    id: MoveId,
    arriving: bool,
) -> Result<(), CarryError> {
    if !arriving {
        to.execute_batch(ALONE)?;
        check_empty(to, tables)?;
        to.execute_batch(BEGIN_MOVE)?;
    }
    to.run_each(NOTE_TABLE, |note| {
        tables.iter().try_for_each(|table| note(params![table.name, id]))
    })?;
    Ok(())
}

pub(super) fn is_foreign(to: &Connection, id: MoveId) -> sql::Result<bool> {
    to.query_row(FOREIGN, [id], |row| row.get::<i64>(0)).map(|others| others > 0)
}

/// Refuses a server's database that has anything but the empty tables of ours.
fn check_empty(to: &Connection, tables: &[Table]) -> Result<(), CarryError> {
    let found: Vec<String> =
        to.prepare_cached(TABLES_ON_SERVER)?.query_map([], |row| row.get(0))?;
    let is_ours = found.iter().any(|name| name == "schema_version");
    for name in found.iter().filter(|name| *name != "schema_version") {
        if !is_ours || !tables.iter().any(|table| table.name == *name) {
            return Err(CarryError::NotEmpty(format!("a table {name}")));
        }
        // A new database has these rows; its first start changes them.
        let besides = match name.as_str() {
            "engine" => " WHERE last_at != 0 OR last_outbox != 0",
            "vault" => " WHERE fingerprint IS NOT NULL",
            _ => "",
        };
        let some = format!("SELECT count(*) FROM (SELECT 1 FROM {name}{besides} LIMIT 1) AS found");
        if to.query_row(&some, [], |row| row.get::<i64>(0))? > 0 {
            return Err(CarryError::NotEmpty(format!("rows in {name}")));
        }
    }
    Ok(())
}

/// Copies what the server has not of a table.
fn copy(
    from: &Connection,
    to: &Connection,
    table: &Table,
    (id, batch_rows): (MoveId, usize),
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<(), CarryError> {
    let count = format!("SELECT count(*) FROM {}", table.name);
    let of = Some(from.query_row(&count, [], |row| row.get::<i64>(0))?.unsigned_abs());
    let (mut rows, last) = arrived(from, to, table, id)?;
    tell(Progress::Copying { table: &table.name, rows, of });
    table.walk(from, last.as_deref(), batch_rows, |batch| {
        rows = rows.saturating_add(u64::try_from(batch.len()).unwrap_or(u64::MAX));
        to.begin_to_write()?;
        let put = put(to, table, batch, (id, rows));
        if put.is_err() {
            // What it did is undone with the connection, too.
            drop(to.roll_back());
        }
        put?;
        to.commit()?;
        tell(Progress::Copying { table: &table.name, rows, of });
        Ok::<(), CarryError>(())
    })?;
    to.execute_batch(&format!("ANALYZE {}", table.name))?;
    Ok(())
}

/// Writes rows, and notes how many there are then.
fn put(
    to: &Connection,
    table: &Table,
    rows: &[Vec<Value>],
    (id, total): (MoveId, u64),
) -> sql::Result<()> {
    table.put(to, rows)?;
    let total = i64::try_from(total).map_err(sql::Error::other)?;
    match to.execute(NOTE, params![total, table.name, id])? {
        1 => Ok(()),
        _ => Err(sql::Error::other("somebody else has ended this move")),
    }
}

/// How many rows of a table are on the server, and the key of the last. Where these are not those that the folder's
/// begins with, somebody served that meanwhile, and the table is emptied.
fn arrived(
    from: &Connection,
    to: &Connection,
    table: &Table,
    id: MoveId,
) -> sql::Result<(u64, Option<Vec<Value>>)> {
    let noted: i64 = to.query_row(COPIED, params![table.name], |row| row.get(0))?;
    if noted == 0 {
        return Ok((0, None));
    }
    let last = table.last(to)?;
    let theirs = summary(to, table, None)?;
    if theirs.rows == noted.unsigned_abs()
        && last.is_some()
        && theirs == summary(from, table, last.as_deref())?
    {
        return Ok((theirs.rows, last));
    }
    to.begin_to_write()?;
    to.execute_batch(&format!("TRUNCATE {}", table.name))?;
    to.execute(NOTE, params![0, table.name, id])?;
    to.commit()?;
    Ok((0, None))
}

/// Lets the engine's own numbers go on behind the highest of each table.
fn number(to: &Connection) -> sql::Result<()> {
    let numbered: Vec<(String, String)> =
        to.prepare_cached(NUMBERED)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (table, column) in numbered {
        let highest = format!("(SELECT max({column}) FROM {table})");
        let go_on = format!(
            "SELECT setval(pg_get_serial_sequence('{table}', '{column}'), coalesce({highest}, 1),
                 {highest} IS NOT NULL)"
        );
        to.query_row(&go_on, [], |_| Ok(()))?;
    }
    to.query_row(OUTBOX_NUMBERS, [], |_| Ok(()))
}

/// Compares every row of every table; gives how many there are.
fn compare(
    from: &Connection,
    to: &Connection,
    tables: &[Table],
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<u64, CarryError> {
    let mut rows: u64 = 0;
    for table in tables {
        tell(Progress::Comparing { table: &table.name });
        let ours = summary(from, table, None)?;
        if summary(to, table, None)? != ours {
            return Err(CarryError::Differs(format!("the table {}", table.name)));
        }
        rows = rows.saturating_add(ours.rows);
    }
    Ok(rows)
}
