//! The door: links to sign in, sessions.

use domain::context::{link_token, token_hash};
use domain::decide::SIGN_IN_US;
use domain::id::MemberId;
use domain::time::{DAY_US, Timestamp};
use store::{Profile, Session};

use crate::group::Unable;
use crate::obole::Obole;

/// How long somebody stays signed in, in microseconds: 30 days.
const SESSION_US: i64 = 30 * DAY_US;

impl Obole {
    /// Makes a link that signs a member in once, for the operator to hand over.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn new_sign_in_link(&self, member: MemberId) -> Result<String, Unable> {
        let token = link_token(self.draw(), 0);
        let hash = token.hash;
        self.desk()
            .write(move |engine| {
                engine.create_sign_in(hash, member, engine.now().plus_us(SIGN_IN_US))
            })
            .await?;
        Ok(format!("{}/door/{}", self.settings().base_url, token.text))
    }

    /// Uses a sign-in link up and begins a session; gives the session's token, or `None` if the link is spent,
    /// too old or never was.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn sign_in(&self, link: &str) -> Result<Option<String>, Unable> {
        let (link, session) = (token_hash(link), link_token(self.draw(), 0));
        let hash = session.hash;
        let used = self.desk().write(move |engine| {
            let now = engine.now();
            let member = engine.use_sign_in(link, now)?;
            if let Some(member) = member {
                engine.create_session(hash, new_session(member, now))?;
            }
            Ok(member)
        });
        Ok(used.await?.map(|_| session.text))
    }

    /// Begins a session without a link; the demo's door.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn begin_session(&self, member: MemberId) -> Result<String, Unable> {
        let session = link_token(self.draw(), 0);
        let hash = session.hash;
        self.desk()
            .write(move |engine| engine.create_session(hash, new_session(member, engine.now())))
            .await?;
        Ok(session.text)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn end_session(&self, session: &str) -> Result<(), Unable> {
        let hash = token_hash(session);
        self.desk().write(move |engine| engine.end_session(hash)).await
    }

    /// Ends every session of a member.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn end_sessions(&self, member: MemberId) -> Result<(), Unable> {
        self.desk().write(move |engine| engine.end_sessions(member)).await
    }

    /// Whose session this is.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn session_member(&self, session: &str) -> Result<Option<Profile>, Unable> {
        let (hash, now) = (token_hash(session), self.now());
        self.read_rows(move |read| match read.session(hash, now)? {
            Some(session) => read.profile(session.member),
            None => Ok(None),
        })
        .await
    }
}

fn new_session(member: MemberId, now: Timestamp) -> Session {
    Session { member, created_at: now, expires_at: now.plus_us(SESSION_US) }
}
