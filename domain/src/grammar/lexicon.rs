//! The one table of words: verbs, currencies and the small words around them, built once.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::currencies::{CURRENCIES, NATIONS};
use super::glyph::fold;
use super::vocabulary::SMALL;
use crate::lang::Lang;
use crate::money::Currency;
use crate::verb::{VERBS, Verb};

/// What a small word does: a set of the constants below.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Class(pub(super) u32);

impl Class {
    pub(super) const NONE: Self = Self(0);
    /// May stand between verb, amount and recipients.
    pub(super) const JOIN: Self = Self(1);
    /// Likewise, where the people named are to pay.
    pub(super) const FROM: Self = Self(1 << 1);
    /// Every recipient gets the whole amount.
    pub(super) const EACH: Self = Self(1 << 2);
    /// Begins what the payment is for: no currency, no recipient.
    pub(super) const PURPOSE: Self = Self(1 << 3);
    /// Politeness, which may precede a verb.
    pub(super) const POLITE: Self = Self(1 << 4);
    /// Before a number: about so much.
    pub(super) const ABOUT: Self = Self(1 << 5);
    /// Before a number, with a [`Class::THAN`] between: more than so much.
    pub(super) const MORE: Self = Self(1 << 6);
    /// See [`Class::MORE`].
    pub(super) const THAN: Self = Self(1 << 7);
    /// After an amount: or so.
    pub(super) const OR_SO: Self = Self(1 << 8);
    /// Less than nothing.
    pub(super) const MINUS: Self = Self(1 << 9);
    /// So many times.
    pub(super) const TIMES: Self = Self(1 << 10);
    /// No order between verb and recipient holds it.
    pub(super) const NOT: Self = Self(1 << 11);
    /// Nor directly after the recipient.
    pub(super) const NOT_AFTER: Self = Self(1 << 12);
    /// One or the other.
    pub(super) const OR: Self = Self(1 << 13);
    /// Thousands and the like.
    pub(super) const SCALE: Self = Self(1 << 14);
    /// What an envelope is counted in.
    pub(super) const SHARE: Self = Self(1 << 15);
    /// The author does not share.
    pub(super) const WITHOUT_ME: Self = Self(1 << 16);
    /// From so much to so much.
    pub(super) const RANGE: Self = Self(1 << 17);
    /// Between this word and the next number a range begins.
    pub(super) const BETWEEN: Self = Self(1 << 18);
    /// An article, which may follow a joining word.
    pub(super) const ARTICLE: Self = Self(1 << 19);
    /// A unit only where it touches its number.
    pub(super) const TOUCHING: Self = Self(1 << 20);
    /// Begins an entry of several words.
    pub(super) const BEGINS: Self = Self(1 << 21);
    /// Marks what follows as somebody else's words: `RT @eve: …`.
    pub(super) const REPEATS: Self = Self(1 << 22);
    /// Joins a total and a number of shares.
    pub(super) const INTO: Self = Self(1 << 23);

    /// The author: shares a bill, but is nobody the author can send money to.
    pub(super) const ME: Self = Self(1 << 24);
    /// Right behind an order makes it hang on something.
    pub(super) const IF: Self = Self(1 << 25);

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a currency word or sign says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    /// Exactly this currency.
    Is(Currency),
    /// A sign or word that several currencies share.
    Shared(Shared),
    /// Hundredths of the operator's default currency.
    Hundredths,
    /// Hundredths of this currency.
    HundredthsOf(Currency),
    /// A currency sign that no currency of ours has.
    Unknown,
}

/// Signs and words that several currencies share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shared {
    Dollar,
    Yen,
    Krone,
    Franc,
    Peso,
    /// Shared, and no setting says what it means.
    Unsettled,
}

/// What a word calls: one verb in some languages, or several verbs.
#[derive(Clone, Copy, Debug)]
pub(super) enum Call {
    One { verb: &'static dyn Verb, langs: Langs },
    Several,
}

/// A set of languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Langs(u8);

impl Langs {
    const NONE: Self = Self(0);

    fn bit(lang: Lang) -> u8 {
        match lang {
            Lang::Fr => 1,
            Lang::En => 1 << 1,
            Lang::De => 1 << 2,
            Lang::Es => 1 << 3,
            Lang::It => 1 << 4,
            Lang::Pt => 1 << 5,
            Lang::Nl => 1 << 6,
        }
    }

    /// One language.
    pub(super) fn of(lang: Lang) -> Self {
        Self::NONE.with(lang)
    }

    fn with(self, lang: Lang) -> Self {
        Self(self.0 | Self::bit(lang))
    }

