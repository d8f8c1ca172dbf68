//! Joining: a name, a handle, a passkey.

use askama::Template;

use super::piece::Notice;
use super::shell::Shell;

/// Where somebody becomes a member by themselves.
#[derive(Template)]
#[template(path = "join.html")]
pub struct JoinPage {
    /// What stands around.
    pub shell: Shell,
    /// What was wrong with the last try.
    pub notice: Option<Notice>,
    /// The name typed before.
    pub name: String,
    /// The handle typed before.
    pub handle: String,
}
