//! The API for programs: small, signed, idempotent.

use axum::Router;
use axum::routing::{get, post};

use crate::State;

mod auth;
mod operator;
mod payments;
mod posts;
pub mod problem;
pub mod signature;

/// The API's routes.
pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/v1/posts", post(posts::create))
        .route("/v1/payments/{id}", get(payments::show))
        .route("/v1/balance", get(payments::balance))
        .route("/v1/operator", post(operator::order))
}
