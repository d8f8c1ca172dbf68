//! Every language has the same texts, every text renders, and money, time and plurals come out as
//! each language writes them.

use std::collections::{BTreeMap, BTreeSet};

use domain::money::Currency;

use super::*;

/// What a text of a language file uses.
#[derive(Default, PartialEq, Debug)]
struct Uses {
    variables: BTreeSet<String>,
    variants: BTreeSet<String>,
}

/// The texts of a language file by name, read line by line.
fn texts(source: &str) -> BTreeMap<String, Uses> {
    let mut found = BTreeMap::<String, Uses>::new();
    let mut current = String::new();
    for line in source.lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some((id, _)) = line.split_once(" =")
            && line.starts_with(|first: char| first.is_ascii_alphabetic())
        {
            current = id.to_owned();
            found.entry(current.clone()).or_default();
        }
        let Some(uses) = found.get_mut(&current) else { continue };
        for rest in line.split('$').skip(1) {
            if !rest.starts_with(|first: char| first.is_ascii_lowercase()) {
                continue; // A dollar sign.
            }
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            uses.variables.insert(rest[..end.unwrap_or(rest.len())].to_owned());
        }
        if let Some((key, _)) = line.trim_start().trim_start_matches('*').split_once(']')
            && let Some(key) = key.strip_prefix('[')
        {
            uses.variants.insert(key.to_owned());
        }
    }
    found
}

fn reader(tag: &str) -> Reader {
    Reader {
        lang: Lang::parse(tag).unwrap(),
        zone: TimeZone::get("Europe/Paris").unwrap(),
        base_url: "http://localhost:8080/".into(),
    }
}

fn at(text: &str) -> Timestamp {
    Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

#[test]
fn every_language_has_the_same_texts_with_the_same_variables() {
    let (first, source) = LOCALES[0];
    let expected = texts(source);
    assert!(expected.len() > 100, "only {} texts were read from {first}.ftl", expected.len());
    for (tag, source) in LOCALES {
        let found = texts(source);
        let names = |texts: &BTreeMap<String, Uses>| texts.keys().cloned().collect::<BTreeSet<_>>();
        let (ours, theirs) = (names(&expected), names(&found));
        assert_eq!(ours.difference(&theirs).collect::<Vec<_>>(), [""; 0], "missing in {tag}.ftl");
        assert_eq!(theirs.difference(&ours).collect::<Vec<_>>(), [""; 0], "only in {tag}.ftl");
        for (id, uses) in &found {
            // How a language writes a time is its own affair: one has `$hour`, another `$hour2`.
            if !["date", "date-time", "time"].contains(&id.as_str()) {
                assert_eq!(
                    uses.variables, expected[id].variables,
                    "{id} in {first}.ftl and {tag}.ftl"
                );
            }
        }
    }
}

#[test]
fn every_text_renders_in_every_language() {
    for (tag, source) in LOCALES {
        let words = Words::get(Lang::parse(tag).unwrap());
        for (id, uses) in texts(source) {
            let numbers = [0, 1, 2, 5].map(FluentValue::from).into_iter();
            let keys = uses.variants.iter().map(|key| FluentValue::String(key.clone().into()));
            for value in numbers.chain(keys).chain([FluentValue::String("Zoé".into())]) {
                let mut args = FluentArgs::new();
                for name in &uses.variables {
                    args.set(name.as_str(), value.clone());
                }
                let message =
                    words.bundle.get_message(&id).unwrap_or_else(|| panic!("{id} in {tag}.ftl"));
                let mut errors = Vec::new();
                let shown =
                    words.bundle.format_pattern(message.value().unwrap(), Some(&args), &mut errors);
                assert!(errors.is_empty(), "{id} in {tag}.ftl: {errors:?}");
                assert!(
                    !shown.is_empty() && !shown.contains('\u{2068}'),
                    "{id} in {tag}.ftl: {shown:?}"
                );
            }
        }
    }
}

#[test]
fn french_punctuation_stands_after_a_no_break_space() {
    let (_, source) = LOCALES.iter().find(|(tag, _)| *tag == "fr").unwrap();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let plain = [" :", " ;", " ?", " !"].iter().find(|mark| line.contains(**mark));
        assert_eq!(plain, None, "{line}");
        assert!(!line.contains('\''), "a straight apostrophe: {line}");
    }
}

#[test]
fn no_text_shouts() {
    for (tag, source) in LOCALES {
        let loud = source.lines().find(|line| !line.starts_with('#') && line.contains('!'));
        assert_eq!(loud, None, "{tag}.ftl");
    }
}

#[test]
fn money_is_written_as_the_language_writes_it() {
    let (fr, en) = (Words::get(Lang::Fr), Words::get(Lang::En));
    for (minor, code, french, english) in [
        (125_050, "EUR", "1\u{202f}250,50\u{a0}€", "1,250.50\u{a0}€"),
        (5_000, "EUR", "50,00\u{a0}€", "50.00\u{a0}€"),
        (5, "EUR", "0,05\u{a0}€", "0.05\u{a0}€"),
        (-99_999, "EUR", "-999,99\u{a0}€", "-999.99\u{a0}€"),
        (100_000_000, "EUR", "1\u{202f}000\u{202f}000,00\u{a0}€", "1,000,000.00\u{a0}€"),
        (1_250, "GBP", "12,50\u{a0}£", "12.50\u{a0}£"),
        (1_250, "USD", "12,50\u{a0}$US", "12.50\u{a0}$"),
        (1_250, "CHF", "12,50\u{a0}CHF", "12.50\u{a0}CHF"),
        (1_500, "JPY", "1\u{202f}500\u{a0}¥", "1,500\u{a0}¥"),
        (1_234_567, "KWD", "1\u{202f}234,567\u{a0}KWD", "1,234.567\u{a0}KWD"),
        (
            i64::MIN,
            "EUR",
            "-92\u{202f}233\u{202f}720\u{202f}368\u{202f}547\u{202f}758,08\u{a0}€",
            "-92,233,720,368,547,758.08\u{a0}€",
        ),
    ] {
        let amount = Money::new(minor, Currency::parse(code).unwrap());
        assert_eq!(fr.money(amount), french);
        assert_eq!(en.money(amount), english);
    }
}

