//! Payments.

use std::cmp::Reverse;

use domain::id::{MemberId, PaymentId, RequestKey};
use domain::member::Network;
use domain::money::{Currency, Money};
use domain::payment::{Claim, Consent, Payee, Payment, Recent, State};
use domain::refund::{RefundAsk, Refunded};
use domain::rows::{Found, Key, Latest, OPEN_MAX, RECENT_MAX, Rows, first_recent};
use domain::time::{Period, Timestamp};

use crate::column::{
    at, consent, consent_name, count, id, maybe_at, maybe_id, money, parsed, purpose, unknown,
};
use crate::load::{Loading, only};
use crate::sql::{self, Connection, Feed, Row, params};
use crate::vault::{Sealer, sealed};

/// The columns of a payment in the order in which [`read`] reads them.
macro_rules! columns {
    () => {
        $crate::payment::columns!(
            $crate::vault::sealed!("payment.payee_name", "payee_name", "id"),
            $crate::vault::sealed!("payment.memo", "memo", "id")
        )
    };
    ($payee_name:expr, $memo:expr) => {
        concat!(
            "id, first, legs, purpose, payer, payee, payee_network, ",
            $payee_name,
            ", amount, fee, currency, state, policy, origin, ",
            $memo,
            ", public, created_at, expires_at,
             consent, consent_number, consent_at, counted_day, counted_month,
             claim, claimed_by, claimed_at, ended_at, before,
             refunded, fee_refunded, refund_transfers, refund_ask, refund_asked_at, refund_ask_until"
        )
    };
}
pub(crate) use columns;

pub(crate) const FIND: &str = concat!("SELECT ", columns!(), " FROM payment WHERE id = $1");

/// Where the chains of a payer's payments begin, one for each currency.
pub(crate) const LATEST: &str =
    "SELECT last_payment, currency FROM wallet WHERE member = $1 AND last_payment IS NOT NULL";

/// What [`RECENT`] reads of a payment `p`.
macro_rules! recent_columns {
    () => {
        "p.id, p.payee, p.payee_network, p.payee_name, p.amount, p.currency, p.state,
         p.created_at, p.before"
    };
}

/// The payment $1 and those before it in its chain, down to the id $2, at most $3.
pub(crate) const RECENT: &str = concat!(
    "WITH RECURSIVE r (id, payee, payee_network, payee_name, amount, currency, state, created_at,
         before, place) AS (
     SELECT ",
    recent_columns!(),
    ", 1 FROM payment p WHERE p.id = $1
     UNION ALL SELECT ",
    recent_columns!(),
    ", r.place + 1 FROM r JOIN payment p ON p.id = r.before
         WHERE r.before >= $2 AND r.place < $3)
     SELECT id, payee, payee_network, CASE WHEN payee IS NULL THEN ",
    sealed!("payment.payee_name", "payee_name", "id"),
    " END, amount, currency, state, created_at FROM r"
);

pub(crate) const OPEN: &str = "SELECT id FROM payment
     WHERE payer = $1 AND expires_at IS NOT NULL ORDER BY id DESC LIMIT $2";

pub(crate) const FIND_CLAIM: &str = "SELECT id FROM payment WHERE claim = $1";

pub(crate) const PUT: &str = concat!(
    "INSERT INTO payment (",
    columns!("payee_name", "memo"),
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
         $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34)
     ON CONFLICT (id) DO UPDATE SET
         payee = excluded.payee, payee_network = excluded.payee_network,
         payee_name = excluded.payee_name, fee = excluded.fee, state = excluded.state,
         policy = excluded.policy, expires_at = excluded.expires_at, consent = excluded.consent,
         consent_number = excluded.consent_number, consent_at = excluded.consent_at,
         counted_day = excluded.counted_day, counted_month = excluded.counted_month,
         claim = excluded.claim, claimed_by = excluded.claimed_by,
         claimed_at = excluded.claimed_at, ended_at = excluded.ended_at,
         refunded = excluded.refunded, fee_refunded = excluded.fee_refunded,
         refund_transfers = excluded.refund_transfers, refund_ask = excluded.refund_ask,
         refund_asked_at = excluded.refund_asked_at, refund_ask_until = excluded.refund_ask_until"
);

