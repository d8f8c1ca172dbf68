//! `/approve/{id}`: the payer looks at exactly what is to be paid, and consents.
//!
//! A passkey's device signs the digest of what was shown, and a PIN is typed beside it. The form sends back a digest of what was shown. The rules compare it with what would be paid, in the same
//! decision that pays, so that nobody consents to what they have not seen.

use std::sync::Arc;

use app::store::Story;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::approval;
use domain::id::{BillId, MemberId, PaymentId, ScheduleId};
use domain::member::Pin;
use domain::payment::{Payment, Purpose, State as PaymentState};
use domain::policy::Needed;
use domain::port::Fault;
use domain::refusal::Refusal;
use domain::request::{Outcome, Request};

use super::look::{Look, named, shown_state, whole};
use super::passkeys::{can_touch, evidence};
use super::payment;
use super::told::told;
use crate::State;
use crate::session::{Halt, Member, Page, Posted, Visitor, shown};
use crate::view::approve::{ApprovePage, ApproveStep, Sheet, SheetPayee};
use crate::view::card;
use crate::view::shell::Shell;

pub(super) mod bill;
mod payee;
pub(super) mod schedule;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/approve/{id}", get(show).post(approve))
        .route("/approve/{id}/decline", post(decline))
}

async fn show(member: Member, Path(id): Path<String>) -> Page {
    if let Some(bill) = BillId::parse(&id) {
        return bill::sheet(&member.visitor, bill, StatusCode::OK, Wrong::Nothing).await;
    }
    if let Some(id) = ScheduleId::parse(&id) {
        return schedule::sheet(&member.visitor, id, StatusCode::OK, Wrong::Nothing).await;
    }
    sheet(&member.visitor, payment::parse(&id)?, StatusCode::OK, Wrong::Nothing).await
}

async fn approve(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let given = evidence(&form, "pin")?;
    if let Some(bill) = BillId::parse(&id) {
        return bill::approve(&form.by, bill, unhex(form.text("shown")), given).await;
    }
    if let Some(id) = ScheduleId::parse(&id) {
        return schedule::approve(&form.by, id, unhex(form.text("shown")), given).await;
    }
    let (Member { visitor, id: me }, payment) = (&form.by, payment::parse(&id)?);
    let Some(shown) = unhex(form.text("shown")) else {
        return sheet(visitor, payment, StatusCode::CONFLICT, Wrong::Changed).await;
    };
    let decision = visitor.state.obole.approve(*me, payment, shown, given);
    match told(visitor, decision).await?.outcome {
        Outcome::Refused(refusal) => refused(visitor, payment, refusal).await,
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(payment::story(payment).go())
        }
    }
}

async fn refused(visitor: &Arc<Visitor>, payment: PaymentId, refusal: Refusal) -> Page {
    match refusal {
        Refusal::PaymentUnknown => Err(Halt::NotFound),
        Refusal::Busy => Err(Halt::Busy),
        Refusal::ApprovalChanged => {
            sheet(visitor, payment, StatusCode::CONFLICT, Wrong::Changed).await
        }
        other => {
            let wrong = Wrong::Refused(visitor.reader.say(&other.say()));
            sheet(visitor, payment, StatusCode::UNPROCESSABLE_ENTITY, wrong).await
        }
    }
}

async fn decline(Path(id): Path<String>, form: Posted<Member>) -> Page {
    if let Some(bill) = BillId::parse(&id) {
        return bill::decline(&form.by, bill).await;
    }
    if let Some(id) = ScheduleId::parse(&id) {
        return schedule::decline(&form.by, id).await;
    }
    let (member, payment) = (form.by.id, payment::parse(&id)?);
    payment::act(&form.by, Request::Decline { member, payment }, payment).await
}

/// What was wrong with the last try.
pub(super) enum Wrong {
    /// It is the first.
    Nothing,
    /// Something else was shown before.
    Changed,
    /// The rules, or the PIN, said no.
    Refused(String),
}

/// The approval sheet as it stands now.
pub(super) async fn sheet(
    visitor: &Arc<Visitor>,
    id: PaymentId,
    status: StatusCode,
    wrong: Wrong,
) -> Page {
    let Some(me) = visitor.id() else { return Err(Halt::SignIn) };
    let page = visitor.look(move |look| page(look, me, id, wrong)).await?;
    shown(status, &page.ok_or(Halt::NotFound)?)
}

