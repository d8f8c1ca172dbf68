//! How a language writes instants. The names of days and months and their order come from its file.

use domain::time::Timestamp;
use fluent_bundle::{FluentArgs, FluentValue};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::Words;

/// A language's names of days and months.
#[derive(Default)]
pub(super) struct Calendar {
    weekdays: Vec<String>,
    months: Vec<String>,
}

impl Calendar {
    /// Reads the names from a language's file.
    pub(super) fn of(words: &Words) -> Self {
        let names =
            |kind: &str, last: u8| (1..=last).map(|n| words.text(&format!("{kind}-{n}"))).collect();
        Self { weekdays: names("weekday", 7), months: names("month", 12) }
    }

    pub(super) fn date_time(&self, words: &Words, instant: Timestamp, zone: &TimeZone) -> String {
        self.render(words, "date-time", local(instant, zone))
    }

    pub(super) fn date(&self, words: &Words, instant: Timestamp, zone: &TimeZone) -> String {
        self.render(words, "date", local(instant, zone))
    }

    pub(super) fn hour(&self, words: &Words, instant: Timestamp, zone: &TimeZone) -> String {
        self.render(words, "time", local(instant, zone))
    }

    fn render(&self, words: &Words, id: &str, at: DateTime) -> String {
        let name = |names: &[String], one_based: i8| {
            let index = usize::try_from(one_based).unwrap_or_default().saturating_sub(1);
            names.get(index).cloned().unwrap_or_default()
        };
        let mut args = FluentArgs::with_capacity(6);
        let mut set =
            |key: &'static str, text: String| args.set(key, FluentValue::String(text.into()));
        set("weekday", name(&self.weekdays, at.weekday().to_monday_one_offset()));
        set("month", name(&self.months, at.month()));
        set("year", at.year().to_string());
        set("hour", at.hour().to_string());
        set("hour2", format!("{:02}", at.hour()));
        set("minute", format!("{:02}", at.minute()));
        args.set("day", i64::from(at.day()));
        words.render(id, &args)
    }
}

fn local(instant: Timestamp, zone: &TimeZone) -> DateTime {
    zone.to_datetime(instant.to_jiff())
}
