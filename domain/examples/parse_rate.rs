//! How many typical messages the grammar reads in a second on one thread.
//!
//!     cargo run --release -p domain --example parse_rate

use std::hint::black_box;
use std::time::Instant;

use domain::grammar::{Context, Reading, read};

/// Typical messages: most are orders, some are talk.
const MESSAGES: &[&str] = &[
    "@obole #envoyer 12,50 € @bob pour le resto",
    "@obole send @bob £12.50 for the cab",
    "Bravo ! @obole #don 2€50 @croixrouge",
    "@obole envoie 20 euros à @bob stp",
    "@obole #partager 60€ avec @a @b @c",
    "@obole #envoyer 10€ chacun à @bob et @carol",
    "@obole überweise 20 € an @bob für das Essen",
    "Quelle belle journée, merci à tous d'être venus !",
];

/// Rounds over all messages.
const ROUNDS: u32 = 250_000;

#[expect(
    clippy::disallowed_methods,
    reason = "an example that measures time has to read the clock"
)]
fn main() {
    let names = ["@obole".to_owned()];
    let context = Context::public(&names);
    let orders = MESSAGES.iter().filter(|text| matches!(read(text, &context), Reading::Command(_)));
    println!("{} of {} messages are orders", orders.count(), MESSAGES.len());
    for set in [&MESSAGES[..1], MESSAGES] {
        let start = Instant::now();
        for _ in 0..ROUNDS {
            for text in set {
                black_box(read(black_box(text), &context));
            }
        }
        let count = u32::try_from(set.len()).unwrap_or(1) * ROUNDS;
        let each = start.elapsed() / count;
        let rate = 1_000_000_000 / each.as_nanos().max(1);
        println!("{} kind(s) of message: {each:?} each, {rate} messages/s", set.len());
    }
}
