//! Requests decided before.

use domain::id::RequestKey;
use domain::request::{Answer, Done};
use domain::rows::{Found, Key, Rows};

use crate::codec;
use crate::column::{at, id};
use crate::load::{Loading, only};
use crate::sql::{self, Connection, Error, Row, params};
use crate::square::Numbers;
use crate::vault::{HOUSE, Sealer, sealed};

pub(crate) const FIND: &str = concat!(
    "SELECT digest, at, ",
    sealed!("done.answer", "answer", "key"),
    ", key FROM done WHERE key = $1"
);

const INSERT: &str = "INSERT INTO done (key, digest, at, answer, post) VALUES ($1, $2, $3, $4, $5)";

pub(crate) fn load(loading: &mut Loading<'_>) -> sql::Result<()> {
    loading.each(
        FIND,
        |key| if let Key::Done(key) = key { Some(*key) } else { None },
        |key, ask| ask(params![key.bytes()]),
        read,
        |found| Found::Done(only(found)),
    )
}

fn read(row: &Row<'_>) -> sql::Result<Done> {
    let digest: i64 = row.get(0)?;
    let answer = read_answer(row, 2)?;
    let key = id(row, 3, RequestKey::from_bytes)?;
    Ok(Done { key, digest: digest.cast_unsigned(), at: at(row, 1)?, answer })
}

/// A column that holds an encoded answer.
pub(crate) fn read_answer(row: &Row<'_>, index: usize) -> sql::Result<Answer> {
    codec::answer(row.get_ref(index)?.as_str()?).map_err(|error| Error::column(index, error))
}

/// Writes the requests a group decided, with the number of the post that was kept with each.
pub(crate) fn write(
    conn: &Connection,
    sealer: &Sealer,
    rows: &Rows,
    posts: &Numbers,
    text: &mut String,
) -> sql::Result<()> {
    let keys = &rows.unwritten().done;
    if keys.is_empty() {
        return Ok(());
    }
    conn.run_each(INSERT, |put| {
        for done in keys.iter().filter_map(|key| rows.decided(*key)) {
            text.clear();
            codec::put_answer(text, &done.answer);
            let key = done.key.bytes();
            let asked_by = codec::asked_by(&done.answer).unwrap_or(HOUSE);
            put(params![
                key,
                done.digest.cast_signed(),
                done.at.0,
                sealer.text(conn, asked_by, "done.answer", &key, text)?,
                posts.get(&done.key),
            ])?;
        }
        Ok(())
    })
}
