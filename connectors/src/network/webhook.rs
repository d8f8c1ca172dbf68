//! Webhooks: programs are told what happened, as Standard Webhooks says (standardwebhooks.com).
//!
//! An endpoint is a conversation: the outbox keeps its order, repeats what failed, and gives up in the end. Any answer of
//! the class 2xx takes the event; 410 says that nobody is there any more.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::member::Network;
use domain::port::{BoxFuture, Connector, Outgoing, Undelivered};
use domain::request::To;
use domain::say::Arg;
use futures_util::future::join_all;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::outbound::Outbound;

/// Where an endpoint is, and what signs for it.
#[derive(Clone)]
pub struct Endpoint {
    /// Its address.
    pub url: String,
    /// The secrets that sign, the newest first; the one before it for as long as both hold.
    pub secrets: Vec<Vec<u8>>,
}

/// Who knows the endpoints.
pub trait Endpoints: Send + Sync {
    /// The endpoint of that name and the seconds since 1970; `None` if it is gone.
    fn find(&self, endpoint: &str) -> (Option<Endpoint>, i64);
}

/// The connector of webhooks.
pub struct Webhook {
    endpoints: Arc<dyn Endpoints>,
    outbound: Outbound,
}

impl Webhook {
    /// A connector that sends by `outbound`.
    #[must_use]
    pub fn new(endpoints: Arc<dyn Endpoints>, outbound: Outbound) -> Self {
        Self { endpoints, outbound }
    }

    async fn tell(&self, outgoing: Outgoing) -> Result<(), Undelivered> {
        let To::Stranger(name) = &outgoing.message.to else {
            return Err(undelivered("an event names no endpoint", false));
        };
        let (endpoint, now_s) = self.endpoints.find(name);
        let Some(endpoint) = endpoint else {
            return Err(undelivered("the endpoint is gone", false));
        };
        let id = event_id(&outgoing);
        let headers = [
            ("webhook-id", id.to_owned()),
            ("webhook-timestamp", now_s.to_string()),
            ("webhook-signature", signatures(&endpoint.secrets, id, now_s, &outgoing.text)),
        ];
        let body = outgoing.text.clone().into_bytes();
        match self.outbound.post(&endpoint.url, &headers, body).await {
            Ok(200..300) => Ok(()),
            Ok(410) => Err(undelivered("answered 410: nobody is there any more", false)),
            Ok(status) => Err(undelivered(&format!("answered {status}"), true)),
            Err(unsent) => Err(undelivered(unsent.why(), true)),
        }
    }
}

fn undelivered(why: &str, again: bool) -> Undelivered {
    Undelivered { why: why.to_owned(), again }
}

/// The event's name, the same for every attempt and every replay.
fn event_id(outgoing: &Outgoing) -> &str {
    let id = outgoing.message.say.args.iter().find(|(name, _)| name == "id");
    match id {
        Some((_, Arg::Text(id))) => id,
        Some(_) | None => "",
    }
}

/// The header that signs a body for each secret.
#[must_use]
pub fn signatures(secrets: &[Vec<u8>], id: &str, at_s: i64, body: &str) -> String {
    let sign = |secret: &Vec<u8>| {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes a key of any length");
        mac.update(format!("{id}.{at_s}.{body}").as_bytes());
        format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
    };
    secrets.iter().map(sign).collect::<Vec<_>>().join(" ")
}

impl Connector for Webhook {
    fn network(&self) -> Network {
        Network::WEBHOOK
    }

    fn in_house(&self) -> bool {
        false
    }

    fn send<'a>(&'a self, messages: &'a [Outgoing]) -> BoxFuture<'a, Vec<Result<(), Undelivered>>> {
        Box::pin(async move {
            // Each is of another endpoint: one that is slow keeps nobody else waiting.
            let all = messages.iter().map(|message| self.tell(message.clone()));
            join_all(all).await
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vector of the specification's own libraries.
    #[test]
    fn events_are_signed_as_the_specification_says() {
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
        let signed = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        let body = "{\"test\": 2432232314}";
        assert_eq!(signatures(std::slice::from_ref(&secret), id, 1_614_265_330, body), signed);
        let both = signatures(&[secret.clone(), b"older".to_vec()], id, 1_614_265_330, body);
        assert!(both.starts_with(&format!("{signed} v1,")), "{both}");
    }
}
