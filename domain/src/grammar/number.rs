//! Numbers as people write them: which separators group thousands and which begins the decimals.

use super::glyph;
use super::lex::Lexer;
use super::lexicon::Class;
use super::token::{Kind, Number, Shape, Token};

/// Digits in a group of thousands.
const GROUP: usize = 3;

/// A character between groups of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Dot,
    Comma,
    Apostrophe,
    Space,
    Underscore,
}

impl Separator {
    /// Whether decimals may follow it.
    fn decimal(self) -> bool {
        match self {
            Self::Dot | Self::Comma => true,
            Self::Apostrophe | Self::Space | Self::Underscore => false,
        }
    }
}

/// The groups read so far: enough to judge the number without keeping them.
struct Groups {
    digits: Option<u64>,
    length: usize,
    first: usize,
    zero: bool,
    last: usize,
    /// The separator before the last group.
    separator: Option<Separator>,
    /// The separator of all groups before the last one.
    grouping: Option<Separator>,
    odd: bool,
}

impl Groups {
    fn of(first: &[u8]) -> Self {
        let mut groups = Self {
            digits: Some(0),
            length: 0,
            first: first.len(),
            zero: first.first() == Some(&b'0'),
            last: first.len(),
            separator: None,
            grouping: None,
            odd: false,
        };
        groups.take(first);
        groups
    }

    fn take(&mut self, digits: &[u8]) {
        self.length += digits.len();
        for digit in digits {
            let value = u64::from(digit.saturating_sub(b'0'));
            self.digits = self.digits.and_then(|all| all.checked_mul(10)?.checked_add(value));
        }
    }

    fn add(&mut self, separator: Separator, digits: &[u8]) {
        if let Some(before) = self.separator {
            self.odd |=
                self.last != GROUP || self.grouping.is_some_and(|grouping| grouping != before);
            self.grouping = Some(before);
        }
        self.odd |= separator == Separator::Underscore;
        self.separator = Some(separator);
        self.last = digits.len();
        self.take(digits);
    }

    /// Whether the first group may be followed by groups of thousands.
    fn may_group(&self) -> bool {
        self.first <= GROUP && !self.zero
    }

    /// Whether a space may be read as the next separator of thousands.
    fn space_groups(&self) -> bool {
        match self.separator {
            None => self.may_group(),
            Some(Separator::Space) => self.last == GROUP,
            Some(_) => false,
        }
    }

    /// Which shape the number has, and how many decimals.
    fn judge(&self) -> (Shape, u32) {
        let decimals = u32::try_from(self.last).unwrap_or(u32::MAX);
        match (self.separator, self.grouping) {
            (None, _) => (Shape::Clear, 0),
            (Some(last), None) if last.decimal() => match (self.last, self.zero) {
                (GROUP, false) => (Shape::Thousand, decimals),
                _ => (Shape::Clear, decimals),
            },
            (Some(last), Some(grouping)) if last.decimal() && last != grouping => {
                let clear = self.may_group() && !self.odd;
                (if clear { Shape::Clear } else { Shape::Odd }, decimals)
            }
            (Some(last), grouping) => {
                let same = grouping.is_none_or(|grouping| grouping == last);
                let clear = same && self.last == GROUP && self.may_group() && !self.odd;
                (if clear { Shape::Clear } else { Shape::Odd }, 0)
            }
        }
    }

    fn number(&self) -> Number {
        let (shape, decimals) = if self.odd { (Shape::Odd, 0) } else { self.judge() };
        match self.digits {
            Some(digits) => Number { digits, decimals, length: self.length, shape },
            None if shape == Shape::Clear => {
                Number { digits: u64::MAX, decimals, length: self.length, shape: Shape::Huge }
            }
            None => Number { digits: u64::MAX, decimals, length: self.length, shape },
        }
    }
}

