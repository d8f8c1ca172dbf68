//! A server that is told to end finishes what it has taken, within its time, and says before that it is about to.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, ExitStatus};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::kill::config;
use crate::program::{Folder, Operator, Server, lines, printed, run};

/// People who pay at the same time.
const PAYERS: u32 = 16;

/// Payments of each; no more than a payer may begin in ten minutes.
const PAYMENTS: u32 = 50;

/// A server that ends within `stop_s` seconds, the first `pause_s` of which its door stays open.
fn serving(folder: &Folder, stop_s: u64, pause_s: u64) -> Server {
    let config = config(folder);
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, format!("{text}stop_s = {stop_s}\nstop_pause_s = {pause_s}\n"))
        .unwrap();
    Server::start(folder, &["serve", "--config", &config])
}

fn signal(server: &Server, name: &str) {
    let pid = server.child.id().to_string();
    assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
}

/// Waits for the end; gives how long it took.
fn ended(server: &mut Server) -> (ExitStatus, Duration) {
    let began = Instant::now();
    (server.child.wait().unwrap(), began.elapsed())
}

fn ready(operator: &Operator) -> Option<(u16, Value)> {
    operator.send("GET", "/readyz", &[], "")
}

/// Pays until the door is closed. Notes each payment with its amount, and whether it was acknowledged.
fn pay(operator: &Operator, payer: u32, made: &Mutex<BTreeMap<String, (String, i64, bool)>>) {
    for number in 0..PAYMENTS {
        let cents = i64::from(1 + number);
        let (id, text) = (
            format!("stop-{payer}-{number}"),
            format!("@obole #envoyer {}.{:02}€ @shop", cents / 100, cents % 100),
        );
        let said = operator.say(&format!("payer{payer}"), &text, &id);
        if let Some((status, said)) = &said {
            assert_eq!(*status, 200, "a node that drains answers as any other: {said}");
        }
        made.lock().unwrap().insert(id, (text, cents, said.is_some()));
        if said.is_none() {
            return;
        }
    }
}

fn balance(folder: &Folder, handle: &str) -> i64 {
    let shown = lines(&run(folder, &["admin", "show", handle, "--json"]));
    shown[0]["wallets"][0]["posted"].as_i64().unwrap()
}

#[test]
fn a_server_that_ends_under_load_keeps_what_it_acknowledged() {
    let folder = Folder::new();
    let mut server = serving(&folder, 10, 0);
    printed(&run(&folder, &["admin", "add", "shop", "--name", "shop", "--tier", "2"]));
    for name in (0..PAYERS).map(|payer| format!("payer{payer}")) {
        printed(&run(&folder, &["admin", "add", &name, "--name", &name, "--tier", "2"]));
        printed(&run(&folder, &["admin", "credit", &name, "500.00 EUR", "--reference", &name]));
    }
    let made = Mutex::new(BTreeMap::new());
    let operator = server.operator();
    std::thread::scope(|scope| {
        for payer in 0..PAYERS {
            let (operator, made) = (&operator, &made);
            scope.spawn(move || pay(operator, payer, made));
        }
        while made.lock().unwrap().len() < 20 {
            std::thread::sleep(Duration::from_millis(1));
        }
        signal(&server, "-TERM");
        let (status, took) = ended(&mut server);
        assert_eq!(status.code(), Some(0));
        assert!(took < Duration::from_secs(10), "{took:?}");
    });
    let made = made.into_inner().unwrap();
    let all = usize::try_from(PAYERS * PAYMENTS).unwrap();
    assert!(made.len() < all, "the signal came while they paid: {} of {all}", made.len());
    printed(&run(&folder, &["verify", "--data", &folder.data()]));

    let config = folder.path().join("obole.toml").display().to_string();
    let server = Server::start(&folder, &["serve", "--config", &config]);
    let acknowledged: i64 =
        made.values().filter(|(_, _, heard)| *heard).map(|(_, cents, _)| cents).sum();
    assert!(balance(&folder, "shop") >= acknowledged, "what was acknowledged is there");
    let operator = server.operator();
    for (id, (text, _, _)) in &made {
        let payer = id.split('-').nth(1).unwrap();
        let (status, said) = operator.say(&format!("payer{payer}"), text, id).unwrap();
        assert_eq!(status, 200, "{said}");
    }
    let sum: i64 = made.values().map(|(_, cents, _)| cents).sum();
    assert_eq!(balance(&folder, "shop"), sum, "each payment was made once");
}

