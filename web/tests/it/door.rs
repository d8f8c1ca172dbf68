//! Coming in and going out.

use app::operate::{Order, carry_out};
use axum::http::StatusCode;
use domain::lang::Lang;

use crate::town::Town;

#[tokio::test]
async fn in_the_demo_one_comes_in_as_anybody() {
    let town = Town::demo().await;
    let mut visitor = town.visitor();
    let door = visitor.get("/").await;
    assert!(door.says("Alice Test") && door.says("@bob"), "{}", door.body);
    let sent = visitor.submit(&door, "/door/as", &[("handle", "@alice")]).await;
    assert_eq!(sent.location().as_deref(), Some("/square"));
    let square = visitor.follow(sent).await;
    assert!(square.says("300.00\u{a0}€"), "{}", square.body);
    assert_eq!(visitor.get("/").await.location().as_deref(), Some("/square"));
    let first = visitor.cookies["obole"].clone();
    visitor.post("/door/as", &[("handle", "bob")]).await;
    assert_ne!(visitor.cookies["obole"], first);
    assert!(
        town.obole.session_member(&first).await.unwrap().is_none(),
        "the session before has ended"
    );
    visitor.get("/me").await;
    let out = visitor.post("/door/out", &[]).await;
    assert_eq!(out.location().as_deref(), Some("/"));
    assert_eq!(visitor.get("/square").await.location().as_deref(), Some("/door"));
}

#[tokio::test]
async fn in_the_demo_one_can_be_new() {
    let town = Town::demo().await;
    let mut visitor = town.visitor();
    for (name, handle, says) in [
        ("Zoé", "alice", "already taken"),
        ("Zoé", "Z o", "2 to 30 small letters"),
        ("", "zoe", "2 to 30 small letters"),
        ("<b>", "<script>", "2 to 30"),
    ] {
        let door = visitor.get("/door").await;
        let again = visitor.submit(&door, "/door/new", &[("name", name), ("handle", handle)]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.says(says) && !again.says("<script>"), "{handle}: {}", again.body);
    }
    let nobody = visitor.post("/door/as", &[("handle", "nobody")]).await;
    assert!(nobody.status == StatusCode::UNPROCESSABLE_ENTITY && nobody.says("Nobody here"));
    let door = visitor.get("/door").await;
    let sent = visitor.submit(&door, "/door/new", &[("name", "Zoé"), ("handle", "@Zoe")]).await;
    let square = visitor.follow(sent).await;
    assert!(square.says("Zoé") && square.says("Welcome. I am Obole."), "{}", square.body);
}

#[tokio::test]
async fn a_link_signs_in_once() {
    let town = Town::real().await;
    let link =
        carry_out(&town.obole, Order::LoginLink { handle: "alice".to_owned() }).await.unwrap();
    let path =
        link["link"].as_str().unwrap().strip_prefix("https://pay.example").unwrap().to_owned();
    let mut visitor = town.visitor();
    let knock = visitor.get(&path).await;
    assert!(knock.says("Welcome back"));
    assert!(visitor.get(&path).await.says("Welcome back"), "looking does not use it up");
    let sent = visitor.submit(&knock, &path, &[]).await;
    assert_eq!(sent.location().as_deref(), Some("/square"));
    let cookie = sent
        .headers
        .get_all("set-cookie")
        .iter()
        .find(|line| line.to_str().unwrap().starts_with("__Host-obole="));
    let cookie = cookie.unwrap().to_str().unwrap();
    for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(visitor.follow(sent).await.says("Alice Test"));

    let mut thief = town.visitor();
    let knock = thief.get(&path).await;
    let spent = thief.submit(&knock, &path, &[]).await;
    assert!(spent.status == StatusCode::GONE && spent.says("This link is spent"));
    assert!(!thief.cookies.contains_key("__Host-obole"));
}

