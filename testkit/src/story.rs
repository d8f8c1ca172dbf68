//! Stories: text files in which people talk and pay. `stories/README.md` says how one is written.
//!
//! [`play`] runs what a story says goes in, and gives the story back with what came out. A test compares the two.

use std::collections::BTreeMap;
use std::fmt::Write;

use domain::bill::Act;
use domain::id::{MemberId, PaymentId, SuspenseId};
use domain::lang::Lang;
use domain::member::{Kind, Network};
use domain::money::{Currency, Money};
use domain::policy::{ExemptCounter, Policy, Regime};
use domain::request::{Admin, Answer, Outcome, Request};
use domain::suspense::Item;
use domain::time::{DAY_US, MINUTE_US, SECOND_US, Timestamp};

use crate::policy;
use crate::world::{Said, World, key_of};

use self::printer::Printer;

mod printer;
mod schedules;

/// Plays a story and gives it back with what came out.
///
/// # Errors
/// The line that makes no sense.
///
/// # Panics
/// If the books are wrong after a step.
pub fn play(story: &str, cold: bool) -> Result<String, String> {
    let mut policy = policy::usual();
    for line in story.lines().filter_map(|line| line.strip_prefix("policy> ")) {
        set_policy(&mut policy, line).ok_or_else(|| format!("no such policy: {line}"))?;
    }
    let mut player = Player::new(World::new(policy).cold(cold));
    for line in story.lines().filter(|line| !is_output(line)) {
        player.out.push_str(line.trim_end());
        player.out.push('\n');
        player.line(line.trim_end()).ok_or_else(|| format!("what is {line:?}?"))?;
    }
    player.finish()?;
    Ok(player.out)
}

fn is_output(line: &str) -> bool {
    line.starts_with("obole ") || line.starts_with("answer> ") || line.starts_with("  ")
}

/// Reads `12.50 EUR`.
fn money(text: &str) -> Option<Money> {
    let (number, code) = text.split_once(' ')?;
    let currency = Currency::parse(code)?;
    let (whole, cents) = number.split_once('.')?;
    let digits = cents.len() == usize::try_from(currency.decimals()).ok()?;
    digits.then_some(())?;
    Some(Money::new(format!("{whole}{cents}").parse().ok()?, currency))
}

/// Reads `12.50 EUR`, or nothing, of some words.
#[expect(clippy::option_option, reason = "none for words that make no sense")]
fn amount(words: &[&str]) -> Option<Option<Money>> {
    if words.is_empty() { Some(None) } else { money(&words.join(" ")).map(Some) }
}

/// Reads `7 days`.
fn span(text: &str) -> Option<i64> {
    let (count, unit) = text.split_once(' ')?;
    let unit = match unit.trim_end_matches('s') {
        "second" => SECOND_US,
        "minute" => MINUTE_US,
        "hour" => 60 * MINUTE_US,
        "day" => DAY_US,
        _ => return None,
    };
    Some(count.parse::<i64>().ok()? * unit)
}

fn set_policy(policy: &mut Policy, line: &str) -> Option<()> {
    match line.split(' ').collect::<Vec<_>>()[..] {
        ["regime", "licensed"] => policy.regime = Regime::Licensed,
        ["counter", "number", most] => {
            policy.exempt_counter = ExemptCounter::Number(most.parse().ok()?)
        }
        ["currency", code] => policy.currencies.push(policy::limits(Currency::parse(code)?)),
        ["pace", most] => policy.payments_per_ten_minutes = most.parse().ok()?,
        ["asking", "open", most] => policy.asking.open = most.parse().ok()?,
        ["asking", "day", most] => policy.asking.per_pair_and_day = most.parse().ok()?,
        ["fee", points] => policy.merchant_fee_bp = points.parse().ok()?,
        ["asks", most] => policy.refund_asks_per_day = most.parse().ok()?,
        ["exempt", most, total] => {
            policy.currencies[0].exempt_payment = most.parse().ok()?;
            policy.currencies[0].exempt_total = total.parse().ok()?;
        }
        _ => return None,
    }
    Some(())
}

