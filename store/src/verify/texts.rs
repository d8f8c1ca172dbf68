//! Sealed texts: each opens under its key, in the row and the column it was sealed for.

use super::{Checked, shown_key, wrong};
use crate::readers::Reader;
use crate::sql::ValueRef;
use crate::vault::COLUMNS;

/// Opens every sealed value; gives how many there are.
pub(super) fn check(reader: &Reader) -> Checked<u64> {
    let mut count: u64 = 0;
    for column in COLUMNS {
        let (of, table, name) = (column.of, column.table, column.name);
        let (key, place) = (column.key, column.row);
        let key_of = if column.has_bytes() { "key_of_bytes" } else { "key_of" };
        let sql = format!(
            "SELECT {key}, reveal({name},
                 (SELECT k.wrapped FROM member_key k WHERE k.number = {key_of}({name})), '{of}', {place})
             FROM {table} ORDER BY {key}"
        );
        let mut statement = reader.conn().prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let why = match (column.has_bytes(), row.get_ref(1)?) {
                (false, ValueRef::Blob(why)) => String::from_utf8_lossy(why).into_owned(),
                (true, ValueRef::Text(why)) => why.to_owned(),
                (_, ValueRef::Null) => continue,
                _ => {
                    count = count.saturating_add(1);
                    continue;
                }
            };
            let found = format!("{name}: {why}");
            return Err(wrong(table, shown_key(table, &row), "a text sealed for this row", found));
        }
    }
    Ok(count)
}
