//! Samples of home, the history, people, limits, and the form that writes a message.

use app::words::Words;
use askama::Template;
use domain::money::{Currency, Money};

use super::super::card::State;
use super::super::compose::ComposePage;
use super::super::design::MadeUp;
use super::super::history::{Asked, HistoryPage, Next, Tab};
use super::super::home::HomePage;
use super::super::limits::{Counter, CurrencyLimits, Exempt, Limit, LimitsPage, Used};
use super::super::movement::{Balance, Movement, Movements};
use super::super::needs::Need;
use super::super::people::{Known, PeoplePage, PersonPage, Shared};
use super::super::piece::Tone;
use super::super::programs::{Endpoint, Event, Key, ProgramsPage};
use super::super::schedule::{Form, RunRow, SchedulePage, SchedulesPage};
use super::shell;

type Rendered = askama::Result<String>;

pub(super) fn pages(t: &'static Words) -> Vec<(&'static str, Rendered)> {
    let empty = HomePage {
        balances: vec![Balance { available: MadeUp::new(t).euros(0), held: None }],
        needs: vec![],
        needs_count: 0,
        people: vec![],
        recent: Movements { t, rows: vec![] },
        ..home(t)
    };
    let nothing = HistoryPage {
        found: Movements { t, rows: vec![] },
        next: None,
        wallets: vec![],
        asked: Asked::default(),
        ..history(t)
    };
    let tired = HistoryPage {
        next: Some(Next { href: "/history?currency=EUR".into(), looked_through: Some(2_000) }),
        asked: Asked { who: "bob".into(), way: "out", ..Asked::default() },
        ..history(t)
    };
    let none = ProgramsPage { keys: vec![], endpoints: vec![], ..programs(t) };
    let nobody = PeoplePage { people: vec![], looked_through: None, ..people(t) };
    let stranger = PersonPage { paid: 0, received: 0, shared: vec![], ..person(t) };
    vec![
        ("home", home(t).render()),
        ("home-empty", empty.render()),
        ("history", history(t).render()),
        ("history-empty", nothing.render()),
        ("history-tired", tired.render()),
        ("people", people(t).render()),
        ("people-nobody", nobody.render()),
        ("person", person(t).render()),
        ("person-new", stranger.render()),
        ("limits", limits(t).render()),
        ("programs", programs(t).render()),
        ("programs-none", none.render()),
        ("compose", compose(t, "@bob").render()),
        ("compose-empty", ComposePage { people: vec![], ..compose(t, "") }.render()),
        ("schedules", schedules(t).render()),
        (
            "schedules-empty",
            SchedulesPage { schedules: vec![], older: None, ..schedules(t) }.render(),
        ),
        ("schedule-asked", schedule(t, State::Asked).render()),
        ("schedule-active", schedule(t, State::Active).render()),
        ("schedule-paused", schedule(t, State::Paused).render()),
        ("schedule-ended", schedule(t, State::Ended).render()),
    ]
}

fn yen(t: &Words, minor: i64) -> String {
    t.money(Money::new(minor, Currency::JPY))
}

fn movements(t: &'static Words) -> Movements {
    let made = MadeUp::new(t);
    let row = |who: &str, minor, minutes, what: &str| Movement {
        at: made.ago(minutes),
        who: who.into(),
        what: what.into(),
        amount: format!("{}{}", if minor > 0 { "+" } else { "" }, made.euros(minor)),
        came_in: minor > 0,
        href: Some("/pay/pay_01".into()),
    };
    Movements {
        t,
        rows: vec![
            row("Bob Keller", -1_200, 6, "pour le resto"),
            row("Carol Nguyen", 3_000, 90, ""),
            Movement {
                href: None,
                ..row(&t.text("page-history-bank"), 123_456, 3_000, "WELCOME-alice")
            },
        ],
    }
}

fn known(t: &'static Words) -> Vec<Known> {
    let one = |handle: &str, paid, received| Known {
        person: MadeUp::new(t).person(handle),
        href: "/people/mem_1".into(),
        paid,
        received,
        since: "12 mars 2026".into(),
    };
    vec![one("@bob", 1, 0), one("@chezlea", 12, 1), one("@carol", 0, 3)]
}

fn home(t: &'static Words) -> HomePage {
    let made = MadeUp::new(t);
    HomePage {
        shell: shell(t, "/home"),
        notice: made.notices().into_iter().next(),
        balances: vec![
            Balance { available: made.euros(28_800), held: Some(made.euros(2_000)) },
            Balance { available: yen(t, 12_000), held: None },
        ],
        needs: made.needs(),
        needs_count: 2,
        people: known(t),
        recent: movements(t),
    }
}

fn history(t: &'static Words) -> HistoryPage {
    let tab = |currency: &str, available, here| Tab {
        currency: currency.into(),
        available,
        href: format!("/history?currency={currency}"),
        here,
    };
    HistoryPage {
        shell: shell(t, "/history"),
        notice: None,
        wallets: vec![
            tab("EUR", MadeUp::new(t).euros(28_800), true),
            tab("JPY", yen(t, 12_000), false),
        ],
        asked: Asked { currency: "EUR".into(), ..Asked::default() },
        found: movements(t),
        next: Some(Next { href: "/history?currency=EUR&from=x".into(), looked_through: None }),
        export: "/history.csv?currency=EUR".into(),
        export_max: t.number(10_000),
    }
}

fn people(t: &'static Words) -> PeoplePage {
    PeoplePage {
        shell: shell(t, "/people"),
        notice: MadeUp::new(t).notices().into_iter().next(),
        people: known(t),
        looked_through: Some(2_000),
    }
}