struct Player {
    world: World,
    out: String,
    printer: Printer,
    said: BTreeMap<String, Said>,
    /// What a member looked at on the approval page, until it is approved.
    looked: BTreeMap<String, [u8; 32]>,
}

impl Player {
    fn new(world: World) -> Self {
        let printer = Printer::new(&world);
        Self { world, out: String::new(), printer, said: BTreeMap::new(), looked: BTreeMap::new() }
    }

    fn line(&mut self, line: &str) -> Option<()> {
        if line.is_empty() || line.starts_with('#') || line.starts_with("policy> ") {
            return Some(());
        }
        if let Some(span_text) = line.strip_prefix("+ ") {
            return self.pass(span_text);
        }
        if let Some(at) = line.strip_prefix("at ") {
            let at = domain_time(at, &self.world.policy().zone)?;
            let answers = self.world.travel(at);
            return self.tell_all(&answers);
        }
        if let Some(label) = line.strip_prefix("again ") {
            let said = self.said.get(label)?.clone();
            let answer = self.world.deliver(&said);
            return self.answered(&answer, true);
        }
        if let Some(label) = line.strip_prefix("delete ") {
            let said = self.said.get(label)?.clone();
            let author = self.world.member(&said.author);
            let answer = self.world.act(Request::Deleted { post: key_of(&said.id), author });
            return self.answered(&answer, false);
        }
        let (who, what) =
            line.split_once("> ").or_else(|| line.strip_suffix('>').map(|who| (who, "")))?;
        match who.split(' ').collect::<Vec<_>>()[..] {
            ["ledger"] => self.ledger(),
            ["payments"] => self.payments(),
            ["bills"] => self.bills(),
            ["schedules"] => self.schedules(),
            ["suspense"] => self.suspense(),
            ["timers"] => {
                let answers = self.world.timers();
                self.tell_all(&answers)
            }
            ["restart"] => {
                self.world.restart();
                Some(())
            }
            ["admin"] => self.admin(what),
            ["door"] => {
                let handle = (Network::SQUARE, what.to_owned());
                let answer = self.world.act(Request::SignInLink { handle });
                self.answered(&answer, false)
            }
            ["page", handle] => self.page(handle, what),
            ["edit", label] => {
                let said = Said { text: what.to_owned(), ..self.said.get(label)?.clone() };
                let answer = self.world.deliver(&said);
                self.answered(&answer, true)
            }
            [author, ref manner @ ..] => self.say(author, manner, what),
            [] => None,
        }
    }

    /// Lets time pass; `late` leaves the timers for later.
    fn pass(&mut self, text: &str) -> Option<()> {
        if let Some(text) = text.strip_suffix(" late") {
            self.world.wait(span(text)?);
            return Some(());
        }
        let until = self.world.clock().now().plus_us(span(text)?);
        let answers = self.world.travel(until);
        self.tell_all(&answers)
    }

    fn tell_all(&mut self, answers: &[Answer]) -> Option<()> {
        for answer in answers {
            self.printer.learn(&answer.payments);
            self.printer.tell(&self.world, &answer.messages, None, &mut self.out);
        }
        Some(())
    }

    /// Prints what was said, and the outcome where people do not hear it.
    fn answered(&mut self, answer: &Answer, repeated: bool) -> Option<()> {
        self.printer.learn(&answer.payments);
        let outcome = match &answer.outcome {
            Outcome::Nothing => Some("nothing".to_owned()),
            Outcome::Done => answer.messages.is_empty().then(|| "done".to_owned()),
            Outcome::Question(code) => {
                answer.messages.is_empty().then(|| format!("question {code}"))
            }
            Outcome::Refused(refusal) => answer
                .messages
                .is_empty()
                .then(|| format!("refused {}", self.printer.say(&self.world, &refusal.say()))),
            Outcome::RefusedBefore(code) => Some(format!("refused before {code}")),
        };
        if let Some(outcome) = outcome {
            writeln!(self.out, "answer> {outcome}").ok()?;
        }
        if answer.repeated {
            writeln!(self.out, "answer> the same as before").ok()?;
        } else {
            assert!(!repeated || answer.messages.is_empty(), "a repeat says nothing new");
            self.printer.tell(&self.world, &answer.messages, None, &mut self.out);
        }
        Some(())
    }

