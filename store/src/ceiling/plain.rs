//! What a plain client makes of a server: the rows of a payment, written statement by statement, one transaction for
//! each payment, on several connections at once. Nothing is decided but who has what.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use domain::id::MemberId;
use domain::port::Fault;
use domain::time::Timestamp;

use super::{BODY, DONE, Id, LINE, OUTBOX, PAYMENT, POST, TRANSFER, WALLET, named};
use crate::column::id;
use crate::fault::Doing;
use crate::sql::{self, Connection, Server, Session, Target, params};
use crate::system_clock;

const MEMBERS: &str = "SELECT id FROM member ORDER BY id";

const LOCK: &str =
    "SELECT id FROM member WHERE id = ANY($1::bytea[]) ORDER BY id FOR NO KEY UPDATE";

const OWN: &str = "SELECT lines, last_line_cause, last_payment FROM wallet
     WHERE member = $1 AND currency = 'EUR'";

const FORGET: &str = "DELETE FROM outbox";

const NUMBERS: &str = "SELECT nextval('outbox_number') FROM generate_series(1, 2)";

/// Connections that each write a payment after the other. Their database is spoiled for anything else.
pub struct Plain {
    connections: Vec<Connection>,
    members: Vec<Id>,
}

/// Numbers that seem chosen by chance.
type Chance = Box<dyn FnMut() -> u64 + Send>;

/// What a payment reads of a wallet.
struct Own {
    lines: u32,
    last_line: Option<Id>,
    last_payment: Option<Id>,
}

impl Plain {
    /// Opens `connections` of them to a database that has members with money.
    ///
    /// # Errors
    /// A [`Fault`] if the server cannot be reached or read.
    pub fn open(server: &Server, connections: usize) -> Result<Self, Fault> {
        let open = || {
            let target = Target::parse(server)?;
            let open = |_| Session::open(&target, "").map(Connection::Postgres);
            let connections: Vec<Connection> =
                (0..connections).map(open).collect::<sql::Result<_>>()?;
            let mut members = Vec::new();
            if let Some(conn) = connections.first() {
                members = conn.prepare_cached(MEMBERS)?.query_map([], |row| id(row, 0, |id| id))?;
            }
            Ok::<_, sql::Error>(Self { connections, members })
        };
        open().doing("connect as a plain client")
    }

    /// Empties the outbox of what they left there, which nobody could read.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn forget_messages(&self) -> Result<(), Fault> {
        let mut connections = self.connections.iter().take(1);
        connections
            .try_for_each(|conn| conn.execute(FORGET, []).map(drop))
            .doing("empty the outbox")
    }

    /// Pays for `span` on the first `count` connections; gives how many payments were written and how long it took.
    ///
    /// With `hot`, every payment goes to one member.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn run(
        &mut self,
        count: usize,
        hot: bool,
        span: Duration,
        mut chance: impl FnMut() -> Chance,
    ) -> Result<(usize, Duration), Fault> {
        let (start, over, members) = (Instant::now(), AtomicBool::new(false), &self.members);
        let written: sql::Result<Vec<usize>> = std::thread::scope(|scope| {
            let over = &over;
            let mut threads = Vec::with_capacity(count);
            for conn in self.connections.iter_mut().take(count) {
                let mut chance = chance();
                threads.push(scope.spawn(move || {
                    let mut payments = 0;
                    while !over.load(Ordering::Relaxed) {
                        pay(conn, members, hot, &mut chance)?;
                        payments += 1;
                    }
                    Ok(payments)
                }));
            }
            std::thread::sleep(span);
            over.store(true, Ordering::Relaxed);
            let panicked = |_| Err(sql::Error::other("a plain client panicked"));
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(panicked)).collect()
        });
        let written = written.doing("pay as a plain client")?;
        Ok((written.into_iter().sum(), start.elapsed()))
    }
}

/// One payment in a transaction of its own.
fn pay(conn: &Connection, members: &[Id], hot: bool, chance: &mut Chance) -> sql::Result<()> {
    let mut pick = |start: usize| {
        let count = u64::try_from(members.len() - start).unwrap_or(1);
        start + usize::try_from(chance() % count).unwrap_or(0)
    };
    let from = pick(1);
    let to = if hot { 0 } else { (from + pick(1)) % members.len() };
    let (payer, payee) = (members[from], members[to]);
    conn.begin_to_write()?;
    if let Some(session) = conn.postgres() {
        session.ids(LOCK, &[payer, payee].map(MemberId::from_bytes))?;
    }
    let own = |member: Id| {
        conn.query_row(OWN, params![member], |row| {
            Ok(Own { lines: row.get(0)?, last_line: row.get(1)?, last_payment: row.get(2)? })
        })
    };
    let [of_payer, of_payee] = [own(payer)?, own(payee)?];
    let numbers: Vec<i64> = conn.prepare_cached(NUMBERS)?.query_map([], |row| row.get(0))?;
    let number = numbers.first().copied().unwrap_or_default();
    let at = system_clock()().0;
    let cause =
        (u128::from(at.unsigned_abs()) << 64 | u128::from(number.unsigned_abs())).to_be_bytes();
    let (post, key) = named(Timestamp(at), chance());
    for (member, other, own, change) in
        [(payer, payee, &of_payer, -1200_i64), (payee, payer, &of_payee, 1200)]
    {
        let lines = own.lines + 1;
        conn.execute(LINE, params![cause, member, lines, change, other, at, own.last_line])?;
        let last_payment = if change < 0 { Some(cause) } else { own.last_payment };
        conn.execute(WALLET, params![member, lines, Some(cause), last_payment])?;
    }
    conn.execute(TRANSFER, params![cause, payer, payee, at])?;
    conn.execute(PAYMENT, params![cause, payer, payee, key, at, of_payer.last_payment])?;
    let post: i64 = conn.query_row(POST, params![post, payer, key, at], |row| row.get(0))?;
    for number in numbers {
        conn.execute(OUTBOX, params![number, BODY, at])?;
    }
    conn.execute(DONE, params![key, at, BODY.repeat(2), post])?;
    conn.commit()
}