fn page(
    look: &Look<'_>,
    me: MemberId,
    id: PaymentId,
    wrong: Wrong,
) -> Result<Option<ApprovePage>, Fault> {
    let Some(story) = look.read.story(id)?.filter(|story| story.payment.payer == me) else {
        return Ok(None);
    };
    let waits = matches!(story.payment.state, PaymentState::Doubted | PaymentState::Asked);
    // What waits for the payer stands or falls together; a claim is confirmed alone.
    let legs = if waits { look.read.order(story.payment.order)? } else { vec![story] };
    let Some(first) = legs.first() else { return Ok(None) };
    let step = step(look, me, first, &legs, wrong)?;
    let shell = Shell { path: format!("/approve/{id}"), ..look.shell()? };
    Ok(Some(ApprovePage {
        shell,
        id: id.to_string(),
        story: format!("/pay/{id}"),
        asker: None,
        when: None,
        sheet: exactly(look, me, &legs, first)?,
        touch: can_touch(look, me)?,
        step,
    }))
}

fn step(
    look: &Look<'_>,
    me: MemberId,
    first: &Story,
    legs: &[Story],
    wrong: Wrong,
) -> Result<ApproveStep, Fault> {
    let state = first.payment.state;
    if look.is_over(&first.payment) && !state.holds_money() {
        return Ok(ApproveStep::Ended(card::State::Expired));
    }
    if !look.waits_for_payer(first) {
        return Ok(ApproveStep::Ended(shown_state(state)));
    }
    let policy = look.visitor.state.obole.policy();
    let wallets = look.read.wallets(me)?;
    let total = whole(legs);
    let wallet = wallets.iter().find(|wallet| wallet.currency == total.currency);
    let needed = wallet.map_or(Needed::Strong, |wallet| policy.consent(wallet, total));
    consent_step(look, me, needed, wrong)
}

/// What the payer can do about something that waits and needs this consent.
fn consent_step(
    look: &Look<'_>,
    me: MemberId,
    needed: Needed,
    wrong: Wrong,
) -> Result<ApproveStep, Fault> {
    let error = match wrong {
        Wrong::Changed => None,
        Wrong::Nothing => None,
        Wrong::Refused(ref text) => Some(text.clone()),
    };
    let changed = matches!(wrong, Wrong::Changed);
    Ok(match (needed, look.read.pin(me)?) {
        (Needed::Exempt, _) => {
            let text = changed.then(|| look.visitor.t().text("page-approve-changed"));
            ApproveStep::Yes { error: error.or(text) }
        }
        (Needed::Strong, pin) if pin.as_ref().is_none_or(Pin::locked) && can_touch(look, me)? => {
            let text = changed.then(|| look.visitor.t().text("page-approve-changed"));
            ApproveStep::Touch { error: error.or(text) }
        }
        (Needed::Strong, None) => ApproveStep::NoPin { error },
        (Needed::Strong, Some(pin)) if pin.locked() => ApproveStep::Locked,
        (Needed::Strong, Some(_)) if changed => ApproveStep::Changed,
        (Needed::Strong, Some(_)) => ApproveStep::Pin { error },
    })
}

/// Exactly what is approved, and its digest.
fn exactly(look: &Look<'_>, me: MemberId, legs: &[Story], first: &Story) -> Result<Sheet, Fault> {
    let payments: Vec<&Payment> = legs.iter().map(|leg| &leg.payment).collect();
    let shown = approval::digest(&payments);
    let currency = first.payment.amount.currency;
    let wallet = look.read.wallets(me)?.into_iter().find(|wallet| wallet.currency == currency);
    let available =
        wallet.map_or(domain::money::Money::zero(currency), |wallet| wallet.available());
    let payees = legs.iter().map(|leg| payee(look, me, leg, legs.len() > 1));
    Ok(Sheet {
        amount: look.money(whole(legs)),
        gift: first.payment.purpose == Purpose::Gift,
        payees: payees.collect::<Result<_, _>>()?,
        what: look.memo(first),
        available: look.money(available),
        until: look.full(first.payment.expires_at.unwrap_or(look.now)),
        warning: warning(look, first),
        shown: shown.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}

fn payee(look: &Look<'_>, me: MemberId, leg: &Story, several: bool) -> Result<SheetPayee, Fault> {
    let amount = several.then(|| look.money(leg.payment.amount));
    match leg.claimant.as_ref().or(leg.payee.as_ref()) {
        Some(row) => payee::member(look, me, (row.id, named(row)), amount),
        None => payee::stranger(look, me, look.payee(leg), amount),
    }
}

fn warning(look: &Look<'_>, first: &Story) -> Option<String> {
    let t = look.visitor.t();
    match first.payment.state {
        PaymentState::Doubted => Some(t.text("page-approve-doubted")),
        PaymentState::Claimed => {
            let to = look.payee(first).name;
            Some(t.text_with("page-approve-claimed", &[("to", &to)]))
        }
        PaymentState::Asked
        | PaymentState::Held
        | PaymentState::Paid
        | PaymentState::Returned
        | PaymentState::Cancelled
        | PaymentState::Declined
        | PaymentState::Expired => None,
    }
}

/// 32 bytes from 64 hexadecimal digits.
pub(super) fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(bytes)
}
