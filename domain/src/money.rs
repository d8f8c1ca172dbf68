//! Amounts of money: integer minor units with a currency, no operators, no floats.

#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

use std::fmt;

/// An ISO 4217 currency that Obole knows how to count.
///
/// Only active national currencies are listed; funds codes and metals are not money that people send.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

/// Currencies without minor units (ISO 4217 list one, exponent 0).
const ZERO_DECIMALS: &[&[u8; 3]] = &[
    b"BIF", b"CLP", b"DJF", b"GNF", b"ISK", b"JPY", b"KMF", b"KRW", b"PYG", b"RWF", b"UGX", b"VND",
    b"VUV", b"XAF", b"XOF", b"XPF",
];

/// Currencies with three decimals (ISO 4217 list one, exponent 3).
const THREE_DECIMALS: &[&[u8; 3]] = &[b"BHD", b"IQD", b"JOD", b"KWD", b"LYD", b"OMR", b"TND"];

/// Currencies with two decimals (ISO 4217 list one, exponent 2), in alphabetical order.
const TWO_DECIMALS: &[&[u8; 3]] = &[
    b"AED", b"AFN", b"ALL", b"AMD", b"AOA", b"ARS", b"AUD", b"AWG", b"AZN", b"BAM", b"BBD", b"BDT",
    b"BMD", b"BND", b"BOB", b"BRL", b"BSD", b"BTN", b"BWP", b"BYN", b"BZD", b"CAD", b"CDF", b"CHF",
    b"CNY", b"COP", b"CRC", b"CUP", b"CVE", b"CZK", b"DKK", b"DOP", b"DZD", b"EGP", b"ERN", b"ETB",
    b"EUR", b"FJD", b"FKP", b"GBP", b"GEL", b"GHS", b"GIP", b"GMD", b"GTQ", b"GYD", b"HKD", b"HNL",
    b"HTG", b"HUF", b"IDR", b"ILS", b"INR", b"IRR", b"JMD", b"KES", b"KGS", b"KHR", b"KPW", b"KYD",
    b"KZT", b"LAK", b"LBP", b"LKR", b"LRD", b"LSL", b"MAD", b"MDL", b"MGA", b"MKD", b"MMK", b"MNT",
    b"MOP", b"MRU", b"MUR", b"MVR", b"MWK", b"MXN", b"MYR", b"MZN", b"NAD", b"NGN", b"NIO", b"NOK",
    b"NPR", b"NZD", b"PAB", b"PEN", b"PGK", b"PHP", b"PKR", b"PLN", b"QAR", b"RON", b"RSD", b"RUB",
    b"SAR", b"SBD", b"SCR", b"SDG", b"SEK", b"SGD", b"SHP", b"SLE", b"SOS", b"SRD", b"SSP", b"STN",
    b"SVC", b"SYP", b"SZL", b"THB", b"TJS", b"TMT", b"TOP", b"TRY", b"TTD", b"TWD", b"TZS", b"UAH",
    b"USD", b"UYU", b"UZS", b"VED", b"VES", b"WST", b"XCD", b"XCG", b"YER", b"ZAR", b"ZMW", b"ZWG",
];

impl Currency {
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");
    /// The pound sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// The United States dollar.
    pub const USD: Self = Self(*b"USD");
    /// The Japanese yen.
    pub const JPY: Self = Self(*b"JPY");
    /// The Swiss franc.
    pub const CHF: Self = Self(*b"CHF");

    /// Reads an ISO 4217 code, in any case; `None` where the list has no such currency.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        let upper = bytes.map(|b| b.to_ascii_uppercase());
        let known = |list: &[&[u8; 3]]| list.binary_search(&&upper).is_ok();
        (known(TWO_DECIMALS) || known(ZERO_DECIMALS) || known(THREE_DECIMALS))
            .then_some(Self(upper))
    }

    /// The three letters of ISO 4217.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a currency is made of ASCII letters")
    }

    /// How many decimals the minor unit has: 0, 2 or 3.
    #[must_use]
    pub fn decimals(self) -> u32 {
        if ZERO_DECIMALS.binary_search(&&self.0).is_ok() {
            0
        } else if THREE_DECIMALS.binary_search(&&self.0).is_ok() {
            3
        } else {
            2
        }
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount: a signed count of minor units (cents for the euro) of one currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Money {
    /// Minor units: 50.00 € is 5000.
    pub minor: i64,
    /// What is counted.
    pub currency: Currency,
}

/// Why two amounts do not add up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MoneyError {
    /// The currencies differ.
    Currency,
    /// The result does not fit into 64 bits.
    Overflow,
}

