//! The rows a group of requests works on, in memory: read by the rules, written back by a store.
//!
//! [`Rows`] is what a store has loaded. A row that is not loaded stops the decision with the keys it needs
//! ([`Stop::More`]); the store loads them and the request is decided anew. A [`Draft`] collects what one request
//! changes and is dropped whole on a refusal, so nothing is ever half done.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::id::{MemberId, PaymentId, RequestKey};
use crate::ledger::{Hold, Line, TopUp, Transfer, Wallet};
use crate::member::{Handle, Member, Pin};
use crate::money::Currency;
use crate::payment::{Payment, Recent};
use crate::refusal::Refusal;
use crate::request::{Done, HandleKey, KeptPost, Message, SignIn};

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
    /// A member's wallet.
    Wallet(MemberId, Currency),
    /// A member's latest payments as payer, newest first, at most [`RECENT_MAX`].
    Recent(MemberId),
    /// A member's open payments as payer, oldest first, at most [`OPEN_MAX`].
    Open(MemberId),
    /// A payment.
    Payment(PaymentId),
    /// A payment's hold.
    Hold(PaymentId),
    /// The payment that a claim's link names.
    Claim([u8; 32]),
    /// The latest lines of a wallet's statement, newest first, at most [`LINES_MAX`].
    Lines(MemberId, Currency),
}

/// Latest payments that are loaded for the duplicate guard and the pace.
pub const RECENT_MAX: usize = 64;

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
    handles: FxHashMap<HandleKey, Option<Handle>>,
    members: FxHashMap<MemberId, Option<Member>>,
    pins: FxHashMap<MemberId, Option<Pin>>,
    wallets: FxHashMap<(MemberId, Currency), Option<Wallet>>,
    recent: FxHashMap<MemberId, Vec<Recent>>,
    open: FxHashMap<MemberId, Vec<PaymentId>>,
    payments: FxHashMap<PaymentId, Option<Payment>>,
    holds: FxHashMap<PaymentId, Option<Hold>>,
    claims: FxHashMap<[u8; 32], Option<PaymentId>>,
    lines: FxHashMap<(MemberId, Currency), Vec<Line>>,
    unwritten: Writes,
}

/// What a group changed and a store must write, in one transaction.
#[derive(Default)]
pub struct Writes {
    /// Requests decided.
    pub done: Vec<RequestKey>,
    /// Handles added.
    pub handles: Vec<Handle>,
    /// Members added or changed.
    pub members: FxHashSet<MemberId>,
    /// PINs set, counted or removed.
    pub pins: FxHashSet<MemberId>,
    /// Wallets added or changed.
    pub wallets: FxHashSet<(MemberId, Currency)>,
    /// Payments added or changed.
    pub payments: FxHashSet<PaymentId>,
    /// Holds opened or ended.
    pub holds: FxHashSet<PaymentId>,
    /// Transfers.
    pub transfers: Vec<Transfer>,
    /// Bank transfers received.
    pub top_ups: Vec<TopUp>,
    /// Statement lines.
    pub lines: Vec<Line>,
    /// What must be told.
    pub messages: Vec<Message>,
    /// Posts to keep.
    pub posts: Vec<KeptPost>,
    /// Links to sign in.
    pub sign_ins: Vec<SignIn>,
}

