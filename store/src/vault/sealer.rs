//! Sealing: the writer's half of the vault.

use std::cell::RefCell;
use std::sync::Arc;

use crate::load;
use crate::sql::{self, Connection, Error, OptionalExtension, Row, params};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::KeyInit;
use domain::id::MemberId;
use rustc_hash::FxHashMap;

use super::{
    Cipher, HEAD_BYTES, KEY_BYTES, KeyError, NONCE_BYTES, Place, TAG_BYTES, Unreadable, Vault,
    WRAPPING, decrypt, encrypt, head,
};

/// Nonces drawn at once: asking the system for each would cost as much as sealing.
const NONCES: usize = 64;

pub(crate) const FIND: &str = "SELECT number, wrapped FROM member_key WHERE member = $1";

/// A key that the operator's present one would not open is not kept.
pub(crate) const INSERT: &str = "INSERT INTO member_key (member, wrapped)
     SELECT $1, $2 FROM vault WHERE one = 1 AND fingerprint = $3 RETURNING number";

pub(crate) const DESTROY: &str = "INSERT INTO member_key (member, wrapped) VALUES ($1, X'')
     ON CONFLICT (member) DO UPDATE SET wrapped = excluded.wrapped";

/// Seals values and gives members their keys.
pub(crate) struct Sealer {
    vault: Arc<Vault>,
    /// Members whose keys are kept ready, at most.
    members_kept: usize,
    state: RefCell<State>,
}

struct State {
    known: FxHashMap<MemberId, MemberKey>,
    /// Whether a key was made that is not committed.
    made: bool,
    nonces: Vec<[u8; NONCE_BYTES]>,
}

#[derive(Clone)]
struct MemberKey {
    number: u32,
    /// `None` once it is destroyed.
    cipher: Option<Cipher>,
}

/// The system has no chance to give, or a text is too long to seal.
#[derive(Debug, thiserror::Error)]
#[error("a text cannot be sealed")]
struct Unsealable;

fn unsealable() -> Error {
    Error::other(Unsealable)
}

impl Sealer {
    pub(crate) fn new(vault: Arc<Vault>, members_kept: usize) -> Self {
        let state = State { known: FxHashMap::default(), made: false, nonces: Vec::new() };
        Self { vault, members_kept, state: RefCell::new(state) }
    }

    pub(crate) const fn members_kept(&self) -> usize {
        self.members_kept
    }

    /// Seals a text under `owner`'s key for a column and a row. An empty one stays empty: it says nothing.
    pub(crate) fn text<'a>(
        &self,
        conn: &Connection,
        owner: MemberId,
        of: &str,
        row: impl Into<Place<'a>>,
        text: &str,
    ) -> sql::Result<String> {
        let sealed = self.bytes(conn, owner, of, row, text.as_bytes())?;
        Ok(STANDARD_NO_PAD.encode(sealed))
    }

    /// The same for a column of bytes.
    pub(crate) fn bytes<'a>(
        &self,
        conn: &Connection,
        owner: MemberId,
        of: &str,
        row: impl Into<Place<'a>>,
        plain: &[u8],
    ) -> sql::Result<Vec<u8>> {
        if plain.is_empty() {
            return Ok(Vec::new());
        }
        let mut state = self.state.borrow_mut();
        let MemberKey { number, cipher } = state.key(conn, &self.vault, owner)?;
        let size = HEAD_BYTES + NONCE_BYTES + plain.len() + TAG_BYTES;
        let mut sealed = Vec::with_capacity(size);
        sealed.extend(head(number));
        // Under a destroyed key nothing is kept but whose it was.
        if let Some(cipher) = cipher {
            let bound = row.into().bound(of, number);
            let nonce = state.nonce()?;
            encrypt(&mut sealed, &cipher, nonce, &bound, plain).ok_or_else(unsealable)?;
        }
        Ok(sealed)
    }

    /// Learns the key of a member who is loaded, so that it is not looked for on its own.
    pub(crate) fn learn(
        &self,
        owner: MemberId,
        (number, wrapped): &load::MemberKey,
    ) -> sql::Result<()> {
        let mut state = self.state.borrow_mut();
        if !state.known.contains_key(&owner) {
            state.learn(&self.vault, owner, *number, wrapped)?;
        }
        Ok(())
    }

    /// Whether a member's key was destroyed.
    pub(crate) fn is_erased(&self, conn: &Connection, owner: MemberId) -> sql::Result<bool> {
        let key = self.state.borrow_mut().key(conn, &self.vault, owner)?;
        Ok(key.cipher.is_none())
    }

    /// Destroys a member's key for good; whatever it sealed is gone.
    pub(crate) fn destroy(&self, conn: &Connection, owner: MemberId) -> sql::Result<()> {
        self.state.borrow_mut().forget();
        // What stood there must not stay behind in the page.
        let secure = |sql| conn.sqlite().map_or(Ok(()), |_| conn.execute_batch(sql));
        secure("PRAGMA secure_delete = ON")?;
        let destroyed = conn.execute(DESTROY, [owner.bytes()]);
        secure("PRAGMA secure_delete = OFF")?;
        destroyed.map(drop)
    }

    /// What was made in the group is committed.
    pub(crate) fn committed(&self) {
        let mut state = self.state.borrow_mut();
        state.made = false;
        if state.known.len() > self.members_kept {
            let mut stays = false;
            state.known.retain(|_, _| {
                stays = !stays;
                stays
            });
        }
    }

    /// A group begins: keys that were made in one that failed are forgotten.
    pub(crate) fn begun(&self) {
        let mut state = self.state.borrow_mut();
        if state.made {
            state.forget();
        }
    }
}

