//! A payer's latest payments: which is the newest, and what the guards against haste and repeats look at.

use std::collections::VecDeque;

use crate::id::PaymentId;
use crate::money::Currency;
use crate::payment::{Payment, Recent};
use crate::time::{MINUTE_US, Timestamp};

/// Latest payments that are loaded for the duplicate guard and the pace.
pub const RECENT_MAX: usize = 64;

/// How far back they look at most, in microseconds. What a payment costs must not grow with its payer's history, so
/// no policy may ask for more.
pub const RECENT_US: i64 = 60 * MINUTE_US;

/// The first id that a payment may have that was asked for within [`RECENT_US`] before `now`: ids tell, without rows.
#[must_use]
pub fn first_recent(now: Timestamp) -> PaymentId {
    let millis = u64::try_from(now.plus_us(-RECENT_US).0 / 1000).unwrap_or(0);
    PaymentId(u128::from(millis) << 80)
}

/// A payer's latest payments.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Latest {
    /// The last that was decided in each currency, however old, in the order of currencies.
    last: Vec<(Currency, PaymentId)>,
    /// The oldest first: a new payment then moves no other.
    recent: VecDeque<Recent>,
}

impl Latest {
    /// What a store found, in any order: the last that was decided in each currency, however old, and the
    /// [recent](first_recent) ones, of which the newest [`RECENT_MAX`] are enough.
    #[must_use]
    pub fn new(mut last: Vec<(Currency, PaymentId)>, recent: Vec<Recent>) -> Self {
        let mut recent = VecDeque::from(recent);
        // Payments of one millisecond are decided in one order, and their ids are in another.
        recent.make_contiguous().sort_unstable_by_key(|recent| recent.id);
        last.sort_unstable();
        Self { last, recent }
    }

    /// The newest, however old: the last decided, and of those in several currencies the one with the newest id.
    #[must_use]
    pub fn newest(&self) -> Option<PaymentId> {
        self.last.iter().map(|(_, id)| *id).max()
    }

    /// The recent ones, the oldest first.
    #[must_use]
    pub const fn recent(&self) -> &VecDeque<Recent> {
        &self.recent
    }

    /// Keeps the list up to date.
    pub(super) fn note(&mut self, payment: &Payment) {
        let currency = payment.amount.currency;
        match self.last.binary_search_by_key(&currency, |(currency, _)| *currency) {
            // A payment that is new is chained to the last one; a changed one is that itself, or older.
            Ok(place) if payment.before == Some(self.last[place].1) => {
                self.last[place].1 = payment.id;
            }
            Ok(_) => {}
            Err(place) => self.last.insert(place, (currency, payment.id)),
        }
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
    use crate::id::{Ids, MemberId, RequestKey};
    use crate::money::Money;
    use crate::payment::{Payee, Purpose, State};
    use crate::refund::Refunded;

    fn payment(id: u128, before: Option<u128>, currency: Currency) -> Payment {
        Payment {
            id: PaymentId(id),
            order: PaymentId(id),
            legs: 1,
            purpose: Purpose::Send,
            payer: MemberId(1),
            payee: Payee::Member(MemberId(2)),
            amount: Money::new(1, currency),
            fee: Money::new(0, currency),
            state: State::Paid,
            policy: 1,
            origin: RequestKey::from_bytes([0; 16]),
            memo: "".into(),
            public: false,
            created_at: Timestamp(0),
            expires_at: None,
            consent: None,
            counted: None,
            claim: None,
            ended_at: None,
            before: before.map(PaymentId),
            refunded: Refunded::default(),
            refund_ask: None,
        }
    }

    #[test]
    fn the_newest_is_the_last_decided_whatever_is_still_recent() {
        let mut latest = Latest::default();
        let first = payment(9, None, Currency::EUR);
        let second = payment(5, Some(9), Currency::EUR);
        for noted in [&first, &second, &first, &second] {
            latest.note(noted);
        }
        assert_eq!(latest.newest(), Some(second.id));
        assert_eq!(
            Latest::new(vec![(Currency::EUR, second.id)], Vec::new()).newest(),
            latest.newest()
        );
        latest.note(&payment(7, None, Currency::JPY));
        assert_eq!(latest.newest(), Some(PaymentId(7)));
    }

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
