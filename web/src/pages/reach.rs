//! `POST /block` and `POST /quiet`: who and what may reach a member.

use axum::Router;
use axum::routing::post;
use domain::bill::Act;
use domain::id::MemberId;
use domain::member::Network;
use domain::request::{Outcome, Request};

use super::me::HERE;
use crate::State;
use crate::session::{Halt, Local, Member, Page, Posted};

pub(super) fn routes() -> Router<State> {
    Router::new().route("/block", post(block)).route("/quiet", post(quiet))
}

async fn block(form: Posted<Member>) -> Page {
    let other = MemberId::parse(form.text("who")).ok_or(Halt::Bad)?;
    let (member, blocked) = (form.by.id, yes(form.text("blocked"))?);
    ask(&form.by, Request::Bill(Act::Block { member, other, blocked }), form.next()).await
}

async fn quiet(form: Posted<Member>) -> Page {
    let (member, network) = (form.by.id, Network::SQUARE);
    let stopped = yes(form.text("stopped"))?;
    let next = Local::or_square(HERE);
    ask(&form.by, Request::SetStopped { member, network, stopped }, next).await
}

fn yes(text: &str) -> Result<bool, Halt> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Halt::Bad),
    }
}

async fn ask(member: &Member, request: Request, next: Local) -> Page {
    match member.visitor.state.obole.submit(None, 0, request).await?.outcome {
        Outcome::Refused(refusal) => Err(refusal.into()),
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(next.go())
        }
    }
}
