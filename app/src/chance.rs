//! Chance from the operating system, drawn in larger pieces.

use std::sync::Mutex;

/// Bytes drawn at once: enough for 128 requests.
const POOL_BYTES: usize = 4096;

/// A supply of random bytes.
pub struct Chance {
    pool: Mutex<(Vec<u8>, usize)>,
}

impl Default for Chance {
    fn default() -> Self {
        Self { pool: Mutex::new((vec![0; POOL_BYTES], POOL_BYTES)) }
    }
}

impl Chance {
    /// 32 bytes nobody has seen.
    ///
    /// # Panics
    /// If the system has no source of chance: without one, no link would be secret.
    #[must_use]
    pub fn draw(&self) -> [u8; 32] {
        let mut pool = self.pool.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (bytes, used) = &mut *pool;
        if *used + 32 > POOL_BYTES {
            getrandom::fill(bytes).expect("the system has a source of chance");
            *used = 0;
        }
        let piece = bytes[*used..*used + 32].try_into().expect("32 bytes are 32 bytes");
        bytes[*used..*used + 32].fill(0);
        *used += 32;
        piece
    }
}
