//! The door of every HTTP request: it gets the id under which the log speaks of it, is counted, and is logged by its
//! route. Its path, its headers and its body are in no log: an address may carry a secret.

use std::time::Instant;

use app::life::Stage;
use app::trace;
use axum::extract::{MatchedPath, Request, State as Extract};
use axum::http::header::CONNECTION;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use domain::trace::Trace;

use crate::State;
use crate::api::is_asked_by_machines;

/// Where a proxy or a program says its id, and where we say ours.
const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// What is no route of ours.
const OTHER: &str = "other";

/// Stands around every route.
pub(crate) async fn traced(
    Extract(state): Extract<State>,
    request: Request,
    next: Next,
) -> Response {
    let trace = given(request.headers()).unwrap_or_else(|| Trace::made(state.obole.draw()));
    let header = HeaderValue::from_str(trace.as_str());
    let mut response = trace::under(trace, answered(&state, request, next)).await;
    if let Ok(header) = header {
        response.headers_mut().insert(HEADER, header);
    }
    if state.obole.life().stage() != Stage::Serving {
        // Whoever keeps the connection would send the next request into its end.
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// The id that the request brings, if it is one.
fn given(headers: &HeaderMap) -> Option<Trace> {
    Trace::parse(headers.get(HEADER)?.to_str().ok()?)
}

async fn answered(state: &State, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = matched.as_ref().map_or(OTHER, MatchedPath::as_str);
    state.answers.count(&method, route, response.status());
    let (status, took_us) = (response.status().as_u16(), began.elapsed().as_micros());
    match is_asked_by_machines(route) {
        true => tracing::debug!(%method, route, status, took_us, "answered"),
        false => tracing::info!(%method, route, status, took_us, "answered"),
    }
    response
}
