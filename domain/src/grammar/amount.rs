//! Amounts: which numbers carry a currency, which are bare, and which are not clear enough to be paid.

use super::Context;
use super::beside;
use super::code::{Code, Doubts};
use super::lexicon::{Class, Shared, Unit};
use super::token::{Kind, Mark, Number, Scanned, Shape};
use super::unit::{settle, together};
use crate::money::{Currency, Money};

/// Digits of the cents in `2€50`.
const CENTS_DIGITS: usize = 2;

/// A number in the text, with the currency beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Its first token, the unit included.
    pub(super) start: usize,
    /// The token behind it.
    pub(super) end: usize,
    pub(super) number: Number,
    pub(super) unit: Option<Unit>,
    /// The cents of `2€50`.
    cents: Option<u64>,
    pub(super) doubts: Doubts,
    pub(super) role: Role,
}

/// What a number may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// An amount: it carries a currency.
    Amount,
    /// A bare number.
    Bare,
    /// A bare number that counts shares: `10 parts`.
    Shares,
    /// Part of a name: `CO2`.
    Name,
}

/// All numbers from token `from` on, in order.
pub(super) fn find(scanned: &Scanned<'_>, from: usize) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut at = from;
    let mut floor = from;
    while let Some(kind) = scanned.kind(at) {
        at += 1;
        let Kind::Number(number) = kind else { continue };
        let mut found = read(scanned, number, at - 1, floor);
        if let Some(last) =
            all.last_mut().filter(|last| last.role == Role::Amount && goes_on(last, &found))
        {
            last.doubts.raise(Code::AmountAmbiguous);
            (at, floor, last.end) = (found.end, found.end, found.end);
            continue;
        }
        if let Some(before) =
            all.last().copied().filter(|last| beside::continues(scanned, last, &found))
        {
            all.pop();
            found.start = before.start;
            found.doubts.raise(Code::AmountAmbiguous);
        }
        // The word that says what is counted goes with its number.
        found.end += usize::from(found.role == Role::Shares);
        at = found.end;
        floor = found.end;
        all.push(found);
    }
    all
}

/// Whether a bare number follows an amount at once: `5 euros 3`.
fn goes_on(last: &Found, found: &Found) -> bool {
    match found.role {
        Role::Bare => last.end == found.start,
        Role::Amount | Role::Shares | Role::Name => false,
    }
}

/// Reads the number at `at`; what stands before `floor` belongs to the number before.
fn read(scanned: &Scanned<'_>, number: Number, at: usize, floor: usize) -> Found {
    let mut doubts = Doubts::NONE;
    let dash = |index: usize| matches!(scanned.kind(index), Some(Kind::Mark(Mark::Dash)));
    let signed = floor < at
        && dash(at - 1)
        && scanned.glued(at)
        && scanned.unit_before(at - 1, floor).is_some();
    let near = if signed { at - 1 } else { at };
    doubts.raise_if(signed, Code::AmountNegative);
    let before = scanned.unit_before(near, floor);
    let start = near - before.map_or(0, |unit| unit.len);
    let mut end = at + 1;
    if scanned.word(end).is_some_and(|word| word.class.has(Class::SCALE))
        && beside::scales(scanned, end)
    {
        doubts.raise(Code::AmountAmbiguous);
        end += 1;
    }
    let after =
        scanned.unit_after(end).filter(|unit| ours(scanned, end, unit.len, before.is_some()));
    end += after.map_or(0, |unit| unit.len);
    let mut unit = joined(before.map(|unit| unit.unit), after.map(|unit| unit.unit), &mut doubts);
    if let Some(more) = scanned
        .unit_after(end)
        .filter(|more| after.is_some() && more.len == 1 && !next_number(scanned, end + 1))
    {
        unit = joined(unit, Some(more.unit), &mut doubts);
        end += 1;
    }
    let cents = after.and_then(|unit| cents(scanned, at, end, unit.len));
    end += cents.map_or(0, |(_, len)| len);
    doubts.raise_if(cents.is_some() && number.decimals != 0, Code::AmountAmbiguous);
    doubts.raise_if(cents.is_some() && number.shape != Shape::Clear, Code::AmountAmbiguous);
    let role = role(scanned, start, end, unit.is_some());
    let mut found =
        Found { start, end, number, unit, cents: cents.map(|(cents, _)| cents), doubts, role };
    beside::judge(scanned, &mut found, floor);
    found
}

fn joined(before: Option<Unit>, after: Option<Unit>, doubts: &mut Doubts) -> Option<Unit> {
    together(before, after).unwrap_or_else(|code| {
        doubts.raise(code);
        before
    })
}

/// Whether the unit at `at` belongs to the number before it rather than to the one behind.
fn ours(scanned: &Scanned<'_>, at: usize, len: usize, has_unit: bool) -> bool {
    let number_behind = next_number(scanned, at + len);
    let leans_on_it = scanned.glued(at + len) && !scanned.glued(at);
    let before_it = has_unit && !scanned.glued(at);
    !number_behind || !(leans_on_it || before_it)
}

fn next_number(scanned: &Scanned<'_>, at: usize) -> bool {
    matches!(scanned.kind(at), Some(Kind::Number(_)))
}