    fn say(&mut self, author: &str, manner: &[&str], text: &str) -> Option<()> {
        let id = self.world.post_id();
        let text = self.printer.replace(text);
        let mut said = Said { id, author: author.into(), text, direct: false, reply_to: None };
        let mut words = manner.iter();
        let mut label = said.id.clone();
        while let Some(word) = words.next() {
            match *word {
                "direct" => said.direct = true,
                "re" => said.reply_to = Some(self.said.get(*words.next()?)?.id.clone()),
                word => label = word.strip_prefix('[')?.strip_suffix(']')?.to_owned(),
            }
        }
        let answer = self.world.deliver(&said);
        self.printer.learn(&answer.payments);
        let silent = answer.messages.is_empty();
        let reply = (!said.direct).then(|| said.id.clone());
        self.said.insert(label, said);
        if silent {
            return self.answered(&answer, false);
        }
        assert!(!answer.repeated, "a new message is no repeat");
        self.printer.tell(&self.world, &answer.messages, reply.as_deref(), &mut self.out);
        Some(())
    }

    fn page(&mut self, handle: &str, what: &str) -> Option<()> {
        let words: Vec<&str> = what.split(' ').collect();
        let member = self.world.find(handle)?;
        let answer = match words[..] {
            ["look", label] => return self.look(handle, label),
            ["schedule", ..] => self.schedule(handle, &words)?,
            [_, label] if label.starts_with("sched") && words[0] != "approve" => {
                self.schedule(handle, &words)?
            }
            ["decline", label] if label.starts_with("bill") => {
                let bill = self.printer.bill(label)?;
                self.world.act(Request::Bill(Act::Decline { member, bill }))
            }
            ["approve", label] => self.approve(handle, label, None)?,
            ["approve", label, "pin", pin] => self.approve(handle, label, Some(pin))?,
            ["decline", label] => {
                let payment = self.printer.payment(label)?;
                self.world.act(Request::Decline { member, payment })
            }
            ["cancel", label] => {
                let payment = self.printer.payment(label)?;
                self.world.act(Request::Cancel { member, payment })
            }
            ["claim", label] => {
                let token = self.printer.token(label);
                self.world.claim(handle, &token, true)
            }
            ["give", "back", label] => {
                let token = self.printer.token(label);
                self.world.claim(handle, &token, false)
            }
            ["refund", label, ref how @ ..] => {
                let payment = self.printer.payment(label)?;
                let (how, pin) = match *how {
                    [ref how @ .., "pin", pin] => (how, Some(pin)),
                    ref how => (how, None),
                };
                self.world.refund(handle, payment, amount(how)?, pin)
            }
            ["ask", "back", label, ref how @ ..] => {
                let payment = self.printer.payment(label)?;
                self.world.act(Request::AskRefund { member, payment, amount: amount(how)? })
            }
            ["keep", label] => {
                let payment = self.printer.payment(label)?;
                self.world.act(Request::DeclineRefund { member, payment })
            }
            ["pin", new] => self.world.set_pin(handle, new, None),
            ["pin", new, "now", present] => self.world.set_pin(handle, new, Some(present)),
            ["stop"] => self.world.act(stopped(member, true)),
            ["start"] => self.world.act(stopped(member, false)),
            ["withdraw" | "remind", label] => self.follow(member, words[0], label)?,
            ["block" | "unblock", other] => {
                let other = self.world.find(other)?;
                let blocked = words[0] == "block";
                self.world.act(Request::Bill(Act::Block { member, other, blocked }))
            }
            ["lang", tag] => self.world.act(Request::SetLang { member, lang: Lang::parse(tag)? }),
            _ => return None,
        };
        self.answered(&answer, false)
    }

