//! Where orders stand: which verb, if any, is meant as one.

use super::lexicon::{Call, Class, Langs};
use super::token::{End, Kind, Mark, Scanned};
use crate::verb::{Form, Verb};

/// A verb in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Order {
    pub(super) verb: &'static dyn Verb,
    pub(super) langs: Langs,
    /// Its first token.
    pub(super) at: usize,
    /// The token behind it.
    pub(super) end: usize,
}

/// What the verbs of a message are.
#[derive(Default, Debug)]
pub(super) struct Places {
    /// The first verb where orders stand.
    pub(super) order: Option<Order>,
    /// Another verb, or a word that could be two.
    pub(super) several: bool,
    /// The same verb a second time.
    pub(super) again: bool,
    /// A verb as a hashtag where no order stands.
    pub(super) talk: Option<Order>,
    /// A hashtag right after our name that is no verb.
    pub(super) unknown: Option<usize>,
    /// How many tokens say anything.
    said: usize,
}

/// What may stand at the place reached.
struct Stand {
    /// Right after our name.
    name: bool,
    /// At the start of a line or a sentence.
    sentence: bool,
    /// At the start of a direct message.
    message: bool,
    /// Nothing but names and politeness so far.
    leading: bool,
}

impl Stand {
    const NOWHERE: Self = Self { name: false, sentence: false, message: false, leading: false };
}

/// Looks for verbs.
pub(super) fn places(scanned: &Scanned<'_>, direct: bool) -> Places {
    let said = scanned.tokens.iter().filter(|token| !silent(token.kind)).count();
    let mut places = Places { said, ..Places::default() };
    let mut stand = Stand { name: false, sentence: true, message: direct, leading: true };
    let mut at = 0;
    while let Some(kind) = scanned.kind(at) {
        let mut next = at + 1;
        match kind {
            Kind::Service => stand.name = true,
            Kind::Quoted | Kind::Invisible | Kind::Mark(Mark::Comma | Mark::Colon) => {}
            Kind::End(End::Told) => {
                stand = Stand { sentence: true, name: stand.name && stand.leading, ..stand }
            }
            Kind::End(End::Asked) => stand = Stand { sentence: true, ..Stand::NOWHERE },
            Kind::Handle(_) => {
                stand = Stand { sentence: stand.leading, leading: stand.leading, ..Stand::NOWHERE }
            }
            Kind::Hash(entry) => {
                match entry.tagged() {
                    Some(call) => places.tagged(call, at, stand.name || stand.sentence),
                    None if stand.name || stand.message => {
                        places.unknown = places.unknown.or(Some(at))
                    }
                    None => {}
                }
                stand = Stand::NOWHERE;
            }
            Kind::Word(_) => {
                if let Some(phrase) = scanned.phrase(at) {
                    next = at + phrase.len;
                    let called = match phrase.entry.call {
                        Some(call) if stand.name || stand.message => places.bare(call, at, next),
                        Some(_) | None => false,
                    };
                    if called || !phrase.has(Class::POLITE) {
                        stand = Stand::NOWHERE;
                    }
                }
            }
            Kind::Number(_) | Kind::Sign(_) | Kind::Mark(_) | Kind::Barrier | Kind::Other => {
                stand = Stand::NOWHERE
            }
        }
        at = next;
    }
    places
}

impl Places {
    /// A verb as a hashtag: an order where it stands as one, talk elsewhere.
    fn tagged(&mut self, call: Call, at: usize, stands: bool) {
        let end = at + 1;
        match call {
            Call::Several => self.several = true,
            Call::One { verb, langs } => {
                let order = Order { verb, langs, at, end };
                if stands && (!is_answer(verb) || self.is_whole(at, end)) {
                    self.order(order);
                } else {
                    self.talk = self.talk.or(Some(order));
                }
            }
        }
    }

    /// A verb as a bare word where one may stand; an answer must be the whole message.
    fn bare(&mut self, call: Call, at: usize, end: usize) -> bool {
        match call {
            Call::Several => self.several = true,
            Call::One { verb, .. } if is_answer(verb) && !self.is_whole(at, end) => {
                return false;
            }
            Call::One { verb, langs } => self.order(Order { verb, langs, at, end }),
        }
        true
    }

    /// Whether a message says nothing but the tokens from `at` to `end`.
    fn is_whole(&self, at: usize, end: usize) -> bool {
        self.said == end - at
    }

    fn order(&mut self, order: Order) {
        match self.order {
            None => self.order = Some(order),
            Some(first) if first.verb == order.verb => self.again |= first.end < order.at,
            Some(_) => self.several = true,
        }
    }
}

fn is_answer(verb: &dyn Verb) -> bool {
    match verb.needs().form {
        Form::Answer => true,
        Form::Order | Form::Inquiry => false,
    }
}

/// Whether a token is no part of what a message says: our names, quotes, punctuation.
fn silent(kind: Kind) -> bool {
    match kind {
        Kind::Service | Kind::Quoted | Kind::End(End::Told) => true,
        Kind::Mark(Mark::Comma | Mark::Dot) => true,
        Kind::End(End::Asked) | Kind::Invisible | Kind::Mark(_) | Kind::Handle(_) => false,
        Kind::Hash(_) | Kind::Word(_) | Kind::Number(_) | Kind::Sign(_) => false,
        Kind::Barrier | Kind::Other => false,
    }
}
