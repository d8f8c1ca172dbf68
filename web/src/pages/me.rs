//! `GET /me`: a member's own page: the fees, the PIN, the sessions, and where the rest stands.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use domain::id::MemberId;
use domain::member::{Member as MemberRow, Network};
use domain::merkle::hex;
use domain::passkey::Passkey;
use domain::payment::Purpose;
use domain::port::Fault;
use domain::statement::FeeExample;

use super::look::{Look, named, person_of};
use crate::State;
use crate::session::{Halt, Member, Page, Query, Visitor, shown};
use crate::view::me::{Device, Fees, MePage, PinState};
use crate::view::piece::{Notice, Tone};
use crate::view::request::Block;
use crate::view::shell::Shell;

/// Those whose requests are kept away, on the page.
const BLOCKED_MAX: usize = 100;

/// The page's address.
pub(super) const HERE: &str = "/me";

/// What may be said first, by the code in the address.
const SAID: [&str; 3] = ["pin-set", "page-passkey-is-added", "page-passkey-is-removed"];

pub(super) fn routes() -> Router<State> {
    Router::new().route(HERE, get(show))
}

/// What is asked for, and what was wrong with the last try.
#[derive(Default)]
pub(super) struct Asked {
    /// What to say first.
    pub(super) said: Option<&'static str>,
    /// What was wrong with the PIN.
    pub(super) pin_error: Option<String>,
    /// What was wrong with a passkey.
    pub(super) passkey_error: Option<String>,
}

async fn show(member: Member, query: Query) -> Page {
    let said = query.text("said").and_then(|said| SAID.into_iter().find(|code| *code == said));
    page(&member.visitor, StatusCode::OK, Asked { said, ..Asked::default() }).await
}

/// The page, with this status.
pub(super) async fn page(visitor: &Arc<Visitor>, status: StatusCode, asked: Asked) -> Page {
    let page = visitor.look(move |look| match &look.visitor.profile {
        Some(profile) => own_page(look, profile, asked).map(Some),
        None => Ok(None),
    });
    shown(status, &page.await?.ok_or(Halt::SignIn)?)
}

fn own_page(look: &Look<'_>, profile: &app::store::Profile, asked: Asked) -> Result<MePage, Fault> {
    let member = &profile.member;
    let said =
        asked.said.map(|code| Notice { tone: Tone::Patina, text: look.visitor.t().text(code) });
    Ok(MePage {
        shell: Shell { path: HERE.to_owned(), ..look.shell()? },
        notice: said,
        person: person_of(profile),
        since: look.date(member.created_at),
        pin: match look.read.pin(member.id)? {
            None => PinState::Missing,
            Some(pin) if pin.locked() => PinState::Locked,
            Some(_) => PinState::Set,
        },
        pin_error: asked.pin_error,
        pin_next: HERE.to_owned(),
        devices: look.visitor.state.obole.relying_party().is_some(),
        passkeys: passkeys(look, member.id)?,
        passkey_error: asked.passkey_error,
        fees: fees_of(look, member),
        stopped: member.stopped.contains(&Network::SQUARE),
        blocked: blocked(look, member.id)?,
        sessions: look.read.sessions(member.id, look.now)?,
    })
}

/// The passkeys, the oldest first.
fn passkeys(look: &Look<'_>, member: MemberId) -> Result<Vec<Device>, Fault> {
    let mut own = look.read.passkeys(member)?;
    own.sort_by_key(|passkey| passkey.added_at);
    let device = |passkey: &Passkey| Device {
        id: hex(&passkey.id),
        name: passkey.name.clone(),
        since: look.date(passkey.added_at),
    };
    Ok(own.iter().map(device).collect())
}

fn blocked(look: &Look<'_>, member: MemberId) -> Result<Vec<Block>, Fault> {
    let people = look.read.blocked(member, BLOCKED_MAX)?;
    let block = |row: &app::store::Person| Block {
        person: named(row),
        member: row.id.to_string(),
        blocked: true,
    };
    Ok(people.iter().map(block).collect())
}

fn fees_of(look: &Look<'_>, member: &MemberRow) -> Option<Fees> {
    let policy = look.visitor.state.obole.policy();
    let example = FeeExample::of(&policy, member.kind)?;
    Some(Fees {
        rate: look.visitor.t().rate(policy.fee_bp(member.kind, Purpose::Send)),
        amount: look.money(example.amount),
        fee: look.money(example.fee),
        net: look.money(example.net),
    })
}
