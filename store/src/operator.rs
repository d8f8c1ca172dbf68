//! What operators look at: who they are, what they did, what was refused, whether members' money is there.

use std::ops::Range;

use domain::id::{MemberId, PaymentId};
use domain::ledger::House;
use domain::money::{Currency, Money};
use domain::operate::Act;
use domain::payment::Payment;
use domain::port::Fault;
use domain::rows::Rows;
use domain::time::Timestamp;

use crate::column::{at, count, currency, maybe_id};
use crate::engine::Writer;
use crate::fault::Doing;
use crate::payment;
use crate::readers::Reader;
use crate::sql::{self, Connection, Feed, Row, params};
use crate::story::Story;
use crate::vault::{HOUSE, Sealer, sealed};

const ADD: &str = "INSERT INTO operator (member, since) VALUES ($1, $2)
     ON CONFLICT (member) DO NOTHING";

const REMOVE: &str = "DELETE FROM operator WHERE member = $1";

const IS_OPERATOR: &str = "SELECT count(*) FROM operator WHERE member = $1";

pub(crate) const INSERT_ACT: &str =
    "INSERT INTO operator_act (at, operator, code, member, detail) VALUES ($1, $2, $3, $4, $5)";

pub(crate) const COUNT_REFUSAL: &str =
    "INSERT INTO refusal_count (day, code, count) VALUES ($1, $2, $3)
     ON CONFLICT (day, code) DO UPDATE SET count = refusal_count.count + excluded.count";

const PUT_SAFEGUARD: &str =
    "INSERT INTO safeguard (day, currency, owed, bank, provider, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (day, currency) DO UPDATE SET owed = excluded.owed, bank = excluded.bank,
         provider = excluded.provider, at = excluded.at";

macro_rules! acts {
    ($filter:literal) => {
        concat!(
            "SELECT number, at, operator, code, member, ",
            sealed!("operator_act.detail", "detail", "at"),
            " FROM operator_act WHERE ",
            $filter
        )
    };
}

const ACTS: &str = acts!("number < $1 ORDER BY number DESC LIMIT $2");

const LATEST_ACT: &str = acts!("number = (SELECT max(number) FROM operator_act WHERE code = $1)");

const REFUSALS: &str =
    "SELECT day, code, count FROM refusal_count WHERE day >= $1 ORDER BY day, code LIMIT $2";

const SAFEGUARDS: &str = "SELECT day, currency, owed, bank, provider, at FROM safeguard
     WHERE day >= $1 ORDER BY day, currency LIMIT $2";

const PAYMENTS: &str = concat!(
    "SELECT ",
    payment::columns!(),
    " FROM payment WHERE id >= $1 AND id < $2 ORDER BY id DESC LIMIT $3"
);

const HOLDS: &str = concat!(
    "SELECT ",
    payment::columns!(),
    " FROM payment WHERE expires_at IS NOT NULL AND state IN ('held', 'claimed')
     ORDER BY expires_at LIMIT $1"
);

const BEGUN: &str =
    "SELECT count(*) FROM (SELECT 1 FROM payment WHERE id >= $1 AND id < $2 LIMIT $3) AS counted";

/// An act with its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptAct {
    /// Counts up.
    pub number: i64,
    /// When.
    pub at: Timestamp,
    /// Who did it on the web; `None` for the machine's own command line.
    pub by: Option<MemberId>,
    /// What.
    pub code: String,
    /// About whom.
    pub member: Option<MemberId>,
    /// With what.
    pub detail: String,
}

/// How often a refusal was given on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RefusalCount {
    /// The day, counted as [`domain::time::Period`] does.
    pub day: i32,
    /// The refusal's code.
    pub code: String,
    /// How often.
    pub count: u32,
}

/// What members are owed against the money that is there, in one currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Safeguard {
    /// The day, counted as [`domain::time::Period`] does.
    pub day: i32,
    /// What all wallets have together, and money whose owner is not known yet.
    pub owed: Money,
    /// What the bank holds.
    pub bank: Money,
    /// What providers hold.
    pub provider: Money,
    /// When it was summed.
    pub at: Timestamp,
}

