//! What is generated from the command line: pages that are kept fresh, completions, manual pages.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::program::{Folder, printed, run, run_with};

#[test]
fn the_reference_pages_are_fresh() {
    let folder = Folder::new();
    for page in ["commands", "settings"] {
        let made = printed(&run(&folder, &["reference", page]));
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../docs/reference/{page}.md"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&file, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(made == kept, "docs/reference/{page}.md is old; UPDATE_EXPECT=1 writes it anew");
    }
}

/// Runs a program on this machine with something to read; `None` if it is not here.
fn with(program: &str, arguments: &[&str], input: &str) -> Option<String> {
    use std::io::Write as _;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && errors.is_empty(), "{program}: {errors}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn shells_read_their_completions() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish"] {
        let text = printed(&run(&folder, &["completions", shell]));
        for word in ["doctor", "login-link", "skip-integrity"] {
            assert!(text.contains(word), "{shell}: no {word}");
        }
        with(shell, &["-n"], &text);
    }
    // What bash offers after `obole adm`.
    let text = printed(&run(&folder, &["completions", "bash"]));
    let ask = "\nCOMP_WORDS=(obole adm); COMP_CWORD=1; _obole obole adm obole; echo \"${COMPREPLY[@]}\"\n";
    if let Some(offered) = with("bash", &[], &(text + ask)) {
        assert_eq!(offered.trim(), "admin");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = Folder::new();
    let page = printed(&run(&folder, &["man"]));
    assert!(page.contains(".TH obole 1") && page.contains("doctor"), "{page}");
    let page = printed(&run(&folder, &["man", "admin", "credit"]));
    assert!(page.contains("\\-\\-reference"), "{page}");
    if let Some(shown) = with("groff", &["-man", "-Tascii", "-ww"], &page) {
        assert!(shown.contains("bank transfer"), "{shown}");
    }
    let missing = run_with(&folder, &["man", "no", "such"], "");
    assert_eq!(missing.status.code(), Some(1));
}
