//! The square: the public timeline with the composer, and beside it the reader's money and direct
//! conversation.

use app::words::Words;
use askama::Template;
use askama::filters::HtmlSafe;

use super::movement::Balance;
use super::needs::Need;
use super::piece::Notice;
use super::post::{Composer, Post};
use super::shell::Shell;

/// The square.
#[derive(Template)]
#[template(path = "square.html")]
pub struct SquarePage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// Where to write.
    pub composer: Composer,
    /// Things to try, in the demo.
    pub suggestions: Vec<Suggestion>,
    /// The timeline, newest first.
    pub posts: Vec<Post>,
    /// Where the older posts stand.
    pub older: Option<String>,
    /// The reader's money.
    pub money: MoneyPanel,
    /// The reader's conversation with the service.
    pub talk: Talk,
}

/// A message to try.
#[derive(Clone)]
pub struct Suggestion {
    /// The message.
    pub text: String,
    /// The page with the message in its composer, as in `/square?draft=…`.
    pub href: String,
}

/// What the reader has, and what waits.
#[derive(Template, Clone)]
#[template(path = "piece/money.html")]
pub struct MoneyPanel {
    /// The words.
    pub t: &'static Words,
    /// What every wallet has.
    pub balances: Vec<Balance>,
    /// What waits for the reader: the first few.
    pub needs: Vec<Need>,
    /// How many wait altogether.
    pub needs_count: u32,
}

impl HtmlSafe for MoneyPanel {}

impl MoneyPanel {
    fn all_shown(&self) -> bool {
        usize::try_from(self.needs_count).is_ok_and(|count| count <= self.needs.len())
    }
}

/// The direct conversation with the service.
#[derive(Template, Clone)]
#[template(path = "piece/talk.html")]
pub struct Talk {
    /// The words.
    pub t: &'static Words,
    /// The messages, oldest first.
    pub posts: Vec<Post>,
    /// Where to write.
    pub composer: Composer,
    /// Where the older messages stand.
    pub older: Option<String>,
}

impl HtmlSafe for Talk {}

/// The direct conversation on a page of its own.
#[derive(Template)]
#[template(path = "messages.html")]
pub struct MessagesPage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// The conversation.
    pub talk: Talk,
}
