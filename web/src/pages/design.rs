//! `GET /design`: every piece of the look with all its states; in the demo only.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

use crate::State;
use crate::session::{Guest, Page, shown};
use crate::view::design::DesignPage;

pub(super) fn routes() -> Router<State> {
    Router::new().route("/design", get(show))
}

async fn show(Guest(visitor): Guest) -> Page {
    let shell = visitor.look(|look| look.shell()).await?;
    shown(StatusCode::OK, &DesignPage::new(shell))
}
