//! A chart: one idea, labelled directly, zero at the base, exact figures in a table beneath.
//!
//! Bars are all we draw, so they are drawn here: a library would bring fonts, floats and styles of its own, which
//! the page's rules for what it may load forbid.

use app::words::Words;
use askama::Template;
use askama::filters::HtmlSafe;

use super::table::Table;

/// Width of the drawing, in its own units.
const WIDTH: i64 = 320;

/// Height of the part in which bars stand.
const HEIGHT: i64 = 100;

/// Room above the bars for the label of the highest.
const TOP: i64 = 20;

/// The widest bar, where there are few days.
const BAR_MAX: i64 = 32;

/// Bars by day, from the earliest to the latest.
#[derive(Template, Clone)]
#[template(path = "piece/chart.html")]
pub struct Chart {
    /// The words.
    pub t: &'static Words,
    /// What it shows, in a sentence.
    pub label: String,
    /// The bars; at least one.
    pub bars: Vec<Bar>,
    /// The exact figures.
    pub table: Table,
}

impl HtmlSafe for Chart {}

/// One day.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The day, in few letters.
    pub day: String,
    /// How high; what is less than zero is drawn as zero, and the table says it.
    pub value: i64,
    /// The same in words.
    pub shown: String,
}

/// Where a bar stands.
struct Drawn<'a> {
    bar: &'a Bar,
    x: i64,
    y: i64,
    width: i64,
    height: i64,
    /// Whether its value is written above it.
    marked: bool,
}

impl Chart {
    /// The bars with their places. The highest and the latest are labelled; the others are in the table.
    fn drawn(&self) -> Vec<Drawn<'_>> {
        let most = self.bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
        let count = i64::try_from(self.bars.len()).unwrap_or(1).max(1);
        let step = WIDTH / count;
        let highest = self.bars.iter().position(|bar| bar.value == most);
        self.bars
            .iter()
            .zip(0_i64..)
            .enumerate()
            .map(|(place, (bar, number))| {
                let height = scaled(bar.value, most);
                Drawn {
                    bar,
                    x: number * step + step / 8,
                    y: TOP + HEIGHT - height,
                    width: (step * 3 / 4).clamp(1, BAR_MAX),
                    height,
                    marked: highest == Some(place),
                }
            })
            .collect()
    }

    const fn base() -> i64 {
        TOP + HEIGHT
    }

    fn ends(&self) -> Option<(&Bar, &Bar)> {
        Some((self.bars.first()?, self.bars.last()?))
    }
}

/// The height of a value where `most` has all of it; anything above zero is seen.
fn scaled(value: i64, most: i64) -> i64 {
    let height = i128::from(value.max(0)) * i128::from(HEIGHT) / i128::from(most);
    let height = i64::try_from(height).unwrap_or(HEIGHT).min(HEIGHT);
    if value > 0 { height.max(2) } else { 0 }
}

impl Drawn<'_> {
    /// Where the value stands: over the bar, and inside the drawing.
    const fn label_x(&self) -> i64 {
        self.x + self.width / 2
    }

    const fn anchor(&self) -> &'static str {
        if self.label_x() < WIDTH / 5 {
            "start"
        } else if self.label_x() > WIDTH * 4 / 5 {
            "end"
        } else {
            "middle"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_begin_at_zero_and_what_is_there_is_seen() {
        assert_eq!([0, 1, 50, 100].map(|value| scaled(value, 100)), [0, 2, 50, 100]);
        assert_eq!(scaled(-5, 100), 0);
        assert_eq!(scaled(i64::MAX, i64::MAX), HEIGHT);
        assert_eq!(scaled(1, i64::MAX), 2);
    }
}
