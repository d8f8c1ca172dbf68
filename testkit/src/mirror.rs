//! A real engine beside the one in memory: the same transactions on both, and every row the real one loads is
//! compared with the row in memory. What reads a [`Disk`](crate::memory::Disk), and what makes one fail, works on any
//! engine that way.

use domain::id::MemberId;
use domain::port::{Engine, Fault};
use domain::request::{Answer, Outcome};
use domain::rows::{Draft, Key, Rows, Stop};
use domain::time::Timestamp;

use crate::memory::Memory;

/// A real engine and its mirror.
pub struct Mirrored<E> {
    engine: E,
    memory: Memory,
}

impl<E: Engine> Mirrored<E> {
    /// Mirrors `engine` in `memory`; both have the same rows and read the same clock.
    pub fn new(engine: E, memory: Memory) -> Self {
        Self { engine, memory }
    }
}

impl<E: Engine> Engine for Mirrored<E> {
    fn rows_kept_max(&self) -> usize {
        self.engine.rows_kept_max()
    }

    fn upcoming(
        &mut self,
        after: MemberId,
        count: usize,
    ) -> Result<(Vec<Key>, Option<MemberId>), Fault> {
        self.engine.upcoming(after, count)
    }

    fn begin(&mut self) -> Result<Timestamp, Fault> {
        let now = self.memory.begin()?;
        assert_eq!(self.engine.begin()?, now, "both read the same clock");
        Ok(now)
    }

    fn load(&mut self, keys: &[Key], rows: &mut Rows) -> Result<Timestamp, Fault> {
        let (mut expected, mut found) = (Rows::default(), Rows::default());
        self.memory.load(keys, &mut expected)?;
        self.engine.load(keys, &mut found)?;
        for key in keys {
            assert_eq!(row(&mut found, key), row(&mut expected, key), "{key:?}");
        }
        self.engine.load(keys, rows)
    }

    fn write(&mut self, rows: &Rows) -> Result<(), Fault> {
        // The one that fails on purpose comes last, so that the other has something to undo.
        self.engine.write(rows)?;
        self.memory.write(rows)
    }

    fn commit(&mut self) -> Result<(), Fault> {
        // The one that fails on purpose comes first, so that none commits alone.
        self.memory.commit()?;
        self.engine.commit()
    }

    fn roll_back(&mut self) {
        self.engine.roll_back();
        self.memory.roll_back();
    }
}

/// A row as the rules would see it.
fn row(rows: &mut Rows, key: &Key) -> Result<String, Stop> {
    let draft = Draft::new(rows);
    Ok(match key {
        Key::Done(key) => {
            let done = draft.done(*key)?;
            format!("{:?}", done.map(|done| (done.digest, done.at, by_code(&done.answer))))
        }
        Key::Handle(key) => format!("{:?}", draft.handle(key)?),
        Key::Member(id) => format!("{:?}", draft.member(*id)?),
        Key::Pin(id) => format!("{:?}", draft.pin(*id)?),
        Key::Passkeys(id) => format!("{:?}", draft.passkeys(*id)?),
        Key::Challenge(bytes) => format!("{:?}", draft.challenge(*bytes)?),
        Key::Wallet(id, currency) => format!("{:?}", draft.wallet(*id, *currency)?),
        Key::Latest(id) => format!("{:?}", draft.latest(*id)?),
        Key::Open(id) => match draft.open(*id) {
            // The list is there; the rows it names are loaded by their own keys.
            Err(Stop::More(keys)) if !keys.contains(key) => format!("{keys:?}"),
            open => format!("{:?}", open?),
        },
        Key::Payment(id) => format!("{:?}", draft.payment(*id)?),
        Key::Hold(id) => format!("{:?}", draft.hold(*id)?),
        Key::Claim(hash) => format!("{:?}", draft.claim(*hash)?),
        Key::Bill(id) => format!("{:?}", draft.bill(*id)?),
        Key::Bills(list) => format!("{:?}", draft.bills(*list)?),
        Key::Block(member, other) => format!("{:?}", draft.block(*member, *other)?),
        Key::Schedule(id) => format!("{:?}", draft.schedule(*id)?),
        Key::Schedules(payer) => format!("{:?}", draft.schedules(*payer)?),
        Key::Suspense(id) => format!("{:?}", draft.suspense(*id)?),
        Key::Lines(id, currency) => format!("{:?}", draft.lines(*id, *currency)?),
        Key::RefundAsks(payer, payee) => format!("{:?}", draft.refund_asks(*payer, *payee)?),
    })
}

/// An answer as engines keep it: a refusal by its code.
#[must_use]
pub fn by_code(answer: &Answer) -> Answer {
    let outcome = match &answer.outcome {
        Outcome::Refused(refusal) => Outcome::RefusedBefore(refusal.code().to_owned()),
        other => other.clone(),
    };
    Answer { outcome, ..answer.clone() }
}
