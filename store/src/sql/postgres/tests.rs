use std::io::{Read, Result as Io, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Instant;

use super::super::Server;
use super::*;

/// Reads a message: its letter, but for the first one, which has none, and its text.
fn message(client: &mut TcpStream, first: bool) -> Io<(u8, Vec<u8>)> {
    let (mut letter, mut length) = ([0; 1], [0; 4]);
    if !first {
        client.read_exact(&mut letter)?;
    }
    client.read_exact(&mut length)?;
    let mut text = vec![0; usize::try_from(u32::from_be_bytes(length)).unwrap() - 4];
    client.read_exact(&mut text)?;
    Ok((letter[0], text))
}

/// Speaks as a server does that takes everybody and has done whatever it is told; when it shall begin a transaction
/// and is `silent`, it says nothing any more.
fn serve(mut client: TcpStream, silent: bool) -> Io<()> {
    const READY: &[u8] = b"Z\0\0\0\x05I";
    message(&mut client, true)?;
    client.write_all(b"R\0\0\0\x08\0\0\0\0")?;
    client.write_all(READY)?;
    loop {
        let (letter, text) = message(&mut client, false)?;
        if letter == b'Q' && !(silent && text.starts_with(b"BEGIN")) {
            client.write_all(b"C\0\0\0\x08SET\0")?;
            client.write_all(READY)?;
        }
    }
}

#[test]
fn a_connection_that_was_silent_is_not_used_again() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("postgres://obole@{}/obole", listener.local_addr().unwrap());
    thread::spawn(move || {
        for (number, client) in listener.incoming().enumerate() {
            thread::spawn(move || serve(client.unwrap(), number == 0));
        }
    });
    let target = Target::parse(&Server::from(&url)).unwrap();
    let session = Session::open(&target, "SET jit = off").unwrap();
    assert_eq!(session.connection(), 1);
    session.begin("BEGIN").unwrap();
    assert!(matches!(session.run_all("SELECT"), Err(Error::Silent(_))));
    let begun = Instant::now();
    assert!(matches!(session.run_all("SELECT"), Err(Error::Silent(_))), "it is not asked again");
    assert!(!session.is_open() && begun.elapsed() < Duration::from_millis(500));
    session.begin("BEGIN").unwrap();
    assert_eq!((session.connection(), session.is_open()), (2, true));
}
