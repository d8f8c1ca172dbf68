//! Seals: which transfers are not sealed yet, sealing them, and finding a transfer's seal.
//!
//! A seal's transfers are a stretch of the table's key, less late ones, and the late ones that name it; so payments
//! are written without a thought for seals. Two things make that right: the writer's clock never goes back, not even
//! over a restart, and [`note_late`] notes whatever is transferred after the millisecond in which its cause was named.

use domain::id::PaymentId;
use domain::ledger::Transfer;
use domain::merkle::{self, Hash, Tree};
use domain::port::Fault;
use domain::rows::Rows;
use domain::seal::{Seal, TransferId, leaf};
use domain::time::Timestamp;

use crate::column::{at, count, id};
use crate::engine::Writer;
use crate::fault::Doing;
use crate::ledger::read_transfer;
use crate::readers::Reader;
use crate::sql::{self, Connection, OptionalExtension, Param, Row, params};

/// Transfers that one seal may have. Their hashes are made on a reader; the writer adds one row.
pub const SEAL_ENTRIES_MAX: usize = 16_384;

pub(crate) const NOTE_LATE: &str = "INSERT INTO late_transfer (cause, number) VALUES ($1, $2)";

pub(crate) const INSERT: &str = "INSERT INTO seal (number, previous, root, entries,
         first_cause, first_number, last_cause, last_number, mark_cause, mark_number,
         until, at, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

// Those that a stretch takes are no longer late; the others name their seal.
pub(crate) const TAKE: &str =
    "DELETE FROM late_transfer WHERE cause = $1 AND number = $2 AND seal IS NULL";

pub(crate) const TAKE_LATE: &str =
    "UPDATE late_transfer SET seal = $1 WHERE cause = $2 AND number = $3 AND seal IS NULL";

// The clock must not go back behind a mark after a restart.
const KEEP_CLOCK: &str = "UPDATE engine SET last_at = $1 WHERE one = 1 AND last_at < $1";

macro_rules! seals {
    ($filter:literal) => {
        concat!(
            "SELECT number, previous, root, entries, first_cause, first_number, last_cause,
                 last_number, until, at, mark_cause, mark_number, hash
             FROM seal ",
            $filter
        )
    };
}

const LAST: &str = seals!("WHERE number > 0 ORDER BY number DESC LIMIT 1");

const AFTER: &str = seals!("WHERE number > $1 ORDER BY number LIMIT $2");

const BY_NUMBER: &str = seals!("WHERE number = $1");

pub(crate) const BY_MARK: &str = "SELECT number FROM seal
     WHERE (mark_cause, mark_number) >= ($1, $2) ORDER BY mark_cause, mark_number, number LIMIT 1";

const LATE: &str = "SELECT seal FROM late_transfer WHERE cause = $1 AND number = $2";

const ANY_AFTER: &str = "SELECT 1 FROM transfer WHERE (cause, number) > ($1, $2) LIMIT 1";

pub(crate) const ANY_LATE: &str = "SELECT 1 FROM late_transfer WHERE seal IS NULL LIMIT 1";

pub(crate) const UNSEALED_LATE: &str =
    "SELECT t.cause, t.number, t.kind, t.debit, t.credit, t.amount,
         t.currency, t.at
     FROM late_transfer l CROSS JOIN transfer t ON t.cause = l.cause AND t.number = l.number
     WHERE l.seal IS NULL AND (l.cause, l.number) <= ($1, $2)
     ORDER BY l.cause, l.number LIMIT $3";

const UNSEALED: &str = "SELECT t.cause, t.number, t.kind, t.debit, t.credit, t.amount,
         t.currency, t.at, l.cause IS NOT NULL
     FROM transfer t
         LEFT JOIN late_transfer l ON l.cause = t.cause AND l.number = t.number
     WHERE (t.cause, t.number) > ($1, $2) AND t.cause < $3
     ORDER BY t.cause, t.number LIMIT $4";

const OF_CAUSE: &str = "SELECT cause, number, kind, debit, credit, amount, currency, at
     FROM transfer WHERE cause = $1 ORDER BY number";

/// A seal's own late transfers, in order.
pub(crate) const SEALED_LATE: &str = "SELECT t.cause, t.number, t.kind, t.debit, t.credit,
         t.amount, t.currency, t.at
     FROM late_transfer l CROSS JOIN transfer t ON t.cause = l.cause AND t.number = l.number
     WHERE l.seal = $1 ORDER BY l.cause, l.number";

