//! Payments on days to come: all of a member's with a form for another, and one with what became of it.

use askama::Template;

use super::card::{Badge, State};
use super::needs::Need;
use super::piece::{Moment, Person};
use super::rich::Rich;
use super::shell::Shell;

/// A member's schedules, and a form that sets another up.
#[derive(Template)]
#[template(path = "schedules.html")]
pub struct SchedulesPage {
    /// What stands around.
    pub shell: Shell,
    /// The newest first.
    pub schedules: Vec<Need>,
    /// Where the older ones stand.
    pub older: Option<String>,
    /// The currencies to choose from, by code: those of the reader's wallets.
    pub currencies: Vec<String>,
    /// What is in the form.
    pub form: Form,
}

/// What somebody has typed into the form.
#[derive(Clone, Default)]
pub struct Form {
    /// What was wrong with the last try.
    pub error: Option<String>,
    /// Names this form, so that sending it twice sets up one schedule.
    pub name: String,
    /// Whom.
    pub to: String,
    /// How much.
    pub amount: String,
    /// In which currency, by code.
    pub currency: String,
    /// What for.
    pub what: String,
    /// The first day, as in `2026-11-29`.
    pub first: String,
    /// The earliest first day.
    pub earliest: String,
    /// `once`, `weekly` or `monthly`.
    pub rhythm: String,
    /// The day of the month.
    pub day: String,
    /// The last day.
    pub last: String,
    /// How many payments at most.
    pub times: String,
}

/// One schedule.
#[derive(Template)]
#[template(path = "schedule.html")]
pub struct SchedulePage {
    /// What stands around.
    pub shell: Shell,
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub state: State,
    /// How much each time.
    pub amount: String,
    /// Who is paid.
    pub to: Person,
    /// How often, from when.
    pub when: String,
    /// The last day, if it has one.
    pub last: Option<String>,
    /// How many payments at most.
    pub times: Option<u32>,
    /// What it is for.
    pub what: Option<Rich>,
    /// When the next payment is made.
    pub next: Option<Moment>,
    /// Whether that is the second try of one that was refused.
    pub tried: bool,
    /// How many payments it has made.
    pub paid: u32,
    /// What became of the latest occurrences, the newest first.
    pub runs: Vec<RunRow>,
    /// Where to approve it.
    pub approve_href: Option<String>,
}

/// What became of an occurrence.
pub struct RunRow {
    /// When.
    pub at: Moment,
    /// The name of the text that says what.
    pub outcome: &'static str,
    /// The payment.
    pub href: Option<String>,
}

impl SchedulePage {
    fn badge(&self) -> Badge {
        Badge { state: self.state, word: self.state.word(self.shell.t) }
    }

    fn is(&self, state: State) -> bool {
        self.state == state
    }

    fn open(&self) -> bool {
        matches!(self.state, State::Asked | State::Active | State::Paused)
    }
}
