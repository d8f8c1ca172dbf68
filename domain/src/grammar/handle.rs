//! How people are written: `@bob`, `@bob@server.tld`, `@bob:server.tld`, `x:@bob`, e-mail, telephone.

use super::glyph::{self, Scripts};
use super::lex::Lexer;
use super::token::{Doubt, Handle, Kind, Mark, Sort};

/// Fewest digits of a telephone number in international form, with the country's.
const PHONE_DIGITS_MIN: usize = 7;

/// Most digits of a telephone number in international form (E.164), with the country's.
const PHONE_DIGITS_MAX: usize = 15;

/// Digits in one piece after which spaces no longer continue a telephone number.
const PHONE_PIECE: usize = 8;

/// Digits of the last piece of a number whose country is not in [`COUNTRIES`].
const PHONE_LAST: usize = 3;

/// Country codes with how many digits follow them at least and at most.
const COUNTRIES: &[(&str, usize, usize)] = &[
    ("1", 10, 10),
    ("7", 10, 10),
    ("20", 9, 10),
    ("27", 9, 9),
    ("30", 10, 10),
    ("31", 9, 9),
    ("32", 8, 9),
    ("33", 9, 9),
    ("34", 9, 9),
    ("351", 9, 9),
    ("352", 8, 9),
    ("353", 9, 9),
    ("36", 8, 9),
    ("377", 8, 9),
    ("41", 9, 9),
    ("420", 9, 9),
    ("44", 10, 10),
    ("45", 8, 8),
    ("46", 9, 9),
    ("47", 8, 8),
    ("48", 9, 9),
    ("52", 10, 10),
    ("55", 10, 11),
    ("61", 9, 9),
    ("81", 9, 10),
    ("82", 9, 10),
    ("86", 11, 11),
    ("90", 10, 10),
    ("91", 10, 10),
    ("212", 9, 9),
    ("213", 9, 9),
    ("216", 8, 8),
    ("221", 9, 9),
    ("225", 10, 10),
];

/// What was seen while reading a name or a domain.
struct Part {
    end: usize,
    scripts: Scripts,
    hidden: bool,
    dot: bool,
}

impl Lexer<'_, '_> {
    /// Reads what `@` stands in: a handle, or an address whose first half has been read already.
    pub(super) fn at(&mut self) {
        let at = self.pos;
        let before = self.char_before(at).unwrap_or(' ');
        if before == ':'
            && let Some(start) = self.names_network()
        {
            self.tokens.truncate(self.tokens.len().saturating_sub(2));
            return self.handle(start, Sort::Network);
        }
        let touches = before.is_alphanumeric() || "._-+/@%#=".contains(before);
        if touches && !glyph::is_invisible(before) && !self.stands_free(before) {
            return self.email();
        }
        self.handle(at, Sort::Name);
    }

    /// Whether a sign before the `@` begins nothing that could be half of an address: `.@bob`, `@a/@b`, `@a+@b`.
    fn stands_free(&self, before: char) -> bool {
        let Some(sign) = self.pos.checked_sub(before.len_utf8()) else { return false };
        let behind_handle = self.tokens.iter().rev().nth(1).is_some_and(|token| {
            token.end == sign && matches!(token.kind, Kind::Handle(_) | Kind::Service)
        });
        match before {
            '.' => self.char_before(sign).is_none_or(char::is_whitespace),
            '/' | '+' => behind_handle,
            _ => false,
        }
    }

    /// Reads a handle whose `@` is here and whose text begins at `start`.
    fn handle(&mut self, start: usize, sort: Sort) {
        let at = self.pos;
        let name = self.part(at + 1, Scripts::NONE);
        let end = self.trimmed(at + 1, name.end);
        if end == at + 1 {
            return self.push(Kind::Other, start, at + 1);
        }
        let (full, domain) = self.server(end, &name);
        let doubt = |part: &Part| {
            if part.hidden || part.scripts.mixed { Doubt::Deceptive } else { Doubt::No }
        };
        match (full, domain) {
            (_, Some(domain)) => {
                let sort = if sort == Sort::Name { Sort::Full } else { sort };
                let handle = Handle { sort, doubt: doubt(&domain), mention: None };
                self.push_handle(handle, start, domain.end);
            }
            (Server::Broken, None) => self.junk(start),
            (Server::None, None) => {
                let handle = Handle { sort, doubt: doubt(&name), mention: None };
                self.push_handle(handle, start, end);
            }
        }
    }

