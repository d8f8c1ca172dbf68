//! Commands written out so that they read as themselves: the messages that people are given to copy.

use super::glyph::fold;
use super::{Command, Context, Recipient, lex, order};
use crate::lang::Lang;
use crate::money::{Currency, Money, decimal};
use crate::verb::{Amount, Needs, To, Verb, What};

/// Stands where only the author knows what to write; no reading takes it for anything.
pub(super) const BLANK: &str = "…";

/// Decimals that would look like a group of thousands.
const GROUP_DECIMALS: u32 = 3;

/// What is known of a command; a blank stands for the rest.
#[derive(Clone, Default)]
pub(super) struct Parts<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) amount: Option<String>,
    pub(super) to: &'a [Recipient],
    pub(super) each: bool,
    pub(super) without_me: bool,
    pub(super) shares: Option<u32>,
    pub(super) what: Option<&'a str>,
    pub(super) memo: Option<&'a str>,
}

impl Command {
    /// The command as a message that reads as this command; `name` is ours in a public post, none in a
    /// direct message.
    #[must_use]
    pub fn message(&self, name: Option<&str>) -> String {
        let parts = Parts {
            name,
            amount: self.amount.map(|amount| money(amount, self.lang)),
            to: &self.to,
            each: self.each,
            without_me: self.without_me,
            shares: self.shares,
            what: self.what.as_deref(),
            memo: self.memo.as_deref(),
        };
        let service: Vec<String> = name.map(str::to_owned).into_iter().collect();
        let context = Context {
            service: &service,
            direct: name.is_none(),
            lang: Some(self.lang),
            ..Context::default()
        };
        let line = message(self.verb, self.lang, &parts);
        let same = order::read(&lex::scan(&line, &context), &context)
            .is_ok_and(|command| command.memo == self.memo);
        if same { line } else { apart(self.verb, self.lang, &parts) }
    }
}

/// A message whose memo stands on a line of its own, where nothing joins it with the order.
pub(super) fn apart(verb: &dyn Verb, lang: Lang, parts: &Parts<'_>) -> String {
    let order = message(verb, lang, &Parts { memo: None, ..parts.clone() });
    parts.memo.map_or(order.clone(), |memo| format!("{order}\n{memo}"))
}

/// The hashtag of a verb in a language.
pub(super) fn hashtag(verb: &dyn Verb, lang: Lang) -> String {
    let words = verb.words().iter().find(|(of, _)| *of == lang).or(verb.words().first());
    let word = words
        .and_then(|(_, words)| words.first())
        .map_or(verb.name(), |word| word.trim_start_matches('#'));
    format!("#{}", word.replace(' ', ""))
}

/// A message with everything the verb needs, blanks where something is missing.
pub(super) fn message(verb: &dyn Verb, lang: Lang, parts: &Parts<'_>) -> String {
    let needs = verb.needs();
    let mut words: Vec<String> = Vec::new();
    words.extend(parts.name.map(|name| format!("@{}", name.strip_prefix('@').unwrap_or(name))));
    words.push(hashtag(verb, lang));
    // A thing with somebody's name in it goes behind the recipient, or that name would be taken for one.
    let behind = needs.what == What::OrAmount && parts.what.is_some_and(|what| what.contains('@'));
    let thing = thing(needs, parts);
    words.extend(thing.clone().filter(|_| !behind));
    words.extend(amount(needs, lang, parts));
    if parts.each {
        words.push(each(lang).to_owned());
    }
    match needs.to {
        To::None => {}
        To::One | To::OneOrEach | To::Payers | To::Sharers if parts.to.is_empty() => {
            words.push(format!("@{BLANK}"))
        }
        To::One | To::OneOrEach | To::Payers | To::Sharers => {
            words.extend(parts.to.iter().map(|to| to.text.clone()))
        }
    }
    words.extend(thing.filter(|_| behind));
    if parts.without_me {
        words.push(without_me(lang).to_owned());
    }
    words.extend(parts.memo.map(str::to_owned));
    words.join(" ")
}

fn thing(needs: Needs, parts: &Parts<'_>) -> Option<String> {
    match (needs.what, parts.what) {
        (What::None, _) | (What::Words | What::Reference, None) => None,
        (What::OrAmount, None) => parts.amount.is_none().then(|| BLANK.to_owned()),
        (What::Required, None) => Some(BLANK.to_owned()),
        (_, Some(what)) => Some(what.to_owned()),
    }
}

fn amount(needs: Needs, lang: Lang, parts: &Parts<'_>) -> Option<String> {
    let amount = parts.amount.clone();
    match needs.amount {
        Amount::None => None,
        Amount::OrWhat => amount.filter(|_| parts.what.is_none()),
        Amount::Optional => amount,
        Amount::Paid | Amount::Split => Some(amount.unwrap_or_else(|| format!("{BLANK} €"))),
        Amount::Shares => {
            let amount = amount.unwrap_or_else(|| format!("{BLANK} €"));
            let shares = parts.shares.map_or(BLANK.to_owned(), |shares| shares.to_string());
            let (into, counted) = shares_words(lang);
            Some(format!("{amount} {into} {shares} {counted}"))
        }
    }
}

