//! Reference pages that are generated from the code, and kept fresh: the verbs and the refusals. And the help: each of
//! its lines is understood, and it leaves out no verb that is offered.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use app::words::{Reader, Words};
use domain::bill::BillState;
use domain::grammar::{self, Context, Reading, small_words};
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::payment::State;
use domain::refusal::{Refusal, Remedy};
use domain::request::Outcome;
use domain::schedule::ScheduleState;
use domain::time::Timestamp;
use domain::verb::{Form, VERBS, Verb};
use testkit::policy;
use testkit::world::World;
use web::api::problem::status;

/// Compares a page with what the code says, or writes it anew.
fn keep(page: &str, made: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../docs/reference/{page}.md"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&file, made).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(made == kept, "docs/reference/{page}.md is old; UPDATE_EXPECT=1 writes it anew");
}

fn put(text: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(text, "{line}").unwrap();
}

/// The verb that a message is read as.
fn read_as(text: &str, direct: bool) -> Option<&'static dyn Verb> {
    let names = ["@obole".to_owned()];
    let context = Context { direct, currency: Some(Currency::EUR), ..Context::public(&names) };
    match grammar::read(text, &context) {
        Reading::Command(command) => Some(command.verb),
        _ => None,
    }
}

/// Whether this version carries a verb out: whatever becomes of its first example, it is not "not offered".
fn is_offered(verb: &dyn Verb) -> bool {
    let mut world = World::new(policy::usual());
    let example = verb.examples()[0];
    let outcome = match verb.needs().form {
        Form::Answer => world.say_direct("alice", example).outcome,
        Form::Order | Form::Inquiry => world.say("alice", example).outcome,
    };
    !matches!(outcome, Outcome::Refused(Refusal::VerbNotOffered { .. }))
}

#[test]
fn the_page_of_verbs_is_fresh() {
    let mut text = "# Verbs\n\nWhat people can ask for in a post, and by which words, in seven languages. Accents and \
        case do not matter; a word\nmay carry a `#`. Generated from `VERBS` in `domain/src/verb/mod.rs` and the \
        grammar's vocabulary.\n"
        .to_owned();
    for verb in VERBS {
        let offered = if is_offered(*verb) { "" } else { " (not offered by this version)" };
        put(&mut text, format_args!("\n## {}{offered}\n", verb.name()));
        for example in verb.examples() {
            put(&mut text, format_args!("    {example}"));
        }
        put(&mut text, format_args!("\n| language | words |\n| --- | --- |"));
        for lang in Lang::ALL {
            let words = verb.words().iter().filter(|(own, _)| *own == lang);
            let words: Vec<&str> = words.flat_map(|(_, words)| words.iter().copied()).collect();
            put(&mut text, format_args!("| {} | {} |", lang.tag(), words.join(", ")));
        }
    }
    put(
        &mut text,
        format_args!("\n## Small words\n\nWhat stands around verbs, amounts and recipients.\n"),
    );
    put(&mut text, format_args!("| they | words |\n| --- | --- |"));
    for (title, words) in small_words() {
        put(&mut text, format_args!("| {title} | {} |", words.join(", ")));
    }
    keep("verbs", &text);
}

/// Every refusal, with what its sentence needs. [`every_refusal_is_in_the_gallery`] finds one that is missing.
fn refusals() -> Vec<Refusal> {
    let eur = |minor| Money::new(minor, Currency::EUR);
    let (amount, limit, left) = (eur(30_000), eur(25_000), eur(4_000));
    let to = || "Bob Keller".to_owned();
    vec![
        Refusal::MemberUnknown,
        Refusal::PayerFrozen,
        Refusal::PayeeUnavailable { to: to() },
        Refusal::RecipientSelf,
        Refusal::NotACharity { to: to() },
        Refusal::NetworkNotOffered { network: "matrix".to_owned() },
        Refusal::CurrencyNotOffered { currency: "JPY".to_owned() },
        Refusal::AmountTooSmall,
        Refusal::PaymentLimit { amount, limit },
        Refusal::DayLimit { amount, limit, left },
        Refusal::MonthLimit { amount, limit, left },
        Refusal::InsufficientFunds { amount, available: left },
        Refusal::TooManyRecipients { limit: 20 },
        Refusal::SlowDown,
        Refusal::WhatMissing,
        Refusal::VerbNotOffered { verb: "buy".to_owned() },
        Refusal::NothingToCancel,
        Refusal::AlreadyEnded { state: State::Paid },
        Refusal::AlreadyPaid { to: to() },
        Refusal::NotYours,
        Refusal::ApprovalChanged,
        Refusal::ApprovalExpired,
        Refusal::PinWrong { left: 3 },
        Refusal::PinLocked,
        Refusal::PinMissing,
        Refusal::PinWeak,
        Refusal::ClaimEnded,
        Refusal::ClaimOwn,
        Refusal::HandleTaken,
        Refusal::HandleBad,
        Refusal::Regime { regime: "licensed" },
        Refusal::PaymentUnknown,
        Refusal::KeyReused,
        Refusal::Busy,
        Refusal::AskedUnknown { to: to() },
        Refusal::AskedUnavailable { to: to() },
        Refusal::NotAPerson { to: to() },
        Refusal::RequestsOpen { limit: 20 },
        Refusal::RequestsOpenTo { to: to(), limit: 3 },
        Refusal::RequestsToday { to: to(), limit: 5 },
        Refusal::RequestEnded { state: BillState::Paid },
        Refusal::RemindedEnough { limit: 2 },
        Refusal::RemindedLately { next: Timestamp(1_800_000_000_000_000) },
        Refusal::RefundNotPaid,
        Refusal::RefundDone,
        Refusal::RefundTooMuch { amount, left },
        Refusal::RefundCurrency { currency: "EUR".to_owned() },
        Refusal::RefundAsked { until: Timestamp(1_800_000_000_000_000) },
        Refusal::RefundAsksMany { limit: 3 },
        Refusal::RefundNotAsked,
        Refusal::PayeeUnknown { to: "@zoe".to_owned() },
        Refusal::DatesBad,
        Refusal::SchedulesOpen { limit: 50 },
        Refusal::ScheduleState { state: ScheduleState::Paused },
        Refusal::SuspenseUnknown,
        Refusal::SuspenseEnded,
        Refusal::PasskeyWrong,
        Refusal::PasskeyExpired,
        Refusal::PasskeyCopied,
        Refusal::PasskeyNeeded,
        Refusal::PasskeyKnown,
        Refusal::PasskeysMany { limit: 10 },
    ]
}

