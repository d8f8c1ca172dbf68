//! Approving, declining, cancelling and claiming.

use axum::http::StatusCode;

use crate::town::{PIN, Town, Visitor};

/// Asks for a payment that needs approval; gives its id.
async fn asked(alice: &mut Visitor<'_>, text: &str) -> String {
    let square = alice.say(text).await;
    let path = square
        .link("/approve/pay_")
        .unwrap_or_else(|| panic!("nothing to approve: {}", square.body));
    path.strip_prefix("/approve/").unwrap().to_owned()
}

#[tokio::test]
async fn a_wrong_pin_pays_nothing_and_the_right_one_pays_once() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let id = asked(&mut alice, "@obole #send 50€ @bob for the hotel").await;
    let path = format!("/approve/{id}");
    let sheet = alice.get(&path).await;
    for says in [
        "50.00\u{a0}€",
        "Bob Test",
        "@bob",
        "you have never paid them",
        "hotel",
        "50.00\u{a0}€, without a fee",
        "Send 50.00\u{a0}€ to Bob Test",
    ] {
        assert!(sheet.says(says), "{says}: {}", sheet.body);
    }
    for (pin, says) in [
        ("135790", "You have 4 tries left."),
        ("", "You have 4 tries left."),
        ("é", "You have 3 tries left."),
    ] {
        let seen = alice.submit(&sheet, &path, &[("pin", pin)]).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen.says(says), "{pin}: {}", seen.body);
    }
    assert_eq!(town.available("alice").await, 30_000);
    let paid = alice.submit(&sheet, &path, &[("pin", PIN)]).await;
    assert_eq!(paid.location(), Some(format!("/pay/{id}")));
    let story = alice.follow(paid).await;
    assert!(story.says("Paid") && story.says("Approved"), "{}", story.body);
    let again = alice.submit(&sheet, &path, &[("pin", PIN)]).await;
    assert!(again.says("You have approved this. It is paid."), "{}", again.body);
    assert_eq!((town.available("alice").await, town.available("bob").await), (25_000, 35_000));
}

#[tokio::test]
async fn five_wrong_pins_lock_it() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let id = asked(&mut alice, "@obole #send 50€ @bob").await;
    let path = format!("/approve/{id}");
    let sheet = alice.get(&path).await;
    for _ in 0..5 {
        alice.submit(&sheet, &path, &[("pin", "135790")]).await;
    }
    let locked = alice.submit(&sheet, &path, &[("pin", PIN)]).await;
    assert!(
        locked.status == StatusCode::UNPROCESSABLE_ENTITY && locked.says("Your PIN is locked"),
        "{}",
        locked.body
    );
    assert!(alice.get("/me").await.says("Your PIN is locked"));
    assert_eq!(town.available("alice").await, 30_000);
}

#[tokio::test]
async fn what_was_not_shown_is_not_approved() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let small = asked(&mut alice, "@obole #send 50€ @bob").await;
    let large = asked(&mut alice, "@obole #send 200€ @bob").await;
    let shown = alice.get(&format!("/approve/{small}")).await;
    let shown = shown
        .form(&format!("/approve/{small}"))
        .into_iter()
        .find(|(name, _)| name == "shown")
        .unwrap()
        .1;
    for wrong in [shown.as_str(), "", "zz", &"0".repeat(64), &"é".repeat(32)] {
        let seen =
            alice.post(&format!("/approve/{large}"), &[("shown", wrong), ("pin", PIN)]).await;
        assert_eq!(seen.status, StatusCode::CONFLICT);
        assert!(seen.says("This payment has changed since you saw it."), "{}", seen.body);
    }
    assert_eq!(town.available("alice").await, 30_000);
}

#[tokio::test]
async fn an_order_of_several_shows_each_and_the_whole() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let id = asked(&mut alice, "@obole #send 25€ each @bob @carol").await;
    let path = format!("/approve/{id}");
    let sheet = alice.get(&path).await;
    for says in ["50.00\u{a0}€", "25.00\u{a0}€", "Bob Test", "Carol Test", "to 2 people"] {
        assert!(sheet.says(says), "{says}: {}", sheet.body);
    }
    let paid = alice.submit(&sheet, &path, &[("pin", PIN)]).await;
    let story = alice.follow(paid).await;
    assert!(story.says("Bob Test") && story.says("Carol Test"), "{}", story.body);
    let mut bob = town.visitor_as("bob").await;
    let story = bob.get(&format!("/pay/{id}")).await;
    assert!(
        story.says("25.00") && !story.says("50.00") && !story.says("Carol"),
        "only Bob's part: {}",
        story.body
    );
}

