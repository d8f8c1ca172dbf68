//! What belongs together: the verb, the amount and the people that touch each other.
//!
//! A run is a stretch of amounts, handles and joining words with nothing else in it. A run counts where the
//! verb begins it or an amount stands in it; every other handle or number belongs to the memo.

use super::amount::{Found, Role};
use super::glyph;
use super::lexicon::Class;
use super::place::Order;
use super::token::{Kind, Mark, Scanned};
use crate::verb::{Amount, Needs, To};

/// What the runs that count hold.
#[derive(Default, Debug)]
pub(super) struct Chain {
    /// Tokens of handles, in order.
    pub(super) handles: Vec<usize>,
    /// Places in the list of numbers: bare numbers that touch the verb, the amount or a recipient.
    pub(super) bare: Vec<usize>,
    pub(super) each: bool,
    pub(super) without_me: bool,
    /// One recipient *or* another.
    pub(super) or: bool,
    /// Ranges of tokens that were understood, in order.
    pub(super) used: Vec<(usize, usize)>,
    /// The token behind the last thing understood.
    pub(super) end: usize,
}

/// A stretch that is being read.
struct Run {
    start: usize,
    /// Where the first thing begins and where the last one ends.
    first: Option<usize>,
    last: usize,
    verb: bool,
    amount: bool,
    handles: Vec<usize>,
    bare: Vec<usize>,
    each: bool,
    without_me: bool,
    /// An *or* that waits for what follows, and one that stood between two handles.
    or_open: bool,
    or: bool,
}

/// One thing in a run.
enum Piece {
    Amount,
    Bare(usize),
    Handle,
    Each(usize),
    WithoutMe(usize),
    Or(usize),
    Join(usize),
    Break,
}

/// Reads the runs behind the verb.
pub(super) fn chain(scanned: &Scanned<'_>, order: &Order, numbers: &[Found]) -> Chain {
    let needs = order.verb.needs();
    let mut chain = Chain { end: order.end, ..Chain::default() };
    let mut run = Run::new(order.end, true);
    let mut numbers = numbers.iter().enumerate().peekable();
    let mut at = order.end;
    while at < scanned.tokens.len() {
        while numbers.next_if(|(_, found)| found.start < at).is_some() {}
        let number = numbers.next_if(|(_, found)| found.start == at);
        let piece = match number {
            Some((index, found)) => number_piece(index, found, needs),
            None => piece(scanned, at, needs),
        };
        let end = match (&piece, number) {
            (_, Some((_, found))) => found.end,
            (
                Piece::Each(len) | Piece::WithoutMe(len) | Piece::Or(len) | Piece::Join(len),
                None,
            ) => at + len,
            (Piece::Amount | Piece::Bare(_) | Piece::Handle | Piece::Break, None) => at + 1,
        };
        if matches!(piece, Piece::Break) {
            run.close(&mut chain);
            run = Run::new(end, false);
        } else {
            run.take(piece, at, end);
        }
        at = end;
    }
    run.close(&mut chain);
    chain
}

fn number_piece(index: usize, found: &Found, needs: Needs) -> Piece {
    match (needs.amount, found.role) {
        (Amount::None, _) | (_, Role::Name) => Piece::Break,
        (Amount::OrWhat, Role::Shares) => Piece::Break,
        (Amount::OrWhat, Role::Bare)
            if found.doubts.0 == Some(super::code::Code::CurrencyUnknown) =>
        {
            Piece::Break
        }
        (_, Role::Amount) => Piece::Amount,
        (_, Role::Bare | Role::Shares) => Piece::Bare(index),
    }
}

fn piece(scanned: &Scanned<'_>, at: usize, needs: Needs) -> Piece {
    let people = needs.to != To::None;
    let handle_follows = |at: usize| matches!(scanned.kind(at), Some(Kind::Handle(_)));
    match scanned.kind(at) {
        Some(Kind::Handle(_)) if people && !owns(scanned, at + 1) => Piece::Handle,
        Some(Kind::Service | Kind::Mark(Mark::Comma | Mark::Colon)) => Piece::Join(1),
        Some(Kind::Mark(Mark::And | Mark::Plus)) if people && handle_follows(at + 1) => {
            Piece::Join(1)
        }
        Some(Kind::Mark(Mark::Slash)) if people && handle_follows(at + 1) => Piece::Or(1),
        Some(Kind::Word(_)) => word_piece(scanned, at, needs),
        _ => Piece::Break,
    }
}

