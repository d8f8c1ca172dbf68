//! How a message is read: a command, a question back, or nothing.
//!
//! [`read`] is pure, linear in the length of the text, and never guesses about money: where an amount, a
//! person or the order itself is unclear it returns a [`Question`] with the corrected message to copy.
//! Verbs are data here (see [`crate::verb`]); nothing in this module names one.
//!
//! The way through: `lex` cuts the text into tokens (quotes, code and links become barriers), `place` finds
//! the verb where orders stand, `amount` and `chain` find what belongs to it, `order` decides, `ask` writes
//! the question. The words of the seven languages are in `vocabulary`.

mod amount;
mod ask;
mod beside;
mod chain;
mod code;
mod currencies;
mod glossary;
mod glyph;
mod handle;
mod lex;
mod lexicon;
mod memo;
mod number;
mod order;
mod phrase;
mod place;
mod quote;
mod thing;
mod token;
mod unit;
mod vocabulary;
mod write;

use crate::lang::Lang;
use crate::money::{Currency, Money};
use crate::say::Arg;
use crate::verb::Verb;

pub use code::CODES;
pub use glossary::small_words;
pub use memo::MEMO_CHARS_MAX;
pub use token::Sort;

/// Bytes of the longest message that is read. A longer public post is none of ours; a longer direct
/// message is asked about (`order_unclear`).
pub const TEXT_BYTES_MAX: usize = 16 * 1024;

/// Recipients of one command; more are asked about (`recipients_several`).
pub const RECIPIENTS_MAX: usize = 100;

/// What is known about a message besides its text. Borrowed: cheap to make for every message.
#[derive(Clone, Copy, Default, Debug)]
pub struct Context<'a> {
    /// The names we go by on this network, with or without `@`; or our stable ids there.
    pub service: &'a [String],
    /// A direct message: always for us.
    pub direct: bool,
    /// A forward of somebody's message: never an order.
    pub forwarded: bool,
    /// The operator's currency for a bare number and for cents; none: such amounts are asked about.
    pub currency: Option<Currency>,
    /// What signs and words mean that several currencies share.
    pub signs: Signs,
    /// What the network says is a mention.
    pub mentions: &'a [Mention<'a>],
    /// The author's language: chooses among languages that share a word, and that of questions.
    pub lang: Option<Lang>,
}

impl<'a> Context<'a> {
    /// A public post on a network where we go by `service`.
    #[must_use]
    pub const fn public(service: &'a [String]) -> Self {
        Self {
            service,
            direct: false,
            forwarded: false,
            currency: None,
            signs: Signs::NONE,
            mentions: &[],
            lang: None,
        }
    }

    /// A direct message to us.
    #[must_use]
    pub const fn direct(service: &'a [String]) -> Self {
        Self { direct: true, ..Self::public(service) }
    }

    fn is_service(&self, text: &str, id: Option<&str>) -> bool {
        let text = text.strip_prefix('@').unwrap_or(text);
        let same = |name: &str| text.eq_ignore_ascii_case(name.strip_prefix('@').unwrap_or(name));
        self.service.iter().any(|name| same(name) || id == Some(name.as_str()))
    }
}

/// What a bare `$`, `¥` or `kr` means to the operator, and words such as *francs* or *pesos*.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Signs {
    /// `$`, dollars.
    pub dollar: Option<Currency>,
    /// `¥`.
    pub yen: Option<Currency>,
    /// `kr`, crowns.
    pub krone: Option<Currency>,
    /// Francs.
    pub franc: Option<Currency>,
    /// Pesos.
    pub peso: Option<Currency>,
}

impl Signs {
    /// No meaning is settled: shared signs are asked about.
    pub const NONE: Self = Self { dollar: None, yen: None, krone: None, franc: None, peso: None };
}

/// What the network says is a mention of somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mention<'a> {
    /// The first byte in the text.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// The network's stable id of that account.
    pub id: &'a str,
}

/// What a message is to us.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// A verb with everything it needs.
    Command(Command),
    /// For us, but unsafe or incomplete.
    Question(Question),
    /// Not for us.
    None,
}

/// A verb with everything it needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Command {
    /// What is asked for.
    pub verb: &'static dyn Verb,
    /// The amount, positive; for verbs that share it out, the total.
    pub amount: Option<Money>,
    /// The people, in the order in which they are named, each once.
    pub to: Vec<Recipient>,
    /// Every recipient gets, or pays, the whole amount.
    pub each: bool,
    /// The author is not one of those who share.
    pub without_me: bool,
    /// Into how many shares the amount goes.
    pub shares: Option<u32>,
    /// A product, an offer, an order, a service or a payment, as written.
    pub what: Option<String>,
    /// What remains, as written; it never changes the meaning.
    pub memo: Option<String>,
    /// The language of the verb's word.
    pub lang: Lang,
}

/// Somebody named in a command.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Recipient {
    /// As written: `@bob`, `x:@bob`, `bob@example.org`, or what the network marked as the mention.
    pub text: String,
    /// How it is written, and so whose name it is.
    pub sort: Sort,
    /// The network's stable id, where it gave one; it wins over the text.
    pub id: Option<String>,
}

/// A question back, in words of the language files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// The stable code, one of [`CODES`].
    pub code: &'static str,
    /// In which language the verb, or else the author, speaks.
    pub lang: Lang,
    /// What the sentence names. Always there, as text and perhaps empty: `name` (ours), `verb` (its hashtag),
    /// `heard` (the doubtful words), `write` (the corrected message to copy; `…` stands where only the
    /// author knows) and `kind` (`two` where an amount has two readings, then also `more` and `less`).
    pub args: Vec<(&'static str, Arg)>,
}

/// Reads a message.
///
/// Pure and total: any text gives a reading, in time and memory linear in its length (at most
/// [`TEXT_BYTES_MAX`] bytes are looked at).
#[must_use]
pub fn read(text: &str, context: &Context<'_>) -> Reading {
    if context.forwarded {
        return Reading::None;
    }
    if TEXT_BYTES_MAX < text.len() {
        return match context.direct {
            true => Reading::Question(ask::too_long(context)),
            false => Reading::None,
        };
    }
    let scanned = lex::scan(text, context);
    if !context.direct && !scanned.names_us() {
        return Reading::None;
    }
    match order::read(&scanned, context) {
        Ok(command) => Reading::Command(command),
        Err(doubt) => Reading::Question(ask::question(&doubt, context)),
    }
}

#[cfg(test)]
mod tests;
