//! The program itself, as its operator starts it, on a database that was made before: how soon it serves, and what it
//! takes of the machine's memory.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use app::group::{Book, Policies};
use domain::context::link_token;
use domain::id::MemberId;
use domain::member::Network;
use domain::port::Engine;
use domain::time::DAY_US;
use serde_json::json;
use store::{ApiKey, Readers, Session, SqliteEngine};
use web::api::signature::{HEADER, Signed};

use super::ledger::{Folder, seed};
use super::world::{Dice, handle, payment_among, policy};
use crate::target::told;

/// Payments decided in one transaction while the database is made.
const GROUP: usize = 5000;

/// How long the program may take to serve.
const PATIENCE: Duration = Duration::from_secs(120);

/// The longest answer that is read, in bytes.
const ANSWER_BYTES_MAX: usize = 256 * 1024;

/// A database as a service leaves it, with somebody signed in and a program's key.
pub(super) struct Made {
    /// Where it is; gone when this is.
    pub(super) folder: Folder,
    /// Tokens of sessions.
    pub(super) sessions: Vec<String>,
    /// The secret of the key [`KEY`].
    secret: String,
}

/// The id of the key of the program that posts.
const KEY: &str = "key_bench";

/// Makes a database of `members` and `transfers` payments among them, all told, and `sessions` members signed in.
pub(super) fn make(members: usize, transfers: usize, sessions: usize) -> Result<Made, String> {
    let folder = Folder::make()?;
    let opened = store::open(&folder.0, store::Options::default()).map_err(|error| told(&error))?;
    let readers = opened.readers;
    let mut book = Book::new(opened.engine, Policies::new(vec![policy()]));
    let ids = seed(&mut book, members)?;
    forget_messages(&mut book, &readers)?;
    let mut dice = Dice::new(11);
    let mut left = transfers;
    while left > 0 {
        let count = left.min(GROUP);
        let group = (0..count).map(|_| payment_among(&mut dice, members, false)).collect();
        if let Some(unable) = book.decide(group).into_iter().find_map(Result::err) {
            return Err(format!("a payment was not decided: {unable:?}"));
        }
        forget_messages(&mut book, &readers)?;
        left -= count;
    }
    let (sessions, secret) =
        sign_in(book.engine(), &ids[..sessions.min(ids.len())], &mut dice).map_err(|e| told(&e))?;
    Ok(Made { folder, sessions, secret })
}

/// What was told long ago is in the outbox no more.
fn forget_messages(book: &mut Book<SqliteEngine>, readers: &Readers) -> Result<(), String> {
    let mut forget = || {
        loop {
            let told = readers.read(|read| read.undelivered(Network::SQUARE, 0, GROUP))?;
            if told.is_empty() {
                return Ok(());
            }
            let engine = book.engine();
            engine.begin()?;
            let told: Vec<(i64, i64)> = told.iter().map(|told| (told.id, told.fence)).collect();
            engine.delivered(&told)?;
            engine.commit()?;
        }
    };
    forget().map_err(|fault: domain::port::Fault| told(&fault))
}

/// Signs members in and makes a key for a program; gives the tokens and the secret.
fn sign_in(
    engine: &mut SqliteEngine,
    members: &[MemberId],
    dice: &mut Dice,
) -> Result<(Vec<String>, String), domain::port::Fault> {
    let created_at = engine.begin()?;
    let expires_at = created_at.plus_us(DAY_US);
    let mut tokens = Vec::with_capacity(members.len());
    for member in members {
        let token = link_token(dice.bytes(), 0);
        let session = Session { member: *member, created_at, expires_at };
        engine.create_session(token.hash, session)?;
        tokens.push(token.text);
    }
    let secret = link_token(dice.bytes(), 0).text;
    engine.create_api_key(&ApiKey {
        id: KEY.to_owned(),
        secret: secret.clone().into_bytes(),
        member: None,
        scopes: "posts".to_owned(),
        created_at,
        label: String::new(),
        expires_at: None,
        revoked_at: None,
        last_used_at: None,
    })?;
    engine.commit()?;
    Ok((tokens, secret))
}

/// The program, serving. It is ended when this is dropped.
pub(super) struct Service {
    child: Child,
    /// Where it listens.
    pub(super) address: SocketAddr,
    secret: String,
}

