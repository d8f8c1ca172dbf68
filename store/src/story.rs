//! Payments as pages show them: with the names of everybody concerned.

use domain::id::{MemberId, PaymentId, RequestKey};
use domain::pay::LEGS_MAX;
use domain::payment::{Payee, Payment};
use domain::port::Fault;
use domain::request::Answer;
use domain::rows::OPEN_MAX;
use domain::time::Timestamp;

use crate::column::count;
use crate::fault::Doing;
use crate::payment::{columns, read, read_id};
use crate::people::Person;
use crate::readers::Reader;
use crate::sql::params;
use crate::vault::sealed;
use crate::{done, payment};

const ORDER: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM payment WHERE id >= $1 AND id <= $2 AND first = $1 ORDER BY id LIMIT $3"
);

const OPEN: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM payment WHERE payer = $1 AND expires_at IS NOT NULL ORDER BY id LIMIT $2"
);

pub(crate) const CLAIMED_BY: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM payment WHERE claimed_by = $1 AND state = 'claimed' ORDER BY id LIMIT $2"
);

const BY_CLAIM: &str = concat!("SELECT ", columns!(), " FROM payment WHERE claim = $1");

pub(crate) const DUE: &str =
    "SELECT id FROM payment WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2";

const NEXT_DUE: &str = "SELECT min(expires_at) FROM payment WHERE expires_at IS NOT NULL";

const ANSWER: &str =
    concat!("SELECT ", sealed!("done.answer", "answer", "key"), " FROM done WHERE key = $1");

/// A payment with the names of everybody concerned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Story {
    /// The payment.
    pub payment: Payment,
    /// Who pays.
    pub payer: Option<Person>,
    /// Who is paid, where that is a member.
    pub payee: Option<Person>,
    /// Who claims it.
    pub claimant: Option<Person>,
}

impl Reader {
    /// A payment.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn payment(&self, payment: PaymentId) -> Result<Option<Payment>, Fault> {
        self.maybe(payment::FIND, [payment.bytes()], read).doing("read a payment")
    }

    /// A payment with the names of everybody concerned.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn story(&self, payment: PaymentId) -> Result<Option<Story>, Fault> {
        self.payment(payment)?.map(|payment| self.told(payment)).transpose()
    }

    /// Every payment of an order, which is named by its first payment.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn order(&self, first: PaymentId) -> Result<Vec<Story>, Fault> {
        let legs = u128::try_from(LEGS_MAX).unwrap_or(u128::MAX);
        let last = PaymentId(first.0.saturating_add(legs));
        let params = params![first.bytes(), last.bytes(), count(LEGS_MAX)];
        self.stories(self.list(ORDER, params, read).doing("read an order")?)
    }

    /// What is open of a payer's payments, oldest first: doubted, asked and claimed ones wait for the payer, held
    /// ones for their payee.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn needs(&self, payer: MemberId) -> Result<Vec<Story>, Fault> {
        let params = params![payer.bytes(), count(OPEN_MAX)];
        self.stories(self.list(OPEN, params, read).doing("list open payments")?)
    }

    /// What a claimant waits for, oldest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn claimed_by(&self, claimant: MemberId, limit: usize) -> Result<Vec<Story>, Fault> {
        let params = params![claimant.bytes(), count(limit)];
        self.stories(self.list(CLAIMED_BY, params, read).doing("list claims")?)
    }

    /// The payment that a claim's private link names.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn story_by_claim(&self, token_hash: [u8; 32]) -> Result<Option<Story>, Fault> {
        let payment = self.maybe(BY_CLAIM, [token_hash], read).doing("find a claim")?;
        payment.map(|payment| self.told(payment)).transpose()
    }

    /// Open payments whose time is over at `now`, the longest over first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn due(&self, now: Timestamp, limit: usize) -> Result<Vec<PaymentId>, Fault> {
        self.list(DUE, params![now.0, count(limit)], read_id).doing("list due payments")
    }

    /// Where the chains of a payer's payments begin: the latest in each currency.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn latest_payments(&self, payer: MemberId) -> Result<Vec<PaymentId>, Fault> {
        self.list(payment::LATEST, [payer.bytes()], read_id).doing("find a payer's payments")
    }

    /// A payment that was read already, with the names of everybody concerned.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn named(&self, payment: Payment) -> Result<Story, Fault> {
        self.told(payment)
    }

    /// When the time of the next open payment is over.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn next_due(&self) -> Result<Option<Timestamp>, Fault> {
        let next: Option<i64> =
            self.one(NEXT_DUE, [], |row| row.get(0)).doing("look for the next due payment")?;
        Ok(next.map(Timestamp))
    }

    /// What a request came to; `None` if it was not decided yet.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read or the answer is malformed.
    pub fn answer(&self, key: RequestKey) -> Result<Option<Answer>, Fault> {
        self.maybe(ANSWER, [key.bytes()], |row| done::read_answer(row, 0)).doing("read an answer")
    }

    /// Payments with the names of those concerned.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn stories(&self, payments: Vec<Payment>) -> Result<Vec<Story>, Fault> {
        payments.into_iter().map(|payment| self.told(payment)).collect()
    }

    fn told(&self, payment: Payment) -> Result<Story, Fault> {
        let payer = self.person(payment.payer)?;
        let payee = match payment.payee {
            Payee::Member(id) => self.person(id)?,
            Payee::Handle { .. } => None,
        };
        let claimant = match payment.claim.as_ref().and_then(|claim| claim.by) {
            Some((id, _)) => self.person(id)?,
            None => None,
        };
        Ok(Story { payment, payer, payee, claimant })
    }
}
