//! Seals as an operator makes them and an auditor checks them.

use std::path::PathBuf;
use std::process::Output;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::program::{Folder, Server, lines, printed, run, run_with, seeded};

/// Pays and gives the payment's name.
fn paid(folder: &Folder, cents: u32) -> String {
    let text = format!("@obole #envoyer {}.{:02}€ @chezlea", cents / 100, cents % 100);
    let said = printed(&run(folder, &["say", "alice", &text, "--data", &folder.data(), "--json"]));
    assert!(said.contains("Chez") || said.contains("chezlea"), "{said}");
    let raw = database(folder);
    let id: Vec<u8> = raw
        .query_row("SELECT id FROM payment ORDER BY id DESC LIMIT 1", [], |row| row.get(0))
        .unwrap();
    domain::id::PaymentId::from_bytes(id.try_into().unwrap()).to_string()
}

fn database(folder: &Folder) -> rusqlite::Connection {
    rusqlite::Connection::open(folder.path().join("data/obole.db")).unwrap()
}

fn seal(folder: &Folder) -> String {
    printed(&run(folder, &["admin", "seal", "--data", &folder.data()]))
}

/// A key's file, and the public key.
fn key(folder: &Folder, name: &str) -> (String, String) {
    let file = folder.path().join(name).display().to_string();
    let made = printed(&run(folder, &["admin", "seal-key", &file]));
    assert_eq!(printed(&run(folder, &["admin", "seal-key", &file])), made, "the key stays");
    (file, made.trim().strip_prefix("public key: ").unwrap().to_owned())
}

fn kept(folder: &Folder, name: &str, text: &str) -> String {
    let file: PathBuf = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    file.display().to_string()
}

fn failed(output: &Output, says: &str) {
    let told = [&output.stdout[..], &output.stderr[..]].concat();
    let told = String::from_utf8_lossy(&told);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains(says), "{told}");
}

#[test]
fn a_payment_is_proved_to_somebody_without_the_database() {
    let folder = seeded();
    let data = folder.data();
    let (file, public) = key(&folder, "seal.key");
    let (_, other) = key(&folder, "other.key");
    seal(&folder);
    let payment = paid(&folder, 1_200);
    let early = run(&folder, &["proof", &payment, "--data", &data]);
    failed(&early, "not sealed yet");
    seal(&folder);
    let proof = printed(&run(&folder, &["proof", &payment, "--data", &data, "--seal-key", &file]));
    let checked = |proof: &str, more: &[&str]| {
        run_with(&folder, &[&["check-proof", "-"], more].concat(), proof)
    };
    let told = printed(&checked(&proof, &["--key", &public]));
    assert!(told.contains("12.00 EUR") && told.contains("is signed with the key"), "{told}");
    assert!(told.contains("(payment)") && told.contains("(fee)"), "{told}");
    let read: Value = serde_json::from_str(&proof).unwrap();
    assert_eq!(read["transfers"].as_array().unwrap().len(), 2);
    let seal_of_it = &read["seals"][0];
    for known in ["root", "hash"] {
        printed(&checked(&proof, &["--root", seal_of_it[known].as_str().unwrap()]));
    }
    assert!(printed(&checked(&proof, &[])).contains("learnt from elsewhere"));
    failed(&checked(&proof, &["--key", &other]), "not signed with the key");
    failed(&checked(&proof, &["--root", &"0".repeat(64)]), "another hash");
    failed(&checked("{}", &[]), "cannot be read");
    let changes: [(&str, Value); 9] = [
        ("/transfers/0/transfer/amount_minor", json!(1_201)),
        ("/transfers/0/transfer/credit", json!("house:bank")),
        ("/transfers/0/transfer/kind", json!("fee")),
        ("/transfers/0/index", json!(1)),
        ("/transfers/1/seal", json!(1)),
        ("/transfers/0/path", json!([])),
        ("/seals/0/count", json!(7)),
        ("/seals/0/root", json!("0".repeat(64))),
        ("/payment", json!("pay_00000000000000000000000000")),
    ];
    for (place, value) in changes {
        let mut changed = read.clone();
        *changed.pointer_mut(place).unwrap() = value;
        assert_ne!(changed, read, "{place}");
        failed(&checked(&changed.to_string(), &["--key", &public]), "does not hold");
    }
}

