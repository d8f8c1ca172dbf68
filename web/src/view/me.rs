//! A member's own page: name, PIN, limits and why, sessions.

use askama::Template;

use super::piece::{Moment, Notice, Person};
use super::shell::Shell;

/// A member's own page.
#[derive(Template)]
#[template(path = "me.html")]
pub struct MePage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// The member.
    pub person: Person,
    /// Since when, as in `12 March 2026`.
    pub since: String,
    /// Whether there is a PIN.
    pub pin: PinState,
    /// What was wrong with the PIN typed last.
    pub pin_error: Option<String>,
    /// Where the PIN's form leads back to: this page, or the approval that asked for it.
    pub pin_next: String,
    /// The limits.
    pub limits: Vec<Limit>,
    /// Up to which amount a post alone is enough, ready to show.
    pub exempt: Option<String>,
    /// What receiving costs the member; `None` is not shown.
    pub fees: Option<Fees>,
    /// How many sessions are open.
    pub sessions: u32,
    /// What came in and went out, newest first.
    pub history: Vec<Movement>,
    /// Where the older part of it stands.
    pub older: Option<String>,
}

/// Money that came in or went out.
pub struct Movement {
    /// When.
    pub at: Moment,
    /// The other side.
    pub who: String,
    /// What it was for.
    pub what: String,
    /// The amount with its sign.
    pub amount: String,
    /// Whether it came in.
    pub came_in: bool,
    /// Where the payment's story stands.
    pub href: Option<String>,
}

/// Whether a member has a PIN.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PinState {
    /// None yet.
    Missing,
    /// One is set.
    Set,
    /// Too many wrong tries.
    Locked,
}

/// A limit, and how much of it is used.
pub struct Limit {
    /// `payment`, `gift`, `day` or `month`.
    pub code: &'static str,
    /// The limit.
    pub limit: String,
    /// What is used of it; `None` for a limit per payment.
    pub used: Option<Used>,
}

/// What receiving costs, ready to show.
pub struct Fees {
    /// The rate, as in `1.5%`.
    pub rate: String,
    /// An amount received.
    pub amount: String,
    /// The fee on it.
    pub fee: String,
    /// What remains.
    pub net: String,
}

/// How much of a limit is used.
pub struct Used {
    /// The amount used.
    pub used: String,
    /// The amount left.
    pub left: String,
    /// The part used, from 0 to 100.
    pub percent: u8,
}
