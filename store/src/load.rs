//! Loading the rows of keys: each kind of key is a question of its own, asked for all keys of that kind. All questions
//! are asked before the first answer is waited for, so a server answers them in one go.

use domain::id::MemberId;
use domain::rows::{Found, Key, Rows};
use domain::time::Timestamp;

use crate::sql::{self, Connection, Feed, Row};
use crate::vault::Sealer;
use crate::{bill, done, ledger, member, passkey, payment, refund, schedule, suspense};

/// What takes the answer to a question in.
type Finish<'l> = Box<dyn FnOnce(&mut Loaded) -> sql::Result<()> + 'l>;

/// Rows that were found, and the keys of members among them.
#[derive(Default)]
pub(crate) struct Loaded {
    rows: Vec<(Key, Found)>,
    sealed_by: Vec<(MemberId, MemberKey)>,
}

/// A member's key: its number, and itself in its wrapping.
pub(crate) type MemberKey = (u32, Vec<u8>);

impl Loaded {
    /// Takes in what was found under a key.
    pub(crate) fn found(&mut self, key: Key, found: Found) {
        self.rows.push((key, found));
    }

    /// Takes in under which key a member's texts are sealed.
    pub(crate) fn sealed_by(&mut self, owner: MemberId, key: MemberKey) {
        self.sealed_by.push((owner, key));
    }

    /// What both have.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.rows.extend(other.rows);
        self.sealed_by.extend(other.sealed_by);
        self
    }

    /// Tells the rows and the sealer.
    pub(crate) fn tell(self, rows: &mut Rows, sealer: &Sealer) -> sql::Result<()> {
        self.rows.into_iter().for_each(|(key, found)| rows.load(key, found));
        self.sealed_by.into_iter().try_for_each(|(owner, key)| sealer.learn(owner, &key))
    }
}

/// Rows that are being loaded.
pub(crate) struct Loading<'l> {
    pub(crate) conn: &'l Connection,
    keys: &'l [Key],
    asked: Vec<Finish<'l>>,
}

/// Loads the rows of `keys`.
pub(crate) fn load(conn: &Connection, keys: &[Key], now: Timestamp) -> sql::Result<Loaded> {
    let mut loading = Loading { conn, keys, asked: Vec::new() };
    done::load(&mut loading)?;
    member::load(&mut loading)?;
    passkey::load(&mut loading)?;
    ledger::load(&mut loading)?;
    refund::load(&mut loading)?;
    payment::load(&mut loading, now)?;
    bill::load(&mut loading)?;
    schedule::load(&mut loading)?;
    suspense::load(&mut loading)?;
    let mut loaded = Loaded::default();
    loading.asked.into_iter().try_for_each(|finish| finish(&mut loaded))?;
    Ok(loaded)
}

impl<'l> Loading<'l> {
    /// Finds the keys that `pick` picks by asking `sql` for each, with what `bind` gives it.
    pub(crate) fn each<K: 'l, T: 'l>(
        &mut self,
        sql: &str,
        pick: impl Fn(&'l Key) -> Option<K>,
        bind: impl Fn(&K, &mut Feed<'_>) -> sql::Result<()>,
        read: impl Fn(&Row<'_>) -> sql::Result<T> + 'l,
        found: impl Fn(Vec<T>) -> Found + 'l,
    ) -> sql::Result<()> {
        self.each_then(sql, pick, bind, read, move |loaded, picked, answers| {
            for ((key, _), answer) in picked.into_iter().zip(answers) {
                loaded.found(key.clone(), found(answer));
            }
            Ok(())
        })
    }

    /// The same, but what comes is taken in by `then`, which may ask further.
    pub(crate) fn each_then<K: 'l, T: 'l>(
        &mut self,
        sql: &str,
        pick: impl Fn(&'l Key) -> Option<K>,
        bind: impl Fn(&K, &mut Feed<'_>) -> sql::Result<()>,
        read: impl Fn(&Row<'_>) -> sql::Result<T> + 'l,
        then: impl FnOnce(&mut Loaded, Vec<(&'l Key, K)>, Vec<Vec<T>>) -> sql::Result<()> + 'l,
    ) -> sql::Result<()> {
        let picked: Vec<(&Key, K)> =
            self.keys.iter().filter_map(|key| Some((key, pick(key)?))).collect();
        if picked.is_empty() {
            return Ok(());
        }
        let feed = |ask: &mut Feed<'_>| picked.iter().try_for_each(|(_, named)| bind(named, ask));
        let asked = self.conn.ask(sql, feed, read)?;
        self.asked.push(Box::new(move |loaded| then(loaded, picked, asked.answers()?)));
        Ok(())
    }
}

/// The only row of an answer, or none.
pub(crate) fn only<T>(rows: Vec<T>) -> Option<T> {
    rows.into_iter().next()
}
