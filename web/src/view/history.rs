//! What came in and went out of one wallet, with filters.

use askama::Template;

use super::movement::Movements;
use super::piece::Notice;
use super::shell::Shell;

/// A wallet's history.
#[derive(Template)]
#[template(path = "history.html")]
pub struct HistoryPage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// The wallets to choose from.
    pub wallets: Vec<Tab>,
    /// What is looked for.
    pub asked: Asked,
    /// What was found, newest first.
    pub found: Movements,
    /// Where it goes on.
    pub next: Option<Next>,
    /// The address of what is shown as a file.
    pub export: String,
    /// How many lines a file has at most.
    pub export_max: String,
}

/// A wallet to look at.
#[derive(Clone, Debug)]
pub struct Tab {
    /// The currency's code.
    pub currency: String,
    /// What it has.
    pub available: String,
    /// Its history.
    pub href: String,
    /// Whether it is the one that is shown.
    pub here: bool,
}

/// What the filter's fields hold.
#[derive(Clone, Default, Debug)]
pub struct Asked {
    /// The currency's code.
    pub currency: String,
    /// The first day, as in `2026-11-29`.
    pub since: String,
    /// The last day.
    pub until: String,
    /// `in`, `out` or empty.
    pub way: &'static str,
    /// Part of a name.
    pub who: String,
    /// Part of a memo.
    pub what: String,
}

/// Where a history goes on.
#[derive(Clone, Debug)]
pub struct Next {
    /// The address.
    pub href: String,
    /// How many lines were looked through, where that ended the search.
    pub looked_through: Option<usize>,
}

impl Asked {
    /// Whether anything but the wallet is chosen.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        [&self.since, &self.until, &self.who, &self.what].iter().any(|text| !text.is_empty())
            || !self.way.is_empty()
    }
}
