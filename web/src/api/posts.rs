//! `POST /v1/posts`: a program posts on the square for a member.

use app::obole::Incoming;
use axum::Json;
use axum::extract::State as Extract;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::id::MemberId;
use domain::request::{Answer, Message, Outcome, To};
use serde::Deserialize;
use serde_json::{Value, json};

use super::auth::Authenticated;
use super::problem::Problem;
use crate::State;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    author: String,
    text: String,
    #[serde(default)]
    direct: bool,
    #[serde(default)]
    reply_to: Option<String>,
}

/// Takes the post in and answers with what the service said.
pub(crate) async fn create(
    Extract(state): Extract<State>,
    request: Authenticated,
) -> Result<Response, Problem> {
    request.may("posts")?;
    if request.idempotency_key.is_empty() {
        return Err(Problem::bad(
            "idempotency_key_missing",
            "Send an Idempotency-Key: a repeat then pays nothing twice.",
        ));
    }
    let body: Body = serde_json::from_slice(&request.body)
        .map_err(|error| Problem::bad("bad_body", &error.to_string()))?;
    let author = body.author.trim_start_matches('@').to_lowercase();
    if let Some(member) = request.member {
        let own = state.obole.handle_of(member).await?;
        if own.as_deref() != Some(author.as_str()) {
            return Err(Problem::forbidden(
                StatusCode::FORBIDDEN,
                "not_yours",
                "This key speaks for another member.",
            ));
        }
    }
    let id = format!("{}-{}", request.key, request.idempotency_key);
    let mut incoming = Incoming::square(id.clone(), author, body.text, body.direct);
    incoming.reply_to = body.reply_to;
    let answer = state.obole.post(incoming).await?;
    answered(&state, &id, answer, request.member).await
}

async fn answered(
    state: &State,
    id: &str,
    answer: Answer,
    member: Option<MemberId>,
) -> Result<Response, Problem> {
    let (outcome, code) = match &answer.outcome {
        Outcome::Nothing => ("nothing", None),
        Outcome::Done => ("done", None),
        Outcome::Question(code) => ("question", Some((*code).to_owned())),
        Outcome::Refused(refusal) if *refusal == domain::refusal::Refusal::KeyReused => {
            return Err(Problem::refused(refusal));
        }
        Outcome::Refused(refusal) => ("refused", Some(refusal.code().to_owned())),
        Outcome::RefusedBefore(code) => ("refused", Some(code.clone())),
    };
    let mut messages = Vec::new();
    for message in answer.messages.iter().filter(|message| may_see(message, member)) {
        messages.push(shown(state, message).await?);
    }
    let payments: Vec<String> = answer.payments.iter().map(ToString::to_string).collect();
    let body = json!({ "id": id, "outcome": outcome, "code": code, "payments": payments, "messages": messages });
    let mut response = (StatusCode::CREATED, Json(body)).into_response();
    if answer.repeated {
        let headers: &mut HeaderMap = response.headers_mut();
        headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    }
    Ok(response)
}

/// A key that speaks for one member sees what is public and what is told to that member.
fn may_see(message: &Message, member: Option<MemberId>) -> bool {
    message.public || member.is_none_or(|member| message.to == To::Member(member))
}

async fn shown(state: &State, message: &Message) -> Result<Value, Problem> {
    let to = match &message.to {
        To::Member(id) => state.obole.handle_of(*id).await?.unwrap_or_default(),
        To::Stranger(id) => id.clone(),
    };
    let text = state.obole.words(message.lang).say(&message.say);
    Ok(
        json!({ "from": "obole", "to": to, "public": message.public, "code": message.say.code, "text": text }),
    )
}
