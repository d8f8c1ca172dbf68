//! The tables of a [`Disk`](super::Disk), their indexes, and the constraints a real database would check.

use std::collections::{BTreeMap, BTreeSet};

use domain::bill::{Bill, BillList};
use domain::id::{BillId, MemberId, PaymentId, RequestKey, ScheduleId, SuspenseId};
use domain::ledger::{Account, Hold, Line, TopUp, Transfer, Wallet};
use domain::member::{Handle, Member, Network, Pin};
use domain::money::Currency;
use domain::passkey::{Challenge, Passkey};
use domain::payment::{Payment, Recent};
use domain::refund::{Refund, RefundAsks};
use domain::request::{Done, HandleKey, KeptPost, Message, SignIn};
use domain::rows::{Key, Latest, PasskeyKey, RECENT_MAX, Rows, first_recent};
use domain::schedule::{Run, Schedule};
use domain::suspense::Item;
use domain::time::Timestamp;

use super::Lie;

/// Everything that is stored, or that a transaction is about to store.
#[derive(Clone, PartialEq, Default, Debug)]
#[expect(missing_docs, reason = "one table for each kind of row, which says what it is")]
pub struct Tables {
    pub done: BTreeMap<RequestKey, Done>,
    /// By network and stable id.
    pub handles: BTreeMap<(Network, String), Handle>,
    pub members: BTreeMap<MemberId, Member>,
    /// `None` for a PIN that was removed.
    pub pins: BTreeMap<MemberId, Option<Pin>>,
    /// `None` for a passkey that was removed.
    pub passkeys: BTreeMap<PasskeyKey, Option<Passkey>>,
    /// `None` for a challenge that is spent.
    pub challenges: BTreeMap<[u8; 32], Option<Challenge>>,
    pub wallets: BTreeMap<(MemberId, Currency), Wallet>,
    pub payments: BTreeMap<PaymentId, Payment>,
    pub holds: BTreeMap<PaymentId, Hold>,
    /// By cause and number.
    pub transfers: BTreeMap<(PaymentId, u32), Transfer>,
    pub top_ups: BTreeMap<PaymentId, TopUp>,
    pub lines: BTreeMap<(MemberId, Currency, u32), Line>,
    pub outbox: Vec<Message>,
    pub posts: Vec<KeptPost>,
    pub sign_ins: BTreeMap<[u8; 32], SignIn>,
    /// The payment each claim's link names.
    pub claims: BTreeMap<[u8; 32], PaymentId>,
    pub bills: BTreeMap<BillId, Bill>,
    /// `None` for a block that was lifted.
    pub blocks: BTreeMap<(MemberId, MemberId), Option<Timestamp>>,
    pub schedules: BTreeMap<ScheduleId, Schedule>,
    /// By schedule and number.
    pub runs: BTreeMap<(ScheduleId, u32), Run>,
    pub suspense: BTreeMap<SuspenseId, Item>,
    by_payer: BTreeSet<(MemberId, PaymentId)>,
    open: BTreeSet<(MemberId, PaymentId)>,
    due: BTreeSet<(Timestamp, PaymentId)>,
    /// By payment and number.
    pub refunds: BTreeMap<(PaymentId, u32), Refund>,
    pub refund_asks: BTreeMap<(MemberId, MemberId), RefundAsks>,
    asks_due: BTreeSet<(Timestamp, PaymentId)>,
}

/// The keys by which a bill and its lists are loaded.
fn bill_keys(bill: &Bill) -> [Key; 5] {
    let lists = [
        BillList::Between { payee: bill.payee, payer: bill.payer },
        BillList::By(bill.payee),
        BillList::To(bill.payer),
        BillList::From(bill.origin),
    ];
    let [between, by, to, from] = lists.map(Key::Bills);
    [Key::Bill(bill.id), between, by, to, from]
}

/// A constraint that does not hold.
#[derive(Debug)]
pub(super) struct Broken(pub(super) String);

impl Tables {
    /// The handle a key finds.
    #[must_use]
    pub fn handle(&self, key: &HandleKey) -> Option<&Handle> {
        match key {
            HandleKey::Id(network, id) => self.handles.get(&(*network, id.to_string())),
            HandleKey::Name(..) => self.handles.values().find(|handle| key.finds(handle)),
        }
    }

    /// A payer's latest payments, newest first.
    #[must_use]
    pub fn latest(&self, payer: MemberId, now: Timestamp) -> Latest {
        let mine = self.by_payer.range((payer, PaymentId(0))..=(payer, PaymentId(u128::MAX)));
        let recent =
            mine.rev().map(|(_, id)| id).take(RECENT_MAX).filter(|id| **id >= first_recent(now));
        let recent = recent.map(|id| Recent::from(&self.payments[id])).collect();
        let wallets = self.wallets.values().filter(|wallet| wallet.member == payer);
        let last = wallets.filter_map(|wallet| Some((wallet.currency, wallet.last_payment?)));
        Latest::new(last.collect(), recent)
    }

