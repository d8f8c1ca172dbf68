//! What exactly a payer consents to: the approval holds for the amount and payee shown, and for nothing else.

use sha2::{Digest, Sha256};

use crate::bill::Bill;
use crate::id::PaymentId;
use crate::money::Money;
use crate::payment::{Payee, Payment};
use crate::schedule::Schedule;

/// A digest of everything an approval sheet shows that decides where money goes (RTS 2018/389, article 5).
///
/// Any change of an amount, a payee, a claimant or the number of payments gives another digest.
#[must_use]
pub fn digest(payments: &[&Payment]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for payment in payments {
        hash.update(payment.id.bytes());
        hash.update(payment.amount.minor.to_be_bytes());
        hash.update(payment.amount.currency.code());
        hash.update(payment.fee.minor.to_be_bytes());
        match &payment.payee {
            Payee::Member(id) => {
                hash.update([0]);
                hash.update(id.bytes());
            }
            Payee::Handle { network, name } => {
                hash.update([1]);
                hash.update(network.name());
                hash.update([0]);
                hash.update(&**name);
                hash.update([0]);
            }
        }
        if let Some((claimant, _)) = payment.claim.as_ref().and_then(|claim| claim.by) {
            hash.update(claimant.bytes());
        }
    }
    hash.finalize().into()
}

/// A digest of everything the approval sheet of a bill shows that decides where money goes.
#[must_use]
pub fn bill_digest(bill: &Bill) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"bill");
    hash.update(bill.id.bytes());
    hash.update(bill.amount.minor.to_be_bytes());
    hash.update(bill.amount.currency.code());
    hash.update(bill.payee.bytes());
    hash.finalize().into()
}

/// A digest of everything the approval sheet of a schedule shows that decides how much goes to whom and when.
#[must_use]
pub fn schedule_digest(schedule: &Schedule) -> [u8; 32] {
    Sha256::new().chain_update(b"schedule").chain_update(schedule.terms()).finalize().into()
}

/// A digest of what decides how much of a payment goes back; whom it goes to follows from the payment.
#[must_use]
pub fn refund_digest(payment: PaymentId, amount: Money) -> [u8; 32] {
    let hash = Sha256::new().chain_update(b"refund").chain_update(payment.bytes());
    let hash = hash.chain_update(amount.minor.to_be_bytes());
    hash.chain_update(amount.currency.code()).finalize().into()
}
