//! From text to tokens, in one pass: what is quoted, code or a link becomes a barrier here.

use super::Context;
use super::glyph::{self, Folded};
use super::lexicon::{Class, Lexicon, Shared, Unit};
use super::token::{Doubt, End, Handle, Kind, Mark, Scanned, Sort, Token};
use crate::money::Currency;

/// Tokens that an ordinary post has at most.
const TOKENS_USUAL: usize = 32;

/// Cuts a text into tokens.
pub(super) fn scan<'a>(text: &'a str, context: &Context<'_>) -> Scanned<'a> {
    let mut lexer = Lexer::new(text, context);
    lexer.run();
    Scanned { text, tokens: lexer.tokens }
}

pub(super) struct Lexer<'a, 'c> {
    pub(super) text: &'a str,
    pub(super) context: &'c Context<'c>,
    pub(super) pos: usize,
    /// Where the next mention of the network starts, or the end: no token reaches across.
    pub(super) stop: usize,
    pub(super) tokens: Vec<Token>,
    lexicon: &'static Lexicon,
    /// Which mentions count, by their place in the text, the next one last.
    mentions: Vec<usize>,
    /// From here on no single quote closes.
    unclosed: usize,
}

impl<'a, 'c> Lexer<'a, 'c> {
    fn new(text: &'a str, context: &'c Context<'c>) -> Self {
        let mut mentions: Vec<usize> = (0..context.mentions.len()).collect();
        mentions.retain(|index| {
            let range = context.mentions.get(*index).map(|mention| mention.start..mention.end);
            range.and_then(|range| text.get(range)).is_some_and(|text| !text.is_empty())
        });
        let start = |index: &usize| context.mentions.get(*index).map(|mention| mention.start);
        mentions.sort_by_key(|index| std::cmp::Reverse(start(index)));
        Self {
            text,
            context,
            pos: 0,
            stop: text.len(),
            tokens: Vec::with_capacity(TOKENS_USUAL),
            lexicon: Lexicon::get(),
            mentions,
            unclosed: text.len(),
        }
    }

    fn run(&mut self) {
        self.line_start();
        while self.pos < self.text.len() {
            if self.mention() {
                continue;
            }
            match self.byte(self.pos) {
                b' ' => self.pos += 1,
                b'a'..=b'z' | b'A'..=b'Z' => self.word(),
                b'0'..=b'9' => self.number(),
                b'@' => self.at(),
                b'#' => self.hash(),
                0x80.. => self.beyond_ascii(),
                byte => self.ascii_sign(byte),
            }
        }
    }

