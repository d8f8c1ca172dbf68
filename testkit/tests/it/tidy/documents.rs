//! Documents say what is there.

use std::path::Path;

use super::assert_none;
use super::files::{File, all, read, root};

/// Endings of files that a document may name.
const ENDINGS: [&str; 12] = [
    ".rs", ".md", ".toml", ".ftl", ".sql", ".html", ".css", ".js", ".story", ".json", ".jsonl",
    ".lock",
];

/// The lines outside fenced code.
fn prose(file: &File) -> Vec<(usize, &str)> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            lines.push((number + 1, line));
        }
    }
    lines
}

#[test]
fn every_document_has_one_title() {
    let mut wrong = Vec::new();
    for file in all(&["md"]) {
        let titles = prose(&file).iter().filter(|(_, line)| line.starts_with("# ")).count();
        if titles != 1 {
            wrong.push(format!("{} has {titles} titles", file.path));
        }
    }
    assert_none(wrong);
}

#[test]
fn every_path_that_the_map_and_the_readme_name_exists() {
    let paths: Vec<String> = everything();
    let mut wrong = Vec::new();
    for name in ["ARCHITECTURE.md", "README.md"] {
        let file = File { path: name.to_owned(), text: read(name) };
        for (number, line) in prose(&file) {
            for word in line.split('`').skip(1).step_by(2).filter(|word| is_path(word)) {
                let word = word.trim_end_matches('/');
                let known = |path: &String| path == word || path.ends_with(&format!("/{word}"));
                if !paths.iter().any(known) {
                    wrong.push(format!("{name}:{number}: there is no {word}"));
                }
            }
        }
    }
    assert_none(wrong);
}

/// Whether a word between backticks names a file or folder of ours.
fn is_path(word: &str) -> bool {
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
    let first = word.split('/').next().unwrap_or_default();
    let folder = word.contains('/') && !first.is_empty() && root().join(first).is_dir();
    plain
        && (folder
            || ENDINGS.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len()))
}

/// Every file and folder, from the root.
fn everything() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if name == ".git" || name == "target" {
                continue;
            }
            found.push(path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned());
            if path.is_dir() {
                walk(&path, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root(), &mut found);
    found
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut wrong = Vec::new();
    for file in all(&["md"]) {
        let folder = root().join(&file.path).parent().unwrap().to_owned();
        for (number, line) in prose(&file) {
            for link in line
                .split("](")
                .skip(1)
                .filter_map(|rest| rest.split_once(')'))
                .map(|(link, _)| link)
            {
                let target = link.split(['#', ' ']).next().unwrap_or_default();
                let outside =
                    link.contains("://") || link.starts_with("mailto:") || target.is_empty();
                if !outside && !folder.join(target).exists() {
                    wrong.push(format!("{}:{number}: {link} leads nowhere", file.path));
                }
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn the_book_leads_to_every_page_of_it() {
    let book = read("docs/README.md");
    let mut wrong = Vec::new();
    for file in all(&["md"]).iter().filter(|file| file.is_in("docs")) {
        let page = file.path.trim_start_matches("docs/");
        if page != "README.md" && !book.contains(&format!("]({page})")) {
            wrong.push(format!("docs/README.md does not lead to {page}"));
        }
    }
    assert_none(wrong);
}
