//! The machine: who may read the files, room on the disk, free addresses.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use super::Findings;
use crate::config::Config;
use crate::keys;
use crate::target;

/// How long a server may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// Below this the next commits may not find room: what the log grows to before it is copied.
const FREE_BYTES_MIN: u64 = 256 << 20;

/// A log beyond this has not been copied for long: SQLite cuts it back at 256 MiB.
const LOG_BYTES_MAX: u64 = 512 << 20;

/// Whether others than the file's user may read or change it, through its folder.
pub(super) fn is_open(file: &Path) -> bool {
    let mode = |path: &Path| std::fs::metadata(path).map_or(0, |found| found.permissions().mode());
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    mode(file) & 0o077 != 0 && mode(parent.unwrap_or(Path::new("."))) & 0o011 != 0
}

/// The database holds what programs sign with, and everybody's messages.
pub(super) fn permissions(folder: &Path, findings: &mut Findings) {
    let file = folder.join(store::FILE);
    // With a server there usually is none; one that was moved there still holds what it held.
    if !file.exists() {
        return;
    }
    if is_open(&file) {
        return findings.fault(
            "secrets",
            format!("{} can be read by other users of this machine", file.display()),
            format!("chmod 700 {}", folder.display()),
        );
    }
    findings.ok("secrets", format!("{} is its user's alone", folder.display()));
}

/// Whoever has the operator's key and the database can read every text.
pub(super) fn key(folder: &Path, config: Option<&Config>, findings: &mut Findings) {
    let Some(file) = keys::source(config).ok().and_then(|key| key.file(folder)) else { return };
    if !file.is_file() {
        // What that means is found where the database is opened.
        return;
    }
    let shown = file.display();
    if is_open(&file) {
        let says = format!("{shown} can be read by others, who can read every text with it");
        let mend =
            format!("chmod 600 {shown}; then obole admin rotate-key, for this one may be known");
        return findings.fault("key", says, mend);
    }
    let within = |path: &Path| path.parent().and_then(|parent| parent.canonicalize().ok());
    let beside =
        within(&file).is_some_and(|parent| folder.canonicalize().is_ok_and(|it| it == parent));
    // A world without configuration is a trial, and a server's database lies elsewhere.
    let with_database =
        folder.join(store::FILE).exists() || config.is_some_and(|config| config.database.is_none());
    if beside && with_database && config.is_some() {
        let says =
            format!("{shown} lies with what it encrypts: whoever copies the folder has both");
        let mend = "move it, name it as key_file, and keep a copy away from the backups";
        return findings.warning("key", says, mend);
    }
    findings.ok("key", format!("{shown} is its user's alone; keep a copy away from the backups"));
}

pub(super) fn disk(folder: &Path, config: Option<&Config>, findings: &mut Findings) {
    // What a server has left is its own to tell.
    if config.is_some_and(|config| config.database.is_some()) {
        return;
    }
    let Ok(found) = rustix::fs::statvfs(folder) else { return };
    let (free, size) = (found.f_bavail.saturating_mul(found.f_frsize), store::size(folder));
    let says = format!(
        "{} free; the database takes {}, its log {}",
        bytes(free),
        bytes(size.database),
        bytes(size.log)
    );
    if free < FREE_BYTES_MIN {
        findings.fault("disk", says, "make room: when the disk is full nothing can be paid");
    } else if free < size.database {
        findings.warning("disk", says, "make room: a backup beside the database would not fit");
    } else if size.log > LOG_BYTES_MAX {
        let mend =
            "find the program that holds the database open (lsof), or start the service anew";
        findings.warning("disk", says, mend);
    } else {
        findings.ok("disk", says);
    }
}

pub(super) fn bytes(count: u64) -> String {
    match count {
        0..1_048_576 => format!("{} KiB", count.div_ceil(1024)),
        1_048_576..10_737_418_240 => format!("{} MiB", count >> 20),
        _ => format!("{} GiB", count >> 30),
    }
}

/// Whether what is configured can be listened on, or our own server does already.
pub(super) fn addresses(config: &Config, findings: &mut Findings) {
    let running = target::read_note(&config.data).map(|note| note.url);
    let running = running.as_deref().and_then(|url| url.strip_prefix("http://")?.parse().ok());
    let ours = running.is_some_and(answers);
    let listen = [("listen", Some(config.listen)), ("metrics", config.metrics_listen)];
    for (topic, address) in listen.into_iter().filter_map(|(topic, at)| Some((topic, at?))) {
        match TcpListener::bind(address) {
            Ok(_) => findings.ok(topic, format!("{address} is free")),
            Err(error) if error.kind() == ErrorKind::AddrInUse && ours => {
                findings
                    .ok(topic, format!("{address} is taken and the server of this folder answers"));
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => findings.fault(
                topic,
                format!("{address} is taken by another program"),
                "end that program (ss -ltnp names it), or choose another port",
            ),
            Err(error) => findings.fault(
                topic,
                format!("{address} cannot be listened on: {error}"),
                "choose an address of this machine, and a port above 1023",
            ),
        }
    }
}

/// Whether a server says that it is there.
fn answers(address: SocketAddr) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream
            .write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer)?;
        Ok(answer.ends_with(b"200"))
    };
    ask().unwrap_or(false)
}
