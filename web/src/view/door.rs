//! The door: how one comes in.

use askama::Template;

use super::piece::{Notice, Person};
use super::shell::Shell;

/// The door of the demo: be one of its people, or somebody new.
#[derive(Template)]
#[template(path = "door.html")]
pub struct DoorPage {
    /// What stands around.
    pub shell: Shell,
    /// What was wrong with the last try.
    pub notice: Option<Notice>,
    /// Who lives in the demo.
    pub people: Vec<Resident>,
    /// The name typed before.
    pub name: String,
    /// The handle typed before.
    pub handle: String,
    /// Whether one can come in with a passkey.
    pub passkeys: bool,
    /// Whether anybody may join by themselves.
    pub join: bool,
}

/// Somebody one can be in the demo.
pub struct Resident {
    /// Who.
    pub person: Person,
    /// One line about them.
    pub about: String,
}

/// The door of a real service: ask for a single-use link.
#[derive(Template)]
#[template(path = "door_link.html")]
pub struct LinkPage {
    /// What stands around.
    pub shell: Shell,
    /// What was wrong with the last try.
    pub notice: Option<Notice>,
    /// The handle typed before.
    pub handle: String,
    /// Whether a link was asked for. The page says the same whether the handle is known or not.
    pub asked: bool,
    /// Whether one can come in with a passkey.
    pub passkeys: bool,
    /// Whether anybody may join by themselves.
    pub join: bool,
}

/// Where a single-use link leads. Only the button uses it up, so that a preview of the link does not.
#[derive(Template)]
#[template(path = "door_token.html")]
pub struct KnockPage {
    /// What stands around.
    pub shell: Shell,
    /// The secret of the link; `None` where it is spent or too old.
    pub token: Option<String>,
}
