//! Reads any text in every kind of context; what reads as a command must read as itself when written out.
//!
//!     cargo +nightly fuzz run read

#![no_main]

use domain::grammar::{Context, Mention, Reading, read};
use domain::money::Currency;
use domain::verb::Form;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let names = ["@obole".to_owned()];
    let mentions = [Mention { start: 0, end: 6, id: "1" }, Mention { start: 9, end: 14, id: "2" }];
    let public = Context::public(&names);
    for context in [
        public,
        Context::direct(&names),
        Context { currency: Currency::parse("EUR"), mentions: &mentions, ..public },
    ] {
        let Reading::Command(command) = read(&text, &context) else { continue };
        if command.verb.needs().form == Form::Answer || !context.mentions.is_empty() {
            continue;
        }
        let again = Context { lang: Some(command.lang), ..public };
        match read(&command.message(Some("@obole")), &again) {
            Reading::Command(same) => {
                assert_eq!(
                    (same.amount, &same.to, same.each),
                    (command.amount, &command.to, command.each)
                );
            }
            // A memo may hold what only its old place made harmless; then the reader asks.
            Reading::Question(_) | Reading::None => {}
        }
    }
});
