//! A small town: the whole service on a temporary database, and visitors who keep cookies and send forms.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use app::desk::Desk;
use app::group::{Book, Policies};
use app::obole::{Obole, Programs, Settings};
use app::operate::{Order, carry_out};
use app::square::SquareFeed;
use app::{outbox, policy, store};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::response::Response;
use domain::member::Network;
use domain::money::Currency;
use domain::policy::Regime;
use domain::port::{BoxFuture, Connector, Feed, Outgoing, Undelivered};
use domain::time::Timestamp;
use tower::ServiceExt as _;

/// Alice's and Bob's PIN.
pub(crate) const PIN: &str = "246810";

/// Currencies that are offered beside the euro: one without decimals, one with three.
const CURRENCIES: &str = include_str!("../../../server/src/demo/currencies.toml");

/// Bytes of the longest page.
const PAGE_BYTES_MAX: usize = 4 * 1024 * 1024;

/// The service, with Alice, Bob, Carol and a charity.
pub(crate) struct Town {
    pub(crate) obole: Arc<Obole>,
    pub(crate) state: web::State,
    router: Router,
}

struct Square(SquareFeed);

impl Connector for Square {
    fn network(&self) -> Network {
        Network::SQUARE
    }

    fn in_house(&self) -> bool {
        true
    }

    fn send<'a>(&'a self, messages: &'a [Outgoing]) -> BoxFuture<'a, Vec<Result<(), Undelivered>>> {
        Box::pin(async move {
            let shown = self.0.show(messages).await;
            messages.iter().map(|_| shown.clone()).collect()
        })
    }
}

impl Town {
    /// A demo on this machine.
    pub(crate) async fn demo() -> Self {
        Self::with("http://localhost:8080", true, Programs::default()).await
    }

    /// A real service.
    pub(crate) async fn real() -> Self {
        Self::with("https://pay.example", false, Programs::default()).await
    }

    /// A real service that nobody joins by themselves.
    pub(crate) async fn closed() -> Self {
        let settings = Self::settings("https://pay.example", false, Programs::default());
        Self::set_up(Settings { join: false, ..settings }).await
    }

    /// A service with these limits for programs.
    pub(crate) async fn with(base_url: &str, demo: bool, programs: Programs) -> Self {
        Self::set_up(Self::settings(base_url, demo, programs)).await
    }

    fn settings(base_url: &str, demo: bool, programs: Programs) -> Settings {
        Settings {
            base_url: base_url.to_owned(),
            regime: Regime::Sandbox,
            names: vec!["@obole".to_owned()],
            default_currency: Some(Currency::EUR),
            demo,
            join: true,
            zone: "Europe/Paris".to_owned(),
            seal_every: std::time::Duration::from_secs(60),
            programs,
        }
    }

    async fn set_up(settings: Settings) -> Self {
        let database = store::open_temporary(store::Options::default()).unwrap();
        let rules = policy::read(
            &format!("{}{CURRENCIES}", policy::DEFAULT),
            1,
            Timestamp(0),
            Regime::Sandbox,
        )
        .unwrap();
        let (desk, _) = Desk::open(Book::new(database.engine, Policies::new(vec![rules])));
        let square: Arc<dyn Connector> = Arc::new(Square(SquareFeed(desk.clone())));
        let obole = Arc::new(Obole::new(desk, database.readers, settings).unwrap());
        tokio::spawn(outbox::work(obole.clone(), vec![square]));
        let state = web::State::new(obole.clone(), b"secret".to_vec());
        let town = Self { obole, router: web::router(state.clone()), state };
        for (handle, kind) in
            [("alice", "person"), ("bob", "person"), ("carol", "person"), ("refuge", "charity")]
        {
            town.arrive(handle, kind).await;
        }
        town
    }

    pub(crate) async fn arrive(&self, handle: &str, kind: &str) {
        let name = format!("{}{} Test", handle[..1].to_uppercase(), &handle[1..]);
        let add = Order::AddMember {
            handle: handle.to_owned(),
            name,
            kind: kind.to_owned(),
            lang: "en".to_owned(),
            tier: 2,
            about: String::new(),
        };
        let credit = Order::Credit {
            to: handle.to_owned(),
            amount: "300.00 EUR".to_owned(),
            reference: format!("W-{handle}"),
        };
        carry_out(&self.obole, add).await.unwrap();
        carry_out(&self.obole, credit).await.unwrap();
        if handle != "carol" {
            let id = self.id(handle).await;
            self.obole.set_pin(id, PIN.to_owned(), None).await.unwrap();
        }
    }

    pub(crate) async fn id(&self, handle: &str) -> domain::id::MemberId {
        self.obole.profile_by_handle(handle).await.unwrap().unwrap().member.id
    }

    /// What a member can spend, in cents.
    pub(crate) async fn available(&self, handle: &str) -> i64 {
        let wallets = self.obole.wallets(self.id(handle).await).await.unwrap();
        wallets.first().unwrap().available().minor
    }

    /// A browser that has seen nothing yet.
    pub(crate) fn visitor(&self) -> Visitor<'_> {
        Visitor { town: self, cookies: BTreeMap::new(), csrf: String::new() }
    }

    /// A browser in which this member is signed in.
    pub(crate) async fn visitor_as(&self, handle: &str) -> Visitor<'_> {
        let mut visitor = self.visitor();
        let session = self.obole.begin_session(self.id(handle).await).await.unwrap();
        let https = self.obole.settings().base_url.starts_with("https://");
        visitor.cookies.insert(if https { "__Host-obole" } else { "obole" }.to_owned(), session);
        visitor.get("/me").await;
        visitor
    }
}