    /// The byte at a place; 0 beyond the end.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The character at a place, up to where tokens must stop.
    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..self.stop)?.chars().next()
    }

    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// Adds a token from `start` to `end` and goes on behind it.
    pub(super) fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.tokens.push(Token { kind, start, end });
        self.pos = end;
    }

    /// Takes the network's mention that starts here, if one does.
    fn mention(&mut self) -> bool {
        loop {
            let next = self.mentions.last().copied();
            let Some((index, mention)) =
                next.and_then(|i| Some((i, self.context.mentions.get(i)?)))
            else {
                self.stop = self.text.len();
                return false;
            };
            self.stop = mention.start;
            if self.pos < mention.start {
                return false;
            }
            self.mentions.pop();
            if self.pos == mention.start {
                self.stop = self.text.len();
                let handle = Handle { sort: Sort::Mention, doubt: Doubt::No, mention: Some(index) };
                self.push_handle(handle, mention.start, mention.end);
                return true;
            }
        }
    }

    /// Adds a handle, or our own name if it is that.
    pub(super) fn push_handle(&mut self, handle: Handle, start: usize, end: usize) {
        let text = self.text.get(start..end).unwrap_or_default();
        let id = handle.mention.and_then(|index| self.context.mentions.get(index)).map(|m| m.id);
        match handle.doubt {
            Doubt::No if self.context.is_service(text, id) => self.push(Kind::Service, start, end),
            Doubt::Deceptive if self.context.is_service(&visible(text), id) => {
                self.push(Kind::Service, start, end);
                self.push(Kind::Invisible, end, end);
            }
            Doubt::No | Doubt::Deceptive => self.push(Kind::Handle(handle), start, end),
        }
    }

    fn word(&mut self) {
        let start = self.pos;
        let mut folded = Folded::new();
        let end = self.letters(start, &mut folded, Inside::Word);
        let entry = self.lexicon.find(folded.bytes());
        if self.is_link(folded.bytes(), end) {
            let end = self.link_end(end);
            return self.push(Kind::Barrier, start, end);
        }
        if entry.class.has(Class::REPEATS) && self.repeats(end) {
            let all = self.text.len();
            return self.push(Kind::Barrier, start, all);
        }
        self.push(Kind::Word(entry), start, end);
    }

    /// The end of the letters that begin at `at`, which are folded on the way.
    fn letters(&self, mut at: usize, folded: &mut Folded, inside: Inside) -> usize {
        while at < self.stop {
            let byte = self.byte(at);
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => folded.push_byte(byte),
                b'0'..=b'9' if inside == Inside::Hashtag => folded.push_byte(byte),
                _ => {
                    let Some(c) = self.char_at(at) else { break };
                    let next = at + c.len_utf8();
                    let joins = || glyph::is_apostrophe(c) || glyph::is_dash(c);
                    let letter_follows = || self.char_at(next).is_some_and(glyph::is_letter);
                    let inside = glyph::is_letter(c) || (joins() && letter_follows());
                    if !inside {
                        break;
                    }
                    folded.push(c);
                    at = next;
                    continue;
                }
            }
            at += 1;
        }
        at
    }

    fn is_link(&self, word: &[u8], end: usize) -> bool {
        let rest = self.text.as_bytes().get(end..).unwrap_or_default();
        rest.starts_with(b"://")
            || (word == b"www" && rest.starts_with(b"."))
            || (word == b"mailto" && rest.starts_with(b":"))
    }

    fn link_end(&self, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        let ends =
            |c: char| c.is_whitespace() || c == '"' || c == '<' || c == '>' || c == '»' || c == '”';
        rest.find(ends).map_or(self.text.len(), |length| from + length)
    }

    /// Whether `RT` at the end of which we stand is followed by somebody's name.
    fn repeats(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        let name = rest.trim_start_matches(glyph::is_space);
        let mentioned = self.stop == self.text.len() - name.len() && self.stop < self.text.len();
        name.len() < rest.len() && (name.starts_with('@') || mentioned)
    }

    fn hash(&mut self) {
        let start = self.pos;
        let mut folded = Folded::new();
        let end = self.letters(start + 1, &mut folded, Inside::Hashtag);
        let glued = self.char_before(start).is_some_and(|c| c.is_alphanumeric() || c == '_');
        if end == start + 1 || glued {
            return self.push(Kind::Other, start, end);
        }
        let entry = self.lexicon.find(folded.bytes());
        self.push(Kind::Hash(entry), start, end);
    }

    fn ascii_sign(&mut self, byte: u8) {
        let at = self.pos;
        let kind = match byte {
            b'\n' | b'\r' | 0xB | 0xC => return self.newline(1),
            b'\t' => {
                self.pos += 1;
                return;
            }
            b'"' => return self.barrier_to(super::quote::straight_end(self.text, at)),
            b'\'' => return self.single_quote(),
            b'`' => return self.barrier_to(super::quote::code_end(self.text, at)),
            b'+' => return self.plus(),
            b'.' => self.full_stop(),
            b'!' => Kind::End(End::Told),
            b'?' => Kind::End(End::Asked),
            b',' => Kind::Mark(Mark::Comma),
            b':' => Kind::Mark(Mark::Colon),
            b'-' => Kind::Mark(Mark::Dash),
            b'&' | b';' => Kind::Mark(Mark::And),
            b'/' | b'\\' => Kind::Mark(Mark::Slash),
            b'*' => Kind::Mark(Mark::Times),
            b'%' => Kind::Mark(Mark::Percent),
            b'~' | b'<' | b'>' | b'=' => Kind::Mark(Mark::About),
            b'$' => Kind::Sign(Unit::Shared(Shared::Dollar)),
            0..=8 | 0xE..=0x1F | 0x7F => Kind::Invisible,
            _ => Kind::Other,
        };
        self.push(kind, at, at + 1);
    }

    fn beyond_ascii(&mut self) {
        let at = self.pos;
        let Some(c) = self.char_at(at) else {
            self.pos = self.text.len();
            return;
        };
        let end = at + c.len_utf8();
        let kind = match c {
            '€' => Kind::Sign(Unit::Is(Currency::EUR)),
            _ if glyph::is_space(c) => {
                self.pos = end;
                return;
            }
            _ if glyph::is_newline(c) => return self.newline(c.len_utf8()),
            _ if glyph::is_invisible(c) => return self.invisible(c, end),
            _ if super::quote::closer(c).is_some() => {
                return self.barrier_to(super::quote::paired_end(self.text, at));
            }
            _ => match sign(c) {
                Some(kind) => kind,
                None if c.is_numeric() => return self.foreign_number(),
                None if glyph::is_letter(c) => return self.word(),
                None => Kind::Other,
            },
        };
        self.push(kind, at, end);
    }

    /// An invisible character: part of the emoji before it, or a token of its own.
    fn invisible(&mut self, c: char, end: usize) {
        let at = self.pos;
        match self.tokens.last_mut() {
            Some(Token { kind: Kind::Other, end: last, .. })
                if *last == at && glyph::joins_emoji(c) =>
            {
                *last = end;
                self.pos = end;
            }
            _ => self.push(Kind::Invisible, at, end),
        }
    }

    fn barrier_to(&mut self, end: usize) {
        self.push(Kind::Barrier, self.pos, end);
    }

    fn single_quote(&mut self) {
        let at = self.pos;
        let opens = self.char_before(at).is_none_or(|c| c.is_whitespace() || c == '(');
        let close = if opens && at < self.unclosed {
            super::quote::single_end(self.text, at)
        } else {
            None
        };
        match close {
            Some(end) => self.barrier_to(end),
            None => {
                self.unclosed = if opens { self.unclosed.min(at) } else { self.unclosed };
                self.push(Kind::Other, at, at + 1);
            }
        }
    }

    /// What a full stop is: the end of a sentence, or a dot inside one.
    fn full_stop(&self) -> Kind {
        let after = self.text.get(self.pos + 1..).unwrap_or_default();
        let line = after.trim_start_matches(glyph::is_space);
        let ends = match line.chars().next() {
            None => true,
            Some(c) if glyph::is_newline(c) => true,
            Some(c) => line.len() < after.len() && (c == '#' || c.is_uppercase()),
        };
        let dots = self.char_before(self.pos) == Some('.');
        if ends && !dots { Kind::End(End::Told) } else { Kind::Mark(Mark::Dot) }
    }

    fn newline(&mut self, bytes: usize) {
        self.push(Kind::End(End::Told), self.pos, self.pos + bytes);
        self.line_start();
    }

    /// Skips a line that quotes somebody, or a fenced block.
    fn line_start(&mut self) {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let line = rest.trim_start_matches(glyph::is_space);
        let at = self.text.len() - line.len();
        if line.starts_with(['>', '＞']) {
            let length = line.find(glyph::is_newline).unwrap_or(line.len());
            self.push(Kind::Quoted, at, at + length);
        } else if line.starts_with("~~~") {
            self.push(Kind::Barrier, at, super::quote::fence_end(self.text, at));
        }
    }
}

