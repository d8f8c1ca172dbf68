//! How a language writes an amount. The separators and the place of the sign come from its file.

use domain::money::{Money, decimal};

use super::Words;

/// Digits in a group of thousands.
const GROUP_DIGITS: usize = 3;

/// A language's way of writing numbers and money.
#[derive(Default)]
pub(super) struct Form {
    decimal: String,
    group: String,
    before: String,
    between: String,
    after: String,
    sign_first: bool,
}

impl Form {
    /// Reads the form from a language's file.
    pub(super) fn of(words: &Words) -> Self {
        const NUMBER: &str = "\u{1}";
        const SIGN: &str = "\u{2}";
        let money = words.text_with("money", &[("number", NUMBER), ("sign", SIGN)]);
        let sign_first = money.find(SIGN) < money.find(NUMBER);
        let mut parts = money.split(['\u{1}', '\u{2}']).map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Self {
            decimal: words.text("number-decimal"),
            group: words.text("number-group"),
            before: next(),
            between: next(),
            after: next(),
            sign_first,
        }
    }

    /// The amount with `sign` as its currency.
    pub(super) fn write(&self, amount: Money, sign: &str) -> String {
        let number = self.number(amount);
        let (first, second) =
            if self.sign_first { (sign, number.as_str()) } else { (number.as_str(), sign) };
        [self.before.as_str(), first, &self.between, second, &self.after].concat()
    }

    /// Basis points as a number of percents, without zeros at the end.
    pub(super) fn percent(&self, basis_points: u32) -> String {
        let (whole, rest) = (basis_points / 100, basis_points % 100);
        let hundredths = format!("{rest:02}");
        match hundredths.trim_end_matches('0') {
            "" => whole.to_string(),
            hundredths => format!("{whole}{}{hundredths}", self.decimal),
        }
    }

    /// The number of `amount` alone.
    pub(super) fn number(&self, amount: Money) -> String {
        let plain = decimal(amount, '.');
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let (minus, digits) = match whole.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", whole),
        };
        let mut out = String::with_capacity(plain.len() + digits.len());
        out.push_str(minus);
        for (place, digit) in digits.char_indices() {
            if place > 0 && (digits.len() - place).is_multiple_of(GROUP_DIGITS) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push_str(&self.decimal);
            out.push_str(fraction);
        }
        out
    }
}