#[test]
fn a_node_that_drains_says_so_and_still_answers() {
    let folder = Folder::new();
    let mut server = serving(&folder, 14, 8);
    let operator = server.operator();
    assert_eq!(ready(&operator), Some((200, "ok\n".into())));
    printed(&run(&folder, &["admin", "add", "ana", "--name", "Ana", "--tier", "2"]));
    let mut live = live_page(&folder, &operator);
    // A connection that stays open, as a proxy's.
    let mut kept = TcpStream::connect(server.address()).unwrap();
    signal(&server, "-TERM");
    let began = Instant::now();
    while ready(&operator) == Some((200, "ok\n".into())) {
        assert!(began.elapsed() < Duration::from_secs(1), "it says so at once");
    }
    let (status, says) = ready(&operator).expect("new connections are still answered");
    assert_eq!((status, says), (503, "draining: this node is about to end\n".into()));
    assert_eq!(operator.send("GET", "/healthz", &[], ""), Some((200, "ok\n".into())));
    printed(&run(&folder, &["admin", "add", "ben", "--name", "Ben", "--tier", "2"]));
    kept.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
    let mut answer = String::new();
    kept.read_to_string(&mut answer).unwrap();
    assert!(answer.contains("connection: close"), "no request goes into the end: {answer}");
    let (status, took) = ended(&mut server);
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(14), "{took:?}");
    let mut rest = String::new();
    live.read_to_string(&mut rest).expect("a live page is ended, not cut off");
    assert!(rest.ends_with("0\r\n\r\n"), "{rest:?}");
}

/// Opens `/live` as Ana.
fn live_page(folder: &Folder, operator: &Operator) -> BufReader<TcpStream> {
    let link = printed(&run(folder, &["admin", "login-link", "ana"]));
    let path = link.trim().split_once("://").unwrap().1.split_once('/').unwrap().1;
    let exchange = |request: String| {
        let mut stream = TcpStream::connect(&operator.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        BufReader::new(stream)
    };
    let close = "host: localhost\r\nconnection: close\r\n";
    let mut page = String::new();
    let asked = exchange(format!("GET /{path} HTTP/1.1\r\n{close}\r\n")).read_to_string(&mut page);
    asked.unwrap();
    let cookies = |head: &str| -> String {
        let set = head.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
        set.map(|cookie| cookie.split(';').next().unwrap().to_owned())
            .collect::<Vec<_>>()
            .join("; ")
    };
    let csrf = page.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let body = format!("csrf={csrf}");
    let mut entered = String::new();
    let enter = format!(
        "POST /{path} HTTP/1.1\r\n{close}cookie: {}\r\norigin: http://localhost:8080\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        cookies(&page),
        body.len()
    );
    exchange(enter).read_to_string(&mut entered).unwrap();
    let session = cookies(&entered);
    let mut live =
        exchange(format!("GET /live HTTP/1.1\r\nhost: localhost\r\ncookie: {session}\r\n\r\n"));
    let mut line = String::new();
    live.read_line(&mut line).unwrap();
    assert!(line.contains("200"), "{line} {entered} {page}");
    live
}

#[test]
fn a_request_that_never_ends_is_cut_off_in_time() {
    let folder = Folder::new();
    let mut server = serving(&folder, 6, 0);
    let mut hanging = TcpStream::connect(server.address()).unwrap();
    hanging
        .write_all(b"POST /v1/posts HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n{")
        .unwrap();
    assert_eq!(ready(&server.operator()).unwrap().0, 200);
    signal(&server, "-INT");
    let (status, took) = ended(&mut server);
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(6), "{took:?}");
    assert!(took > Duration::from_secs(3), "it was given its time: {took:?}");
}

#[test]
fn a_second_signal_ends_at_once() {
    let folder = Folder::new();
    let mut server = serving(&folder, 20, 10);
    let operator = server.operator();
    signal(&server, "-TERM");
    while ready(&operator).is_some_and(|(status, _)| status == 200) {}
    signal(&server, "-INT");
    let (status, took) = ended(&mut server);
    assert_eq!(status.code(), Some(1));
    assert!(took < Duration::from_secs(2), "{took:?}");
    printed(&run(&folder, &["verify", "--data", &folder.data()]));
}

#[test]
fn a_database_that_lets_nobody_write_is_told_and_comes_back() {
    let folder = Folder::new();
    let server = serving(&folder, 5, 0);
    let operator = server.operator();
    assert_eq!(ready(&operator), Some((200, "ok\n".into())));
    let other = rusqlite::Connection::open(folder.path().join("data/obole.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let until = |wanted: u16| {
        let began = Instant::now();
        loop {
            let (status, says) = ready(&operator).unwrap();
            if status == wanted {
                return says;
            }
            assert!(began.elapsed() < Duration::from_secs(20), "still {status}: {says}");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    let says = until(503);
    let says = says.as_str().unwrap();
    assert!(says.starts_with("slow: ") || says.starts_with("unavailable: "), "{says}");
    assert_eq!(operator.send("GET", "/healthz", &[], "").unwrap().0, 200, "it lives");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(until(200), "ok\n");
}
