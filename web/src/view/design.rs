//! Every piece of the look with all its states, for the demo. What is shown here is made up.

use app::words::{Reader, Words};
use askama::Template;
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::say::Say;
use domain::time::{DAY_US, MINUTE_US, Timestamp};

use super::card::{Act, Badge, Card, Deed, State, Step, Trail};
use super::chart::{Bar, Chart};
use super::needs::Need;
use super::piece::{Kind, Moment, Notice, Person, Share, Tone};
use super::post::{Audience, Composer, Post, ReplyTo, Voice};
use super::rich::Rich;
use super::shell::Shell;
use super::table::{Cell, Table};

/// Every piece with all its states.
#[derive(Template)]
#[template(path = "design.html")]
pub struct DesignPage {
    shell: Shell,
    marks: Vec<Person>,
    posts: Vec<Post>,
    talk: Vec<Post>,
    cards: Vec<Card>,
    badges: Vec<Badge>,
    needs: Vec<Need>,
    trail: Trail,
    notices: Vec<Notice>,
    share: Share,
    composer: Composer,
    chart: Chart,
}

impl DesignPage {
    /// The page, with made-up people.
    #[must_use]
    pub fn new(shell: Shell) -> Self {
        let made = MadeUp::new(shell.t);
        Self {
            marks: made.people(),
            posts: made.timeline(&shell.csrf),
            talk: made.talk(&shell.csrf),
            cards: State::ALL.map(|state| made.card(state)).into(),
            badges: State::ALL.map(|state| Badge { state, word: state.word(shell.t) }).into(),
            needs: made.needs(),
            trail: made.every_deed(),
            notices: made.notices(),
            share: Share { id: "made_up".into(), ..made.share() },
            composer: made.composer(&shell.csrf, Audience::Public),
            chart: made.chart(),
            shell,
        }
    }
}

/// A small world that never moves: the same for the design page, the tests and their pictures.
pub(super) struct MadeUp {
    pub(super) t: &'static Words,
    pub(super) reader: Reader,
}

/// Saturday 21 November 2026, 11:04 UTC.
const NOW: Timestamp = Timestamp(1_795_259_040_000_000);

impl MadeUp {
    pub(super) fn new(t: &'static Words) -> Self {
        let lang = Lang::parse(t.tag()).unwrap_or(Lang::En);
        Self { t, reader: Reader::new(lang, "Europe/Paris", "http://localhost:8080") }
    }

    pub(super) fn people(&self) -> Vec<Person> {
        [
            ("mem_1", "Alice Martin", "@alice", Kind::Person),
            ("mem_2", "Bob Keller", "@bob", Kind::Person),
            ("mem_3", "Carol Nguyen", "@carol", Kind::Person),
            ("mem_4", "Les Ondes", "@lesondes", Kind::Merchant),
            ("mem_5", "Chez Léa", "@chezlea", Kind::Merchant),
            ("mem_6", "Le Refuge", "@refuge", Kind::Charity),
            ("mem_7", "Zoé Dubois", "@zoe", Kind::Person),
            ("mem_8", "Élodie Roux", "@elodie", Kind::Person),
        ]
        .into_iter()
        .zip(0_u8..)
        .map(|((id, name, handle, kind), colour)| Person {
            colour,
            ..Person::new(id, name, handle, kind)
        })
        .collect()
    }

    pub(super) fn person(&self, handle: &str) -> Person {
        self.people()
            .into_iter()
            .find(|person| person.handle == handle)
            .unwrap_or_else(|| Person::unknown(handle))
    }

    pub(super) fn euros(&self, minor: i64) -> String {
        self.t.money(Money::new(minor, Currency::EUR))
    }

    pub(super) fn ago(&self, minutes: i64) -> Moment {
        Moment::short(NOW.plus_us(-minutes * MINUTE_US), NOW, &self.reader)
    }

    pub(super) fn in_days(&self, days: i64) -> Moment {
        Moment::full(NOW.plus_us(days * DAY_US), &self.reader)
    }

    pub(super) fn rich(&self, text: &str) -> Rich {
        Rich::of(text, &self.reader.base_url)
    }

    pub(super) fn say(&self, say: &Say) -> Rich {
        self.rich(&self.reader.say(say))
    }

    pub(super) fn given_back(&self) -> String {
        let (refunded, amount) = (self.euros(1_500), self.euros(5_000));
        let args = [("refunded", &*refunded), ("amount", &*amount)];
        self.t.text_with("page-refunded", &args)
    }

