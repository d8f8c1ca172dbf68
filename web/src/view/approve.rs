//! The approval sheet: the most important screen. Amount, payee, one act, one quiet way out.

use askama::Template;

use super::card::State;
use super::piece::{Moment, Person};
use super::rich::Rich;
use super::shell::Shell;

/// The approval of one payment.
#[derive(Template)]
#[template(path = "approve.html")]
pub struct ApprovePage {
    /// What stands around.
    pub shell: Shell,
    /// The payment's id.
    pub id: String,
    /// Where the story of it stands.
    pub story: String,
    /// Who asks for the money, where somebody does.
    pub asker: Option<String>,
    /// On which days it is paid, where it is a schedule.
    pub when: Option<String>,
    /// What is approved.
    pub sheet: Sheet,
    /// Whether the reader can answer with a passkey.
    pub touch: bool,
    /// What the reader can do now.
    pub step: ApproveStep,
}

/// Exactly what is approved.
pub struct Sheet {
    /// What leaves the payer's wallet altogether.
    pub amount: String,
    /// Whether it is a gift to a charity.
    pub gift: bool,
    /// Who is paid.
    pub payees: Vec<SheetPayee>,
    /// What it is for.
    pub what: Option<Rich>,
    /// What the payer has before.
    pub available: String,
    /// Until when it can be approved.
    pub until: Moment,
    /// What to think of first: that it looks like one just made, or that somebody claims it.
    pub warning: Option<String>,
    /// The digest of what is shown, sent back with the consent.
    pub shown: String,
}

/// Somebody who is paid, and how well the payer knows them.
pub struct SheetPayee {
    /// Who.
    pub person: Person,
    /// How much, where several are paid.
    pub amount: Option<String>,
    /// Since when they are a member, as in `12 March 2026`; `None` where they have no account yet.
    pub since: Option<String>,
    /// How often the payer has paid them before.
    pub paid_before: u32,
    /// Somebody else who looks like them.
    pub alike: Option<Alike>,
}

/// Somebody whom a payee looks like and is not.
pub struct Alike {
    /// Who.
    pub person: Person,
    /// How often the payer has paid them; `None` for a shop or a charity that the payer may not know.
    pub paid: Option<u32>,
}

/// What the reader can do about an approval.
pub enum ApproveStep {
    /// Type the PIN; after a wrong one, with what to say about it.
    Pin {
        /// What was wrong.
        error: Option<String>,
    },
    /// Answer with a passkey; there is no PIN that could be typed.
    Touch {
        /// What was wrong.
        error: Option<String>,
    },
    /// Say yes; the amount is small enough without a PIN.
    Yes {
        /// What was wrong.
        error: Option<String>,
    },
    /// Choose a PIN first; after a weak one, with what to say about it.
    NoPin {
        /// What was wrong.
        error: Option<String>,
    },
    /// It is not what was shown before: look again.
    Changed,
    /// The PIN is locked.
    Locked,
    /// It can no longer be approved.
    Ended(State),
}

impl ApprovePage {
    fn only(&self) -> Option<&SheetPayee> {
        match self.sheet.payees.as_slice() {
            [payee] => Some(payee),
            _ => None,
        }
    }

    /// What the button does, as in `Send 50.00 € to Bob`.
    fn act(&self) -> String {
        let t = self.shell.t;
        let amount = &self.sheet.amount;
        match self.only() {
            Some(SheetPayee { person, .. }) if self.when.is_some() => {
                let line = t.line("page-schedule-act").with("amount", amount);
                line.with("to", &person.name).to_string()
            }
            Some(SheetPayee { person, .. }) => {
                let id = if self.sheet.gift { "page-approve-give" } else { "page-approve-send" };
                t.line(id).with("amount", amount).with("to", &person.name).to_string()
            }
            None => t
                .line("page-approve-send-each")
                .with("amount", amount)
                .count("count", self.sheet.payees.len())
                .to_string(),
        }
    }

    fn pin_next(&self) -> String {
        format!("/approve/{}", self.id)
    }

    fn ended_text(&self, state: &State) -> String {
        if self.when.is_some() {
            return self.shell.t.text("page-schedule-stands");
        }
        let state = ("state", state.code());
        match &self.asker {
            Some(from) => self.shell.t.text_with("page-request-ended", &[state, ("from", from)]),
            None => self.shell.t.text_with("page-approve-ended", &[state]),
        }
    }
}
