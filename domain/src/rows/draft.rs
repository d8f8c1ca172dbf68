//! One request's view of the rows, and what it changes.

use std::sync::Arc;

use super::passkeys::PasskeyChanges;
use super::{Key, Latest, Rows, Stop, loaded};
use crate::bill::Bill;
use crate::id::{MemberId, PaymentId, RequestKey};
use crate::ledger::{Hold, Line, TopUp, Transfer, Wallet};
use crate::member::{Handle, Member, Pin};
use crate::money::Currency;
use crate::operate::Act;
use crate::payment::Payment;
use crate::refund::{Refund, RefundAsks};
use crate::request::{Done, HandleKey, KeptPost, Message, SignIn};
use crate::schedule::{Run, Schedule};
use crate::suspense::Item;
use crate::time::Timestamp;

/// What one request changes.
#[derive(Default)]
pub struct Changes {
    pub(super) members: Vec<Member>,
    pub(super) pins: Vec<(MemberId, Option<Pin>)>,
    pub(super) wallets: Vec<Wallet>,
    pub(super) payments: Vec<Payment>,
    pub(super) holds: Vec<Hold>,
    pub(super) handles: Vec<Handle>,
    pub(super) transfers: Vec<Transfer>,
    pub(super) top_ups: Vec<TopUp>,
    pub(super) lines: Vec<Line>,
    pub(super) messages: Vec<Message>,
    pub(super) posts: Vec<KeptPost>,
    pub(super) sign_ins: Vec<SignIn>,
    pub(super) bills: Vec<Bill>,
    pub(super) blocks: Vec<((MemberId, MemberId), Option<Timestamp>)>,
    pub(super) acts: Vec<Act>,
    pub(super) refunds: Vec<Refund>,
    pub(super) refund_asks: Vec<RefundAsks>,
    pub(super) schedules: Vec<Schedule>,
    pub(super) runs: Vec<Run>,
    pub(super) suspense: Vec<Item>,
    pub(super) passkeys: PasskeyChanges,
}

impl Changes {
    fn clear(&mut self) {
        self.members.clear();
        self.pins.clear();
        self.wallets.clear();
        self.payments.clear();
        self.holds.clear();
        self.handles.clear();
        self.transfers.clear();
        self.top_ups.clear();
        self.lines.clear();
        self.messages.clear();
        self.posts.clear();
        self.sign_ins.clear();
        self.bills.clear();
        self.blocks.clear();
        self.acts.clear();
        self.refunds.clear();
        self.refund_asks.clear();
        self.schedules.clear();
        self.runs.clear();
        self.suspense.clear();
        self.passkeys.clear();
    }
}

/// One request's view of the rows, with its own changes laid over them.
pub struct Draft<'a> {
    pub(super) rows: &'a mut Rows,
}

impl<'a> Draft<'a> {
    /// A draft without changes.
    pub fn new(rows: &'a mut Rows) -> Self {
        rows.draft.clear();
        Self { rows }
    }

    /// Makes the changes count, and gives what is told and the payments changed. Without this they are gone.
    pub fn keep(self) -> (Arc<[Message]>, Arc<[PaymentId]>) {
        let messages: Arc<[Message]> = self.rows.draft.messages.drain(..).collect();
        let payments = self.touched().collect();
        if !messages.is_empty() {
            self.rows.unwritten.messages.push(messages.clone());
            self.rows.unwritten.traces.push(self.rows.trace.clone());
        }
        self.rows.tell_watchers();
        self.rows.absorb();
        (messages, payments)
    }

    /// Forgets what was changed so far.
    pub fn forget(&mut self) {
        self.rows.draft.clear();
    }

    /// Stops for every key that is not loaded.
    ///
    /// # Errors
    /// [`Stop::More`] with those keys, so that one load brings them all.
    pub fn need(&self, keys: impl IntoIterator<Item = Key>) -> Result<(), Stop> {
        let missing: Vec<Key> = keys.into_iter().filter(|key| !self.rows.has(key)).collect();
        if missing.is_empty() { Ok(()) } else { Err(Stop::More(missing)) }
    }

