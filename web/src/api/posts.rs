//! `POST /v1/posts`: a program posts on the square for a member.

use app::obole::Incoming;
use axum::extract::State as Extract;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::answer::{AnswerBody, Refused, answered};
use super::auth::Authenticated;
use super::input::{Sent, handle};
use super::problem::Problem;
use crate::State;

/// A post.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"author": "alice", "text": "@obole #envoyer 12€ @bob"}))]
pub(crate) struct NewPost {
    /// The author's handle on the square.
    author: String,
    /// What is said.
    text: String,
    /// To the service alone, not public.
    #[serde(default)]
    direct: bool,
    /// The id of the post that it answers.
    #[serde(default)]
    reply_to: Option<String>,
}

/// Post for a member
///
/// Posts on the square and answers once the outcome is durable. A refusal is part of the conversation: the post stands,
/// its author is told, and a repeat gets the same answer; to try again is to post again, under another key.
#[utoipa::path(post, path = "/v1/posts", tag = "posts", operation_id = "post", request_body = NewPost,
    params(("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "order-7")),
    responses((status = 201, description = "Taken in and decided.", body = AnswerBody)),
    security(("signature" = ["posts"])))]
pub(crate) async fn create(
    Extract(state): Extract<State>,
    program: Authenticated,
    Sent(post): Sent<NewPost>,
) -> Result<Response, Problem> {
    program.may("posts")?;
    let id = program.idempotency()?;
    let author = handle(&post.author);
    if let Some(member) = program.member {
        let own = state.obole.handle_of(member).await?;
        if own.as_deref() != Some(author.as_str()) {
            return Err(Problem::forbidden("not_yours", "This key speaks for another member."));
        }
    }
    let _turn = program.begin(&state, &id)?;
    let mut incoming = Incoming::square(id.clone(), author, post.text, post.direct);
    incoming.reply_to = post.reply_to;
    let answer = state.obole.post(incoming).await?;
    answered(&state, id, answer, program.member, Refused::InConversation).await
}
