//! Instants, and the days and months by which limits are counted.

use jiff::tz::TimeZone;

/// An instant: microseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Timestamp(pub i64);

/// Microseconds in a millisecond.
pub const MILLISECOND_US: i64 = 1_000;
/// Microseconds in a second.
pub const SECOND_US: i64 = 1_000_000;
/// Microseconds in a minute.
pub const MINUTE_US: i64 = 60 * SECOND_US;
/// Microseconds in a day of 24 hours.
pub const DAY_US: i64 = 24 * 60 * MINUTE_US;

impl Timestamp {
    /// The instant `microseconds` later; saturates at the end of time.
    #[must_use]
    pub const fn plus_us(self, microseconds: i64) -> Self {
        Self(self.0.saturating_add(microseconds))
    }

    /// The instant as jiff counts it; instants beyond the year 9999 become the last one jiff knows.
    #[must_use]
    pub fn to_jiff(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::MAX)
    }
}

/// The day and the month in which an instant falls, in the policy's time zone.
///
/// Limits count by these, so that "today" means the same to the rule, the page and the reader.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Period {
    /// Days since 1970-01-01 in the time zone.
    pub day: i32,
    /// Months since January 1970 in the time zone.
    pub month: i32,
}

impl Period {
    /// The period of `now` in `zone`.
    #[must_use]
    pub fn of(now: Timestamp, zone: &TimeZone) -> Self {
        let date = zone.to_datetime(now.to_jiff()).date();
        let epoch = jiff::civil::date(1970, 1, 1);
        let days = date.duration_since(epoch).as_hours() / 24;
        let month = (i32::from(date.year()) - 1970) * 12 + i32::from(date.month()) - 1;
        Self { day: i32::try_from(days).unwrap_or(i32::MAX), month }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_of_the_zone() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let at = |text: &str| Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_microsecond());
        let before = Period::of(at("2026-10-31T22:59:59Z"), &paris);
        let after = Period::of(at("2026-10-31T23:00:00Z"), &paris);
        assert_eq!(after.day, before.day + 1);
        assert_eq!(after.month, before.month + 1);
        assert_eq!(after.month, (2026 - 1970) * 12 + 10);
    }
}
