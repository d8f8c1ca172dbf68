//! One small world: people with wallets, a service that reads their posts, a clock that obeys.
//!
//! Everything goes through the one door, members and their first money included, and the books are audited after
//! every request. A wrong row ends the test with the row's name.

use std::hash::{DefaultHasher, Hash, Hasher};

use app::group::{Book, Policies};
use domain::approval;
use domain::bill::{Act, Pay};
use domain::id::{BillId, MemberId, PaymentId, RequestKey, ScheduleId};
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::{Kind, Network};
use domain::money::{Currency, Money};
use domain::payment::Payment;
use domain::policy::Policy;
use domain::port::Engine;
use domain::refund::RefundOrder;
use domain::request::{
    Admin, Answer, Approve, Envelope, HandleKey, Message, PinProof, Post, Proof, Request,
};
use domain::schedule::{self, Approval, Schedule, due_key};
use domain::suspense::Receipt;
use domain::time::Timestamp;

use crate::audit::Watch;
use crate::memory::{Clock, Disk, Memory, Tables};
use crate::policy;
use crate::random::Random;
use crate::reader;

/// When every world begins: Monday 2 March 2026, 10:00 in Paris.
pub const BEGIN: Timestamp = Timestamp(1_772_442_000_000_000);

/// Everybody's PIN, once they have set it.
pub const PIN: &str = "123456";

/// A message before it is read.
#[derive(Clone, Debug)]
pub struct Said {
    /// Its id on the square.
    pub id: String,
    /// Whose.
    pub author: String,
    /// What.
    pub text: String,
    /// To us alone.
    pub direct: bool,
    /// The message it answers.
    pub reply_to: Option<String>,
}

/// The world.
pub struct World {
    clock: Clock,
    disk: Disk,
    book: Book<Memory>,
    policies: Policies,
    random: Random,
    watch: Watch,
    posts: u32,
    /// Whether every request finds nothing in memory, as after a restart.
    cold: bool,
}

impl Default for World {
    fn default() -> Self {
        Self::new(policy::usual())
    }
}

impl World {
    /// A world without people.
    #[must_use]
    pub fn empty(policy: Policy) -> Self {
        let clock = Clock::new(BEGIN);
        let disk = Disk::new(clock.clone());
        let policies = Policies::new(vec![policy]);
        let book = Book::new(disk.engine(), policies.clone());
        let random = Random::new(1);
        Self { clock, disk, book, policies, random, watch: Watch::default(), posts: 0, cold: false }
    }

