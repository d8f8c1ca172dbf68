//! The operator's pages. They show ids, amounts, states and names, never what people wrote to each other.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::port::Fault;
use domain::time::{DAY_US, Period, Timestamp};

use super::look::Look;
use crate::State;
use crate::session::{Local, Operator, Page, Posted, Query, shown};
use crate::view::operator::{OperatorPage, Part, Place};
use crate::view::table::{Cell, Table};

mod member;
mod overview;
mod payments;
mod suspense;

/// Rows on one page.
const ROWS: usize = 50;

/// Days that charts and counts go back.
const DAYS: i32 = 30;

/// Counts of refusals that are read: thirty days of every code there is.
const COUNTS_MAX: usize = 2_000;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route(Place::Overview.href(), get(overview::show))
        .route("/operator/check", post(check))
        .route(Place::Payments.href(), get(payments::show))
        .route(Place::Members.href(), get(member::list))
        .route("/operator/members/{id}", get(member::show))
        .route("/operator/members/{id}/freeze", post(member::freeze))
        .route("/operator/members/{id}/release", post(member::release))
        .route(Place::Holds.href(), get(holds))
        .route(Place::Refusals.href(), get(refusals))
        .route(Place::Acts.href(), get(acts))
        .route(Place::Suspense.href(), get(suspense::list))
        .route("/operator/suspense/{id}", get(suspense::show))
        .route("/operator/suspense/{id}/match", post(suspense::give))
        .route("/operator/suspense/{id}/send-back", post(suspense::send_back))
}

impl Look<'_> {
    /// A page of the operator without anything on it.
    fn board(&self, place: Place) -> Result<OperatorPage, Fault> {
        Ok(OperatorPage {
            shell: self.shell()?,
            notice: None,
            place,
            search: None,
            parts: Vec::new(),
            older: None,
            check: None,
        })
    }

    fn head<const N: usize>(&self, texts: [&str; N]) -> Vec<String> {
        texts.map(|id| self.visitor.t().text(id)).into()
    }

    /// A day as the policy counts them, in the reader's words.
    fn day(&self, day: i32) -> String {
        let noon = i64::from(day).saturating_mul(DAY_US).saturating_add(DAY_US / 2);
        self.date(Timestamp(noon))
    }

    /// Today, as the policy counts days.
    fn today(&self) -> i32 {
        Period::of(self.now, &self.visitor.state.obole.policy().zone).day
    }

    fn count(&self, count: u32) -> Cell {
        Cell::number(self.visitor.t().number(count.into()))
    }
}

/// Checks the ledger. Its result is in the trail; the page does not wait for it.
async fn check(form: Posted<Operator>) -> Page {
    let (obole, by) = (form.by.visitor.state.obole.clone(), form.by.id);
    tokio::spawn(async move {
        if let Err(unable) = obole.check_ledger(by).await {
            tracing::error!(?unable, "the ledger could not be checked");
        }
    });
    Ok(Local::or_square(Place::Overview.href()).go())
}

async fn holds(operator: Operator) -> Page {
    let page = operator.visitor.look(|look| {
        let held = look.read.holds_open(ROWS)?;
        let table = payments::table(look, &held, look.visitor.t().text("page-operator-holds"));
        let part = Part {
            id: "holds".to_owned(),
            title: look.visitor.t().text("page-operator-holds-first"),
            note: held.is_empty().then(|| look.visitor.t().text("page-operator-none")),
            table: Some(table).filter(|table| !table.rows.is_empty()),
            ..Part::default()
        };
        Ok(OperatorPage { parts: vec![part], ..look.board(Place::Holds)? })
    });
    shown(StatusCode::OK, &page.await?)
}

async fn refusals(operator: Operator) -> Page {
    let page = operator.visitor.look(|look| {
        let part = overview::refusals(look)?;
        Ok(OperatorPage { parts: vec![part], ..look.board(Place::Refusals)? })
    });
    shown(StatusCode::OK, &page.await?)
}

async fn acts(operator: Operator, query: Query) -> Page {
    let before = query.number::<i64>("before")?;
    let page = operator.visitor.look(move |look| {
        let t = look.visitor.t();
        let mut acts = look.read.acts(before, ROWS + 1)?;
        let more = acts.len() > ROWS;
        acts.truncate(ROWS);
        let older = acts.last().filter(|_| more);
        let mut rows = Vec::with_capacity(acts.len());
        for act in &acts {
            let by = match act.by {
                Some(by) => look.person(by)?.name,
                None => t.text("page-operator-machine"),
            };
            let about = match act.member {
                Some(id) => Cell::link(look.person(id)?.name, format!("/operator/members/{id}")),
                None => Cell::default(),
            };
            rows.push(vec![
                Cell::text(look.short(act.at).shown),
                Cell::text(by),
                Cell::text(overview::act_word(look, &act.code)),
                about,
                Cell::text(act.detail.clone()),
            ]);
        }
        let table = Table {
            caption: t.text("page-operator-acts"),
            head: look.head([
                "page-operator-when",
                "page-operator-by",
                "page-operator-act",
                "page-operator-about",
                "page-operator-detail",
            ]),
            rows,
        };
        let part = Part {
            id: "acts".to_owned(),
            title: t.text("page-operator-acts-newest"),
            note: acts.is_empty().then(|| t.text("page-operator-none")),
            table: Some(table).filter(|table| !table.rows.is_empty()),
            ..Part::default()
        };
        Ok(OperatorPage {
            parts: vec![part],
            older: older.map(|act| format!("{}?before={}", Place::Acts.href(), act.number)),
            ..look.board(Place::Acts)?
        })
    });
    shown(StatusCode::OK, &page.await?)
}

/// The codes that an act can have, each of which has its words.
pub(super) const ACTS: [&str; 13] = [
    "add_member",
    "credit",
    "freeze",
    "release",
    "reset_pin",
    "refund",
    "operator",
    "operator_end",
    "verify",
    "verify_wrong",
    "receive",
    "match",
    "send_back",
];

#[cfg(test)]
mod tests {
    use app::words::Words;
    use domain::lang::Lang;

    use super::*;

    #[test]
    fn every_act_of_the_rules_has_its_words() {
        assert!(app::operator::CHECKED.iter().all(|code| ACTS.contains(code)));
        for code in ACTS {
            let said = Words::get(Lang::En).text_with("page-operator-act-is", &[("code", code)]);
            assert_ne!(said, code, "an act without words");
        }
    }
}
