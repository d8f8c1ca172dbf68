//! Samples of the operator's pages.

use app::words::Words;
use askama::Template;

use super::super::design::MadeUp;
use super::super::operator::{
    OperatorMemberPage, OperatorPage, OperatorSuspensePage, Part, Place, Search,
};
use super::super::table::{Cell, Table};
use super::shell;

pub(super) fn pages(t: &'static Words) -> Vec<(&'static str, askama::Result<String>)> {
    let made = MadeUp::new(t);
    let table = || table(t);
    let page = |place, part| OperatorPage {
        shell: shell(t, "/operator"),
        notice: None,
        place,
        search: None,
        parts: vec![part],
        older: None,
        check: None,
    };
    let sums = Part {
        id: "safe-eur".into(),
        title: t.text_with("page-operator-safeguarding", &[("currency", "EUR")]),
        note: Some(t.text_with("page-operator-safe", &[("amount", &made.euros(150))])),
        chart: Some(made.chart()),
        ..Part::default()
    };
    let alarm = Part {
        note: Some(t.text_with("page-operator-safe-not", &[("amount", &made.euros(150))])),
        alarm: true,
        ..sums.clone()
    };
    let found = Part {
        id: "found".into(),
        title: t.text("page-operator-newest"),
        table: Some(table()),
        ..Part::default()
    };
    let search = Search {
        text: "@bob".into(),
        states: vec![
            ("", t.text("page-operator-all"), true),
            ("paid", t.text("page-state-paid"), false),
        ],
        ..Search::default()
    };
    let member = |frozen: Option<&str>| OperatorMemberPage {
        shell: shell(t, "/operator/members/mem_1"),
        notice: frozen.and_then(|_| made.notices().into_iter().nth(2)),
        person: made.person("@bob"),
        id: "mem_1".into(),
        facts: vec![(t.text("page-operator-has"), made.euros(28_800))],
        frozen: frozen.map(str::to_owned),
        reason: String::new(),
        payments: table(),
    };
    vec![
        ("operator", OperatorPage { check: Some(true), ..page(Place::Overview, sums) }.render()),
        (
            "operator-alarm",
            OperatorPage { check: Some(false), ..page(Place::Overview, alarm) }.render(),
        ),
        (
            "operator-payments",
            OperatorPage {
                search: Some(search),
                older: Some("/operator/payments?before=x".into()),
                ..page(Place::Payments, found)
            }
            .render(),
        ),
        ("operator-member", member(None).render()),
        ("operator-suspense", suspense(t, true).render()),
        ("operator-suspense-ended", suspense(t, false).render()),
        ("operator-member-frozen", member(Some("lost telephone")).render()),
    ]
}

fn suspense(t: &'static Words, waits: bool) -> OperatorSuspensePage {
    let made = MadeUp::new(t);
    OperatorSuspensePage {
        shell: shell(t, "/operator/suspense/sus_1"),
        notice: made.notices().into_iter().nth(2).filter(|_| waits),
        id: "sus_1".into(),
        amount: made.euros(1_250),
        facts: vec![(t.text("page-operator-remitter"), "A. Remitter".into())],
        waits,
        perhaps: vec![(
            "Bob Keller".into(),
            "@bob".into(),
            "/operator/suspense/sus_1?to=bob".into(),
        )],
        to: String::new(),
        reason: String::new(),
    }
}

fn table(t: &'static Words) -> Table {
    let made = MadeUp::new(t);
    Table {
        caption: t.text("page-operator-payments"),
        head: ["page-operator-when", "page-operator-amount"].map(|id| t.text(id)).into(),
        rows: vec![vec![
            Cell::link(made.ago(5).shown, "/operator/members/mem_1".into()),
            Cell::number(made.euros(1_200)),
        ]],
    }
}
