//! Policy: what the operator allows, as versioned data, and the rules that read it.
//!
//! A rule is one file and one line in [`RULES`]. The order is the order in which refusals are given; the first
//! rule that objects wins, and a test holds the order.

use std::collections::VecDeque;
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::ledger::Wallet;
use crate::member::{Kind, Member};
use crate::money::{Currency, Money};
use crate::payment::{Payee, Purpose, Recent};
use crate::refusal::Refusal;
use crate::time::{Period, Timestamp};

pub mod asking;
mod consent;
mod funds;
mod pace;
mod payees;
mod payment_limit;
mod period_limits;
mod standing;

pub use consent::Needed;

/// The rules, in the order of their refusals.
pub static RULES: &[&dyn Rule] = &[
    &standing::Standing,
    &payees::Payees,
    &payment_limit::PaymentLimit,
    &period_limits::DayLimit,
    &period_limits::MonthLimit,
    &pace::Pace,
    &funds::Funds,
];

/// Those of [`RULES`] that say the same tomorrow; the others depend on the day. What is to be paid later must pass them
/// when it is set up, and all of them when it is paid.
static LASTING: &[&dyn Rule] =
    &[&standing::Standing, &payees::Payees, &payment_limit::PaymentLimit];

/// A rule that every payment must pass, when it is asked for and again when it is approved.
pub trait Rule: Sync {
    /// The name, for documents and tests.
    fn name(&self) -> &'static str;

    /// Passes or refuses.
    ///
    /// # Errors
    /// The refusal to give to the payer.
    fn check(&self, proposal: &Proposal<'_>) -> Result<(), Refusal>;
}

/// What the operator's legal position allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Regime {
    /// No real money.
    Sandbox,
    /// The operator is, or acts for, a licensed e-money or payment institution.
    Licensed,
}

impl Regime {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
            Self::Licensed => "licensed",
        }
    }

    /// The tier a member must have before a balance may be kept for them: in `licensed`, an identified person
    /// (AMLD5 article 12 lets anonymous e-money buy goods only).
    #[must_use]
    pub const fn tier_to_receive(self) -> u8 {
        match self {
            Self::Sandbox => 0,
            Self::Licensed => 2,
        }
    }
}

/// One version of the policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Counts up; a payment keeps the version it was decided by.
    pub version: u32,
    /// From when it holds.
    pub starts_at: Timestamp,
    /// The zone in which days and months begin.
    pub zone: TimeZone,
    /// The operator's legal position.
    pub regime: Regime,
    /// Limits for each currency offered; a currency that is not listed is not offered.
    pub currencies: Vec<CurrencyPolicy>,
    /// What merchants pay of what they receive, in basis points.
    pub merchant_fee_bp: u32,
    /// How exempt payments are counted: the payment service provider picks one counter (EBA-Op-2018-04, 43).
    pub exempt_counter: ExemptCounter,
    /// How long an approval may be given, in microseconds.
    pub approval_us: i64,
    /// How long a question in a conversation stays open, in microseconds.
    pub question_us: i64,
    /// How long a claim waits, in microseconds.
    pub claim_us: i64,
    /// Within this span the same payer, payee and amount is asked about first, in microseconds.
    pub duplicate_us: i64,
    /// Payments one member may begin in ten minutes.
    pub payments_per_ten_minutes: usize,
    /// How often members may ask each other for money.
    pub asking: asking::Asking,
    /// How long a payee may answer a payer's wish for a refund, in microseconds.
    pub refund_ask_us: i64,
    /// How often one payer may ask one payee for refunds in a day.
    pub refund_asks_per_day: u32,
}

/// How exempt payments are counted since the last strong approval.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExemptCounter {
    /// By their total.
    Total,
    /// By their number, at most this many.
    Number(u32),
}

/// Limits in one currency, in its minor units.
#[derive(Clone, Debug)]
pub struct CurrencyPolicy {
    /// Which.
    pub currency: Currency,
    /// The most one payment to a person may be.
    pub to_person: i64,
    /// The most one payment to a charity or merchant may be.
    pub to_organisation: i64,
    /// The most an exempt payment may be.
    pub exempt_payment: i64,
    /// The most the exempt payments before this one may total.
    pub exempt_total: i64,
    /// The most a member may spend in a day and a month, by tier from 0; a higher tier than listed has the last.
    pub tiers: Vec<TierLimits>,
}