    /// A member.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn member(&self, id: MemberId) -> Result<Option<&Member>, Stop> {
        match self.rows.draft.members.iter().find(|member| member.id == id) {
            Some(member) => Ok(Some(member)),
            None => loaded(self.rows.members.get(&id), || Key::Member(id)),
        }
    }

    /// A member's PIN.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn pin(&self, id: MemberId) -> Result<Option<&Pin>, Stop> {
        loaded(self.rows.pins.get(&id), || Key::Pin(id))
    }

    /// Whose a handle is.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn handle(&self, key: &HandleKey) -> Result<Option<MemberId>, Stop> {
        match self.rows.draft.handles.iter().find(|handle| key.finds(handle)) {
            Some(handle) => Ok(Some(handle.member)),
            None => loaded(self.rows.handles.get(key), || Key::Handle(key.clone()))
                .map(Option::<&MemberId>::copied),
        }
    }

    /// A wallet; one that does not exist yet is empty.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn wallet(&self, member: MemberId, currency: Currency) -> Result<Wallet, Stop> {
        let changed =
            self.rows.draft.wallets.iter().find(|w| w.member == member && w.currency == currency);
        if let Some(wallet) = changed {
            return Ok(wallet.clone());
        }
        let row =
            loaded(self.rows.wallets.get(&(member, currency)), || Key::Wallet(member, currency))?;
        Ok(row.cloned().unwrap_or_else(|| Wallet::new(member, currency)))
    }

    /// A payer's latest payments.
    ///
    /// # Errors
    /// [`Stop::More`] if the list is not loaded.
    pub fn latest(&self, payer: MemberId) -> Result<&Latest, Stop> {
        self.rows.latest.get(&payer).ok_or_else(|| Stop::More(vec![Key::Latest(payer)]))
    }

    /// A payer's open payments, oldest first, with their rows.
    ///
    /// # Errors
    /// [`Stop::More`] if the list or a row is not loaded.
    pub fn open(&self, payer: MemberId) -> Result<Vec<&Payment>, Stop> {
        let ids = self.rows.open.get(&payer).ok_or_else(|| Stop::More(vec![Key::Open(payer)]))?;
        self.need(ids.iter().map(|id| Key::Payment(*id)))?;
        let rows = ids.iter().map(|id| self.payment(*id)).collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// A payment.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn payment(&self, id: PaymentId) -> Result<Option<&Payment>, Stop> {
        match self.rows.draft.payments.iter().find(|payment| payment.id == id) {
            Some(payment) => Ok(Some(payment)),
            None => loaded(self.rows.payments.get(&id), || Key::Payment(id)),
        }
    }

    /// A payment's hold.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn hold(&self, id: PaymentId) -> Result<Option<&Hold>, Stop> {
        match self.rows.draft.holds.iter().find(|hold| hold.payment == id) {
            Some(hold) => Ok(Some(hold)),
            None => loaded(self.rows.holds.get(&id), || Key::Hold(id)),
        }
    }

    /// The payment that a claim's link names.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn claim(&self, token_hash: [u8; 32]) -> Result<Option<PaymentId>, Stop> {
        loaded(self.rows.claims.get(&token_hash), || Key::Claim(token_hash))
            .map(Option::<&PaymentId>::copied)
    }

    /// The latest lines of a wallet's statement, newest first.
    ///
    /// # Errors
    /// [`Stop::More`] if the list is not loaded.
    pub fn lines(&self, member: MemberId, currency: Currency) -> Result<&[Line], Stop> {
        let lines = self.rows.lines.get(&(member, currency)).map(Vec::as_slice);
        lines.ok_or_else(|| Stop::More(vec![Key::Lines(member, currency)]))
    }

    /// A request decided before.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn done(&self, key: RequestKey) -> Result<Option<&Done>, Stop> {
        self.rows.done(key)
    }

    /// Adds or changes a member.
    pub fn put_member(&mut self, member: Member) {
        replace(&mut self.rows.draft.members, member, |a, b| a.id == b.id);
    }

    /// Sets, counts or removes a PIN.
    pub fn put_pin(&mut self, member: MemberId, pin: Option<Pin>) {
        replace(&mut self.rows.draft.pins, (member, pin), |a, b| a.0 == b.0);
    }

    /// Adds a handle.
    pub fn put_handle(&mut self, handle: Handle) {
        self.rows.draft.handles.push(handle);
    }

    /// Adds or changes a payment.
    pub fn put_payment(&mut self, payment: Payment) {
        replace(&mut self.rows.draft.payments, payment, |a, b| a.id == b.id);
    }

    /// Tells somebody something, after the commit.
    pub fn tell(&mut self, message: Message) {
        self.rows.draft.messages.push(message);
    }

    /// Keeps a post of a network that is ours.
    pub fn keep_post(&mut self, post: KeptPost) {
        self.rows.draft.posts.push(post);
    }

    /// Makes a link to sign in.
    pub fn put_sign_in(&mut self, sign_in: SignIn) {
        self.rows.draft.sign_ins.push(sign_in);
    }

    /// Notes what an operator did.
    pub fn note_act(&mut self, act: Act) {
        self.rows.draft.acts.push(act);
    }

    /// Payments changed so far.
    pub fn touched(&self) -> impl Iterator<Item = PaymentId> {
        self.rows.draft.payments.iter().map(|payment| payment.id)
    }

    /// Notes a bank transfer received.
    pub fn add_top_up(&mut self, top_up: TopUp) {
        self.rows.draft.top_ups.push(top_up);
    }

    /// A wallet, to change it.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub(crate) fn wallet_mut(
        &mut self,
        member: MemberId,
        currency: Currency,
    ) -> Result<&mut Wallet, Stop> {
        let wallets = &self.rows.draft.wallets;
        let changed = wallets.iter().position(|w| w.member == member && w.currency == currency);
        let place = match changed {
            Some(place) => place,
            None => {
                let wallet = self.wallet(member, currency)?;
                self.rows.draft.wallets.push(wallet);
                self.rows.draft.wallets.len() - 1
            }
        };
        Ok(&mut self.rows.draft.wallets[place])
    }

    /// How often `payer` has asked `payee` for refunds.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn refund_asks(
        &self,
        payer: MemberId,
        payee: MemberId,
    ) -> Result<Option<&RefundAsks>, Stop> {
        let row = self.rows.refund_asks.get(&(payer, payee));
        loaded(row, || Key::RefundAsks(payer, payee))
    }

    /// Counts a wish for a refund.
    pub fn put_refund_asks(&mut self, asks: RefundAsks) {
        let same = |a: &RefundAsks, b: &RefundAsks| (a.payer, a.payee) == (b.payer, b.payee);
        replace(&mut self.rows.draft.refund_asks, asks, same);
    }

    /// Notes a refund.
    pub fn add_refund(&mut self, refund: Refund) {
        self.rows.draft.refunds.push(refund);
    }

    pub(crate) fn put_hold(&mut self, hold: Hold) {
        replace(&mut self.rows.draft.holds, hold, |a, b| a.payment == b.payment);
    }

    pub(crate) fn add_transfer(&mut self, transfer: Transfer) {
        self.rows.draft.transfers.push(transfer);
    }

    pub(crate) fn add_line(&mut self, line: Line) {
        self.rows.draft.lines.push(line);
    }
}

pub(super) fn replace<T>(list: &mut Vec<T>, row: T, same: impl Fn(&T, &T) -> bool) {
    match list.iter_mut().find(|known| same(known, &row)) {
        Some(known) => *known = row,
        None => list.push(row),
    }
}
