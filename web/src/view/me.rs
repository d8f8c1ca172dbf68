//! A member's own page: name, fees, PIN, sessions.

use askama::Template;

use super::piece::{Notice, Person};
use super::request::Block;
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
    /// Whether browsers have passkeys for our address.
    pub devices: bool,
    /// The member's passkeys, the oldest first.
    pub passkeys: Vec<Device>,
    /// What was wrong with the passkey added or removed last.
    pub passkey_error: Option<String>,
    /// What receiving costs the member; `None` is not shown.
    pub fees: Option<Fees>,
    /// Whether the member wants answers only.
    pub stopped: bool,
    /// Those whose requests are kept away.
    pub blocked: Vec<Block>,
    /// How many sessions are open.
    pub sessions: u32,
}

/// A device with a passkey.
pub struct Device {
    /// The passkey's id, in hexadecimal.
    pub id: String,
    /// What its member calls it.
    pub name: String,
    /// Since when, as in `12 March 2026`.
    pub since: String,
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
