//! Passkeys, and what devices are asked to sign.

use domain::id::MemberId;
use domain::passkey::{Ceremony, Challenge, Passkey};
use domain::port::Fault;
use domain::rows::{Found, Key, Rows};
use domain::time::Timestamp;

use crate::column::{at, id, maybe_at, maybe_id, parsed};
use crate::door::Sweep;
use crate::engine::Writer;
use crate::fault::Doing;
use crate::load::{Loading, only};
use crate::readers::Reader;
use crate::sql::{self, Connection, Row, params};
use crate::vault::{Place, Sealer, sealed};

pub(crate) const OF: &str = concat!(
    "SELECT member, id, ",
    sealed!("passkey.credential", "credential", "id"),
    ", public_key, counter, ",
    sealed!("passkey.name", "name", "id"),
    ", added_at, used_at FROM passkey WHERE member = $1 ORDER BY id"
);

pub(crate) const PUT: &str = "INSERT INTO passkey
         (member, id, credential, public_key, counter, name, added_at, used_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (member, id) DO UPDATE SET
         counter = excluded.counter, used_at = excluded.used_at";

pub(crate) const REMOVE: &str = "DELETE FROM passkey WHERE member = $1 AND id = $2";

pub(crate) const FIND_CHALLENGE: &str =
    "SELECT bytes, ceremony, member, expires_at FROM challenge WHERE bytes = $1";

pub(crate) const INSERT_CHALLENGE: &str =
    "INSERT INTO challenge (bytes, ceremony, member, expires_at) VALUES ($1, $2, $3, $4)";

pub(crate) const SPEND: &str = "DELETE FROM challenge WHERE bytes = $1";

pub(crate) const CHALLENGES: Sweep = Sweep {
    next: "SELECT bytes FROM challenge WHERE bytes > $1 ORDER BY bytes LIMIT $2",
    remove: "DELETE FROM challenge WHERE bytes > $1 AND bytes <= $2 AND expires_at <= $3",
};

pub(crate) fn load(loading: &mut Loading<'_>) -> sql::Result<()> {
    loading.each(
        OF,
        |key| if let Key::Passkeys(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes()]),
        read,
        Found::Passkeys,
    )?;
    loading.each(
        FIND_CHALLENGE,
        |key| if let Key::Challenge(bytes) = key { Some(*bytes) } else { None },
        |bytes, ask| ask(params![bytes]),
        read_challenge,
        |found| Found::Challenge(only(found)),
    )
}

fn read(row: &Row<'_>) -> sql::Result<Passkey> {
    Ok(Passkey {
        member: id(row, 0, MemberId::from_bytes)?,
        id: row.get(1)?,
        credential: row.get(2)?,
        key: row.get(3)?,
        count: row.get(4)?,
        name: row.get(5)?,
        added_at: at(row, 6)?,
        used_at: maybe_at(row, 7)?,
    })
}

fn read_challenge(row: &Row<'_>) -> sql::Result<Challenge> {
    Ok(Challenge {
        bytes: row.get(0)?,
        ceremony: parsed(row, 1, Ceremony::parse)?,
        member: maybe_id(row, 2, MemberId::from_bytes)?,
        expires_at: at(row, 3)?,
    })
}

/// Writes the passkeys a group added, used or removed, and ends the challenges it spent.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let writes = &rows.unwritten().passkeys;
    if writes.passkeys.is_empty() && writes.spent.is_empty() {
        return Ok(());
    }
    conn.run_each(PUT, |put| {
        for passkey in writes.passkeys.iter().filter_map(|key| rows.passkey(*key)) {
            let place = Place::Bytes(&passkey.id);
            let sealed = |of, text: &str| sealer.text(conn, passkey.member, of, place, text);
            put(params![
                passkey.member.bytes(),
                passkey.id,
                sealed("passkey.credential", &passkey.credential)?,
                passkey.key,
                passkey.count,
                sealed("passkey.name", &passkey.name)?,
                passkey.added_at.0,
                passkey.used_at.map(|at| at.0),
            ])?;
        }
        Ok(())
    })?;
    conn.run_each(REMOVE, |remove| {
        let mut removed = writes.passkeys.iter().filter(|key| rows.passkey(**key).is_none());
        removed.try_for_each(|(member, id)| remove(params![member.bytes(), id]))
    })?;
    conn.run_each(SPEND, |spend| writes.spent.iter().try_for_each(|bytes| spend(params![bytes])))
}

impl Writer {
    /// Keeps what a device is asked to sign.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn create_challenge(&mut self, challenge: &Challenge) -> Result<(), Fault> {
        let Challenge { bytes, ceremony, member, expires_at } = challenge;
        let member = member.map(MemberId::bytes);
        self.run(INSERT_CHALLENGE, params![bytes, ceremony.name(), member, expires_at.0])
            .doing("keep a challenge")?;
        Ok(())
    }

    /// Removes challenges that are too old, as [`Self::sweep_sessions`] does sessions.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn sweep_challenges(
        &mut self,
        start: [u8; 32],
        now: Timestamp,
        limit: u32,
    ) -> Result<usize, Fault> {
        self.sweep(&CHALLENGES, start, now, limit).doing("remove challenges that are too old")
    }
}

impl Reader {
    /// A member's passkeys, in the order of their ids.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn passkeys(&self, member: MemberId) -> Result<Vec<Passkey>, Fault> {
        self.list(OF, [member.bytes()], read).doing("list a member's passkeys")
    }

    /// What a device was asked to sign, unless that is over.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn challenge(&self, bytes: [u8; 32]) -> Result<Option<Challenge>, Fault> {
        self.maybe(FIND_CHALLENGE, params![bytes], read_challenge).doing("find a challenge")
    }
}
