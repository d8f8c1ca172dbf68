//! Reading takes time linear in the length of the text: four times the text, about four times the time.

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::grammar::{Context, read};

/// Texts that repeat what a careless reader would look at again and again.
const REPEATED: &[&str] = &[
    "a",
    "a ",
    "1",
    "1 ",
    "1 000 ",
    "1.",
    "1,5 ",
    ".",
    ". ",
    "@",
    "@a ",
    "a@",
    "a@ ",
    "a@b.",
    "@a@",
    "@a:b ",
    "x:@a ",
    "#a ",
    "#",
    "+1 ",
    "+",
    "+33 6 ",
    "\"",
    "\"a ",
    "' a",
    " 'a",
    "`",
    "`a ``b ",
    "« ",
    "« a »",
    "“",
    "‘a",
    ">\n",
    "~~~\n",
    "~~~a\n",
    "RT ",
    "RT:",
    "merci de ",
    "s'il te ",
    "€",
    "1€ ",
    "€1",
    "50 @a ",
    "@a ou ",
    "\u{200B}",
    "a\u{200B}",
    "é",
    "e\u{301}",
    "?",
    "! ",
    "@obole ",
    "@obole ok ",
    "@obole, ",
    "@obole #envoyer 5€ @bob ",
    "#envoyer ",
    "\n",
    "chacun ",
    "sans moi ",
    "http://",
    "www.",
    "-",
    "1-",
    "1x",
    "環",
    "０",
    "👍\u{200D}",
];

const SHORT: usize = 2 * 1024;
const LONG: usize = 8 * 1024;

/// Four would be exact; sixteen is a quadratic reader.
const FACTOR_MAX: u32 = 9;

#[expect(clippy::disallowed_methods, reason = "this test is about time")]
fn fastest(text: &str, context: &Context<'_>) -> Duration {
    let once = || {
        let start = Instant::now();
        black_box(read(black_box(text), context));
        start.elapsed()
    };
    (0..4).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn time_grows_with_the_length_alone() {
    let names = ["@obole".to_owned()];
    let context = Context::direct(&names);
    {
        for (prefix, piece) in
            REPEATED.iter().flat_map(|piece| [("", piece), ("@obole #envoyer ", piece)])
        {
            let text = |bytes: usize| {
                format!("{prefix}{}", piece.repeat((bytes - prefix.len()) / piece.len()))
            };
            let (short, long) = (text(SHORT), text(LONG));
            let floor = Duration::from_micros(20);
            let linear = (0..3).any(|_| {
                fastest(&long, &context) <= fastest(&short, &context).max(floor) * FACTOR_MAX
            });
            assert!(linear, "{prefix}{piece:?} repeated");
        }
    }
}
