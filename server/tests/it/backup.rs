//! The drill: a backup under load, restored elsewhere, has every payment that was acknowledged before it began.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::Value;

use crate::kill::config;
use crate::program::{Folder, Operator, Server, printed, run, seeded};

/// People who pay at the same time.
const PAYERS: u32 = 8;

/// Payments of each at most; the policy of the test lets no more begin.
const PAYMENTS: u32 = 50;

/// Pays until told to end, and notes each payment once it is acknowledged.
fn pay(operator: &Operator, payer: u32, end: &AtomicBool, acknowledged: &Mutex<BTreeSet<String>>) {
    for number in 1..=PAYMENTS {
        if end.load(Ordering::Relaxed) {
            return;
        }
        let text = format!("@obole #envoyer 0.{number:02}€ @shop");
        let id = format!("drill-{payer}-{number}");
        let (status, said) = operator.say(&format!("payer{payer}"), &text, &id).unwrap();
        assert_eq!(status, 200, "{said}");
        let payments = said["payments"].as_array().unwrap().iter().filter_map(Value::as_str);
        acknowledged.lock().unwrap().extend(payments.map(str::to_owned));
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn paid(folder: &Path) -> BTreeSet<String> {
    let raw = rusqlite::Connection::open(folder.join("obole.db")).unwrap();
    let mut statement = raw.prepare("SELECT id FROM payment WHERE state = 'paid'").unwrap();
    let ids = statement.query_map([], |row| row.get::<_, [u8; 16]>(0)).unwrap();
    ids.map(|id| domain::id::PaymentId::from_bytes(id.unwrap()).to_string()).collect()
}

#[test]
fn a_backup_under_load_has_every_payment_acknowledged_before_it_began() {
    let folder = Folder::new();
    let server = Server::start(&folder, &["serve", "--config", &config(&folder)]);
    for name in (0..PAYERS).map(|payer| format!("payer{payer}")).chain(["shop".to_owned()]) {
        printed(&run(&folder, &["admin", "add", &name, "--name", &name, "--tier", "2"]));
        printed(&run(&folder, &["admin", "credit", &name, "500.00 EUR", "--reference", &name]));
    }
    let (operator, end) = (server.operator(), AtomicBool::new(false));
    let acknowledged = Mutex::new(BTreeSet::new());
    let file = folder.path().join("drill.db").display().to_string();
    let before = std::thread::scope(|scope| {
        for payer in 0..PAYERS {
            let (operator, end, acknowledged) = (&operator, &end, &acknowledged);
            scope.spawn(move || pay(operator, payer, end, acknowledged));
        }
        while acknowledged.lock().unwrap().len() < 40 {
            std::thread::yield_now();
        }
        let before = acknowledged.lock().unwrap().clone();
        let told = printed(&run(&folder, &["backup", &file]));
        assert!(told.contains("sound: "), "{told}");
        end.store(true, Ordering::Relaxed);
        before
    });
    drop(server);
    let after = acknowledged.into_inner().unwrap();
    assert!(after.len() > before.len(), "the service paid on while it was copied");
    let elsewhere = Folder::new();
    let data = elsewhere.data();
    let restored = run(&folder, &["restore", &file, "--data", &data]);
    let says = String::from_utf8_lossy(&restored.stderr).into_owned();
    assert!(says.contains("obole.key is not there. Nothing is lost"), "{says}");
    let key = |folder: &str| Path::new(folder).join("obole.key");
    std::fs::copy(key(&folder.data()), key(&data)).unwrap();
    let told = printed(&run(&folder, &["restore", &file, "--data", &data]));
    assert!(told.contains("The service goes back to 20"), "{told}");
    printed(&run(&folder, &["verify", "--data", &data]));
    let restored = paid(Path::new(&data));
    let lost: Vec<&String> = before.difference(&restored).collect();
    assert!(lost.is_empty(), "acknowledged before the backup and not in it: {lost:?}");
    assert!(
        restored.is_subset(&paid(Path::new(&folder.data()))),
        "nothing is in it that never was"
    );
    let again = run(&folder, &["restore", &file, "--data", &data]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("nothing is overwritten"));
    // What was restored serves.
    let server = Server::start(&elsewhere, &["demo", "--data", &data, "--port", "0"]);
    assert_eq!(server.operator().send("GET", "/healthz", &[], "").unwrap().0, 200);
}

#[test]
fn a_folder_of_backups_keeps_the_newest() {
    let folder = seeded();
    let into = folder.path().join("backups");
    std::fs::create_dir(&into).unwrap();
    for name in ["obole-20200101T000000Z.db", "obole-20200102T000000Z.db", "obole-notes.db"] {
        std::fs::write(into.join(name), "old").unwrap();
    }
    let shown = into.display().to_string();
    let data = folder.data();
    let backup = ["backup", "--into", &shown, "--keep", "2", "--data", &data];
    let told = printed(&run(&folder, &backup));
    assert!(told.contains("removed ") && told.contains("20200101"), "{told}");
    let mut names: Vec<String> = std::fs::read_dir(&into)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 3, "{names:?}");
    assert_eq!((&*names[0], &*names[2]), ("obole-20200102T000000Z.db", "obole-notes.db"));
    for wrong in [&["backup"][..], &["backup", "x", "--into", "y"], &["backup", "x", "--keep", "2"]]
    {
        assert_eq!(run(&folder, wrong).status.code(), Some(2), "{wrong:?}");
    }
}
