//! Seals: the Merkle roots of transfers, each chained to the one before, so that anyone can check that history stands.
//!
//! A seal covers ids, amounts and instants, never text. What is hashed is laid out byte by byte here and nowhere else;
//! numbers are big-endian. A new layout takes a new tag, and old seals keep theirs.
//!
//! A transfer (the entry of a Merkle leaf, see [`crate::merkle`]):
//!
//! | bytes | what |
//! | --- | --- |
//! | 0–15 | the ASCII text `obole transfer 1` |
//! | 16–31 | the cause: the payment's id |
//! | 32–35 | its number among the cause's transfers, unsigned |
//! | 36–51 | the account that gives |
//! | 52–67 | the account that receives |
//! | 68–75 | the amount in minor units, signed |
//! | 76–78 | the currency's three letters |
//! | 79–86 | the instant in microseconds since 1970-01-01 00:00 UTC, signed |
//! | 87– | the kind's stable name in ASCII, as in `payment` |
//!
//! A member's account is the member's id; one of the house is its small number ([`crate::ledger::Account::bytes`]).
//!
//! A seal, whose SHA-256 is its hash:
//!
//! | bytes | what |
//! | --- | --- |
//! | 0–11 | the ASCII text `obole seal 1` |
//! | 12–19 | its number, unsigned, from 1 |
//! | 20–51 | the hash of the seal before it; zeros for the first |
//! | 52–83 | the root of the Merkle tree of its transfers, in order of cause and number |
//! | 84–91 | how many transfers, unsigned |
//! | 92–111 | the first transfer: cause and number |
//! | 112–131 | the last transfer: cause and number |
//! | 132–139 | before this instant nothing is unsealed, signed |
//! | 140–147 | when it was sealed, signed |
//!
//! What the operator signs is the ASCII text `obole seal signature 1` followed by the seal's hash.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::id::PaymentId;
use crate::ledger::Transfer;
use crate::merkle::{self, Hash};
use crate::time::Timestamp;

const TRANSFER_TAG: &[u8; 16] = b"obole transfer 1";
const SEAL_TAG: &[u8; 12] = b"obole seal 1";
const SIGNATURE_TAG: &[u8; 22] = b"obole seal signature 1";

/// Names a transfer. They sort as a seal orders its transfers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TransferId {
    /// The payment or top-up.
    pub cause: PaymentId,
    /// Which of the cause's transfers.
    pub number: u32,
}

impl TransferId {
    /// The name of `transfer`.
    #[must_use]
    pub const fn of(transfer: &Transfer) -> Self {
        Self { cause: transfer.cause, number: transfer.number }
    }

    /// Reads the shown form, as in `pay_…/0`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (cause, number) = text.split_once('/')?;
        let plain = number.bytes().all(|byte| byte.is_ascii_digit());
        Some(Self {
            cause: PaymentId::parse(cause)?,
            number: number.parse().ok().filter(|_| plain)?,
        })
    }
}

impl fmt::Display for TransferId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.cause, self.number)
    }
}

/// A transfer as it is hashed.
#[must_use]
pub fn entry(transfer: &Transfer) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(96);
    bytes.extend(TRANSFER_TAG);
    bytes.extend(transfer.cause.bytes());
    bytes.extend(transfer.number.to_be_bytes());
    bytes.extend(transfer.debit.bytes());
    bytes.extend(transfer.credit.bytes());
    bytes.extend(transfer.amount.minor.to_be_bytes());
    bytes.extend(transfer.amount.currency.code().as_bytes());
    bytes.extend(transfer.at.0.to_be_bytes());
    bytes.extend(transfer.kind.name().as_bytes());
    bytes
}

/// The Merkle leaf of a transfer.
#[must_use]
pub fn leaf(transfer: &Transfer) -> Hash {
    merkle::leaf(&entry(transfer))
}

/// A seal over some transfers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seal {
    /// Counts from 1 without gaps.
    pub number: u64,
    /// The hash of the seal before it; zeros for the first.
    pub previous: Hash,
    /// The root of the Merkle tree of its transfers.
    pub root: Hash,
    /// How many transfers; at least one.
    pub count: u64,
    /// The first of them.
    pub first: TransferId,
    /// The last of them.
    pub last: TransferId,
    /// Every transfer before this instant is in this seal or in one before it.
    pub until: Timestamp,
    /// When it was sealed.
    pub at: Timestamp,
}

impl Seal {
    /// The hash that the next seal repeats and the operator signs.
    #[must_use]
    pub fn hash(&self) -> Hash {
        let mut hash = Sha256::new();
        hash.update(SEAL_TAG);
        hash.update(self.number.to_be_bytes());
        hash.update(self.previous);
        hash.update(self.root);
        hash.update(self.count.to_be_bytes());
        for transfer in [self.first, self.last] {
            hash.update(transfer.cause.bytes());
            hash.update(transfer.number.to_be_bytes());
        }
        hash.update(self.until.0.to_be_bytes());
        hash.update(self.at.0.to_be_bytes());
        hash.finalize().into()
    }

