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

/// The first id that a payment may have that was asked for within [`RECENT_US`] before `now`: ids tell, without rows.
#[must_use]
pub fn first_recent(now: Timestamp) -> PaymentId {
    let millis = u64::try_from(now.plus_us(-RECENT_US).0 / 1000).unwrap_or(0);
    PaymentId(u128::from(millis) << 80)
}

/// A payer's latest payments.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Latest {
    newest: Option<PaymentId>,
    /// The oldest first: a new payment then moves no other.
    recent: VecDeque<Recent>,
}

impl Latest {
    /// What a store found: the last that was decided, however old, and in any order the [recent](first_recent) ones, of
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
        assert!(asked(0) >= first_recent(now));
        assert!(asked(-RECENT_US) >= first_recent(now));
        assert!(asked(-RECENT_US - 1000) < first_recent(now));
        assert_eq!(first_recent(Timestamp(RECENT_US - 1)), PaymentId(0));
    }
}
