//! A table of short texts.

use askama::Template;
use askama::filters::HtmlSafe;

/// A table.
#[derive(Template, Clone, Default, Debug)]
#[template(path = "piece/table.html")]
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// What stands over each column.
    pub head: Vec<String>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

impl HtmlSafe for Table {}

/// A cell.
#[derive(Clone, Default, Debug)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Whether it is an amount or a count.
    pub number: bool,
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None, number: false }
    }

    /// An amount or a count.
    #[must_use]
    pub fn number(text: impl Into<String>) -> Self {
        Self { number: true, ..Self::text(text) }
    }

    /// A text that leads somewhere.
    #[must_use]
    pub fn link(text: impl Into<String>, href: String) -> Self {
        Self { href: Some(href), ..Self::text(text) }
    }
}