impl Lexer<'_, '_> {
    /// Reads the number that begins here.
    pub(super) fn number(&mut self) {
        let start = self.pos;
        let mut at = self.digits_end(start);
        let mut groups = Groups::of(self.bytes(start, at));
        let spaces = !self.continues_word(start);
        while let Some((separator, from)) = self.separator(at) {
            let end = self.digits_end(from);
            let space = separator == Separator::Space;
            if from == end || (space && !(spaces && groups.space_groups() && end - from == GROUP)) {
                break;
            }
            groups.add(separator, self.bytes(from, end));
            at = end;
        }
        let end = self.no_cents(at);
        self.push(Kind::Number(groups.number()), start, end);
    }

    fn bytes(&self, from: usize, to: usize) -> &[u8] {
        self.text.as_bytes().get(from..to).unwrap_or_default()
    }

    pub(super) fn digits_end(&self, from: usize) -> usize {
        let digits = self.bytes(from, self.stop).iter().take_while(|byte| byte.is_ascii_digit());
        from + digits.count()
    }

    /// Whether letters that are no currency touch the number: then it is part of a name such as `CO2`.
    fn continues_word(&self, start: usize) -> bool {
        match self.tokens.last() {
            Some(Token { kind: Kind::Word(entry), end, .. }) => {
                *end == start && entry.unit.is_none()
            }
            _ => false,
        }
    }

    /// The separator at a place and where the next group would begin.
    fn separator(&self, at: usize) -> Option<(Separator, usize)> {
        let separator = match self.byte(at) {
            b'.' => Separator::Dot,
            b',' => Separator::Comma,
            b'\'' => Separator::Apostrophe,
            b' ' => Separator::Space,
            b'_' => Separator::Underscore,
            0x80.. => {
                let c = self.char_at(at)?;
                let separator = if glyph::is_apostrophe(c) {
                    Separator::Apostrophe
                } else if glyph::is_space(c) {
                    Separator::Space
                } else {
                    return None;
                };
                return Some((separator, at + c.len_utf8()));
            }
            _ => return None,
        };
        Some((separator, at + 1))
    }

    /// Skips `.-` and its like, which say that there are no cents; at most [`GROUP`] dashes.
    fn no_cents(&self, at: usize) -> usize {
        if self.byte(at) != b'.' && self.byte(at) != b',' {
            return at;
        }
        let mut end = at + 1;
        for _ in 0..GROUP {
            match self.char_at(end).filter(|c| glyph::is_dash(*c)) {
                Some(dash) => end += dash.len_utf8(),
                None => break,
            }
        }
        if end == at + 1 || self.byte(end).is_ascii_digit() { at } else { end }
    }

    /// Reads digits that are not ASCII, with what touches them.
    pub(super) fn foreign_number(&mut self) {
        let start = self.pos;
        let mut end = start;
        let mut length: usize = 0;
        while let Some(c) = self.char_at(end).filter(|c| c.is_numeric()) {
            end += c.len_utf8();
            length += 1;
        }
        let number = Number { digits: 0, decimals: 0, length, shape: Shape::Odd };
        self.push(Kind::Number(number), start, end);
    }

    /// Whether the word before is one that joins, so that it names no network.
    pub(super) fn names_network(&self) -> Option<usize> {
        let [before @ .., word, colon] = self.tokens.as_slice() else { return None };
        let (Kind::Word(entry), Kind::Mark(super::token::Mark::Colon)) = (word.kind, colon.kind)
        else {
            return None;
        };
        let small =
            Class::JOIN.or(Class::FROM).or(Class::EACH).or(Class::PURPOSE).or(Class::POLITE);
        let alone = before
            .last()
            .is_none_or(|token| token.end < word.start || matches!(token.kind, Kind::End(_)));
        let plain = self
            .text
            .get(word.start..word.end)?
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        let glued = word.end == colon.start && colon.end == self.pos;
        let network = alone && plain && glued && entry.call.is_none() && !entry.class.has(small);
        network.then_some(word.start)
    }
}