#[test]
fn an_old_payment_is_proved_by_a_later_seal() {
    let folder = seeded();
    let data = folder.data();
    let (_, public) = key(&folder, "seal.key");
    let payment = paid(&folder, 1_000);
    for cents in [1_100, 1_200, 300] {
        seal(&folder);
        paid(&folder, cents);
    }
    let last = seal(&folder);
    let hash = last.lines().find_map(|line| line.strip_prefix("hash: ")).unwrap();
    let proof = printed(&run(&folder, &["proof", &payment, "--data", &data, "--to", "4"]));
    let file = kept(&folder, "proof.json", &proof);
    let told = printed(&run(&folder, &["check-proof", &file, "--root", hash]));
    assert!(told.contains("stands in seal 1") && told.contains("Seal 4 has the hash"), "{told}");
    failed(&run(&folder, &["check-proof", &file, "--key", &public]), "not signed");
    let mut gap: Value = serde_json::from_str(&proof).unwrap();
    gap["seals"].as_array_mut().unwrap().remove(1);
    failed(&run_with(&folder, &["check-proof", "-"], &gap.to_string()), "does not follow");
    failed(&run(&folder, &["proof", &payment, "--data", &data, "--to", "5"]), "no seal 5");
    failed(&run(&folder, &["proof", "pay_x", "--data", &data]), "no payment's name");
}

/// Whoever holds the database could write all of history anew; what was published before tells.
#[test]
fn history_written_anew_is_not_what_was_published() {
    let folder = seeded();
    let data = folder.data();
    let (file, public) = key(&folder, "seal.key");
    for cents in [1_000, 1_100] {
        paid(&folder, cents);
        seal(&folder);
    }
    let export = ["export", "--format", "seals", "--data", &data, "--seal-key", &file];
    let published = run(&folder, &export);
    assert_eq!(lines(&published).len(), 2);
    assert_eq!(lines(&run(&folder, &[&export[..], &["--after", "1"]].concat())).len(), 1);
    let published = kept(&folder, "published", &printed(&published));
    let verify = ["verify", "--seals", "--data", &data];
    let against = [&verify[..], &["--published", &published, "--key", &public]].concat();
    paid(&folder, 700);
    seal(&folder);
    let told = printed(&run(&folder, &against));
    assert!(told.contains("3 seals") && told.contains("2 published seals are the same"), "{told}");
    let raw = database(&folder);
    raw.execute("UPDATE transfer SET amount = amount + 1 WHERE amount = 1100", []).unwrap();
    failed(&run(&folder, &verify), "seal 2: expected the root");
    raw.execute_batch("DELETE FROM seal; DELETE FROM late_transfer").unwrap();
    drop(raw);
    seal(&folder);
    printed(&run(&folder, &verify));
    failed(&run(&folder, &against), "seal 1 is not the one that was published");
    let (_, other) = key(&folder, "other.key");
    let forged = [&verify[..], &["--published", &published, "--key", &other]].concat();
    failed(&run(&folder, &forged), "not published under this key");
}

#[test]
fn a_server_seals_by_itself_and_is_checked_while_it_runs() {
    let folder = seeded();
    let config = kept(
        &folder,
        "obole.toml",
        &format!(
            "data = {:?}\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://localhost:8080\"\n\
             regime = \"sandbox\"\ndefault_currency = \"EUR\"\nseal_every_s = 1\nseal_key = {:?}\n",
            folder.data(),
            key(&folder, "seal.key").0
        ),
    );
    let server = Server::start(&folder, &["serve", "--config", &config]);
    let operator = server.operator();
    let began = Instant::now();
    for number in 1.. {
        let text = format!("@obole #envoyer 0.{number:02}€ @bob");
        assert_eq!(operator.say("alice", &text, &format!("sealed-{number}")).unwrap().0, 200);
        let seals = lines(&run(&folder, &["export", "--format", "seals", "--config", &config]));
        if seals.len() > 1 {
            assert!(seals.iter().all(|seal| seal["signature"].is_string()));
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(30), "no second seal");
        std::thread::sleep(Duration::from_millis(300));
    }
    let told = printed(&run(&folder, &["verify", "--seals"]));
    assert!(told.starts_with("sound: "), "{told}");
    drop(server);
    printed(&run(&folder, &["verify", "--data", &folder.data()]));
}
