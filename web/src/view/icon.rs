//! The icons: one stroke, on a grid of 24. They never stand without a word.

use std::fmt;

use askama::filters::HtmlSafe;

/// Every icon: its name and what it draws.
static ICONS: &[(&str, &str)] = &[
    ("back", "M9 7 4 12l5 5M4 12h11a5 5 0 0 1 5 5v1"),
    ("bell", "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4"),
    ("check", "M5 12.5 10 17.5 19.5 7"),
    ("clock", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.5l3.5 2"),
    ("copy", "M9 9h10v11H9zM15 9V4H5v11h4"),
    ("cross", "M6 6l12 12M18 6 6 18"),
    ("gauge", "M4 17a8.500 8.500 0 1 1 16 0M12 17l4-6"),
    ("gone", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8"),
    (
        "hand",
        "M8 12V6a1.5 1.5 0 0 1 3 0v5V4.5a1.5 1.5 0 0 1 3 0V11 6.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-3 0-4.5-1.500-6-4.500L3.500 13.500A1.500 1.500 0 0 1 6 12l2 2.500",
    ),
    ("home", "M4 11.500 12 4l8 7.500M6 10v10h12V10M10 20v-6h4v6"),
    ("list", "M4 7h16M4 12h11M4 17h7"),
    ("lock", "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3"),
    ("mail", "M4 6h16v12H4zM4.500 7l7.500 6 7.500-6"),
    ("menu", "M4 7h16M4 12h16M4 17h16"),
    (
        "people",
        "M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M3 19c.500-3.500 2.500-5 6-5s5.500 1.500 6 5M15.500 5.300a3.500 3.500 0 0 1 0 6.400M17 14.300c2.400.500 3.700 2 4 4.700",
    ),
    ("person", "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M5 20c.500-4 3-6 7-6s6.500 2 7 6"),
    ("plug", "M8 4v5M16 4v5M5 9h14v2a7 7 0 0 1-14 0zM12 18v3"),
    (
        "pouch",
        "M9 4h6l-1.500 4h-3zM10.500 8C6.500 10.500 5 13 5 16c0 3 2.500 4.500 7 4.500s7-1.500 7-4.500c0-3-1.500-5.500-5.500-8",
    ),
    ("reply", "M10 6 4 12l6 6M4.500 12H14a6 6 0 0 1 6 6"),
    ("send", "M4 12 20 4l-5 16-3.500-6.500zM11.500 13.500 20 4"),
    ("sieve", "M4 5h16l-6 7.500V19l-4-2v-4.500z"),
    ("square", "M4 5h16v11H12l-5 4v-4H4z"),
    ("stop", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M5.800 5.800l12.400 12.400"),
    ("warn", "M12 4 2.500 20h19zM12 10v4.500M12 17.200v.1"),
];

/// A drawing that goes with a word.
#[derive(Clone, Copy, Debug)]
pub struct Icon(&'static str);

/// The icon of that name; an unknown name draws nothing.
#[must_use]
pub fn icon(name: &str) -> Icon {
    Icon(ICONS.iter().find(|(known, _)| *known == name).map_or("", |(_, path)| path))
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(path) = self;
        write!(
            f,
            r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{path}"/></svg>"#
        )
    }
}

impl HtmlSafe for Icon {}