    pub(super) fn card(&self, state: State) -> Card {
        let waits = matches!(state, State::Asked | State::Held | State::Claimed);
        let label = self.t.text("page-look-approve");
        Card {
            t: self.t,
            id: format!("pay_{}", state.code()),
            state,
            amount: self.euros(5_000),
            from: "Alice Martin".into(),
            to: "Bob Keller".into(),
            what: Some(self.rich("pour le resto")),
            back: (state == State::Paid).then(|| self.given_back()),
            until: waits.then(|| self.in_days(8)),
            href: Some(format!("/pay/pay_{}", state.code())),
            act: (state == State::Asked).then(|| Act { href: "/approve/pay_asked".into(), label }),
        }
    }

    pub(super) fn post(&self, id: &str, voice: Voice, minutes_ago: i64, text: Rich) -> Post {
        Post {
            t: self.t,
            id: id.to_owned(),
            voice,
            at: self.ago(minutes_ago),
            lang: None,
            text,
            reply_to: None,
            card: None,
            answers: Vec::new(),
            reply_href: None,
            deletable: false,
            csrf: String::new(),
            next: "/square".into(),
        }
    }

    pub(super) fn timeline(&self, csrf: &str) -> Vec<Post> {
        let reply_to = |id: &str, name: &str, excerpt: &str| {
            Some(ReplyTo { id: id.into(), name: name.into(), excerpt: excerpt.into() })
        };
        let sent = Say::new("gave-public")
            .money("amount", Money::new(2_000, Currency::EUR))
            .text("to", "Le Refuge");
        let theirs = |handle: &str| Voice::Theirs(self.person(handle));
        let text = "On joue vendredi à 20 h au Chat Perché. Le nouveau disque est là, 12 € : @lesondes #acheter";
        vec![
            Post {
                reply_to: reply_to("t2", "Carol Nguyen", "@obole #give 20€ @refuge"),
                card: Some(Card {
                    id: "pay_gift".into(),
                    amount: self.euros(2_000),
                    from: "Carol Nguyen".into(),
                    to: "Le Refuge".into(),
                    what: Some(self.rich("for the winter blankets")),
                    href: None,
                    ..self.card(State::Paid)
                }),
                ..self.post("t1", Voice::Service, 3, self.say(&sent))
            },
            Post {
                lang: Some("en"),
                reply_href: Some("/square?reply=t2".into()),
                ..self.post(
                    "t2",
                    theirs("@carol"),
                    3,
                    self.rich("@obole #give 20€ @refuge for the winter blankets"),
                )
            },
            Post {
                lang: Some("fr"),
                reply_href: Some("/square?reply=t3".into()),
                ..self.post("t3", theirs("@lesondes"), 41, self.rich(text))
            },
            Post {
                reply_to: reply_to("t5", "Alice Martin", "@obole #envoyer 50€ @bob pour le resto"),
                ..self.post("t4", Voice::Service, 74, self.say(&Say::new("look-public")))
            },
            Post {
                lang: Some("fr"),
                reply_href: Some("/square?reply=t5".into()),
                deletable: true,
                csrf: csrf.to_owned(),
                ..self.post(
                    "t5",
                    Voice::Mine(self.person("@alice")),
                    74,
                    self.rich("@obole #envoyer 50€ @bob pour le resto"),
                )
            },
            Post {
                lang: Some("fr"),
                reply_href: Some("/square?reply=t6".into()),
                ..self.post(
                    "t6",
                    theirs("@chezlea"),
                    1_530,
                    self.rich(
                        "Plat du jour : parmentier de canard, 14 €. Il reste deux tables ce midi.",
                    ),
                )
            },
        ]
    }

