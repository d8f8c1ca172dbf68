//! `GET /v1/payments/{id}` and `GET /v1/balance`.

use axum::Json;
use axum::extract::{FromRequestParts, Request};
use axum::extract::{Path, Query, State as Extract};
use domain::id::{MemberId, PaymentId};
use serde::Deserialize;
use serde_json::{Value, json};

use super::auth::Authenticated;
use super::problem::Problem;
use crate::State;

/// One payment, for a key that may see it.
pub(crate) async fn show(
    Extract(state): Extract<State>,
    request: Request,
) -> Result<Json<Value>, Problem> {
    let (mut parts, body) = request.into_parts();
    let path = Path::<String>::from_request_parts(&mut parts, &state).await;
    let Path(id) = path.map_err(|_| Problem::not_found())?;
    let request = authenticated(Request::from_parts(parts, body), &state).await?;
    request.may("payments")?;
    let id = PaymentId::parse(&id).ok_or_else(Problem::not_found)?;
    let found = state.obole.read_rows(move |read| read.story(id)).await?;
    let found = found.ok_or_else(Problem::not_found)?;
    let payment = &found.payment;
    if request.member.is_some_and(|member| !domain::statement::may_see(member, payment)) {
        return Err(Problem::not_found());
    }
    let payee = found.payee.as_ref().map_or_else(
        || match &payment.payee {
            domain::payment::Payee::Handle { name, .. } => name.to_string(),
            domain::payment::Payee::Member(id) => id.to_string(),
        },
        |who| handle(Some(who)),
    );
    Ok(Json(json!({
        "id": payment.id.to_string(),
        "state": payment.state.name(),
        "purpose": payment.purpose.name(),
        "amount": { "currency": payment.amount.currency.code(), "minor": payment.amount.minor },
        "fee": { "currency": payment.fee.currency.code(), "minor": payment.fee.minor },
        "payer": handle(found.payer.as_ref()),
        "payee": payee,
        "memo": &*payment.memo,
        "created_at": instant(payment.created_at),
        "expires_at": payment.expires_at.map(instant),
        "ended_at": payment.ended_at.map(instant),
    })))
}

fn handle(who: Option<&app::store::Person>) -> String {
    who.and_then(|who| who.handle.clone()).unwrap_or_default()
}

fn instant(at: domain::time::Timestamp) -> String {
    at.to_jiff().to_string()
}

#[derive(Deserialize)]
struct Whose {
    member: Option<String>,
}

/// The wallets of the key's member, or of the one that is asked about.
pub(crate) async fn balance(
    Extract(state): Extract<State>,
    request: Request,
) -> Result<Json<Value>, Problem> {
    let whose = Query::<Whose>::try_from_uri(request.uri())
        .map_err(|_| Problem::bad("bad_query", "Say ?member=handle."))?;
    let request = authenticated(request, &state).await?;
    request.may("balance")?;
    let member = whose_wallets(&state, &request, whose.0.member).await?;
    let wallets = state.obole.wallets(member).await?;
    let shown = |wallet: &domain::ledger::Wallet| {
        json!({
            "currency": wallet.currency.code(),
            "posted": wallet.posted,
            "held": wallet.held,
            "available": wallet.available().minor,
        })
    };
    Ok(Json(json!({ "wallets": wallets.iter().map(shown).collect::<Vec<_>>() })))
}

async fn whose_wallets(
    state: &State,
    request: &Authenticated,
    asked: Option<String>,
) -> Result<MemberId, Problem> {
    let named = match asked {
        Some(handle) => Some(
            state.obole.profile_by_handle(&handle).await?.ok_or_else(Problem::not_found)?.member.id,
        ),
        None => None,
    };
    match (request.member, named) {
        (Some(own), None) => Ok(own),
        (Some(own), Some(named)) if own == named => Ok(own),
        (None, Some(named)) => Ok(named),
        (Some(_), Some(_)) => Err(Problem::not_found()),
        (None, None) => Err(Problem::bad(
            "member_missing",
            "This key speaks for nobody in particular: say ?member=handle.",
        )),
    }
}

async fn authenticated(request: Request, state: &State) -> Result<Authenticated, Problem> {
    <Authenticated as axum::extract::FromRequest<State>>::from_request(request, state).await
}
