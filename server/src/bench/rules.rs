//! The pure parts: messages read and requests decided, one thread, no store.

use std::hint::black_box;
use std::time::Duration;

use domain::context::Context;
use domain::grammar;
use domain::lang::Lang;
use domain::ledger::Wallet;
use domain::member::{Handle, Kind, Member, Network};
use domain::money::Currency;
use domain::request::{Envelope, HandleKey};
use domain::rows::{Found, Key, Latest, Rows};
use domain::time::{Period, Timestamp};
use serde_json::Map;

use super::world::{CENTS_EACH, Dice, MEMBERS, handle, member_id, payment, policy};
use super::{Figure, percentile, timed};

/// Messages as people write them.
const MESSAGES: [&str; 8] = [
    "@obole #envoyer 50EUR @bob pour le resto",
    "@obole envoie 20 euros à @bob stp",
    "@obole send @bob £12.50 for the cab",
    "Bravo ! @obole #don 2€50 @refuge",
    "@obole #envoyer 10€ chacun à @bob et @carol",
    "@obole solde",
    "First week here and somebody already fixed my bike. Thank you @bob!",
    "@obole #envoyer 1.000€ @bob",
];

/// Messages or requests between two looks at the clock.
const BATCH: u32 = 1000;

pub(super) fn parse(span: Duration) -> Figure {
    let names = ["@obole".to_owned()];
    let context = grammar::Context::public(&names);
    let mut messages = MESSAGES.iter().cycle();
    let (rate, latencies) = timed(span, BATCH, || {
        for text in messages.by_ref().take(1000) {
            black_box(grammar::read(black_box(text), &context));
        }
    });
    figure("parse", rate, &latencies)
}

fn figure(scenario: &'static str, rate: f64, latencies: &[Duration]) -> Figure {
    Figure {
        scenario,
        variant: None,
        callers: 1,
        rate_per_s: rate,
        p50_us: percentile(latencies, 0.5),
        p99_us: percentile(latencies, 0.99),
        ceiling_rate_per_s: None,
        extra: Map::new(),
    }
}

/// Requests decided on rows in memory, in groups as large as a busy desk's.
pub(super) fn decide(span: Duration) -> Figure {
    const GROUP: usize = 1000;
    let (policy, now) = (policy(), Timestamp(1_800_000_000_000_000));
    let period = Period::of(now, &policy.zone);
    let mut rows = full();
    let mut dice = Dice::new(1);
    let (mut busy, mut latencies, mut decided) = (Duration::ZERO, Vec::new(), 0.0);
    let start = std::time::Instant::now();
    while start.elapsed() < span {
        let group: Vec<Envelope> = (0..GROUP).map(|_| payment(&mut dice, false)).collect();
        for envelope in &group {
            rows.load(Key::Done(envelope.key.expect("posts have keys")), Found::Done(None));
        }
        let began = std::time::Instant::now();
        for envelope in &group {
            let ctx = Context { policy: &policy, now, period, random: envelope.random };
            black_box(domain::decide::decide(envelope, &mut rows, &ctx))
                .expect("all rows are loaded");
        }
        busy += began.elapsed();
        latencies.push(began.elapsed() / 1000);
        decided += 1000.0;
        rows.committed(usize::MAX);
    }
    latencies.sort_unstable();
    figure("decide", decided / busy.as_secs_f64(), &latencies)
}

/// Every member's rows, loaded.
fn full() -> Rows {
    let mut rows = Rows::default();
    for index in 0..MEMBERS {
        let id = member_id(index);
        let name = handle(index);
        let created_at = Timestamp(0);
        let found = Handle {
            network: Network::SQUARE,
            stable_id: name.clone(),
            name: name.clone(),
            member: id,
            linked_at: created_at,
        };
        for key in [
            HandleKey::Name(Network::SQUARE, name.as_str().into()),
            HandleKey::Id(Network::SQUARE, name.as_str().into()),
        ] {
            rows.load(Key::Handle(key), Found::Handle(Some(found.clone())));
        }
        let member = Member {
            id,
            kind: Kind::Person,
            name: name.into(),
            lang: Lang::Fr,
            tier: 2,
            home: Network::SQUARE,
            created_at,
            frozen: None,
            stopped: Vec::new(),
        };
        rows.load(Key::Member(id), Found::Member(Some(member)));
        let wallet = Wallet { posted: CENTS_EACH, ..Wallet::new(id, Currency::EUR) };
        rows.load(Key::Wallet(id, Currency::EUR), Found::Wallet(Some(wallet)));
        rows.load(Key::Latest(id), Found::Latest(Latest::default()));
    }
    rows
}
