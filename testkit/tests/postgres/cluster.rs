//! The private PostgreSQL itself.

use std::io::{BufRead, BufReader};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use testkit::cluster::{Cluster, Settings, Stop};

/// Set in a copy of this program that is to be killed while it has a cluster.
const TO_BE_KILLED: &str = "OBOLE_TEST_TO_BE_KILLED";

fn durable() -> Option<Cluster> {
    Cluster::start_or_skip(&Settings { fsync: true, ..Settings::default() })
}

#[test]
fn each_test_has_a_database_of_its_own() {
    let Some(cluster) = Cluster::shared() else { return };
    let first = cluster.database().unwrap();
    let second = cluster.database().unwrap();
    first.sql("CREATE TABLE here (n bigint); INSERT INTO here VALUES (1), (2)").unwrap();
    assert_eq!(first.sql("SELECT n, n FROM here ORDER BY n").unwrap(), "1|1\n2|2\n");
    let missing = second.sql("SELECT n FROM here").unwrap_err().to_string();
    assert!(missing.contains("\"here\" does not exist"), "{missing}");
    let name = first.name.clone();
    drop(first);
    let known = format!("SELECT count(*) FROM pg_database WHERE datname = '{name}'");
    assert_eq!(cluster.sql("postgres", &known).unwrap(), "0\n");
}

#[test]
fn statements_are_done_together_or_not_at_all() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = cluster.database().unwrap();
    database.sql("CREATE TABLE half (n bigint); SELECT 1 / 0").unwrap_err();
    assert_eq!(database.sql("SELECT to_regclass('half') IS NULL").unwrap(), "t\n");
}

#[test]
fn a_database_may_begin_as_a_copy() {
    let Some(cluster) = Cluster::shared() else { return };
    let model = cluster.database().unwrap();
    model.sql("CREATE TABLE here (n bigint); INSERT INTO here VALUES (7)").unwrap();
    let copy = cluster.database_like(&model.name).unwrap();
    copy.sql("UPDATE here SET n = n + 1").unwrap();
    assert_eq!(copy.sql("SELECT n FROM here").unwrap(), "8\n");
    assert_eq!(model.sql("SELECT n FROM here").unwrap(), "7\n");
}