/// A row that a store has found, or found to be missing.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "one variant for each key, which says what it is")]
pub enum Found {
    Done(Option<Done>),
    Handle(Option<Handle>),
    Member(Option<Member>),
    Pin(Option<Pin>),
    Wallet(Option<Wallet>),
    Recent(Vec<Recent>),
    Open(Vec<PaymentId>),
    Payment(Option<Payment>),
    Hold(Option<Hold>),
    Claim(Option<PaymentId>),
    Lines(Vec<Line>),
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
            Key::Wallet(id, currency) => self.wallets.contains_key(&(*id, *currency)),
            Key::Recent(id) => self.recent.contains_key(id),
            Key::Open(id) => self.open.contains_key(id),
            Key::Payment(id) => self.payments.contains_key(id),
            Key::Hold(id) => self.holds.contains_key(id),
            Key::Claim(hash) => self.claims.contains_key(hash),
            Key::Lines(id, currency) => self.lines.contains_key(&(*id, *currency)),
        }
    }

    /// Takes in what a store found under `key`.
    ///
    /// # Panics
    /// If what was found is of another kind than the key: the store is wrong.
    pub fn load(&mut self, key: Key, found: Found) {
        match (key, found) {
            (Key::Done(key), Found::Done(row)) => drop(self.done.insert(key, row)),
            (Key::Handle(key), Found::Handle(row)) => drop(self.handles.insert(key, row)),
            (Key::Member(id), Found::Member(row)) => drop(self.members.insert(id, row)),
            (Key::Pin(id), Found::Pin(row)) => drop(self.pins.insert(id, row)),
            (Key::Wallet(id, currency), Found::Wallet(row)) => drop(self.wallets.insert((id, currency), row)),
            (Key::Recent(id), Found::Recent(rows)) => drop(self.recent.insert(id, rows)),
            (Key::Open(id), Found::Open(ids)) => drop(self.open.insert(id, ids)),
            (Key::Payment(id), Found::Payment(row)) => drop(self.payments.insert(id, row)),
            (Key::Hold(id), Found::Hold(row)) => drop(self.holds.insert(id, row)),
            (Key::Claim(hash), Found::Claim(id)) => drop(self.claims.insert(hash, id)),
            (Key::Lines(id, currency), Found::Lines(rows)) => drop(self.lines.insert((id, currency), rows)),
            (key, found) => panic!("a store found {found:?} under {key:?}"),
        }
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

    /// The row of a request decided in this group.
    #[must_use]
    pub fn decided(&self, key: RequestKey) -> Option<&Done> {
        self.done.get(&key)?.as_ref()
    }

    /// Forgets that anything is unwritten: the group is committed. Hot rows stay, others go.
    ///
    /// Members, wallets, handles and payers' latest payments stay because every change to them passes through
    /// here; the caller must be the only writer of its database.
    pub fn committed(&mut self, keep_rows_max: usize) {
        self.unwritten.clear();
        self.done.clear();
        self.pins.clear();
        self.open.clear();
        self.payments.clear();
        self.holds.clear();
        self.claims.clear();
        self.lines.clear();
        if self.wallets.len() > keep_rows_max || self.handles.len() > keep_rows_max || self.recent.len() > keep_rows_max {
            self.members.clear();
            self.handles.clear();
            self.wallets.clear();
            self.recent.clear();
        }
    }

    /// Forgets everything: the group failed and the database knows better.
    pub fn rolled_back(&mut self) {
        *self = Self::default();
    }

    /// Takes over what one request changed.
    fn absorb(&mut self, changes: &mut Changes) {
        for member in changes.members.drain(..) {
            self.unwritten.members.insert(member.id);
            self.members.insert(member.id, Some(member));
        }
        for (id, pin) in changes.pins.drain(..) {
            self.unwritten.pins.insert(id);
            self.pins.insert(id, pin);
        }
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
            self.handles.remove(&HandleKey::Name(handle.network, handle.name.clone()));
            self.handles.remove(&HandleKey::Id(handle.network, handle.stable_id.clone()));
            self.unwritten.handles.push(handle);
        }
        for line in changes.lines.drain(..) {
            if let Some(lines) = self.lines.get_mut(&(line.member, line.currency)) {
                lines.insert(0, line.clone());
                lines.truncate(LINES_MAX);
            }
            self.unwritten.lines.push(line);
        }
        self.unwritten.transfers.append(&mut changes.transfers);
        self.unwritten.top_ups.append(&mut changes.top_ups);
        self.unwritten.messages.append(&mut changes.messages);
        self.unwritten.posts.append(&mut changes.posts);
        self.unwritten.sign_ins.append(&mut changes.sign_ins);
    }

    fn absorb_payment(&mut self, payment: Payment) {
        if let Some(recent) = self.recent.get_mut(&payment.payer) {
            match recent.iter_mut().find(|known| known.id == payment.id) {
                Some(known) => *known = Recent::from(&payment),
                None => {
                    recent.insert(0, Recent::from(&payment));
                    recent.truncate(RECENT_MAX);
                }
            }
        }
        if let Some(open) = self.open.get_mut(&payment.payer) {
            let listed = open.contains(&payment.id);
            if payment.state.open() && !listed {
                open.push(payment.id);
            } else if !payment.state.open() && listed {
                open.retain(|id| *id != payment.id);
            }
        }
        if let Some(claim) = &payment.claim {
            self.claims.insert(claim.token_hash, Some(payment.id));
        }
        self.unwritten.payments.insert(payment.id);
        self.payments.insert(payment.id, Some(payment));
    }

    /// Keeps a decided request, so that a repeat gets the same answer.
    pub fn finish(&mut self, done: Done) {
        self.unwritten.done.push(done.key);
        self.done.insert(done.key, Some(done));
    }
}

impl Writes {
    fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
            && self.handles.is_empty()
            && self.members.is_empty()
            && self.pins.is_empty()
            && self.wallets.is_empty()
            && self.payments.is_empty()
            && self.holds.is_empty()
            && self.transfers.is_empty()
            && self.top_ups.is_empty()
            && self.lines.is_empty()
            && self.messages.is_empty()
            && self.posts.is_empty()
            && self.sign_ins.is_empty()
    }
}

fn loaded<V>(row: Option<&Option<V>>, key: impl FnOnce() -> Key) -> Result<Option<&V>, Stop> {
    row.map(Option::as_ref).ok_or_else(|| Stop::More(vec![key()]))
}

/// What one request changes.
#[derive(Default)]
pub struct Changes {
    members: Vec<Member>,
    pins: Vec<(MemberId, Option<Pin>)>,
    wallets: Vec<Wallet>,
    payments: Vec<Payment>,
    holds: Vec<Hold>,
    handles: Vec<Handle>,
    transfers: Vec<Transfer>,
    top_ups: Vec<TopUp>,
    lines: Vec<Line>,
    messages: Vec<Message>,
    posts: Vec<KeptPost>,
    sign_ins: Vec<SignIn>,
}

