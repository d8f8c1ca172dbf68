//! The figures are in Prometheus' format, say what happened, and say nothing about anybody.

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt as _;

use crate::town::Town;

async fn get(router: Router, path: &str) -> (StatusCode, String) {
    let request = Request::builder().uri(path).body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

/// A sample's name with its labels, and its value.
type Samples = BTreeMap<String, f64>;

/// Reads the format as its specification says; anything else fails.
fn parse(text: &str) -> Samples {
    let (mut family, mut kind, mut samples) = (String::new(), String::new(), Samples::new());
    let is_name = |name: &str| name.bytes().all(|c| c.is_ascii_lowercase() || c == b'_');
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# HELP ") {
            let (name, help) = rest.split_once(' ').unwrap();
            assert!(is_name(name) && !help.is_empty(), "{line}");
            family = name.to_owned();
            continue;
        }
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, told) = rest.split_once(' ').unwrap();
            assert_eq!(name, family, "a type stands after its help");
            assert!(["counter", "gauge", "histogram"].contains(&told), "{line}");
            kind = told.to_owned();
            continue;
        }
        let (name, value) = line.rsplit_once(' ').unwrap();
        let (bare, labels) = name.split_once('{').unwrap_or((name, "}"));
        let known = bare == family
            || kind == "histogram"
                && ["_bucket", "_sum", "_count"]
                    .iter()
                    .any(|end| *bare == format!("{family}{end}"));
        assert!(known, "{line} stands under {family}");
        let labels = labels.strip_suffix('}').unwrap();
        for label in labels.split("\",").filter(|label| !label.is_empty()) {
            let (name, value) = label.split_once("=\"").unwrap();
            assert!(is_name(name) && !value.trim_end_matches('"').contains(['"', '\\']), "{line}");
        }
        assert!(samples.insert(name.to_owned(), value.parse().unwrap()).is_none(), "twice: {line}");
    }
    samples
}

/// The values of a family's samples.
fn sum(samples: &Samples, family: &str) -> f64 {
    let of = |name: &str| name == family || name.starts_with(&format!("{family}{{"));
    samples.iter().filter(|(name, _)| of(name)).map(|(_, value)| value).sum()
}

