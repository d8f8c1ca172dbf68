//! Two nodes under load while something breaks: what was acknowledged is there once, what was not is there once or
//! not at all, and asking again gives each its answer.
//!
//! Each test prints a line: what broke, requests, acknowledged, lost, doubled, the longest silence in seconds.

use std::time::Duration;

use std::time::Instant;

use testkit::cluster::{Cluster, Disk, Settings, Stop};
use testkit::histories::Folder;
use testkit::proxy::{Cut, Direction};
use tokio_postgres::{Client, NoTls};

use crate::load::{Load, Look};

fn durable() -> Option<Cluster> {
    Cluster::start_or_skip(&Settings { fsync: true, ..Settings::default() })
}

#[test]
fn nothing_breaks() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = cluster.database().unwrap();
    let load = Load::new(&[&database.url(), &database.url()], 9_000);
    let row = load.suffer("nothing", &Look::at(&database), |load| load.comes_through(300));
    println!("{row}");
}

#[test]
fn the_server_is_killed_and_started_again() {
    let Some(cluster) = durable() else { return };
    let database = cluster.database().unwrap();
    let load = Load::new(&[&database.url(), &database.url()], 9_001);
    let row = load.suffer("server killed three times", &Look::at(&database), |load| {
        for _ in 0..3 {
            cluster.stop(Stop::Immediate).unwrap();
            cluster.start_again().unwrap();
            load.comes_through(100);
        }
    });
    println!("{row}");
}

#[test]
fn connections_are_cut_at_commits() {
    let Some(cluster) = Cluster::shared() else { return };
    for (seed, cut) in [(9_002, Cut::Before), (9_003, Cut::After)] {
        let database = cluster.database().unwrap();
        let (proxy, url) = database.wire().unwrap();
        let load = Load::new(&[&url, &url], seed);
        let name = format!("cut {cut:?} a commit, ten times");
        let row = load.suffer(&name, &Look::at(&database), |load| {
            for cuts in 1..=10 {
                proxy.cut_at_commit(Some(cut));
                while proxy.cuts_at_commit() < cuts {
                    load.comes_through(1);
                }
            }
        });
        println!("{row}");
        assert_eq!(proxy.cuts_at_commit(), 10);
    }
}

/// All connections at once, again and again, wherever each is; and for a while there is no other.
#[test]
fn all_connections_are_cut() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = cluster.database().unwrap();
    let (proxy, url) = database.wire().unwrap();
    let load = Load::new(&[&url, &url], 9_004);
    let row = load.suffer("all connections cut, ten times", &Look::at(&database), |load| {
        for _ in 0..10 {
            proxy.cut();
            load.comes_through(20);
        }
        proxy.refuse(true);
        proxy.cut();
        // Longer than a node tries by itself: its callers are told, and ask again.
        std::thread::sleep(Duration::from_secs(4));
        proxy.refuse(false);
    });
    println!("{row}");
}

#[test]
fn the_database_is_slow() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = cluster.database().unwrap();
    let (proxy, url) = database.wire().unwrap();
    let load = Load::new(&[&url, &url], 9_005);
    let row = load.suffer("100 ms slower", &Look::at(&database), |load| {
        proxy.delay_ms(Direction::Up, 50);
        proxy.delay_ms(Direction::Down, 50);
        load.comes_through(100);
        proxy.delay_ms(Direction::Up, 0);
        proxy.delay_ms(Direction::Down, 0);
    });
    println!("{row}");
}

/// Every request reaches both nodes, at the same time.
#[test]
fn every_request_is_delivered_twice() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = cluster.database().unwrap();
    let load = Load::new(&[&database.url(), &database.url()], 9_007).delivered_twice();
    let name = "every request to both nodes at once";
    let row = load.suffer(name, &Look::at(&database), |load| load.comes_through(300));
    println!("{row}");
}

/// The server's disk has no room for a byte more; then somebody makes room.
#[test]
fn the_disk_is_full() {
    if !Disk::is_allowed() {
        println!("left out: a small disk cannot be mounted here, so none was filled");
        return;
    }
    let settings = Settings { fsync: true, disk_mb: Some(256), ..Settings::default() };
    let Some(cluster) = Cluster::start_or_skip(&settings) else { return };
    let (database, disk) = (cluster.database().unwrap(), cluster.disk().unwrap());
    let load = Load::new(&[&database.url(), &database.url()], 9_008);
    let row = load.suffer("disk full for 4 seconds, twice", &Look::at(&database), |load| {
        for _ in 0..2 {
            disk.fill().unwrap();
            std::thread::sleep(Duration::from_secs(4));
            disk.make_room().unwrap();
            // A server whose log had no room has ended, and does not begin again by itself.
            let begun = Instant::now();
            while database.sql("SELECT 1").is_err() {
                assert!(begun.elapsed() < Duration::from_secs(60), "the server does not come back");
                drop(cluster.start_again());
            }
            load.comes_through(100);
        }
    });
    println!("{row}");
}

/// Somebody else has all the connections that the server gives: nodes that lose theirs get no other, and none starts.
#[test]
fn there_are_no_connections_left() {
    let settings = Settings { more: vec![("max_connections", "24")], ..Settings::default() };
    let Some(cluster) = Cluster::start_or_skip(&settings) else { return };
    let database = cluster.database().unwrap();
    let load = Load::new(&[&database.url(), &database.url()], 9_009);
    let row = load.suffer("no connections for 3 seconds", &Look::at(&database), |_| {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let all = runtime.block_on(take_all(&database.url()));
        let folder = Folder::new(9_010);
        let refused = store::connect(&database.url(), &folder.0, store::Options::default());
        let error = refused.err().expect("there is no connection for it");
        let cause = std::error::Error::source(&error).unwrap();
        assert_eq!(cause.to_string(), "sorry, too many clients already (53300)", "{error}");
        std::thread::sleep(Duration::from_secs(3));
        drop(all);
    });
    println!("{row}");
}

/// Takes every connection there is, those of nodes included.
async fn take_all(url: &str) -> Vec<Client> {
    let mut all = Vec::new();
    // Whoever is cut off asks again at once: it may take a while to be faster.
    let mut refused = 0;
    while refused < 20 {
        match tokio_postgres::connect(url, NoTls).await {
            Ok((client, connection)) => {
                tokio::spawn(connection);
                all.push(client);
            }
            Err(_) => {
                refused += 1;
                let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE application_name = 'obole'";
                all[0].batch_execute(cut).await.unwrap();
            }
        }
    }
    all
}

/// Both servers stand in the nodes' URL; whichever takes writes is the one.
#[test]
fn the_standby_takes_over() {
    let Some(primary) = durable() else { return };
    let database = primary.database().unwrap();
    let standby = primary.standby("second").unwrap();
    let host = |cluster: &Cluster| {
        cluster.socket().parent().unwrap().display().to_string().replace('/', "%2F")
    };
    let url = format!(
        "postgresql://postgres@{},{}/{}?target_session_attrs=read-write",
        host(&primary),
        host(&standby),
        database.name
    );
    let load = Load::new(&[&url, &url], 9_006);
    let look = Look(Box::new(|question| standby.sql(&database.name, question).unwrap()));
    let row = load.suffer("standby promoted", &look, |_| {
        primary.stop(Stop::Immediate).unwrap();
        standby.promote().unwrap();
    });
    println!("{row}");
}
