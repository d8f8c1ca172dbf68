//! Names that look alike: somebody who is not `@refuge` may call themselves `@refu9e`.
//!
//! Characters that people take for one another are those of Unicode Technical Standard 39 (confusables), and for the
//! letters and digits of handles a few more that small screens confuse. Nothing is refused for it: whoever pays is
//! shown both.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// Letters and digits that are taken for one another beside those of the standard.
const SETS: [&[&str]; 12] = [
    &["l", "i", "1", "j"],
    &["o", "0"],
    &["m", "rn", "nn"],
    &["w", "vv"],
    &["d", "cl"],
    &["e", "3"],
    &["a", "4"],
    &["s", "5"],
    &["t", "7"],
    &["b", "8", "6"],
    &["z", "2"],
    &["g", "9", "q"],
];

/// Handles that are looked up for one; each is a look in an index.
const VARIANTS_MAX: usize = 400;

/// What of a name the eye keeps, as it is written in small letters and in capitals: without accents, spaces and
/// separators, each character the first of those it is taken for.
fn outlines(name: &str) -> [String; 2] {
    [name.to_lowercase(), name.to_uppercase()].map(|cased| {
        let bare: String = cased.nfd().filter(|c| !is_combining_mark(*c)).collect();
        let mut seen = skeleton(&bare).collect::<String>().to_lowercase();
        seen.retain(char::is_alphanumeric);
        for set in SETS {
            if let Some((first, others)) = set.split_first() {
                for other in others {
                    seen = seen.replace(other, first);
                }
            }
        }
        seen
    })
}

/// Whether two names differ and look alike. Small letters and capitals are no difference.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    let pairs = outlines(one).into_iter().zip(outlines(other));
    one.to_lowercase() != other.to_lowercase()
        && pairs.into_iter().any(|(one, other)| !one.is_empty() && one == other)
}

/// Handles of the square, in small letters, that one or two changes away look like `handle`: the nearest, as many as
/// are looked up.
#[must_use]
pub fn variants(handle: &str) -> BTreeSet<String> {
    let near = changes(handle);
    let mut all: BTreeSet<String> = near.iter().cloned().collect();
    for one in &near {
        for two in changes(one) {
            if all.len() >= VARIANTS_MAX {
                all.remove(handle);
                return all;
            }
            all.insert(two);
        }
    }
    all.remove(handle);
    all
}

