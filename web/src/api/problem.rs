//! Problems as RFC 9457 says: `application/problem+json` with a stable code.

use app::group::Unable;
use app::words::{Reader, Words};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::lang::Lang;
use domain::refusal::Refusal;
use serde::Serialize;
use utoipa::ToSchema;

/// Seconds after which trying again makes sense.
const RETRY_AFTER_S: u32 = 1;

/// Why a request was not carried out. Nothing has moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    status: StatusCode,
    code: String,
    detail: String,
    retry_after_s: Option<u32>,
}

/// A problem as programs read it.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem, example = json!({
    "type": "urn:obole:insufficient_funds",
    "title": "insufficient_funds",
    "status": 422,
    "code": "insufficient_funds",
    "detail": "The rules say no: insufficient_funds. Nothing has moved."
}))]
pub(crate) struct ProblemBody {
    /// The code as a URN.
    r#type: String,
    /// The code again.
    title: String,
    /// The answer's status.
    status: u16,
    /// What went wrong, in a word that never changes.
    code: String,
    /// What went wrong, for whoever reads the log.
    detail: String,
}

impl Problem {
    /// A problem with the request itself.
    pub(crate) fn bad(code: &str, detail: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail)
    }

    /// A request that can be read and makes no sense here.
    pub(crate) fn unfit(code: &str, detail: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, detail)
    }

    /// A key that may not do this.
    pub(crate) fn forbidden(code: &str, detail: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, code, detail)
    }

    /// A key that is missing, wrong or over.
    pub(crate) fn unauthorized(code: &str, detail: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, code, detail)
    }

    /// Something that is not there, or none of the asker's business.
    pub(crate) fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not_found",
            "There is nothing here that this key may see.",
        )
    }

    /// A method that this address does not have.
    pub(crate) fn not_allowed() -> Self {
        let detail = "This address has other methods; the header Allow lists them.";
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail)
    }

    /// A body beyond the limit.
    pub(crate) fn too_large() -> Self {
        let detail = "The body is longer than 64 KiB.";
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
    }

    /// A body that is no JSON by its own account.
    pub(crate) fn not_json() -> Self {
        let detail = "Send the body as application/json.";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", detail)
    }

    /// A repeat that came before the first was done.
    pub(crate) fn still_running() -> Self {
        let detail = "A request with this Idempotency-Key is still running; send the same again.";
        Self::new(StatusCode::CONFLICT, "still_running", detail).after(RETRY_AFTER_S)
    }

    /// A key that comes too often.
    pub(crate) fn too_fast(reset_s: i64) -> Self {
        let detail = "This key sends too many requests. Nothing has moved; send the same again.";
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too_fast", detail)
            .after(u32::try_from(reset_s).unwrap_or(RETRY_AFTER_S).max(RETRY_AFTER_S))
    }

    fn new(status: StatusCode, code: &str, detail: &str) -> Self {
        Self { status, code: code.to_owned(), detail: detail.to_owned(), retry_after_s: None }
    }

    fn after(self, seconds: u32) -> Self {
        Self { retry_after_s: Some(seconds), ..self }
    }

    /// A refusal by the rules, in the words that a person gets.
    pub(crate) fn refused(refusal: &Refusal) -> Self {
        let detail = Words::get(Lang::En).say(&refusal.say(), &Reader::new(Lang::En, "UTC", ""));
        Self { detail, ..Self::refused_as(refusal.code()) }
    }

    /// A refusal of which a repeat knows no more than the code: both get the same words.
    pub(crate) fn refused_as(code: &str) -> Self {
        let detail = format!("The rules say no: {code}. Nothing has moved.");
        let problem = Self::new(status(code), code, &detail);
        match problem.status {
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => {
                problem.after(RETRY_AFTER_S)
            }
            _ => problem,
        }
    }
}

/// The status of a refusal with this code, on a page as in the API.
#[must_use]
pub fn status(code: &str) -> StatusCode {
    match code {
        "payment_unknown" | "member_unknown" => StatusCode::NOT_FOUND,
        "busy" => StatusCode::SERVICE_UNAVAILABLE,
        "slow_down" => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl From<Unable> for Problem {
    fn from(unable: Unable) -> Self {
        match unable {
            Unable::Overloaded | Unable::Unavailable => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "busy",
                "The service is busy. Nothing has moved; send the same request again.",
            )
            .after(RETRY_AFTER_S),
            Unable::Broken => Self::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "fault",
                "The service made a mistake. Nothing has moved; the operator's log says more.",
            ),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = ProblemBody {
            r#type: format!("urn:obole:{}", self.code),
            title: self.code.clone(),
            status: self.status.as_u16(),
            code: self.code,
            detail: self.detail,
        };
        let mut response = (self.status, axum::Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after_s {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static("Obole-Signature realm=\"obole\""),
            );
        }
        response
    }
}