impl Money {
    /// An amount of `minor` units.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in `currency`.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// Reads the plain form that [`Display`](fmt::Display) writes: `50.00 EUR`, also `50 EUR` and `50.00EUR`.
    ///
    /// For command lines and interfaces; what people write in messages is the grammar's business.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (number, code) = text.split_at_checked(text.len().checked_sub(3)?)?;
        let currency = Currency::parse(code)?;
        let number = number.trim_end();
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let decimals = usize::try_from(currency.decimals()).ok()?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let fits = fraction.len() <= decimals && (number.contains('.') != fraction.is_empty());
        if whole.is_empty() || !digits(whole) || !digits(fraction) || !fits {
            return None;
        }
        let minor = format!("{whole}{fraction:0<decimals$}").parse().ok()?;
        Some(Self { minor, currency })
    }

    /// Adds two amounts of one currency.
    ///
    /// # Errors
    /// [`MoneyError::Currency`] if the currencies differ, [`MoneyError::Overflow`] beyond 64 bits.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// Subtracts an amount of the same currency.
    ///
    /// # Errors
    /// [`MoneyError::Currency`] if the currencies differ, [`MoneyError::Overflow`] beyond 64 bits.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        let minor = self.minor.checked_sub(other.minor).ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// The same amount `count` times.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`] beyond 64 bits.
    pub fn checked_mul(self, count: u32) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_mul(i64::from(count)).ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// A share in basis points (1 % is 100), rounded half to even on the minor unit.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`] beyond 64 bits.
    pub fn basis_points(self, points: u32) -> Result<Self, MoneyError> {
        const SCALE: i128 = 10_000;
        let product =
            i128::from(self.minor).checked_mul(i128::from(points)).ok_or(MoneyError::Overflow)?;
        let floor = product.div_euclid(SCALE);
        let rest = product.rem_euclid(SCALE);
        let up = rest > SCALE / 2 || (rest == SCALE / 2 && floor.rem_euclid(2) == 1);
        let rounded = floor.checked_add(i128::from(up)).ok_or(MoneyError::Overflow)?;
        let minor = i64::try_from(rounded).map_err(|_| MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// The part of this amount that `part` is of `whole`, rounded half to even on the minor unit. All of it for all.
    ///
    /// # Panics
    /// If `part` is not from 0 to `whole`, or `whole` is 0.
    #[must_use]
    pub fn pro_rata(self, part: i64, whole: i64) -> Self {
        assert!(0 <= part && part <= whole && whole > 0, "a part is at most the whole");
        let (part, whole) = (i128::from(part), i128::from(whole));
        let product = i128::from(self.minor).checked_mul(part).expect("two factors of 64 bits");
        let (floor, rest) = (product.div_euclid(whole), product.rem_euclid(whole));
        let twice = rest.checked_mul(2).expect("a rest is below 64 bits");
        let up = twice > whole || (twice == whole && floor.rem_euclid(2) == 1);
        let rounded = floor.checked_add(i128::from(up)).expect("a part is below 64 bits");
        Self { minor: i64::try_from(rounded).expect("a part is at most the whole"), ..self }
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency { Ok(()) } else { Err(MoneyError::Currency) }
    }
}

/// The plain form for machines and ledgers: `50.00 EUR`, `500 JPY`, `-1.000 KWD`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", decimal(*self, '.'), self.currency)
    }
}

