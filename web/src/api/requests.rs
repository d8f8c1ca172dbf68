//! Money that members ask of each other: asking, looking, and following up. Paying it takes the one who is asked, on a
//! page: a program never consents to what somebody else thought of.

use app::store::{BillStory, Person};
use axum::Json;
use axum::extract::State as Extract;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::bill::{Act, Bill, BillKind, NewBills, may_see};
use domain::id::{BillId, MemberId, RequestKey};
use domain::pay::LEGS_MAX;
use domain::request::Request;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::{AnswerBody, Refused, answered, done, replayed};
use super::auth::Authenticated;
use super::input::{Asked, Named, Sent, handle, shown};
use super::payments::{Amount, checked_memo};
use super::problem::Problem;
use crate::State;

/// Money that one member asks of another.
#[derive(Serialize, ToSchema)]
#[schema(as = Request, example = json!({
    "id": "bill_06awnc7kbhze6t9cbqbmbx41z4", "order": "bill_06awnc7kbhze6t9cbqbmbx41z4", "kind": "split",
    "state": "open", "payee": "alice", "payer": "bob", "amount": {"currency": "EUR", "minor": 1500},
    "total": {"currency": "EUR", "minor": 4500}, "memo": "pour le resto", "reminders": 0, "payment": null,
    "created_at": "2026-03-02T10:00:00Z", "expires_at": "2026-04-01T10:00:00Z", "ended_at": null,
    "approve_url": "https://pay.example.org/approve/bill_06awnc7kbhze6t9cbqbmbx41z4"
}))]
pub(crate) struct RequestBody {
    id: String,
    /// The first of those that were asked together.
    order: String,
    /// `request`, or `split` for a share of a whole.
    kind: &'static str,
    /// `open`, `paid`, `declined`, `withdrawn` or `expired`.
    state: &'static str,
    /// The handle of who asks.
    payee: String,
    /// The handle of who is asked.
    payer: String,
    amount: Amount,
    /// The whole that is shared, or the sum of those that were asked together.
    total: Amount,
    memo: String,
    /// How often who is asked was reminded.
    reminders: u32,
    /// The payment that paid it.
    payment: Option<String>,
    created_at: String,
    /// When it ends by itself, while it is open.
    expires_at: String,
    ended_at: Option<String>,
    /// Where who is asked pays it, while it is open.
    approve_url: Option<String>,
}

fn body(state: &State, story: &BillStory) -> RequestBody {
    let bill = &story.bill;
    let name = |who: &Option<Person>| who.as_ref().and_then(|who| who.handle.clone());
    let approve = || format!("{}/approve/{}", state.obole.settings().base_url, bill.id);
    RequestBody {
        id: bill.id.to_string(),
        order: bill.order.to_string(),
        kind: bill.kind.name(),
        state: bill.state.name(),
        payee: name(&story.payee).unwrap_or_default(),
        payer: name(&story.payer).unwrap_or_default(),
        amount: bill.amount.into(),
        total: bill.total.into(),
        memo: bill.memo.to_string(),
        reminders: bill.reminders,
        payment: bill.payment.map(|id| id.to_string()),
        created_at: shown(bill.created_at),
        expires_at: shown(bill.expires_at),
        ended_at: bill.ended_at.map(shown),
        approve_url: bill.open().then(approve),
    }
}

/// Some requests.
#[derive(Serialize, ToSchema)]
pub(crate) struct Requests {
    /// The oldest first, at most a hundred.
    requests: Vec<RequestBody>,
}

impl Requests {
    fn of(state: &State, stories: &[BillStory]) -> Self {
        Self { requests: stories.iter().map(|story| body(state, story)).collect() }
    }
}

/// Which requests.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Whose, where the key does not say: a handle.
    #[param(example = "alice")]
    member: Option<String>,
    /// `to` (without it): what others ask of the member. `by`: what the member asks of others.
    #[param(pattern = "^(to|by)$")]
    side: Option<String>,
}

