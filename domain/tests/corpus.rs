//! Replays `domain/corpus/messages.jsonl`: what people write, and how each message is to be read.

#![expect(clippy::unwrap_used, reason = "a corpus that cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};

use domain::grammar::{CODES, Command, Context, Mention, Reading, Signs, read};
use domain::lang::Lang;
use domain::money::Currency;
use serde_json::{Value, json};

const CORPUS: &str = include_str!("../corpus/messages.jsonl");

fn lines() -> impl Iterator<Item = Value> {
    CORPUS.lines().map(|line| serde_json::from_str(line).expect("a line of the corpus is JSON"))
}

fn reading(input: &Value) -> Reading {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let currency = |name: &str| input[name].as_str().and_then(Currency::parse);
    let names = input["service"].as_array();
    let names =
        names.map_or(vec!["@obole".to_owned()], |names| names.iter().filter_map(text).collect());
    let mentions: Vec<Mention<'_>> =
        input["mentions"].as_array().into_iter().flatten().map(mention).collect();
    let context = Context {
        service: &names,
        direct: input["direct"] == true,
        forwarded: input["forwarded"] == true,
        currency: currency("currency"),
        signs: Signs {
            dollar: currency("dollar"),
            yen: currency("yen"),
            peso: currency("peso"),
            ..Signs::NONE
        },
        mentions: &mentions,
        lang: input["lang"].as_str().and_then(Lang::parse),
    };
    read(input["text"].as_str().expect("a message has a text"), &context)
}

fn mention(value: &Value) -> Mention<'_> {
    let place = |name: &str| usize::try_from(value[name].as_u64().unwrap()).unwrap();
    Mention { start: place("start"), end: place("end"), id: value["id"].as_str().unwrap() }
}

/// A reading in the form of `obole parse`, without the words of a question.
fn told(reading: &Reading) -> Value {
    match reading {
        Reading::None => json!({"kind": "none"}),
        Reading::Question(question) => json!({"kind": "question", "code": question.code}),
        Reading::Command(command) => told_command(command),
    }
}

fn told_command(command: &Command) -> Value {
    let mut fields = json!({"kind": "command", "verb": command.verb.name()});
    let mut set =
        |name: &str, value: Option<Value>| value.into_iter().for_each(|value| fields[name] = value);
    set(
        "amount",
        command
            .amount
            .map(|amount| json!({"currency": amount.currency.code(), "minor": amount.minor})),
    );
    let to: Vec<&str> = command.to.iter().map(|to| to.text.as_str()).collect();
    set("to", (!to.is_empty()).then(|| json!(to)));
    set("each", command.each.then_some(Value::Bool(true)));
    set("without_me", command.without_me.then_some(Value::Bool(true)));
    set("shares", command.shares.map(|shares| json!(shares)));
    set("what", command.what.clone().map(Value::String));
    set("memo", command.memo.clone().map(Value::String));
    fields
}

#[test]
fn every_message_reads_as_the_corpus_says() {
    let wrong: Vec<String> = lines()
        .filter_map(|line| {
            let told = told(&reading(&line["in"]));
            (told != line["out"])
                .then(|| format!("{}\n  wanted {}\n  read   {told}", line["in"], line["out"]))
        })
        .collect();
    assert!(wrong.is_empty(), "{} messages are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_corpus_has_every_language_and_every_question() {
    let mut languages: BTreeMap<String, usize> = BTreeMap::new();
    let mut codes: BTreeSet<String> = BTreeSet::new();
    for line in lines() {
        *languages.entry(line["language"].as_str().unwrap().to_owned()).or_default() += 1;
        codes.extend(line["out"]["code"].as_str().map(str::to_owned));
    }
    for (language, least) in
        [("fr", 150), ("en", 150), ("de", 45), ("es", 45), ("it", 45), ("pt", 45), ("nl", 45)]
    {
        assert!(least <= languages[language], "{language}: {}", languages[language]);
    }
    assert_eq!(codes, CODES.iter().map(|code| (*code).to_owned()).collect());
}

#[test]
fn a_forward_is_never_an_order() {
    for line in lines() {
        let mut input = line["in"].clone();
        input["forwarded"] = json!(true);
        assert_eq!(reading(&input), Reading::None, "{input}");
    }
}

#[test]
fn every_command_of_the_corpus_is_written_so_that_it_reads_as_itself() {
    let names = ["@obole".to_owned()];
    for line in lines().filter(|line| line["in"]["mentions"].is_null()) {
        let Reading::Command(command) = reading(&line["in"]) else { continue };
        for name in [None, Some("@obole")] {
            if name.is_some() && command.verb.needs().form == domain::verb::Form::Answer {
                continue;
            }
            let text = command.message(name);
            let context = Context {
                direct: name.is_none(),
                lang: Some(command.lang),
                ..Context::public(&names)
            };
            assert_eq!(read(&text, &context), Reading::Command(command.clone()), "{text}");
        }
    }
}

#[test]
fn a_corrected_message_without_blanks_reads_as_a_command() {
    for line in lines() {
        let Reading::Question(question) = reading(&line["in"]) else { continue };
        let write = question.args.iter().find(|(name, _)| *name == "write").map(|(_, arg)| arg);
        let Some(domain::say::Arg::Text(write)) = write else {
            panic!("{}: nothing to copy", line["in"])
        };
        let mut input = line["in"].clone();
        input["text"] = json!(&**write);
        input["mentions"] = Value::Null;
        input["direct"] = json!(input["direct"] == true || question.code == "direct_only");
        let blank = write.contains('…');
        let again = reading(&input);
        assert!(
            blank || matches!(again, Reading::Command(_)),
            "{}\n  {}: {write}\n  {again:?}",
            line["in"],
            question.code
        );
    }
}