pub(crate) fn load(loading: &mut Loading<'_>, now: Timestamp) -> sql::Result<()> {
    loading.each(
        FIND,
        |key| if let Key::Payment(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes()]),
        read,
        |found| Found::Payment(only(found)),
    )?;
    let conn = loading.conn;
    loading.each_then(
        LATEST,
        |key| if let Key::Latest(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes()]),
        |row| Ok((parsed(row, 1, Currency::parse)?, read_id(row)?)),
        move |loaded, picked, chains| {
            let recent = load_recent(conn, &chains, now)?;
            for ((key, _), (last, recent)) in picked.into_iter().zip(chains.into_iter().zip(recent))
            {
                loaded.found(key.clone(), Found::Latest(Latest::new(last, recent)));
            }
            Ok(())
        },
    )?;
    loading.each(
        OPEN,
        |key| if let Key::Open(id) = key { Some(*id) } else { None },
        |id, ask| ask(params![id.bytes(), count(OPEN_MAX)]),
        read_id,
        |newest| Found::Open(newest.into_iter().rev().collect()),
    )?;
    loading.each(
        FIND_CLAIM,
        |key| if let Key::Claim(hash) = key { Some(*hash) } else { None },
        |hash, ask| ask(params![hash]),
        read_id,
        |found| Found::Claim(only(found)),
    )
}

/// Follows the chains of every payer from the newest payment on, as far as they are recent: older payments lie
/// anywhere in the file, and reading them is what a long history would cost.
fn load_recent(
    conn: &Connection,
    chains: &[Vec<(Currency, PaymentId)>],
    now: Timestamp,
) -> sql::Result<Vec<Vec<Recent>>> {
    let first = first_recent(now);
    let starts = chains
        .iter()
        .enumerate()
        .flat_map(|(payer, last)| last.iter().map(move |(_, id)| (payer, *id)));
    let starts: Vec<(usize, PaymentId)> = starts.filter(|(_, id)| *id >= first).collect();
    let mut found: Vec<Vec<Recent>> = chains.iter().map(|_| Vec::new()).collect();
    if starts.is_empty() {
        return Ok(found);
    }
    let feed = |ask: &mut Feed<'_>| {
        let mut starts = starts.iter();
        starts.try_for_each(|(_, id)| ask(params![id.bytes(), first.bytes(), count(RECENT_MAX)]))
    };
    for ((payer, _), chain) in starts.iter().zip(conn.ask_each(RECENT, feed, read_recent)?) {
        found[*payer].extend(chain);
    }
    for recent in &mut found {
        recent.sort_unstable_by_key(|recent| Reverse(recent.id));
        recent.truncate(RECENT_MAX);
    }
    Ok(found)
}

/// Reads one column as a payment's id.
pub(crate) fn read_id(row: &Row<'_>) -> sql::Result<PaymentId> {
    id(row, 0, PaymentId::from_bytes)
}

fn read_recent(row: &Row<'_>) -> sql::Result<Recent> {
    Ok(Recent {
        id: read_id(row)?,
        payee: read_payee(row, 1)?,
        amount: money(row, 4, 5)?,
        state: parsed(row, 6, State::parse)?,
        created_at: at(row, 7)?,
    })
}

/// A member, or the network and the name of a handle, in three columns.
fn read_payee(row: &Row<'_>, index: usize) -> sql::Result<Payee> {
    match maybe_id(row, index, MemberId::from_bytes)? {
        Some(member) => Ok(Payee::Member(member)),
        None => Ok(Payee::Handle {
            network: parsed(row, index + 1, Network::parse)?,
            name: row.get(index + 2)?,
        }),
    }
}

/// Reads the [`columns`] of a payment.
pub(crate) fn read(row: &Row<'_>) -> sql::Result<Payment> {
    let amount = money(row, 8, 10)?;
    Ok(Payment {
        id: read_id(row)?,
        order: id(row, 1, PaymentId::from_bytes)?,
        legs: row.get(2)?,
        purpose: parsed(row, 3, purpose)?,
        payer: id(row, 4, MemberId::from_bytes)?,
        payee: read_payee(row, 5)?,
        amount,
        fee: money(row, 9, 10)?,
        state: parsed(row, 11, State::parse)?,
        policy: row.get(12)?,
        origin: id(row, 13, RequestKey::from_bytes)?,
        memo: row.get(14)?,
        public: row.get(15)?,
        created_at: at(row, 16)?,
        expires_at: maybe_at(row, 17)?,
        consent: read_consent(row)?,
        counted: read_counted(row)?,
        claim: read_claim(row)?,
        ended_at: maybe_at(row, 26)?,
        before: maybe_id(row, 27, PaymentId::from_bytes)?,
        refunded: Refunded { amount: row.get(28)?, fee: row.get(29)?, transfers: row.get(30)? },
        refund_ask: read_ask(row, amount.currency)?.map(Box::new),
    })
}

