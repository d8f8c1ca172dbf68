//! Whatever we would ask people to remember is a test: edges between crates, sizes, banned words, registries, links,
//! dead files, licences. Each test lists everything it finds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use self::files::{File, all, read, root};

mod documents;
mod files;
mod licences;
mod packaging;
mod rust;

fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What each crate may depend on, as ARCHITECTURE.md draws it. `server` wires everything, `testkit` tests everything.
const EDGES: [(&str, &[&str]); 7] = [
    ("domain", &[]),
    ("store", &["domain"]),
    ("app", &["domain", "store"]),
    ("connectors", &["domain"]),
    ("web", &["app", "domain"]),
    ("server", &["app", "connectors", "domain", "store", "web"]),
    ("testkit", &["app", "connectors", "domain", "server", "store", "web"]),
];

#[test]
fn crates_depend_on_each_other_as_designed() {
    let workspace: toml::Table = read("Cargo.toml").parse().unwrap();
    let members: BTreeSet<&str> = workspace["workspace"]["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    assert_eq!(members, EDGES.iter().map(|(name, _)| *name).collect(), "the crates");
    let mut wrong = Vec::new();
    for (name, allowed) in EDGES {
        let manifest: toml::Table = read(&format!("{name}/Cargo.toml")).parse().unwrap();
        for section in ["dependencies", "build-dependencies"] {
            let names = manifest
                .get(section)
                .and_then(toml::Value::as_table)
                .into_iter()
                .flat_map(toml::Table::keys);
            let ours = names.filter(|name| members.contains(name.as_str()));
            wrong.extend(
                ours.filter(|on| !allowed.contains(&on.as_str()))
                    .map(|on| format!("{name} must not depend on {on}")),
            );
        }
        let targets = manifest.get("target").and_then(toml::Value::as_table);
        if targets.is_some_and(|table| !table.is_empty()) {
            wrong.push(format!("{name}: dependencies of one platform only escape this test"));
        }
    }
    assert_none(wrong);
}

/// The manifests that may name a database.
#[test]
fn only_the_store_knows_its_database() {
    let mut wrong = Vec::new();
    for (name, _) in EDGES.iter().filter(|(name, _)| *name != "store") {
        let manifest: toml::Table = read(&format!("{name}/Cargo.toml")).parse().unwrap();
        let depends = manifest.get("dependencies").and_then(toml::Value::as_table);
        for database in ["rusqlite", "tokio-postgres"] {
            if depends.is_some_and(|table| table.contains_key(database)) {
                wrong.push(format!("{name}/Cargo.toml depends on {database}"));
            }
        }
    }
    for file in all(&["rs"]).iter().filter(|file| file.is_product() && !file.is_in("store")) {
        for (line, text) in rust::strings(&file.text) {
            if is_sql(&text) {
                wrong.push(format!("{}:{line}: SQL outside store: {text:.60}", file.path));
            }
        }
        if rust::code(&file.text).contains("rusqlite") {
            wrong.push(format!("{}: rusqlite outside store", file.path));
        }
    }
    assert_none(wrong);
}

fn is_sql(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let begins = |pattern: &[&str]| words.windows(pattern.len()).any(|window| window == pattern);
    let pair = |first: &str, second: &str| {
        words.iter().position(|word| *word == first).is_some_and(|at| words[at..].contains(&second))
    };
    pair("SELECT", "FROM")
        || begins(&["INSERT", "INTO"])
        || begins(&["DELETE", "FROM"])
        || pair("UPDATE", "SET")
        || begins(&["CREATE", "TABLE"])
        || begins(&["ALTER", "TABLE"])
        || words.first() == Some(&"PRAGMA")
}

#[test]
fn only_web_contains_html() {
    let mut wrong = Vec::new();
    for file in all(&["rs"]).iter().filter(|file| file.is_product() && !file.is_in("web")) {
        for (line, text) in rust::strings(&file.text) {
            if is_html(&text) {
                wrong.push(format!("{}:{line}: HTML outside web: {text:.60}", file.path));
            }
        }
    }
    for file in all(&["ftl"]).iter().filter(|file| is_html(&file.text)) {
        wrong.push(format!("{}: HTML in a language file", file.path));
    }
    wrong.extend(
        all(&["html"])
            .iter()
            .filter(|file| !file.is_in("web"))
            .map(|file| format!("{}: HTML outside web", file.path)),
    );
    assert_none(wrong);
}

fn is_html(text: &str) -> bool {
    const TAGS: [&str; 17] = [
        "a", "b", "body", "br", "button", "div", "form", "head", "html", "img", "input", "li", "p",
        "script", "span", "svg", "ul",
    ];
    text.split('<').skip(1).any(|rest| {
        let tag: String =
            rest.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let after = rest.trim_start_matches('/')[tag.len()..].chars().next();
        TAGS.contains(&tag.as_str())
            && after.is_some_and(|next| next == '>' || next == ' ' || next == '/')
    })
}

/// Lines a file of Rust may have, its tests not counted.
const FILE_LINES_MAX: usize = 500;

/// Lines a function may have.
const FUNCTION_LINES_MAX: usize = 70;

#[test]
fn files_and_functions_stay_small() {
    let mut wrong = Vec::new();
    for file in all(&["rs"]).iter().filter(|file| file.is_product()) {
        let lines = rust::without_tests(&file.text).lines().count();
        if lines > FILE_LINES_MAX {
            wrong.push(format!("{} has {lines} lines, {FILE_LINES_MAX} are enough", file.path));
        }
        for function in rust::functions(&file.text) {
            if function.lines > FUNCTION_LINES_MAX && !function.excused {
                wrong.push(format!(
                    "{}:{}: {} has {} lines, {FUNCTION_LINES_MAX} are enough",
                    file.path, function.line, function.name, function.lines
                ));
            }
        }
    }
    assert_none(wrong);
}

/// Files that people write as text.
const TEXT: [&str; 13] =
    ["css", "ftl", "html", "js", "json", "jsonl", "md", "rs", "sh", "sql", "story", "toml", "yml"];

#[test]
fn nothing_is_left_to_do_and_no_line_ends_in_space() {
    // Spelt apart, so that this file passes its own test.
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat()];
    let mut wrong = Vec::new();
    for file in all(&TEXT) {
        for (number, line) in file.text.lines().enumerate() {
            let place = format!("{}:{}", file.path, number + 1);
            let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            if words.any(|word| marks.iter().any(|mark| word == mark)) {
                wrong.push(format!("{place}: unfinished: {line}"));
            }
            if line.ends_with([' ', '\t']) {
                wrong.push(format!("{place}: space at the end of the line"));
            }
        }
        // A template's last line may go on in another template.
        let ends =
            file.text.is_empty() || file.text.ends_with('\n') || file.path.ends_with(".html");
        if !ends {
            wrong.push(format!("{}: the last line does not end", file.path));
        }
    }
    assert_none(wrong);
}

