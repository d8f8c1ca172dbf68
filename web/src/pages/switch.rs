//! `POST /lang` and `POST /theme`: the switches in the header. Both lead back to the page.

use axum::Router;
use axum::routing::post;
use domain::lang::Lang;
use domain::request::{Outcome, Request};

use crate::State;
use crate::session::{Cookie, Guest, Halt, Page, Posted};
use crate::view::shell::Theme;

pub(super) fn routes() -> Router<State> {
    Router::new().route("/lang", post(lang)).route("/theme", post(theme))
}

async fn lang(form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    let lang = Lang::parse(form.text("lang")).ok_or(Halt::Bad)?;
    if let Some(member) = visitor.id() {
        let request = Request::SetLang { member, lang };
        match visitor.state.obole.submit(None, 0, request).await?.outcome {
            Outcome::Refused(refusal) => return Err(refusal.into()),
            Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            }
        }
    }
    let mut response = form.next().go();
    visitor.give(&mut response, Cookie::Lang, lang.tag());
    Ok(response)
}

async fn theme(form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    let theme = Theme::parse(form.text("theme"));
    let mut response = form.next().go();
    visitor.give(&mut response, Cookie::Theme, theme.code());
    Ok(response)
}
