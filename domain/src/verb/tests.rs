use std::collections::BTreeSet;

use super::{Form, VERBS};
use crate::lang::Lang;

#[test]
fn names_are_unique() {
    let names: BTreeSet<_> = VERBS.iter().map(|verb| verb.name()).collect();
    assert_eq!(names.len(), VERBS.len());
}

#[test]
fn every_verb_has_words_in_every_language() {
    for verb in VERBS {
        let langs: Vec<_> = verb.words().iter().map(|(lang, _)| *lang).collect();
        assert_eq!(langs, Lang::ALL, "{verb:?}");
        assert!(verb.words().iter().all(|(_, words)| !words.is_empty()), "{verb:?}");
    }
}

#[test]
fn every_verb_has_an_example_and_answers_have_no_needs() {
    for verb in VERBS {
        assert!(!verb.examples().is_empty(), "{verb:?}");
        if verb.needs().form == Form::Answer {
            assert_eq!(verb.needs(), super::Needs { form: Form::Answer, ..super::Needs::NOTHING });
        }
    }
}
