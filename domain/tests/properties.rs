//! What holds for every message: no panic, nothing hidden changes an order, what is quoted is none.

use domain::grammar::{Command, Context, Reading, Recipient, Signs, Sort, read};
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::verb::{Amount, Form, To, VERBS, Verb, What};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Pieces that messages are made of, well and badly.
const PIECES: &[&str] = &[
    "@obole",
    "@bob",
    "@carol",
    "@bob@server.tld",
    "x:@bob",
    "bob@example.org",
    "+33612345678",
    "#envoyer",
    "#don",
    "envoie",
    "send",
    "split",
    "#partager",
    "solde",
    "oui",
    "50",
    "50€",
    "€",
    "EUR",
    "2€50",
    "1.000",
    "1 000",
    "k",
    "x",
    "3",
    "-",
    "+",
    "/",
    "%",
    "~",
    ".",
    ",",
    ":",
    ";",
    "!",
    "?",
    "…",
    "¿",
    "\"",
    "«",
    "»",
    "“",
    "”",
    "'",
    "’",
    "`",
    "```",
    ">",
    "\n",
    "\r\n",
    " ",
    "\u{A0}",
    "\u{202F}",
    "\u{200B}",
    "\u{202E}",
    "\u{FE0F}",
    "RT",
    "https://",
    "www.",
    "à",
    "et",
    "chacun",
    "each",
    "sans",
    "moi",
    "pas",
    "not",
    "pour",
    "merci de",
    "s'il te plaît",
    "https://a.b/@c",
    "@",
    "#",
    "@@",
    "a@b",
    "０",
    "½",
    "¹",
    "$",
    "¥",
    "kr",
    "euros",
    "cents",
    "о",
    "é",
    "\u{301}",
    "👍",
    "👨\u{200D}👩",
    "\0",
    "\u{FFFD}",
    "環境",
    "Ω",
];

fn ours() -> Vec<String> {
    vec!["@obole".to_owned()]
}

fn contexts(names: &[String]) -> [Context<'_>; 3] {
    let signs = Signs { dollar: Some(Currency::USD), yen: Some(Currency::JPY), ..Signs::NONE };
    let settled = Context { currency: Some(Currency::EUR), signs, ..Context::public(names) };
    [Context::public(names), Context::direct(names), settled]
}

/// Reads a text in every kind of context; mentions at any place must not matter to safety either.
fn read_all(text: &str) {
    let names = ours();
    for context in contexts(&names) {
        let _ = read(text, &context);
        let mention = |start, end| domain::grammar::Mention { start, end, id: "7" };
        let mentions =
            [mention(3, 9), mention(0, 4), mention(5, 2), mention(8, usize::MAX), mention(9, 12)];
        let _ = read(text, &Context { mentions: &mentions, ..context });
    }
}

