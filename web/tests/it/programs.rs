//! The page of programs: keys and their end, what endpoints were told, and telling it again.

use std::sync::atomic::{AtomicBool, Ordering};

use app::keys::NewKey;
use app::outbox;
use axum::http::StatusCode;
use domain::member::Network;
use domain::port::{BoxFuture, Connector, Outgoing, Undelivered};

use crate::town::Town;

/// The programs' network while they do not listen, and after.
#[derive(Default)]
struct Programs {
    listening: AtomicBool,
}

impl Connector for Programs {
    fn network(&self) -> Network {
        Network::WEBHOOK
    }

    fn in_house(&self) -> bool {
        false
    }

    fn send<'a>(&'a self, messages: &'a [Outgoing]) -> BoxFuture<'a, Vec<Result<(), Undelivered>>> {
        let gone = || Undelivered { why: "answered 410".to_owned(), again: false };
        let result = if self.listening.load(Ordering::Relaxed) { Ok(()) } else { Err(gone()) };
        Box::pin(async move { messages.iter().map(|_| result.clone()).collect() })
    }
}

#[tokio::test]
async fn what_never_arrived_is_seen_and_sent_again_by_its_owner_alone() {
    let town = Town::demo().await;
    let bob_id = town.id("bob").await;
    let url = "https://till.example.org/hook".to_owned();
    let endpoint = town.obole.new_webhook(Some(bob_id), url).await.unwrap();
    town.visitor_as("alice").await.say("@obole #send 5€ @bob").await;
    let programs = Programs::default();
    assert_eq!(outbox::deliver(&town.obole, &programs).await.unwrap(), 0, "it failed");

    let mut bob = town.visitor_as("bob").await;
    let page = bob.get("/programs").await;
    for says in ["https://till.example.org/hook", "payment.paid", "Never arrived", "answered 410"] {
        assert!(page.says(says), "{says}: {}", page.body);
    }
    let dead = bob.get(&format!("/programs?of={}&dead=1", endpoint.id)).await;
    let replay = format!("/programs/webhooks/{}/", endpoint.id);
    let action = format!("{}/replay", dead.link(&replay).unwrap());
    let mut carol = town.visitor_as("carol").await;
    assert!(!carol.get("/programs").await.says("till.example.org"));
    let other = carol.get(&format!("/programs?of={}", endpoint.id)).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert_eq!(carol.post(&action, &[]).await.status, StatusCode::NOT_FOUND);

    programs.listening.store(true, Ordering::Relaxed);
    let sent = bob.submit(&dead, &action, &[]).await;
    assert_eq!(sent.location(), Some(format!("/programs?of={}&dead=1", endpoint.id)));
    assert_eq!(outbox::deliver(&town.obole, &programs).await.unwrap(), 1);
    assert!(bob.get("/programs").await.says("Arrived"));
}

#[tokio::test]
async fn a_key_is_seen_and_taken_back_by_its_owner_alone() {
    let town = Town::demo().await;
    let wanted = NewKey {
        member: Some(town.id("bob").await),
        scopes: vec!["payments".to_owned()],
        label: "the till".to_owned(),
        expires_at: None,
    };
    let (key, _) = town.obole.new_api_key(wanted).await.unwrap();
    let revoke = format!("/programs/keys/{}/revoke", key.id);
    let mut carol = town.visitor_as("carol").await;
    assert!(!carol.get("/programs").await.says("the till"));
    assert_eq!(carol.post(&revoke, &[]).await.status, StatusCode::NOT_FOUND);
    let mut bob = town.visitor_as("bob").await;
    let page = bob.get("/programs").await;
    for says in ["the till", "Never used", "payments"] {
        assert!(page.says(says), "{says}: {}", page.body);
    }
    assert_eq!(bob.submit(&page, &revoke, &[]).await.location().as_deref(), Some("/programs"));
    assert!(bob.get("/programs").await.says("No longer works"));
    let key = town.obole.api_key(&key.id).await.unwrap().unwrap();
    assert!(key.revoked_at.is_some(), "{key:?}");
}
