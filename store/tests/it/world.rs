//! A small world on a real database: members, money, and payments in every state.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::context::Context;
use domain::decide::decide;
use domain::id::{MemberId, PaymentId, RequestKey};
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::{Kind, Network};
use domain::money::{Currency, Money};
use domain::open;
use domain::pay::{Order, begin, known};
use domain::payment::{Payee, Purpose, State};
use domain::policy::{CurrencyPolicy, ExemptCounter, Policy, Regime, TierLimits};
use domain::port::Engine;
use domain::refund::RefundOrder;
use domain::request::{Admin, Answer, Approve, Envelope, Outcome, PinProof, Proof, Request};
use domain::rows::{Draft, Rows, Stop};
use domain::tell::Source;
use domain::time::{DAY_US, MINUTE_US, Period, Timestamp};
use store::{Database, Options, Reader, Readers, Writer};

use crate::place::Place;

/// The first instant of the world: 2026-01-15 12:00 UTC.
pub(crate) const START: i64 = 1_768_478_400_000_000;

/// A clock that a test sets.
#[derive(Clone)]
pub(crate) struct Hands(pub(crate) Arc<AtomicI64>);

impl Hands {
    pub(crate) fn new() -> Self {
        Self(Arc::new(AtomicI64::new(START)))
    }

    pub(crate) fn options(&self) -> Options {
        let hands = Arc::clone(&self.0);
        Options {
            clock: Some(Box::new(move || Timestamp(hands.load(Ordering::Relaxed)))),
            ..Options::default()
        }
    }

    pub(crate) fn pass(&self, us: i64) {
        self.0.fetch_add(us, Ordering::Relaxed);
    }
}

pub(crate) fn policy() -> Policy {
    let limits = |currency| CurrencyPolicy {
        currency,
        to_person: 25_000,
        to_organisation: 50_000,
        exempt_payment: 3_000,
        exempt_total: 10_000,
        tiers: vec![TierLimits { day: 100_000, month: 500_000 }],
    };
    Policy {
        version: 1,
        starts_at: Timestamp(0),
        zone: jiff::tz::TimeZone::UTC,
        regime: Regime::Sandbox,
        currencies: vec![
            limits(Currency::EUR),
            limits(Currency::parse("JPY").unwrap()),
            limits(Currency::parse("KWD").unwrap()),
        ],
        merchant_fee_bp: 150,
        exempt_counter: ExemptCounter::Total,
        approval_us: 30 * MINUTE_US,
        question_us: 10 * MINUTE_US,
        claim_us: 7 * 24 * 60 * MINUTE_US,
        duplicate_us: 0,
        asking: domain::policy::asking::Asking::USUAL,
        payments_per_ten_minutes: 1_000,
        refund_ask_us: 7 * DAY_US,
        refund_asks_per_day: 3,
    }
}

pub(crate) fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

/// A world and what it is kept in.
pub(crate) struct World {
    pub(crate) engine: Writer,
    pub(crate) readers: Readers,
    pub(crate) rows: Rows,
    pub(crate) hands: Hands,
    pub(crate) folder: Place,
    policy: Policy,
    chance: u8,
    requests: u64,
}

impl World {
    pub(crate) fn new() -> Self {
        let (folder, hands) = (Place::new(), Hands::new());
        let database = folder.open(hands.options()).unwrap();
        Self::on(database, hands, folder)
    }

    /// A world on an open database.
    pub(crate) fn on(database: Database, hands: Hands, folder: Place) -> Self {
        let Database { engine, readers, .. } = database;
        Self {
            engine,
            readers,
            rows: Rows::default(),
            hands,
            folder,
            policy: policy(),
            chance: 0,
            requests: 0,
        }
    }

    pub(crate) fn read<T>(&self, ask: impl FnOnce(&Reader) -> Result<T, domain::port::Fault>) -> T {
        self.readers.read(ask).unwrap()
    }

    fn random(&mut self) -> [u8; 32] {
        self.chance = self.chance.wrapping_add(1);
        self.hands.pass(1_000);
        [self.chance; 32]
    }

    /// Decides something in a group of its own.
    pub(crate) fn act<T>(
        &mut self,
        act: impl Fn(&mut Draft<'_>, &Context<'_>) -> Result<T, Stop>,
    ) -> Result<T, domain::refusal::Refusal> {
        let random = self.random();
        let now = self.engine.begin().unwrap();
        let policy = self.policy.clone();
        let ctx = Context { policy: &policy, now, period: Period::of(now, &policy.zone), random };
        let done = loop {
            let mut draft = Draft::new(&mut self.rows);
            match act(&mut draft, &ctx) {
                Ok(done) => {
                    draft.keep();
                    break Ok(done);
                }
                Err(Stop::More(keys)) => {
                    self.engine.load(&keys, &mut self.rows).unwrap();
                }
                Err(Stop::Refused(refusal)) => break Err(refusal),
            }
        };
        self.commit();
        done
    }