/// Whether an apostrophe at `at` makes the handle before it an owner: `@bob's sister` is not @bob.
pub(super) fn owns(scanned: &Scanned<'_>, at: usize) -> bool {
    let apostrophe =
        matches!(scanned.kind(at), Some(Kind::Other)) && scanned.glued(at) && scanned.glued(at + 1);
    let sign = scanned.span(at, at + 1).starts_with(glyph::is_apostrophe);
    apostrophe && sign && scanned.word(at + 1).is_some()
}

fn word_piece(scanned: &Scanned<'_>, at: usize, needs: Needs) -> Piece {
    let Some(phrase) = scanned.phrase(at) else { return Piece::Break };
    let joins = match (needs.to, needs.amount) {
        (To::Sharers, _) => Class::JOIN.or(Class::ME),
        (To::Payers, _) => Class::JOIN.or(Class::FROM),
        (_, Amount::Shares) => Class::JOIN.or(Class::INTO).or(Class::SHARE),
        (To::None | To::One | To::OneOrEach, _) => Class::JOIN,
    };
    let next = at + phrase.len;
    let article = phrase.has(Class::ARTICLE)
        && matches!(scanned.kind(next), Some(Kind::Handle(_)))
        && at
            .checked_sub(1)
            .and_then(|before| scanned.word(before))
            .is_some_and(|word| word.class.has(joins));
    if phrase.has(Class::WITHOUT_ME) {
        Piece::WithoutMe(phrase.len)
    } else if phrase.has(Class::EACH) && each_stands(scanned, next) {
        Piece::Each(phrase.len)
    } else if phrase.has(joins) || article {
        Piece::Join(phrase.len)
    } else if phrase.has(Class::OR) && needs.to != To::None {
        Piece::Or(phrase.len)
    } else {
        Piece::Break
    }
}

/// Whether *each* before `at` stands alone and does not belong to the next word: *each week*.
fn each_stands(scanned: &Scanned<'_>, at: usize) -> bool {
    let small =
        Class::JOIN.or(Class::FROM).or(Class::PURPOSE).or(Class::POLITE).or(Class::WITHOUT_ME);
    match scanned.phrase(at) {
        Some(phrase) => {
            phrase.has(small) || phrase.entry.unit.is_some() || scanned.code(at).is_some()
        }
        None => true,
    }
}

impl Run {
    fn new(start: usize, verb: bool) -> Self {
        Self {
            start,
            first: None,
            last: start,
            verb,
            amount: false,
            handles: Vec::new(),
            bare: Vec::new(),
            each: false,
            without_me: false,
            or_open: false,
            or: false,
        }
    }

    fn take(&mut self, piece: Piece, start: usize, end: usize) {
        match piece {
            Piece::Join(_) | Piece::Break => return,
            Piece::Or(_) => {
                self.or_open = !self.handles.is_empty();
                return;
            }
            Piece::Amount => self.amount = true,
            Piece::Bare(index) => self.bare.push(index),
            Piece::Handle => {
                self.or |= self.or_open;
                self.handles.push(start);
            }
            Piece::Each(_) => self.each = true,
            Piece::WithoutMe(_) => self.without_me = true,
        }
        self.or_open = false;
        self.first = self.first.or(Some(start));
        self.last = end;
    }

    /// Ends the run and adds it to what counts, if it does.
    fn close(&mut self, chain: &mut Chain) {
        let things = self.amount || !self.handles.is_empty() || !self.bare.is_empty();
        let Some(first) = self.first.filter(|_| things && (self.verb || self.amount)) else {
            return;
        };
        let leads = self.handles.first() == Some(&first);
        let from = if self.verb || leads { self.start } else { first };
        chain.handles.append(&mut self.handles);
        chain.bare.append(&mut self.bare);
        chain.each |= self.each;
        chain.without_me |= self.without_me;
        chain.or |= self.or;
        chain.used.push((from, self.last));
        chain.end = self.last;
    }
}