    /// A payer's open payments, oldest first.
    #[must_use]
    pub fn open(&self, payer: MemberId, most: usize) -> Vec<PaymentId> {
        let mine = self.open.range((payer, PaymentId(0))..=(payer, PaymentId(u128::MAX)));
        mine.take(most).map(|(_, id)| *id).collect()
    }

    /// Open payments whose time is over at `now`, the longest overdue first.
    #[must_use]
    pub fn due(&self, now: Timestamp) -> Vec<PaymentId> {
        self.due.range(..=(now, PaymentId(u128::MAX))).map(|(_, id)| *id).collect()
    }

    /// When the next open payment ends by itself.
    #[must_use]
    pub fn next_due(&self) -> Option<Timestamp> {
        self.due.first().map(|(at, _)| *at)
    }

    /// A member's passkeys, in the order of their ids.
    #[must_use]
    pub fn passkeys_of(&self, member: MemberId) -> Vec<Passkey> {
        let own = self.passkeys.range((member, [0; 32])..=(member, [u8::MAX; 32]));
        own.filter_map(|(_, passkey)| passkey.clone()).collect()
    }

    /// The newest bills of a list, oldest first.
    #[must_use]
    pub fn bill_list(&self, list: BillList, most: usize) -> Vec<Bill> {
        let newest = self.bills.values().rev().filter(|bill| list.has(bill)).take(most);
        let mut bills: Vec<Bill> = newest.cloned().collect();
        bills.reverse();
        bills
    }

    /// Open bills whose time is over at `now`, the oldest first.
    #[must_use]
    pub fn bills_due(&self, now: Timestamp) -> Vec<BillId> {
        let due = self.bills.values().filter(|bill| bill.open() && bill.expires_at <= now);
        due.map(|bill| bill.id).collect()
    }

    /// When the next open bill ends by itself.
    #[must_use]
    pub fn next_bill_due(&self) -> Option<Timestamp> {
        self.bills.values().filter(|bill| bill.open()).map(|bill| bill.expires_at).min()
    }

    /// Payments whose wish for a refund has waited long enough at `now`, the longest first.
    #[must_use]
    pub fn due_refund_asks(&self, now: Timestamp) -> Vec<PaymentId> {
        self.asks_due.range(..=(now, PaymentId(u128::MAX))).map(|(_, id)| *id).collect()
    }

    /// When the next wish for a refund lapses.
    #[must_use]
    pub fn next_refund_ask_due(&self) -> Option<Timestamp> {
        self.asks_due.first().map(|(at, _)| *at)
    }

    /// A payer's open schedules, oldest first.
    #[must_use]
    pub fn schedules_open(&self, payer: MemberId, most: usize) -> Vec<ScheduleId> {
        let mine = self.schedules.values().filter(|one| one.payer == payer && one.state.open());
        mine.map(|schedule| schedule.id).take(most).collect()
    }

    /// Schedules whose time has come at `now`, the longest due first.
    #[must_use]
    pub fn schedules_due(&self, now: Timestamp) -> Vec<Schedule> {
        let due = self.schedules.values().filter(|one| one.due_at.is_some_and(|at| at <= now));
        let mut due: Vec<Schedule> = due.cloned().collect();
        due.sort_by_key(|schedule| schedule.due_at);
        due
    }

    /// When the next schedule's time comes.
    #[must_use]
    pub fn next_schedule_due(&self) -> Option<Timestamp> {
        self.schedules.values().filter_map(|schedule| schedule.due_at).min()
    }

    /// The latest lines of a statement, newest first.
    #[must_use]
    pub fn latest_lines(&self, member: MemberId, currency: Currency, most: usize) -> Vec<Line> {
        let mine = self.lines.range((member, currency, 0)..=(member, currency, u32::MAX));
        mine.rev().take(most).map(|(_, line)| line.clone()).collect()
    }

