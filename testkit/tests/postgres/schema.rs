//! Both engines have the same tables: whatever one file of a migration says, the other says as well.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::Connection;
use store::migrate::MIGRATIONS;
use testkit::cluster::{Cluster, Database};

/// Columns that the engine numbers by itself, because whoever writes their rows gives no number.
const NUMBERED: [(&str, &str); 3] =
    [("member_key", "number"), ("operator_act", "number"), ("post", "number")];

/// A column: its type as PostgreSQL calls it, whether it may be empty, and what it is by default.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Column {
    name: String,
    kind: String,
    required: bool,
    default: String,
}

/// An index, or a key of a table's own, which has no name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Index {
    name: String,
    unique: bool,
    columns: Vec<String>,
    only: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Table {
    columns: Vec<Column>,
    indexes: BTreeSet<Index>,
}

fn file(name: &str, file: &str) -> String {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/migrations").join(name).join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every statement of a file, without comments, in one line each.
fn statements(text: &str) -> Vec<String> {
    let code: Vec<&str> =
        text.lines().map(|line| line.split_once("--").map_or(line, |(code, _)| code)).collect();
    let words = |statement: &str| statement.split_whitespace().collect::<Vec<_>>().join(" ");
    code.join("\n").split(';').map(words).filter(|statement| !statement.is_empty()).collect()
}

/// A part of an index as both engines would write it.
fn plain(text: &str) -> String {
    let text =
        text.to_lowercase().replace("::text", "").replace("::bytea", "").replace("x'", "'\\x");
    let text = text.replace("'\\\\x", "'\\x");
    let text = text.trim();
    text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text).to_owned()
}

fn sqlite() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    for step in MIGRATIONS {
        conn.execute_batch(&file(step.name, "sqlite.sql")).unwrap();
        conn.execute_batch(&file(step.name, "sample.sql")).unwrap();
    }
    conn
}

/// Blobs as PostgreSQL writes them.
fn translated(sample: &str) -> String {
    sample.replace("X'", "'\\x")
}

fn postgres(cluster: &Cluster) -> Database<'_> {
    let database = cluster.database().unwrap();
    for step in MIGRATIONS {
        for text in [file(step.name, "postgres.sql"), translated(&file(step.name, "sample.sql"))] {
            database.sql(&text).unwrap_or_else(|error| panic!("{}: {error}", step.name));
        }
    }
    database
}

fn sqlite_tables(conn: &Connection) -> BTreeMap<String, Table> {
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    let mut columns = conn
        .prepare(
            "SELECT t.name, c.name, c.type, c.\"notnull\" OR c.pk, coalesce(c.dflt_value, '')
             FROM sqlite_schema t, pragma_table_xinfo(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid",
        )
        .unwrap();
    let mut rows = columns.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let kind = match row.get::<_, String>(2).unwrap().as_str() {
            "BLOB" => "bytea",
            "INTEGER" => "bigint",
            "TEXT" | "ANY" => "text",
            other => panic!("{other}"),
        };
        let (name, required) = (row.get(1).unwrap(), row.get(3).unwrap());
        let column = Column { name, kind: kind.to_owned(), required, default: row.get(4).unwrap() };
        tables.entry(row.get(0).unwrap()).or_default().columns.push(column);
    }
    for (name, table) in &mut tables {
        table.indexes = sqlite_indexes(conn, name);
    }
    tables
}

