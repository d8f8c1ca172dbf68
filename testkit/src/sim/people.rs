//! The people of a simulation: what they want, and whether they got it.

use domain::bill::Act;
use domain::context::token_hash;
use domain::id::{MemberId, PaymentId, RequestKey};
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::Kind;
use domain::money::{Currency, Money, decimal};
use domain::payment::{Payee, Payment};
use domain::policy::{ExemptCounter, Policy, Regime};
use domain::refund::RefundOrder;
use domain::request::{Admin, Answer, Approve, Envelope, HandleKey, PinProof, Proof, Request};
use domain::say::Arg;
use domain::suspense::Receipt;
use domain::time::Timestamp;

use super::Delivery;
use crate::memory::Tables;
use crate::policy;
use crate::random::Random;
use crate::world::{PIN, Said, digest, hashed, key_of, post};

mod asking;
mod scheduling;

/// Who is there from the beginning: handle, kind, tier.
const FOUNDERS: [(&str, Kind, u8); 8] = [
    ("alice", Kind::Person, 2),
    ("bob", Kind::Person, 2),
    ("carol", Kind::Person, 3),
    ("dave", Kind::Person, 1),
    ("minou", Kind::Minor, 0),
    ("refuge", Kind::Charity, 2),
    ("chezlea", Kind::Merchant, 2),
    ("records", Kind::Merchant, 2),
];

/// Handles that belong to nobody, or not yet.
const OTHERS: [&str; 4] = ["erin", "fred", "gina", "hugo"];

/// Amounts near every limit there is, in cents.
const AMOUNTS: [i64; 22] = [
    1, 1, 33, 34, 100, 300, 500, 700, 1200, 1500, 2500, 2999, 3000, 3001, 5000, 9999, 20000, 25000,
    25001, 50000, 50001, 99_999_999,
];

/// What somebody wanted, as far as it can be checked.
#[derive(Clone, Debug)]
pub(super) enum Intent {
    /// To pay this much to each of these.
    Pay { author: String, amount: Money, to: Vec<String> },
    /// Anything else.
    Other,
}

/// The policy of a history: some are licensed, some count exempt payments by number.
pub(super) fn policy(random: &mut Random) -> Policy {
    let mut policy = policy::usual();
    policy.currencies.push(policy::limits(Currency::GBP));
    if random.chance(30) {
        policy.exempt_counter = ExemptCounter::Number(5);
    }
    if random.chance(30) {
        policy.regime = Regime::Licensed;
    }
    policy
}

#[derive(Default)]
pub(super) struct People {
    said: Vec<Said>,
    tokens: Vec<String>,
    names: u64,
}

impl People {
    /// The requests that make the founders; the model knows them by their names, which are unique.
    pub(super) fn founders(&self, random: &mut Random) -> Vec<Delivery> {
        let add = |(handle, kind, tier): (&str, Kind, u8)| add_member(handle, kind, tier);
        let named = |(index, request): (usize, Request)| Envelope {
            key: Some(RequestKey::of(&["founder", &index.to_string()])),
            digest: 0,
            random: random.bytes(),
            request,
        };
        let envelopes = FOUNDERS.into_iter().map(add).enumerate().map(named);
        envelopes
            .map(|envelope| Delivery { envelope, intent: Intent::Other, wanted: true })
            .collect()
    }

    /// Everybody's first money and PIN.
    pub(super) fn endow(&mut self, random: &mut Random, tables: &Tables) -> Vec<Delivery> {
        let mut deliveries = Vec::new();
        for member in tables.members.keys().copied() {
            let amount = Money::new(50_000, Currency::EUR);
            let reference = "a beginning".to_owned();
            let credit =
                Request::Admin(Admin::Credit { member, amount, from: House::Bank, reference });
            let pin = Request::SetPin { member, hash: hashed(PIN), proof: None };
            for request in [credit, pin] {
                let envelope = self.named(random, request);
                deliveries.push(Delivery { envelope, intent: Intent::Other, wanted: true });
            }
        }
        deliveries
    }

    /// A request without a name: it is decided as often as it arrives.
    pub(super) fn unnamed(&self, random: &mut Random, request: Request) -> Envelope {
        Envelope { key: None, digest: 0, random: random.bytes(), request }
    }

    fn named(&mut self, random: &mut Random, request: Request) -> Envelope {
        self.names += 1;
        let key = RequestKey::of(&["page", &self.names.to_string()]);
        Envelope { key: Some(key), digest: self.names, random: random.bytes(), request }
    }

