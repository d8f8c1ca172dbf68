//! Payments on days to come: the form, the approval, the page of each.

use axum::http::StatusCode;

use crate::town::{PIN, Seen, Town, Visitor};

/// A day a year ahead, so that nothing falls due during a test.
fn ahead() -> String {
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    today.saturating_add(jiff::Span::new().years(1)).to_string()
}

/// Fills the form in as it is shown.
async fn fill(who: &mut Visitor<'_>, fields: &[(&str, &str)]) -> Seen {
    let page = who.get("/schedules").await;
    who.submit(&page, "/schedules", fields).await
}

fn rent<'a>(first: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("to", "@bob"), ("amount", "12,50"), ("currency", "EUR")];
    fields.extend([("what", "rent"), ("first", first), ("rhythm", "weekly")]);
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    fields
}

#[tokio::test]
async fn a_schedule_is_approved_with_the_pin_paused_resumed_and_taken_back() {
    let town = Town::demo().await;
    let (mut alice, mut bob) = (town.visitor_as("alice").await, town.visitor_as("bob").await);
    let first = ahead();
    let page = alice.get("/schedules").await;
    let fields = rent(&first, &[("rhythm", "monthly"), ("day", "31"), ("times", "12")]);
    let sent = alice.submit(&page, "/schedules", &fields).await;
    let path = sent.location().unwrap_or_else(|| panic!("{}", sent.body));
    let again = alice.submit(&page, "/schedules", &fields).await;
    assert_eq!(again.location(), Some(path.clone()), "the same form is the same schedule");
    let id = path.strip_prefix("/approve/").unwrap().to_owned();
    assert!(alice.get("/needs").await.says(&path));
    let sheet = alice.get(&path).await;
    for says in ["You schedule", "12.50\u{a0}€", "Every month on day 31", "12 payments", "rent"] {
        assert!(sheet.says(says), "{says}: {}", sheet.body);
    }
    assert_eq!(bob.get(&path).await.status, StatusCode::NOT_FOUND, "it is not bob's to approve");
    let wrong = alice.submit(&sheet, &path, &[("pin", "135790")]).await;
    assert!(wrong.says("You have 4 tries left."), "{}", wrong.body);
    let changed = alice.post(&path, &[("shown", &"0".repeat(64)), ("pin", PIN)]).await;
    assert_eq!(changed.status, StatusCode::CONFLICT);
    let done = alice.submit(&sheet, &path, &[("pin", PIN)]).await;
    assert_eq!(done.location(), Some(format!("/schedules/{id}")), "{}", done.body);
    let page = alice.follow(done).await;
    assert!(page.says("Active") && page.says("Next payment"), "{}", page.body);
    assert!(alice.get(&path).await.says("nothing left to approve"));
    assert_eq!(bob.get(&format!("/schedules/{id}")).await.status, StatusCode::NOT_FOUND);
    for (act, says) in [("pause", "Paused"), ("resume", "Active"), ("withdraw", "Taken back")] {
        let page = alice.get(&format!("/schedules/{id}")).await;
        let done = alice.submit(&page, &format!("/schedules/{id}/{act}"), &[]).await;
        let page = alice.follow(done).await;
        assert!(page.says(says), "{act}: {}", page.body);
    }
    assert!(alice.get("/messages").await.says("no more scheduled payments of 12.50"));
    assert_eq!(town.available("alice").await, 30_000, "nothing has moved");
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_what_was_typed() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let first = ahead();
    let incomplete = "Something is missing";
    for (more, says) in [
        (("to", "@nobody"), "@nobody has no account here"),
        (("to", ""), incomplete),
        (("amount", "ten"), incomplete),
        (("amount", "1 @carol"), incomplete),
        (("amount", "250,01"), "limit of 250.00"),
        (("first", "2020-01-01"), "the first day must lie ahead"),
        (("first", "2020-02-30"), incomplete),
        (("last", "2020-01-01"), "the first day must lie ahead"),
        (("rhythm", "daily"), incomplete),
        (("times", "0"), "the first day must lie ahead"),
        (("times", "many"), incomplete),
    ] {
        let seen = fill(&mut alice, &rent(&first, &[more])).await;
        assert!(seen.status.is_client_error(), "{more:?}: {}", seen.status);
        assert!(seen.says(says) && seen.says("value=\"rent\""), "{more:?} {says}: {}", seen.body);
    }
    let page = alice.get("/schedules?to=bob").await;
    assert!(page.says("value=\"bob\"") && page.says("None yet"), "{}", page.body);
}

#[tokio::test]
async fn the_way_to_schedules_is_shown_where_people_pay() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    for path in ["/home", "/me", "/pay"] {
        assert!(alice.get(path).await.says("href=\"/schedules"), "{path}");
    }
    assert!(alice.get("/pay?to=bob").await.says("/schedules?to=@bob#new"));
}