/// The number of a key, and the key in its wrapping.
fn read(row: &Row<'_>) -> sql::Result<(u32, Vec<u8>)> {
    Ok((row.get(0)?, row.get(1)?))
}

/// A member's key in its wrapping.
fn wrapped(operator: &Cipher, nonce: [u8; NONCE_BYTES], key: &[u8]) -> Option<Vec<u8>> {
    let mut wrapped = Vec::with_capacity(NONCE_BYTES + KEY_BYTES + TAG_BYTES);
    encrypt(&mut wrapped, operator, nonce, WRAPPING, key)?;
    Some(wrapped)
}

/// A member's key out of one wrapping and in another; `None` if the first is damaged.
pub(super) fn rewrapped(
    from: &Cipher,
    to: &Cipher,
    wrapping: &[u8],
) -> sql::Result<Option<Vec<u8>>> {
    let mut nonce = [0; NONCE_BYTES];
    getrandom::fill(&mut nonce).map_err(|_| unsealable())?;
    Ok(decrypt(from, WRAPPING, wrapping).and_then(|key| wrapped(to, nonce, &key)))
}

impl State {
    fn forget(&mut self) {
        self.known.clear();
        self.made = false;
    }

    fn key(&mut self, conn: &Connection, vault: &Vault, owner: MemberId) -> sql::Result<MemberKey> {
        if let Some(key) = self.known.get(&owner) {
            return Ok(key.clone());
        }
        match conn.prepare_cached(FIND)?.query_row([owner.bytes()], read).optional()? {
            Some((number, wrapped)) => self.learn(vault, owner, number, &wrapped),
            None => {
                let key = self.make(conn, vault, owner)?;
                Ok(self.keep(owner, key))
            }
        }
    }

    fn learn(
        &mut self,
        vault: &Vault,
        owner: MemberId,
        number: u32,
        wrapped: &[u8],
    ) -> sql::Result<MemberKey> {
        let cipher = match wrapped {
            [] => None,
            _ => Some(vault.unwrap(wrapped).ok_or_else(|| Error::other(Unreadable::Key))?),
        };
        Ok(self.keep(owner, MemberKey { number, cipher }))
    }

    fn keep(&mut self, owner: MemberId, key: MemberKey) -> MemberKey {
        self.known.insert(owner, key.clone());
        key
    }

    fn make(
        &mut self,
        conn: &Connection,
        vault: &Vault,
        owner: MemberId,
    ) -> sql::Result<MemberKey> {
        let mut key = [0; KEY_BYTES];
        getrandom::fill(&mut key).map_err(|_| unsealable())?;
        let wrapped = wrapped(&vault.operator, self.nonce()?, &key).ok_or_else(unsealable)?;
        let number = conn
            .query_row(INSERT, params![owner.bytes(), wrapped, vault.mark], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::other(KeyError::Changed))?;
        self.made = true;
        Ok(MemberKey { number, cipher: Some(Cipher::new(&key.into())) })
    }

    fn nonce(&mut self) -> sql::Result<[u8; NONCE_BYTES]> {
        if self.nonces.is_empty() {
            let mut drawn = vec![[0; NONCE_BYTES]; NONCES];
            getrandom::fill(drawn.as_flattened_mut()).map_err(|_| unsealable())?;
            self.nonces = drawn;
        }
        self.nonces.pop().ok_or_else(unsealable)
    }
}
