//! Moving a folder's database to a server, for good.
//!
//! Every table is copied in the order of its key, some rows in a transaction that also notes how many the server has.
//! What is there of a table is thus always its beginning, and a move that is cut short goes on behind the greatest key
//! that arrived. Both databases are proved and compared row by row before the folder's one is frozen, and only then may
//! anybody open the server's: at no instant can both be served.

mod table;

use std::path::Path;

use domain::time::Timestamp;

use self::table::{COPIED, NOTE, Table, lent, summary, tables};
use crate::moved::{self, MoveId};
use crate::open::{FILE, OpenError, check_server, connect_to_write, lock_folder, look};
use crate::readers::{Readers, Source};
use crate::sql::{self, Connection, Server, Session, Target, Value, params};
use crate::vault::{KeySource, Vault};
use crate::verify::{Report, SealReport, Unsound, verify, verify_seals};

/// Rows that are copied in one transaction, where nobody says otherwise.
pub const BATCH_ROWS: usize = 2_000;

/// What the connection that copies begins with: whatever is believed of a table that has just been filled, it is
/// walked by its key.
const COPIER: &str = "SET enable_seqscan = off; SET enable_bitmapscan = off; SET jit = off;
     SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = '10min'";

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

const NOTE_TABLE: &str =
    "INSERT INTO moving (name, id, copied) VALUES ($1, $2, 0) ON CONFLICT (name) DO NOTHING";

const FOREIGN: &str = "SELECT count(*) FROM moving WHERE id != $1";

const FINISH: &str = "DROP TABLE moving";

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

/// What is moved where.
#[derive(Clone, Copy)]
pub struct Move<'a> {
    /// The folder of the database.
    pub folder: &'a Path,
    /// The new place, as in `postgres://user@host/name`.
    pub server: &'a Server,
    /// Where the operator's key is, on both sides.
    pub key: &'a KeySource,
    /// Rows that are copied in one transaction, at least 1; usually [`BATCH_ROWS`].
    pub batch_rows: usize,
}

/// How far a move is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress<'a> {
    /// The folder's database is being proved.
    ProvingFolder,
    /// A table is being copied.
    Copying {
        /// Which.
        table: &'a str,
        /// How many rows the server has of it.
        rows: u64,
        /// How many it will have.
        of: u64,
    },
    /// All rows of a table are being compared.
    Comparing {
        /// Which.
        table: &'a str,
    },
    /// The server's database is being proved.
    ProvingServer,
}

/// A database that is on a server now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Carried {
    /// Where, without a password.
    pub place: String,
    /// What was proved of it.
    pub report: Report,
    /// Rows that are the same on both sides.
    pub rows: u64,
}

