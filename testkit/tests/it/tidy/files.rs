//! The repository's files.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of ours.
pub(super) struct File {
    /// From the root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl File {
    /// Whether it is in a crate or folder at the root.
    pub(super) fn is_in(&self, folder: &str) -> bool {
        self.path.split('/').next() == Some(folder)
    }

    /// Whether it is part of what is released, and no test.
    pub(super) fn is_product(&self) -> bool {
        let test = self
            .path
            .split('/')
            .any(|part| ["tests", "tests.rs", "testkit", "fuzz"].contains(&part));
        !test && !self.path.ends_with("_tests.rs")
    }
}

/// The root of the workspace.
pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The text of a file that must be there.
pub(super) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file with one of these endings, in order.
pub(super) fn all(endings: &[&str]) -> Vec<File> {
    let mut files = Vec::new();
    walk(&root(), endings, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn walk(folder: &Path, endings: &[&str], files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            let ours = !name.starts_with('.') && !["target", "data", "artifacts"].contains(&name);
            if ours {
                walk(&path, endings, files);
            }
        } else if path.extension().is_some_and(|ending| endings.contains(&ending.to_str().unwrap()))
            && let Ok(text) = fs::read_to_string(&path)
        {
            let path = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            files.push(File { path, text });
        }
    }
}
