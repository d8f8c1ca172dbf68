//! The command line, as a script uses it.

use serde_json::{Value, json};

use crate::program::{Folder, Server, lines, obole, printed, run, run_with, seeded};

const PIN: &str = "246810";

fn posted(folder: &Folder, handle: &str) -> i64 {
    let shown = lines(&run(folder, &["admin", "show", handle, "--data", &folder.data(), "--json"]));
    shown[0]["wallets"][0]["posted"].as_i64().unwrap()
}

#[test]
fn a_post_pays_straight_into_a_database() {
    let folder = seeded();
    let data = folder.data();
    for handle in ["alice", "bob", "carol"] {
        assert_eq!(posted(&folder, handle), 30_000, "{handle}");
    }
    let said = lines(&run(
        &folder,
        &["say", "alice", "@obole #envoyer 12€ @bob", "--data", &data, "--json"],
    ));
    let to = |handle: &str, public: bool| {
        said.iter().find(|line| line["to"] == handle && line["public"] == public).unwrap()["text"]
            .as_str()
            .unwrap()
    };
    assert_eq!(said.len(), 3);
    assert!(said.iter().all(|line| line["from"] == "obole"));
    let of = |line: &Value| line["payment"].as_str().is_some_and(|id| id.starts_with("pay_"));
    assert!(said.iter().all(of), "{said:?}");
    assert!(to("alice", false).contains("288,00\u{a0}€"), "{said:?}");
    assert!(!to("alice", true).contains("288"), "a public reply never names a balance");
    assert!(to("bob", false).contains("12.00\u{a0}€") && to("bob", false).contains("Alice Martin"));
    let shown = &lines(&run(&folder, &["admin", "show", "alice", "--data", &data, "--json"]))[0];
    assert_eq!(shown["handle"], "alice");
    assert_eq!(
        shown["wallets"],
        json!([{ "currency": "EUR", "posted": 28800, "held": 0, "available": 28800 }])
    );
    assert_eq!(posted(&folder, "bob"), 31_200);
    assert!(printed(&run(&folder, &["verify", "--data", &data])).contains("EUR"));
}

#[test]
fn a_payment_above_the_exemption_waits_for_the_pin() {
    let folder = seeded();
    let data = folder.data();
    let id = ["--id", "the-post"];
    let say = ["say", "bob", "@obole send 50€ @carol", "--data", &data, "--json", id[0], id[1]];
    let said = lines(&run(&folder, &say));
    assert_eq!(posted(&folder, "bob"), 30_000);
    assert_eq!(lines(&run(&folder, &say)), said, "a repeat gets the same words");
    let text = said
        .iter()
        .filter_map(|line| line["text"].as_str())
        .find(|text| text.contains("pay_"))
        .unwrap();
    let start = text.find("pay_").unwrap();
    let payment = &text[start..start + 30];
    let approve = ["approve", payment, "--as", "bob", "--pin-stdin", "--data", &data];
    let wrong = run_with(&folder, &approve, "111112\n");
    assert_eq!(wrong.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("pin_wrong"));
    let stranger = run_with(
        &folder,
        &["approve", payment, "--as", "alice", "--pin-stdin", "--data", &data],
        PIN,
    );
    assert!(String::from_utf8_lossy(&stranger.stderr).contains("payment_unknown"));
    printed(&run_with(&folder, &approve, &format!("{PIN}\n")));
    assert_eq!((posted(&folder, "bob"), posted(&folder, "carol")), (25_000, 35_000));
    let again = run_with(&folder, &approve, PIN);
    assert!(String::from_utf8_lossy(&again.stderr).contains("already"));
    printed(&run(&folder, &["verify", "--data", &data]));
}

#[test]
fn a_command_goes_through_a_running_server() {
    let folder = seeded();
    let server = Server::start(&folder, &["demo", "--data", &folder.data(), "--port", "0"]);
    let health = server.operator().send("GET", "/healthz", &[], "").unwrap();
    assert_eq!(health.0, 200);
    // Without a folder: the server that this user started last. With it: the folder is locked, so through the server.
    printed(&run(&folder, &["say", "alice", "@obole #envoyer 2€ @carol"]));
    printed(&run(&folder, &["say", "alice", "solde", "--direct", "--data", &folder.data()]));
    assert_eq!(posted(&folder, "alice"), 29_800);
    let second = run(&folder, &["demo", "--data", &folder.data(), "--port", "0"]);
    assert_eq!(second.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&second.stderr).contains("another process"));
}

