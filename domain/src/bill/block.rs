//! Keeping somebody's requests away. The one who is kept away is not told and cannot tell.

use crate::context::Context;
use crate::id::MemberId;
use crate::refusal::Refusal;
use crate::rows::{Draft, Stop};

/// A member wants no more requests of another, or wants them again. What was asked before is hidden too, and stands
/// there again when the block is lifted.
pub(super) fn set(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    other: MemberId,
    blocked: bool,
) -> Result<(), Stop> {
    if member == other {
        return Err(Refusal::RecipientSelf.into());
    }
    draft.member(other)?.ok_or(Refusal::PaymentUnknown)?;
    let since = draft.block(member, other)?;
    if since.is_some() != blocked {
        draft.put_block(member, other, blocked.then_some(ctx.now));
    }
    Ok(())
}
