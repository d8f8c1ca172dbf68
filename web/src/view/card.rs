//! A payment: the card that stands in a conversation and changes, and the states it goes through.

use app::words::Words;
use askama::Template;
use askama::filters::HtmlSafe;

use super::piece::{Moment, Tone};
use super::rich::Rich;

/// The state of a payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Looks like one just made: waits for a yes.
    Doubted,
    /// Waits for the payer's approval.
    Asked,
    /// Set aside for somebody who has no account yet.
    Held,
    /// Somebody claims it; the payer confirms.
    Claimed,
    /// Paid.
    Paid,
    /// Set aside and back with the payer.
    Returned,
    /// Taken back by the payer before the end.
    Cancelled,
    /// The payer or the payee said no.
    Declined,
    /// Nobody approved in time.
    Expired,
    /// The rules said no.
    Refused,
    /// Asked of somebody who has not answered.
    Open,
    /// Taken back by whoever asked.
    Withdrawn,
    /// A schedule that pays when it is due.
    Active,
    /// A schedule that pays nothing for now.
    Paused,
    /// A schedule that has come to its last payment.
    Ended,
}

impl State {
    /// Every state, in the order of a payment's life.
    pub const ALL: [Self; 15] = [
        Self::Doubted,
        Self::Asked,
        Self::Held,
        Self::Claimed,
        Self::Paid,
        Self::Returned,
        Self::Cancelled,
        Self::Declined,
        Self::Expired,
        Self::Refused,
        Self::Open,
        Self::Withdrawn,
        Self::Active,
        Self::Paused,
        Self::Ended,
    ];

    /// The stable code, as in the messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Doubted => "doubted",
            Self::Asked => "asked",
            Self::Held => "held",
            Self::Claimed => "claimed",
            Self::Paid => "paid",
            Self::Returned => "returned",
            Self::Cancelled => "cancelled",
            Self::Declined => "declined",
            Self::Expired => "expired",
            Self::Refused => "refused",
            Self::Open => "open",
            Self::Withdrawn => "withdrawn",
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Ended => "ended",
        }
    }

    /// Reads a stable code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The word for the state.
    #[must_use]
    pub fn word(self, t: &Words) -> String {
        t.text(&format!("page-state-{}", self.code()))
    }

    /// How serious it is.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Self::Doubted | Self::Asked | Self::Held | Self::Claimed | Self::Open => Tone::Amber,
            Self::Paused => Tone::Amber,
            Self::Paid | Self::Active => Tone::Patina,
            Self::Returned | Self::Cancelled | Self::Declined | Self::Expired | Self::Withdrawn => {
                Tone::Quiet
            }
            Self::Ended => Tone::Quiet,
            Self::Refused => Tone::Red,
        }
    }

    /// The name of the icon that goes with the word.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Doubted | Self::Asked | Self::Open => "clock",
            Self::Held => "pouch",
            Self::Claimed => "hand",
            Self::Paid | Self::Active | Self::Ended => "check",
            Self::Paused => "clock",
            Self::Returned => "back",
            Self::Cancelled | Self::Withdrawn => "cross",
            Self::Declined => "gone",
            Self::Expired => "clock",
            Self::Refused => "stop",
        }
    }
}

/// A payment in a conversation. The same card changes; it is found again by its id.
#[derive(Template, Clone)]
#[template(path = "piece/card.html")]
pub struct Card {
    /// The words.
    pub t: &'static Words,
    /// The payment's id, as in `pay_…`; elements carry it as `data-card`.
    pub id: String,
    /// Where it stands.
    pub state: State,
    /// The amount, ready to show; the whole where several are paid.
    pub amount: String,
    /// Who pays.
    pub from: String,
    /// Who is paid, ready to show.
    pub to: String,
    /// What it is for.
    pub what: Option<Rich>,
    /// What has gone back to the payer, ready to show.
    pub back: Option<String>,
    /// Until when it waits.
    pub until: Option<Moment>,
    /// Where its story stands, for those who may read it.
    pub href: Option<String>,
    /// Where to act on it, for who must act: the approval or the confirmation.
    pub act: Option<Act>,
}

/// The one thing that somebody can do about a payment.
#[derive(Clone)]
pub struct Act {
    /// Where it is done.
    pub href: String,
    /// What it is called.
    pub label: String,
}

impl HtmlSafe for Card {}

/// The state as a word with its icon.
#[derive(Template, Clone)]
#[template(path = "piece/state.html")]
pub struct Badge {
    /// The state.
    pub state: State,
    /// The word for it.
    pub word: String,
}

impl HtmlSafe for Badge {}

impl Card {
    /// The state as a word with its icon.
    #[must_use]
    pub fn badge(&self) -> Badge {
        Badge { state: self.state, word: self.state.word(self.t) }
    }
}

/// What happened to a payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names say it, and `word` says it to people")]
pub enum Deed {
    Asked,
    Approved,
    SetAside,
    Claimed,
    Confirmed,
    TurnedAway,
    Paid,
    Returned,
    Cancelled,
    Declined,
    Expired,
    Refused,
    Refunded,
    RefundAsked,
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 14] = [
        Self::Asked,
        Self::Approved,
        Self::SetAside,
        Self::Claimed,
        Self::Confirmed,
        Self::TurnedAway,
        Self::Paid,
        Self::Returned,
        Self::Cancelled,
        Self::Declined,
        Self::Expired,
        Self::Refused,
        Self::Refunded,
        Self::RefundAsked,
    ];

    /// The word for it.
    #[must_use]
    pub fn word(self, t: &Words) -> String {
        t.text(match self {
            Self::Asked => "page-step-asked",
            Self::Approved => "page-step-approved",
            Self::SetAside => "page-step-set-aside",
            Self::Claimed => "page-step-claimed",
            Self::Confirmed => "page-step-confirmed",
            Self::TurnedAway => "page-step-turned-away",
            Self::Paid => "page-step-paid",
            Self::Returned => "page-step-returned",
            Self::Cancelled => "page-step-cancelled",
            Self::Declined => "page-step-declined",
            Self::Expired => "page-step-expired",
            Self::Refused => "page-step-refused",
            Self::Refunded => "page-step-refunded",
            Self::RefundAsked => "page-step-refund-asked",
        })
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Asked => "send",
            Self::Refunded => "back",
            Self::RefundAsked => "clock",
            Self::Approved | Self::Confirmed | Self::Paid => "check",
            Self::SetAside => "pouch",
            Self::Claimed => "hand",
            Self::Returned => "back",
            Self::Cancelled | Self::TurnedAway => "cross",
            Self::Declined => "gone",
            Self::Expired => "clock",
            Self::Refused => "stop",
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Asked | Self::SetAside | Self::Claimed | Self::TurnedAway | Self::RefundAsked => {
                Tone::Amber
            }
            Self::Refunded => Tone::Quiet,
            Self::Approved | Self::Confirmed | Self::Paid => Tone::Patina,
            Self::Returned | Self::Cancelled | Self::Declined | Self::Expired => Tone::Quiet,
            Self::Refused => Tone::Red,
        }
    }
}

/// One step of a payment's story.
#[derive(Clone)]
pub struct Step {
    /// What happened.
    pub deed: Deed,
    /// Who did it, where that says something: who claims, for instance.
    pub who: Option<String>,
    /// When.
    pub at: Moment,
}

/// The steps of a payment's story, oldest first.
#[derive(Template, Clone)]
#[template(path = "piece/trail.html")]
pub struct Trail {
    /// The words.
    pub t: &'static Words,
    /// The steps.
    pub steps: Vec<Step>,
}

impl HtmlSafe for Trail {}
