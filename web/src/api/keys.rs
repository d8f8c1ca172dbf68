//! The keys of programs. A key gives no more than it has.

use app::keys::{KEYS_MAX, NewKey, check_scopes};
use app::store::ApiKey;
use axum::Json;
use axum::extract::State as Extract;
use axum::http::StatusCode;
use domain::id::MemberId;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::auth::Authenticated;
use super::input::{Asked, Named, Sent, instant, shown};
use super::problem::Problem;
use crate::State;

/// Characters of the longest label.
const LABEL_CHARS_MAX: usize = 60;

/// The longest list of scopes.
const SCOPES_MAX: usize = 20;

/// Characters of the longest cursor: a key's name.
const CURSOR_CHARS_MAX: usize = 60;

/// A key.
#[derive(Serialize, ToSchema)]
#[schema(as = Key, example = json!({
    "id": "key_4m7p9d3k5x1r8t2v6w0y4z7b9c", "label": "till", "member": "bob", "scopes": ["payments"],
    "created_at": "2026-03-02T10:00:00Z", "expires_at": null, "revoked_at": null, "last_used_at": null
}))]
pub(crate) struct KeyBody {
    id: String,
    label: String,
    /// The one member it speaks for.
    member: Option<String>,
    scopes: Vec<String>,
    created_at: String,
    expires_at: Option<String>,
    revoked_at: Option<String>,
    /// To the minute or so.
    last_used_at: Option<String>,
}

async fn body(state: &State, key: &ApiKey) -> Result<KeyBody, Problem> {
    let member = match key.member {
        Some(member) => state.obole.handle_of(member).await?,
        None => None,
    };
    Ok(KeyBody {
        id: key.id.clone(),
        label: key.label.clone(),
        member,
        scopes: key.scopes.split(' ').map(str::to_owned).collect(),
        created_at: shown(key.created_at),
        expires_at: key.expires_at.map(shown),
        revoked_at: key.revoked_at.map(shown),
        last_used_at: key.last_used_at.map(shown),
    })
}

/// Whose keys.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Whose {
    /// A member's keys, for the operator's: a handle; without it the operator's own.
    #[param(example = "bob")]
    member: Option<String>,
    /// Where the page before ended: its `next`.
    #[param(max_length = 60)]
    cursor: Option<String>,
}

/// A page of keys.
#[derive(Serialize, ToSchema)]
pub(crate) struct KeyPage {
    /// Those that have ended, too.
    keys: Vec<KeyBody>,
    /// The cursor of the next page; nothing after the last.
    next: Option<String>,
}

/// List keys
///
/// Of the key's member; the operator's keys see everybody's.
#[utoipa::path(get, path = "/v1/keys", tag = "keys", operation_id = "listKeys", params(Whose),
    responses((status = 200, description = "A page.", body = KeyPage)),
    security(("signature" = ["keys"])))]
pub(crate) async fn list(
    Extract(state): Extract<State>,
    program: Authenticated,
    Asked(whose): Asked<Whose>,
) -> Result<Json<KeyPage>, Problem> {
    program.may("keys")?;
    let owner = owner(&state, &program, whose.member.as_deref()).await?;
    let after = whose.cursor.unwrap_or_default();
    if after.chars().count() > CURSOR_CHARS_MAX {
        return Err(Problem::bad("bad_cursor", "cursor is the next of an earlier page."));
    }
    let found = state.obole.api_keys(owner, after, KEYS_MAX).await?;
    let full = found.len() == KEYS_MAX;
    let next = found.last().filter(|_| full).map(|last| last.id.clone());
    let mut keys = Vec::with_capacity(found.len());
    for key in &found {
        keys.push(body(&state, key).await?);
    }
    Ok(Json(KeyPage { keys, next }))
}

/// Whose keys a call is about: the member's, or the operator's.
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

/// A key to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"scopes": ["payments", "balance"], "label": "till"}))]
pub(crate) struct WantedKey {
    /// What it may do; no more than the key that asks.
    #[schema(min_items = 1, max_items = 20)]
    scopes: Vec<String>,
    /// The one member it speaks for: a handle. A member's key makes keys of that member.
    #[serde(default)]
    member: Option<String>,
    /// What its owner calls it.
    #[serde(default)]
    #[schema(max_length = 60)]
    label: Option<String>,
    /// When it ends by itself; not after the key that asks.
    #[serde(default)]
    #[schema(format = DateTime)]
    expires_at: Option<String>,
}

/// A key with its secret.
#[derive(Serialize, ToSchema)]
pub(crate) struct MadeKey {
    key: KeyBody,
    /// What signs requests; shown this once.
    secret: String,
}

/// Make a key
///
/// The secret is shown once. If the answer is lost, list the keys and revoke the one that nobody holds.
#[utoipa::path(post, path = "/v1/keys", tag = "keys", operation_id = "makeKey", request_body = WantedKey,
    responses((status = 201, description = "Made.", body = MadeKey)),
    security(("signature" = ["keys"])))]
pub(crate) async fn create(
    Extract(state): Extract<State>,
    program: Authenticated,
    Sent(wanted): Sent<WantedKey>,
) -> Result<(StatusCode, Json<MadeKey>), Problem> {
    program.may("keys")?;
    let label = wanted.label.unwrap_or_default();
    if label.chars().count() > LABEL_CHARS_MAX {
        return Err(Problem::bad("bad_body", "label has at most 60 characters."));
    }
    if !(1..=SCOPES_MAX).contains(&wanted.scopes.len()) {
        return Err(Problem::bad("bad_body", "scopes are from 1 to 20."));
    }
    let expires_at = wanted.expires_at.map(|at| instant("expires_at", &at)).transpose()?;
    let member = owner(&state, &program, wanted.member.as_deref()).await?;
    check_scopes(&wanted.scopes, member).map_err(|why| Problem::unfit("bad_scopes", &why))?;
    for scope in &wanted.scopes {
        if !program.is_operator() {
            program.may(scope)?;
        }
    }
    let expires_at = soonest(expires_at, program.expires_at);
    let wanted = NewKey { scopes: wanted.scopes, member, label, expires_at };
    let (key, secret) = state.obole.new_api_key(wanted).await?;
    let key = body(&state, &key).await?;
    Ok((StatusCode::CREATED, Json(MadeKey { key, secret })))
}

/// The earlier of two ends; none is the end of time.
fn soonest(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    one.into_iter().chain(other).min()
}

/// Revoke a key
///
/// At once and for good; a key may revoke itself.
#[utoipa::path(delete, path = "/v1/keys/{id}", tag = "keys", operation_id = "revokeKey",
    params(("id" = String, Path, description = "The key.", example = "key_4m7p9d3k5x1r8t2v6w0y4z7b9c")),
    responses((status = 204, description = "Revoked.")),
    security(("signature" = ["keys"])))]
pub(crate) async fn revoke(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<StatusCode, Problem> {
    program.may("keys")?;
    let asked = id.clone();
    let found = state.obole.read_rows(move |read| read.api_key(&asked)).await?;
    let own = |key: &ApiKey| program.member.is_none() || key.member == program.member;
    found.filter(own).ok_or_else(Problem::not_found)?;
    state.obole.revoke_api_key(id).await?;
    Ok(StatusCode::NO_CONTENT)
}
