//! Who may be asked: people, and not oneself. Whoever sells or collects has other ways to pay a bill.

use super::{Part, Rule, Wish};
use crate::member::Kind;
use crate::refusal::Refusal;

pub(super) struct Asked;

impl Rule for Asked {
    fn name(&self) -> &'static str {
        "asked"
    }

    fn check(&self, wish: &Wish<'_>) -> Result<(), Refusal> {
        wish.parts.iter().try_for_each(|part| check_part(wish, part))
    }
}

fn check_part(wish: &Wish<'_>, part: &Part<'_>) -> Result<(), Refusal> {
    let to = || part.payer.name.to_string();
    if part.payer.id == wish.payee.id {
        return Err(Refusal::RecipientSelf);
    }
    match part.payer.kind {
        Kind::Merchant | Kind::Charity => Err(Refusal::NotAPerson { to: to() }),
        Kind::Person | Kind::Minor if part.payer.frozen.is_some() => {
            Err(Refusal::AskedUnavailable { to: to() })
        }
        Kind::Person | Kind::Minor => Ok(()),
    }
}
