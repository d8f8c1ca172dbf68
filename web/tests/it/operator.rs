//! The operator's pages: for whom they exist, and that each act takes the operator's PIN.

use std::time::Duration;

use app::obole::Incoming;
use app::operate::{Order, carry_out};
use axum::http::StatusCode;

use crate::town::{PIN, Town, Visitor};

const PAGES: [&str; 7] = [
    "/operator",
    "/operator/payments",
    "/operator/members",
    "/operator/holds",
    "/operator/refusals",
    "/operator/acts",
    "/operator/suspense",
];

/// Bob at the counter.
async fn counter(town: &Town) -> Visitor<'_> {
    name_operator(town, false).await;
    town.visitor_as("bob").await
}

async fn name_operator(town: &Town, end: bool) {
    let order = Order::Operator { handle: "bob".to_owned(), end };
    carry_out(&town.obole, order).await.unwrap();
}

async fn say(town: &Town, id: &str, text: &str) {
    let post = Incoming::square(id.to_owned(), "alice".to_owned(), text.to_owned(), true);
    town.obole.post(post).await.unwrap();
}

#[tokio::test]
async fn to_anybody_else_the_pages_do_not_exist() {
    let town = Town::demo().await;
    let alice = town.id("alice").await;
    let freeze = format!("/operator/members/{alice}/freeze");
    let mut bob = town.visitor_as("bob").await;
    for page in PAGES {
        assert_eq!(bob.get(page).await.status, StatusCode::NOT_FOUND, "{page}");
        assert_eq!(town.visitor().get(page).await.location().as_deref(), Some("/door"));
    }
    assert!(!bob.get("/home").await.says("href=\"/operator\""));
    let fields = [("reason", "x"), ("pin", PIN)];
    assert_eq!(bob.post(&freeze, &fields).await.status, StatusCode::NOT_FOUND);
    name_operator(&town, false).await;
    for page in PAGES {
        assert_eq!(bob.get(page).await.status, StatusCode::OK, "{page}");
    }
    assert!(bob.get("/home").await.says("href=\"/operator\""));
    name_operator(&town, true).await;
    assert_eq!(bob.post(&freeze, &fields).await.status, StatusCode::NOT_FOUND, "it ends at once");
    assert_eq!(bob.get("/operator").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn freezing_takes_the_pin_and_a_reason_and_is_in_the_trail() {
    let town = Town::demo().await;
    let mut bob = counter(&town).await;
    let page = format!("/operator/members/{}", town.id("alice").await);
    let seen = bob.get(&page).await;
    assert!(seen.says("300.00\u{a0}€") && seen.says("Freeze Alice Test"), "{}", seen.body);
    let freeze = format!("{page}/freeze");
    let reason = ("reason", "lost telephone");
    let wrong = bob.submit(&seen, &freeze, &[reason, ("pin", "135790")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("You have 4 tries left.") && wrong.says("value=\"lost telephone\""));
    assert!(wrong.says("Freeze Alice Test"), "nothing was done: {}", wrong.body);
    let bare = bob.submit(&seen, &freeze, &[("reason", " "), ("pin", PIN)]).await;
    assert_eq!(bare.status, StatusCode::BAD_REQUEST);
    let done = bob.submit(&seen, &freeze, &[reason, ("pin", PIN)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let frozen = bob.get(&page).await;
    assert!(frozen.says("Frozen: lost telephone"), "{}", frozen.body);
    let acts = bob.get("/operator/acts").await;
    for says in ["Bob Test", "froze", "lost telephone", "made an operator", "Command line"] {
        assert!(acts.says(says), "{says}: {}", acts.body);
    }
    let refused = Incoming::square("z".into(), "alice".into(), "#send 1€ @carol".into(), true);
    let refused = town.obole.post(refused).await.unwrap().outcome;
    assert!(matches!(refused, domain::request::Outcome::Refused(_)), "{refused:?}");
    let done = bob.submit(&frozen, &format!("{page}/release"), &[("pin", PIN)]).await;
    assert!(!bob.follow(done).await.says("Frozen:"));
    let refusals = bob.get("/operator/refusals").await;
    assert!(refusals.says("payer_frozen") && refusals.says("pin_wrong"), "{}", refusals.body);
}

#[tokio::test]
async fn a_pin_that_is_guessed_locks_at_the_counter_too() {
    let town = Town::demo().await;
    let mut bob = counter(&town).await;
    let page = format!("/operator/members/{}", town.id("alice").await);
    let seen = bob.get(&page).await;
    for _ in 0..5 {
        bob.submit(&seen, &format!("{page}/freeze"), &[("reason", "x"), ("pin", "135790")]).await;
    }
    let locked =
        bob.submit(&seen, &format!("{page}/freeze"), &[("reason", "x"), ("pin", PIN)]).await;
    assert!(locked.says("locked") && !bob.get(&page).await.says("Frozen"), "{}", locked.body);
}

#[tokio::test]
async fn payments_are_found_by_id_member_state_and_day() {
    let town = Town::demo().await;
    say(&town, "a", "#send 12€ @carol for a secret").await;
    say(&town, "b", "#send 50€ @carol").await;
    say(&town, "c", "#send 20€ @zoe").await;
    let mut bob = counter(&town).await;
    let all = bob.get("/operator/payments").await;
    for says in ["12.00\u{a0}€", "50.00\u{a0}€", "20.00\u{a0}€", "Alice Test", "@zoe"] {
        assert!(all.says(says), "{says}: {}", all.body);
    }
    assert!(!all.says("secret"), "what people write to each other is theirs");
    for (query, says, not) in [
        ("state=asked", "50.00", "12.00"),
        ("state=paid&q=%40carol", "12.00", "50.00"),
        ("q=%40refuge", "There is nothing.", "12.00"),
        ("until=1999-01-01", "There is nothing.", "12.00"),
        ("since=2999-01-01", "There is nothing.", "12.00"),
    ] {
        let seen = bob.get(&format!("/operator/payments?{query}")).await;
        assert!(seen.says(says) && !seen.says(not), "{query}: {}", seen.body);
    }
    let id = all.links("pay_").into_iter().max().unwrap();
    let one = bob.get(&format!("/operator/payments?q={id}")).await;
    assert_eq!(one.body.matches("<tr>").count(), 2, "headings and one payment: {}", one.body);
    let holds = bob.get("/operator/holds").await;
    assert!(holds.says("20.00\u{a0}€") && !holds.says("50.00"), "{}", holds.body);
    let members = bob.get("/operator/members?q=carol").await;
    assert!(members.says("Carol Test") && !members.says("Alice Test"), "{}", members.body);
}

#[tokio::test]
async fn the_overview_says_whether_the_money_is_there_and_the_ledger_sound() {
    let town = Town::demo().await;
    say(&town, "a", "#send 12€ @carol").await;
    let mut bob = counter(&town).await;
    let before = bob.get("/operator").await;
    for says in ["All that members have is there", "1,200.00\u{a0}€", "has not been checked"] {
        assert!(before.says(says), "{says}: {}", before.body);
    }
    assert!(before.says("<svg viewBox") && before.says("Payments begun, by day"));
    let sent = bob.submit(&before, "/operator/check", &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let after = async {
        loop {
            let page = bob.get("/operator").await;
            if page.says("Sound on") {
                return page;
            }
            tokio::task::yield_now().await;
        }
    };
    let after = tokio::time::timeout(Duration::from_secs(20), after).await.unwrap();
    assert!(after.says("transfers 5"), "{}", after.body);
}

async fn receive(town: &Town, id: &str, amount: &str, reference: &str, from: &str) {
    let [amount, reference, from, id] = [amount, reference, from, id].map(str::to_owned);
    carry_out(&town.obole, Order::Receive { amount, reference, from, id }).await.unwrap();
}

#[tokio::test]
async fn money_without_owner_is_matched_or_sent_back_once_with_the_pin() {
    let town = Town::demo().await;
    receive(&town, "B1", "12.50 EUR", "for carol", "ALICE TEST").await;
    receive(&town, "B2", "7.00 EUR", "?", "A. Nobody").await;
    receive(&town, "B3", "3.00 EUR", "@alice", "A. Nobody").await;
    receive(&town, "B1", "12.50 EUR", "for carol", "ALICE TEST").await;
    let mut bob = counter(&town).await;
    let list = bob.get("/operator/suspense").await;
    for says in ["12.50\u{a0}€", "ALICE TEST", "for carol", "7.00\u{a0}€", "@carol, @alice"] {
        assert!(list.says(says), "{says}: {}", list.body);
    }
    assert!(!list.says("3.00\u{a0}€"), "what names a member is theirs at once");
    let overview = bob.get("/operator").await;
    assert!(overview.says("All that members have is there, and 0.00\u{a0}€ more."), "it is owed");
    let ids = list.links("sus_");
    let page = |place: usize| format!("/operator/suspense/{}", ids[place]);
    let (first, second) = (page(0), page(1));
    let seen = bob.get(&first).await;
    assert!(seen.says("?to=carol") && seen.says("Credit 12.50"), "{}", seen.body);
    assert!(bob.get(&format!("{first}?to=carol")).await.says("value=\"carol\""));
    let give = format!("{first}/match");
    let reason = ("reason", "she says so");
    let nobody = bob.submit(&seen, &give, &[("to", "zoe"), reason, ("pin", PIN)]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.says("value=\"zoe\"") && nobody.says("value=\"she says so\""));
    let wrong = bob.submit(&seen, &give, &[("to", "carol"), reason, ("pin", "135790")]).await;
    assert!(wrong.says("You have 4 tries left."), "{}", wrong.body);
    let bare = bob.submit(&seen, &give, &[("to", "carol"), ("reason", " "), ("pin", PIN)]).await;
    assert_eq!(bare.status, StatusCode::BAD_REQUEST);
    let done = bob.submit(&seen, &give, &[("to", "@carol"), reason, ("pin", PIN)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let again = bob.submit(&seen, &give, &[("to", "carol"), reason, ("pin", PIN)]).await;
    assert!(again.says("waits no longer") && !again.says("match-pin"), "{}", again.body);
    let seen = bob.get(&second).await;
    let back = format!("{second}/send-back");
    let done = bob.submit(&seen, &back, &[("reason", "nobody knows"), ("pin", PIN)]).await;
    let after = bob.follow(done).await;
    for says in ["Credited to Carol Test", "Sent back", "There is nothing."] {
        assert!(after.says(says), "{says}: {}", after.body);
    }
    let acts = bob.get("/operator/acts").await;
    for says in ["booked money that arrived", "matched money", "she says so", "nobody knows"] {
        assert!(acts.says(says), "{says}: {}", acts.body);
    }
    let mut carol = town.visitor_as("carol").await;
    assert!(carol.get("/home").await.says("312.50\u{a0}€"));
    assert!(carol.get("/messages").await.says("for carol"));
}