#[test]
fn instants_are_written_in_the_readers_zone() {
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let (fr, en) = (Words::get(Lang::Fr), Words::get(Lang::En));
    for (instant, french, english) in [
        (
            "2026-11-29T17:04:00Z",
            "dimanche 29 novembre à 18\u{a0}h\u{a0}04",
            "Sunday 29 November, 18:04",
        ),
        ("2026-08-01T06:30:59Z", "samedi 1er août à 8\u{a0}h\u{a0}30", "Saturday 1 August, 08:30"),
        (
            "2026-12-31T23:00:00Z",
            "vendredi 1er janvier à 0\u{a0}h\u{a0}00",
            "Friday 1 January, 00:00",
        ),
    ] {
        assert_eq!(fr.at(at(instant), &zone), french);
        assert_eq!(en.at(at(instant), &zone), english);
    }
    assert_eq!(fr.hour(at("2026-11-29T08:04:00Z"), &zone), "9\u{a0}h\u{a0}04");
    assert_eq!(en.hour(at("2026-11-29T08:04:00Z"), &zone), "09:04");
    assert_eq!(fr.date(at("2026-08-01T06:30:59Z"), &zone), "1er août 2026");
    assert_eq!(en.date(at("2026-08-01T06:30:59Z"), &zone), "1 August 2026");
    assert!(!en.at(Timestamp(i64::MAX), &zone).is_empty());
    assert!(!en.at(Timestamp(i64::MIN), &zone).is_empty());
}

#[test]
fn the_examples_of_the_voice_come_out() {
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    let en = reader("en");
    let sent =
        Say::new("sent").money("amount", eur(5_000)).text("to", "Bob").money("left", eur(25_000));
    assert_eq!(plain(en.say(&sent)), "Sent: 50.00 € to Bob. You have 250.00 € left.");
    assert_eq!(plain(reader("fr").say(&sent)), "Envoyé : 50,00 € à Bob. Il vous reste 250,00 €.");
    let over =
        Say::new("refused-payment_limit").money("amount", eur(25_100)).money("limit", eur(25_000));
    assert_eq!(
        plain(en.say(&over)),
        "Not sent: 251.00 € is over your limit of 250.00 € per payment. Nothing has moved."
    );
    let again = Say::new("duplicate")
        .money("amount", eur(1_200))
        .text("to", "Bob")
        .with("ago-at", Arg::At(at("2026-11-29T11:04:00Z")));
    assert_eq!(
        plain(en.say(&again)),
        "You already sent Bob 12.00 € at 12:04. Send it again? Reply yes or no."
    );
    let link = Say::new("history-more").with("link", Arg::Link("/needs".into()));
    assert_eq!(en.say(&link), "All of them: http://localhost:8080/needs");
}

#[test]
fn plurals_follow_the_language() {
    for (tag, count, expected) in [
        ("en", 0, "You have 0 tries left."),
        ("en", 1, "You have one try left."),
        ("en", 2, "You have 2 tries left."),
        ("fr", 0, "Il vous reste 0 essai."),
        ("fr", 1, "Il vous reste 1 essai."),
        ("fr", 2, "Il vous reste 2 essais."),
    ] {
        let say = Say::new("refused-pin_wrong").with("left", Arg::Count(count));
        let shown = reader(tag).say(&say);
        assert!(shown.ends_with(expected), "{shown}");
    }
}

#[test]
fn rates_are_percents() {
    for (points, en, fr) in [
        (150, "1.5%", "1,5\u{a0}%"),
        (125, "1.25%", "1,25\u{a0}%"),
        (200, "2%", "2\u{a0}%"),
        (5, "0.05%", "0,05\u{a0}%"),
        (1000, "10%", "10\u{a0}%"),
    ] {
        assert_eq!(Words::get(Lang::En).rate(points), en);
        assert_eq!(Words::get(Lang::Fr).rate(points), fr);
    }
}

#[test]
fn what_a_person_wrote_comes_out_as_written() {
    for memo in ["{ $amount } <b>&amp;</b>", "שלום\u{202e}abc", "", " \n", "5", "one"] {
        let say = Say::new("received-memo")
            .money("amount", eur(1))
            .text("from", "Zoé")
            .text("memo", memo);
        assert!(reader("en").say(&say).ends_with(memo), "{memo:?}");
    }
}

#[test]
fn a_language_without_a_file_is_answered_in_english() {
    assert_eq!(Words::get(Lang::Nl).tag(), "en");
    assert_eq!(Words::get(Lang::Fr).tag(), "fr");
}

#[test]
fn names_stand_in_a_row() {
    let en = Words::get(Lang::En);
    let none: [&str; 0] = [];
    assert_eq!(en.list(&none), "");
    assert_eq!(en.list(&["Bob"]), "Bob");
    assert_eq!(en.list(&["Bob", "Carol"]), "Bob and Carol");
    assert_eq!(Words::get(Lang::Fr).list(&["Bob", "Carol", "Dan"]), "Bob, Carol et Dan");
}

#[test]
fn a_code_without_words_comes_out_as_itself() {
    assert_eq!(Words::get(Lang::En).text("no-such-code"), "no-such-code");
}
