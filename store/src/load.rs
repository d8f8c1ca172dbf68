//! Loading the rows of keys: each kind of key is a question of its own, asked for all keys of that kind. All questions
//! are asked before the first answer is waited for, so a server answers them in one go.

use domain::rows::{Found, Key, Rows};
use domain::time::Timestamp;

use crate::sql::{self, Connection, Feed, Row};
use crate::vault::Sealer;
use crate::{bill, done, ledger, member, payment, refund, schedule, suspense};

/// What takes the answer to a question in.
type Finish<'l> = Box<dyn FnOnce(&mut Rows) -> sql::Result<()> + 'l>;

/// Rows that are being loaded.
pub(crate) struct Loading<'l> {
    pub(crate) conn: &'l Connection,
    keys: &'l [Key],
    rows: &'l mut Rows,
    asked: Vec<Finish<'l>>,
}

/// Loads every key that `rows` does not know yet, and makes the sealer know the keys of the members among them.
pub(crate) fn load(
    conn: &Connection,
    sealer: &Sealer,
    keys: &[Key],
    now: Timestamp,
    rows: &mut Rows,
) -> sql::Result<()> {
    let mut loading = Loading { conn, keys, rows, asked: Vec::new() };
    done::load(&mut loading)?;
    member::load(&mut loading, sealer)?;
    ledger::load(&mut loading)?;
    refund::load(&mut loading)?;
    payment::load(&mut loading, now)?;
    bill::load(&mut loading)?;
    schedule::load(&mut loading)?;
    suspense::load(&mut loading)?;
    let Loading { rows, asked, .. } = loading;
    asked.into_iter().try_for_each(|finish| finish(rows))
}

impl<'l> Loading<'l> {
    /// The keys that `pick` picks, but for those that are known.
    fn picked<K>(&self, pick: impl Fn(&'l Key) -> Option<K>) -> Vec<(&'l Key, K)> {
        let picked = self.keys.iter().filter_map(|key| Some((key, pick(key)?)));
        picked.filter(|(key, _)| !self.rows.has(key)).collect()
    }

    /// Finds the keys that `pick` picks by asking `sql` for each, with what `bind` gives it.
    pub(crate) fn each<K: 'l, T: 'l>(
        &mut self,
        sql: &str,
        pick: impl Fn(&'l Key) -> Option<K>,
        bind: impl Fn(&K, &mut Feed<'_>) -> sql::Result<()>,
        read: impl Fn(&Row<'_>) -> sql::Result<T> + 'l,
        found: impl Fn(Vec<T>) -> Found + 'l,
    ) -> sql::Result<()> {
        self.each_then(sql, pick, bind, read, move |rows, picked, answers| {
            for ((key, _), answer) in picked.iter().zip(answers) {
                rows.load((*key).clone(), found(answer));
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
        then: impl FnOnce(&mut Rows, Vec<(&'l Key, K)>, Vec<Vec<T>>) -> sql::Result<()> + 'l,
    ) -> sql::Result<()> {
        let picked = self.picked(pick);
        if picked.is_empty() {
            return Ok(());
        }
        let feed = |ask: &mut Feed<'_>| picked.iter().try_for_each(|(_, named)| bind(named, ask));
        let asked = self.conn.ask(sql, feed, read)?;
        self.asked.push(Box::new(move |rows| then(rows, picked, asked.answers()?)));
        Ok(())
    }
}

/// The only row of an answer, or none.
pub(crate) fn only<T>(rows: Vec<T>) -> Option<T> {
    rows.into_iter().next()
}
