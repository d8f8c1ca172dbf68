//! The id under which the log speaks of one request: from the door, through the desk, to the last message it caused.

use std::fmt;
use std::sync::Arc;

use crate::id::shown;

/// The id of one request for the log. It decides nothing and names nobody.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Trace(Arc<str>);

impl Trace {
    /// The fewest characters of an id that is taken over from outside: fewer would name many requests at once.
    pub const CHARS_MIN: usize = 8;

    /// The most characters of an id that is taken over from outside.
    pub const CHARS_MAX: usize = 64;

    /// An id that somebody else gave the request; `None` if it is too short, too long, or has other characters than
    /// letters, digits, `-`, `_` and `.`: what stands in a log must not break its lines.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        let fits = (Self::CHARS_MIN..=Self::CHARS_MAX).contains(&text.len());
        (fits && text.bytes().all(plain)).then(|| Self(text.into()))
    }

    /// A new id from chance.
    #[must_use]
    pub fn made(random: [u8; 32]) -> Self {
        let (first, _) = random.split_at(16);
        let number = u128::from_be_bytes(first.try_into().expect("16 of 32 bytes"));
        Self(shown(number).into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_over_cannot_break_a_log_line() {
        for good in ["018f3a5c-77aa", "a.b_c-1234", &"x".repeat(64)] {
            assert_eq!(Trace::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "short", "two words", "line\nbreak", "émilie-12", &"x".repeat(65)] {
            assert_eq!(Trace::parse(bad), None, "{bad:?}");
        }
        assert!(Trace::parse(Trace::made([7; 32]).as_str()).is_some());
        assert_ne!(Trace::made([7; 32]), Trace::made([8; 32]));
    }
}