    /// A world with `alice`, `bob` and `carol` (300 € and a PIN each), the charity `refuge` and the merchant
    /// `chezlea`.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        let mut world = Self::empty(policy);
        for (handle, name, kind) in [
            ("alice", "Alice", Kind::Person),
            ("bob", "Bob", Kind::Person),
            ("carol", "Carol", Kind::Person),
            ("refuge", "Le Refuge", Kind::Charity),
            ("chezlea", "Chez Léa", Kind::Merchant),
        ] {
            world.add(handle, name, kind, 2);
            if kind == Kind::Person {
                world.credit(handle, Money::new(30_000, Currency::EUR));
                world.set_pin(handle, PIN, None);
            }
        }
        world
    }

    /// Makes every request find nothing in memory, as after a restart.
    #[must_use]
    pub fn cold(mut self, cold: bool) -> Self {
        self.cold = cold;
        self
    }

    /// What was committed.
    #[must_use]
    pub fn disk(&self) -> &Disk {
        &self.disk
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The policy in force.
    #[must_use]
    pub fn policy(&self) -> std::sync::Arc<Policy> {
        self.policies.at(self.clock.now())
    }

    /// Makes another policy hold from the next request on.
    pub fn change_policy(&mut self, policy: Policy) {
        self.policies = Policies::new(vec![policy]);
        self.restart();
    }

    /// Forgets everything that is only in memory.
    pub fn restart(&mut self) {
        self.book = Book::new(self.disk.engine(), self.policies.clone());
    }

    /// Decides one request, audits the books, and gives the answer.
    ///
    /// # Panics
    /// If the request could not be decided or a row is wrong.
    pub fn submit(&mut self, key: Option<RequestKey>, digest: u64, request: Request) -> Answer {
        if self.cold {
            self.restart();
        }
        let mut answers = self.submit_together(vec![(key, digest, request)]);
        answers.remove(0)
    }

    /// Decides requests in one group, audits the books, and gives the answers.
    ///
    /// # Panics
    /// If a request could not be decided or a row is wrong.
    pub fn submit_together(
        &mut self,
        requests: Vec<(Option<RequestKey>, u64, Request)>,
    ) -> Vec<Answer> {
        let envelope =
            |(key, digest, request)| Envelope { key, digest, random: self.random.bytes(), request };
        let envelopes: Vec<Envelope> = requests.into_iter().map(envelope).collect();
        let before = self.disk.read(|tables| tables.outbox.len());
        let decided = decide(&mut self.book, &envelopes);
        let answers: Vec<Answer> = decided
            .into_iter()
            .zip(&envelopes)
            .map(|(decided, envelope)| {
                decided.unwrap_or_else(|unable| panic!("{unable:?}: {envelope:?}"))
            })
            .collect();
        self.disk.read(|tables| {
            if let Err(wrong) = self.watch.step(tables) {
                panic!("{wrong}\nafter {envelopes:?}");
            }
            let new = answers.iter().filter(|answer| !answer.repeated);
            let expected: Vec<Message> =
                new.flat_map(|answer| answer.messages.iter().cloned()).collect();
            assert_eq!(tables.outbox[before..], expected[..], "what is said is what is told");
        });
        answers
    }

    /// Decides one request without a name.
    pub fn act(&mut self, request: Request) -> Answer {
        self.submit(None, 0, request)
    }

    /// A fresh id for a message.
    pub fn post_id(&mut self) -> String {
        self.posts += 1;
        format!("post-{}", self.posts)
    }

    /// Books money that arrived at the bank, for the first time or again.
    pub fn receive(&mut self, bank_id: &str, amount: Money, reference: &str) -> Answer {
        let receipt = Receipt {
            bank_id: bank_id.to_owned(),
            amount,
            remitter: "A. Remitter".to_owned(),
            reference: reference.to_owned(),
        };
        let (key, digest) = app::operate::receipt_key(&receipt);
        self.submit(Some(key), digest, Request::Admin(Admin::Receive(receipt)))
    }

    /// Posts in public.
    pub fn say(&mut self, author: &str, text: &str) -> Answer {
        let id = self.post_id();
        self.deliver(&Said {
            id,
            author: author.into(),
            text: text.into(),
            direct: false,
            reply_to: None,
        })
    }

    /// Writes a direct message.
    pub fn say_direct(&mut self, author: &str, text: &str) -> Answer {
        let id = self.post_id();
        self.deliver(&Said {
            id,
            author: author.into(),
            text: text.into(),
            direct: true,
            reply_to: None,
        })
    }

    /// Delivers a message, for the first time or again.
    pub fn deliver(&mut self, said: &Said) -> Answer {
        self.submit(Some(key_of(&said.id)), digest(said), post(said))
    }

    /// Approves on the page what the page shows now.
    pub fn approve(&mut self, handle: &str, payment: PaymentId, pin: Option<&str>) -> Answer {
        let shown = self.shown(payment);
        self.approve_shown(handle, payment, shown, pin)
    }

    /// Approves on the page what the page showed.
    pub fn approve_shown(
        &mut self,
        handle: &str,
        payment: PaymentId,
        shown: [u8; 32],
        pin: Option<&str>,
    ) -> Answer {
        let member = self.member(handle);
        let proof = pin.map(|pin| Proof::Pin(self.prove(member, pin)));
        self.act(Request::Approve(Approve { member, payment, shown, proof }))
    }

    /// Gives money back on the page.
    pub fn refund(
        &mut self,
        handle: &str,
        payment: PaymentId,
        amount: Option<Money>,
        pin: Option<&str>,
    ) -> Answer {
        let member = self.member(handle);
        let proof = pin.map(|pin| Proof::Pin(self.prove(member, pin)));
        self.act(Request::Refund(RefundOrder { member, payment, amount, proof }))
    }

    /// What the approval page of a payment is bound to.
    #[must_use]
    pub fn shown(&self, payment: PaymentId) -> [u8; 32] {
        self.disk.read(|tables| match tables.payments.get(&payment) {
            None => [0; 32],
            Some(row) if row.state.holds_money() || !row.state.open() => approval::digest(&[row]),
            Some(row) => {
                let last = PaymentId(row.order.0 + u128::from(row.legs) - 1);
                let legs: Vec<&Payment> =
                    tables.payments.range(row.order..=last).map(|(_, leg)| leg).collect();
                approval::digest(&legs)
            }
        })
    }

    /// What the approval page of a bill is bound to.
    #[must_use]
    pub fn shown_bill(&self, bill: BillId) -> [u8; 32] {
        self.disk.read(|tables| tables.bills.get(&bill).map_or([0; 32], approval::bill_digest))
    }

    /// Pays a bill on the page as it was shown.
    pub fn pay_bill(
        &mut self,
        handle: &str,
        bill: BillId,
        shown: [u8; 32],
        pin: Option<&str>,
    ) -> Answer {
        let member = self.member(handle);
        let proof = pin.map(|pin| Proof::Pin(self.prove(member, pin)));
        self.act(Request::Bill(Act::Pay(Pay { member, bill, shown, proof })))
    }

    /// Sets a schedule up on the page, by the form that is sent with a name of its own.
    pub fn schedule(&mut self, new: schedule::New) -> Answer {
        let key = RequestKey::of(&["form", &self.post_id()]);
        self.submit(Some(key), 0, Request::Schedule(schedule::Act::Create(new)))
    }

    /// What the approval page of a schedule is bound to.
    #[must_use]
    pub fn shown_schedule(&self, id: ScheduleId) -> [u8; 32] {
        self.disk
            .read(|tables| tables.schedules.get(&id).map_or([0; 32], approval::schedule_digest))
    }

    /// Approves a schedule on the page as it was shown.
    pub fn approve_schedule(
        &mut self,
        handle: &str,
        schedule: ScheduleId,
        shown: [u8; 32],
        pin: Option<&str>,
    ) -> Answer {
        let member = self.member(handle);
        let proof = pin.map(|pin| Proof::Pin(self.prove(member, pin)));
        let approval = Approval { member, schedule, shown, proof };
        self.act(Request::Schedule(schedule::Act::Approve(approval)))
    }

    fn prove(&self, member: MemberId, pin: &str) -> PinProof {
        self.disk.read(|tables| match tables.pins.get(&member) {
            Some(Some(row)) => PinProof { right: row.hash == hashed(pin), set_at: row.set_at },
            Some(None) | None => PinProof { right: false, set_at: Timestamp(0) },
        })
    }

    /// Sets or changes a PIN.
    pub fn set_pin(&mut self, handle: &str, new: &str, present: Option<&str>) -> Answer {
        let member = self.member(handle);
        let proof = present.map(|pin| Proof::Pin(self.prove(member, pin)));
        self.act(Request::SetPin { member, hash: hashed(new), proof })
    }

    /// Comes with a claim's link.
    pub fn claim(&mut self, handle: &str, token: &str, wanted: bool) -> Answer {
        let member = self.member(handle);
        self.act(Request::Claim { member, token_hash: domain::context::token_hash(token), wanted })
    }

    /// Adds a member.
    pub fn add(&mut self, handle: &str, name: &str, kind: Kind, tier: u8) -> Answer {
        let (handle, name) = (handle.to_owned(), name.to_owned());
        self.act(Request::Admin(Admin::AddMember { handle, name, kind, lang: Lang::Fr, tier }))
    }

    /// Books a bank transfer for a member.
    pub fn credit(&mut self, handle: &str, amount: Money) -> Answer {
        let member = self.member(handle);
        let reference = format!("transfer for {handle}");
        self.act(Request::Admin(Admin::Credit { member, amount, from: House::Bank, reference }))
    }

    /// Whose handle on the square this is.
    ///
    /// # Panics
    /// If it is nobody's.
    #[must_use]
    pub fn member(&self, handle: &str) -> MemberId {
        self.find(handle).unwrap_or_else(|| panic!("nobody is called @{handle}"))
    }

    /// Whose handle on the square this is, if anybody's.
    #[must_use]
    pub fn find(&self, handle: &str) -> Option<MemberId> {
        let key = HandleKey::Name(Network::SQUARE, handle.into());
        self.disk.read(|tables| tables.handle(&key).map(|row| row.member))
    }

    /// A member's handle on the square.
    ///
    /// # Panics
    /// If the member has none.
    #[must_use]
    pub fn handle(&self, member: MemberId) -> String {
        self.disk.read(|tables| {
            let row = tables.handles.values().find(|row| row.member == member);
            row.expect("a member has a handle").name.clone()
        })
    }

    /// A payment's row.
    ///
    /// # Panics
    /// If there is none.
    #[must_use]
    pub fn payment(&self, id: PaymentId) -> Payment {
        self.disk.read(|tables| tables.payments[&id].clone())
    }

    /// Minor units of euros that a member can spend.
    #[must_use]
    pub fn available(&self, handle: &str) -> i64 {
        let key = (self.member(handle), Currency::EUR);
        self.disk
            .read(|tables| tables.wallets.get(&key).map_or(0, |wallet| wallet.available().minor))
    }

    /// Lets time pass without any timer.
    pub fn wait(&mut self, microseconds: i64) {
        self.clock.advance(microseconds);
    }

    /// Runs the timers that are due; gives what they answered.
    pub fn timers(&mut self) -> Vec<Answer> {
        let due = self.disk.read(|tables| tables.due(self.clock.now()));
        let bills = self.disk.read(|tables| tables.bills_due(self.clock.now()));
        let over = self.disk.read(|tables| tables.due_refund_asks(self.clock.now()));
        let expire = |payment| Request::Expire { payment };
        let lapse = |bill| Request::Bill(Act::Expire { bill });
        let forget = |payment| Request::LapseRefundAsk { payment };
        let requests = due.into_iter().map(expire).chain(bills.into_iter().map(lapse));
        let requests = requests.chain(over.into_iter().map(forget));
        let mut answers: Vec<Answer> = requests.map(|request| self.act(request)).collect();
        for schedule in self.disk.read(|tables| tables.schedules_due(self.clock.now())) {
            let (key, request) = run_of(&schedule);
            answers.push(self.submit(Some(key), 0, request));
        }
        answers
    }

    /// Lets time pass until `until`, running each timer when it is due.
    pub fn travel(&mut self, until: Timestamp) -> Vec<Answer> {
        let mut answers = Vec::new();
        let next = |tables: &Tables| {
            let next = [
                tables.next_due(),
                tables.next_bill_due(),
                tables.next_refund_ask_due(),
                tables.next_schedule_due(),
            ];
            next.into_iter().flatten().min()
        };
        while let Some(due) = self.disk.read(next).filter(|due| *due <= until) {
            self.clock.set(due);
            answers.extend(self.timers());
        }
        self.clock.set(until);
        answers
    }
}