/// Where letters are read: a hashtag has digits too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Word,
    Hashtag,
}

/// A text without its invisible characters.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !glyph::is_invisible(*c)).collect()
}

/// The meaning of a sign beyond ASCII.
fn sign(c: char) -> Option<Kind> {
    let currency = |code: &str| Currency::parse(code).map_or(Unit::Unknown, Unit::Is);
    let unit = match c {
        '£' | '￡' => Unit::Is(Currency::GBP),
        '¥' | '￥' => Unit::Shared(Shared::Yen),
        '＄' | '﹩' => Unit::Shared(Shared::Dollar),
        '¢' | '￠' => Unit::Hundredths,
        '₹' => currency("INR"),
        '₽' => currency("RUB"),
        '₺' => currency("TRY"),
        '₩' | '￦' => currency("KRW"),
        '₪' => currency("ILS"),
        '₫' => currency("VND"),
        '₴' => currency("UAH"),
        '₦' => currency("NGN"),
        '₱' => currency("PHP"),
        '₡' => currency("CRC"),
        '₲' => currency("PYG"),
        '₵' => currency("GHS"),
        '₸' => currency("KZT"),
        '₭' => currency("LAK"),
        '₮' => currency("MNT"),
        '₼' => currency("AZN"),
        '₾' => currency("GEL"),
        '฿' => currency("THB"),
        '\u{20A0}'..='\u{20CF}' | '¤' => Unit::Unknown,
        '×' | '✕' | '✖' | '⨯' => return Some(Kind::Mark(Mark::Times)),
        '≈' | '≃' | '±' | '∼' | '～' | '≤' | '≥' | '≦' | '≧' | '½' | '¼' | '¾' =>
        {
            return Some(Kind::Mark(Mark::About));
        }
        '％' | '‰' => return Some(Kind::Mark(Mark::Percent)),
        '＋' => return Some(Kind::Mark(Mark::Plus)),
        '÷' | '⁄' | '∕' => return Some(Kind::Mark(Mark::Slash)),
        '？' | '؟' | '\u{37E}' | '‽' | '⁇' | '⁈' | '⁉' | '❓' | '❔' => {
            return Some(Kind::End(End::Asked));
        }
        '！' | '。' | '‼' => return Some(Kind::End(End::Told)),
        '，' | '、' => return Some(Kind::Mark(Mark::Comma)),
        '：' => return Some(Kind::Mark(Mark::Colon)),
        '¿' => return Some(Kind::Mark(Mark::Asks)),
        _ if glyph::is_dash(c) => return Some(Kind::Mark(Mark::Dash)),
        _ => return None,
    };
    Some(Kind::Sign(unit))
}
