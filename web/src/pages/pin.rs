//! `POST /pin`: a member chooses a PIN, or changes it, and goes on where it was asked for.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use domain::id::{BillId, ScheduleId};
use domain::refusal::Refusal;
use domain::request::Outcome;

use super::passkeys::evidence;
use super::{approve, me, payment};
use crate::State;
use crate::session::{Halt, Local, Member, Page, Posted};

/// Bytes of the longest PIN that is read; a PIN has six digits.
const PIN_BYTES_MAX: usize = 64;

pub(super) fn routes() -> Router<State> {
    Router::new().route("/pin", post(set))
}

async fn set(form: Posted<Member>) -> Page {
    let Member { visitor, id } = &form.by;
    let fields = ["pin", "again", "old"].map(|name| form.text(name));
    if fields.iter().any(|text| text.len() > PIN_BYTES_MAX) {
        return Err(Halt::TooLarge);
    }
    let [pin, again, _] = fields;
    if pin != again {
        return wrong(&form, visitor.t().text("page-pin-differ")).await;
    }
    let pin = pin.to_owned();
    let given = evidence(&form, "old")?;
    match visitor.state.obole.set_pin(*id, pin, given).await?.outcome {
        Outcome::Refused(Refusal::Busy) => Err(Halt::Busy),
        Outcome::Refused(refusal) => wrong(&form, visitor.reader.say(&refusal.say())).await,
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            let next = form.next();
            let own = next == Local::square() || next.as_str() == me::HERE;
            Ok(if own {
                Local::or_square(&format!("{}?said=pin-set", me::HERE)).go()
            } else {
                next.go()
            })
        }
    }
}

/// The page that asked for the PIN, with what was wrong.
async fn wrong(form: &Posted<Member>, text: String) -> Page {
    let visitor = &form.by.visitor;
    let next = form.next();
    let approval = next.as_str().strip_prefix("/approve/");
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(bill) = approval.and_then(BillId::parse) {
        return approve::bill::sheet(visitor, bill, status, approve::Wrong::Refused(text)).await;
    }
    if let Some(id) = approval.and_then(ScheduleId::parse) {
        return approve::schedule::sheet(visitor, id, status, approve::Wrong::Refused(text)).await;
    }
    let approval = approval.map(payment::parse);
    match approval {
        Some(id) => approve::sheet(visitor, id?, status, approve::Wrong::Refused(text)).await,
        None => {
            me::page(visitor, status, me::Asked { pin_error: Some(text), ..me::Asked::default() })
                .await
        }
    }
}
