//! A backup is taken beside the writer, is proved, overwrites nothing, and comes back whole.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use domain::payment::Payee;
use domain::port::Engine;
use store::{BackupError, KeySource, Options, Unsound, backup, open, restore, verify};

use crate::place::Folder;
use crate::world::{Hands, eur, town};

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_holds_what_was_committed_and_nothing_later() {
    let mut town = town();
    let (out, back) = (Folder::new(), Folder::new());
    let file = out.0.join("copy.db");
    let before = town.world.read(|reader| Ok(verify(reader).unwrap()));
    let at = town.world.engine.now();
    // A group that is not committed is not in it, and does not hold it up.
    town.world.engine.begin().unwrap();
    let copied = backup(&town.world.folder.0, &file, &KeySource::Beside).unwrap();
    town.world.engine.roll_back();
    town.world.pay(town.alice, &[Payee::Member(town.bob)], eur(99));
    assert_eq!((copied.at, &copied.report), (at, &before));
    assert_eq!(names(&out.0), ["copy.db"], "and nothing beside it");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(&file).unwrap().len(), copied.bytes);

    let folder = back.0.join("new");
    let restored = restore(&file, &folder, &town.world.folder.key()).unwrap();
    assert_eq!((restored.at, &restored.report), (at, &before));
    assert_eq!(names(&folder), [store::FILE]);
    let hands = Hands::new();
    let options = Options { key: town.world.folder.key(), ..hands.options() };
    let sqlite = open(&folder, options).unwrap();
    assert!(!sqlite.recovered);
    assert_eq!(sqlite.readers.read(|reader| Ok(verify(reader).unwrap())).unwrap(), before);
}

#[test]
fn nothing_is_overwritten() {
    let town = town();
    let out = Folder::new();
    let file = out.0.join("copy.db");
    fs::write(&file, "mine").unwrap();
    let refused = backup(&town.world.folder.0, &file, &KeySource::Beside).unwrap_err();
    assert!(matches!(refused, BackupError::Exists(_)), "{refused}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    fs::remove_file(&file).unwrap();
    backup(&town.world.folder.0, &file, &KeySource::Beside).unwrap();
    let refused = restore(&file, &town.world.folder.0, &KeySource::Beside).unwrap_err();
    assert!(matches!(refused, BackupError::Exists(_)), "{refused}");
    let refused =
        restore(&town.world.folder.0.join(store::FILE), &out.0.join("new"), &KeySource::Beside)
            .unwrap_err();
    assert!(matches!(refused, BackupError::InUse(_)), "{refused}");
}

#[test]
fn an_unsound_database_has_no_backup() {
    let town = town();
    let out = Folder::new();
    town.world.folder.raw().execute("UPDATE transfer SET amount = amount + 1", []).unwrap();
    let refused =
        backup(&town.world.folder.0, &out.0.join("copy.db"), &KeySource::Beside).unwrap_err();
    assert!(matches!(refused, BackupError::Unsound(Unsound::Wrong(_))), "{refused}");
    assert_eq!(names(&out.0), Vec::<String>::new());
    let nowhere = backup(&out.0, &out.0.join("copy.db"), &KeySource::Beside).unwrap_err();
    assert!(matches!(nowhere, BackupError::Open(_)), "{nowhere}");
}

#[test]
fn a_spoiled_backup_is_not_restored_and_the_folder_stays_empty() {
    let town = town();
    let out = Folder::new();
    let file = out.0.join("copy.db");
    backup(&town.world.folder.0, &file, &KeySource::Beside).unwrap();
    let sound = fs::read(&file).unwrap();
    let mut holed = sound.clone();
    holed[sound.len() / 2..sound.len() / 2 + 8192].fill(0xff);
    rusqlite::Connection::open(&file)
        .unwrap()
        .execute("UPDATE hold SET amount = amount + 1", [])
        .unwrap();
    let changed = fs::read(&file).unwrap();
    let short = sound[..sound.len() / 2].to_vec();
    for (name, bytes) in
        [("holed", holed), ("changed", changed), ("short", short), ("text", b"hello".to_vec())]
    {
        fs::write(&file, bytes).unwrap();
        let folder = out.0.join(name);
        assert!(restore(&file, &folder, &town.world.folder.key()).is_err(), "{name}");
        assert_eq!(names(&folder), Vec::<String>::new(), "{name}");
    }
    fs::write(&file, sound).unwrap();
    restore(&file, &out.0.join("holed"), &town.world.folder.key()).unwrap();
}
