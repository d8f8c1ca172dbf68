//! What the desk answered, as programs read it: one form for everything that is handed in.

use axum::Json;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::id::MemberId;
use domain::refusal::Refusal;
use domain::request::{Answer, Message, Outcome, To};
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::Problem;
use crate::State;

/// What came of a request.
#[derive(Serialize, ToSchema)]
#[schema(as = Answer, example = json!({
    "id": "key_0d1f-a1",
    "outcome": "done",
    "code": null,
    "payments": ["pay_06awnc7kbhze6t9cbqbmbx41z4"],
    "messages": [{
        "from": "obole", "to": "alice", "public": true, "code": "sent-public", "text": "12,00 € → Bob"
    }]
}))]
pub(crate) struct AnswerBody {
    /// The request's name: of the key and the `Idempotency-Key`.
    id: String,
    /// `done`, `question`, `refused` or `nothing`.
    #[schema(pattern = "^(done|question|refused|nothing)$")]
    outcome: &'static str,
    /// Which question or refusal.
    code: Option<String>,
    /// The payments it began or touched.
    payments: Vec<String>,
    /// What was said, as far as this key may see it.
    messages: Vec<Told>,
}

/// Something the service said.
#[derive(Serialize, ToSchema)]
pub(crate) struct Told {
    from: &'static str,
    /// Whose handle, or a network's id of somebody without account.
    to: String,
    public: bool,
    /// What is said, in a word that never changes.
    code: String,
    /// The same in the reader's language.
    text: String,
}

/// Who must hear of a refusal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It is a part of the conversation: the post stands, and the answer says that it was refused.
    InConversation,
    /// The program alone: a problem.
    AsProblem,
}

/// Turns an answer into a response.
pub(crate) async fn answered(
    state: &State,
    id: String,
    answer: Answer,
    member: Option<MemberId>,
    refused: Refused,
) -> Result<Response, Problem> {
    let (outcome, code) = match &answer.outcome {
        Outcome::Nothing => ("nothing", None),
        Outcome::Done => ("done", None),
        Outcome::Question(code) => ("question", Some((*code).to_owned())),
        Outcome::Refused(refusal @ Refusal::KeyReused) => return Err(Problem::refused(refusal)),
        Outcome::Refused(refusal) => ("refused", Some(refusal.code().to_owned())),
        Outcome::RefusedBefore(code) => ("refused", Some(code.clone())),
    };
    let status = match (&code, refused) {
        (Some(code), Refused::AsProblem) if outcome == "refused" => {
            return Ok(replayed(Problem::refused_as(code).into_response(), answer.repeated));
        }
        (_, Refused::AsProblem | Refused::InConversation) => StatusCode::CREATED,
    };
    let seen: Vec<&Message> =
        answer.messages.iter().filter(|message| may_see(message, member)).collect();
    let members = seen.iter().filter_map(|message| match message.to {
        To::Member(id) => Some(id),
        To::Stranger(_) => None,
    });
    let handles = state.obole.handles_of(members.collect()).await?;
    let messages = tell(state, &seen, handles);
    let payments = answer.payments.iter().map(ToString::to_string).collect();
    let body = AnswerBody { id, outcome, code, payments, messages };
    Ok(replayed((status, Json(body)).into_response(), answer.repeated))
}

/// Whether it was done before; a refusal is a problem.
pub(crate) fn done(answer: Answer) -> Result<bool, Problem> {
    match answer.outcome {
        Outcome::Refused(refusal) => Err(Problem::refused(&refusal)),
        Outcome::RefusedBefore(code) => Err(Problem::refused_as(&code)),
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) => Ok(answer.repeated),
    }
}

/// Says whether this is the answer to an earlier delivery of the same request.
pub(crate) fn replayed(mut response: Response, repeated: bool) -> Response {
    if repeated {
        let headers = response.headers_mut();
        headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    }
    response
}

/// A key that speaks for one member sees what is public and what is told to that member.
fn may_see(message: &Message, member: Option<MemberId>) -> bool {
    message.public || member.is_none_or(|member| message.to == To::Member(member))
}

/// The messages as programs read them; `handles` are those of the members among their recipients, in order.
fn tell(state: &State, messages: &[&Message], handles: Vec<Option<String>>) -> Vec<Told> {
    let mut handles = handles.into_iter();
    let told = messages.iter().map(|message| {
        let to = match &message.to {
            To::Member(_) => handles.next().flatten().unwrap_or_default(),
            To::Stranger(id) => id.clone(),
        };
        let text = state.obole.words(message.lang).say(&message.say);
        let code = message.say.code.to_string();
        Told { from: "obole", to, public: message.public, code, text }
    });
    told.collect()
}
