//! Why a page is not shown: each reason has its status and its page in the reader's language.

use app::group::Unable;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::context::link_token;
use domain::refusal::Refusal;

use super::{Cookie, Visitor};
use crate::api::problem::status;
use crate::view::shell::{Me, Shell};
use crate::view::trouble::{Trouble, TroublePage};

/// What a handler gives.
pub(crate) type Page = Result<Response, Halt>;

/// Seconds after which trying again makes sense.
const RETRY_AFTER_S: u32 = 1;

/// Letters of a fault's reference.
const REFERENCE_CHARS: usize = 8;

/// Why a page is not shown.
#[derive(Clone, Debug)]
pub(crate) enum Halt {
    /// There is no such thing, or it is none of the visitor's business.
    NotFound,
    /// The request makes no sense.
    Bad,
    /// The page cannot be used like this.
    NotAllowed,
    /// The form came from elsewhere, or from a page that is too old.
    Stale,
    /// More was sent than is read.
    TooLarge,
    /// Too much is waiting.
    Busy,
    /// A mistake of ours.
    Fault,
    /// The rules say no.
    Refused(Refusal),
    /// Only for members: to the door, and back.
    SignIn,
}

impl Halt {
    /// The status that goes with the reason.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Bad => StatusCode::BAD_REQUEST,
            Self::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Stale => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Refused(refusal) => status(refusal.code()),
            Self::SignIn => StatusCode::SEE_OTHER,
        }
    }

    /// The reason behind an error that the frame gave without a page.
    const fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::NotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::SERVICE_UNAVAILABLE => Self::Busy,
            StatusCode::INTERNAL_SERVER_ERROR => Self::Fault,
            _ => Self::Bad,
        }
    }
}

impl From<Unable> for Halt {
    fn from(unable: Unable) -> Self {
        match unable {
            Unable::Overloaded | Unable::Unavailable => Self::Busy,
            Unable::Broken => Self::Fault,
        }
    }
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::PaymentUnknown => Self::NotFound,
            Refusal::Busy => Self::Busy,
            other => Self::Refused(other),
        }
    }
}

impl IntoResponse for Halt {
    /// The bare status; [`dressed`] makes it a page where the reader is known.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Shows a page with this status.
pub(crate) fn shown(status: StatusCode, page: &impl Template) -> Page {
    match page.render() {
        Ok(html) => Ok((status, Html(html)).into_response()),
        Err(error) => {
            tracing::error!(%error, "page does not render");
            Err(Halt::Fault)
        }
    }
}

/// Puts an error that has no page yet into the reader's words.
pub(super) fn dressed(mut response: Response, visitor: &Visitor) -> Response {
    let halt = match response.extensions_mut().remove::<Halt>() {
        Some(halt) => halt,
        None if is_bare_error(&response) => Halt::of(response.status()),
        None => return response,
    };
    match halt {
        Halt::SignIn => to_the_door(visitor),
        halt => {
            let mut dressed = page(&halt, visitor);
            if let Some(allow) = response.headers().get(header::ALLOW) {
                dressed.headers_mut().insert(header::ALLOW, allow.clone());
            }
            dressed
        }
    }
}

fn is_bare_error(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let error = response.status().is_client_error() || response.status().is_server_error();
    error && !kind.is_some_and(|kind| kind.starts_with("text/html"))
}

fn to_the_door(visitor: &Visitor) -> Response {
    let mut response = super::Local::or_square("/door").go();
    visitor.give(&mut response, Cookie::Next, visitor.here.as_str());
    response
}

fn page(halt: &Halt, visitor: &Visitor) -> Response {
    let t = visitor.t();
    let (trouble, text) = match halt {
        Halt::NotFound | Halt::NotAllowed | Halt::Bad | Halt::SignIn => (Trouble::NotFound, None),
        Halt::Stale => (Trouble::Stale, None),
        Halt::TooLarge => {
            (Trouble::Refused("too_large".to_owned()), Some(t.text("page-trouble-too-large")))
        }
        Halt::Busy => (Trouble::Busy(RETRY_AFTER_S), None),
        Halt::Fault => (Trouble::Fault(reference(visitor)), None),
        Halt::Refused(refusal) => {
            (Trouble::Refused(refusal.code().to_owned()), Some(visitor.reader.say(&refusal.say())))
        }
    };
    let page = TroublePage { shell: plain_shell(visitor), trouble, text, act: None };
    let html = page.render().unwrap_or_default();
    let mut response = (halt.status(), Html(html)).into_response();
    let later = [StatusCode::SERVICE_UNAVAILABLE, StatusCode::TOO_MANY_REQUESTS];
    if later.contains(&halt.status()) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(RETRY_AFTER_S));
    }
    response
}

/// A word for the visitor and for the log, so that the one finds the other. The page is logged without what may be
/// secret in its address.
fn reference(visitor: &Visitor) -> String {
    let reference: String =
        link_token(visitor.state.obole.draw(), 0).text.chars().take(REFERENCE_CHARS).collect();
    let page = visitor.here.as_str().split(['/', '?']).nth(1).unwrap_or_default();
    tracing::error!(reference, page, "a page failed");
    reference
}

/// What stands around a page when the database is not asked.
fn plain_shell(visitor: &Visitor) -> Shell {
    let person = visitor.profile.as_ref().map(crate::pages::person_of);
    let settings = visitor.state.obole.settings();
    Shell {
        t: visitor.t(),
        theme: visitor.theme,
        path: visitor.here.as_str().to_owned(),
        csrf: visitor.csrf(),
        me: person.map(|person| Me { person, unread: 0, needs: 0, operator: false }),
        demo: settings.demo,
        regime: settings.regime.name(),
        live: String::new(),
    }
}
