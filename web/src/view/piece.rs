//! Small pieces that pages are made of: a person, an instant, a notice, an empty place.

use app::words::{Reader, Words};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::time::Timestamp;

/// What kind of member somebody is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A person.
    Person,
    /// A charity.
    Charity,
    /// A merchant.
    Merchant,
}

impl Kind {
    /// The name of the text that says it.
    #[must_use]
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Person => "page-kind-person",
            Self::Charity => "page-kind-charity",
            Self::Merchant => "page-kind-merchant",
        }
    }
}

/// A person: the mark, the name, the handle.
#[derive(Clone, Debug)]
pub struct Person {
    /// Which of the eight colours of the mark, computed from the id.
    pub colour: u8,
    /// The letter in the mark.
    pub initial: String,
    /// The name.
    pub name: String,
    /// The handle with its `@`; empty where none is known.
    pub handle: String,
    /// Person, charity or merchant.
    pub kind: Kind,
}

impl Person {
    /// A member; the colour of the mark follows from `id` and never changes.
    #[must_use]
    pub fn new(id: &str, name: &str, handle: &str, kind: Kind) -> Self {
        const COLOURS: u32 = 8;
        let sum = id.bytes().fold(5_381_u32, |sum, byte| sum.wrapping_mul(33) ^ u32::from(byte));
        let initial = name.chars().chain(handle.chars()).find(|c| c.is_alphanumeric());
        Self {
            colour: u8::try_from((sum ^ (sum >> 16)) % COLOURS).unwrap_or_default(),
            initial: initial.map(|c| c.to_uppercase().to_string()).unwrap_or_default(),
            name: name.to_owned(),
            handle: handle.to_owned(),
            kind,
        }
    }

    /// Somebody who has no account yet: known only by a handle.
    #[must_use]
    pub fn unknown(handle: &str) -> Self {
        Self::new(handle, handle, "", Kind::Person)
    }

    /// The mark alone.
    #[must_use]
    pub fn mark(&self) -> Mark<'_> {
        Mark { person: self }
    }
}

/// The mark of a person, without the name.
#[derive(Template)]
#[template(path = "piece/mark.html")]
pub struct Mark<'a> {
    person: &'a Person,
}

impl HtmlSafe for Mark<'_> {}

/// An instant as a machine and as a reader read it.
#[derive(Clone, Debug)]
pub struct Moment {
    /// RFC 3339, for the `datetime` attribute.
    pub iso: String,
    /// In the reader's words.
    pub shown: String,
}

impl Moment {
    /// The instant in full: `Sunday 29 November, 18:04`.
    #[must_use]
    pub fn full(instant: Timestamp, reader: &Reader) -> Self {
        let words = Words::get(reader.lang);
        Self { iso: instant.to_jiff().to_string(), shown: words.at(instant, &reader.zone) }
    }

    /// The hour if it is today, else in full.
    #[must_use]
    pub fn short(instant: Timestamp, now: Timestamp, reader: &Reader) -> Self {
        let words = Words::get(reader.lang);
        let day = |at| words.date(at, &reader.zone);
        match day(instant) == day(now) {
            true => {
                Self { shown: words.hour(instant, &reader.zone), ..Self::full(instant, reader) }
            }
            false => Self::full(instant, reader),
        }
    }
}

/// How serious a notice or a state is; colour and icon follow from it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Done, money in.
    Patina,
    /// Waiting for somebody.
    Amber,
    /// Refused, money at risk.
    Red,
    /// Ended without money moving.
    Quiet,
}

impl Tone {
    /// The class in the style sheet.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Patina => "patina",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::Quiet => "quiet",
        }
    }

    /// The name of its icon.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Patina => "check",
            Self::Amber => "clock",
            Self::Red => "warn",
            Self::Quiet => "gone",
        }
    }
}

/// A sentence that stands out.
#[derive(Template, Clone, Debug)]
#[template(path = "piece/notice.html")]
pub struct Notice {
    /// How serious it is.
    pub tone: Tone,
    /// What it says.
    pub text: String,
}

impl HtmlSafe for Notice {}

/// A private link to pass on.
#[derive(Template, Clone)]
#[template(path = "piece/share.html")]
pub struct Share {
    /// The words.
    pub t: &'static Words,
    /// The whole address.
    pub link: String,
    /// Whom it is for, ready to show.
    pub to: String,
    /// A name that is unique on the page, for the label.
    pub id: String,
}

impl HtmlSafe for Share {}
