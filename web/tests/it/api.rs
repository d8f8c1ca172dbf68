//! Programs: what their keys may do, what is repeated, refused, turned away, and how it is described.

use app::job::JOBS;
use app::keys::{NewKey, SCOPES};
use app::obole::Programs;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use domain::payment::State;
use domain::time::{MINUTE_US, SECOND_US};
use serde_json::{Value, json};
use tower::ServiceExt as _;
use web::api::signature::{HEADER, Signed};

use crate::town::Town;

mod requests;
mod schedules;

/// A program with a key.
#[derive(Clone)]
struct Program<'a> {
    town: &'a Town,
    id: String,
    secret: String,
}

/// What a program was answered.
#[derive(Debug)]
struct Told {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Told {
    fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    fn is(&self, status: u16, code: &str) -> bool {
        let problem = self.headers.get("content-type");
        self.status == status
            && self.code() == code
            && problem.is_some_and(|kind| kind == "application/problem+json")
            && self.body["status"] == status
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

async fn program<'a>(town: &'a Town, scopes: &[&str], member: Option<&str>) -> Program<'a> {
    let member = match member {
        Some(handle) => Some(town.id(handle).await),
        None => None,
    };
    let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
    made(town, NewKey { scopes, member, ..NewKey::default() }).await
}

async fn made(town: &Town, wanted: NewKey) -> Program<'_> {
    let (key, secret) = town.obole.new_api_key(wanted).await.unwrap();
    Program { town, id: key.id, secret }
}

impl Program<'_> {
    async fn get(&self, path: &str) -> Told {
        self.call(Method::GET, path, "", "").await
    }

    async fn post(&self, path: &str, id: &str, body: &Value) -> Told {
        self.call(Method::POST, path, id, &body.to_string()).await
    }

    async fn pay(&self, id: &str, to: &str, minor: i64) -> Told {
        let amount = json!({ "currency": "EUR", "minor": minor });
        self.post("/v1/payments", id, &json!({ "to": to, "amount": amount })).await
    }

    async fn call(&self, method: Method, path: &str, id: &str, body: &str) -> Told {
        let t = self.town.obole.now().0 / SECOND_US;
        self.call_at(t, method, path, id, body).await
    }

    async fn call_at(&self, t: i64, method: Method, path: &str, id: &str, body: &str) -> Told {
        let (method_name, bytes) = (method.to_string(), body.as_bytes());
        let signed = Signed { t, method: &method_name, path, idempotency_key: id, body: bytes };
        let header = signed.header(&self.id, self.secret.as_bytes());
        let mut request = Request::builder().method(method).uri(path).header(HEADER, header);
        if !id.is_empty() {
            request = request.header("idempotency-key", id);
        }
        if !body.is_empty() {
            request = request.header("content-type", "application/json");
        }
        sent(self.town, request.body(Body::from(body.to_owned())).unwrap()).await
    }
}

async fn sent(town: &Town, request: Request<Body>) -> Told {
    let router = web::router(town.state.clone());
    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
    let body = axum::body::to_bytes(body, 1024 * 1024).await.unwrap();
    let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
    Told { status: parts.status, headers: parts.headers, body }
}

const ALL: [&str; 6] = ["posts", "payments", "payments:write", "balance", "statements", "members"];

#[tokio::test]
async fn a_program_pays_once_however_often_it_asks() {
    let town = Town::real().await;
    let alice = program(&town, &ALL, Some("alice")).await;
    let first = alice.pay("a1", "@Bob", 1200).await;
    assert_eq!((first.status, &first.body["outcome"]), (StatusCode::CREATED, &json!("done")));
    let again = alice.pay("a1", "@Bob", 1200).await;
    assert_eq!(again.body, first.body);
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert!(alice.pay("a1", "@Bob", 1300).await.is(422, "key_reused"));
    assert_eq!(town.available("bob").await, 31_200);

    let id = first.body["payments"][0].as_str().unwrap();
    let shown = alice.get(&format!("/v1/payments/{id}")).await;
    assert_eq!((&shown.body["state"], &shown.body["payee"]), (&json!("paid"), &json!("bob")));
    let carol = program(&town, &ALL, Some("carol")).await;
    assert!(carol.get(&format!("/v1/payments/{id}")).await.is(404, "not_found"));
    let cancel = format!("/v1/payments/{id}/cancel");
    assert!(alice.post(&cancel, "c1", &Value::Null).await.is(422, "already_paid"));
    assert!(carol.post(&cancel, "c1", &Value::Null).await.is(404, "not_found"));

    let poor = alice.pay("a2", "bob", 24_000).await;
    assert_eq!(poor.status, StatusCode::CREATED, "{:?}", poor.body);
    let too_much = alice.pay("a3", "bob", 29_900).await;
    assert_eq!(too_much.status, StatusCode::UNPROCESSABLE_ENTITY);
    let repeated = alice.pay("a3", "bob", 29_900).await;
    assert_eq!(repeated.body, too_much.body, "a refusal is repeated in the same words");
}

