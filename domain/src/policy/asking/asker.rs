//! Who may ask: a member who could receive the money now.

use super::{Rule, Wish};
use crate::refusal::Refusal;

pub(super) struct Asker;

impl Rule for Asker {
    fn name(&self) -> &'static str {
        "asker"
    }

    fn check(&self, wish: &Wish<'_>) -> Result<(), Refusal> {
        if wish.payee.frozen.is_some() {
            return Err(Refusal::PayerFrozen);
        }
        let regime = wish.policy.regime;
        if wish.payee.tier < regime.tier_to_receive() {
            return Err(Refusal::Regime { regime: regime.name() });
        }
        Ok(())
    }
}