impl Safeguard {
    /// What is there beyond what is owed; less than zero if members' money is missing.
    #[must_use]
    pub fn beyond(&self) -> Money {
        let there = self.bank.minor.saturating_add(self.provider.minor);
        Money::new(there.saturating_sub(self.owed.minor), self.owed.currency)
    }
}

/// Writes what operators did and how often what was refused: an act each, a refusal once for each day and code.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let changed = rows.unwritten();
    if !changed.acts.is_empty() {
        conn.run_each(INSERT_ACT, |put| {
            changed.acts.iter().try_for_each(|act| put_act(conn, sealer, act, put))
        })?;
    }
    if !changed.refusals.is_empty() {
        conn.run_each(COUNT_REFUSAL, |put| {
            let mut refusals = changed.refusals.iter();
            refusals.try_for_each(|((day, code), count)| put(params![day, code, count]))
        })?;
    }
    Ok(())
}

fn put_act(conn: &Connection, sealer: &Sealer, act: &Act, put: &mut Feed<'_>) -> sql::Result<()> {
    let owner = act.member.unwrap_or(HOUSE);
    put(params![
        act.at.0,
        act.by.map(MemberId::bytes),
        act.code,
        act.member.map(MemberId::bytes),
        sealer.text(conn, owner, "operator_act.detail", act.at.0, &act.detail)?,
    ])
}

impl Writer {
    /// Makes a member an operator, or no longer one, and notes it. `None` ends it.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn set_operator(
        &mut self,
        member: MemberId,
        since: Option<Timestamp>,
    ) -> Result<(), Fault> {
        let now = self.now();
        let code = if since.is_some() { "operator" } else { "operator_end" };
        let set = || match since {
            Some(since) => self.run(ADD, params![member.bytes(), since.0]),
            None => self.run(REMOVE, params![member.bytes()]),
        };
        set().doing("name an operator")?;
        let act = Act { by: None, code, member: Some(member), detail: String::new(), at: now };
        self.note_act(&act)
    }

    /// Notes something an operator did that changed nothing else.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn note_act(&mut self, act: &Act) -> Result<(), Fault> {
        let (conn, sealer) = (self.conn(), self.sealer());
        conn.run_each(INSERT_ACT, |put| put_act(conn, sealer, act, put))
            .doing("note an operator's act")
    }

    /// Keeps the latest sums of a day.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn put_safeguard(&mut self, sums: &[Safeguard]) -> Result<(), Fault> {
        for sum in sums {
            let code = sum.owed.currency;
            let params = params![
                sum.day,
                code.code(),
                sum.owed.minor,
                sum.bank.minor,
                sum.provider.minor,
                sum.at.0
            ];
            self.run(PUT_SAFEGUARD, params).doing("keep the day's sums")?;
        }
        Ok(())
    }
}

fn read_act(row: &Row<'_>) -> sql::Result<KeptAct> {
    Ok(KeptAct {
        number: row.get(0)?,
        at: at(row, 1)?,
        by: maybe_id(row, 2, MemberId::from_bytes)?,
        code: row.get(3)?,
        member: maybe_id(row, 4, MemberId::from_bytes)?,
        detail: row.get(5)?,
    })
}

/// The first payment id of the millisecond of `at`.
fn first_id(at: Timestamp) -> [u8; 16] {
    let millis = u128::from(u64::try_from(at.0 / 1000).unwrap_or(0)) & 0xffff_ffff_ffff;
    PaymentId(millis << 80).bytes()
}

