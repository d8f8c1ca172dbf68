//! `GET /operator`: whether members' money is there, whether the ledger is sound, what happens.

use std::collections::BTreeMap;

use app::operator::CHECKED;
use app::store::{RefusalCount, Safeguard};
use axum::http::StatusCode;
use domain::money::{Currency, Money};
use domain::port::Fault;
use domain::time::{DAY_US, Timestamp};

use super::{ACTS, COUNTS_MAX, DAYS, Look};
use crate::session::{Operator, Page, shown};
use crate::view::chart::{Bar, Chart};
use crate::view::operator::{OperatorPage, Part, Place};
use crate::view::table::{Cell, Table};

/// Payments of one day that are counted; a chart says no more.
const BEGUN_MAX: usize = 100_000;

/// Days of safeguarding in all currencies that are read.
const SUMS_MAX: usize = 2_000;

pub(super) async fn show(operator: Operator) -> Page {
    let page = operator.visitor.look(|look| {
        let mut parts = safeguarding(look)?;
        parts.push(ledger(look)?);
        parts.push(activity(look)?);
        let check = Some(!look.visitor.state.obole.is_checking());
        Ok(OperatorPage { parts, check, ..look.board(Place::Overview)? })
    });
    shown(StatusCode::OK, &page.await?)
}

/// What an act is called.
pub(super) fn act_word(look: &Look<'_>, code: &str) -> String {
    match ACTS.iter().find(|known| **known == code) {
        Some(code) => look.visitor.t().text_with("page-operator-act-is", &[("code", code)]),
        None => code.to_owned(),
    }
}

/// What members are owed and what is there: now, and at the end of each day.
fn safeguarding(look: &Look<'_>) -> Result<Vec<Part>, Fault> {
    let today = look.today();
    let now = look.read.safeguard_now(today, look.now)?;
    let mut kept = look.read.safeguards(today.saturating_sub(DAYS), SUMS_MAX)?;
    kept.retain(|sum| sum.day < today);
    kept.extend(now.iter().copied());
    let mut by_currency: BTreeMap<Currency, Vec<Safeguard>> = BTreeMap::new();
    for sum in kept {
        by_currency.entry(sum.owed.currency).or_default().push(sum);
    }
    Ok(by_currency.iter().map(|(currency, sums)| of_currency(look, *currency, sums)).collect())
}

fn of_currency(look: &Look<'_>, currency: Currency, sums: &[Safeguard]) -> Part {
    let t = look.visitor.t();
    let code = currency.code();
    let latest = sums.last();
    let beyond = latest.map_or(Money::zero(currency), Safeguard::beyond);
    let alarm = beyond.minor < 0;
    let (id, amount) = match alarm {
        true => ("page-operator-safe-not", Money::new(beyond.minor.saturating_neg(), currency)),
        false => ("page-operator-safe", beyond),
    };
    let bar = |sum: &Safeguard| Bar {
        day: look.day(sum.day),
        value: sum.owed.minor,
        shown: look.money(sum.owed),
    };
    let row = |sum: &Safeguard| {
        let money = |amount| Cell::number(look.money(amount));
        vec![
            Cell::text(look.day(sum.day)),
            money(sum.owed),
            money(sum.bank),
            money(sum.provider),
            money(sum.beyond()),
        ]
    };
    let title = t.text_with("page-operator-safeguarding", &[("currency", code)]);
    Part {
        id: format!("safe-{}", code.to_lowercase()),
        title: title.clone(),
        note: Some(t.text_with(id, &[("amount", &look.money(amount))])),
        alarm,
        chart: Some(Chart {
            t,
            label: t.text_with("page-operator-owed-chart", &[("currency", code)]),
            bars: sums.iter().map(bar).collect(),
            table: Table {
                caption: title,
                head: look.head([
                    "page-operator-day",
                    "page-operator-owed",
                    "page-operator-bank",
                    "page-operator-provider",
                    "page-operator-beyond",
                ]),
                rows: sums.iter().rev().map(row).collect(),
            },
        }),
        table: None,
    }
}

/// When the ledger was checked last, and what came of it.
fn ledger(look: &Look<'_>) -> Result<Part, Fault> {
    let t = look.visitor.t();
    let mut acts = Vec::new();
    for code in CHECKED {
        acts.extend(look.read.latest_act(code)?);
    }
    acts.sort_by_key(|act| act.number);
    let last = acts.pop();
    let wrong = last.as_ref().is_some_and(|act| act.code == CHECKED[1]);
    let note = match &last {
        _ if look.visitor.state.obole.is_checking() => t.text("page-operator-checking"),
        None => t.text("page-operator-never-checked"),
        Some(act) => {
            let id = if wrong { "page-operator-unsound" } else { "page-operator-sound" };
            t.text_with(id, &[("at", &look.full(act.at).shown), ("detail", &act.detail)])
        }
    };
    Ok(Part {
        id: "ledger".to_owned(),
        title: t.text("page-operator-ledger"),
        note: Some(note),
        alarm: wrong,
        ..Part::default()
    })
}

/// Payments begun on each day, by the clock of UTC: ids count by it.
fn activity(look: &Look<'_>) -> Result<Part, Fault> {
    let t = look.visitor.t();
    let today = look.now.0.div_euclid(DAY_US);
    let mut bars = Vec::new();
    for day in today - i64::from(DAYS) + 1..=today {
        let start = Timestamp(day.saturating_mul(DAY_US));
        let count = look.read.count_begun(start..start.plus_us(DAY_US), BEGUN_MAX)?;
        let day = look.date(start.plus_us(DAY_US / 2));
        bars.push(Bar { day, value: count.into(), shown: t.number(count.into()) });
    }
    let row = |bar: &Bar| vec![Cell::text(bar.day.clone()), Cell::number(bar.shown.clone())];
    let title = t.text("page-operator-activity");
    let table = Table {
        caption: title.clone(),
        head: look.head(["page-operator-day", "page-operator-begun"]),
        rows: bars.iter().rev().map(row).collect(),
    };
    let label = t.text("page-operator-activity-chart");
    Ok(Part {
        id: "activity".to_owned(),
        title,
        chart: Some(Chart { t, label, bars, table }),
        ..Part::default()
    })
}

/// What was refused on each day, and how often.
pub(super) fn refusals(look: &Look<'_>) -> Result<Part, Fault> {
    let t = look.visitor.t();
    let today = look.today();
    let counts = look.read.refusal_counts(today.saturating_sub(DAYS - 1), COUNTS_MAX)?;
    let mut days: BTreeMap<i32, u32> =
        (today.saturating_sub(DAYS - 1)..=today).map(|day| (day, 0)).collect();
    for one in &counts {
        let sum = days.entry(one.day).or_default();
        *sum = sum.saturating_add(one.count);
    }
    let bar = |(day, count): (&i32, &u32)| Bar {
        day: look.day(*day),
        value: (*count).into(),
        shown: t.number((*count).into()),
    };
    let row = |one: &RefusalCount| {
        vec![Cell::text(look.day(one.day)), Cell::text(one.code.clone()), look.count(one.count)]
    };
    Ok(Part {
        id: "refusals".to_owned(),
        title: t.text("page-operator-refusals-days"),
        note: Some(t.text("page-operator-refusals-why")),
        chart: Some(Chart {
            t,
            label: t.text("page-operator-refusals-days"),
            bars: days.iter().map(bar).collect(),
            table: Table {
                caption: t.text("page-operator-refusals-days"),
                head: look.head(["page-operator-day", "page-operator-code", "page-operator-times"]),
                rows: counts.iter().rev().map(row).collect(),
            },
        }),
        ..Part::default()
    })
}
