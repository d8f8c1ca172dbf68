//! Refunds: those that were given, and the wishes for them that are counted and wait.

use domain::id::{MemberId, PaymentId};
use domain::money::{Currency, Money};
use domain::payment::Consent;
use domain::port::Fault;
use domain::refund::{By, Refund, RefundAsks};
use domain::rows::{Found, Key, Rows};
use domain::time::Timestamp;

use crate::column::{at, consent, consent_name, count, currency, id, unknown};
use crate::fault::Doing;
use crate::load::{Loading, only};
use crate::payment::{columns, read, read_id};
use crate::readers::Reader;
use crate::sql::{self, Connection, Feed, Row, params};
use crate::story::Story;
use crate::vault::{Sealer, sealed};

pub(crate) const FIND_ASKS: &str =
    "SELECT payer, payee, day, count FROM refund_asks WHERE payer = $1 AND payee = $2";

pub(crate) const PUT_ASKS: &str = "INSERT INTO refund_asks (payer, payee, day, count)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (payer, payee) DO UPDATE SET day = excluded.day, count = excluded.count";

pub(crate) const INSERT: &str = "INSERT INTO refund
         (payment, number, payee, amount, fee, currency, consent, consent_number, consent_at,
         reason, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

pub(crate) const OF_PAYMENT: &str = concat!(
    "SELECT payment, number, payee, amount, fee, currency, consent, consent_number, consent_at, ",
    sealed!("refund.reason", "reason", "payment"),
    ", at FROM refund WHERE payment = $1 ORDER BY number"
);

pub(crate) const ASKED_OF: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM payment WHERE coalesce(payee, claimed_by) = $1 AND refund_ask_until IS NOT NULL
     ORDER BY id LIMIT $2"
);

pub(crate) const DUE: &str = "SELECT id FROM payment WHERE refund_ask_until <= $1
     ORDER BY refund_ask_until LIMIT $2";

pub(crate) fn load(loading: &mut Loading<'_>) -> sql::Result<()> {
    loading.each(
        FIND_ASKS,
        |key| if let Key::RefundAsks(payer, payee) = key { Some((*payer, *payee)) } else { None },
        |(payer, payee), ask| ask(params![payer.bytes(), payee.bytes()]),
        read_asks,
        |found| Found::RefundAsks(only(found)),
    )
}

fn read_asks(row: &Row<'_>) -> sql::Result<RefundAsks> {
    Ok(RefundAsks {
        payer: id(row, 0, MemberId::from_bytes)?,
        payee: id(row, 1, MemberId::from_bytes)?,
        day: row.get(2)?,
        count: row.get(3)?,
    })
}

/// Reads eleven columns as a refund.
pub(crate) fn read_refund(row: &Row<'_>) -> sql::Result<Refund> {
    let currency: Currency = currency(row, 5)?;
    let by = match row.get_ref(6)?.as_str_or_null()? {
        None => By::Operator,
        Some(name) => By::Payee(Consent {
            kind: consent(name).ok_or_else(|| unknown(6, name))?,
            number: row.get(7)?,
            at: at(row, 8)?,
        }),
    };
    Ok(Refund {
        payment: id(row, 0, PaymentId::from_bytes)?,
        number: row.get(1)?,
        payee: id(row, 2, MemberId::from_bytes)?,
        amount: Money::new(row.get(3)?, currency),
        fee: Money::new(row.get(4)?, currency),
        by,
        reason: row.get(9)?,
        at: at(row, 10)?,
    })
}

/// Writes the refunds that a group gave, and the wishes it counted.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let writes = rows.unwritten();
    if !writes.refunds.is_empty() {
        conn.run_each(INSERT, |put| {
            writes.refunds.iter().try_for_each(|refund| {
                let (payee, payment) = (refund.payee, refund.payment.bytes());
                let reason = sealer.text(conn, payee, "refund.reason", &payment, &refund.reason)?;
                put_one(put, refund, &reason)
            })
        })?;
    }
    if !writes.refund_asks.is_empty() {
        conn.run_each(PUT_ASKS, |put| {
            let mut changed = writes.refund_asks.iter().filter_map(|pair| rows.refund_asks(*pair));
            changed.try_for_each(|asks| {
                put(params![asks.payer.bytes(), asks.payee.bytes(), asks.day, asks.count])
            })
        })?;
    }
    Ok(())
}

fn put_one(put: &mut Feed<'_>, refund: &Refund, reason: &str) -> sql::Result<()> {
    let consent = match refund.by {
        By::Payee(consent) => Some(consent),
        By::Operator => None,
    };
    put(params![
        refund.payment.bytes(),
        refund.number,
        refund.payee.bytes(),
        refund.amount.minor,
        refund.fee.minor,
        refund.amount.currency.code(),
        consent.map(|consent| consent_name(consent.kind)),
        consent.map(|consent| consent.number),
        consent.map(|consent| consent.at.0),
        reason,
        refund.at.0,
    ])
}

impl Reader {
    /// What of a payment went back, oldest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn refunds(&self, payment: PaymentId) -> Result<Vec<Refund>, Fault> {
        self.list(OF_PAYMENT, [payment.bytes()], read_refund).doing("list refunds")
    }

    /// Payments of which a payee is asked to give something back, oldest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn refund_asks_of(&self, payee: MemberId, limit: usize) -> Result<Vec<Story>, Fault> {
        let params = params![payee.bytes(), count(limit)];
        self.stories(self.list(ASKED_OF, params, read).doing("list wishes for refunds")?)
    }

    /// Payments whose wish for a refund has waited long enough at `now`, the longest first.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn due_refund_asks(&self, now: Timestamp, limit: usize) -> Result<Vec<PaymentId>, Fault> {
        self.list(DUE, params![now.0, count(limit)], read_id).doing("list due wishes for refunds")
    }
}
