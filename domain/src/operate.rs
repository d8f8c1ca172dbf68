//! What an operator does on the web, and the trail of everything operators do.
//!
//! On the web each act that changes something is consented to with the operator's PIN, as a payment is. Who is an
//! operator is not decided here: only the machine's own command line says so, and the app looks before it asks.

use std::collections::BTreeMap;

use crate::admin;
use crate::context::Context;
use crate::id::MemberId;
use crate::pay::known;
use crate::pin::check_pin;
use crate::refusal::Refusal;
use crate::request::{Admin, Operate};
use crate::rows::{Draft, Key, Stop};
use crate::time::Timestamp;

/// Something an operator did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act {
    /// Who did it on the web; `None` for the machine's own command line.
    pub by: Option<MemberId>,
    /// What, by its stable code.
    pub code: &'static str,
    /// About whom.
    pub member: Option<MemberId>,
    /// With what: a reason, or an amount with its reference.
    pub detail: String,
    /// When.
    pub at: Timestamp,
}

/// How often each refusal was given, by day of the policy's zone (see [`crate::time::Period`]) and code.
pub type Refusals = BTreeMap<(i32, &'static str), u32>;

/// Carries an operator's act out. A wrong PIN is counted, so it is an answer and not a [`Stop`].
///
/// # Errors
/// [`Stop::Refused`] if it cannot be done, [`Stop::More`] if rows are needed.
pub fn operate(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    operate: &Operate,
) -> Result<Option<Refusal>, Stop> {
    draft.need([Key::Member(operate.by), Key::Pin(operate.by)])?;
    if known(draft, operate.by)?.frozen.is_some() {
        return Err(Refusal::PayerFrozen.into());
    }
    if let Some(refusal) = check_pin(draft, operate.by, operate.proof)? {
        return Ok(Some(refusal));
    }
    act(draft, ctx, &operate.admin, Some(operate.by))?;
    Ok(None)
}

/// Does what an operator asks, and notes that it was done.
///
/// # Errors
/// As [`admin::act`].
pub fn act(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    admin: &Admin,
    by: Option<MemberId>,
) -> Result<(), Stop> {
    admin::act(draft, ctx, admin)?;
    let (code, member, detail) = told(admin);
    draft.note_act(Act { by, code, member, detail, at: ctx.now });
    Ok(())
}

/// An act as its trail tells it.
fn told(admin: &Admin) -> (&'static str, Option<MemberId>, String) {
    match admin {
        Admin::AddMember { handle, .. } => ("add_member", None, format!("@{handle}")),
        Admin::Credit { member, amount, reference, .. } => {
            ("credit", Some(*member), format!("{amount} {reference}"))
        }
        Admin::Freeze { member, reason } => ("freeze", Some(*member), reason.clone()),
        Admin::Release { member } => ("release", Some(*member), String::new()),
        Admin::ResetPin { member } => ("reset_pin", Some(*member), String::new()),
        Admin::Refund { payment, amount, reason } => (
            "refund",
            None,
            format!(
                "{payment} {} {reason}",
                amount.map_or_else(String::new, |amount| amount.to_string())
            ),
        ),
        Admin::Receive(receipt) => {
            ("receive", None, format!("{} {}", receipt.amount, receipt.bank_id))
        }
        Admin::Match { item, member, reason } => {
            ("match", Some(*member), format!("{item} {reason}"))
        }
        Admin::SendBack { item, reason } => ("send_back", None, format!("{item} {reason}")),
    }
}
