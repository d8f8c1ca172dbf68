//! The rows a group of requests works on, in memory: read by the rules, written back by a store.
//!
//! [`Rows`] is what a store has loaded. A row that is not loaded stops the decision with the keys it needs
//! ([`Stop::More`]); the store loads them and the request is decided anew. A [`Draft`] collects what one request
//! changes and is dropped whole on a refusal, so nothing is ever half done.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use self::thin::thin;

use crate::bill::{Bill, BillList};
use crate::event::Watchers;
use crate::id::{BillId, MemberId, PaymentId, RequestKey, ScheduleId, SuspenseId};
use crate::ledger::{Hold, Line, Wallet};
use crate::member::{Handle, Member, Pin};
use crate::money::Currency;
use crate::passkey::{Challenge, Passkey};
use crate::payment::Payment;
use crate::refund::RefundAsks;
use crate::refusal::Refusal;
use crate::request::{Done, HandleKey, Message};
use crate::schedule::Schedule;
use crate::suspense::Item;
use crate::time::Timestamp;
use crate::trace::Trace;

mod bills;
mod draft;
mod passkeys;
mod recent;
mod schedules;
mod suspense;
mod thin;
mod writes;

pub use draft::{Changes, Draft};
pub use passkeys::{PasskeyKey, PasskeyWrites};
pub use recent::{Latest, RECENT_MAX, RECENT_US, first_recent};
pub use writes::Writes;

/// Names a row, or a short list of rows, that a decision may need.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Key {
    /// A request decided before.
    Done(RequestKey),
    /// A handle.
    Handle(HandleKey),
    /// A member.
    Member(MemberId),
    /// A member's PIN.
    Pin(MemberId),
    /// A member's passkeys, in the order of their ids, at most [`PASSKEYS_MAX`](crate::passkey::PASSKEYS_MAX).
    Passkeys(MemberId),
    /// What a device was asked to sign.
    Challenge([u8; 32]),
    /// A member's wallet.
    Wallet(MemberId, Currency),
    /// A member's latest payments as payer.
    Latest(MemberId),
    /// A member's newest open payments as payer, oldest first, at most [`OPEN_MAX`].
    Open(MemberId),
    /// A payment.
    Payment(PaymentId),
    /// A payment's hold.
    Hold(PaymentId),
    /// The payment that a claim's link names.
    Claim([u8; 32]),
    /// The latest lines of a wallet's statement, newest first, at most [`LINES_MAX`].
    Lines(MemberId, Currency),
    /// A bill.
    Bill(BillId),
    /// A list of bills with their rows.
    Bills(BillList),
    /// Since when the first member keeps away what the second asks of them.
    Block(MemberId, MemberId),
    /// How often the first has asked the second for refunds.
    RefundAsks(MemberId, MemberId),
    /// A schedule.
    Schedule(ScheduleId),
    /// A payer's open schedules, oldest first, at most [`SCHEDULES_MAX`](crate::schedule::SCHEDULES_MAX).
    Schedules(MemberId),
    /// Money without owner.
    Suspense(SuspenseId),
}

/// Open payments that are loaded; a payer with more must end some first.
pub const OPEN_MAX: usize = 100;

/// Statement lines that a history in a conversation shows.
pub const LINES_MAX: usize = 5;

/// Why a decision stopped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// These rows are needed first.
    More(Vec<Key>),
    /// The answer is no.
    Refused(Refusal),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Rows in memory.