/// The request by which a schedule's time comes, with its name.
///
/// # Panics
/// If nothing of it is due.
#[must_use]
pub fn run_of(schedule: &Schedule) -> (RequestKey, Request) {
    let due_at = schedule.due_at.expect("it is due");
    let act = schedule::Act::Due { schedule: schedule.id, number: schedule.next };
    (due_key(schedule.id, schedule.next, due_at), Request::Schedule(act))
}

/// The one call of [`Book::decide`] of worlds and simulations.
pub fn decide<E: Engine>(book: &mut Book<E>, group: &[Envelope]) -> Vec<app::group::Decided> {
    book.decide(group.to_vec())
}

/// The request key of a message on the square.
#[must_use]
pub fn key_of(post: &str) -> RequestKey {
    RequestKey::of_post(Network::SQUARE, post)
}

/// Tells an edited message from a repeated one.
#[must_use]
pub fn digest(said: &Said) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&said.author, &said.text, said.direct).hash(&mut hasher);
    hasher.finish()
}

/// The request that a message makes.
#[must_use]
pub fn post(said: &Said) -> Request {
    Request::Post(Post {
        network: Network::SQUARE,
        id: said.id.as_str().into(),
        author: said.author.as_str().into(),
        text: said.text.as_str().into(),
        direct: said.direct,
        reply_to: said.reply_to.as_deref().map(Into::into),
        reading: reader::read(&said.text, said.direct),
        kept: true,
    })
}

/// A PIN as a world stores it. The real one is hashed with argon2id.
#[must_use]
pub fn hashed(pin: &str) -> String {
    format!("plain:{pin}")
}
