//! Bills as pages show them.

use domain::bill::{BILLS_MAX, Bill};
use domain::id::{BillId, MemberId, PaymentId, RequestKey};
use domain::pay::LEGS_MAX;
use domain::port::Fault;
use domain::time::Timestamp;

use crate::bill::{self, bill_columns, read};
use crate::column::{count, id};
use crate::fault::Doing;
use crate::people::Person;
use crate::readers::Reader;
use crate::sql::params;

const ORDER: &str = concat!(
    "SELECT ",
    bill_columns!(),
    " FROM bill WHERE id >= $1 AND id <= $2 AND first = $1 ORDER BY id LIMIT $3"
);

/// What is asked of a member by those whose requests they do not keep away.
pub(crate) const TO: &str = concat!(
    "SELECT ",
    bill_columns!(),
    " FROM bill WHERE payer = $1 AND state = 'open'
         AND NOT EXISTS (SELECT 1 FROM block b WHERE b.member = $1 AND b.other = payee)
     ORDER BY id DESC LIMIT $2"
);

pub(crate) const BY_PAYMENT: &str =
    concat!("SELECT ", bill_columns!(), " FROM bill WHERE payment = $1");

pub(crate) const DUE: &str =
    "SELECT id FROM bill WHERE state = 'open' AND expires_at <= $1 ORDER BY expires_at LIMIT $2";

const BLOCKED: &str = "SELECT other FROM block WHERE member = $1 ORDER BY other LIMIT $2";

/// A bill with the names of both sides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BillStory {
    /// The bill.
    pub bill: Bill,
    /// Who asks.
    pub payee: Option<Person>,
    /// Who is asked.
    pub payer: Option<Person>,
}

impl Reader {
    /// A bill.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn bill(&self, bill: BillId) -> Result<Option<Bill>, Fault> {
        self.maybe(bill::FIND, [bill.bytes()], read).doing("read a bill")
    }

    /// Every bill of an order, which is named by its first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn bill_order(&self, first: BillId) -> Result<Vec<BillStory>, Fault> {
        let last = first.0.saturating_add(u128::try_from(LEGS_MAX).unwrap_or(u128::MAX));
        let params = params![first.bytes(), last.to_be_bytes(), count(LEGS_MAX)];
        self.bill_stories(self.list(ORDER, params, read).doing("read an order of bills")?)
    }

    /// What others ask of a member, oldest first, less what the member keeps away.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn bills_to(&self, payer: MemberId) -> Result<Vec<BillStory>, Fault> {
        let mut bills = self
            .list(TO, params![payer.bytes(), count(BILLS_MAX)], read)
            .doing("list what is asked of a member")?;
        bills.reverse();
        self.bill_stories(bills)
    }

    /// What a member asks of others, oldest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn bills_by(&self, payee: MemberId) -> Result<Vec<BillStory>, Fault> {
        let mut bills = self
            .list(bill::BY, params![payee.bytes(), count(BILLS_MAX)], read)
            .doing("list what a member asks")?;
        bills.reverse();
        self.bill_stories(bills)
    }

    /// The bills that one request began, oldest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn bills_of(&self, origin: RequestKey) -> Result<Vec<BillStory>, Fault> {
        let mut bills = self
            .list(bill::FROM, params![origin.bytes(), count(LEGS_MAX)], read)
            .doing("list the bills of a request")?;
        bills.reverse();
        self.bill_stories(bills)
    }

    /// The bill that a payment paid.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn bill_of_payment(&self, payment: PaymentId) -> Result<Option<Bill>, Fault> {
        self.maybe(BY_PAYMENT, [payment.bytes()], read).doing("find the bill of a payment")
    }

    /// Open bills whose time is over at `now`, the longest over first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn bills_due(&self, now: Timestamp, limit: usize) -> Result<Vec<BillId>, Fault> {
        self.list(DUE, params![now.0, count(limit)], |row| id(row, 0, BillId::from_bytes))
            .doing("list due bills")
    }

    /// Whether a member keeps away what another asks.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn keeps_away(&self, member: MemberId, other: MemberId) -> Result<bool, Fault> {
        let pair = [member.bytes(), other.bytes()];
        let since = self.maybe(bill::FIND_BLOCK, pair, |row| row.get::<i64>(0));
        Ok(since.doing("look for a block")?.is_some())
    }

    /// Those whose requests a member keeps away, at most `limit`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn blocked(&self, member: MemberId, limit: usize) -> Result<Vec<Person>, Fault> {
        let ids = self
            .list(BLOCKED, params![member.bytes(), count(limit)], |row| {
                id(row, 0, MemberId::from_bytes)
            })
            .doing("list blocks")?;
        ids.into_iter().filter_map(|id| self.person(id).transpose()).collect()
    }

    fn bill_stories(&self, bills: Vec<Bill>) -> Result<Vec<BillStory>, Fault> {
        let told = |bill: Bill| {
            let (payee, payer) = (self.person(bill.payee)?, self.person(bill.payer)?);
            Ok(BillStory { bill, payee, payer })
        };
        bills.into_iter().map(told).collect()
    }
}
