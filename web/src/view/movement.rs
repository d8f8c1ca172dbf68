//! Money that came in and went out, as a list.

use app::words::Words;
use askama::Template;
use askama::filters::HtmlSafe;

use super::piece::Moment;

/// Lines of a statement, newest first.
#[derive(Template, Clone)]
#[template(path = "piece/movements.html")]
pub struct Movements {
    /// The words.
    pub t: &'static Words,
    /// The lines.
    pub rows: Vec<Movement>,
}

impl HtmlSafe for Movements {}

/// Money that came in or went out.
#[derive(Clone, Debug)]
pub struct Movement {
    /// When.
    pub at: Moment,
    /// The other side.
    pub who: String,
    /// What it was for.
    pub what: String,
    /// The amount with its sign.
    pub amount: String,
    /// Whether it came in.
    pub came_in: bool,
    /// Where the payment's story stands.
    pub href: Option<String>,
}

/// What a wallet has.
#[derive(Clone, Debug)]
pub struct Balance {
    /// What can be spent.
    pub available: String,
    /// What is set aside.
    pub held: Option<String>,
}
