//! `GET /healthz` and `GET /readyz`, for proxies and whatever keeps the process running. They need no key and name nobody.

use axum::extract::State as Extract;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

use crate::State;

/// Whether the process lives.
pub(super) const ALIVE: &str = "/healthz";

/// Whether it can serve.
pub(super) const READY: &str = "/readyz";

/// Whether machines ask this route again and again; at the level `info` the log has nothing of it.
pub(crate) fn is_asked_by_machines(route: &str) -> bool {
    [ALIVE, READY].contains(&route)
}

pub(super) async fn alive() -> &'static str {
    "ok\n"
}

pub(super) async fn ready(Extract(state): Extract<State>) -> impl IntoResponse {
    let (status, says) = match state.obole.ready().await {
        Ok(()) => (StatusCode::OK, "ok"),
        Err(not_ready) => (StatusCode::SERVICE_UNAVAILABLE, not_ready.says()),
    };
    (status, [(header::CACHE_CONTROL, "no-store")], format!("{says}\n"))
}