impl Reader {
    /// Whether a member is an operator.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn is_operator(&self, member: MemberId) -> Result<bool, Fault> {
        let found: i64 =
            self.one(IS_OPERATOR, [member.bytes()], |row| row.get(0)).doing("find an operator")?;
        Ok(found > 0)
    }

    /// What operators did, newest first, before number `before`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn acts(&self, before: Option<i64>, limit: usize) -> Result<Vec<KeptAct>, Fault> {
        let params = params![before.unwrap_or(i64::MAX), count(limit)];
        self.list(ACTS, params, read_act).doing("list operators' acts")
    }

    /// The latest act with this code.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn latest_act(&self, code: &str) -> Result<Option<KeptAct>, Fault> {
        self.maybe(LATEST_ACT, [code], read_act).doing("find an operator's act")
    }

    /// How often what was refused, since `day`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn refusal_counts(&self, day: i32, limit: usize) -> Result<Vec<RefusalCount>, Fault> {
        let read = |row: &Row<'_>| {
            Ok(RefusalCount { day: row.get(0)?, code: row.get(1)?, count: row.get(2)? })
        };
        self.list(REFUSALS, params![day, count(limit)], read).doing("list refusals by day")
    }

    /// The kept sums of each day, since `day`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn safeguards(&self, day: i32, limit: usize) -> Result<Vec<Safeguard>, Fault> {
        let read = |row: &Row<'_>| {
            let code = currency(row, 1)?;
            let money = |minor| Money::new(minor, code);
            Ok(Safeguard {
                day: row.get(0)?,
                owed: money(row.get(2)?),
                bank: money(row.get(3)?),
                provider: money(row.get(4)?),
                at: at(row, 5)?,
            })
        };
        self.list(SAFEGUARDS, params![day, count(limit)], read).doing("list safeguarding by day")
    }

    /// What members are owed now, and what is there. Sums the house's entries: all accounts together are zero, so
    /// what the wallets have is what the house has not. Money without owner is owed to somebody, so the account it
    /// waits on counts as theirs.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn safeguard_now(&self, day: i32, now: Timestamp) -> Result<Vec<Safeguard>, Fault> {
        let mut sums: Vec<Safeguard> = Vec::new();
        for entry in self.house_sums()? {
            let code: Currency = entry.sum.currency;
            let place =
                sums.iter().position(|sum| sum.owed.currency == code).unwrap_or_else(|| {
                    let zero = Money::zero(code);
                    sums.push(Safeguard { day, owed: zero, bank: zero, provider: zero, at: now });
                    sums.len() - 1
                });
            let Some(sum) = sums.get_mut(place) else { continue };
            // An account of the house has less than zero where money came in from outside.
            let there = entry.sum.minor.saturating_neg();
            match entry.house {
                House::Bank => sum.bank.minor = there,
                House::Clearing => sum.provider.minor = there,
                House::Payout | House::Fees | House::Promotion | House::Receivable => {}
                House::Suspense => continue,
            }
            sum.owed.minor = sum.owed.minor.saturating_add(there);
        }
        Ok(sums)
    }

    /// Payments begun in this span, newest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn payments_begun(
        &self,
        span: Range<Timestamp>,
        limit: usize,
    ) -> Result<Vec<Payment>, Fault> {
        let params = params![first_id(span.start), first_id(span.end), count(limit)];
        self.list(PAYMENTS, params, payment::read).doing("list payments")
    }

    /// How many payments were begun in this span; counting ends at `most`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn count_begun(&self, span: Range<Timestamp>, most: usize) -> Result<u32, Fault> {
        let params = params![first_id(span.start), first_id(span.end), count(most)];
        self.one(BEGUN, params, |row| row.get(0)).doing("count payments")
    }

    /// Payments whose money is set aside, the first to end first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn holds_open(&self, limit: usize) -> Result<Vec<Story>, Fault> {
        let held =
            self.list(HOLDS, params![count(limit)], payment::read).doing("list money set aside")?;
        self.stories(held)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_a_span_begin_with_its_millisecond() {
        let at = Timestamp(1_700_000_000_123_456);
        let mut ids = domain::id::Ids::new(at, u128::MAX);
        let id = PaymentId(ids.take()).bytes();
        assert!(first_id(at) <= id && id < first_id(at.plus_us(1000)));
    }

    #[test]
    fn what_is_there_less_what_is_owed() {
        let eur = |minor| Money::new(minor, Currency::EUR);
        let sum = Safeguard {
            day: 1,
            owed: eur(300),
            bank: eur(200),
            provider: eur(90),
            at: Timestamp(0),
        };
        assert_eq!(sum.beyond(), eur(-10));
    }
}
