//! Currency signs, codes and words beside a number, and the currency they come to.

use super::Context;
use super::code::Code;
use super::currencies::{DOLLAR_LIKE, DOLLAR_OF, WORDLIKE};
use super::glyph::fold;
use super::lexicon::{Class, Shared, Unit};
use super::token::{Kind, Scanned};
use crate::money::Currency;

/// Letters in an ISO 4217 code.
const CODE_LETTERS: usize = 3;

/// A unit and how many tokens it covers.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) unit: Unit,
    pub(super) len: usize,
}

impl Scanned<'_> {
    /// The unit that begins at `at`, behind a number.
    pub(super) fn unit_after(&self, at: usize) -> Option<Found> {
        match self.kind(at)? {
            Kind::Sign(unit) => match self.kind(at + 1) {
                Some(Kind::Word(_)) if unit == DOLLAR && self.glued(at + 1) => {
                    Some(Found { unit: self.dollar_of(at + 1), len: 2 })
                }
                _ => Some(Found { unit, len: 1 }),
            },
            Kind::Word(entry) => {
                if let Some(Kind::Sign(unit)) = self.kind(at + 1).filter(|_| self.glued(at + 1)) {
                    return (unit == DOLLAR).then(|| Found { unit: self.dollar_of(at), len: 2 });
                }
                if entry.class.has(Class::TOUCHING) && !self.glued(at) {
                    return None;
                }
                let phrase = self.phrase(at)?;
                match phrase.entry.unit.or(entry.unit) {
                    Some(unit) => Some(Found {
                        unit,
                        len: if phrase.entry.unit.is_some() { phrase.len } else { 1 },
                    }),
                    None => {
                        self.code(at).map(|currency| Found { unit: Unit::Is(currency), len: 1 })
                    }
                }
            }
            _ => None,
        }
    }

    /// The unit that ends right before `end`, in front of a number, not reaching back beyond `floor`.
    pub(super) fn unit_before(&self, end: usize, floor: usize) -> Option<Found> {
        let at = end.checked_sub(1).filter(|at| floor <= *at)?;
        match self.kind(at)? {
            Kind::Sign(unit) => {
                let nation = at
                    .checked_sub(1)
                    .filter(|word| floor <= *word && self.glued(at) && self.word(*word).is_some());
                match nation {
                    Some(word) if unit == DOLLAR => {
                        Some(Found { unit: self.dollar_of(word), len: 2 })
                    }
                    _ => Some(Found { unit, len: 1 }),
                }
            }
            Kind::Word(entry) => {
                let unit = match entry.unit {
                    Some(Unit::Hundredths | Unit::HundredthsOf(_)) => None,
                    Some(unit) => Some(unit),
                    None => self.code(at).map(Unit::Is),
                };
                unit.map(|unit| Found { unit, len: 1 })
            }
            _ => None,
        }
    }

    /// The ISO 4217 code at `at`; codes that are everyday words count only in capitals.
    pub(super) fn code(&self, at: usize) -> Option<Currency> {
        let text = self.span(at, at + 1);
        if text.len() != CODE_LETTERS {
            return None;
        }
        let capitals = text.bytes().all(|byte| byte.is_ascii_uppercase());
        let everyday = || WORDLIKE.iter().any(|word| word.eq_ignore_ascii_case(text));
        Currency::parse(text).filter(|_| capitals || !everyday())
    }

    /// Whose dollar the letters beside the sign say.
    fn dollar_of(&self, word: usize) -> Unit {
        let letters = fold(self.span(word, word + 1));
        let code = DOLLAR_OF.iter().find(|(nation, _)| nation.as_bytes() == letters);
        code.and_then(|(_, code)| Currency::parse(code)).map_or(Unit::Unknown, Unit::Is)
    }
}

const DOLLAR: Unit = Unit::Shared(Shared::Dollar);

/// What a unit before and a unit behind the number say together; none where they disagree.
pub(super) fn together(before: Option<Unit>, after: Option<Unit>) -> Result<Option<Unit>, Code> {
    match (before, after) {
        (None, None) => Ok(None),
        (Some(unit), None) | (None, Some(unit)) => Ok(Some(unit)),
        (Some(one), Some(other)) if one == other => Ok(Some(one)),
        (Some(Unit::Shared(shared)), Some(Unit::Is(currency)))
        | (Some(Unit::Is(currency)), Some(Unit::Shared(shared)))
            if may_mean(shared, currency) =>
        {
            Ok(Some(Unit::Is(currency)))
        }
        (Some(_), Some(_)) => Err(Code::CurrencyAmbiguous),
    }
}

fn may_mean(shared: Shared, currency: Currency) -> bool {
    let code = currency.code();
    match shared {
        Shared::Dollar => DOLLAR_LIKE.contains(&code),
        Shared::Yen => ["JPY", "CNY"].contains(&code),
        Shared::Krone => ["SEK", "NOK", "DKK", "ISK", "CZK"].contains(&code),
        Shared::Franc => {
            ["CHF", "XAF", "XOF", "XPF", "CDF", "GNF", "RWF", "BIF", "DJF", "KMF"].contains(&code)
        }
        Shared::Peso => ["MXN", "ARS", "CLP", "COP", "CUP", "DOP", "PHP", "UYU"].contains(&code),
        Shared::Unsettled => false,
    }
}

/// The currency of an amount, and whether its number counts hundredths.
pub(super) fn settle(unit: Option<Unit>, context: &Context<'_>) -> Result<(Currency, bool), Code> {
    let shared = |meaning: Option<Currency>| {
        meaning.map(|currency| (currency, false)).ok_or(Code::CurrencyAmbiguous)
    };
    match unit {
        None => context.currency.map(|currency| (currency, false)).ok_or(Code::CurrencyMissing),
        Some(Unit::Is(currency)) => Ok((currency, false)),
        Some(Unit::Hundredths) => {
            context.currency.map(|currency| (currency, true)).ok_or(Code::CurrencyAmbiguous)
        }
        Some(Unit::HundredthsOf(currency)) => Ok((currency, true)),
        Some(Unit::Unknown) => Err(Code::CurrencyUnknown),
        Some(Unit::Shared(Shared::Dollar)) => shared(context.signs.dollar),
        Some(Unit::Shared(Shared::Yen)) => shared(context.signs.yen),
        Some(Unit::Shared(Shared::Krone)) => shared(context.signs.krone),
        Some(Unit::Shared(Shared::Franc)) => shared(context.signs.franc),
        Some(Unit::Shared(Shared::Peso)) => shared(context.signs.peso),
        Some(Unit::Shared(Shared::Unsettled)) => Err(Code::CurrencyAmbiguous),
    }
}
