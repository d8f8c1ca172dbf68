//! How many questions the database is being asked, and how many wait for a connection that reads.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Questions at this moment.
#[derive(Debug, Default)]
pub struct Reading {
    waiting: AtomicUsize,
    busy: AtomicUsize,
}

impl Reading {
    /// Questions that wait for a connection.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    /// Connections in use.
    #[must_use]
    pub fn busy(&self) -> usize {
        self.busy.load(Ordering::Relaxed)
    }
}

/// A question from its beginning to its end, also where it panics.
pub(crate) struct Turn {
    reading: Arc<Reading>,
    begun: bool,
}

impl Turn {
    /// Waits for a connection.
    pub(crate) fn wait(reading: &Arc<Reading>) -> Self {
        reading.waiting.fetch_add(1, Ordering::Relaxed);
        Self { reading: reading.clone(), begun: false }
    }

    /// Has one.
    pub(crate) fn begin(&mut self) {
        self.reading.busy.fetch_add(1, Ordering::Relaxed);
        self.reading.waiting.fetch_sub(1, Ordering::Relaxed);
        self.begun = true;
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let count = if self.begun { &self.reading.busy } else { &self.reading.waiting };
        count.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_waits_then_has_a_connection_then_is_gone() {
        let reading = Arc::new(Reading::default());
        let given_up = Turn::wait(&reading);
        let mut turn = Turn::wait(&reading);
        turn.begin();
        assert_eq!((reading.waiting(), reading.busy()), (1, 1));
        drop((turn, given_up));
        assert_eq!((reading.waiting(), reading.busy()), (0, 0));
    }
}
