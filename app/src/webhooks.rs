//! Endpoints of webhooks: kept in memory, since every payment asks whether somebody watches.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::context::link_token;
use domain::event::Watchers;
use domain::id::MemberId;
use domain::money::Money;
use domain::port::Fault;
use domain::request::Message;
use domain::say::Arg;
use domain::time::{DAY_US, Timestamp};
use serde_json::{Value, json};
use store::{Readers, Webhook, WebhookDelivery};

use crate::group::Unable;
use crate::obole::{Obole, locked};

/// Endpoints of one member, or of the operator.
pub const ENDPOINTS_MAX: usize = 10;

/// Endpoints that are read at once.
const READ_AT_ONCE: usize = 1_000;

/// How long the secret before a new one still signs, in microseconds: a day.
pub const OVERLAP_US: i64 = DAY_US;

/// Who watches; the desk and whoever changes the endpoints share it.
#[derive(Clone, Default)]
pub struct Watching(Arc<Mutex<Arc<Watchers>>>);

impl Watching {
    /// Who watches now.
    #[must_use]
    pub fn now(&self) -> Arc<Watchers> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set(&self, endpoints: &BTreeMap<String, Webhook>) {
        let watchers = Watchers::new(
            endpoints.values().map(|webhook| (webhook.id.as_str().into(), webhook.member)),
        );
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(watchers);
    }
}

/// Every endpoint, from the database.
pub(crate) fn read_all(readers: &Readers) -> Result<BTreeMap<String, Webhook>, Fault> {
    readers.read(|read| {
        let mut all: BTreeMap<String, Webhook> = BTreeMap::new();
        loop {
            let after = all.last_key_value().map(|(id, _)| id.clone()).unwrap_or_default();
            let some = read.webhooks(&after, READ_AT_ONCE)?;
            let full = some.len() == READ_AT_ONCE;
            all.extend(some.into_iter().map(|webhook| (webhook.id.clone(), webhook)));
            if !full {
                return Ok(all);
            }
        }
    })
}

/// A secret as people copy it.
#[must_use]
pub fn shown_secret(secret: &[u8]) -> String {
    format!("whsec_{}", STANDARD.encode(secret))
}

/// An event as programs read it: what happened, and nothing about people.
#[must_use]
pub fn event(message: &Message) -> Value {
    let arg = |name: &str| message.say.args.iter().find(|(known, _)| known == name);
    let text = |name: &str| match arg(name) {
        Some((_, Arg::Text(text))) => text.to_string(),
        Some(_) | None => String::new(),
    };
    let money = |name: &str| match arg(name) {
        Some((_, Arg::Money(Money { minor, currency }))) => {
            json!({ "currency": currency.code(), "minor": minor })
        }
        Some(_) | None => Value::Null,
    };
    let at = match arg("at") {
        Some((_, Arg::At(at))) => *at,
        Some(_) | None => Timestamp(0),
    };
    json!({
        "type": &*message.say.code,
        "timestamp": at.to_jiff().to_string(),
        "data": {
            "id": message.payment.map(|id| id.to_string()),
            "state": text("state"),
            "kind": text("kind"),
            "amount": money("amount"),
            "fee": money("fee"),
            "refunded": money("refunded"),
        },
    })
}

impl Obole {
    /// An endpoint.
    #[must_use]
    pub fn webhook(&self, id: &str) -> Option<Webhook> {
        locked(&self.known).webhooks.get(id).cloned()
    }

    /// The endpoints of a member, or of the operator.
    #[must_use]
    pub fn webhooks(&self, member: Option<MemberId>) -> Vec<Webhook> {
        let known = locked(&self.known);
        known.webhooks.values().filter(|webhook| webhook.member == member).cloned().collect()
    }

    /// Makes an endpoint; what happens from here on is told there.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn new_webhook(
        &self,
        member: Option<MemberId>,
        url: String,
    ) -> Result<Webhook, Unable> {
        let webhook = Webhook {
            id: format!("wh_{}", link_token(self.draw(), 0).text),
            member,
            url,
            secret: self.draw().to_vec(),
            old_secret: None,
            created_at: self.now(),
        };
        self.put_webhook(webhook).await
    }

    /// Gives an endpoint a new secret; the one it had signs beside it for a day.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn rotate_webhook(&self, webhook: Webhook) -> Result<Webhook, Unable> {
        let until = self.now().plus_us(OVERLAP_US);
        let old_secret = Some((webhook.secret, until));
        self.put_webhook(Webhook { secret: self.draw().to_vec(), old_secret, ..webhook }).await
    }

    async fn put_webhook(&self, webhook: Webhook) -> Result<Webhook, Unable> {
        let written = webhook.clone();
        self.desk().write(move |engine| engine.put_webhook(&written)).await?;
        let mut known = locked(&self.known);
        known.webhooks.insert(webhook.id.clone(), webhook.clone());
        self.desk().watching().set(&known.webhooks);
        Ok(webhook)
    }

    /// Learns what other nodes have done to endpoints and keys of programs.
    pub(crate) async fn learn_programs(&self) -> Result<(), Unable> {
        let readers = self.readers().clone();
        let read = tokio::task::spawn_blocking(move || read_all(&readers));
        let webhooks = read.await.map_err(|_| Unable::Broken)?.map_err(|_| Unable::Unavailable)?;
        let mut known = locked(&self.known);
        // One of them may have been revoked elsewhere.
        known.keys.clear();
        if known.webhooks != webhooks {
            known.webhooks = webhooks;
            self.desk().watching().set(&known.webhooks);
        }
        Ok(())
    }

    /// Removes an endpoint; what waits for it is told nobody.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn remove_webhook(&self, id: String) -> Result<(), Unable> {
        let removed = id.clone();
        self.desk().write(move |engine| engine.remove_webhook(&removed)).await?;
        let mut known = locked(&self.known);
        known.webhooks.remove(&id);
        self.desk().watching().set(&known.webhooks);
        Ok(())
    }

    /// What became of an endpoint's events, newest first.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn webhook_deliveries(
        &self,
        endpoint: String,
        dead: bool,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<WebhookDelivery>, Unable> {
        self.read_rows(move |read| read.webhook_deliveries(&endpoint, dead, before, limit)).await
    }

    /// Tells an event again, under the same name and behind what waits; `None` if it is not the endpoint's.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn replay(&self, endpoint: &str, delivery: i64) -> Result<Option<()>, Unable> {
        let found = self.read_rows(move |read| read.webhook_delivery(delivery)).await?;
        let found = found.filter(|found| found.endpoint == endpoint);
        let Some(message) = found.and_then(|found| found.message) else { return Ok(None) };
        self.desk().write(move |engine| engine.replay(&message)).await?;
        Ok(Some(()))
    }
}
