//! What the lexer finds: pieces of text with their place.

use super::lexicon::{Entry, Unit};

/// A piece of the text: what it is and which bytes it covers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// One of our own names.
    Service,
    /// Somebody's handle, address or number.
    Handle(Handle),
    /// A hashtag, with what the table knows about its word.
    Hash(&'static Entry),
    /// A word, with what the table knows about it.
    Word(&'static Entry),
    Number(Number),
    /// A currency sign.
    Sign(Unit),
    Mark(Mark),
    /// The end of a sentence or a line.
    End(End),
    /// A line that quotes somebody, with its newline.
    Quoted,
    /// Text that is not read: quotes, code, links, repeated posts.
    Barrier,
    /// A character that nobody sees.
    Invisible,
    /// Anything else.
    Other,
}

/// How a sentence ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// `.`, `!` or a new line.
    Told,
    /// `?` in any script.
    Asked,
}

/// Punctuation that means something beside an amount or a recipient.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    Comma,
    Colon,
    Dash,
    Plus,
    /// `&` and `;`, which may stand between two recipients.
    And,
    Slash,
    /// `×` and `*`.
    Times,
    Percent,
    /// `~`, `≈`, `<` and their kind.
    About,
    Dot,
    /// `¿`, which opens a question.
    Asks,
}

/// A handle as far as its spelling tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Handle {
    pub(super) sort: Sort,
    pub(super) doubt: Doubt,
    /// Which of the context's mentions it is.
    pub(super) mention: Option<usize>,
}

/// Whether the spelling of a handle may deceive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Doubt {
    No,
    /// Invisible characters or letters of mixed scripts.
    Deceptive,
}

/// How a recipient is written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Sort {
    /// `@bob`: the posting network's bob.
    Name,
    /// `@bob@server.tld` or `@bob:server.tld`.
    Full,
    /// `network:@bob`.
    Network,
    /// `bob@example.org`.
    Email,
    /// `+33 6 12 34 56 78`.
    Phone,
    /// Whatever text the network marked as a mention.
    Mention,
}

/// A number as written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Number {
    /// All digits, without separators.
    pub(super) digits: u64,
    /// How many of them are decimals.
    pub(super) decimals: u32,
    /// How many digits there are.
    pub(super) length: usize,
    pub(super) shape: Shape,
}

/// How clearly a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Clear,
    /// One separator and three digits: thousands or thousandths; `decimals` is 3.
    Thousand,
    /// Groups that are not of three, digits that are not ASCII.
    Odd,
    /// More digits than 64 bits hold.
    Huge,
}

/// The text with its tokens.
pub(super) struct Scanned<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
}

impl<'a> Scanned<'a> {
    pub(super) fn kind(&self, index: usize) -> Option<Kind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    /// The text between two byte positions.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The text of the tokens from `from` up to but without `to`.
    pub(super) fn span(&self, from: usize, to: usize) -> &'a str {
        match (self.tokens.get(from), to.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if from < to => self.slice(first.start, last.end),
            _ => "",
        }
    }

    /// Whether nothing stands between a token and the one before it.
    pub(super) fn glued(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.tokens.get(before));
        match (before, self.tokens.get(index)) {
            (Some(before), Some(token)) => before.end == token.start,
            _ => false,
        }
    }

    /// The word at `index`, if it is one.
    pub(super) fn word(&self, index: usize) -> Option<&'static Entry> {
        match self.kind(index)? {
            Kind::Word(entry) => Some(entry),
            _ => None,
        }
    }

    /// Whether one of our names stands in it.
    pub(super) fn names_us(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token.kind, Kind::Service))
    }

    /// Whether an invisible character stands in one piece with a number, a currency or a handle, or in the
    /// piece before or behind a number, from token `from` on.
    pub(super) fn hides_near_money(&self, from: usize) -> bool {
        let (mut hidden, mut money, mut number) = (false, false, false);
        for (index, token) in self.tokens.iter().enumerate().skip(from) {
            let is_number = matches!(token.kind, Kind::Number(_));
            if !self.glued(index) {
                if hidden && is_number {
                    return true;
                }
                (hidden, money) = (false, number);
            }
            number = is_number;
            match token.kind {
                Kind::Invisible => hidden = true,
                Kind::Number(_) | Kind::Sign(_) | Kind::Handle(_) => money = true,
                Kind::Word(entry) => money |= entry.unit.is_some(),
                Kind::Service | Kind::Hash(_) | Kind::Mark(_) | Kind::End(_) => {}
                Kind::Quoted | Kind::Barrier | Kind::Other => {}
            }
            if hidden && money {
                return true;
            }
        }
        false
    }
}
