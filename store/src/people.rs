//! Members as pages show them, what they hold, and their statements.

use domain::id::MemberId;
use domain::ledger::{Account, House, Line, LineId, Wallet};
use domain::member::{Kind, Member, Network, Pin};
use domain::money::{Currency, Money};
use domain::port::Fault;
use domain::time::Timestamp;

use crate::column::{account, count, currency, id, parsed};
use crate::fault::Doing;
use crate::ledger::{last_line, line_columns, statement, wallet_columns};
use crate::member::member_columns;
use crate::readers::Reader;
use crate::sql::{self, Feed, Row, params};
use crate::vault::sealed;
use crate::{ledger, member};

pub(crate) const IN_BUSINESS: &str = concat!(
    "SELECT m.id, m.kind, ",
    sealed!("member.name", "m.name", "m.id"),
    ", h.name FROM handle h CROSS JOIN member m ON m.id = h.member
     WHERE h.network = $1 AND h.name = $2 AND m.kind IN ('merchant', 'charity')"
);

/// Lines that are searched for an earlier payment to the same payee.
const LINES_SEARCHED_MAX: usize = 5_000;

/// Wallets of one member; there are fewer currencies.
const WALLETS_MAX: i64 = 200;

/// A member's handle at home.
macro_rules! handle_at_home {
    () => {
        "(SELECT h.name FROM handle h WHERE h.member = m.id AND h.network = m.home
             ORDER BY h.stable_id LIMIT 1)"
    };
}

macro_rules! profile {
    ($filter:literal) => {
        concat!(
            "SELECT ",
            member_columns!(),
            ", ",
            sealed!("member.about", "m.about", "m.id"),
            ", ",
            handle_at_home!(),
            " FROM member m ",
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

pub(crate) const PERSON: &str = concat!(
    "SELECT m.id, m.kind, ",
    sealed!("member.name", "m.name", "m.id"),
    ", ",
    handle_at_home!(),
    " FROM member m WHERE m.id = $1"
);

pub(crate) const HANDLE: &str =
    concat!("SELECT ", handle_at_home!(), " FROM member m WHERE m.id = $1");

const WALLETS: &str = concat!(
    "SELECT ",
    wallet_columns!(),
    " FROM wallet WHERE member = $1 ORDER BY currency LIMIT $2"
);

/// Lines of a statement, the newest first, with the other side's name.
macro_rules! told {
    ($first:expr, $limit:literal) => {
        concat!(
            statement!($first, $limit),
            "SELECT ",
            line_columns!("s"),
            ", ",
            sealed!("member.name", "m.name", "m.id"),
            ", (SELECT h.name FROM handle h WHERE h.member = m.id AND h.network = m.home
                 ORDER BY h.stable_id LIMIT 1), coalesce(",
            sealed!("payment.memo", "p.memo", "p.id"),
            ", ",
            sealed!("top_up.reference", "t.reference", "t.id"),
            ")
             FROM s
                 LEFT JOIN member m ON m.id = s.other
                 LEFT JOIN payment p ON p.id = s.cause
                 LEFT JOIN top_up t ON t.id = s.cause
             ORDER BY s.number DESC"
        )
    };
}

const STATEMENT: &str = told!(last_line!(), "$3");

const STATEMENT_FROM: &str = told!(
    "line l WHERE l.cause = $1 AND l.transfer = $2 AND l.member = $3 AND l.currency = $4",
    "$5"
);

const PAID: &str = concat!(
    statement!(last_line!(), "$3"),
    "SELECT count(*), min(at) FROM s
     WHERE other = $4 AND change < 0 AND transfer = 0"
);

// The two partial indexes hold the house's own entries only, and all that is summed.
pub(crate) const HOUSE: &str = "SELECT account, currency, sum(amount) FROM (
         SELECT debit AS account, currency, -amount AS amount FROM transfer
             WHERE debit < X'00000000000000000000000000000010'
         UNION ALL
         SELECT credit, currency, amount FROM transfer
             WHERE credit < X'00000000000000000000000000000010') AS entry
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

/// What one member has paid another before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PaidBefore {
    /// How often.
    pub times: u32,
    /// Since when.
    pub first: Option<Timestamp>,
}

/// What an account of the house has: credits less debits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HouseSum {
    /// Which.
    pub house: House,
    /// How much; less than zero where more went out than came in, as at the bank.
    pub sum: Money,
}

fn read_person(row: &Row<'_>) -> sql::Result<Person> {
    Ok(Person {
        id: id(row, 0, MemberId::from_bytes)?,
        kind: parsed(row, 1, Kind::parse)?,
        name: row.get(2)?,
        handle: row.get(3)?,
    })
}

fn read_profile(row: &Row<'_>) -> sql::Result<Profile> {
    Ok(Profile { member: member::read(row)?, about: row.get(10)?, handle: row.get(11)? })
}

fn read_statement(row: &Row<'_>) -> sql::Result<StatementLine> {
    Ok(StatementLine {
        line: ledger::read_line(row)?,
        name: row.get(11)?,
        handle: row.get(12)?,
        memo: row.get::<Option<String>>(13)?.unwrap_or_default(),
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

    /// The handle of a member at home; `None` for who has none or is not there.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn handle(&self, member: MemberId) -> Result<Option<String>, Fault> {
        let found = self.maybe(HANDLE, [member.bytes()], |row| row.get(0)).doing("read a handle");
        Ok(found?.flatten())
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
        self.maybe(PERSON, [member.bytes()], read_person).doing("read a member's name")
    }

    /// The shops and charities among those who have one of these handles on the square.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn in_business(
        &self,
        handles: impl IntoIterator<Item = String>,
    ) -> Result<Vec<Person>, Fault> {
        let feed = |ask: &mut Feed<'_>| {
            let mut handles = handles.into_iter();
            handles.try_for_each(|handle| ask(params![Network::SQUARE.name(), handle]))
        };
        let found = self.conn().ask_each(IN_BUSINESS, feed, read_person);
        Ok(found.doing("look for shops and charities")?.into_iter().flatten().collect())
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

    /// A wallet's statement, newest first: at most `limit` lines, the first of them `from`, or the last written.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn statement(
        &self,
        member: MemberId,
        currency: Currency,
        from: Option<LineId>,
        limit: usize,
    ) -> Result<Vec<StatementLine>, Fault> {
        let (member, code, limit) = (member.bytes(), currency.code(), count(limit));
        let lines = match from {
            None => self.list(STATEMENT, params![member, code, limit], read_statement),
            Some(LineId { cause, transfer }) => {
                let params = params![cause.bytes(), transfer, member, code, limit];
                self.list(STATEMENT_FROM, params, read_statement)
            }
        };
        lines.doing("read a statement")
    }

    /// How often `payer` has paid `payee`, and since when, among the latest 5,000 lines of each of their wallets.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn paid_before(&self, payer: MemberId, payee: MemberId) -> Result<PaidBefore, Fault> {
        let other = Account::Wallet(payee).bytes();
        let mut found = PaidBefore { times: 0, first: None };
        for wallet in self.wallets(payer)? {
            let code = wallet.currency.code();
            let params = params![payer.bytes(), code, count(LINES_SEARCHED_MAX), other];
            let (times, first): (u32, Option<i64>) = self
                .one(PAID, params, |row| Ok((row.get(0)?, row.get(1)?)))
                .doing("look for earlier payments")?;
            found.times = found.times.saturating_add(times);
            found.first = found.first.into_iter().chain(first.map(Timestamp)).min();
        }
        Ok(found)
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
