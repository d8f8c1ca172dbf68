//! The log: one id from the door to the last message, and never a word of what people write, are called or keep secret.

use std::io::Read;
use std::net::TcpListener;
use std::process::Stdio;

use serde_json::Value;

use crate::program::{Folder, Server, obole, printed, run, run_with};

/// Whom and what the story is about; none of it may stand in the log.
const NAME: &str = "Wilhelmina Oudenaarde";
const HANDLE: &str = "wilhelmina";
const MEMO: &str = "chrysanthemum bouquet";
const REASON: &str = "gambling suspicion";
const REFERENCE: &str = "RF77ZEBRAFISH";
const PIN: &str = "846207";
const REQUEST: &str = "proxy-id-000042";

/// A story with every kind of secret, told to a server that logs all it can; gives its log and every secret.
fn story(form: &str) -> (String, Vec<String>) {
    let folder = Folder::new();
    let free = || TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (listen, metrics) = (free(), free());
    let config = folder.path().join("obole.toml");
    let text = format!(
        "data = \"{}\"\nlisten = \"{listen}\"\nmetrics_listen = \"{metrics}\"\nlog_format = \"{form}\"\n\
         base_url = \"http://localhost:1\"\nregime = \"sandbox\"\ndefault_currency = \"EUR\"\n",
        folder.data()
    );
    std::fs::write(&config, text).unwrap();
    let mut command = obole(&folder, &["serve", "--config", config.to_str().unwrap()]);
    command.env("OBOLE_LOG", "trace").stderr(Stdio::piped());
    let mut server = Server::spawn(&folder, &mut command);
    let mut log = server.child.stderr.take().unwrap();
    let reading = std::thread::spawn(move || {
        let mut text = String::new();
        log.read_to_string(&mut text).unwrap();
        text
    });
    let mut secrets: Vec<String> =
        [NAME, HANDLE, MEMO, REASON, REFERENCE, PIN].map(str::to_owned).to_vec();
    for (handle, name) in [(HANDLE, NAME), ("ignatius", "Ignatius Quill")] {
        printed(&run(&folder, &["admin", "add", handle, "--name", name, "--tier", "2"]));
    }
    let credit = ["admin", "credit", HANDLE, "300.00 EUR", "--reference", REFERENCE];
    printed(&run(&folder, &credit));
    let link = printed(&run(&folder, &["admin", "login-link", HANDLE]));
    let token = link.trim().rsplit('/').next().unwrap().to_owned();
    let operator = server.operator();
    secrets.extend([token.clone(), operator.secret.clone(), "ignatius".to_owned()]);
    let say = |text: &str| printed(&run(&folder, &["say", HANDLE, text, "--json"]));
    say(&format!("@obole #send 12€ @ignatius for the {MEMO}"));
    let claim = say("@obole #send 20€ @zephyrine");
    let start = claim.find("/claim/").unwrap() + "/claim/".len();
    secrets.extend([claim[start..start + 26].to_owned(), "zephyrine".to_owned()]);
    say("@obole #send 1e9€ for {MEMO}");
    let door = format!("/door/{token}");
    let headers = [("x-request-id", REQUEST)];
    operator.send("GET", &door, &headers, "").unwrap();
    operator.send("POST", &door, &headers, &format!("pin={PIN}")).unwrap();
    operator.send("GET", &format!("/nowhere/{HANDLE}?q={MEMO}"), &headers, "").unwrap();
    drop(run_with(&folder, &["approve", "pay_1", "--as", HANDLE, "--pin-stdin"], PIN));
    printed(&run(&folder, &["admin", "freeze", HANDLE, "--reason", REASON]));
    let figures = Operators { address: metrics.to_string() }.figures();
    assert!(figures.contains("obole_requests_total"), "{figures}");
    let pid = server.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    server.child.wait().unwrap();
    (reading.join().unwrap(), secrets)
}

/// Where the figures are.
struct Operators {
    address: String,
}

impl Operators {
    fn figures(&self) -> String {
        use std::io::Write as _;
        let mut stream = std::net::TcpStream::connect(&self.address).unwrap();
        stream
            .write_all(b"GET /metrics HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

fn assert_no_secret(log: &str, secrets: &[String]) {
    for line in log.lines() {
        let lower = line.to_lowercase();
        for secret in secrets {
            assert!(!lower.contains(&secret.to_lowercase()), "{secret} is in the log: {line}");
        }
    }
}

#[test]
fn the_log_has_one_id_for_each_request_and_no_secret() {
    let (log, secrets) = story("json");
    assert_no_secret(&log, &secrets);
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    let id = |line: &Value| {
        line["spans"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|span| span["name"] == "request")
            .map(|span| span["id"].as_str().unwrap().to_owned())
    };
    let of = |message: &str| -> Vec<&Value> {
        lines.iter().filter(|line| line["message"] == message).collect()
    };
    assert!(of("answered").iter().any(|line| id(line).as_deref() == Some(REQUEST)), "{log}");
    // A payment: the door, the decision and each message it caused stand under one id.
    let paid = of("decided");
    let paid = paid.iter().find(|line| line["payment"].is_string()).unwrap();
    let request = id(paid);
    assert!(request.is_some());
    let under = |message: &str| of(message).iter().filter(|line| id(line) == request).count();
    assert_eq!((under("answered"), under("decided"), under("told")), (1, 1, 3), "{log}");
    assert!(of("told").iter().all(|line| id(line).is_some()), "{log}");
}

#[test]
fn what_machines_ask_again_and_again_is_not_in_the_log() {
    let folder = Folder::new();
    let config = folder.path().join("obole.toml");
    let text = format!(
        "data = \"{}\"\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://localhost:1\"\n\
         regime = \"sandbox\"\nstop_pause_s = 0\n",
        folder.data()
    );
    std::fs::write(&config, text).unwrap();
    let mut command = obole(&folder, &["serve", "--config", config.to_str().unwrap()]);
    command.env("OBOLE_LOG", "info").stderr(Stdio::piped());
    let mut server = Server::spawn(&folder, &mut command);
    for path in ["/healthz", "/readyz", "/v1/openapi.json"] {
        assert_eq!(server.operator().send("GET", path, &[], "").unwrap().0, 200);
    }
    let mut log = server.child.stderr.take().unwrap();
    let pid = server.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let mut text = String::new();
    log.read_to_string(&mut text).unwrap();
    assert!(text.contains("/v1/openapi.json"), "{text}");
    assert!(!text.contains("/healthz") && !text.contains("/readyz"), "{text}");
}

#[test]
fn the_log_for_people_has_no_secret_either() {
    let (log, secrets) = story("text");
    assert_no_secret(&log, &secrets);
    assert!(log.contains(&format!("request{{id={REQUEST}}}")), "{log}");
    assert!(log.contains("route=\"/door/{link}\"") || log.contains("route=\"/door/"), "{log}");
}
