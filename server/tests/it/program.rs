//! Starts the program and speaks to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use web::api::signature::{HEADER, Signed};

/// How long the program may take to answer anything.
const PATIENCE: Duration = Duration::from_secs(30);

/// A folder that is gone when the test ends.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("obole-it-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn data(&self) -> String {
        self.0.join("data").display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// The program with these arguments. Its state of "the server that ran last" stays in the test's own folder.
pub(crate) fn obole(folder: &Folder, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_obole"));
    command.args(arguments).env("XDG_STATE_HOME", folder.path()).env("OBOLE_LOG", "error");
    command
}

/// Runs the program to its end.
pub(crate) fn run(folder: &Folder, arguments: &[&str]) -> Output {
    obole(folder, arguments).stdin(Stdio::null()).output().unwrap()
}

/// Runs the program with something on its standard input.
pub(crate) fn run_with(folder: &Folder, arguments: &[&str], input: &str) -> Output {
    let mut child = obole(folder, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// What a run that must succeed printed.
pub(crate) fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The JSON lines that a run printed.
pub(crate) fn lines(output: &Output) -> Vec<Value> {
    printed(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A world in `folder`'s data folder.
pub(crate) fn seeded() -> Folder {
    let folder = Folder::new();
    printed(&run(&folder, &["demo", "--data", &folder.data(), "--seed-only"]));
    folder
}

/// A running server.
pub(crate) struct Server {
    pub(crate) child: Child,
    note: Value,
}

impl Server {
    /// Starts the program and waits until it listens.
    pub(crate) fn start(folder: &Folder, arguments: &[&str]) -> Self {
        Self::spawn(folder, &mut obole(folder, arguments))
    }

    pub(crate) fn spawn(folder: &Folder, command: &mut Command) -> Self {
        let note = Path::new(&folder.data()).join("server.json");
        drop(std::fs::remove_file(&note));
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        out.read_line(&mut first).unwrap();
        // What follows is read and dropped, so that the server never waits for us.
        std::thread::spawn(move || drop(std::io::copy(&mut out, &mut std::io::sink())));
        let began = std::time::Instant::now();
        let note = loop {
            let text = std::fs::read_to_string(&note).unwrap_or_default();
            match serde_json::from_str(&text) {
                Ok(note) => break note,
                Err(_) => assert!(began.elapsed() < PATIENCE, "the server does not start: {first}"),
            }
            std::thread::yield_now();
        };
        Self { child, note }
    }

    /// The address without the scheme.
    pub(crate) fn address(&self) -> String {
        self.note["url"].as_str().unwrap().trim_start_matches("http://").to_owned()
    }

    /// Kills the process as a power cut would.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// How to give this server orders.
    pub(crate) fn operator(&self) -> Operator {
        Operator {
            address: self.address(),
            key: self.note["key"].as_str().unwrap().to_owned(),
            secret: self.note["secret"].as_str().unwrap().to_owned(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Somebody who holds a key.
#[derive(Clone)]
pub(crate) struct Operator {
    pub(crate) address: String,
    pub(crate) key: String,
    pub(crate) secret: String,
}

impl Operator {
    /// Posts as a member; `None` if the server is gone before it answers.
    pub(crate) fn say(&self, from: &str, text: &str, id: &str) -> Option<(u16, Value)> {
        let order =
            json!({ "order": "say", "from": from, "text": text, "direct": false, "id": id });
        self.call("POST", "/v1/operator", id, &order.to_string())
    }

    /// Sends a signed request.
    pub(crate) fn call(
        &self,
        method: &str,
        path: &str,
        id: &str,
        body: &str,
    ) -> Option<(u16, Value)> {
        let t =
            std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
        let t = i64::try_from(t).unwrap();
        let signed = Signed { t, method, path, idempotency_key: id, body: body.as_bytes() };
        let signature = signed.header(&self.key, self.secret.as_bytes());
        self.send(method, path, &[("idempotency-key", id), (HEADER, &signature)], body)
    }

    /// Sends a request as it is.
    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Option<(u16, Value)> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let headers: String = headers
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
        );
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some((
            status,
            serde_json::from_str(body).unwrap_or_else(|_| Value::String(body.to_owned())),
        ))
    }
}