#[tokio::test]
async fn figures_say_what_happened_and_nothing_about_anybody() {
    let town = Town::real().await;
    let mut alice = town.visitor_as("alice").await;
    alice.say("@obole #envoyer 12€ @bob pour un cadeau secret").await;
    alice.say("@obole #envoyer 20€ @zoe").await;
    alice.say("@obole #envoyer 9999€ @bob").await;
    let public = web::router(town.state.clone());
    assert_eq!(get(public.clone(), "/healthz").await.0, StatusCode::OK);
    assert_eq!(get(public.clone(), "/claim/very-secret").await.0, StatusCode::NOT_FOUND);
    assert_eq!(get(public.clone(), "/no/such/page").await.0, StatusCode::NOT_FOUND);

    let (status, text) = get(web::operator_router(town.state.clone()), "/metrics").await;
    assert_eq!(status, StatusCode::OK);
    let samples = parse(&text);
    let value = |name: &str| *samples.get(name).unwrap_or_else(|| panic!("no {name} in\n{text}"));
    assert_eq!(value("obole_requests_total{outcome=\"refused\",code=\"payment_limit\"}"), 1.0);
    assert!(value("obole_requests_total{outcome=\"done\",code=\"\"}") >= 2.0);
    assert_eq!(value("obole_payments_total{state=\"paid\"}"), 1.0);
    assert_eq!(value("obole_payments_open{state=\"held\"}"), 1.0);
    assert_eq!(
        value("obole_http_requests_total{method=\"GET\",route=\"/healthz\",status=\"200\"}"),
        1.0
    );
    assert_eq!(
        value("obole_http_requests_total{method=\"GET\",route=\"other\",status=\"404\"}"),
        1.0
    );
    assert_eq!(value("obole_database_readable"), 1.0);
    assert!(value("obole_database_bytes") + value("obole_database_log_bytes") > 4096.0);
    assert!(value("obole_commit_seconds_sum") > 0.0);
    for zero in ["obole_dead_letters", "obole_live_streams", "obole_desk_waiting", "obole_seals"] {
        assert_eq!(value(zero), 0.0, "{zero}");
    }
    for histogram in ["obole_commit_seconds", "obole_desk_group_size"] {
        let count = value(&format!("{histogram}_count"));
        assert!(count >= 3.0);
        assert_eq!(value(&format!("{histogram}_bucket{{le=\"+Inf\"}}")), count);
    }
    assert!(sum(&samples, "obole_requests_total") >= 11.0);
    assert_eq!(value("obole_verbs_total{verb=\"send\",outcome=\"refused\"}"), 1.0);
    assert_eq!(sum(&samples, "obole_verbs_total"), sum(&samples, "obole_requests_total"));
    assert_eq!(value("obole_readers_waiting"), 0.0);
    for word in
        ["alice", "Alice", "bob", "zoe", "cadeau", "9999", "very-secret", "/no/such", "pay_"]
    {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
}

#[tokio::test]
async fn figures_are_not_public_but_in_the_demo() {
    let (status, _) = get(web::router(Town::real().await.state), "/metrics").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (status, text) = get(web::router(Town::demo().await.state), "/metrics").await;
    assert_eq!(status, StatusCode::OK);
    assert!(!parse(&text).is_empty());
}

/// Nobody can make the list of figures longer by asking for much.
#[tokio::test]
async fn labels_do_not_grow_with_what_is_asked_for() {
    let town = Town::real().await;
    let public = web::router(town.state.clone());
    for page in 0..50 {
        get(public.clone(), &format!("/claim/{page}")).await;
        get(public.clone(), &format!("/nothing/{page}")).await;
    }
    let (_, text) = get(web::operator_router(town.state.clone()), "/metrics").await;
    let routes = parse(&text).into_keys().filter(|name| name.starts_with("obole_http_")).count();
    assert_eq!(routes, 2, "{text}");
}

#[tokio::test]
async fn a_request_keeps_the_id_it_brings_if_it_is_one() {
    let router = web::router(Town::real().await.state);
    let ask = async |given: &str| {
        let request = Request::builder().uri("/healthz").header("x-request-id", given);
        let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        response.headers()["x-request-id"].to_str().unwrap().to_owned()
    };
    assert_eq!(ask("proxy-0042").await, "proxy-0042");
    for bad in ["short", "two words", &"x".repeat(65)] {
        let made = ask(bad).await;
        assert!(made != bad && made.len() == 26, "{made}");
    }
    assert_ne!(ask("").await, ask("").await);
}

#[tokio::test]
async fn a_node_is_ready_until_it_is_to_end() {
    let town = Town::real().await;
    let router = web::router(town.state.clone());
    assert_eq!(get(router.clone(), "/readyz").await, (StatusCode::OK, "ok\n".to_owned()));
    town.obole.life().enter(app::life::Stage::Draining);
    let (status, says) = get(router.clone(), "/readyz").await;
    assert_eq!(
        (status, says.split(':').next()),
        (StatusCode::SERVICE_UNAVAILABLE, Some("draining"))
    );
    assert_eq!(get(router, "/healthz").await.0, StatusCode::OK);
}

/// The words of the page between backticks that begin like a figure, without their labels.
fn explained() -> BTreeSet<String> {
    let page = include_str!("../../../docs/operate.md");
    let (_, table) = page.split_once("### Figures").unwrap();
    let (table, _) = table.split_once("### The log").unwrap();
    table
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.starts_with("obole_"))
        .map(|word| word.split('{').next().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn every_figure_is_explained_to_operators() {
    let town = Town::real().await;
    let (_, text) = get(web::operator_router(town.state.clone()), "/metrics").await;
    let families: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("# TYPE "))
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(families, explained());
}

/// What is said on the square is told within moments, and the figures say so.
#[tokio::test]
async fn telling_is_timed() {
    let town = Town::real().await;
    let mut alice = town.visitor_as("alice").await;
    alice.say("@obole #envoyer 12€ @bob").await;
    let began = std::time::Instant::now();
    loop {
        let (_, text) = get(web::operator_router(town.state.clone()), "/metrics").await;
        let samples = parse(&text);
        if samples["obole_told_seconds_count"] > 0.0 {
            let told = samples["obole_deliveries_total{network=\"square\",outcome=\"told\"}"];
            assert!(told >= samples["obole_told_seconds_count"]);
            assert!(samples["obole_told_seconds_sum"] < 60.0 * told, "{text}");
            return;
        }
        assert!(began.elapsed().as_secs() < 20, "{text}");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
}
