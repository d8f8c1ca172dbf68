//! `POST /post`: a member writes. `POST /post/{id}/delete`: and thinks better of it.

use std::sync::Arc;

use app::obole::Incoming;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::post;
use domain::grammar::TEXT_BYTES_MAX;
use domain::id::{MemberId, RequestKey, shown};
use domain::refusal::Refusal;
use domain::request::Outcome;

use super::square::{self, Tried};
use super::told::told;
use crate::State;
use crate::session::{Halt, Member, Page, Posted, Visitor};
use crate::view::post::Audience;

/// Bytes of the longest key of a form.
const KEY_BYTES_MAX: usize = 128;

pub(super) fn routes() -> Router<State> {
    Router::new().route("/post", post(create)).route("/post/{id}/delete", post(delete))
}

async fn create(form: Posted<Member>) -> Page {
    let Member { visitor, id } = &form.by;
    let text = form.text("text").replace("\r\n", "\n").replace('\r', "\n");
    let direct = form.text("audience") == "direct";
    let audience = if direct { Audience::Direct } else { Audience::Public };
    let reply_to = visible(visitor, form.maybe("reply_to")).await?;
    let tried = Tried { text: text.clone(), audience, reply_to: reply_to.clone() };
    if let Some(wrong) = wrong(&text) {
        let (status, wrong) = (wrong.0, visitor.t().text(wrong.1));
        let text = if status == StatusCode::PAYLOAD_TOO_LARGE { String::new() } else { text };
        return square::again(visitor, status, wrong, Tried { text, ..tried }).await;
    }
    let post = post_id(*id, form.text("key"), visitor);
    let author = visitor
        .profile
        .as_ref()
        .and_then(|profile| profile.handle.clone())
        .ok_or(Halt::NotFound)?;
    let incoming = Incoming { reply_to, ..Incoming::square(post.clone(), author, text, direct) };
    let answer = told(visitor, visitor.state.obole.post(incoming)).await?;
    match &answer.outcome {
        Outcome::Refused(refusal @ Refusal::KeyReused) => {
            let wrong = visitor.reader.say(&refusal.say());
            square::again(visitor, StatusCode::CONFLICT, wrong, tried).await
        }
        Outcome::Refused(Refusal::Busy) => Err(Halt::Busy),
        // Any other refusal was told by direct message, like everything else.
        Outcome::Refused(_)
        | Outcome::RefusedBefore(_)
        | Outcome::Nothing
        | Outcome::Done
        | Outcome::Question(_) => Ok(form.next().go()),
    }
}

fn wrong(text: &str) -> Option<(StatusCode, &'static str)> {
    if text.trim().is_empty() {
        return Some((StatusCode::UNPROCESSABLE_ENTITY, "page-post-empty"));
    }
    (text.len() > TEXT_BYTES_MAX).then_some((StatusCode::PAYLOAD_TOO_LARGE, "page-post-too-long"))
}

/// One can answer only what one can read.
async fn visible(visitor: &Arc<Visitor>, id: Option<String>) -> Result<Option<String>, Halt> {
    let Some(id) = id else { return Ok(None) };
    let found = visitor.look(move |look| look.visible_post(&id)).await?;
    Ok(found.map(|post| post.id))
}

/// The id of the message that this form writes: sent twice, it is one message. Keys of different members never meet.
fn post_id(member: MemberId, key: &str, visitor: &Visitor) -> String {
    let fits = (1..=KEY_BYTES_MAX).contains(&key.len());
    let fresh = visitor.state.obole.fresh_name();
    let key = if fits { key } else { fresh.as_str() };
    format!("post_{}", shown(RequestKey::of(&["page", &member.to_string(), key]).0))
}

async fn delete(Path(post): Path<String>, form: Posted<Member>) -> Page {
    let Member { visitor, id } = &form.by;
    let member = *id;
    let asked = post.clone();
    let own = visitor.look(move |look| {
        let found = look.visible_post(&asked)?;
        Ok(found.is_some_and(|post| post.author.is_some_and(|author| author.id == member)))
    });
    if !own.await? {
        return Err(Halt::NotFound);
    }
    visitor.state.obole.delete_post(member, post.clone()).await?;
    visitor.state.pages.tell_gone(post);
    Ok(form.next().go())
}
