//! Schedules: asked for by programs, approved by people.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::program;
use crate::town::{PIN, Town};

/// Rent on the 31st of every month, a year ahead at the earliest.
fn rent(to: &str) -> Value {
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let first = today.saturating_add(jiff::Span::new().years(1)).to_string();
    let amount = json!({ "currency": "EUR", "minor": 1250 });
    json!({ "to": to, "amount": amount, "rhythm": "monthly", "day": 31, "first": first, "memo": "rent" })
}

#[tokio::test]
async fn a_program_asks_and_only_the_member_sets_up() {
    let town = Town::real().await;
    let alice = program(&town, &["schedules"], Some("alice")).await;
    let asked = alice.post("/v1/schedules", "s1", &rent("@Bob")).await;
    assert_eq!(asked.status, StatusCode::CREATED, "{:?}", asked.body);
    let told = &asked.body;
    assert_eq!(
        (&told["state"], &told["payee"], &told["day"]),
        (&json!("asked"), &json!("bob"), &json!(31))
    );
    let again = alice.post("/v1/schedules", "s1", &rent("bob")).await;
    assert_eq!((&again.body["id"], again.header("idempotent-replayed")), (&told["id"], "true"));
    assert!(alice.post("/v1/schedules", "s1", &rent("carol")).await.is(422, "key_reused"));
    let path = format!("/v1/schedules/{}", told["id"].as_str().unwrap());
    let pause = format!("{path}/pause");
    assert!(alice.post(&pause, "p1", &Value::Null).await.is(422, "schedule_state"));
    assert!(alice.post(&pause, "p1", &Value::Null).await.is(422, "schedule_state"), "it is kept");
    let bob = program(&town, &["schedules"], Some("bob")).await;
    assert!(bob.get(&path).await.is(404, "not_found"), "it is none of his business");
    assert!(bob.post(&format!("{path}/end"), "e1", &Value::Null).await.is(404, "not_found"));

    let mut visitor = town.visitor_as("alice").await;
    let page = told["approve_url"].as_str().unwrap().rsplit_once("/approve/").unwrap().1;
    let page = format!("/approve/{page}");
    let sheet = visitor.get(&page).await;
    let done = visitor.submit(&sheet, &page, &[("pin", PIN)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let active = alice.get(&path).await.body;
    assert_eq!((&active["state"], &active["approve_url"]), (&json!("active"), &Value::Null));
    for (act, state) in [("pause", "paused"), ("resume", "active"), ("end", "withdrawn")] {
        let told = alice.post(&format!("{path}/{act}"), act, &Value::Null).await;
        assert_eq!((told.status, &told.body["state"]), (StatusCode::OK, &json!(state)), "{act}");
        let again = alice.post(&format!("{path}/{act}"), act, &Value::Null).await;
        assert_eq!(again.header("idempotent-replayed"), "true");
    }
    assert_eq!(alice.get(&format!("{path}/runs")).await.body, json!({ "runs": [] }));
}

#[tokio::test]
async fn what_a_program_asks_for_must_make_sense() {
    let town = Town::real().await;
    let all = program(&town, &["schedules"], None).await;
    assert!(all.post("/v1/schedules", "s", &rent("bob")).await.is(422, "member_missing"));
    let alice = program(&town, &["schedules"], Some("alice")).await;
    let cases = [
        ("day", json!(0), 400, "bad_body"),
        ("day", json!(31.5), 400, "bad_body"),
        ("rhythm", json!("weekly"), 422, "dates_bad"),
        ("rhythm", json!("daily"), 400, "bad_body"),
        ("times", json!(1001), 400, "bad_body"),
        ("first", json!("2026-02-30"), 400, "bad_day"),
        ("last", json!("2026-03-31T10:00"), 400, "bad_day"),
        ("first", json!("2020-01-31"), 422, "dates_bad"),
        ("last", json!("2020-01-31"), 422, "dates_bad"),
        ("to", json!("nobody"), 422, "payee_unknown"),
        ("to", json!("alice"), 422, "recipient_self"),
        ("amount", json!({ "currency": "EUR", "minor": 0 }), 422, "amount_too_small"),
        ("amount", json!({ "currency": "eur", "minor": 1 }), 422, "currency_unknown"),
        ("memo", json!("x".repeat(281)), 400, "bad_body"),
        ("colour", json!("red"), 400, "bad_body"),
    ];
    for (index, (field, value, status, code)) in cases.into_iter().enumerate() {
        let mut wanted = rent("bob");
        wanted[field] = value;
        let told = alice.post("/v1/schedules", &format!("s{index}"), &wanted).await;
        assert!(told.is(status, code), "{field}: {:?}", told.body);
    }
    let payments = program(&town, &["payments"], Some("alice")).await;
    assert!(payments.get("/v1/schedules").await.is(403, "scope_missing"));
    assert!(alice.get("/v1/schedules?cursor=x").await.is(400, "bad_cursor"));
    assert!(alice.get("/v1/schedules/sched_x").await.is(404, "not_found"));
}

#[tokio::test]
async fn schedules_are_listed_the_newest_first_page_by_page() {
    let town = Town::real().await;
    let alice = program(&town, &["schedules"], Some("alice")).await;
    let mut made = Vec::new();
    for index in 0..3 {
        let told = alice.post("/v1/schedules", &format!("s{index}"), &rent("bob")).await;
        made.push(told.body["id"].as_str().unwrap().to_owned());
    }
    made.sort();
    made.reverse();
    let ids = |page: &Value| -> Vec<String> {
        let all = page["schedules"].as_array().unwrap().iter();
        all.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let first = alice.get("/v1/schedules?limit=2").await.body;
    assert_eq!(ids(&first), made[..2]);
    let next = first["next"].as_str().unwrap();
    let second = alice.get(&format!("/v1/schedules?limit=2&cursor={next}")).await.body;
    assert_eq!((ids(&second), &second["next"]), (made[2..].to_vec(), &Value::Null));
    let all = program(&town, &["schedules"], None).await;
    assert_eq!(ids(&all.get("/v1/schedules?member=alice").await.body), made);
    assert!(ids(&all.get("/v1/schedules?member=bob").await.body).is_empty());
}
