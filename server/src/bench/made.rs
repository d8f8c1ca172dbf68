//! The databases that are measured: made anew, or kept from one measurement to the next where making takes long.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::group::{Book, Policies};
use domain::id::MemberId;
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::{Kind, Network};
use domain::money::{Currency, Money};
use domain::port::Engine;
use domain::request::{Admin, Envelope, Request};
use domain::time::{DAY_US, Timestamp};
use store::ceiling::Plain;
use store::{KeySource, OperatorKey, Reader, Readers, Server, Writer};

use super::world::{CENTS_EACH, Dice, handle, payment_between, policy};
use crate::target::told;

/// Requests in one transaction while a database is made.
const GROUP: usize = 5000;

/// The page cache while a database is made, in KiB: commits are few then, so a large one pays.
const CACHE_KIB: u32 = 1024 * 1024;

/// How long before its measurement a database begins; its payments are spread evenly over that time.
const SPAN_US: i64 = 365 * DAY_US;

/// Members who pay each other in one group of payments.
const NEAR: usize = 20_000;

/// In a folder that is kept: what its database holds.
const NOTE: &str = "world.txt";

/// How large a database is.
#[derive(Clone, Debug)]
pub(super) struct Size {
    /// Members, each with money.
    pub(super) members: usize,
    /// Payments among them, all told.
    pub(super) transfers: usize,
    /// Where it is kept; without it, it is gone when the measurement ends.
    pub(super) kept: Option<PathBuf>,
}

impl Size {
    fn note(&self) -> String {
        format!("{} members, {} payments\n", self.members, self.transfers)
    }
}

/// A database as a service leaves it: made, or taken from where it was kept.
pub(super) fn database(size: &Size) -> Result<Folder, String> {
    let Some(path) = &size.kept else {
        let folder = Folder::make()?;
        fill(&folder.path, size)?;
        return Ok(folder);
    };
    let folder = Folder { path: path.clone(), kept: true };
    match std::fs::read_to_string(path.join(NOTE)) {
        Ok(note) if note == size.note() => Ok(folder),
        Ok(note) => Err(format!("{} has {}", path.display(), note.trim_end())),
        Err(_) if path.exists() => Err(format!("{} is there and no such world", path.display())),
        Err(_) => {
            std::fs::create_dir_all(path).map_err(|error| error.to_string())?;
            fill(path, size)?;
            std::fs::write(path.join(NOTE), size.note()).map_err(|error| error.to_string())?;
            Ok(folder)
        }
    }
}

/// A node: what writes, and what reads beside it.
pub(super) type Node = (Book<Writer>, Readers);

/// Nodes on a server's database with the members it should have; those are made where there are none.
pub(super) fn nodes(url: &str, size: &Size, count: u32) -> Result<Vec<Node>, String> {
    let folder = Folder::make()?;
    let open = |_| {
        // Nothing in a database that may be spoiled is a secret, and the next measurement must read it.
        let key = OperatorKey::parse(&"0".repeat(64)).map_or(KeySource::Beside, KeySource::Given);
        let opened =
            store::connect(url, &folder.path, store::Options { key, ..store::Options::default() });
        let opened = opened.map_err(|error| told(&error))?;
        Ok((Book::new(opened.engine, Policies::new(vec![policy()])), opened.readers))
    };
    let mut nodes = (0..count).map(open).collect::<Result<Vec<Node>, String>>()?;
    if let Some((book, readers)) = nodes.first_mut()
        && member(readers, size.members - 1).is_err()
    {
        seed(book, size.members)?;
    }
    let plain = Plain::open(&Server::from(url), 1).map_err(|fault| told(&fault))?;
    plain.forget_messages().map_err(|fault| told(&fault))?;
    Ok(nodes)
}

