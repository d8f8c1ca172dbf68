//! The approval of what somebody asks: the same sheet, which says who asks.

use std::sync::Arc;

use app::passkey::Evidence;
use app::store::BillStory;
use axum::http::StatusCode;
use domain::approval;
use domain::bill::Act;
use domain::id::{BillId, MemberId};
use domain::ledger::Wallet;
use domain::policy::Needed;
use domain::port::Fault;
use domain::refusal::Refusal;
use domain::request::Outcome;

use super::super::look::{Look, bill_state};
use super::super::passkeys::can_touch;
use super::super::request::{self, asker};
use super::super::told::told;
use super::{Wrong, consent_step, payee};
use crate::session::{Halt, Member, Page, Visitor, shown};
use crate::view::approve::{ApprovePage, ApproveStep, Sheet};
use crate::view::card::State;
use crate::view::shell::Shell;

/// Whoever is asked consents.
pub(super) async fn approve(
    member: &Member,
    bill: BillId,
    digest: Option<[u8; 32]>,
    given: Option<Evidence>,
) -> Page {
    let visitor = &member.visitor;
    let Some(digest) = digest else {
        return sheet(visitor, bill, StatusCode::CONFLICT, Wrong::Changed).await;
    };
    let decision = visitor.state.obole.pay_bill(member.id, bill, digest, given);
    match told(visitor, decision).await?.outcome {
        Outcome::Refused(Refusal::PaymentUnknown) => Err(Halt::NotFound),
        Outcome::Refused(Refusal::Busy) => Err(Halt::Busy),
        Outcome::Refused(Refusal::ApprovalChanged) => {
            sheet(visitor, bill, StatusCode::CONFLICT, Wrong::Changed).await
        }
        Outcome::Refused(other) => {
            let wrong = Wrong::Refused(visitor.reader.say(&other.say()));
            sheet(visitor, bill, StatusCode::UNPROCESSABLE_ENTITY, wrong).await
        }
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(request::story(bill).go())
        }
    }
}

/// Whoever is asked says no.
pub(super) async fn decline(member: &Member, bill: BillId) -> Page {
    request::act(member, Act::Decline { member: member.id, bill }, bill).await
}

/// The approval sheet of a bill as it stands now.
pub(in crate::pages) async fn sheet(
    visitor: &Arc<Visitor>,
    id: BillId,
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
    id: BillId,
    wrong: Wrong,
) -> Result<Option<ApprovePage>, Fault> {
    let Some(bill) = look.read.bill(id)?.filter(|bill| bill.payer == me) else { return Ok(None) };
    let order = look.read.bill_order(bill.order)?;
    let Some(story) = order.into_iter().find(|story| story.bill.id == id) else { return Ok(None) };
    let wallets = look.read.wallets(me)?;
    let wallet = wallets.iter().find(|wallet| wallet.currency == bill.amount.currency);
    let step = match bill_state(look, &bill) {
        State::Open => {
            let policy = look.visitor.state.obole.policy();
            let needed =
                wallet.map_or(Needed::Strong, |wallet| policy.consent(wallet, bill.amount));
            consent_step(look, me, needed, wrong)?
        }
        ended => ApproveStep::Ended(ended),
    };
    Ok(Some(ApprovePage {
        shell: Shell { path: format!("/approve/{id}"), ..look.shell()? },
        id: id.to_string(),
        story: format!("/request/{id}"),
        asker: Some(asker(&story).name),
        when: None,
        sheet: exactly(look, me, &story, wallet)?,
        touch: can_touch(look, me)?,
        step,
    }))
}

/// Exactly what is approved, and its digest.
fn exactly(
    look: &Look<'_>,
    me: MemberId,
    story: &BillStory,
    wallet: Option<&Wallet>,
) -> Result<Sheet, Fault> {
    let bill = &story.bill;
    let available =
        wallet.map_or(domain::money::Money::zero(bill.amount.currency), Wallet::available);
    let payee = payee::member(look, me, (bill.payee, asker(story)), None)?;
    let digest = approval::bill_digest(bill);
    Ok(Sheet {
        amount: look.money(bill.amount),
        gift: false,
        payees: vec![payee],
        what: Some(&bill.memo).filter(|memo| !memo.is_empty()).map(|memo| look.rich(memo)),
        available: look.money(available),
        until: look.full(bill.expires_at),
        warning: None,
        shown: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}
