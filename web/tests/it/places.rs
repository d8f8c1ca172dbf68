//! Home, the history, people, limits, several currencies.

use app::obole::Incoming;
use app::operate::{Order, carry_out};
use axum::http::StatusCode;

use crate::town::Town;

async fn credit(town: &Town, to: &str, amount: &str) {
    let (to, amount) = (to.to_owned(), amount.to_owned());
    let reference = format!("{to} {amount}");
    carry_out(&town.obole, Order::Credit { to, amount, reference }).await.unwrap();
}

/// Posts without waiting for the answer to stand in the square.
async fn say(town: &Town, id: &str, from: &str, text: &str) {
    let post = Incoming::square(id.to_owned(), from.to_owned(), text.to_owned(), true);
    let answer = town.obole.post(post).await.unwrap();
    assert_eq!(answer.outcome, domain::request::Outcome::Done, "{text}");
}

#[tokio::test]
async fn home_says_what_there_is_and_what_to_do() {
    let town = Town::demo().await;
    let mut carol = town.visitor_as("carol").await;
    let empty = carol.get("/home").await;
    assert!(empty.says("300.00\u{a0}€") && empty.says("Nothing is waiting for you."));
    assert!(empty.says("will appear here") && empty.says("href=\"/pay\""), "{}", empty.body);
    say(&town, "a", "carol", "#send 12€ @bob for lunch").await;
    say(&town, "b", "carol", "#send 50€ @bob for the hotel").await;
    let home = carol.get("/home").await;
    for says in ["288.00\u{a0}€", "Bob Test", "-12.00\u{a0}€", "for lunch", "/approve/pay_"] {
        assert!(home.says(says), "{says}: {}", home.body);
    }
    let person = home.link("/people/mem_").unwrap();
    let person = carol.get(&person).await;
    assert!(person.says("Pay Bob Test") && person.says("you paid once"), "{}", person.body);
}