/// List requests
///
/// The open ones. What somebody asks whose requests the member keeps away is not among them.
#[utoipa::path(get, path = "/v1/requests", tag = "requests", operation_id = "listRequests", params(Which),
    responses((status = 200, description = "Every open one.", body = Requests)),
    security(("signature" = ["requests"])))]
pub(crate) async fn list(
    Extract(state): Extract<State>,
    program: Authenticated,
    Asked(which): Asked<Which>,
) -> Result<Json<Requests>, Problem> {
    program.may("requests")?;
    let by = match which.side.as_deref() {
        None | Some("to") => false,
        Some("by") => true,
        Some(_) => return Err(Problem::bad("bad_query", "side is to or by.")),
    };
    let whose = program.whose(&state, which.member.as_deref()).await?;
    let found = state.obole.read_rows(move |read| match by {
        true => read.bills_by(whose),
        false => read.bills_to(whose),
    });
    Ok(Json(Requests::of(&state, &found.await?)))
}

/// Look at a request
///
/// For who asks and who is asked; all shares of a whole, for everybody who shares.
#[utoipa::path(get, path = "/v1/requests/{id}", tag = "requests", operation_id = "showRequest",
    params(("id" = String, Path, description = "The request.", example = "bill_06awnc7kbhze6t9cbqbmbx41z4")),
    responses((status = 200, description = "Where it stands.", body = RequestBody)),
    security(("signature" = ["requests"])))]
