//! Destroying a member's key: what it sealed is gone, in the database and in every backup that learns of it.

use domain::id::MemberId;
use domain::port::Fault;

use crate::engine::Writer;
use crate::fault::Doing;
use crate::sql::{self, params};

/// What works with a member's secrets, or waits to be told to them, and is nothing without the key.
const FORGET: &[&str] = &[
    "DELETE FROM pin WHERE member = $1",
    "DELETE FROM passkey WHERE member = $1",
    "DELETE FROM api_key WHERE member = $1",
    "DELETE FROM webhook WHERE member = $1",
    "DELETE FROM outbox
     WHERE key_of(body) = (SELECT k.number FROM member_key k WHERE k.member = $1)",
];

impl Writer {
    /// Destroys a member's key for good: their texts read as [`ERASED`](crate::ERASED) from now on, their PIN, their
    /// passkeys and the secrets of their programs are gone, and nothing more is kept of what they write. Money and its history stay.
    ///
    /// The log holds the old page until it is written over, and older backups hold the key. Rows that stay in memory
    /// must be forgotten.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn destroy_key(&mut self, member: MemberId) -> Result<(), Fault> {
        let destroy = || -> sql::Result<()> {
            for sql in FORGET {
                self.run(sql, params![member.bytes()])?;
            }
            self.sealer().destroy(self.conn(), member)
        };
        destroy().doing("destroy a member's key")
    }
}
