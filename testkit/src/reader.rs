//! The one place where the testkit calls the grammar.

use domain::grammar::{self, Reading};

/// Reads a message as the square's connector would.
#[must_use]
pub fn read(text: &str, direct: bool) -> Reading {
    grammar::read(text, direct)
}
