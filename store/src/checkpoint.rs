//! The checkpointer: copies the log into the database beside the writer, so that commits need not wait for it.
//!
//! SQLite's own checkpoint runs inside whichever commit passes a size, and that commit is slow for everybody in its
//! group. A passive checkpoint on a connection of its own blocks nobody; the writer's is left with the rest, which is
//! short.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rusqlite::Connection;

/// How long commits are gathered before they are copied: pages that change often are then copied once.
const GATHER: Duration = Duration::from_millis(150);

/// How soon a gathering notices the end.
const LOOK: Duration = Duration::from_millis(10);

/// A thread that copies the log. Ends when dropped.
pub(crate) struct Checkpointer {
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpointer {
    /// Starts the thread on a connection of its own. Without a thread the writer copies alone, only slower.
    pub(crate) fn start(file: &Path) -> rusqlite::Result<Self> {
        let conn = Connection::open(file)?;
        let ended = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&ended);
        let thread = std::thread::Builder::new()
            .name("checkpoint".to_owned())
            .spawn(move || work(&conn, &seen));
        Ok(Self { ended, thread: thread.ok() })
    }

    /// Says that something was committed.
    pub(crate) fn committed(&self) {
        if let Some(thread) = &self.thread {
            thread.thread().unpark();
        }
    }
}

fn work(conn: &Connection, ended: &AtomicBool) {
    while !ended.load(Ordering::Relaxed) {
        std::thread::park();
        let began = Instant::now();
        while began.elapsed() < GATHER && !ended.load(Ordering::Relaxed) {
            std::thread::sleep(LOOK);
        }
        // What fails here is done by the writer, or at the next time.
        let _ = conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
    }
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        self.committed();
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}