/// A payer's wish to have money back, or none, in three columns.
fn read_ask(row: &Row<'_>, currency: Currency) -> sql::Result<Option<RefundAsk>> {
    let Some(until) = maybe_at(row, 33)? else { return Ok(None) };
    Ok(Some(RefundAsk { amount: Money::new(row.get(31)?, currency), at: at(row, 32)?, until }))
}

fn read_consent(row: &Row<'_>) -> sql::Result<Option<Consent>> {
    match row.get_ref(18)?.as_str_or_null()? {
        None => Ok(None),
        Some(name) => Ok(Some(Consent {
            kind: consent(name).ok_or_else(|| unknown(18, name))?,
            number: row.get(19)?,
            at: at(row, 20)?,
        })),
    }
}

fn read_counted(row: &Row<'_>) -> sql::Result<Option<Period>> {
    match row.get::<Option<i32>>(21)? {
        None => Ok(None),
        Some(day) => Ok(Some(Period { day, month: row.get(22)? })),
    }
}

fn read_claim(row: &Row<'_>) -> sql::Result<Option<Claim>> {
    let Some(token_hash) = row.get::<Option<[u8; 32]>>(23)? else { return Ok(None) };
    let by = match maybe_id(row, 24, MemberId::from_bytes)? {
        Some(member) => Some((member, at(row, 25)?)),
        None => None,
    };
    Ok(Some(Claim { token_hash, by }))
}

/// Writes the payments a group began or changed.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<()> {
    let ids = &rows.unwritten().payments;
    if ids.is_empty() {
        return Ok(());
    }
    let mut ids: Vec<PaymentId> = ids.iter().copied().collect();
    ids.sort_unstable();
    conn.run_each(PUT, |put| {
        for payment in ids.iter().filter_map(|id| rows.payment(*id)) {
            let id = payment.id.bytes();
            let seal = |of: &str, text: &str| sealer.text(conn, payment.payer, of, &id, text);
            put_one(put, payment, &seal)?;
        }
        Ok(())
    })
}

fn put_one(
    put: &mut Feed<'_>,
    payment: &Payment,
    seal: &dyn Fn(&str, &str) -> sql::Result<String>,
) -> sql::Result<()> {
    let (member, network, name) = match &payment.payee {
        Payee::Member(id) => (Some(id.bytes()), None, None),
        Payee::Handle { network, name } => {
            (None, Some(network.name()), Some(seal("payment.payee_name", name)?))
        }
    };
    let consent = payment.consent;
    let claimed = payment.claim.as_ref().and_then(|claim| claim.by);
    put(params![
        payment.id.bytes(),
        payment.order.bytes(),
        payment.legs,
        payment.purpose.name(),
        payment.payer.bytes(),
        member,
        network,
        name,
        payment.amount.minor,
        payment.fee.minor,
        payment.amount.currency.code(),
        payment.state.name(),
        payment.policy,
        payment.origin.bytes(),
        seal("payment.memo", &payment.memo)?,
        payment.public,
        payment.created_at.0,
        payment.expires_at.map(|at| at.0),
        consent.map(|consent| consent_name(consent.kind)),
        consent.map(|consent| consent.number),
        consent.map(|consent| consent.at.0),
        payment.counted.map(|period| period.day),
        payment.counted.map(|period| period.month),
        payment.claim.as_ref().map(|claim| claim.token_hash),
        claimed.map(|(member, _)| member.bytes()),
        claimed.map(|(_, at)| at.0),
        payment.ended_at.map(|at| at.0),
        payment.before.map(PaymentId::bytes),
        payment.refunded.amount,
        payment.refunded.fee,
        payment.refunded.transfers,
        payment.refund_ask.as_ref().map(|ask| ask.amount.minor),
        payment.refund_ask.as_ref().map(|ask| ask.at.0),
        payment.refund_ask.as_ref().map(|ask| ask.until.0),
    ])
}
