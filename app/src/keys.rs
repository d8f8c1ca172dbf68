//! The keys of programs: what they may do, when they end, when they were used.

use std::sync::Arc;

use domain::context::link_token;
use domain::id::MemberId;
use domain::time::Timestamp;
use store::ApiKey;

use crate::group::Unable;
use crate::obole::{Obole, locked};

/// What a key may be made for, and whether a member's key may have it.
pub const SCOPES: [(&str, bool); 12] = [
    ("posts", true),
    ("payments", true),
    ("payments:write", true),
    ("requests", true),
    ("requests:write", true),
    ("balance", true),
    ("statements", true),
    ("members", true),
    ("members:write", false),
    ("keys", true),
    ("webhooks", true),
    ("schedules", true),
];

/// Keys of one member, or of the operator, that are listed.
pub const KEYS_MAX: usize = 100;

/// A key to make.
#[derive(Clone, Debug, Default)]
pub struct NewKey {
    /// What it may do, each one of [`SCOPES`].
    pub scopes: Vec<String>,
    /// The one member it speaks for.
    pub member: Option<MemberId>,
    /// What its owner calls it.
    pub label: String,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
}

/// Whether a key for these scopes makes sense.
///
/// # Errors
/// A sentence that says what does not.
pub fn check_scopes(scopes: &[String], member: Option<MemberId>) -> Result<(), String> {
    let offered: Vec<&str> = SCOPES
        .iter()
        .filter(|(_, members)| *members || member.is_none())
        .map(|(scope, _)| *scope)
        .collect();
    if !scopes.is_empty() && scopes.iter().all(|scope| offered.contains(&scope.as_str())) {
        return Ok(());
    }
    Err(format!("scopes are one or more of {}", offered.join(", ")))
}

impl Obole {
    /// Makes a key for a program; gives it with its secret, which is shown this once.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn new_api_key(&self, wanted: NewKey) -> Result<(ApiKey, String), Unable> {
        let (id, secret) = (link_token(self.draw(), 0).text, link_token(self.draw(), 0).text);
        let key = ApiKey {
            id: format!("key_{id}"),
            secret: secret.clone().into_bytes(),
            member: wanted.member,
            scopes: wanted.scopes.join(" "),
            created_at: self.now(),
            label: wanted.label,
            expires_at: wanted.expires_at,
            revoked_at: None,
            last_used_at: None,
        };
        let made = key.clone();
        self.desk().write(move |engine| engine.create_api_key(&made)).await?;
        Ok((key, secret))
    }

    /// The key of a program, also if it has ended. One that was found is kept in memory until it is revoked.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn api_key(&self, id: &str) -> Result<Option<Arc<ApiKey>>, Unable> {
        let revoked = {
            let known = locked(&self.known);
            if let Some(key) = known.keys.get(id) {
                return Ok(Some(key.clone()));
            }
            known.revoked
        };
        let asked = id.to_owned();
        let found = self.read_rows(move |read| read.api_key(&asked)).await?.map(Arc::new);
        let mut known = locked(&self.known);
        if let Some(found) = found.as_ref().filter(|_| known.revoked == revoked) {
            known.keys.insert(found.id.clone(), found.clone());
        }
        Ok(found)
    }

    /// The keys of a member, or the operator's, by their names; at most [`KEYS_MAX`] after `after`.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn api_keys(
        &self,
        member: Option<MemberId>,
        after: String,
        limit: usize,
    ) -> Result<Vec<ApiKey>, Unable> {
        let mut keys = self.read_rows(move |read| read.api_keys(member, &after, limit)).await?;
        let known = locked(&self.known);
        for key in &mut keys {
            key.last_used_at = key.last_used_at.max(known.used.get(&key.id).copied());
        }
        Ok(keys)
    }

    /// Takes a key back; whoever uses it from here on is turned away.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn revoke_api_key(&self, id: String) -> Result<(), Unable> {
        let revoked = id.clone();
        self.desk().write(move |engine| engine.revoke_api_key(&revoked, engine.now())).await?;
        let mut known = locked(&self.known);
        known.revoked += 1;
        known.keys.remove(&id);
        Ok(())
    }

    /// Notes in memory that a key was used; a job writes it down.
    pub fn api_key_used(&self, key: &ApiKey) {
        locked(&self.known).used.insert(key.id.clone(), self.now());
    }
}
