//! Money that programs ask for: by the rules of a post, seen by those whom it concerns, paid by nobody but a person.

use serde_json::{Value, json};

use super::{Program, Told, program};
use crate::town::{PIN, Town};

const SCOPES: [&str; 2] = ["requests", "requests:write"];

async fn ask(who: &Program<'_>, id: &str, to: &[&str], minor: i64, kind: &str) -> Told {
    let amount = json!({ "currency": "EUR", "minor": minor });
    let body = json!({ "to": to, "amount": amount, "kind": kind, "memo": "the boat" });
    who.post("/v1/requests", id, &body).await
}

#[tokio::test]
async fn a_whole_is_shared_once_and_each_share_is_paid_on_its_page() {
    let town = Town::demo().await;
    let alice = program(&town, &SCOPES, Some("alice")).await;
    let bob = program(&town, &SCOPES, Some("bob")).await;
    let first = ask(&alice, "boat", &["@bob", "Carol"], 1_000, "split").await;
    assert_eq!(first.status, 201, "{first:?}");
    let shares: Vec<&Value> = first.body["requests"].as_array().unwrap().iter().collect();
    let told = |share: &Value| (share["payer"].clone(), share["amount"]["minor"].clone());
    assert_eq!(
        shares.iter().map(|share| told(share)).collect::<Vec<_>>(),
        [(json!("bob"), json!(334)), (json!("carol"), json!(333))]
    );
    let again = ask(&alice, "boat", &["@bob", "Carol"], 1_000, "split").await;
    assert_eq!((&again.body, again.header("idempotent-replayed")), (&first.body, "true"));
    assert!(ask(&alice, "boat", &["@bob"], 1_000, "split").await.is(422, "key_reused"));

    let mine = bob.get("/v1/requests").await;
    assert_eq!(mine.body["requests"].as_array().unwrap().len(), 1);
    let asked = alice.get("/v1/requests?side=by").await;
    assert_eq!(asked.body["requests"], first.body["requests"]);
    let approve = shares[0]["approve_url"].as_str().unwrap();
    let approve = approve.strip_prefix("http://localhost:8080").unwrap().to_owned();
    let mut person = town.visitor_as("bob").await;
    let page = person.get(&approve).await;
    person.submit(&page, &approve, &[("pin", PIN)]).await;
    let id = shares[0]["id"].as_str().unwrap();
    let carol = program(&town, &SCOPES, Some("carol")).await;
    let seen = carol.get(&format!("/v1/requests/{id}")).await;
    assert_eq!((&seen.body["state"], &seen.body["approve_url"]), (&json!("paid"), &Value::Null));
    assert_eq!((town.available("bob").await, town.available("alice").await), (29_666, 30_334));
    let refuge = program(&town, &SCOPES, Some("refuge")).await;
    assert!(refuge.get(&format!("/v1/requests/{id}")).await.is(404, "not_found"));
}

#[tokio::test]
async fn who_asks_reminds_and_withdraws_and_who_is_asked_declines() {
    let town = Town::demo().await;
    let alice = program(&town, &SCOPES, Some("alice")).await;
    let bob = program(&town, &SCOPES, Some("bob")).await;
    let of =
        |told: &Told| format!("/v1/requests/{}", told.body["requests"][0]["id"].as_str().unwrap());
    let one = of(&ask(&alice, "1", &["bob"], 500, "request").await);
    let early = alice.post(&format!("{one}/remind"), "2", &Value::Null).await;
    assert!(early.is(422, "reminded_lately"), "{early:?}");
    let not_hers = bob.post(&format!("{one}/withdraw"), "3", &Value::Null).await;
    assert!(not_hers.is(404, "payment_unknown"), "{not_hers:?}");
    assert_eq!(bob.post(&format!("{one}/decline"), "4", &Value::Null).await.status, 201);
    assert_eq!(bob.get(&one).await.body["state"], "declined");
    let over = alice.post(&format!("{one}/withdraw"), "5", &Value::Null).await;
    assert!(over.is(422, "request_ended"), "{over:?}");
    let two = of(&ask(&alice, "6", &["bob"], 500, "request").await);
    assert_eq!(alice.post(&format!("{two}/withdraw"), "7", &Value::Null).await.status, 201);
    assert_eq!(alice.get(&two).await.body["state"], "withdrawn");
    assert_eq!(bob.get("/v1/requests").await.body, json!({ "requests": [] }));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_a_key_needs_its_scopes() {
    let town = Town::demo().await;
    let alice = program(&town, &SCOPES, Some("alice")).await;
    for (place, (to, minor, kind, status, code)) in [
        (vec![], 500, "request", 400, "bad_body"),
        (vec!["bob"; 21], 500, "request", 400, "bad_body"),
        (vec!["bob"], 500, "gift", 400, "bad_body"),
        (vec!["bob"], 0, "request", 422, "amount_too_small"),
        (vec!["bob", "carol"], 2, "split", 422, "amount_too_small"),
        (vec!["nobody"], 500, "request", 422, "asked_unknown"),
        (vec!["alice"], 500, "request", 422, "recipient_self"),
        (vec!["b!b"], 500, "request", 422, "handle_bad"),
    ]
    .into_iter()
    .enumerate()
    {
        let told = ask(&alice, &place.to_string(), &to, minor, kind).await;
        assert!(told.is(status, code), "{to:?} {minor} {kind}: {told:?}");
    }
    assert!(alice.get("/v1/requests?side=up").await.is(400, "bad_query"));
    let reader = program(&town, &["requests"], Some("alice")).await;
    assert!(ask(&reader, "x", &["bob"], 500, "request").await.is(403, "scope_missing"));
    let payer = program(&town, &["payments"], Some("alice")).await;
    assert!(payer.get("/v1/requests").await.is(403, "scope_missing"));
}