    fn commit(&mut self) {
        self.engine.write(&self.rows).unwrap();
        self.engine.commit().unwrap();
        self.rows.committed(1_000_000);
    }

    /// Decides a request that is no post.
    pub(crate) fn request(&mut self, request: Request) -> Answer {
        self.requests += 1;
        let key = RequestKey::of(&["test", &self.requests.to_string()]);
        let envelope = Envelope {
            key: Some(key),
            digest: u64::MAX - self.requests,
            random: self.random(),
            request,
        };
        let now = self.engine.begin().unwrap();
        let policy = self.policy.clone();
        let ctx = Context {
            policy: &policy,
            now,
            period: Period::of(now, &policy.zone),
            random: envelope.random,
        };
        let mut keys = envelope.keys();
        let answer = loop {
            self.engine.load(&keys, &mut self.rows).unwrap();
            match decide(&envelope, &mut self.rows, &ctx) {
                Ok(answer) => break answer,
                Err(more) => keys = more,
            }
        };
        self.commit();
        answer
    }

    pub(crate) fn member(&mut self, handle: &str, kind: Kind) -> MemberId {
        let add = Admin::AddMember {
            handle: handle.to_owned(),
            name: format!("{handle} l'Été; \"{{x}}\""),
            kind,
            lang: Lang::Fr,
            tier: 1,
        };
        self.request(Request::Admin(add));
        self.read(|reader| reader.profile_by_handle(Network::SQUARE, handle)).unwrap().member.id
    }

    pub(crate) fn credit(&mut self, member: MemberId, amount: Money) {
        let reference = "RF18 \"5390\", =1+1".to_owned();
        self.request(Request::Admin(Admin::Credit {
            member,
            amount,
            from: House::Bank,
            reference,
        }));
    }

    pub(crate) fn pay(
        &mut self,
        payer: MemberId,
        payees: &[Payee],
        amount: Money,
    ) -> Vec<PaymentId> {
        let source = Source {
            network: Network::SQUARE,
            post: Some("p1".into()),
            origin: RequestKey(7),
            public: true,
        };
        self.act(|draft, ctx| {
            draft.need([domain::rows::Key::Member(payer)])?;
            let payer = known(draft, payer)?;
            let order = Order {
                payer: &payer,
                purpose: Purpose::Send,
                payees: payees.to_vec(),
                amount,
                memo: "@SUM(A1)\nresto; \"midi\"".into(),
            };
            begin(draft, ctx, order, &source)?;
            Ok(draft.touched().collect())
        })
        .unwrap()
    }

    pub(crate) fn approve(&mut self, payer: MemberId, payment: PaymentId) -> Answer {
        let order = self.read(|reader| reader.story(payment)).unwrap().payment;
        let payments: Vec<_> = match order.state {
            State::Claimed => vec![order],
            _ => self
                .read(|reader| reader.order(order.order))
                .into_iter()
                .map(|story| story.payment)
                .collect(),
        };
        let shown = domain::approval::digest(&payments.iter().collect::<Vec<_>>());
        let set_at = self.read(|reader| reader.pin(payer)).unwrap().set_at;
        let proof = Some(Proof::Pin(PinProof { right: true, set_at }));
        self.request(Request::Approve(Approve { member: payer, payment, shown, proof }))
    }

    pub(crate) fn pin(&mut self, member: MemberId) {
        self.request(Request::SetPin { member, hash: "$argon2id$x".to_owned(), proof: None });
    }

    /// Comes with the link of the claim; the world's chance makes it known.
    pub(crate) fn claim(&mut self, payment: PaymentId, member: MemberId, wanted: bool) -> Answer {
        let claim = self.read(|reader| reader.payment(payment)).unwrap().claim.unwrap();
        self.request(Request::Claim { member, token_hash: claim.token_hash, wanted })
    }

    pub(crate) fn refund(&mut self, member: MemberId, payment: PaymentId, amount: Money) {
        let order = RefundOrder { member, payment, amount: Some(amount), proof: None };
        assert_eq!(self.request(Request::Refund(order)).outcome, Outcome::Done);
    }

    pub(crate) fn refund_for(&mut self, payment: PaymentId, amount: Money) {
        let reason = "a complaint; \"twice\"".to_owned();
        let refund = Admin::Refund { payment, amount: Some(amount), reason };
        assert_eq!(self.request(Request::Admin(refund)).outcome, Outcome::Done);
    }

    pub(crate) fn ask_refund(&mut self, member: MemberId, payment: PaymentId, amount: Money) {
        let ask = Request::AskRefund { member, payment, amount: Some(amount) };
        assert_eq!(self.request(ask).outcome, Outcome::Done);
    }

