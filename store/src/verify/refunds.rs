//! Refunds: what a payment says went back is what its refunds say, each with its part of the fee and its transfers.

use domain::id::PaymentId;
use domain::ledger::{Account, House, Transfer, TransferKind, Wallet};
use domain::payment::{Payment, State};
use domain::refund::{By, Refund, Refunded};

use super::{Checked, Each, Report, counted, each, rows_of, same, wrong};
use crate::column::id;
use crate::readers::Reader;
use crate::refund::{OF_PAYMENT, read_refund};
use crate::sql::{Feed, Row, params};

const COUNT: &str = "SELECT count(*) FROM refund";

const ORPHAN: &str = "SELECT payment, number FROM refund r
     WHERE NOT EXISTS (SELECT 1 FROM payment p WHERE p.id = r.payment)
     ORDER BY payment, number LIMIT 1";

const CONSENTS: &str = "SELECT coalesce(max(consent_number), 0),
         coalesce(max(CASE WHEN consent = 'strong' THEN consent_number ELSE 0 END), 0)
     FROM refund WHERE payee = $1 AND currency = $2";

const EXEMPT: &str = "SELECT coalesce(sum(amount), 0), count(*) FROM refund
     WHERE payee = $1 AND currency = $2 AND consent = 'exempt' AND consent_number > $3";

/// The refunds of a payment, and the transfers they must have, after those of the payment itself.
pub(super) fn expected(
    payment: &Payment,
    refunds: &[Refund],
    report: &mut Report,
) -> Checked<Vec<Transfer>> {
    report.refunds += counted(refunds.len());
    let mut so_far = Payment { refunded: Refunded::default(), ..payment.clone() };
    let mut transfers = Vec::new();
    for refund in refunds {
        step(&mut so_far, refund, &mut transfers)?;
    }
    let key = || payment.id.to_string();
    same("payment", key, "refunded", so_far.refunded, payment.refunded)?;
    let asks = payment.refund_ask.as_ref();
    let askable = payment.refundable();
    let may = asks.is_none_or(|ask| 0 < ask.amount.minor && ask.amount.minor <= askable.minor);
    same("payment", key, "a wish for what can go back:", true, may)?;
    Ok(transfers)
}

fn step(so_far: &mut Payment, refund: &Refund, transfers: &mut Vec<Transfer>) -> Checked<()> {
    let key = || format!("{}/{}", refund.payment, refund.number);
    let Some(payee) = so_far.paid_to().filter(|_| so_far.state == State::Paid) else {
        return Err(wrong("refund", key(), "a payment that was paid", so_far.state.name()));
    };
    same("refund", key, "the payee", payee, refund.payee)?;
    let left = so_far.refundable();
    let within = 0 < refund.amount.minor && refund.amount.minor <= left.minor;
    same("refund", key, "no more than is left:", true, within)?;
    let fee = so_far.fee_with(refund.amount);
    same("refund", key, "the fee given back", fee, refund.fee)?;
    same("refund", key, "an instant after the payment:", true, so_far.ended_at <= Some(refund.at))?;
    let first = so_far.first_refund_number() + so_far.refunded.transfers;
    let number = first + u32::from(fee.minor > 0);
    same("refund", key, "number", number, refund.number)?;
    let back = Transfer {
        cause: refund.payment,
        number,
        kind: TransferKind::Refund,
        debit: Account::Wallet(payee),
        credit: Account::Wallet(so_far.payer),
        amount: refund.amount,
        at: refund.at,
    };
    if fee.minor > 0 {
        transfers.push(Transfer {
            number: first,
            kind: TransferKind::FeeBack,
            debit: Account::House(House::Fees),
            credit: Account::Wallet(payee),
            amount: fee,
            ..back.clone()
        });
    }
    transfers.push(back);
    so_far.refunded = Refunded {
        amount: so_far.refunded.amount + refund.amount.minor,
        fee: so_far.refunded.fee + fee.minor,
        transfers: number + 1 - so_far.first_refund_number(),
    };
    match refund.by {
        By::Payee(consent) => same("refund", key, "consent at", refund.at, consent.at),
        By::Operator => Ok(()),
    }
}

/// The refunds of each payment.
pub(super) fn of(reader: &Reader, payments: &[PaymentId]) -> Checked<Each<Refund>> {
    let bind = |payment: &PaymentId, ask: &mut Feed<'_>| ask(params![payment.bytes()]);
    each(reader, "refund", OF_PAYMENT, payments, bind, read_refund)
}

/// Every refund belongs to a payment.
pub(super) fn no_orphans(reader: &Reader, report: &Report) -> Checked<()> {
    if rows_of(reader, COUNT)? == report.refunds {
        return Ok(());
    }
    let place = |row: &Row<'_>| {
        Ok(format!("{}/{}", id(row, 0, PaymentId::from_bytes)?, row.get::<u32>(1)?))
    };
    let key = reader.one(ORPHAN, [], place)?;
    Err(wrong("refund", key, "a payment of this name", "none"))
}

/// The last of each wallet's consents to refunds, and the last strong one.
pub(super) fn consents(reader: &Reader, wallets: &[Wallet]) -> Checked<Each<(u32, u32)>> {
    let bind = |wallet: &Wallet, ask: &mut Feed<'_>| {
        ask(params![wallet.member.bytes(), wallet.currency.code()])
    };
    each(reader, "refund", CONSENTS, wallets, bind, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The sum and the number of each wallet's exempt refunds after a strong consent.
pub(super) fn exempt(reader: &Reader, wallets: &[(&Wallet, u32)]) -> Checked<Each<(i64, u32)>> {
    let bind = |(wallet, strong): &(&Wallet, u32), ask: &mut Feed<'_>| {
        ask(params![wallet.member.bytes(), wallet.currency.code(), strong])
    };
    each(reader, "refund", EXEMPT, wallets, bind, |row| Ok((row.get(0)?, row.get(1)?)))
}
