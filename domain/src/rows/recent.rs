//! A payer's latest payments: which is the newest, and what the guards against haste and repeats look at.

use std::collections::VecDeque;

use crate::id::PaymentId;
use crate::payment::{Payment, Recent};
use crate::time::{DAY_US, Timestamp};

/// Latest payments that are loaded for the duplicate guard and the pace.
pub const RECENT_MAX: usize = 64;

/// How far back they look at most, in microseconds. What a payment costs must not grow with its payer's history, so
/// no policy may ask for more.
pub const RECENT_US: i64 = DAY_US;

/// Whether a payment was asked for within [`RECENT_US`] before `now`; its id tells, without its row.
#[must_use]
pub fn is_recent(id: PaymentId, now: Timestamp) -> bool {
    id.0 >> 80 >= millis(now.plus_us(-RECENT_US))
}

fn millis(at: Timestamp) -> u128 {
    u128::from(u64::try_from(at.0 / 1000).unwrap_or(0))
}

/// A payer's latest payments.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Latest {
    newest: Option<PaymentId>,
    /// The oldest first: a new payment then moves no other.
    recent: VecDeque<Recent>,
}

impl Latest {
    /// What a store found: the last that was decided, however old, and in any order the [recent](is_recent) ones, of
    /// which the newest [`RECENT_MAX`] are enough.
    #[must_use]
    pub fn new(last: Option<PaymentId>, recent: Vec<Recent>) -> Self {
        let mut recent = VecDeque::from(recent);
        // Payments of one millisecond are decided in one order, and their ids are in another.
        recent.make_contiguous().sort_unstable_by_key(|recent| recent.id);
        Self { newest: last.max(recent.back().map(|recent| recent.id)), recent }
    }

    /// The newest, however old.
    #[must_use]
    pub const fn newest(&self) -> Option<PaymentId> {
        self.newest
    }

    /// The recent ones, the oldest first.
    #[must_use]
    pub const fn recent(&self) -> &VecDeque<Recent> {
        &self.recent
    }

    /// Keeps the list up to date.
    pub(super) fn note(&mut self, payment: &Payment) {
        self.newest = self.newest.max(Some(payment.id));
        match self.recent.binary_search_by_key(&payment.id, |known| known.id) {
            Ok(place) => self.recent[place] = Recent::from(payment),
            Err(place) => {
                self.recent.insert(place, Recent::from(payment));
                if self.recent.len() > RECENT_MAX {
                    self.recent.pop_front();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Ids;

    #[test]
    fn an_id_tells_whether_its_payment_is_recent() {
        let now = Timestamp(1_700_000_000_000_000);
        let asked = |us: i64| PaymentId(Ids::new(now.plus_us(us), u128::MAX).take());
        assert!(is_recent(asked(0), now));
        assert!(is_recent(asked(-RECENT_US), now));
        assert!(!is_recent(asked(-RECENT_US - 1000), now));
        assert!(is_recent(PaymentId(0), Timestamp(RECENT_US - 1)));
    }
}
