//! The operator's pages: every one is a title, perhaps a form to look for something, and parts with a chart or a
//! table. A member's page has acts too, each with the operator's PIN.

use askama::Template;

use super::chart::Chart;
use super::piece::{Notice, Person};
use super::shell::Shell;
use super::table::Table;

/// A page to look at.
#[derive(Template)]
#[template(path = "operator.html")]
pub struct OperatorPage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// Which page.
    pub place: Place,
    /// What is looked for.
    pub search: Option<Search>,
    /// What there is.
    pub parts: Vec<Part>,
    /// Where older rows stand.
    pub older: Option<String>,
    /// Whether the ledger can be checked from here, and is not being checked.
    pub check: Option<bool>,
}

/// A page of the operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// How things stand.
    Overview,
    /// Payments.
    Payments,
    /// Members.
    Members,
    /// Money set aside.
    Holds,
    /// What was refused.
    Refusals,
    /// What operators did.
    Acts,
    /// Money without owner.
    Suspense,
}

impl Place {
    /// Every page.
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::Payments,
        Self::Members,
        Self::Holds,
        Self::Suspense,
        Self::Refusals,
        Self::Acts,
    ];

    /// Where it stands.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Overview => "/operator",
            Self::Payments => "/operator/payments",
            Self::Members => "/operator/members",
            Self::Holds => "/operator/holds",
            Self::Refusals => "/operator/refusals",
            Self::Acts => "/operator/acts",
            Self::Suspense => "/operator/suspense",
        }
    }

    /// The name of the text that is its title.
    #[must_use]
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Overview => "page-operator",
            Self::Payments => "page-operator-payments",
            Self::Members => "page-operator-members",
            Self::Holds => "page-operator-holds",
            Self::Refusals => "page-operator-refusals",
            Self::Acts => "page-operator-acts",
            Self::Suspense => "page-operator-suspense",
        }
    }
}

/// What is looked for.
#[derive(Clone, Default, Debug)]
pub struct Search {
    /// An id or a handle.
    pub text: String,
    /// The states to choose from: code, word, whether it is chosen. Empty where there is nothing to choose.
    pub states: Vec<(&'static str, String, bool)>,
    /// The first day, as in `2026-11-29`.
    pub since: String,
    /// The last day.
    pub until: String,
}

/// A part of a page.
#[derive(Clone, Default)]
pub struct Part {
    /// A name that is unique on the page.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// A sentence about it.
    pub note: Option<String>,
    /// Whether the sentence warns.
    pub alarm: bool,
    /// A chart.
    pub chart: Option<Chart>,
    /// A table.
    pub table: Option<Table>,
}

/// A member, as an operator sees them.
#[derive(Template)]
#[template(path = "operator_member.html")]
pub struct OperatorMemberPage {
    /// What stands around.
    pub shell: Shell,
    /// What was done, or what was wrong with the last try.
    pub notice: Option<Notice>,
    /// Who.
    pub person: Person,
    /// Their id.
    pub id: String,
    /// What is known of them: name and value.
    pub facts: Vec<(String, String)>,
    /// Why they are frozen.
    pub frozen: Option<String>,
    /// The reason that was typed before.
    pub reason: String,
    /// Their latest payments.
    pub payments: Table,
}

/// Money without owner, as an operator sees it.
#[derive(Template)]
#[template(path = "operator_suspense.html")]
pub struct OperatorSuspensePage {
    /// What stands around.
    pub shell: Shell,
    /// What was wrong with the last try.
    pub notice: Option<Notice>,
    /// Its id.
    pub id: String,
    /// How much.
    pub amount: String,
    /// What is known of it: name and value.
    pub facts: Vec<(String, String)>,
    /// Whether it waits.
    pub waits: bool,
    /// Whose it may be: name, handle with `@`, and where it stands in the form.
    pub perhaps: Vec<(String, String, String)>,
    /// The handle that was chosen or typed before.
    pub to: String,
    /// The reason that was typed before.
    pub reason: String,
}
