//! When a schedule's payments fall due: dates by the calendar, instants by the clock of the policy's zone.
//!
//! Occurrences are numbered from 0, and each date comes from the first one and its number alone. So a month that is too
//! short moves nothing: the 31st is the 28th in February and the 31st again in March.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan as _};

use crate::refusal::Refusal;
use crate::time::Timestamp;

/// The hour of the day, in the policy's zone, at which payments fall due.
pub const HOUR: i8 = 9;

/// Years ahead in which a schedule begins, and ends if it names its last day.
pub const YEARS_MAX: i16 = 10;

/// Payments that a schedule can be limited to.
pub const COUNT_MAX: u32 = 1_000;

/// How often a schedule pays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rhythm {
    /// On one day.
    Once,
    /// Every seven days.
    Weekly,
    /// On a day of every month, from 1 to 31; on the last one of a month that is too short.
    Monthly {
        /// The day.
        day: i8,
    },
}

impl Rhythm {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Weekly => "weekly",
            Self::Monthly { .. } => "monthly",
        }
    }

    /// Reads the stable name; `day` is the day of the month, which only months have.
    #[must_use]
    pub fn parse(name: &str, day: Option<i8>) -> Option<Self> {
        match (name, day) {
            ("once", None) => Some(Self::Once),
            ("weekly", None) => Some(Self::Weekly),
            ("monthly", Some(day @ 1..=31)) => Some(Self::Monthly { day }),
            _ => None,
        }
    }

    /// The day of the month, where it has one.
    #[must_use]
    pub const fn day(self) -> Option<i8> {
        match self {
            Self::Once | Self::Weekly => None,
            Self::Monthly { day } => Some(day),
        }
    }
}

/// The days on which a schedule pays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Plan {
    /// How often.
    pub rhythm: Rhythm,
    /// The first day on which it pays.
    pub first: Date,
    /// No payment falls due after this day.
    pub last: Option<Date>,
    /// How many payments fall due at most, those that fail among them.
    pub count: Option<u32>,
}

impl Plan {
    /// A plan that begins on the first day of its rhythm from `wanted.first` on.
    ///
    /// # Errors
    /// [`Refusal::DatesBad`] if the first payment does not lie ahead of `now` or lies beyond [`YEARS_MAX`], and if the
    /// last day, the number of payments or the day of the month is out of range.
    pub fn begin(wanted: Self, now: Timestamp, zone: &TimeZone) -> Result<Self, Refusal> {
        let plan = Self { first: wanted.on_rhythm().ok_or(Refusal::DatesBad)?, ..wanted };
        let plan = match plan.rhythm {
            Rhythm::Once => Self { last: None, count: None, ..plan },
            Rhythm::Weekly | Rhythm::Monthly { .. } => plan,
        };
        let end = zone.to_datetime(now.to_jiff()).date().saturating_add(YEARS_MAX.years());
        let ahead = plan.due(0, zone).is_some_and(|due| due > now) && plan.first <= end;
        let bounded = plan.last.is_none_or(|last| last <= end)
            && plan.count.is_none_or(|count| (1..=COUNT_MAX).contains(&count))
            && plan.rhythm.day().is_none_or(|day| (1..=31).contains(&day));
        if ahead && bounded { Ok(plan) } else { Err(Refusal::DatesBad) }
    }

    fn on_rhythm(&self) -> Option<Date> {
        let Rhythm::Monthly { day } = self.rhythm else { return Some(self.first) };
        let this = in_month(self.first, 0, day)?;
        if this < self.first { in_month(self.first, 1, day) } else { Some(this) }
    }

    /// The date of an occurrence; `None` after the last.
    #[must_use]
    pub fn date(&self, number: u32) -> Option<Date> {
        if self.count.is_some_and(|count| number >= count) {
            return None;
        }
        let date = match self.rhythm {
            Rhythm::Once => Some(self.first).filter(|_| number == 0),
            Rhythm::Weekly => {
                let weeks = Span::new().try_weeks(number).ok()?;
                self.first.checked_add(weeks).ok()
            }
            Rhythm::Monthly { day } => in_month(self.first, number, day),
        };
        date.filter(|date| self.last.is_none_or(|last| *date <= last))
    }

