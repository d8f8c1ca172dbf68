//! What stands around every page: the head, the header with its menu, the footer.

use app::words::Words;

use super::assets;
use super::piece::Person;

/// What every page carries.
#[derive(Clone)]
pub struct Shell {
    /// The words of the reader's language.
    pub t: &'static Words,
    /// Light, dark, or as the reader's device says.
    pub theme: Theme,
    /// The path and query of this page: the switches lead back here.
    pub path: String,
    /// The token that every form of this session repeats.
    pub csrf: String,
    /// Who is signed in.
    pub me: Option<Me>,
    /// Whether this is the demo, where one may be anybody.
    pub demo: bool,
    /// The code of the regime, as in `sandbox`.
    pub regime: &'static str,
    /// Where the live updates of this page come from; empty where it has none.
    pub live: String,
}

/// Who is signed in, and what waits for them.
#[derive(Clone)]
pub struct Me {
    /// The member.
    pub person: Person,
    /// Direct messages that were not read.
    pub unread: u32,
    /// Approvals and claims that wait for this member.
    pub needs: u32,
    /// Whether the operator's pages are theirs to see.
    pub operator: bool,
}

/// Which colours a reader wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// As the device says.
    Auto,
    /// Dark ink on paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The value in forms and cookies.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads the value of a form or a cookie; anything unknown is [`Theme::Auto`].
    #[must_use]
    pub fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or(Self::Auto)
    }

    const fn text_id(self) -> &'static str {
        match self {
            Self::Auto => "page-theme-auto",
            Self::Light => "page-theme-light",
            Self::Dark => "page-theme-dark",
        }
    }
}

/// A place in the navigation.
pub struct Place {
    /// Where it leads.
    pub href: &'static str,
    /// The icon's name.
    pub icon: &'static str,
    /// What it is called.
    pub label: String,
    /// How many things wait there.
    pub count: u32,
    /// Whether this is the page that is shown.
    pub here: bool,
}

impl Shell {
    /// The navigation of a member.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        let Some(me) = &self.me else { return Vec::new() };
        let page = self.path.split('?').next().unwrap_or_default();
        [
            ("/home", "home", "page-nav-home", 0),
            ("/square", "square", "page-nav-square", 0),
            ("/messages", "mail", "page-nav-messages", me.unread),
            ("/needs", "bell", "page-nav-needs", me.needs),
            ("/me", "person", "page-nav-self", 0),
        ]
        .map(|(href, icon, label, count)| Place {
            href,
            icon,
            label: self.t.text(label),
            count,
            here: page == href,
        })
        .into()
    }

    /// Every theme with its name, for the switch.
    #[must_use]
    pub fn themes(&self) -> Vec<(&'static str, String, bool)> {
        Theme::ALL
            .map(|theme| (theme.code(), self.t.text(theme.text_id()), theme == self.theme))
            .into()
    }

    /// Every language with its own name for itself, for the switch.
    #[must_use]
    pub fn languages(&self) -> Vec<(&'static str, String, bool)> {
        let own =
            |words: &Words| (words.tag(), words.text("page-language"), words.tag() == self.t.tag());
        Words::all().iter().map(own).collect()
    }

    /// The text that says what kind of money this is.
    #[must_use]
    pub fn regime_text(&self) -> String {
        self.t.text_with("page-regime", &[("regime", self.regime)])
    }

    /// The address of a static file.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::find(name).map(assets::Asset::href).unwrap_or_default()
    }
}