#[test]
fn every_rust_file_is_reached_from_a_crate() {
    let files: BTreeMap<PathBuf, File> =
        all(&["rs"]).into_iter().map(|file| (PathBuf::from(&file.path), file)).collect();
    let mut reached: BTreeSet<PathBuf> = BTreeSet::new();
    let mut waiting: Vec<PathBuf> =
        files.keys().filter(|path| is_crate_root(path)).cloned().collect();
    let mut wrong = Vec::new();
    while let Some(path) = waiting.pop() {
        if !reached.insert(path.clone()) {
            continue;
        }
        for module in rust::modules(&files[&path].text) {
            let candidates = module_files(&path, &module);
            match candidates.iter().find(|candidate| files.contains_key(*candidate)) {
                Some(found) => waiting.push(found.clone()),
                None => wrong.push(format!(
                    "{}: there is no file for mod {}",
                    path.display(),
                    module.name
                )),
            }
        }
    }
    wrong.extend(
        files
            .keys()
            .filter(|path| !reached.contains(*path))
            .map(|path| format!("{}: no mod line", path.display())),
    );
    assert_none(wrong);
}

fn is_crate_root(path: &Path) -> bool {
    let parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap()).collect();
    matches!(
        parts[..],
        [_, "src", "lib.rs" | "main.rs"]
            | [_, "src", "bin", _]
            | [_, "build.rs"]
            | [_, "tests" | "benches" | "examples" | "fuzz_targets", _]
            | [_, "tests", _, "main.rs"]
    )
}

