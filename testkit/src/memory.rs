//! A database in memory that behaves like a real one: transactions, unique keys, faults and crashes.
//!
//! [`Disk`] is what survives; [`Memory`] is the engine on it, and dropping one is the crash: whatever it had not
//! committed is gone. A [`Disk`] can be told to fail at its next step, and, to test the tests, to lie.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::bill::BILLS_MAX;
use domain::port::{Engine, Fault};
use domain::rows::{Found, Key, LINES_MAX, OPEN_MAX, Rows};
use domain::schedule::SCHEDULES_MAX;
use domain::time::Timestamp;

use self::tables::Broken;
pub use self::tables::Tables;

mod tables;

/// A clock that moves only when it is told to.
#[derive(Clone, Debug)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// A clock that shows `now`.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(now.0)))
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }

    /// Makes it show `now`; never earlier than before, as a database's clock.
    pub fn set(&self, now: Timestamp) {
        self.0.fetch_max(now.0, Ordering::Relaxed);
    }

    /// Moves it on.
    pub fn advance(&self, microseconds: i64) {
        self.set(self.now().plus_us(microseconds));
    }
}

/// A step of a transaction that can fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Getting the right to write.
    Begin,
    /// Reading rows.
    Load,
    /// Writing rows; half of them are written when it fails.
    Write,
    /// Making them durable; they are not when it fails.
    Commit,
}

/// A fault to come.
#[derive(Clone, Copy, Debug)]
pub struct Planned {
    /// At which step.
    pub step: Step,
    /// How many times that step still succeeds before.
    pub after: usize,
    /// Whether the fault may pass by itself.
    pub passing: bool,
}

/// A lie, to see that it is found out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lie {
    /// Changed wallets are not written.
    LoseWallets,
    /// Statement lines are not written.
    LoseLines,
    /// Transfers are not written.
    LoseTransfers,
    /// Holds are not written.
    LoseHolds,
    /// Payments are not written.
    LosePayments,
    /// What was decided is forgotten, so that a repeat is decided anew.
    LoseDone,
    /// Messages are not written.
    LoseMessages,
    /// Every transfer is applied twice.
    TransferTwice,
    /// Every message is written twice.
    TellTwice,
    /// A transaction that was rolled back counts all the same.
    KeepRolledBack,
}

impl Lie {
    /// Every lie.
    pub const ALL: [Self; 10] = [
        Self::LoseWallets,
        Self::LoseLines,
        Self::LoseTransfers,
        Self::LoseHolds,
        Self::LosePayments,
        Self::LoseDone,
        Self::LoseMessages,
        Self::TransferTwice,
        Self::TellTwice,
        Self::KeepRolledBack,
    ];
}

#[derive(Default)]
struct State {
    tables: Tables,
    planned: Option<Planned>,
    lie: Option<Lie>,
    commits: u64,
}

/// What was committed. Cloning gives another look at the same disk.
#[derive(Clone)]
pub struct Disk {
    clock: Clock,
    state: Arc<Mutex<State>>,
}

impl Disk {
    /// An empty disk whose engine reads `clock`.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self { clock, state: Arc::default() }
    }

    /// An engine on this disk; only one may be in use at a time.
    #[must_use]
    pub fn engine(&self) -> Memory {
        Memory { disk: self.clone(), pending: None, kept: Tables::default() }
    }

    /// The clock its engines read.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock.clone()
    }

    /// Looks at what was committed.
    pub fn read<T>(&self, look: impl FnOnce(&Tables) -> T) -> T {
        look(&self.state().tables)
    }

    /// Makes a step fail, once.
    pub fn plan(&self, fault: Option<Planned>) {
        self.state().planned = fault;
    }

    /// Makes the disk lie from now on.
    pub fn lie(&self, lie: Lie) {
        self.state().lie = Some(lie);
    }

    /// How many transactions were committed.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.state().commits
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pass(&self, step: Step) -> Result<(), Fault> {
        let mut state = self.state();
        match state.planned {
            Some(planned) if planned.step == step && planned.after == 0 => {
                state.planned = None;
                let fault = if planned.passing { Fault::passing } else { Fault::new };
                Err(fault("use the disk", format!("planned at {step:?}")))
            }
            Some(planned) if planned.step == step => {
                state.planned = Some(Planned { after: planned.after - 1, ..planned });
                Ok(())
            }
            Some(_) | None => Ok(()),
        }
    }
}

