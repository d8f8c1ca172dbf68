//! The approval of a schedule: the same sheet, which says when; it always asks for a passkey or the PIN.

use std::sync::Arc;

use app::passkey::Evidence;
use app::store::ScheduleStory;
use axum::http::StatusCode;
use domain::approval;
use domain::id::{MemberId, ScheduleId};
use domain::ledger::Wallet;
use domain::policy::Needed;
use domain::port::Fault;
use domain::refusal::Refusal;
use domain::request::Outcome;
use domain::schedule::Act;

use super::super::look::{Look, schedule_state};
use super::super::passkeys::can_touch;
use super::super::schedules;
use super::super::told::told;
use super::{Wrong, consent_step, payee};
use crate::session::{Halt, Member, Page, Visitor, shown};
use crate::view::approve::{ApprovePage, ApproveStep, Sheet};
use crate::view::card::State;
use crate::view::shell::Shell;

/// The payer consents.
pub(super) async fn approve(
    member: &Member,
    id: ScheduleId,
    digest: Option<[u8; 32]>,
    given: Option<Evidence>,
) -> Page {
    let visitor = &member.visitor;
    let Some(digest) = digest else {
        return sheet(visitor, id, StatusCode::CONFLICT, Wrong::Changed).await;
    };
    let decision = visitor.state.obole.approve_schedule(member.id, id, digest, given);
    match told(visitor, decision).await?.outcome {
        Outcome::Refused(Refusal::PaymentUnknown) => Err(Halt::NotFound),
        Outcome::Refused(Refusal::Busy) => Err(Halt::Busy),
        Outcome::Refused(Refusal::ApprovalChanged) => {
            sheet(visitor, id, StatusCode::CONFLICT, Wrong::Changed).await
        }
        Outcome::Refused(other) => {
            let wrong = Wrong::Refused(visitor.reader.say(&other.say()));
            sheet(visitor, id, StatusCode::UNPROCESSABLE_ENTITY, wrong).await
        }
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(schedules::story(id).go())
        }
    }
}

/// The payer does not want it.
pub(super) async fn decline(member: &Member, schedule: ScheduleId) -> Page {
    schedules::act(member, Act::Withdraw { member: member.id, schedule }, schedule).await
}

/// The approval sheet of a schedule as it stands now.
pub(in crate::pages) async fn sheet(
    visitor: &Arc<Visitor>,
    id: ScheduleId,
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
    id: ScheduleId,
    wrong: Wrong,
) -> Result<Option<ApprovePage>, Fault> {
    let Some(story) = look.read.schedule(id)?.filter(|story| story.schedule.payer == me) else {
        return Ok(None);
    };
    let step = match schedule_state(look, &story.schedule) {
        State::Asked => consent_step(look, me, Needed::Strong, wrong)?,
        other => ApproveStep::Ended(other),
    };
    Ok(Some(ApprovePage {
        shell: Shell { path: format!("/approve/{id}"), ..look.shell()? },
        id: id.to_string(),
        story: format!("/schedules/{id}"),
        asker: None,
        when: Some(when(look, &story)),
        sheet: exactly(look, me, &story)?,
        touch: can_touch(look, me)?,
        step,
    }))
}

/// On which days, with the end, as the digest has it.
fn when(look: &Look<'_>, story: &ScheduleStory) -> String {
    let (t, plan) = (look.visitor.t(), &story.schedule.plan);
    let last = plan.last.map(|last| {
        format!("{} {}", t.text("page-schedule-until").to_lowercase(), look.civil(last))
    });
    let times = plan.count.map(|count| {
        let count = t.line("page-schedule-times-count").count("count", count).to_string();
        format!("{} {count}", t.text("page-schedule-times").to_lowercase())
    });
    let parts = [Some(look.when(plan)), last, times];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Exactly what is approved, and its digest.
fn exactly(look: &Look<'_>, me: MemberId, story: &ScheduleStory) -> Result<Sheet, Fault> {
    let schedule = &story.schedule;
    let currency = schedule.amount.currency;
    let wallets = look.read.wallets(me)?;
    let wallet = wallets.iter().find(|wallet| wallet.currency == currency);
    let available = wallet.map_or(domain::money::Money::zero(currency), Wallet::available);
    let payee = payee::member(look, me, (schedule.payee, look.scheduled_to(story)), None)?;
    let digest = approval::schedule_digest(schedule);
    Ok(Sheet {
        amount: look.money(schedule.amount),
        gift: false,
        payees: vec![payee],
        what: Some(&schedule.memo).filter(|memo| !memo.is_empty()).map(|memo| look.rich(memo)),
        available: look.money(available),
        until: look.full(schedule.due_at.unwrap_or(look.now)),
        warning: None,
        shown: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}
