//! Passkeys and challenges in memory.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Draft, Key, Rows, Stop, loaded};
use crate::id::MemberId;
use crate::passkey::{Challenge, Passkey, PasskeyId};

/// Names a passkey.
pub type PasskeyKey = (MemberId, PasskeyId);

/// What is loaded of passkeys and challenges, for one group.
#[derive(Default)]
pub(super) struct PasskeyRows {
    /// In the order of their ids.
    of: FxHashMap<MemberId, Vec<Passkey>>,
    challenges: FxHashMap<[u8; 32], Option<Challenge>>,
}

/// What one request changes of them.
#[derive(Default)]
pub(super) struct PasskeyChanges {
    put: Vec<Passkey>,
    removed: Vec<PasskeyKey>,
    spent: Vec<[u8; 32]>,
}

impl PasskeyChanges {
    pub(super) fn clear(&mut self) {
        self.put.clear();
        self.removed.clear();
        self.spent.clear();
    }
}

/// What a group changed of them.
#[derive(Default)]
pub struct PasskeyWrites {
    /// Passkeys added, used or removed.
    pub passkeys: FxHashSet<PasskeyKey>,
    /// Challenges that are spent.
    pub spent: Vec<[u8; 32]>,
}

impl PasskeyWrites {
    pub(super) fn clear(&mut self) {
        self.passkeys.clear();
        self.spent.clear();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.passkeys.is_empty() && self.spent.is_empty()
    }
}

impl PasskeyRows {
    pub(super) fn has_of(&self, member: MemberId) -> bool {
        self.of.contains_key(&member)
    }

    pub(super) fn has_challenge(&self, bytes: &[u8; 32]) -> bool {
        self.challenges.contains_key(bytes)
    }

    pub(super) fn load_of(&mut self, member: MemberId, rows: Vec<Passkey>) {
        self.of.insert(member, rows);
    }

    pub(super) fn load_challenge(&mut self, bytes: [u8; 32], row: Option<Challenge>) {
        self.challenges.insert(bytes, row);
    }

    pub(super) fn passkey(&self, (member, id): PasskeyKey) -> Option<&Passkey> {
        self.of.get(&member)?.iter().find(|passkey| passkey.id == id)
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.of.clear();
        self.challenges.clear();
    }

    /// Takes over what one request changed.
    pub(super) fn absorb(&mut self, changes: &mut PasskeyChanges, writes: &mut PasskeyWrites) {
        for passkey in changes.put.drain(..) {
            writes.passkeys.insert((passkey.member, passkey.id));
            put(self.of.entry(passkey.member).or_default(), passkey);
        }
        for (member, id) in changes.removed.drain(..) {
            writes.passkeys.insert((member, id));
            self.of.entry(member).or_default().retain(|passkey| passkey.id != id);
        }
        for bytes in changes.spent.drain(..) {
            self.challenges.insert(bytes, None);
            writes.spent.push(bytes);
        }
    }
}

fn put(rows: &mut Vec<Passkey>, row: Passkey) {
    match rows.binary_search_by_key(&row.id, |known| known.id) {
        Ok(place) => rows[place] = row,
        Err(place) => rows.insert(place, row),
    }
}

impl Rows {
    /// The row of a changed passkey; `None` if it was removed.
    #[must_use]
    pub fn passkey(&self, key: PasskeyKey) -> Option<&Passkey> {
        self.passkeys.passkey(key)
    }
}

impl Draft<'_> {
    /// A member's passkeys, in the order of their ids, as they were before this request.
    ///
    /// # Errors
    /// [`Stop::More`] if they are not loaded.
    pub fn passkeys(&self, member: MemberId) -> Result<Vec<&Passkey>, Stop> {
        let own = self.rows.passkeys.of.get(&member);
        let own = own.ok_or_else(|| Stop::More(vec![Key::Passkeys(member)]))?;
        Ok(own.iter().collect())
    }

    /// A challenge that is not spent.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn challenge(&self, bytes: [u8; 32]) -> Result<Option<&Challenge>, Stop> {
        if self.rows.draft.passkeys.spent.contains(&bytes) {
            return Ok(None);
        }
        loaded(self.rows.passkeys.challenges.get(&bytes), || Key::Challenge(bytes))
    }

    /// Adds a passkey, or counts a use of it.
    pub fn put_passkey(&mut self, passkey: Passkey) {
        self.rows.draft.passkeys.put.push(passkey);
    }

    /// Removes a passkey, also one that this request has used.
    pub fn remove_passkey(&mut self, member: MemberId, id: PasskeyId) {
        let changes = &mut self.rows.draft.passkeys;
        changes.put.retain(|passkey| (passkey.member, passkey.id) != (member, id));
        changes.removed.push((member, id));
    }

    /// Ends a challenge.
    pub fn spend_challenge(&mut self, bytes: [u8; 32]) {
        self.rows.draft.passkeys.spent.push(bytes);
    }
}