/// A seal's stretch, in order; it comes after all its late ones.
pub(crate) const STRETCH: &str = "SELECT t.cause, t.number, t.kind, t.debit, t.credit, t.amount,
         t.currency, t.at
     FROM transfer t
     WHERE (t.cause, t.number) > ($1, $2) AND (t.cause, t.number) <= ($3, $4)
         AND NOT EXISTS (SELECT 1 FROM late_transfer l
             WHERE l.cause = t.cause AND l.number = t.number)
     ORDER BY t.cause, t.number";

/// A seal as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptSeal {
    /// The seal.
    pub seal: Seal,
    /// The last transfer of its stretch.
    pub mark: TransferId,
    /// Its hash as it was kept; `verify` compares it.
    pub hash: Hash,
}

/// Transfers for the next seal, hashed. What was decided is left to the writer: whether it still is the next.
#[derive(Clone, Debug)]
pub struct Batch {
    number: u64,
    previous: Hash,
    mark: TransferId,
    tree: Tree,
    first: TransferId,
    last: TransferId,
    until: Timestamp,
    /// Late ones from before the stretch.
    late: Vec<TransferId>,
    /// Late ones that the stretch takes with it.
    taken: Vec<TransferId>,
    /// Whether more is left for a further seal.
    pub more: bool,
}

/// A sealed transfer, and what proves it to somebody who knows its seal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sealed {
    /// The transfer.
    pub transfer: Transfer,
    /// The number of its seal.
    pub seal: u64,
    /// Its place in the seal, from 0.
    pub index: u64,
    /// The hashes beside its way up to the seal's root.
    pub path: Vec<Hash>,
}

/// Notes what a group transfers for causes that were named before this millisecond.
pub(crate) fn note_late(conn: &Connection, rows: &Rows, now: Timestamp) -> sql::Result<()> {
    let named_now = named_from(now);
    let transfers = rows.unwritten().transfers.iter();
    let late: Vec<_> = transfers.filter(|transfer| transfer.cause < named_now).collect();
    if late.is_empty() {
        return Ok(());
    }
    conn.run_each(NOTE_LATE, |note| {
        late.iter().try_for_each(|late| note(params![late.cause.bytes(), late.number]))
    })
}

/// The smallest id that can be given in the millisecond of `now` or later.
fn named_from(now: Timestamp) -> PaymentId {
    let millis = u128::from(u64::try_from(now.0.div_euclid(1_000)).unwrap_or(0));
    PaymentId(millis << 80)
}

/// The beginning of that millisecond.
const fn millisecond(now: Timestamp) -> Timestamp {
    Timestamp(now.0.saturating_sub(now.0.rem_euclid(1_000)))
}

/// A key as two parameters; before the first seal, one that is before every transfer's.
pub(crate) fn key(id: Option<TransferId>) -> ([u8; 16], i64) {
    id.map_or(([0; 16], -1), |id| (id.cause.bytes(), i64::from(id.number)))
}

fn transfer_id(row: &Row<'_>, index: usize) -> sql::Result<TransferId> {
    Ok(TransferId {
        cause: id(row, index, PaymentId::from_bytes)?,
        number: row.get(index.saturating_add(1))?,
    })
}

fn unsigned(row: &Row<'_>, index: usize) -> sql::Result<u64> {
    let number: i64 = row.get(index)?;
    u64::try_from(number).map_err(|_| crate::column::unknown(index, &number.to_string()))
}

pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Reads thirteen columns as a seal.
pub(crate) fn read(row: &Row<'_>) -> sql::Result<KeptSeal> {
    Ok(KeptSeal {
        seal: Seal {
            number: unsigned(row, 0)?,
            previous: row.get(1)?,
            root: row.get(2)?,
            count: unsigned(row, 3)?,
            first: transfer_id(row, 4)?,
            last: transfer_id(row, 6)?,
            until: at(row, 8)?,
            at: at(row, 9)?,
        },
        mark: transfer_id(row, 10)?,
        hash: row.get(12)?,
    })
}

