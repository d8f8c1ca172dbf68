//! Live updates.

use std::time::Duration;

use axum::body::BodyDataStream;
use axum::http::StatusCode;
use futures_util::StreamExt as _;

use crate::town::{Town, Visitor};

/// A live page as its browser hears it.
struct Heard {
    stream: BodyDataStream,
    text: String,
}

impl Heard {
    async fn open(visitor: &Visitor<'_>, path: &str, headers: &[(&str, &str)]) -> Self {
        let response = visitor.open(path, headers).await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["cache-control"], "no-store");
        Self { stream: response.into_body().into_data_stream(), text: String::new() }
    }

    /// Listens until this was said.
    async fn until(&mut self, text: &str) -> &str {
        while !self.text.contains(text) {
            let next = tokio::time::timeout(Duration::from_secs(10), self.stream.next()).await;
            let next = next.unwrap_or_else(|_| panic!("{text:?} was not said: {}", self.text));
            let bytes = next.unwrap_or_else(|| panic!("it ended: {}", self.text)).unwrap();
            self.text.push_str(&String::from_utf8_lossy(&bytes));
        }
        &self.text
    }

    /// Listens until it ends.
    async fn end(&mut self) {
        let ended = async { while self.stream.next().await.is_some() {} };
        tokio::time::timeout(Duration::from_secs(20), ended).await.expect("the stream ends");
    }
}

/// The address of a page's live updates.
async fn live(visitor: &mut Visitor<'_>, page: &str) -> String {
    let seen = visitor.get(page).await;
    let (_, rest) = seen.body.split_once("data-live=\"").unwrap();
    rest.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&")
}

#[tokio::test]
async fn a_post_appears_for_everybody_and_money_for_those_concerned() {
    let town = Town::demo().await;
    let (mut alice, mut bob, mut carol) = (
        town.visitor_as("alice").await,
        town.visitor_as("bob").await,
        town.visitor_as("carol").await,
    );
    let (at_bob, at_carol) = (live(&mut bob, "/square").await, live(&mut carol, "/needs").await);
    let (mut bob, mut carol) =
        (Heard::open(&bob, &at_bob, &[]).await, Heard::open(&carol, &at_carol, &[]).await);
    alice.say("@obole #send 12€ @bob for lunch").await;
    let heard = bob.until("event: counts").await;
    for says in [
        "event: post",
        "event: direct",
        "event: card",
        "event: money",
        "312.00",
        "Alice Test sent you",
    ] {
        assert!(heard.contains(says), "{says}: {heard}");
    }
    let heard = carol.until("Sent: 12.00").await;
    assert!(
        !heard.contains("event: direct")
            && !heard.contains("event: money")
            && !heard.contains("288"),
        "{heard}"
    );
}

#[tokio::test]
async fn a_card_changes_where_it_stands() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let square = alice.say("@obole #send 50€ @bob").await;
    let path = square.link("/approve/pay_").unwrap();
    let at = live(&mut alice, "/square").await;
    let mut heard = Heard::open(&alice, &at, &[]).await;
    let sheet = alice.get(&path).await;
    alice.submit(&sheet, &path, &[("pin", crate::town::PIN)]).await;
    let heard = heard.until("event: counts").await;
    let (_, card) = heard.split_once("event: card").unwrap();
    assert!(card.contains("state patina") && card.contains("data-card"), "{card}");
}

#[tokio::test]
async fn a_live_page_resumes_where_it_was() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    alice.say("first words").await;
    let mut heard = Heard::open(&alice, "/live?after=0", &[]).await;
    let text = heard.until("first words").await;
    let (_, rest) = text.rsplit_once("id: ").unwrap();
    let id = rest.split('\n').next().unwrap().to_owned();
    drop(heard);
    alice.say("second words").await;
    let mut heard = Heard::open(&alice, "/live?after=0", &[("last-event-id", &id)]).await;
    let text = heard.until("second words").await;
    assert!(!text.contains("first words"), "{text}");
}

#[tokio::test]
async fn a_deleted_post_goes() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let square = alice.say("never mind").await;
    let id = square.newest_post();
    let carol = town.visitor_as("carol").await;
    let mut heard = Heard::open(&carol, "/live?after=0", &[]).await;
    heard.until("never mind").await;
    alice.submit(&square, &format!("/post/{id}/delete"), &[]).await;
    heard.until(&format!("event: gone\ndata: {id}")).await;
}

#[tokio::test]
async fn a_live_page_ends_with_its_session_and_with_the_process() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let mut heard = Heard::open(&alice, "/live?after=0", &[]).await;
    let bob = town.visitor_as("bob").await;
    let mut bobs = Heard::open(&bob, "/live?after=0", &[]).await;
    alice.post("/door/out", &[]).await;
    heard.end().await;
    town.state.end_live();
    bobs.end().await;
    let carol = town.visitor_as("carol").await;
    Heard::open(&carol, "/live", &[]).await.end().await;
}

#[tokio::test]
async fn live_pages_are_few_and_for_members() {
    let town = Town::demo().await;
    let alice = town.visitor_as("alice").await;
    let mut open = Vec::new();
    for _ in 0..5 {
        open.push(Heard::open(&alice, "/live", &[]).await);
    }
    let busy = alice.open("/live", &[]).await;
    assert_eq!(busy.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(busy.headers().contains_key("retry-after"));
    drop(open);
    assert_eq!(alice.open("/live", &[]).await.status(), StatusCode::OK);
    assert_eq!(town.visitor().open("/live", &[]).await.status(), StatusCode::SEE_OTHER);
    assert_eq!(alice.open("/live?after=x", &[]).await.status(), StatusCode::NOT_FOUND);
}
