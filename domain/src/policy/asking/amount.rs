//! How much may be asked: what one payment to whoever asks may be.

use super::{Rule, Wish};
use crate::member::Kind;
use crate::money::Money;
use crate::refusal::Refusal;

pub(super) struct Amount;

impl Rule for Amount {
    fn name(&self) -> &'static str {
        "amount"
    }

    fn check(&self, wish: &Wish<'_>) -> Result<(), Refusal> {
        wish.parts.iter().try_for_each(|part| {
            let currency = wish.policy.currency(part.amount.currency)?;
            let limit = match wish.payee.kind {
                Kind::Merchant | Kind::Charity => currency.to_organisation,
                Kind::Person | Kind::Minor => currency.to_person,
            };
            if part.amount.minor < 1 {
                Err(Refusal::AmountTooSmall)
            } else if part.amount.minor > limit {
                let limit = Money::new(limit, part.amount.currency);
                Err(Refusal::PaymentLimit { amount: part.amount, limit })
            } else {
                Ok(())
            }
        })
    }
}