fn sqlite_indexes(conn: &Connection, table: &str) -> BTreeSet<Index> {
    let mut indexes = BTreeSet::new();
    let mut list = conn
        .prepare(
            "SELECT i.name, i.\"unique\", i.origin, coalesce(s.sql, '')
             FROM pragma_index_list($1) i LEFT JOIN sqlite_schema s ON s.name = i.name",
        )
        .unwrap();
    let mut rows = list.query([table]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let (name, unique): (String, bool) = (row.get(0).unwrap(), row.get(1).unwrap());
        let (origin, sql): (String, String) = (row.get(2).unwrap(), row.get(3).unwrap());
        let own = origin == "c";
        let columns = if own { written(&sql) } else { key(conn, &name) };
        let only = sql.split_once(" WHERE ").or_else(|| sql.split_once("\n    WHERE "));
        let only = only.map_or(String::new(), |(_, only)| plain(only));
        let name = if own { name } else { String::new() };
        indexes.insert(Index { name, unique, columns, only });
    }
    // A number that is the key has no index beside the table.
    let numbers = "SELECT name FROM pragma_table_info($1) WHERE pk = 1
         AND NOT EXISTS (SELECT 1 FROM pragma_index_list($1) WHERE origin = 'pk')";
    let mut statement = conn.prepare(numbers).unwrap();
    let mut rows = statement.query([table]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let columns = vec![row.get(0).unwrap()];
        indexes.insert(Index { name: String::new(), unique: true, columns, only: String::new() });
    }
    indexes
}

/// The columns between the brackets of an index's statement.
fn written(sql: &str) -> Vec<String> {
    let (_, rest) = sql.split_once(" ON ").unwrap();
    let (_, rest) = rest.split_once('(').unwrap();
    let mut columns = vec![String::new()];
    let mut depth = 0;
    for c in rest.chars() {
        match c {
            ')' if depth == 0 => break,
            ',' if depth == 0 => columns.push(String::new()),
            _ => {
                depth += i32::from(c == '(') - i32::from(c == ')');
                columns.last_mut().unwrap().push(c);
            }
        }
    }
    columns.iter().map(|column| plain(column)).collect()
}

fn key(conn: &Connection, index: &str) -> Vec<String> {
    let mut statement = conn
        .prepare("SELECT name FROM pragma_index_xinfo($1) WHERE key = 1 ORDER BY seqno")
        .unwrap();
    let names = statement.query_map([index], |row| row.get(0)).unwrap();
    names.map(|name| name.unwrap()).collect()
}

/// The rows of an answer, split.
fn rows(answer: &str) -> Vec<Vec<&str>> {
    answer.lines().map(|line| line.split('|').collect()).collect()
}

fn postgres_tables(database: &Database<'_>) -> BTreeMap<String, Table> {
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    let columns = "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
             coalesce(pg_get_expr(d.adbin, d.adrelid), '')
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
             LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
         WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
             AND NOT a.attisdropped
         ORDER BY c.relname, a.attnum";
    for row in rows(&database.sql(columns).unwrap()) {
        let column = Column {
            name: row[1].to_owned(),
            kind: row[2].to_owned(),
            required: row[3] == "t",
            default: row[4].replace("::text", ""),
        };
        tables.entry(row[0].to_owned()).or_default().columns.push(column);
    }
    let indexes = "SELECT t.relname, CASE WHEN k.oid IS NULL THEN c.relname ELSE '' END, i.indisunique,
             (SELECT string_agg(pg_get_indexdef(i.indexrelid, n, true), ';' ORDER BY n)
                FROM generate_series(1, i.indnkeyatts) n),
             coalesce(pg_get_expr(i.indpred, i.indrelid), '')
         FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class c ON c.oid = i.indexrelid
             LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid
         WHERE t.relnamespace = 'public'::regnamespace";
    for row in rows(&database.sql(indexes).unwrap()) {
        let index = Index {
            name: row[1].to_owned(),
            unique: row[2] == "t",
            columns: row[3].split(';').map(plain).collect(),
            only: plain(row[4]),
        };
        tables.get_mut(row[0]).unwrap().indexes.insert(index);
    }
    tables
}

#[test]
fn both_engines_have_the_same_tables() {
    let Some(cluster) = Cluster::shared() else { return };
    let ours = sqlite_tables(&sqlite());
    let theirs = postgres_tables(&postgres(cluster));
    assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>());
    for (name, table) in &ours {
        assert_eq!(theirs[name].columns, table.columns, "the columns of {name}");
        assert_eq!(theirs[name].indexes, table.indexes, "the indexes of {name}");
    }
    let partial =
        ours.values().flat_map(|table| &table.indexes).filter(|index| !index.only.is_empty());
    assert!(partial.count() > 10);
}

