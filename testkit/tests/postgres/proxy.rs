//! The wire between a client and its PostgreSQL: against a server that answers everything, then against a real one.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use testkit::cluster::{Cluster, Database};
use testkit::proxy::{Address, Cut, Direction, Proxy};
use tokio_postgres::{Client, NoTls};

/// What a toy server was sent.
type Sent = Arc<Mutex<Vec<u8>>>;

/// A server that repeats what it is sent, until its client is gone.
fn toy() -> (Address, Sent) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = Address::Tcp(listener.local_addr().unwrap());
    let sent = Sent::default();
    let ours = Arc::clone(&sent);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let (mut stream, ours) = (stream.unwrap(), Arc::clone(&ours));
            std::thread::spawn(move || {
                let mut bytes = [0; 1024];
                while let Ok(count @ 1..) = stream.read(&mut bytes) {
                    ours.lock().unwrap().extend_from_slice(&bytes[..count]);
                    let _gone = stream.write_all(&bytes[..count]);
                }
            });
        }
    });
    (address, sent)
}

fn connect(proxy: &Proxy) -> TcpStream {
    let Address::Tcp(address) = proxy.address() else { panic!("{proxy:?}") };
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

const STARTUP: &[u8] = b"\0\0\0\x09\0\x03\0\0\0";
const BEGIN: &[u8] = b"Q\0\0\0\x0aBEGIN\0";
const COMMIT: &[u8] = b"Q\0\0\0\x0bCOMMIT\0";

/// Whether the server says this next.
fn says(stream: &mut TcpStream, expected: &[u8]) -> bool {
    let mut bytes = vec![0; expected.len()];
    stream.read_exact(&mut bytes).is_ok() && bytes == expected
}

fn is_cut(stream: &mut TcpStream) -> bool {
    match stream.read(&mut [0]) {
        Ok(count) => count == 0,
        Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
    }
}

/// A connection that has said `BEGIN` and heard it.
fn begun(proxy: &Proxy) -> TcpStream {
    let mut stream = connect(proxy);
    stream.write_all(&[STARTUP, BEGIN].concat()).unwrap();
    assert!(says(&mut stream, &[STARTUP, BEGIN].concat()));
    stream
}

#[test]
fn everything_goes_through() {
    let (server, sent) = toy();
    let proxy = Proxy::on_loopback(server).unwrap();
    let mut stream = begun(&proxy);
    stream.write_all(COMMIT).unwrap();
    assert!(says(&mut stream, COMMIT));
    assert_eq!(*sent.lock().unwrap(), [STARTUP, BEGIN, COMMIT].concat());
    assert_eq!((proxy.commits(), proxy.cuts_at_commit()), (1, 0));
}

#[test]
fn a_client_that_asks_for_encryption_is_told_that_there_is_none() {
    let (server, sent) = toy();
    let proxy = Proxy::on_loopback(server).unwrap();
    let mut stream = connect(&proxy);
    stream.write_all(b"\0\0\0\x08\x04\xd2\x16\x2f").unwrap();
    assert!(says(&mut stream, b"N"));
    stream.write_all(STARTUP).unwrap();
    assert!(says(&mut stream, STARTUP));
    assert_eq!(*sent.lock().unwrap(), STARTUP);
}

#[test]
fn a_connection_is_cut_on_either_side_of_a_commit() {
    for (cut, arrives) in [(Cut::Before, false), (Cut::After, true)] {
        let (server, sent) = toy();
        let proxy = Proxy::on_loopback(server).unwrap();
        let (mut stream, mut other) = (begun(&proxy), begun(&proxy));
        sent.lock().unwrap().clear();
        proxy.cut_at_commit(Some(cut));
        stream.write_all(&[COMMIT, BEGIN].concat()).unwrap();
        assert!(is_cut(&mut stream), "{cut:?}");
        assert_eq!(*sent.lock().unwrap() == COMMIT, arrives, "{cut:?}");
        assert_eq!(sent.lock().unwrap().is_empty(), !arrives, "{cut:?}");
        assert_eq!((proxy.commits(), proxy.cuts_at_commit()), (usize::from(arrives), 1));
        // Once, and no other connection.
        other.write_all(COMMIT).unwrap();
        assert!(says(&mut other, COMMIT), "{cut:?}");
    }
}

#[test]
fn a_cut_can_be_called_off() {
    let (server, _) = toy();
    let proxy = Proxy::on_loopback(server).unwrap();
    let mut stream = begun(&proxy);
    proxy.cut_at_commit(Some(Cut::Before));
    proxy.cut_at_commit(None);
    stream.write_all(COMMIT).unwrap();
    assert!(says(&mut stream, COMMIT));
}

#[test]
fn all_connections_are_cut_at_once_and_new_ones_are_taken_or_refused() {
    let (server, _) = toy();
    let proxy = Proxy::on_loopback(server).unwrap();
    let mut streams = [begun(&proxy), begun(&proxy)];
    proxy.cut();
    assert!(streams.iter_mut().all(is_cut));
    proxy.refuse(true);
    assert!(is_cut(&mut connect(&proxy)));
    proxy.refuse(false);
    begun(&proxy);
}

#[test]
fn each_direction_is_slowed_by_itself() {
    let (server, _) = toy();
    let proxy = Proxy::on_loopback(server).unwrap();
    let mut stream = begun(&proxy);
    let mut took = |up_ms, down_ms| {
        proxy.delay_ms(Direction::Up, up_ms);
        proxy.delay_ms(Direction::Down, down_ms);
        let begun = Instant::now();
        // Pieces that are under way together wait together.
        for _ in 0..10 {
            stream.write_all(BEGIN).unwrap();
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(says(&mut stream, &BEGIN.repeat(10)));
        begun.elapsed()
    };
    let both = took(150, 250);
    assert!(both >= Duration::from_millis(400) && both < Duration::from_millis(1500), "{both:?}");
    let none = took(0, 0);
    assert!(none < Duration::from_millis(400), "{none:?}");
}

/// A database that is reached by a wire.
struct Wire {
    database: Database<'static>,
    proxy: Proxy,
    url: String,
}

impl Wire {
    fn new(cluster: &'static Cluster) -> Self {
        let database = cluster.database().unwrap();
        database.sql("CREATE TABLE kept (n bigint)").unwrap();
        let (proxy, url) = database.wire().unwrap();
        Self { database, proxy, url }
    }

    async fn client(&self) -> Client {
        let (client, connection) = tokio_postgres::connect(&self.url, NoTls).await.unwrap();
        tokio::spawn(connection);
        client
    }

    fn kept(&self) -> String {
        self.database
            .sql("SELECT coalesce(string_agg(n::text, ' ' ORDER BY n), '') FROM kept")
            .unwrap()
    }
}

#[tokio::test]
async fn a_transaction_cut_before_its_commit_is_gone_and_one_cut_after_it_is_there() {
    let Some(cluster) = Cluster::shared() else { return };
    let wire = Wire::new(cluster);
    for (number, cut, prepared) in [
        (1, Cut::Before, false),
        (2, Cut::After, false),
        (3, Cut::Before, true),
        (4, Cut::After, true),
    ] {
        let client = wire.client().await;
        let insert = client.prepare("INSERT INTO kept VALUES ($1)").await.unwrap();
        let commit = client.prepare("COMMIT").await.unwrap();
        client.batch_execute("BEGIN").await.unwrap();
        client.execute(&insert, &[&i64::from(number)]).await.unwrap();
        wire.proxy.cut_at_commit(Some(cut));
        let outcome = if prepared {
            client.execute(&commit, &[]).await.map(drop)
        } else {
            client.batch_execute("COMMIT").await
        };
        let error = outcome.unwrap_err();
        assert!(error.is_closed() || error.as_db_error().is_none(), "{error}");
    }
    assert_eq!(wire.kept(), "2 4\n");
    assert_eq!(wire.proxy.cuts_at_commit(), 4);
}

#[tokio::test]
async fn what_was_committed_before_all_connections_are_cut_stays() {
    let Some(cluster) = Cluster::shared() else { return };
    let wire = Wire::new(cluster);
    let client = wire.client().await;
    client.batch_execute("BEGIN; INSERT INTO kept VALUES (1); COMMIT").await.unwrap();
    client.batch_execute("BEGIN; INSERT INTO kept VALUES (2)").await.unwrap();
    wire.proxy.cut();
    client.batch_execute("COMMIT").await.unwrap_err();
    let client = wire.client().await;
    client.batch_execute("INSERT INTO kept VALUES (3)").await.unwrap();
    assert_eq!(wire.kept(), "1 3\n");
    assert_eq!(wire.proxy.commits(), 1);
}
