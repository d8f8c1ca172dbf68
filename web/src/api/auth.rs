//! Who a program is: its key, its signature, what it may do, how often it comes.

use std::sync::Arc;

use app::store::ApiKey;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, Request, State as Extract};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::id::MemberId;
use domain::time::{SECOND_US, Timestamp};

use super::pace::Standing;
use super::problem::Problem;
use super::running::Turn;
use super::signature::{HEADER, Header, SKEW_S, Signed};
use crate::State;

/// The longest body of a request, in bytes.
const BODY_BYTES_MAX: usize = 64 * 1024;

/// The longest `Idempotency-Key`, in bytes.
const IDEMPOTENCY_KEY_BYTES_MAX: usize = 255;

/// The name, and the scope, of the operator's key of this run.
const OPERATOR: &str = "operator";

/// What the operator's key of a run may not do: nobody but a member, or a key made for that, moves a member's money.
const NEVER_OPERATOR: [&str; 4] = ["posts", "payments:write", "requests:write", "schedules"];

/// A program whose signature is right.
#[derive(Clone)]
pub(crate) struct Authenticated {
    /// The key's id.
    pub(crate) key: String,
    /// What the key may do.
    pub(crate) scopes: Vec<String>,
    /// The one member it speaks for; `None` speaks for every member of the square.
    pub(crate) member: Option<MemberId>,
    /// When the key ends.
    pub(crate) expires_at: Option<Timestamp>,
    idempotency_key: String,
}

impl Authenticated {
    /// Whether the key has the scope.
    pub(crate) fn has(&self, scope: &str) -> bool {
        let operator = self.is_operator() && !NEVER_OPERATOR.contains(&scope);
        operator || self.scopes.iter().any(|has| has == scope)
    }

    /// Whether this is the operator's key of this run.
    pub(crate) fn is_operator(&self) -> bool {
        self.scopes.iter().any(|has| has == OPERATOR)
    }

    /// Passes if the key has the scope.
    pub(crate) fn may(&self, scope: &str) -> Result<(), Problem> {
        if self.has(scope) {
            return Ok(());
        }
        let detail = format!("This key does not have the scope {scope:?}.");
        Err(Problem::forbidden("scope_missing", &detail))
    }

    /// Passes if the key is the operator's own or one of its programs', for no member in particular.
    pub(crate) fn speaks_for_all(&self) -> Result<(), Problem> {
        match self.member {
            None => Ok(()),
            Some(_) => Err(Problem::forbidden("operator_only", "This is for the operator's keys.")),
        }
    }

    /// The member whom a call is about: the key's own, or the one whose handle is given.
    pub(crate) async fn whose(
        &self,
        state: &State,
        handle: Option<&str>,
    ) -> Result<MemberId, Problem> {
        let named = match handle {
            Some(handle) => {
                let found = state.obole.profile_by_handle(handle).await?;
                Some(found.ok_or_else(Problem::not_found)?.member.id)
            }
            None => None,
        };
        match (self.member, named) {
            (Some(own), None) => Ok(own),
            (Some(own), Some(named)) if own == named => Ok(own),
            (None, Some(named)) => Ok(named),
            (Some(_), Some(_)) => Err(Problem::not_found()),
            (None, None) => Err(Problem::unfit(
                "member_missing",
                "This key speaks for nobody in particular: say member=handle.",
            )),
        }
    }

    /// The name of a request that must have one: the same for a repeat, another for every key.
    pub(crate) fn idempotency(&self) -> Result<String, Problem> {
        if self.idempotency_key.is_empty() {
            return Err(Problem::bad(
                "idempotency_key_missing",
                "Send an Idempotency-Key: a repeat then pays nothing twice.",
            ));
        }
        Ok(format!("{}-{}", self.key, self.idempotency_key))
    }

    /// Notes that the request of this name is running; a repeat meanwhile is told to wait.
    pub(crate) fn begin<'a>(&self, state: &'a State, name: &str) -> Result<Turn<'a>, Problem> {
        state.api.running.begin(name.to_owned())
    }
}

