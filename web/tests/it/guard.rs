//! What comes from elsewhere, makes no sense, or is too much: a page with the right status, never a fault.

use axum::body::Body;
use axum::http::{Method, StatusCode};

use crate::town::{Town, encoded};

#[tokio::test]
async fn a_form_from_elsewhere_does_nothing() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let mut bob = town.visitor_as("bob").await;
    bob.get("/square").await;
    let text = ("text", "@obole #send 12€ @bob");
    let fits = alice.csrf.clone();
    let short = &fits[..63];
    for csrf in [None, Some(""), Some("0"), Some(bob.csrf.as_str()), Some(short)] {
        let fields: Vec<(&str, &str)> =
            [text].into_iter().chain(csrf.map(|csrf| ("csrf", csrf))).collect();
        let seen = alice.post_bare("/post", &fields).await;
        assert_eq!(seen.status, StatusCode::FORBIDDEN, "{csrf:?}");
        assert!(seen.says("Please try once more"), "{}", seen.body);
    }
    for path in [
        "/door/out",
        "/door/out-all",
        "/lang",
        "/theme",
        "/pin",
        "/door/as",
        "/door/new",
        "/door/link",
    ] {
        assert_eq!(
            alice.post_bare(path, &[("lang", "fr")]).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    assert_eq!(town.available("alice").await, 30_000);
    let mut guest = town.visitor();
    guest.get("/door").await;
    let other = guest.csrf.clone();
    let mut fresh = town.visitor();
    let seen = fresh.post_bare("/door/as", &[("handle", "alice"), ("csrf", &other)]).await;
    assert_eq!(seen.status, StatusCode::FORBIDDEN, "a guest's token is one browser's");
}

#[tokio::test]
async fn every_page_keeps_to_itself() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    for path in [
        "/",
        "/door",
        "/square",
        "/messages",
        "/needs",
        "/me",
        "/home",
        "/history",
        "/people",
        "/limits",
        "/pay",
        "/design",
        "/no/such/page",
        "/pay/x",
    ] {
        let seen = alice.get(path).await;
        let header =
            |name: &str| seen.headers.get(name).map_or("", |value| value.to_str().unwrap());
        let policy = header("content-security-policy");
        for part in [
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert_eq!(header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("cache-control"), "no-store", "{path}");
        assert!(
            !seen.says("style=\"") && !seen.says("onclick"),
            "{path} has inline style or script"
        );
    }
}

#[tokio::test]
async fn static_files_are_kept_for_ever_by_their_mark() {
    let town = Town::demo().await;
    let mut visitor = town.visitor();
    let door = visitor.get("/").await;
    let (_, rest) = door.body.split_once("href=\"/static/style.css").unwrap();
    let marked = format!("/static/style.css{}", rest.split('"').next().unwrap());
    for (path, cache) in [
        (marked.as_str(), "public, max-age=31536000, immutable"),
        ("/static/style.css", "no-cache"),
        ("/static/style.css?v=0", "no-cache"),
    ] {
        let seen = visitor.get(path).await;
        assert_eq!(seen.headers["cache-control"], cache, "{path}");
        assert!(seen.headers["content-type"].to_str().unwrap().starts_with("text/css"));
        assert!(!seen.headers.contains_key("set-cookie"));
    }
    for path in ["/static/none.css", "/static/..%2fCargo.toml", "/static/"] {
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

const PATHS: &[&str] = &[
    "/",
    "/door",
    "/door/link",
    "/door/out",
    "/door/out-all",
    "/door/as",
    "/door/new",
    "/door/ID",
    "/square",
    "/messages",
    "/needs",
    "/me",
    "/home",
    "/history",
    "/history?who=ID&since=ID",
    "/history.csv",
    "/people",
    "/people/ID",
    "/limits",
    "/pay",
    "/operator",
    "/operator/check",
    "/operator/payments?q=ID&state=ID&since=ID&before=ID",
    "/operator/members?q=ID&after=ID",
    "/operator/members/ID",
    "/operator/members/ID/freeze",
    "/operator/acts?before=ID",
    "/design",
    "/live",
    "/lang",
    "/theme",
    "/post",
    "/post/ID/delete",
    "/pay/ID",
    "/pay/ID/cancel",
    "/approve/ID",
    "/approve/ID/decline",
    "/claim/ID",
    "/claim/ID/decline",
    "/pin",
    "/static/ID",
    "/nothing/ID",
];

const FIELDS: &[&str] = &[
    "text", "key", "next", "reply_to", "audience", "pin", "again", "old", "shown", "name",
    "handle", "lang", "theme",
];

/// Everything that may stand where an id or a text is expected.
fn wild() -> Vec<String> {
    let id = "pay_01jg0000000000000000000000";
    let mut all: Vec<String> = [
        "x",
        "-1",
        "pay_",
        id,
        "%00",
        "%FF%FE",
        "..%2F..",
        "%E2%80%AE",
        "'--",
        "%3Cscript%3E",
        "*",
        "0",
    ]
    .map(str::to_owned)
    .into();
    all.push("a".repeat(2_000));
    all.push("%C3%A9".repeat(300));
    all.push("z".repeat(26));
    all
}

fn check(seen: &crate::town::Seen, what: &str) {
    assert!(!seen.status.is_server_error(), "{what}: {} {}", seen.status, seen.body);
    assert!(!seen.says("<script>"), "{what}");
    if seen.status.is_client_error() && !what.contains("/static/") {
        assert!(seen.says("</html>"), "{what} has no page: {} {}", seen.status, seen.body);
    }
}

#[tokio::test]
async fn nothing_typed_breaks_a_page() {
    let town = Town::demo().await;
    for signed_in in [true, false] {
        for path in PATHS {
            let mut visitor =
                if signed_in { town.visitor_as("alice").await } else { town.visitor() };
            visitor.get("/door").await;
            if signed_in {
                visitor.get("/me").await;
            }
            for wild in wild() {
                let here = path.replace("ID", &wild);
                if *path != "/live" || !signed_in {
                    check(&visitor.get(&here).await, &format!("GET {here}"));
                }
                let all = format!(
                    "{here}?before={wild}&draft={wild}&reply={wild}&said={wild}&next={wild}&after={wild}&from={wild}"
                );
                if *path != "/live" || wild.parse::<i64>().is_err() {
                    check(&visitor.get(&all).await, &format!("GET {all}"));
                }
                let fields: Vec<(&str, &str)> =
                    FIELDS.iter().map(|field| (*field, wild.as_str())).collect();
                let signing_out = here.starts_with("/door/out");
                if !signing_out {
                    check(&visitor.post(&here, &fields).await, &format!("POST {here}"));
                    check(&visitor.post(&here, &[]).await, &format!("POST {here} empty"));
                }
            }
        }
    }
}

#[tokio::test]
async fn overlong_and_malformed_requests_get_a_page() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let csrf = alice.csrf.clone();
    let long = encoded(&[("csrf", &csrf), ("text", &"a".repeat(70_000))]);
    let many = format!("{}{}", encoded(&[("csrf", &csrf)]), "&a=1".repeat(100));
    let bytes = vec![0xff_u8, 0xfe, b'=', 0];
    for path in PATHS.iter().map(|path| path.replace("ID", "pay_01jg0000000000000000000000")) {
        for body in [Body::from(long.clone()), Body::from(many.clone()), Body::from(bytes.clone())]
        {
            let seen = alice.ask(Method::POST, &path, body).await;
            assert!(seen.status.is_client_error(), "{path}: {}", seen.status);
        }
        for method in [Method::PUT, Method::DELETE, Method::OPTIONS] {
            let seen = alice.ask(method.clone(), &path, Body::empty()).await;
            assert!(seen.status.is_client_error(), "{method} {path}: {}", seen.status);
        }
    }
    let seen = alice.ask(Method::POST, "/post", Body::from(long)).await;
    assert!(
        seen.status == StatusCode::PAYLOAD_TOO_LARGE && seen.says("more than we read at once"),
        "{}",
        seen.body
    );
    let text = "x".repeat(40_000);
    assert_eq!(
        alice.get(&format!("/square?draft={text}")).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    for number in ["abc", "1e9", "99999999999999999999999", "1.5"] {
        for page in ["/square", "/messages"] {
            let seen = alice.get(&format!("{page}?before={number}")).await;
            assert_eq!(seen.status, StatusCode::NOT_FOUND, "{page} {number}");
        }
        let seen = alice.get(&format!("/history?from={number}")).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "/history {number}");
    }
    let seen = alice.get("/square?before=-9223372036854775808").await;
    assert_eq!(seen.status, StatusCode::OK);
    let missing = alice.ask(Method::DELETE, "/square", Body::empty()).await;
    assert_eq!(missing.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(missing.headers.contains_key("allow"));
}

#[tokio::test]
async fn an_error_speaks_the_readers_language() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    alice.post("/lang", &[("lang", "fr"), ("next", "/me")]).await;
    let seen = alice.get("/pay/nothing").await;
    assert!(
        seen.status == StatusCode::NOT_FOUND
            && seen.says("<html lang=\"fr\"")
            && seen.says("Alice Test")
    );
}

#[tokio::test]
async fn a_closed_service_is_busy_and_says_when_to_come_back() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let page = alice.get("/square").await;
    town.obole.desk().close().await;
    let mut commits = town.obole.commits();
    while commits.changed().await.is_ok() {}
    let seen = alice.submit(&page, "/post", &[("text", "hello")]).await;
    assert_eq!(seen.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        seen.headers.contains_key("retry-after") && seen.says("One moment, please"),
        "{}",
        seen.body
    );
}
