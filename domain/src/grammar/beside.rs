//! What stands beside a number and makes it doubtful: `3x`, `environ`, `-`, `k`, `%`, ranges, sums.

use super::amount::{Found, Role};
use super::code::Code;
use super::lexicon::{Class, Entry};
use super::token::{Kind, Mark, Scanned};

/// Raises the doubts that the neighbours of a number give.
pub(super) fn judge(scanned: &Scanned<'_>, found: &mut Found, floor: usize) {
    before(scanned, found, floor);
    behind(scanned, found);
}

fn before(scanned: &Scanned<'_>, found: &mut Found, floor: usize) {
    let Some(at) = found.start.checked_sub(1).filter(|at| floor <= *at) else {
        return;
    };
    let glued = scanned.glued(found.start);
    let code = match scanned.kind(at) {
        Some(Kind::Mark(Mark::Dash)) if ends_amount(scanned, at) => Some(Code::AmountAmbiguous),
        Some(Kind::Mark(Mark::Dash)) => Some(Code::AmountNegative),
        Some(Kind::Mark(Mark::Plus | Mark::Slash | Mark::Times | Mark::About | Mark::Percent)) => {
            Some(Code::AmountAmbiguous)
        }
        Some(Kind::Mark(Mark::Comma | Mark::Dot)) if glued => Some(Code::AmountAmbiguous),
        Some(Kind::Mark(Mark::Colon))
            if glued && scanned.glued(at) && number(scanned, at.wrapping_sub(1)) =>
        {
            Some(Code::AmountAmbiguous)
        }
        Some(Kind::Word(word)) => {
            word_before(scanned, word, at, floor, glued && found.role != Role::Name)
        }
        Some(Kind::Other) if glued && scanned.span(at, at + 1).contains('@') => {
            Some(Code::AmountAmbiguous)
        }
        _ => None,
    };
    found.doubts.raise_if(code.is_some(), code.unwrap_or(Code::AmountAmbiguous));
}

/// Whether a number or its unit ends right before `at`.
fn ends_amount(scanned: &Scanned<'_>, at: usize) -> bool {
    match at.checked_sub(1).and_then(|at| scanned.kind(at)) {
        Some(Kind::Number(_) | Kind::Sign(_)) => true,
        Some(Kind::Word(word)) => word.unit.is_some(),
        _ => false,
    }
}

fn word_before(
    scanned: &Scanned<'_>,
    word: &Entry,
    at: usize,
    floor: usize,
    glued: bool,
) -> Option<Code> {
    let earlier = at.checked_sub(1).filter(|at| floor <= *at).and_then(|at| scanned.word(at));
    let about = Class::ABOUT.or(Class::MORE);
    if word.class.has(Class::THAN) && earlier.is_some_and(|earlier| earlier.class.has(about)) {
        return Some(Code::AmountAmbiguous);
    }
    if word.class.has(Class::MINUS) {
        return Some(Code::AmountNegative);
    }
    (glued || word.class.has(Class::ABOUT) || word.class.has(Class::TIMES))
        .then_some(Code::AmountAmbiguous)
}

fn behind(scanned: &Scanned<'_>, found: &mut Found) {
    let at = found.end;
    let glued = scanned.glued(at);
    let ambiguous = match scanned.kind(at) {
        Some(Kind::Mark(Mark::Percent | Mark::Times)) => true,
        Some(Kind::Mark(Mark::Slash | Mark::About)) => glued || number(scanned, at + 1),
        Some(Kind::Mark(Mark::Plus)) => glued || number(scanned, at + 1),
        Some(Kind::Mark(Mark::Dash)) => {
            let ish =
                glued && scanned.word(at + 1).is_some_and(|word| word.class.has(Class::OR_SO));
            number(scanned, at + 1) || ish
        }
        Some(Kind::Mark(Mark::Comma | Mark::Colon)) => {
            glued && number(scanned, at + 1) && scanned.glued(at + 1)
        }
        Some(Kind::Number(_)) => {
            let counts_shares =
                scanned.word(at + 1).is_some_and(|word| word.class.has(Class::SHARE));
            glued || (found.role == Role::Amount && !counts_shares)
        }
        Some(Kind::Other) => glued && scanned.span(at, at + 1).starts_with(['^', '@', '²', '³']),
        Some(Kind::Word(word)) => return word_behind(scanned, found, word, at, glued),
        _ => false,
    };
    found.doubts.raise_if(ambiguous, Code::AmountAmbiguous);
}