    /// What somebody wants now.
    pub(super) fn wish(
        &mut self,
        random: &mut Random,
        tables: &Tables,
        now: Timestamp,
    ) -> Option<(Envelope, Intent)> {
        match random.below(100) {
            0..26 => Some(self.pay(random)),
            26..32 => Some(asking::ask(self, random)),
            32..40 => self.once_more(random),
            40..55 => Some(self.talk(random, tables)),
            55..60 => self.again(random, tables),
            60..68 => {
                let request = asking::answer(random, tables)?;
                // What a program begins has a name, so that a repeat begins nothing.
                let envelope = match request {
                    Request::Bill(Act::Ask(_)) => self.named(random, request),
                    _ => self.unnamed(random, request),
                };
                Some((envelope, Intent::Other))
            }
            68..74 => Some(self.money_back(random, tables)?),
            74..80 => {
                let request = scheduling::wish(random, tables, now)?;
                Some((self.named(random, request), Intent::Other))
            }
            80..92 => {
                let request = self.page(random, tables)?;
                let named = random.chance(60);
                let envelope =
                    if named { self.named(random, request) } else { self.unnamed(random, request) };
                Some((envelope, Intent::Other))
            }
            _ => {
                let request = operate(random, tables)?;
                let envelope = match &request {
                    // What makes a receipt the same is the bank's own name for it.
                    Request::Admin(Admin::Receive(receipt)) => {
                        let (key, digest) = app::operate::receipt_key(receipt);
                        Envelope { key: Some(key), digest, random: random.bytes(), request }
                    }
                    _ => self.named(random, request),
                };
                Some((envelope, Intent::Other))
            }
        }
    }

    fn say(&mut self, random: &mut Random, author: &str, text: String, direct: bool) -> Envelope {
        self.names += 1;
        let reply_to = (random.chance(30) && !self.said.is_empty())
            .then(|| random.pick(&self.said).id.clone());
        let id = format!("post-{}", self.names);
        let said = Said { id, author: author.to_owned(), text, direct, reply_to };
        let envelope = envelope(random, &said);
        self.said.push(said);
        envelope
    }

    fn pay(&mut self, random: &mut Random) -> (Envelope, Intent) {
        let author = *random.pick(&FOUNDERS.map(|(handle, ..)| handle));
        let currency = if random.chance(90) { Currency::EUR } else { Currency::GBP };
        let amount = Money::new(*random.pick(&AMOUNTS), currency);
        let handles: Vec<&str> =
            FOUNDERS.iter().map(|(handle, ..)| *handle).chain(OTHERS).collect();
        let count = if random.chance(80) { 1 } else { 2 + random.below(4) };
        let mut to: Vec<String> = (0..count).map(|_| (*random.pick(&handles)).to_owned()).collect();
        let verb = if random.chance(15) { "don" } else { "envoyer" };
        if verb == "don" && random.chance(80) {
            to = vec!["refuge".to_owned()];
        }
        let names: Vec<String> = to.iter().map(|name| format!("@{name}")).collect();
        let each = if to.len() > 1 { " chacun à" } else { "" };
        let text =
            format!("@obole #{verb} {} {currency}{each} {}", decimal(amount, ','), names.join(" "));
        to.sort();
        to.dedup();
        let envelope = self.say(random, author, text, random.clone().chance(30));
        (envelope, Intent::Pay { author: author.to_owned(), amount, to })
    }

    fn talk(&mut self, random: &mut Random, tables: &Tables) -> (Envelope, Intent) {
        let author = *random.pick(&FOUNDERS.map(|(handle, ..)| handle));
        let payment =
            any_payment(random, tables).map_or_else(String::new, |payment| payment.id.to_string());
        let text = match random.below(13) {
            0..4 => "oui".to_owned(),
            4 => "non".to_owned(),
            5..7 => "@obole #annuler".to_owned(),
            7 => format!("@obole #annuler {payment}"),
            8 => "@obole #solde".to_owned(),
            9 => "@obole #historique".to_owned(),
            10 => "@obole #suivi".to_owned(),
            11 => "@obole #rembourser".to_owned(),
            _ => "@obole #envoyer 1.000€ @bob ?".to_owned(),
        };
        let direct = !text.starts_with('@') || random.chance(50);
        (self.say(random, author, text, direct), Intent::Other)
    }

    /// The network delivers an old message again, or an edited one, or says it is gone.
    fn again(&mut self, random: &mut Random, tables: &Tables) -> Option<(Envelope, Intent)> {
        if self.said.is_empty() {
            return None;
        }
        let said = random.pick(&self.said).clone();
        let envelope = match random.below(3) {
            0 => envelope(random, &said),
            1 => envelope(random, &Said { text: format!("{} !", said.text), ..said }),
            _ => {
                let author = tables.handle(&square(&said.author))?.member;
                let request = Request::Deleted { post: key_of(&said.id), author };
                self.unnamed(random, request)
            }
        };
        Some((envelope, Intent::Other))
    }

