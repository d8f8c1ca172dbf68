//! `GET /home`: what a member has, what waits for them, what happened, and whom they pay.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use domain::id::MemberId;
use domain::port::Fault;

use super::look::{Filter, Look};
use crate::State;
use crate::session::{Member, Page, shown};
use crate::view::home::HomePage;
use crate::view::movement::Movements;

/// Movements that are shown.
const RECENT: usize = 6;

/// People who are shown.
const PEOPLE: usize = 6;

pub(super) fn routes() -> Router<State> {
    Router::new().route("/home", get(show))
}

async fn show(member: Member) -> Page {
    let Member { visitor, id } = member;
    shown(StatusCode::OK, &visitor.look(move |look| page(look, id)).await?)
}

fn page(look: &Look<'_>, me: MemberId) -> Result<HomePage, Fault> {
    let money = look.money_panel(me)?;
    let mut people = look.acquainted(me)?;
    people.truncate(PEOPLE);
    Ok(HomePage {
        shell: look.shell()?,
        notice: None,
        balances: money.balances,
        needs: money.needs,
        needs_count: money.needs_count,
        people: people.iter().map(|one| look.known(one)).collect(),
        recent: recent(look, me)?,
    })
}

/// The latest lines of all wallets.
fn recent(look: &Look<'_>, me: MemberId) -> Result<Movements, Fault> {
    let mut lines = Vec::new();
    for wallet in look.wallets(me)? {
        lines.extend(look.walk((me, wallet.currency), None, &Filter::default(), RECENT)?.lines);
    }
    lines.sort_by_key(|row| std::cmp::Reverse((row.line.at, row.line.id())));
    lines.truncate(RECENT);
    Ok(look.movements(&lines))
}
