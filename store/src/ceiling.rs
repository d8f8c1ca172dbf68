//! What the engine alone can write: rusqlite with prepared statements and the rows of a payment, nothing decided.
//!
//! The measurements compare the desk with this, so the rows, the indexes, the sync and the size of groups are the
//! same; only thinking, queues and threads are left out.

use std::path::Path;
use std::time::{Duration, Instant};

use domain::port::Fault;
use rusqlite::{Connection, Statement, params};

use crate::fault::Doing;
use crate::{Options, open};

/// Wallets in the measured database.
const WALLETS: u64 = 100_000;

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

/// Payments per second that rusqlite alone writes and syncs in groups of `group`, in a new database in `folder`.
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
    let folder = folder.join(format!("ceiling-{:016x}", chance()));
    let database = open(&folder, Options::default())
        .map_err(|error| Fault::new("open the ceiling's database", error))?;
    let rate =
        measure(database.engine.conn(), group, hot, span, chance).doing("measure the ceiling");
    drop(database);
    // What is left lies in the caller's own folder, which it removes.
    let _ = std::fs::remove_dir_all(&folder);
    rate
}

fn measure(
    conn: &Connection,
    group: usize,
    hot: bool,
    span: Duration,
    chance: &mut dyn FnMut() -> u64,
) -> rusqlite::Result<f64> {
    let mut statements = prepare(conn)?;
    conn.execute_batch("BEGIN IMMEDIATE")?;
    for member in 0..WALLETS {
        statements.wallet.execute(params![id(member, 0), 1])?;
    }
    conn.execute_batch("COMMIT")?;
    let (start, mut number, mut payments) = (Instant::now(), 1_000, 0.0);
    while start.elapsed() < span {
        conn.execute_batch("BEGIN IMMEDIATE")?;
        for _ in 0..group {
            number += 1;
            payments += 1.0;
            let payer = 1 + chance() % (WALLETS - 1);
            let payee = if hot { 0 } else { (payer + 1 + chance() % (WALLETS - 1)) % WALLETS };
            statements.write(number, payer, payee, !hot, chance)?;
        }
        if hot {
            statements.wallet.execute(params![id(0, 0), number])?;
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

/// Sixteen bytes that sort by the first number, as ids do.
fn id(first: u64, second: u64) -> [u8; 16] {
    (u128::from(first) << 64 | u128::from(second)).to_be_bytes()
}

impl Statements<'_> {
    /// Writes what one payment writes.
    fn write(
        &mut self,
        number: i64,
        payer: u64,
        payee: u64,
        payee_wallet: bool,
        chance: &mut dyn FnMut() -> u64,
    ) -> rusqlite::Result<()> {
        let at = 1_800_000_000_000_000 + number;
        let (cause, key) = (id(at.unsigned_abs(), chance()), id(chance(), chance()));
        let (payer, payee) = (id(payer, 0), id(payee, 0));
        self.wallet.execute(params![payer, number])?;
        if payee_wallet {
            self.wallet.execute(params![payee, number])?;
        }
        self.transfer.execute(params![cause, payer, payee, at])?;
        self.line.execute(params![payer, number, -1200, cause, payee, at])?;
        self.line.execute(params![payee, number, 1200, cause, payer, at])?;
        self.payment.execute(params![cause, payer, payee, key, at])?;
        self.post.execute(params![
            format!("{:016x}{:016x}", chance(), chance()),
            payer,
            key,
            at
        ])?;
        self.outbox.execute(params![number * 2, BODY, at])?;
        self.outbox.execute(params![number * 2 + 1, BODY, at])?;
        self.done.execute(params![key, at, BODY.repeat(2)])?;
        Ok(())
    }
}
