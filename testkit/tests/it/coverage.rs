//! The stories together tell everything: every verb, every refusal, every sentence in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use domain::verb::VERBS;

/// Refusals that no story shows, and why.
const UNTOLD: [(&str, &str); 9] = [
    ("busy", "rows that cannot be had; rounds.rs keeps them back"),
    (
        "passkey_copied",
        "a story has no device; store/tests/it/passkeys.rs has one made of software",
    ),
    ("passkey_expired", "as above"),
    ("passkey_known", "as above"),
    ("passkey_needed", "as above"),
    ("passkey_wrong", "as above"),
    ("passkeys_many", "as above"),
    ("pin_weak", "said before a PIN is hashed, by app"),
    ("schedules_open", "more than a story shows; schedules.rs sets so many up"),
];

/// The verbs of this version; the others say that they are not offered.
const OFFERED: [&str; 13] = [
    "send", "give", "request", "split", "balance", "history", "help", "status", "cancel", "refund",
    "approve", "decline", "stop",
];

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn texts(path: PathBuf, ending: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|found| found == ending));
    let named = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        (path.file_name().unwrap().to_str().unwrap().to_owned(), text)
    };
    files.map(named).collect()
}

/// Everything the service says in the stories: code and arguments.
fn said() -> Vec<(String, Vec<String>)> {
    let mut said = Vec::new();
    for (_, story) in texts(folder("stories"), "story") {
        for line in story.lines().filter(|line| line.starts_with("obole ")) {
            let (_, say) = line.split_once("> ").unwrap();
            let mut words = say.split(' ');
            let code = words.next().unwrap().to_owned();
            let args =
                words.filter_map(|word| word.split_once('=')).map(|(name, _)| name.to_owned());
            said.push((code, args.collect()));
        }
    }
    said
}

#[test]
fn every_refusal_is_told() {
    let source = fs::read_to_string(folder("../domain/src/refusal.rs")).unwrap();
    let codes = source.split("\"refused-").skip(1).filter_map(|rest| rest.split('"').next());
    let codes: BTreeSet<&str> = codes.filter(|code| !code.is_empty()).collect();
    assert!(codes.len() > 30, "the codes are read from the source");
    let stories: String =
        texts(folder("stories"), "story").into_iter().map(|(_, story)| story).collect();
    let words: BTreeSet<&str> = stories.split_whitespace().collect();
    let told = |code: &str| words.contains(format!("refused-{code}").as_str());
    let untold: Vec<&str> = codes.iter().copied().filter(|code| !told(code)).collect();
    assert_eq!(untold, UNTOLD.map(|(code, _)| code));
}

#[test]
fn every_verb_is_used_or_known_not_to_be_offered() {
    let stories = texts(folder("stories"), "story");
    let inputs: Vec<String> = stories
        .iter()
        .flat_map(|(_, story)| story.lines())
        .filter(|line| !line.starts_with("obole "))
        .flat_map(|line| {
            line.split_whitespace().map(|word| word.trim_start_matches('#').to_lowercase())
        })
        .collect();
    for name in OFFERED {
        let verb = VERBS.iter().find(|verb| verb.name() == name).unwrap();
        let words: Vec<&str> =
            verb.words().iter().flat_map(|(_, words)| words.iter().copied()).collect();
        assert!(
            words.iter().any(|word| inputs.iter().any(|input| input == word)),
            "no story uses {name}"
        );
    }
}

/// The text of each message of a language file, by its name.
fn messages(file: &str) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in file.lines() {
        match line.split_once(" =") {
            Some((name, text)) if !line.starts_with([' ', '#', '.']) => {
                name.clone_into(&mut last);
                messages.insert(last.clone(), text.to_owned());
            }
            _ if line.starts_with(' ') => {
                messages.entry(last.clone()).or_default().push_str(line);
            }
            _ => {}
        }
    }
    messages
}

/// The variables of a message's text.
fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').next().unwrap()
        })
        .collect()
}

/// Whatever is said has words, and the words get what they need.
#[test]
fn every_sentence_has_words_in_every_language() {
    let mut wrong = BTreeSet::new();
    for (language, file) in texts(folder("../locales"), "ftl") {
        let messages = messages(&file);
        for (code, args) in said() {
            // Questions of the grammar are named with their prefix in the files.
            let names = [code.clone(), format!("ask-{code}"), format!("question-{code}")];
            let Some(text) = names.iter().find_map(|name| messages.get(name)) else {
                wrong.insert(format!("{language}: no words for {code}"));
                continue;
            };
            for variable in variables(text) {
                // An instant `at` comes as `at-date` and `at-time` too.
                let given =
                    |arg: &String| variable == arg || variable.starts_with(&format!("{arg}-"));
                if !args.iter().any(given) {
                    wrong.insert(format!("{language}: {code} has no ${variable}, it has {args:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}