fn fill(path: &Path, size: &Size) -> Result<(), String> {
    let (now, at) = (store::system_clock()(), Arc::new(AtomicI64::new(0)));
    let clock = Arc::clone(&at);
    let options = store::Options {
        clock: Some(Box::new(move || Timestamp(clock.load(Ordering::Relaxed)))),
        cache_kib: CACHE_KIB,
        ..store::Options::default()
    };
    let turn_to = |left: usize| {
        let share = SPAN_US / i64::try_from(size.transfers.max(1)).unwrap_or(i64::MAX);
        let ago = share.saturating_mul(i64::try_from(left).unwrap_or(i64::MAX));
        at.store(now.plus_us(-ago).0, Ordering::Relaxed);
    };
    turn_to(size.transfers);
    let opened = store::open(path, options).map_err(|error| told(&error))?;
    let readers = opened.readers;
    let mut book = Book::new(opened.engine, Policies::new(vec![policy()]));
    seed(&mut book, size.members)?;
    forget_messages(&mut book, &readers)?;
    let mut dice = Dice::new(11);
    let mut left = size.transfers;
    while left > 0 {
        turn_to(left);
        let count = left.min(GROUP);
        // Neighbours pay each other, all through the members: what a group touches lies together, so making is fast.
        let first = size.members * (size.transfers - left) / size.transfers;
        let near = size.members.min(NEAR);
        let mut pay = || {
            let from = dice.below(near);
            let to = (from + 1 + dice.below(near - 1)) % near;
            let at = |index| (first + index) % size.members;
            payment_between(&mut dice, at(from), at(to))
        };
        let group = (0..count).map(|_| pay()).collect();
        if let Some(unable) = book.decide(group).into_iter().find_map(Result::err) {
            return Err(format!("a payment was not decided: {unable:?}"));
        }
        forget_messages(&mut book, &readers)?;
        left -= count;
    }
    Ok(())
}

/// What was told long ago is in the outbox no more.
fn forget_messages(book: &mut Book<Writer>, readers: &Readers) -> Result<(), String> {
    let mut forget = || {
        loop {
            let told = readers.read(|read| read.undelivered(Network::SQUARE, 0, GROUP))?;
            if told.is_empty() {
                return Ok(());
            }
            let engine = book.engine();
            engine.begin()?;
            let told: Vec<(i64, i64)> = told.iter().map(|told| (told.id, told.fence)).collect();
            engine.delivered(&told)?;
            engine.commit()?;
        }
    };
    forget().map_err(|fault: domain::port::Fault| told(&fault))
}

/// Adds members and their money, straight on the book.
fn seed(book: &mut Book<Writer>, members: usize) -> Result<(), String> {
    let mut dice = Dice::new(7);
    let indexes: Vec<usize> = (0..members).collect();
    for part in indexes.chunks(GROUP) {
        let group: Vec<Envelope> = part.iter().map(|index| admin(&mut dice, add(*index))).collect();
        let added = book.decide(group);
        let mut credits = Vec::with_capacity(part.len());
        for answer in added {
            let answer = answer.map_err(|unable| format!("{unable:?}"))?;
            let Some(domain::request::To::Member(member)) =
                answer.messages.first().map(|message| message.to.clone())
            else {
                return Err(format!("a member was not added: {:?}", answer.outcome));
            };
            let amount = Money::new(CENTS_EACH, Currency::EUR);
            credits.push(admin(
                &mut dice,
                Admin::Credit { member, amount, from: House::Bank, reference: String::new() },
            ));
        }
        book.decide(credits);
    }
    Ok(())
}

fn add(index: usize) -> Admin {
    Admin::AddMember {
        handle: handle(index),
        name: handle(index),
        kind: Kind::Person,
        lang: Lang::Fr,
        tier: 2,
    }
}

pub(super) fn admin(dice: &mut Dice, admin: Admin) -> Envelope {
    Envelope { key: None, digest: 0, random: dice.bytes(), request: Request::Admin(admin) }
}

/// Who the `index`-th member is.
pub(super) fn member(readers: &Readers, index: usize) -> Result<MemberId, String> {
    let found = |read: &Reader| read.profile_by_handle(Network::SQUARE, &handle(index));
    match readers.read(found) {
        Ok(Some(profile)) => Ok(profile.member.id),
        Ok(None) => Err(format!("{} is not there", handle(index))),
        Err(fault) => Err(told(&fault)),
    }
}

/// The folder of a database. It is gone when the measurement ends, unless it is kept.
pub(super) struct Folder {
    pub(super) path: PathBuf,
    kept: bool,
}

impl Folder {
    /// A new folder where this process stands: the temporary folder may be in memory, where a sync costs nothing.
    pub(super) fn make() -> Result<Self, String> {
        let path = PathBuf::from(format!("obole-bench-{}", crate::target::new_id()));
        std::fs::create_dir_all(&path)
            .map_err(|error| format!("{} cannot be made: {error}", path.display()))?;
        Ok(Self { path, kept: false })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.kept {
            drop(std::fs::remove_dir_all(&self.path));
        }
    }
}