/// Why a database was not moved. The folder's is as it was, and is still the one that counts.
#[derive(Debug, thiserror::Error)]
pub enum CarryError {
    /// One of the two cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// There is something on the server.
    #[error("the server's database is not empty: it has {0}; nothing was changed there")]
    NotEmpty(String),
    /// The folder's database is not sound.
    #[error("the folder's database is not sound")]
    Source(#[source] Unsound),
    /// The server's database is not sound.
    #[error("what arrived on the server is not sound")]
    Target(#[source] Unsound),
    /// Something is not the same on both sides.
    #[error("{0} did not arrive on the server as in the folder")]
    Differs(String),
    /// One of the two failed meanwhile.
    #[error("the move was cut short")]
    Database(#[from] sql::Error),
}

/// Moves the database of a folder to a server. What was moved before by a move that was cut short is not copied again,
/// unless it has changed since. The operator's key stays where it is.
///
/// # Errors
/// [`CarryError`]; the same call goes on.
pub fn carry(job: &Move<'_>, tell: &mut dyn FnMut(Progress<'_>)) -> Result<Carried, CarryError> {
    let file = job.folder.join(FILE);
    if !file.is_file() {
        return Err(OpenError::Missing { folder: job.folder.to_owned() }.into());
    }
    let _guard = lock_folder(job.folder)?;
    let from = connect_to_write(&file)?;
    let (server, place) = (Target::parse(job.server)?, place(&job.server.url)?);
    let mark = moved::mark(&from)?;
    if let Some((to, at)) = mark.as_ref().and_then(|mark| mark.gone.clone()) {
        let to = Session::open(&server, COPIER).map(Connection::Postgres).map(|conn| (conn, to));
        return finish(job, &server, to?, mark.map(|mark| mark.id).unwrap_or_default(), at);
    }
    tell(Progress::ProvingFolder);
    let proof = look(file, job.folder, job.key)
        .map_err(CarryError::Open)
        .and_then(|readers| prove(&readers).map_err(CarryError::Source))?;
    let to = Connection::Postgres(Session::open(&server, COPIER)?);
    let tables = tables(&from)?;
    let id = begin(&from, &to, &tables, mark.map(|mark| mark.id))?;
    for table in &tables {
        copy(&from, &to, table, (id, job.batch_rows.max(1)), tell)?;
    }
    number(&to)?;
    let rows = compare(&from, &to, &tables, tell)?;
    tell(Progress::ProvingServer);
    let arrived = prove(&look_at_arrived(job, &server)?).map_err(CarryError::Target)?;
    if arrived != proof {
        return Err(CarryError::Differs("what the proof counts".to_owned()));
    }
    moved::freeze(&from, &place, crate::engine::system_clock()())?;
    to.execute_batch(FINISH)?;
    Ok(Carried { place, report: arrived.0, rows })
}

/// Ends a move whose folder is frozen already, where it was cut short between that and its end.
fn finish(
    job: &Move<'_>,
    server: &Target,
    (to, place): (Connection, String),
    id: MoveId,
    at: Timestamp,
) -> Result<Carried, CarryError> {
    let ours = moved::is_arriving(&to)? && !is_foreign(&to, id)?;
    if !ours {
        return Err(OpenError::Moved { place, at }.into());
    }
    let copied = "SELECT CAST(sum(copied) AS bigint) FROM moving";
    let rows: i64 = to.query_row(copied, [], |row| row.get(0))?;
    let (report, _) = prove(&look_at_arrived(job, server)?).map_err(CarryError::Target)?;
    to.execute_batch(FINISH)?;
    Ok(Carried { place, report, rows: rows.unsigned_abs() })
}

/// A place as it may be shown: without a password.
fn place(url: &str) -> sql::Result<String> {
    use tokio_postgres::config::Host;
    let config: tokio_postgres::Config = url.parse()?;
    let user = config.get_user().map(escaped);
    let name = config.get_dbname().map(escaped).unwrap_or_default();
    let port = config.get_ports().first().filter(|port| **port != 5432);
    Ok(match config.get_hosts().first() {
        Some(Host::Tcp(host)) => {
            let user = user.map(|user| format!("{user}@")).unwrap_or_default();
            let port = port.map(|port| format!(":{port}")).unwrap_or_default();
            format!("postgres://{user}{host}{port}/{name}")
        }
        Some(Host::Unix(folder)) => {
            let user = user.map(|user| format!("&user={user}")).unwrap_or_default();
            let port = port.map(|port| format!("&port={port}")).unwrap_or_default();
            let folder = escaped(&folder.display().to_string());
            format!("postgres:///{name}?host={folder}{port}{user}")
        }
        None => return Err(sql::Error::other("the address names no host")),
    })
}

/// A part of an address in the letters that mean themselves.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn prove(readers: &Readers) -> Result<(Report, SealReport), Unsound> {
    let both = |reader: &_| -> Result<_, Unsound> { Ok((verify(reader)?, verify_seals(reader)?)) };
    readers.read(|reader| Ok(both(reader))).map_err(Unsound::Fault)?
}

/// Readers of a server's database that nobody else may open yet.
fn look_at_arrived(job: &Move<'_>, server: &Target) -> Result<Readers, OpenError> {
    let conn = Connection::Postgres(Session::open(server, crate::postgres::READER)?);
    let vault = Vault::open_read(&conn, job.folder, job.key)?;
    Readers::new(Source::Server(server.clone()), 1, vault.into())
}

/// Makes the server ready for a move, or for the rest of one.
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

fn is_foreign(to: &Connection, id: MoveId) -> sql::Result<bool> {
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
    let of = from.query_row(&count, [], |row| row.get::<i64>(0))?.unsigned_abs();
    let (mut rows, last) = arrived(from, to, table, id)?;
    tell(Progress::Copying { table: &table.name, rows, of });
    let sql = table.select(last.as_ref().map(|_| ">"));
    let mut statement = from.prepare_cached(&sql)?;
    let mut walk = statement.query(lent(&last.unwrap_or_default()).as_slice())?;
    let mut batch: Vec<Vec<Value>> = Vec::with_capacity(batch_rows);
    loop {
        batch.clear();
        while batch.len() < batch_rows
            && let Some(row) = walk.next()?
        {
            batch.push(table.values(&row)?);
        }
        if batch.is_empty() {
            break;
        }
        rows = rows.saturating_add(u64::try_from(batch.len()).unwrap_or(u64::MAX));
        to.begin_to_write()?;
        let put = table.put(to, &batch, rows, id);
        if put.is_err() {
            // What it did is undone with the connection, too.
            drop(to.roll_back());
        }
        put?;
        to.commit()?;
        tell(Progress::Copying { table: &table.name, rows, of });
    }
    to.execute_batch(&format!("ANALYZE {}", table.name))?;
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_shown_without_its_password() {
        let cases = [
            (
                "postgres://obole:secret@db.example.org/obole",
                "postgres://obole@db.example.org/obole",
            ),
            (
                "postgresql://obole@db.example.org:6432/obole?password=secret",
                "postgres://obole@db.example.org:6432/obole",
            ),
            (
                "postgresql:///obole?host=/run/postgres&user=pay&password=secret",
                "postgres:///obole?host=/run/postgres&user=pay",
            ),
            ("postgres://a%20b@db.example.org/o%2Fb", "postgres://a%20b@db.example.org/o/b"),
        ];
        for (url, shown) in cases {
            assert_eq!(place(url).unwrap(), shown);
            assert_eq!(place(shown).unwrap(), shown, "it is an address itself");
        }
        assert!(place("postgres:///obole").is_err());
    }
}
