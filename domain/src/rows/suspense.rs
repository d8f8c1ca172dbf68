//! Money without owner in memory.

use super::{Draft, Key, Rows, Stop, loaded};
use crate::id::SuspenseId;
use crate::suspense::Item;

impl Rows {
    /// The row of money without owner that arrived or went on.
    #[must_use]
    pub fn suspense(&self, id: SuspenseId) -> Option<&Item> {
        self.suspense.get(&id)?.as_ref()
    }

    /// Takes over what one request changed.
    pub(super) fn absorb_suspense(&mut self, changed: &mut Vec<Item>) {
        for item in changed.drain(..) {
            self.unwritten.suspense.insert(item.id);
            self.suspense.insert(item.id, Some(item));
        }
    }
}

impl Draft<'_> {
    /// Money without owner.
    ///
    /// # Errors
    /// [`Stop::More`] if the row is not loaded.
    pub fn suspense(&self, id: SuspenseId) -> Result<Option<&Item>, Stop> {
        match self.rows.draft.suspense.iter().find(|item| item.id == id) {
            Some(item) => Ok(Some(item)),
            None => loaded(self.rows.suspense.get(&id), || Key::Suspense(id)),
        }
    }

    /// Begins or ends the wait of money without owner.
    pub fn put_suspense(&mut self, item: Item) {
        super::draft::replace(&mut self.rows.draft.suspense, item, |a, b| a.id == b.id);
    }
}
