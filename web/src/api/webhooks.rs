//! Endpoints of webhooks: where they are, what became of what they were told, and telling it again.

use app::store::{DeliveryState, Webhook, WebhookDelivery};
use app::webhooks::{ENDPOINTS_MAX, event};
use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State as Extract};
use axum::http::{StatusCode, Uri};
use domain::id::MemberId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::auth::Authenticated;
use super::input::{Asked, Named, Sent, rows, shown};
use super::problem::Problem;
use crate::State;

/// The longest address, in bytes.
const URL_BYTES_MAX: usize = 500;

/// An endpoint.
#[derive(Serialize, ToSchema)]
#[schema(as = Webhook, example = json!({
    "id": "wh_4m7p9d3k5x1r8t2v6w0y4z7b9c", "url": "https://shop.example.org/hook", "member": "bob",
    "created_at": "2026-03-02T10:00:00Z", "old_secret_until": null
}))]
pub(crate) struct WebhookBody {
    id: String,
    url: String,
    /// Whose payments it is told; nothing: everybody's, for the operator.
    member: Option<String>,
    created_at: String,
    /// Until when the secret before the present one signs too.
    old_secret_until: Option<String>,
}

async fn body(state: &State, webhook: &Webhook) -> Result<WebhookBody, Problem> {
    let member = match webhook.member {
        Some(member) => state.obole.handle_of(member).await?,
        None => None,
    };
    let old = webhook.old_secret.as_ref().filter(|(_, until)| *until > state.obole.now());
    Ok(WebhookBody {
        id: webhook.id.clone(),
        url: webhook.url.clone(),
        member,
        created_at: shown(webhook.created_at),
        old_secret_until: old.map(|(_, until)| shown(*until)),
    })
}

/// Every endpoint of a member, or of the operator.
#[derive(Serialize, ToSchema)]
pub(crate) struct Webhooks {
    webhooks: Vec<WebhookBody>,
}

/// Whose endpoints.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Whose {
    /// A member's, for the operator's keys: a handle; without it the operator's own.
    #[param(example = "bob")]
    member: Option<String>,
}

async fn owner(
    state: &State,
    program: &Authenticated,
    handle: Option<&str>,
) -> Result<Option<MemberId>, Problem> {
    match (program.member, handle) {
        (None, None) => Ok(None),
        (None | Some(_), _) => program.whose(state, handle).await.map(Some),
    }
}

/// List endpoints
///
/// Of the key's member; the operator's keys see everybody's.
#[utoipa::path(get, path = "/v1/webhooks", tag = "webhooks", operation_id = "listWebhooks", params(Whose),
    responses((status = 200, description = "Every endpoint.", body = Webhooks)),
    security(("signature" = ["webhooks"])))]
pub(crate) async fn list(
    Extract(state): Extract<State>,
    program: Authenticated,
    Asked(whose): Asked<Whose>,
) -> Result<Json<Webhooks>, Problem> {
    program.may("webhooks")?;
    let owner = owner(&state, &program, whose.member.as_deref()).await?;
    let mut webhooks = Vec::new();
    for webhook in state.obole.webhooks(owner) {
        webhooks.push(body(&state, &webhook).await?);
    }
    Ok(Json(Webhooks { webhooks }))
}

/// An endpoint to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"url": "https://shop.example.org/hook"}))]
pub(crate) struct NewWebhook {
    /// Its address: https, on the public internet.
    #[schema(max_length = 500, pattern = "^https?://[^/]+")]
    url: String,
    /// Whose payments it is told: a handle. Without it the key's member's, or everybody's for the operator.
    #[serde(default)]
    member: Option<String>,
}

/// An endpoint with its secret.
#[derive(Serialize, ToSchema)]
pub(crate) struct MadeWebhook {
    webhook: WebhookBody,
    /// What proves that an event is ours; shown this once.
    secret: String,
}

async fn made(state: &State, webhook: &Webhook) -> Result<Json<MadeWebhook>, Problem> {
    let secret = app::webhooks::shown_secret(&webhook.secret);
    Ok(Json(MadeWebhook { webhook: body(state, webhook).await?, secret }))
}

/// Make an endpoint
///
/// From here on it is told every new state of its member's payments, paid and received.
#[utoipa::path(post, path = "/v1/webhooks", tag = "webhooks", operation_id = "makeWebhook", request_body = NewWebhook,
    responses((status = 201, description = "Made.", body = MadeWebhook)),
    security(("signature" = ["webhooks"])))]
pub(crate) async fn create(
    Extract(state): Extract<State>,
    program: Authenticated,
    Sent(new): Sent<NewWebhook>,
) -> Result<(StatusCode, Json<MadeWebhook>), Problem> {
    program.may("webhooks")?;
    let private = state.obole.settings().programs.private_webhooks;
    let uri = new.url.parse::<Uri>().ok().filter(|_| new.url.len() <= URL_BYTES_MAX);
    let scheme = uri.as_ref().and_then(Uri::scheme_str);
    let fits = scheme == Some("https") || private && scheme == Some("http");
    let named = uri.as_ref().and_then(Uri::host).is_some_and(|host| !host.is_empty());
    if !fits || !named {
        return Err(Problem::unfit(
            "bad_url",
            "url begins with https:// and has at most 500 bytes.",
        ));
    }
    let owner = owner(&state, &program, new.member.as_deref()).await?;
    if state.obole.webhooks(owner).len() >= ENDPOINTS_MAX {
        return Err(Problem::refused_as("too_many_endpoints"));
    }
    let webhook = state.obole.new_webhook(owner, new.url).await?;
    Ok((StatusCode::CREATED, made(&state, &webhook).await?))
}

