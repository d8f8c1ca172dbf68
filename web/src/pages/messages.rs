//! `GET /messages`: the direct conversation with the service, on a page of its own.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

use crate::State;
use crate::session::{Member, Page, Query, shown};
use crate::view::shell::Shell;
use crate::view::square::MessagesPage;

/// Messages on one page.
const MESSAGES: usize = 40;

/// Where the forms lead back to.
const HERE: &str = "/messages";

pub(super) fn routes() -> Router<State> {
    Router::new().route(HERE, get(show))
}

async fn show(member: Member, query: Query) -> Page {
    let before = query.number::<i64>("before")?;
    let page = member.visitor.look(move |look| {
        let shell = look.shell_with_talk()?;
        let live = if before.is_none() { shell.live } else { String::new() };
        let talk = look.talk(before, MESSAGES, HERE)?;
        Ok(MessagesPage { shell: Shell { live, ..shell }, notice: None, talk })
    });
    shown(StatusCode::OK, &page.await?)
}