    /// Somebody writes the same message once more, a little later.
    fn once_more(&mut self, random: &mut Random) -> Option<(Envelope, Intent)> {
        let latest = self.said.len().min(6);
        let said = self.said.iter().rev().nth(random.below(latest.max(1)))?.clone();
        Some((self.say(random, &said.author, said.text, said.direct), Intent::Other))
    }

    fn page(&mut self, random: &mut Random, tables: &Tables) -> Option<Request> {
        let payment = any_payment(random, tables)?;
        let other = *random.pick(&tables.members.keys().copied().collect::<Vec<_>>());
        let member = if random.chance(90) { payment.payer } else { other };
        Some(match random.below(20) {
            0..9 => approve(random, tables, member, payment),
            9 => Request::Decline { member, payment: payment.id },
            10..12 => Request::Cancel { member, payment: payment.id },
            12..16 => {
                if self.tokens.is_empty() {
                    return None;
                }
                let token = random.pick(&self.tokens);
                Request::Claim {
                    member: other,
                    token_hash: token_hash(token),
                    wanted: random.chance(80),
                }
            }
            16..18 => {
                let proof = tables.pins.get(&other).and_then(Option::as_ref).map(|pin| {
                    Proof::Pin(PinProof { right: random.chance(70), set_at: pin.set_at })
                });
                Request::SetPin { member: other, hash: hashed(PIN), proof }
            }
            18 => {
                let post = self.said.last()?;
                let author = tables.handle(&square(&post.author))?.member;
                Request::Deleted { post: key_of(&post.id), author }
            }
            _ => Request::SetLang { member: other, lang: *random.pick(&Lang::ALL) },
        })
    }

    /// Money of a payment is given back, or asked for, by whoever may and sometimes by somebody else.
    fn money_back(&mut self, random: &mut Random, tables: &Tables) -> Option<(Envelope, Intent)> {
        let paid = tables.payments.values().rev().filter(|payment| payment.paid_to().is_some());
        let payment = paid.clone().nth(random.below(6)).or_else(|| paid.clone().next())?;
        let payee = payment.paid_to()?;
        let other = *random.pick(&tables.members.keys().copied().collect::<Vec<_>>());
        let part = match random.below(4) {
            0 => None,
            1 => Some(payment.refundable()),
            2 => Some(Money::new(1.max(payment.amount.minor / 3), payment.amount.currency)),
            _ => Some(Money::new(*random.pick(&AMOUNTS), Currency::EUR)),
        };
        let id = payment.id;
        let by = |usual: MemberId, random: &mut Random| {
            if random.chance(90) { usual } else { other }
        };
        let request = match random.below(10) {
            0..3 => {
                let member = by(payee, random);
                let pin = tables.pins.get(&member).and_then(Option::as_ref);
                let proof = pin.filter(|_| random.chance(80)).map(|pin| {
                    Proof::Pin(PinProof { right: random.chance(90), set_at: pin.set_at })
                });
                Request::Refund(RefundOrder { member, payment: id, amount: part, proof })
            }
            3..5 => {
                Request::AskRefund { member: by(payment.payer, random), payment: id, amount: part }
            }
            5 => Request::DeclineRefund { member: by(payee, random), payment: id },
            6 => Request::Admin(Admin::Refund {
                payment: id,
                amount: part,
                reason: "a test".to_owned(),
            }),
            _ => {
                let author = by(if random.chance(50) { payee } else { payment.payer }, random);
                let handle = tables.handles.values().find(|handle| handle.member == author)?;
                let much = part.map_or_else(String::new, |part| {
                    format!(" {} {}", decimal(part, ','), part.currency)
                });
                let text = format!("@obole #rembourser {id}{much}");
                let author = handle.name.clone();
                return Some((self.say(random, &author, text, true), Intent::Other));
            }
        };
        let named = random.chance(60) || matches!(request, Request::Admin(_));
        let envelope =
            if named { self.named(random, request) } else { self.unnamed(random, request) };
        Some((envelope, Intent::Other))
    }

    /// Whether what was committed is what was wanted.
    pub(super) fn fulfilled(
        &self,
        intent: &Intent,
        answer: &Answer,
        tables: &Tables,
    ) -> Result<(), String> {
        let Intent::Pay { author, amount, to } = intent else { return Ok(()) };
        let payer = tables.handle(&square(author)).map(|handle| handle.member);
        let made: Vec<&Payment> =
            answer.payments.iter().filter_map(|id| tables.payments.get(id)).collect();
        let right =
            made.iter().all(|payment| Some(payment.payer) == payer && payment.amount == *amount);
        let complete = made.is_empty() || made.len() == to.len();
        let meant = made.iter().all(|payment| match &payment.payee {
            Payee::Handle { name, .. } => to.iter().any(|to| **to == **name),
            Payee::Member(id) => to.iter().any(|name| {
                tables.handle(&square(name)).is_some_and(|handle| handle.member == *id)
            }),
        });
        if right && complete && meant { Ok(()) } else { Err(format!("{intent:?} became {made:?}")) }
    }