    pub(crate) fn cancel(&mut self, member: MemberId, payment: PaymentId) {
        self.request(Request::Cancel { member, payment });
    }
}

pub(crate) fn stranger(name: &str) -> Payee {
    Payee::Handle { network: Network::SQUARE, name: name.into() }
}

/// A world with payments in every state.
pub(crate) struct Town {
    pub(crate) world: World,
    pub(crate) alice: MemberId,
    pub(crate) bob: MemberId,
    pub(crate) carol: MemberId,
    pub(crate) paid: PaymentId,
    pub(crate) with_fee: PaymentId,
    pub(crate) strong: PaymentId,
    pub(crate) each: Vec<PaymentId>,
    pub(crate) asked: PaymentId,
    pub(crate) declined: PaymentId,
    pub(crate) held: PaymentId,
    pub(crate) claimed: PaymentId,
    pub(crate) confirmed: PaymentId,
    pub(crate) returned: PaymentId,
    pub(crate) cancelled: PaymentId,
    pub(crate) expired: PaymentId,
}

#[expect(clippy::too_many_lines, reason = "a table of cases reads best in one piece")]
pub(crate) fn town() -> Town {
    let mut world = World::new();
    let alice = world.member("alice", Kind::Person);
    let bob = world.member("bob", Kind::Person);
    let carol = world.member("carol", Kind::Person);
    let shop = world.member("chezlea", Kind::Merchant);
    for member in [alice, bob, carol] {
        world.credit(member, eur(30_000));
    }
    world.credit(carol, Money::new(1_234, Currency::JPY));
    world.credit(carol, Money::new(1_234_567, Currency::parse("KWD").unwrap()));
    world.pin(alice);
    let to = |member| [Payee::Member(member)];
    let paid = world.pay(alice, &to(bob), eur(1_200))[0];
    let strong = world.pay(alice, &to(carol), eur(5_000))[0];
    world.approve(alice, strong);
    let with_fee = world.pay(alice, &to(shop), eur(2_000))[0];
    world.pay(carol, &to(shop), Money::new(500, Currency::JPY));
    world.pay(carol, &to(bob), Money::new(1_001, Currency::parse("KWD").unwrap()));
    let each =
        world.pay(alice, &[Payee::Member(bob), stranger("zoe"), Payee::Member(carol)], eur(300));
    let asked = world.pay(alice, &to(bob), eur(4_000))[0];
    let expired = world.pay(bob, &to(alice), eur(4_100))[0];
    let declined = world.pay(alice, &to(bob), eur(4_200))[0];
    world.request(Request::Decline { member: alice, payment: declined });
    let mut held = |name: &str, minor| world.pay(alice, &[stranger(name)], eur(minor))[0];
    let (returned, cancelled) = (held("yann", 100), held("xena", 200));
    let (confirmed, claimed, held) = (held("willi", 400), held("vera", 500), held("ute", 600));
    world.claim(returned, carol, false);
    world.cancel(alice, cancelled);
    world.claim(confirmed, carol, true);
    world.approve(alice, confirmed);
    world.claim(claimed, bob, true);
    world.pay(alice, &to(carol), eur(700));
    world.refund(bob, paid, eur(500));
    world.refund(shop, with_fee, eur(700));
    world.refund(shop, with_fee, eur(1_300));
    world.refund_for(confirmed, eur(100));
    world.ask_refund(alice, paid, eur(300));
    world.hands.pass(20 * MINUTE_US);
    let expire = |world: &mut World, payment| {
        world.act(move |draft, ctx| {
            draft.need([domain::rows::Key::Payment(payment)])?;
            let later = Context { now: ctx.now.plus_us(11 * MINUTE_US), ..*ctx };
            open::expire(draft, &later, payment)
        })
    };
    expire(&mut world, expired).unwrap();
    let town = Town {
        world,
        alice,
        bob,
        carol,
        paid,
        with_fee,
        strong,
        each,
        asked,
        declined,
        held,
        claimed,
        confirmed,
        returned,
        cancelled,
        expired,
    };
    let states = [
        (town.paid, State::Paid),
        (town.with_fee, State::Paid),
        (town.strong, State::Paid),
        (town.each[0], State::Paid),
        (town.each[1], State::Held),
        (town.asked, State::Asked),
        (town.declined, State::Declined),
        (town.held, State::Held),
        (town.claimed, State::Claimed),
        (town.confirmed, State::Paid),
        (town.returned, State::Returned),
        (town.cancelled, State::Cancelled),
        (town.expired, State::Expired),
    ];
    for (payment, state) in states {
        let found = town.world.read(|reader| reader.payment(payment)).unwrap();
        assert_eq!(found.state, state, "{payment}");
    }
    town
}
