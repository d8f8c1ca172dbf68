//! The verbs: one file each, and the one list of them.
//!
//! A verb says by what words people call it and what it needs; the grammar reads both as data and never
//! names a verb. To add one, write its file and add one line to [`VERBS`].

use std::fmt;

use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::refusal::Refusal;
use crate::rows::{self, Draft};

mod approve;
mod balance;
mod buy;
mod cancel;
mod decline;
mod envelope;
mod gift;
mod give;
mod help;
mod history;
mod link;
mod offer;
mod refund;
mod request;
mod send;
mod split;
mod status;
mod stop;
mod subscribe;

pub use approve::Approve;
pub use balance::Balance;
pub use buy::Buy;
pub use cancel::Cancel;
pub use decline::Decline;
pub use envelope::Envelope;
pub use gift::Gift;
pub use give::Give;
pub use help::Help;
pub use history::History;
pub use link::Link;
pub use offer::Offer;
pub use refund::Refund;
pub use request::Request;
pub use send::Send;
pub use split::Split;
pub use status::Status;
pub use stop::Stop;
pub use subscribe::Subscribe;

/// Something people can ask for in a post.
pub trait Verb: Sync {
    /// The stable name, for machines: `send`.
    fn name(&self) -> &'static str;

    /// What people write, by language; accents and case do not matter.
    ///
    /// A word that begins with `#` counts only as a hashtag, and there it wins over the same word without
    /// the sign. A name of two words has one space; as a hashtag it is written without.
    fn words(&self) -> &'static [(Lang, &'static [&'static str])];

    /// What the grammar must find before the verb is a command.
    fn needs(&self) -> Needs;

    /// Whole messages that read as this verb; a test reads each of them.
    fn examples(&self) -> &'static [&'static str];

    /// Does what was asked, or refuses. A verb that this operator does not offer says so.
    ///
    /// # Errors
    /// [`rows::Stop::Refused`] if the answer is no, [`rows::Stop::More`] if rows are needed.
    fn decide(
        &self,
        asked: &Asked<'_>,
        _draft: &mut Draft<'_>,
        _ctx: &Context<'_>,
    ) -> Result<(), rows::Stop> {
        let verb = asked.command.verb.name().to_owned();
        Err(Refusal::VerbNotOffered { verb }.into())
    }
}

impl fmt::Debug for dyn Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl PartialEq for dyn Verb {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for dyn Verb {}

/// What a verb needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Needs {
    /// The amount, and what it counts.
    pub amount: Amount,
    /// The people.
    pub to: To,
    /// The thing.
    pub what: What,
    /// How the verb may be said.
    pub form: Form,
}

impl Needs {
    /// An order of one word.
    pub const NOTHING: Self =
        Self { amount: Amount::None, to: To::None, what: What::None, form: Form::Order };
}

/// Whether a verb has an amount, and what it counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Amount {
    /// No amount: numbers belong to the text.
    None,
    /// Required: what one recipient gets, or each of several.
    Paid,
    /// Required: a total that the recipients share, with the author unless left out.
    Split,
    /// Required: a total, together with the number of shares.
    Shares,
    /// Required unless the verb's thing is named.
    OrWhat,
    /// All there is, unless an amount says how much of it.
    Optional,
}

/// Whom a verb concerns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum To {
    /// Nobody: handles belong to the text.
    None,
    /// Exactly one recipient.
    One,
    /// One recipient; several where the message says that each gets the whole amount.
    OneOrEach,
    /// Like [`To::OneOrEach`], but these people pay: `from @bob` names one.
    Payers,
    /// One or more people who share.
    Sharers,
}

/// Which thing a verb concerns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// None.
    None,
    /// A reference such as `pay_018f3a`, if one follows the verb.
    Reference,
    /// The words after the verb, if any.
    Words,
    /// The words after the verb.
    Required,
    /// The words between the verb and the recipient, unless there is an amount.
    OrAmount,
}

/// How a verb may be said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// An order: never in a sentence that ends in a question mark.
    Order,
    /// A harmless wish to know something, in an order or a question.
    Inquiry,
    /// An answer: one word that is the whole of a direct message.
    Answer,
}

/// Every verb, in the order in which help shows them.
pub static VERBS: &[&dyn Verb] = &[
    &Send, &Give, &Request, &Split, &Buy, &Gift, &Envelope, &Offer, &Balance, &History, &Help,
    &Status, &Cancel, &Refund, &Approve, &Decline, &Subscribe, &Link, &Stop,
];

/// The verb of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static dyn Verb> {
    VERBS.iter().copied().find(|verb| verb.name() == name)
}

#[cfg(test)]
mod tests;
