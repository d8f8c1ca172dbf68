//! Paying somebody by a form that writes the message.

use askama::Template;

use super::people::Known;
use super::piece::Notice;
use super::shell::Shell;

/// Whom, how much, what for.
#[derive(Template)]
#[template(path = "compose.html")]
pub struct ComposePage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// Whom, as far as it is known.
    pub to: String,
    /// The currencies to choose from, by code: those of the reader's wallets.
    pub currencies: Vec<String>,
    /// Whom the reader paid before.
    pub people: Vec<Known>,
}
