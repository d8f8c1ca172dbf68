//! Encryption at rest: no file holds a word of anybody's, one key opens it, another takes its place, and what was sealed
//! for one row is worth nothing in another.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use domain::id::{MemberId, RequestKey};
use domain::lang::Lang;
use domain::member::Network;
use domain::money::Currency;
use domain::payment::Payee;
use domain::port::Engine;
use domain::request::{Admin, Message, Request, To};
use domain::say::Say;
use domain::suspense::Receipt;
use domain::time::Timestamp;
use rusqlite::Connection;
use store::migrate::{MIGRATIONS, migrate_file};
use store::{
    ApiKey, DeliveryState, ERASED, KEY_FILE, KeyError, KeySource, OpenError, OperatorKey, Options,
    Report, Unsound, Webhook, Wrong, backup, open, open_read, open_read_with, rotate, verify,
};

use crate::place::Folder;
use crate::world::{Hands, Town, eur, stranger, town};

const ABOUT: &str = "paints chrysanthemums";
const REASON: &str = "gambling suspicion";
const MEMO: &str = "pour le bouquet de dahlias";
const URL: &str = "https://kumquat.example.org/hook";
const LABEL: &str = "ledger of the rhubarb";
const SECRET: &[u8] = b"a secret of thirty-two bytes, or";
const HASH: &str = "$argon2id$x";
const REFERENCE: &str = "RF18 \"5390\"";
const STRANGER: &str = "zephyrine";
const COMPLAINT: &str = "the soup was cold";
const REMITTER: &str = "Ursuline Remitter";

/// Words that must not stand in any file.
const WORDS: [&str; 15] = [
    "l'Été; \"{x}\"",
    "@SUM(A1)",
    ABOUT,
    REASON,
    MEMO,
    URL,
    LABEL,
    "a secret of thirty-two bytes",
    HASH,
    REFERENCE,
    STRANGER,
    COMPLAINT,
    REMITTER,
    "bergamote",
    "tangerine",
];

fn verified(readers: &store::Readers) -> Result<Report, Wrong> {
    readers.read(|reader| Ok(verify(reader))).unwrap().map_err(|unsound| match unsound {
        Unsound::Wrong(wrong) => wrong,
        Unsound::Fault(fault) => panic!("{fault}: {}", fault.source),
    })
}

/// A town in which everything that can hold a text holds one.
fn told() -> Town {
    let mut town = town();
    let (alice, bob) = (town.alice, town.bob);
    town.world.pay(alice, &[stranger(STRANGER)], eur(101));
    town.world.request(Request::Admin(Admin::Freeze { member: bob, reason: REASON.to_owned() }));
    let reason = COMPLAINT.to_owned();
    let refund = Admin::Refund { payment: town.paid, amount: Some(eur(100)), reason };
    town.world.request(Request::Admin(refund));
    town.world.request(Request::Admin(Admin::Receive(Receipt {
        bank_id: "B-1".to_owned(),
        amount: eur(500),
        remitter: REMITTER.to_owned(),
        reference: "pour la bergamote".to_owned(),
    })));
    let message = Message {
        to: To::Member(alice),
        network: Network::SQUARE,
        public: false,
        reply_to: None,
        lang: Lang::Fr,
        say: Say::new("sent").text("to", "tangerine"),
        payment: None,
    };
    let to = To::Stranger("wh_1".to_owned());
    let event = Message { to, network: Network::WEBHOOK, ..message.clone() };
    let engine = &mut town.world.engine;
    let now = engine.begin().unwrap();
    engine.set_about(alice, ABOUT).unwrap();
    let secret = SECRET.to_vec();
    for member in [Some(alice), None] {
        engine
            .put_webhook(&Webhook {
                id: format!("wh_{}", u8::from(member.is_some())),
                member,
                url: URL.to_owned(),
                secret: secret.clone(),
                old_secret: Some((secret.clone(), now)),
                created_at: now,
            })
            .unwrap();
    }
    engine
        .create_api_key(&ApiKey {
            id: "key_1".to_owned(),
            secret,
            member: Some(alice),
            scopes: "posts".to_owned(),
            created_at: now,
            label: LABEL.to_owned(),
            expires_at: None,
            revoked_at: None,
            last_used_at: None,
        })
        .unwrap();
    engine.replay(&message).unwrap();
    engine.replay(&event).unwrap();
    let until = now.plus_us(1_000_000);
    let leased = engine.lease(Network::WEBHOOK, now, until, 9).unwrap();
    engine.note_delivery(&leased[0], DeliveryState::Failing, "500").unwrap();
    engine.give_up(leased[0].id, leased[0].fence, "gone").unwrap();
    let square = engine.lease(Network::SQUARE, now, until, 1).unwrap();
    let posted = store::Delivery { leased: &square[0], text: MEMO };
    engine.deliver_to_square(&[posted], now).unwrap();
    engine.commit().unwrap();
    town
}