    /// Whether it is the next seal after `previous`, or the first one after none.
    #[must_use]
    pub fn follows(&self, previous: Option<&Self>) -> bool {
        let (number, hash) = previous.map_or((0, [0; 32]), |seal| (seal.number, seal.hash()));
        self.number.checked_sub(1) == Some(number) && self.previous == hash
    }
}

/// What the operator signs to publish the seal with this hash.
#[must_use]
pub fn signed_bytes(hash: &Hash) -> Vec<u8> {
    [SIGNATURE_TAG, &hash[..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::MemberId;
    use crate::ledger::{Account, House, TransferKind};
    use crate::merkle::hex;
    use crate::money::{Currency, Money};

    fn transfer() -> Transfer {
        Transfer {
            cause: PaymentId(0x0102_0304_0506_7008_8009_0a0b_0c0d_0e0f),
            number: 1,
            kind: TransferKind::Fee,
            debit: Account::Wallet(MemberId(0x1111_1111_1111_7111_9111_1111_1111_1111)),
            credit: Account::House(House::Fees),
            amount: Money::new(258, Currency::EUR),
            at: Timestamp(1_700_000_000_123_456),
        }
    }

    fn seal() -> Seal {
        let id = TransferId::of(&transfer());
        Seal {
            number: 7,
            previous: [1; 32],
            root: [2; 32],
            count: 3,
            first: id,
            last: id,
            until: Timestamp(4),
            at: Timestamp(5),
        }
    }

    /// Seals outlive this program: these answers must never change.
    #[test]
    fn what_is_hashed_stays_what_it_is() {
        assert_eq!(
            hex(&entry(&transfer())),
            concat!(
                "6f626f6c65207472616e736665722031010203040506700880090a0b0c0d0e0f00000001111111111111711191",
                "1111111111111100000000000000000000000000000004000000000000010245555200060a2418202240666565",
            )
        );
        assert_eq!(entry(&transfer()).len(), 87 + 3);
        assert_eq!(
            hex(&seal().hash()),
            "b615216e1a68dc6c69ebd2da33f8942f0486f053d3663f05a4b18d71044eb82b"
        );
        assert_eq!(&signed_bytes(&[9; 32])[..22], b"obole seal signature 1");
    }

    #[test]
    fn every_field_is_covered() {
        type Change = fn(&mut Transfer);
        let changes: [Change; 8] = [
            |t| t.cause.0 += 1,
            |t| t.number += 1,
            |t| t.kind = TransferKind::Payment,
            |t| t.debit = Account::House(House::Bank),
            |t| t.credit = Account::House(House::Bank),
            |t| t.amount.minor += 1,
            |t| t.amount.currency = Currency::USD,
            |t| t.at.0 += 1,
        ];
        for (index, change) in changes.iter().enumerate() {
            let mut changed = transfer();
            change(&mut changed);
            assert_ne!(leaf(&changed), leaf(&transfer()), "change {index}");
        }
        type Turn = fn(&mut Seal);
        let turns: [Turn; 8] = [
            |s| s.number += 1,
            |s| s.previous[31] ^= 1,
            |s| s.root[0] ^= 1,
            |s| s.count += 1,
            |s| s.first.number += 1,
            |s| s.last.cause.0 += 1,
            |s| s.until.0 += 1,
            |s| s.at.0 += 1,
        ];
        for (index, turn) in turns.iter().enumerate() {
            let mut turned = seal();
            turn(&mut turned);
            assert_ne!(turned.hash(), seal().hash(), "turn {index}");
        }
    }

    #[test]
    fn seals_follow_each_other() {
        let first = Seal { number: 1, previous: [0; 32], ..seal() };
        let second = Seal { number: 2, previous: first.hash(), ..seal() };
        assert!(first.follows(None) && second.follows(Some(&first)));
        assert!(!second.follows(None) && !first.follows(Some(&second)));
        let other = Seal { at: Timestamp(6), ..first.clone() };
        assert!(!second.follows(Some(&other)), "another first seal");
        assert!(!Seal { number: 3, ..second }.follows(Some(&first)), "a gap");
    }

    #[test]
    fn a_transfer_is_named_and_read_back() {
        let id = TransferId::of(&transfer());
        assert_eq!(TransferId::parse(&id.to_string()), Some(id));
        for wrong in ["", "pay_/0", "pay_0/0", &format!("{}/+1", id.cause), &id.cause.to_string()] {
            assert_eq!(TransferId::parse(wrong), None, "{wrong}");
        }
    }
}
