//! Writing, reading and deleting in the square.

use axum::http::StatusCode;

use crate::town::Town;

#[tokio::test]
async fn a_post_pays_and_the_answer_stands_in_the_square() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let square = alice.say("@obole #send 12€ @bob for lunch").await;
    assert!(
        square.says("Sent: 12.00\u{a0}€ to Bob Test.") && square.says("288.00\u{a0}€"),
        "{}",
        square.body
    );
    assert_eq!(town.available("bob").await, 31_200);

    let mut carol = town.visitor_as("carol").await;
    let square = carol.get("/square").await;
    assert!(square.says("Sent: 12.00\u{a0}€ to Bob Test."), "what is public is public");
    assert!(
        !square.says("288.00") && !square.says("/pay/pay_"),
        "what is private is not: {}",
        square.body
    );
    assert!(!square.says("class=\"what\""), "the memo on the card is for those concerned");

    let mut bob = town.visitor_as("bob").await;
    let messages = bob.get("/messages").await;
    assert!(
        messages.says("Alice Test sent you 12.00\u{a0}€: for lunch") || messages.says("lunch"),
        "{}",
        messages.body
    );
    assert!(!messages.says("288.00"));
    assert!(alice.get("/messages").await.says("You have 288.00\u{a0}€ left."));
}

#[tokio::test]
async fn a_message_sent_twice_is_one_message() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let page = alice.get("/square").await;
    let fields = [("text", "@obole #send 12€ @bob"), ("audience", "public")];
    for _ in 0..2 {
        assert_eq!(alice.submit(&page, "/post", &fields).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(town.available("alice").await, 28_800);
    let changed = alice
        .submit(&page, "/post", &[("text", "@obole #send 13€ @bob"), ("audience", "public")])
        .await;
    assert_eq!(changed.status, StatusCode::CONFLICT);
    assert!(
        changed.says("already used for something else") && changed.says("#send 13€ @bob"),
        "{}",
        changed.body
    );
    assert_eq!(town.available("alice").await, 28_800);

    let mut bob = town.visitor_as("bob").await;
    let own = bob.get("/square").await;
    let key = page.form("/post").into_iter().find(|(name, _)| name == "key").unwrap().1;
    let sent = bob
        .submit(&own, "/post", &[("key", &key), ("text", "hello"), ("audience", "public")])
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "keys of different members never meet");
}

#[tokio::test]
async fn a_post_can_be_deleted_by_its_author_alone() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let square = alice.say("@obole #send 50€ @bob <b>bold</b>").await;
    assert!(square.says("&#60;b&#62;bold") && !square.says("<b>bold</b>"), "{}", square.body);
    let id = square.newest_post();
    let path = format!("/post/{id}/delete");
    let mut carol = town.visitor_as("carol").await;
    assert!(!carol.get("/square").await.says(&path));
    assert_eq!(carol.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
    let sent = alice.submit(&square, &path, &[]).await;
    let square = alice.follow(sent).await;
    assert!(!square.says("bold") || square.says("Cancelled"), "{}", square.body);
    assert!(!carol.get("/square").await.says("bold"));
    let needs = alice.get("/needs").await;
    assert!(
        needs.says("Nothing is waiting for you."),
        "what it began is cancelled: {}",
        needs.body
    );
    assert_eq!(alice.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_reply_shows_only_what_its_reader_may_see() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let page = alice.get("/square").await;
    alice.submit(&page, "/post", &[("text", "my secret words"), ("audience", "direct")]).await;
    let messages = alice.get("/messages").await;
    let secret = messages.newest_post();
    let mut bob = town.visitor_as("bob").await;
    let page = bob.get(&format!("/square?reply={secret}")).await;
    assert!(!page.says("my secret words"), "{}", page.body);
    bob.submit(&page, "/post", &[("text", "what?"), ("audience", "public"), ("reply_to", &secret)])
        .await;
    assert!(!bob.get("/square").await.says("my secret words"));
    let public = alice.say("good morning").await.newest_post();
    let page = bob.get(&format!("/square?reply={public}&draft=hello%20you")).await;
    assert!(page.says("good morning") && page.says("hello you"));
    let sent = bob.submit(&page, "/post", &[("text", "and to you"), ("audience", "public")]).await;
    assert!(bob.follow(sent).await.says("In reply to"));
}

#[tokio::test]
async fn what_cannot_be_sent_is_said_beside_it() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let page = alice.get("/square").await;
    let long = "é".repeat(8_200);
    for (text, status, says) in [
        ("   \r\n ", StatusCode::UNPROCESSABLE_ENTITY, "There is nothing to send yet."),
        (long.as_str(), StatusCode::PAYLOAD_TOO_LARGE, "This message is too long."),
    ] {
        let seen = alice.submit(&page, "/post", &[("text", text), ("audience", "public")]).await;
        assert!(seen.status == status && seen.says(says), "{}", seen.body);
    }
    let square = alice.say("@obole #send 251€ @bob").await;
    assert!(
        square.says("I have sent you a message.") && square.says("over your limit of 250.00"),
        "{}",
        square.body
    );
}

#[tokio::test]
async fn older_posts_are_a_page_away() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let alice_id = town.id("alice").await;
    for number in 0..35 {
        let post = app::obole::Incoming::square(
            format!("n-{number}"),
            "alice".into(),
            format!("post number {number}."),
            false,
        );
        town.obole.post(post).await.unwrap();
    }
    let first = alice.get("/square").await;
    assert!(first.says("post number 34.") && !first.says("post number 4."));
    let older = first.link("/square?before=").unwrap();
    let second = alice.get(&older).await;
    assert!(second.says("post number 4.") && !second.says("post number 34."), "{}", second.body);
    let posts =
        town.obole.read_rows(move |read| read.conversation(alice_id, None, 5)).await.unwrap();
    assert!(!posts.is_empty());
}

#[tokio::test]
async fn the_same_payment_again_is_asked_about_with_two_buttons() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    alice.say("@obole #send 12€ @bob").await;
    let square = alice.say("@obole #send 12€ @bob").await;
    assert!(square.says("You already sent Bob Test 12.00\u{a0}€"), "{}", square.body);
    assert!(square.says("value=\"yes\"") && square.says("value=\"no\""));
    let (choices, _) = square
        .body
        .split_once("class=\"choices\"")
        .map(|(_, rest)| rest.split_once("</form>").unwrap())
        .unwrap();
    let key = choices
        .split("name=\"key\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    for _ in 0..2 {
        let fields = [("text", "yes"), ("audience", "direct"), ("key", key.as_str())];
        assert_eq!(alice.post("/post", &fields).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(town.available("alice").await, 27_600, "paid twice, not three times");
    assert!(
        !alice.get("/square").await.says("class=\"choices\""),
        "an answered question has no buttons"
    );
}
