//! Asking for money, sharing a bill, keeping requests away, and silence.

use axum::http::StatusCode;

use crate::town::{PIN, Town, Visitor};

/// Says something that asks for money; gives the id of its first bill, which the author is told.
async fn asks(author: &mut Visitor<'_>, text: &str) -> String {
    let square = author.say(text).await;
    let path = square.links("/request/bill_").into_iter().max();
    let path = path.unwrap_or_else(|| panic!("nothing is asked: {}", square.body));
    path.strip_prefix("/request/").unwrap().to_owned()
}

#[tokio::test]
async fn what_is_asked_is_paid_on_the_page_that_says_who_asks_and_only_once() {
    let town = Town::demo().await;
    let (mut alice, mut bob) = (town.visitor_as("alice").await, town.visitor_as("bob").await);
    let id = asks(&mut bob, "@obole #request 20€ @alice for the taxi").await;
    let needs = alice.get("/needs").await;
    assert!(needs.says("Asked of you") && needs.says("Bob Test"), "{}", needs.body);
    let path = format!("/approve/{id}");
    let sheet = alice.get(&path).await;
    for says in
        ["Bob Test asks you for", "20.00\u{a0}€", "taxi", "you have never paid them", "Decline"]
    {
        assert!(sheet.says(says), "{says}: {}", sheet.body);
    }
    assert_eq!(bob.get(&path).await.status, StatusCode::NOT_FOUND, "it is not bob's to approve");
    let mut tablet = town.visitor_as("alice").await;
    let other = tablet.get(&path).await;
    let paid = alice.submit(&sheet, &path, &[]).await;
    assert_eq!(paid.location(), Some(format!("/request/{id}")));
    let story = alice.follow(paid).await;
    assert!(story.says("Paid") && story.says("/pay/pay_"), "{}", story.body);
    let again = tablet.submit(&other, &path, &[]).await;
    assert!(again.says("You have paid this."), "{}", again.body);
    assert_eq!((town.available("alice").await, town.available("bob").await), (28_000, 32_000));
    let payment = alice.get(&story.link("/pay/pay_").unwrap()).await;
    assert!(payment.says(&format!("/request/{id}")), "{}", payment.body);
}