#[derive(Default)]
pub struct Rows {
    done: FxHashMap<RequestKey, Option<Done>>,
    /// Whose a handle is.
    handles: FxHashMap<HandleKey, Option<MemberId>>,
    members: FxHashMap<MemberId, Option<Member>>,
    pins: FxHashMap<MemberId, Option<Pin>>,
    passkeys: passkeys::PasskeyRows,
    wallets: FxHashMap<(MemberId, Currency), Option<Wallet>>,
    latest: FxHashMap<MemberId, Latest>,
    open: FxHashMap<MemberId, Vec<PaymentId>>,
    payments: FxHashMap<PaymentId, Option<Payment>>,
    holds: FxHashMap<PaymentId, Option<Hold>>,
    claims: FxHashMap<[u8; 32], Option<PaymentId>>,
    lines: FxHashMap<(MemberId, Currency), Vec<Line>>,
    refund_asks: FxHashMap<(MemberId, MemberId), Option<RefundAsks>>,
    /// Payments that the group changed before their payer's lists were loaded.
    unlisted: Vec<(MemberId, PaymentId)>,
    bills: bills::BillRows,
    schedules: schedules::ScheduleRows,
    suspense: FxHashMap<SuspenseId, Option<Item>>,
    /// What the request at hand changes; kept here for its memory.
    draft: Changes,
    unwritten: Writes,
    /// Under which id the log speaks of the request at hand.
    trace: Option<Trace>,
    /// Who watches payments, and the group's instant; nothing where nobody does.
    watching: Option<(Arc<Watchers>, Timestamp)>,
}

/// A row that a store has found, or found to be missing.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "one variant for each key, which says what it is")]
pub enum Found {
    Done(Option<Done>),
    Handle(Option<Handle>),
    Member(Option<Member>),
    Pin(Option<Pin>),
    Passkeys(Vec<Passkey>),
    Challenge(Option<Challenge>),
    Wallet(Option<Wallet>),
    Latest(Latest),
    Open(Vec<PaymentId>),
    Payment(Option<Payment>),
    Hold(Option<Hold>),
    Claim(Option<PaymentId>),
    Lines(Vec<Line>),
    Bill(Option<Bill>),
    Bills(Vec<Bill>),
    Block(Option<Timestamp>),
    RefundAsks(Option<RefundAsks>),
    Schedule(Option<Schedule>),
    Schedules(Vec<ScheduleId>),
    Suspense(Option<Item>),
}

impl Rows {
    /// Whether a row, or that it is missing, is known.
    #[must_use]
    pub fn has(&self, key: &Key) -> bool {
        match key {
            Key::Done(key) => self.done.contains_key(key),
            Key::Handle(key) => self.handles.contains_key(key),
            Key::Member(id) => self.members.contains_key(id),
            Key::Pin(id) => self.pins.contains_key(id),
            Key::Passkeys(id) => self.passkeys.has_of(*id),
            Key::Challenge(bytes) => self.passkeys.has_challenge(bytes),
            Key::Wallet(id, currency) => self.wallets.contains_key(&(*id, *currency)),
            Key::Latest(id) => self.latest.contains_key(id),
            Key::Open(id) => self.open.contains_key(id),
            Key::Payment(id) => self.payments.contains_key(id),
            Key::Hold(id) => self.holds.contains_key(id),
            Key::Claim(hash) => self.claims.contains_key(hash),
            Key::Lines(id, currency) => self.lines.contains_key(&(*id, *currency)),
            Key::Bill(_) | Key::Bills(_) | Key::Block(..) => self.bills.has(key),
            Key::RefundAsks(payer, payee) => self.refund_asks.contains_key(&(*payer, *payee)),
            Key::Schedule(_) | Key::Schedules(_) => self.schedules.has(key),
            Key::Suspense(id) => self.suspense.contains_key(id),
        }
    }