/// The engine on a [`Disk`].
pub struct Memory {
    disk: Disk,
    pending: Option<Tables>,
    /// What [`Lie::KeepRolledBack`] kept.
    kept: Tables,
}

impl Memory {
    fn find(tables: &Tables, key: &Key, now: Timestamp) -> Found {
        match key {
            Key::Done(key) => Found::Done(tables.done.get(key).cloned()),
            Key::Handle(key) => Found::Handle(tables.handle(key).cloned()),
            Key::Member(id) => Found::Member(tables.members.get(id).cloned()),
            Key::Pin(id) => Found::Pin(tables.pins.get(id).cloned().flatten()),
            Key::Passkeys(id) => Found::Passkeys(tables.passkeys_of(*id)),
            Key::Challenge(bytes) => {
                Found::Challenge(tables.challenges.get(bytes).copied().flatten())
            }
            Key::Wallet(id, currency) => {
                Found::Wallet(tables.wallets.get(&(*id, *currency)).cloned())
            }
            Key::Latest(id) => Found::Latest(tables.latest(*id, now)),
            Key::Open(id) => Found::Open(tables.open(*id, OPEN_MAX)),
            Key::Payment(id) => Found::Payment(tables.payments.get(id).cloned()),
            Key::Hold(id) => Found::Hold(tables.holds.get(id).cloned()),
            Key::Claim(hash) => Found::Claim(tables.claims.get(hash).copied()),
            Key::Bill(id) => Found::Bill(tables.bills.get(id).cloned()),
            Key::Bills(list) => Found::Bills(tables.bill_list(*list, BILLS_MAX)),
            Key::Block(member, other) => {
                Found::Block(tables.blocks.get(&(*member, *other)).copied().flatten())
            }
            Key::Schedule(id) => Found::Schedule(tables.schedules.get(id).cloned()),
            Key::Schedules(payer) => Found::Schedules(tables.schedules_open(*payer, SCHEDULES_MAX)),
            Key::Suspense(id) => Found::Suspense(tables.suspense.get(id).cloned()),
            Key::Lines(id, currency) => {
                Found::Lines(tables.latest_lines(*id, *currency, LINES_MAX))
            }
            Key::RefundAsks(payer, payee) => {
                Found::RefundAsks(tables.refund_asks.get(&(*payer, *payee)).copied())
            }
        }
    }
}

impl Engine for Memory {
    fn begin(&mut self) -> Result<Timestamp, Fault> {
        assert!(self.pending.is_none(), "a transaction is begun once");
        self.disk.pass(Step::Begin)?;
        self.pending = Some(Tables::default());
        Ok(self.disk.clock.now())
    }

    fn load(&mut self, keys: &[Key], rows: &mut Rows) -> Result<Timestamp, Fault> {
        self.disk.pass(Step::Load)?;
        assert!(self.pending.is_some(), "rows are loaded in a transaction");
        let now = self.disk.clock.now();
        let state = self.disk.state();
        for key in keys {
            rows.load(key.clone(), Self::find(&state.tables, key, now));
        }
        Ok(now)
    }

    fn write(&mut self, rows: &Rows) -> Result<(), Fault> {
        let lie = self.disk.state().lie;
        let pending = self.pending.as_mut().expect("rows are written in a transaction");
        let wrong = |Broken(what)| Fault::new("write", what);
        pending.take(rows, lie).map_err(wrong)?;
        self.disk.pass(Step::Write)?;
        let state = self.disk.state();
        pending.fits(&state.tables).map_err(wrong)
    }

    fn commit(&mut self) -> Result<(), Fault> {
        self.disk.pass(Step::Commit)?;
        let pending = self.pending.take().expect("what is committed was begun");
        let mut state = self.disk.state();
        state.tables.merge(std::mem::take(&mut self.kept));
        state.tables.merge(pending);
        state.commits += 1;
        Ok(())
    }

    fn roll_back(&mut self) {
        let pending = self.pending.take();
        if self.disk.state().lie == Some(Lie::KeepRolledBack)
            && let Some(pending) = pending
        {
            self.kept.merge(pending);
        }
    }
}
