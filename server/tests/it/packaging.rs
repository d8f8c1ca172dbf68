//! The container's health check, as its file says it, against the program.

use std::process::Command;

use crate::program::{Server, seeded};

/// The check's words, for a server at this port.
fn health_check(port: &str) -> Vec<String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../packaging/Dockerfile");
    let text = std::fs::read_to_string(file).unwrap();
    let line = text.lines().find(|line| line.starts_with("HEALTHCHECK")).unwrap();
    let (_, words) = line.split_once(" CMD ").unwrap();
    serde_json::from_str(&words.replace("/8080", &format!("/{port}"))).unwrap()
}

#[test]
fn the_health_check_sees_whether_the_program_lives() {
    let folder = seeded();
    let mut server = Server::start(&folder, &["demo", "--data", &folder.data(), "--port", "0"]);
    let address = server.address();
    let words = health_check(address.rsplit(':').next().unwrap());
    let check = || Command::new(&words[0]).args(&words[1..]).output().unwrap().status.success();
    assert!(check());
    server.kill();
    assert!(!check());
}
