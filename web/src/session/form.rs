//! What a browser sends: the fields of a form, the arguments of a page's address. Both are short and bounded.

use std::time::Duration;

use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{Uri, header};

use super::{Guest, Halt, Local, Member, Visitor};
use crate::State;

/// Bytes of the longest form.
const BODY_BYTES_MAX: usize = 64 * 1024;

/// How long a form may take to arrive.
const BODY_WAIT: Duration = Duration::from_secs(30);

/// Fields of the largest form; ours have fewer than ten.
const FIELDS_MAX: usize = 32;

/// Bytes of the longest address with its arguments.
const ADDRESS_BYTES_MAX: usize = 32 * 1024;

type Fields = Vec<(String, String)>;

/// Whoever may send a form.
pub(crate) trait Sender: FromRequestParts<State, Rejection = Halt> + Send {
    /// Who it is.
    fn visitor(&self) -> &Visitor;
}

impl Sender for Guest {
    fn visitor(&self) -> &Visitor {
        &self.0
    }
}

impl Sender for Member {
    fn visitor(&self) -> &Visitor {
        &self.visitor
    }
}

/// A form that came from one of our own pages.
pub(crate) struct Posted<S> {
    /// Who sent it.
    pub(crate) by: S,
    fields: Fields,
}

impl<S> Posted<S> {
    /// A field's text; empty where there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        text(&self.fields, name).unwrap_or_default()
    }

    /// A field's text, unless it is missing or empty.
    pub(crate) fn maybe(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Where to go on: a path of this server, or the square.
    pub(crate) fn next(&self) -> Local {
        Local::or_square(self.text("next"))
    }
}

impl<S: Sender> FromRequest<State> for Posted<S> {
    type Rejection = Halt;

    async fn from_request(request: Request, state: &State) -> Result<Self, Halt> {
        let (mut parts, body) = request.into_parts();
        let by = S::from_request_parts(&mut parts, state).await?;
        let form = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !form.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
            return Err(Halt::Bad);
        }
        let body = tokio::time::timeout(BODY_WAIT, to_bytes(body, BODY_BYTES_MAX)).await;
        let body = body.map_err(|_| Halt::Bad)?.map_err(|_| Halt::TooLarge)?;
        let body = std::str::from_utf8(&body).map_err(|_| Halt::Bad)?;
        let fields = read(body)?;
        match by.visitor().is_csrf(text(&fields, "csrf").unwrap_or_default()) {
            true => Ok(Self { by, fields }),
            false => Err(Halt::Stale),
        }
    }
}

/// The arguments in a page's address.
pub(crate) struct Query(Fields);

impl Query {
    /// An argument, unless it is missing or empty.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        text(&self.0, name).filter(|text| !text.is_empty())
    }

    /// An argument that is a number.
    pub(crate) fn number<N: std::str::FromStr>(&self, name: &str) -> Result<Option<N>, Halt> {
        self.text(name).map(|text| text.parse().map_err(|_| Halt::NotFound)).transpose()
    }
}

impl FromRequestParts<State> for Query {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Halt> {
        if parts.uri.path_and_query().is_some_and(|all| all.as_str().len() > ADDRESS_BYTES_MAX) {
            return Err(Halt::TooLarge);
        }
        read(parts.uri.query().unwrap_or_default()).map(Self)
    }
}

fn text<'a>(fields: &'a Fields, name: &str) -> Option<&'a str> {
    fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// Takes `a=1&b=2` apart.
fn read(text: &str) -> Result<Fields, Halt> {
    if text.split('&').count() > FIELDS_MAX {
        return Err(Halt::Bad);
    }
    let uri = Uri::builder().path_and_query(format!("/?{text}")).build().map_err(|_| Halt::Bad)?;
    match axum::extract::Query::<Fields>::try_from_uri(&uri) {
        Ok(axum::extract::Query(fields)) => Ok(fields),
        Err(_) => Err(Halt::Bad),
    }
}