#[tokio::test]
async fn what_waits_for_its_payer_says_where_and_can_be_taken_back() {
    let town = Town::real().await;
    let alice = program(&town, &ALL, Some("alice")).await;
    let asked = alice.pay("a1", "bob", 10_000).await;
    let id = asked.body["payments"][0].as_str().unwrap();
    let shown = alice.get(&format!("/v1/payments/{id}")).await;
    assert_eq!(shown.body["state"], "asked");
    assert_eq!(shown.body["approve_url"], format!("https://pay.example/approve/{id}"));
    let cancel = format!("/v1/payments/{id}/cancel");
    assert!(alice.post(&cancel, "", &Value::Null).await.is(400, "idempotency_key_missing"));
    let cancelled = alice.post(&cancel, "c1", &Value::Null).await;
    assert_eq!(cancelled.body["outcome"], "done", "{:?}", cancelled.body);
    let again = alice.post(&cancel, "c1", &Value::Null).await;
    assert_eq!(again.body, cancelled.body);
    let held = alice.pay("a2", "nobody_yet", 500).await;
    let id = held.body["payments"][0].as_str().unwrap();
    let shown = alice.get(&format!("/v1/payments/{id}")).await;
    assert_eq!(
        (&shown.body["state"], &shown.body["payee"]),
        (&json!("held"), &json!("nobody_yet"))
    );
}

#[tokio::test]
async fn repeats_at_the_same_time_pay_once() {
    let town = Town::real().await;
    let alice = program(&town, &ALL, Some("alice")).await;
    // From here on the key is known, and nothing waits before the desk.
    alice.get("/v1/wallets").await;
    let ask = || alice.pay("a1", "bob", 700);
    let (go_on, wait) = std::sync::mpsc::channel::<()>();
    let busy = town.obole.desk().write(move |_| {
        wait.recv().unwrap();
        Ok(())
    });
    let repeats = async {
        for waits in [ask().await, ask().await] {
            assert!(waits.is(409, "still_running"), "{waits:?}");
            assert_eq!(waits.header("retry-after"), "1");
        }
        go_on.send(()).unwrap();
    };
    let (busy, first, ()) = tokio::join!(busy, ask(), repeats);
    busy.unwrap();
    assert_eq!(first.status, StatusCode::CREATED);
    assert_eq!(ask().await.header("idempotent-replayed"), "true");
    assert_eq!(town.available("bob").await, 30_700);
}