#[tokio::test]
async fn without_a_pin_one_is_chosen_first() {
    let town = Town::demo().await;
    let mut carol = town.visitor_as("carol").await;
    let id = asked(&mut carol, "@obole #send 40€ @bob").await;
    let path = format!("/approve/{id}");
    let sheet = carol.get(&path).await;
    assert!(sheet.says("Choose your PIN first"), "{}", sheet.body);
    for (pin, again, says) in [
        ("271828", "271829", "The two PINs are not the same."),
        ("123456", "123456", "too easy to guess"),
        ("27182", "27182", "too easy to guess"),
    ] {
        let seen = carol.submit(&sheet, "/pin", &[("pin", pin), ("again", again)]).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen.says(says) && seen.says("40.00\u{a0}€"), "{pin}: {}", seen.body);
    }
    let set = carol.submit(&sheet, "/pin", &[("pin", "271828"), ("again", "271828")]).await;
    assert_eq!(set.location().as_deref(), Some(path.as_str()));
    let sheet = carol.follow(set).await;
    let paid = carol.submit(&sheet, &path, &[("pin", "271828")]).await;
    assert_eq!(paid.status, StatusCode::SEE_OTHER);

    let limits = carol.get("/limits").await;
    assert!(limits.says("40.00\u{a0}€ used"), "{}", limits.body);
    let me = carol.get("/me").await;
    let wrong = carol
        .submit(&me, "/pin", &[("old", "111222"), ("pin", "314159"), ("again", "314159")])
        .await;
    assert!(wrong.says("this is not your PIN"), "{}", wrong.body);
    let right = carol
        .submit(&me, "/pin", &[("old", "271828"), ("pin", "314159"), ("again", "314159")])
        .await;
    assert!(carol.follow(right).await.says("Your PIN is set."));
}

#[tokio::test]
async fn a_small_doubtful_payment_needs_a_yes_and_no_pin() {
    let town = Town::demo().await;
    let mut carol = town.visitor_as("carol").await;
    carol.say("@obole #send 12€ @bob").await;
    let id = asked(&mut carol, "@obole #send 12€ @bob").await;
    let path = format!("/approve/{id}");
    let sheet = carol.get(&path).await;
    assert!(
        sheet.says("looks like a payment you have just made") && !sheet.says("name=\"pin\""),
        "{}",
        sheet.body
    );
    let paid = carol.submit(&sheet, &path, &[]).await;
    assert_eq!(paid.location(), Some(format!("/pay/{id}")));
    assert_eq!(town.available("carol").await, 27_600);
}

#[tokio::test]
async fn declined_and_cancelled_pay_nothing() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let id = asked(&mut alice, "@obole #send 50€ @bob").await;
    let sheet = alice.get(&format!("/approve/{id}")).await;
    let declined = alice.submit(&sheet, &format!("/approve/{id}/decline"), &[]).await;
    assert!(alice.follow(declined).await.says("Declined"));
    assert!(alice.get(&format!("/approve/{id}")).await.says("You declined this payment."));

    let id = asked(&mut alice, "@obole #send 60€ @bob").await;
    let story = alice.get(&format!("/pay/{id}")).await;
    let path = format!("/pay/{id}/cancel");
    let cancelled = alice.submit(&story, &path, &[]).await;
    assert!(alice.follow(cancelled).await.says("Cancelled"));
    let again = alice.post(&path, &[]).await;
    assert!(
        again.status == StatusCode::UNPROCESSABLE_ENTITY && again.says("already ended"),
        "{}",
        again.body
    );
    assert_eq!(town.available("alice").await, 30_000);
}

/// Sets money aside for somebody without account; gives the payment's id and the private link's path.
async fn set_aside(alice: &mut Visitor<'_>) -> (String, String) {
    let square = alice.say("@obole #send 20€ @zoe for the film").await;
    let link = square.link("/claim/").unwrap_or_else(|| panic!("no link: {}", square.body));
    let id = square.link("/pay/pay_").unwrap();
    (id.strip_prefix("/pay/").unwrap().to_owned(), link)
}

