//! How often a key may come: a number of requests in each minute, told in the headers of every answer.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderValue};

/// The span in which requests are counted, in seconds.
pub(crate) const WINDOW_S: i64 = 60;

/// Keys that are counted at once; beyond, counting begins anew. About 100 bytes each.
const KEYS_MAX: usize = 100_000;

/// Counts the requests of each key.
#[derive(Default)]
pub(crate) struct Pace {
    windows: Mutex<HashMap<String, Window>>,
}

#[derive(Clone, Copy)]
struct Window {
    began_s: i64,
    used: u32,
}

/// Where a key stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Standing {
    /// Requests in a window.
    pub(crate) quota: u32,
    /// Requests that are left; `None` if this one is too many.
    pub(crate) left: Option<u32>,
    /// Seconds until the next window.
    pub(crate) reset_s: i64,
}

impl Pace {
    /// Counts one request.
    pub(crate) fn count(&self, key: &str, quota: u32, now_s: i64) -> Standing {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= KEYS_MAX && !windows.contains_key(key) {
            windows.clear();
        }
        let window = windows.entry(key.to_owned()).or_insert(Window { began_s: now_s, used: 0 });
        if !(0..WINDOW_S).contains(&now_s.saturating_sub(window.began_s)) {
            *window = Window { began_s: now_s, used: 0 };
        }
        let left = quota.checked_sub(window.used.saturating_add(1));
        window.used = window.used.saturating_add(u32::from(left.is_some()));
        Standing { quota, left, reset_s: window.began_s.saturating_add(WINDOW_S) - now_s }
    }
}

impl Standing {
    /// Says so in the headers of draft-ietf-httpapi-ratelimit-headers.
    pub(crate) fn put(&self, headers: &mut HeaderMap) {
        let policy = format!("\"key\";q={};w={WINDOW_S}", self.quota);
        let now = format!("\"key\";r={};t={}", self.left.unwrap_or(0), self.reset_s);
        for (name, text) in [("ratelimit-policy", policy), ("ratelimit", now)] {
            headers.insert(name, HeaderValue::from_str(&text).expect("digits are ASCII"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_has_its_quota_and_the_next_one_another() {
        let pace = Pace::default();
        let left = |key, now_s| pace.count(key, 2, now_s).left;
        assert_eq!([left("a", 100), left("a", 101), left("a", 159)], [Some(1), Some(0), None]);
        assert_eq!(left("b", 159), Some(1), "each key for itself");
        assert_eq!(pace.count("a", 2, 159).reset_s, 1);
        assert_eq!(left("a", 160), Some(1));
        assert_eq!(left("a", 10), Some(1), "a clock that was set back begins anew");
    }
}
