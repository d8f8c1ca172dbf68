//! How a story shows what was said: codes and arguments, with payments called `pay1`, `pay2`, ….

use std::collections::BTreeMap;
use std::fmt::Write;

use domain::id::{BillId, MemberId, PaymentId, ScheduleId};
use domain::ledger::{Account, House};
use domain::money::{Currency, decimal};
use domain::request::{Message, To};
use domain::say::{Arg, Say};
use domain::suspense::{End, Item};

use crate::world::World;

/// What may be said in public. No balance, no limit, no reason of a refusal.
const PUBLIC: [(&str, &[&str]); 4] = [
    ("look-public", &[]),
    ("sent-public", &["amount", "to"]),
    ("sent-each-public", &["amount", "to"]),
    ("gave-public", &["amount", "to"]),
];

/// Arguments that tell how much somebody has or may spend.
const PRIVATE_ARGS: [&str; 4] = ["left", "available", "held", "limit"];

pub(super) struct Printer {
    payments: Vec<PaymentId>,
    bills: Vec<BillId>,
    schedules: Vec<ScheduleId>,
    tokens: BTreeMap<PaymentId, String>,
    wallets: BTreeMap<(MemberId, Currency), (i64, i64)>,
    houses: BTreeMap<(&'static str, Currency), i64>,
}

impl Printer {
    pub(super) fn new(world: &World) -> Self {
        let mut printer = Self {
            payments: Vec::new(),
            bills: Vec::new(),
            schedules: Vec::new(),
            tokens: BTreeMap::new(),
            wallets: BTreeMap::new(),
            houses: BTreeMap::new(),
        };
        printer.ledger(world);
        printer
    }

    /// Gives names to payments that have none.
    pub(super) fn learn(&mut self, payments: &[PaymentId]) {
        for id in payments {
            if !self.payments.contains(id) {
                self.payments.push(*id);
            }
        }
    }

    pub(super) fn payment(&self, label: &str) -> Option<PaymentId> {
        let number: usize = label.strip_prefix("pay")?.parse().ok()?;
        self.payments.get(number.checked_sub(1)?).copied()
    }

    pub(super) fn bill(&self, label: &str) -> Option<BillId> {
        let number: usize = label.strip_prefix("bill")?.parse().ok()?;
        self.bills.get(number.checked_sub(1)?).copied()
    }

    pub(super) fn schedule(&self, label: &str) -> Option<ScheduleId> {
        let number: usize = label.strip_prefix("sched")?.parse().ok()?;
        self.schedules.get(number.checked_sub(1)?).copied()
    }

    /// Gives names to bills that have none: those of one order, which count up.
    fn learn_bills(&mut self, world: &World) {
        let known = &self.bills;
        let new: Vec<BillId> = world
            .disk()
            .read(|tables| tables.bills.keys().copied().filter(|id| !known.contains(id)).collect());
        self.bills.extend(new);
        let known = &self.schedules;
        let new: Vec<ScheduleId> = world.disk().read(|tables| {
            tables.schedules.keys().copied().filter(|id| !known.contains(id)).collect()
        });
        self.schedules.extend(new);
    }

    /// The token of a claim's link; any text that names no payment stands for itself.
    pub(super) fn token(&self, label: &str) -> String {
        let told = self.payment(label).and_then(|id| self.tokens.get(&id));
        told.cloned().unwrap_or_else(|| label.to_owned())
    }

    /// Puts real ids in the place of `{pay1}`.
    pub(super) fn replace(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (index, id) in self.payments.iter().enumerate() {
            text = text.replace(&format!("{{pay{}}}", index + 1), &id.to_string());
        }
        for (index, id) in self.bills.iter().enumerate() {
            text = text.replace(&format!("{{bill{}}}", index + 1), &id.to_string());
        }
        text
    }

    fn label(&self, id: PaymentId) -> String {
        match self.payments.iter().position(|known| *known == id) {
            Some(index) => format!("pay{}", index + 1),
            None => "a payment nobody began".to_owned(),
        }
    }

    /// Shows messages, and holds each against what may be said where.
    pub(super) fn tell(
        &mut self,
        world: &World,
        messages: &[Message],
        post: Option<&str>,
        out: &mut String,
    ) {
        self.learn_bills(world);
        for message in messages {
            self.guard(message, post);
            let to = match &message.to {
                To::Member(id) => world.handle(*id),
                To::Stranger(id) => format!("stranger {id}"),
            };
            let to = if message.public { "public".to_owned() } else { format!("to {to}") };
            if let (Some(id), Some((_, Arg::Link(link)))) =
                (message.payment, message.say.args.iter().find(|(name, _)| name == "link"))
                && let Some(token) = link.strip_prefix("/claim/")
            {
                self.tokens.insert(id, token.to_owned());
            }
            writeln!(out, "obole {to}> {}", self.say(world, &message.say))
                .expect("strings take text");
        }
    }

    fn guard(&self, message: &Message, post: Option<&str>) {
        let args: Vec<&str> = message.say.args.iter().map(|(name, _)| name.as_ref()).collect();
        if message.public {
            let allowed = PUBLIC.iter().find(|(code, _)| *code == message.say.code);
            let (_, most) = allowed.unwrap_or_else(|| panic!("said in public: {message:?}"));
            assert!(args.iter().all(|arg| most.contains(arg)), "said in public: {message:?}");
            assert_eq!(
                message.reply_to.as_deref(),
                post,
                "a public word answers the post: {message:?}"
            );
        } else {
            let private = args.iter().any(|arg| PRIVATE_ARGS.contains(arg));
            let known = matches!(message.to, To::Member(_));
            assert!(known || !private, "told a stranger: {message:?}");
        }
    }

