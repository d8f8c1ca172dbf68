//! What the engine alone can write: rusqlite with prepared statements and the rows of a payment, nothing decided.
//!
//! The measurements compare the desk with this, so the rows, the indexes, the sync and the size of groups are the
//! same; only thinking, queues and threads are left out.

mod plain;

use std::path::Path;
use std::time::{Duration, Instant};

use domain::id::{Ids, RequestKey, shown};
use domain::member::Network;
use domain::port::{Engine, Fault};
use domain::time::Timestamp;

use crate::fault::Doing;
use crate::sql::{self, Connection, params};
use crate::{Options, Writer, open, system_clock};

pub use self::plain::Plain;

const DONE: &str = "INSERT INTO done (key, digest, at, answer, post) VALUES ($1, 1, $2, $3, $4)";

const PAYMENT: &str = "INSERT INTO payment (id, first, legs, purpose, payer, payee, amount, fee,
         currency, state, policy, origin, memo, public, created_at, consent, consent_number,
         consent_at, counted_day, counted_month, ended_at, before)
     VALUES ($1, $1, 1, 'send', $2, $3, 1200, 0, 'EUR', 'paid', 1, $4, 'pour le resto', 0, $5,
         'exempt', 1, $5, 20000, 680, $5, $6)";

const TRANSFER: &str =
    "INSERT INTO transfer (cause, number, kind, debit, credit, amount, currency, at)
     VALUES ($1, 0, 'payment', $2, $3, 1200, 'EUR', $4)";

const LINE: &str = "INSERT INTO line (cause, transfer, member, currency, number, change, posted,
         other, at, before_cause, before_transfer)
     VALUES ($1, 0, $2, 'EUR', $3, $4, 100000, $5, $6, $7, 0)";

const WALLET: &str = "INSERT INTO wallet (member, currency, custody, posted, held, lines,
         last_line_cause, last_line_transfer, last_payment, spent_day, spent_in_day, spent_month,
         spent_in_month, exempt_total, exempt_count, consents)
     VALUES ($1, 'EUR', 'own', 100000000, 0, $2, $3, 0, $4, 20000, 1200, 680, 1200, 1200, 1, 1)
     ON CONFLICT (member, currency) DO UPDATE SET posted = excluded.posted, lines = excluded.lines,
         last_line_cause = excluded.last_line_cause, last_payment = excluded.last_payment,
         spent_in_day = excluded.spent_in_day, consents = excluded.consents";

const OUTBOX: &str = "INSERT INTO outbox (id, network, conversation, body, due_at)
     VALUES ($1, 'square', NULL, $2, $3)";

const POST: &str = "INSERT INTO post (id, author, direct, request, text, at)
     VALUES ($1, $2, $2, $3, '#envoyer 12.00€ @m12345 pour le resto', $4) RETURNING number";

/// A message and an answer as long as the real ones.
const BODY: &str =
    "16:01890000000000007:square1:02:fr4:sent3:amt:EUR:12002:to:6:m123454:left:EUR:99998800";

type Id = [u8; 16];

/// The id of a post of this instant, and the name of its request.
fn named(now: Timestamp, chance: u64) -> (String, Id) {
    let id = shown(Ids::new(now, chance.into()).take());
    let key = RequestKey::of_post(Network::SQUARE, &id).bytes();
    (id, key)
}

/// What a payment changes of a wallet.
#[derive(Clone, Copy)]
struct Wallet {
    member: Id,
    lines: u32,
    last_line: Option<Id>,
    last_payment: Option<Id>,
}

/// A database that is written as fast as the engine can. It is spoiled for anything else.
pub struct Ceiling {
    engine: Writer,
    wallets: Vec<Wallet>,
    number: i64,
    chance: Box<dyn FnMut() -> u64>,
}