impl Service {
    /// Starts the program on the database and waits until it answers; gives how long that took.
    pub(super) fn start(made: &Made) -> Result<(Self, Duration), String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.map_err(|error| error.to_string())?;
        let config = made.folder.0.join("obole.toml");
        let text = configuration(&made.folder.0, address);
        std::fs::write(&config, text).map_err(|error| error.to_string())?;
        let began = Instant::now();
        let child = Command::new(program)
            .args(["serve", "--config"])
            .arg(&config)
            .env("XDG_STATE_HOME", &made.folder.0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| format!("the program cannot be started: {error}"))?;
        let service = Self { child, address, secret: made.secret.clone() };
        while service.get("/healthz", "").is_err() {
            if began.elapsed() > PATIENCE {
                return Err("the program does not serve".to_owned());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Ok((service, began.elapsed()))
    }

    /// Memory of the process that is resident, in KiB.
    pub(super) fn resident_kib(&self) -> Result<u64, String> {
        let file = format!("/proc/{}/status", self.child.id());
        let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse().ok())
            .ok_or_else(|| format!("{file} does not say what is resident"))
    }

    /// A connection.
    pub(super) fn connect(&self) -> Result<TcpStream, String> {
        let connected = TcpStream::connect(self.address).map_err(|error| error.to_string())?;
        connected.set_nodelay(true).map_err(|error| error.to_string())?;
        Ok(connected)
    }

    /// Opens a page of somebody's and reads it; an answer that is no success is an error.
    pub(super) fn get(&self, path: &str, session: &str) -> Result<(), String> {
        let mut stream = self.connect()?;
        ask(&mut stream, path, session, "close")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).map_err(|error| error.to_string())?;
        if answer.starts_with(b"HTTP/1.1 200") { Ok(()) } else { Err(shown(&answer)) }
    }

    /// Opens a live page and leaves it open.
    pub(super) fn listen(&self, session: &str) -> Result<TcpStream, String> {
        let mut stream = self.connect()?;
        ask(&mut stream, "/live", session, "keep-alive")?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).map_err(|error| error.to_string())?;
        if answer.ends_with(b"200") { Ok(stream) } else { Err(shown(&answer)) }
    }

    /// Posts a payment of one member to another, on a connection that stays open.
    pub(super) fn pay(
        &self,
        stream: &mut TcpStream,
        dice: &mut Dice,
        from: usize,
        to: usize,
    ) -> Result<(), String> {
        let text = format!("@obole #envoyer 1€ @{} pour le resto", handle(to));
        let body = json!({ "author": handle(from), "text": text, "direct": true }).to_string();
        let id = format!("{:016x}{:016x}", dice.next(), dice.next());
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let t = since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
        let path = "/v1/posts";
        let signed =
            Signed { t, method: "POST", path, idempotency_key: &id, body: body.as_bytes() };
        let signature = signed.header(KEY, self.secret.as_bytes());
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
             idempotency-key: {id}\r\n{HEADER}: {signature}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).map_err(|error| error.to_string())?;
        let mut answer = vec![0; ANSWER_BYTES_MAX];
        let read = stream.read(&mut answer).map_err(|error| error.to_string())?;
        let answer = &answer[..read];
        if answer.starts_with(b"HTTP/1.1 201") { Ok(()) } else { Err(shown(answer)) }
    }

    /// Ends the program as its operator does, and waits until it has.
    pub(super) fn end(mut self) -> Result<(), String> {
        let pid = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &pid]).status();
        told.map_err(|error| format!("the program cannot be told to end: {error}"))?;
        self.child.wait().map(drop).map_err(|error| error.to_string())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn configuration(folder: &Path, address: SocketAddr) -> String {
    format!(
        "data = {:?}\nlisten = \"{address}\"\nbase_url = \"http://localhost\"\nregime = \"sandbox\"\n\
         default_currency = \"EUR\"\n",
        folder.display().to_string()
    )
}

fn ask(stream: &mut TcpStream, path: &str, session: &str, connection: &str) -> Result<(), String> {
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: {connection}\r\ncookie: obole={session}\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).map_err(|error| error.to_string())
}

fn shown(answer: &[u8]) -> String {
    String::from_utf8_lossy(answer).chars().take(400).collect()
}