#[test]
fn the_server_ends_cleanly_when_it_is_asked_to() {
    let folder = seeded();
    let mut server = Server::start(&folder, &["demo", "--data", &folder.data(), "--port", "0"]);
    printed(&run(&folder, &["say", "alice", "@obole #envoyer 2€ @carol"]));
    let pid = server.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert!(server.child.wait().unwrap().success());
    assert_eq!(posted(&folder, "alice"), 29_800);
    assert!(!folder.path().join("data/server.json").exists());
}

#[test]
fn a_credit_is_booked_once_for_each_reference() {
    let folder = seeded();
    let data = folder.data();
    for _ in 0..3 {
        let credit =
            ["admin", "credit", "alice", "10.50 EUR", "--reference", "RF-1", "--data", &data];
        printed(&run(&folder, &credit));
    }
    assert_eq!(posted(&folder, "alice"), 31_050);
    let other = ["admin", "credit", "bob", "10.50 EUR", "--reference", "RF-1", "--data", &data];
    assert_eq!(run(&folder, &other).status.code(), Some(1));
    for amount in ["-1.00 EUR", "0 EUR", "1.001 EUR", "10 USD", "ten", "99999999999999999999 EUR"] {
        let credit = ["admin", "credit", "bob", amount, "--reference", amount, "--data", &data];
        assert_ne!(run(&folder, &credit).status.code(), Some(0), "{amount}");
    }
    assert_eq!(posted(&folder, "bob"), 30_000);
}

#[test]
fn a_frozen_member_neither_pays_nor_is_paid() {
    let folder = seeded();
    let data = folder.data();
    printed(&run(
        &folder,
        &["admin", "freeze", "bob", "--reason", "asked by himself", "--data", &data],
    ));
    for (from, to) in [("bob", "alice"), ("alice", "bob")] {
        printed(&run(&folder, &["say", from, &format!("@obole send 5€ @{to}"), "--data", &data]));
    }
    assert_eq!((posted(&folder, "alice"), posted(&folder, "bob")), (30_000, 30_000));
    printed(&run(&folder, &["admin", "release", "bob", "--data", &data]));
    printed(&run(&folder, &["say", "bob", "@obole send 5€ @alice", "--data", &data]));
    assert_eq!((posted(&folder, "alice"), posted(&folder, "bob")), (30_500, 29_500));
}

#[test]
fn messages_are_read_from_standard_input() {
    let folder = Folder::new();
    let input = "{\"text\":\"@obole #envoyer 50EUR @bob pour le resto\"}\nnonsense\n{\"text\":\"@obole #envoyer 1.000€ @bob\",\"lang\":\"fr\"}\n{\"text\":\"hello\"}\n";
    let read = lines(&run_with(&folder, &["parse"], input));
    assert_eq!(read[0]["verb"], "send");
    assert_eq!(read[0]["amount"], json!({ "currency": "EUR", "minor": 5000 }));
    assert_eq!((&read[0]["to"], &read[0]["memo"]), (&json!(["@bob"]), &json!("pour le resto")));
    assert_eq!(read[1], json!({ "kind": "error", "code": "bad_line" }));
    assert_eq!(
        (&read[2]["kind"], &read[2]["code"]),
        (&json!("question"), &json!("amount_ambiguous"))
    );
    assert!(read[2]["say"].as_str().unwrap().contains("@obole #envoyer 1000"));
    assert_eq!(read[3], json!({ "kind": "none" }));
}

#[test]
fn the_books_leave_in_forms_that_others_read() {
    let folder = seeded();
    let data = folder.data();
    printed(&run(&folder, &["say", "alice", "@obole #envoyer 12€ @chezlea", "--data", &data]));
    let csv = printed(&run(&folder, &["export", "--data", &data, "--format", "csv"]));
    assert!(csv.lines().count() > 10);
    let journal = printed(&run(&folder, &["export", "--data", &data, "--format", "hledger"]));
    if std::env::var_os("OBOLE_SKIP_HLEDGER").is_some() {
        eprintln!("left out: hledger is not here");
        return;
    }
    let file = folder.path().join("books.journal");
    std::fs::write(&file, journal).unwrap();
    let hledger = std::process::Command::new("hledger")
        .args(["-f", &file.display().to_string(), "check"])
        .output()
        .expect("hledger is installed, or OBOLE_SKIP_HLEDGER says that it is not");
    assert!(hledger.status.success(), "{}", String::from_utf8_lossy(&hledger.stderr));
}

