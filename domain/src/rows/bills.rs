//! Bills and blocks in memory.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Draft, Found, Key, Stop, loaded};
use crate::bill::{BILLS_MAX, Bill, BillList};
use crate::id::{BillId, MemberId};
use crate::time::Timestamp;

/// What is loaded of bills and blocks, for one group.
#[derive(Default)]
pub(super) struct BillRows {
    rows: FxHashMap<BillId, Option<Bill>>,
    /// The oldest first.
    lists: FxHashMap<BillList, Vec<BillId>>,
    blocks: FxHashMap<(MemberId, MemberId), Option<Timestamp>>,
}

impl BillRows {
    pub(super) fn has(&self, key: &Key) -> bool {
        match key {
            Key::Bill(id) => self.rows.contains_key(id),
            Key::Bills(list) => self.lists.contains_key(list),
            Key::Block(member, other) => self.blocks.contains_key(&(*member, *other)),
            _ => false,
        }
    }

    /// Takes in what a store found; `changed` names the bills that the group changed before.
    pub(super) fn load(&mut self, key: Key, found: Found, changed: &FxHashSet<BillId>) {
        match (key, found) {
            (Key::Bill(id), Found::Bill(row)) => drop(self.rows.insert(id, row)),
            (Key::Block(member, other), Found::Block(since)) => {
                self.blocks.insert((member, other), since);
            }
            (Key::Bills(list), Found::Bills(bills)) => self.load_list(list, bills, changed),
            (key, found) => panic!("a store found {found:?} under {key:?}"),
        }
    }

    fn load_list(&mut self, list: BillList, bills: Vec<Bill>, changed: &FxHashSet<BillId>) {
        let mut ids: Vec<BillId> = bills.iter().map(|bill| bill.id).collect();
        for bill in bills {
            self.rows.entry(bill.id).or_insert(Some(bill));
        }
        for bill in changed.iter().filter_map(|id| self.bill(*id)) {
            note(list, &mut ids, bill);
        }
        self.lists.insert(list, ids);
    }

    pub(super) fn bill(&self, id: BillId) -> Option<&Bill> {
        self.rows.get(&id)?.as_ref()
    }

    pub(super) fn block(&self, member: MemberId, other: MemberId) -> Option<Timestamp> {
        self.blocks.get(&(member, other)).copied().flatten()
    }

    /// Takes over a bill that was begun or changed.
    pub(super) fn put(&mut self, bill: Bill) {
        for (list, ids) in &mut self.lists {
            note(*list, ids, &bill);
        }
        self.rows.insert(bill.id, Some(bill));
    }

    pub(super) fn put_block(&mut self, pair: (MemberId, MemberId), since: Option<Timestamp>) {
        self.blocks.insert(pair, since);
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.rows.clear();
        self.lists.clear();
        self.blocks.clear();
    }
}

/// Keeps a list, the oldest first by id as a store gives it, up to date.
fn note(list: BillList, ids: &mut Vec<BillId>, bill: &Bill) {
    match (ids.binary_search(&bill.id), list.has(bill)) {
        (Ok(place), false) => drop(ids.remove(place)),
        (Err(place), true) => {
            ids.insert(place, bill.id);
            if ids.len() > BILLS_MAX {
                ids.remove(0);
            }
        }
        (Ok(_), true) | (Err(_), false) => {}
    }
}

impl Draft<'_> {
    /// A bill.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn bill(&self, id: BillId) -> Result<Option<&Bill>, Stop> {
        match self.rows.draft.bills.iter().find(|bill| bill.id == id) {
            Some(bill) => Ok(Some(bill)),
            None => loaded(self.rows.bills.rows.get(&id), || Key::Bill(id)),
        }
    }

    /// A list of bills, oldest first, as it was before this request.
    ///
    /// # Errors
    /// [`Stop::More`] if the list is not loaded.
    pub fn bills(&self, list: BillList) -> Result<Vec<&Bill>, Stop> {
        let ids = self.rows.bills.lists.get(&list);
        let ids = ids.ok_or_else(|| Stop::More(vec![Key::Bills(list)]))?;
        Ok(ids.iter().filter_map(|id| self.rows.bills.bill(*id)).collect())
    }

    /// Since when `member` keeps away what `other` asks of them.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn block(&self, member: MemberId, other: MemberId) -> Result<Option<Timestamp>, Stop> {
        let row = self.rows.bills.blocks.get(&(member, other));
        loaded(row, || Key::Block(member, other)).map(Option::<&Timestamp>::copied)
    }

    /// Begins or changes a bill.
    pub fn put_bill(&mut self, bill: Bill) {
        super::draft::replace(&mut self.rows.draft.bills, bill, |a, b| a.id == b.id);
    }

    /// Sets or lifts a block.
    pub fn put_block(&mut self, member: MemberId, other: MemberId, since: Option<Timestamp>) {
        self.rows.draft.blocks.push(((member, other), since));
    }
}
