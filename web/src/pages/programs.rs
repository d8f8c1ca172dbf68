//! `GET /programs`: the keys with which programs act for the reader, and the endpoints that are told of their payments.
//! `POST /programs/keys/{id}/revoke` and `POST /programs/webhooks/{id}/{event}/replay`.
//!
//! An operator sees those of the service's own programs as well.

use app::store::{ApiKey, DeliveryState, Webhook, WebhookDelivery};
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::id::MemberId;
use domain::port::Fault;
use domain::time::Timestamp;

use super::look::Look;
use crate::State;
use crate::session::{Halt, Local, Member, Page, Posted, Query, Visitor, shown};
use crate::view::piece::Tone;
use crate::view::programs::{Endpoint, Event, Key, ProgramsPage};

/// Where the page stands.
const HERE: &str = "/programs";

/// Keys of one owner that are listed.
const KEYS_MAX: usize = 100;

/// Events of an endpoint beside others.
const EVENTS: usize = 5;

/// Events of an endpoint on a page of its own.
const EVENTS_MAX: usize = 50;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route(HERE, get(show))
        .route("/programs/keys/{id}/revoke", post(revoke))
        .route("/programs/webhooks/{id}/{event}/replay", post(replay))
}

/// Which events are asked for.
#[derive(Clone, Copy)]
struct Wanted {
    dead: bool,
    before: Option<i64>,
    most: usize,
}

/// Whose programs a member sees: their own, and an operator the service's as well.
async fn owners(visitor: &Visitor, me: MemberId) -> Result<Vec<Option<MemberId>>, Halt> {
    let operator = visitor.state.obole.read_rows(move |read| read.is_operator(me)).await?;
    Ok(if operator { vec![Some(me), None] } else { vec![Some(me)] })
}

async fn show(member: Member, query: Query) -> Page {
    let Member { visitor, id: me } = member;
    let owners = owners(&visitor, me).await?;
    let obole = &visitor.state.obole;
    let mut keys = Vec::new();
    for owner in &owners {
        keys.extend(obole.api_keys(*owner, String::new(), KEYS_MAX).await?);
    }
    let mut endpoints: Vec<Webhook> =
        owners.iter().flat_map(|owner| obole.webhooks(*owner)).collect();
    let one = query.text("of").map(str::to_owned);
    if let Some(one) = &one {
        endpoints.retain(|endpoint| endpoint.id == *one);
        keys.clear();
        if endpoints.is_empty() {
            return Err(Halt::NotFound);
        }
    }
    let wanted = Wanted {
        dead: query.text("dead").is_some(),
        before: query.text("before").and_then(|number| number.parse().ok()),
        most: if one.is_some() { EVENTS_MAX } else { EVENTS },
    };
    let page = visitor.look(move |look| {
        Ok(ProgramsPage {
            shell: look.shell()?,
            notice: None,
            all: one.is_none(),
            keys: keys.iter().map(|key| look.key(key)).collect(),
            endpoints: endpoints
                .iter()
                .map(|endpoint| look.endpoint(endpoint, wanted))
                .collect::<Result<_, _>>()?,
        })
    });
    shown(StatusCode::OK, &page.await?)
}

impl Look<'_> {
    fn key(&self, key: &ApiKey) -> Key {
        let over = |until: &Timestamp| *until <= self.now;
        Key {
            id: key.id.clone(),
            label: key.label.clone(),
            scopes: key.scopes.split(' ').map(str::to_owned).collect(),
            of_service: key.member.is_none(),
            used: key.last_used_at.map(|at| self.short(at)),
            ends: key.expires_at.map(|at| self.full(at)),
            open: key.revoked_at.is_none() && !key.expires_at.as_ref().is_some_and(over),
        }
    }

    fn endpoint(&self, webhook: &Webhook, wanted: Wanted) -> Result<Endpoint, Fault> {
        let Wanted { dead, before, most } = wanted;
        let one_more = most.saturating_add(1);
        let mut told = self.read.webhook_deliveries(&webhook.id, dead, before, one_more)?;
        let more = told.len() > most;
        told.truncate(most);
        let here = format!("{HERE}?of={}{}", webhook.id, if dead { "&dead=1" } else { "" });
        let last = told.last().filter(|_| more);
        Ok(Endpoint {
            id: webhook.id.clone(),
            url: webhook.url.clone(),
            of_service: webhook.member.is_none(),
            dead,
            dead_href: format!("{HERE}?of={}&dead=1", webhook.id),
            further: last.map(|last| format!("{here}&before={}", last.id)),
            events: told.iter().map(|one| self.event(one)).collect(),
        })
    }

    fn event(&self, told: &WebhookDelivery) -> Event {
        let message = told.message.as_ref();
        Event {
            id: told.id,
            what: message.map_or_else(String::new, |message| message.say.code.to_string()),
            payment: message.and_then(|message| message.payment).map(|id| id.to_string()),
            state: told.state.name(),
            tone: match told.state {
                DeliveryState::Delivered => Tone::Patina,
                DeliveryState::Failing => Tone::Amber,
                DeliveryState::Dead => Tone::Red,
            },
            at: self.full(told.at),
            tries: told.tries,
            error: told.error.clone(),
            again: message.is_some(),
        }
    }
}

async fn revoke(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let Member { visitor, id: me } = &form.by;
    let owners = owners(visitor, *me).await?;
    let asked = id.clone();
    let found = visitor.state.obole.read_rows(move |read| read.api_key(&asked)).await?;
    found.filter(|key| owners.contains(&key.member)).ok_or(Halt::NotFound)?;
    visitor.state.obole.revoke_api_key(id).await?;
    Ok(Local::or_square(HERE).go())
}

async fn replay(Path((id, event)): Path<(String, i64)>, form: Posted<Member>) -> Page {
    let Member { visitor, id: me } = &form.by;
    let owners = owners(visitor, *me).await?;
    let found = visitor.state.obole.webhook(&id);
    let endpoint = found.filter(|one| owners.contains(&one.member)).ok_or(Halt::NotFound)?;
    visitor.state.obole.replay(&endpoint.id, event).await?.ok_or(Halt::NotFound)?;
    Ok(form.next().go())
}