#[tokio::test]
async fn every_currency_stands_side_by_side() {
    let town = Town::demo().await;
    credit(&town, "alice", "12000 JPY").await;
    credit(&town, "alice", "1234.567 TND").await;
    say(&town, "yen", "alice", "#send 1500 JPY @bob for noodles").await;
    let mut alice = town.visitor_as("alice").await;
    for page in ["/home", "/square"] {
        let seen = alice.get(page).await;
        for amount in ["300.00\u{a0}€", "10,500\u{a0}¥", "1,234.567\u{a0}TND"] {
            assert!(seen.says(amount), "{page} {amount}: {}", seen.body);
        }
    }
    let history = alice.get("/history?currency=JPY").await;
    assert!(history.says("-1,500\u{a0}¥") && history.says("+12,000\u{a0}¥"), "{}", history.body);
    assert!(!history.says("300.00\u{a0}€</span>"), "each wallet has its own history");
    let limits = alice.get("/limits").await;
    for says in ["In EUR", "In JPY", "In TND", "1,500\u{a0}¥ used, 78,500\u{a0}¥ left"] {
        assert!(limits.says(says), "{says}: {}", limits.body);
    }
    assert!(limits.says("Since you last typed your PIN: 1,500\u{a0}¥."), "{}", limits.body);
    alice.post("/lang", &[("lang", "fr"), ("next", "/home")]).await;
    let home = alice.get("/home").await;
    assert!(home.says("1\u{202f}234,567\u{a0}TND") && home.says("10\u{202f}500\u{a0}¥"));
    let post = Incoming::square("x".into(), "alice".into(), "#send 50000 JPY @bob".into(), true);
    let refused = town.obole.post(post).await.unwrap();
    let domain::request::Outcome::Refused(refusal) = refused.outcome else { panic!("{refused:?}") };
    assert_eq!(refusal.code(), "payment_limit", "limits hold in each currency");
    assert_eq!(alice.get("/history?currency=USD").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_history_is_searched_and_paged() {
    let town = Town::demo().await;
    for number in 0..29 {
        let (who, cents) = if number % 2 == 0 { ("bob", number) } else { ("carol", number) };
        let text = format!("#send 1.{cents:02}€ @{who} for item{number}x");
        say(&town, &format!("h-{number}"), "alice", &text).await;
    }
    let mut alice = town.visitor_as("alice").await;
    let first = alice.get("/history").await;
    assert!(first.says("item28x") && !first.says("item2x") && first.says("Older"));
    let older = first.body.split("href=\"").find(|part| part.contains("&#38;from=")).unwrap();
    let older = older.split('"').next().unwrap().replace("&#38;", "&");
    let second = alice.get(&older).await;
    assert!(second.says("item2x") && second.says("Your bank") && !second.says("item28x"));
    for (query, says, not) in [
        ("who=carol", "item27x", "item28x"),
        ("who=%40BOB&way=out", "item28x", "item27x"),
        ("what=ITEM1x", "item1x", "item11x"),
        ("way=in", "+300.00", "item28x"),
        ("since=2999-01-01", "Nothing here fits", "item28x"),
        ("until=1999-01-01", "Nothing here fits", "item28x"),
        ("since=1999-01-01&until=2999-01-01", "item28x", "Nothing here fits"),
    ] {
        let seen = alice.get(&format!("/history?{query}")).await;
        assert!(seen.says(says) && !seen.says(&format!("{not} ")), "{query}: {}", seen.body);
    }
    let mut bob = town.visitor_as("bob").await;
    let foreign = bob.get(&older).await;
    assert!(!foreign.says("item"), "a line of somebody else leads nowhere: {}", foreign.body);
}

#[tokio::test]
async fn a_history_is_a_file_too() {
    let town = Town::demo().await;
    say(&town, "a", "alice", "#send 12€ @bob for =1+1, \"soup\"").await;
    let mut alice = town.visitor_as("alice").await;
    let file = alice.get("/history.csv?way=out").await;
    let header = |name: &str| file.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "text/csv; charset=utf-8");
    assert!(header("content-disposition").contains("obole-eur.csv"));
    let lines: Vec<&str> = file.body.split("\r\n").collect();
    assert_eq!(lines.first(), Some(&"at,way,who,handle,what,amount,currency,balance,reference"));
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(
        lines[1].contains(",out,Bob Test,bob,") && lines[1].contains(",-12.00,EUR,288.00,pay_")
    );
    assert!(!lines[1].contains(",="), "no field begins a formula: {}", lines[1]);
    let all = alice.get("/history.csv").await;
    assert!(all.says("+") || all.says(",in,Your bank,"), "{}", all.body);
    assert_eq!(town.visitor().get("/history.csv").await.location().as_deref(), Some("/door"));
}

#[tokio::test]
async fn people_are_those_one_has_paid_or_was_paid_by() {
    let town = Town::demo().await;
    for (index, text) in ["#send 1€ @bob", "#send 2€ @bob", "#send 3€ @carol"].iter().enumerate()
    {
        say(&town, &format!("p-{index}"), "alice", text).await;
    }
    say(&town, "back", "bob", "#send 4€ @alice for the film").await;
    let mut alice = town.visitor_as("alice").await;
    let people = alice.get("/people").await;
    assert!(people.says("you paid 2 times, paid you once"), "{}", people.body);
    assert!(people.says("Carol Test") && !people.says("Refuge"), "{}", people.body);
    let bob = format!("/people/{}", town.id("bob").await);
    let page = alice.get(&bob).await;
    assert!(page.says("for the film") || page.says("the film"), "{}", page.body);
    assert!(page.says("-2.00\u{a0}€") && !page.says("-3.00"), "{}", page.body);
    let mut carol = town.visitor_as("carol").await;
    let page = carol.get(&bob).await;
    assert!(page.says("Nothing has gone between you yet.") && !page.says("film"), "{}", page.body);
    let me = alice.get(&format!("/people/{}", town.id("alice").await)).await;
    assert!(!me.says("/pay?to="), "nobody pays themselves");
}

#[tokio::test]
async fn the_form_writes_the_message_and_moves_nothing() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let form = alice.get("/pay?to=bob").await;
    assert!(form.says("value=\"@bob\"") && form.says("action=\"/square\""), "{}", form.body);
    let path = "/square?to=%40bob&amount=12%2C50&currency=EUR&what=two+films";
    let square = alice.get(path).await;
    assert!(square.says("@obole #send 12,50 € @bob for two films"), "{}", square.body);
    assert_eq!(town.available("alice").await, 30_000);
    let text = "@obole #send 12,50 € @bob for two films";
    let sent = alice.submit(&square, "/post", &[("text", text), ("audience", "direct")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(town.available("alice").await, 28_750);
}