impl FromRequestParts<State> for Authenticated {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(unauthorized)
    }
}

/// Stands around every signed call.
pub(crate) async fn guard(
    Extract(state): Extract<State>,
    request: Request,
    next: Next,
) -> Response {
    let mut standing = None;
    let mut response = match admit(&state, request, &mut standing).await {
        Ok(request) => next.run(request).await,
        Err(problem) => problem.into_response(),
    };
    if let Some(standing) = standing {
        standing.put(response.headers_mut());
    }
    response
}

async fn admit(
    state: &State,
    request: Request,
    standing: &mut Option<Standing>,
) -> Result<Request, Problem> {
    let (mut parts, body) = request.into_parts();
    let body =
        axum::body::to_bytes(body, BODY_BYTES_MAX).await.map_err(|_| Problem::too_large())?;
    let program = authenticate(state, &parts, &body).await?;
    if !program.is_operator() {
        let quota = state.obole.settings().programs.requests_per_minute;
        let counted = state.api.pace.count(&program.key, quota, now_s(state));
        *standing = Some(counted);
        if counted.left.is_none() {
            return Err(Problem::too_fast(counted.reset_s));
        }
    }
    parts.extensions.insert(program);
    Ok(Request::from_parts(parts, Body::from(body)))
}

async fn authenticate(
    state: &State,
    parts: &Parts,
    body: &Bytes,
) -> Result<Authenticated, Problem> {
    let idempotency_key = idempotency_key(&parts.headers)?;
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let header = parts.headers.get(HEADER).and_then(|value| value.to_str().ok());
    let header = header.and_then(Header::parse).ok_or_else(unauthorized)?;
    let key = find(state, header.key).await?.ok_or_else(unauthorized)?;
    let signed = Signed {
        t: header.t,
        method: parts.method.as_str(),
        path,
        idempotency_key: &idempotency_key,
        body,
    };
    let late = now_s(state).abs_diff(header.t) > SKEW_S.unsigned_abs();
    if late || !signed.is_signed(header.v1, &key.secret) {
        return Err(unauthorized());
    }
    let over = key.expires_at.is_some_and(|until| until <= state.obole.now());
    if over || key.revoked_at.is_some() {
        return Err(Problem::unauthorized("key_ended", "This key has expired or was revoked."));
    }
    if key.id != OPERATOR {
        state.obole.api_key_used(&key);
    }
    Ok(Authenticated {
        key: key.id.clone(),
        scopes: key.scopes.split(' ').map(str::to_owned).collect(),
        member: key.member,
        expires_at: key.expires_at,
        idempotency_key,
    })
}

fn now_s(state: &State) -> i64 {
    state.obole.now().0 / SECOND_US
}

async fn find(state: &State, key: &str) -> Result<Option<Arc<ApiKey>>, Problem> {
    if key != OPERATOR {
        return Ok(state.obole.api_key(key).await?);
    }
    Ok(Some(Arc::new(ApiKey {
        id: OPERATOR.to_owned(),
        secret: state.operator_secret.to_vec(),
        member: None,
        scopes: OPERATOR.to_owned(),
        created_at: Timestamp(0),
        label: String::new(),
        expires_at: None,
        revoked_at: None,
        last_used_at: None,
    })))
}

fn unauthorized() -> Problem {
    Problem::unauthorized(
        "unauthorized",
        "The signature is missing, wrong, or older than five minutes.",
    )
}

fn idempotency_key(headers: &HeaderMap) -> Result<String, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(String::new()) };
    let bytes = value.as_bytes();
    let fits = (1..=IDEMPOTENCY_KEY_BYTES_MAX).contains(&bytes.len());
    match value.to_str() {
        Ok(text) if fits && bytes.iter().all(u8::is_ascii_graphic) => Ok(text.to_owned()),
        Ok(_) | Err(_) => Err(Problem::bad(
            "idempotency_key_bad",
            "Idempotency-Key has 1 to 255 visible ASCII characters.",
        )),
    }
}
