//! Entries of several words: `s'il te plaît`, `francs suisses`, `cagnotte éclair`.

use super::glyph::Folded;
use super::lexicon::{Class, Entry, Lexicon};
use super::token::{Kind, Scanned};

/// Words in the longest entry.
pub(super) const PHRASE_WORDS_MAX: usize = 4;

/// An entry and how many tokens it covers.
#[derive(Clone, Copy)]
pub(super) struct Phrase {
    pub(super) entry: &'static Entry,
    pub(super) len: usize,
}

impl Phrase {
    pub(super) fn has(&self, class: Class) -> bool {
        self.entry.class.has(class)
    }
}

impl Scanned<'_> {
    /// The longest entry that begins with the word at `index`; none where there is no word.
    pub(super) fn phrase(&self, index: usize) -> Option<Phrase> {
        let entry = self.word(index)?;
        let mut found = Phrase { entry, len: 1 };
        if !entry.class.has(Class::BEGINS) {
            return Some(found);
        }
        let mut folded = Folded::new();
        for (len, token) in self.tokens.iter().skip(index).take(PHRASE_WORDS_MAX).enumerate() {
            let Kind::Word(_) = token.kind else { break };
            if 0 < len {
                folded.push_byte(b' ');
            }
            folded.push_str(self.slice(token.start, token.end));
            let entry = Lexicon::get().find(folded.bytes());
            if 0 < len
                && (entry.class != Class::NONE || entry.unit.is_some() || entry.call.is_some())
            {
                found = Phrase { entry, len: len + 1 };
            }
        }
        Some(found)
    }
}