#[tokio::test]
async fn lists_have_pages_and_filters() {
    let town = Town::real().await;
    let alice = program(&town, &ALL, Some("alice")).await;
    for (id, to, minor) in [("1", "bob", 100), ("2", "carol", 200), ("3", "unborn", 300)] {
        assert_eq!(alice.pay(id, to, minor).await.status, StatusCode::CREATED);
    }
    let gift =
        json!({ "to": "refuge", "amount": { "currency": "EUR", "minor": 400 }, "kind": "gift" });
    assert_eq!(alice.post("/v1/payments", "4", &gift).await.status, StatusCode::CREATED);
    let minors = |told: &Told| -> Vec<i64> {
        let payments = told.body["payments"].as_array().unwrap().iter();
        payments.map(|one| one["amount"]["minor"].as_i64().unwrap()).collect()
    };
    let mut path = "/v1/payments?limit=3".to_owned();
    let first = alice.get(&path).await;
    assert_eq!(minors(&first), [400, 300, 200]);
    path = format!("/v1/payments?limit=3&cursor={}", first.body["next"].as_str().unwrap());
    let second = alice.get(&path).await;
    assert_eq!((minors(&second), &second.body["next"]), (vec![100], &Value::Null));
    let bob = program(&town, &ALL, Some("bob")).await;
    assert_eq!(minors(&bob.get(&path).await), [0; 0], "another's cursor leads nowhere");
    assert_eq!(minors(&alice.get("/v1/payments?state=held").await), [300]);
    assert_eq!(minors(&alice.get("/v1/payments?kind=gift").await), [400]);
    assert_eq!(minors(&alice.get("/v1/payments?to=2020-01-01T00:00:00Z").await), [0; 0]);
    assert_eq!(minors(&alice.get("/v1/payments?from=2020-01-01T00:00:00Z").await).len(), 4);

    let lines = alice.get("/v1/wallets/EUR/lines?limit=3").await;
    let changes = |told: &Told| -> Vec<i64> {
        let lines = told.body["lines"].as_array().unwrap().iter();
        lines.map(|line| line["change"].as_i64().unwrap()).collect()
    };
    assert_eq!(changes(&lines), [-400, -200, -100]);
    let next = lines.body["next"].as_str().unwrap();
    let rest = alice.get(&format!("/v1/wallets/EUR/lines?limit=3&cursor={next}")).await;
    assert_eq!((changes(&rest), &rest.body["next"]), (vec![30_000], &Value::Null));
    assert_eq!(rest.body["lines"][0]["other"], "bank");
    let wallets = alice.get("/v1/wallets").await;
    assert_eq!(wallets.body["wallets"][0]["available"], 29_000);
    assert_eq!(wallets.body["wallets"][0]["held"], 300);
}

#[tokio::test]
async fn a_key_does_what_its_scopes_say_and_no_more() {
    let town = Town::real().await;
    let none = program(&town, &["posts"], Some("alice")).await;
    for (path, scope) in [
        ("/v1/payments", "payments"),
        ("/v1/wallets", "balance"),
        ("/v1/wallets/EUR/lines", "statements"),
        ("/v1/members/bob", "members"),
        ("/v1/keys", "keys"),
    ] {
        let told = none.get(path).await;
        assert!(told.is(403, "scope_missing"), "{path}: {told:?}");
        assert!(told.body["detail"].as_str().unwrap().contains(&format!("{scope:?}")));
    }
    assert!(none.pay("1", "bob", 100).await.is(403, "scope_missing"));
    let freeze = json!({ "reason": "a test" });
    let till = program(&town, &["members", "members:write", "payments"], None).await;
    assert!(till.get("/v1/payments").await.is(422, "member_missing"));
    assert_eq!(till.get("/v1/payments?member=bob").await.status, StatusCode::OK);
    let froze = till.post("/v1/members/bob/freeze", "", &freeze).await;
    assert_eq!(froze.status, StatusCode::NO_CONTENT, "{froze:?}");
    let bob = till.get("/v1/members/@bob").await;
    assert_eq!(bob.body["account"]["frozen_because"], "a test");
    let friend = program(&town, &["members", "payments:write"], Some("alice")).await;
    assert_eq!(friend.get("/v1/members/bob").await.body["account"], Value::Null);
    assert!(friend.get("/v1/members").await.is(403, "operator_only"));
    assert!(friend.pay("1", "bob", 100).await.is(422, "payee_unavailable"));
    assert_eq!(till.post("/v1/members/bob/release", "", &json!({})).await.status, 204);
    assert_eq!(till.get("/v1/members?limit=1").await.body["members"][0]["handle"], "alice");
    assert!(till.post("/v1/members/x_x/freeze", "", &freeze).await.is(404, "not_found"));
}

