//! `GET /operator/suspense`: money without owner. `GET /operator/suspense/{id}`: whose it may be, credit, send back.

use std::sync::Arc;

use app::store::Profile;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::id::SuspenseId;
use domain::member::Network;
use domain::port::Fault;
use domain::refusal::Refusal;
use domain::request::{Admin, Outcome};
use domain::suspense::{End, Item, WAIT_US_MAX};
use domain::time::{DAY_US, Timestamp};

use super::member::{PIN_BYTES_MAX, REASON_BYTES_MAX};
use super::{Look, ROWS};
use crate::pages::look::person_of;
use crate::session::{Halt, Local, Operator, Page, Posted, Query, Visitor, shown};
use crate::view::operator::{OperatorPage, OperatorSuspensePage, Part, Place};
use crate::view::piece::{Notice, Tone};
use crate::view::table::{Cell, Table};

/// Members that are suggested for one item.
const PERHAPS_MAX: usize = 3;

/// Words of a remitter and a reference that are looked up.
const WORDS_MAX: usize = 32;

/// Members whose names are compared, the oldest; handles are found however many there are.
const NAMES_MAX: usize = 2_000;

pub(super) async fn list(operator: Operator) -> Page {
    let page = operator.visitor.look(|look| {
        let parts = vec![waiting(look)?, ended(look)?];
        Ok(OperatorPage { parts, ..look.board(Place::Suspense)? })
    });
    shown(StatusCode::OK, &page.await?)
}

fn href(id: SuspenseId) -> String {
    format!("{}/{id}", Place::Suspense.href())
}

/// Days since `at`.
fn days(look: &Look<'_>, at: Timestamp) -> u32 {
    u32::try_from(look.now.0.saturating_sub(at.0) / DAY_US).unwrap_or(0)
}

fn waiting(look: &Look<'_>) -> Result<Part, Fault> {
    let t = look.visitor.t();
    let items = look.read.suspense_open(ROWS)?;
    let members =
        if items.is_empty() { Vec::new() } else { look.read.profiles(None, NAMES_MAX)? };
    let mut rows = Vec::with_capacity(items.len());
    for item in &items {
        let perhaps = perhaps(look, item, &members)?;
        let handles: Vec<String> = perhaps.iter().map(|one| person_of(one).handle).collect();
        rows.push(vec![
            Cell::text(look.short(item.at).shown),
            look.count(days(look, item.at)),
            Cell { number: true, ..Cell::link(look.money(item.receipt.amount), href(item.id)) },
            Cell::text(item.receipt.remitter.clone()),
            Cell::text(item.receipt.reference.clone()),
            Cell::text(handles.join(", ")),
        ]);
    }
    let late = items.first().is_some_and(|item| item.at.plus_us(WAIT_US_MAX) < look.now);
    let note = match (items.is_empty(), late) {
        (true, _) => Some("page-operator-none"),
        (false, true) => Some("page-operator-suspense-late"),
        (false, false) => None,
    };
    let head = look.head([
        "page-operator-arrived",
        "page-operator-days",
        "page-operator-amount",
        "page-operator-remitter",
        "page-operator-reference",
        "page-operator-perhaps",
    ]);
    let caption = t.text("page-operator-suspense");
    Ok(Part {
        id: "waiting".to_owned(),
        title: t.text("page-operator-suspense-first"),
        note: note.map(|id| t.text(id)),
        alarm: late,
        table: Some(Table { caption, head, rows }).filter(|table| !table.rows.is_empty()),
        ..Part::default()
    })
}

fn ended(look: &Look<'_>) -> Result<Part, Fault> {
    let t = look.visitor.t();
    let items = look.read.suspense_ended(ROWS)?;
    let mut rows = Vec::with_capacity(items.len());
    for item in &items {
        let at = item.ended.as_ref().map_or(item.at, |ended| ended.at);
        rows.push(vec![
            Cell::text(look.short(at).shown),
            Cell { number: true, ..Cell::link(look.money(item.receipt.amount), href(item.id)) },
            Cell::text(item.receipt.remitter.clone()),
            Cell::text(item.receipt.reference.clone()),
            Cell::text(became(look, item)?),
        ]);
    }
    let head = look.head([
        "page-operator-when",
        "page-operator-amount",
        "page-operator-remitter",
        "page-operator-reference",
        "page-operator-became",
    ]);
    let caption = t.text("page-operator-became");
    Ok(Part {
        id: "ended".to_owned(),
        title: t.text("page-operator-suspense-ended"),
        note: items.is_empty().then(|| t.text("page-operator-none")),
        table: Some(Table { caption, head, rows }).filter(|table| !table.rows.is_empty()),
        ..Part::default()
    })
}

/// What became of money without owner, in words.
fn became(look: &Look<'_>, item: &Item) -> Result<String, Fault> {
    let t = look.visitor.t();
    Ok(match item.ended.as_ref().map(|ended| ended.how) {
        None => t.text("page-operator-waits"),
        Some(End::SentBack) => t.text("page-operator-sent-back"),
        Some(End::Matched(member)) => {
            let who = look.person(member)?.name;
            t.text_with("page-operator-matched", &[("who", &who)])
        }
    })
}

