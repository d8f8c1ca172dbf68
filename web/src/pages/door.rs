//! The door: how one comes in and goes out. A link signs in once; only its button uses it up.

use std::sync::Arc;

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use domain::id::MemberId;
use domain::member::{Network, is_square_name};
use domain::request::Request;

use super::{door_demo, join};
use crate::State;
use crate::session::{
    Cookie, Guest, Halt, Local, Member, Page, Posted, Query, Visitor, is_token, shown,
};
use crate::view::door::{KnockPage, LinkPage};
use crate::view::piece::{Notice, Tone};
use crate::view::shell::Shell;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/", get(home))
        .route("/door", get(door))
        .route("/door/link", post(ask_link))
        .route("/door/out", post(out))
        .route("/door/out-all", post(out_all))
        .route("/door/{token}", get(knock).post(enter))
}

async fn home(Guest(visitor): Guest) -> Page {
    if visitor.profile.is_some() {
        return Ok(Local::square().go());
    }
    show(&visitor).await
}

async fn door(Guest(visitor): Guest, query: Query) -> Page {
    let next = query.text("next").and_then(Local::parse);
    let mut response = match (&next, &visitor.profile) {
        (Some(next), Some(_)) => next.go(),
        _ => show(&visitor).await?,
    };
    if let Some(next) = next.filter(|_| visitor.profile.is_none()) {
        visitor.give(&mut response, Cookie::Next, next.as_str());
    }
    Ok(response)
}

async fn show(visitor: &Arc<Visitor>) -> Page {
    if visitor.state.obole.settings().demo {
        return door_demo::show(visitor, door_demo::Tried::default()).await;
    }
    ask(visitor, StatusCode::OK, None, false).await
}

/// The door with what was wrong with coming in.
pub(super) async fn turned_away(visitor: &Arc<Visitor>, wrong: String) -> Page {
    if visitor.state.obole.settings().demo {
        return door_demo::show(visitor, door_demo::Tried::wrong(wrong)).await;
    }
    let notice = Notice { tone: Tone::Red, text: wrong };
    ask(visitor, StatusCode::UNPROCESSABLE_ENTITY, Some(notice), false).await
}

async fn ask(
    visitor: &Arc<Visitor>,
    status: StatusCode,
    notice: Option<Notice>,
    asked: bool,
) -> Page {
    let shell = visitor.look(|look| look.shell()).await?;
    let page = LinkPage {
        shell: Shell { path: "/door".to_owned(), ..shell },
        notice,
        handle: String::new(),
        asked,
        passkeys: visitor.state.obole.relying_party().is_some(),
        join: join::is_open(visitor),
    };
    shown(status, &page)
}

/// The answer and its time are the same whoever has this handle, and whether anybody does.
async fn ask_link(form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    let handle = bare(form.text("handle"));
    let state = &visitor.state;
    if is_square_name(&handle) && state.pages.may_ask_link(&handle, state.obole.now()) {
        let obole = state.obole.clone();
        tokio::spawn(async move {
            let request = Request::SignInLink { handle: (Network::SQUARE, handle) };
            if let Err(unable) = obole.submit(None, 0, request).await {
                tracing::warn!(?unable, "a link to sign in was not made");
            }
        });
    }
    ask(visitor, StatusCode::OK, None, true).await
}

/// A handle as somebody typed it, without `@`, in small letters.
pub(super) fn bare(typed: &str) -> String {
    typed.trim().trim_start_matches('@').to_lowercase()
}

async fn knock(Guest(visitor): Guest, Path(token): Path<String>) -> Page {
    if !is_token(&token) {
        return Err(Halt::NotFound);
    }
    let shell = visitor.look(|look| look.shell()).await?;
    shown(StatusCode::OK, &KnockPage { shell, token: Some(token) })
}

async fn enter(Path(token): Path<String>, form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    if !is_token(&token) {
        return Err(Halt::NotFound);
    }
    match visitor.state.obole.sign_in(&token).await? {
        Some(session) => come_in(visitor, &session).await,
        None => {
            let shell = visitor.look(|look| look.shell()).await?;
            let shell = crate::view::shell::Shell { path: "/door".to_owned(), ..shell };
            shown(StatusCode::GONE, &KnockPage { shell, token: None })
        }
    }
}

/// Begins a session without a link: the demo's way.
pub(super) async fn come_in_as(visitor: &Visitor, member: MemberId) -> Page {
    let session = visitor.state.obole.begin_session(member).await?;
    come_in(visitor, &session).await
}

/// Gives the browser its session, in place of the one it had, and leads where somebody wanted to go.
pub(super) async fn come_in(visitor: &Visitor, session: &str) -> Page {
    end_own(visitor).await?;
    let next = visitor.wanted.clone().unwrap_or_else(Local::square);
    let mut response = next.go();
    visitor.give(&mut response, Cookie::Session, session);
    visitor.forget(&mut response, Cookie::Next);
    Ok(response)
}

async fn end_own(visitor: &Visitor) -> Result<(), Halt> {
    match visitor.session() {
        Some(session) => Ok(visitor.state.obole.end_session(session).await?),
        None => Ok(()),
    }
}

fn gone_out(visitor: &Visitor) -> Response {
    let mut response = Local::or_square("/").go();
    visitor.forget(&mut response, Cookie::Session);
    response
}

async fn out(form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    end_own(visitor).await?;
    Ok(gone_out(visitor))
}

async fn out_all(form: Posted<Member>) -> Page {
    let Member { visitor, id } = &form.by;
    visitor.state.obole.end_sessions(*id).await?;
    Ok(gone_out(visitor))
}
