//! Another operator key for a server's database: whatever happens meanwhile, the key that counts is there.

use std::time::{Duration, Instant};

use store::{KeyError, KeySource, OpenError, OperatorKey, Options, Server};
use testkit::cluster::{Cluster, Database};
use testkit::histories::Folder;
use testkit::proxy::Cut;

use crate::backup::{Node, PATIENCE, back_up, folder, key, lived, proved};
use crate::load::{add, connect};

/// Whoever closed a connection is seen by the server a moment later.
fn rotate(url: &str, home: &Folder) -> Result<store::Rotated, OpenError> {
    let begun = Instant::now();
    loop {
        match store::rotate_on_server(&Server::from(url), &home.0, &key(home), None) {
            Err(OpenError::Served { .. }) if begun.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(10));
            }
            rotated => return rotated,
        }
    }
}

#[test]
fn another_operator_key_opens_the_server_s_database_and_the_old_one_does_not() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, home) = lived(cluster, 25);
    let url = database.url();
    let (file, key_file) = (home.0.join("before.db"), home.0.join(store::KEY_FILE));
    back_up(&url, &file, &home).unwrap();
    let before = proved(&store::connect_read(&url, &home.0, &key(&home)).unwrap());
    let old = OperatorKey::read(&key_file).unwrap();
    // A node holds the key that it began with, so none may run.
    let node = store::connect(&url, &home.0, Options::default()).unwrap();
    let served =
        store::rotate_on_server(&Server::from(&url), &home.0, &key(&home), None).unwrap_err();
    assert!(matches!(served, OpenError::Served { .. }), "{served}");
    assert_eq!(OperatorKey::read(&key_file).unwrap(), old);
    drop(node);
    let rotated = rotate(&url, &home).unwrap();
    let new = OperatorKey::read(&key_file).unwrap();
    assert!(new != old && rotated.keys > 2, "{rotated:?}");
    assert_eq!((rotated.fingerprint, rotated.file), (new.fingerprint(), Some(key_file.clone())));
    let wrong = store::connect_read(&url, &home.0, &KeySource::Given(old.clone())).unwrap_err();
    assert!(matches!(wrong, OpenError::Key(KeyError::Wrong { .. })), "{wrong}");
    assert_eq!(proved(&store::connect_read(&url, &home.0, &key(&home)).unwrap()), before);
    // The older backup opens with the key it was made with.
    store::restore(&file, &home.0.join("inside"), &KeySource::Given(old)).unwrap();
}

/// Waits until the server has, or awaits, the lock of everybody's keys.
fn until_locked(database: &Database<'_>, granted: bool) {
    let locks = format!(
        "SELECT count(*) FROM pg_locks WHERE relation = 'member_key'::regclass AND mode = 'ExclusiveLock'
             AND granted = {granted}"
    );
    let begun = Instant::now();
    while database.sql(&locks).unwrap().trim() != "1" {
        assert!(begun.elapsed() < PATIENCE, "nobody waits");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// The server goes away at the very end, before its commit and after it, and is back at once or not: the key that
/// counts is still there.
#[test]
fn a_change_of_keys_that_is_cut_short_leaves_the_key_that_counts() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, home) = lived(cluster, 26);
    let before = proved(&store::connect_read(&database.url(), &home.0, &key(&home)).unwrap());
    let file = home.0.join(store::KEY_FILE);
    for (cut, back) in
        [(Cut::Before, true), (Cut::After, true), (Cut::Before, false), (Cut::After, false)]
    {
        let old = OperatorKey::read(&file).unwrap();
        let (proxy, url) = database.wire().unwrap();
        // Nobody else is connected any more, so the next one can be held just before its end.
        rotate(&database.url(), &home).unwrap();
        let rotated = OperatorKey::read(&file).unwrap();
        assert!(rotated != old);
        proxy.cut_at_commit(Some(cut));
        let ended = std::thread::scope(|scope| {
            let hold = "LOCK TABLE member_key IN EXCLUSIVE MODE; SELECT pg_sleep(2)";
            scope.spawn(|| database.sql(hold).unwrap());
            until_locked(&database, true);
            let ended = scope.spawn(|| rotate(&url, &home));
            until_locked(&database, false);
            proxy.refuse(!back);
            ended.join().unwrap()
        });
        let what = format!("{cut:?}, back at once: {back}: {ended:?}");
        match (cut, back) {
            (Cut::Before, true) => assert!(matches!(ended, Err(OpenError::Database(_))), "{what}"),
            (Cut::After, true) => assert!(ended.is_ok(), "{what}"),
            (_, false) => {
                let unclear = matches!(ended, Err(OpenError::Key(KeyError::Unclear { .. })));
                assert!(unclear, "{what}");
            }
        }
        let readers = store::connect_read(&database.url(), &home.0, &key(&home));
        assert_eq!(proved(&readers.expect(&what)), before, "{what}");
        drop(store::connect(&database.url(), &home.0, Options::default()).unwrap());
        let now = OperatorKey::read(&file).unwrap();
        assert_eq!(now != rotated, cut == Cut::After, "{what}");
    }
}

/// A node that nobody saw when the key was changed keeps nothing that the new key could not open.
#[test]
fn a_node_with_the_old_key_gives_nobody_a_key() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, home) = (cluster.database().unwrap(), folder());
    let mut node = Node::new(connect(&database.url(), &home), 41);
    node.people();
    // As behind a pooler: the server does not know who it is.
    database.sql("UPDATE vault SET fingerprint = '\\x0102030405060708'::bytea").unwrap();
    let keys = || database.sql("SELECT count(*) FROM member_key").unwrap();
    let before = keys();
    let envelope = add("carol", &mut node.random);
    let decided = node.book.decide(vec![envelope]).remove(0);
    assert!(decided.is_err(), "{decided:?}");
    assert_eq!(keys(), before);
    node.pay("still", 100);
}