    /// Takes in what a store found under `key`. Lists are completed by what the group changed and has not written.
    ///
    /// # Panics
    /// If what was found is of another kind than the key: the store is wrong.
    pub fn load(&mut self, key: Key, found: Found) {
        match (key, found) {
            (Key::Done(key), Found::Done(row)) => drop(self.done.insert(key, row)),
            (Key::Handle(key), Found::Handle(row)) => {
                self.handles.insert(key, row.map(|handle| handle.member));
            }
            (Key::Member(id), Found::Member(row)) => drop(self.members.insert(id, row)),
            (Key::Pin(id), Found::Pin(row)) => drop(self.pins.insert(id, row)),
            (Key::Passkeys(id), Found::Passkeys(rows)) => self.passkeys.load_of(id, rows),
            (Key::Challenge(bytes), Found::Challenge(row)) => {
                self.passkeys.load_challenge(bytes, row);
            }
            (Key::Wallet(id, currency), Found::Wallet(row)) => {
                self.wallets.insert((id, currency), row);
            }
            (Key::Latest(id), Found::Latest(latest)) => self.load_latest(id, latest),
            (Key::Open(id), Found::Open(ids)) => self.load_open(id, ids),
            (Key::Payment(id), Found::Payment(row)) => drop(self.payments.insert(id, row)),
            (Key::Hold(id), Found::Hold(row)) => drop(self.holds.insert(id, row)),
            (Key::Claim(hash), Found::Claim(id)) => drop(self.claims.insert(hash, id)),
            (Key::Lines(id, currency), Found::Lines(rows)) => self.load_lines((id, currency), rows),
            (key @ (Key::Bill(_) | Key::Bills(_) | Key::Block(..)), found) => {
                self.bills.load(key, found, &self.unwritten.bills);
            }
            (Key::RefundAsks(payer, payee), Found::RefundAsks(row)) => {
                self.refund_asks.insert((payer, payee), row);
            }
            (key @ (Key::Schedule(_) | Key::Schedules(_)), found) => {
                self.schedules.load(key, found, &self.unwritten.schedules);
            }
            (Key::Suspense(id), Found::Suspense(row)) => drop(self.suspense.insert(id, row)),
            (key, found) => panic!("a store found {found:?} under {key:?}"),
        }
    }

    fn load_latest(&mut self, payer: MemberId, mut latest: Latest) {
        self.unlisted_of(payer).for_each(|payment| latest.note(payment));
        self.latest.insert(payer, latest);
    }

    fn load_open(&mut self, payer: MemberId, mut ids: Vec<PaymentId>) {
        self.unlisted_of(payer).for_each(|payment| note_open(&mut ids, payment));
        self.open.insert(payer, ids);
    }

    fn unlisted_of(&self, payer: MemberId) -> impl Iterator<Item = &Payment> {
        let of_payer = self.unlisted.iter().filter(move |(whose, _)| *whose == payer);
        of_payer.filter_map(|(_, id)| self.payment(*id))
    }

    fn load_lines(&mut self, wallet: (MemberId, Currency), mut lines: Vec<Line>) {
        let unwritten =
            self.unwritten.lines.iter().filter(|line| (line.member, line.currency) == wallet);
        unwritten.for_each(|line| note_line(&mut lines, line));
        self.lines.insert(wallet, lines);
    }