/// The number alone with the currency's decimals and the given separator: `50.00`.
#[must_use]
pub fn decimal(money: Money, separator: char) -> String {
    let decimals = usize::try_from(money.currency.decimals()).expect("at most three decimals");
    let sign = if money.minor < 0 { "-" } else { "" };
    let digits =
        format!("{:0width$}", money.minor.unsigned_abs(), width = decimals.saturating_add(1));
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(decimals));
    if decimals == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}{separator}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn the_currency_lists_are_sorted_and_disjoint() {
        for list in [ZERO_DECIMALS, TWO_DECIMALS, THREE_DECIMALS] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]));
        }
        for code in ZERO_DECIMALS.iter().chain(THREE_DECIMALS) {
            assert!(TWO_DECIMALS.binary_search(code).is_err());
        }
    }

    #[test]
    fn fees_round_half_to_even() {
        let cases = [
            (1000, 150, 15),
            (100, 150, 2),
            (300, 150, 4),
            (500, 150, 8),
            (33, 150, 0),
            (0, 150, 0),
            (1, 10_000, 1),
        ];
        for (minor, points, fee) in cases {
            assert_eq!(eur(minor).basis_points(points), Ok(eur(fee)), "{minor} at {points} bp");
        }
    }

    #[test]
    fn plain_forms() {
        for (money, text) in [
            (eur(5000), "50.00 EUR"),
            (eur(-5), "-0.05 EUR"),
            (Money::new(500, Currency::JPY), "500 JPY"),
            (Money::new(-1, Currency::parse("kwd").unwrap()), "-0.001 KWD"),
        ] {
            assert_eq!(money.to_string(), text);
        }
    }

    #[test]
    fn plain_forms_read_back() {
        for (text, money) in [
            ("50.00 EUR", Some(eur(5000))),
            ("50 EUR", Some(eur(5000))),
            ("0.5eur", Some(eur(50))),
            ("500 JPY", Some(Money::new(500, Currency::JPY))),
            ("50.001 EUR", None),
            ("50. EUR", None),
            (".5 EUR", None),
            ("-5 EUR", None),
            ("5,00 EUR", None),
            ("99999999999999999999 EUR", None),
            ("EUR", None),
            ("5 €", None),
        ] {
            assert_eq!(Money::parse(text), money, "{text}");
        }
    }

    #[test]
    fn parts_round_half_to_even_and_the_whole_is_all() {
        for (minor, part, whole, expected) in [
            (30, 500, 2000, 8),
            (30, 1000, 2000, 15),
            (1, 1, 2, 0),
            (3, 1, 2, 2),
            (30, 2000, 2000, 30),
            (30, 0, 2000, 0),
            (i64::MAX, i64::MAX, i64::MAX, i64::MAX),
        ] {
            assert_eq!(eur(minor).pro_rata(part, whole), eur(expected), "{minor} {part}/{whole}");
        }
    }

    proptest! {
        #[test]
        fn parts_of_a_fee_only_grow_and_never_by_more_than_the_amount(
            amount in 1..100_000_i64,
            share in 0..=10_000_i64,
            (a, b) in (0..100_000_i64, 0..100_000_i64),
        ) {
            let fee = eur(amount * share / 10_000);
            let (less, more) = (a.min(b).min(amount), a.max(b).min(amount));
            let grown = fee.pro_rata(more, amount).minor - fee.pro_rata(less, amount).minor;
            prop_assert!(0 <= grown && grown <= more - less);
        }

        #[test]
        fn a_fee_is_never_more_than_half_a_unit_off(minor in 0..=i64::MAX / 4, points in 0..=10_000u32) {
            let fee = i128::from(eur(minor).basis_points(points).unwrap().minor);
            let exact = i128::from(minor) * i128::from(points);
            prop_assert!((fee * 10_000 - exact).abs() <= 5_000);
        }

        #[test]
        fn adding_never_wraps(a: i64, b: i64) {
            match eur(a).checked_add(eur(b)) {
                Ok(sum) => prop_assert_eq!(i128::from(sum.minor), i128::from(a) + i128::from(b)),
                Err(error) => prop_assert_eq!(error, MoneyError::Overflow),
            }
        }
    }
}
