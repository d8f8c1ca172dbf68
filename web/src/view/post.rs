//! A message, in the timeline or in a direct conversation.

use app::words::Words;
use askama::Template;
use askama::filters::HtmlSafe;

use super::card::Card;
use super::piece::{Moment, Person};
use super::rich::Rich;

/// Whose message it is, as the reader sees it.
#[derive(Clone)]
pub enum Voice {
    /// The reader's own.
    Mine(Person),
    /// Somebody else's.
    Theirs(Person),
    /// The service's.
    Service,
}

impl Voice {
    /// The class in the style sheet.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self {
            Self::Mine(_) => "mine",
            Self::Theirs(_) => "theirs",
            Self::Service => "service",
        }
    }

    /// The member who speaks; nobody where it is the service.
    #[must_use]
    pub const fn person(&self) -> Option<&Person> {
        match self {
            Self::Mine(person) | Self::Theirs(person) => Some(person),
            Self::Service => None,
        }
    }
}

/// A message.
#[derive(Template, Clone)]
#[template(path = "piece/post.html")]
pub struct Post {
    /// The words.
    pub t: &'static Words,
    /// The message's id; the element's id is `post-` and this.
    pub id: String,
    /// Whose it is.
    pub voice: Voice,
    /// When it was written.
    pub at: Moment,
    /// Its language, where known.
    pub lang: Option<&'static str>,
    /// What it says.
    pub text: Rich,
    /// What it answers.
    pub reply_to: Option<ReplyTo>,
    /// The payment it started or tells about.
    pub card: Option<Card>,
    /// Answers to choose from, where the service asks: each is sent as a direct message.
    pub answers: Vec<String>,
    /// Where to answer it, as in `/square?reply=…`; `None` where one cannot.
    pub reply_href: Option<String>,
    /// Whether the reader may delete it.
    pub deletable: bool,
    /// The token that the forms repeat; empty where there are none.
    pub csrf: String,
    /// Where the forms lead back to.
    pub next: String,
}

/// The message that another one answers.
#[derive(Clone)]
pub struct ReplyTo {
    /// Its id.
    pub id: String,
    /// Who wrote it.
    pub name: String,
    /// How it begins.
    pub excerpt: String,
}

impl HtmlSafe for Post {}

/// The form that writes a message.
#[derive(Template, Clone)]
#[template(path = "piece/composer.html")]
pub struct Composer {
    /// The words.
    pub t: &'static Words,
    /// The token that the form repeats.
    pub csrf: String,
    /// A name that is unique on the page, for the labels.
    pub id: &'static str,
    /// A fresh key, so that a message sent twice counts once.
    pub key: String,
    /// What stands in it already.
    pub draft: String,
    /// Who will read it.
    pub audience: Audience,
    /// What it answers.
    pub reply_to: Option<ReplyTo>,
    /// Where it leads back to.
    pub next: String,
    /// Why the last try was not sent.
    pub error: Option<String>,
}

impl HtmlSafe for Composer {}

/// Who reads a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// The writer chooses; everybody at first.
    Public,
    /// The writer chooses; only the service at first.
    Direct,
    /// Always only the service: no choice is shown.
    OnlyDirect,
}
