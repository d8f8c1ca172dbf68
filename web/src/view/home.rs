//! Home: what a member has, what waits for them, what happened, and whom they pay.

use askama::Template;

use super::movement::{Balance, Movements};
use super::needs::Need;
use super::people::Known;
use super::piece::Notice;
use super::shell::Shell;

/// Home.
#[derive(Template)]
#[template(path = "home.html")]
pub struct HomePage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// What every wallet has.
    pub balances: Vec<Balance>,
    /// What waits for the reader: the first few.
    pub needs: Vec<Need>,
    /// How many wait altogether.
    pub needs_count: u32,
    /// Whom they pay, the latest first.
    pub people: Vec<Known>,
    /// The latest movements.
    pub recent: Movements,
}