#[tokio::test]
async fn keys_are_made_used_and_end() {
    let town = Town::real().await;
    let keeper = program(&town, &["keys", "balance"], Some("bob")).await;
    let wanted = json!({ "scopes": ["balance"], "label": "till" });
    let told = keeper.post("/v1/keys", "", &wanted).await;
    assert_eq!(told.status, StatusCode::CREATED, "{told:?}");
    assert_eq!(told.body["key"]["member"], "bob");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let till = Program {
        town: &town,
        id: text(&told.body["key"]["id"]),
        secret: text(&told.body["secret"]),
    };
    assert_eq!(till.get("/v1/wallets").await.status, StatusCode::OK);
    for job in JOBS.iter().filter(|job| job.name() == "last use") {
        job.run(&town.obole).await.unwrap();
    }
    let listed = keeper.get("/v1/keys").await;
    let keys = listed.body["keys"].as_array().unwrap();
    assert_eq!(keys.len(), 2);
    assert!(keys.iter().all(|key| key["last_used_at"].is_string()), "{keys:?}");

    for (wrong, status, code) in [
        (json!({ "scopes": ["payments"] }), 403, "scope_missing"),
        (json!({ "scopes": ["members:write"] }), 422, "bad_scopes"),
        (json!({ "scopes": [] }), 400, "bad_body"),
        (json!({ "scopes": ["balance"], "member": "alice" }), 404, "not_found"),
        (json!({ "scopes": ["balance"], "expires_at": "soon" }), 400, "bad_instant"),
    ] {
        let told = keeper.post("/v1/keys", "", &wrong).await;
        assert!(told.is(status, code), "{wrong}: {told:?}");
    }
    let path = format!("/v1/keys/{}", till.id);
    let alice = program(&town, &["keys"], Some("alice")).await;
    assert!(alice.call(Method::DELETE, &path, "", "").await.is(404, "not_found"));
    let revoked = keeper.call(Method::DELETE, &path, "", "").await;
    assert_eq!(revoked.status, StatusCode::NO_CONTENT);
    assert!(till.get("/v1/wallets").await.is(401, "key_ended"));
    let expires_at = Some(town.obole.now().plus_us(-MINUTE_US));
    let scopes = vec!["balance".to_owned()];
    let old = made(&town, NewKey { scopes, expires_at, ..NewKey::default() }).await;
    assert!(old.get("/v1/wallets").await.is(401, "key_ended"));
}

#[tokio::test]
async fn a_key_that_comes_too_often_waits() {
    let programs = Programs { requests_per_minute: 3, ..Programs::default() };
    let town = Town::with("https://pay.example", false, programs).await;
    let alice = program(&town, &ALL, Some("alice")).await;
    for left in ["2", "1", "0"] {
        let told = alice.get("/v1/wallets").await;
        assert_eq!(told.status, StatusCode::OK);
        assert!(told.header("ratelimit").starts_with(&format!("\"key\";r={left};t=")));
        assert_eq!(told.header("ratelimit-policy"), "\"key\";q=3;w=60");
    }
    let told = alice.pay("a1", "bob", 100).await;
    assert!(told.is(429, "too_fast"), "{told:?}");
    assert!((1..=60).contains(&told.header("retry-after").parse::<u32>().unwrap()));
    let bob = program(&town, &ALL, Some("bob")).await;
    assert_eq!(bob.get("/v1/wallets").await.status, StatusCode::OK, "each key for itself");
}