/// The endpoint of that name, if it is the key's.
fn find(state: &State, program: &Authenticated, id: &str) -> Result<Webhook, Problem> {
    let found = state.obole.webhook(id);
    let own = |webhook: &Webhook| program.member.is_none() || webhook.member == program.member;
    found.filter(own).ok_or_else(Problem::not_found)
}

/// Rotate a secret
///
/// Gives the endpoint a new one; the one it had signs beside it for a day.
#[utoipa::path(post, path = "/v1/webhooks/{id}/rotate", tag = "webhooks", operation_id = "rotateWebhook",
    params(("id" = String, Path, description = "The endpoint.", example = "wh_4m7p9d3k5x1r8t2v6w0y4z7b9c")),
    responses((status = 200, description = "The new secret.", body = MadeWebhook)),
    security(("signature" = ["webhooks"])))]
pub(crate) async fn rotate(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<Json<MadeWebhook>, Problem> {
    program.may("webhooks")?;
    let webhook = find(&state, &program, &id)?;
    let webhook = state.obole.rotate_webhook(webhook).await?;
    made(&state, &webhook).await
}

/// Remove an endpoint
///
/// What still waits for it is told nobody.
#[utoipa::path(delete, path = "/v1/webhooks/{id}", tag = "webhooks", operation_id = "removeWebhook",
    params(("id" = String, Path, description = "The endpoint.", example = "wh_4m7p9d3k5x1r8t2v6w0y4z7b9c")),
    responses((status = 204, description = "Removed.")),
    security(("signature" = ["webhooks"])))]
pub(crate) async fn remove(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<StatusCode, Problem> {
    program.may("webhooks")?;
    let webhook = find(&state, &program, &id)?;
    state.obole.remove_webhook(webhook.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What became of an event.
#[derive(Serialize, ToSchema)]
#[schema(as = Delivery)]
pub(crate) struct DeliveryBody {
    /// Names the attempt series; a replay has another.
    id: i64,
    /// `delivered`, `failing` or `dead`: nobody tries any more.
    #[schema(pattern = "^(delivered|failing|dead)$")]
    state: &'static str,
    /// How often it was tried.
    tries: u32,
    /// Why it failed last.
    error: String,
    /// When it was tried last.
    at: String,
    /// What was told.
    event: Option<serde_json::Value>,
}

/// A page of deliveries.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeliveryPage {
    /// The newest first.
    deliveries: Vec<DeliveryBody>,
    /// The cursor of the next page; nothing after the last.
    next: Option<i64>,
}

/// Which deliveries.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Only those that nobody tries any more.
    dead: Option<bool>,
    /// How many at most; 20 without it.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Where the page before ended: its `next`.
    #[param(minimum = 1, maximum = 1_000_000_000_000_000_i64)]
    cursor: Option<i64>,
}

/// List deliveries
///
/// What became of the latest thousand events of an endpoint, dead letters among them.
#[utoipa::path(get, path = "/v1/webhooks/{id}/deliveries", tag = "webhooks", operation_id = "listDeliveries",
    params(("id" = String, Path, description = "The endpoint.", example = "wh_4m7p9d3k5x1r8t2v6w0y4z7b9c"), Which),
    responses((status = 200, description = "A page.", body = DeliveryPage)),
    security(("signature" = ["webhooks"])))]
pub(crate) async fn deliveries(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
    Asked(which): Asked<Which>,
) -> Result<Json<DeliveryPage>, Problem> {
    program.may("webhooks")?;
    let limit = rows(which.limit)?;
    if which.cursor.is_some_and(|cursor| !(1..=1_000_000_000_000_000).contains(&cursor)) {
        return Err(Problem::bad("bad_cursor", "cursor is the next of an earlier page."));
    }
    let id = find(&state, &program, &id)?.id;
    let dead = which.dead == Some(true);
    let found = state.obole.webhook_deliveries(id, dead, which.cursor, limit).await?;
    let next = found.last().filter(|_| found.len() == limit).map(|last| last.id);
    Ok(Json(DeliveryPage { deliveries: found.iter().map(delivery).collect(), next }))
}

fn delivery(delivery: &WebhookDelivery) -> DeliveryBody {
    let state: DeliveryState = delivery.state;
    DeliveryBody {
        id: delivery.id,
        state: state.name(),
        tries: delivery.tries,
        error: delivery.error.clone(),
        at: shown(delivery.at),
        event: delivery.message.as_ref().map(event),
    }
}

/// Tell an event again
///
/// Under the same `webhook-id`, behind what waits for the endpoint.
#[utoipa::path(post, path = "/v1/webhooks/{id}/deliveries/{delivery}/replay", tag = "webhooks",
    operation_id = "replayDelivery",
    params(("id" = String, Path, description = "The endpoint.", example = "wh_4m7p9d3k5x1r8t2v6w0y4z7b9c"),
        ("delivery" = i64, Path, description = "The delivery.", minimum = 1, maximum = 1_000_000_000)),
    responses((status = 202, description = "It waits to be told.")),
    security(("signature" = ["webhooks"])))]
pub(crate) async fn replay(
    Extract(state): Extract<State>,
    program: Authenticated,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<StatusCode, Problem> {
    program.may("webhooks")?;
    let Path((id, delivery)) = path.map_err(|_| Problem::not_found())?;
    let delivery = delivery.parse().map_err(|_| Problem::not_found())?;
    let id = find(&state, &program, &id)?.id;
    state.obole.replay(&id, delivery).await?.ok_or_else(Problem::not_found)?;
    Ok(StatusCode::ACCEPTED)
}
