//! A text with arguments, built piece by piece, for templates.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentValue};

use super::Words;

/// A text with arguments; displaying it puts it into words.
pub struct Line<'a> {
    words: &'a Words,
    id: &'a str,
    args: FluentArgs<'a>,
}

impl<'a> Line<'a> {
    pub(super) fn new(words: &'a Words, id: &'a str) -> Self {
        Self { words, id, args: FluentArgs::new() }
    }

    /// Sets an argument to a text that is ready to show.
    #[must_use]
    pub fn with(mut self, name: &'a str, text: &'a (impl AsRef<str> + ?Sized)) -> Self {
        self.args.set(name, FluentValue::String(text.as_ref().into()));
        self
    }

    /// Sets an argument to a number of things, which chooses the plural.
    #[must_use]
    pub fn count(mut self, name: &'a str, count: impl Count) -> Self {
        self.args.set(name, count.count());
        self
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words.render(self.id, &self.args))
    }
}

/// A number of things.
pub trait Count {
    /// The number, as the plural rules take it.
    fn count(self) -> i64;
}

impl Count for i64 {
    fn count(self) -> i64 {
        self
    }
}

impl Count for u32 {
    fn count(self) -> i64 {
        self.into()
    }
}

impl Count for usize {
    fn count(self) -> i64 {
        i64::try_from(self).unwrap_or(i64::MAX)
    }
}

impl<T: Count + Copy> Count for &T {
    fn count(self) -> i64 {
        T::count(*self)
    }
}
