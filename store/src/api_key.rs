//! The keys of programs.

use domain::id::MemberId;
use domain::port::Fault;
use domain::time::Timestamp;

use crate::column::{at, count, maybe_at, maybe_id};
use crate::engine::Writer;
use crate::fault::Doing;
use crate::readers::Reader;
use crate::sql::{self, Row, params};
use crate::vault::sealed;

macro_rules! columns {
    () => {
        columns!(
            sealed!("api_key.secret", "secret", "id", bytes),
            sealed!("api_key.label", "label", "id")
        )
    };
    ($secret:expr, $label:expr) => {
        concat!(
            "id, ",
            $secret,
            ", member, scopes, created_at, ",
            $label,
            ", expires_at, revoked_at, last_used_at"
        )
    };
}

const INSERT: &str = concat!(
    "INSERT INTO api_key (",
    columns!("secret", "label"),
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);

const FIND: &str = concat!("SELECT ", columns!(), " FROM api_key WHERE id = $1");

const OF_MEMBER: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM api_key WHERE member = $1 AND id > $2 ORDER BY id LIMIT $3"
);

const OF_OPERATOR: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM api_key WHERE member IS NULL AND id > $1 ORDER BY id LIMIT $2"
);

pub(crate) const REVOKE: &str =
    "UPDATE api_key SET revoked_at = coalesce(revoked_at, $1) WHERE id = $2";

pub(crate) const USED: &str = "UPDATE api_key SET last_used_at = $1 WHERE id = $2";

/// The key of a program.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// Its public name.
    pub id: String,
    /// What signs requests.
    pub secret: Vec<u8>,
    /// The member it acts for; `None` for the operator's own programs.
    pub member: Option<MemberId>,
    /// What it may do, in words separated by spaces.
    pub scopes: String,
    /// Since when.
    pub created_at: Timestamp,
    /// What its owner calls it.
    pub label: String,
    /// Until when, if it ends by itself.
    pub expires_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
    /// When it was used last, to the minute or so.
    pub last_used_at: Option<Timestamp>,
}

impl std::fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ApiKey")
            .field("id", &self.id)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

fn read(row: &Row<'_>) -> sql::Result<ApiKey> {
    Ok(ApiKey {
        id: row.get(0)?,
        secret: row.get(1)?,
        member: maybe_id(row, 2, MemberId::from_bytes)?,
        scopes: row.get(3)?,
        created_at: at(row, 4)?,
        label: row.get(5)?,
        expires_at: maybe_at(row, 6)?,
        revoked_at: maybe_at(row, 7)?,
        last_used_at: maybe_at(row, 8)?,
    })
}

impl Writer {
    /// Makes a key for a program.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written or has a key of this name.
    pub fn create_api_key(&mut self, key: &ApiKey) -> Result<(), Fault> {
        let (id, owner) = (&*key.id, key.member);
        let insert = || -> sql::Result<usize> {
            let params = params![
                id,
                self.seal_bytes(owner, "api_key.secret", id, &key.secret)?,
                owner.map(MemberId::bytes),
                key.scopes,
                key.created_at.0,
                self.seal(owner, "api_key.label", id, &key.label)?,
                key.expires_at.map(|at| at.0),
                key.revoked_at.map(|at| at.0),
                key.last_used_at.map(|at| at.0),
            ];
            self.run(INSERT, params)
        };
        insert().doing("make an API key")?;
        Ok(())
    }

    /// Takes a key back for good; one that was taken back before keeps its instant.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn revoke_api_key(&mut self, key: &str, now: Timestamp) -> Result<(), Fault> {
        self.run(REVOKE, params![now.0, key]).doing("revoke an API key")?;
        Ok(())
    }

    /// Notes when keys were used last.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn api_keys_used(&mut self, used: &[(String, Timestamp)]) -> Result<(), Fault> {
        for (key, at) in used {
            self.run(USED, params![at.0, key]).doing("note the use of API keys")?;
        }
        Ok(())
    }
}

impl Reader {
    /// The key of a program, also if it has ended.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn api_key(&self, key: &str) -> Result<Option<ApiKey>, Fault> {
        self.maybe(FIND, [key], read).doing("find an API key")
    }

    /// The keys of a member, or those that speak for nobody in particular, by their names after `after`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn api_keys(
        &self,
        member: Option<MemberId>,
        after: &str,
        limit: usize,
    ) -> Result<Vec<ApiKey>, Fault> {
        let keys = match member {
            Some(member) => {
                self.list(OF_MEMBER, params![member.bytes(), after, count(limit)], read)
            }
            None => self.list(OF_OPERATOR, params![after, count(limit)], read),
        };
        keys.doing("list API keys")
    }
}
