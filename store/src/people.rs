//! Members as pages show them, what they hold, and their statements.

use domain::id::MemberId;
use domain::ledger::{Account, House, Line, Wallet};
use domain::member::{Kind, Member, Network, Pin};
use domain::money::{Currency, Money};
use domain::port::Fault;
use domain::time::Timestamp;
use rusqlite::{Row, params};

use crate::column::{account, count, currency, id, parsed};
use crate::fault::Doing;
use crate::readers::Reader;
use crate::{ledger, member};

/// Lines that are searched for an earlier payment to the same payee.
const LINES_SEARCHED_MAX: u32 = 5_000;

/// Wallets of one member; there are fewer currencies.
const WALLETS_MAX: i64 = 200;

macro_rules! profile {
    ($filter:literal) => {
        concat!(
            "SELECT m.id, m.kind, m.name, m.lang, m.tier, m.home, m.created_at, m.frozen_at,
                 m.frozen_reason, m.about,
                 (SELECT h.name FROM handle h WHERE h.member = m.id AND h.network = m.home
                     ORDER BY h.stable_id LIMIT 1)
             FROM member m ",
            $filter
        )
    };
}

const PROFILE: &str = profile!("WHERE m.id = $1");

pub(crate) const PROFILE_BY_HANDLE: &str = profile!(
    "WHERE m.id = (SELECT f.member FROM handle f WHERE f.network = $1 AND f.name = $2
         ORDER BY f.stable_id LIMIT 1)"
);

const PROFILES: &str = profile!("WHERE m.id > $1 ORDER BY m.id LIMIT $2");

pub(crate) const PERSON: &str = "SELECT m.id, m.kind, m.name,
         (SELECT h.name FROM handle h WHERE h.member = m.id AND h.network = m.home
             ORDER BY h.stable_id LIMIT 1)
     FROM member m WHERE m.id = $1";

const WALLETS: &str = "SELECT member, currency, custody, posted, held, lines,
         spent_day, spent_in_day, spent_month, spent_in_month,
         exempt_total, exempt_count, consents
     FROM wallet WHERE member = $1 ORDER BY currency LIMIT $2";

const STATEMENT: &str = "SELECT l.member, l.currency, l.number, l.change, l.posted,
         l.cause, l.transfer, l.other, l.at, m.name,
         (SELECT h.name FROM handle h WHERE h.member = m.id AND h.network = m.home
             ORDER BY h.stable_id LIMIT 1),
         coalesce(p.memo, t.reference, '')
     FROM line l
         LEFT JOIN member m ON m.id = l.other
         LEFT JOIN payment p ON p.id = l.cause
         LEFT JOIN top_up t ON t.id = l.cause
     WHERE l.member = $1 AND l.currency = $2 AND l.number < $3
     ORDER BY l.number DESC LIMIT $4";

const FIRST_PAID: &str = "SELECT min(at) FROM line
     WHERE member = $1 AND currency = $2 AND number > $3 AND other = $4 AND change < 0";

const TIMES_PAID: &str = "SELECT count(*) FROM line
     WHERE member = $1 AND currency = $2 AND number > $3 AND other = $4 AND change < 0";

// The two partial indexes hold the house's own entries only, and all that is summed.
pub(crate) const HOUSE: &str = "SELECT account, currency, sum(amount) FROM (
         SELECT debit AS account, currency, -amount AS amount FROM transfer
             WHERE debit < X'00000000000000000000000000000010'
         UNION ALL
         SELECT credit, currency, amount FROM transfer
             WHERE credit < X'00000000000000000000000000000010')
     GROUP BY account, currency ORDER BY account, currency";

/// A member as a directory shows them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Profile {
    /// The member.
    pub member: Member,
    /// The handle at home, without `@`.
    pub handle: Option<String>,
    /// What they say about themselves.
    pub about: String,
}

/// A member as a payment names them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// What.
    pub kind: Kind,
    /// The visible name.
    pub name: String,
    /// The handle at home, without `@`.
    pub handle: Option<String>,
}

/// A line of a statement, with the other side's name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StatementLine {
    /// The line.
    pub line: Line,
    /// The visible name of the other side, where it is a member.
    pub name: Option<String>,
    /// Their handle at home, without `@`.
    pub handle: Option<String>,
    /// The payment's memo, or the reference of a bank transfer.
    pub memo: String,
}

/// What an account of the house has: credits less debits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HouseSum {
    /// Which.
    pub house: House,
    /// How much; less than zero where more went out than came in, as at the bank.
    pub sum: Money,
}

