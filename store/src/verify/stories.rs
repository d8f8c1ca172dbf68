//! Payments and bank transfers: each has exactly the transfers and the hold that its state says.

use domain::id::{MemberId, PaymentId};
use domain::ledger::{Account, Hold, HoldEnd, House, TopUp, Transfer, TransferKind};
use domain::payment::{Payee, Payment, State};
use domain::time::Timestamp;

use super::{Checked, Each, Report, batches, counted, each, refunds, rows_of, same, wrong};
use crate::column::{at, id, money};
use crate::ledger::{FIND_HOLD, read_hold, read_transfer};
use crate::payment::{columns, read};
use crate::readers::Reader;
use crate::sql::{self, Feed, Row, params};
use crate::vault::sealed;

const PAYMENTS: &str = concat!("SELECT ", columns!(), " FROM payment ORDER BY id");

const TOP_UPS: &str = concat!(
    "SELECT id, member, amount, currency, ",
    sealed!("top_up.reference", "reference", "id"),
    ", at FROM top_up ORDER BY id"
);

const TRANSFERS_OF: &str = "SELECT cause, number, kind, debit, credit, amount, currency, at
     FROM transfer WHERE cause = $1 ORDER BY number";

const TRANSFERS: &str = "SELECT count(*) FROM transfer";

const HOLDS: &str = "SELECT count(*) FROM hold";

const ORPHAN_TRANSFER: &str = "SELECT cause, number FROM transfer t
     WHERE NOT EXISTS (SELECT 1 FROM payment p WHERE p.id = t.cause)
         AND NOT EXISTS (SELECT 1 FROM top_up u WHERE u.id = t.cause)
         AND NOT EXISTS (SELECT 1 FROM suspense s WHERE s.id = t.cause)
         AND NOT EXISTS (SELECT 1 FROM suspense s WHERE s.cause = t.cause)
     ORDER BY cause, number LIMIT 1";

const ORPHAN_HOLD: &str = "SELECT payment FROM hold h
     WHERE NOT EXISTS (SELECT 1 FROM payment p WHERE p.id = h.payment) ORDER BY payment LIMIT 1";

fn read_top_up(row: &Row<'_>) -> sql::Result<TopUp> {
    Ok(TopUp {
        id: id(row, 0, PaymentId::from_bytes)?,
        member: id(row, 1, MemberId::from_bytes)?,
        amount: money(row, 2, 3)?,
        reference: row.get(4)?,
        at: at(row, 5)?,
    })
}

pub(super) fn check(reader: &Reader, report: &mut Report) -> Checked<()> {
    let (mut transfers, mut holds, mut open) = (0, 0, 0);
    report.payments = batches(reader, "payment", PAYMENTS, read, |payments| {
        let ids: Vec<PaymentId> = payments.iter().map(|payment| payment.id).collect();
        let found = transfers_of(reader, &ids)?.into_iter().zip(holds_of(reader, &ids)?);
        let found = found.zip(refunds::of(reader, &ids)?);
        for (payment, ((found, hold), refunds)) in payments.iter().zip(found) {
            let found = found?;
            transfers += counted(found.len());
            check_state(payment)?;
            let mut expected = expected_transfers(payment)?;
            expected.extend(refunds::expected(payment, &refunds?, report)?);
            check_transfers(&expected, &found, payment.id)?;
            let hold = hold?.into_iter().next();
            holds += u64::from(hold.is_some());
            open += u64::from(hold.as_ref().is_some_and(|hold| hold.ended.is_none()));
            check_hold(payment, hold.as_ref())?;
        }
        Ok(())
    })?;
    refunds::no_orphans(reader, report)?;
    report.top_ups = batches(reader, "top_up", TOP_UPS, read_top_up, |top_ups| {
        let ids: Vec<PaymentId> = top_ups.iter().map(|top_up| top_up.id).collect();
        for (top_up, found) in top_ups.iter().zip(transfers_of(reader, &ids)?) {
            let found = found?;
            transfers += counted(found.len());
            check_top_up(top_up, &found)?;
        }
        Ok(())
    })?;
    transfers += super::suspense::check(reader, report)?;
    report.transfers = rows_of(reader, TRANSFERS)?;
    report.open_holds = open;
    if report.transfers != transfers {
        return Err(orphan_transfer(reader)?);
    }
    if rows_of(reader, HOLDS)? != holds {
        let payment = reader.one(ORPHAN_HOLD, [], |row| id(row, 0, PaymentId::from_bytes))?;
        return Err(wrong("hold", payment.to_string(), "a payment of this name", "none"));
    }
    Ok(())
}

fn orphan_transfer(reader: &Reader) -> Checked<super::Unsound> {
    let found = reader.maybe(ORPHAN_TRANSFER, [], |row| {
        Ok((id(row, 0, PaymentId::from_bytes)?, row.get::<u32>(1)?))
    })?;
    Ok(match found {
        Some((cause, number)) => wrong(
            "transfer",
            place(cause, number),
            "a payment or bank transfer as its cause",
            "none",
        ),
        None => wrong("transfer", "all".to_owned(), "one cause for each", "a cause that is both"),
    })
}

fn place(cause: PaymentId, number: u32) -> String {
    format!("{cause}/{number}")
}

/// The transfers of each cause.
pub(super) fn transfers_of(reader: &Reader, causes: &[PaymentId]) -> Checked<Each<Transfer>> {
    let bind = |cause: &PaymentId, ask: &mut Feed<'_>| ask(params![cause.bytes()]);
    each(reader, "transfer", TRANSFERS_OF, causes, bind, read_transfer)
}