/// A browser.
pub(crate) struct Visitor<'a> {
    town: &'a Town,
    pub(crate) cookies: BTreeMap<String, String>,
    /// The token of the last page with a form.
    pub(crate) csrf: String,
}

/// A page as it came.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Visitor<'_> {
    /// Looks at a page.
    pub(crate) async fn get(&mut self, path: &str) -> Seen {
        self.ask(Method::GET, path, Body::empty()).await
    }

    /// Sends a form with the token of the last page.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let csrf = self.csrf.clone();
        let fields: Vec<(&str, &str)> =
            fields.iter().copied().chain([("csrf", csrf.as_str())]).collect();
        self.post_bare(path, &fields).await
    }

    /// Sends a form without any token but what is given.
    pub(crate) async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        self.ask(Method::POST, path, Body::from(encoded(fields))).await
    }

    /// Sends the form of a page that leads to `action`, as it stands, with more fields filled in.
    pub(crate) async fn submit(
        &mut self,
        page: &Seen,
        action: &str,
        filled: &[(&str, &str)],
    ) -> Seen {
        let hidden = page.form(action);
        let mut fields: Vec<(&str, &str)> =
            hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.retain(|(name, _)| !filled.iter().any(|(given, _)| given == name));
        fields.extend(filled);
        self.post_bare(action, &fields).await
    }

    /// Follows a redirect, if it is one.
    pub(crate) async fn follow(&mut self, seen: Seen) -> Seen {
        match seen.location() {
            Some(location) => Box::pin(self.get(&location)).await,
            None => seen,
        }
    }

    /// Opens a page that never ends.
    pub(crate) async fn open(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        self.town
            .router
            .clone()
            .oneshot(self.request(Method::GET, path, headers, Body::empty()))
            .await
            .unwrap()
    }

    /// Posts in public and waits for the answer.
    pub(crate) async fn say(&mut self, text: &str) -> Seen {
        let page = self.get("/square").await;
        let sent = self.submit(&page, "/post", &[("text", text), ("audience", "public")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        self.follow(sent).await
    }

    fn request(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Request<Body> {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method.clone()).uri(path);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if method == Method::POST {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(body).unwrap()
    }

    /// Sends anything.
    pub(crate) async fn ask(&mut self, method: Method, path: &str, body: Body) -> Seen {
        self.ask_with(method, path, &[], body).await
    }

    /// Sends anything, with headers.
    pub(crate) async fn ask_with(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Seen {
        let request = self.request(method, path, headers, body);
        let response = self.town.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        self.keep(&parts.headers);
        let body = tokio::time::timeout(
            Duration::from_secs(20),
            axum::body::to_bytes(body, PAGE_BYTES_MAX),
        );
        let body = body.await.expect("the page ends").unwrap();
        let seen = Seen {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        };
        if let Some((_, rest)) = seen.body.split_once("name=\"csrf\" value=\"") {
            self.csrf = rest.split('"').next().unwrap_or_default().to_owned();
        }
        seen
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (pair, rest) = line.split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            match rest.contains("Max-Age=0;") {
                true => self.cookies.remove(name),
                false => self.cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
    }
}

impl Seen {
    /// Where a redirect leads.
    pub(crate) fn location(&self) -> Option<String> {
        self.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned())
    }

    /// The hidden fields of the first form that leads to `action`.
    pub(crate) fn form(&self, action: &str) -> Vec<(String, String)> {
        let start = format!("action=\"{action}\"");
        let (_, rest) = self
            .body
            .split_once(&start)
            .unwrap_or_else(|| panic!("no form {action} in {}", self.body));
        let (form, _) = rest.split_once("</form>").unwrap();
        let hidden = form.split("<input").filter(|input| input.contains("type=\"hidden\""));
        hidden.map(|input| (attribute(input, "name"), attribute(input, "value"))).collect()
    }

    /// The latest path in the page that begins like this and goes on with an id: ids sort by time.
    pub(crate) fn link(&self, begins: &str) -> Option<String> {
        self.links(begins).into_iter().max()
    }

    /// The id of the newest post of a member that the page shows.
    pub(crate) fn newest_post(&self) -> String {
        self.links("post_").into_iter().next().unwrap_or_else(|| panic!("no post: {}", self.body))
    }

    /// Every path in the page that begins like this and goes on with an id.
    pub(crate) fn links(&self, begins: &str) -> Vec<String> {
        let id = |rest: &str| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>()
        };
        self.body
            .match_indices(begins)
            .map(|(at, _)| format!("{begins}{}", id(&self.body[at + begins.len()..])))
            .collect()
    }

    /// Whether the page says this.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

fn attribute(tag: &str, name: &str) -> String {
    let (_, rest) = tag.split_once(&format!(" {name}=\"")).unwrap_or_default();
    let value = rest.split('"').next().unwrap_or_default();
    value.replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&")
}

/// Fields as a browser sends them.
pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let text = |text: &str| {
        let byte = |byte: &u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(*byte).to_string(),
            b' ' => "+".to_owned(),
            byte => format!("%{byte:02X}"),
        };
        text.as_bytes().iter().map(byte).collect::<String>()
    };
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", text(name), text(value)))
        .collect::<Vec<_>>()
        .join("&")
}
