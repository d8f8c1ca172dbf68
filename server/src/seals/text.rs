//! Seals, transfers and proofs as JSON. Hashes are hexadecimal digits, instants microseconds since 1970 UTC.

use domain::id::{MemberId, PaymentId};
use domain::ledger::{Account, House, Transfer, TransferKind};
use domain::merkle::{Hash, hex, parse_hex};
use domain::money::{Currency, Money};
use domain::seal::{Seal, TransferId};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A seal.
#[derive(Serialize, Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct SealText {
    pub(super) number: u64,
    previous: String,
    root: String,
    count: u64,
    first: String,
    last: String,
    until_us: i64,
    at_us: i64,
    pub(super) hash: String,
}

/// A transfer, without any text of its payer's.
#[derive(Serialize, Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct TransferText {
    cause: String,
    number: u32,
    kind: String,
    debit: String,
    credit: String,
    amount_minor: i64,
    currency: String,
    at_us: i64,
}

/// A transfer and its way up to the root of its seal.
#[derive(Serialize, Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryText {
    pub(super) transfer: TransferText,
    pub(super) seal: u64,
    pub(super) index: u64,
    pub(super) path: Vec<String>,
}

/// The proof of a payment's transfers.
#[derive(Serialize, Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct ProofText {
    pub(super) obole_proof: u32,
    pub(super) payment: String,
    pub(super) transfers: Vec<EntryText>,
    /// From the seal of the first transfer on, without a gap; the last is the one that is signed.
    pub(super) seals: Vec<SealText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) signature: Option<String>,
}

/// A seal as it is published.
#[derive(Serialize, Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct PublishedText {
    pub(super) seal: SealText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) signature: Option<String>,
}

impl SealText {
    pub(super) fn of(seal: &Seal) -> Self {
        Self {
            number: seal.number,
            previous: hex(&seal.previous),
            root: hex(&seal.root),
            count: seal.count,
            first: seal.first.to_string(),
            last: seal.last.to_string(),
            until_us: seal.until.0,
            at_us: seal.at.0,
            hash: hex(&seal.hash()),
        }
    }

    /// The seal, whose hash is the one it says.
    pub(super) fn read(&self) -> Result<Seal, String> {
        let wrong = |what: &str| format!("seal {}: {what}", self.number);
        let id =
            |text: &str| TransferId::parse(text).ok_or_else(|| wrong("a transfer's name is none"));
        let seal = Seal {
            number: self.number,
            previous: hash(&self.previous)?,
            root: hash(&self.root)?,
            count: self.count,
            first: id(&self.first)?,
            last: id(&self.last)?,
            until: Timestamp(self.until_us),
            at: Timestamp(self.at_us),
        };
        if seal.hash() == hash(&self.hash)? {
            Ok(seal)
        } else {
            Err(wrong("the hash is not its own"))
        }
    }
}

pub(super) fn hash(text: &str) -> Result<Hash, String> {
    parse_hex(text).ok_or_else(|| format!("{text:?} is no hash of 64 hexadecimal digits"))
}

impl TransferText {
    pub(super) fn of(transfer: &Transfer) -> Self {
        Self {
            cause: transfer.cause.to_string(),
            number: transfer.number,
            kind: transfer.kind.name().to_owned(),
            debit: account(transfer.debit),
            credit: account(transfer.credit),
            amount_minor: transfer.amount.minor,
            currency: transfer.amount.currency.to_string(),
            at_us: transfer.at.0,
        }
    }

    pub(super) fn read(&self) -> Result<Transfer, String> {
        let wrong = |what: &str, text: &str| format!("{text:?} is no {what}");
        let cause = PaymentId::parse(&self.cause).ok_or_else(|| wrong("payment", &self.cause))?;
        let kind = TransferKind::ALL.into_iter().find(|kind| kind.name() == self.kind);
        let currency =
            Currency::parse(&self.currency).ok_or_else(|| wrong("currency", &self.currency))?;
        Ok(Transfer {
            cause,
            number: self.number,
            kind: kind.ok_or_else(|| wrong("kind of transfer", &self.kind))?,
            debit: read_account(&self.debit)?,
            credit: read_account(&self.credit)?,
            amount: Money::new(self.amount_minor, currency),
            at: Timestamp(self.at_us),
        })
    }
}

fn account(account: Account) -> String {
    match account {
        Account::Wallet(member) => member.to_string(),
        Account::House(house) => format!("house:{}", house.name()),
    }
}

fn read_account(text: &str) -> Result<Account, String> {
    let house = |name: &str| House::ALL.into_iter().find(|house| house.name() == name);
    let found = match text.strip_prefix("house:") {
        Some(name) => house(name).map(Account::House),
        None => MemberId::parse(text).map(Account::Wallet),
    };
    found.ok_or_else(|| format!("{text:?} is no account"))
}