fn word_behind(scanned: &Scanned<'_>, found: &mut Found, word: &Entry, at: usize, glued: bool) {
    let phrase = scanned.phrase(at);
    let class = phrase.map_or(word.class, |phrase| phrase.entry.class);
    let next = phrase.map_or(at + 1, |phrase| at + phrase.len);
    let times = class.has(Class::TIMES);
    let shares = class.has(Class::SHARE);
    let each_share = shares && of_an_amount(scanned, next);
    found.doubts.raise_if(times || class.has(Class::OR_SO) || each_share, Code::AmountAmbiguous);
    match found.role {
        Role::Amount => {
            let touches = at.checked_sub(1).and_then(|before| scanned.kind(before));
            let letters = glued && matches!(touches, Some(Kind::Word(_) | Kind::Number(_)));
            let counts_on = letters && number(scanned, next) && scanned.glued(next);
            found.doubts.raise_if(letters, Code::CurrencyUnknown);
            found.doubts.raise_if(counts_on, Code::AmountAmbiguous);
        }
        Role::Bare => {
            let known =
                Class::JOIN.or(Class::FROM).or(Class::EACH).or(Class::PURPOSE).or(Class::POLITE);
            let known = known
                .or(Class::OR)
                .or(Class::INTO)
                .or(Class::WITHOUT_ME)
                .or(Class::NOT)
                .or(Class::TIMES);
            found.doubts.raise_if(glued && !times || !class.has(known), Code::CurrencyUnknown);
        }
        Role::Shares | Role::Name => {}
    }
}

/// Whether an amount follows at once: `10 parts de 5 €`.
fn of_an_amount(scanned: &Scanned<'_>, at: usize) -> bool {
    let joins = Class::PURPOSE.or(Class::JOIN).or(Class::FROM);
    let at = if scanned.word(at).is_some_and(|word| word.class.has(joins)) { at + 1 } else { at };
    number(scanned, at) || (scanned.unit_before(at + 1, at).is_some() && number(scanned, at + 1))
}

fn number(scanned: &Scanned<'_>, at: usize) -> bool {
    matches!(scanned.kind(at), Some(Kind::Number(_)))
}

/// Whether a word of scale such as `k` or `mille` at `at` multiplies the number before it.
pub(super) fn scales(scanned: &Scanned<'_>, at: usize) -> bool {
    let unit_follows = scanned.unit_after(at + 1).is_some();
    scanned.word(at).is_some_and(|word| word.unit.is_none()) || unit_follows
}

/// Whether a number goes on from the one before it: `20-30 €`, `50+10 €`, `20 à 30 €`, `1 00 €`.
pub(super) fn continues(scanned: &Scanned<'_>, last: &Found, found: &Found) -> bool {
    match last.role {
        Role::Amount | Role::Name | Role::Shares => return false,
        Role::Bare => {}
    }
    if last.end == found.start {
        return true;
    }
    if last.end + 1 != found.start {
        return false;
    }
    match scanned.kind(last.end) {
        Some(Kind::Mark(Mark::Dash | Mark::Plus | Mark::Slash | Mark::Times | Mark::About)) => true,
        Some(Kind::Mark(Mark::Colon)) => scanned.glued(found.start) && scanned.glued(last.end),
        Some(Kind::Word(word)) => {
            let within = scanned.glued(found.start) && scanned.glued(last.end);
            let between = last.start.checked_sub(1).and_then(|at| scanned.word(at));
            within
                || word.class.has(Class::RANGE)
                || word.class.has(Class::TIMES)
                || between.is_some_and(|word| word.class.has(Class::BETWEEN))
        }
        _ => false,
    }
}

/// Whether nothing at `at` goes on counting: the end, a handle, punctuation or a small word.
pub(super) fn ends_here(scanned: &Scanned<'_>, at: usize) -> bool {
    match scanned.kind(at) {
        None
        | Some(
            Kind::Handle(_)
            | Kind::Service
            | Kind::End(_)
            | Kind::Quoted
            | Kind::Barrier
            | Kind::Hash(_),
        ) => true,
        Some(Kind::Word(_)) => {
            let small =
                Class::JOIN.or(Class::FROM).or(Class::EACH).or(Class::PURPOSE).or(Class::POLITE);
            scanned.phrase(at).is_some_and(|phrase| phrase.has(small) && !phrase.has(Class::TIMES))
        }
        Some(Kind::Mark(Mark::Comma | Mark::Colon | Mark::And | Mark::Dot)) => {
            !number(scanned, at + 1)
        }
        Some(Kind::Other) => !scanned.glued(at),
        Some(Kind::Number(_) | Kind::Sign(_) | Kind::Mark(_) | Kind::Invisible) => false,
    }
}