fn person(t: &'static Words) -> PersonPage {
    let shared = |currency: &str| Shared {
        currency: currency.into(),
        lines: movements(t),
        further: Some("/people/mem_1?currency=EUR&from=x".into()),
    };
    PersonPage {
        shell: shell(t, "/people/mem_1"),
        notice: None,
        person: MadeUp::new(t).person("@bob"),
        since: "12 mars 2026".into(),
        paid: 12,
        received: 1,
        pay_href: Some("/pay?to=bob".into()),
        drive_href: Some("/drive/refuge".into()),
        shared: vec![shared("EUR"), shared("JPY")],
    }
}

fn limits(t: &'static Words) -> LimitsPage {
    let made = MadeUp::new(t);
    let limit = |code, minor, used: Option<(i64, u8)>| Limit {
        code,
        limit: made.euros(minor),
        used: used.map(|(used, percent)| Used {
            used: made.euros(used),
            left: made.euros(minor - used),
            percent,
        }),
    };
    let all = vec![
        limit("payment", 25_000, None),
        limit("gift", 50_000, None),
        limit("day", 50_000, Some((6_200, 12))),
        limit("month", 150_000, Some((0, 0))),
    ];
    let total = Counter::Total { most: made.euros(10_000), so_far: made.euros(4_200) };
    LimitsPage {
        shell: shell(t, "/limits"),
        notice: None,
        tier: 1,
        currencies: vec![
            CurrencyLimits {
                code: "EUR".into(),
                limits: all.clone(),
                exempt: Exempt { payment: made.euros(3_000), counter: total, over: false },
            },
            CurrencyLimits {
                code: "JPY".into(),
                limits: all,
                exempt: Exempt {
                    payment: yen(t, 4_000),
                    counter: Counter::Number { most: 5, so_far: 6 },
                    over: true,
                },
            },
        ],
        others: "KWD".into(),
        pace: 30,
        zone: "Europe/Paris".into(),
    }
}

fn compose(t: &'static Words, to: &str) -> ComposePage {
    ComposePage {
        shell: shell(t, "/pay"),
        notice: None,
        to: to.into(),
        currencies: vec!["EUR".into(), "JPY".into()],
        people: known(t),
    }
}

fn programs(t: &'static Words) -> ProgramsPage {
    let made = MadeUp::new(t);
    let key = Key {
        id: "key_560m927z2snya5sbsc3vcdkd2h".into(),
        label: "the till".into(),
        scopes: vec!["payments".into(), "payments:write".into()],
        of_service: false,
        used: Some(made.ago(5)),
        ends: Some(made.in_days(90)),
        open: true,
    };
    let event = |id, state, tone| Event {
        id,
        what: "payment.paid".into(),
        payment: Some("pay_06awnc7kbhze6t9cbqbmbx41z4".into()),
        state,
        tone,
        at: made.ago(id),
        tries: 1,
        error: String::new(),
        again: true,
    };
    let failed = |id, state, tone| Event {
        tries: 12,
        error: "answered 500".into(),
        ..event(id, state, tone)
    };
    ProgramsPage {
        shell: shell(t, "/programs"),
        notice: None,
        all: true,
        keys: vec![
            key.clone(),
            Key {
                label: String::new(),
                of_service: true,
                used: None,
                ends: None,
                open: false,
                ..key
            },
        ],
        endpoints: vec![Endpoint {
            id: "wh_1".into(),
            url: "https://till.example.org/hook".into(),
            of_service: true,
            dead: false,
            dead_href: "/programs?of=wh_1&dead=1".into(),
            further: Some("/programs?of=wh_1&before=7".into()),
            events: vec![
                event(9, "delivered", Tone::Patina),
                failed(8, "failing", Tone::Amber),
                failed(7, "dead", Tone::Red),
            ],
        }],
    }
}

fn schedules(t: &'static Words) -> SchedulesPage {
    let made = MadeUp::new(t);
    let need = Need {
        t,
        id: "sched_1".into(),
        person: made.person("@bob"),
        text: "Bob Keller".into(),
        amount: made.euros(2_000),
        until: None,
        href: "/schedules/sched_1".into(),
        act: None,
        share: None,
    };
    SchedulesPage {
        shell: shell(t, "/schedules"),
        schedules: vec![need],
        older: Some("/schedules?before=sched_1".into()),
        currencies: vec!["EUR".into(), "GBP".into()],
        form: Form {
            error: Some(t.text("refused-dates_bad")),
            name: "0".repeat(26),
            currency: "GBP".into(),
            rhythm: "monthly".into(),
            first: "2026-03-31".into(),
            earliest: "2026-03-03".into(),
            ..Form::default()
        },
    }
}

fn schedule(t: &'static Words, state: State) -> SchedulePage {
    let made = MadeUp::new(t);
    let run = |outcome, href: Option<&str>| RunRow {
        at: made.ago(60),
        outcome,
        href: href.map(str::to_owned),
    };
    let ended = state == State::Ended;
    SchedulePage {
        shell: shell(t, "/schedules/sched_1"),
        id: "sched_1".into(),
        state,
        amount: made.euros(2_000),
        to: made.person("@bob"),
        when: t.text_with("page-schedule-weekly", &[("first", "31 mars 2026")]),
        last: ended.then(|| "31 mars 2027".into()),
        times: ended.then_some(1),
        what: ended.then(|| made.rich("piano")),
        next: (state == State::Active).then(|| made.in_days(7)),
        tried: false,
        paid: 1,
        runs: match state {
            State::Asked => vec![],
            _ => vec![
                run("page-schedule-run-missed", None),
                run("page-schedule-run-skipped", None),
                run("page-schedule-run-paid", Some("/pay/pay_1")),
            ],
        },
        approve_href: (state == State::Asked).then(|| "/approve/sched_1".into()),
    }
}
