//! What waits for a member: approvals, claims to confirm, money set aside whose link must be passed on.

use app::words::Words;
use askama::Template;
use askama::filters::HtmlSafe;

use super::card::Act;
use super::piece::{Moment, Notice, Person, Share};
use super::shell::Shell;

/// What needs me.
#[derive(Template)]
#[template(path = "needs.html")]
pub struct NeedsPage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// Payments that wait for my approval.
    pub approvals: Vec<Need>,
    /// Claims on my money that wait for my confirmation.
    pub confirmations: Vec<Need>,
    /// Money I set aside, whose link I can pass on.
    pub set_aside: Vec<Need>,
    /// Claims I made, that wait for the sender.
    pub claims: Vec<Need>,
    /// Money that others ask of me.
    pub requests: Vec<Need>,
    /// Money that I ask of others.
    pub asking: Vec<Need>,
    /// Payments of which I am asked to give something back.
    pub refunds: Vec<Need>,
}

/// One thing that waits.
#[derive(Template, Clone)]
#[template(path = "piece/need.html")]
pub struct Need {
    /// The words.
    pub t: &'static Words,
    /// The payment's id.
    pub id: String,
    /// The other side.
    pub person: Person,
    /// What it is about, ready to show.
    pub text: String,
    /// The amount.
    pub amount: String,
    /// Until when it waits.
    pub until: Option<Moment>,
    /// Where the story stands.
    pub href: String,
    /// What to do about it; nothing where only somebody else can.
    pub act: Option<Act>,
    /// The link to pass on.
    pub share: Option<Share>,
}

impl HtmlSafe for Need {}

impl NeedsPage {
    fn is_empty(&self) -> bool {
        self.groups().iter().all(|(_, list)| list.is_empty())
    }

    fn groups(&self) -> [(&'static str, &[Need]); 7] {
        [
            ("page-needs-approvals", &self.approvals),
            ("page-needs-requests", &self.requests),
            ("page-needs-confirmations", &self.confirmations),
            ("page-needs-set-aside", &self.set_aside),
            ("page-needs-claims", &self.claims),
            ("page-needs-asking", &self.asking),
            ("page-needs-refunds", &self.refunds),
        ]
    }
}