/// Members who may be meant: first those whose handle stands in the reference or in the remitter's name, then those
/// of whose name every word does.
fn perhaps(look: &Look<'_>, item: &Item, members: &[Profile]) -> Result<Vec<Profile>, Fault> {
    let text = format!("{} {}", item.receipt.reference, item.receipt.remitter).to_lowercase();
    let words: Vec<&str> = words(&text).take(WORDS_MAX).collect();
    let mut found: Vec<Profile> = Vec::new();
    for word in &words {
        let named = look.read.profile_by_handle(Network::SQUARE, word)?;
        let new = |one: &Profile| found.iter().all(|known| known.member.id != one.member.id);
        found.extend(named.filter(new));
    }
    for member in members {
        let known = found.iter().any(|one| one.member.id == member.member.id);
        let name = member.member.name.to_lowercase();
        let mut parts = self::words(&name).peekable();
        if !known && parts.peek().is_some() && parts.all(|part| words.contains(&part)) {
            found.push(member.clone());
        }
    }
    found.truncate(PERHAPS_MAX);
    Ok(found)
}

/// The words of a text, each of letters, digits and underscores.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// What was typed, and what was wrong with it.
#[derive(Default)]
struct Tried {
    to: String,
    reason: String,
    notice: Option<Notice>,
}

pub(super) async fn show(operator: Operator, Path(id): Path<String>, query: Query) -> Page {
    let id = SuspenseId::parse(&id).ok_or(Halt::NotFound)?;
    let to = query.text("to").unwrap_or_default().to_owned();
    page(&operator.visitor, id, StatusCode::OK, Tried { to, ..Tried::default() }).await
}

async fn page(visitor: &Arc<Visitor>, id: SuspenseId, status: StatusCode, tried: Tried) -> Page {
    let page = visitor.look(move |look| match look.read.suspense(id)? {
        Some(item) => of(look, &item, tried).map(Some),
        None => Ok(None),
    });
    shown(status, &page.await?.ok_or(Halt::NotFound)?)
}

fn of(look: &Look<'_>, item: &Item, tried: Tried) -> Result<OperatorSuspensePage, Fault> {
    let t = look.visitor.t();
    let fact = |id: &str, value: String| (t.text(id), value);
    let mut facts = vec![
        fact("page-operator-arrived", look.full(item.at).shown),
        fact("page-operator-remitter", item.receipt.remitter.clone()),
        fact("page-operator-reference", item.receipt.reference.clone()),
        fact("page-operator-bank-id", item.receipt.bank_id.clone()),
        fact("page-operator-id", item.id.to_string()),
        fact("page-operator-became", became(look, item)?),
    ];
    if let Some(ended) = &item.ended {
        facts.push(fact("page-operator-when", look.full(ended.at).shown));
        facts.push(fact("page-operator-why", ended.reason.clone()));
    }
    let waits = item.ended.is_none();
    let members = if waits { look.read.profiles(None, NAMES_MAX)? } else { Vec::new() };
    let told = |profile: &Profile| {
        let person = person_of(profile);
        let to = person.handle.trim_start_matches('@').to_owned();
        (person.name, person.handle, format!("{}?to={to}", href(item.id)))
    };
    Ok(OperatorSuspensePage {
        shell: look.shell()?,
        notice: tried.notice,
        id: item.id.to_string(),
        amount: look.money(item.receipt.amount),
        facts,
        waits,
        perhaps: perhaps(look, item, &members)?.iter().map(told).collect(),
        to: tried.to,
        reason: tried.reason,
    })
}

pub(super) async fn give(Path(id): Path<String>, form: Posted<Operator>) -> Page {
    let item = SuspenseId::parse(&id).ok_or(Halt::NotFound)?;
    let tried = tried(&form)?;
    let to = tried.to.clone();
    let found = form.by.visitor.look(move |look| super::payments::member(look, &to)).await?;
    match found {
        Some(member) => {
            let reason = tried.reason.clone();
            act(&form, item, Admin::Match { item, member, reason }, tried).await
        }
        None => {
            let text = form.by.visitor.t().text("page-door-nobody");
            again(&form, item, tried, text).await
        }
    }
}

pub(super) async fn send_back(Path(id): Path<String>, form: Posted<Operator>) -> Page {
    let item = SuspenseId::parse(&id).ok_or(Halt::NotFound)?;
    let tried = tried(&form)?;
    let reason = tried.reason.clone();
    act(&form, item, Admin::SendBack { item, reason }, tried).await
}

fn tried(form: &Posted<Operator>) -> Result<Tried, Halt> {
    let reason = form.text("reason").trim().to_owned();
    if reason.len() > REASON_BYTES_MAX || form.text("pin").len() > PIN_BYTES_MAX {
        return Err(Halt::TooLarge);
    }
    if reason.is_empty() {
        return Err(Halt::Bad);
    }
    Ok(Tried { to: form.text("to").trim().to_owned(), reason, notice: None })
}

/// Acts with the operator's PIN, and shows the list again; a refusal is said over what was typed.
async fn act(form: &Posted<Operator>, item: SuspenseId, admin: Admin, tried: Tried) -> Page {
    let Operator { visitor, id } = &form.by;
    let pin = form.text("pin").to_owned();
    match visitor.state.obole.operate(*id, pin, admin).await?.outcome {
        Outcome::Refused(Refusal::SuspenseUnknown) => Err(Halt::NotFound),
        Outcome::Refused(refusal) => {
            let text = visitor.reader.say(&refusal.say());
            again(form, item, tried, text).await
        }
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(Local::or_square(Place::Suspense.href()).go())
        }
    }
}

async fn again(form: &Posted<Operator>, item: SuspenseId, tried: Tried, text: String) -> Page {
    let notice = Some(Notice { tone: Tone::Red, text });
    let tried = Tried { notice, ..tried };
    page(&form.by.visitor, item, StatusCode::UNPROCESSABLE_ENTITY, tried).await
}