    /// The server behind a name that ends here.
    fn server(&self, end: usize, name: &Part) -> (Server, Option<Part>) {
        match self.byte(end) {
            b'@' if end < self.stop => match self.domain(end + 1, name) {
                Some(domain) => (Server::None, Some(domain)),
                None => (Server::Broken, None),
            },
            b':' if end < self.stop => (Server::None, self.domain(end + 1, name)),
            _ => (Server::None, None),
        }
    }

    /// A domain with at least one dot whose last label is of letters.
    fn domain(&self, from: usize, name: &Part) -> Option<Part> {
        let part = self.part(from, name.scripts);
        let end = self.trimmed(from, part.end);
        let text = self.text.get(from..end)?;
        let (labels, last) = text.rsplit_once('.')?;
        let letters = 1 < last.chars().count()
            && (last.starts_with("xn--")
                || last.chars().all(|c| glyph::is_letter(c) || glyph::is_invisible(c)));
        let labelled = labels.split('.').all(|label| !label.is_empty() && !label.contains('_'));
        (letters && labelled).then_some(Part { end, hidden: part.hidden || name.hidden, ..part })
    }

    /// Letters, digits and what else may stand in a name or a domain.
    fn part(&self, from: usize, scripts: Scripts) -> Part {
        let mut part = Part { end: from, scripts, hidden: false, dot: false };
        while let Some(c) = self.char_at(part.end) {
            let dots = c == '.' && part.dot;
            match c {
                'a'..='z' | 'A'..='Z' => part.scripts.see(c),
                '0'..='9' | '_' | '-' => {}
                '.' if !dots => {}
                _ if glyph::is_invisible(c) => part.hidden = true,
                _ if !c.is_ascii() && (c.is_numeric() || glyph::is_letter(c)) => {
                    part.scripts.see(c);
                    part.hidden |= c.is_numeric();
                }
                _ => break,
            }
            part.dot = c == '.';
            part.end += c.len_utf8();
        }
        part
    }

    /// Where a name ends once trailing punctuation is taken off.
    fn trimmed(&self, from: usize, end: usize) -> usize {
        let text = self.text.get(from..end).unwrap_or_default();
        from + text.trim_end_matches(['.', '-']).len()
    }

    /// Reads an address whose `@` is here: what stands before it is taken back.
    fn email(&mut self) {
        let at = self.pos;
        let before = self.text.get(..at).unwrap_or_default();
        let local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
        let mut start = before.trim_end_matches(local).len();
        let over = self.tokens.iter().rev().take_while(|token| start < token.end);
        let floor = over.filter(|token| fixed(token.kind)).map(|token| token.end).next();
        start = floor.map_or(start, |floor| floor.max(start));
        let begins = self.byte(start).is_ascii_alphanumeric();
        let free = start < at && begins && self.char_before(start).is_none_or(opens_address);
        let plain = Part { end: start, scripts: Scripts::NONE, hidden: false, dot: false };
        let domain = self.domain(at + 1, &plain).filter(|domain| {
            self.text.get(at + 1..domain.end).is_some_and(str::is_ascii)
                && self.byte(domain.end) != b'@'
        });
        while self.tokens.last().is_some_and(|token| start < token.end) {
            self.tokens.pop();
        }
        match domain {
            Some(domain) if free => {
                let handle = Handle { sort: Sort::Email, doubt: Doubt::No, mention: None };
                self.push_handle(handle, start, domain.end);
            }
            _ => self.junk(start),
        }
    }

    /// Something that is no handle although it has an `@`: nothing joins across it.
    fn junk(&mut self, start: usize) {
        let rest = self.text.get(self.pos..self.stop).unwrap_or_default();
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let end = self.pos + length;
        let text = self.text.get(start..end).unwrap_or_default();
        let hidden = text.contains(glyph::is_invisible)
            || self.char_before(start).is_some_and(glyph::is_invisible);
        let deceptive = Handle { sort: Sort::Name, doubt: Doubt::Deceptive, mention: None };
        self.push(if hidden { Kind::Handle(deceptive) } else { Kind::Other }, start, end);
    }

