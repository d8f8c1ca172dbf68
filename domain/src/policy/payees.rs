//! Who may be paid: not oneself, nobody frozen, nobody the regime keeps from holding money; gifts go to charities.

use super::{Leg, Proposal, Rule};
use crate::member::Kind;
use crate::payment::{Payee, Purpose};
use crate::refusal::Refusal;

pub(super) struct Payees;

impl Rule for Payees {
    fn name(&self) -> &'static str {
        "payees"
    }

    fn check(&self, proposal: &Proposal<'_>) -> Result<(), Refusal> {
        proposal.legs.iter().try_for_each(|leg| check_leg(proposal, leg))
    }
}

fn check_leg(proposal: &Proposal<'_>, leg: &Leg) -> Result<(), Refusal> {
    if leg.payee == Payee::Member(proposal.payer.id) {
        return Err(Refusal::RecipientSelf);
    }
    let charity = leg.member.as_ref().is_some_and(|member| member.kind == Kind::Charity);
    if proposal.purpose == Purpose::Gift && !charity {
        return Err(Refusal::NotACharity { to: leg.name().to_string() });
    }
    let tier = proposal.policy.regime.tier_to_receive();
    match &leg.member {
        Some(member) if member.frozen.is_some() || member.tier < tier => {
            Err(Refusal::PayeeUnavailable { to: leg.name().to_string() })
        }
        Some(_) | None => Ok(()),
    }
}
