//! `obole doctor` finds each fault, says how to mend it, and finds nothing where there is none.

use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::program::{Folder, Server, printed, run, seeded};

/// A configuration that is right, on a free port.
fn configured(folder: &Folder) -> PathBuf {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    configured_on(folder, port)
}

fn configured_on(folder: &Folder, port: u16) -> PathBuf {
    let (beside, key) = (Path::new(&folder.data()).join("obole.key"), key_file(folder));
    if beside.is_file() {
        std::fs::rename(beside, &key).unwrap();
    }
    let text = format!(
        "key_file = {key:?}\ndata = \"{}\"\nlisten = \"127.0.0.1:{port}\"\nbase_url = \"https://pay.example.org\"\n\
         regime = \"sandbox\"\ndefault_currency = \"EUR\"\n",
        folder.data()
    );
    write(folder, "obole.toml", &text)
}

/// Where the operator key is, away from the database.
fn key_file(folder: &Folder) -> PathBuf {
    folder.path().join("operator.key")
}

fn write(folder: &Folder, name: &str, text: &str) -> PathBuf {
    let file = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    file
}

/// Adds a line to the configuration.
fn add(config: &Path, line: &str) {
    let text = std::fs::read_to_string(config).unwrap();
    std::fs::write(config, format!("{text}{line}\n")).unwrap();
}

/// What it found: whether it ended well, and each finding.
fn doctor(folder: &Folder, config: &Path) -> (bool, Vec<Value>) {
    let output = run(folder, &["doctor", "--json", "--config", config.to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    let found: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!found.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (output.status.success(), found)
}

/// The one finding of a topic that is not well.
fn ill(found: &[Value]) -> Vec<String> {
    let ill = found.iter().filter(|one| one["state"] != "ok");
    ill.map(|one| {
        assert!(!one["mend"].as_str().unwrap().is_empty(), "no way to mend {one}");
        let word = |name: &str| one[name].as_str().unwrap().to_owned();
        format!("{} {}: {}", word("state"), word("topic"), word("says"))
    })
    .collect()
}

/// Fails unless one thing is ill: its state and topic, and a word of what is said.
fn expect(folder: &Folder, config: &Path, begins: &str, says: &str) {
    let (well, found) = doctor(folder, config);
    let ill = ill(&found);
    assert_eq!(ill.len(), 1, "{ill:?}");
    assert!(ill[0].starts_with(begins) && ill[0].contains(says), "{begins} {says}: {ill:?}");
    assert_eq!(well, begins.starts_with("warning"));
}

fn database(folder: &Folder) -> rusqlite::Connection {
    rusqlite::Connection::open(Path::new(&folder.data()).join("obole.db")).unwrap()
}

#[test]
fn all_is_well_before_and_while_it_serves() {
    let folder = seeded();
    let text = printed(&run(&folder, &["doctor", "--data", &folder.data(), "--skip-integrity"]));
    assert!(text.ends_with("0 faults, 0 warnings\n"), "{text}");
    let config = configured(&folder);
    let (well, found) = doctor(&folder, &config);
    assert!(well && ill(&found).is_empty(), "{found:?}");
    let server = Server::start(&folder, &["serve", "--config", config.to_str().unwrap()]);
    let (well, found) = doctor(&folder, &config);
    assert!(well && ill(&found).is_empty(), "{found:?}");
    let listen = found.iter().find(|one| one["topic"] == "listen").unwrap();
    assert!(listen["says"].as_str().unwrap().contains("the server of this folder answers"));
    drop(server);
}

#[test]
fn a_configuration_that_is_wrong_is_said_so() {
    let folder = seeded();
    let config = configured(&folder);
    add(&config, "colour = \"red\"");
    expect(&folder, &config, "fault settings", "colour");
    let config = configured(&folder);
    add(&config, "policy = \"/nowhere/policy.toml\"");
    expect(&folder, &config, "fault policy", "/nowhere/policy.toml");
    let config = configured(&folder);
    add(&config, &format!("policy = \"{}\"", write(&folder, "policy.toml", "a = 1").display()));
    expect(&folder, &config, "fault policy", "policy.toml");
    expect(&folder, Path::new("/nowhere/obole.toml"), "fault settings", "/nowhere/obole.toml");
}

#[test]
fn what_is_open_to_the_network_is_said_so() {
    let folder = seeded();
    let config = configured(&folder);
    let text = std::fs::read_to_string(&config).unwrap();
    let open = text.replace("listen = \"127.0.0.1", "listen = \"0.0.0.0");
    std::fs::write(&config, &open).unwrap();
    expect(&folder, &config, "warning base_url", "unencrypted");
    let plain = open.replace("https://pay.example.org", "http://localhost:1");
    std::fs::write(&config, plain).unwrap();
    expect(&folder, &config, "fault base_url", "not encrypted");
    std::fs::write(&config, text).unwrap();
    add(&config, "metrics_listen = \"0.0.0.0:0\"");
    expect(&folder, &config, "warning metrics", "whoever reaches it");
}

#[test]
fn an_address_that_is_taken_is_said_so() {
    let folder = seeded();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let config = configured_on(&folder, other.local_addr().unwrap().port());
    expect(&folder, &config, "fault listen", "taken by another program");
    let config = configured(&folder);
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, text.replace("listen = \"127.0.0.1", "listen = \"192.0.2.1")).unwrap();
    let (well, found) = doctor(&folder, &config);
    assert!(!well && ill(&found).iter().any(|one| one.starts_with("fault listen")), "{found:?}");
}

#[test]
fn secrets_that_others_can_read_are_said_so() {
    let folder = seeded();
    let mode = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(folder.path(), 0o755);
    let config = configured(&folder);
    let file = folder.path().join("data/obole.db");
    let made = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(made & 0o777, 0o600, "a database is made for its user alone");
    mode(&file, 0o644);
    expect(&folder, &config, "fault secrets", "obole.db");
    mode(&folder.path().join("data"), 0o700);
    assert!(doctor(&folder, &config).0, "nobody comes through the folder");
    let key = folder.path().join("seal.key");
    add(&config, &format!("seal_key = \"{}\"", key.display()));
    expect(&folder, &config, "fault keys", "seal.key");
    printed(&run(&folder, &["admin", "seal-key", key.to_str().unwrap()]));
    assert!(doctor(&folder, &config).0);
    mode(&key, 0o640);
    expect(&folder, &config, "fault keys", "sign seals in your name");
}

#[test]
fn an_operator_key_that_is_no_secret_or_not_there_is_said_so() {
    let folder = seeded();
    let config = configured(&folder);
    let (key, beside) = (key_file(&folder), Path::new(&folder.data()).join("obole.key"));
    std::fs::rename(&key, &beside).unwrap();
    expect(&folder, &config, "fault key", "is missing");
    let text = std::fs::read_to_string(&config).unwrap();
    let named = text.replace("operator.key", "data/obole.key");
    std::fs::write(&config, named).unwrap();
    expect(&folder, &config, "warning key", "whoever copies the folder has both");
    std::fs::write(&config, text).unwrap();
    std::fs::rename(&beside, &key).unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o640)).unwrap();
    expect(&folder, &config, "fault key", "can read every text with it");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::write(&key, "0".repeat(64)).unwrap();
    expect(&folder, &config, "fault key", "was given");
}

