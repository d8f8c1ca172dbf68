//! What a charity was given.

use app::words::Words;
use askama::Template;
use askama::filters::HtmlSafe;

use super::piece::{Moment, Person};
use super::rich::Rich;
use super::shell::Shell;

/// The page of a charity's drive.
#[derive(Template)]
#[template(path = "drive.html")]
pub struct DrivePage {
    /// What stands around.
    pub shell: Shell,
    /// Where its live updates come from.
    pub live: String,
    /// Where to give.
    pub give_href: String,
    /// Since when it is counted, as in `12 March 2026`.
    pub since: String,
    /// What the charity says about itself.
    pub about: Rich,
    /// What changes while somebody looks.
    pub drive: Drive,
    /// Who.
    pub person: Person,
}

/// The part of the page that is replaced while somebody looks.
#[derive(Template, Clone)]
#[template(path = "piece/drive.html")]
pub struct Drive {
    /// The reader's words.
    pub t: &'static Words,
    /// One for each currency.
    pub counters: Vec<Counter>,
    /// The latest gifts that were told in public, newest first.
    pub gifts: Vec<Gift>,
    /// Whether the reader may see them.
    pub named: bool,
}

impl HtmlSafe for Drive {}

/// What was given in one currency.
#[derive(Clone)]
pub struct Counter {
    /// The currency's code.
    pub currency: String,
    /// Minor units in all, for programs.
    pub minor: i64,
    /// In all.
    pub total: String,
    /// How many gifts in all.
    pub gifts: i64,
    /// The same as the reader writes it.
    pub gifts_shown: String,
    /// Today.
    pub today: String,
    /// How many gifts today, as the reader writes it.
    pub gifts_today: String,
}

/// A gift that was told in public.
#[derive(Clone)]
pub struct Gift {
    /// Who gave.
    pub from: Person,
    /// How much.
    pub amount: String,
    /// When.
    pub at: Moment,
}
