//! How much a member may spend in a day and a month, by tier. What is set aside counts until it returns.

#![deny(clippy::arithmetic_side_effects)]

use super::{Proposal, Rule};
use crate::money::Money;
use crate::refusal::Refusal;

pub(super) struct DayLimit;

impl Rule for DayLimit {
    fn name(&self) -> &'static str {
        "day_limit"
    }

    fn check(&self, proposal: &Proposal<'_>) -> Result<(), Refusal> {
        let limit =
            proposal.policy.currency(proposal.total.currency)?.tier(proposal.payer.tier).day;
        let spent = proposal.wallet.spent_in_day(proposal.period);
        within(proposal.total, limit, spent).map_err(|(amount, limit, left)| Refusal::DayLimit {
            amount,
            limit,
            left,
        })
    }
}

pub(super) struct MonthLimit;

impl Rule for MonthLimit {
    fn name(&self) -> &'static str {
        "month_limit"
    }

    fn check(&self, proposal: &Proposal<'_>) -> Result<(), Refusal> {
        let limit =
            proposal.policy.currency(proposal.total.currency)?.tier(proposal.payer.tier).month;
        let spent = proposal.wallet.spent_in_month(proposal.period);
        within(proposal.total, limit, spent).map_err(|(amount, limit, left)| Refusal::MonthLimit {
            amount,
            limit,
            left,
        })
    }
}

/// Passes, or gives the amount, the limit and what is left of it.
fn within(amount: Money, limit: i64, spent: i64) -> Result<(), (Money, Money, Money)> {
    let left = limit.saturating_sub(spent).max(0);
    if amount.minor <= left {
        return Ok(());
    }
    let money = |minor| Money::new(minor, amount.currency);
    Err((amount, money(limit), money(left)))
}
