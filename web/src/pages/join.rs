//! `/join`: a name, a handle and a passkey make an account, where the operator lets people join by themselves.

use std::sync::Arc;

use app::webauthn::Creation;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use domain::member::{NAME_CHARS_MAX, Network, is_square_name};
use domain::refusal::Refusal;
use domain::request::Outcome;

use super::door::{bare, come_in_as};
use super::passkeys::answer;
use super::told;
use crate::State;
use crate::session::{Guest, Halt, Local, Page, Posted, Visitor, shown};
use crate::view::join::JoinPage;
use crate::view::piece::{Notice, Tone};
use crate::view::shell::Shell;

/// The page's address.
const HERE: &str = "/join";

/// Bytes of a name or handle that are kept for another try.
const TYPED_BYTES_MAX: usize = 400;

pub(super) fn routes() -> Router<State> {
    Router::new().route(HERE, get(show).post(join))
}

/// Whether anybody may join by themselves here.
pub(super) fn is_open(visitor: &Visitor) -> bool {
    let obole = &visitor.state.obole;
    obole.settings().join && obole.relying_party().is_some()
}

/// What was tried before, and what was wrong with it.
#[derive(Default)]
struct Tried {
    name: String,
    handle: String,
    wrong: Option<String>,
}

async fn show(Guest(visitor): Guest) -> Page {
    if visitor.profile.is_some() {
        return Ok(Local::square().go());
    }
    page(&visitor, Tried::default()).await
}

async fn page(visitor: &Arc<Visitor>, tried: Tried) -> Page {
    if !is_open(visitor) {
        return Err(Halt::NotFound);
    }
    let shell = visitor.look(|look| look.shell()).await?;
    let wrong = tried.wrong.is_some();
    let page = JoinPage {
        shell: Shell { path: HERE.to_owned(), ..shell },
        notice: tried.wrong.map(|text| Notice { tone: Tone::Red, text }),
        name: tried.name,
        handle: tried.handle,
    };
    shown(if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// What stands against joining like this, before a device is asked to make a passkey for it.
pub(super) async fn trouble<S>(
    visitor: &Arc<Visitor>,
    form: &Posted<S>,
) -> Result<Option<String>, Halt> {
    if !is_open(visitor) {
        return Err(Halt::NotFound);
    }
    let (name, handle) = (form.text("name").trim(), bare(form.text("handle")));
    let told = |refusal: Refusal| Ok(Some(visitor.reader.say(&refusal.say())));
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX || !is_square_name(&handle) {
        return told(Refusal::HandleBad);
    }
    let taken = move |read: &app::store::Reader| read.profile_by_handle(Network::SQUARE, &handle);
    if visitor.state.obole.read_rows(taken).await?.is_some() {
        return told(Refusal::HandleTaken);
    }
    Ok(None)
}

async fn join(form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    if !is_open(visitor) {
        return Err(Halt::NotFound);
    }
    let (name, handle) = (form.text("name").trim().to_owned(), bare(form.text("handle")));
    if name.len() > TYPED_BYTES_MAX || handle.len() > TYPED_BYTES_MAX {
        return Err(Halt::TooLarge);
    }
    let Some(made) = answer::<_, Creation>(&form, "creation")? else { return Err(Halt::Bad) };
    let obole = &visitor.state.obole;
    if !visitor.state.pages.may_join(obole.now()) {
        return Err(Halt::Busy);
    }
    let before = visitor.look(|look| look.read.latest_post()).await?;
    let who = (name.clone(), handle.clone(), visitor.reader.lang);
    let passkey = visitor.t().text("page-passkey-unnamed");
    let answer = obole.join(who, passkey, &made).await?;
    match &answer.outcome {
        Outcome::Refused(Refusal::Busy) => Err(Halt::Busy),
        Outcome::Refused(refusal) => {
            let wrong = Some(visitor.reader.say(&refusal.say()));
            page(visitor, Tried { name, handle, wrong }).await
        }
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            let added = obole.profile_by_handle(&handle).await?.ok_or(Halt::Fault)?;
            told::wait(visitor, added.member.id, before, &answer).await;
            come_in_as(visitor, added.member.id).await
        }
    }
}
