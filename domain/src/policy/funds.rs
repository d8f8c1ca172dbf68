//! A payment needs money: the wallet's posted amount less what is set aside.

use super::{Proposal, Rule};
use crate::refusal::Refusal;

pub(super) struct Funds;

impl Rule for Funds {
    fn name(&self) -> &'static str {
        "funds"
    }

    fn check(&self, proposal: &Proposal<'_>) -> Result<(), Refusal> {
        let available = proposal.wallet.available();
        if proposal.total.minor <= available.minor {
            Ok(())
        } else {
            Err(Refusal::InsufficientFunds { amount: proposal.total, available })
        }
    }
}
