//! `GET /me`: a member's own page: what came in and went out, the limits, the PIN, the sessions.

use std::sync::Arc;

use app::store::StatementLine;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use domain::ledger::{Account, House, LineId, Wallet};
use domain::member::Member as MemberRow;
use domain::money::Money;
use domain::payment::Purpose;
use domain::port::Fault;
use domain::statement::FeeExample;
use domain::time::Period;

use super::look::{Look, person_of};
use crate::State;
use crate::session::{Halt, Member, Page, Query, Visitor, shown};
use crate::view::me::{Fees, Limit, MePage, Movement, PinState, Used};
use crate::view::piece::{Notice, Tone};
use crate::view::shell::Shell;

/// Lines of the statement on one page.
const LINES: usize = 20;

/// The page's address.
pub(super) const HERE: &str = "/me";

/// What may be said first, by the code in the address.
const SAID: [&str; 1] = ["pin-set"];

pub(super) fn routes() -> Router<State> {
    Router::new().route(HERE, get(show))
}

/// What is asked for, and what was wrong with the last try.
#[derive(Default)]
pub(super) struct Asked {
    /// From which line of the statement on, back in time.
    pub(super) from: Option<LineId>,
    /// What to say first.
    pub(super) said: Option<&'static str>,
    /// What was wrong with the PIN.
    pub(super) pin_error: Option<String>,
}

async fn show(member: Member, query: Query) -> Page {
    let from = query.text("from").map(|from| LineId::parse(from).ok_or(Halt::NotFound));
    let said = query.text("said").and_then(|said| SAID.into_iter().find(|code| *code == said));
    page(&member.visitor, StatusCode::OK, Asked { from: from.transpose()?, said, pin_error: None })
        .await
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
    let wallet = look.wallet(member.id)?;
    let mut lines =
        look.read.statement(member.id, wallet.currency, asked.from, LINES.saturating_add(1))?;
    let next = lines.split_off(LINES.min(lines.len())).pop();
    let older = next.map(|next| format!("{HERE}?from={}#history", next.line.id()));
    let said =
        asked.said.map(|code| Notice { tone: Tone::Patina, text: look.visitor.t().text(code) });
    let limits = look.visitor.state.obole.policy().currency(wallet.currency).ok();
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
        limits: limits_of(look, member, &wallet),
        exempt: limits.map(|limits| look.money(Money::new(limits.exempt_payment, wallet.currency))),
        fees: fees_of(look, member),
        sessions: look.read.sessions(member.id, look.now)?,
        history: lines.iter().map(|line| movement(look, line)).collect(),
        older,
    })
}

fn limits_of(look: &Look<'_>, member: &MemberRow, wallet: &Wallet) -> Vec<Limit> {
    let policy = look.visitor.state.obole.policy();
    let Ok(limits) = policy.currency(wallet.currency) else { return Vec::new() };
    let tier = limits.tier(member.tier);
    let period = Period::of(look.now, &policy.zone);
    let money = |minor| look.money(Money::new(minor, wallet.currency));
    let per_payment = |code, minor| Limit { code, limit: money(minor), used: None };
    let in_time = |code, limit: i64, used: i64| Limit {
        code,
        limit: money(limit),
        used: Some(Used {
            used: money(used),
            left: money(limit.saturating_sub(used).max(0)),
            percent: percent(used, limit),
        }),
    };
    vec![
        per_payment("payment", limits.to_person),
        per_payment("gift", limits.to_organisation),
        in_time("day", tier.day, wallet.spent_in_day(period)),
        in_time("month", tier.month, wallet.spent_in_month(period)),
    ]
}

fn fees_of(look: &Look<'_>, member: &MemberRow) -> Option<Fees> {
    let policy = look.visitor.state.obole.policy();
    let example = FeeExample::of(policy, member.kind)?;
    Some(Fees {
        rate: look.visitor.t().rate(policy.fee_bp(member.kind, Purpose::Send)),
        amount: look.money(example.amount),
        fee: look.money(example.fee),
        net: look.money(example.net),
    })
}

fn percent(used: i64, limit: i64) -> u8 {
    let hundredths =
        i128::from(used).saturating_mul(100).checked_div(i128::from(limit)).unwrap_or(100);
    u8::try_from(hundredths.clamp(0, 100)).unwrap_or(100)
}

fn movement(look: &Look<'_>, row: &StatementLine) -> Movement {
    let t = look.visitor.t();
    let line = &row.line;
    let (who, href) = match line.other {
        Account::Wallet(id) => {
            let name = row.name.clone().unwrap_or_else(|| id.to_string());
            (name, Some(format!("/pay/{}", line.cause)))
        }
        Account::House(House::Fees) => {
            (t.text("page-history-fee"), Some(format!("/pay/{}", line.cause)))
        }
        Account::House(_) => (t.text("page-history-bank"), None),
    };
    let sign = if line.change > 0 { "+" } else { "" };
    Movement {
        at: look.full(line.at),
        who,
        what: row.memo.clone(),
        amount: format!("{sign}{}", look.money(Money::new(line.change, line.currency))),
        came_in: line.change > 0,
        href,
    }
}
