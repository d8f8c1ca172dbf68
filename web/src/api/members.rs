//! Members: who there is, and what the operator does about them.

use app::store::Profile;
use axum::Json;
use axum::extract::State as Extract;
use axum::http::StatusCode;
use domain::id::MemberId;
use domain::request::{Admin, Outcome, Request};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::auth::Authenticated;
use super::input::{Asked, Named, Sent, rows, shown};
use super::problem::Problem;
use crate::State;

/// Characters of the longest reason.
const REASON_CHARS_MAX: usize = 200;

/// A member.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": "mem_06awnc7kbhze6t9cbqbmbx41z4", "handle": "bob", "name": "Bob", "kind": "person", "about": ""
}))]
pub(crate) struct Member {
    id: String,
    handle: String,
    /// The name they chose.
    name: String,
    /// `person`, `minor`, `merchant` or `charity`.
    kind: String,
    /// What they say about themselves.
    about: String,
    /// What only the operator's keys and the member's own see.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<Account>,
}

/// A member's account.
#[derive(Serialize, ToSchema)]
pub(crate) struct Account {
    /// The language of what is said to them.
    lang: String,
    /// How well the operator knows them, from 0 to 3.
    tier: u8,
    created_at: String,
    /// Since when they can neither pay nor be paid.
    frozen_at: Option<String>,
    /// Why; for the operator's keys alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    frozen_because: Option<String>,
}

fn member(program: &Authenticated, profile: Profile) -> Member {
    let member = profile.member;
    let operator = program.member.is_none();
    let account = (operator || program.member == Some(member.id)).then(|| Account {
        lang: member.lang.tag().to_owned(),
        tier: member.tier,
        created_at: shown(member.created_at),
        frozen_at: member.frozen.as_ref().map(|freeze| shown(freeze.at)),
        frozen_because: member.frozen.filter(|_| operator).map(|freeze| freeze.reason),
    });
    Member {
        id: member.id.to_string(),
        handle: profile.handle.unwrap_or_default(),
        name: member.name.to_string(),
        kind: member.kind.name().to_owned(),
        about: profile.about,
        account,
    }
}

/// Look at a member
///
/// By the handle on the square, with or without `@`.
#[utoipa::path(get, path = "/v1/members/{handle}", tag = "members", operation_id = "showMember",
    params(("handle" = String, Path, description = "The handle.", example = "bob")),
    responses((status = 200, description = "The member.", body = Member)),
    security(("signature" = ["members"])))]
pub(crate) async fn show(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(handle): Named,
) -> Result<Json<Member>, Problem> {
    program.may("members")?;
    Ok(Json(member(&program, find(&state, &handle).await?)))
}

async fn find(state: &State, handle: &str) -> Result<Profile, Problem> {
    state.obole.profile_by_handle(handle).await?.ok_or_else(Problem::not_found)
}

/// Which members.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// How many at most; 20 without it.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Where the page before ended: its `next`.
    #[param(pattern = "^mem_[0-7][0-9a-hjkmnp-tv-z]{25}$")]
    cursor: Option<String>,
}

/// A page of members.
#[derive(Serialize, ToSchema)]
pub(crate) struct MemberPage {
    /// In the order in which they joined.
    members: Vec<Member>,
    /// The cursor of the next page; nothing after the last.
    next: Option<String>,
}

/// List members
///
/// For the operator's keys.
#[utoipa::path(get, path = "/v1/members", tag = "members", operation_id = "listMembers", params(Which),
    responses((status = 200, description = "A page.", body = MemberPage)),
    security(("signature" = ["members"])))]
pub(crate) async fn list(
    Extract(state): Extract<State>,
    program: Authenticated,
    Asked(which): Asked<Which>,
) -> Result<Json<MemberPage>, Problem> {
    program.may("members")?;
    program.speaks_for_all()?;
    let limit = rows(which.limit)?;
    let after =
        match which.cursor.as_deref() {
            Some(text) => Some(MemberId::parse(text).ok_or_else(|| {
                Problem::bad("bad_cursor", "cursor is the next of an earlier page.")
            })?),
            None => None,
        };
    let found = state.obole.read_rows(move |read| read.profiles(after, limit)).await?;
    let full = found.len() == limit;
    let next = found.last().filter(|_| full).map(|last| last.member.id.to_string());
    let members = found.into_iter().map(|profile| member(&program, profile)).collect();
    Ok(Json(MemberPage { members, next }))
}

/// Why a member is frozen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "the bank asked for it, case 17"}))]
pub(crate) struct Reason {
    /// For the operator's own eyes.
    #[schema(min_length = 1, max_length = 200, pattern = "[^\\s]")]
    reason: String,
}

/// Freeze a member
///
/// They can neither pay nor be paid. For the operator's keys.
#[utoipa::path(post, path = "/v1/members/{handle}/freeze", tag = "members", operation_id = "freezeMember",
    params(("handle" = String, Path, description = "The handle.", example = "bob")), request_body = Reason,
    responses((status = 204, description = "Frozen.")),
    security(("signature" = ["members:write"])))]
pub(crate) async fn freeze(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(handle): Named,
    Sent(Reason { reason }): Sent<Reason>,
) -> Result<StatusCode, Problem> {
    program.may("members:write")?;
    program.speaks_for_all()?;
    if reason.trim().is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        return Err(Problem::bad("bad_body", "reason has 1 to 200 characters."));
    }
    let member = find(&state, &handle).await?.member.id;
    act(&state, Admin::Freeze { member, reason }).await
}

/// Release a member
///
/// Ends a freeze. For the operator's keys.
#[utoipa::path(post, path = "/v1/members/{handle}/release", tag = "members", operation_id = "releaseMember",
    params(("handle" = String, Path, description = "The handle.", example = "bob")),
    responses((status = 204, description = "Released.")),
    security(("signature" = ["members:write"])))]
pub(crate) async fn release(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(handle): Named,
) -> Result<StatusCode, Problem> {
    program.may("members:write")?;
    program.speaks_for_all()?;
    let member = find(&state, &handle).await?.member.id;
    act(&state, Admin::Release { member }).await
}

async fn act(state: &State, admin: Admin) -> Result<StatusCode, Problem> {
    let answer = state.obole.submit(None, 0, Request::Admin(admin)).await?;
    match answer.outcome {
        Outcome::Refused(refusal) => Err(Problem::refused(&refusal)),
        Outcome::RefusedBefore(code) => Err(Problem::refused_as(&code)),
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) => Ok(StatusCode::NO_CONTENT),
    }
}