    /// When an occurrence falls due; `None` after the last.
    #[must_use]
    pub fn due(&self, number: u32, zone: &TimeZone) -> Option<Timestamp> {
        at_hour(self.date(number)?, HOUR, zone)
    }

    /// The latest occurrence from `number` on that has fallen due at `now`; `number` itself if none has.
    #[must_use]
    pub fn latest(&self, number: u32, now: Timestamp, zone: &TimeZone) -> u32 {
        let mut latest = number;
        while self.due(latest.saturating_add(1), zone).is_some_and(|due| due <= now) {
            latest = latest.saturating_add(1);
        }
        latest
    }

    /// The first occurrence from `number` on that falls due after `now`, and when.
    #[must_use]
    pub fn after(&self, number: u32, now: Timestamp, zone: &TimeZone) -> Option<(u32, Timestamp)> {
        let mut next = number;
        loop {
            match self.due(next, zone)? {
                due if due > now => return Some((next, due)),
                _ => next = next.saturating_add(1),
            }
        }
    }
}

/// A day of the month that lies `months` after that of `from`; the month's last one where it has no such day.
fn in_month(from: Date, months: u32, day: i8) -> Option<Date> {
    let month = from.first_of_month().checked_add(Span::new().try_months(months).ok()?).ok()?;
    month.with().day(day.min(month.days_in_month())).build().ok()
}

/// The instant of an hour on a day. Where the clocks skip that hour, it is as much later as they skip; where they show
/// it twice, it is the first.
#[must_use]
pub fn at_hour(date: Date, hour: i8, zone: &TimeZone) -> Option<Timestamp> {
    let at = zone.to_timestamp(date.at(hour, 0, 0, 0)).ok()?;
    Some(Timestamp(at.as_microsecond()))
}