fn pieces() -> impl Strategy<Value = String> {
    proptest::collection::vec((select(PIECES), select(&["", " ", " "][..])), 0..24)
        .prop_map(|parts| parts.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

fn currencies() -> impl Strategy<Value = Currency> {
    let codes =
        ["EUR", "GBP", "USD", "CHF", "JPY", "KWD", "SEK", "BRL", "INR", "BOB", "ALL", "XOF", "TND"];
    select(codes.to_vec()).prop_map(|code| Currency::parse(code).expect("a code of the list"))
}

fn recipient() -> impl Strategy<Value = Recipient> {
    prop_oneof![
        ("@[a-z][a-z0-9_]{0,12}", Just(Sort::Name)),
        ("@[a-z]{1,8}@[a-z]{1,8}\\.[a-z]{2,5}", Just(Sort::Full)),
        ("@[a-z]{1,8}:[a-z]{1,8}\\.[a-z]{2,5}", Just(Sort::Full)),
        ("(matrix|telegram|fediverse):@[a-z]{1,8}", Just(Sort::Network)),
        ("[a-z]{1,8}\\.[a-z]{1,8}@[a-z]{1,8}\\.[a-z]{2,5}", Just(Sort::Email)),
        ("\\+336[0-9]{8}", Just(Sort::Phone)),
    ]
    .prop_filter("our own name is no recipient", |(text, _)| text != "@obole")
    .prop_map(|(text, sort)| Recipient { text, sort, id: None })
}

fn people(verb: &'static dyn Verb) -> BoxedStrategy<Vec<Recipient>> {
    let count = match verb.needs().to {
        To::None => 0..=0,
        To::One => 1..=1,
        To::OneOrEach | To::Payers | To::Sharers => 1..=4,
    };
    let distinct = |all: &Vec<Recipient>| {
        all.iter()
            .enumerate()
            .all(|(at, one)| all.iter().skip(at + 1).all(|other| one.text != other.text))
    };
    proptest::collection::vec(recipient(), count).prop_filter("each once", distinct).boxed()
}

/// Any command that a verb may be, with a memo of plain words.
fn command() -> impl Strategy<Value = Command> {
    let orders: Vec<_> =
        VERBS.iter().copied().filter(|verb| verb.needs().form != Form::Answer).collect();
    select(orders).prop_flat_map(|verb| {
        let memo = proptest::option::of(
            "(resto|lunch|cadeaux|3 places|café noir|tickets for two|bises ❤)",
        );
        let amount = (1000..=i64::MAX, currencies())
            .prop_map(|(minor, currency)| Money::new(minor, currency));
        let flags = (any::<bool>(), any::<bool>(), 1..=10_u32, select(Lang::ALL.to_vec()));
        (Just(verb), amount, people(verb), flags, memo).prop_map(complete)
    })
}

type Parts = (&'static dyn Verb, Money, Vec<Recipient>, (bool, bool, u32, Lang), Option<String>);

fn complete((verb, amount, to, (each, flag, shares, lang), memo): Parts) -> Command {
    let needs = verb.needs();
    let thing = match needs.what {
        What::None => None,
        What::Reference => flag.then(|| "pay_018f3a".to_owned()),
        What::Words => flag.then(|| "vinyle bleu".to_owned()),
        What::Required => Some("vinyle bleu".to_owned()),
        What::OrAmount => flag.then(|| "vinyle bleu".to_owned()),
    };
    let amount = match needs.amount {
        Amount::None => None,
        Amount::Paid | Amount::Split | Amount::Shares => Some(amount),
        Amount::OrWhat => thing.is_none().then_some(amount),
        Amount::Optional => each.then_some(amount),
    };
    let may_each = matches!(needs.to, To::OneOrEach | To::Payers);
    let plain = needs.amount == Amount::None && needs.what == What::None;
    // A thing takes the rest of its line, and what follows an order without thing would become one.
    let takes_line = matches!(needs.what, What::Words | What::Required) && thing.is_none();
    Command {
        verb,
        amount,
        each: may_each && (each || 1 < to.len()),
        without_me: needs.amount == Amount::Split && flag,
        shares: (needs.amount == Amount::Shares).then_some(shares),
        to,
        what: thing,
        memo: memo.filter(|_| !plain && !takes_line),
        lang,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        read_all(&text);
    }

    #[test]
    fn no_mixture_of_pieces_makes_it_panic(text in pieces()) {
        read_all(&text);
        read_all(&format!("@obole #envoyer {text}"));
    }

    #[test]
    fn a_command_written_out_reads_as_itself(command in command()) {
        let names = ours();
        for name in [Some("@obole"), None] {
            let text = command.message(name);
            let context = Context { direct: name.is_none(), lang: Some(command.lang), ..Context::public(&names) };
            prop_assert_eq!(read(&text, &context), Reading::Command(command.clone()), "{}", text);
        }
    }

    #[test]
    fn what_is_hidden_in_an_amount_or_a_name_is_asked_about(
        command in command(),
        hidden in select(vec!['\u{200B}', '\u{200D}', '\u{202E}', '\u{2066}', '\u{AD}', '\u{FEFF}', '\u{FE0F}', '\u{3164}']),
        place in any::<prop::sample::Index>(),
    ) {
        let names = ours();
        let text = Command { memo: None, ..command.clone() }.message(Some("@obole"));
        let tag = text.find('#').unwrap();
        let after_verb = text[tag..].find(' ').map_or(text.len(), |space| tag + space);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|at| after_verb < *at).collect();
        if places.is_empty() {
            return Ok(());
        }
        let at = places[place.index(places.len())];
        let changed = format!("{}{hidden}{}", &text[..at], &text[at..]);
        for context in contexts(&names) {
            if let Reading::Command(read) = read(&changed, &Context { lang: Some(command.lang), ..context }) {
                prop_assert_eq!((read.amount, &read.to), (command.amount, &command.to), "{:?}", changed);
            }
        }
    }

    #[test]
    fn a_quoted_order_is_never_a_command(command in command(), sign in 0..12_usize, before in "[xyz]{0,6}") {
        let names = ours();
        let order = command.message(Some("@obole"));
        let order = order.lines().next().unwrap_or_default();
        let quoted = match sign {
            0 => format!("\"{order}\""),
            1 => format!("« {order} »"),
            2 => format!("“{order}”"),
            3 => format!("„{order}“"),
            4 => format!("`{order}`"),
            5 => format!("```\n{order}\n```"),
            6 => format!("> {order}"),
            7 => format!("RT @eve: {order}"),
            8 => format!("~~~\n{order}\n~~~"),
            9 => format!("\"{order}"),
            10 => format!("\" {order} \""),
            _ => format!("'{order}'"),
        };
        let glue = if matches!(sign, 6 | 8) { "\n" } else { " " };
        let text = format!("{before}{glue}{quoted}");
        prop_assert_eq!(read(&text, &Context::public(&names)), Reading::None, "{}", text);
        for text in [format!("@obole{glue}{quoted}"), text] {
            let reading = read(&text, &Context::direct(&names));
            prop_assert!(!matches!(reading, Reading::Command(_)), "{}", text);
        }
    }

    #[test]
    fn a_question_mark_after_an_order_about_money_asks(command in command()) {
        let names = ours();
        if command.verb.needs().form != Form::Order {
            return Ok(());
        }
        let text = format!("{} ?", Command { memo: None, ..command }.message(Some("@obole")));
        prop_assert!(!matches!(read(&text, &Context::public(&names)), Reading::Command(_)), "{}", text);
    }

    #[test]
    fn a_command_names_only_people_and_amounts_that_stand_in_the_text(text in pieces()) {
        let names = ours();
        for context in contexts(&names) {
            let text = format!("@obole #envoyer {text}");
            let Reading::Command(command) = read(&text, &context) else { continue };
            for to in &command.to {
                prop_assert!(text.contains(&to.text), "{} is not in {}", to.text, text);
            }
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
            prop_assert!(command.amount.is_none() || 0 < digits(&text));
        }
    }

    #[test]
    fn leaving_words_of_talk_out_or_in_never_pays(kept in subsequence(TALK.to_vec(), 0..=TALK.len())) {
        let names = ours();
        let text = kept.join(" ");
        let reading = read(&text, &Context::public(&names));
        prop_assert!(!matches!(reading, Reading::Command(_)), "{}", text);
    }
}

/// Talk about paying: no part of it is an order.
const TALK: &[&str] = &[
    "Hier", "j'ai", "voulu", "envoyer", "50€", "à", "@bob", "avec", "l'appli", "mais", "ça",
    "marche", "pas", "dit", "Léa,", "et", "send", "20€", "to", "@carol", "ne", "part", "jamais.",
];