#[tokio::test]
async fn what_makes_no_sense_is_a_problem() {
    let town = Town::real().await;
    let alice = program(&town, &ALL, Some("alice")).await;
    let eur = |minor: i64| json!({ "currency": "EUR", "minor": minor });
    for (body, status, code) in [
        (json!({ "to": "bob" }), 400, "bad_body"),
        (json!({ "to": "bob", "amount": eur(100), "more": 1 }), 400, "bad_body"),
        (json!({ "to": "bob", "amount": eur(-1) }), 400, "bad_body"),
        (json!({ "to": "bob", "amount": { "currency": "EUR", "minor": 1.5 } }), 400, "bad_body"),
        (
            json!({ "to": "alice", "amount": { "currency": "EUR", "minor": 100.0 } }),
            422,
            "recipient_self",
        ),
        (json!({ "to": "bob", "amount": eur(0) }), 422, "amount_too_small"),
        (json!({ "to": "b b", "amount": eur(100) }), 422, "handle_bad"),
        (json!({ "to": "alice", "amount": eur(100) }), 422, "recipient_self"),
        (json!({ "to": "bob", "amount": eur(100), "kind": "loan" }), 400, "bad_body"),
        (json!({ "to": "bob", "amount": eur(100), "kind": "gift" }), 422, "not_a_charity"),
        (json!({ "to": "bob", "amount": eur(100), "payer": "carol" }), 404, "not_found"),
        (
            json!({ "to": "bob", "amount": { "currency": "EUX", "minor": 1 } }),
            422,
            "currency_unknown",
        ),
        (
            json!({ "to": "bob", "amount": { "currency": "SEK", "minor": 1 } }),
            422,
            "currency_not_offered",
        ),
        (json!({ "to": "bob", "amount": eur(100), "memo": "x".repeat(281) }), 400, "bad_body"),
    ] {
        let told = alice.post("/v1/payments", &format!("k{}", told_id()), &body).await;
        assert!(told.is(status, code), "{body}: {told:?}");
    }
    for (path, status, code) in [
        ("/v1/payments?limit=0", 400, "bad_query"),
        ("/v1/payments?state=lost", 400, "bad_query"),
        ("/v1/payments?colour=red", 400, "bad_query"),
        ("/v1/payments?from=yesterday", 400, "bad_instant"),
        ("/v1/payments?cursor=1", 400, "bad_cursor"),
        ("/v1/wallets/EUR/lines?cursor=1", 400, "bad_cursor"),
        ("/v1/wallets/XYZ/lines", 404, "not_found"),
        ("/v1/payments/pay_1", 404, "not_found"),
        ("/v1/nothing", 404, "not_found"),
    ] {
        let told = alice.get(path).await;
        assert!(told.is(status, code), "{path}: {told:?}");
    }
    assert!(alice.call(Method::DELETE, "/v1/wallets", "", "").await.is(405, "method_not_allowed"));
    assert!(
        alice.call(Method::POST, "/v1/payments", "a b", "{}").await.is(400, "idempotency_key_bad")
    );
    let long = "x".repeat(70_000);
    assert!(alice.call(Method::POST, "/v1/payments", "a", &long).await.is(413, "too_large"));
    let now = town.obole.now().0 / SECOND_US;
    for t in [now - 400, now + 400] {
        assert!(alice.call_at(t, Method::GET, "/v1/wallets", "", "").await.is(401, "unauthorized"));
    }
    let stranger = Program { secret: "guess".to_owned(), ..alice.clone() };
    assert!(stranger.get("/v1/wallets").await.is(401, "unauthorized"));
    let bare = Request::get("/v1/wallets").body(Body::empty()).unwrap();
    assert!(sent(&town, bare).await.is(401, "unauthorized"));
    assert_eq!(town.available("alice").await, 30_000, "nothing has moved");
}

/// A number that was not given before.
fn told_id() -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

#[tokio::test]
async fn a_post_that_was_refused_stays_refused() {
    let town = Town::real().await;
    let square = program(&town, &["posts"], None).await;
    let body = json!({ "author": "alice", "text": "@obole #envoyer 900€ @bob" });
    let first = square.post("/v1/posts", "p1", &body).await;
    assert_eq!((first.status, first.code()), (StatusCode::CREATED, "payment_limit"));
    assert_eq!(square.post("/v1/posts", "p1", &body).await.body, first.body);
    let answer = json!({ "author": "alice", "text": body["text"], "reply_to": "p0" });
    assert!(square.post("/v1/posts", "p1", &answer).await.is(422, "key_reused"));
}

#[tokio::test]
async fn the_document_is_the_api() {
    let town = Town::real().await;
    let all = program(&town, &SCOPES.map(|(scope, _)| scope), None).await;
    let document = web::api::openapi();
    assert_eq!(document["openapi"], "3.1.0");
    let request = Request::get("/v1/openapi.json").body(Body::empty()).unwrap();
    assert_eq!(sent(&town, request).await.body, *document, "anybody may read it");
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let scope = operation["security"][0]["signature"][0].as_str().unwrap();
            assert!(SCOPES.iter().any(|(known, _)| *known == scope), "{path}: {scope}");
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let path = path.replace("{currency}", "EUR").replace("{handle}", "bob");
            let told = all.call(method, &path.replace("{id}", "x"), "", "").await;
            assert_ne!(told.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
            assert!(told.status != StatusCode::NOT_FOUND || path.contains("{id}"), "{path}");
        }
    }
    let parameters = document["paths"]["/v1/payments"]["get"]["parameters"].as_array().unwrap();
    let state = parameters.iter().find(|one| one["name"] == "state").unwrap();
    let names = State::ALL.map(State::name).join("|");
    assert_eq!(state["schema"]["pattern"], format!("^({names})$"));
}

#[test]
fn the_reference_is_fresh() {
    let page = web::api::reference();
    expect_test::expect_file!["../../../docs/reference/api.md"].assert_eq(&page);
}
