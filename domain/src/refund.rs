//! Refunds: money of a payment that goes back to its payer, and a payer's asking for it.
//!
//! A refund is decided and paid in one commit, so none is ever pending: what a payment has given back stands on its
//! own row, and whoever decides the next refund reads it there. The payee's fee goes back in proportion.

use crate::id::{MemberId, PaymentId};
use crate::money::Money;
use crate::payment::{Consent, Payee, Payment, State};
use crate::refusal::Refusal;
use crate::time::Timestamp;

mod act;

pub use act::{RefundOrder, ask, asked, by_operator, decline, lapse, refund};

/// What of a payment has gone back so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Refunded {
    /// Minor units given back to the payer, from 0 to the payment's amount.
    pub amount: i64,
    /// Minor units of the fee given back to the payee, from 0 to the payment's fee.
    pub fee: i64,
    /// Transfers it took; their numbers go on after those of the payment itself.
    pub transfers: u32,
}

/// A payer's open wish to have money back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RefundAsk {
    /// How much.
    pub amount: Money,
    /// Since when.
    pub at: Timestamp,
    /// Until when the payee may answer; then it lapses.
    pub until: Timestamp,
}

/// How often a payer has asked a payee for refunds in the latest day that saw one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RefundAsks {
    /// Who asks.
    pub payer: MemberId,
    /// Whom.
    pub payee: MemberId,
    /// The day (see [`crate::time::Period`]).
    pub day: i32,
    /// How often on that day.
    pub count: u32,
}

/// Who gave money back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// The payee, by this consent.
    Payee(Consent),
    /// The operator, in the payee's place.
    Operator,
}

/// One refund, written once. Its transfer is the payment's of the same number; if a part of the fee went back, that
/// is the transfer before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refund {
    /// Of which payment.
    pub payment: PaymentId,
    /// Its transfer's number.
    pub number: u32,
    /// Who gave it.
    pub payee: MemberId,
    /// How much the payer got; always more than zero.
    pub amount: Money,
    /// What the payee got back of the fee.
    pub fee: Money,
    /// By whose decision.
    pub by: By,
    /// The operator's reason; empty for the payee's own.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

impl Payment {
    /// Who has the money: the payee, or whoever claimed it; `None` before it is paid.
    #[must_use]
    pub fn paid_to(&self) -> Option<MemberId> {
        let claimant = self.claim.as_ref().and_then(|claim| claim.by).map(|(who, _)| who);
        match (self.state, &self.payee) {
            (State::Paid, Payee::Member(id)) => Some(*id),
            (State::Paid, Payee::Handle { .. }) => claimant,
            (
                State::Doubted
                | State::Asked
                | State::Held
                | State::Claimed
                | State::Returned
                | State::Cancelled
                | State::Declined
                | State::Expired,
                _,
            ) => None,
        }
    }

    /// What the payer has got back.
    #[must_use]
    pub const fn given_back(&self) -> Money {
        Money::new(self.refunded.amount, self.amount.currency)
    }

    /// What can still go back: the amount less what has.
    #[must_use]
    pub const fn refundable(&self) -> Money {
        let paid = matches!(self.state, State::Paid);
        let minor = if paid { self.amount.minor.saturating_sub(self.refunded.amount) } else { 0 };
        Money::new(minor, self.amount.currency)
    }

    /// The payer's wish to have money back, while the payee may answer it.
    #[must_use]
    pub fn open_ask(&self, now: Timestamp) -> Option<&RefundAsk> {
        self.refund_ask.as_deref().filter(|ask| ask.until > now)
    }

    /// How much a refund gives: what is asked for, or all that is left.
    ///
    /// # Errors
    /// [`Refusal`] if that much cannot go back.
    pub fn portion(&self, asked: Option<Money>) -> Result<Money, Refusal> {
        let left = self.refundable();
        match self.state {
            State::Paid if left.minor == 0 => return Err(Refusal::RefundDone),
            State::Paid => {}
            State::Doubted | State::Asked | State::Held | State::Claimed => {
                return Err(Refusal::RefundNotPaid);
            }
            State::Returned | State::Cancelled | State::Declined | State::Expired => {
                return Err(Refusal::AlreadyEnded { state: self.state });
            }
        }
        let amount = asked.unwrap_or(left);
        if amount.currency != left.currency {
            return Err(Refusal::RefundCurrency { currency: left.currency.code().to_owned() });
        }
        if amount.minor < 1 {
            return Err(Refusal::AmountTooSmall);
        }
        if amount.minor > left.minor {
            return Err(Refusal::RefundTooMuch { amount, left });
        }
        Ok(amount)
    }

    /// What of the fee goes back with the next `amount`: in proportion to all that has gone back then, half to even,
    /// less what has. So the parts never add up to more than the fee, and with the last part all of it is back.
    #[must_use]
    pub fn fee_with(&self, amount: Money) -> Money {
        let after = self.refunded.amount.saturating_add(amount.minor);
        let back = self.fee.pro_rata(after, self.amount.minor);
        Money::new(back.minor.saturating_sub(self.refunded.fee), self.fee.currency)
    }

    /// The number of the first transfer that gives something back.
    #[must_use]
    pub fn first_refund_number(&self) -> u32 {
        1 + u32::from(self.fee.minor > 0)
    }
}