    /// Opens a page, on which everything that follows is decided.
    fn look(&mut self, handle: &str, label: &str) -> Option<()> {
        let shown = match label {
            _ if label.starts_with("sched") => {
                self.world.shown_schedule(self.printer.schedule(label)?)
            }
            _ if label.starts_with("bill") => self.world.shown_bill(self.printer.bill(label)?),
            _ => self.world.shown(self.printer.payment(label)?),
        };
        self.looked.insert(handle.to_owned(), shown);
        Some(())
    }

    fn follow(&mut self, member: MemberId, what: &str, label: &str) -> Option<Answer> {
        let bill = self.printer.bill(label)?;
        let act = match what {
            "withdraw" => Act::Withdraw { member, bill },
            _ => Act::Remind { member, bill },
        };
        Some(self.world.act(Request::Bill(act)))
    }

    fn approve(&mut self, handle: &str, label: &str, pin: Option<&str>) -> Option<Answer> {
        if let Some(bill) = self.printer.bill(label) {
            let looked = self.looked.remove(handle);
            let shown = looked.unwrap_or_else(|| self.world.shown_bill(bill));
            return Some(self.world.pay_bill(handle, bill, shown, pin));
        }
        if let Some(schedule) = self.printer.schedule(label) {
            let looked = self.looked.remove(handle);
            let shown = looked.unwrap_or_else(|| self.world.shown_schedule(schedule));
            return Some(self.world.approve_schedule(handle, schedule, shown, pin));
        }
        let id = self.printer.payment(label).unwrap_or(PaymentId(0));
        let shown = self.looked.remove(handle).unwrap_or_else(|| self.world.shown(id));
        Some(self.world.approve_shown(handle, id, shown, pin))
    }

    fn admin(&mut self, what: &str) -> Option<()> {
        let words: Vec<&str> = what.split(' ').collect();
        let answer = match words[..] {
            ["add", handle, name, kind, tier] => {
                self.world.add(handle, name, Kind::parse(kind)?, tier.parse().ok()?)
            }
            ["credit", handle, amount, code] => {
                self.world.credit(handle, money(&format!("{amount} {code}"))?)
            }
            ["freeze", handle] => {
                let member = self.world.find(handle)?;
                self.world
                    .act(Request::Admin(Admin::Freeze { member, reason: "a test".to_owned() }))
            }
            ["release", handle] => {
                let member = self.world.find(handle)?;
                self.world.act(Request::Admin(Admin::Release { member }))
            }
            ["reset", "pin", handle] => {
                let member = self.world.find(handle)?;
                self.world.act(Request::Admin(Admin::ResetPin { member }))
            }
            ["refund", label, ref how @ ..] => {
                let payment = self.printer.payment(label)?;
                let reason = "a test".to_owned();
                let amount = amount(how)?;
                self.world.act(Request::Admin(Admin::Refund { payment, amount, reason }))
            }
            ["receive", amount, code, bank_id, ref reference @ ..] => {
                let amount = money(&format!("{amount} {code}"))?;
                self.world.receive(bank_id, amount, &reference.join(" "))
            }
            ["match", label, handle] => {
                let (item, member) = (self.item(label), self.world.find(handle)?);
                let reason = "a test".to_owned();
                self.world.act(Request::Admin(Admin::Match { item, member, reason }))
            }
            ["send", "back", label] => {
                let (item, reason) = (self.item(label), "a test".to_owned());
                self.world.act(Request::Admin(Admin::SendBack { item, reason }))
            }
            ["policy", ref change @ ..] => {
                let mut policy = Policy::clone(&self.world.policy());
                policy.version += 1;
                set_policy(&mut policy, &change.join(" "))?;
                self.world.change_policy(policy);
                return Some(());
            }
            _ => return None,
        };
        self.answered(&answer, false)
    }