fn in_utf16(word: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    word.encode_utf16().flat_map(bytes).collect()
}

/// Where a word stands in the files of a folder.
fn find(folder: &Path, word: &str) -> Vec<String> {
    let forms = [
        word.as_bytes().to_vec(),
        in_utf16(word, u16::to_le_bytes),
        in_utf16(word, u16::to_be_bytes),
    ];
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let bytes = fs::read(&file).unwrap();
        for form in &forms {
            if bytes.windows(form.len()).any(|window| window == form) {
                found.push(format!("{word} in {}", file.display()));
            }
        }
    }
    found
}

fn assert_no_word(folder: &Path) {
    let found: Vec<String> = WORDS.iter().flat_map(|word| find(folder, word)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_file_holds_a_word() {
    let town = told();
    let folder = &town.world.folder;
    backup(&folder.0, &folder.0.join("copy.db"), &KeySource::Beside).unwrap();
    let names: Vec<_> =
        fs::read_dir(&folder.0).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(names.iter().any(|name| name == "obole.db-wal"), "{names:?}");
    assert_no_word(&folder.0);
    // What is plain is found, in each kind of file.
    for control in ["chezlea", "vera"] {
        let handles = find(&folder.0, control);
        assert_eq!(
            handles.is_empty(),
            control == "vera",
            "handles of members are plain: {handles:?}"
        );
    }
    assert!(find(&folder.0, "chezlea").iter().any(|found| found.ends_with("copy.db")));
    assert!(find(&folder.0, "chezlea").iter().any(|found| found.ends_with("-wal")));
    // And all of it is read as it was written.
    let read = |town: &Town| {
        town.world.read(|reader| {
            let alice = reader.profile(town.alice)?.unwrap();
            assert_eq!((&*alice.member.name, &*alice.about), ("alice l'Été; \"{x}\"", ABOUT));
            assert_eq!(reader.profile(town.bob)?.unwrap().member.frozen.unwrap().reason, REASON);
            assert_eq!(reader.pin(town.alice)?.unwrap().hash, HASH);
            assert_eq!(&*reader.payment(town.paid)?.unwrap().memo, "@SUM(A1)\nresto; \"midi\"");
            let hooks = reader.webhooks("", 9)?;
            assert_eq!((hooks.len(), &*hooks[1].url, &*hooks[1].secret), (2, URL, SECRET));
            assert_eq!(hooks[1].old_secret.as_ref().unwrap().0, SECRET);
            let key = reader.api_key("key_1")?.unwrap();
            assert_eq!((&*key.label, &*key.secret), (LABEL, SECRET));
            assert!(reader.webhook_deliveries("wh_1", false, None, 9)?[0].message.is_some());
            assert_eq!(reader.conversation(town.alice, None, 9)?[0].text, MEMO);
            let statement = reader.statement(town.alice, Currency::EUR, None, 99)?;
            assert!(statement.last().unwrap().memo.starts_with(REFERENCE));
            assert!(reader.acts(None, 9)?.iter().any(|act| act.detail == REASON));
            assert!(reader.refunds(town.paid)?.iter().any(|refund| refund.reason == COMPLAINT));
            assert_eq!(reader.suspense_open(9)?[0].receipt.remitter, REMITTER);
            Ok(())
        });
    };
    read(&town);
    assert!(verified(&town.world.readers).unwrap().texts > 100);
}

#[test]
fn the_key_is_needed_and_its_loss_is_told() {
    let town = told();
    let (folder, key) = (&town.world.folder.0, town.world.folder.0.join(KEY_FILE));
    let right = town.world.folder.key();
    let mode = std::os::unix::fs::PermissionsExt::mode;
    assert_eq!(mode(&fs::metadata(&key).unwrap().permissions()) & 0o777, 0o600);
    fs::remove_file(&key).unwrap();
    let missing = open_read(folder).unwrap_err();
    assert!(matches!(missing, OpenError::Key(KeyError::Missing { .. })), "{missing}");
    assert!(missing.to_string().contains("Nothing is lost"), "{missing}");
    assert!(open_read_with(folder, &right).is_ok());
    fs::write(&key, "what is this").unwrap();
    let none = open_read(folder).unwrap_err();
    assert!(matches!(none, OpenError::Key(KeyError::NoKey(_))), "{none}");
    let other = KeySource::Given(OperatorKey::new().unwrap());
    let wrong = open_read_with(folder, &other).unwrap_err();
    assert!(matches!(wrong, OpenError::Key(KeyError::Wrong { .. })), "{wrong}");
    drop(town.world.engine);
    drop(town.world.readers);
    let options = Options { key: other, ..Options::default() };
    let wrong = open(folder, options).err().unwrap();
    assert!(matches!(wrong, OpenError::Key(KeyError::Wrong { .. })), "{wrong}");
    let options = Options { key: right, ..Options::default() };
    assert!(verified(&open(folder, options).unwrap().readers).is_ok(), "and nothing was changed");
}

#[test]
fn another_key_takes_the_place_of_the_old_one() {
    let town = told();
    let Town { world, alice, .. } = town;
    let crate::world::World { engine, readers, folder, .. } = world;
    let before = verified(&readers).unwrap();
    let busy = rotate(&folder.0, &KeySource::Beside, None).unwrap_err();
    assert!(matches!(busy, OpenError::Busy { .. }), "{busy}");
    drop((engine, readers));
    let old = folder.key();
    let rotated = rotate(&folder.0, &KeySource::Beside, None).unwrap();
    assert!(rotated.keys >= 5, "{rotated:?}");
    let KeySource::Given(new) = folder.key() else { panic!("a key") };
    assert_eq!(new.fingerprint(), rotated.fingerprint);
    let refused = open_read_with(&folder.0, &old).unwrap_err();
    assert!(matches!(refused, OpenError::Key(KeyError::Wrong { .. })), "{refused}");
    assert_eq!(verified(&open_read(&folder.0).unwrap()).unwrap(), before);
    // Into a place of its own, where the file is not touched.
    let elsewhere = OperatorKey::new().unwrap();
    rotate(&folder.0, &KeySource::Beside, Some(&elsewhere)).unwrap();
    assert_eq!(folder.key(), KeySource::Given(new));
    let readers = open_read_with(&folder.0, &KeySource::Given(elsewhere)).unwrap();
    let alice = readers.read(|reader| reader.profile(alice)).unwrap().unwrap();
    assert_eq!(alice.about, ABOUT);
}

/// The new key's file is there before anything is wrapped by it, so there are two instants at which a change may end.
#[test]
fn a_change_of_keys_that_is_cut_short_leaves_one_that_opens() {
    let town = told();
    let folder = town.world.folder;
    drop((town.world.engine, town.world.readers));
    let (file, coming) = (folder.0.join(KEY_FILE), folder.0.join("obole.key.new"));
    // Before the commit: the new key is of no use yet, and the next change makes another.
    OperatorKey::new().unwrap().write(&coming).unwrap();
    drop(open(&folder.0, Options::default()).unwrap());
    assert!(coming.exists());
    let old = fs::read(&file).unwrap();
    rotate(&folder.0, &KeySource::Beside, None).unwrap();
    assert!(!coming.exists());
    // After the commit: the new key has not got its name.
    fs::rename(&file, &coming).unwrap();
    fs::write(&file, &old).unwrap();
    assert!(verified(&open_read(&folder.0).unwrap()).is_ok());
    assert!(coming.exists(), "who only looks changes nothing");
    drop(open(&folder.0, Options::default()).unwrap());
    assert!(!coming.exists() && fs::read(&file).unwrap() != old);
    // The same, and another change at once.
    fs::rename(&file, &coming).unwrap();
    fs::write(&file, &old).unwrap();
    rotate(&folder.0, &KeySource::Beside, None).unwrap();
    assert!(!coming.exists());
    assert!(verified(&open_read(&folder.0).unwrap()).is_ok());
}

/// A damage to sealed texts, and the table that must be named.
const DAMAGES: [(&str, &str); 9] = [
    (
        "UPDATE payment SET memo = (SELECT p.memo FROM payment p WHERE p.payer = payment.payer
             ORDER BY p.id DESC LIMIT 1)",
        "payment",
    ),
    ("UPDATE member SET about = name WHERE about != ''", "member"),
    ("UPDATE member SET name = 'Mallory'", "member"),
    (
        "UPDATE top_up SET reference = substr(reference, 1, 70) || 'A' || substr(reference, 72)",
        "top_up",
    ),
    ("UPDATE webhook SET secret = old_secret", "webhook"),
    ("UPDATE api_key SET secret = X'00'", "api_key"),
    ("UPDATE post SET id = 'out-99'", "post"),
    ("UPDATE member_key SET wrapped = (SELECT wrapped FROM member_key WHERE number = 2)", "member"),
    ("DELETE FROM member_key WHERE number = 1", "member"),
];

#[test]
fn a_text_is_worth_nothing_in_another_row() {
    let town = told();
    town.world.folder.raw().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    for (sql, table) in DAMAGES {
        let copy = Folder::new();
        copy.take(&town.world.folder);
        assert!(copy.raw().execute(sql, []).unwrap() > 0, "{sql} changed nothing");
        match verified(&open_read(&copy.0).unwrap()) {
            Ok(_) => panic!("{sql}\n  was not found"),
            Err(wrong) => assert_eq!(wrong.table, table, "{sql}: {wrong}"),
        }
    }
}

#[test]
fn a_destroyed_key_takes_the_texts_with_it_and_leaves_the_books() {
    let mut town = told();
    let before = verified(&town.world.readers).unwrap();
    let (alice, paid) = (town.alice, town.paid);
    town.world.engine.begin().unwrap();
    town.world.engine.destroy_key(alice).unwrap();
    town.world.engine.commit().unwrap();
    town.world.rows = domain::rows::Rows::default();
    let look = |town: &Town| {
        town.world.read(|reader| {
            let profile = reader.profile(alice)?.unwrap();
            assert_eq!((&*profile.member.name, &*profile.about), (ERASED, ERASED));
            assert_eq!(&*reader.story(paid)?.unwrap().payment.memo, ERASED);
            assert_eq!(reader.conversation(alice, None, 9)?[0].text, ERASED);
            assert_eq!(reader.pin(alice)?, None);
            assert!(reader.api_key("key_1")?.is_none() && reader.webhooks("", 9)?.len() == 1);
            assert!(!reader.statement(alice, Currency::EUR, None, 99)?.is_empty());
            let mut archive = Vec::new();
            store::export::archive(reader, &profile, &mut archive).unwrap();
            assert!(String::from_utf8(archive).unwrap().contains(ERASED));
            // What others wrote stays.
            assert_eq!(reader.profile(town.bob)?.unwrap().member.frozen.unwrap().reason, REASON);
            Ok(())
        });
    };
    look(&town);
    let after = verified(&town.world.readers).unwrap_or_else(|wrong| panic!("{wrong}"));
    assert_eq!((after.payments, &after.totals), (before.payments, &before.totals));
    // What was decided is answered the same way, and what is written later is not kept either.
    let paid_again = town.world.pay(town.carol, &[Payee::Member(alice)], eur(102));
    assert_eq!(paid_again.len(), 1);
    town.world.engine.begin().unwrap();
    town.world.engine.set_about(alice, ABOUT).unwrap();
    let note = Message {
        to: To::Member(alice),
        network: Network::parse("matrix").unwrap(),
        public: false,
        reply_to: None,
        lang: Lang::Fr,
        say: Say { code: Cow::Borrowed("welcome"), args: Vec::new() },
        payment: None,
    };
    town.world.engine.replay(&note).unwrap();
    town.world.engine.commit().unwrap();
    look(&town);
    let now = town.world.engine.begin().unwrap();
    let leased = town.world.engine.lease(note.network, now, now.plus_us(1), 9).unwrap();
    assert_eq!(leased[0].message, note, "who is erased is still told what happens");
    town.world.engine.commit().unwrap();
    assert!(verified(&town.world.readers).is_ok());
}

/// A database of the last program without keys, with `posts` posts.
fn older(folder: &Folder, posts: u32) {
    let mut conn = folder.raw();
    conn.execute_batch("PRAGMA journal_mode = WAL").unwrap();
    let steps = MIGRATIONS.iter().position(|step| step.name == "0011_keys").unwrap();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    migrate_file(&folder.file(), &MIGRATIONS[..steps], Timestamp(1)).unwrap();
    for step in &MIGRATIONS[..steps] {
        let sample = fs::read_to_string(samples.join(step.name).join("sample.sql")).unwrap();
        conn.execute_batch(&sample).unwrap();
    }
    // Long enough that no sealed text has them by chance.
    conn.execute_batch(
        "UPDATE member SET name = 'Ms ' || name || ' of Delft', about = 'breeds horses';
         UPDATE payment SET memo = 'lunch of dahlias'",
    )
    .unwrap();
    let transaction = conn.transaction().unwrap();
    for number in 0..posts {
        let text = format!("mangosteen {number}");
        let params = rusqlite::params![format!("old-{number}"), text];
        let sql = "INSERT INTO post (id, author, text, at) VALUES
             ($1, X'019BC18D000070008000000000000001', $2, 1)";
        transaction.execute(sql, params).unwrap();
    }
    transaction.commit().unwrap();
}

/// Words of the samples.
const OLD: [&str; 8] = [
    "Ms Alice of Delft",
    "Chez Léa",
    "breeds horses",
    "asked us to",
    "lunch of dahlias",
    "#envoyer 20",
    "$argon2id",
    "mangosteen",
];

fn old_words(folder: &Folder) -> Vec<String> {
    OLD.iter().flat_map(|word| find(&folder.0, word)).collect()
}

fn posts(conn: &Connection) -> (i64, i64) {
    let count = |filter: &str| {
        let sql = format!("SELECT count(*) FROM post WHERE id LIKE 'old-%' AND {filter}");
        conn.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    (count("text LIKE 'mangosteen%'"), count("text NOT LIKE 'mangosteen%'"))
}

#[test]
fn what_an_older_program_wrote_is_sealed_also_when_that_is_cut_short() {
    let folder = Folder::new();
    older(&folder, 5_000);
    let fresh = Folder::new();
    assert_eq!(open(&fresh.0, Options::default()).unwrap().key_made, Some(fresh.0.join(KEY_FILE)));
    assert!(OLD.iter().all(|word| !find(&folder.0, word).is_empty()), "{:?}", old_words(&folder));
    // It fails in the midst of a column, behind its first batch.
    let stop = "CREATE TRIGGER stop BEFORE UPDATE ON post WHEN OLD.id = 'old-3000'
         BEGIN SELECT RAISE(ABORT, 'cut short'); END";
    folder.raw().execute_batch(stop).unwrap();
    assert!(open(&folder.0, Hands::new().options()).is_err());
    let (plain, sealed) = posts(&folder.raw());
    assert!(plain >= 2_000 && sealed >= 1_000, "{plain} are plain, {sealed} are sealed");
    let early = open_read(&folder.0).unwrap_err();
    assert!(matches!(early, OpenError::Key(KeyError::NotSealed)), "{early}");
    folder.raw().execute_batch("DROP TRIGGER stop").unwrap();
    let sqlite = open(&folder.0, Hands::new().options()).unwrap();
    assert_eq!(sqlite.key_made, None, "the first try has made it");
    assert_eq!(posts(&folder.raw()), (0, 5_000));
    assert_eq!(old_words(&folder), Vec::<String>::new());
    let report = verified(&sqlite.readers).unwrap_or_else(|wrong| panic!("{wrong}"));
    assert!(report.texts > 5_010, "{}", report.texts);
    let alice =
        MemberId::from_bytes([0x01, 0x9B, 0xC1, 0x8D, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 1]);
    sqlite
        .readers
        .read(|reader| {
            let profile = reader.profile(alice)?.unwrap();
            assert_eq!(
                (&*profile.member.name, &*profile.about),
                ("Ms Alice of Delft", "breeds horses")
            );
            let key = RequestKey::from_bytes([
                0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD,
                0xEE, 0xFF,
            ]);
            assert!(reader.answer(key)?.is_some());
            let posts = reader.timeline(None, 5)?;
            assert_eq!(posts[0].text, "mangosteen 4999");
            assert_eq!(reader.api_key("key")?.unwrap().secret, [0]);
            Ok(())
        })
        .unwrap();
    // What waited is told.
    assert!(
        !sqlite
            .readers
            .read(|reader| reader.undelivered(Network::SQUARE, 0, 9))
            .unwrap()
            .is_empty()
    );
    drop(sqlite);
    assert!(open(&folder.0, Hands::new().options()).is_ok(), "and it is done once");
}
