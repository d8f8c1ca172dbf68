//! A day as a form sends it, on the reader's clock.

use domain::time::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Reader;

/// Bytes of a day as a form sends it.
const DAY_BYTES: usize = "2026-11-29".len();

impl Reader {
    /// When the day begins, and when the next one does; `text` is as in `2026-11-29`. `None` for anything else.
    #[must_use]
    pub fn day(&self, text: &str) -> Option<(Timestamp, Timestamp)> {
        let date: Date = Some(text).filter(|text| text.len() == DAY_BYTES)?.parse().ok()?;
        let begins = |date: Date| {
            let start = date.to_zoned(self.zone.clone()).ok()?.start_of_day().ok()?;
            Some(Timestamp(start.timestamp().as_microsecond()))
        };
        Some((begins(date)?, begins(date.checked_add(1.day()).ok()?)?))
    }
}

#[cfg(test)]
mod tests {
    use domain::lang::Lang;
    use domain::time::DAY_US;

    use super::*;

    #[test]
    fn a_day_is_as_long_as_its_zone_says() {
        let reader = Reader::new(Lang::Fr, "Europe/Paris", "http://localhost");
        let hours = |text| {
            let (start, end) = reader.day(text).unwrap();
            (end.0 - start.0) * 24 / DAY_US
        };
        assert_eq!(["2026-11-29", "2026-03-29", "2026-10-25"].map(hours), [24, 23, 25]);
        for wrong in ["", "29/11/2026", "2026-02-30", "2026-11-29T10:00", "9999-12-31"] {
            assert_eq!(reader.day(wrong), None, "{wrong}");
        }
    }
}