/// What one change makes of a handle.
fn changes(handle: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (at, _) in handle.char_indices() {
        let (before, rest) = handle.split_at(at);
        for set in SETS {
            for from in set.iter().filter(|from| rest.starts_with(**from)) {
                let after = &rest[from.len()..];
                let others = set.iter().filter(|to| *to != from);
                all.extend(others.map(|to| format!("{before}{to}{after}")));
            }
        }
        match rest.strip_prefix('_') {
            Some(after) => all.push(format!("{before}{after}")),
            None if at > 0 => all.push(format!("{before}_{rest}")),
            None => {}
        }
    }
    all.push(format!("{handle}_"));
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::member::is_square_name;

    /// A name, and names that look like it.
    const ALIKE: &[(&str, &[&str])] = &[
        (
            "bob",
            &[
                "b0b",
                "8ob",
                "bo8",
                "bo_b",
                "bob_",
                "вob",
                "bоb",
                "boЬ",
                "ｂｏｂ",
                "b\u{301}ob",
                "bοb",
                "𝐛𝐨𝐛",
                "6ob",
                "bo6",
            ],
        ),
        (
            "alice",
            &[
                "a1ice", "aiice", "alicе", "аlice", "al1ce", "allce", "alic3", "4lice", "a_lice",
                "ali_ce", "alíce", "àlice", "alıce", "ａlice", "aIice", "a|ice",
            ],
        ),
        (
            "marie",
            &[
                "rnarie", "mar1e", "marle", "m4rie", "mari3", "nnarie", "márie", "mаrie", "mariе",
                "marie_", "ma_rie", "MARIÉ", "rn4rie",
            ],
        ),
        (
            "paul",
            &["pau1", "paui", "раul", "pаul", "p4ul", "pa_ul", "paül", "pauI", "pau|", "рaul"],
        ),
        (
            "refuge",
            &[
                "refu9e", "r3fuge", "refug3", "refuqe", "refuge_", "re_fuge", "réfuge", "rеfuge",
                "refugе", "ref_uge", "rеfugе", "refu_ge",
            ],
        ),
        (
            "croixrouge",
            &[
                "cr0ixrouge",
                "croixr0uge",
                "croix_rouge",
                "cro1xrouge",
                "crolxrouge",
                "croixroug3",
                "сroixrouge",
                "croixrоuge",
                "cr0ixr0uge",
                "croixrou9e",
                "croixrouqe",
                "croix-rouge",
                "croix rouge",
                "Croix Rouge",
                "croix.rouge",
                "crоixrоuge",
            ],
        ),
        (
            "boulangerie",
            &[
                "bou1angerie",
                "boulangerle",
                "b0ulangerie",
                "boulang3rie",
                "boulan9erie",
                "8oulangerie",
                "boulanger1e",
                "bouiangerie",
                "boulаngerie",
                "boulangerie_",
            ],
        ),
        (
            "clement",
            &[
                "dement", "c1ement", "ciement", "clernent", "clem3nt", "clemen7", "clément",
                "сlement", "cle_ment", "clennent",
            ],
        ),
        (
            "walter",
            &[
                "vvalter", "wa1ter", "waiter", "w4lter", "wal7er", "walt3r", "wаlter", "wal_ter",
                "waltеr",
            ],
        ),
        (
            "sophie",
            &[
                "5ophie", "s0phie", "soph1e", "sophle", "sophi3", "ѕophie", "sоphie", "sорhie",
                "sophie_", "so_phie",
            ],
        ),
        (
            "thomas",
            &[
                "7homas", "th0mas", "thornas", "thom4s", "thoma5", "thоmas", "thomaѕ", "tho_mas",
                "thonnas",
            ],
        ),
        (
            "lucas",
            &["1ucas", "iucas", "luca5", "luc4s", "lucаs", "luсas", "lu_cas", "Lucás", "jucas"],
        ),
        ("zoe", &["2oe", "z0e", "zo3", "zoé", "zоe", "zoе", "zo_e", "zoë"]),
        (
            "gabriel",
            &[
                "9abriel", "gabr1el", "gabrie1", "ga8riel", "g4briel", "qabriel", "gabri3l",
                "gаbriel", "gabrieI",
            ],
        ),
        ("emma", &["3mma", "ernma", "emrna", "emm4", "еmma", "emmа", "em_ma", "ernrna"]),
        (
            "louis",
            &["1ouis", "l0uis", "lou1s", "loui5", "Iouis", "lоuis", "louіs", "iouis", "loujs"],
        ),
        ("quentin", &["guentin", "9uentin", "qu3ntin", "quen7in", "quentln", "quent1n", "quеntin"]),
        ("adele", &["ade1e", "adeie", "4dele", "ad3le", "adèle", "aclele", "аdele", "adеle"]),
        ("hugo", &["hu9o", "hug0", "huqo", "hugо", "hu_go", "һugo"]),
        ("jean", &["1ean", "iean", "lean", "j3an", "je4n", "jeаn", "ϳean"]),
        (
            "Café du Port",
            &[
                "Cafe du Port",
                "Café du P0rt",
                "Café  du Port",
                "Cafédu Port",
                "Саfé du Port",
                "Café du Роrt",
                "CafÉ du Port.",
            ],
        ),
    ];

    #[test]
    fn names_that_look_alike_are_found_two_hundred_and_more() {
        let mut pairs = 0;
        for (name, others) in ALIKE {
            for other in *others {
                pairs += 1;
                assert!(
                    alike(name, other),
                    "{name} {other}: {:?} {:?}",
                    outlines(name),
                    outlines(other)
                );
                assert!(alike(other, name), "{other} {name}");
            }
        }
        assert!(pairs >= 200, "{pairs}");
    }

    #[test]
    fn names_that_do_not_look_alike_are_left_alone() {
        let names = [
            "bob", "rob", "bib2", "alice", "alicia", "marie", "maria", "paul", "paula", "refuge",
            "lucas", "luc", "emma", "zoe", "anna", "ana",
        ];
        for (at, one) in names.iter().enumerate() {
            for other in &names[at + 1..] {
                assert!(!alike(one, other), "{one} {other}");
            }
        }
        assert!(!alike("Bob", "bob"), "the same name in other letters is the same");
        assert!(!alike("", "_"));
        assert!(!alike("!", "?"));
    }

    #[test]
    fn handles_that_are_looked_up_are_those_that_look_alike() {
        for (handle, others) in ALIKE.iter().filter(|(name, _)| is_square_name(name)) {
            let found = variants(handle);
            assert!(found.len() <= VARIANTS_MAX && !found.contains(*handle));
            for other in others.iter().filter(|other| is_square_name(other)) {
                assert!(found.contains(*other), "{handle} {other}");
            }
            for one in &found {
                assert!(alike(handle, one), "{handle} {one}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_name_breaks_it(one in ".*", other in "[a-z0-9_]{1,30}") {
            prop_assert!(!alike(&one, &one));
            prop_assert!(!alike(&other, &other));
            prop_assert!(variants(&other).len() <= VARIANTS_MAX);
        }
    }
}
