//! Who looks at a page: the session, the language, the colours, and the token that forms repeat.
//!
//! [`attend`] stands around every page: it finds out who looks, catches what breaks, and puts the headers on that
//! keep a page to itself. Handlers take a [`Guest`] (anybody), a [`Member`] (signed in) or a [`Posted`] form.

use std::sync::Arc;

use app::group::Unable;
use app::words::{Reader, Words};
use axum::extract::{FromRequestParts, Request, State as Extract};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::context::{link_token, token_hash};
use domain::id::MemberId;
use domain::lang::Lang;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::State;
use crate::view::shell::Theme;

mod cookie;
mod form;
mod halt;
mod local;
mod operator;

pub(crate) use cookie::Cookie;
pub(crate) use form::{Posted, Query};
pub(crate) use halt::{Halt, Page, shown};
pub(crate) use local::Local;
pub(crate) use operator::Operator;

/// Bytes of `Accept-Language` that are looked at.
const ACCEPT_LANGUAGE_BYTES_MAX: usize = 200;

/// What a page may load and do: only what comes from here, no inline script, no frames.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
    img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// On every page. Addresses carry secrets, so no other site may learn them.
const HEADERS: [(&str, &str); 4] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
];

/// Whoever looks at a page.
pub(crate) struct Visitor {
    /// What every handler has.
    pub(crate) state: State,
    /// Who is signed in.
    pub(crate) profile: Option<app::store::Profile>,
    /// The reader's language and zone.
    pub(crate) reader: Reader,
    /// The reader's colours.
    pub(crate) theme: Theme,
    /// The page that is looked at; the square where the request only acts.
    pub(crate) here: Local,
    /// Where they wanted to go before they had to sign in.
    pub(crate) wanted: Option<Local>,
    /// The session's token, or the guest's.
    secret: String,
    /// Whether the guest's token is new, and the browser must be told.
    fresh: bool,
}

impl Visitor {
    async fn of(state: &State, headers: &HeaderMap, here: Local) -> (Self, Result<(), Unable>) {
        let https = https(state);
        let session = Cookie::Session.read(headers, https);
        let found = match &session {
            Some(session) => state.obole.session_member(session).await,
            None => Ok(None),
        };
        let (profile, reached) = match found {
            Ok(profile) => (profile, Ok(())),
            Err(unable) => (None, Err(unable)),
        };
        let guest = Cookie::Guest.read(headers, https).filter(|token| is_token(token));
        let (secret, fresh) = match (&profile, session, guest) {
            (Some(_), Some(session), _) => (session, false),
            (_, _, Some(guest)) => (guest, false),
            (_, _, None) => (link_token(state.obole.draw(), 0).text, true),
        };
        let lang = lang(profile.as_ref(), headers, https);
        let theme = Cookie::Theme.read(headers, https);
        let visitor = Self {
            profile,
            reader: state.obole.words(lang),
            theme: Theme::parse(theme.as_deref().unwrap_or_default()),
            here,
            wanted: Cookie::Next.read(headers, https).and_then(|next| Local::parse(&next)),
            secret,
            fresh,
            state: state.clone(),
        };
        (visitor, reached)
    }

    /// The words of the reader's language.
    pub(crate) fn t(&self) -> &'static Words {
        Words::get(self.reader.lang)
    }

    /// Who is signed in.
    pub(crate) fn id(&self) -> Option<MemberId> {
        self.profile.as_ref().map(|profile| profile.member.id)
    }

    /// What the database knows of the session instead of its token.
    pub(crate) fn session_hash(&self) -> [u8; 32] {
        token_hash(&self.secret)
    }

    /// The session's token, to end it; `None` for a guest.
    pub(crate) fn session(&self) -> Option<&str> {
        self.profile.as_ref().map(|_| self.secret.as_str())
    }

    /// The token that every form repeats: only a page that this browser was given knows it.
    pub(crate) fn csrf(&self) -> String {
        let digest = self.csrf_mac().finalize().into_bytes();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn is_csrf(&self, given: &str) -> bool {
        use subtle::ConstantTimeEq;
        self.csrf().as_bytes().ct_eq(given.as_bytes()).into()
    }

    fn csrf_mac(&self) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes())
            .expect("HMAC takes a key of any length");
        mac.update(b"csrf");
        mac
    }

    /// Whether people reach us by https.
    pub(crate) fn https(&self) -> bool {
        https(&self.state)
    }

    /// Puts a cookie on a response.
    pub(crate) fn give(&self, response: &mut Response, cookie: Cookie, value: &str) {
        if let Some(line) = cookie.line(value, self.https()) {
            response.headers_mut().append(header::SET_COOKIE, line);
        }
    }

    /// Takes a cookie away.
    pub(crate) fn forget(&self, response: &mut Response, cookie: Cookie) {
        let line = cookie.gone(self.https());
        response.headers_mut().append(header::SET_COOKIE, line);
    }
}

fn https(state: &State) -> bool {
    state.obole.settings().base_url.starts_with("https://")
}

