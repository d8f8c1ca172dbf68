//! `GET /live`: what happens while somebody looks, as server-sent events. `static/live.js` says what each event is
//! for; the server renders every fragment.
//!
//! A live page wakes at a commit, reads what is new for its reader, and sends it. It resumes after the last event
//! that arrived, and ends when the session or the process does.

use std::collections::{BTreeSet, VecDeque};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use app::store::Post as PostRow;
use askama::Template;
use axum::Router;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use domain::id::{MemberId, PaymentId};
use domain::port::Fault;
use domain::time::SECOND_US;
use tokio::sync::{broadcast, watch};
use tokio::time::Instant;

use super::look::Look;
use super::shared::Seat;
use crate::State;
use crate::session::{Halt, Member, Page, Query, Visitor};

/// Posts read at once.
const BATCH: usize = 50;

/// Posts that are sent to a page that was away; beyond that it is told to read itself again.
const MISSED_MAX: i64 = 500;

/// How long after its instant a post may be committed, where nodes share the database: one that comes behind others
/// with higher numbers is looked for that long. A page that shows it already leaves it as it is.
const LATE_US: i64 = 5 * SECOND_US;

/// The least time between two reads of one live page.
const PAUSE: Duration = Duration::from_millis(100);

/// How often a quiet stream says that it is there, and its session is looked at.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Where the forms of what is sent lead back to.
const HERE: &str = "/square";

pub(super) fn routes() -> Router<State> {
    Router::new().route("/live", get(listen))
}

async fn listen(member: Member, query: Query, headers: HeaderMap) -> Page {
    let Member { visitor, id } = member;
    let pages = &visitor.state.pages;
    let seat = pages.sit(visitor.session_hash()).ok_or(Halt::Busy)?;
    let resumed =
        headers.get("last-event-id").and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    let after: Option<i64> = query.number("after")?;
    let talk = query.text("talk") == Some("1");
    let cursor = match resumed.max(after) {
        Some(number) => number,
        None => visitor.look(|look| look.read.latest_post()).await?,
    };
    let live = Live {
        commits: visitor.state.obole.commits(),
        gone: pages.hear_gone(),
        ended: pages.hear_end(),
        ready: VecDeque::new(),
        first: true,
        read_at: Instant::now(),
        visitor,
        id,
        cursor,
        sent: BTreeSet::new(),
        talk,
        _seat: seat,
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
    id: MemberId,
    commits: watch::Receiver<u64>,
    gone: broadcast::Receiver<String>,
    ended: watch::Receiver<bool>,
    ready: VecDeque<Event>,
    /// Nothing was read yet.
    first: bool,
    read_at: Instant,
    /// The highest number of a post that was sent.
    cursor: i64,
    /// The numbers of those that were sent lately.
    sent: BTreeSet<i64>,
    /// The page shows the direct conversation, so that what arrives there is read.
    talk: bool,
    _seat: Seat,
}

/// What is new.
struct News {
    events: Vec<Event>,
    cursor: i64,
    sent: Vec<i64>,
    /// There is more to read at once.
    more: bool,
}

impl Live {
    /// The next event, and the page after it; `None` at the end.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some((Ok(event), self));
            }
            if !self.wait().await {
                return None;
            }
            if self.ready.is_empty() {
                self.read().await?;
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
            gone = self.gone.recv() => {
                self.ready.push_back(match gone {
                    Ok(post) => Event::default().event("gone").data(post),
                    Err(_) => Event::default().event("reload").data("missed"),
                });
                true
            }
            () = async { drop(self.ended.wait_for(|ended| *ended).await) } => false,
            () = tokio::time::sleep(HEARTBEAT) => true,
        }
    }

    /// Reads what is new; `None` if the session has ended or nothing can be read: the browser comes back.
    async fn read(&mut self) -> Option<()> {
        self.read_at = Instant::now();
        let (me, cursor, talk) = (self.id, self.cursor, self.talk);
        let late = self.visitor.state.obole.has_neighbours().then(|| self.sent.clone());
        let session = self.visitor.session_hash();
        let news = self.visitor.look(move |look| match look.read.session(session, look.now)? {
            Some(session) if session.member == me => news(look, me, (cursor, late), talk).map(Some),
            Some(_) | None => Ok(None),
        });
        let news = news.await.ok()??;
        if self.talk {
            self.visitor.state.pages.set_mark(session, news.cursor);
        }
        self.first = news.more;
        self.cursor = news.cursor;
        self.sent.extend(news.sent);
        self.sent = self.sent.split_off(&self.cursor.saturating_sub(MISSED_MAX));
        self.ready.extend(news.events);
        Some(())
    }
}

