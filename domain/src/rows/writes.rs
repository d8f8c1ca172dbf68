//! What a group changed.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::PasskeyWrites;
use crate::id::{BillId, MemberId, PaymentId, RequestKey, ScheduleId, SuspenseId};
use crate::ledger::{Line, TopUp, Transfer};
use crate::member::Handle;
use crate::money::Currency;
use crate::operate::{Act, Refusals};
use crate::refund::Refund;
use crate::request::{KeptPost, Message, SignIn};
use crate::schedule::Run;
use crate::trace::Trace;

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
    /// What must be told, by request.
    pub messages: Vec<Arc<[Message]>>,
    /// Posts to keep.
    pub posts: Vec<KeptPost>,
    /// Links to sign in.
    pub sign_ins: Vec<SignIn>,
    /// For each entry of `messages`, under which id the log speaks of the request that said it.
    pub traces: Vec<Option<Trace>>,
    /// Bills begun or changed.
    pub bills: FxHashSet<BillId>,
    /// Blocks set or lifted.
    pub blocks: FxHashSet<(MemberId, MemberId)>,
    /// What operators did.
    pub acts: Vec<Act>,
    /// How often what was refused.
    pub refusals: Refusals,
    /// Refunds given.
    pub refunds: Vec<Refund>,
    /// Wishes for refunds counted, by payer and payee.
    pub refund_asks: FxHashSet<(MemberId, MemberId)>,
    /// Schedules begun or changed.
    pub schedules: FxHashSet<ScheduleId>,
    /// Occurrences of schedules that are over.
    pub runs: Vec<Run>,
    /// Money without owner that arrived or went on.
    pub suspense: FxHashSet<SuspenseId>,
    /// Passkeys added, used or removed, and challenges that are spent.
    pub passkeys: PasskeyWrites,
}

impl Writes {
    /// Empties every list and keeps its memory for the next group.
    pub(super) fn clear(&mut self) {
        self.done.clear();
        self.handles.clear();
        self.members.clear();
        self.pins.clear();
        self.wallets.clear();
        self.payments.clear();
        self.holds.clear();
        self.transfers.clear();
        self.top_ups.clear();
        self.lines.clear();
        self.messages.clear();
        self.posts.clear();
        self.sign_ins.clear();
        self.traces.clear();
        self.bills.clear();
        self.blocks.clear();
        self.acts.clear();
        self.refusals.clear();
        self.refunds.clear();
        self.refund_asks.clear();
        self.schedules.clear();
        self.runs.clear();
        self.suspense.clear();
        self.passkeys.clear();
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
            && self.bills.is_empty()
            && self.blocks.is_empty()
            && self.acts.is_empty()
            && self.refusals.is_empty()
            && self.refunds.is_empty()
            && self.refund_asks.is_empty()
            && self.schedules.is_empty()
            && self.runs.is_empty()
            && self.suspense.is_empty()
            && self.passkeys.is_empty()
    }
}
