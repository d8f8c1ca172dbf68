//! How much one payment may be: by default 250 € to a person, 500 € to a charity or merchant.

use super::{Leg, Proposal, Rule};
use crate::member::Kind;
use crate::money::Money;
use crate::refusal::Refusal;

pub(super) struct PaymentLimit;

impl Rule for PaymentLimit {
    fn name(&self) -> &'static str {
        "payment_limit"
    }

    fn check(&self, proposal: &Proposal<'_>) -> Result<(), Refusal> {
        let currency = proposal.policy.currency(proposal.total.currency)?;
        proposal.legs.iter().try_for_each(|leg| {
            let limit = match kind(leg) {
                Kind::Merchant | Kind::Charity => currency.to_organisation,
                Kind::Person | Kind::Minor => currency.to_person,
            };
            if leg.amount.minor <= limit {
                Ok(())
            } else {
                let limit = Money::new(limit, leg.amount.currency);
                Err(Refusal::PaymentLimit { amount: leg.amount, limit })
            }
        })
    }
}

/// Whoever has no account is taken for a person: the lowest limit.
fn kind(leg: &Leg) -> Kind {
    leg.member.as_ref().map_or(Kind::Person, |member| member.kind)
}