/// What came behind the cursor, and what came late, where `late` says what of it was sent.
fn news(
    look: &Look<'_>,
    me: MemberId,
    (cursor, late): (i64, Option<BTreeSet<i64>>),
    talk: bool,
) -> Result<News, Fault> {
    let latest = look.read.latest_post()?;
    if latest.saturating_sub(cursor) > MISSED_MAX {
        let reload = numbered(Event::default().event("reload").data("missed"), latest);
        return Ok(News { events: vec![reload], cursor: latest, sent: Vec::new(), more: false });
    }
    let new = look.read.posts_since(cursor, Some(me), BATCH)?;
    let more = new.len() >= BATCH;
    let mut posts = match late {
        Some(sent) => {
            let mut late = look.read.posts_late(cursor, look.now.plus_us(-LATE_US), me)?;
            late.retain(|post| !sent.contains(&post.number));
            late
        }
        None => Vec::new(),
    };
    posts.extend(new);
    let mut events = Vec::new();
    for post in posts.iter().filter(|post| post.deleted_at.is_none()) {
        events.extend(post_event(look, post)?);
    }
    let told: Vec<&PostRow> =
        posts.iter().filter(|post| post.direct.is_some() && post.author.is_none()).collect();
    for payment in payments(look, &told)? {
        events.extend(look.card(payment)?.and_then(|card| event("card", &card)));
    }
    let cursor = posts.last().map_or(cursor, |post| post.number.max(cursor));
    if !told.is_empty() {
        events.extend(event("money", &look.money_panel(me)?));
        events.push(counts(look, me, cursor, talk)?);
    }
    let sent = posts.iter().map(|post| post.number).collect();
    Ok(News { events, cursor, sent, more })
}

fn post_event(look: &Look<'_>, row: &PostRow) -> Result<Option<Event>, Fault> {
    let name = if row.direct.is_some() { "direct" } else { "post" };
    let post = look.post(row, HERE)?;
    Ok(event(name, &post).map(|event| numbered(event, row.number)))
}

/// Every payment whose card may stand on the page and is not the same any more.
fn payments(look: &Look<'_>, told: &[&PostRow]) -> Result<BTreeSet<PaymentId>, Fault> {
    let mut all: BTreeSet<PaymentId> = told.iter().filter_map(|post| post.payment).collect();
    for id in all.clone() {
        all.extend(look.read.payment(id)?.map(|payment| payment.order));
    }
    Ok(all)
}

fn counts(look: &Look<'_>, me: MemberId, cursor: i64, talk: bool) -> Result<Event, Fault> {
    let unread = if talk { 0 } else { look.unread(me, cursor)? };
    let needs = look.needs(me)?.for_me();
    let json = serde_json::json!({ "/messages": unread, "/needs": needs });
    Ok(Event::default().event("counts").data(json.to_string()))
}

fn event(name: &str, fragment: &impl Template) -> Option<Event> {
    match fragment.render() {
        Ok(html) => Some(Event::default().event(name).data(html)),
        Err(error) => {
            tracing::error!(%error, "a fragment does not render");
            None
        }
    }
}

fn numbered(event: Event, number: i64) -> Event {
    event.id(number.to_string())
}