fn holds_of(reader: &Reader, payments: &[PaymentId]) -> Checked<Each<Hold>> {
    let bind = |payment: &PaymentId, ask: &mut Feed<'_>| ask(params![payment.bytes()]);
    each(reader, "hold", FIND_HOLD, payments, bind, read_hold)
}

/// What a payment's own columns must be in its state.
fn check_state(payment: &Payment) -> Checked<()> {
    let state = payment.state;
    let wants = |what: &str, expected: bool, found: bool| {
        let key = || payment.id.to_string();
        same("payment", key, &format!("state {}: {what}", state.name()), expected, found)
    };
    let consented = match state {
        State::Held | State::Claimed | State::Paid | State::Returned => true,
        State::Doubted | State::Asked | State::Declined | State::Expired => false,
        // What is cancelled was approved if money was set aside for it.
        State::Cancelled => payment.claim.is_some(),
    };
    let counts = state.holds_money() || state == State::Paid;
    let claimed = payment.claim.as_ref().is_some_and(|claim| claim.by.is_some());
    let settled = match payment.payee {
        Payee::Member(_) => false,
        Payee::Handle { .. } => consented,
    };
    wants("a consent", consented, payment.consent.is_some())?;
    wants("counted against the limits", counts, payment.counted.is_some())?;
    wants("an end by itself", state.open(), payment.expires_at.is_some())?;
    wants("an end", !state.open(), payment.ended_at.is_some())?;
    wants("a claim", settled, payment.claim.is_some())?;
    if settled && (state == State::Held || state == State::Claimed || state == State::Paid) {
        wants("a claimant", state != State::Held, claimed)?;
    }
    wants("a fee within the amount", true, payment.fee.minor <= payment.amount.minor)?;
    let leg = payment.id.0.wrapping_sub(payment.order.0);
    wants("a place in its order", true, leg < u128::from(payment.legs))
}

fn expected_transfers(payment: &Payment) -> Checked<Vec<Transfer>> {
    if payment.state != State::Paid {
        return Ok(Vec::new());
    }
    let claimant = payment.claim.as_ref().and_then(|claim| claim.by);
    let payee = match (&payment.payee, claimant) {
        (Payee::Member(id), _) => *id,
        (Payee::Handle { .. }, Some((id, _))) => id,
        (Payee::Handle { .. }, None) => {
            return Err(wrong(
                "payment",
                payment.id.to_string(),
                "a claimant who was paid",
                "none",
            ));
        }
    };
    let transfer = Transfer {
        cause: payment.id,
        number: 0,
        kind: TransferKind::Payment,
        debit: Account::Wallet(payment.payer),
        credit: Account::Wallet(payee),
        amount: payment.amount,
        at: payment.ended_at.unwrap_or(Timestamp(0)),
    };
    let mut expected = vec![transfer.clone()];
    if payment.fee.minor > 0 {
        expected.push(Transfer {
            number: 1,
            kind: TransferKind::Fee,
            debit: Account::Wallet(payee),
            credit: Account::House(House::Fees),
            amount: payment.fee,
            ..transfer
        });
    }
    Ok(expected)
}

pub(super) fn check_transfers(
    expected: &[Transfer],
    found: &[Transfer],
    cause: PaymentId,
) -> Checked<()> {
    for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
        if expected != found {
            let number = u32::try_from(index).unwrap_or(u32::MAX);
            return Err(wrong("transfer", place(cause, number), told(expected), told(found)));
        }
    }
    let beyond = expected.len().min(found.len());
    let number = u32::try_from(beyond).unwrap_or(u32::MAX);
    match (expected.get(beyond), found.get(beyond)) {
        (None, None) => Ok(()),
        (Some(missing), None) => {
            Err(wrong("transfer", place(cause, number), told(missing), "none"))
        }
        (_, Some(extra)) => Err(wrong("transfer", place(cause, extra.number), "none", told(extra))),
    }
}

/// A transfer in a line, without names.
fn told(transfer: &Transfer) -> String {
    let Transfer { number, kind, debit, credit, amount, at, .. } = transfer;
    let (kind, at) = (kind.name(), at.0);
    format!("number {number}, {kind} of {amount} from {debit:?} to {credit:?} at {at}")
}

fn check_hold(payment: &Payment, found: Option<&Hold>) -> Checked<()> {
    let end = |how| payment.ended_at.map(|at| (how, at));
    let expected = payment.claim.as_ref().map(|_| match payment.state {
        State::Held | State::Claimed => None,
        State::Paid => end(HoldEnd::Captured),
        State::Returned | State::Cancelled => end(HoldEnd::Released),
        State::Doubted | State::Asked | State::Declined | State::Expired => None,
    });
    let key = || payment.id.to_string();
    match (expected, found) {
        (None, None) => Ok(()),
        (None, Some(_)) => Err(wrong("hold", key(), "none", "a hold")),
        (Some(_), None) => Err(wrong("hold", key(), "a hold", "none")),
        (Some(ended), Some(found)) => {
            same("hold", key, "the payer", payment.payer, found.member)?;
            same("hold", key, "the amount", payment.amount, found.amount)?;
            same("hold", key, "an end", ended, found.ended)
        }
    }
}

fn check_top_up(top_up: &TopUp, found: &[Transfer]) -> Checked<()> {
    let from = match found.first().map(|transfer| transfer.debit) {
        Some(Account::House(house)) => house,
        Some(Account::Wallet(_)) | None => House::Bank,
    };
    let expected = Transfer {
        cause: top_up.id,
        number: 0,
        kind: TransferKind::TopUp,
        debit: Account::House(from),
        credit: Account::Wallet(top_up.member),
        amount: top_up.amount,
        at: top_up.at,
    };
    check_transfers(&[expected], found, top_up.id)
}