fn role(scanned: &Scanned<'_>, start: usize, end: usize, carries: bool) -> Role {
    let word_before = start.checked_sub(1).and_then(|before| scanned.word(before));
    let part_of_name =
        scanned.glued(start) && word_before.is_some_and(|word| !word.class.has(Class::TIMES));
    match (carries, scanned.word(end)) {
        (true, _) => Role::Amount,
        (false, _) if part_of_name => Role::Name,
        (false, Some(word)) if word.class.has(Class::SHARE) => Role::Shares,
        (false, Some(_) | None) => Role::Bare,
    }
}

/// The cents behind a unit that ends at `end`: `2€50`, `2 euros 50`; with how many tokens they cover.
fn cents(
    scanned: &Scanned<'_>,
    number: usize,
    end: usize,
    unit_len: usize,
) -> Option<(u64, usize)> {
    let Some(Kind::Number(cents)) = scanned.kind(end) else { return None };
    let plain = cents.length == CENTS_DIGITS && cents.decimals == 0 && cents.shape == Shape::Clear;
    let left = scanned.glued(number + 1);
    let right = scanned.glued(end);
    let word = unit_len == 1 && scanned.word(end - 1).is_some();
    let even = left == right || (word && !right);
    let own_unit = scanned.unit_after(end + 1).filter(|unit| match unit.unit {
        Unit::Hundredths | Unit::HundredthsOf(_) => false,
        Unit::Is(_) | Unit::Shared(_) | Unit::Unknown => true,
    });
    let named =
        scanned.unit_after(end + 1).filter(|_| own_unit.is_none()).map_or(0, |unit| unit.len);
    let ends = right && left || beside::ends_here(scanned, end + 1 + named);
    (plain && even && own_unit.is_none() && ends).then_some((cents.digits, 1 + named))
}

impl Found {
    /// The amount of money, or the first doubt about it.
    pub(super) fn money(&self, context: &Context<'_>) -> Result<Money, Code> {
        let mut doubts = self.doubts;
        match self.number.shape {
            Shape::Clear => {}
            Shape::Thousand | Shape::Odd => doubts.raise(Code::AmountAmbiguous),
            Shape::Huge => doubts.raise(Code::AmountTooLarge),
        }
        doubts.raise_if(self.role == Role::Shares, Code::CurrencyUnknown);
        let zero = self.number.digits == 0 && self.cents.is_none_or(|cents| cents == 0);
        doubts.raise_if(zero && self.number.shape == Shape::Clear, Code::AmountZero);
        let money = settle(self.unit, context)
            .and_then(|(currency, hundredths)| self.count(currency, hundredths));
        match (doubts.0, money) {
            (None, money) => money,
            (Some(code), Ok(_)) => Err(code),
            (Some(code), Err(other)) => Err(code.min(other)),
        }
    }

    /// The number in minor units.
    fn count(&self, currency: Currency, hundredths: bool) -> Result<Money, Code> {
        let cents_decimals = if self.cents.is_some() || hundredths { 2 } else { 0 };
        let decimals = self.number.decimals.saturating_add(cents_decimals);
        let missing = currency.decimals().checked_sub(decimals).ok_or(Code::AmountTooPrecise)?;
        let digits = match self.cents {
            Some(cents) => {
                self.number.digits.checked_mul(100).and_then(|whole| whole.checked_add(cents))
            }
            None => Some(self.number.digits),
        };
        let minor = digits.and_then(|digits| digits.checked_mul(10_u64.checked_pow(missing)?));
        let minor =
            minor.and_then(|minor| i64::try_from(minor).ok()).ok_or(Code::AmountTooLarge)?;
        Ok(Money::new(minor, currency))
    }

    /// The amount that may have been meant where only its sign or its currency is in doubt.
    pub(super) fn likely(&self, code: Code, context: &Context<'_>) -> Option<Money> {
        let unit = match code {
            Code::AmountNegative => self.unit,
            Code::CurrencyUnknown | Code::CurrencyAmbiguous | Code::CurrencyMissing => {
                Some(Unit::Is(likely_currency(self.unit, context)))
            }
            _ => return None,
        };
        Found { unit, doubts: Doubts::NONE, role: Role::Amount, ..*self }.money(context).ok()
    }

    /// The two amounts that one separator before three digits may mean, the larger first.
    pub(super) fn readings(&self, context: &Context<'_>) -> Option<(Money, Money)> {
        let apart = self.number.shape == Shape::Thousand && self.doubts == Doubts::NONE;
        let number = Number { shape: Shape::Clear, ..self.number };
        let whole = Found { number: Number { decimals: 0, ..number }, ..*self };
        let trimmed = self.number.digits.is_multiple_of(10).then_some(Number {
            digits: number.digits / 10,
            decimals: 2,
            ..number
        });
        let small = Found { number: trimmed.unwrap_or(number), ..*self };
        match (whole.money(context), small.money(context)) {
            (Ok(more), Ok(less)) if apart => Some((more, less)),
            _ => None,
        }
    }
}

/// The currency to propose where none is certain.
fn likely_currency(unit: Option<Unit>, context: &Context<'_>) -> Currency {
    match unit {
        Some(Unit::Shared(Shared::Dollar)) => Currency::USD,
        Some(Unit::Shared(Shared::Yen)) => Currency::JPY,
        Some(Unit::Shared(Shared::Franc)) => Currency::CHF,
        Some(
            Unit::Shared(Shared::Krone | Shared::Peso | Shared::Unsettled)
            | Unit::Is(_)
            | Unit::Unknown,
        )
        | Some(Unit::Hundredths | Unit::HundredthsOf(_))
        | None => context.currency.unwrap_or(Currency::EUR),
    }
}
