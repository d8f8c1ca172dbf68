//! `GET /operator/members`: find one. `GET /operator/members/{id}`: what is known, freeze, release.

use std::sync::Arc;

use app::store::Profile;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::id::MemberId;
use domain::port::Fault;
use domain::refusal::Refusal;
use domain::request::{Admin, Outcome};

use super::payments::{member as find, of_member, table};
use super::{Look, ROWS};
use crate::pages::look::person_of;
use crate::session::{Halt, Local, Operator, Page, Posted, Query, Visitor, shown};
use crate::view::operator::{OperatorMemberPage, OperatorPage, Part, Place, Search};
use crate::view::piece::{Notice, Tone};
use crate::view::table::{Cell, Table};

/// Bytes of a reason.
pub(super) const REASON_BYTES_MAX: usize = 800;

/// Bytes of the longest PIN that is read; a PIN has six digits.
pub(super) const PIN_BYTES_MAX: usize = 64;

pub(super) async fn list(operator: Operator, query: Query) -> Page {
    let text = query.text("q").unwrap_or_default().trim().to_owned();
    let after = query.text("after").map(|id| MemberId::parse(id).ok_or(Halt::NotFound));
    let after = after.transpose()?;
    let page = operator.visitor.look(move |look| {
        let t = look.visitor.t();
        let found = match text.as_str() {
            "" => look.read.profiles(after, ROWS)?,
            text => match find(look, text)? {
                Some(id) => look.read.profile(id)?.into_iter().collect(),
                None => Vec::new(),
            },
        };
        let more = found.last().filter(|_| found.len() == ROWS);
        let older = more.map(|last| format!("{}?after={}", Place::Members.href(), last.member.id));
        let part = Part {
            id: "found".to_owned(),
            title: t.text("page-operator-members-first"),
            note: found.is_empty().then(|| t.text("page-door-nobody")),
            table: Some(members(look, &found)).filter(|table| !table.rows.is_empty()),
            ..Part::default()
        };
        Ok(OperatorPage {
            search: Some(Search { text, ..Search::default() }),
            parts: vec![part],
            older,
            ..look.board(Place::Members)?
        })
    });
    shown(StatusCode::OK, &page.await?)
}

fn members(look: &Look<'_>, found: &[Profile]) -> Table {
    let t = look.visitor.t();
    let row = |profile: &Profile| {
        let (person, member) = (person_of(profile), &profile.member);
        let href = format!("/operator/members/{}", member.id);
        vec![
            Cell::link(person.name, href),
            Cell::text(person.handle),
            Cell::text(t.text(person.kind.text_id())),
            Cell::number(member.tier.to_string()),
            Cell::text(if member.frozen.is_some() {
                t.text("page-operator-is-frozen")
            } else {
                String::new()
            }),
        ]
    };
    Table {
        caption: t.text("page-operator-members"),
        head: look.head([
            "page-name",
            "page-handle",
            "page-operator-kind",
            "page-operator-tier",
            "page-operator-state",
        ]),
        rows: found.iter().map(row).collect(),
    }
}

/// What was typed, and what was wrong with it.
#[derive(Default)]
struct Tried {
    reason: String,
    notice: Option<Notice>,
}

pub(super) async fn show(operator: Operator, Path(id): Path<String>) -> Page {
    let member = MemberId::parse(&id).ok_or(Halt::NotFound)?;
    page(&operator.visitor, member, StatusCode::OK, Tried::default()).await
}

async fn page(visitor: &Arc<Visitor>, member: MemberId, status: StatusCode, tried: Tried) -> Page {
    let page = visitor.look(move |look| match look.read.profile(member)? {
        Some(profile) => of(look, &profile, tried).map(Some),
        None => Ok(None),
    });
    shown(status, &page.await?.ok_or(Halt::NotFound)?)
}

fn of(look: &Look<'_>, profile: &Profile, tried: Tried) -> Result<OperatorMemberPage, Fault> {
    let t = look.visitor.t();
    let member = &profile.member;
    let fact = |id: &str, value: String| (t.text(id), value);
    let mut facts = vec![
        fact("page-operator-id", member.id.to_string()),
        fact("page-operator-since", look.date(member.created_at)),
        fact("page-operator-tier", member.tier.to_string()),
    ];
    for balance in look.balances(member.id)? {
        facts.push(fact("page-operator-has", balance.available));
        facts.extend(balance.held.map(|held| fact("page-operator-aside", held)));
    }
    let payments = of_member(look, member.id)?;
    Ok(OperatorMemberPage {
        shell: look.shell()?,
        notice: tried.notice,
        person: person_of(profile),
        id: member.id.to_string(),
        facts,
        frozen: member.frozen.as_ref().map(|freeze| freeze.reason.clone()),
        reason: tried.reason,
        payments: table(look, &payments, t.text("page-operator-payments")),
    })
}

pub(super) async fn freeze(Path(id): Path<String>, form: Posted<Operator>) -> Page {
    let member = MemberId::parse(&id).ok_or(Halt::NotFound)?;
    let reason = form.text("reason").trim().to_owned();
    if reason.len() > REASON_BYTES_MAX {
        return Err(Halt::TooLarge);
    }
    if reason.is_empty() {
        return Err(Halt::Bad);
    }
    act(&form, member, Admin::Freeze { member, reason: reason.clone() }, reason).await
}

pub(super) async fn release(Path(id): Path<String>, form: Posted<Operator>) -> Page {
    let member = MemberId::parse(&id).ok_or(Halt::NotFound)?;
    act(&form, member, Admin::Release { member }, String::new()).await
}

/// Acts with the operator's PIN, and shows the member again.
async fn act(form: &Posted<Operator>, member: MemberId, admin: Admin, reason: String) -> Page {
    let Operator { visitor, id } = &form.by;
    let pin = form.text("pin").to_owned();
    if pin.len() > PIN_BYTES_MAX {
        return Err(Halt::TooLarge);
    }
    match visitor.state.obole.operate(*id, pin, admin).await?.outcome {
        Outcome::Refused(
            refusal @ (Refusal::PinWrong { .. } | Refusal::PinLocked | Refusal::PinMissing),
        ) => {
            let text = visitor.reader.say(&refusal.say());
            let notice = Some(Notice { tone: Tone::Red, text });
            let tried = Tried { reason, notice };
            page(visitor, member, StatusCode::UNPROCESSABLE_ENTITY, tried).await
        }
        Outcome::Refused(Refusal::MemberUnknown) => Err(Halt::NotFound),
        Outcome::Refused(refusal) => Err(refusal.into()),
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(Local::or_square(&format!("/operator/members/{member}")).go())
        }
    }
}