fn read_profile(row: &Row<'_>) -> rusqlite::Result<Profile> {
    Ok(Profile { member: member::read(row)?, about: row.get(9)?, handle: row.get(10)? })
}

fn read_statement(row: &Row<'_>) -> rusqlite::Result<StatementLine> {
    Ok(StatementLine {
        line: ledger::read_line(row)?,
        name: row.get(9)?,
        handle: row.get(10)?,
        memo: row.get(11)?,
    })
}

impl Reader {
    /// A member with handle.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn profile(&self, member: MemberId) -> Result<Option<Profile>, Fault> {
        self.maybe(PROFILE, [member.bytes()], read_profile).doing("read a member")
    }

    /// The member with a handle of this name.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn profile_by_handle(
        &self,
        network: Network,
        name: &str,
    ) -> Result<Option<Profile>, Fault> {
        let params = params![network.name(), name];
        self.maybe(PROFILE_BY_HANDLE, params, read_profile).doing("find a member by handle")
    }

    /// Members in the order in which they joined, after `after`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn profiles(&self, after: Option<MemberId>, limit: usize) -> Result<Vec<Profile>, Fault> {
        let after = after.unwrap_or(MemberId(0)).bytes();
        self.list(PROFILES, params![after, count(limit)], read_profile).doing("list members")
    }

    /// A member as a payment names them.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn person(&self, member: MemberId) -> Result<Option<Person>, Fault> {
        self.maybe(PERSON, [member.bytes()], |row| {
            Ok(Person {
                id: id(row, 0, MemberId::from_bytes)?,
                kind: parsed(row, 1, Kind::parse)?,
                name: row.get(2)?,
                handle: row.get(3)?,
            })
        })
        .doing("read a member's name")
    }

    /// A member's PIN.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn pin(&self, member: MemberId) -> Result<Option<Pin>, Fault> {
        self.maybe(member::FIND_PIN, [member.bytes()], member::read_pin).doing("read a PIN")
    }

    /// A member's wallets, by currency.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn wallets(&self, member: MemberId) -> Result<Vec<Wallet>, Fault> {
        let params = params![member.bytes(), WALLETS_MAX];
        self.list(WALLETS, params, ledger::read_wallet).doing("list wallets")
    }

    /// A wallet's statement, newest first, below number `before`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn statement(
        &self,
        member: MemberId,
        currency: Currency,
        before: Option<u32>,
        limit: usize,
    ) -> Result<Vec<StatementLine>, Fault> {
        let before = before.map_or(i64::MAX, i64::from);
        let params = params![member.bytes(), currency.code(), before, count(limit)];
        self.list(STATEMENT, params, read_statement).doing("read a statement")
    }

    /// When `payer` first paid `payee`; `None` if never among the latest 5,000 lines of each of their wallets.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn first_paid(&self, payer: MemberId, payee: MemberId) -> Result<Option<Timestamp>, Fault> {
        let other = Account::Wallet(payee).bytes();
        let mut first = None;
        for wallet in self.wallets(payer)? {
            let after = wallet.lines.saturating_sub(LINES_SEARCHED_MAX);
            let params = params![payer.bytes(), wallet.currency.code(), after, other];
            let at: Option<i64> = self
                .one(FIRST_PAID, params, |row| row.get(0))
                .doing("look for an earlier payment")?;
            first = [first, at.map(Timestamp)].into_iter().flatten().min();
        }
        Ok(first)
    }

    /// How often `payer` has paid `payee`, among the latest 5,000 lines of each of their wallets.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn times_paid(&self, payer: MemberId, payee: MemberId) -> Result<u32, Fault> {
        let other = Account::Wallet(payee).bytes();
        let mut times: u32 = 0;
        for wallet in self.wallets(payer)? {
            let after = wallet.lines.saturating_sub(LINES_SEARCHED_MAX);
            let params = params![payer.bytes(), wallet.currency.code(), after, other];
            let paid: u32 =
                self.one(TIMES_PAID, params, |row| row.get(0)).doing("count earlier payments")?;
            times = times.saturating_add(paid);
        }
        Ok(times)
    }

    /// What every account of the house has. Sums the house's entries, so it is for operators and jobs.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn house_sums(&self) -> Result<Vec<HouseSum>, Fault> {
        self.list(HOUSE, [], |row| {
            let Account::House(house) = account(row, 0)? else {
                return Err(crate::column::unknown(0, "an account of the house"));
            };
            Ok(HouseSum { house, sum: Money::new(row.get(2)?, currency(row, 1)?) })
        })
        .doing("sum the accounts of the house")
    }
}