    pub(super) fn say(&self, world: &World, say: &Say) -> String {
        let mut text = say.code.to_string();
        for (name, arg) in &say.args {
            write!(text, " {name}={}", self.arg(world, arg)).expect("strings take text");
        }
        text
    }

    fn arg(&self, world: &World, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.to_string(),
            Arg::Money(money) => money.to_string(),
            Arg::Count(count) => count.to_string(),
            Arg::At(at) => {
                let local = world.policy().zone.to_datetime(at.to_jiff());
                local.strftime("%Y-%m-%d %H:%M").to_string()
            }
            Arg::Link(link) => self.link(link),
        }
    }

    fn link(&self, link: &str) -> String {
        let (link, asked) = link.split_once('?').unwrap_or((link, ""));
        if !asked.is_empty() {
            return format!("{}?{asked}", self.link(link));
        }
        let (page, name) = link.rsplit_once('/').unwrap_or(("", link));
        if let Some(id) = BillId::parse(name) {
            let place = self.bills.iter().position(|known| *known == id);
            let place = place.expect("a bill that is told of is kept");
            return format!("{page}/bill{}", place + 1);
        }
        if let Some(id) = ScheduleId::parse(name) {
            let place = self.schedules.iter().position(|known| *known == id);
            let place = place.expect("a schedule that is told of is kept");
            return format!("{page}/sched{}", place + 1);
        }
        match (page, PaymentId::parse(name)) {
            (_, Some(id)) => format!("{page}/{}", self.label(id)),
            ("/claim", None) => match self.tokens.iter().find(|(_, token)| *token == name) {
                Some((id, _)) => format!("/claim/{}", self.label(*id)),
                None => "/claim/unknown".to_owned(),
            },
            ("/door", None) => "/door/…".to_owned(),
            (_, None) => link.to_owned(),
        }
    }

    /// Wallets and accounts of the house that changed since the last time.
    pub(super) fn ledger(&mut self, world: &World) -> String {
        let mut changed = Vec::new();
        world.disk().read(|tables| {
            for handle in tables.handles.values() {
                let wallets = tables.wallets.range(
                    (handle.member, Currency::parse("AED").expect("the first currency"))
                        ..=(handle.member, Currency::parse("ZWG").expect("the last currency")),
                );
                for (key, wallet) in wallets {
                    let now = (wallet.posted, wallet.held);
                    if self.wallets.insert(*key, now) == Some(now) {
                        continue;
                    }
                    let mut text = format!("{} {}", handle.name, decimal(wallet.available(), '.'));
                    if wallet.currency != Currency::EUR {
                        write!(text, " {}", wallet.currency).expect("strings take text");
                    }
                    if wallet.held > 0 {
                        let held = domain::money::Money::new(wallet.held, wallet.currency);
                        write!(text, " held {}", decimal(held, '.')).expect("strings take text");
                    }
                    changed.push(text);
                }
            }
            changed.extend(self.house_accounts(tables));
        });
        if changed.is_empty() { "nothing moved".to_owned() } else { changed.join(", ") }
    }

    fn house_accounts(&mut self, tables: &crate::memory::Tables) -> Vec<String> {
        let mut sums: BTreeMap<(&'static str, Currency), i64> = BTreeMap::new();
        let mut add = |account: Account, minor: i64, currency: Currency| {
            if let Account::House(house) = account
                && house != House::Bank
            {
                *sums.entry((house.name(), currency)).or_default() += minor;
            }
        };
        for transfer in tables.transfers.values() {
            add(transfer.debit, -transfer.amount.minor, transfer.amount.currency);
            add(transfer.credit, transfer.amount.minor, transfer.amount.currency);
        }
        let mut changed = Vec::new();
        for (key, sum) in sums {
            if self.houses.insert(key, sum) != Some(sum) {
                changed.push(format!(
                    "{} {}",
                    key.0,
                    decimal(domain::money::Money::new(sum, key.1), '.')
                ));
            }
        }
        changed
    }

    /// Every bill with its state.
    pub(super) fn bill_states(&self, world: &World) -> String {
        let states = self.bills.iter().enumerate().map(|(index, id)| {
            let state = world.disk().read(|tables| tables.bills[id].state);
            format!("bill{} {}", index + 1, state.name())
        });
        states.collect::<Vec<_>>().join(", ")
    }

    /// Every schedule with its state, how many payments it made, and when its time comes.
    pub(super) fn schedule_states(&self, world: &World) -> String {
        let states = self.schedules.iter().enumerate().map(|(index, id)| {
            let schedule = world.disk().read(|tables| tables.schedules[id].clone());
            let mut text =
                format!("sched{} {} paid {}", index + 1, schedule.state.name(), schedule.paid);
            if let Some(at) = schedule.due_at {
                let at = self.arg(world, &Arg::At(at));
                write!(text, " next {} at {at}", schedule.next).expect("strings take text");
            }
            text
        });
        states.collect::<Vec<_>>().join(", ")
    }

    /// Every payment with its state.
    pub(super) fn states(&self, world: &World) -> String {
        let states = self.payments.iter().enumerate().map(|(index, id)| {
            let payment = world.payment(*id);
            format!("pay{} {}", index + 1, payment.state.name())
        });
        states.collect::<Vec<_>>().join(", ")
    }
}

/// What became of the money without owner that arrived at this place.
pub(super) fn item_state((number, item): (usize, Item)) -> String {
    let state = match item.ended.map(|ended| ended.how) {
        None => "waits",
        Some(End::Matched(_)) => "matched",
        Some(End::SentBack) => "sent back",
    };
    format!("item{number} {state}")
}
