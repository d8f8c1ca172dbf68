//! What a member was given, counted from a statement's line on.

use domain::id::MemberId;
use domain::money::Currency;
use domain::port::Fault;
use domain::time::Timestamp;

use crate::fault::Doing;
use crate::readers::Reader;
use crate::sql::params;

// The lines after number $3, from the last one back. A refund takes back what was given; money that arrives in any
// other way is no gift.
const SINCE: &str =
    "WITH RECURSIVE s (member, number, change, cause, transfer, at, before_cause, before_transfer)
     AS (
         SELECT l.member, l.number, l.change, l.cause, l.transfer, l.at,
             l.before_cause, l.before_transfer
         FROM wallet w JOIN line l
             ON l.cause = w.last_line_cause AND l.transfer = w.last_line_transfer
             AND l.member = w.member
         WHERE w.member = $1 AND w.currency = $2 AND l.number > $3
         UNION ALL
         SELECT l.member, l.number, l.change, l.cause, l.transfer, l.at,
             l.before_cause, l.before_transfer
         FROM s JOIN line l ON l.cause = s.before_cause AND l.transfer = s.before_transfer
             AND l.member = s.member
         WHERE l.number > $3)
     SELECT coalesce(max(s.number), $3),
         coalesce(sum(CASE WHEN t.kind = 'payment' AND s.change > 0 THEN 1 ELSE 0 END), 0),
         coalesce(sum(CASE WHEN t.kind = 'payment' AND s.change > 0
             OR t.kind = 'refund' AND s.change < 0 THEN s.change ELSE 0 END), 0),
         coalesce(sum(CASE WHEN s.at >= $4 AND t.kind = 'payment' AND s.change > 0
             THEN 1 ELSE 0 END), 0),
         coalesce(sum(CASE WHEN s.at >= $4 AND (t.kind = 'payment' AND s.change > 0
             OR t.kind = 'refund' AND s.change < 0) THEN s.change ELSE 0 END), 0)
     FROM s JOIN transfer t ON t.cause = s.cause AND t.number = s.transfer";

/// What a member was given in one currency, up to a line of the statement.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Given {
    /// The number of the last line that is counted; 0 before the first.
    pub line: u32,
    /// Gifts received.
    pub gifts: u64,
    /// Minor units of them, less what was refunded.
    pub minor: i64,
    /// Gifts of the day that is counted.
    pub gifts_today: u64,
    /// Minor units of that day, less what was refunded in it; may be less than zero.
    pub minor_today: i64,
}

impl Reader {
    /// What a member was given after line `line` of the statement; `today` is when the day that is counted began.
    /// Reads the lines after that one only.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn given_since(
        &self,
        member: MemberId,
        currency: Currency,
        line: u32,
        today: Timestamp,
    ) -> Result<Given, Fault> {
        let params = params![member.bytes(), currency.code(), line, today.0];
        self.one(SINCE, params, |row| {
            Ok(Given {
                line: row.get(0)?,
                gifts: row.get::<i64>(1)?.unsigned_abs(),
                minor: row.get(2)?,
                gifts_today: row.get::<i64>(3)?.unsigned_abs(),
                minor_today: row.get(4)?,
            })
        })
        .doing("sum what was given")
    }
}
