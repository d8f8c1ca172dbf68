//! Giving a payment back, and asking for it, on the page.

use axum::http::StatusCode;

use crate::town::{PIN, Town};

/// Alice has paid Bob 50 €; gives the payment's id.
async fn paid(town: &Town) -> String {
    let mut alice = town.visitor_as("alice").await;
    let square = alice.say("@obole #send 50€ @bob for the hotel").await;
    let approve = square.link("/approve/pay_").unwrap();
    let sheet = alice.get(&approve).await;
    alice.submit(&sheet, &approve, &[("pin", PIN)]).await;
    approve.strip_prefix("/approve/").unwrap().to_owned()
}

#[tokio::test]
async fn the_payee_gives_a_part_back_once_however_often_the_form_is_sent() {
    let town = Town::demo().await;
    let id = paid(&town).await;
    let path = format!("/refund/{id}");
    let mut bob = town.visitor_as("bob").await;
    let story = bob.get(&format!("/pay/{id}")).await;
    assert_eq!(story.link("/refund/pay_").as_deref(), Some(&*path), "{}", story.body);
    let page = bob.get(&path).await;
    for says in ["Alice Test", "50.00", "Your PIN", "Refund it to Alice Test", "hotel"] {
        assert!(page.says(says), "{says}: {}", page.body);
    }
    for (amount, pin, says) in [
        ("5,00", "135790", "You have 4 tries left."),
        ("1.000", PIN, "This is not an amount in EUR."),
        ("-5", PIN, "This is not an amount in EUR."),
        ("0", PIN, "this amount is too small"),
        ("50.01", PIN, "more than the 50.00"),
    ] {
        let form = bob.get(&path).await;
        let seen = bob.submit(&form, &path, &[("amount", amount), ("pin", pin)]).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{amount}");
        assert!(seen.says(says), "{amount}: {}", seen.body);
    }
    assert_eq!(town.available("bob").await, 35_000);
    for _ in 0..2 {
        let done = bob.submit(&page, &path, &[("amount", "5,00"), ("pin", PIN)]).await;
        assert_eq!(done.location(), Some(format!("/pay/{id}")));
    }
    assert_eq!((town.available("alice").await, town.available("bob").await), (25_500, 34_500));
    let story = bob.get(&format!("/pay/{id}")).await;
    assert!(story.says("5.00\u{a0}€ refunded of 50.00\u{a0}€"), "{}", story.body);
    let mut alice = town.visitor_as("alice").await;
    assert!(alice.get("/messages").await.says("5.00\u{a0}€ refunded of 50.00\u{a0}€"), "the card");
    assert!(alice.get("/history").await.says("Refund"));
}

#[tokio::test]
async fn the_payer_asks_and_the_payee_says_no() {
    let town = Town::demo().await;
    let id = paid(&town).await;
    let path = format!("/refund/{id}");
    let mut alice = town.visitor_as("alice").await;
    let page = alice.get(&path).await;
    assert!(page.says("Ask for a refund") && !page.says("Your PIN"), "{}", page.body);
    let ask = format!("{path}/ask");
    let asked = alice.submit(&page, &ask, &[("amount", "12.50")]).await;
    let story = alice.follow(asked).await;
    assert!(story.says("Bob Test is asked to refund 12.50"), "{}", story.body);
    assert_eq!(story.link("/refund/pay_"), None, "once at a time");
    let mut bob = town.visitor_as("bob").await;
    let needs = bob.get("/needs").await;
    assert!(needs.says("Asked to refund") && needs.says("12.50"), "{}", needs.body);
    let page = bob.get(&path).await;
    assert!(page.says("Alice Test asks for 12.50"), "{}", page.body);
    let decline = format!("{path}/decline");
    let kept = bob.submit(&page, &decline, &[]).await;
    assert_eq!(kept.location(), Some(format!("/pay/{id}")));
    assert!(!bob.get("/needs").await.says("Asked to refund"));
    assert!(alice.get("/messages").await.says("Bob Test does not want to refund you 12.50"));
    assert_eq!((town.available("alice").await, town.available("bob").await), (25_000, 35_000));
}

#[tokio::test]
async fn nobody_else_sees_or_gives_a_refund() {
    let town = Town::demo().await;
    let id = paid(&town).await;
    let path = format!("/refund/{id}");
    let mut bob = town.visitor_as("bob").await;
    let page = bob.get(&path).await;
    let mut carol = town.visitor_as("carol").await;
    assert_eq!(carol.get(&path).await.status, StatusCode::NOT_FOUND);
    let key = page.form(&path).into_iter().find(|(name, _)| name == "key").unwrap().1;
    for (path, key) in [(path.clone(), key.as_str()), (format!("{path}/ask"), "")] {
        let seen = carol.post(&path, &[("key", key), ("amount", "5.00")]).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{}", seen.body);
    }
    let seen = bob.post(&path, &[("key", "short"), ("amount", "5.00"), ("pin", PIN)]).await;
    assert_eq!(seen.status, StatusCode::BAD_REQUEST);
    assert_eq!(town.available("bob").await, 35_000);
}