#[tokio::test]
async fn asking_for_a_link_tells_nobody_who_is_there() {
    let town = Town::real().await;
    let mut visitor = town.visitor();
    let mut answers = Vec::new();
    for handle in ["alice", "nobody", "@Alice", "alice", "alice", "no such name", ""] {
        let door = visitor.get("/door").await;
        let answer = visitor.submit(&door, "/door/link", &[("handle", handle)]).await;
        answers.push((answer.status, answer.body));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert!(answers[0].1.contains("If this name has an account"));
    let alice = town.id("alice").await;
    let links = || async {
        let posts =
            town.obole.read_rows(move |read| read.conversation(alice, None, 50)).await.unwrap();
        posts.iter().filter(|post| post.code.as_deref() == Some("login-link")).count()
    };
    let mut commits = town.obole.commits();
    while links().await < 3 {
        commits.changed().await.unwrap();
    }
    // A fourth would have been handed in before this one.
    carry_out(&town.obole, Order::Freeze { handle: "carol".into(), reason: "test".into() })
        .await
        .unwrap();
    tokio::task::yield_now().await;
    assert_eq!(links().await, 3, "three in ten minutes");
}

#[tokio::test]
async fn a_real_service_has_no_demo_door() {
    let town = Town::real().await;
    let mut visitor = town.visitor();
    let door = visitor.get("/door").await;
    assert!(!door.says("Alice Test") && door.says("Send me a link"), "{}", door.body);
    for path in ["/door/as", "/door/new"] {
        let seen = visitor.post(path, &[("handle", "alice"), ("name", "x")]).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(visitor.get("/design").await.status, StatusCode::NOT_FOUND);
    assert!(!visitor.cookies.contains_key("__Host-obole"));
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session() {
    let town = Town::demo().await;
    let (mut here, mut there) = (town.visitor_as("alice").await, town.visitor_as("alice").await);
    assert!(here.get("/me").await.says("On 2 devices."));
    here.post("/door/out-all", &[]).await;
    assert_eq!(there.get("/me").await.location().as_deref(), Some("/door"));
}

#[tokio::test]
async fn one_comes_back_where_one_wanted_to_go() {
    let town = Town::demo().await;
    let mut visitor = town.visitor();
    assert_eq!(visitor.get("/needs").await.location().as_deref(), Some("/door"));
    visitor.get("/door").await;
    let sent = visitor.post("/door/as", &[("handle", "alice")]).await;
    assert_eq!(sent.location().as_deref(), Some("/needs"));
    for next in ["//evil.example", "/\\evil.example", "https://evil.example", "/%09/evil"] {
        let mut visitor = town.visitor();
        visitor.get(&format!("/door?next={}", next.replace('\\', "%5C"))).await;
        let sent = visitor.post("/door/as", &[("handle", "alice")]).await;
        let location = sent.location().unwrap();
        assert!(
            location.starts_with('/') && !location.contains("evil.example"),
            "{next} led to {location}"
        );
    }
}

#[tokio::test]
async fn the_switches_lead_back_and_nowhere_else() {
    let town = Town::demo().await;
    let mut visitor = town.visitor();
    let seen = visitor
        .ask_with(
            axum::http::Method::GET,
            "/",
            &[("accept-language", "fr")],
            axum::body::Body::empty(),
        )
        .await;
    assert!(seen.says("lang=\"fr\""));
    for tag in Lang::ALL.map(Lang::tag) {
        let page = visitor.get("/door").await;
        assert!(page.says(&format!("name=\"lang\" value=\"{tag}\"")), "no choice of {tag}");
        visitor.post("/lang", &[("lang", tag), ("next", "/door")]).await;
        assert!(visitor.get("/door").await.says(&format!("<html lang=\"{tag}\"")));
    }
    let sent = visitor.post("/theme", &[("theme", "dark"), ("next", "/door")]).await;
    assert_eq!(sent.location().as_deref(), Some("/door"));
    assert!(visitor.get("/door").await.says("data-theme=\"dark\""));
    for next in
        ["//evil.example", "/\\evil.example", "https://evil.example", "evil", "/a\r\nX: y", ""]
    {
        for path in ["/theme", "/lang"] {
            let sent =
                visitor.post(path, &[("theme", "light"), ("lang", "fr"), ("next", next)]).await;
            assert_eq!(sent.location().as_deref(), Some("/square"), "{next}");
        }
    }
    let mut alice = town.visitor_as("alice").await;
    alice.post("/lang", &[("lang", "fr"), ("next", "/me")]).await;
    let mut elsewhere = town.visitor_as("alice").await;
    assert!(
        elsewhere.get("/me").await.says("<html lang=\"fr\""),
        "a member's language is the member's"
    );
}
