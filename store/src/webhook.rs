//! Endpoints of webhooks, and what became of each event.

use domain::id::MemberId;
use domain::member::Network;
use domain::port::Fault;
use domain::request::{Message, To};
use domain::time::Timestamp;

use crate::codec;
use crate::column::{at, count, maybe_at, maybe_id};
use crate::engine::Writer;
use crate::fault::Doing;
use crate::outbox::{self, Leased};
use crate::readers::Reader;
use crate::sql::{self, Row, params};
use crate::vault::sealed;

/// Deliveries of one endpoint that are kept.
const DELIVERIES_KEPT: i64 = 1_000;

const PUT: &str = "INSERT INTO webhook (id, member, url, secret, old_secret, old_until, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET url = excluded.url, secret = excluded.secret,
         old_secret = excluded.old_secret, old_until = excluded.old_until";

const REMOVE: &str = "DELETE FROM webhook WHERE id = $1";

const ALL: &str = concat!(
    "SELECT id, member, ",
    sealed!("webhook.url", "url", "id"),
    ", ",
    sealed!("webhook.secret", "secret", "id", bytes),
    ", ",
    sealed!("webhook.old_secret", "old_secret", "id", bytes),
    ", old_until, created_at FROM webhook WHERE id > $1 ORDER BY id LIMIT $2"
);

pub(crate) const NOTE: &str =
    "INSERT INTO webhook_delivery (id, endpoint, body, tries, state, error, at)
     SELECT CAST($1 AS BIGINT), $2, $3, CAST($4 AS BIGINT), $5, $6, CAST($7 AS BIGINT) WHERE EXISTS (SELECT 1 FROM webhook WHERE id = $2)
     ON CONFLICT (id) DO UPDATE SET tries = excluded.tries, state = excluded.state,
         error = excluded.error, at = excluded.at";

pub(crate) const FORGET: &str = "DELETE FROM webhook_delivery WHERE endpoint = $1 AND id <= (
         SELECT id FROM webhook_delivery WHERE endpoint = $1 ORDER BY id DESC LIMIT 1 OFFSET $2)";

pub(crate) const GIVE_UP_ALL: &str = "DELETE FROM outbox WHERE network = $1 AND conversation = $2";

const FORGET_ALL: &str = "DELETE FROM webhook_delivery WHERE endpoint = $1";

macro_rules! deliveries {
    ($filter:literal) => {
        concat!(
            "SELECT id, endpoint, ",
            sealed!("webhook_delivery.body", "body", "id"),
            ", tries, state, error, at FROM webhook_delivery WHERE ",
            $filter
        )
    };
}

const DELIVERIES: &str = deliveries!("endpoint = $1 AND id < $2 ORDER BY id DESC LIMIT $3");

const DEAD: &str =
    deliveries!("endpoint = $1 AND state = 'dead' AND id < $2 ORDER BY id DESC LIMIT $3");

const DELIVERY: &str = deliveries!("id = $1");

/// Where a program is told what happens to payments.
#[derive(Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Its name.
    pub id: String,
    /// Whose payments it is told; `None` is the operator's and is told everything.
    pub member: Option<MemberId>,
    /// Its address.
    pub url: String,
    /// What signs events.
    pub secret: Vec<u8>,
    /// What signed before, and until when it still does.
    pub old_secret: Option<(Vec<u8>, Timestamp)>,
    /// Since when.
    pub created_at: Timestamp,
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Webhook").field("id", &self.id).finish_non_exhaustive()
    }
}

/// How far an event came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeliveryState {
    /// Taken.
    Delivered,
    /// To be tried again.
    Failing,
    /// Nobody tries any more.
    Dead,
}

impl DeliveryState {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Failing => "failing",
            Self::Dead => "dead",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        [Self::Delivered, Self::Failing, Self::Dead].into_iter().find(|state| state.name() == name)
    }
}

/// What became of an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WebhookDelivery {
    /// Its number in the outbox.
    pub id: i64,
    /// Which endpoint.
    pub endpoint: String,
    /// The event; `None` if it can no longer be read.
    pub message: Option<Message>,
    /// How often it was tried.
    pub tries: u32,
    /// How far it came.
    pub state: DeliveryState,
    /// Why it failed last.
    pub error: String,
    /// When it was tried last.
    pub at: Timestamp,
}