/// Nothing of this machine's own configuration or environment reaches it.
#[test]
fn it_is_private() {
    let Some(cluster) = Cluster::shared() else { return };
    let listens = "SELECT current_setting('listen_addresses') = ''";
    assert_eq!(cluster.sql("postgres", listens).unwrap(), "t\n");
    let folder = cluster.socket().parent().unwrap().to_owned();
    assert!(cluster.socket().exists());
    let configured = cluster.sql("postgres", "SHOW config_file").unwrap();
    assert!(Path::new(configured.trim()).starts_with(&folder), "{configured}");
    let mode = std::os::unix::fs::PermissionsExt::mode(&folder.metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn it_listens_on_the_loopback_address_where_asked() {
    let settings = Settings { tcp: true, ..Settings::default() };
    let Some(cluster) = Cluster::start_or_skip(&settings) else { return };
    std::net::TcpStream::connect(("127.0.0.1", cluster.port())).unwrap();
    assert_eq!(cluster.sql("postgres", "SHOW fsync").unwrap(), "off\n");
}

#[test]
fn a_killed_server_keeps_what_was_committed() {
    let Some(cluster) = durable() else { return };
    let database = cluster.database().unwrap();
    assert_eq!(database.sql("SHOW fsync").unwrap(), "on\n");
    database.sql("CREATE TABLE kept (n bigint)").unwrap();
    for (number, how) in [(1, Stop::Immediate), (2, Stop::Fast)] {
        database.sql(&format!("INSERT INTO kept VALUES ({number})")).unwrap();
        cluster.stop(how).unwrap();
        database.sql("SELECT 1").unwrap_err();
        cluster.start_again().unwrap();
    }
    assert_eq!(database.sql("SELECT n FROM kept ORDER BY n").unwrap(), "1\n2\n");
}

#[test]
fn a_promoted_standby_has_every_commit() {
    let Some(primary) = durable() else { return };
    let standby = primary.standby("second").unwrap();
    primary.sql("postgres", "CREATE TABLE kept (n bigint)").unwrap();
    primary.sql("postgres", "INSERT INTO kept SELECT generate_series(1, 100)").unwrap();
    let refused = standby.sql("postgres", "INSERT INTO kept VALUES (0)").unwrap_err().to_string();
    assert!(refused.contains("read-only"), "{refused}");
    primary.stop(Stop::Immediate).unwrap();
    standby.promote().unwrap();
    standby.sql("postgres", "INSERT INTO kept VALUES (101)").unwrap();
    assert_eq!(standby.sql("postgres", "SELECT count(*) FROM kept").unwrap(), "101\n");
}

/// A commit waits for the standby, until the operator says that there is none.
#[test]
fn a_primary_waits_for_its_standby() {
    let Some(primary) = durable() else { return };
    let standby = primary.standby("second").unwrap();
    primary.sql("postgres", "CREATE TABLE kept (n bigint)").unwrap();
    standby.stop(Stop::Fast).unwrap();
    std::thread::scope(|scope| {
        let waits = scope.spawn(|| primary.sql("postgres", "INSERT INTO kept VALUES (1)"));
        let waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
        until(|| primary.sql("postgres", waiting).unwrap() == "1\n");
        assert!(!waits.is_finished());
        primary.stand_alone().unwrap();
        waits.join().unwrap().unwrap();
    });
}

fn until(mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(30), "it did not come to hold");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Holds a cluster until it is killed, in the process that the test below starts; in any other it is nothing.
#[test]
fn a_process_that_is_to_be_killed() {
    if std::env::var_os(TO_BE_KILLED).is_none() {
        return;
    }
    let cluster = durable().unwrap();
    println!("\nfolder {}", cluster.socket().parent().unwrap().display());
    std::thread::sleep(Duration::from_secs(60));
}

#[test]
fn nothing_stays_of_a_test_that_was_killed() {
    if Cluster::shared().is_none() {
        return;
    }
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "cluster::a_process_that_is_to_be_killed", "--nocapture"])
        .env(TO_BE_KILLED, "1")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let folder = lines
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix("folder ").map(PathBuf::from));
    let folder = folder.unwrap();
    let server = std::fs::read_to_string(folder.join("data/postmaster.pid")).unwrap();
    let server = Path::new("/proc").join(server.lines().next().unwrap());
    assert!(server.exists() || !Path::new("/proc/self").exists());
    child.kill().unwrap();
    child.wait().unwrap();
    until(|| !folder.exists() && !server.exists());
}

/// Where even the shell that cleans up was killed, the next start does; what somebody holds it leaves alone.
#[test]
fn what_was_left_behind_is_removed_by_the_next_start() {
    let Some(cluster) = Cluster::shared() else { return };
    let ours = cluster.socket().parent().unwrap().to_owned();
    let owner = ours.metadata().unwrap();
    let left = |name: &str, held: bool| {
        let folder = ours.with_file_name(format!("obole-postgres-{name}-{}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        std::os::unix::fs::chown(&folder, Some(owner.uid()), Some(owner.gid())).unwrap();
        let lock = std::fs::File::create(folder.join("lock.new")).unwrap();
        if held {
            lock.lock().unwrap();
        }
        // Another test's start may see it from here on.
        std::fs::rename(folder.join("lock.new"), folder.join("lock")).unwrap();
        (folder, lock)
    };
    let ((held, lock), (free, _)) = (left("held", true), left("free", false));
    // A program that another test is just starting may hold a lock for an instant more.
    until(|| durable().is_some() && !free.exists());
    assert!(held.exists() && ours.exists());
    drop(lock);
    until(|| durable().is_some() && !held.exists());
    assert!(ours.exists());
}
