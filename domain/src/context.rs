//! What a decision gets from outside: the instant, the policy in force, and chance.

use sha2::{Digest, Sha256};

use crate::id::{Ids, shown};
use crate::policy::Policy;
use crate::time::{Period, Timestamp};

/// The circumstances of one decision.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// The instant, read after the rows were locked.
    pub now: Timestamp,
    /// The day and month of `now`.
    pub period: Period,
    /// Chance for this request alone.
    pub random: [u8; 32],
}

/// The secret of a private link, and what is kept of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// What stands in the link: 128 bits.
    pub text: String,
    /// SHA-256 of the text.
    pub hash: [u8; 32],
}

impl Context<'_> {
    /// Ids for what this request makes.
    #[must_use]
    pub fn ids(&self) -> Ids {
        let (half, _) = self.random.split_at(16);
        Ids::new(self.now, u128::from_be_bytes(half.try_into().expect("16 of 32 bytes")))
    }

    /// The `index`-th secret of this request. Ids show a part of the chance they came from, so the secret comes
    /// from all of it by a one-way function.
    #[must_use]
    pub fn token(&self, index: u32) -> Token {
        link_token(self.random, index)
    }
}

/// The `index`-th secret that comes from `random`.
#[must_use]
pub fn link_token(random: [u8; 32], index: u32) -> Token {
    let digest = Sha256::new().chain_update(random).chain_update(index.to_be_bytes()).finalize();
    let (half, _) = digest.split_at(16);
    let text = shown(u128::from_be_bytes(half.try_into().expect("16 of 32 bytes")));
    Token { hash: token_hash(&text), text }
}

/// What is kept of a link's secret.
#[must_use]
pub fn token_hash(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}
