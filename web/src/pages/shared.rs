//! What the pages remember while the process runs. Nothing of it is lost that matters.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::id::MemberId;
use domain::time::{MINUTE_US, SECOND_US, Timestamp};
use tokio::sync::{broadcast, watch};

use crate::api::pace::Pace;

/// Sign-in links that one handle may ask for within [`LINK_ASKS_US`].
const LINK_ASKS_MAX: usize = 3;

/// The span in which asked links are counted, in microseconds.
const LINK_ASKS_US: i64 = 10 * MINUTE_US;

/// Handles whose asked links are counted at once; about 100 bytes each.
const LINK_ASKERS_MAX: usize = 10_000;

/// Members who may join by themselves in a minute.
const JOINS_MAX: u32 = 20;

/// Live pages of one session.
const LIVE_PER_SESSION_MAX: usize = 5;

/// Live pages altogether; each may cost a connection and a read of the database ten times a second.
const LIVE_MAX: usize = 500;

/// Live pages of all who are not signed in, so that they leave room for members.
const LIVE_GUESTS_MAX: usize = 100;

/// Under what the live pages of guests are counted: no session has this hash.
const GUESTS: [u8; 32] = [0; 32];

/// Sessions whose read messages are remembered.
const MARKS_MAX: usize = 10_000;

/// Deleted posts that wait for the slowest live page.
const GONE_MAX: usize = 64;

/// What the pages remember.
pub(crate) struct Shared {
    link_asks: Mutex<HashMap<u64, Vec<Timestamp>>>,
    passkey_asks: Pace,
    joins: Pace,
    lives: Arc<Mutex<HashMap<[u8; 32], usize>>>,
    marks: Mutex<HashMap<[u8; 32], i64>>,
    gone: broadcast::Sender<String>,
    ended: watch::Sender<bool>,
}

impl Default for Shared {
    fn default() -> Self {
        Self {
            link_asks: Mutex::default(),
            passkey_asks: Pace::default(),
            joins: Pace::default(),
            lives: Arc::default(),
            marks: Mutex::default(),
            gone: broadcast::Sender::new(GONE_MAX),
            ended: watch::Sender::new(false),
        }
    }
}

/// A live page's place; free again when it is dropped.
pub(super) struct Seat {
    lives: Arc<Mutex<HashMap<[u8; 32], usize>>>,
    session: [u8; 32],
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut lives = locked(&self.lives);
        let left = lives.get(&self.session).map_or(0, |count| count.saturating_sub(1));
        match left {
            0 => lives.remove(&self.session),
            left => lives.insert(self.session, left),
        };
    }
}

impl Shared {
    /// Whether a link may be sent to this handle now; counts it if so.
    pub(super) fn may_ask_link(&self, handle: &str, now: Timestamp) -> bool {
        let mut hasher = DefaultHasher::new();
        handle.hash(&mut hasher);
        let key = hasher.finish();
        let since = now.plus_us(-LINK_ASKS_US);
        let mut all = locked(&self.link_asks);
        if all.len() >= LINK_ASKERS_MAX && !all.contains_key(&key) {
            all.retain(|_, asks| asks.last().is_some_and(|last| *last > since));
            if all.len() >= LINK_ASKERS_MAX {
                return false;
            }
        }
        let asks = all.entry(key).or_default();
        asks.retain(|at| *at > since);
        let may = asks.len() < LINK_ASKS_MAX;
        if may {
            asks.push(now);
        }
        may
    }

    /// Whether a device may be asked once more in this minute, of a member or of all who are not signed in; counts it
    /// if so.
    pub(super) fn may_ask_device(
        &self,
        member: Option<MemberId>,
        most: u32,
        now: Timestamp,
    ) -> bool {
        let whose = member.map_or_else(String::new, |member| member.to_string());
        self.passkey_asks.count(&whose, most, now.0 / SECOND_US).left.is_some()
    }

    /// Whether one more may join in this minute; counts it if so.
    pub(super) fn may_join(&self, now: Timestamp) -> bool {
        self.joins.count("", JOINS_MAX, now.0 / SECOND_US).left.is_some()
    }

    /// A place for one more live page of this session, if there is one.
    pub(super) fn sit(&self, session: [u8; 32]) -> Option<Seat> {
        self.sit_among(session, LIVE_PER_SESSION_MAX)
    }

    /// A place for one more live page of somebody who is not signed in, if there is one.
    pub(super) fn sit_guest(&self) -> Option<Seat> {
        self.sit_among(GUESTS, LIVE_GUESTS_MAX)
    }

    fn sit_among(&self, session: [u8; 32], most: usize) -> Option<Seat> {
        let mut lives = locked(&self.lives);
        let all: usize = lives.values().sum();
        let own = lives.get(&session).copied().unwrap_or(0);
        if all >= LIVE_MAX || own >= most {
            return None;
        }
        lives.insert(session, own + 1);
        Some(Seat { lives: self.lives.clone(), session })
    }

    /// Live pages that are open.
    pub(crate) fn lives(&self) -> usize {
        locked(&self.lives).values().sum()
    }

    /// The number of the newest direct message that this session has shown; the newest of all where it is new.
    pub(super) fn mark(&self, session: [u8; 32], latest: i64) -> i64 {
        let mut marks = locked(&self.marks);
        if marks.len() >= MARKS_MAX && !marks.contains_key(&session) {
            marks.clear();
        }
        *marks.entry(session).or_insert(latest)
    }

    /// Notes that this session has shown every message up to `number`.
    pub(super) fn set_mark(&self, session: [u8; 32], number: i64) {
        let before = self.mark(session, number);
        locked(&self.marks).insert(session, before.max(number));
    }

    /// Tells live pages that a post was deleted.
    pub(super) fn tell_gone(&self, post: String) {
        // Nobody need be looking.
        drop(self.gone.send(post));
    }

    /// Hears of deleted posts.
    pub(super) fn hear_gone(&self) -> broadcast::Receiver<String> {
        self.gone.subscribe()
    }

    /// Hears that live pages are to end.
    pub(super) fn hear_end(&self) -> watch::Receiver<bool> {
        self.ended.subscribe()
    }

    /// Ends every live page, now and later.
    pub(crate) fn end_live(&self) {
        self.ended.send_replace(true);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_links_in_ten_minutes() {
        let shared = Shared::default();
        let at = |minutes| Timestamp(1_000_000_000_000 + minutes * MINUTE_US);
        let asked =
            [0, 1, 2, 3, 9, 10, 11].map(|minutes| shared.may_ask_link("alice", at(minutes)));
        assert_eq!(asked, [true, true, true, false, false, true, true]);
        assert!(shared.may_ask_link("bob", at(3)));
    }

    #[test]
    fn live_pages_are_counted_and_given_back() {
        let shared = Shared::default();
        let seats: Vec<_> =
            (0..LIVE_PER_SESSION_MAX).map(|_| shared.sit([1; 32]).unwrap()).collect();
        assert!(shared.sit([1; 32]).is_none());
        assert!(shared.sit([2; 32]).is_some());
        drop(seats);
        assert!(shared.sit([1; 32]).is_some());
        assert!(locked(&shared.lives).is_empty());
    }
}