impl Ceiling {
    /// Opens the database of a folder, with the members it has; `chance` gives numbers.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn open(folder: &Path, chance: Box<dyn FnMut() -> u64>) -> Result<Self, Fault> {
        let engine = open(folder, Options::default())
            .map_err(|error| Fault::new("open the ceiling's database", error))?
            .engine;
        let read = |conn: &Connection| {
            let members = conn
                .prepare_cached("SELECT member, lines, last_line_cause, last_payment FROM wallet")?
                .query_map([], |row| {
                    let (member, lines) = (row.get(0)?, row.get(1)?);
                    let (last_line, last_payment) = (row.get(2)?, row.get(3)?);
                    Ok(Wallet { member, lines, last_line, last_payment })
                })?;
            let last = "SELECT coalesce(max(id), 0) FROM outbox";
            Ok((members, conn.query_row(last, [], |row| row.get(0))?))
        };
        let (wallets, number) = read(engine.conn()).doing("read the ceiling's members")?;
        Ok(Self { engine, wallets, number, chance })
    }

    /// Writes payments for `span`, each `group` of them synced together; gives how many it wrote and how long it
    /// took.
    ///
    /// With `hot`, every payment goes to one wallet, which is then written once for each group.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn run(
        &mut self,
        group: usize,
        hot: bool,
        span: Duration,
    ) -> Result<(usize, Duration), Fault> {
        let (start, mut payments) = (Instant::now(), 0);
        while start.elapsed() < span {
            self.engine.begin()?;
            self.write(group, hot).doing("write the ceiling's payments")?;
            self.engine.commit()?;
            payments += group;
        }
        Ok((payments, start.elapsed()))
    }

    fn pick(&mut self, start: usize) -> usize {
        let count = u64::try_from(self.wallets.len() - start).unwrap_or(1);
        start + usize::try_from((self.chance)() % count).unwrap_or(0)
    }

    fn write(&mut self, group: usize, hot: bool) -> sql::Result<()> {
        for _ in 0..group {
            let payer = self.pick(1);
            let payee = if hot { 0 } else { (payer + self.pick(1)) % self.wallets.len() };
            self.pay(payer, payee, !hot)?;
        }
        if hot { self.put_wallet(0) } else { Ok(()) }
    }

    fn put_wallet(&self, index: usize) -> sql::Result<()> {
        let Wallet { member, lines, last_line, last_payment } = self.wallets[index];
        self.engine.run(WALLET, params![member, lines, last_line, last_payment]).map(drop)
    }

    /// Writes what one payment writes.
    fn pay(&mut self, payer: usize, payee: usize, payee_wallet: bool) -> sql::Result<()> {
        self.number += 2;
        let at = system_clock()().0;
        let number = u128::from(self.number.unsigned_abs());
        let cause = (u128::from(at.unsigned_abs()) << 64 | number).to_be_bytes();
        let (id, key) = named(Timestamp(at), (self.chance)());
        let [from, to] = [self.wallets[payer], self.wallets[payee]];
        for (index, own, other, change) in [(payer, from, to, -1200), (payee, to, from, 1200)] {
            let lines = own.lines + 1;
            let (other, before) = (other.member, own.last_line);
            self.engine.run(LINE, params![cause, own.member, lines, change, other, at, before])?;
            let last_payment = if change < 0 { Some(cause) } else { own.last_payment };
            let last_line = Some(cause);
            self.wallets[index] = Wallet { lines, last_line, last_payment, ..own };
        }
        self.put_wallet(payer)?;
        if payee_wallet {
            self.put_wallet(payee)?;
        }
        let engine = &self.engine;
        engine.run(TRANSFER, params![cause, from.member, to.member, at])?;
        let params = params![cause, from.member, to.member, key, at, from.last_payment];
        engine.run(PAYMENT, params)?;
        let number = params![id, from.member, key, at];
        let post: i64 = engine.conn().query_row(POST, number, |row| row.get(0))?;
        engine.run(OUTBOX, params![self.number - 1, BODY, at])?;
        engine.run(OUTBOX, params![self.number, BODY, at])?;
        engine.run(DONE, params![key, at, BODY.repeat(2), post]).map(drop)
    }
}
