//! Samples of a charity's drive.

use app::words::Words;
use askama::Template;

use super::super::design::MadeUp;
use super::super::drive::{Counter, Drive, DrivePage, Gift};
use super::super::rich::Rich;
use super::shell;

pub(super) fn pages(t: &'static Words) -> Vec<(&'static str, askama::Result<String>)> {
    vec![("drive", drive(t, true).render()), ("drive-empty", drive(t, false).render())]
}

fn drive(t: &'static Words, named: bool) -> DrivePage {
    let made = MadeUp::new(t);
    let counter = Counter {
        currency: "EUR".into(),
        minor: 123_456,
        total: made.euros(123_456),
        gifts: 412,
        gifts_shown: t.number(412),
        today: made.euros(700),
        gifts_today: t.number(3),
    };
    let gift = Gift { from: made.person("@bob"), amount: made.euros(700), at: made.ago(5) };
    DrivePage {
        shell: shell(t, "/drive/refuge"),
        live: "/drive/refuge/live".into(),
        give_href: "/pay?to=refuge".into(),
        since: "12 mars 2026".into(),
        about: Rich::of("Un toit.", "https://pay.example.org"),
        drive: Drive {
            t,
            counters: if named { vec![counter] } else { Vec::new() },
            gifts: vec![gift],
            named,
        },
        person: made.person("@refuge"),
    }
}
