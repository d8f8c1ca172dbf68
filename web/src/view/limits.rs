//! A member's limits: what each rule allows, what is used of it, and why.

use askama::Template;

use super::piece::Notice;
use super::shell::Shell;

/// A member's limits.
#[derive(Template)]
#[template(path = "limits.html")]
pub struct LimitsPage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// How well the operator knows the member: 0 to 3.
    pub tier: u32,
    /// What holds in each currency.
    pub currencies: Vec<CurrencyLimits>,
    /// Other currencies that are offered, by code.
    pub others: String,
    /// Payments that may be begun in ten minutes.
    pub pace: usize,
    /// The zone in which days and months begin, as in `Europe/Paris`.
    pub zone: String,
}

/// What holds in one currency.
#[derive(Clone)]
pub struct CurrencyLimits {
    /// The currency's code.
    pub code: String,
    /// The limits.
    pub limits: Vec<Limit>,
    /// What needs no PIN.
    pub exempt: Exempt,
}

/// A limit, and how much of it is used.
#[derive(Clone)]
pub struct Limit {
    /// `payment`, `gift`, `day` or `month`.
    pub code: &'static str,
    /// The limit.
    pub limit: String,
    /// What is used of it; `None` for a limit per payment.
    pub used: Option<Used>,
}

/// How much of a limit is used.
#[derive(Clone)]
pub struct Used {
    /// The amount used.
    pub used: String,
    /// The amount left.
    pub left: String,
    /// The part used, from 0 to 100.
    pub percent: u8,
}

/// What needs no PIN, and when the next PIN is asked for.
#[derive(Clone)]
pub struct Exempt {
    /// The most one payment without PIN may be.
    pub payment: String,
    /// How payments without PIN are counted.
    pub counter: Counter,
    /// Whether the next payment needs the PIN, however small.
    pub over: bool,
}

/// How payments without PIN are counted since the last one with it.
#[derive(Clone)]
pub enum Counter {
    /// By their total.
    Total {
        /// Up to which.
        most: String,
        /// So far.
        so_far: String,
    },
    /// By their number.
    Number {
        /// Up to which.
        most: u32,
        /// So far.
        so_far: u32,
    },
}
