//! `GET /needs`: what waits for the reader.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

use crate::State;
use crate::session::{Member, Page, shown};
use crate::view::needs::NeedsPage;

pub(super) fn routes() -> Router<State> {
    Router::new().route("/needs", get(show))
}

async fn show(member: Member) -> Page {
    let Member { visitor, id } = member;
    let page = visitor.look(move |look| {
        let needs = look.needs(id)?;
        Ok(NeedsPage {
            shell: look.shell()?,
            notice: None,
            approvals: needs
                .approvals
                .iter()
                .filter_map(|order| look.approval(order))
                .chain(needs.schedules.iter().map(|story| look.scheduled(story)))
                .collect(),
            confirmations: needs
                .confirmations
                .iter()
                .map(|story| look.confirmation(story))
                .collect(),
            set_aside: look.set_aside(id, &needs.set_aside)?,
            claims: look.claims(id)?,
            requests: needs.requests.iter().map(|story| look.asked_of(story)).collect(),
            asking: look.asking(id)?,
            refunds: needs.refunds.iter().filter_map(|story| look.refund_need(story)).collect(),
        })
    });
    shown(StatusCode::OK, &page.await?)
}
