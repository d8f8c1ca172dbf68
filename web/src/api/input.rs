//! What calls bring along: bodies, queries, parts of the path. Whatever makes no sense is a [`Problem`].

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::header;
use axum::http::request::Parts;
use domain::time::Timestamp;
use serde::de::DeserializeOwned;

use super::problem::Problem;
use crate::State;

/// Rows of a page where the call does not say.
const PAGE_ROWS: u32 = 20;

/// Rows of the longest page.
pub(crate) const PAGE_ROWS_MAX: u32 = 100;

/// A body of JSON.
pub(crate) struct Sent<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<State> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &State) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default();
        if !kind.trim().eq_ignore_ascii_case("application/json") {
            return Err(Problem::not_json());
        }
        let body = Bytes::from_request(request, state).await.map_err(|_| Problem::too_large())?;
        let read = serde_json::from_slice(&body);
        read.map(Self).map_err(|error| Problem::bad("bad_body", &error.to_string()))
    }
}

/// The query, each name at most once and none that is not known.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<State> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Problem> {
        match Query::<T>::try_from_uri(&parts.uri) {
            Ok(Query(query)) => Ok(Self(query)),
            Err(error) => Err(Problem::bad("bad_query", &error.body_text())),
        }
    }
}

/// The one part of the path that varies.
pub(crate) struct Named(pub(crate) String);

impl FromRequestParts<State> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let Path(name) =
            Path::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        Ok(Self(name))
    }
}

/// The rows of a page.
pub(crate) fn rows(limit: Option<u32>) -> Result<usize, Problem> {
    match limit.unwrap_or(PAGE_ROWS) {
        rows @ 1..=PAGE_ROWS_MAX => Ok(usize::try_from(rows).expect("a hundred fits")),
        _ => Err(Problem::bad("bad_query", "limit is from 1 to 100.")),
    }
}

/// A handle as people write it: with or without `@`, in any case.
pub(crate) fn handle(text: &str) -> String {
    text.strip_prefix('@').unwrap_or(text).to_lowercase()
}

/// An instant in RFC 3339.
pub(crate) fn instant(name: &str, text: &str) -> Result<Timestamp, Problem> {
    let wrong = |_| {
        Problem::bad("bad_instant", &format!("{name} is an instant such as 2026-03-02T10:00:00Z."))
    };
    text.parse::<jiff::Timestamp>().map(|at| Timestamp(at.as_microsecond())).map_err(wrong)
}

/// An instant as programs read it.
pub(crate) fn shown(at: Timestamp) -> String {
    at.to_jiff().to_string()
}
