//! `GET /people`: whom the reader paid or was paid by. `GET /people/{id}`: one of them.

use std::collections::BTreeMap;

use app::store::{Acquaintance, Profile};
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::id::MemberId;
use domain::ledger::LineId;
use domain::member::Kind;
use domain::money::Currency;
use domain::port::Fault;

use super::look::{Filter, Look, WALKED_MAX, named, person_of};
use crate::State;
use crate::session::{Halt, Member, Page, Query, shown};
use crate::view::people::{Known, PeoplePage, PersonPage, Shared};

/// People who are listed.
const PEOPLE_MAX: usize = 100;

/// Lines of the common history in one currency.
const LINES: usize = 20;

/// Where the list stands.
const HERE: &str = "/people";

pub(super) fn routes() -> Router<State> {
    Router::new().route(HERE, get(list)).route("/people/{id}", get(one))
}

impl Look<'_> {
    /// Whom a member has paid or was paid by, over all currencies, the latest first.
    pub(super) fn acquainted(&self, me: MemberId) -> Result<Vec<Acquaintance>, Fault> {
        let mut all: BTreeMap<MemberId, Acquaintance> = BTreeMap::new();
        for wallet in self.wallets(me)? {
            for one in self.read.acquaintances(me, wallet.currency, WALKED_MAX, PEOPLE_MAX)? {
                let known = all.entry(one.person.id).or_insert_with(|| Acquaintance {
                    paid: 0,
                    received: 0,
                    ..one.clone()
                });
                known.paid = known.paid.saturating_add(one.paid);
                known.received = known.received.saturating_add(one.received);
                known.first = known.first.min(one.first);
                known.last = known.last.max(one.last);
            }
        }
        let mut all: Vec<Acquaintance> = all.into_values().collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.last));
        all.truncate(PEOPLE_MAX);
        Ok(all)
    }

    /// Somebody the reader has paid or was paid by.
    pub(super) fn known(&self, one: &Acquaintance) -> Known {
        Known {
            person: named(&one.person),
            href: format!("{HERE}/{}", one.person.id),
            paid: one.paid,
            received: one.received,
            since: self.date(one.first),
        }
    }
}

async fn list(member: Member) -> Page {
    let Member { visitor, id } = member;
    let page = visitor.look(move |look| {
        let people = look.acquainted(id)?;
        let longest = look.wallets(id)?.iter().map(|wallet| wallet.lines).max().unwrap_or(0);
        let beyond = usize::try_from(longest).is_ok_and(|lines| lines > WALKED_MAX);
        Ok(PeoplePage {
            shell: look.shell()?,
            notice: None,
            people: people.iter().map(|one| look.known(one)).collect(),
            looked_through: beyond.then_some(WALKED_MAX),
        })
    });
    shown(StatusCode::OK, &page.await?)
}

async fn one(member: Member, Path(id): Path<String>, query: Query) -> Page {
    let Member { visitor, id: me } = member;
    let with = MemberId::parse(&id).ok_or(Halt::NotFound)?;
    let from = match (query.text("currency"), query.text("from")) {
        (Some(code), Some(from)) => Some((
            Currency::parse(code).ok_or(Halt::NotFound)?,
            LineId::parse(from).ok_or(Halt::NotFound)?,
        )),
        _ => None,
    };
    let page = visitor.look(move |look| match look.read.profile(with)? {
        Some(profile) => person_page(look, me, &profile, from).map(Some),
        None => Ok(None),
    });
    shown(StatusCode::OK, &page.await?.ok_or(Halt::NotFound)?)
}

fn person_page(
    look: &Look<'_>,
    me: MemberId,
    profile: &Profile,
    from: Option<(Currency, LineId)>,
) -> Result<PersonPage, Fault> {
    let with = profile.member.id;
    let acquainted = look.acquainted(me)?.into_iter().find(|one| one.person.id == with);
    let handle = profile.handle.as_ref().filter(|_| with != me);
    let mut shared = Vec::new();
    for wallet in look.wallets(me)? {
        let from = match from {
            Some((currency, _)) if currency != wallet.currency => continue,
            from => from.map(|(_, line)| line),
        };
        let filter = Filter { with: Some(with), ..Filter::default() };
        let walked = look.walk((me, wallet.currency), from, &filter, LINES)?;
        if walked.lines.is_empty() && walked.next.is_none() {
            continue;
        }
        let code = wallet.currency.code();
        shared.push(Shared {
            currency: code.to_owned(),
            lines: look.movements(&walked.lines),
            further: walked
                .next
                .map(|next| format!("{HERE}/{with}?currency={code}&from={next}#shared-title")),
        });
    }
    Ok(PersonPage {
        shell: look.shell()?,
        notice: None,
        person: person_of(profile),
        since: look.date(profile.member.created_at),
        paid: acquainted.as_ref().map_or(0, |one| one.paid),
        received: acquainted.as_ref().map_or(0, |one| one.received),
        pay_href: handle.map(|handle| format!("/pay?to={handle}")),
        drive_href: (profile.member.kind == Kind::Charity)
            .then(|| profile.handle.as_ref().map(|handle| format!("/drive/{handle}")))
            .flatten(),
        shared,
    })
}
