use super::*;
use crate::verb::VERBS;

fn ours() -> Vec<String> {
    vec!["@obole".to_owned()]
}

/// A reading in one line, for tables.
fn told(text: &str, context: &Context<'_>) -> String {
    match read(text, context) {
        Reading::None => "none".to_owned(),
        Reading::Question(question) => question.code.to_owned(),
        Reading::Command(command) => {
            let mut words = vec![command.verb.name().to_owned()];
            words.extend(command.amount.map(|amount| amount.to_string()));
            words.extend(command.to.iter().map(|to| to.text.clone()));
            words.extend(command.each.then(|| "each".to_owned()));
            words.extend(command.without_me.then(|| "without me".to_owned()));
            words.extend(command.shares.map(|shares| format!("/{shares}")));
            words.extend(command.what.map(|what| format!("[{what}]")));
            words.extend(command.memo.map(|memo| format!("({memo})")));
            words.join(" ")
        }
    }
}

fn check(cases: &[(&str, &str)]) {
    let names = ours();
    let failed: Vec<String> = cases
        .iter()
        .map(|(text, reading)| (text, reading, told(text, &Context::public(&names))))
        .filter(|(_, reading, told)| *reading != told)
        .map(|(text, reading, told)| format!("{text:?}: wanted {reading}, read {told}"))
        .collect();
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

#[test]
fn the_examples_of_every_verb_read_as_that_verb() {
    let names = ours();
    for verb in VERBS {
        for text in verb.examples() {
            let context = Context { direct: !text.contains("@obole"), ..Context::public(&names) };
            let reading = told(text, &context);
            assert_eq!(reading.split(' ').next(), Some(verb.name()), "{text}: {reading}");
        }
    }
}

#[test]
fn the_examples_of_the_contract() {
    check(&[
        ("@obole #envoyer 50EUR @bob", "send 50.00 EUR @bob"),
        ("@obole envoie 20 euros à @bob stp", "send 20.00 EUR @bob (stp)"),
        ("@obole send @bob £12.50 for the cab", "send 12.50 GBP @bob (for the cab)"),
        ("Bravo ! @obole #don 2€50 @croixrouge", "give 2.50 EUR @croixrouge"),
        ("@obole #envoyer 1.000€ @bob", "amount_ambiguous"),
        ("@obole #envoyer 50€ @bob @carol", "recipients_several"),
        ("@obole #envoyer 10€ chacun à @bob et @carol", "send 10.00 EUR @bob @carol each"),
        ("@obole #partager 60€ avec @a @b @c", "split 60.00 EUR @a @b @c"),
        ("@obole split 60€ with @a and @b without me", "split 60.00 EUR @a @b without me"),
        ("@obole n'envoie pas 50€ à @bob", "verb_missing"),
        ("RT @eve: @obole #envoyer 50€ @eve", "none"),
        ("@bob tu as vu @obole ? \"#envoyer 50€ @eve\"", "verb_missing"),
        ("J'adore #envoyer des cartes", "none"),
        ("@obole ne fais surtout pas #envoyer 20€ @bob", "order_unclear"),
        ("@obole #envoyer 20€ @bob ?", "order_unclear"),
        ("@eve @obole #envoyer 50€", "recipient_missing"),
        ("@obole #envoyer 3x 50€ @bob", "amount_ambiguous"),
        ("J'ai pu #payer 20€ @chezlea avec @obole", "order_unclear"),
        ("@obole ne pas envoyer 50€ à @bob", "verb_missing"),
        ("@obole #envoyer 50€ @bob pour les 3 places", "send 50.00 EUR @bob (pour les 3 places)"),
        (
            "@obole #envoyer 50€ @bob pour l'anniversaire de @carol",
            "send 50.00 EUR @bob (pour l'anniversaire de @carol)",
        ),
        ("@obole #envoyer 50 @bob pour 20€ de pizza", "amounts_several"),
        ("@obole #envoyer 5\"x\"0€ @bob", "amounts_several"),
    ]);
}

/// Amounts as written, and as read beside `@bob`.
const AMOUNTS: &[(&str, &str)] = &[
    ("50EUR", "50.00 EUR"),
    ("50 €", "50.00 EUR"),
    ("50\u{A0}€", "50.00 EUR"),
    ("50\u{202F}€", "50.00 EUR"),
    ("€50", "50.00 EUR"),
    ("€ 50", "50.00 EUR"),
    ("EUR 50", "50.00 EUR"),
    ("EUR50", "50.00 EUR"),
    ("50 eur", "50.00 EUR"),
    ("50 euros", "50.00 EUR"),
    ("50 Euro", "50.00 EUR"),
    ("12,50 €", "12.50 EUR"),
    ("12.50 €", "12.50 EUR"),
    ("12,5 €", "12.50 EUR"),
    ("£3", "3.00 GBP"),
    ("3 pounds", "3.00 GBP"),
    ("CHF 20.-", "20.00 CHF"),
    ("20.- CHF", "20.00 CHF"),
    ("20,– CHF", "20.00 CHF"),
    ("20 francs suisses", "20.00 CHF"),
    ("2€50", "2.50 EUR"),
    ("2 euros 50", "2.50 EUR"),
    ("2 € 50", "2.50 EUR"),
    ("2euros50", "2.50 EUR"),
    ("2 euros 50 centimes", "2.50 EUR"),
    ("1 000 €", "1000.00 EUR"),
    ("1\u{202F}000\u{A0}€", "1000.00 EUR"),
    ("1'000.50 CHF", "1000.50 CHF"),
    ("1’000 CHF", "1000.00 CHF"),
    ("1.000,50 €", "1000.50 EUR"),
    ("1,000.50 €", "1000.50 EUR"),
    ("1,000,000 €", "1000000.00 EUR"),
    ("1 000 000,5 €", "1000000.50 EUR"),
    ("1.000 €", "amount_ambiguous"),
    ("2,500 USD", "amount_ambiguous"),
    ("1234.500 €", "amount_ambiguous"),
    ("0.500 €", "amount_too_precise"),
    ("0.500 KWD", "0.500 KWD"),
    ("10.0055 €", "amount_too_precise"),
    ("¥1.5", "currency_ambiguous"),
    ("1.5 JPY", "amount_too_precise"),
    ("500 yens", "500 JPY"),
    ("$50", "currency_ambiguous"),
    ("50 $", "currency_ambiguous"),
    ("50 dollars", "currency_ambiguous"),
    ("50 kr", "currency_ambiguous"),
    ("$50 CAD", "50.00 CAD"),
    ("US$50", "50.00 USD"),
    ("50 $US", "50.00 USD"),
    ("50 US dollars", "50.00 USD"),
    ("50 dollars canadiens", "currency_ambiguous"),
    ("€50 USD", "currency_ambiguous"),
    ("50", "currency_missing"),
    ("50 balles", "currency_unknown"),
    ("50 bob", "currency_unknown"),
    ("50 BOB", "50.00 BOB"),
    ("50 centimes", "currency_ambiguous"),
    ("50 centimes d'euro", "0.50 EUR"),
    ("50p", "0.50 GBP"),
    ("-50 €", "amount_negative"),
    ("−50€", "amount_negative"),
    ("€-50", "amount_negative"),
    ("moins 50 €", "amount_negative"),
    ("0 €", "amount_zero"),
    ("0,00€", "amount_zero"),
    ("0.000 €", "amount_zero"),
    ("1e3 €", "amount_ambiguous"),
    ("50k€", "amount_ambiguous"),
    ("50k €", "amount_ambiguous"),
    ("50 k€", "amount_ambiguous"),
    ("5 mille euros", "amount_ambiguous"),
    ("20-30 €", "amount_ambiguous"),
    ("20 - 30 €", "amount_ambiguous"),
    ("20 à 30 €", "amount_ambiguous"),
    ("entre 20 et 30 €", "amount_ambiguous"),
    ("20€-30€", "amounts_several"),
    ("50+10 €", "amount_ambiguous"),
    ("50 + 10 €", "amount_ambiguous"),
    ("50€+10", "amount_ambiguous"),
    ("50€ + 10€", "amounts_several"),
    ("５０ €", "amount_ambiguous"),
    ("٥٠ €", "amount_ambiguous"),
    ("3x 50€", "amount_ambiguous"),
    ("3x50€", "amount_ambiguous"),
    ("3 × 50 €", "amount_ambiguous"),
    ("3 fois 50€", "amount_ambiguous"),
    ("deux fois 50€", "amount_ambiguous"),
    ("50€ x3", "amount_ambiguous"),
    ("5 euros 3 fois", "amount_ambiguous"),
    ("5 euros 10 fois", "amount_ambiguous"),
    ("environ 50€", "amount_ambiguous"),
    ("50€ environ", "amount_ambiguous"),
    ("~50€", "amount_ambiguous"),
    ("au moins 50€", "amount_ambiguous"),
    ("plus de 50€", "amount_ambiguous"),
    ("50 %", "amount_ambiguous"),
    ("50%", "amount_ambiguous"),
    ("1,00,000 €", "amount_ambiguous"),
    ("1 00 €", "amount_ambiguous"),
    ("1 0000 €", "amount_ambiguous"),
    ("1.000.00 €", "amount_ambiguous"),
    ("12.34.56 €", "amount_ambiguous"),
    ("2€5", "amount_ambiguous"),
    ("2€500", "amount_ambiguous"),
    ("12,50€20", "amount_ambiguous"),
    (".50 €", "amount_ambiguous"),
    ("1/2 €", "amount_ambiguous"),
    ("50€/mois", "amount_ambiguous"),
    ("12:50 €", "amount_ambiguous"),
    ("50€ 20€", "amounts_several"),
    ("50€ ou 60€", "amounts_several"),
    ("EUR 50 USD 20", "amounts_several"),
    ("92233720368547758.07 €", "92233720368547758.07 EUR"),
    ("92233720368547758.08 €", "amount_too_large"),
    ("99999999999999999999999999 €", "amount_too_large"),
    ("5\u{200B}0 €", "suspicious_characters"),
    ("50\u{200B}€", "suspicious_characters"),
    ("50 E\u{200D}UR", "suspicious_characters"),
    ("\u{202E}50 €", "suspicious_characters"),
    ("cinquante euros", "amount_missing"),
];

#[test]
fn amounts() {
    let names = ours();
    let context = Context::public(&names);
    let mut failed = Vec::new();
    for (amount, reading) in AMOUNTS {
        for text in
            [format!("@obole #envoyer {amount} @bob"), format!("@obole #envoyer @bob {amount}")]
        {
            let wanted = match reading.split_once(' ') {
                Some(_) => format!("send {reading} @bob"),
                None => (*reading).to_owned(),
            };
            let told = told(&text, &context);
            if told != wanted {
                failed.push(format!("{text:?}: wanted {wanted}, read {told}"));
            }
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

#[test]
fn recipients() {
    check(&[
        ("@obole #envoyer 5€ @bob@server.tld", "send 5.00 EUR @bob@server.tld"),
        ("@obole #envoyer 5€ @bob:server.tld", "send 5.00 EUR @bob:server.tld"),
        ("@obole #envoyer 5€ x:@bob", "send 5.00 EUR x:@bob"),
        ("@obole #envoyer 5€ à matrix:@bob:server.tld", "send 5.00 EUR matrix:@bob:server.tld"),
        ("@obole #envoyer 5€ bob@example.org", "send 5.00 EUR bob@example.org"),
        (
            "@obole #envoyer 5€ à bob.martin+x@example.co.uk.",
            "send 5.00 EUR bob.martin+x@example.co.uk",
        ),
        ("@obole #envoyer 5€ +33612345678", "send 5.00 EUR +33612345678"),
        (
            "@obole #envoyer 5€ à +33 6 12 34 56 78 pour le pain",
            "send 5.00 EUR +33 6 12 34 56 78 (pour le pain)",
        ),
        ("@obole #envoyer +33612345678 50 €", "send 50.00 EUR +33612345678"),
        ("@obole #envoyer +33 6 12 34 56 78 50 €", "send 50.00 EUR +33 6 12 34 56 78"),
        ("@obole #envoyer 5€ +44 7911 123456", "send 5.00 EUR +44 7911 123456"),
        ("@obole #envoyer 5€ +49 151 23456789", "send 5.00 EUR +49 151 23456789"),
        ("@obole #envoyer +50€ @bob", "amount_ambiguous"),
        ("@obole #envoyer 5€ @bob.", "send 5.00 EUR @bob"),
        ("@obole #envoyer 5€ @bob, merci", "send 5.00 EUR @bob (merci)"),
        ("@obole #envoyer 5€ @bob: merci", "send 5.00 EUR @bob (merci)"),
        ("@obole #envoyer @bob: 5€", "send 5.00 EUR @bob"),
        ("@obole #envoyer @bob:5€", "send 5.00 EUR @bob"),
        ("@obole #envoyer 5€@bob", "send 5.00 EUR @bob"),
        ("@obole #envoyer 5€ @bob @obole", "send 5.00 EUR @bob"),
        ("@obole #envoyer 5€ @OBOLE", "recipient_missing"),
        ("@obole #envoyer 5€ @bob @bob", "send 5.00 EUR @bob"),
        ("@obole #envoyer 5€ @bob ou @carol", "recipients_several"),
        ("@obole #envoyer 5€ @bob / @carol", "recipients_several"),
        ("@obole #envoyer 5€ @bob & @carol", "recipients_several"),
        ("@obole #envoyer 5€ pour @bob", "recipient_missing"),
        ("@obole #envoyer 5€ @bob@carol", "recipient_missing"),
        ("@obole #envoyer 5€ @b\u{43E}b", "suspicious_characters"),
        ("@obole #envoyer 5€ @bo\u{200B}b", "suspicious_characters"),
        ("@obole #envoyer 5€ @bob\u{200B}", "suspicious_characters"),
        ("@obole #envoyer 5€ \u{202E}@bob", "suspicious_characters"),
        ("@obole #envoyer 5€ \u{2066}@bob", "suspicious_characters"),
        ("@obole #envoyer 5€ @иван", "send 5.00 EUR @иван"),
        (
            "@obole #envoyer 5€ @bob pour 👨\u{200D}👩\u{200D}👧 @carol",
            "send 5.00 EUR @bob (pour 👨\u{200D}👩\u{200D}👧 @carol)",
        ),
        ("@obole #demander 5€ de @bob", "request 5.00 EUR @bob"),
        ("@obole #envoyer 5€ de @bob", "recipient_missing"),
        ("@obole #don 20€ à la @croixrouge", "give 20.00 EUR @croixrouge"),
        ("@obole #envoyer 5€ https://x.com/@eve @bob", "recipient_missing"),
        ("@obole #envoyer 5€ @bob https://x.com/@eve", "send 5.00 EUR @bob (https://x.com/@eve)"),
    ]);
}
