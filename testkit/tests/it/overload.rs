//! More requests than the desk can hold: the rest is refused at once, and nothing that was taken is lost.

use std::sync::mpsc::{Receiver, Sender, channel};

use app::desk::Desk;
use app::group::{Book, Policies, Unable};
use domain::lang::Lang;
use domain::member::Kind;
use domain::port::{Engine, Fault};
use domain::request::{Admin, Envelope, Outcome, Request};
use domain::rows::{Key, Rows};
use domain::time::Timestamp;
use testkit::memory::{Clock, Disk, Memory};
use testkit::policy;

/// Requests handed in at once: more than wait in the queue and go into one group together.
const REQUESTS: u32 = 6_000;

/// An engine that begins no group until it is let.
struct Gated {
    memory: Memory,
    gate: Receiver<()>,
}

impl Engine for Gated {
    fn begin(&mut self) -> Result<Timestamp, Fault> {
        // Once the gate is gone it stays open.
        let _ = self.gate.recv();
        self.memory.begin()
    }

    fn load(&mut self, keys: &[Key], rows: &mut Rows) -> Result<Timestamp, Fault> {
        self.memory.load(keys, rows)
    }

    fn write(&mut self, rows: &Rows) -> Result<(), Fault> {
        self.memory.write(rows)
    }

    fn commit(&mut self) -> Result<(), Fault> {
        self.memory.commit()
    }

    fn roll_back(&mut self) {
        self.memory.roll_back();
    }
}

fn arrival(number: u32) -> Envelope {
    let mut random = [0; 32];
    random[..4].copy_from_slice(&number.to_be_bytes());
    random[12..16].copy_from_slice(&number.to_be_bytes());
    let handle = format!("member{number}");
    let name = handle.clone();
    let add = Admin::AddMember { handle, name, kind: Kind::Person, lang: Lang::Fr, tier: 0 };
    Envelope { key: None, digest: 0, random, request: Request::Admin(add) }
}

#[test]
fn a_full_desk_refuses_at_once_and_loses_nothing_it_took() {
    let disk = Disk::new(Clock::new(Timestamp(1_800_000_000_000_000)));
    let (gate, gated): (Sender<()>, _) = channel();
    let engine = Gated { memory: disk.engine(), gate: gated };
    let (desk, thread) = Desk::open(Book::new(engine, Policies::new(vec![policy::usual()])));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (done, overloaded) = runtime.block_on(async {
        let tasks: Vec<_> = (0..REQUESTS)
            .map(|number| {
                let desk = desk.clone();
                tokio::spawn(async move { desk.decide(arrival(number)).await })
            })
            .collect();
        // Every task has handed its request in, or been refused, before the gate opens; the runtime comes back here
        // after a few of them.
        for _ in 0..REQUESTS {
            tokio::task::yield_now().await;
        }
        assert!(desk.is_full(), "it takes nothing more, and a proxy is told so");
        drop(gate);
        let (mut done, mut overloaded) = (0, 0);
        for task in tasks {
            match task.await.unwrap() {
                Ok(answer) => done += usize::from(answer.outcome == Outcome::Done),
                Err(unable) => overloaded += usize::from(unable == Unable::Overloaded),
            }
        }
        assert!(!desk.is_full());
        desk.close().await;
        (done, overloaded)
    });
    thread.join().unwrap();
    assert!(overloaded > 0 && done > 0);
    assert_eq!(
        done + overloaded,
        usize::try_from(REQUESTS).unwrap(),
        "each was decided or refused"
    );
    assert_eq!(disk.read(|tables| tables.members.len()), done, "what was taken is there");
}
