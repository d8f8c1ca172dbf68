//! Who a program is: its key, its signature, what it may do.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode};
use domain::id::MemberId;

use super::problem::Problem;
use super::signature::{HEADER, Header, SKEW_S, Signed};
use crate::State;

/// The longest body of a request, in bytes.
const BODY_BYTES_MAX: usize = 64 * 1024;

/// The longest `Idempotency-Key`, in bytes.
const IDEMPOTENCY_KEY_BYTES_MAX: usize = 255;

/// The name of the operator's key of this run.
const OPERATOR: &str = "operator";

/// A request whose signature is right.
pub(crate) struct Authenticated {
    /// The key's id.
    pub(crate) key: String,
    /// What the key may do.
    pub(crate) scopes: Vec<String>,
    /// The one member it speaks for; `None` speaks for every member of the square.
    pub(crate) member: Option<MemberId>,
    /// The `Idempotency-Key`, or nothing.
    pub(crate) idempotency_key: String,
    /// The body.
    pub(crate) body: Bytes,
}

impl Authenticated {
    /// Passes if the key has the scope.
    pub(crate) fn may(&self, scope: &str) -> Result<(), Problem> {
        if self.scopes.iter().any(|has| has == scope) {
            return Ok(());
        }
        let detail = format!("This key does not have the scope {scope:?}.");
        Err(Problem::forbidden(StatusCode::FORBIDDEN, "scope_missing", &detail))
    }
}

impl FromRequest<State> for Authenticated {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &State) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let body = axum::body::to_bytes(body, BODY_BYTES_MAX).await.map_err(|_| {
            Problem::forbidden(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too_large",
                "The body is longer than 64 KiB.",
            )
        })?;
        let idempotency_key = idempotency_key(&parts.headers)?;
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let header =
            parts.headers.get(HEADER).and_then(|value| value.to_str().ok()).and_then(Header::parse);
        let header = header.ok_or_else(unauthorized)?;
        let known = find(state, header.key).await?.ok_or_else(unauthorized)?;
        let signed = Signed {
            t: header.t,
            method: parts.method.as_str(),
            path,
            idempotency_key: &idempotency_key,
            body: &body,
        };
        let now_s = state.obole.now().0 / domain::time::SECOND_US;
        if now_s.abs_diff(header.t) > SKEW_S.unsigned_abs()
            || !signed.is_signed(header.v1, &known.secret)
        {
            return Err(unauthorized());
        }
        Ok(Self {
            key: header.key.to_owned(),
            scopes: known.scopes,
            member: known.member,
            idempotency_key,
            body,
        })
    }
}

struct Known {
    secret: Vec<u8>,
    scopes: Vec<String>,
    member: Option<MemberId>,
}

async fn find(state: &State, key: &str) -> Result<Option<Known>, Problem> {
    if key == OPERATOR {
        let secret = state.operator_secret.to_vec();
        return Ok(Some(Known { secret, scopes: vec![OPERATOR.to_owned()], member: None }));
    }
    let found = state.obole.api_key(key).await?;
    Ok(found.map(|found| Known {
        secret: found.secret.clone(),
        scopes: found.scopes.split(' ').map(str::to_owned).collect(),
        member: found.member,
    }))
}

fn unauthorized() -> Problem {
    let detail = "The signature is missing, wrong, or older than five minutes.";
    Problem::forbidden(StatusCode::UNAUTHORIZED, "unauthorized", detail)
}

fn idempotency_key(headers: &HeaderMap) -> Result<String, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(String::new()) };
    match value.to_str() {
        Ok(text) if (1..=IDEMPOTENCY_KEY_BYTES_MAX).contains(&text.len()) => Ok(text.to_owned()),
        Ok(_) | Err(_) => Err(Problem::bad(
            "idempotency_key_bad",
            "Idempotency-Key has 1 to 255 visible ASCII characters.",
        )),
    }
}
