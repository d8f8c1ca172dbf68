//! Where a quotation or a piece of code ends. What nobody closes goes on to the end of the text.

use super::glyph::is_newline;

/// The sign that closes what `open` opens; several where habits differ.
pub(super) fn closer(open: char) -> Option<&'static [char]> {
    match open {
        '«' => Some(&['»']),
        '»' => Some(&['«']),
        '“' => Some(&['”']),
        '”' => Some(&['”']),
        '„' => Some(&['“', '”', '"']),
        '‟' => Some(&['”']),
        '‘' => Some(&['’']),
        '‚' => Some(&['‘', '’']),
        '‹' => Some(&['›']),
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        '《' => Some(&['》']),
        '〈' => Some(&['〉']),
        '❝' => Some(&['❞']),
        '＂' => Some(&['＂']),
        _ => None,
    }
}

/// The end of the quotation whose paired sign stands at `at`; the same pair may nest.
pub(super) fn paired_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut chars = rest.char_indices().peekable();
    let Some((_, open)) = chars.next() else { return text.len() };
    let closers = closer(open).unwrap_or_default();
    let mut depth: usize = 1;
    while let Some((offset, c)) = chars.next() {
        let apostrophe = c == '’' && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if closers.contains(&c) && !apostrophe {
            depth -= 1;
            if depth == 0 {
                return at + offset + c.len_utf8();
            }
        } else if c == open {
            depth += 1;
        }
    }
    text.len()
}

/// The end of the quotation whose `"` stands at `at`.
///
/// Inside, a `"` that has a space before it and a word behind it opens a quotation within.
pub(super) fn straight_end(text: &str, at: usize) -> usize {
    let rest = text.get(at + 1..).unwrap_or_default();
    let mut before = '"';
    let mut depth: usize = 1;
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        if c == '"' {
            let word_follows = chars.peek().is_some_and(|(_, next)| opens_word(*next));
            if (before.is_whitespace() || before == '(') && word_follows {
                depth += 1;
            } else {
                depth -= 1;
            }
            if depth == 0 {
                return at + 1 + offset + 1;
            }
        }
        before = c;
    }
    text.len()
}

fn opens_word(c: char) -> bool {
    c.is_alphanumeric() || c == '@' || c == '#' || c == '('
}

/// The end of the quotation whose `'` stands at `at`; none where it is an apostrophe.
pub(super) fn single_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at + 1..)?;
    let mut before = ' ';
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let ends = chars.peek().is_none_or(|(_, next)| !next.is_alphanumeric());
        if c == '\'' && !before.is_whitespace() && ends {
            return Some(at + 1 + offset + 1);
        }
        before = c;
    }
    None
}

/// The end of the code that the backticks at `at` open: as many backticks close it.
pub(super) fn code_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    let ticks = |from: usize| bytes.iter().skip(from).take_while(|byte| **byte == b'`').count();
    let opening = ticks(0);
    let mut place = opening;
    while let Some(offset) = bytes.iter().skip(place).position(|byte| *byte == b'`') {
        let run = ticks(place + offset);
        place += offset + run;
        if run == opening {
            return at + place;
        }
    }
    text.len()
}

/// The end of the block that the `~~~` at `at` opens: the line after the one that closes it.
pub(super) fn fence_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut place = at;
    for (index, line) in rest.split_inclusive(is_newline).enumerate() {
        place += line.len();
        if 0 < index && line.trim_start().starts_with("~~~") {
            return place - line.len() + line.trim_end().len();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_ends_where_it_is_closed() {
        for (text, quoted) in [
            ("\"a\" b", "\"a\""),
            ("\" a \" b", "\" a \""),
            ("\"a \"b\" c\" d", "\"a \"b\" c\""),
            ("\"a b", "\"a b"),
            ("\"x\"0", "\"x\""),
        ] {
            assert_eq!(&text[..straight_end(text, 0)], quoted, "{text}");
        }
        for (text, quoted) in [
            ("« a » b", "« a »"),
            ("« a « b » c » d", "« a « b » c »"),
            ("„a“ b", "„a“"),
            ("‘l’ami’ b", "‘l’ami’"),
            ("»a« b", "»a«"),
            ("“a b", "“a b"),
        ] {
            assert_eq!(&text[..paired_end(text, 0)], quoted, "{text}");
        }
        assert_eq!(single_end("'a b' c", 0), Some(5));
        assert_eq!(single_end("'s avonds", 0), None);
    }

    #[test]
    fn code_ends_at_as_many_backticks() {
        for (text, code) in [
            ("`a` b", "`a`"),
            ("``a ` b`` c", "``a ` b``"),
            ("```\na\n``` b", "```\na\n```"),
            ("`a b", "`a b"),
        ] {
            assert_eq!(&text[..code_end(text, 0)], code, "{text}");
        }
        assert_eq!(fence_end("~~~\na\n~~~\nb", 0), "~~~\na\n~~~".len());
        assert_eq!(fence_end("~~~\na", 0), 5);
    }
}