impl Writer {
    /// Adds the next seal and gives it; `None`, and nothing is written, if another has been added since the batch was
    /// read.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn add_seal(&mut self, batch: &Batch) -> Result<Option<Seal>, Fault> {
        self.try_add_seal(batch).doing("add a seal")
    }

    fn try_add_seal(&self, batch: &Batch) -> sql::Result<Option<Seal>> {
        let last = self.conn().query_row(LAST, [], read).optional()?;
        let (number, previous) = last.map_or((0, [0; 32]), |last| (last.seal.number, last.hash));
        if batch.number.checked_sub(1) != Some(number) || batch.previous != previous {
            return Ok(None);
        }
        let seal = Seal {
            number: batch.number,
            previous,
            root: batch.tree.root(),
            count: batch.tree.count(),
            first: batch.first,
            last: batch.last,
            until: batch.until,
            at: self.now(),
        };
        let ((first, first_number), (last, last_number)) =
            (key(Some(seal.first)), key(Some(seal.last)));
        let (mark, mark_number) = key(Some(batch.mark));
        let params = params![
            signed(seal.number),
            seal.previous,
            seal.root,
            signed(seal.count),
            first,
            first_number,
            last,
            last_number,
            mark,
            mark_number,
            seal.until.0,
            seal.at.0,
            seal.hash(),
        ];
        self.run(INSERT, params)?;
        for taken in &batch.taken {
            self.run(TAKE, params![taken.cause.bytes(), taken.number])?;
        }
        for late in &batch.late {
            self.run(TAKE_LATE, params![signed(seal.number), late.cause.bytes(), late.number])?;
        }
        self.run(KEEP_CLOCK, [seal.at.0])?;
        Ok(Some(seal))
    }
}

