//! Replays the seeds of the fuzzer: no file in `fuzz/corpus/read` makes the reader panic or stray.

use std::path::Path;

use domain::grammar::{Context, Mention, Reading, read};
use domain::money::Currency;
use domain::verb::Form;

#[test]
fn every_seed_reads_and_its_command_pays_the_same_when_written_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus/read");
    let names = ["@obole".to_owned()];
    let public = Context::public(&names);
    let mentions = [Mention { start: 0, end: 6, id: "1" }, Mention { start: 9, end: 14, id: "2" }];
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let _ =
            read(&text, &Context { currency: Some(Currency::EUR), mentions: &mentions, ..public });
        for context in [public, Context::direct(&names)] {
            let Reading::Command(command) = read(&text, &context) else { continue };
            if command.verb.needs().form == Form::Answer {
                continue;
            }
            let again = Context { lang: Some(command.lang), ..public };
            let written = command.message(Some("@obole"));
            if let Reading::Command(same) = read(&written, &again) {
                assert_eq!(
                    (same.amount, &same.to),
                    (command.amount, &command.to),
                    "{path:?}: {written}"
                );
            }
        }
        count += 1;
    }
    assert!(40 <= count, "only {count} seeds");
}
