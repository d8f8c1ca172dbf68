//! What the engine alone can write: rusqlite with prepared statements and the rows of a payment, nothing decided.
//!
//! The measurements compare the desk with this, so the rows, the indexes, the sync and the size of groups are the
//! same; only thinking, queues and threads are left out.

use std::path::Path;
use std::time::{Duration, Instant};

use domain::port::Fault;
use rusqlite::{Connection, Statement, params};
use sha2::{Digest, Sha256};

use crate::fault::Doing;
use crate::{Options, open, system_clock};

const DONE: &str = "INSERT INTO done (key, digest, at, answer) VALUES ($1, 1, $2, $3)";

const PAYMENT: &str = "INSERT INTO payment (id, first, legs, purpose, payer, payee, amount, fee,
         currency, state, policy, origin, memo, public, created_at, consent, consent_number,
         consent_at, counted_day, counted_month, ended_at)
     VALUES ($1, $1, 1, 'send', $2, $3, 1200, 0, 'EUR', 'paid', 1, $4, 'pour le resto', 0, $5,
         'exempt', 1, $5, 20000, 680, $5)";

const TRANSFER: &str =
    "INSERT INTO transfer (cause, number, kind, debit, credit, amount, currency, at)
     VALUES ($1, 0, 'payment', $2, $3, 1200, 'EUR', $4)";

const LINE: &str =
    "INSERT INTO line (member, currency, number, change, posted, cause, transfer, other, at)
     VALUES ($1, 'EUR', $2, $3, 100000, $4, 0, $5, $6)";

const WALLET: &str =
    "INSERT INTO wallet (member, currency, custody, posted, held, lines, spent_day,
         spent_in_day, spent_month, spent_in_month, exempt_total, exempt_count, consents)
     VALUES ($1, 'EUR', 'own', 100000000, 0, $2, 20000, 1200, 680, 1200, 1200, 1, 1)
     ON CONFLICT (member, currency) DO UPDATE SET posted = excluded.posted, lines = excluded.lines,
         spent_in_day = excluded.spent_in_day, consents = excluded.consents";

const OUTBOX: &str = "INSERT INTO outbox (id, network, conversation, body, due_at)
     VALUES ($1, 'square', NULL, $2, $3)";

const POST: &str = "INSERT INTO post (id, author, direct, request, text, at)
     VALUES ($1, $2, $2, $3, '#envoyer 12.00€ @m12345 pour le resto', $4)";

/// A message and an answer as long as the real ones.
const BODY: &str =
    "16:01890000000000007:square1:02:fr4:sent3:amt:EUR:12002:to:6:m123454:left:EUR:99998800";

struct Statements<'a> {
    done: Statement<'a>,
    payment: Statement<'a>,
    transfer: Statement<'a>,
    line: Statement<'a>,
    wallet: Statement<'a>,
    outbox: Statement<'a>,
    post: Statement<'a>,
}

/// Payments per second that rusqlite alone writes and syncs in groups of `group`, in the database of `folder`, which
/// is full of the rows of the run before: trees as deep, pages as many. It is spoiled for anything else.
///
/// With `hot`, every payment goes to one wallet, which is then written once for each group. `chance` gives numbers.
///
/// # Errors
/// A [`Fault`] if the database cannot be written.
pub fn rate(
    folder: &Path,
    group: usize,
    hot: bool,
    span: Duration,
    chance: &mut dyn FnMut() -> u64,
) -> Result<f64, Fault> {
    let database = open(folder, Options::default())
        .map_err(|error| Fault::new("open the ceiling's database", error))?;
    measure(database.engine.conn(), group, hot, span, chance).doing("measure the ceiling")
}

fn measure(
    conn: &Connection,
    group: usize,
    hot: bool,
    span: Duration,
    chance: &mut dyn FnMut() -> u64,
) -> rusqlite::Result<f64> {
    let members = conn
        .prepare("SELECT member FROM wallet ORDER BY member")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<[u8; 16]>>>()?;
    let next = |table| conn.query_row(table, [], |row| row.get::<_, i64>(0));
    let mut number = next("SELECT 1 + coalesce(max(number), 0) FROM line")?
        .max(next("SELECT 1 + coalesce(max(id), 0) FROM outbox")?);
    let mut statements = prepare(conn)?;
    let mut pick = |start: usize| {
        let count = members.len() - start;
        start + usize::try_from(chance() % u64::try_from(count).unwrap_or(1)).unwrap_or(0)
    };
    let (start, mut payments) = (Instant::now(), 0.0);
    while start.elapsed() < span {
        conn.execute_batch("BEGIN IMMEDIATE")?;
        for _ in 0..group {
            number += 2;
            payments += 1.0;
            let payer = pick(1);
            let payee = if hot { 0 } else { (payer + pick(1)) % members.len() };
            let keys = [pick(0), pick(0), pick(0)];
            statements.write(number, members[payer], members[payee], !hot, keys)?;
        }
        if hot {
            statements.wallet.execute(params![members[0], number])?;
        }
        conn.execute_batch("COMMIT")?;
    }
    Ok(payments / start.elapsed().as_secs_f64())
}

fn prepare(conn: &Connection) -> rusqlite::Result<Statements<'_>> {
    Ok(Statements {
        done: conn.prepare(DONE)?,
        payment: conn.prepare(PAYMENT)?,
        transfer: conn.prepare(TRANSFER)?,
        line: conn.prepare(LINE)?,
        wallet: conn.prepare(WALLET)?,
        outbox: conn.prepare(OUTBOX)?,
        post: conn.prepare(POST)?,
    })
}

impl Statements<'_> {
    /// Writes what one payment writes.
    fn write(
        &mut self,
        number: i64,
        payer: [u8; 16],
        payee: [u8; 16],
        payee_wallet: bool,
        chance: [usize; 3],
    ) -> rusqlite::Result<()> {
        let at = 1_800_000_000_000_000 + number;
        let now = system_clock()().0;
        // An id that sorts by time, and a name that does not.
        let cause = (u128::from(now.unsigned_abs()) << 70 | u128::from(number.unsigned_abs()))
            .to_be_bytes();
        let name = Sha256::digest(format!("{number} {chance:?} {now}"));
        let (key, _) = name.split_at(16);
        self.wallet.execute(params![payer, number])?;
        if payee_wallet {
            self.wallet.execute(params![payee, number])?;
        }
        self.transfer.execute(params![cause, payer, payee, at])?;
        self.line.execute(params![payer, number, -1200, cause, payee, at])?;
        self.line.execute(params![payee, number, 1200, cause, payer, at])?;
        self.payment.execute(params![cause, payer, payee, key, at])?;
        let post: String = name.iter().map(|byte| format!("{byte:02x}")).collect();
        self.post.execute(params![post, payer, key, at])?;
        self.outbox.execute(params![number, BODY, at])?;
        self.outbox.execute(params![number + 1, BODY, at])?;
        self.done.execute(params![key, at, BODY.repeat(2)])?;
        Ok(())
    }
}
