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

/// The lines of each text as they stand in the file, without the keys of variants.
fn bodies(source: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut found = BTreeMap::<&str, Vec<&str>>::new();
    let mut current = "";
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let mut text = line;
        if let Some((id, rest)) = line.split_once(" =")
            && line.starts_with(|first: char| first.is_ascii_alphabetic())
        {
            (current, text) = (id, rest);
        }
        let text = text.trim().trim_start_matches('*');
        let text =
            text.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(text, |p| p.1);
        found.entry(current).or_default().push(text.trim());
    }
    found
}

/// What remains of a line without its variables.
fn without_braces(line: &str) -> String {
    let mut parts = line.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once('}').map_or("", |(_, rest)| rest))
}

#[test]
fn every_language_has_the_variants_that_english_has() {
    // A language may name the number itself where its plural rule says otherwise than its writers.
    let variants = |source| {
        let mut texts = texts(source);
        for uses in texts.values_mut() {
            if uses.variants.remove("1") {
                uses.variants.insert("one".to_owned());
            }
        }
        texts
    };
    let (_, english) = LOCALES.iter().find(|(tag, _)| *tag == FALLBACK).unwrap();
    let expected = variants(*english);
    for (tag, source) in LOCALES {
        let found = variants(*source);
        for (id, uses) in &expected {
            let missing = uses.variants.difference(&found[id].variants).collect::<Vec<_>>();
            assert_eq!(missing, [""; 0], "{id} in {tag}.ftl lacks variants");
        }
    }
}

/// Texts that are the same in English and in another language.
const SAME: [&str; 15] = [
    "April",
    "August",
    "CA$",
    "Code",
    "In { $currency }",
    "Menu",
    "Messages",
    "Name",
    "November",
    "Obole",
    "September",
    "no",
    "service",
    "status",
    "stop",
];

#[test]
fn no_line_was_left_in_english() {
    let (_, english) = LOCALES.iter().find(|(tag, _)| *tag == FALLBACK).unwrap();
    let english = bodies(english);
    for (tag, source) in LOCALES.iter().filter(|(tag, _)| *tag != FALLBACK) {
        for (id, lines) in bodies(source) {
            let says = |line: &&&str| without_braces(line).contains(|c: char| c.is_alphabetic());
            for line in lines.iter().filter(says).filter(|line| !SAME.contains(line)) {
                // Signs of money are letters in some writings, and belong to no language.
                let copied = english[id].contains(line) && !id.starts_with("currency-");
                assert!(!copied, "{id} in {tag}.ftl: {line}");
            }
        }
    }
}