#[tokio::test]
async fn money_is_claimed_by_link_and_confirmed_by_its_sender() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let (id, link) = set_aside(&mut alice).await;
    assert_eq!(town.available("alice").await, 28_000);
    for page in ["/needs", &format!("/pay/{id}"), &link] {
        assert!(
            alice.get(page).await.says(&format!("http://localhost:8080{link}")),
            "{page} shows the link to its sender"
        );
    }
    let mut guest = town.visitor();
    let offer = guest.get(&link).await;
    assert!(
        offer.says("Alice Test") && offer.says("20.00\u{a0}€") && offer.says("Sign in first"),
        "{}",
        offer.body
    );
    guest.get(&format!("/door?next={link}")).await;
    let entered = guest.post("/door/as", &[("handle", "carol")]).await;
    assert_eq!(entered.location().as_deref(), Some(link.as_str()));
    let mut carol = guest;
    let offer = carol.follow(entered).await;
    let asked = carol.submit(&offer, &link, &[]).await;
    assert!(carol.follow(asked).await.says("Alice Test is asked to confirm"));
    assert!(carol.get("/needs").await.says("Waiting for the sender"));
    assert!(
        town.visitor_as("bob").await.get(&link).await.says("no longer waiting"),
        "it is Carol's turn"
    );

    let sheet = alice.get(&format!("/approve/{id}")).await;
    assert!(
        sheet.says("Carol Test") && sheet.says("@zoe") && sheet.says("opened the private link"),
        "{}",
        sheet.body
    );
    let confirmed = alice.submit(&sheet, &format!("/approve/{id}"), &[]).await;
    assert!(alice.follow(confirmed).await.says("Confirmed"));
    assert!(carol.get(&link).await.says("It is yours."));
    assert_eq!((town.available("alice").await, town.available("carol").await), (28_000, 32_000));
    assert_eq!(carol.get(&format!("/pay/{id}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_merchant_sees_the_fee_before_anything_is_paid() {
    let town = Town::demo().await;
    town.arrive("shop", "merchant").await;
    let mut shop = town.visitor_as("shop").await;
    let mut alice = town.visitor_as("alice").await;
    let me = shop.get("/me").await;
    for says in ["Your fee", "1.5% of what", "100.00\u{a0}€, 1.50\u{a0}€", "keep 98.50\u{a0}€"]
    {
        assert!(me.says(says), "{says}: {}", me.body);
    }
    assert!(!alice.get("/me").await.says("Your fee"));
    assert!(!town.visitor_as("refuge").await.get("/me").await.says("Your fee"));

    let (id, link) = set_aside(&mut alice).await;
    let cost = "0.30\u{a0}€ <span class=\"note\">19.70\u{a0}€ arrive</span>";
    let offer = shop.get(&link).await;
    assert!(offer.says(cost), "{}", offer.body);
    for (who, mut other) in [("bob", town.visitor_as("bob").await), ("a guest", town.visitor())] {
        assert!(!other.get(&link).await.says("arrive"), "{who} pays no fee");
    }
    assert!(!alice.get(&link).await.says("19.70"), "the payer is not told what others pay");
    shop.submit(&offer, &link, &[]).await;
    assert!(shop.get(&link).await.says(cost), "while it waits for the sender");
    let sheet = alice.get(&format!("/approve/{id}")).await;
    assert!(sheet.says("20.00\u{a0}€, without a fee"), "{}", sheet.body);
    alice.submit(&sheet, &format!("/approve/{id}"), &[]).await;
    assert!(shop.get(&link).await.says(cost));
    assert_eq!(
        (town.available("alice").await, town.available("shop").await),
        (28_000, 31_970),
        "what was shown is what was taken"
    );
}

#[tokio::test]
async fn a_claim_can_be_turned_away_and_sent_back() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let (id, link) = set_aside(&mut alice).await;
    let own = alice.post(&link, &[]).await;
    assert!(
        own.status == StatusCode::UNPROCESSABLE_ENTITY
            && own.says("you set this money aside yourself"),
        "{}",
        own.body
    );
    let mut bob = town.visitor_as("bob").await;
    let offer = bob.get(&link).await;
    bob.submit(&offer, &link, &[]).await;
    let sheet = alice.get(&format!("/approve/{id}")).await;
    alice.submit(&sheet, &format!("/approve/{id}/decline"), &[]).await;
    assert_eq!(
        bob.get(&format!("/pay/{id}")).await.status,
        StatusCode::NOT_FOUND,
        "Bob is no party any more"
    );
    let offer = bob.get(&link).await;
    let back = bob.submit(&offer, &format!("{link}/decline"), &[]).await;
    assert!(bob.follow(back).await.says("The money has gone back"));
    assert_eq!(town.available("alice").await, 30_000);
    let late = bob.post(&link, &[]).await;
    assert!(
        late.status == StatusCode::UNPROCESSABLE_ENTITY && late.says("no longer waiting"),
        "{}",
        late.body
    );
    assert!(!town.visitor().get(&link).await.says("film"), "an old link tells a stranger no memo");
}

#[tokio::test]
async fn a_payment_is_nobody_elses_business() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let id = asked(&mut alice, "@obole #send 50€ @bob").await;
    let (held, link) = set_aside(&mut alice).await;
    let mut carol = town.visitor_as("carol").await;
    for id in [&id, &held] {
        for path in [format!("/pay/{id}"), format!("/approve/{id}")] {
            assert_eq!(carol.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for path in ["/pay/ID/cancel", "/approve/ID/decline", "/approve/ID"] {
            let path = path.replace("ID", id);
            let shown = "0".repeat(64);
            let seen = carol.post(&path, &[("shown", &shown), ("pin", PIN)]).await;
            assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    let mut bob = town.visitor_as("bob").await;
    assert_eq!(bob.get(&format!("/pay/{id}")).await.status, StatusCode::OK, "the payee may look");
    for path in [format!("/approve/{id}"), format!("/pay/{held}")] {
        assert_eq!(bob.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(bob.post(&format!("/pay/{id}/cancel"), &[]).await.status, StatusCode::NOT_FOUND);
    for page in
        ["/home", "/square", "/messages", "/needs", "/me", "/history", "/people", "/history.csv"]
    {
        let seen = carol.get(page).await;
        assert!(
            !seen.says(&link) && !seen.says(&id) && !seen.says("280.00"),
            "{page}: {}",
            seen.body
        );
    }
    assert_eq!(town.available("alice").await, 28_000);
}

#[tokio::test]
async fn what_the_rules_refuse_is_said_on_the_sheet() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let first = asked(&mut alice, "@obole #send 200€ @bob").await;
    let second = asked(&mut alice, "@obole #send 200€ @carol").await;
    for (id, status) in [(first, StatusCode::SEE_OTHER), (second, StatusCode::UNPROCESSABLE_ENTITY)]
    {
        let path = format!("/approve/{id}");
        let sheet = alice.get(&path).await;
        let seen = alice.submit(&sheet, &path, &[("pin", PIN)]).await;
        assert_eq!(seen.status, status, "{}", seen.body);
        let short = seen.says("is more than the 100.00\u{a0}€ you have");
        assert_eq!(short, status != StatusCode::SEE_OTHER, "{}", seen.body);
    }
    assert_eq!(town.available("alice").await, 10_000);
    let messages = alice.get("/messages").await;
    let (_, rest) = messages.body.split_once("Carol Test").unwrap();
    assert!(rest.contains("data-card"), "what waits has its card");
    let cards: Vec<_> = messages.links("data-card=\"pay_");
    let once: std::collections::BTreeSet<_> = cards.iter().collect();
    assert_eq!(cards.len(), once.len(), "each payment has one card: {cards:?}");
}

#[tokio::test]
async fn whoever_looks_like_somebody_known_is_shown_beside_them() {
    let town = Town::demo().await;
    for (handle, kind) in [("b0b", "person"), ("refu9e", "person")] {
        town.arrive(handle, kind).await;
    }
    let mut alice = town.visitor_as("alice").await;
    let warns = "Look twice";
    // Bob is not known to her yet, and no shop.
    let id = asked(&mut alice, "@obole #send 40€ @b0b").await;
    assert!(!alice.get(&format!("/approve/{id}")).await.says(warns));
    alice.say("@obole #send 2€ @bob").await;
    let sheet = alice.get(&format!("/approve/{id}")).await;
    for says in [warns, "<code>@b0b</code>", "<code>@bob</code>", "you have paid them once"] {
        assert!(sheet.says(says), "{says}: {}", sheet.body);
    }
    // Bob himself looks like nobody, whoever imitates him.
    let id = asked(&mut alice, "@obole #send 40€ @bob").await;
    assert!(!alice.get(&format!("/approve/{id}")).await.says(warns));
    let id = asked(&mut alice, "@obole #send 40€ @refu9e").await;
    let sheet = alice.get(&format!("/approve/{id}")).await;
    for says in [warns, "<code>@refuge</code>", "a shop or charity here"] {
        assert!(sheet.says(says), "{says}: {}", sheet.body);
    }
    // Somebody without account, too.
    let id = asked(&mut alice, "@obole #send 40€ @refug3").await;
    assert!(alice.get(&format!("/approve/{id}")).await.says("<code>@refuge</code>"));
}
