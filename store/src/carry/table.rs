//! A table as it is walked, copied and summed up, whatever its columns and on whichever engine.

use sha2::{Digest, Sha256};

use crate::sql::{self, Connection, Feed, Param, Row, Value, ValueRef, params};

const TABLES: &str = "SELECT name FROM sqlite_schema
     WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('schema_version', 'moved')
     ORDER BY name";

const COLUMNS: &str = "SELECT name, pk FROM pragma_table_info($1) ORDER BY cid";

/// A table, as a file has it; a server has the same.
pub(crate) struct Table {
    pub(crate) name: String,
    columns: Vec<String>,
    /// The columns of its primary key.
    key: Vec<String>,
}

/// Rows in the order of their key, in short.
#[derive(PartialEq, Eq)]
pub(crate) struct Summary {
    pub(crate) rows: u64,
    digest: [u8; 32],
}

/// Sums rows up, one value after the other.
#[derive(Default)]
pub(crate) struct Summing {
    pub(crate) rows: u64,
    hash: Sha256,
}

impl Summing {
    /// Adds a value, so that no two rows add the same.
    fn value(&mut self, value: ValueRef<'_>) {
        let mut part = |kind: u8, bytes: &[u8]| {
            self.hash.update([kind]);
            self.hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
            self.hash.update(bytes);
        };
        match value {
            ValueRef::Null => part(0, &[]),
            ValueRef::Integer(number) => part(1, &number.to_be_bytes()),
            ValueRef::Text(text) => part(2, text.as_bytes()),
            ValueRef::Blob(bytes) => part(3, bytes),
        }
    }

    /// Adds rows that were read by [`Table::walk`].
    pub(crate) fn add(&mut self, rows: &[Vec<Value>]) {
        for row in rows {
            row.iter().for_each(|value| self.value(value.as_ref()));
            self.rows = self.rows.saturating_add(1);
        }
    }

    pub(crate) fn end(self) -> Summary {
        Summary { rows: self.rows, digest: self.hash.finalize().into() }
    }
}

/// Every table of a file that is copied.
pub(crate) fn tables(from: &Connection) -> sql::Result<Vec<Table>> {
    let names: Vec<String> = from.prepare_cached(TABLES)?.query_map([], |row| row.get(0))?;
    let table = |name: String| {
        let columns: Vec<(String, i64)> = from
            .prepare_cached(COLUMNS)?
            .query_map(params![name], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut key: Vec<(i64, String)> = columns
            .iter()
            .filter(|(_, place)| *place > 0)
            .map(|(name, place)| (*place, name.clone()))
            .collect();
        key.sort_unstable();
        Ok(Table {
            name,
            columns: columns.into_iter().map(|(name, _)| name).collect(),
            key: key.into_iter().map(|(_, name)| name).collect(),
        })
    };
    names.into_iter().map(table).collect()
}

/// Reads the rows of a table, as far as a key, that one included.
pub(crate) fn summary(
    conn: &Connection,
    table: &Table,
    until: Option<&[Value]>,
) -> sql::Result<Summary> {
    conn.begin_to_read()?;
    let summary = summary_in_snapshot(conn, table, until);
    let ended = conn.commit();
    let summary = summary?;
    ended.map(|()| summary)
}

fn summary_in_snapshot(
    conn: &Connection,
    table: &Table,
    until: Option<&[Value]>,
) -> sql::Result<Summary> {
    let mut statement = conn.prepare_cached(&table.select(until.map(|_| "<=")))?;
    let mut walk = statement.query(lent(until.unwrap_or_default()).as_slice())?;
    let mut sum = Summing::default();
    while let Some(row) = walk.next()? {
        for index in 0..table.columns.len() {
            sum.value(row.get_ref(index)?);
        }
        sum.rows = sum.rows.saturating_add(1);
    }
    Ok(sum.end())
}

/// Values as parameters.
fn lent(values: &[Value]) -> Vec<&dyn Param> {
    values.iter().map(|value| value as &dyn Param).collect()
}

impl Table {
    /// Its rows in the order of its key; those before or behind one where `than` compares keys.
    fn select(&self, than: Option<&str>) -> String {
        let (name, columns, key) = (&self.name, self.columns.join(", "), self.key.join(", "));
        let only =
            than.map(|than| format!("WHERE ({key}) {than} ({}) ", parameters(self.key.len())));
        format!("SELECT {columns} FROM {name} {}ORDER BY {key}", only.unwrap_or_default())
    }

    /// The values of a row that was selected.
    fn values(&self, row: &Row<'_>) -> sql::Result<Vec<Value>> {
        (0..self.columns.len()).map(|index| row.get(index)).collect()
    }

    /// The greatest key there is.
    pub(crate) fn last(&self, conn: &Connection) -> sql::Result<Option<Vec<Value>>> {
        let order: Vec<String> = self.key.iter().map(|column| format!("{column} DESC")).collect();
        let sql = format!(
            "SELECT {} FROM {} ORDER BY {} LIMIT 1",
            self.key.join(", "),
            self.name,
            order.join(", ")
        );
        let read = |row: &Row<'_>| (0..self.key.len()).map(|index| row.get(index)).collect();
        Ok(conn.prepare_cached(&sql)?.query_map([], read)?.pop())
    }

    /// Reads its rows in the order of its key, those behind one where it is given, some at once.
    pub(crate) fn walk<E: From<sql::Error>>(
        &self,
        from: &Connection,
        behind: Option<&[Value]>,
        batch_rows: usize,
        mut take: impl FnMut(&[Vec<Value>]) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = from.prepare_cached(&self.select(behind.map(|_| ">")))?;
        let mut walk = statement.query(lent(behind.unwrap_or_default()).as_slice())?;
        let mut batch: Vec<Vec<Value>> = Vec::with_capacity(batch_rows);
        loop {
            batch.clear();
            while batch.len() < batch_rows
                && let Some(row) = walk.next()?
            {
                batch.push(self.values(&row)?);
            }
            if batch.is_empty() {
                return Ok(());
            }
            take(&batch)?;
        }
    }

    /// Writes rows.
    pub(crate) fn put(&self, to: &Connection, rows: &[Vec<Value>]) -> sql::Result<()> {
        let values = parameters(self.columns.len());
        let sql =
            format!("INSERT INTO {} ({}) VALUES ({values})", self.name, self.columns.join(", "));
        let feed = |put: &mut Feed<'_>| rows.iter().try_for_each(|row| put(&lent(row)));
        to.run_each(&sql, feed)
    }
}

/// `$1, $2` …
fn parameters(count: usize) -> String {
    (1..=count).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_look_alike_do_not_sum_up_to_the_same() {
        let of = |values: &[ValueRef<'_>]| {
            let mut sum = Summing::default();
            values.iter().for_each(|value| sum.value(*value));
            sum.end().digest
        };
        let (one, two) = (ValueRef::Text("a"), ValueRef::Text("b"));
        assert_ne!(of(&[one, two]), of(&[ValueRef::Text("ab"), ValueRef::Text("")]));
        assert_ne!(of(&[ValueRef::Blob(b"a")]), of(&[one]));
        assert_ne!(of(&[ValueRef::Null]), of(&[ValueRef::Text("")]));
        assert_ne!(of(&[one, two]), of(&[two, one]));
    }
}
