//! Programs are told what happens: in order, at least once, signed, and again on demand.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::program::{Folder, Operator, Server, lines, obole, printed, run, seeded};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A request as a program got it.
#[derive(Debug)]
struct Got {
    id: String,
    at: String,
    signatures: String,
    body: String,
}

impl Got {
    fn event(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    fn is_signed(&self, secret: &str) -> bool {
        let secret = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
        let mut mac = Hmac::<Sha256>::new_from_slice(&secret).unwrap();
        mac.update(format!("{}.{}.{}", self.id, self.at, self.body).as_bytes());
        let right = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
        self.signatures.split(' ').any(|signature| signature == right)
    }
}

/// A program that listens, and answers what it is told to; 200 where it is told nothing.
struct Program {
    url: String,
    got: Receiver<Got>,
    answers: Sender<&'static str>,
}

impl Program {
    fn listen() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let (sender, got) = channel();
        let (answers, wanted) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let answer = wanted.try_recv().unwrap_or("200 OK");
                if serve(stream.unwrap(), answer, &sender).is_none() {
                    return;
                }
            }
        });
        Self { url, got, answers }
    }

    fn next(&self) -> Got {
        self.got.recv_timeout(PATIENCE).expect("the program is told something")
    }

    fn quiet(&self) -> bool {
        self.got.recv_timeout(Duration::from_millis(1500)).is_err()
    }
}