    /// Remembers the private links that were told.
    pub(super) fn hear(&mut self, answer: &Answer) {
        for (_, arg) in answer.messages.iter().flat_map(|message| &message.say.args) {
            if let Arg::Link(link) = arg
                && let Some(token) = link.strip_prefix("/claim/")
            {
                self.tokens.push(token.to_owned());
            }
        }
    }
}

fn square(name: &str) -> HandleKey {
    HandleKey::Name(domain::member::Network::SQUARE, name.into())
}

fn envelope(random: &mut Random, said: &Said) -> Envelope {
    Envelope {
        key: Some(key_of(&said.id)),
        digest: digest(said),
        random: random.bytes(),
        request: post(said),
    }
}

/// A payment, the newest ones more often than the old ones.
fn any_payment<'a>(random: &mut Random, tables: &'a Tables) -> Option<&'a Payment> {
    let place = random.below(12);
    let open = random.chance(75);
    let mut newest = tables.payments.values().rev().filter(|payment| !open || payment.state.open());
    newest.nth(place).or_else(|| tables.payments.values().next_back())
}

/// The consent of somebody who looks at the page now, or who looked at another one.
fn approve(random: &mut Random, tables: &Tables, member: MemberId, payment: &Payment) -> Request {
    let together = !payment.state.holds_money() && payment.state.open();
    let last = PaymentId(payment.order.0 + u128::from(payment.legs) - 1);
    let legs: Vec<&Payment> = match together {
        true => tables.payments.range(payment.order..=last).map(|(_, leg)| leg).collect(),
        false => vec![payment],
    };
    let shown = if random.chance(95) { domain::approval::digest(&legs) } else { [7; 32] };
    let pin = tables.pins.get(&member).and_then(Option::as_ref);
    let proof = pin
        .filter(|_| random.clone().chance(90))
        .map(|pin| Proof::Pin(PinProof { right: random.chance(85), set_at: pin.set_at }));
    Request::Approve(Approve { member, payment: payment.id, shown, proof })
}

/// What the operator does.
fn operate(random: &mut Random, tables: &Tables) -> Option<Request> {
    let member = *random.pick(&tables.members.keys().copied().collect::<Vec<_>>());
    let currency = if random.chance(80) { Currency::EUR } else { Currency::GBP };
    Some(match random.below(26) {
        20..26 => return settle(random, tables, member, currency),
        0..14 => Request::Admin(Admin::Credit {
            member,
            amount: Money::new(*random.pick(&[0, 5000, 30_000, 100_000, 200_000]), currency),
            from: *random.pick(&[House::Bank, House::Clearing]),
            reference: "a transfer".to_owned(),
        }),
        14 => Request::Admin(Admin::Freeze { member, reason: "a test".to_owned() }),
        15..18 => Request::Admin(Admin::Release { member }),
        18 => Request::Admin(Admin::ResetPin { member }),
        _ => {
            let tier = u8::try_from(random.below(4)).ok()?;
            let handle = OTHERS[random.below(OTHERS.len())];
            add_member(handle, Kind::Person, tier)
        }
    })
}

/// The operator settles money without owner: says whose it is, or sends it back, now and then once more.
fn settle(
    random: &mut Random,
    tables: &Tables,
    member: MemberId,
    currency: Currency,
) -> Option<Request> {
    let waits = tables.suspense.values().filter(|item| item.ended.is_none()).count();
    if waits < 3 {
        let amount = Money::new(*random.pick(&[0, 700, 5000]), currency);
        let reference = *random.pick(&["", "@alice", "@bob @carol", "@nobody", "for @minou."]);
        let bank_id = format!("bank-{}", random.below(1000));
        let receipt =
            Receipt { bank_id, amount, remitter: "R".to_owned(), reference: reference.to_owned() };
        return Some(Request::Admin(Admin::Receive(receipt)));
    }
    let items: Vec<_> = tables.suspense.keys().copied().collect();
    let (item, reason) = (*random.pick(&items), "a test".to_owned());
    Some(Request::Admin(match random.chance(60) {
        true => Admin::Match { item, member, reason },
        false => Admin::SendBack { item, reason },
    }))
}

fn add_member(handle: &str, kind: Kind, tier: u8) -> Request {
    let name = format!("Name of {handle}");
    Request::Admin(Admin::AddMember { handle: handle.to_owned(), name, kind, lang: Lang::Fr, tier })
}