/// One request's view of the rows, with its own changes laid over them.
pub struct Draft<'a> {
    rows: &'a mut Rows,
    changes: Changes,
}

impl<'a> Draft<'a> {
    /// A draft without changes.
    pub fn new(rows: &'a mut Rows) -> Self {
        Self { rows, changes: Changes::default() }
    }

    /// Makes the changes count. Without this they are gone.
    pub fn keep(mut self) -> Vec<Message> {
        let messages = self.changes.messages.clone();
        self.rows.absorb(&mut self.changes);
        messages
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
        match self.changes.members.iter().find(|member| member.id == id) {
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

    /// A handle.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn handle(&self, key: &HandleKey) -> Result<Option<&Handle>, Stop> {
        match self.changes.handles.iter().find(|handle| key.finds(handle)) {
            Some(handle) => Ok(Some(handle)),
            None => loaded(self.rows.handles.get(key), || Key::Handle(key.clone())),
        }
    }

    /// A wallet; one that does not exist yet is empty.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn wallet(&self, member: MemberId, currency: Currency) -> Result<Wallet, Stop> {
        let changed = self.changes.wallets.iter().find(|w| w.member == member && w.currency == currency);
        if let Some(wallet) = changed {
            return Ok(wallet.clone());
        }
        let row = loaded(self.rows.wallets.get(&(member, currency)), || Key::Wallet(member, currency))?;
        Ok(row.cloned().unwrap_or_else(|| Wallet::new(member, currency)))
    }

    /// A payer's latest payments, newest first.
    ///
    /// # Errors
    /// [`Stop::More`] if the list is not loaded.
    pub fn recent(&self, payer: MemberId) -> Result<&[Recent], Stop> {
        self.rows.recent.get(&payer).map(Vec::as_slice).ok_or_else(|| Stop::More(vec![Key::Recent(payer)]))
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
        match self.changes.payments.iter().find(|payment| payment.id == id) {
            Some(payment) => Ok(Some(payment)),
            None => loaded(self.rows.payments.get(&id), || Key::Payment(id)),
        }
    }

    /// A payment's hold.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn hold(&self, id: PaymentId) -> Result<Option<&Hold>, Stop> {
        match self.changes.holds.iter().find(|hold| hold.payment == id) {
            Some(hold) => Ok(Some(hold)),
            None => loaded(self.rows.holds.get(&id), || Key::Hold(id)),
        }
    }

    /// The payment that a claim's link names.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn claim(&self, token_hash: [u8; 32]) -> Result<Option<PaymentId>, Stop> {
        loaded(self.rows.claims.get(&token_hash), || Key::Claim(token_hash)).map(Option::<&PaymentId>::copied)
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
        replace(&mut self.changes.members, member, |a, b| a.id == b.id);
    }

    /// Sets, counts or removes a PIN.
    pub fn put_pin(&mut self, member: MemberId, pin: Option<Pin>) {
        replace(&mut self.changes.pins, (member, pin), |a, b| a.0 == b.0);
    }

    /// Adds a handle.
    pub fn put_handle(&mut self, handle: Handle) {
        self.changes.handles.push(handle);
    }

    /// Adds or changes a payment.
    pub fn put_payment(&mut self, payment: Payment) {
        replace(&mut self.changes.payments, payment, |a, b| a.id == b.id);
    }

    /// Tells somebody something, after the commit.
    pub fn tell(&mut self, message: Message) {
        self.changes.messages.push(message);
    }

    /// Keeps a post of a network that is ours.
    pub fn keep_post(&mut self, post: KeptPost) {
        self.changes.posts.push(post);
    }

    /// Makes a link to sign in.
    pub fn put_sign_in(&mut self, sign_in: SignIn) {
        self.changes.sign_ins.push(sign_in);
    }

    /// Payments changed so far.
    #[must_use]
    pub fn touched(&self) -> Vec<PaymentId> {
        self.changes.payments.iter().map(|payment| payment.id).collect()
    }

    /// Notes a bank transfer received.
    pub fn add_top_up(&mut self, top_up: TopUp) {
        self.changes.top_ups.push(top_up);
    }

    pub(crate) fn put_wallet(&mut self, wallet: Wallet) {
        replace(&mut self.changes.wallets, wallet, |a, b| a.member == b.member && a.currency == b.currency);
    }

    pub(crate) fn put_hold(&mut self, hold: Hold) {
        replace(&mut self.changes.holds, hold, |a, b| a.payment == b.payment);
    }

    pub(crate) fn add_transfer(&mut self, transfer: Transfer) {
        self.changes.transfers.push(transfer);
    }

    pub(crate) fn add_line(&mut self, line: Line) {
        self.changes.lines.push(line);
    }
}

fn replace<T>(list: &mut Vec<T>, row: T, same: impl Fn(&T, &T) -> bool) {
    match list.iter_mut().find(|known| same(known, &row)) {
        Some(known) => *known = row,
        None => list.push(row),
    }
}
