//! Problems as RFC 9457 says: `application/problem+json` with a stable code.

use app::group::Unable;
use app::words::{Reader, Words};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::lang::Lang;
use domain::refusal::{Refusal, Remedy};
use serde_json::json;

/// Seconds after which trying again makes sense.
const RETRY_AFTER_S: u32 = 1;

/// Why a request was not carried out. Nothing has moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    status: StatusCode,
    code: String,
    detail: String,
}

impl Problem {
    /// A problem with the request itself.
    pub(crate) fn bad(code: &str, detail: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail)
    }

    /// A key that is missing, wrong or not allowed to.
    pub(crate) fn forbidden(status: StatusCode, code: &str, detail: &str) -> Self {
        Self::new(status, code, detail)
    }

    /// Something that is not there, or none of the asker's business.
    pub(crate) fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not_found",
            "There is nothing here that this key may see.",
        )
    }

    fn new(status: StatusCode, code: &str, detail: &str) -> Self {
        Self { status, code: code.to_owned(), detail: detail.to_owned() }
    }

    /// A refusal by the rules.
    pub(crate) fn refused(refusal: &Refusal) -> Self {
        let status = match (refusal, refusal.remedy()) {
            (Refusal::PaymentUnknown, _) => StatusCode::NOT_FOUND,
            (Refusal::Busy, _) => StatusCode::SERVICE_UNAVAILABLE,
            (Refusal::SlowDown, _) => StatusCode::TOO_MANY_REQUESTS,
            (_, Remedy::Change | Remedy::Later) => StatusCode::UNPROCESSABLE_ENTITY,
            (_, Remedy::Elsewhere) => StatusCode::FORBIDDEN,
        };
        let detail = Words::get(Lang::En).say(&refusal.say(), &Reader::new(Lang::En, "UTC", ""));
        Self::new(status, refusal.code(), &detail)
    }
}

impl From<Unable> for Problem {
    fn from(unable: Unable) -> Self {
        match unable {
            Unable::Overloaded | Unable::Unavailable => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "busy",
                "The service is busy. Nothing has moved; send the same request again.",
            ),
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
        let body = json!({
            "type": format!("urn:obole:{}", self.code),
            "title": self.code,
            "status": self.status.as_u16(),
            "code": self.code,
            "detail": self.detail,
        });
        let mut response = (self.status, body.to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        let later =
            [StatusCode::SERVICE_UNAVAILABLE, StatusCode::TOO_MANY_REQUESTS].contains(&self.status);
        if later {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(RETRY_AFTER_S));
        }
        response
    }
}