/// An amount as it reads without doubt: no groups, decimals only where there are any.
pub(super) fn money(amount: Money, lang: Lang) -> String {
    let separator = if lang == Lang::En { '.' } else { ',' };
    let number = decimal(amount, separator);
    let (whole, fraction) = number.split_once(separator).unwrap_or((&number, ""));
    let decimals = u32::try_from(fraction.len()).unwrap_or(0);
    let short = fraction.trim_end_matches('0');
    let number = match (short.is_empty(), decimals == GROUP_DECIMALS) {
        (true, _) => whole.to_owned(),
        // Three decimals would be taken for thousands but for a leading zero; two say the same if they can.
        (false, true) if short.len() < fraction.len() => format!("{whole}{separator}{short}"),
        (false, true) => format!("0{whole}{separator}{fraction}"),
        (false, false) => number,
    };
    format!("{number} {}", sign(amount.currency))
}

fn sign(currency: Currency) -> String {
    match currency {
        Currency::EUR => "€".to_owned(),
        other => other.code().to_owned(),
    }
}

/// *Each*, beside an amount.
pub(super) const fn each(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "chacun",
        Lang::En => "each",
        Lang::De => "jeweils",
        Lang::Es => "cada uno",
        Lang::It => "ciascuno",
        Lang::Pt => "cada um",
        Lang::Nl => "elk",
    }
}

const fn without_me(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "sans moi",
        Lang::En => "without me",
        Lang::De => "ohne mich",
        Lang::Es => "sin mí",
        Lang::It => "senza di me",
        Lang::Pt => "sem mim",
        Lang::Nl => "zonder mij",
    }
}

const fn shares_words(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Fr => ("en", "parts"),
        Lang::En => ("in", "shares"),
        Lang::De => ("in", "Teile"),
        Lang::Es => ("en", "partes"),
        Lang::It => ("in", "parti"),
        Lang::Pt => ("em", "partes"),
        Lang::Nl => ("in", "delen"),
    }
}

/// The verb whose name is nearest to a mistyped hashtag, if one is near.
pub(super) fn nearest(word: &str, lang: Option<Lang>) -> Option<(&'static dyn Verb, Lang)> {
    let word = fold(word.trim_start_matches('#'));
    if word.is_empty() {
        return None;
    }
    let names = crate::verb::VERBS.iter().flat_map(|verb| {
        let words = verb
            .words()
            .iter()
            .flat_map(|(lang, words)| words.iter().map(move |word| (*lang, *word)));
        words.map(move |(lang, name)| (*verb, lang, fold(name.trim_start_matches('#'))))
    });
    let near =
        names.filter(|(_, _, name)| name.len().abs_diff(word.len()) <= name.len() / NEAR_LETTERS);
    let near = near
        .map(|(verb, of, name)| (distance(&word, &name), Some(of) != lang, verb, of, name.len()));
    let near = near.filter(|(distance, _, _, _, letters)| *distance <= letters / NEAR_LETTERS);
    let best = near.min_by_key(|(distance, other, ..)| (*distance, *other));
    best.map(|(_, _, verb, lang, _)| (verb, lang))
}

/// One letter in so many may be wrong in a mistyped verb.
const NEAR_LETTERS: usize = 3;

/// How many letters must be added, taken away or changed to make one word the other.
fn distance(one: &[u8], other: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (b, cell) in other.iter().zip(row.iter_mut().skip(1)) {
            let changed = corner + usize::from(a != b);
            corner = *cell;
            *cell = changed.min(corner + 1).min(left + 1);
            left = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_without_doubt() {
        let code = |code: &str| Currency::parse(code).unwrap();
        for (minor, currency, text) in [
            (100_000, "EUR", "1000 €"),
            (1_250, "EUR", "12,50 €"),
            (500, "JPY", "500 JPY"),
            (1_500, "KWD", "1,5 KWD"),
            (1_234, "KWD", "01,234 KWD"),
            (1_230, "KWD", "1,23 KWD"),
        ] {
            assert_eq!(money(Money::new(minor, code(currency)), Lang::Fr), text);
        }
    }

    #[test]
    fn a_mistyped_verb_finds_its_neighbour() {
        let name = |word: &str| nearest(word, Some(Lang::Fr)).map(|(verb, _)| verb.name());
        assert_eq!(name("#envoyre"), Some("send"));
        assert_eq!(name("#love"), None);
        assert_eq!(name("#partger"), Some("split"));
        assert_eq!(name("#anniversaire"), None);
        assert_eq!(distance(b"kitten", b"sitting"), 3);
    }
}
