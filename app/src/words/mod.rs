//! The words: what the service and its pages say, in the reader's language.
//!
//! A [`Say`] carries a stable code and typed arguments; the sentence stands in `locales/<tag>.ftl` (Fluent).
//! How a language writes numbers, money and dates stands in the same file, so a new language is one file and
//! one line in [`LOCALES`]. Nothing here decides anything. Start reading at [`Words::say`].

mod day;
mod line;
mod money;
mod when;

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use domain::lang::Lang;
use domain::money::Money;
use domain::say::{Arg, Say};
use domain::time::Timestamp;
use domain::verb::{Amount, To, VERBS};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

pub use line::{Count, Line};

/// Every language the service speaks: its tag and its file. One that is not listed is answered in English.
pub static LOCALES: &[(&str, &str)] = &[
    ("fr", include_str!("../../../locales/fr.ftl")),
    ("en", include_str!("../../../locales/en.ftl")),
    ("de", include_str!("../../../locales/de.ftl")),
    ("es", include_str!("../../../locales/es.ftl")),
    ("it", include_str!("../../../locales/it.ftl")),
    ("pt", include_str!("../../../locales/pt.ftl")),
    ("nl", include_str!("../../../locales/nl.ftl")),
];

/// The language that answers where a language has no file.
const FALLBACK: &str = "en";

static BUILT: LazyLock<Vec<Words>> =
    LazyLock::new(|| LOCALES.iter().map(|(tag, source)| Words::build(tag, source)).collect());

/// Who reads: the language, the clock on their wall, and where links lead.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The reader's language.
    pub lang: Lang,
    /// The zone in which instants are shown.
    pub zone: TimeZone,
    /// The address of this server, as in `http://localhost:8080`.
    pub base_url: Arc<str>,
}

impl Reader {
    /// A reader in the zone of that name, as in `Europe/Paris`; UTC where there is no such zone.
    #[must_use]
    pub fn new(lang: Lang, zone: &str, base_url: &str) -> Self {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        Self { lang, zone, base_url: base_url.into() }
    }

    /// Puts `say` into this reader's words.
    #[must_use]
    pub fn say(&self, say: &Say) -> String {
        Words::get(self.lang).say(say, self)
    }
}

/// The words of one language, built once.
pub struct Words {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
    money: money::Form,
    calendar: when::Calendar,
}