fn serve(stream: TcpStream, answer: &str, got: &Sender<Got>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let (mut head, mut line) = (Vec::new(), String::new());
    while reader.read_line(&mut line).ok()? > 2 {
        head.push(line.trim().to_owned());
        line.clear();
    }
    let header = |name: &str| {
        let found = head.iter().filter_map(|line| line.split_once(':'));
        let mut found = found.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let mut body = vec![0; header("content-length").parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    let request = Got {
        id: header("webhook-id"),
        at: header("webhook-timestamp"),
        signatures: header("webhook-signature"),
        body: String::from_utf8(body).ok()?,
    };
    let mut stream = stream;
    if let Some(seconds) = answer.strip_prefix("slow ") {
        std::thread::sleep(Duration::from_secs(seconds.parse().ok()?));
    }
    let status = if answer.starts_with("slow") { "200 OK" } else { answer };
    // Whoever has gone away does not mind.
    let location = "location: http://127.0.0.1:1/\r\n";
    drop(write!(stream, "HTTP/1.1 {status}\r\n{location}content-length: 0\r\n\r\n"));
    got.send(request).ok()
}

/// A service that tells programs beside it, with a key for a member.
fn service(folder: &Folder) -> (Server, Operator, Operator) {
    let data = folder.data();
    printed(&run(folder, &["demo", "--data", &data, "--seed-only"]));
    let key = |scopes: &str, member: &str| {
        let made =
            run(folder, &["admin", "key", "--scopes", scopes, "--member", member, "--data", &data]);
        lines(&made).remove(0)
    };
    let (alice, bob) = (key("payments:write", "alice"), key("webhooks", "bob"));
    let settings = folder.path().join("obole.toml");
    let text = format!(
        "data = {data:?}\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://localhost:8080\"\n\
         regime = \"sandbox\"\nprivate_webhooks = true\n"
    );
    std::fs::write(&settings, text).unwrap();
    let config = settings.display().to_string();
    let server = Server::spawn(folder, &mut obole(folder, &["serve", "--config", &config]));
    let holder = |key: &Value| Operator {
        address: server.address(),
        key: key["key"].as_str().unwrap().to_owned(),
        secret: key["secret"].as_str().unwrap().to_owned(),
    };
    let (alice, bob) = (holder(&alice), holder(&bob));
    (server, alice, bob)
}

fn pay(alice: &Operator, id: &str, minor: i64) -> String {
    let amount = json!({ "currency": "EUR", "minor": minor });
    let body = json!({ "to": "bob", "amount": amount }).to_string();
    let (status, told) = alice.call("POST", "/v1/payments", id, &body).unwrap();
    assert_eq!(status, 201, "{told}");
    told["payments"][0].as_str().unwrap().to_owned()
}

/// The deliveries of an endpoint, once there are `count` that satisfy `good`.
fn deliveries(bob: &Operator, path: &str, count: usize, good: fn(&Value) -> bool) -> Vec<Value> {
    let began = Instant::now();
    loop {
        let (_, told) = bob.call("GET", path, "", "").unwrap();
        let found: Vec<Value> = told["deliveries"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| good(one))
            .cloned()
            .collect();
        if found.len() == count {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "{told}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_program_is_told_in_order_until_it_listens() {
    let folder = Folder::new();
    let (_server, alice, bob) = service(&folder);
    let program = Program::listen();
    let body = json!({ "url": program.url }).to_string();
    let (status, made) = bob.call("POST", "/v1/webhooks", "", &body).unwrap();
    assert_eq!(status, 201, "{made}");
    let secret = made["secret"].as_str().unwrap();
    let id = made["webhook"]["id"].as_str().unwrap();

    for answer in ["500 Oops", "302 Found"] {
        program.answers.send(answer).unwrap();
    }
    let payments = [pay(&alice, "1", 101), pay(&alice, "2", 102), pay(&alice, "3", 103)];
    let (first, again, at_last) = (program.next(), program.next(), program.next());
    assert_eq!((&first.id, &first.id), (&again.id, &at_last.id), "the same until it is taken");
    assert!(!first.id.is_empty());
    assert_eq!(first.body, at_last.body);
    let told = [at_last, program.next(), program.next()];
    for (got, payment) in told.iter().zip(&payments) {
        assert!(got.is_signed(secret) && !got.is_signed("whsec_AAAA"), "{got:?}");
        let event = got.event();
        assert_eq!(
            (&event["type"], &event["data"]["id"]),
            (&json!("payment.paid"), &json!(payment))
        );
    }
    assert_eq!(told[2].event()["data"]["amount"]["minor"], 103);

    let path = format!("/v1/webhooks/{id}/deliveries");
    let known = deliveries(&bob, &path, 3, |one| one["state"] == "delivered");
    assert_eq!(known[2]["tries"], 3, "{known:?}");
    let number = &known[2]["id"];
    let replay = bob.call("POST", &format!("{path}/{number}/replay"), "", "").unwrap();
    assert_eq!(replay.0, 202);
    assert_eq!(program.next().id, told[0].id, "a replay has the same name");

    let (_, rotated) = bob.call("POST", &format!("/v1/webhooks/{id}/rotate"), "", "").unwrap();
    let new = rotated["secret"].as_str().unwrap();
    assert_ne!(new, secret);
    pay(&alice, "4", 104);
    let both = program.next();
    assert!(both.is_signed(new) && both.is_signed(secret), "both hold for a day");

    program.answers.send("410 Gone").unwrap();
    pay(&alice, "5", 105);
    program.next();
    let dead = deliveries(&bob, &format!("{path}?dead=true"), 1, |_| true);
    assert_eq!((&dead[0]["tries"], &dead[0]["state"]), (&json!(1), &json!("dead")));
    pay(&alice, "6", 106);
    assert_eq!(program.next().event()["data"]["amount"]["minor"], 106, "the rest goes on");

    let asked = pay(&alice, "asked", 9_000);
    let cancel = format!("/v1/payments/{asked}/cancel");
    assert_eq!(alice.call("POST", &cancel, "cancel", "").unwrap().0, 201);
    for kind in ["payment.asked", "payment.cancelled"] {
        assert_eq!(program.next().event()["type"], kind);
    }

    assert_eq!(bob.call("DELETE", &format!("/v1/webhooks/{id}"), "", "").unwrap().0, 204);
    pay(&alice, "7", 107);
    assert!(program.quiet());
    assert_eq!(bob.call("GET", &path, "", "").unwrap().0, 404);
}

#[test]
fn a_program_that_is_slow_keeps_no_other_waiting() {
    let folder = Folder::new();
    let (_server, alice, bob) = service(&folder);
    let (slow, quick) = (Program::listen(), Program::listen());
    slow.answers.send("slow 12").unwrap();
    for program in [&slow, &quick] {
        let body = json!({ "url": program.url }).to_string();
        assert_eq!(bob.call("POST", "/v1/webhooks", "", &body).unwrap().0, 201);
    }
    let payment = pay(&alice, "1", 101);
    assert_eq!(quick.next().event()["data"]["id"], json!(payment));
    let (late, repeated) = (slow.next(), slow.next());
    assert_eq!(late.id, repeated.id, "ten seconds are the limit; then it is told again");
    for wrong in ["ftp://127.0.0.1/", "http:", "here", ""] {
        let body = json!({ "url": wrong }).to_string();
        assert_eq!(bob.call("POST", "/v1/webhooks", "", &body).unwrap().1["code"], "bad_url");
    }
}

#[test]
fn what_was_promised_is_told_after_a_crash() {
    let folder = Folder::new();
    let (mut server, alice, bob) = service(&folder);
    let program = Program::listen();
    let body = json!({ "url": program.url }).to_string();
    bob.call("POST", "/v1/webhooks", "", &body).unwrap();
    program.answers.send("503 Later").unwrap();
    let payment = pay(&alice, "1", 101);
    program.next();
    server.kill();
    let config = folder.path().join("obole.toml").display().to_string();
    let _again = Server::spawn(&folder, &mut obole(&folder, &["serve", "--config", &config]));
    // The lease of the worker that was killed may have to end first.
    let got = program.got.recv_timeout(Duration::from_secs(60)).expect("told after the crash");
    assert_eq!(got.event()["data"]["id"], json!(payment));
}

#[test]
fn who_cannot_read_whom_to_tell_does_nothing_that_must_be_told() {
    let folder = seeded();
    let data = folder.data();
    let raw = rusqlite::Connection::open(std::path::Path::new(&data).join("obole.db")).unwrap();
    raw.execute("ALTER TABLE webhook RENAME TO elsewhere", []).unwrap();
    let say = ["say", "alice", "@obole #envoyer 12€ @bob", "--data", &data];
    let output = run(&folder, &say);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("webhook"), "{said}");
    raw.execute("ALTER TABLE elsewhere RENAME TO webhook", []).unwrap();
    let shown = lines(&run(&folder, &["admin", "show", "alice", "--data", &data, "--json"]));
    assert_eq!(shown[0]["wallets"][0]["posted"], 30_000, "nothing has moved");
}
