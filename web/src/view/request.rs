//! A request for money, or a whole that is shared: who asks, who is asked, who has paid.

use askama::Template;

use super::card::Badge;
use super::payment::Payee;
use super::piece::{Moment, Person};
use super::rich::Rich;
use super::shell::Shell;

/// A request for money as those concerned see it.
#[derive(Template)]
#[template(path = "request.html")]
pub struct RequestPage {
    /// What stands around.
    pub shell: Shell,
    /// The id of the bill that is looked at.
    pub id: String,
    /// The whole that is shared, or what is asked.
    pub amount: String,
    /// Whether a whole is shared.
    pub shared: bool,
    /// Who asks.
    pub from: Person,
    /// Who is asked, how much, and whether they have paid, as far as it is the reader's business.
    pub parts: Vec<Payee>,
    /// The part of whoever asks, where they share.
    pub own: Option<String>,
    /// What is paid so far, of several.
    pub paid: Option<String>,
    /// What it is for.
    pub what: Option<Rich>,
    /// Until when it waits.
    pub until: Option<Moment>,
    /// When those who are asked were reminded last.
    pub reminded: Option<Moment>,
    /// Where to pay it, for whoever is asked.
    pub approve_href: Option<String>,
    /// Where the payment stands that paid the reader's part.
    pub payment_href: Option<String>,
    /// Whether the reader may take it back and remind of it.
    pub own_open: bool,
    /// For whoever is asked: the one who asks, to keep away or to let through.
    pub block: Option<Block>,
}

/// Somebody whose requests can be kept away, or are.
#[derive(Clone)]
pub struct Block {
    /// Who.
    pub person: Person,
    /// Their id.
    pub member: String,
    /// Whether they are kept away.
    pub blocked: bool,
}

impl RequestPage {
    fn badge_of(&self, state: &super::card::State) -> Badge {
        Badge { state: *state, word: state.word(self.shell.t) }
    }
}
