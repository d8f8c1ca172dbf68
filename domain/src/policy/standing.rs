//! Who may pay: a member whom the operator has not frozen.

use super::{Proposal, Rule};
use crate::refusal::Refusal;

pub(super) struct Standing;

impl Rule for Standing {
    fn name(&self) -> &'static str {
        "standing"
    }

    fn check(&self, proposal: &Proposal<'_>) -> Result<(), Refusal> {
        match proposal.payer.frozen {
            Some(_) => Err(Refusal::PayerFrozen),
            None => Ok(()),
        }
    }
}
