//! Silence: a member wants no messages from us on a network but answers to what they ask there.

use crate::decide::Asked;
use crate::id::MemberId;
use crate::member::{Member, Network};
use crate::pay::known;
use crate::rows::{Draft, Key, Stop};
use crate::say::{Arg, Say};

/// What is told in spite of it: what a member must answer or their own order came to, and what keeps the account safe.
const TOLD_ALWAYS: &[&str] = &[
    "approval-expired",
    "claim-asked",
    "claim-declined",
    "frozen",
    "login-link",
    "pin-set",
    "released",
    "returned",
    "sent",
];

/// Whether a member is told something of our own accord on a network.
#[must_use]
pub fn is_told(member: &Member, network: Network, code: &str) -> bool {
    !member.stopped.contains(&network) || TOLD_ALWAYS.contains(&code)
}

/// The author of a message wants no more messages there, and is told how to have them again.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn stop(draft: &mut Draft<'_>, asked: &Asked<'_>) -> Result<(), Stop> {
    let (author, source) = (asked.author, asked.source);
    set(draft, author.id, source.network, true)?;
    draft.answer_in_public(source, author, Say::new("look-public"), None);
    let say = Say::new("stopped").with("link", Arg::Link("/me".to_owned()));
    draft.answer(source, author, say, None);
    Ok(())
}

/// Stops our messages to a member on a network, or lets them through again.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn set(
    draft: &mut Draft<'_>,
    member: MemberId,
    network: Network,
    stopped: bool,
) -> Result<(), Stop> {
    draft.need([Key::Member(member)])?;
    let mut member = known(draft, member)?;
    if member.stopped.contains(&network) != stopped {
        member.stopped.retain(|known| *known != network);
        member.stopped.extend(stopped.then_some(network));
        draft.put_member(member);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_always_is_sorted_and_named_once() {
        assert!(TOLD_ALWAYS.is_sorted_by(|a, b| a < b));
    }
}
