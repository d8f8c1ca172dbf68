//! What is bought, offered, cancelled or given: the `what` of a verb.

use super::chain::owns;
use super::glyph;
use super::lexicon::Class;
use super::memo::finish;
use super::phrase::PHRASE_WORDS_MAX;
use super::place::Order;
use super::token::{Kind, Mark, Scanned};

/// Bytes of the longest reference such as `pay_018f3a`.
const REFERENCE_BYTES_MAX: usize = 64;

/// A thing and the tokens that name it.
pub(super) struct Thing {
    pub(super) text: String,
    pub(super) used: (usize, usize),
}

/// The words behind the verb up to the end of the line, without politeness at their ends.
pub(super) fn words(scanned: &Scanned<'_>, order: &Order) -> Option<Thing> {
    let line = scanned.tokens.iter().enumerate().skip(order.end);
    let mut lines = line.filter(|(_, token)| is_newline(scanned, token.kind, token.start));
    let end = lines.next().map_or(scanned.tokens.len(), |(index, _)| index);
    thing(scanned, order.end, end)
}

/// The words between the verb and a recipient at `to`, or behind the recipients where there are none.
pub(super) fn beside(
    scanned: &Scanned<'_>,
    order: &Order,
    to: Option<usize>,
    chain_end: usize,
) -> Option<Thing> {
    match to {
        Some(at) => {
            let found = thing(scanned, order.end, before_join(scanned, order.end, at));
            found.map(|found| Thing { used: (order.end, at), ..found })
        }
        None => words(scanned, &Order { end: chain_end, ..*order }),
    }
}

/// The recipient behind the words of a thing: the first handle on the verb's line, unless the word before
/// it makes it somebody else's: `le livre de @carol`.
pub(super) fn recipient(scanned: &Scanned<'_>, from: usize) -> Option<usize> {
    let line = scanned.tokens.iter().enumerate().skip(from);
    let mut line = line.take_while(|(_, token)| !matches!(token.kind, Kind::End(_) | Kind::Quoted));
    let at =
        line.find(|(_, token)| matches!(token.kind, Kind::Handle(_))).map(|(index, _)| index)?;
    let before = at.checked_sub(1).and_then(|before| scanned.word(before));
    let other = before.is_some_and(|word| {
        word.class.has(Class::PURPOSE.or(Class::FROM))
            && !word.class.has(Class::JOIN.or(Class::ARTICLE))
    });
    (!other && !owns(scanned, at + 1)).then_some(at)
}

/// Takes the joining words before a handle away: `un café à @bob`.
fn before_join(scanned: &Scanned<'_>, from: usize, handle: usize) -> usize {
    let small = Class::JOIN.or(Class::ARTICLE);
    let mut end = handle;
    while let Some(word) =
        end.checked_sub(1).filter(|at| from <= *at).and_then(|at| scanned.word(at))
    {
        if !word.class.has(small) {
            break;
        }
        end -= 1;
    }
    end
}

/// The reference that follows the verb, if one does.
pub(super) fn reference(scanned: &Scanned<'_>, order: &Order) -> Option<Thing> {
    let start = skip_polite(scanned, order.end, scanned.tokens.len());
    let from = scanned.tokens.get(start)?.start;
    let rest = scanned.slice(from, scanned.text.len());
    let chunk = rest.split(char::is_whitespace).next().unwrap_or_default();
    let text = chunk.trim_end_matches(['.', ',', '!', ';', ':']);
    let end = scanned.tokens.iter().skip(start).position(|token| from + text.len() <= token.start);
    let end = end.map_or(scanned.tokens.len(), |count| start + count);
    is_reference(text).then(|| Thing { text: text.to_owned(), used: (start, end) })
}

/// Whether anything behind token `from` looks like a reference to a payment.
pub(super) fn refers(scanned: &Scanned<'_>, from: usize) -> bool {
    let rest =
        scanned.tokens.get(from).map_or("", |token| scanned.slice(token.start, scanned.text.len()));
    let plain =
        |chunk: &str| chunk.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_ascii_lowercase();
    rest.split(char::is_whitespace).map(plain).any(|chunk| chunk.starts_with("pay_"))
}

/// Whether a text looks like a reference: what it refers to, `_`, and which one.
fn is_reference(text: &str) -> bool {
    let plain = text.strip_prefix('#').unwrap_or(text);
    let allowed =
        plain.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    let named = plain.split_once('_').is_some_and(|(kind, id)| !kind.is_empty() && !id.is_empty());
    allowed && named && plain.len() <= REFERENCE_BYTES_MAX
}

fn thing(scanned: &Scanned<'_>, from: usize, to: usize) -> Option<Thing> {
    let start = skip_polite(scanned, from, to);
    let end = trim_end(scanned, start, to);
    let text = without_names(scanned, start, end);
    finish(&text).map(|text| Thing { text, used: (from, to) })
}

/// The text of some tokens without our names.
fn without_names(scanned: &Scanned<'_>, from: usize, to: usize) -> String {
    let mut text = String::new();
    let tokens = scanned.tokens.get(from..to).unwrap_or_default();
    for part in tokens.split(|token| matches!(token.kind, Kind::Service)) {
        if let (Some(first), Some(last)) = (part.first(), part.last()) {
            let space = if text.is_empty() { "" } else { " " };
            text.push_str(space);
            text.push_str(scanned.slice(first.start, last.end));
        }
    }
    text
}

fn skip_polite(scanned: &Scanned<'_>, from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        match scanned.kind(at) {
            Some(Kind::Service | Kind::Mark(Mark::Comma | Mark::Colon)) => at += 1,
            Some(Kind::Word(_)) => {
                match scanned.phrase(at).filter(|phrase| phrase.has(Class::POLITE)) {
                    Some(phrase) => at += phrase.len,
                    None => break,
                }
            }
            _ => break,
        }
    }
    at.min(to)
}

/// Takes punctuation, our names and politeness off the end.
fn trim_end(scanned: &Scanned<'_>, from: usize, to: usize) -> usize {
    let mut end = to;
    while from < end {
        let trailing = match scanned.kind(end - 1) {
            Some(
                Kind::End(_) | Kind::Service | Kind::Mark(Mark::Comma | Mark::Colon | Mark::Dot),
            ) => 1,
            Some(Kind::Word(_)) => polite_end(scanned, from, end),
            _ => 0,
        };
        if trailing == 0 {
            break;
        }
        end -= trailing;
    }
    end
}

/// How many tokens of politeness end at `end`.
fn polite_end(scanned: &Scanned<'_>, from: usize, end: usize) -> usize {
    let ends_here = |len: &usize| {
        let start = end.checked_sub(*len).filter(|start| from <= *start);
        let phrase = start.and_then(|start| scanned.phrase(start));
        phrase.is_some_and(|phrase| phrase.len == *len && phrase.has(Class::POLITE))
    };
    (1..=PHRASE_WORDS_MAX).rev().find(ends_here).unwrap_or(0)
}

fn is_newline(scanned: &Scanned<'_>, kind: Kind, at: usize) -> bool {
    let newline =
        || scanned.slice(at, scanned.text.len()).chars().next().is_some_and(glyph::is_newline);
    match kind {
        Kind::End(_) => newline(),
        Kind::Quoted => true,
        _ => false,
    }
}
