//! The API for programs: small, signed, idempotent.
//!
//! `auth` stands around every call: it reads the body, proves the signature, counts the pace, and hands the handler an
//! `auth::Authenticated`. A handler checks its scope, calls one use case or looks at one snapshot, and gives a type
//! from which `document` describes it.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{any, delete, get, post};

use crate::State;
use problem::Problem;

mod answer;
mod auth;
mod document;
mod health;
mod input;
mod keys;
mod members;
mod operator;
pub(crate) mod pace;
mod payment_list;
mod payments;
mod posts;
pub mod problem;
mod requests;
mod running;
mod schedules;
pub mod signature;
mod wallets;
mod webhooks;

pub(crate) use health::is_asked_by_machines;

pub use document::{openapi, reference};

/// What calls share: who came how often, and what is still running.
#[derive(Default)]
pub(crate) struct Shared {
    pace: pace::Pace,
    running: running::Running,
}

/// The API's routes.
pub(crate) fn routes(state: &State) -> Router<State> {
    let signed = Router::new()
        .route("/v1/posts", post(posts::create))
        .route("/v1/payments", get(payment_list::list).post(payments::create))
        .route("/v1/payments/{id}", get(payments::show))
        .route("/v1/payments/{id}/cancel", post(payments::cancel))
        .route("/v1/requests", get(requests::list).post(requests::create))
        .route("/v1/requests/{id}", get(requests::show))
        .route("/v1/requests/{id}/decline", post(requests::decline))
        .route("/v1/requests/{id}/withdraw", post(requests::withdraw))
        .route("/v1/requests/{id}/remind", post(requests::remind))
        .route("/v1/wallets", get(wallets::list))
        .route("/v1/wallets/{currency}/lines", get(wallets::lines))
        .route("/v1/members", get(members::list))
        .route("/v1/members/{handle}", get(members::show))
        .route("/v1/members/{handle}/freeze", post(members::freeze))
        .route("/v1/members/{handle}/release", post(members::release))
        .route("/v1/keys", get(keys::list).post(keys::create))
        .route("/v1/keys/{id}", delete(keys::revoke))
        .route("/v1/webhooks", get(webhooks::list).post(webhooks::create))
        .route("/v1/webhooks/{id}", delete(webhooks::remove))
        .route("/v1/webhooks/{id}/rotate", post(webhooks::rotate))
        .route("/v1/webhooks/{id}/deliveries", get(webhooks::deliveries))
        .route("/v1/webhooks/{id}/deliveries/{delivery}/replay", post(webhooks::replay))
        .route("/v1/schedules", get(schedules::list).post(schedules::create))
        .route("/v1/schedules/{id}", get(schedules::show))
        .route("/v1/schedules/{id}/runs", get(schedules::runs))
        .route("/v1/schedules/{id}/pause", post(schedules::pause))
        .route("/v1/schedules/{id}/resume", post(schedules::resume))
        .route("/v1/schedules/{id}/end", post(schedules::end))
        .route("/v1/operator", post(operator::order))
        .method_not_allowed_fallback(|| async { Problem::not_allowed() })
        .route("/v1/{*rest}", any(|| async { Problem::not_found() }))
        .layer(from_fn_with_state(state.clone(), auth::guard));
    Router::new()
        .route(health::ALIVE, get(health::alive))
        .route(health::READY, get(health::ready))
        .route("/v1/openapi.json", get(document::show))
        .method_not_allowed_fallback(|| async { Problem::not_allowed() })
        .merge(signed)
}