/// The hour of payments on the day after that of `now`.
#[must_use]
pub(super) fn next_day(now: Timestamp, zone: &TimeZone) -> Timestamp {
    let tomorrow = zone.to_datetime(now.to_jiff()).date().saturating_add(1.day());
    at_hour(tomorrow, HOUR, zone).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn paris() -> TimeZone {
        TimeZone::get("Europe/Paris").unwrap()
    }

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
    }

    fn plan(rhythm: Rhythm, first: Date) -> Plan {
        Plan { rhythm, first, last: None, count: None }
    }

    fn dates(plan: &Plan, most: u32) -> Vec<String> {
        (0..most).filter_map(|number| plan.date(number)).map(|date| date.to_string()).collect()
    }

    #[test]
    fn a_short_month_pays_on_its_last_day_and_the_next_one_on_the_day_again() {
        let monthly = plan(Rhythm::Monthly { day: 31 }, date(2027, 12, 31));
        let expected =
            ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"];
        assert_eq!(dates(&monthly, 6), expected);
        let monthly = plan(Rhythm::Monthly { day: 29 }, date(2027, 1, 29));
        assert_eq!(dates(&monthly, 3), ["2027-01-29", "2027-02-28", "2027-03-29"]);
    }

    #[test]
    fn weeks_and_one_day() {
        let weekly = plan(Rhythm::Weekly, date(2028, 2, 22));
        assert_eq!(dates(&weekly, 3), ["2028-02-22", "2028-02-29", "2028-03-07"]);
        assert_eq!(dates(&plan(Rhythm::Once, date(2028, 2, 22)), 3), ["2028-02-22"]);
    }

    #[test]
    fn it_ends_with_its_count_or_its_last_day_whichever_comes_first() {
        let weekly = plan(Rhythm::Weekly, date(2026, 3, 2));
        let last = Some(date(2026, 3, 16));
        assert_eq!(dates(&Plan { last, ..weekly }, 9).len(), 3);
        assert_eq!(dates(&Plan { last, count: Some(2), ..weekly }, 9).len(), 2);
        assert_eq!(dates(&Plan { last, count: Some(7), ..weekly }, 9).len(), 3);
    }

    #[test]
    fn the_first_day_is_the_next_of_its_rhythm() {
        let now = at("2026-02-10T12:00:00Z");
        let begin = |day, first| {
            Plan::begin(plan(Rhythm::Monthly { day }, first), now, &paris()).map(|plan| plan.first)
        };
        assert_eq!(begin(31, date(2026, 2, 11)), Ok(date(2026, 2, 28)));
        assert_eq!(begin(5, date(2026, 2, 11)), Ok(date(2026, 3, 5)));
        assert_eq!(begin(11, date(2026, 2, 11)), Ok(date(2026, 2, 11)));
        for (day, first) in [
            (9, date(2026, 2, 9)),
            (10, date(2026, 2, 10)),
            (0, date(2026, 3, 1)),
            (32, date(2026, 3, 1)),
            (1, date(2036, 3, 1)),
            (31, date(9999, 12, 31)),
        ] {
            assert_eq!(begin(day, first), Err(Refusal::DatesBad), "{day} {first}");
        }
    }

    #[test]
    fn an_end_before_the_first_day_and_odd_counts_are_no_plan() {
        let weekly = plan(Rhythm::Weekly, date(2026, 3, 2));
        let now = at("2026-02-10T12:00:00Z");
        for wrong in [
            Plan { last: Some(date(2026, 3, 1)), ..weekly },
            Plan { last: Some(date(2036, 3, 1)), ..weekly },
            Plan { count: Some(0), ..weekly },
            Plan { count: Some(COUNT_MAX + 1), ..weekly },
        ] {
            assert_eq!(Plan::begin(wrong, now, &paris()), Err(Refusal::DatesBad), "{wrong:?}");
        }
    }

    #[test]
    fn nine_is_nine_on_the_clock_before_and_after_summer_time() {
        let weekly = plan(Rhythm::Weekly, date(2026, 3, 25));
        assert_eq!(weekly.due(0, &paris()), Some(at("2026-03-25T08:00:00Z")));
        assert_eq!(weekly.due(1, &paris()), Some(at("2026-04-01T07:00:00Z")));
    }

    #[test]
    fn an_hour_that_is_skipped_comes_later_and_one_that_comes_twice_is_the_first() {
        assert_eq!(at_hour(date(2026, 3, 29), 2, &paris()), Some(at("2026-03-29T01:00:00Z")));
        assert_eq!(at_hour(date(2026, 10, 25), 2, &paris()), Some(at("2026-10-25T00:00:00Z")));
        // Samoa had no 30 December 2011: what was due then was due at the same hour of the next day.
        let apia = TimeZone::get("Pacific/Apia").unwrap();
        let (gone, next) = (date(2011, 12, 30), date(2011, 12, 31));
        assert_eq!(at_hour(gone, HOUR, &apia), at_hour(next, HOUR, &apia));
    }

    #[test]
    fn what_is_due_and_what_comes_next() {
        let weekly = Plan { count: Some(4), ..plan(Rhythm::Weekly, date(2026, 3, 2)) };
        let zone = paris();
        assert_eq!(weekly.latest(0, at("2026-03-16T07:59:59Z"), &zone), 1);
        assert_eq!(weekly.latest(0, at("2026-03-16T08:00:00Z"), &zone), 2);
        assert_eq!(weekly.latest(0, at("2030-01-01T00:00:00Z"), &zone), 3);
        let next = Some((3, at("2026-03-23T08:00:00Z")));
        assert_eq!(weekly.after(0, at("2026-03-16T08:00:00Z"), &zone), next);
        assert_eq!(weekly.after(0, at("2026-03-23T08:00:00Z"), &zone), None);
        assert_eq!(next_day(at("2026-03-28T23:30:00Z"), &zone), at("2026-03-30T07:00:00Z"));
    }

    proptest! {
        #[test]
        fn dates_go_up_and_keep_their_day(
            year in 2000..2200_i16, month in 1..=12_i8, day in 1..=31_i8, number in 0..600_u32,
        ) {
            let first = in_month(date(year, month, 1), 0, day).unwrap();
            let monthly = plan(Rhythm::Monthly { day }, first);
            let (one, next) = (monthly.date(number).unwrap(), monthly.date(number + 1).unwrap());
            prop_assert!(one < next);
            prop_assert!(one.day() == day || one.day() == one.days_in_month() && one.day() < day);
        }
    }
}