    /// The preferred language if it is in the set, else the first that is.
    pub(super) fn choose(self, preferred: Option<Lang>) -> Lang {
        let within = |lang: &Lang| self.0 & Self::bit(*lang) != 0;
        preferred.filter(within).or_else(|| Lang::ALL.into_iter().find(within)).unwrap_or(Lang::En)
    }
}

/// Everything the table knows about a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) class: Class,
    pub(super) unit: Option<Unit>,
    /// The verb it is as a bare word, and as a hashtag too unless `hash` says otherwise.
    pub(super) call: Option<Call>,
    /// The verb it is as a hashtag only.
    pub(super) hash: Option<Call>,
}

impl Entry {
    pub(super) const EMPTY: Self = Self { class: Class::NONE, unit: None, call: None, hash: None };

    /// The verb this word is as a hashtag.
    pub(super) fn tagged(&self) -> Option<Call> {
        self.hash.or(self.call)
    }
}

/// An entry for words the table does not know.
pub(super) static EMPTY: Entry = Entry::EMPTY;

/// The table.
pub(super) struct Lexicon(FxHashMap<Box<[u8]>, Entry>);

impl Lexicon {
    /// The table, built at the first call.
    pub(super) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::build)
    }

    /// What is known about a folded word or phrase.
    pub(super) fn find(&'static self, folded: &[u8]) -> &'static Entry {
        self.0.get(folded).unwrap_or(&EMPTY)
    }

    fn build() -> Self {
        let mut lexicon = Self(FxHashMap::default());
        for (class, words) in SMALL {
            words.iter().for_each(|word| {
                lexicon.entry(word).class = lexicon_class(&lexicon, word).or(*class)
            });
        }
        for (unit, words) in CURRENCIES {
            words.iter().for_each(|word| lexicon.entry(word).unit = Some(*unit));
        }
        for (nouns, unit, nations) in NATIONS {
            for (noun, nation) in
                nouns.iter().flat_map(|noun| nations.iter().map(move |n| (noun, n)))
            {
                lexicon.entry(&format!("{noun} {nation}")).unit = Some(*unit);
                lexicon.entry(&format!("{nation} {noun}")).unit = Some(*unit);
            }
        }
        for verb in VERBS {
            for (lang, words) in verb.words() {
                words.iter().for_each(|word| lexicon.name(*verb, *lang, word));
            }
        }
        lexicon
    }

    /// The entry of a word, made if it is new; the first word of a phrase is marked.
    fn entry(&mut self, phrase: &str) -> &mut Entry {
        if let Some((first, _)) = phrase.split_once(' ') {
            let begins = self.0.entry(fold(first).into()).or_insert(Entry::EMPTY);
            begins.class = begins.class.or(Class::BEGINS);
        }
        self.0.entry(fold(phrase).into()).or_insert(Entry::EMPTY)
    }

    fn name(&mut self, verb: &'static dyn Verb, lang: Lang, word: &str) {
        if let Some(tag) = word.strip_prefix('#') {
            let entry = self.entry(tag);
            entry.hash = Some(joined(entry.hash, verb, lang));
            return;
        }
        let entry = self.entry(word);
        entry.call = Some(joined(entry.call, verb, lang));
        if word.contains(' ') {
            let entry = self.entry(&word.replace(' ', ""));
            entry.hash = Some(joined(entry.hash, verb, lang));
        }
    }
}

fn lexicon_class(lexicon: &Lexicon, word: &str) -> Class {
    lexicon.0.get(fold(word).as_slice()).map_or(Class::NONE, |entry| entry.class)
}

fn joined(call: Option<Call>, verb: &'static dyn Verb, lang: Lang) -> Call {
    match call {
        None => Call::One { verb, langs: Langs::of(lang) },
        Some(Call::One { verb: known, langs }) if known == verb => {
            Call::One { verb, langs: langs.with(lang) }
        }
        Some(Call::One { .. } | Call::Several) => Call::Several,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_a_verb_calls_that_verb_alone() {
        let lexicon = Lexicon::get();
        for verb in VERBS {
            for (lang, words) in verb.words() {
                for word in *words {
                    let entry = lexicon.find(&fold(word.trim_start_matches('#')));
                    let call = if word.starts_with('#') { entry.tagged() } else { entry.call };
                    match call {
                        Some(Call::One { verb: found, .. }) => {
                            assert_eq!(found, *verb, "{lang:?} {word}")
                        }
                        found => panic!("{lang:?} {word}: {found:?}"),
                    }
                }
            }
        }
    }

    #[test]
    fn offre_is_a_deal_as_a_hashtag_and_a_gift_as_a_word() {
        let entry = Lexicon::get().find(b"offre");
        let name = |call: Option<Call>| match call {
            Some(Call::One { verb, .. }) => verb.name(),
            Some(Call::Several) | None => "",
        };
        assert_eq!((name(entry.call), name(entry.tagged())), ("gift", "offer"));
    }
}