#[tokio::test]
async fn a_larger_request_wants_the_pin_and_nothing_but_what_was_shown() {
    let town = Town::demo().await;
    let (mut alice, mut bob) = (town.visitor_as("alice").await, town.visitor_as("bob").await);
    let id = asks(&mut bob, "@obole #request 45€ @alice").await;
    let path = format!("/approve/{id}");
    let sheet = alice.get(&path).await;
    let wrong = alice.submit(&sheet, &path, &[("pin", "135790")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("You have 4 tries left."), "{}", wrong.body);
    let changed = alice.post(&path, &[("shown", &"0".repeat(64)), ("pin", PIN)]).await;
    assert_eq!(changed.status, StatusCode::CONFLICT);
    assert_eq!(town.available("alice").await, 30_000);
    let paid = alice.submit(&sheet, &path, &[("pin", PIN)]).await;
    assert_eq!(paid.status, StatusCode::SEE_OTHER, "{}", paid.body);
    assert_eq!(town.available("bob").await, 34_500);
    // Carol has no PIN: one that she chooses badly leads back to the same sheet.
    let mut carol = town.visitor_as("carol").await;
    let id = asks(&mut bob, "@obole #request 46€ @carol").await;
    let sheet = carol.get(&format!("/approve/{id}")).await;
    let weak = carol.submit(&sheet, "/pin", &[("pin", "123456"), ("again", "123456")]).await;
    assert!(weak.says("Bob Test asks you for") && weak.says("too easy"), "{}", weak.body);
}

#[tokio::test]
async fn everybody_who_shares_sees_who_has_paid_and_nobody_else_does() {
    let town = Town::demo().await;
    let (mut alice, mut bob) = (town.visitor_as("alice").await, town.visitor_as("bob").await);
    let mut carol = town.visitor_as("carol").await;
    let id = asks(&mut alice, "@obole #split 30€ with @bob @carol for dinner").await;
    let path = format!("/approve/{id}");
    let sheet = bob.get(&path).await;
    bob.submit(&sheet, &path, &[]).await;
    for who in [&mut alice, &mut bob, &mut carol] {
        let page = who.get(&format!("/request/{id}")).await;
        for says in ["Shared", "30.00", "Bob Test", "Carol Test", "Paid", "Waiting for an answer"] {
            assert!(page.says(says), "{says}: {}", page.body);
        }
    }
    let mut refuge = town.visitor_as("refuge").await;
    assert_eq!(refuge.get(&format!("/request/{id}")).await.status, StatusCode::NOT_FOUND);
    let page = alice.get(&format!("/request/{id}")).await;
    let soon = alice.submit(&page, &format!("/request/{id}/remind"), &[]).await;
    assert!(soon.says("it is too soon"), "{}", soon.body);
    let page = alice.get(&format!("/request/{id}")).await;
    let back = alice.submit(&page, &format!("/request/{id}/withdraw"), &[]).await;
    let page = alice.follow(back).await;
    assert!(page.says("Taken back") && !page.says("/withdraw"), "{}", page.body);
    assert_eq!(
        carol.get(&format!("/request/{id}/withdraw")).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    assert_eq!((town.available("alice").await, town.available("bob").await), (31_000, 29_000));
}

#[tokio::test]
async fn requests_that_are_kept_away_reach_nobody_until_they_are_let_through() {
    let town = Town::demo().await;
    let (mut alice, mut bob) = (town.visitor_as("alice").await, town.visitor_as("bob").await);
    let id = asks(&mut bob, "@obole #request 20€ @alice").await;
    let page = alice.get(&format!("/request/{id}")).await;
    let blocked = alice.submit(&page, "/block", &[("blocked", "yes")]).await;
    assert_eq!(blocked.location(), Some(format!("/request/{id}")));
    assert!(alice.get("/needs").await.says("Nothing is waiting for you."));
    let second = asks(&mut bob, "@obole #request 21€ @alice").await;
    assert!(!alice.get("/messages").await.says("21.00"), "she is not told");
    assert!(bob.get(&format!("/request/{second}")).await.says("Waiting for an answer"));
    let me = alice.get("/me").await;
    assert!(me.says("Requests you keep away") && me.says("Bob Test"), "{}", me.body);
    alice.submit(&me, "/block", &[("blocked", "no")]).await;
    let needs = alice.get("/needs").await;
    assert!(needs.says("20.00") && needs.says("21.00"), "{}", needs.body);
    let sheet = alice.get(&format!("/approve/{id}")).await;
    let declined = alice.submit(&sheet, &format!("/approve/{id}/decline"), &[]).await;
    assert!(alice.follow(declined).await.says("Declined"));
    assert!(bob.get("/messages").await.says("does not pay the 20.00"));
    assert!(!bob.get("/needs").await.links("bill_").is_empty());
}

#[tokio::test]
async fn silence_is_switched_on_and_off_on_the_account_page() {
    let town = Town::demo().await;
    let (mut alice, mut bob) = (town.visitor_as("alice").await, town.visitor_as("bob").await);
    alice.say("@obole #stop").await;
    bob.say("@obole #send 5€ @alice").await;
    assert!(!alice.get("/messages").await.says("sent you 5.00"), "she wants answers only");
    let me = alice.get("/me").await;
    assert!(me.says("Write to me again"), "{}", me.body);
    let on = alice.submit(&me, "/quiet", &[("stopped", "no")]).await;
    assert_eq!(on.location(), Some("/me".to_owned()));
    bob.say("@obole #send 6€ @alice").await;
    assert!(alice.get("/messages").await.says("sent you 6.00"));
    for wrong in ["", "maybe"] {
        assert_eq!(
            alice.post("/quiet", &[("stopped", wrong)]).await.status,
            StatusCode::BAD_REQUEST
        );
    }
    let nobody = [("who", "mem_1"), ("blocked", "yes")];
    assert_eq!(alice.post("/block", &nobody).await.status, StatusCode::BAD_REQUEST);
}
