//! Money without owner.

use domain::id::{MemberId, PaymentId, SuspenseId};
use domain::port::Fault;
use domain::rows::{Found, Key, Rows};
use domain::suspense::{End, Ended, Item, Receipt};
use domain::time::Timestamp;

use crate::column::{at, count, id, maybe_id, money, unknown};
use crate::fault::Doing;
use crate::load::{Loading, only};
use crate::readers::Reader;
use crate::sql::{self, Connection, Row, params};
use crate::vault::{HOUSE, Sealer};

/// The columns of money without owner in the order in which [`read`] reads them.
macro_rules! suspense_columns {
    () => {
        $crate::suspense::suspense_columns!(
            $crate::vault::sealed!("suspense.remitter", "remitter", "id"),
            $crate::vault::sealed!("suspense.reference", "reference", "id"),
            $crate::vault::sealed!("suspense.reason", "reason", "id")
        )
    };
    ($remitter:expr, $reference:expr, $reason:expr) => {
        concat!(
            "id, bank_id, amount, currency, ",
            $remitter,
            ", ",
            $reference,
            ", at, ended, member, cause, ",
            $reason,
            ", ended_at"
        )
    };
}
pub(crate) use suspense_columns;

pub(crate) const FIND: &str =
    concat!("SELECT ", suspense_columns!(), " FROM suspense WHERE id = $1");

pub(crate) const PUT: &str = concat!(
    "INSERT INTO suspense (",
    suspense_columns!("remitter", "reference", "reason"),
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (id) DO UPDATE SET
         ended = excluded.ended, member = excluded.member, cause = excluded.cause,
         reason = excluded.reason, ended_at = excluded.ended_at"
);

pub(crate) const OPEN: &str = concat!(
    "SELECT ",
    suspense_columns!(),
    " FROM suspense WHERE ended IS NULL ORDER BY id LIMIT $1"
);

pub(crate) const ENDED: &str = concat!(
    "SELECT ",
    suspense_columns!(),
    " FROM suspense WHERE ended IS NOT NULL ORDER BY ended_at DESC LIMIT $1"
);

pub(crate) const BY_BANK_ID: &str =
    concat!("SELECT ", suspense_columns!(), " FROM suspense WHERE bank_id = $1");

const COUNT: &str =
    "SELECT count(*) FROM (SELECT 1 FROM suspense WHERE ended IS NULL LIMIT $1) AS counted";

/// Money without owner that is counted; more is not told apart.
const COUNTED_MAX: i64 = 100_000;

const MATCHED: &str = "matched";

const SENT_BACK: &str = "sent_back";

pub(crate) fn load(loading: &mut Loading<'_>) -> sql::Result<()> {
    loading.each(
        FIND,
        |key| if let Key::Suspense(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes()]),
        read,
        |found| Found::Suspense(only(found)),
    )
}

/// Reads the [`suspense_columns`].
pub(crate) fn read(row: &Row<'_>) -> sql::Result<Item> {
    Ok(Item {
        id: id(row, 0, SuspenseId::from_bytes)?,
        receipt: Receipt {
            bank_id: row.get(1)?,
            amount: money(row, 2, 3)?,
            remitter: row.get(4)?,
            reference: row.get(5)?,
        },
        at: at(row, 6)?,
        ended: ended(row)?,
    })
}

fn ended(row: &Row<'_>) -> sql::Result<Option<Ended>> {
    let Some(how) = row.get::<Option<String>>(7)? else { return Ok(None) };
    let how = match (how.as_str(), maybe_id(row, 8, MemberId::from_bytes)?) {
        (MATCHED, Some(member)) => End::Matched(member),
        (SENT_BACK, None) => End::SentBack,
        (other, _) => return Err(unknown(7, other)),
    };
    let cause = id(row, 9, PaymentId::from_bytes)?;
    Ok(Some(Ended { how, cause, reason: row.get(10)?, at: at(row, 11)? }))
}

/// Writes the money without owner that arrived or went on.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let changed = &rows.unwritten().suspense;
    if changed.is_empty() {
        return Ok(());
    }
    conn.run_each(PUT, |put| {
        for item in changed.iter().filter_map(|id| rows.suspense(*id)) {
            let ended = item.ended.as_ref();
            let reason = ended.map_or("", |ended| ended.reason.as_str());
            let key = item.id.bytes();
            let sealed = |of, text| sealer.text(conn, HOUSE, of, &key, text);
            let how = ended.map(|ended| match ended.how {
                End::Matched(member) => (MATCHED, Some(member.bytes())),
                End::SentBack => (SENT_BACK, None),
            });
            put(params![
                key,
                item.receipt.bank_id,
                item.receipt.amount.minor,
                item.receipt.amount.currency.code(),
                sealed("suspense.remitter", &item.receipt.remitter)?,
                sealed("suspense.reference", &item.receipt.reference)?,
                item.at.0,
                how.map(|(name, _)| name),
                how.and_then(|(_, member)| member),
                ended.map(|ended| ended.cause.bytes()),
                sealed("suspense.reason", reason)?,
                ended.map(|ended| ended.at.0),
            ])?;
        }
        Ok(())
    })
}

impl Reader {
    /// Money that waits for its owner, the oldest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn suspense_open(&self, limit: usize) -> Result<Vec<Item>, Fault> {
        self.list(OPEN, [count(limit)], read).doing("list money without owner")
    }

    /// Money whose wait has ended, the latest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn suspense_ended(&self, limit: usize) -> Result<Vec<Item>, Fault> {
        self.list(ENDED, [count(limit)], read).doing("list money that found its owner")
    }

    /// Money without owner.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn suspense(&self, item: SuspenseId) -> Result<Option<Item>, Fault> {
        self.maybe(FIND, [item.bytes()], read).doing("read money without owner")
    }

    /// The money without owner that a bank calls so.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn suspense_by_bank_id(&self, bank_id: &str) -> Result<Option<Item>, Fault> {
        self.maybe(BY_BANK_ID, [bank_id], read).doing("find money without owner")
    }

    /// How many items of money wait for their owner, up to 100,000, and since when the oldest does.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn suspense_waiting(&self) -> Result<(u64, Option<Timestamp>), Fault> {
        let waiting: i64 =
            self.one(COUNT, [COUNTED_MAX], |row| row.get(0)).doing("count money without owner")?;
        let oldest = self.suspense_open(1)?.first().map(|item| item.at);
        Ok((waiting.unsigned_abs(), oldest))
    }
}
