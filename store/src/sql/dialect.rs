//! What PostgreSQL says in other words. Statements are written once, in the SQL that both engines share; these are
//! the few places where they part.

use std::fmt::Write as _;

use tokio_postgres::types::Type;

/// A statement in PostgreSQL's words.
pub(super) fn translated(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    loop {
        let found = MARKS.iter().filter_map(|mark| rest.find(mark).map(|at| (at, *mark))).min();
        let Some((at, mark)) = found else {
            out.push_str(rest);
            return out;
        };
        out.push_str(&rest[..at]);
        rest = &rest[at + mark.len()..];
        match mark {
            // SQLite walks the tables of a CROSS JOIN in the order in which they stand.
            "CROSS JOIN" => out.push_str("JOIN"),
            // An index is chosen by the engine.
            " INDEXED BY " => rest = rest.find(' ').map_or("", |end| &rest[end..]),
            "X'" => {
                let (hex, after) = rest.split_once('\'').unwrap_or((rest, ""));
                let _ = write!(out, "'\\x{hex}'::bytea");
                rest = after;
            }
            "reveal(" => {
                let (inside, after) = inside(rest);
                let column = inside.split_once(',').map_or(inside, |(column, _)| column);
                let inside = translated(inside);
                let _ = write!(out, "CASE WHEN {column} IS NOT NULL THEN ROW({inside}) END");
                rest = after;
            }
            "key_of(" => {
                let (column, after) = inside(rest);
                let head = format!("decode(substr({column}, 1, 8), 'base64')");
                // What is not sealed has no key; taken for a text that has one, it would spoil the answer for every row.
                let _ = write!(
                    out,
                    "CASE WHEN substr({column}, 1, 8) ~ '^[A-Za-z0-9+/]{{8}}' THEN {} END",
                    number(&head)
                );
                rest = after;
            }
            "key_of_bytes(" => {
                let (column, after) = inside(rest);
                let _ = write!(out, "{}", number(column));
                rest = after;
            }
            _ => {}
        }
    }
}

const MARKS: &[&str] = &["CROSS JOIN", " INDEXED BY ", "X'", "reveal(", "key_of(", "key_of_bytes("];

/// The number of a key out of the first bytes of a sealed value.
fn number(bytes: &str) -> String {
    format!("('x' || encode(substr({bytes}, 2, 4), 'hex'))::bit(32)::bigint")
}

/// What stands before the bracket that closes, and what stands behind it.
fn inside(text: &str) -> (&str, &str) {
    let mut depth = 0_u32;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return (&text[..at], &text[at + 1..]),
            ')' => depth -= 1,
            _ => {}
        }
    }
    (text, "")
}

/// `c1`, `c2` … for `$1`, `$2` …
fn columns_for_parameters(sql: &str, table: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    for (index, part) in sql.split('$').enumerate() {
        if index > 0 {
            let _ = write!(out, "{table}.c");
        }
        out.push_str(part);
    }
    out
}

/// `unnest($1::bigint[], …)`.
fn unnest(types: &[Type]) -> String {
    let arrays = (1..).zip(types).map(|(index, kind)| format!("${index}::{}[]", kind.name()));
    format!("unnest({})", arrays.collect::<Vec<_>>().join(", "))
}

fn columns(count: usize) -> String {
    (1..=count).map(|index| format!("c{index}")).collect::<Vec<_>>().join(", ")
}

/// A statement with a list of values, for arrays of values; `None` if it is of another kind.
pub(super) fn insert_of_many(sql: &str, types: &[Type]) -> Option<String> {
    let (before, rest) = sql.split_once(" VALUES (")?;
    let (values, after) = inside(rest);
    if !before.starts_with("INSERT") || after.contains('$') {
        return None;
    }
    let values = columns_for_parameters(values, "u");
    let (from, names) = (unnest(types), columns(types.len()));
    Some(format!("{before} SELECT {values} FROM {from} AS u ({names}){after}"))
}

/// A question, asked for every row of arrays of values; the first column says for which.
pub(super) fn question_of_many(sql: &str, types: &[Type]) -> String {
    let question = columns_for_parameters(sql, "u");
    let (from, names) = (unnest(types), columns(types.len()));
    format!(
        "SELECT u.place, q.* FROM {from} WITH ORDINALITY AS u ({names}, place)
         CROSS JOIN LATERAL ({question}) AS q"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_say_the_same_stays() {
        let sql = "SELECT a FROM t WHERE b = $1 ORDER BY a LIMIT $2";
        assert_eq!(translated(sql), sql);
    }

    #[test]
    fn the_rest_is_put_into_other_words() {
        let cases = [
            ("a < X'0010'", "a < '\\x0010'::bytea"),
            ("FROM l CROSS JOIN t ON t.a = l.a", "FROM l JOIN t ON t.a = l.a"),
            ("FROM p INDEXED BY p_due WHERE x", "FROM p WHERE x"),
            (
                "SELECT reveal(m.n, (SELECT k.w FROM k WHERE k.number = key_of(m.n)), 'm.n', m.id), 1",
                "SELECT CASE WHEN m.n IS NOT NULL THEN ROW(m.n, (SELECT k.w FROM k WHERE k.number = \
                 CASE WHEN substr(m.n, 1, 8) ~ '^[A-Za-z0-9+/]{8}' THEN \
                 ('x' || encode(substr(decode(substr(m.n, 1, 8), 'base64'), 2, 4), 'hex'))::bit(32)::bigint END), \
                 'm.n', m.id) END, 1",
            ),
        ];
        for (sql, expected) in cases {
            assert_eq!(translated(sql), expected);
        }
    }

    #[test]
    fn many_rows_are_one_statement() {
        let types = [Type::BYTEA, Type::INT8];
        assert_eq!(
            insert_of_many("INSERT INTO t (a, b) VALUES ($1, $2 + 1) ON CONFLICT DO NOTHING", &types),
            Some(
                "INSERT INTO t (a, b) SELECT u.c1, u.c2 + 1 FROM unnest($1::bytea[], $2::int8[]) AS u (c1, c2) \
                 ON CONFLICT DO NOTHING"
                    .to_owned()
            )
        );
        assert_eq!(insert_of_many("DELETE FROM t WHERE a = $1", &types), None);
        assert!(
            question_of_many("SELECT b FROM t WHERE a = $1", &types[..1])
                .ends_with("CROSS JOIN LATERAL (SELECT b FROM t WHERE a = u.c1) AS q")
        );
    }
}