    /// The keys of all rows that an engine loads.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let handle = |row: &Handle| {
            let (network, name, id) = (row.network, row.name.clone(), row.stable_id.clone());
            [HandleKey::Name(network, name.into()), HandleKey::Id(network, id.into())]
                .map(Key::Handle)
        };
        let of_member = |id: &MemberId| {
            [Key::Member, Key::Pin, Key::Passkeys, Key::Latest, Key::Open].map(|key| key(*id))
        };
        let of_wallet = |(id, currency): &(MemberId, Currency)| {
            [Key::Wallet(*id, *currency), Key::Lines(*id, *currency)]
        };
        let mut keys: Vec<Key> = self.done.keys().copied().map(Key::Done).collect();
        keys.extend(self.handles.values().flat_map(handle));
        keys.extend(self.members.keys().flat_map(of_member));
        keys.extend(self.wallets.keys().flat_map(of_wallet));
        keys.extend(self.payments.keys().flat_map(|id| [Key::Payment(*id), Key::Hold(*id)]));
        keys.extend(self.claims.keys().copied().map(Key::Claim));
        let of_bills: BTreeSet<Key> = self.bills.values().flat_map(bill_keys).collect();
        keys.extend(of_bills);
        keys.extend(self.blocks.keys().map(|(member, other)| Key::Block(*member, *other)));
        keys.extend(self.refund_asks.keys().map(|(payer, payee)| Key::RefundAsks(*payer, *payee)));
        keys.extend(self.schedules.keys().copied().map(Key::Schedule));
        keys.extend(self.members.keys().copied().map(Key::Schedules));
        keys.extend(self.suspense.keys().copied().map(Key::Suspense));
        keys.extend(self.challenges.keys().copied().map(Key::Challenge));
        keys
    }

    /// Takes in what a group changed.
    pub(super) fn take(&mut self, rows: &Rows, lie: Option<Lie>) -> Result<(), Broken> {
        let unless = |told: Lie| lie != Some(told);
        let changed = rows.unwritten();
        self.take_people(rows);
        if unless(Lie::LoseWallets) {
            let wallets = changed.wallets.iter();
            self.wallets
                .extend(wallets.map(|key| (*key, rows.wallet(*key).expect("changed").clone())));
        }
        if unless(Lie::LosePayments) {
            let payments = changed.payments.iter();
            self.payments
                .extend(payments.map(|id| (*id, rows.payment(*id).expect("changed").clone())));
        }
        if unless(Lie::LoseHolds) {
            let holds = changed.holds.iter();
            self.holds.extend(holds.map(|id| (*id, rows.hold(*id).expect("changed").clone())));
        }
        if unless(Lie::LoseDone) {
            for key in &changed.done {
                let done = rows.decided(*key).expect("decided").clone();
                unique(self.done.insert(*key, done), "done", key)?;
            }
        }
        if unless(Lie::LoseMessages) {
            self.outbox.extend(changed.messages.iter().flat_map(|told| told.iter().cloned()));
        }
        if lie == Some(Lie::TellTwice) {
            self.outbox.extend(changed.messages.iter().flat_map(|told| told.iter().cloned()));
        }
        let bills = changed.bills.iter();
        self.bills.extend(bills.map(|id| (*id, rows.bill(*id).expect("changed").clone())));
        let blocks = changed.blocks.iter();
        self.blocks.extend(blocks.map(|pair| (*pair, rows.block(pair.0, pair.1))));
        let schedules = changed.schedules.iter();
        self.schedules
            .extend(schedules.map(|id| (*id, rows.schedule(*id).expect("changed").clone())));
        for run in &changed.runs {
            let key = (run.schedule, run.number);
            unique(self.runs.insert(key, run.clone()), "run", key)?;
        }
        let suspense = changed.suspense.iter();
        self.suspense
            .extend(suspense.map(|id| (*id, rows.suspense(*id).expect("changed").clone())));
        for top_up in &changed.top_ups {
            unique(self.top_ups.insert(top_up.id, top_up.clone()), "top_up", top_up.id)?;
        }
        for refund in &changed.refunds {
            let key = (refund.payment, refund.number);
            unique(self.refunds.insert(key, refund.clone()), "refund", key)?;
        }
        let asks = changed.refund_asks.iter();
        self.refund_asks
            .extend(asks.map(|pair| (*pair, *rows.refund_asks(*pair).expect("changed"))));
        self.take_movements(rows, lie)
    }

    fn take_people(&mut self, rows: &Rows) {
        let changed = rows.unwritten();
        let members = changed.members.iter();
        self.members.extend(members.map(|id| (*id, rows.member(*id).expect("changed").clone())));
        self.pins.extend(changed.pins.iter().map(|id| (*id, rows.pin(*id).cloned())));
        let passkeys = changed.passkeys.passkeys.iter();
        self.passkeys.extend(passkeys.map(|key| (*key, rows.passkey(*key).cloned())));
        self.challenges.extend(changed.passkeys.spent.iter().map(|bytes| (*bytes, None)));
        for handle in &changed.handles {
            self.handles.insert((handle.network, handle.stable_id.clone()), handle.clone());
        }
        self.posts.extend(changed.posts.iter().cloned());
        self.sign_ins.extend(changed.sign_ins.iter().map(|row| (row.token_hash, row.clone())));
    }

    fn take_movements(&mut self, rows: &Rows, lie: Option<Lie>) -> Result<(), Broken> {
        let changed = rows.unwritten();
        for transfer in changed.transfers.iter().filter(|_| lie != Some(Lie::LoseTransfers)) {
            let key = (transfer.cause, transfer.number);
            unique(self.transfers.insert(key, transfer.clone()), "transfer", key)?;
            if lie == Some(Lie::TransferTwice) {
                self.transfer_again(transfer);
            }
        }
        for line in changed.lines.iter().filter(|_| lie != Some(Lie::LoseLines)) {
            let key = (line.member, line.currency, line.number);
            unique(self.lines.insert(key, line.clone()), "line", key)?;
        }
        Ok(())
    }

    /// Applies a transfer once more, wallets included, as an engine might that repeats a write.
    fn transfer_again(&mut self, transfer: &Transfer) {
        let again = Transfer { number: transfer.number + 100, ..transfer.clone() };
        for (account, change) in
            [(transfer.debit, -transfer.amount.minor), (transfer.credit, transfer.amount.minor)]
        {
            let Account::Wallet(member) = account else { continue };
            if let Some(wallet) = self.wallets.get_mut(&(member, transfer.amount.currency)) {
                wallet.posted += change;
            }
        }
        self.transfers.insert((again.cause, again.number), again);
    }

    /// Whether this can be written on top of `disk`: unique keys and the wallet's check, as in the schema.
    pub(super) fn fits(&self, disk: &Self) -> Result<(), Broken> {
        absent(self.done.keys(), &disk.done, "done")?;
        absent(self.handles.keys(), &disk.handles, "handle")?;
        absent(self.transfers.keys(), &disk.transfers, "transfer")?;
        absent(self.top_ups.keys(), &disk.top_ups, "top_up")?;
        absent(self.lines.keys(), &disk.lines, "line")?;
        absent(self.sign_ins.keys(), &disk.sign_ins, "sign_in")?;
        absent(self.refunds.keys(), &disk.refunds, "refund")?;
        absent(self.runs.keys(), &disk.runs, "run")?;
        match self.wallets.values().find(|wallet| wallet.held < 0 || wallet.posted < wallet.held) {
            Some(wallet) => Err(Broken(format!("check failed: {wallet:?}"))),
            None => Ok(()),
        }
    }

    /// Writes `new` over these tables.
    pub(super) fn merge(&mut self, new: Self) {
        for payment in new.payments.values() {
            self.index(payment);
        }
        self.done.extend(new.done);
        self.handles.extend(new.handles);
        self.members.extend(new.members);
        self.pins.extend(new.pins);
        self.passkeys.extend(new.passkeys);
        self.challenges.extend(new.challenges);
        self.wallets.extend(new.wallets);
        self.payments.extend(new.payments);
        self.holds.extend(new.holds);
        self.transfers.extend(new.transfers);
        self.top_ups.extend(new.top_ups);
        self.lines.extend(new.lines);
        self.outbox.extend(new.outbox);
        self.posts.extend(new.posts);
        self.sign_ins.extend(new.sign_ins);
        self.bills.extend(new.bills);
        self.blocks.extend(new.blocks);
        self.refunds.extend(new.refunds);
        self.refund_asks.extend(new.refund_asks);
        self.schedules.extend(new.schedules);
        self.runs.extend(new.runs);
        self.suspense.extend(new.suspense);
    }

    fn index(&mut self, payment: &Payment) {
        if let Some(before) = self.payments.get(&payment.id)
            && let Some(until) = before.expires_at
        {
            self.due.remove(&(until, payment.id));
        }
        if let Some(until) = payment.expires_at {
            self.due.insert((until, payment.id));
        }
        if let Some(ask) = self.payments.get(&payment.id).and_then(|row| row.refund_ask.as_ref()) {
            self.asks_due.remove(&(ask.until, payment.id));
        }
        if let Some(ask) = &payment.refund_ask {
            self.asks_due.insert((ask.until, payment.id));
        }
        self.by_payer.insert((payment.payer, payment.id));
        if payment.state.open() {
            self.open.insert((payment.payer, payment.id));
        } else {
            self.open.remove(&(payment.payer, payment.id));
        }
        if let Some(claim) = &payment.claim {
            self.claims.insert(claim.token_hash, payment.id);
        }
    }
}

fn unique<T>(before: Option<T>, table: &str, key: impl std::fmt::Debug) -> Result<(), Broken> {
    match before {
        Some(_) => Err(Broken(format!("{table} {key:?} is written twice"))),
        None => Ok(()),
    }
}

fn absent<'a, K: Ord + std::fmt::Debug + 'a, V>(
    keys: impl Iterator<Item = &'a K>,
    table: &BTreeMap<K, V>,
    name: &str,
) -> Result<(), Broken> {
    match keys.into_iter().find(|key| table.contains_key(key)) {
        Some(key) => Err(Broken(format!("{name} {key:?} is there already"))),
        None => Ok(()),
    }
}
