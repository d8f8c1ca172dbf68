//! The program itself, as its operator starts it, on a database that was made before: how soon it serves, and what it
//! takes of the machine's memory.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use domain::context::link_token;
use domain::id::MemberId;
use domain::port::Engine;
use domain::time::DAY_US;
use serde_json::json;
use store::{ApiKey, Session, Writer};
use web::api::signature::{HEADER, Signed};

use super::made::{Folder, Size, database, member};
use super::world::{Dice, handle};
use crate::target::told;

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
    /// The key of a program that posts, and its secret.
    key: (String, String),
}

/// A database with `sessions` members signed in.
pub(super) fn make(size: &Size, sessions: usize) -> Result<Made, String> {
    let folder = database(size)?;
    let opened = store::open(&folder.path, store::Options::default()).map_err(|e| told(&e))?;
    let some = sessions.min(size.members);
    let ids =
        (0..some).map(|index| member(&opened.readers, index)).collect::<Result<Vec<_>, _>>()?;
    let mut engine = opened.engine;
    let (sessions, key) = sign_in(&mut engine, &ids).map_err(|fault| told(&fault))?;
    Ok(Made { folder, sessions, key })
}

/// Signs members in and makes a key for a program; gives the tokens and the secret.
fn sign_in(
    engine: &mut Writer,
    members: &[MemberId],
) -> Result<(Vec<String>, (String, String)), domain::port::Fault> {
    let created_at = engine.begin()?;
    // A database that is kept has the keys and sessions of earlier measurements.
    let mut dice = Dice::new(created_at.0.unsigned_abs());
    let expires_at = created_at.plus_us(DAY_US);
    let mut tokens = Vec::with_capacity(members.len());
    for member in members {
        let token = link_token(dice.bytes(), 0);
        let session = Session { member: *member, created_at, expires_at };
        engine.create_session(token.hash, session)?;
        tokens.push(token.text);
    }
    let key = format!("key_{}", link_token(dice.bytes(), 0).text);
    let secret = link_token(dice.bytes(), 0).text;
    engine.create_api_key(&ApiKey {
        id: key.clone(),
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
    Ok((tokens, (key, secret)))
}

/// The program, serving. It is ended when this is dropped.
pub(super) struct Service {
    child: Child,
    /// Where it listens.
    pub(super) address: SocketAddr,
    key: (String, String),
}

impl Service {
    /// Starts the program on the database and waits until it answers; gives how long that took.
    pub(super) fn start(made: &Made) -> Result<(Self, Duration), String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.map_err(|error| error.to_string())?;
        let config = made.folder.path.join("obole.toml");
        let text = configuration(&made.folder.path, address);
        std::fs::write(&config, text).map_err(|error| error.to_string())?;
        let began = Instant::now();
        let child = Command::new(program)
            .args(["serve", "--config"])
            .arg(&config)
            .env("XDG_STATE_HOME", &made.folder.path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| format!("the program cannot be started: {error}"))?;
        let service = Self { child, address, key: made.key.clone() };
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
        let signature = signed.header(&self.key.0, self.key.1.as_bytes());
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
         default_currency = \"EUR\"\napi_requests_per_minute = 4000000000\n",
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
