//! An engine under watch: what it is asked to load, and what it keeps back, as an engine may whose rows others hold.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::id::MemberId;
use domain::port::{Engine, Fault};
use domain::rows::{Key, Rows};
use domain::time::Timestamp;

/// Whether a key is kept back, of the keys of one load in their order.
type KeepsBack = Box<dyn FnMut(&Key) -> bool + Send>;

#[derive(Default)]
struct Seen {
    loads: Vec<Vec<Key>>,
    keeps_back: Option<KeepsBack>,
}

/// The look at an engine. Cloning gives another look at the same one.
#[derive(Clone, Default)]
pub struct Eye(Arc<Mutex<Seen>>);

impl Eye {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An engine under this eye.
    #[must_use]
    pub fn watch<E>(&self, engine: E) -> Watched<E> {
        Watched { engine, eye: self.clone() }
    }

    /// The keys of every load since the last look.
    #[must_use]
    pub fn loads(&self) -> Vec<Vec<Key>> {
        std::mem::take(&mut self.seen().loads)
    }

    /// Leaves out of every load the keys for which this says so.
    pub fn keep_back(&self, keeps_back: impl FnMut(&Key) -> bool + Send + 'static) {
        self.seen().keeps_back = Some(Box::new(keeps_back));
    }

    /// Leaves nothing out any more.
    pub fn keep_nothing_back(&self) {
        self.seen().keeps_back = None;
    }
}

/// An engine under an [`Eye`].
pub struct Watched<E> {
    engine: E,
    eye: Eye,
}

impl<E: Engine> Engine for Watched<E> {
    fn rows_kept_max(&self) -> usize {
        self.engine.rows_kept_max()
    }

    fn upcoming(
        &mut self,
        after: MemberId,
        count: usize,
    ) -> Result<(Vec<Key>, Option<MemberId>), Fault> {
        self.engine.upcoming(after, count)
    }

    fn begin(&mut self) -> Result<Timestamp, Fault> {
        self.engine.begin()
    }

    fn load(&mut self, keys: &[Key], rows: &mut Rows) -> Result<Timestamp, Fault> {
        let ordered = keys.windows(2).all(|pair| pair[0] < pair[1]);
        assert!(ordered, "keys come in order and once: {keys:?}");
        let mut seen = self.eye.seen();
        seen.loads.push(keys.to_vec());
        let mut given = keys.to_vec();
        if let Some(keeps_back) = &mut seen.keeps_back {
            given.retain(|key| !keeps_back(key));
        }
        self.engine.load(&given, rows)
    }

    fn write(&mut self, rows: &Rows) -> Result<(), Fault> {
        self.engine.write(rows)
    }

    fn commit(&mut self) -> Result<(), Fault> {
        self.engine.commit()
    }

    fn roll_back(&mut self) {
        self.engine.roll_back();
    }
}
