//! Who may ask whom for money, how much and how often.
//!
//! A rule is one file and one line in [`RULES`], in the order of their refusals, as for payments. These rules protect
//! whoever is asked; what they may pay is decided when they pay.

use super::Policy;
use crate::bill::Bill;
use crate::member::Member;
use crate::money::Money;
use crate::refusal::Refusal;
use crate::time::{DAY_US, Timestamp};

mod amount;
mod asked;
mod asker;
mod pace;

/// The rules, in the order of their refusals.
pub static RULES: &[&dyn Rule] =
    &[&asker::Asker, &asked::Asked, &amount::Amount, &pace::Open, &pace::Pair, &pace::Day];

/// A rule that every request for money must pass.
pub trait Rule: Sync {
    /// The name, for documents and tests.
    fn name(&self) -> &'static str;

    /// Passes or refuses.
    ///
    /// # Errors
    /// The refusal to give to whoever asks.
    fn check(&self, wish: &Wish<'_>) -> Result<(), Refusal>;
}

/// How often members may ask each other for money.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asking {
    /// How long a request waits, in microseconds.
    pub open_us: i64,
    /// How often whoever asks may remind.
    pub reminders: u32,
    /// The least time between a request and a reminder, and between two, in microseconds.
    pub remind_us: i64,
    /// Requests that may be open at once between one who asks and one who is asked.
    pub open_per_pair: usize,
    /// Requests that one may begin to another within 24 hours.
    pub per_pair_and_day: usize,
    /// Requests that one may have open altogether.
    pub open: usize,
}

impl Asking {
    /// What a policy says that says nothing about it.
    pub const USUAL: Self = Self {
        open_us: 30 * DAY_US,
        reminders: 2,
        remind_us: DAY_US,
        open_per_pair: 3,
        per_pair_and_day: 5,
        open: 50,
    };
}

/// What is asked of one member.
pub struct Part<'a> {
    /// Who is asked.
    pub payer: Member,
    /// How much.
    pub amount: Money,
    /// What the same member asked of them before, oldest first.
    pub latest: Vec<&'a Bill>,
}

/// What somebody wants to ask, with all the rules need to know.
pub struct Wish<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// The decision's instant.
    pub now: Timestamp,
    /// Who asks.
    pub payee: &'a Member,
    /// Of whom and how much; at least one.
    pub parts: &'a [Part<'a>],
    /// Requests that whoever asks has open.
    pub open: usize,
}

impl Wish<'_> {
    /// Passes every rule or gives the first refusal.
    ///
    /// # Errors
    /// The refusal of the first rule that objects.
    pub fn check(&self) -> Result<(), Refusal> {
        RULES.iter().try_for_each(|rule| rule.check(self))
    }
}

#[cfg(test)]
mod tests;
