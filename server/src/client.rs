//! Gives orders to a running server on this machine.

use app::operate::Order;
use http_body_util::{BodyExt, Full, Limited};
use hyper::Request;
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;
use web::api::signature::{HEADER, Signed};

use crate::target::{Note, new_id};

/// The longest answer, in bytes.
const ANSWER_BYTES_MAX: usize = 4 * 1024 * 1024;

/// How long an answer may take, in seconds.
const ANSWER_S: u64 = 30;

/// Where a server takes orders.
pub(crate) const PATH: &str = "/v1/operator";

/// Gives an order and waits for what to print.
pub(crate) async fn order(note: &Note, order: &Order) -> Result<Value, String> {
    let body = serde_json::to_vec(order).map_err(|error| error.to_string())?;
    let (id, t) = (new_id(), now_s());
    let signed = Signed { t, method: "POST", path: PATH, idempotency_key: &id, body: &body };
    let request = Request::post(format!("{}{PATH}", note.url))
        .header(HEADER, signed.header(&note.key, note.secret.as_bytes()))
        .header("idempotency-key", &id)
        .header("content-type", "application/json")
        .body(Full::new(Bytes::from(body)))
        .map_err(|error| error.to_string())?;
    let answer = tokio::time::timeout(std::time::Duration::from_secs(ANSWER_S), send(request));
    let (ok, value) = answer.await.map_err(|_| format!("{} does not answer", note.url))??;
    if ok {
        return Ok(value);
    }
    let said = |name: &str| value[name].as_str().unwrap_or("refused").to_owned();
    Err(format!("{} ({})", said("detail"), said("code")))
}

async fn send(request: Request<Full<Bytes>>) -> Result<(bool, Value), String> {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let answer = client
        .request(request)
        .await
        .map_err(|error| format!("the server cannot be reached: {error}"))?;
    let ok = answer.status().is_success();
    let body = Limited::new(answer.into_body(), ANSWER_BYTES_MAX).collect().await;
    let bytes = body.map_err(|error| format!("the server's answer broke off: {error}"))?.to_bytes();
    let value = serde_json::from_slice(&bytes)
        .map_err(|_| "the server's answer makes no sense".to_owned())?;
    Ok((ok, value))
}

fn now_s() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