    /// A request decided before.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn done(&self, key: RequestKey) -> Result<Option<&Done>, Stop> {
        loaded(self.done.get(&key), || Key::Done(key))
    }

    /// What the group changed so far.
    #[must_use]
    pub fn unwritten(&self) -> &Writes {
        &self.unwritten
    }

    /// The row of a changed member.
    #[must_use]
    pub fn member(&self, id: MemberId) -> Option<&Member> {
        self.members.get(&id)?.as_ref()
    }

    /// The row of a changed PIN; `None` if it was removed.
    #[must_use]
    pub fn pin(&self, id: MemberId) -> Option<&Pin> {
        self.pins.get(&id)?.as_ref()
    }

    /// The row of a changed wallet.
    #[must_use]
    pub fn wallet(&self, key: (MemberId, Currency)) -> Option<&Wallet> {
        self.wallets.get(&key)?.as_ref()
    }

    /// The row of a changed payment.
    #[must_use]
    pub fn payment(&self, id: PaymentId) -> Option<&Payment> {
        self.payments.get(&id)?.as_ref()
    }

    /// The row of a changed hold.
    #[must_use]
    pub fn hold(&self, id: PaymentId) -> Option<&Hold> {
        self.holds.get(&id)?.as_ref()
    }

    /// The row of a changed bill.
    #[must_use]
    pub fn bill(&self, id: BillId) -> Option<&Bill> {
        self.bills.bill(id)
    }

    /// The row of a changed schedule.
    #[must_use]
    pub fn schedule(&self, id: ScheduleId) -> Option<&Schedule> {
        self.schedules.schedule(id)
    }

    /// Since when a changed block holds; `None` if it was lifted.
    #[must_use]
    pub fn block(&self, member: MemberId, other: MemberId) -> Option<Timestamp> {
        self.bills.block(member, other)
    }

    /// The row of changed counts of wishes for refunds.
    #[must_use]
    pub fn refund_asks(&self, pair: (MemberId, MemberId)) -> Option<&RefundAsks> {
        self.refund_asks.get(&pair)?.as_ref()
    }

    /// The row of a request decided in this group.
    #[must_use]
    pub fn decided(&self, key: RequestKey) -> Option<&Done> {
        self.done.get(&key)?.as_ref()
    }

    /// Says under which id the log speaks of the request that is decided next; what it tells is kept with it.
    pub fn trace(&mut self, trace: Option<Trace>) {
        self.trace = trace;
    }

    /// Forgets that anything is unwritten: the group is committed. Hot rows stay, others go.
    ///
    /// Members, wallets, handles and payers' latest payments stay because every change to them passes through
    /// here; the caller must be the only writer of its database, or keep none. Of a kind with more than `kept_max`,
    /// half go.
    pub fn committed(&mut self, kept_max: usize) {
        self.unwritten.clear();
        self.unlisted.clear();
        self.done.clear();
        self.pins.clear();
        self.passkeys.clear();
        self.open.clear();
        self.payments.clear();
        self.holds.clear();
        self.claims.clear();
        self.lines.clear();
        self.bills.clear();
        self.refund_asks.clear();
        self.schedules.clear();
        self.suspense.clear();
        thin(&mut self.members, kept_max);
        thin(&mut self.handles, kept_max);
        thin(&mut self.wallets, kept_max);
        thin(&mut self.latest, kept_max);
    }

    /// Says who watches what the group that begins now does to payments.
    pub fn watch(&mut self, watchers: Arc<Watchers>, now: Timestamp) {
        self.watching = (!watchers.is_empty()).then_some((watchers, now));
    }

    /// Tells programs which payments have a new state.
    fn tell_watchers(&mut self) {
        let Some((watchers, now)) = &self.watching else { return };
        let changed = self.draft.payments.iter();
        let told: Vec<Message> = changed
            .flat_map(|payment| {
                let before = self.payments.get(&payment.id).and_then(Option::as_ref);
                watchers.told(payment, before, *now)
            })
            .collect();
        if !told.is_empty() {
            self.unwritten.messages.push(told.into());
            self.unwritten.traces.push(self.trace.clone());
        }
    }

    /// Forgets everything: the group failed and the database knows better.
    pub fn rolled_back(&mut self) {
        *self = Self::default();
    }

    /// Takes over what one request changed.
    fn absorb(&mut self) {
        let mut changes = std::mem::take(&mut self.draft);
        for member in changes.members.drain(..) {
            self.unwritten.members.insert(member.id);
            self.members.insert(member.id, Some(member));
        }
        for (id, pin) in changes.pins.drain(..) {
            self.unwritten.pins.insert(id);
            self.pins.insert(id, pin);
        }
        self.passkeys.absorb(&mut changes.passkeys, &mut self.unwritten.passkeys);
        for wallet in changes.wallets.drain(..) {
            let key = (wallet.member, wallet.currency);
            self.unwritten.wallets.insert(key);
            self.wallets.insert(key, Some(wallet));
        }
        for payment in changes.payments.drain(..) {
            self.absorb_payment(payment);
        }
        for hold in changes.holds.drain(..) {
            self.unwritten.holds.insert(hold.payment);
            self.holds.insert(hold.payment, Some(hold));
        }
        for handle in changes.handles.drain(..) {
            let by_name = HandleKey::Name(handle.network, handle.name.as_str().into());
            let by_id = HandleKey::Id(handle.network, handle.stable_id.as_str().into());
            self.handles.insert(by_name, Some(handle.member));
            self.handles.insert(by_id, Some(handle.member));
            self.unwritten.handles.push(handle);
        }
        for line in changes.lines.drain(..) {
            if let Some(lines) = self.lines.get_mut(&(line.member, line.currency)) {
                note_line(lines, &line);
            }
            self.unwritten.lines.push(line);
        }
        self.unwritten.transfers.append(&mut changes.transfers);
        self.unwritten.top_ups.append(&mut changes.top_ups);
        self.unwritten.posts.append(&mut changes.posts);
        self.unwritten.sign_ins.append(&mut changes.sign_ins);
        for bill in changes.bills.drain(..) {
            self.unwritten.bills.insert(bill.id);
            self.bills.put(bill);
        }
        for (pair, since) in changes.blocks.drain(..) {
            self.unwritten.blocks.insert(pair);
            self.bills.put_block(pair, since);
        }
        for schedule in changes.schedules.drain(..) {
            self.unwritten.schedules.insert(schedule.id);
            self.schedules.put(schedule);
        }
        self.unwritten.runs.append(&mut changes.runs);
        self.unwritten.acts.append(&mut changes.acts);
        self.unwritten.refunds.append(&mut changes.refunds);
        for asks in changes.refund_asks.drain(..) {
            let pair = (asks.payer, asks.payee);
            self.unwritten.refund_asks.insert(pair);
            self.refund_asks.insert(pair, Some(asks));
        }
        self.absorb_suspense(&mut changes.suspense);
        self.draft = changes;
    }

    fn absorb_payment(&mut self, payment: Payment) {
        let latest = self.latest.get_mut(&payment.payer);
        let open = self.open.get_mut(&payment.payer);
        if latest.is_none() || open.is_none() {
            self.unlisted.push((payment.payer, payment.id));
        }
        if let Some(latest) = latest {
            latest.note(&payment);
        }
        if let Some(open) = open {
            note_open(open, &payment);
        }
        if let Some(claim) = &payment.claim {
            self.claims.insert(claim.token_hash, Some(payment.id));
        }
        self.unwritten.payments.insert(payment.id);
        self.payments.insert(payment.id, Some(payment));
    }

    /// Counts a refusal of this day.
    pub fn count_refusal(&mut self, day: i32, code: &'static str) {
        let count = self.unwritten.refusals.entry((day, code)).or_default();
        *count = count.saturating_add(1);
    }

    /// Keeps a decided request, so that a repeat gets the same answer.
    pub fn finish(&mut self, done: Done) {
        self.unwritten.done.push(done.key);
        self.done.insert(done.key, Some(done));
    }
}

/// Keeps a list of open payments, the oldest first by id as a store gives it, up to date.
fn note_open(open: &mut Vec<PaymentId>, payment: &Payment) {
    match (open.binary_search(&payment.id), payment.state.open()) {
        (Ok(place), false) => drop(open.remove(place)),
        (Err(place), true) => open.insert(place, payment.id),
        (Ok(_), true) | (Err(_), false) => {}
    }
}

/// Puts a new line on top of a statement's latest.
fn note_line(lines: &mut Vec<Line>, line: &Line) {
    lines.insert(0, line.clone());
    lines.truncate(LINES_MAX);
}

fn loaded<V>(row: Option<&Option<V>>, key: impl FnOnce() -> Key) -> Result<Option<&V>, Stop> {
    row.map(Option::as_ref).ok_or_else(|| Stop::More(vec![key()]))
}