impl Words {
    /// The words of `lang`; English where `lang` has no file.
    #[must_use]
    pub fn get(lang: Lang) -> &'static Self {
        let find = |tag: &str| BUILT.iter().find(|words| words.tag == tag);
        find(lang.tag()).or_else(|| find(FALLBACK)).expect("the fallback language is listed")
    }

    /// Every language there is, in the order of [`LOCALES`].
    #[must_use]
    pub fn all() -> &'static [Self] {
        &BUILT
    }

    /// The tag of the language these words are in, for the `lang` attribute.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// Puts `say` into words.
    ///
    /// Text that a person wrote comes out exactly as written. A code without words comes out as the code
    /// itself: a test keeps the codes and the language files together.
    #[must_use]
    pub fn say(&self, say: &Say, reader: &Reader) -> String {
        let mut args = FluentArgs::with_capacity(say.args.len());
        for (name, arg) in &say.args {
            args.set(name.as_ref(), self.shown(arg, reader));
            if let Arg::At(instant) = arg {
                // `$at` is the instant in full, `$at-time` its hour alone.
                let hour = self.hour(*instant, &reader.zone);
                args.set(format!("{name}-time"), FluentValue::String(hour.into()));
            }
        }
        self.render(&say.code, &args)
    }

    /// A text without arguments.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.render(id, &FluentArgs::new())
    }

    /// A text with arguments that are ready to show.
    #[must_use]
    pub fn text_with(&self, id: &str, args: &[(&str, &str)]) -> String {
        let mut shown = FluentArgs::with_capacity(args.len());
        for (name, text) in args {
            shown.set(*name, FluentValue::String((*text).into()));
        }
        self.render(id, &shown)
    }

    /// A text with arguments, built piece by piece: made for templates, where it is displayed as it is.
    #[must_use]
    pub fn line<'a>(&'a self, id: &'a str) -> Line<'a> {
        Line::new(self, id)
    }

    /// Whether the language file has this text.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// An amount as this language writes it: `1,250.50 €`.
    #[must_use]
    pub fn money(&self, amount: Money) -> String {
        let code = amount.currency.code();
        let mut id = String::with_capacity("currency-EUR".len());
        id.push_str("currency-");
        id.push_str(code);
        match self.bundle.has_message(&id) {
            true => self.money.write(amount, &self.text(&id)),
            false => self.money.write(amount, code),
        }
    }

    /// A whole number as this language writes it: `10,000`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        self.money.number(Money::new(number, domain::money::Currency::JPY))
    }

    /// A rate in basis points as this language writes percents: `1.5%`.
    #[must_use]
    pub fn rate(&self, basis_points: u32) -> String {
        self.text_with("percent", &[("number", &self.money.percent(basis_points))])
    }

    /// An instant with its weekday: `Sunday 29 November, 18:04`.
    #[must_use]
    pub fn at(&self, instant: Timestamp, zone: &TimeZone) -> String {
        self.calendar.date_time(self, instant, zone)
    }

    /// The hour and minute of an instant: `18:04`.
    #[must_use]
    pub fn hour(&self, instant: Timestamp, zone: &TimeZone) -> String {
        self.calendar.hour(self, instant, zone)
    }

    /// The day of an instant with its year: `29 November 2026`.
    #[must_use]
    pub fn date(&self, instant: Timestamp, zone: &TimeZone) -> String {
        self.calendar.date(self, instant, zone)
    }

    /// Names in a row: `Bob, Carol and Dan`.
    #[must_use]
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        let Some((last, head)) = items.split_last() else { return String::new() };
        let Some((first, middle)) = head.split_first() else { return last.as_ref().to_owned() };
        let row = middle.iter().fold(first.as_ref().to_owned(), |row, item| {
            self.text_with("list-middle", &[("row", &row), ("next", item.as_ref())])
        });
        self.text_with("list-last", &[("row", &row), ("next", last.as_ref())])
    }

    fn build(tag: &'static str, source: &'static str) -> Self {
        let lang: LanguageIdentifier = tag.parse().expect("LOCALES has well-formed tags");
        let mut bundle = FluentBundle::new_concurrent(vec![lang]);
        // Chats and pages show the marks as boxes or count them as letters; our sentences need none of them.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(source.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("locales/{tag}.ftl does not parse: {errors:?}"));
        bundle
            .add_resource(resource)
            .unwrap_or_else(|errors| panic!("locales/{tag}.ftl names a text twice: {errors:?}"));
        let mut words = Self {
            tag,
            bundle,
            money: money::Form::default(),
            calendar: when::Calendar::default(),
        };
        words.money = money::Form::of(&words);
        words.calendar = when::Calendar::of(&words);
        words.tell_verbs();
        words
    }

    /// Lets the help name every verb that has a line in this language, in their order: `ORDERS()` those that say how
    /// much or whom, a line or more each; `INQUIRIES()` the others in a row.
    fn tell_verbs(&mut self) {
        let (mut orders, mut inquiries) = (Vec::new(), Vec::new());
        for verb in VERBS {
            let id = format!("help-{}", verb.name());
            if self.has(&id) {
                let needs = verb.needs();
                let alone = needs.amount == Amount::None && needs.to == To::None;
                if alone { &mut inquiries } else { &mut orders }.push(self.text(&id));
            }
        }
        for (name, text) in [("ORDERS", orders.join("\n")), ("INQUIRIES", inquiries.join(", "))] {
            self.bundle
                .add_function(name, move |_, _| FluentValue::String(text.clone().into()))
                .expect("no function has this name yet");
        }
    }

    fn shown<'a>(&self, arg: &'a Arg, reader: &Reader) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::String((&**text).into()),
            Arg::Money(amount) => FluentValue::String(self.money(*amount).into()),
            Arg::At(instant) => FluentValue::String(self.at(*instant, &reader.zone).into()),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Link(path) => {
                let base = reader.base_url.trim_end_matches('/');
                FluentValue::String(format!("{base}{path}").into())
            }
        }
    }

    fn render(&self, id: &str, args: &FluentArgs<'_>) -> String {
        let mut out = String::new();
        match self.bundle.get_message(id).and_then(|message| message.value()) {
            Some(pattern) => {
                let mut errors = Vec::new();
                self.bundle
                    .write_pattern(&mut out, pattern, Some(args), &mut errors)
                    .expect("writing into a string succeeds");
            }
            None => write!(out, "{id}").expect("writing into a string succeeds"),
        }
        out
    }
}

#[cfg(test)]
mod tests;
