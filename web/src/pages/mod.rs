//! The pages. To add one, write its file and its template, and add its line.
//!
//! A handler reads what was sent, calls one use case or looks at one snapshot ([`look`]), and renders.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;

use crate::State;
use crate::session::{Halt, attend};

mod approve;
mod archive;
mod assets;
mod claim;
mod compose;
mod design;
mod door;
mod door_demo;
mod drive;
mod history;
mod history_csv;
mod home;
mod join;
mod limits;
mod live;
mod look;
mod me;
mod messages;
mod needs;
mod operator;
mod passkeys;
mod payment;
mod people;
mod pin;
mod post;
mod programs;
mod reach;
mod refund;
mod request;
mod schedules;
mod shared;
mod square;
mod switch;
mod told;

pub(crate) use look::person_of;
pub(crate) use shared::Shared;

/// Every page.
const PAGES: &[fn() -> Router<State>] = &[
    approve::routes,
    archive::routes,
    claim::routes,
    compose::routes,
    door::routes,
    drive::routes,
    history::routes,
    home::routes,
    join::routes,
    limits::routes,
    live::routes,
    me::routes,
    messages::routes,
    needs::routes,
    operator::routes,
    passkeys::routes,
    payment::routes,
    people::routes,
    pin::routes,
    post::routes,
    programs::routes,
    reach::routes,
    request::routes,
    refund::routes,
    schedules::routes,
    square::routes,
    switch::routes,
];

/// The pages that only the demo has.
const DEMO_PAGES: &[fn() -> Router<State>] = &[design::routes, door_demo::routes];

/// Every page's routes.
pub(crate) fn routes(state: &State) -> Router<State> {
    let demo_pages = if state.obole.settings().demo { DEMO_PAGES } else { &[] };
    PAGES
        .iter()
        .chain(demo_pages)
        .fold(Router::new(), |all, page| all.merge(page()))
        .fallback(|| async { Halt::NotFound.into_response() })
        .method_not_allowed_fallback(|| async { Halt::NotAllowed.into_response() })
        .layer(from_fn_with_state(state.clone(), attend))
        .merge(assets::routes())
}
