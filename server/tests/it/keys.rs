//! Encryption at rest, as an operator meets it: no file of a busy service holds a word of anybody's, and its key can be
//! elsewhere, be lost, and be another.

use std::net::TcpListener;
use std::path::Path;

use crate::program::{Folder, Server, lines, obole, printed, run, run_with};

/// Whom and what the story is about.
const WORDS: [&str; 12] = [
    "Wilhelmina Oudenaarde",
    "Ignatius Quill",
    "breeds Friesian horses",
    "RF77ZEBRAFISH",
    "chrysanthemum bouquet",
    "tangerine marmalade",
    "lighthouse repairs",
    "what about the xylophone",
    "whispered saxophone",
    "zephyrine",
    "gambling suspicion",
    "hook-of-kumquats",
];

/// The files of a folder in which a word stands, in the encodings that SQLite knows.
fn find(folder: &Path, word: &str) -> Vec<String> {
    let wide = |bytes: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(bytes).collect();
    let forms: [Vec<u8>; 3] =
        [word.as_bytes().to_vec(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)];
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        if forms.iter().any(|form| bytes.windows(form.len()).any(|window| window == form)) {
            found.push(file.file_name().unwrap().to_str().unwrap().to_owned());
        }
    }
    found
}

/// Everybody says, asks, gives and is told what they can.
fn live(folder: &Folder, server: &Server) {
    let ok = |arguments: &[&str]| printed(&run(folder, arguments));
    let people = [("wilhelmina", WORDS[0], "person"), ("ignatius", WORDS[1], "person")];
    for (handle, name, kind) in people.into_iter().chain([("lifeboats", "Lifeboats", "charity")]) {
        ok(&[
            "admin", "add", handle, "--name", name, "--kind", kind, "--tier", "2", "--about",
            WORDS[2],
        ]);
        let reference = format!("{} {handle}", WORDS[3]);
        ok(&["admin", "credit", handle, "300.00 EUR", "--reference", &reference]);
    }
    let key = ok(&["admin", "key", "--scopes", "payments,webhooks"]);
    let key: serde_json::Value = serde_json::from_str(&key).unwrap();
    let mut program = server.operator();
    program.key = key["key"].as_str().unwrap().to_owned();
    program.secret = key["secret"].as_str().unwrap().to_owned();
    let hook = format!("{{\"url\":\"http://127.0.0.1:9/{}\"}}", WORDS[11]);
    let (status, said) = program.call("POST", "/v1/webhooks", "hook-1", &hook).unwrap();
    assert_eq!(status, 201, "{said}");
    let say = |from: &str, text: &str, direct: bool| {
        let mut arguments = vec!["say", from, text, "--json"];
        if direct {
            arguments.push("--direct");
        }
        lines(&run(folder, &arguments))
    };
    say("wilhelmina", &format!("@obole #send 12€ @ignatius for the {}", WORDS[4]), false);
    say("ignatius", &format!("@obole request 7€ from @wilhelmina for {}", WORDS[5]), false);
    say("wilhelmina", "@obole split 9€ with @ignatius for the tangerine marmalade", true);
    say("wilhelmina", &format!("@obole give 5€ to @lifeboats for {}", WORDS[6]), false);
    say("wilhelmina", &format!("@obole {}", WORDS[7]), false);
    say("wilhelmina", &format!("#send 1€ @ignatius {}", WORDS[8]), true);
    say("wilhelmina", "@obole #send 20€ @zephyrine", false);
    say("wilhelmina", "@obole #send 80€ @ignatius for the chrysanthemum bouquet", false);
    for question in ["balance", "history", "status", "help"] {
        say("ignatius", &format!("@obole {question}"), true);
    }
    drop(run_with(folder, &["approve", "pay_1", "--as", "ignatius", "--pin-stdin"], "846207"));
    ok(&["admin", "freeze", "ignatius", "--reason", WORDS[10]]);
    ok(&["admin", "release", "ignatius"]);
    ok(&["admin", "freeze", "ignatius", "--reason", WORDS[10]]);
}

