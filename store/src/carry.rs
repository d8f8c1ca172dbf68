//! Moving a folder's database to a server, for good.
//!
//! Both databases are proved and compared row by row before the folder's one is frozen, and only then may anybody open
//! the server's: at no instant can both be served. A backup goes to a server in the same way, and is not frozen.

mod arrival;
pub(crate) mod table;

use std::path::Path;

use domain::time::Timestamp;

use self::arrival::{Arrival, FINISH, is_foreign};
use crate::moved::{self, MoveId};
use crate::open::{FILE, OpenError, Options, connect_to_read, connect_to_write, lock_folder, look};
use crate::readers::Readers;
use crate::sql::{self, Connection, Server, Session, Target};
use crate::vault::KeySource;
use crate::verify::{Report, SealReport, Unsound, verify, verify_seals};

/// Rows that are copied in one transaction, where nobody says otherwise.
pub const BATCH_ROWS: usize = 2_000;

/// What the connection that copies begins with: whatever is believed of a table that has just been filled, it is
/// walked by its key.
pub(crate) const COPIER: &str =
    "SET enable_seqscan = off; SET enable_bitmapscan = off; SET jit = off;
     SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = '10min'";

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

/// How far a move, a backup of a server's database or a restore of one is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress<'a> {
    /// The folder's database is being proved.
    ProvingFolder,
    /// A table is being copied.
    Copying {
        /// Which.
        table: &'a str,
        /// How many of its rows are there.
        rows: u64,
        /// How many there will be, where that is known.
        of: Option<u64>,
    },
    /// All rows of a table are being compared.
    Comparing {
        /// Which.
        table: &'a str,
    },
    /// The server's database is being proved.
    ProvingServer,
    /// The file of a backup is being proved.
    ProvingFile,
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

/// Why a database did not arrive on a server. What was copied is as it was, and is still what counts.
#[derive(Debug, thiserror::Error)]
pub enum CarryError {
    /// One of the two cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// There is something on the server.
    #[error("the server's database is not empty: it has {0}; nothing was changed there")]
    NotEmpty(String),
    /// What should be copied is not sound.
    #[error("what should be copied is not sound")]
    Source(#[source] Unsound),
    /// The server's database is not sound.
    #[error("what arrived on the server is not sound")]
    Target(#[source] Unsound),
    /// Something is not the same on both sides.
    #[error("{0} did not arrive on the server as it was")]
    Differs(String),
    /// One of the two failed meanwhile.
    #[error("it was cut short")]
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
    let arrival = |to| Arrival {
        from: &from,
        to,
        target: &server,
        key: (job.folder, job.key),
        batch_rows: job.batch_rows,
    };
    let connect = || Session::open(&server, COPIER).map(Connection::Postgres);
    if let Some((to, at)) = mark.as_ref().and_then(|mark| mark.gone.clone()) {
        return finish(&arrival(&connect()?), to, mark.map(|mark| mark.id).unwrap_or_default(), at);
    }
    tell(Progress::ProvingFolder);
    let proof = look(file, job.folder, job.key)
        .map_err(CarryError::Open)
        .and_then(|readers| prove(&readers).map_err(CarryError::Source))?;
    let to = connect()?;
    let (report, rows) = arrival(&to).run(mark.map(|mark| mark.id), &proof, tell)?;
    moved::freeze(&from, &place, crate::engine::system_clock()())?;
    to.execute_batch(FINISH)?;
    Ok(Carried { place, report, rows })
}

/// Ends a move whose folder is frozen already, where it was cut short between that and its end.
fn finish(
    arrival: &Arrival<'_>,
    place: String,
    id: MoveId,
    at: Timestamp,
) -> Result<Carried, CarryError> {
    let to = arrival.to;
    let ours = moved::is_arriving(to)? && !is_foreign(to, id)?;
    if !ours {
        return Err(OpenError::Moved { place, at }.into());
    }
    let copied = "SELECT CAST(sum(copied) AS bigint) FROM moving";
    let rows: i64 = to.query_row(copied, [], |row| row.get(0))?;
    let (report, _) = prove(&arrival.look()?).map_err(CarryError::Target)?;
    to.execute_batch(FINISH)?;
    Ok(Carried { place, report, rows: rows.unsigned_abs() })
}

/// Fills a server's empty database from a file that stays as it is; `id` says which file it is, so that a call that was
/// cut short is gone on with. The file is of this program's schema; its key is looked for as for a database of `folder`.
pub(crate) fn fill(
    file: &Path,
    server: &Server,
    (folder, key): (&Path, &KeySource),
    id: MoveId,
    tell: &mut dyn FnMut(Progress<'_>),
) -> Result<Report, CarryError> {
    let target = Target::parse(server)?;
    let from = connect_to_read(file, Options::default().reader_cache_kib)?;
    moved::check_here(&from)?;
    tell(Progress::ProvingFile);
    let readers = look(file.to_owned(), folder, key)?;
    let proof = prove(&readers).map_err(CarryError::Source)?;
    let to = Connection::Postgres(Session::open(&target, COPIER)?);
    let (key, batch_rows) = ((folder, key), BATCH_ROWS);
    let arrival = Arrival { from: &from, to: &to, target: &target, key, batch_rows };
    let (report, _) = arrival.run(Some(id), &proof, tell)?;
    to.execute_batch(FINISH)?;
    Ok(report)
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
