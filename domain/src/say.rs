//! What the service says: a stable code with typed arguments, put into words by the language files.

use std::borrow::Cow;
use std::sync::Arc;

use crate::money::Money;
use crate::time::Timestamp;

/// One thing to say. The words for `code` stand in `locales/<tag>.ftl`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Say {
    /// The stable code, also the message's name in the language files.
    pub code: Cow<'static, str>,
    /// What the words need, by the name they use.
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// An argument of a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Arg {
    /// Text as a person wrote it: a name, a handle, a memo.
    Text(Arc<str>),
    /// An amount; shown as the reader's locale writes it.
    Money(Money),
    /// An instant; shown in the reader's time zone.
    At(Timestamp),
    /// A number of things; chooses the plural.
    Count(i64),
    /// A path on this server, shown as a full link.
    Link(String),
}

impl Say {
    /// Something to say that needs no arguments.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self { code: Cow::Borrowed(code), args: Vec::new() }
    }

    /// The same with other words.
    #[must_use]
    pub fn under(self, code: &'static str) -> Self {
        Self { code: Cow::Borrowed(code), ..self }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((Cow::Borrowed(name), arg));
        self
    }

    /// Adds an amount.
    #[must_use]
    pub fn money(self, name: &'static str, amount: Money) -> Self {
        self.with(name, Arg::Money(amount))
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<Arc<str>>) -> Self {
        self.with(name, Arg::Text(text.into()))
    }
}
