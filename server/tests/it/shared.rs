//! A database on a server, as an operator meets it: backups, restores, another key, a doctor's look.

use std::path::Path;
use std::process::Output;
use std::time::{Duration, Instant};

use testkit::cluster::Cluster;

use crate::kill::config;
use crate::program::{Folder, Server, printed, run, seeded};

/// How long the server may take to notice that a node is gone.
const NOTICE: Duration = Duration::from_secs(10);

/// A configuration that names a server's database; the key is the one of `of`.
fn shared(folder: &Folder, database: &str, of: &Folder) -> String {
    let config = config(folder);
    let text = std::fs::read_to_string(&config).unwrap();
    let key = of.path().join("operator.key");
    std::fs::write(&config, format!("{text}key_file = {key:?}\ndatabase = {database:?}\n"))
        .unwrap();
    config
}

fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_server_s_database_is_backed_up_restored_and_gets_another_key() {
    let Some(cluster) = Cluster::shared() else { return };
    let (first, second) = (cluster.database().unwrap(), cluster.database().unwrap());
    let (home, away) = (Folder::new(), Folder::new());
    let here = shared(&home, &first.url(), &home);
    let doctor = |folder: &Folder, config: &str| run(folder, &["doctor", "--config", config]);
    let early = run(&home, &["backup", "--config", &here, "early.db"]);
    assert!(complaint(&early).contains("nothing of Obole's in this database"));
    let node = Server::start(&home, &["serve", "--config", &here]);
    for name in ["alice", "shop"] {
        printed(&run(&home, &["admin", "add", name, "--name", name, "--tier", "2"]));
        printed(&run(&home, &["admin", "credit", name, "500.00 EUR", "--reference", name]));
    }
    let pay = |node: &Server, cents: u32| {
        let (text, id) = (format!("@obole #envoyer 3.{cents}€ @shop"), format!("pay-{cents}"));
        let (status, said) = node.operator().say("alice", &text, &id).unwrap();
        assert_eq!((status, said["payments"].as_array().unwrap().len()), (200, 1), "{said}");
    };
    pay(&node, 11);
    let well = printed(&doctor(&home, &here));
    assert!(well.contains(" on the server, which checks its own form"), "{well}");
    assert!(well.contains("the server says ") && !well.contains("disk"), "{well}");
    let into = home.path().join("backups").display().to_string();
    let told = printed(&run(&home, &["backup", "--config", &here, "--into", &into, "--keep", "2"]));
    assert!(told.contains("sound: "), "{told}");
    let file = std::fs::read_dir(&into).unwrap().next().unwrap().unwrap().path();
    let file = file.to_str().unwrap();
    pay(&node, 12);

    // Into a folder, and into another database of the server.
    let data = away.data();
    let restored = printed(&run(&home, &["restore", file, "--data", &data, "--config", &here]));
    assert!(restored.contains("The service goes back to 20"), "{restored}");
    let there = shared(&away, &second.url(), &home);
    let restored = printed(&run(&away, &["restore", file, "--config", &there]));
    assert!(restored.contains("the server's database: "), "{restored}");
    let on_server = printed(&run(&away, &["verify", "--config", &there]));
    assert_eq!(printed(&run(&away, &["verify", "--config", &there, "--data", &data])), on_server);
    let full = complaint(&run(&away, &["restore", file, "--config", &there]));
    assert!(full.contains("not empty") && full.contains("Name a new, empty database"), "{full}");
    let other = Server::start(&away, &["serve", "--config", &there]);
    pay(&other, 13);
    drop(other);
    // A folder that is named is meant, whatever the configuration says.
    assert_eq!(printed(&run(&away, &["verify", "--config", &there, "--data", &data])), on_server);
    assert_ne!(printed(&run(&away, &["verify", "--config", &there])), on_server);

    // Another key: not while a node runs, and every node needs it then.
    let rotate = ["admin", "rotate-key", "--config", &here];
    let busy = complaint(&run(&home, &rotate));
    assert!(busy.contains("end every node") && busy.contains("the old key still counts"), "{busy}");
    drop(node);
    let old = std::fs::read(home.path().join("operator.key")).unwrap();
    let begun = Instant::now();
    let told = loop {
        let rotated = run(&home, &rotate);
        if rotated.status.success() {
            break printed(&rotated);
        }
        assert!(begun.elapsed() < NOTICE, "{}", complaint(&rotated));
    };
    assert!(told.contains("Every node needs it to start"), "{told}");
    assert_ne!(std::fs::read(home.path().join("operator.key")).unwrap(), old);
    let node = Server::start(&home, &["serve", "--config", &here]);
    pay(&node, 14);
    drop(node);
    std::fs::write(home.path().join("operator.key"), old).unwrap();
    let lost = doctor(&home, &here);
    assert_eq!(lost.status.code(), Some(1));
    let says = String::from_utf8(lost.stdout).unwrap();
    assert!(says.contains("fault    key") && says.contains("Nothing is lost"), "{says}");
}

#[test]
fn a_doctor_says_where_a_database_was_moved_to() {
    let Some(cluster) = Cluster::shared() else { return };
    let (folder, database) = (seeded(), cluster.database().unwrap());
    let here = config(&folder);
    printed(&run(&folder, &["move", "--config", &here, "--to", &database.url()]));
    let doctor = run(&folder, &["doctor", "--config", &here]);
    assert_eq!(doctor.status.code(), Some(1));
    let says = String::from_utf8(doctor.stdout).unwrap();
    assert!(
        says.contains("was moved to postgres:///") && says.contains("mend: put database = "),
        "{says}"
    );
    assert!(!says.contains("messages wait"), "{says}");
    // What is there now is looked at with that line.
    let text = std::fs::read_to_string(&here).unwrap();
    std::fs::write(&here, format!("{text}database = {:?}\n", database.url())).unwrap();
    let says = printed(&run(&folder, &["doctor", "--config", &here]));
    assert!(says.contains(" on the server") && says.ends_with("0 faults, 1 warnings\n"), "{says}");
    assert!(Path::new(&folder.data()).join(store::FILE).is_file());
}
