//! Who may come in: links to sign in, and sessions.

use domain::id::MemberId;
use domain::port::Fault;
use domain::rows::Rows;
use domain::time::Timestamp;

use crate::column::{at, id};
use crate::engine::Writer;
use crate::fault::Doing;
use crate::readers::Reader;
use crate::sql::{self, Connection, OptionalExtension, params};

const INSERT_SIGN_IN: &str =
    "INSERT INTO sign_in (token_hash, member, expires_at) VALUES ($1, $2, $3)";

pub(crate) const USE_SIGN_IN: &str = "UPDATE sign_in SET used_at = $1
     WHERE token_hash = $2 AND used_at IS NULL AND expires_at > $1 RETURNING member";

const INSERT_SESSION: &str =
    "INSERT INTO session (token_hash, member, created_at, expires_at) VALUES ($1, $2, $3, $4)";

const FIND_SESSION: &str = "SELECT member, created_at, expires_at FROM session
     WHERE token_hash = $1 AND expires_at > $2";

const END_SESSION: &str = "DELETE FROM session WHERE token_hash = $1";

const END_SESSIONS: &str = "DELETE FROM session WHERE member = $1";

const COUNT_SESSIONS: &str = "SELECT count(*) FROM session WHERE member = $1 AND expires_at > $2";

/// How a table of hashes is rid of what has ended.
pub(crate) struct Sweep {
    /// The next rows.
    pub(crate) next: &'static str,
    /// Removes what has ended up to the last of them.
    pub(crate) remove: &'static str,
}

pub(crate) const SESSIONS: Sweep = Sweep {
    next: "SELECT token_hash FROM session WHERE token_hash > $1 ORDER BY token_hash LIMIT $2",
    remove: "DELETE FROM session WHERE token_hash > $1 AND token_hash <= $2 AND expires_at <= $3",
};

pub(crate) const SIGN_INS: Sweep = Sweep {
    next: "SELECT token_hash FROM sign_in WHERE token_hash > $1 ORDER BY token_hash LIMIT $2",
    remove: "DELETE FROM sign_in
         WHERE token_hash > $1 AND token_hash <= $2 AND (expires_at <= $3 OR used_at IS NOT NULL)",
};

/// A signed-in browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Session {
    /// Who.
    pub member: MemberId,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when.
    pub expires_at: Timestamp,
}

/// Writes the links to sign in that a group made.
pub(crate) fn write(conn: &Connection, rows: &Rows) -> sql::Result<()> {
    let sign_ins = &rows.unwritten().sign_ins;
    if sign_ins.is_empty() {
        return Ok(());
    }
    conn.run_each(INSERT_SIGN_IN, |put| {
        for sign_in in sign_ins {
            put(params![sign_in.token_hash, sign_in.member.bytes(), sign_in.expires_at.0])?;
        }
        Ok(())
    })
}

impl Writer {
    /// Makes a link to sign in, for the operator; a member's own request makes one by itself.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn create_sign_in(
        &mut self,
        token_hash: [u8; 32],
        member: MemberId,
        expires_at: Timestamp,
    ) -> Result<(), Fault> {
        self.run(INSERT_SIGN_IN, params![token_hash, member.bytes(), expires_at.0])
            .doing("make a link to sign in")?;
        Ok(())
    }

    /// Uses a link to sign in: whom it signs in, once; `None` ever after, and when it has expired.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn use_sign_in(
        &mut self,
        token_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<MemberId>, Fault> {
        let used = || -> sql::Result<Option<MemberId>> {
            let mut statement = self.conn().prepare_cached(USE_SIGN_IN)?;
            let row = statement
                .query_row(params![now.0, token_hash], |row| id(row, 0, MemberId::from_bytes));
            row.optional()
        };
        used().doing("use a link to sign in")
    }

    /// Begins a session.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn create_session(&mut self, token_hash: [u8; 32], session: Session) -> Result<(), Fault> {
        let params =
            params![token_hash, session.member.bytes(), session.created_at.0, session.expires_at.0];
        self.run(INSERT_SESSION, params).doing("begin a session")?;
        Ok(())
    }

    /// Ends a session, if there is one.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn end_session(&mut self, token_hash: [u8; 32]) -> Result<(), Fault> {
        self.run(END_SESSION, params![token_hash]).doing("end a session")?;
        Ok(())
    }

    /// Ends every session of a member.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn end_sessions(&mut self, member: MemberId) -> Result<(), Fault> {
        self.run(END_SESSIONS, [member.bytes()]).doing("end a member's sessions")?;
        Ok(())
    }

    /// Removes the sessions that have ended among `limit` of them, by their hashes from `start` on and around; gives
    /// how many. Hashes are spread evenly, so any start is as good as any other, and no index is needed that every
    /// sign-in would have to keep.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn sweep_sessions(
        &mut self,
        start: [u8; 32],
        now: Timestamp,
        limit: u32,
    ) -> Result<usize, Fault> {
        self.sweep(&SESSIONS, start, now, limit).doing("remove sessions that have ended")
    }

    /// Removes the links to sign in that are used or too old, in the same way.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn sweep_sign_ins(
        &mut self,
        start: [u8; 32],
        now: Timestamp,
        limit: u32,
    ) -> Result<usize, Fault> {
        self.sweep(&SIGN_INS, start, now, limit).doing("remove links to sign in that have ended")
    }

    pub(crate) fn sweep(
        &self,
        table: &Sweep,
        start: [u8; 32],
        now: Timestamp,
        limit: u32,
    ) -> sql::Result<usize> {
        let (seen, removed) = self.sweep_part(table, &start, now, limit)?;
        let rest = limit.saturating_sub(seen);
        let (_, around) = self.sweep_part(table, &[], now, rest)?;
        Ok(removed.saturating_add(around))
    }

    /// Looks at `limit` rows behind `after`; gives how many there were, and how many are gone.
    fn sweep_part(
        &self,
        table: &Sweep,
        after: &[u8],
        now: Timestamp,
        limit: u32,
    ) -> sql::Result<(u32, usize)> {
        let next: Vec<[u8; 32]> = self
            .conn()
            .prepare_cached(table.next)?
            .query_map(params![after, limit], |row| row.get(0))?;
        let Some(last) = next.last() else { return Ok((0, 0)) };
        let seen = u32::try_from(next.len()).unwrap_or(u32::MAX);
        Ok((seen, self.run(table.remove, params![after, last, now.0])?))
    }
}

impl Reader {
    /// A session that has not expired.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn session(&self, token_hash: [u8; 32], now: Timestamp) -> Result<Option<Session>, Fault> {
        self.maybe(FIND_SESSION, params![token_hash, now.0], |row| {
            Ok(Session {
                member: id(row, 0, MemberId::from_bytes)?,
                created_at: at(row, 1)?,
                expires_at: at(row, 2)?,
            })
        })
        .doing("find a session")
    }

    /// How many sessions of a member have not expired.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn sessions(&self, member: MemberId, now: Timestamp) -> Result<u32, Fault> {
        self.one(COUNT_SESSIONS, params![member.bytes(), now.0], |row| row.get(0))
            .doing("count a member's sessions")
    }
}