#[test]
fn every_order_in_a_text_is_a_word_of_the_language() {
    for (tag, source) in LOCALES {
        let lang = Lang::parse(tag).unwrap();
        let of_lang = VERBS.iter().flat_map(|verb| verb.words()).filter(|(own, _)| *own == lang);
        let known = of_lang
            .flat_map(|(_, words)| *words)
            .map(|word| word.trim_start_matches('#'))
            .collect::<BTreeSet<_>>();
        for (id, lines) in bodies(source) {
            for tagged in lines.iter().flat_map(|line| line.split('#').skip(1)) {
                let end = tagged.find(|c: char| !c.is_alphabetic()).unwrap_or(tagged.len());
                let word = &tagged[..end];
                assert!(word.is_empty() || known.contains(word), "{id} in {tag}.ftl: #{word}");
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
fn quotes_and_apostrophes_are_those_of_print() {
    for (tag, source) in LOCALES.iter().filter(|(tag, _)| *tag != FALLBACK) {
        for (id, lines) in bodies(source) {
            for line in lines {
                let plain = without_braces(line);
                assert!(!plain.contains(['\'', '"']), "{id} in {tag}.ftl: {line}");
            }
        }
    }
    let (_, spanish) = LOCALES.iter().find(|(tag, _)| *tag == "es").unwrap();
    for line in spanish.lines().filter(|line| !line.starts_with('#')) {
        assert_eq!(line.matches('¿').count(), line.matches('?').count(), "{line}");
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
fn every_language_writes_amounts_its_own_way() {
    for (lang, euros, less, yen, rate) in [
        (Lang::Fr, "1\u{202f}250,50\u{a0}€", "-0,05\u{a0}€", "1\u{202f}500\u{a0}¥", "1,5\u{a0}%"),
        (Lang::En, "1,250.50\u{a0}€", "-0.05\u{a0}€", "1,500\u{a0}¥", "1.5%"),
        (Lang::De, "1.250,50\u{a0}€", "-0,05\u{a0}€", "1.500\u{a0}¥", "1,5\u{a0}%"),
        (Lang::Es, "1.250,50\u{a0}€", "-0,05\u{a0}€", "1.500\u{a0}¥", "1,5\u{a0}%"),
        (Lang::It, "1.250,50\u{a0}€", "-0,05\u{a0}€", "1.500\u{a0}¥", "1,5%"),
        (Lang::Pt, "1\u{202f}250,50\u{a0}€", "-0,05\u{a0}€", "1\u{202f}500\u{a0}¥", "1,5%"),
        (Lang::Nl, "€\u{a0}1.250,50", "€\u{a0}-0,05", "¥\u{a0}1.500", "1,5%"),
    ] {
        let words = Words::get(lang);
        assert_eq!(words.money(eur(125_050)), euros, "{lang:?}");
        assert_eq!(words.money(eur(-5)), less, "{lang:?}");
        assert_eq!(words.money(Money::new(1_500, Currency::JPY)), yen, "{lang:?}");
        assert_eq!(words.rate(150), rate, "{lang:?}");
    }
}

#[test]
fn every_language_writes_instants_its_own_way() {
    let zone = TimeZone::get("Europe/Paris").unwrap();
    for (lang, full, date, hour) in [
        (Lang::Fr, "dimanche 1er mars à 9\u{a0}h\u{a0}04", "1er mars 2026", "9\u{a0}h\u{a0}04"),
        (Lang::En, "Sunday 1 March, 09:04", "1 March 2026", "09:04"),
        (Lang::De, "Sonntag, 1. März, 09:04\u{a0}Uhr", "1. März 2026", "09:04\u{a0}Uhr"),
        (Lang::Es, "domingo 1 de marzo, 9:04\u{a0}h", "1 de marzo de 2026", "9:04\u{a0}h"),
        (Lang::It, "domenica 1º marzo, ore 9:04", "1º marzo 2026", "9:04"),
        (Lang::Pt, "domingo, 1 de março, 09h04", "1 de março de 2026", "09h04"),
        (Lang::Nl, "zondag 1 maart om 09:04\u{a0}uur", "1 maart 2026", "09:04\u{a0}uur"),
    ] {
        let (words, instant) = (Words::get(lang), at("2026-03-01T08:04:00Z"));
        assert_eq!(words.at(instant, &zone), full);
        assert_eq!(words.date(instant, &zone), date);
        assert_eq!(words.hour(instant, &zone), hour);
    }
}

#[test]
fn every_language_has_its_own_names_of_days_and_months() {
    for words in Words::all() {
        for (kind, last) in [("weekday", 7), ("month", 12)] {
            let names = (1..=last).map(|n| words.text(&format!("{kind}-{n}")));
            assert_eq!(names.collect::<BTreeSet<_>>().len(), last, "{kind} in {}", words.tag());
        }
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
        ("de", 0, "Du hast noch 0 Versuche."),
        ("de", 1, "Du hast noch einen Versuch."),
        ("de", 2, "Du hast noch 2 Versuche."),
        ("es", 0, "Te quedan 0 intentos."),
        ("es", 1, "Te queda un intento."),
        ("es", 2, "Te quedan 2 intentos."),
        ("it", 0, "Ti restano 0 tentativi."),
        ("it", 1, "Ti resta un tentativo."),
        ("it", 2, "Ti restano 2 tentativi."),
        ("pt", 0, "Restam 0 tentativas."),
        ("pt", 1, "Resta uma tentativa."),
        ("pt", 2, "Restam 2 tentativas."),
        ("nl", 0, "Je hebt nog 0 pogingen."),
        ("nl", 1, "Je hebt nog één poging."),
        ("nl", 2, "Je hebt nog 2 pogingen."),
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
fn every_language_that_is_read_is_spoken() {
    assert_eq!(Words::all().len(), Lang::ALL.len());
    for lang in Lang::ALL {
        assert_eq!(Words::get(lang).tag(), lang.tag());
    }
}

#[test]
fn names_stand_in_a_row() {
    let en = Words::get(Lang::En);
    let none: [&str; 0] = [];
    assert_eq!(en.list(&none), "");
    assert_eq!(en.list(&["Bob"]), "Bob");
    assert_eq!(en.list(&["Bob", "Carol"]), "Bob and Carol");
    for (lang, row) in [
        (Lang::Fr, "Bob, Carol et Dan"),
        (Lang::De, "Bob, Carol und Dan"),
        (Lang::Es, "Bob, Carol y Dan"),
        (Lang::It, "Bob, Carol e Dan"),
        (Lang::Pt, "Bob, Carol e Dan"),
        (Lang::Nl, "Bob, Carol en Dan"),
    ] {
        assert_eq!(Words::get(lang).list(&["Bob", "Carol", "Dan"]), row);
    }
}

#[test]
fn a_code_without_words_comes_out_as_itself() {
    assert_eq!(Words::get(Lang::En).text("no-such-code"), "no-such-code");
}
