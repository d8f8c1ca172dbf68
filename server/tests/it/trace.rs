//! A trace of the system calls shows that what is acknowledged was synced before.

use std::process::Command;

use crate::program::{Server, obole, seeded};

/// Posts that are sent one after the other.
const POSTS: usize = 10;

#[test]
fn a_sync_precedes_every_acknowledgement() {
    if std::env::var_os("OBOLE_SKIP_STRACE").is_some() {
        eprintln!("left out: strace is not here");
        return;
    }
    let folder = seeded();
    let trace = folder.path().join("trace");
    let program = obole(&folder, &[]);
    let mut command = Command::new("strace");
    command
        .args([
            "-f",
            "-y",
            "-s",
            "64",
            "-e",
            "trace=pwrite64,write,writev,sendto,sendmsg,recvfrom,read,fsync,fdatasync",
            "-o",
        ])
        .arg(&trace)
        .arg(program.get_program())
        .args(["demo", "--data", &folder.data(), "--port", "0"])
        .env("XDG_STATE_HOME", folder.path());
    let mut server = Server::spawn(&folder, &mut command);
    let operator = server.operator();
    for number in 0..POSTS {
        // Not for the service, so that nothing is written but the post and its name.
        let (status, _) =
            operator.say("alice", "Bonjour la place", &format!("traced-{number}")).unwrap();
        assert_eq!(status, 200);
    }
    end_traced(&mut server);
    let trace = std::fs::read_to_string(&trace).unwrap();
    assert_eq!(acknowledged(&trace), POSTS);
}

/// Asks the traced program to end, not its tracer: a tracer that is killed leaves the program running.
fn end_traced(server: &mut Server) {
    let tracer = server.child.id();
    let children =
        std::fs::read_to_string(format!("/proc/{tracer}/task/{tracer}/children")).unwrap();
    let traced = children.split_whitespace().next().unwrap();
    assert!(Command::new("kill").args(["-INT", traced]).status().unwrap().success());
    server.child.wait().unwrap();
}

/// Counts acknowledgements; panics at one that is not preceded by a write to the log and a sync of it.
fn acknowledged(trace: &str) -> usize {
    let (mut written, mut synced, mut count) = (false, false, 0);
    for line in trace.lines() {
        let log = line.contains("obole.db-wal");
        if line.contains("POST /v1/operator") {
            (written, synced) = (false, false);
        } else if log && line.contains("pwrite64(") {
            (written, synced) = (true, false);
        } else if log && (line.contains("fdatasync(") || line.contains("fsync(")) {
            synced = written;
        } else if line.contains("HTTP/1.1 200") {
            assert!(synced, "acknowledged before it was synced, at: {line}");
            count += 1;
        }
    }
    count
}
