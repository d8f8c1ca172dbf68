//! Lanes: connections that read a group's rows beside the writer's own.
//!
//! Rows that are not in memory lie on pages all over the file, and one connection waits for them one after the other.
//! Nothing is written between the beginning of a group and its last load, so every connection reads what the writer would.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use domain::rows::Key;
use domain::time::Timestamp;

use crate::load::{Loaded, load};
use crate::open::OpenError;
use crate::readers::{Reader, Source};
use crate::sql::{self, Connection, Error};
use crate::vault::Vault;

/// Lanes beside the writer's own connection.
const LANES: usize = 3;

/// Keys that are worth a lane of their own; waking one takes as long as reading a few.
const KEYS_MIN: usize = 16;

/// The page cache of each lane, in KiB. The next commit makes it worthless.
pub(crate) const CACHE_KIB: u32 = 2 * 1024;

/// Threads that read. They end when dropped.
pub(crate) struct Lanes(Vec<Lane>);

struct Lane {
    /// Gone when it must end.
    work: Option<Sender<Work>>,
    thread: Option<JoinHandle<()>>,
}

struct Work {
    keys: Vec<Key>,
    now: Timestamp,
    answer: Sender<sql::Result<Loaded>>,
}

impl Lanes {
    /// Opens the lanes.
    pub(crate) fn open(source: &Source, vault: &Arc<Vault>) -> Result<Self, OpenError> {
        let lane = |_| {
            let reader = Reader::open(source, vault)?;
            let (work, waiting) = channel();
            let thread = std::thread::Builder::new()
                .name("lane".to_owned())
                .spawn(move || serve(&reader, &waiting));
            // Without a thread the others do its work.
            Ok(Lane { work: Some(work), thread: thread.ok() })
        };
        (0..LANES).map(lane).collect::<Result<_, _>>().map(Self)
    }

    /// Loads the rows of `keys`: those that the group will change on `conn`, the writer's own, which finds their pages
    /// again when it writes; the others on as many lanes as they are worth.
    pub(crate) fn load(
        &self,
        conn: &Connection,
        keys: &[Key],
        now: Timestamp,
    ) -> sql::Result<Loaded> {
        let changes = |key: &Key| matches!(key, Key::Done(_) | Key::Wallet(..));
        let (mut own, others): (Vec<Key>, Vec<Key>) = keys.iter().cloned().partition(changes);
        let idle = usize::from(own.is_empty());
        let lanes = (others.len() / KEYS_MIN).saturating_sub(idle).min(self.0.len());
        let shares = (lanes + idle).max(1);
        let share = |index| others.iter().skip(index).step_by(shares).cloned();
        let asked: Vec<Option<Receiver<_>>> = self.0[..lanes]
            .iter()
            .zip(0..)
            .map(|(lane, index)| lane.ask(share(index).collect(), now))
            .collect();
        own.extend(share(lanes).filter(|_| lanes < shares));
        let mut all = load(conn, &own, now);
        for (answer, index) in asked.into_iter().zip(0..) {
            // Every answer is waited for, whatever the others came to: none may read on while the group writes.
            let part = match answer.and_then(|answer| answer.recv().ok()) {
                Some(part) => part,
                None => load(conn, &share(index).collect::<Vec<_>>(), now),
            };
            all = all.and_then(|all| Ok(all.and(part?)));
        }
        all
    }
}

impl Lane {
    fn ask(&self, keys: Vec<Key>, now: Timestamp) -> Option<Receiver<sql::Result<Loaded>>> {
        let (answer, answered) = channel();
        self.work.as_ref()?.send(Work { keys, now, answer }).ok()?;
        Some(answered)
    }
}

fn serve(reader: &Reader, waiting: &Receiver<Work>) {
    for Work { keys, now, answer } in waiting {
        let read = || -> sql::Result<Loaded> {
            reader.begin()?;
            load(reader.conn(), &keys, now)
        };
        let found = read();
        // What cannot be ended would keep its snapshot: the lane is given up, and the writer reads in its place.
        let ended = reader.end();
        let lost = ended.is_err();
        drop(answer.send(ended.map_err(Error::other).and(found)));
        if lost {
            return;
        }
    }
}

impl Drop for Lanes {
    fn drop(&mut self) {
        for lane in &mut self.0 {
            lane.work = None;
        }
        for thread in self.0.iter_mut().filter_map(|lane| lane.thread.take()) {
            drop(thread.join());
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::id::RequestKey;
    use domain::port::Engine;
    use domain::rows::Rows;

    use super::*;
    use crate::{Options, open_temporary};

    #[test]
    fn what_a_lost_lane_was_asked_is_read_all_the_same() {
        let mut engine = open_temporary(Options::default()).unwrap().engine;
        let key = |at: u8| Key::Done(RequestKey::from_bytes([at; 16]));
        let keys: Vec<Key> = (0..=u8::MAX).map(key).collect();
        for lost in 0..=LANES {
            let mut rows = Rows::default();
            engine.begin().unwrap();
            engine.load(&keys, &mut rows).unwrap();
            engine.roll_back();
            assert!(keys.iter().all(|key| rows.has(key)), "{lost} lanes were lost");
            if let Some(lane) = engine.lanes().and_then(|lanes| lanes.0.get_mut(lost)) {
                lane.work = None;
            }
        }
    }
}
