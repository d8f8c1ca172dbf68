//! Whom a member has paid or was paid by, and the common history with one of them.

use askama::Template;

use super::movement::Movements;
use super::piece::{Notice, Person};
use super::shell::Shell;

/// Somebody a member has paid or was paid by.
#[derive(Clone, Debug)]
pub struct Known {
    /// Who.
    pub person: Person,
    /// The page about them.
    pub href: String,
    /// Payments to them.
    pub paid: u32,
    /// Payments from them.
    pub received: u32,
    /// Since when, as in `12 March 2026`.
    pub since: String,
}

/// Everybody a member has paid or was paid by.
#[derive(Template)]
#[template(path = "people.html")]
pub struct PeoplePage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// They, the latest first.
    pub people: Vec<Known>,
    /// How many lines of each statement were looked through, where there are more.
    pub looked_through: Option<usize>,
}

/// One person, and what went between them and the reader.
#[derive(Template)]
#[template(path = "person.html")]
pub struct PersonPage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// Who.
    pub person: Person,
    /// Since when they are a member, as in `12 March 2026`.
    pub since: String,
    /// Payments to them that were found.
    pub paid: u32,
    /// Payments from them that were found.
    pub received: u32,
    /// Where to pay them; nobody pays themselves.
    pub pay_href: Option<String>,
    /// What they were given, where they are a charity.
    pub drive_href: Option<String>,
    /// What went between them and the reader, by currency.
    pub shared: Vec<Shared>,
}

/// What went between two people in one currency.
#[derive(Clone)]
pub struct Shared {
    /// The currency's code.
    pub currency: String,
    /// The lines.
    pub lines: Movements,
    /// Where the search goes on.
    pub further: Option<String>,
}
