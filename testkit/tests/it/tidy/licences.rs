//! What we depend on, as `cargo metadata` tells it, is what `deny.toml` lets in.

use std::process::Command;

use serde_json::Value;

use super::assert_none;
use super::files::{read, root};

/// Crates that must never come in, whatever `deny.toml` says.
const BANNED: [&str; 4] = ["openssl", "native-tls", "chrono", "time"];

fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The packages of this platform's build that are not ours: name, version, licence.
fn packages() -> Vec<(String, String, String)> {
    let host = Command::new("rustc").arg("-vV").output().unwrap();
    let host = String::from_utf8(host.stdout).unwrap();
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let text = cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--offline",
        "--filter-platform",
        host,
    ]);
    let metadata: Value = serde_json::from_str(&text).unwrap();
    let used: Vec<&str> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["id"].as_str().unwrap())
        .collect();
    let packages = metadata["packages"].as_array().unwrap().iter();
    let outside = packages.filter(|package| {
        !package["source"].is_null() && used.contains(&package["id"].as_str().unwrap())
    });
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    outside
        .map(|package| {
            (text(&package["name"]), text(&package["version"]), text(&package["license"]))
        })
        .collect()
}

/// Whether a licence expression (SPDX, or the old form with `/`) can be met with these licences.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = expression.split_whitespace().collect();
    let mut at = 0;
    let met = any(&words, &mut at, allowed);
    met && at == words.len()
}

fn any(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = every(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= every(words, at, allowed);
    }
    met
}

fn every(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = any(words, at, allowed);
        *at += 1;
        return met;
    }
    let mut licence = (*word).to_owned();
    if words.get(*at) == Some(&"WITH") {
        licence = format!("{licence} WITH {}", words.get(*at + 1).copied().unwrap_or_default());
        *at += 2;
    }
    allowed.contains(&licence)
}

#[test]
fn expressions_are_read_as_spdx_says() {
    let allowed = ["MIT".to_owned(), "ISC".to_owned(), "Apache-2.0 WITH LLVM-exception".to_owned()];
    for (expression, met) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0", false),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
        ("(MIT OR Apache-2.0) AND ISC", true),
        ("(GPL-3.0 OR Apache-2.0) AND ISC", false),
        ("MIT AND GPL-3.0", false),
        ("", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}

#[test]
fn dependencies_are_let_in() {
    let deny: toml::Table = read("deny.toml").parse().unwrap();
    let list = deny["licenses"]["allow"].as_array().unwrap();
    let allowed: Vec<String> =
        list.iter().map(|licence| licence.as_str().unwrap().to_owned()).collect();
    let mut banned: Vec<String> = BANNED.map(str::to_owned).to_vec();
    let bans = deny.get("bans").and_then(|bans| bans.get("deny")).and_then(toml::Value::as_array);
    banned.extend(bans.into_iter().flatten().filter_map(|ban| {
        let name = ban.get("crate").or_else(|| ban.get("name")).unwrap_or(ban);
        name.as_str().map(str::to_owned)
    }));
    let mut wrong = Vec::new();
    for (name, version, licence) in packages() {
        if !is_met(&licence, &allowed) {
            wrong.push(format!("{name} {version} is under {licence:?}"));
        }
        if banned.contains(&name) {
            wrong.push(format!("{name} {version} is banned"));
        }
    }
    assert_none(wrong);
}
