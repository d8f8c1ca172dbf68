//! What is shown when something is refused, missing, too busy, or broken.

use askama::Template;

use super::card::Act;
use super::shell::Shell;

/// Something did not work.
#[derive(Template)]
#[template(path = "trouble.html")]
pub struct TroublePage {
    /// What stands around.
    pub shell: Shell,
    /// What kind of trouble.
    pub trouble: Trouble,
    /// What happened and what next, in the reader's words; the general sentence where there is none.
    pub text: Option<String>,
    /// Where to go on; the square where nothing better is known.
    pub act: Option<Act>,
}

/// What kind of trouble.
pub enum Trouble {
    /// The rules said no, with this stable code.
    Refused(String),
    /// No such page.
    NotFound,
    /// The form was too old or came from elsewhere.
    Stale,
    /// Too much at once; try again in so many seconds.
    Busy(u32),
    /// It broke on our side, with this reference.
    Fault(String),
}

impl Trouble {
    const fn title_id(&self) -> &'static str {
        match self {
            Self::Refused(_) => "page-trouble-refused",
            Self::NotFound => "page-trouble-not-found",
            Self::Stale => "page-trouble-stale",
            Self::Busy(_) => "page-trouble-busy",
            Self::Fault(_) => "page-trouble-fault",
        }
    }

    const fn text_id(&self) -> &'static str {
        match self {
            Self::Refused(_) => "page-trouble-refused-text",
            Self::NotFound => "page-trouble-not-found-text",
            Self::Stale => "page-trouble-stale-text",
            Self::Busy(_) => "page-trouble-busy-text",
            Self::Fault(_) => "page-trouble-fault-text",
        }
    }

    const fn icon(&self) -> &'static str {
        match self {
            Self::Refused(_) => "stop",
            Self::NotFound => "gone",
            Self::Stale | Self::Busy(_) => "clock",
            Self::Fault(_) => "warn",
        }
    }

    const fn tone(&self) -> &'static str {
        match self {
            Self::Refused(_) | Self::Fault(_) => "red",
            Self::NotFound => "quiet",
            Self::Stale | Self::Busy(_) => "amber",
        }
    }
}
