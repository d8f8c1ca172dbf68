//! Two nodes under load while something breaks: what was acknowledged is there once, what was not is there once or
//! not at all, and asking again gives each its answer.
//!
//! Each test prints a line: what broke, requests, acknowledged, lost, doubled, the longest silence in seconds.

use std::time::Duration;

use testkit::cluster::{Cluster, Settings, Stop};
use testkit::proxy::{Cut, Direction};

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