    /// Reads what `+` begins: a telephone number, or a plus sign.
    pub(super) fn plus(&mut self) {
        let at = self.pos;
        let free = self.char_before(at).is_none_or(|c| !c.is_alphanumeric());
        match self.phone_end(at) {
            Some(end) if free => {
                let handle = Handle { sort: Sort::Phone, doubt: Doubt::No, mention: None };
                self.push_handle(handle, at, end);
            }
            _ => self.push(Kind::Mark(Mark::Plus), at, at + 1),
        }
    }

    /// Where the telephone number whose `+` stands at `at` ends, if its length is right.
    fn phone_end(&self, at: usize) -> Option<usize> {
        let mut phone = Phone::default();
        let mut end = self.phone_piece(at + 1, &mut phone)?;
        while !phone.complete()
            && let Some(from) = self.phone_gap(end)
            && let Some(piece_end) = self.phone_piece(from, &mut phone)
        {
            end = piece_end;
        }
        let number_follows =
            self.phone_gap(end).is_some_and(|from| self.byte(from).is_ascii_digit());
        let touches =
            self.char_at(end).is_some_and(|c| c.is_alphanumeric() || c == '€' || c == '_');
        let open = 1 < phone.pieces && number_follows && !phone.exact();
        (phone.right() && !touches && !open).then_some(end)
    }

    /// Adds the digits at a place to a telephone number and returns where they end.
    fn phone_piece(&self, from: usize, phone: &mut Phone) -> Option<usize> {
        let end = self.digits_end(from);
        let digits = self.text.get(from..end)?.as_bytes();
        let room = phone.digits.get_mut(phone.length..phone.length + digits.len())?;
        if digits.is_empty() {
            return None;
        }
        room.copy_from_slice(digits);
        phone.length += digits.len();
        phone.last = digits.len();
        phone.pieces += 1;
        Some(end)
    }

    /// Where the next piece of a telephone number would begin.
    fn phone_gap(&self, end: usize) -> Option<usize> {
        let c = self.char_at(end)?;
        let next = end + c.len_utf8();
        (glyph::is_space(c) || c == '.' || c == '-' || c == '\u{2011}').then_some(next)
    }
}

/// The digits of a telephone number while it is read.
#[derive(Default)]
struct Phone {
    digits: [u8; PHONE_DIGITS_MAX],
    length: usize,
    /// Digits of the last piece.
    last: usize,
    pieces: usize,
}

impl Phone {
    /// How many national digits the country wants at least and at most, and how many there are.
    fn national(&self) -> Option<(usize, usize, usize)> {
        let digits = self.digits.get(..self.length)?;
        let countries = COUNTRIES.iter().filter(|(code, ..)| digits.starts_with(code.as_bytes()));
        let (code, least, most) = countries.max_by_key(|(code, ..)| code.len())?;
        Some((*least, *most, digits.len() - code.len()))
    }

    /// Whether no further piece belongs to it.
    fn complete(&self) -> bool {
        match self.national() {
            Some((_, most, found)) => most <= found,
            None => self.pieces == 1 && PHONE_PIECE <= self.length,
        }
    }

    /// Whether its country has numbers of this length only.
    fn exact(&self) -> bool {
        self.national().is_some_and(|(least, most, found)| least == most && most == found)
    }

    fn right(&self) -> bool {
        let length = match self.national() {
            Some((least, most, found)) => (least..=most).contains(&found),
            None => self.pieces == 1 || PHONE_LAST <= self.last,
        };
        length && PHONE_DIGITS_MIN <= self.length && self.digits.first() != Some(&b'0')
    }
}

/// Whether a server was begun but is none.
enum Server {
    None,
    Broken,
}

/// Whether a token cannot be taken back into an address.
fn fixed(kind: Kind) -> bool {
    match kind {
        Kind::Service
        | Kind::Handle(_)
        | Kind::Hash(_)
        | Kind::Barrier
        | Kind::Quoted
        | Kind::Invisible
        | Kind::End(_) => true,
        Kind::Word(_) | Kind::Number(_) | Kind::Sign(_) | Kind::Mark(_) | Kind::Other => false,
    }
}

/// Whether an address may begin after this character.
fn opens_address(c: char) -> bool {
    c.is_whitespace() || glyph::is_space(c) || "(<[,:;".contains(c)
}