    pub(super) fn talk(&self, csrf: &str) -> Vec<Post> {
        let mine = || Voice::Mine(self.person("@alice"));
        let eur = |minor| Money::new(minor, Currency::EUR);
        let balance = Say::new("balance").money("available", eur(30_000));
        let order = self.t.text_with("page-pay-message", &[("amount", "12 €"), ("to", "bob")]);
        let ask = Say::new("duplicate")
            .money("amount", eur(1_200))
            .text("to", "Bob")
            .with("ago-at", domain::say::Arg::At(NOW.plus_us(-8 * MINUTE_US)));
        let sent = Say::new("sent")
            .money("amount", eur(1_200))
            .text("to", "Bob")
            .money("left", eur(28_800));
        vec![
            self.post("d1", mine(), 80, self.rich(&self.t.text("help-balance"))),
            self.post("d2", Voice::Service, 80, self.say(&balance)),
            Post {
                card: Some(self.card(State::Asked)),
                ..self.post("d3", Voice::Service, 74, self.ask_approval())
            },
            self.post("d4", Voice::Service, 8, self.say(&sent)),
            self.post("d5", mine(), 0, self.rich(&order)),
            Post {
                answers: ["page-yes", "page-no"].map(|id| self.t.text(id)).into(),
                csrf: csrf.to_owned(),
                ..self.post("d6", Voice::Service, 0, self.say(&ask))
            },
        ]
    }

    fn ask_approval(&self) -> Rich {
        let ask = Say::new("approve-please")
            .money("amount", Money::new(5_000, Currency::EUR))
            .text("to", "Bob")
            .with("link", domain::say::Arg::Link("/approve/pay_asked".into()))
            .with("until", domain::say::Arg::At(NOW.plus_us(DAY_US)));
        self.say(&ask)
    }

    pub(super) fn needs(&self) -> Vec<Need> {
        let need = |id: &str, handle: &str, state: State, minor: i64| Need {
            t: self.t,
            id: id.into(),
            person: self.person(handle),
            text: format!("{} · {}", self.person(handle).name, state.word(self.t)),
            amount: self.euros(minor),
            until: Some(self.in_days(2)),
            href: format!("/pay/{id}"),
            act: None,
            share: None,
        };
        let label = self.t.text("page-look-approve");
        vec![
            Need {
                act: Some(Act { href: "/approve/pay_asked".into(), label }),
                ..need("pay_asked", "@bob", State::Asked, 5_000)
            },
            Need { share: Some(self.share()), ..need("pay_held", "@zoe", State::Held, 2_000) },
        ]
    }

    fn every_deed(&self) -> Trail {
        let steps = Deed::ALL.map(|deed| Step { deed, who: None, at: self.ago(5) });
        Trail { t: self.t, steps: steps.into() }
    }

    pub(super) fn notices(&self) -> Vec<Notice> {
        let eur = |minor| Money::new(minor, Currency::EUR);
        let over = Say::new("refused-payment_limit")
            .money("amount", eur(25_100))
            .money("limit", eur(25_000));
        [
            (Tone::Patina, self.t.text("pin-set")),
            (Tone::Amber, self.t.text("page-approve-changed")),
            (Tone::Red, self.reader.say(&over)),
            (Tone::Quiet, self.t.text("released")),
        ]
        .map(|(tone, text)| Notice { tone, text })
        .into()
    }

    pub(super) fn chart(&self) -> Chart {
        let days = [30_000, 42_500, 42_500, 0, 61_200, 58_000, 73_450].into_iter().zip(0_i64..);
        let bars: Vec<Bar> = days
            .map(|(minor, day)| Bar {
                day: self.t.date(NOW.plus_us((day - 6) * DAY_US), &self.reader.zone),
                value: minor,
                shown: self.euros(minor),
            })
            .collect();
        let label = self.t.text_with("page-operator-owed-chart", &[("currency", "EUR")]);
        let row = |bar: &Bar| vec![Cell::text(bar.day.clone()), Cell::number(bar.shown.clone())];
        let head = ["page-operator-day", "page-operator-owed"].map(|id| self.t.text(id));
        let rows = bars.iter().rev().map(row).collect();
        let table = Table { caption: label.clone(), head: head.into(), rows };
        Chart { t: self.t, label, bars, table }
    }

    pub(super) fn share(&self) -> Share {
        Share {
            t: self.t,
            link: "http://localhost:8080/claim/7Hq2mVtK9xWc4RzB".into(),
            to: "@zoe".into(),
            id: "pay_held".into(),
        }
    }

    pub(super) fn composer(&self, csrf: &str, audience: Audience) -> Composer {
        Composer {
            t: self.t,
            csrf: csrf.to_owned(),
            key: "key_made_up".into(),
            id: if audience == Audience::OnlyDirect { "compose-direct" } else { "compose" },
            draft: String::new(),
            audience,
            reply_to: None,
            next: "/square".into(),
            error: None,
        }
    }
}
