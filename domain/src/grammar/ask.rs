//! Questions back: what was understood, and the corrected message to copy.

use super::code::Code;
use super::order::{self, Unsure};
use super::write::{BLANK, Parts, apart, hashtag, message, money};
use super::{Command, Context, Question, Recipient, lex};
use crate::lang::Lang;
use crate::say::Arg;
use crate::verb::To;

/// Characters of the doubtful words that a question repeats.
const HEARD_CHARS_MAX: usize = 60;

/// The question about a direct message that is too long to be read.
pub(super) fn too_long(context: &Context<'_>) -> Question {
    question(&Unsure::of(Code::OrderUnclear), context)
}

/// Puts a doubt into a question.
pub(super) fn question(unsure: &Unsure, context: &Context<'_>) -> Question {
    let verb = unsure.draft.as_ref().map(|draft| (draft.verb, draft.lang));
    let lang = verb.map(|(_, lang)| lang).or(context.lang).unwrap_or(Lang::En);
    let name = context.service.first().map_or("", String::as_str);
    let (kind, readings) = match unsure.readings {
        Some((more, less)) => ("two", vec![("more", Arg::Money(more)), ("less", Arg::Money(less))]),
        None => ("one", Vec::new()),
    };
    let mut args = vec![
        ("name", Arg::Text(name.into())),
        (
            "verb",
            Arg::Text(verb.map(|(verb, lang)| hashtag(verb, lang)).unwrap_or_default().into()),
        ),
        ("heard", Arg::Text(heard(unsure).into())),
        ("write", Arg::Text(write(unsure, context).into())),
        ("kind", Arg::Text(kind.into())),
    ];
    args.extend(readings);
    Question { code: unsure.code.text(), lang, args }
}

/// The doubtful words; those that deceive are not repeated.
fn heard(unsure: &Unsure) -> String {
    match unsure.code {
        Code::SuspiciousCharacters => String::new(),
        _ => unsure.heard.chars().take(HEARD_CHARS_MAX).collect(),
    }
}

/// The corrected message: read again, it is the command it shows, or it has a blank.
fn write(unsure: &Unsure, context: &Context<'_>) -> String {
    let name = match unsure.code {
        Code::DirectOnly => None,
        _ => context.service.first().map(String::as_str).filter(|_| !context.direct),
    };
    match &unsure.draft {
        Some(draft) => corrected(unsure, draft, name, context),
        None => {
            let name = name.map(|name| format!("@{} ", name.strip_prefix('@').unwrap_or(name)));
            format!("{}#{BLANK}", name.unwrap_or_default())
        }
    }
}

fn corrected(
    unsure: &Unsure,
    draft: &Command,
    name: Option<&str>,
    context: &Context<'_>,
) -> String {
    let safe = unsure.code != Code::SuspiciousCharacters;
    let amount = draft.amount.filter(|_| unsure.code != Code::AmountTooSmall).or(unsure.likely);
    let blank = if unsure.code == Code::WhatMissing { Some(BLANK) } else { None };
    let parts = Parts {
        name,
        amount: amount.map(|amount| money(amount, draft.lang)),
        to: if safe { people(unsure.code, draft) } else { &[] },
        each: each(unsure.code, draft),
        without_me: draft.without_me,
        shares: draft.shares,
        what: draft.what.as_deref().filter(|_| safe).or(blank),
        memo: draft.memo.as_deref().filter(|_| safe),
    };
    let full = message(draft.verb, draft.lang, &parts);
    let lines = apart(draft.verb, draft.lang, &parts);
    if parts.memo.is_none() || reads(&full, context) {
        return full;
    }
    if reads(&lines, context) {
        lines
    } else {
        message(draft.verb, draft.lang, &Parts { memo: None, ..parts })
    }
}

/// Whether a message reads as a command.
fn reads(text: &str, context: &Context<'_>) -> bool {
    let plain = Context { mentions: &[], ..*context };
    order::read(&lex::scan(text, &plain), &plain).is_ok()
}

/// Whom the corrected message names: nobody where the author has to choose.
fn people(code: Code, draft: &Command) -> &[Recipient] {
    let several = 1 < draft.to.len();
    match draft.verb.needs().to {
        To::One if several => draft.to.get(..1).unwrap_or_default(),
        To::OneOrEach | To::Payers if several && !draft.each && code != Code::RecipientsSeveral => {
            &[]
        }
        To::None | To::One | To::OneOrEach | To::Payers | To::Sharers => &draft.to,
    }
}

/// Whether the corrected message gives the amount to each: that is what several recipients may have meant.
fn each(code: Code, draft: &Command) -> bool {
    let several = code == Code::RecipientsSeveral && 1 < draft.to.len();
    match draft.verb.needs().to {
        To::OneOrEach | To::Payers => draft.each || several,
        To::None | To::One | To::Sharers => false,
    }
}