fn read(row: &Row<'_>) -> sql::Result<Webhook> {
    let old: Option<Vec<u8>> = row.get(4)?;
    Ok(Webhook {
        id: row.get(0)?,
        member: maybe_id(row, 1, MemberId::from_bytes)?,
        url: row.get(2)?,
        secret: row.get(3)?,
        old_secret: old.zip(maybe_at(row, 5)?),
        created_at: at(row, 6)?,
    })
}

fn read_delivery(row: &Row<'_>) -> sql::Result<WebhookDelivery> {
    Ok(WebhookDelivery {
        id: row.get(0)?,
        endpoint: row.get(1)?,
        message: codec::message(row.get_ref(2)?.as_str()?).ok(),
        tries: row.get(3)?,
        state: crate::column::parsed(row, 4, DeliveryState::parse)?,
        error: row.get(5)?,
        at: at(row, 6)?,
    })
}

impl Writer {
    /// Adds or changes an endpoint.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn put_webhook(&mut self, webhook: &Webhook) -> Result<(), Fault> {
        let (id, old) = (&*webhook.id, webhook.old_secret.as_ref());
        let secret = |of, secret: &[u8]| self.seal_bytes(webhook.member, of, id, secret);
        let put = || -> sql::Result<usize> {
            let params = params![
                id,
                webhook.member.map(MemberId::bytes),
                self.seal(webhook.member, "webhook.url", id, &webhook.url)?,
                secret("webhook.secret", &webhook.secret)?,
                old.map(|(old, _)| secret("webhook.old_secret", old)).transpose()?,
                old.map(|(_, until)| until.0),
                webhook.created_at.0,
            ];
            self.run(PUT, params)
        };
        put().doing("keep an endpoint")?;
        Ok(())
    }

    /// Removes an endpoint, what waits for it in the outbox, and what is known of its deliveries.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn remove_webhook(&mut self, webhook: &str) -> Result<(), Fault> {
        self.run(REMOVE, [webhook]).doing("remove an endpoint")?;
        self.run(FORGET_ALL, [webhook]).doing("forget an endpoint's deliveries")?;
        let network = Network::WEBHOOK;
        let waiting = params![network.name(), outbox::stranger(network, webhook)];
        self.run(GIVE_UP_ALL, waiting).doing("give up what waits for an endpoint")?;
        Ok(())
    }

    /// Notes what became of an event, and forgets the oldest beyond a thousand.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn note_delivery(
        &mut self,
        leased: &Leased,
        state: DeliveryState,
        error: &str,
    ) -> Result<(), Fault> {
        let To::Stranger(endpoint) = &leased.message.to else { return Ok(()) };
        let mut body = String::new();
        codec::put_message(&mut body, &leased.message);
        let tries = leased.tries.saturating_add(1);
        let now = self.now().0;
        let note = || -> sql::Result<usize> {
            let body = self.seal(None, "webhook_delivery.body", leased.id, &body)?;
            self.run(NOTE, params![leased.id, endpoint, body, tries, state.name(), error, now])
        };
        note().doing("note a delivery")?;
        let forget = params![endpoint, DELIVERIES_KEPT];
        self.run(FORGET, forget).doing("forget old deliveries")?;
        Ok(())
    }

    /// Puts an event into the outbox again, behind what waits there, under a new number.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn replay(&mut self, message: &Message) -> Result<(), Fault> {
        self.put_outbox(message).doing("put an event into the outbox again")
    }
}

impl Reader {
    /// Endpoints by their names after `after`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn webhooks(&self, after: &str, limit: usize) -> Result<Vec<Webhook>, Fault> {
        self.list(ALL, params![after, count(limit)], read).doing("list endpoints")
    }

    /// What became of an endpoint's events, newest first, below number `before`; with `dead` only what nobody tries any
    /// more.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn webhook_deliveries(
        &self,
        endpoint: &str,
        dead: bool,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<WebhookDelivery>, Fault> {
        let params = params![endpoint, before.unwrap_or(i64::MAX), count(limit)];
        let sql = if dead { DEAD } else { DELIVERIES };
        self.list(sql, params, read_delivery).doing("list deliveries")
    }

    /// What became of one event.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn webhook_delivery(&self, id: i64) -> Result<Option<WebhookDelivery>, Fault> {
        self.maybe(DELIVERY, [id], read_delivery).doing("read a delivery")
    }
}
