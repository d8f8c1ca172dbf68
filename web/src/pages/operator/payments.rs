//! `GET /operator/payments`: payments by id, member, state and period.

use std::collections::BTreeSet;

use app::store::Story;
use axum::http::StatusCode;
use domain::id::{MemberId, PaymentId};
use domain::member::Network;
use domain::payment::State;
use domain::port::Fault;
use domain::time::Timestamp;

use super::{Look, ROWS};
use crate::pages::look::{Filter, shown_state};
use crate::session::{Halt, Operator, Page, Query, shown};
use crate::view::operator::{OperatorPage, Part, Place, Search};
use crate::view::table::{Cell, Table};

/// Payments that are looked through for one page.
const SEARCHED_MAX: usize = 2_000;

/// What is looked for.
struct Wanted {
    text: String,
    state: Option<State>,
    since: Timestamp,
    until: Timestamp,
}

impl Wanted {
    fn fits(&self, story: &Story) -> bool {
        let payment = &story.payment;
        self.state.is_none_or(|state| payment.state == state)
            && (self.since..self.until).contains(&payment.created_at)
    }
}

pub(super) async fn show(operator: Operator, query: Query) -> Page {
    let visitor = &operator.visitor;
    let text = |name: &str| query.text(name).unwrap_or_default().trim().to_owned();
    let day = |name: &str| visitor.reader.day(&text(name));
    let before = query.text("before").map(|id| PaymentId::parse(id).ok_or(Halt::NotFound));
    let before = before.transpose()?;
    let wanted = Wanted {
        text: text("q"),
        state: State::parse(&text("state")),
        since: day("since").map_or(Timestamp(0), |(begins, _)| begins),
        until: day("until").map_or(Timestamp(i64::MAX), |(_, ends)| ends),
    };
    let t = visitor.t();
    let all = std::iter::once(("", t.text("page-operator-all"), wanted.state.is_none()));
    let each = State::ALL
        .into_iter()
        .map(|state| (state.name(), shown_state(state).word(t), wanted.state == Some(state)));
    let search = Search {
        text: wanted.text.clone(),
        states: all.chain(each).collect(),
        since: day("since").map(|_| text("since")).unwrap_or_default(),
        until: day("until").map(|_| text("until")).unwrap_or_default(),
    };
    let page = visitor.look(move |look| {
        let (found, older) = find(look, &wanted, before)?;
        let t = look.visitor.t();
        let table = table(look, &found, t.text("page-operator-payments"));
        let part = Part {
            id: "found".to_owned(),
            title: t.text("page-operator-newest"),
            note: found.is_empty().then(|| t.text("page-operator-none")),
            table: Some(table).filter(|table| !table.rows.is_empty()),
            ..Part::default()
        };
        let arguments = arguments(&search, wanted.state);
        let older = older.map(|id| format!("{}?{arguments}&before={id}", Place::Payments.href()));
        let search = Some(search);
        Ok(OperatorPage { search, parts: vec![part], older, ..look.board(Place::Payments)? })
    });
    shown(StatusCode::OK, &page.await?)
}

fn arguments(search: &Search, state: Option<State>) -> String {
    let encoded = super::super::square::encoded;
    format!(
        "q={}&state={}&since={}&until={}",
        encoded(&search.text),
        state.map_or("", State::name),
        encoded(&search.since),
        encoded(&search.until)
    )
}

/// What was found, and from where to search on.
type Found = (Vec<Story>, Option<PaymentId>);

fn find(look: &Look<'_>, wanted: &Wanted, before: Option<PaymentId>) -> Result<Found, Fault> {
    if let Some(id) = PaymentId::parse(&wanted.text) {
        return Ok((look.read.story(id)?.into_iter().collect(), None));
    }
    if !wanted.text.is_empty() {
        let member = member(look, &wanted.text)?;
        let mut found = member.map_or(Ok(Vec::new()), |member| of_member(look, member))?;
        found.retain(|story| wanted.fits(story));
        return Ok((found, None));
    }
    let until = before.map_or(wanted.until, begun).min(look.now.plus_us(1_000_000));
    let mut payments =
        look.read.payments_begun(wanted.since..until.max(wanted.since), SEARCHED_MAX)?;
    let older = payments.last().map(|last| last.id).filter(|_| payments.len() == SEARCHED_MAX);
    payments.retain(|payment| wanted.state.is_none_or(|state| payment.state == state));
    let older =
        payments.get(ROWS - 1).map(|last| last.id).filter(|_| payments.len() > ROWS).or(older);
    payments.truncate(ROWS);
    Ok((look.read.stories(payments)?, older))
}

/// The millisecond in which a payment was begun, which its id says.
fn begun(id: PaymentId) -> Timestamp {
    let millis = i64::try_from(id.0 >> 80).unwrap_or(i64::MAX);
    Timestamp(millis.saturating_mul(1_000))
}

/// The member with this id or handle.
pub(super) fn member(look: &Look<'_>, text: &str) -> Result<Option<MemberId>, Fault> {
    if let Some(id) = MemberId::parse(text) {
        return Ok(Some(id));
    }
    let name = text.trim_start_matches('@').to_lowercase();
    let found = look.read.profile_by_handle(Network::SQUARE, &name)?;
    Ok(found.map(|profile| profile.member.id))
}

/// A member's latest payments: those in their statements, and those that are open.
pub(super) fn of_member(look: &Look<'_>, member: MemberId) -> Result<Vec<Story>, Fault> {
    let mut ids = BTreeSet::new();
    for wallet in look.wallets(member)? {
        let walked = look.walk((member, wallet.currency), None, &Filter::default(), ROWS)?;
        ids.extend(walked.lines.iter().map(|row| row.line.cause));
    }
    let open = look.read.needs(member)?;
    ids.extend(open.iter().map(|story| story.payment.id));
    let mut found = Vec::new();
    for id in ids.into_iter().rev() {
        // A top-up has a line and no payment.
        found.extend(look.read.story(id)?);
    }
    found.truncate(ROWS);
    Ok(found)
}

/// Payments as rows.
pub(super) fn table(look: &Look<'_>, stories: &[Story], caption: String) -> Table {
    let t = look.visitor.t();
    let person = |name: String, id: Option<MemberId>| match id {
        Some(id) => Cell::link(name, format!("/operator/members/{id}")),
        None => Cell::text(name),
    };
    let row = |story: &Story| {
        let payment = &story.payment;
        vec![
            Cell::text(look.short(payment.created_at).shown),
            person(look.payer(story).name, Some(payment.payer)),
            person(look.payee(story).name, story.payee.as_ref().map(|row| row.id)),
            Cell::number(look.money(payment.amount)),
            Cell::text(shown_state(payment.state).word(t)),
            Cell::text(payment.expires_at.map(|at| look.full(at).shown).unwrap_or_default()),
            Cell::text(payment.id.to_string()),
        ]
    };
    Table {
        caption,
        head: look.head([
            "page-operator-when",
            "page-from",
            "page-to",
            "page-operator-amount",
            "page-operator-state",
            "page-until-long",
            "page-reference",
        ]),
        rows: stories.iter().map(row).collect(),
    }
}