#[test]
fn every_refusal_is_in_the_gallery() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/src/refusal.rs");
    let source = fs::read_to_string(source).unwrap();
    let codes = source.split("\"refused-").skip(1).filter_map(|rest| rest.split('"').next());
    let codes: BTreeSet<&str> = codes.filter(|code| !code.is_empty()).collect();
    let shown: BTreeSet<&str> = refusals().iter().map(Refusal::code).collect();
    assert_eq!(codes, shown, "add what is missing to `refusals` in this file");
}

#[test]
fn the_gallery_of_refusals_is_fresh() {
    let mut text = "# Refusals\n\nEvery expected \"no\": nothing has moved and nothing is reserved. People are told the \
        sentence in their language, in a\nprivate message or on the page; a public reply never says why. Programs get \
        `code`, the English sentence as `detail`,\nand the status, which is the page's too. Two pages have words of \
        their own: `payment_unknown` is the page that\nis not there, `busy` the one that asks to try again. Generated \
        from `domain/src/refusal.rs` and the language files.\n"
        .to_owned();
    for refusal in refusals() {
        let way_on = match refusal.remedy() {
            Remedy::Change => "the request must change",
            Remedy::Later => "the same may succeed later",
            Remedy::Elsewhere => "somebody else must act first",
        };
        put(&mut text, format_args!("\n## {}\n", refusal.code()));
        put(&mut text, format_args!("Status {}; {way_on}.\n", status(refusal.code()).as_u16()));
        for lang in [Lang::Fr, Lang::En] {
            let reader = Reader::new(lang, "Europe/Paris", "https://pay.example.org");
            put(&mut text, format_args!("- {}: {}", lang.tag(), reader.say(&refusal.say())));
        }
    }
    keep("errors", &text);
}

/// The lines of a verb in the help of a language.
fn help_lines(words: &Words, verb: &dyn Verb) -> Option<String> {
    let id = format!("help-{}", verb.name());
    words.has(&id).then(|| words.text(&id))
}

#[test]
fn the_orders_that_the_pages_write_are_read_as_they_are_meant() {
    let who = [("who", "bob")];
    for words in Words::all() {
        let order = words.text_with("page-pay-message", &[("amount", "12 €"), ("to", "bob")]);
        let with_purpose =
            words.text_with("page-pay-message-what", &[("message", &order), ("what", "bread")]);
        for (text, verb) in [
            (with_purpose, "send"),
            (order, "send"),
            (words.text_with("page-try-send", &who), "send"),
            (words.text_with("page-try-give", &who), "give"),
            (words.text_with("page-try-claim", &who), "send"),
            (words.text_with("page-try-balance", &who), "balance"),
        ] {
            let read = read_as(&text, false).map(Verb::name);
            assert_eq!(read, Some(verb), "{}: {text}", words.tag());
        }
        for (id, verb) in [("page-yes", "approve"), ("page-no", "decline")] {
            let read = read_as(&words.text(id), true).map(Verb::name);
            assert_eq!(read, Some(verb), "{id} in {}", words.tag());
        }
    }
}

#[test]
fn help_has_every_verb_that_is_offered_and_each_line_works() {
    for verb in VERBS {
        // A yes and a no answer something that says so itself.
        let told = is_offered(*verb) && verb.needs().form != Form::Answer;
        for words in Words::all() {
            let (tag, name) = (words.tag(), verb.name());
            let Some(lines) = help_lines(words, *verb) else {
                assert!(!told, "{tag}.ftl has no help-{name}, and {name} is offered");
                continue;
            };
            assert!(told, "{tag}.ftl has help-{name}, and {name} is not offered");
            assert!(words.text("help").contains(&lines), "the help of {tag} lacks {name}");
            for line in lines.lines() {
                let message = line.find("@obole").map(|start| &line[start..]);
                let read = read_as(message.unwrap_or(line), message.is_none());
                assert_eq!(read.map(Verb::name), Some(name), "{tag}: {line}");
            }
        }
    }
}
