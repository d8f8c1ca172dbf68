//! What single characters are: spaces, invisible ones, scripts; and how a word is folded.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Bytes of the longest word that can be looked up; a longer one means nothing to the grammar.
pub(super) const WORD_BYTES_MAX: usize = 48;

/// Whether a character separates words within a line.
pub(super) fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// Whether a character ends a line.
pub(super) fn is_newline(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character cannot be seen or changes the direction of what follows.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{0}'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}'
            | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether an invisible character holds one emoji together rather than hiding in a word.
pub(super) fn joins_emoji(c: char) -> bool {
    matches!(c, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' | '\u{E0020}'..='\u{E007F}')
}

/// Whether a character is a letter or a mark upon one.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (!c.is_ascii() && (c.is_alphabetic() || is_combining_mark(c)) && !is_invisible(c))
}

/// Whether a character stands for an apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2BC}' | '\u{FF07}')
}

/// Whether a character stands for a hyphen or a minus.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// The writing system of a letter, as far as telling look-alikes apart needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Script {
    /// Digits, marks and signs: they go with any script.
    Common,
    Latin,
    Greek,
    Cyrillic,
    /// Han, Kana, Bopomofo and Hangul, which are written together.
    EastAsian,
    /// Letters made to look like others: full width, mathematical, enclosed.
    Odd,
    /// Any other script, told apart by its block of 128 characters.
    Other(u32),
}

/// The script of a character.
pub(super) fn script(c: char) -> Script {
    match c {
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '\u{FF00}'..='\u{FF5E}' | '\u{1D400}'..='\u{1D7FF}' | '\u{2100}'..='\u{218F}' => {
            Script::Odd
        }
        '\u{2460}'..='\u{24FF}' | '\u{1F100}'..='\u{1F1E5}' => Script::Odd,
        _ if is_combining_mark(c) || !c.is_alphabetic() => Script::Common,
        '\u{AA}' | '\u{BA}' | '\u{C0}'..='\u{24F}' | '\u{250}'..='\u{2AF}' => Script::Latin,
        '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{A720}'..='\u{A7FF}' => {
            Script::Latin
        }
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Script::Greek,
        '\u{400}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' | '\u{2DE0}'..='\u{2DFF}' => {
            Script::Cyrillic
        }
        '\u{A640}'..='\u{A69F}' => Script::Cyrillic,
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7FF}' => {
            Script::EastAsian
        }
        '\u{F900}'..='\u{FAFF}' | '\u{FF65}'..='\u{FFDC}' | '\u{20000}'..='\u{3FFFF}' => {
            Script::EastAsian
        }
        _ => Script::Other(u32::from(c) >> 7),
    }
}

/// The one script of the letters seen so far, and whether a second one appeared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scripts {
    first: Script,
    pub(super) mixed: bool,
}

impl Scripts {
    pub(super) const NONE: Self = Self { first: Script::Common, mixed: false };

    pub(super) fn see(&mut self, c: char) {
        match script(c) {
            Script::Common => {}
            Script::Odd => self.mixed = true,
            found => {
                self.mixed |= self.first != Script::Common && self.first != found;
                self.first = found;
            }
        }
    }
}

/// A word in lower case without accents, in a buffer of fixed size.
pub(super) struct Folded {
    bytes: [u8; WORD_BYTES_MAX],
    len: usize,
    full: bool,
}

impl Folded {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; WORD_BYTES_MAX], len: 0, full: false }
    }

    /// The folded bytes; nothing where the word was too long.
    pub(super) fn bytes(&self) -> &[u8] {
        if self.full { &[] } else { self.bytes.get(..self.len).unwrap_or_default() }
    }

    pub(super) fn push_byte(&mut self, byte: u8) {
        match self.bytes.get_mut(self.len) {
            Some(slot) => {
                *slot = byte.to_ascii_lowercase();
                self.len += 1;
            }
            None => self.full = true,
        }
    }

    /// Adds a character: lower case, without its accents, ligatures taken apart.
    pub(super) fn push(&mut self, c: char) {
        match c {
            '\0'..='\u{7F}' => self.push_byte(u8::try_from(c).unwrap_or(b' ')),
            'é' | 'è' | 'ê' | 'ë' => self.push_byte(b'e'),
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => self.push_byte(b'a'),
            'ç' => self.push_byte(b'c'),
            'ß' | 'ẞ' => self.push_str("ss"),
            'œ' | 'Œ' => self.push_str("oe"),
            'æ' | 'Æ' => self.push_str("ae"),
            'ø' | 'Ø' => self.push_byte(b'o'),
            'ł' | 'Ł' => self.push_byte(b'l'),
            'ı' | 'İ' => self.push_byte(b'i'),
            _ if is_apostrophe(c) => self.push_byte(b'\''),
            _ if is_dash(c) => self.push_byte(b'-'),
            _ => decompose_canonical(c, |part| {
                if !is_combining_mark(part) {
                    part.to_lowercase().for_each(|lower| self.push_utf8(lower));
                }
            }),
        }
    }

    pub(super) fn push_str(&mut self, text: &str) {
        text.chars().for_each(|c| self.push(c));
    }

    fn push_utf8(&mut self, c: char) {
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            self.push_byte(byte);
        }
    }
}

/// The folded form of a text, for building tables.
pub(super) fn fold(text: &str) -> Vec<u8> {
    let mut folded = Folded::new();
    folded.push_str(text);
    folded.bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fold_to_lower_case_without_accents() {
        for (word, folded) in [
            ("ENVOYER", "envoyer"),
            ("Payé", "paye"),
            ("PAYE\u{301}", "paye"),
            ("cœur", "coeur"),
            ("Überweise", "uberweise"),
            ("l’ami", "l'ami"),
            ("СЛОВО", "слово"),
        ] {
            assert_eq!(fold(word), folded.as_bytes(), "{word}");
        }
        assert!(fold(&"a".repeat(WORD_BYTES_MAX + 1)).is_empty());
    }

    #[test]
    fn scripts_mix_only_where_letters_of_two_meet() {
        let mixed = |text: &str| {
            let mut scripts = Scripts::NONE;
            text.chars().for_each(|c| scripts.see(c));
            scripts.mixed
        };
        for text in ["bob_42", "françois", "иван", "東京タワー", "محمد", ""] {
            assert!(!mixed(text), "{text}");
        }
        for text in ["b\u{43E}b", "αb", "ｂob", "𝐛ob", "иvan"] {
            assert!(mixed(text), "{text}");
        }
    }
}
