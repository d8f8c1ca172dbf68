//! What remains of the text once the order is taken out, as written.

use super::glyph;
use super::lexicon::Class;
use super::place::Order;
use super::token::{Kind, Scanned};

/// Characters in the longest memo; the rest is cut off.
pub const MEMO_CHARS_MAX: usize = 280;

/// The text behind the verb without the ranges of tokens in `used` and without our names.
pub(super) fn remains(
    scanned: &Scanned<'_>,
    order: &Order,
    used: &[(usize, usize)],
) -> Option<String> {
    let mut pieces = Pieces { scanned, text: String::new() };
    let mut used = used.iter().peekable();
    let mut from = order.end;
    let mut at = order.end;
    while let Some(kind) = scanned.kind(at) {
        let next = match used.next_if(|(start, _)| *start <= at) {
            Some((_, end)) => at.max(*end),
            None => at + usize::from(matches!(kind, Kind::Service)),
        };
        if at < next {
            pieces.add(from, at);
            from = next;
            at = next;
        } else {
            at += 1;
        }
    }
    pieces.add(from, at);
    finish(&pieces.text)
}

struct Pieces<'a, 's> {
    scanned: &'s Scanned<'a>,
    text: String,
}

impl Pieces<'_, '_> {
    /// Adds the tokens from `from` to `to` if they say anything.
    fn add(&mut self, from: usize, to: usize) {
        let tokens = self.scanned.tokens.get(from..to).unwrap_or_default();
        if !tokens.iter().any(|token| says(token.kind)) {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(self.scanned.span(from, to));
    }
}

/// Whether a token is more than punctuation and small words such as the *for* of `ask @bob for 5 €`.
fn says(kind: Kind) -> bool {
    let small = Class::JOIN.or(Class::FROM).or(Class::PURPOSE).or(Class::INTO).or(Class::ARTICLE);
    match kind {
        Kind::Word(word) => !word.class.has(small),
        Kind::Handle(_) | Kind::Hash(_) | Kind::Number(_) | Kind::Sign(_) => true,
        Kind::Quoted | Kind::Barrier | Kind::Other => true,
        Kind::Service | Kind::Mark(_) | Kind::End(_) | Kind::Invisible => false,
    }
}

/// Trims a text and cuts it to the longest memo.
pub(super) fn finish(text: &str) -> Option<String> {
    let blank = |c: char| c.is_whitespace() || glyph::is_space(c);
    let stop = |c: char| ",;:.!".contains(c);
    let mut text = text.trim_matches(blank);
    // Punctuation that ended the order goes; `:)` stays.
    while let Some(rest) = text.strip_prefix(stop) {
        if !rest.is_empty() && !rest.starts_with(blank) && !rest.starts_with(stop) {
            break;
        }
        text = rest.trim_start_matches(blank);
    }
    let end = text.char_indices().nth(MEMO_CHARS_MAX).map_or(text.len(), |(at, _)| at);
    let text = text.get(..end)?.trim_matches(blank);
    (!text.is_empty()).then(|| text.to_owned())
}
