//! Counts for the operator's eye, each bounded: what is looked at every few seconds must not read a growing table.

use domain::payment::State;
use domain::port::Fault;

use crate::column::parsed;
use crate::fault::Doing;
use crate::outbox::COUNTED_MAX;
use crate::readers::Reader;

/// The index holds open payments only.
const OPEN_PAYMENTS: &str = "SELECT state, count(*) FROM
     (SELECT state FROM payment INDEXED BY payment_due WHERE expires_at IS NOT NULL LIMIT $1) AS open
     GROUP BY state ORDER BY state";

impl Reader {
    /// Open payments by state; [`COUNTED_MAX`] are counted in all.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn open_payments(&self) -> Result<Vec<(State, u64)>, Fault> {
        self.list(OPEN_PAYMENTS, [COUNTED_MAX], |row| {
            Ok((parsed(row, 0, State::parse)?, row.get::<i64>(1)?.unsigned_abs()))
        })
        .doing("count open payments")
    }
}
