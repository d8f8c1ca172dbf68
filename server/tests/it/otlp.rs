//! Traces reach a collector with the request's one id, and nothing that must not be in the log.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::{Folder, Server, obole, printed, run};

/// The id that a proxy gives a request.
const REQUEST: &str = "proxy-id-000042";

/// What no span may say.
const SECRETS: [&str; 5] =
    ["wilhelmina", "oudenaarde", "ignatius", "chrysanthemum", "rf77zebrafish"];

/// What a collector was sent.
type Taken = Arc<Mutex<Vec<Value>>>;

/// A collector on loopback, which takes whatever comes.
fn collector() -> (String, Taken) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let taken = Taken::default();
    let into = taken.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            take(stream.unwrap(), &into);
        }
    });
    (format!("http://{address}"), taken)
}

/// Reads one request and answers it.
fn take(stream: TcpStream, into: &Taken) {
    let mut reader = BufReader::new(stream);
    let (mut head, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap() == 0 {
            return;
        }
        if line == "\r\n" {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length: ") {
            length = value.trim().parse().unwrap();
        }
        head.push_str(&line);
    }
    assert!(head.starts_with("POST /v1/traces HTTP/1.1\r\n"), "{head}");
    assert!(head.contains("application/json"), "{head}");
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    into.lock().unwrap().push(serde_json::from_slice(&body).unwrap());
    let answer = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}";
    reader.get_mut().write_all(answer).unwrap();
}

fn serve(folder: &Folder, endpoint: &str) -> Server {
    let config = folder.path().join("obole.toml");
    let text = format!(
        "data = \"{}\"\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://localhost:1\"\nregime = \"sandbox\"\n\
         default_currency = \"EUR\"\nstop_pause_s = 0\nstop_s = 5\notlp_endpoint = \"{endpoint}\"\n",
        folder.data()
    );
    std::fs::write(&config, text).unwrap();
    let mut command = obole(folder, &["serve", "--config", config.to_str().unwrap()]);
    Server::spawn(folder, command.env("OBOLE_LOG", "warn").stderr(Stdio::piped()))
}

/// Ends the server; gives its log.
fn end(mut server: Server) -> String {
    let pid = server.child.id().to_string();
    let mut log = server.child.stderr.take().unwrap();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let began = Instant::now();
    let mut text = String::new();
    log.read_to_string(&mut text).unwrap();
    assert_eq!(server.child.wait().unwrap().code(), Some(0), "{text}");
    assert!(began.elapsed() < Duration::from_secs(6), "in its time");
    text
}

fn spans(taken: &Taken) -> Vec<Value> {
    let taken = taken.lock().unwrap();
    let all = taken.iter().flat_map(|document| {
        document["resourceSpans"][0]["scopeSpans"][0]["spans"].as_array().unwrap().clone()
    });
    all.collect()
}

fn attribute<'a>(span: &'a Value, key: &str) -> &'a Value {
    let all = span["attributes"].as_array().unwrap();
    let found = all.iter().find(|one| one["key"] == key);
    found.map_or(&Value::Null, |one| one["value"].as_object().unwrap().values().next().unwrap())
}

#[test]
fn a_collector_gets_each_request_under_its_one_id() {
    let (endpoint, taken) = collector();
    let folder = Folder::new();
    let server = serve(&folder, &endpoint);
    let names = [("wilhelmina", "Wilhelmina Oudenaarde"), ("ignatius", "Ignatius Quill")];
    for (handle, name) in names {
        printed(&run(&folder, &["admin", "add", handle, "--name", name, "--tier", "2"]));
    }
    let credit = ["admin", "credit", "wilhelmina", "50.00 EUR", "--reference", "RF77ZEBRAFISH"];
    printed(&run(&folder, &credit));
    let order = "@obole #send 12€ @ignatius for the chrysanthemum bouquet";
    printed(&run(&folder, &["say", "wilhelmina", order]));
    let operator = server.operator();
    operator.send("GET", "/nowhere/wilhelmina", &[("x-request-id", REQUEST)], "").unwrap();
    operator.send("GET", "/healthz", &[], "").unwrap();
    end(server);

    let spans = spans(&taken);
    let of = |request: &Value| -> Vec<&Value> {
        spans.iter().filter(|span| attribute(span, "obole.request") == request).collect()
    };
    let [asked] = of(&Value::from(REQUEST))[..] else {
        panic!("one span of {REQUEST}: {spans:#?}")
    };
    assert_eq!((&asked["name"], &asked["kind"]), (&"GET other".into(), &2.into()));
    assert_eq!(attribute(asked, "http.response.status_code"), "404");
    let health = spans.iter().any(|span| attribute(span, "http.route") == "/healthz");
    assert!(!health, "what machines ask every second is no trace");
    // A payment: the door, the decision as a part of it, and what was told, in one trace.
    let paid = spans.iter().find(|span| attribute(span, "obole.payment").is_string()).unwrap();
    let story = of(attribute(paid, "obole.request"));
    assert!(story.iter().all(|span| span["traceId"] == paid["traceId"]), "{story:#?}");
    let door = story.iter().find(|span| span["spanId"] == paid["parentSpanId"]).unwrap();
    assert_eq!(door["name"], "POST /v1/operator");
    assert_eq!(attribute(paid, "obole.outcome"), "done");
    assert_eq!(story.iter().filter(|span| span["name"] == "tell").count(), 3, "{story:#?}");
    let time = |span: &Value, name: &str| span[name].as_str().unwrap().parse::<u64>().unwrap();
    let (began, ended) = ("startTimeUnixNano", "endTimeUnixNano");
    assert!(time(door, began) <= time(paid, began) && time(paid, began) < time(paid, ended));
    let said = serde_json::to_string(&spans).unwrap().to_lowercase();
    for secret in SECRETS {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
}

#[test]
fn nobody_waits_for_a_collector_that_is_not_there() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let gone = format!("http://{}", nobody.local_addr().unwrap());
    drop(nobody);
    let folder = Folder::new();
    let server = serve(&folder, &gone);
    for handle in ["ana", "ben"] {
        printed(&run(&folder, &["admin", "add", handle, "--name", handle, "--tier", "2"]));
        std::thread::sleep(Duration::from_millis(1_100));
    }
    let log = end(server);
    assert_eq!(log.matches("traces are dropped").count(), 1, "{log}");
}