fn module_files(path: &Path, module: &rust::Module) -> Vec<PathBuf> {
    let folder = path.parent().unwrap();
    if let Some(named) = &module.path {
        return vec![plain(&folder.join(named))];
    }
    let stem = path.file_stem().unwrap().to_str().unwrap();
    let home =
        if is_crate_root(path) || stem == "mod" { folder.to_owned() } else { folder.join(stem) };
    vec![home.join(format!("{}.rs", module.name)), home.join(&module.name).join("mod.rs")]
}

/// A path without the steps up in it.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path {
        if part == ".." {
            assert!(plain.pop(), "{} leads out", path.display());
        } else {
            plain.push(part);
        }
    }
    plain
}

/// A folder of things of one kind, and where each has its line.
struct Registry {
    folder: &'static str,
    list: &'static str,
    /// What the list must contain for a file, by the file's name.
    line: fn(&str) -> String,
    /// Which files are things of this kind.
    is_entry: fn(&File) -> bool,
}

const REGISTRIES: [Registry; 5] = [
    Registry {
        folder: "domain/src/verb",
        list: "VERBS",
        line: |name| format!("&{}", camel(name)),
        is_entry: |file| file.text.contains("impl Verb for "),
    },
    Registry {
        folder: "domain/src/policy",
        list: "RULES",
        line: |name| format!("&{name}::"),
        is_entry: |file| file.text.contains("impl Rule for "),
    },
    Registry {
        folder: "app/src/job",
        list: "JOBS",
        line: |name| format!("&{name}::"),
        is_entry: |file| file.text.contains("impl Job for "),
    },
    Registry {
        folder: "connectors/src/network",
        list: "",
        line: |name| format!("mod {name};"),
        is_entry: |_| true,
    },
    Registry {
        folder: "web/src/pages",
        list: "",
        line: |name| format!("{name}::"),
        is_entry: |file| file.text.contains("fn routes("),
    },
];

fn camel(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('_').map(capital).collect()
}

#[test]
fn every_thing_has_its_line() {
    let mut wrong = Vec::new();
    for registry in REGISTRIES {
        let list = read(&format!("{}/mod.rs", registry.folder));
        let slice = match list.split_once(&format!("static {}:", registry.list)) {
            Some((_, rest)) => rest.split_once("];").map_or(rest, |(slice, _)| slice),
            None => &list[..],
        };
        let here = Path::new(registry.folder);
        for file in all(&["rs"]).iter().filter(|file| Path::new(&file.path).parent() == Some(here))
        {
            let name = Path::new(&file.path).file_stem().unwrap().to_str().unwrap();
            let line = (registry.line)(name);
            let entry = !["mod", "tests"].contains(&name) && (registry.is_entry)(file);
            if entry && !slice.contains(&line) {
                wrong.push(format!("{}: no {line:?} in {} of mod.rs", file.path, registry.list));
            }
        }
    }
    let words = read("app/src/words/mod.rs");
    for file in all(&["ftl"]) {
        if !words.contains(&format!("../../../{}", file.path)) {
            wrong.push(format!("{}: no line in LOCALES", file.path));
        }
    }
    assert_none(wrong);
}

/// The text of this folder's parent, so that a moved testkit fails at once.
#[test]
fn the_root_is_the_workspace() {
    assert!(root().join("Cargo.lock").exists());
}