    /// Completes a `ledger>` line by what changed since the last one.
    fn ledger(&mut self) -> Option<()> {
        self.cut_line("ledger>");
        let changed = self.printer.ledger(&self.world);
        writeln!(self.out, "ledger> {changed}").ok()
    }

    /// Completes a `payments>` line by every payment's state.
    fn payments(&mut self) -> Option<()> {
        self.cut_line("payments>");
        let states = self.printer.states(&self.world);
        writeln!(self.out, "payments> {states}").ok()
    }

    /// Completes a `bills>` line by every bill's state.
    fn bills(&mut self) -> Option<()> {
        self.cut_line("bills>");
        let states = self.printer.bill_states(&self.world);
        writeln!(self.out, "bills> {states}").ok()
    }

    /// Completes a `schedules>` line by every schedule's state.
    fn schedules(&mut self) -> Option<()> {
        self.cut_line("schedules>");
        let states = self.printer.schedule_states(&self.world);
        writeln!(self.out, "schedules> {states}").ok()
    }

    /// Completes a `suspense>` line by what became of money without owner.
    fn suspense(&mut self) -> Option<()> {
        self.cut_line("suspense>");
        let states: Vec<String> = (1..).zip(self.items()).map(printer::item_state).collect();
        writeln!(self.out, "suspense> {}", states.join(", ")).ok()
    }

    /// Money without owner in the order in which it arrived.
    fn items(&self) -> Vec<Item> {
        let items = self.world.disk().read(|tables| tables.suspense.clone());
        let mut items: Vec<Item> = items.into_values().collect();
        items.sort_by_key(|item| (item.at, item.id));
        items
    }

    /// The one called `item1`, say; a name that nobody has for another.
    fn item(&self, label: &str) -> SuspenseId {
        let place = label.strip_prefix("item").and_then(|number| number.parse::<usize>().ok());
        let item = place.and_then(|place| self.items().get(place.checked_sub(1)?).cloned());
        item.map_or(SuspenseId(0), |item| item.id)
    }

    /// Takes the last line, just echoed, off again.
    fn cut_line(&mut self, begin: &str) {
        let at = self.out.rfind(begin).expect("the line was echoed");
        self.out.truncate(at);
    }

    /// What no story needs to say: when every timer has run, nothing is set aside.
    fn finish(&mut self) -> Result<(), String> {
        let end = self.world.clock().now().plus_us(100 * DAY_US);
        self.world.travel(end);
        self.world.disk().read(|tables| {
            let open = tables.payments.values().find(|payment| payment.state.open());
            let held = tables.wallets.values().find(|wallet| wallet.held != 0);
            if let Some(bill) = tables.bills.values().find(|bill| bill.open()) {
                return Err(format!("still open in the end: {bill:?}"));
            }
            match (open, held) {
                (None, None) if tables.next_refund_ask_due().is_some() => {
                    Err("a refund is still asked for in the end".to_owned())
                }
                (None, None) => Ok(()),
                (Some(payment), _) => Err(format!("still open in the end: {payment:?}")),
                (None, Some(wallet)) => Err(format!("still set aside in the end: {wallet:?}")),
            }
        })
    }
}

fn stopped(member: MemberId, stopped: bool) -> Request {
    Request::SetStopped { member, network: Network::SQUARE, stopped }
}

/// Reads `2026-03-29 01:30` in the policy's zone.
fn domain_time(text: &str, zone: &jiff::tz::TimeZone) -> Option<Timestamp> {
    let at: jiff::civil::DateTime = text.replace(' ', "T").parse().ok()?;
    Some(Timestamp(zone.to_timestamp(at).ok()?.as_microsecond()))
}