#[test]
fn a_database_that_is_missing_newer_or_damaged_is_said_so() {
    let folder = Folder::new();
    let config = configured(&folder);
    std::fs::create_dir_all(folder.data()).unwrap();
    expect(&folder, &config, "warning database", "there is none");

    let folder = seeded();
    let config = configured(&folder);
    let change = |sql: &str| database(&folder).execute_batch(sql).unwrap();
    change("INSERT INTO schema_version VALUES (9999, '9999_later', 'x', 0)");
    expect(&folder, &config, "fault database", "9999");
    change("DELETE FROM schema_version WHERE number = 9999");
    change("PRAGMA wal_checkpoint(TRUNCATE)");
    let file = Path::new(&folder.data()).join("obole.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let whole = bytes.clone();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 8192].fill(0x55);
    std::fs::write(&file, &bytes).unwrap();
    let (well, found) = doctor(&folder, &config);
    assert!(!well && ill(&found).iter().any(|one| one.starts_with("fault database")), "{found:?}");
    std::fs::write(&file, &whole).unwrap();
    assert!(doctor(&folder, &config).0);
}

#[test]
fn the_clock_the_policy_and_what_waits_are_looked_at() {
    let folder = seeded();
    let config = configured(&folder);
    let change = |sql: &str| database(&folder).execute_batch(sql).unwrap();

    change("UPDATE engine SET last_at = last_at + 3600000000");
    expect(&folder, &config, "fault clock", "already at");
    change("UPDATE engine SET last_at = last_at - 3600000000");

    change("INSERT INTO outbox (network, body, due_at) VALUES ('square', '?', 1)");
    expect(&folder, &config, "warning outbox", "1 messages wait");
    change("DELETE FROM outbox WHERE body = '?'");
    change("INSERT INTO dead_letter VALUES (1, 'matrix', NULL, '?', 12, 'no such room', 1, NULL)");
    expect(&folder, &config, "warning outbox", "no such room");
    change("DELETE FROM dead_letter");

    change(
        "INSERT INTO suspense (id, bank_id, amount, currency, remitter, reference, at)
             VALUES (X'00000000000000000000000000000077', 'B-1', 500, 'EUR', '', '', 1)",
    );
    expect(&folder, &config, "warning suspense", "1 items of money without owner");
    change("DELETE FROM suspense");

    change(
        "INSERT INTO api_key (id, secret, scopes, created_at) VALUES ('key_old', X'00', 'posts', 1)",
    );
    expect(&folder, &config, "warning keys", "key_old");
    change("DELETE FROM api_key WHERE id = 'key_old'");

    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, text.replace("\"EUR\"", "\"SEK\"")).unwrap();
    expect(&folder, &config, "warning policy", "SEK");
    std::fs::write(&config, text).unwrap();
    change("INSERT INTO policy VALUES (2, 5, 'time_zone = 1')");
    expect(&folder, &config, "fault policy", "version 2");
    change("DELETE FROM policy WHERE version = 2");
    change("UPDATE policy SET starts_at = 9000000000000000");
    expect(&folder, &config, "warning policy", "no version is in force");
}