/// What a tier may spend, in minor units.
#[derive(Clone, Copy, Debug)]
pub struct TierLimits {
    /// In a day.
    pub day: i64,
    /// In a month.
    pub month: i64,
}

impl Policy {
    /// The limits of a currency.
    ///
    /// # Errors
    /// [`Refusal::CurrencyNotOffered`] for a currency that is not listed.
    pub fn currency(&self, currency: Currency) -> Result<&CurrencyPolicy, Refusal> {
        self.currencies
            .iter()
            .find(|listed| listed.currency == currency)
            .ok_or_else(|| Refusal::CurrencyNotOffered { currency: currency.code().to_owned() })
    }

    /// What a payee of this kind owes for receiving, in basis points of the amount.
    #[must_use]
    pub const fn fee_bp(&self, payee: Kind, purpose: Purpose) -> u32 {
        match (payee, purpose) {
            (Kind::Merchant, Purpose::Send) => self.merchant_fee_bp,
            (
                Kind::Person | Kind::Minor | Kind::Merchant | Kind::Charity,
                Purpose::Send | Purpose::Gift,
            ) => 0,
        }
    }

    /// What a payee of this kind owes for receiving `amount`, rounded half to even.
    ///
    /// # Panics
    /// Never for amounts the ledger holds: a fee is a part of them.
    #[must_use]
    pub fn fee(&self, payee: Kind, purpose: Purpose, amount: Money) -> Money {
        let fee = amount.basis_points(self.fee_bp(payee, purpose));
        fee.expect("a part of an amount fits where the amount does")
    }
}

impl CurrencyPolicy {
    /// The limits of a tier.
    ///
    /// # Panics
    /// If no tier is listed, which reading a policy refuses.
    #[must_use]
    pub fn tier(&self, tier: u8) -> TierLimits {
        let listed = self.tiers.get(usize::from(tier)).or(self.tiers.last());
        *listed.expect("a policy lists at least one tier for each currency")
    }
}

/// One part of an order: an amount for a payee.
#[derive(Clone, Debug)]
pub struct Leg {
    /// For whom.
    pub payee: Payee,
    /// The payee's row, where the payee is a member.
    pub member: Option<Member>,
    /// How much.
    pub amount: Money,
}

impl Leg {
    /// How the payee is named to people.
    #[must_use]
    pub fn name(&self) -> Arc<str> {
        match (&self.member, &self.payee) {
            (Some(member), _) => member.name.clone(),
            (None, Payee::Handle { name, .. }) => format!("@{name}").into(),
            (None, Payee::Member(id)) => id.to_string().into(),
        }
    }
}

/// What somebody wants to pay, with all the rules need to know.
pub struct Proposal<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// The decision's instant.
    pub now: Timestamp,
    /// Its day and month.
    pub period: Period,
    /// Who pays.
    pub payer: &'a Member,
    /// From which wallet.
    pub wallet: &'a Wallet,
    /// As what.
    pub purpose: Purpose,
    /// To whom and how much; at least one.
    pub legs: &'a [Leg],
    /// The sum of the legs.
    pub total: Money,
    /// The payer's latest payments, oldest first.
    pub recent: &'a VecDeque<Recent>,
    /// Whether this order is among the recent payments already (it is being approved).
    pub counted_in_recent: bool,
}

impl Proposal<'_> {
    /// Passes every rule or gives the first refusal.
    ///
    /// # Errors
    /// The refusal of the first rule that objects.
    pub fn check(&self) -> Result<(), Refusal> {
        RULES.iter().try_for_each(|rule| rule.check(self))
    }

    /// Passes every rule that says the same tomorrow.
    ///
    /// # Errors
    /// The refusal of the first rule that objects.
    pub fn check_lasting(&self) -> Result<(), Refusal> {
        LASTING.iter().try_for_each(|rule| rule.check(self))
    }
}

#[cfg(test)]
mod tests;
