//! The one place where the testkit calls the grammar.

use domain::grammar::{Context, Reading, read as read_text};

/// Reads a message as the square's connector would.
#[must_use]
pub fn read(text: &str, direct: bool) -> Reading {
    let service = ["@obole".to_owned()];
    let context = if direct { Context::direct(&service) } else { Context::public(&service) };
    read_text(text, &context)
}
