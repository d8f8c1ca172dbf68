//! `GET /drive/{handle}`: what a charity was given, for everybody. `GET /drive/{handle}/live`: the same while it grows.
//!
//! Everybody sees the sum and the number of gifts. Members see who gave what, where the giver said so in public; the
//! square shows it to them too. Nobody sees what the charity has.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use app::store::Profile;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use domain::id::MemberId;
use domain::member::{Kind, Network};
use domain::money::Money;
use domain::port::Fault;
use tokio::sync::watch;
use tokio::time::Instant;

use super::look::{Look, person_of};
use super::shared::Seat;
use crate::State;
use crate::session::{Guest, Halt, Page, Visitor, shown};
use crate::view::drive::{Counter, Drive, DrivePage, Gift};

/// Public gifts that are shown.
const GIFTS: usize = 10;

/// Lines of each statement that are looked through for them.
const LINES: usize = 50;

/// The least time between two reads of one live page.
const PAUSE: Duration = Duration::from_millis(100);

/// How often a quiet stream says that it is there.
const HEARTBEAT: Duration = Duration::from_secs(15);

pub(super) fn routes() -> Router<State> {
    Router::new().route("/drive/{handle}", get(show)).route("/drive/{handle}/live", get(listen))
}

/// The charity of this handle; nobody else has such a page.
fn charity(look: &Look<'_>, handle: &str) -> Result<Option<Profile>, Fault> {
    let name = handle.trim_start_matches('@').to_lowercase();
    let found = look.read.profile_by_handle(Network::SQUARE, &name)?;
    Ok(found.filter(|profile| profile.member.kind == Kind::Charity))
}

async fn show(Guest(visitor): Guest, Path(handle): Path<String>) -> Page {
    let page = visitor.look(move |look| {
        let Some(profile) = charity(look, &handle)? else { return Ok(None) };
        let person = person_of(&profile);
        let name = person.handle.trim_start_matches('@');
        Ok(Some(DrivePage {
            shell: look.shell()?,
            live: format!("/drive/{name}/live"),
            give_href: format!("/pay?to={name}"),
            since: look.date(profile.member.created_at),
            about: look.rich(&profile.about),
            drive: drive(look, profile.member.id)?,
            person,
        }))
    });
    shown(StatusCode::OK, &page.await?.ok_or(Halt::NotFound)?)
}

/// What changes while somebody looks.
fn drive(look: &Look<'_>, charity: MemberId) -> Result<Drive, Fault> {
    let t = look.visitor.t();
    let wallets = look.read.wallets(charity)?;
    let (mut counters, mut gifts) = (Vec::new(), Vec::new());
    for wallet in &wallets {
        let currency = wallet.currency;
        let given = look.visitor.state.obole.given(look.read, charity, currency, look.now)?;
        if given.gifts == 0 {
            continue;
        }
        let money = |minor| look.money(Money::new(minor, currency));
        let whole = |count| i64::try_from(count).unwrap_or(i64::MAX);
        counters.push(Counter {
            currency: currency.code().to_owned(),
            minor: given.minor,
            total: money(given.minor),
            gifts: whole(given.gifts),
            gifts_shown: t.number(whole(given.gifts)),
            today: money(given.minor_today),
            gifts_today: t.number(whole(given.gifts_today)),
        });
        if look.me().is_some() {
            gifts.extend(public_gifts(look, charity, currency)?);
        }
    }
    gifts.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    gifts.truncate(GIFTS);
    let gifts = gifts.into_iter().map(|(_, gift)| gift).collect();
    Ok(Drive { t, counters, gifts, named: look.me().is_some() })
}

type Dated = (domain::time::Timestamp, Gift);

/// The latest gifts that their givers told in public, newest first.
fn public_gifts(
    look: &Look<'_>,
    charity: MemberId,
    currency: domain::money::Currency,
) -> Result<Vec<Dated>, Fault> {
    let mut gifts = Vec::new();
    for row in look.read.statement(charity, currency, None, LINES)? {
        if row.line.change <= 0 || gifts.len() == GIFTS {
            continue;
        }
        let Some(story) = look.read.story(row.line.cause)? else { continue };
        if story.payment.public {
            let amount = look.money(story.payment.amount);
            let gift = Gift { from: look.payer(&story), amount, at: look.short(row.line.at) };
            gifts.push((row.line.at, gift));
        }
    }
    Ok(gifts)
}

async fn listen(Guest(visitor): Guest, Path(handle): Path<String>) -> Page {
    let found = visitor.look(move |look| charity(look, &handle)).await?.ok_or(Halt::NotFound)?;
    let pages = &visitor.state.pages;
    let seat = match visitor.id() {
        Some(_) => pages.sit(visitor.session_hash()),
        None => pages.sit_guest(),
    };
    let live = Live {
        commits: visitor.state.obole.commits(),
        ended: pages.hear_end(),
        said: String::new(),
        first: true,
        read_at: Instant::now(),
        charity: found.member.id,
        _seat: seat.ok_or(Halt::Busy)?,
        visitor,
    };
    let stream = futures_util::stream::unfold(live, Live::next);
    let mut response =
        Sse::new(stream).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response();
    // A proxy that gathers the stream would make it late.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

/// A live page.
struct Live {
    visitor: Arc<Visitor>,
    charity: MemberId,
    commits: watch::Receiver<u64>,
    ended: watch::Receiver<bool>,
    /// What was sent last.
    said: String,
    /// Nothing was read yet.
    first: bool,
    read_at: Instant,
    _seat: Seat,
}

impl Live {
    /// The next event, and the page after it; `None` at the end.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        loop {
            if !self.wait().await {
                return None;
            }
            self.read_at = Instant::now();
            let drive = self.drive().await?;
            let html = drive.render().ok()?;
            if html != self.said {
                self.said.clone_from(&html);
                return Some((Ok(Event::default().event("drive").data(html)), self));
            }
        }
    }

    /// Waits until there may be something; `false` at the end.
    async fn wait(&mut self) -> bool {
        if std::mem::take(&mut self.first) {
            return !*self.ended.borrow();
        }
        tokio::select! {
            changed = self.commits.changed() => {
                tokio::time::sleep_until(self.read_at + PAUSE).await;
                self.commits.mark_unchanged();
                changed.is_ok()
            }
            () = async { drop(self.ended.wait_for(|ended| *ended).await) } => false,
            () = tokio::time::sleep(HEARTBEAT) => true,
        }
    }

    /// What there is now; `None` if the session has ended or nothing can be read: the browser comes back.
    async fn drive(&self) -> Option<Drive> {
        let (me, session, charity) = (self.visitor.id(), self.visitor.session_hash(), self.charity);
        let drive = self.visitor.look(move |look| {
            let signed_in = look.read.session(session, look.now)?.map(|session| session.member);
            if signed_in == me { drive(look, charity).map(Some) } else { Ok(None) }
        });
        drive.await.ok()?
    }
}