pub(crate) async fn show(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<Json<RequestBody>, Problem> {
    program.may("requests")?;
    Ok(Json(body(&state, &visible(&state, &program, &id).await?)))
}

/// The request of that name, if it is any of the key's business.
async fn visible(state: &State, program: &Authenticated, id: &str) -> Result<BillStory, Problem> {
    let id = BillId::parse(id).ok_or_else(Problem::not_found)?;
    let order = state.obole.read_rows(move |read| match read.bill(id)? {
        Some(bill) => read.bill_order(bill.order),
        None => Ok(Vec::new()),
    });
    let order = order.await?;
    let bills: Vec<Bill> = order.iter().map(|story| story.bill.clone()).collect();
    let found = order.into_iter().find(|story| story.bill.id == id);
    let own =
        |story: &BillStory| program.member.is_none_or(|own| may_see(own, &story.bill, &bills));
    found.filter(own).ok_or_else(Problem::not_found)
}

/// Money to ask for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"payee": "alice", "to": ["@bob"], "amount": {"currency": "EUR", "minor": 1500}}))]
pub(crate) struct NewRequest {
    /// The handle of who asks, where the key does not say.
    #[serde(default)]
    payee: Option<String>,
    /// The handles on the square of those who are asked.
    #[schema(min_items = 1, max_items = 20)]
    to: Vec<String>,
    amount: Amount,
    /// `request` (without it) asks each for the amount, `split` for a share of it.
    #[serde(default)]
    #[schema(pattern = "^(request|split)$")]
    kind: Option<String>,
    /// Whether who asks is not one of those who share.
    #[serde(default)]
    without_me: bool,
    /// What for.
    #[serde(default)]
    #[schema(max_length = 280)]
    memo: Option<String>,
}

/// Ask for money
///
/// Goes through the same rules as a post. A refusal by the rules is kept with the `Idempotency-Key`.
#[utoipa::path(post, path = "/v1/requests", tag = "requests", operation_id = "ask", request_body = NewRequest,
    params(("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "rent-8")),
    responses((status = 201, description = "Asked.", body = Requests)),
    security(("signature" = ["requests:write"])))]
pub(crate) async fn create(
    Extract(state): Extract<State>,
    program: Authenticated,
    Sent(new): Sent<NewRequest>,
) -> Result<Response, Problem> {
    program.may("requests:write")?;
    let id = program.idempotency()?;
    let kind = match new.kind.as_deref() {
        None | Some("request") => BillKind::Request,
        Some("split") => BillKind::Split,
        Some(_) => return Err(Problem::bad("bad_body", "kind is request or split.")),
    };
    if !(1..=LEGS_MAX).contains(&new.to.len()) {
        return Err(Problem::bad("bad_body", "to has from 1 to 20 handles."));
    }
    let (amount, memo) = (new.amount.read()?, checked_memo(new.memo.as_deref())?);
    let payee = program.whose(&state, new.payee.as_deref()).await?;
    let to: Vec<String> = new.to.iter().map(|name| handle(name)).collect();
    let digest = app::obole::digest(&[
        &payee.to_string(),
        &to.join(" "),
        &amount.to_string(),
        kind.name(),
        if new.without_me { "without" } else { "with" },
        &memo,
    ]);
    let to = to.into_iter().map(Into::into).collect();
    let without_me = new.without_me;
    let new = NewBills { payee, to, kind, amount, without_me, memo: memo.into() };
    let _turn = program.begin(&state, &id)?;
    let key = RequestKey::of(&["ask", &id]);
    let answer = state.obole.submit(Some(key), digest, Request::Bill(Act::Ask(new))).await?;
    let repeated = done(answer)?;
    let begun = state.obole.read_rows(move |read| read.bills_of(key)).await?;
    let page = Json(Requests::of(&state, &begun));
    Ok(replayed((StatusCode::CREATED, page).into_response(), repeated))
}

/// Decline a request
///
/// For who is asked.
#[utoipa::path(post, path = "/v1/requests/{id}/decline", tag = "requests", operation_id = "declineRequest",
    params(("id" = String, Path, description = "The request.", example = "bill_06awnc7kbhze6t9cbqbmbx41z4"),
        ("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "no-8")),
    responses((status = 201, description = "Declined.", body = AnswerBody)),
    security(("signature" = ["requests:write"])))]
pub(crate) async fn decline(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(bill): Named,
) -> Result<Response, Problem> {
    follow(&state, &program, &bill, "decline", |bill, member| Act::Decline {
        member: member.unwrap_or(bill.payer),
        bill: bill.id,
    })
    .await
}

/// Withdraw a request
///
/// Takes back what is open of all that was asked together. For who asked.
#[utoipa::path(post, path = "/v1/requests/{id}/withdraw", tag = "requests", operation_id = "withdrawRequest",
    params(("id" = String, Path, description = "The request.", example = "bill_06awnc7kbhze6t9cbqbmbx41z4"),
        ("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "back-8")),
    responses((status = 201, description = "Withdrawn.", body = AnswerBody)),
    security(("signature" = ["requests:write"])))]
pub(crate) async fn withdraw(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(bill): Named,
) -> Result<Response, Problem> {
    follow(&state, &program, &bill, "withdraw", |bill, member| Act::Withdraw {
        member: member.unwrap_or(bill.payee),
        bill: bill.id,
    })
    .await
}

/// Remind of a request
///
/// Reminds those who have not answered, as often as the rules allow. For who asked.
#[utoipa::path(post, path = "/v1/requests/{id}/remind", tag = "requests", operation_id = "remindOfRequest",
    params(("id" = String, Path, description = "The request.", example = "bill_06awnc7kbhze6t9cbqbmbx41z4"),
        ("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "again-8")),
    responses((status = 201, description = "Reminded.", body = AnswerBody)),
    security(("signature" = ["requests:write"])))]
pub(crate) async fn remind(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(bill): Named,
) -> Result<Response, Problem> {
    follow(&state, &program, &bill, "remind", |bill, member| Act::Remind {
        member: member.unwrap_or(bill.payee),
        bill: bill.id,
    })
    .await
}

async fn follow(
    state: &State,
    program: &Authenticated,
    bill: &str,
    what: &str,
    act: impl FnOnce(&Bill, Option<MemberId>) -> Act,
) -> Result<Response, Problem> {
    program.may("requests:write")?;
    let id = program.idempotency()?;
    let bill = visible(state, program, bill).await?.bill;
    let _turn = program.begin(state, &id)?;
    let key = RequestKey::of(&[what, &id]);
    let digest = app::obole::digest(&[what, &bill.id.to_string()]);
    let request = Request::Bill(act(&bill, program.member));
    let answer = state.obole.submit(Some(key), digest, request).await?;
    answered(state, id, answer, program.member, Refused::AsProblem).await
}