/// Whether a text has the form of our tokens: 26 letters and digits.
pub(crate) fn is_token(text: &str) -> bool {
    text.len() == 26 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

fn here(request: &Request) -> Local {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    if reads { Local::or_square(path) } else { Local::square() }
}

/// The member's language, or the browser's: what was chosen here, then what it asks for.
fn lang(profile: Option<&app::store::Profile>, headers: &HeaderMap, https: bool) -> Lang {
    let chosen = || Cookie::Lang.read(headers, https).and_then(|tag| Lang::parse(&tag));
    let member = profile.map(|profile| profile.member.lang);
    member.or_else(chosen).or_else(|| accepted(headers)).unwrap_or(Lang::En)
}

/// The language of ours that `Accept-Language` likes best.
fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let text = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let text = text.get(..text.len().min(ACCEPT_LANGUAGE_BYTES_MAX))?;
    let spoken = |lang: &Lang| Words::all().iter().any(|words| words.tag() == lang.tag());
    let mut best: Option<(u32, Lang)> = None;
    for item in text.split(',') {
        let mut parts = item.trim().split(';');
        let lang = parts.next().and_then(Lang::parse).filter(spoken);
        let quality =
            parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1000, thousandths);
        let better = best.is_none_or(|(least, _)| least < quality);
        if let Some(lang) = lang.filter(|_| better && quality > 0) {
            best = Some((quality, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// `0.8` as 800; anything unreadable as 0.
fn thousandths(text: &str) -> u32 {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    match (whole, digits.parse::<u32>()) {
        ("1", Ok(_)) => 1000,
        ("0", Ok(thousandths)) => thousandths,
        _ => 0,
    }
}

/// Stands around every page.
pub(crate) async fn attend(
    Extract(state): Extract<State>,
    mut request: Request,
    next: Next,
) -> Response {
    let (headers, here) = (request.headers().clone(), here(&request));
    let (visitor, reached) = Visitor::of(&state, &headers, here).await;
    let visitor = Arc::new(visitor);
    let response = match reached {
        Ok(()) => {
            request.extensions_mut().insert(visitor.clone());
            // On a task of its own, what broke is caught, and what began is finished if the visitor leaves.
            match tokio::spawn(app::trace::carried(next.run(request))).await {
                Ok(response) => response,
                Err(broken) if broken.is_panic() => Halt::Fault.into_response(),
                Err(_) => Halt::Busy.into_response(),
            }
        }
        Err(unable) => Halt::from(unable).into_response(),
    };
    finish(halt::dressed(response, &visitor), &visitor)
}

fn finish(mut response: Response, visitor: &Visitor) -> Response {
    if visitor.fresh {
        visitor.give(&mut response, Cookie::Guest, &visitor.secret);
    }
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn visitor(parts: &Parts) -> Result<Arc<Visitor>, Halt> {
    parts.extensions.get::<Arc<Visitor>>().cloned().ok_or(Halt::Fault)
}

/// Anybody.
pub(crate) struct Guest(pub(crate) Arc<Visitor>);

impl FromRequestParts<State> for Guest {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Halt> {
        visitor(parts).map(Self)
    }
}

/// Somebody who is signed in; anybody else is sent to the door and comes back.
pub(crate) struct Member {
    /// Who looks.
    pub(crate) visitor: Arc<Visitor>,
    /// Their id.
    pub(crate) id: MemberId,
}

impl FromRequestParts<State> for Member {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Halt> {
        let visitor = visitor(parts)?;
        match visitor.id() {
            Some(id) => Ok(Self { id, visitor }),
            None => Err(Halt::SignIn),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_language_of_ours_wins() {
        for (header, lang) in [
            ("fr-CA,fr;q=0.9,en;q=0.8", Some(Lang::Fr)),
            ("sv, fr;q=0.5, en;q=0.7", Some(Lang::En)),
            ("de-AT, en;q=0.7", Some(Lang::De)),
            ("pt-BR;q=0.9, es;q=0.8", Some(Lang::Pt)),
            ("en;q=0, fr;q=0.1", Some(Lang::Fr)),
            ("xx, *", None),
            ("", None),
            (";;q=,q=1;=", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(header));
            assert_eq!(accepted(&headers), lang, "{header}");
        }
    }

    fn state() -> State {
        let database = app::store::open_temporary(app::store::Options::default()).unwrap();
        let (start, regime) = (domain::time::Timestamp(0), domain::policy::Regime::Sandbox);
        let rules = app::policy::read(app::policy::DEFAULT, 1, start, regime).unwrap();
        let policies = app::group::Policies::new(vec![rules]);
        let (desk, _) = app::desk::Desk::open(app::group::Book::new(database.engine, policies));
        let settings = app::obole::Settings {
            base_url: "http://localhost".to_owned(),
            regime,
            names: vec!["@obole".to_owned()],
            default_currency: None,
            demo: false,
            join: false,
            zone: "UTC".to_owned(),
            seal_every: std::time::Duration::from_secs(60),
            programs: app::obole::Programs::default(),
        };
        let obole = app::obole::Obole::new(desk, database.readers, settings).unwrap();
        State::new(Arc::new(obole), Vec::new())
    }

    #[tokio::test]
    async fn what_panics_is_a_page_with_a_reference() {
        use axum::routing::get;
        use tower::ServiceExt as _;
        let state = state();
        let broken = get(async || -> Response { panic!("this page is broken") });
        let router = axum::Router::<State>::new()
            .route("/claim/{secret}", broken)
            .layer(axum::middleware::from_fn_with_state(state.clone(), attend))
            .with_state(state);
        let request = Request::builder().uri("/claim/secret").body(axum::body::Body::empty());
        let response = router.oneshot(request.unwrap()).await.unwrap();
        assert_eq!(response.status(), axum::http::StatusCode::INTERNAL_SERVER_ERROR);
        assert!(response.headers().contains_key("content-security-policy"));
        let body = axum::body::to_bytes(response.into_body(), 100_000).await.unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        assert!(body.contains("Something failed on our side") && body.contains("<code>"), "{body}");
    }
}