/// The order of texts must not depend on the language of the machine that made the database.
#[test]
fn texts_are_in_the_order_of_their_bytes() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = postgres(cluster);
    let others = "SELECT table_name, column_name FROM information_schema.columns
         WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'";
    assert_eq!(database.sql(others).unwrap(), "");
}

#[test]
fn numbers_that_nobody_gives_are_the_engines() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = postgres(cluster);
    let numbered = "SELECT table_name, column_name FROM information_schema.columns
         WHERE identity_generation = 'BY DEFAULT' ORDER BY table_name";
    let found = database.sql(numbered).unwrap();
    let found: Vec<(&str, &str)> = rows(&found).iter().map(|row| (row[0], row[1])).collect();
    assert_eq!(found, NUMBERED);
    let numbers = "SELECT nextval('outbox_number'), nextval('outbox_number')";
    assert_eq!(database.sql(numbers).unwrap(), "1|2\n");
}

/// The samples of all migrations say the same on both.
#[test]
fn both_engines_keep_the_same_rows() {
    let Some(cluster) = Cluster::shared() else { return };
    let (conn, database) = (sqlite(), postgres(cluster));
    for (name, table) in sqlite_tables(&conn) {
        let list = |blob: &dyn Fn(&str) -> String, text: &dyn Fn(&str) -> String| {
            let shown = |column: &Column| {
                let value =
                    if column.kind == "bytea" { blob(&column.name) } else { text(&column.name) };
                format!("coalesce({value}, 'NULL')")
            };
            let columns: Vec<String> = table.columns.iter().map(shown).collect();
            format!("SELECT {} FROM {name}", columns.join(" || '/' || "))
        };
        let ours = list(
            &|column| format!("CASE WHEN {column} IS NOT NULL THEN lower(hex({column})) END"),
            &|column| format!("CAST({column} AS TEXT)"),
        );
        let theirs = list(&|column| format!("encode({column}, 'hex')"), &|column| {
            format!("CAST({column} AS text)")
        });
        let mut statement = conn.prepare(&ours).unwrap();
        let ours = statement.query_map([], |row| row.get(0)).unwrap();
        let ours: BTreeSet<String> = ours.map(|row| row.unwrap()).collect();
        let theirs = database.sql(&theirs).unwrap();
        assert_eq!(theirs.lines().map(str::to_owned).collect::<BTreeSet<_>>(), ours, "{name}");
        assert!(!ours.is_empty(), "{name} has no sample");
    }
}

/// What a row must be.
fn checks(text: &str) -> Vec<String> {
    let code = statements(text).join(" ");
    let starts = code.match_indices("CHECK (").map(|(at, _)| &code[at..]);
    starts
        .map(|rest| {
            let mut depth = 0;
            let end = rest.find(|c: char| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                c == ')' && depth == 0
            });
            rest[..=end.unwrap()].to_owned()
        })
        .collect()
}

#[test]
fn both_engines_check_the_same() {
    let mut found = 0;
    for step in MIGRATIONS {
        let ours = checks(&file(step.name, "sqlite.sql"));
        assert_eq!(checks(&file(step.name, "postgres.sql")), ours, "{}", step.name);
        found += ours.len();
    }
    assert!(found > 5);
}

/// What other engines that speak PostgreSQL's language can be expected to run.
#[test]
fn the_schema_is_plain() {
    const BEGINNINGS: [&str; 7] = [
        "ALTER TABLE ",
        "CREATE INDEX ",
        "CREATE SEQUENCE ",
        "CREATE TABLE ",
        "CREATE UNIQUE INDEX ",
        "INSERT INTO ",
        "UPDATE ",
    ];
    for step in MIGRATIONS {
        for statement in statements(&file(step.name, "postgres.sql")) {
            let plain = BEGINNINGS.iter().any(|beginning| statement.starts_with(beginning));
            let strange =
                ["$$", "STRICT", "ROWID", "BLOB"].iter().find(|word| statement.contains(*word));
            assert!(plain && strange.is_none(), "{}: {statement}", step.name);
        }
    }
}