impl Reader {
    /// The latest seal.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn last_seal(&self) -> Result<Option<KeptSeal>, Fault> {
        self.maybe(LAST, [], read).doing("find the last seal")
    }

    /// Seals in their order, after number `after`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn seals(&self, after: u64, limit: usize) -> Result<Vec<KeptSeal>, Fault> {
        self.list(AFTER, params![signed(after), count(limit)], read).doing("list seals")
    }

    /// A seal.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn seal(&self, number: u64) -> Result<Option<KeptSeal>, Fault> {
        self.maybe(BY_NUMBER, [signed(number)], read).doing("find a seal")
    }

    /// Whether there is a transfer that no seal covers.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn unsealed(&self) -> Result<bool, Fault> {
        let (cause, number) = key(self.last_seal()?.map(|last| last.mark));
        let after = self.maybe(ANY_AFTER, params![cause, number], |_| Ok(()));
        let late = self.maybe(ANY_LATE, [], |_| Ok(()));
        Ok(after.doing("look for what is not sealed")?.is_some()
            || late.doing("look for what is not sealed")?.is_some())
    }

    /// Transfers for the next seal, [`SEAL_ENTRIES_MAX`] at most; `None` if there are none.
    ///
    /// `now` is an instant that the writer has given for a group that is committed by the time of this snapshot:
    /// whatever comes later is named in its millisecond or later, or noted as late.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn batch(&self, now: Timestamp) -> Result<Option<Batch>, Fault> {
        self.batch_of(now, SEAL_ENTRIES_MAX)
    }

    /// The same with another limit, for tests.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn batch_of(&self, now: Timestamp, entries_max: usize) -> Result<Option<Batch>, Fault> {
        let last = self.last_seal()?;
        let (cause, number) = key(last.as_ref().map(|last| last.mark));
        let late = self
            .list(UNSEALED_LATE, params![cause, number, count(entries_max)], read_transfer)
            .doing("read late transfers")?;
        let room = entries_max.saturating_sub(late.len());
        let params = params![cause, number, named_from(now).bytes(), count(room)];
        let stretch = self
            .list(UNSEALED, params, |row| Ok((read_transfer(row)?, row.get(8)?)))
            .doing("read transfers to seal")?;
        let whole = stretch.len() < room;
        Ok(batch(last, &late, &stretch, whole.then_some(millisecond(now))))
    }

    /// The seal that covers a transfer; `None` if none does yet.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn seal_of(&self, transfer: TransferId) -> Result<Option<u64>, Fault> {
        let (cause, number) = key(Some(transfer));
        let late = self
            .maybe(LATE, params![cause, number], |row| row.get::<Option<i64>>(0))
            .doing("find a transfer's seal")?;
        let found = match late {
            Some(seal) => seal,
            None => self
                .maybe(BY_MARK, params![cause, number], |row| row.get(0))
                .doing("find a transfer's seal")?,
        };
        Ok(found.and_then(|number| u64::try_from(number).ok()))
    }

    /// The transfers of a payment or top-up, each with its proof; `None` in the place of one that is not sealed yet.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn sealed(&self, cause: PaymentId) -> Result<Vec<(Transfer, Option<Sealed>)>, Fault> {
        let transfers = self
            .list(OF_CAUSE, [cause.bytes()], read_transfer)
            .doing("read a payment's transfers")?;
        let mut known: Option<(u64, Vec<TransferId>, Vec<Hash>)> = None;
        let mut found = Vec::with_capacity(transfers.len());
        for transfer in transfers {
            let id = TransferId::of(&transfer);
            let Some(number) = self.seal_of(id)? else {
                found.push((transfer, None));
                continue;
            };
            let (_, ids, leaves) = match known.take().filter(|known| known.0 == number) {
                Some(same) => known.insert(same),
                None => known.insert(self.leaves(number)?),
            };
            let place = ids.binary_search(&id).ok();
            let sealed = place.and_then(|place| {
                Some(Sealed {
                    transfer: transfer.clone(),
                    seal: number,
                    index: u64::try_from(place).ok()?,
                    path: merkle::path(leaves, place)?,
                })
            });
            found.push((transfer, sealed));
        }
        Ok(found)
    }

    /// A seal's number, its transfers and their leaves.
    fn leaves(&self, number: u64) -> Result<(u64, Vec<TransferId>, Vec<Hash>), Fault> {
        let (mut ids, mut leaves) = (Vec::new(), Vec::new());
        self.each_of(number, |transfer| {
            ids.push(TransferId::of(transfer));
            leaves.push(leaf(transfer));
        })
        .doing("read a seal's transfers")?;
        Ok((number, ids, leaves))
    }

    /// Calls `take` for each transfer of a seal, in order.
    pub(crate) fn each_of(&self, number: u64, mut take: impl FnMut(&Transfer)) -> sql::Result<()> {
        let Some(seal) = self.maybe(BY_NUMBER, [signed(number)], read)? else { return Ok(()) };
        let before = self.maybe(BY_NUMBER, [signed(number).saturating_sub(1)], read)?;
        let (from, to) = (key(before.map(|before| before.mark)), key(Some(seal.mark)));
        let mut each = |sql: &str, params: &[&dyn Param]| {
            let mut statement = self.conn().prepare_cached(sql)?;
            let mut rows = statement.query(params)?;
            while let Some(row) = rows.next()? {
                take(&read_transfer(&row)?);
            }
            Ok(())
        };
        each(SEALED_LATE, params![signed(number)])?;
        each(STRETCH, params![from.0, from.1, to.0, to.1])
    }
}

/// Hashes what was read; `until` is there if nothing was left out.
fn batch(
    last: Option<KeptSeal>,
    late: &[Transfer],
    stretch: &[(Transfer, bool)],
    until: Option<Timestamp>,
) -> Option<Batch> {
    let mut tree = Tree::default();
    let mut ids = Vec::with_capacity(late.len().saturating_add(stretch.len()));
    for transfer in late.iter().chain(stretch.iter().map(|(transfer, _)| transfer)) {
        tree.push(leaf(transfer));
        ids.push(TransferId::of(transfer));
    }
    let (first, newest) = (*ids.first()?, *ids.last()?);
    let before = last.as_ref().map_or(Timestamp(0), |last| last.seal.until);
    Some(Batch {
        number: last.as_ref().map_or(0, |last| last.seal.number).saturating_add(1),
        previous: last.as_ref().map_or([0; 32], |last| last.hash),
        mark: last.map_or(newest, |last| last.mark.max(newest)),
        tree,
        first,
        last: newest,
        until: until.map_or(before, |until| until.max(before)),
        late: late.iter().map(TransferId::of).collect(),
        taken: stretch
            .iter()
            .filter(|(_, noted)| *noted)
            .map(|(transfer, _)| TransferId::of(transfer))
            .collect(),
        more: until.is_none(),
    })
}
