//! What a charity was given: the page, its live updates, and that the counter is what the ledger says.

use std::time::Duration;

use app::obole::Incoming;
use axum::http::StatusCode;
use domain::money::Currency;
use domain::time::Timestamp;
use futures_util::StreamExt as _;

use crate::town::Town;

async fn give(town: &Town, id: &str, text: &str, direct: bool) {
    let post = Incoming::square(id.to_owned(), "alice".to_owned(), text.to_owned(), direct);
    town.obole.post(post).await.unwrap();
}

/// What the charity has from the beginning, by bank transfer.
const BEGINS: i64 = 30_000;

/// What the counter says, and what the charity's wallet has.
async fn counted(town: &Town) -> (i64, i64) {
    let (obole, charity) = (town.obole.clone(), town.id("refuge").await);
    let read = town.obole.read_rows(move |read| {
        let given = obole.given(read, charity, Currency::EUR, obole.now())?;
        // What a restart would sum anew.
        let anew = read.given_since(charity, Currency::EUR, 0, Timestamp(0))?;
        assert_eq!((anew.minor, anew.gifts), (given.minor, given.gifts));
        let wallets = read.wallets(charity)?;
        Ok((given.minor, wallets.iter().map(|wallet| wallet.posted).sum()))
    });
    read.await.unwrap()
}

#[tokio::test]
async fn everybody_sees_the_sum_and_members_see_who_gave_in_public() {
    let town = Town::demo().await;
    let empty = town.visitor().get("/drive/refuge").await;
    assert!(empty.says("Nothing was given yet."), "{}", empty.body);
    give(&town, "a", "@obole #give 12€ @refuge for the roof", false).await;
    give(&town, "b", "#give 7€ @refuge", true).await;
    let guest = town.visitor().get("/drive/refuge").await;
    assert_eq!(guest.status, StatusCode::OK);
    for says in ["19.00\u{a0}€", "2 gifts", "19.00\u{a0}€ today (2)", "value=\"1900\""] {
        assert!(guest.says(says), "{says}: {}", guest.body);
    }
    for hidden in ["Alice Test", "12.00", "7.00", "roof"] {
        assert!(!guest.says(hidden), "{hidden}: {}", guest.body);
    }
    let mut bob = town.visitor_as("bob").await;
    let seen = bob.get("/drive/@Refuge").await;
    assert!(seen.says("Alice Test") && seen.says("12.00\u{a0}€"), "{}", seen.body);
    assert!(!seen.says("7.00\u{a0}€") && !seen.says("roof"), "{}", seen.body);
    let person = bob.get(&format!("/people/{}", town.id("refuge").await)).await;
    assert!(person.says("/drive/refuge"), "{}", person.body);
    for nobody in ["/drive/alice", "/drive/nobody", "/drive/alice/live"] {
        assert_eq!(bob.get(nobody).await.status, StatusCode::NOT_FOUND, "{nobody}");
    }
}

#[tokio::test]
async fn the_counter_is_what_the_ledger_says() {
    let town = Town::demo().await;
    assert_eq!(counted(&town).await, (0, BEGINS));
    give(&town, "a", "#give 12€ @refuge", true).await;
    assert_eq!(counted(&town).await, (1_200, BEGINS + 1_200));
    // What is only asked, set aside for somebody else or taken back is no gift.
    give(&town, "b", "#give 50€ @refuge", true).await;
    give(&town, "c", "#send 5€ @zoe", true).await;
    give(&town, "d", "#cancel", true).await;
    give(&town, "e", "#give 3€ @refuge", true).await;
    assert_eq!(counted(&town).await, (1_500, BEGINS + 1_500));
    // A bank transfer to the charity is no gift either.
    let [to, amount, reference] = ["refuge", "100.00 EUR", "RF1"].map(str::to_owned);
    let credit = app::operate::Order::Credit { to, amount, reference };
    app::operate::carry_out(&town.obole, credit).await.unwrap();
    give(&town, "f", "#give 2€ @refuge", true).await;
    assert_eq!(counted(&town).await, (1_700, BEGINS + 11_700));
    // What goes back was not given, in part or whole.
    let charity = town.id("refuge").await;
    let latest = town.obole.read_rows(move |read| {
        let lines = read.statement(charity, Currency::EUR, None, 1)?;
        Ok(lines.first().map(|line| line.line.cause))
    });
    let payment = latest.await.unwrap().unwrap();
    for (amount, sum) in [(Some("0.50 EUR".to_owned()), 1_650), (None, 1_500)] {
        let (payment, reason) = (payment.to_string(), "a test".to_owned());
        let refund = app::operate::Order::Refund { payment, amount, reason };
        app::operate::carry_out(&town.obole, refund).await.unwrap();
        assert_eq!(counted(&town).await, (sum, BEGINS + 10_000 + sum));
    }
}

#[tokio::test]
async fn the_counter_grows_while_somebody_looks() {
    let town = Town::demo().await;
    let guest = town.visitor();
    let response = guest.open("/drive/refuge/live", &[]).await;
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let (mut stream, mut heard) = (response.into_body().into_data_stream(), String::new());
    // The same amount twice would be asked about.
    for (euros, sum) in [(1, 100), (2, 300), (3, 600)] {
        give(&town, &euros.to_string(), &format!("#give {euros}€ @refuge"), true).await;
        let says = format!("value=\"{sum}\"");
        while !heard.contains(&says) {
            let next = tokio::time::timeout(Duration::from_secs(5), stream.next()).await;
            heard.push_str(&String::from_utf8_lossy(&next.unwrap().unwrap().unwrap()));
        }
    }
    assert!(heard.contains("event: drive") && !heard.contains("Alice"), "{heard}");
    town.state.end_live();
    let ended = async { while stream.next().await.is_some() {} };
    tokio::time::timeout(Duration::from_secs(20), ended).await.expect("it ends with the process");
}
