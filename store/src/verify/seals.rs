//! Seals: each follows the one before it, and its root follows from the transfers it covers.

use domain::id::PaymentId;
use domain::ledger::Transfer;
use domain::merkle::{Tree, hex};
use domain::seal::{Seal, TransferId, leaf};
use domain::time::Timestamp;

use super::{Checked, Unsound, decoded, same, wrong};
use crate::column::id;
use crate::ledger::read_transfer;
use crate::readers::Reader;
use crate::seal::{KeptSeal, SEALED_LATE, STRETCH, key, read, signed};
use crate::sql::{self, Param, params};

const SEALS: &str = "SELECT number, previous, root, entries, first_cause, first_number,
         last_cause, last_number, until, at, mark_cause, mark_number, hash
     FROM seal ORDER BY number";

const LOST: &str = "SELECT min(seal) FROM late_transfer
     WHERE seal IS NOT NULL AND seal NOT IN (SELECT number FROM seal)";

const MISSING: &str = "SELECT l.cause, l.number FROM late_transfer l
     WHERE l.seal IS NULL AND NOT EXISTS
         (SELECT 1 FROM transfer t WHERE t.cause = l.cause AND t.number = l.number)
     ORDER BY l.cause, l.number LIMIT 1";

// Behind the last mark, and late ones; those from before the last seal's instant should be sealed.
const OVERDUE: &str = "SELECT cause, number, at FROM (
         SELECT cause, number, at FROM transfer WHERE (cause, number) > ($1, $2)
         UNION
         SELECT t.cause, t.number, t.at FROM late_transfer l CROSS JOIN transfer t
             ON t.cause = l.cause AND t.number = l.number
             WHERE l.seal IS NULL) AS loose
     WHERE at < $3 ORDER BY cause, number LIMIT 1";

const MUST_COVER: &str = "SELECT min(number) FROM seal WHERE until > $1";

/// What was checked of the seals.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SealReport {
    /// Seals.
    pub seals: u64,
    /// Transfers they cover.
    pub transfers: u64,
    /// The latest seal.
    pub last: Option<Seal>,
}

/// Proves that the seals chain and that each covers the transfers it says.
///
/// # Errors
/// [`Unsound::Wrong`] with the first seal that is broken, [`Unsound::Fault`] if the database cannot be read.
pub fn verify_seals(reader: &Reader) -> Result<SealReport, Unsound> {
    reader.read_all()?;
    check(reader)
}

pub(super) fn check(reader: &Reader) -> Checked<SealReport> {
    let mut report = SealReport::default();
    let mut before: Option<KeptSeal> = None;
    let mut statement = reader.conn().prepare_cached(SEALS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let kept = decoded("seal", &row, read)?;
        check_seal(&kept, before.as_ref())?;
        report.transfers += check_transfers(reader, &kept, before.as_ref())?;
        report.seals += 1;
        before = Some(kept);
    }
    check_rest(reader, before.as_ref())?;
    report.last = before.map(|last| last.seal);
    Ok(report)
}

/// The seal itself, as it follows the one before.
fn check_seal(kept: &KeptSeal, before: Option<&KeptSeal>) -> Checked<()> {
    let seal = &kept.seal;
    let (number, previous) =
        before.map_or((0, [0; 32]), |before| (before.seal.number, before.hash));
    let expected = number.saturating_add(1);
    // A gap is a seal that is missing.
    if seal.number != expected {
        return Err(wrong("seal", expected.to_string(), "a seal", "none"));
    }
    let key = || seal.number.to_string();
    same("seal", key, "the hash", hex(&seal.hash()), hex(&kept.hash))?;
    same("seal", key, "the hash before it", hex(&previous), hex(&seal.previous))?;
    let mark = before.map_or(seal.last, |before| before.mark.max(seal.last));
    same("seal", key, "the mark", mark.to_string(), kept.mark.to_string())?;
    let until = before.map_or(Timestamp(0), |before| before.seal.until);
    same("seal", key, "an instant before the last seal's:", false, seal.until < until)?;
    same("seal", key, "an instant after its own:", false, seal.until > seal.at)
}

/// What a seal covers, as its transfers are read.
struct Cover<'a> {
    seal: &'a Seal,
    /// Nothing before this instant was left for it.
    from: Timestamp,
    tree: Tree,
    first: Option<TransferId>,
    last: Option<TransferId>,
}

impl Cover<'_> {
    fn take(&mut self, transfer: &Transfer) -> Checked<()> {
        let id = TransferId::of(transfer);
        let in_time = self.from <= transfer.at && transfer.at <= self.seal.at;
        if !in_time {
            let expected = format!("transfer {id} between the last seal and this one");
            return Err(wrong("seal", self.seal.number.to_string(), expected, transfer.at.0));
        }
        self.tree.push(leaf(transfer));
        self.first.get_or_insert(id);
        self.last = Some(id);
        Ok(())
    }
}

fn check_transfers(reader: &Reader, kept: &KeptSeal, before: Option<&KeptSeal>) -> Checked<u64> {
    let seal = &kept.seal;
    let mut cover = Cover {
        seal,
        from: before.map_or(Timestamp(i64::MIN), |before| before.seal.until),
        tree: Tree::default(),
        first: None,
        last: None,
    };
    let (from, to) = (key(before.map(|before| before.mark)), key(Some(kept.mark)));
    each(reader, &mut cover, SEALED_LATE, params![signed(seal.number)])?;
    each(reader, &mut cover, STRETCH, params![from.0, from.1, to.0, to.1])?;
    let key = || seal.number.to_string();
    same("seal", key, "transfers", seal.count, cover.tree.count())?;
    same("seal", key, "the first transfer", Some(seal.first), cover.first)?;
    same("seal", key, "the last transfer", Some(seal.last), cover.last)?;
    same("seal", key, "the root", hex(&seal.root), hex(&cover.tree.root()))?;
    Ok(seal.count)
}

fn each(reader: &Reader, cover: &mut Cover<'_>, sql: &str, params: &[&dyn Param]) -> Checked<()> {
    let mut statement = reader.conn().prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        let number = cover.seal.number.to_string();
        let transfer = read_transfer(&row)
            .map_err(|error| wrong("seal", number, "transfers that can be read", error))?;
        cover.take(&transfer)?;
    }
    Ok(())
}

/// What no seal covers has come after the last.
fn check_rest(reader: &Reader, last: Option<&KeptSeal>) -> Checked<()> {
    let place = |row: &sql::Row<'_>| {
        let cause = id(row, 0, PaymentId::from_bytes)?;
        Ok(TransferId { cause, number: row.get(1)? })
    };
    if let Some(lost) = reader.one(LOST, [], |row| row.get::<Option<i64>>(0))? {
        return Err(wrong("seal", lost.to_string(), "a seal", "none"));
    }
    if let Some(missing) = reader.maybe(MISSING, [], place)? {
        return Err(wrong("transfer", missing.to_string(), "a transfer to seal", "none"));
    }
    let until = last.map_or(Timestamp(i64::MIN), |last| last.seal.until);
    let (cause, number) = key(last.map(|last| last.mark));
    let overdue = reader.maybe(OVERDUE, params![cause, number, until.0], |row| {
        Ok((place(row)?, row.get::<i64>(2)?))
    })?;
    let Some((overdue, at)) = overdue else { return Ok(()) };
    let seal: Option<i64> = reader.one(MUST_COVER, [at], |row| row.get(0))?;
    let expected = "every transfer before its instant";
    let found = format!("transfer {overdue} in no seal");
    Err(wrong("seal", seal.unwrap_or_default().to_string(), expected, found))
}
