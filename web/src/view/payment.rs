//! The story of one payment.

use askama::Template;

use super::card::{Act, Badge, State, Trail};
use super::piece::{Moment, Notice, Person, Share};
use super::rich::Rich;
use super::shell::Shell;

/// The story of one payment.
#[derive(Template)]
#[template(path = "payment.html")]
pub struct PaymentPage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// The payment's id.
    pub id: String,
    /// Where it stands.
    pub state: State,
    /// Why it was refused, in the reader's words.
    pub reason: Option<String>,
    /// The amount; the whole where several are paid.
    pub amount: String,
    /// Who pays.
    pub from: Person,
    /// Who is paid, each with an amount where they are several.
    pub payees: Vec<Payee>,
    /// What it is for.
    pub what: Option<Rich>,
    /// The fee, for the merchant who pays it; `None` is shown as free.
    pub fee: Option<String>,
    /// What remains for the payee after the fee.
    pub net: Option<String>,
    /// Until when it waits.
    pub until: Option<Moment>,
    /// What happened.
    pub trail: Trail,
    /// Where the post stands that started it.
    pub post_href: Option<String>,
    /// Where the request stands that it paid.
    pub request_href: Option<String>,
    /// Where the schedule stands whose payment it is, for its payer.
    pub schedule_href: Option<String>,
    /// Where to approve it, for the payer while it is asked.
    pub approve_href: Option<String>,
    /// The link to pass on, for the payer while it is set aside.
    pub share: Option<Share>,
    /// Whether the reader may cancel it.
    pub cancellable: bool,
    /// What has gone back to the payer, ready to show.
    pub back: Option<String>,
    /// What is asked back and waits, ready to show.
    pub asked_back: Option<String>,
    /// Where to give it back or to ask for it.
    pub refund: Option<Act>,
}

/// Somebody who is paid.
#[derive(Clone)]
pub struct Payee {
    /// Who.
    pub person: Person,
    /// How much, where several are paid.
    pub amount: Option<String>,
    /// Where their share stands, where several are paid.
    pub state: Option<State>,
    /// What they gave back, where several are paid.
    pub back: Option<String>,
    /// Where to ask for their share back, where several are paid.
    pub refund: Option<Act>,
}

impl PaymentPage {
    fn badge(&self) -> Badge {
        Badge { state: self.state, word: self.state.word(self.shell.t) }
    }

    fn badge_of(&self, state: &State) -> Badge {
        Badge { state: *state, word: state.word(self.shell.t) }
    }
}
