//! `POST /post`: a member writes. `POST /post/{id}/delete`: and thinks better of it.

use std::time::Duration;

use app::obole::Incoming;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::post;
use domain::grammar::TEXT_BYTES_MAX;
use domain::id::{MemberId, RequestKey, shown};
use domain::refusal::Refusal;
use domain::request::{Answer, Outcome, To};

use super::square::{self, Tried};
use crate::State;
use crate::session::{Halt, Member, Page, Posted, Visitor};
use crate::view::post::Audience;

/// Bytes of the longest key of a form.
const KEY_BYTES_MAX: usize = 128;

/// How long a browser without live updates is kept waiting for the service's answer to appear.
const ANSWER_WAIT: Duration = Duration::from_millis(600);

/// Posts that are looked through for the answer.
const ANSWERS_MAX: usize = 100;

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
    let author = visitor.profile.as_ref().and_then(|profile| profile.handle.clone()).ok_or(Halt::NotFound)?;
    let incoming = Incoming { reply_to, ..Incoming::square(post.clone(), author, text, direct) };
    let before = visitor.look(|look| look.read.latest_post()).await?;
    let answer = visitor.state.obole.post(incoming).await?;
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
        | Outcome::Question(_) => {
            wait_for_answer(visitor, *id, before, &answer).await;
            Ok(form.next().go())
        }
    }
}

fn wrong(text: &str) -> Option<(StatusCode, &'static str)> {
    if text.trim().is_empty() {
        return Some((StatusCode::UNPROCESSABLE_ENTITY, "page-post-empty"));
    }
    (text.len() > TEXT_BYTES_MAX).then_some((StatusCode::PAYLOAD_TOO_LARGE, "page-post-too-long"))
}

/// One can answer only what one can read.
async fn visible(visitor: &std::sync::Arc<Visitor>, id: Option<String>) -> Result<Option<String>, Halt> {
    let Some(id) = id else { return Ok(None) };
    let found = visitor.look(move |look| look.visible_post(&id)).await?;
    Ok(found.map(|post| post.id))
}

/// The id of the message that this form writes: sent twice, it is one message. Keys of different members never meet.
fn post_id(member: MemberId, key: &str, visitor: &Visitor) -> String {
    let fits = (1..=KEY_BYTES_MAX).contains(&key.len());
    let fresh = format!("{:?}", visitor.state.obole.draw());
    let key = if fits { key } else { fresh.as_str() };
    format!("post_{}", shown(RequestKey::of(&["page", &member.to_string(), key]).0))
}

/// Waits until what the service said stands in the square, so that a page read after this shows it.
async fn wait_for_answer(visitor: &std::sync::Arc<Visitor>, member: MemberId, before: i64, answer: &Answer) {
    let mine = |to: &To| *to == To::Member(member);
    let count = answer.messages.iter().filter(|message| message.public || mine(&message.to)).count();
    if count == 0 || answer.repeated {
        return;
    }
    let mut commits = visitor.state.obole.commits();
    let told = async {
        loop {
            commits.mark_unchanged();
            let posts = visitor.look(move |look| look.read.posts_since(before, Some(member), ANSWERS_MAX)).await;
            let said = |posts: Vec<app::store::Post>| posts.iter().filter(|post| post.author.is_none()).count();
            if posts.is_ok_and(|posts| said(posts) >= count) || commits.changed().await.is_err() {
                return;
            }
        }
    };
    // Without it the answer appears a moment later.
    drop(tokio::time::timeout(ANSWER_WAIT, told).await);
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
