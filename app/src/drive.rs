//! What charities were given: one sum for each, which goes on where it stopped. Lines of a statement never change, so
//! what was summed once stays summed; a restart sums anew.

use std::collections::HashMap;
use std::sync::Mutex;

use domain::id::MemberId;
use domain::money::Currency;
use domain::port::Fault;
use domain::time::{Period, Timestamp};
use store::{Given, Reader};

use crate::obole::{Obole, locked};

/// Sums that are kept; about 100 bytes each. Beyond that all are summed anew.
const KEPT_MAX: usize = 10_000;

/// The sums so far, and the day that each counts.
#[derive(Default)]
pub(crate) struct Drives(Mutex<HashMap<(MemberId, Currency), (i32, Given)>>);

impl Drives {
    /// Goes on from what was summed before to what `read` sees; `began` is when the day `day` began.
    fn given(
        &self,
        read: &Reader,
        (member, currency): (MemberId, Currency),
        day: i32,
        began: Timestamp,
    ) -> Result<Given, Fault> {
        let known = locked(&self.0).get(&(member, currency)).copied();
        let before = match known {
            Some((counted, given)) if counted == day => given,
            // What was given before this day is none of today's.
            Some((_, given)) => Given { gifts_today: 0, minor_today: 0, ..given },
            None => Given::default(),
        };
        let new = read.given_since(member, currency, before.line, began)?;
        let given = Given {
            line: new.line,
            gifts: before.gifts.saturating_add(new.gifts),
            minor: before.minor.saturating_add(new.minor),
            gifts_today: before.gifts_today.saturating_add(new.gifts_today),
            minor_today: before.minor_today.saturating_add(new.minor_today),
        };
        let mut kept = locked(&self.0);
        if kept.len() >= KEPT_MAX && !kept.contains_key(&(member, currency)) {
            kept.clear();
        }
        let newest = kept.entry((member, currency)).or_insert((day, given));
        // Somebody who looks at an older snapshot gets what is known by now.
        if (newest.0, newest.1.line) <= (day, given.line) {
            *newest = (day, given);
        }
        Ok(newest.1)
    }
}

impl Obole {
    /// What a member was given in this currency: in all, and on the day of `now` in the policy's zone.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn given(
        &self,
        read: &Reader,
        member: MemberId,
        currency: Currency,
        now: Timestamp,
    ) -> Result<Given, Fault> {
        let zone = &self.policy().zone;
        let day = Period::of(now, zone).day;
        let local = zone.to_datetime(now.to_jiff()).date();
        let began =
            zone.to_timestamp(local.into()).map_or(now, |at| Timestamp(at.as_microsecond()));
        self.drives.given(read, (member, currency), day, began)
    }
}