#[test]
fn a_member_gets_their_archive() {
    let folder = seeded();
    let data = folder.data();
    printed(&run(&folder, &["say", "alice", "@obole #envoyer 12€ @bob", "--data", &data]));
    let export = ["export", "--format", "archive", "--data", &data];
    let archive = printed(&run(&folder, &[&export[..], &["--member", "@Alice"]].concat()));
    let archive: serde_json::Value = serde_json::from_str(&archive).unwrap();
    assert_eq!(archive["member"]["name"], "Alice Martin");
    assert!(archive["payments"].as_array().unwrap().iter().any(|one| one["amount"] == "12.00"));
    assert!(!archive["messages"].as_array().unwrap().is_empty());
    assert_eq!(run(&folder, &export).status.code(), Some(1), "whose?");
    let nobody = run(&folder, &[&export[..], &["--member", "nobody"]].concat());
    assert_eq!(nobody.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nobody.stderr).contains("no member @nobody"));
}

#[test]
fn wrong_use_is_told_and_does_nothing() {
    let folder = seeded();
    let data = folder.data();
    let nowhere = folder.path().join("nowhere").display().to_string();
    let cases: [(&[&str], i32); 8] = [
        (&[], 2),
        (&["pay"], 2),
        (&["demo", "--seed-only"], 2),
        (&["say", "nobody", "hello", "--data", &data], 1),
        (&["say", "alice", "hello", "--data", &nowhere], 1),
        (&["verify", "--data", &nowhere], 1),
        (&["serve", "--config", &nowhere], 1),
        (&["approve", "pay_x", "--as", "alice", "--pin-stdin", "--data", &data], 1),
    ];
    for (arguments, code) in cases {
        let output = run(&folder, arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    let long = "x".repeat(100_000);
    printed(&run(
        &folder,
        &["say", "alice", &format!("@obole #envoyer 1€ @bob {long}"), "--data", &data],
    ));
    assert_eq!(posted(&folder, "alice"), 30_000, "a message that is too long is no order");
    let mut bare = obole(&folder, &["parse"]);
    assert!(bare.stdin(std::process::Stdio::null()).status().unwrap().success());
}

#[test]
fn nobody_speaks_for_a_member_where_money_is_real() {
    let folder = Folder::new();
    let config = folder.path().join("obole.toml");
    let text = format!(
        "data = {:?}\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://localhost:8080\"\nregime = \"licensed\"\n",
        folder.data(),
    );
    std::fs::write(&config, text).unwrap();
    let _server = Server::start(&folder, &["serve", "--config", &config.display().to_string()]);
    for name in ["ana", "ben"] {
        printed(&run(&folder, &["admin", "add", name, "--name", name, "--tier", "2"]));
    }
    printed(&run(&folder, &["admin", "credit", "ana", "50.00 EUR", "--reference", "R1"]));
    let said = run(&folder, &["say", "ana", "@obole send 5€ @ben"]);
    assert_eq!(said.status.code(), Some(1));
    let why = String::from_utf8_lossy(&said.stderr);
    assert!(why.contains("sandbox"), "{why}");
    assert_eq!(
        lines(&run(&folder, &["admin", "show", "ana", "--json"]))[0]["wallets"][0]["posted"],
        5000
    );
    let link = printed(&run(&folder, &["admin", "login-link", "ana"]));
    assert!(link.contains("http://localhost:8080/door/"), "{link}");
}

#[test]
fn a_wrong_row_is_named() {
    let folder = seeded();
    let database = rusqlite::Connection::open(folder.path().join("data/obole.db")).unwrap();
    let spoil = ["UPDATE wallet SET ", "posted = posted + 1 WHERE posted = 30000"].concat();
    assert!(database.execute(&spoil, []).unwrap() > 0);
    drop(database);
    let output = run(&folder, &["verify", "--data", &folder.data()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("wallet"));
}
