//! A member's PIN: tried, counted, set.

use crate::context::Context;
use crate::id::MemberId;
use crate::member::Pin;
use crate::passkey::{Change, secure};
use crate::pay::known;
use crate::refusal::Refusal;
use crate::request::{PinProof, Proof};
use crate::rows::{Draft, Stop};
use crate::say::Say;

/// Counts a wrong PIN, forgets the wrong ones before a right one, and refuses a locked one whatever was typed.
///
/// # Errors
/// [`Stop::Refused`] if there is no PIN or it is locked, [`Stop::More`] if rows are needed.
pub fn check_pin(
    draft: &mut Draft<'_>,
    member: MemberId,
    proof: PinProof,
) -> Result<Option<Refusal>, Stop> {
    let Some(pin) = draft.pin(member)?.cloned() else { return Err(Refusal::PinMissing.into()) };
    if pin.locked() {
        return Err(Refusal::PinLocked.into());
    }
    let wrong = !proof.right || proof.set_at != pin.set_at;
    let wrong_count = if wrong { pin.wrong_count.saturating_add(1) } else { 0 };
    let pin = Pin { wrong_count, ..pin };
    let refusal = match (wrong, pin.locked()) {
        (false, true | false) => None,
        (true, true) => Some(Refusal::PinLocked),
        (true, false) => Some(Refusal::PinWrong { left: tries_left(Some(&pin)) }),
    };
    draft.put_pin(member, Some(pin));
    Ok(refusal)
}

/// Wrong tries that are left before the PIN is locked.
#[must_use]
pub fn tries_left(pin: Option<&Pin>) -> i64 {
    i64::from(pin.map_or(0, |pin| Pin::WRONG_MAX.saturating_sub(pin.wrong_count)))
}

/// Sets or changes a PIN; whoever has one, or a passkey, must have proved to be the one.
///
/// # Errors
/// [`Stop::Refused`] if the PIN is locked or missing proof, [`Stop::More`] if rows are needed.
pub fn set_pin(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    hash: &str,
    proof: Option<&Proof>,
) -> Result<Option<Refusal>, Stop> {
    if let Some(refusal) = secure(draft, ctx, member, proof, Change::SetPin)? {
        return Ok(Some(refusal));
    }
    let owner = known(draft, member)?;
    draft.put_pin(
        member,
        Some(Pin { member, hash: hash.to_owned(), set_at: ctx.now, wrong_count: 0 }),
    );
    draft.notify(&owner, Say::new("pin-set"), None);
    Ok(None)
}
