//! What payments will need is brought before they ask for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use app::group::{Book, Policies};
use domain::id::MemberId;
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::{Kind, Network};
use domain::money::{Currency, Money};
use domain::port::{Engine, Fault};
use domain::request::{Admin, Envelope, Outcome, Request};
use domain::rows::{Key, Rows};
use domain::time::{DAY_US, Timestamp};
use store::{Database, Options, Writer};
use testkit::histories::{Folder, options};
use testkit::memory::Clock;
use testkit::policy;
use testkit::watched::Eye;
use testkit::world::{Said, digest, key_of, post};

/// Members of the community, each with money.
const MEMBERS: u16 = 30;

fn book<E: Engine>(engine: E) -> Book<E> {
    Book::new(engine, Policies::new(vec![policy::usual()]))
}

fn opened(folder: &Folder, members_kept: usize) -> Database {
    // Noon, when no rule of the night holds.
    let clock = Clock::new(Timestamp(1_900_000_000_000_000 / DAY_US * DAY_US + DAY_US / 2));
    let options = Options { members_kept, ..options(clock) };
    store::open(&folder.0, options).unwrap()
}

fn community(folder: &Folder) {
    let database = opened(folder, 1000);
    let mut book = book(database.engine);
    let mut number = 0_u16;
    let mut decided = |admin: Admin| {
        number += 1;
        let mut random = [0; 32];
        random[12..14].copy_from_slice(&number.to_be_bytes());
        let request = Envelope { key: None, digest: 0, random, request: Request::Admin(admin) };
        assert_eq!(book.decide(vec![request])[0].as_ref().unwrap().outcome, Outcome::Done);
    };
    for index in 0..MEMBERS {
        let handle = format!("m{index}");
        let (kind, name, lang) = (Kind::Person, handle.clone(), Lang::En);
        decided(Admin::AddMember { handle: handle.clone(), name, kind, lang, tier: 2 });
        let found = database.readers.read(|read| read.profile_by_handle(Network::SQUARE, &handle));
        let (member, from) = (found.unwrap().unwrap().member.id, House::Bank);
        let amount = Money::new(10_000, Currency::EUR);
        decided(Admin::Credit { member, amount, from, reference: handle });
    }
}

fn pay<E: Engine>(book: &mut Book<E>, number: u16, from: u16, to: u16) {
    let text = format!("#send 1.00 EUR @m{to}");
    let (id, author) = (format!("post-{number}"), format!("m{from}"));
    let said = Said { id, author, text, direct: true, reply_to: None };
    let mut random = [0; 32];
    random[12..14].copy_from_slice(&(1000 + number).to_be_bytes());
    let key = Some(key_of(&said.id));
    let request = Envelope { key, digest: digest(&said), random, request: post(&said) };
    assert_eq!(book.decide(vec![request])[0].as_ref().unwrap().outcome, Outcome::Done);
}

fn about_members(loads: &[Vec<Key>]) -> Vec<&Key> {
    let member = |key: &&Key| {
        matches!(key, Key::Member(_) | Key::Wallet(..) | Key::Handle(_) | Key::Latest(_))
    };
    loads.iter().flatten().filter(member).collect()
}

#[test]
fn whoever_pays_late_finds_their_rows_in_memory() {
    let folder = Folder::new(9_000_001);
    community(&folder);
    let eye = Eye::default();
    let mut book = book(eye.watch(opened(&folder, 1000).engine));
    for number in 0..10 {
        pay(&mut book, number, number, number + 1);
    }
    assert!(about_members(&eye.loads()).len() >= 5 * usize::from(MEMBERS));
    pay(&mut book, 500, 20, 21);
    assert_eq!(about_members(&eye.loads()), Vec::<&Key>::new());
}

#[test]
fn no_more_is_brought_than_may_stay() {
    let folder = Folder::new(9_000_002);
    community(&folder);
    let eye = Eye::default();
    let mut book = book(eye.watch(opened(&folder, 10).engine));
    for number in 0..10 {
        pay(&mut book, number, number, number + 1);
    }
    let loads = eye.loads();
    let wallets = about_members(&loads).iter().filter(|key| matches!(key, Key::Wallet(..))).count();
    assert!(wallets <= 12, "{wallets} wallets were brought for 10 that may stay");
}

/// An engine that cannot look ahead.
struct Blind {
    engine: Writer,
    looks: Arc<AtomicUsize>,
}

impl Engine for Blind {
    fn upcoming(&mut self, _: MemberId, _: usize) -> Result<(Vec<Key>, Option<MemberId>), Fault> {
        self.looks.fetch_add(1, Ordering::Relaxed);
        Err(Fault::new("look ahead", "a page is damaged"))
    }

    fn begin(&mut self) -> Result<Timestamp, Fault> {
        self.engine.begin()
    }

    fn load(&mut self, keys: &[Key], rows: &mut Rows) -> Result<Timestamp, Fault> {
        self.engine.load(keys, rows)
    }

    fn write(&mut self, rows: &Rows) -> Result<(), Fault> {
        self.engine.write(rows)
    }

    fn commit(&mut self) -> Result<(), Fault> {
        self.engine.commit()
    }

    fn roll_back(&mut self) {
        self.engine.roll_back();
    }
}

#[test]
fn what_cannot_be_brought_beforehand_stops_nobody() {
    let folder = Folder::new(9_000_003);
    community(&folder);
    let looks = Arc::default();
    let engine = Blind { engine: opened(&folder, 1000).engine, looks: Arc::clone(&looks) };
    let mut book = book(engine);
    for number in 0..3 {
        pay(&mut book, number, number, number + 1);
    }
    assert_eq!(looks.load(Ordering::Relaxed), 1);
}
