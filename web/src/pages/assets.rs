//! `GET /static/{name}`: the files built into the program.

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::State;
use crate::view::assets;

/// For an address that carries the mark of the content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For an address without it, or with another one.
const ASK_AGAIN: &str = "no-cache";

pub(super) fn routes() -> Router<State> {
    Router::new().route("/static/{name}", get(file))
}

async fn file(uri: Uri, Path(name): Path<String>) -> Response {
    let Some(asset) = assets::find(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let marked = uri.path_and_query().is_some_and(|address| address.as_str() == asset.href());
    let headers = [
        (header::CONTENT_TYPE, asset.media_type),
        (header::CACHE_CONTROL, if marked { FOR_EVER } else { ASK_AGAIN }),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'"),
    ];
    (headers, asset.body).into_response()
}
