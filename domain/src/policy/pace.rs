//! How many payments a member may begin in ten minutes: people never notice it, runaway programs do.

use super::{Proposal, Rule};
use crate::payment::after;
use crate::refusal::Refusal;
use crate::time::MINUTE_US;

/// The span over which payments are counted.
const SPAN_US: i64 = 10 * MINUTE_US;

pub(super) struct Pace;

impl Rule for Pace {
    fn name(&self) -> &'static str {
        "pace"
    }

    fn check(&self, proposal: &Proposal<'_>) -> Result<(), Refusal> {
        if proposal.counted_in_recent {
            return Ok(());
        }
        let most = proposal.policy.payments_per_ten_minutes;
        let fits = |begun: usize| begun.saturating_add(proposal.legs.len()) <= most;
        let since = proposal.now.plus_us(-SPAN_US);
        // Most have too few payments for any to be counted.
        if fits(proposal.recent.len()) || fits(after(proposal.recent, since).count()) {
            Ok(())
        } else {
            Err(Refusal::SlowDown)
        }
    }
}
