//! Whom a member has paid or was paid by.

use domain::id::MemberId;
use domain::member::Kind;
use domain::money::Currency;
use domain::port::Fault;
use domain::time::Timestamp;

use crate::column::{at, count, id, parsed};
use crate::fault::Doing;
use crate::ledger::{last_line, statement};
use crate::people::Person;
use crate::readers::Reader;
use crate::sql::params;
use crate::vault::sealed;

// A cross join keeps SQLite from walking all members to group by their key.
const ACQUAINTANCES: &str = concat!(
    statement!(last_line!(), "$3"),
    "SELECT m.id, m.kind, ",
    sealed!("member.name", "m.name", "m.id"),
    ", (SELECT h.name FROM handle h WHERE h.member = m.id AND h.network = m.home
             ORDER BY h.stable_id LIMIT 1),
         sum(CASE WHEN s.change < 0 THEN 1 ELSE 0 END),
         sum(CASE WHEN s.change > 0 THEN 1 ELSE 0 END), min(s.at), max(s.at)
     FROM s CROSS JOIN member m ON m.id = s.other
     GROUP BY m.id ORDER BY max(s.number) DESC LIMIT $4"
);

/// Somebody a member has paid or was paid by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Acquaintance {
    /// Who.
    pub person: Person,
    /// Payments to them.
    pub paid: u32,
    /// Payments from them.
    pub received: u32,
    /// The earliest of them.
    pub first: Timestamp,
    /// The latest of them.
    pub last: Timestamp,
}

impl Reader {
    /// Whom a member has paid or was paid by in one currency, the latest first: at most `limit` people, found among
    /// the latest `lines` lines of the statement.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn acquaintances(
        &self,
        member: MemberId,
        currency: Currency,
        lines: usize,
        limit: usize,
    ) -> Result<Vec<Acquaintance>, Fault> {
        let params = params![member.bytes(), currency.code(), count(lines), count(limit)];
        self.list(ACQUAINTANCES, params, |row| {
            Ok(Acquaintance {
                person: Person {
                    id: id(row, 0, MemberId::from_bytes)?,
                    kind: parsed(row, 1, Kind::parse)?,
                    name: row.get(2)?,
                    handle: row.get(3)?,
                },
                paid: row.get(4)?,
                received: row.get(5)?,
                first: at(row, 6)?,
                last: at(row, 7)?,
            })
        })
        .doing("list whom a member has paid")
    }
}