fn config(folder: &Folder, more: &str) -> String {
    let listen = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let file = folder.path().join("obole.toml");
    let text = format!(
        "data = {:?}\nlisten = \"{listen}\"\nbase_url = \"http://localhost:1\"\nregime = \"sandbox\"\n\
         default_currency = \"EUR\"\nprivate_webhooks = true\n{more}",
        folder.data()
    );
    std::fs::write(&file, text).unwrap();
    file.display().to_string()
}

#[test]
fn no_file_of_a_busy_service_holds_a_word_of_anybodys() {
    let folder = Folder::new();
    let config = config(&folder, "");
    let server = Server::start(&folder, &["serve", "--config", &config]);
    live(&folder, &server);
    let data = folder.data();
    let data = Path::new(&data);
    printed(&run(&folder, &["backup", data.join("copy.db").to_str().unwrap()]));
    let look = |files: &[&str]| {
        for word in WORDS {
            assert_eq!(find(data, word), Vec::<String>::new(), "{word}");
        }
        // Handles are plain, so the search finds what is there.
        let found = find(data, "wilhelmina");
        assert!(files.iter().all(|file| found.iter().any(|one| one == file)), "{found:?}");
    };
    // Whether a handle is still in the log depends on when the log was last carried over.
    look(&["copy.db"]);
    assert!(find(data, "wilhelmina").iter().any(|one| one.starts_with("obole.db")));
    // Yet all of it is there for who has the key.
    let archive = ["export", "--format", "archive", "--member", "wilhelmina"];
    let archive = printed(&run(&folder, &archive));
    for word in
        [WORDS[0], WORDS[2], WORDS[3], WORDS[4], WORDS[5], WORDS[6], WORDS[7], WORDS[8], WORDS[9]]
    {
        assert!(archive.contains(word), "{word}: {archive}");
    }
    let told = printed(&run(&folder, &["verify"]));
    assert!(told.contains(" sealed texts"), "{told}");
    drop(server);
    look(&["copy.db"]);
}

#[test]
fn the_key_can_be_elsewhere_be_lost_and_be_another() {
    let folder = Folder::new();
    let key = folder.path().join("operator.key");
    let config = config(&folder, &format!("key_file = {key:?}\n"));
    let serve = ["serve", "--config", &config];
    let server = Server::start(&folder, &serve);
    printed(&run(&folder, &["admin", "add", "wilhelmina", "--name", WORDS[0]]));
    let rotate = ["admin", "rotate-key", "--config", &config];
    let busy = run(&folder, &rotate);
    assert!(String::from_utf8_lossy(&busy.stderr).contains("the old key still counts"));
    drop(server);
    let beside = Path::new(&folder.data()).join("obole.key");
    assert!(key.is_file() && !beside.exists());
    let old = std::fs::read_to_string(&key).unwrap();

    let fails = |output: std::process::Output, says: &str| {
        assert_eq!(output.status.code(), Some(1));
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(says), "{told}");
    };
    let verify = ["verify", "--data", &folder.data()];
    fails(run(&folder, &verify), "obole.key is not there. Nothing is lost");
    let by = |text: &str| obole(&folder, &verify).env("OBOLE_KEY", text).output().unwrap();
    fails(by("not a key"), "OBOLE_KEY holds no operator key");
    fails(by(&"0".repeat(64)), "Nothing is lost: give the key");
    printed(&by(&old));

    let told = printed(&run(&folder, &rotate));
    assert!(told.contains("keys are wrapped by"), "{told}");
    let new = std::fs::read_to_string(&key).unwrap();
    assert_ne!(old, new);
    fails(by(&old), "Nothing is lost: give the key");
    // The environment holds no file to put a key into.
    let mut given = obole(&folder, &["admin", "rotate-key", "--data", &folder.data()]);
    fails(given.env("OBOLE_KEY", &new).output().unwrap(), "--into");
    let into = folder.path().join("newer.key");
    let mut given = obole(
        &folder,
        &["admin", "rotate-key", "--data", &folder.data(), "--into", into.to_str().unwrap()],
    );
    printed(&given.env("OBOLE_KEY", &new).output().unwrap());
    fails(by(&new), "Nothing is lost: give the key");
    std::fs::rename(&into, &key).unwrap();
    let server = Server::start(&folder, &serve);
    let shown = printed(&run(&folder, &["admin", "show", "wilhelmina"]));
    assert!(shown.contains(WORDS[0]), "{shown}");
    drop(server);
}
