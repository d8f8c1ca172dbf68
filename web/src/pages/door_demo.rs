//! The demo's door: be one of its people, or somebody new.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use domain::member::Kind;
use domain::request::{Admin, Outcome, Request};

use super::door::{bare, come_in_as};
use super::look::person_of;
use super::{join, told};
use crate::State;
use crate::session::{Guest, Halt, Page, Posted, Visitor, shown};
use crate::view::door::{DoorPage, Resident};
use crate::view::piece::{Notice, Tone};
use crate::view::shell::Shell;

/// People who are shown at the door.
const PEOPLE_MAX: usize = 40;

/// Bytes of a name or handle that are kept for another try.
const TYPED_BYTES_MAX: usize = 400;

pub(super) fn routes() -> Router<State> {
    Router::new().route("/door/as", post(enter_as)).route("/door/new", post(enter_new))
}

/// What was tried before, and what was wrong with it.
#[derive(Default)]
pub(super) struct Tried {
    name: String,
    handle: String,
    wrong: Option<String>,
}

impl Tried {
    /// Coming in by another way failed.
    pub(super) fn wrong(wrong: String) -> Self {
        Self { wrong: Some(wrong), ..Self::default() }
    }
}

pub(super) async fn show(visitor: &Arc<Visitor>, tried: Tried) -> Page {
    let page = visitor.look(|look| {
        let people = look.read.profiles(None, PEOPLE_MAX)?;
        let resident = |profile: &app::store::Profile| Resident {
            person: person_of(profile),
            about: profile.about.clone(),
        };
        let status =
            if tried.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        let page = DoorPage {
            shell: Shell { path: "/door".to_owned(), ..look.shell()? },
            notice: tried.wrong.map(|text| Notice { tone: Tone::Red, text }),
            people: people.iter().map(resident).collect(),
            name: tried.name,
            handle: tried.handle,
            passkeys: look.visitor.state.obole.relying_party().is_some(),
            join: join::is_open(look.visitor),
        };
        Ok((status, page))
    });
    let (status, page) = page.await?;
    shown(status, &page)
}

async fn enter_as(form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    match visitor.state.obole.profile_by_handle(&bare(form.text("handle"))).await? {
        Some(profile) => come_in_as(visitor, profile.member.id).await,
        None => {
            let wrong = Some(visitor.t().text("page-door-nobody"));
            show(visitor, Tried { wrong, ..Tried::default() }).await
        }
    }
}

async fn enter_new(form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    let (name, handle) = (form.text("name").trim().to_owned(), bare(form.text("handle")));
    if name.len() > TYPED_BYTES_MAX || handle.len() > TYPED_BYTES_MAX {
        return Err(Halt::TooLarge);
    }
    let add = Admin::AddMember {
        handle: handle.clone(),
        name: name.clone(),
        kind: Kind::Person,
        lang: visitor.reader.lang,
        tier: 0,
    };
    let obole = &visitor.state.obole;
    let before = visitor.look(|look| look.read.latest_post()).await?;
    let answer = obole.submit(None, 0, Request::Admin(add)).await?;
    match &answer.outcome {
        Outcome::Refused(refusal) => {
            let wrong = Some(visitor.reader.say(&refusal.say()));
            show(visitor, Tried { name, handle, wrong }).await
        }
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            let added = obole.profile_by_handle(&handle).await?.ok_or(Halt::Fault)?;
            told::wait(visitor, added.member.id, before, &answer).await;
            come_in_as(visitor, added.member.id).await
        }
    }
}
