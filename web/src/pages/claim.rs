//! `/claim/{token}`: money that waits behind a private link. Whoever comes with the link may ask for it; its sender
//! confirms who it is.

use app::store::Story;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::context::token_hash;
use domain::payment::State as PaymentState;
use domain::port::Fault;
use domain::refusal::Refusal;
use domain::request::{Outcome, Request};
use domain::statement::may_see;

use super::look::Look;
use super::told::told;
use crate::State;
use crate::session::{Guest, Halt, Local, Member, Page, Posted, is_token, shown};
use crate::view::claim::{ClaimPage, ClaimState, Cost};
use crate::view::piece::Share;
use crate::view::shell::Shell;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/claim/{token}", get(show).post(accept))
        .route("/claim/{token}/decline", post(decline))
}

async fn show(Guest(visitor): Guest, Path(token): Path<String>) -> Page {
    page(&visitor, token, StatusCode::OK, None).await
}

async fn page(
    visitor: &std::sync::Arc<crate::session::Visitor>,
    token: String,
    status: StatusCode,
    error: Option<String>,
) -> Page {
    if !is_token(&token) {
        return Err(Halt::NotFound);
    }
    let page = visitor.look(move |look| match look.read.story_by_claim(token_hash(&token))? {
        Some(story) => claim_page(look, &story, token, error).map(Some),
        None => Ok(None),
    });
    shown(status, &page.await?.ok_or(Halt::NotFound)?)
}

fn claim_page(
    look: &Look<'_>,
    story: &Story,
    token: String,
    error: Option<String>,
) -> Result<ClaimPage, Fault> {
    let payment = &story.payment;
    let concerned = look.me().is_some_and(|me| may_see(me, payment));
    let waits = payment.state.holds_money();
    let ended = payment.ended_at.unwrap_or(look.now);
    Ok(ClaimPage {
        shell: Shell { path: format!("/claim/{token}"), ..look.shell()? },
        amount: look.money(payment.amount),
        from: look.payer(story),
        to: look.payee(story).name,
        // Once it is over, an old link tells a stranger no more than that.
        what: look.memo(story).filter(|_| waits || concerned),
        until: look.full(payment.expires_at.unwrap_or(ended)),
        cost: cost(look, story),
        state: state(look, story, &token),
        error,
        token,
    })
}

fn state(look: &Look<'_>, story: &Story, token: &str) -> ClaimState {
    let payment = &story.payment;
    let me = look.me();
    let mine =
        payment.claim.as_ref().and_then(|claim| claim.by).is_some_and(|(by, _)| Some(by) == me);
    match payment.state {
        PaymentState::Held | PaymentState::Claimed if Some(payment.payer) == me => {
            ClaimState::Own(share(look, story, token))
        }
        PaymentState::Claimed if mine => ClaimState::Waiting,
        PaymentState::Paid if mine => ClaimState::Yours,
        PaymentState::Returned => ClaimState::Returned,
        PaymentState::Held if look.is_over(payment) => ClaimState::Ended,
        PaymentState::Held if me.is_none() => ClaimState::SignIn,
        PaymentState::Held => ClaimState::Offer,
        PaymentState::Doubted
        | PaymentState::Asked
        | PaymentState::Claimed
        | PaymentState::Paid
        | PaymentState::Cancelled
        | PaymentState::Declined
        | PaymentState::Expired => ClaimState::Ended,
    }
}

/// What the claim costs the reader, if they take it or have taken it.
fn cost(look: &Look<'_>, story: &Story) -> Option<Cost> {
    let (payment, me) = (&story.payment, look.visitor.profile.as_ref()?);
    let claimant = payment.claim.as_ref().and_then(|claim| claim.by).map(|(who, _)| who);
    let fee = match payment.state {
        PaymentState::Held if payment.payer != me.member.id => {
            let policy = look.visitor.state.obole.policy();
            policy.fee(me.member.kind, payment.purpose, payment.amount)
        }
        PaymentState::Claimed | PaymentState::Paid if claimant == Some(me.member.id) => payment.fee,
        PaymentState::Held
        | PaymentState::Claimed
        | PaymentState::Paid
        | PaymentState::Doubted
        | PaymentState::Asked
        | PaymentState::Returned
        | PaymentState::Cancelled
        | PaymentState::Declined
        | PaymentState::Expired => return None,
    };
    let net = payment.amount.checked_sub(fee).ok()?;
    (fee.minor > 0).then(|| Cost { fee: look.money(fee), net: look.money(net) })
}

fn share(look: &Look<'_>, story: &Story, token: &str) -> Share {
    Share {
        t: look.visitor.t(),
        link: format!("{}/claim/{token}", look.visitor.reader.base_url),
        to: look.payee(story).name,
        id: story.payment.id.to_string(),
    }
}

async fn accept(Path(token): Path<String>, form: Posted<Member>) -> Page {
    let here = Local::or_square(&format!("/claim/{token}"));
    answer(token, form, true, here).await
}

async fn decline(Path(token): Path<String>, form: Posted<Member>) -> Page {
    answer(token, form, false, Local::or_square("/square?said=page-claim-sent-back")).await
}

async fn answer(token: String, form: Posted<Member>, wanted: bool, next: Local) -> Page {
    if !is_token(&token) {
        return Err(Halt::NotFound);
    }
    let Member { visitor, id } = &form.by;
    let request = Request::Claim { member: *id, token_hash: token_hash(&token), wanted };
    match told(visitor, visitor.state.obole.submit(None, 0, request)).await?.outcome {
        Outcome::Refused(Refusal::Busy) => Err(Halt::Busy),
        Outcome::Refused(refusal) => {
            let error = visitor.reader.say(&refusal.say());
            page(visitor, token, StatusCode::UNPROCESSABLE_ENTITY, Some(error)).await
        }
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(next.go())
        }
    }
}
