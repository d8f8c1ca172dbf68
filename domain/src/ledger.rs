//! The ledger: double-entry transfers, wallets, holds and statements.

use std::fmt;

use crate::id::{MemberId, PaymentId};
use crate::money::{Currency, Money};
use crate::time::Timestamp;

mod act;

/// An account of the operator's house. Its balance is the sum of its transfers; no row is kept or locked for it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum House {
    /// Money at payment service providers.
    Clearing,
    /// Money at the safeguarding bank.
    Bank,
    /// Payouts on their way to a bank.
    Payout,
    /// Fees earned.
    Fees,
    /// What the operator gives away.
    Promotion,
    /// What members owe the operator.
    Receivable,
    /// Money whose owner is not known yet.
    Suspense,
}

impl House {
    /// Every house account.
    pub const ALL: [Self; 7] = [
        Self::Clearing,
        Self::Bank,
        Self::Payout,
        Self::Fees,
        Self::Promotion,
        Self::Receivable,
        Self::Suspense,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clearing => "clearing",
            Self::Bank => "bank",
            Self::Payout => "payout",
            Self::Fees => "fees",
            Self::Promotion => "promotion",
            Self::Receivable => "receivable",
            Self::Suspense => "suspense",
        }
    }

    /// The reserved account number; member ids are UUIDs and never this small.
    const fn number(self) -> u128 {
        match self {
            Self::Clearing => 1,
            Self::Bank => 2,
            Self::Payout => 3,
            Self::Fees => 4,
            Self::Promotion => 5,
            Self::Receivable => 6,
            Self::Suspense => 7,
        }
    }
}

/// Where money is: a member's wallet or an account of the house; the currency comes with the transfer.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Account {
    /// The member's wallet in the transfer's currency.
    Wallet(MemberId),
    /// An account of the house.
    House(House),
}

impl Account {
    /// The sixteen bytes that are stored.
    #[must_use]
    pub const fn bytes(self) -> [u8; 16] {
        match self {
            Self::Wallet(member) => member.bytes(),
            Self::House(house) => house.number().to_be_bytes(),
        }
    }

    /// The account with these stored bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        let number = u128::from_be_bytes(bytes);
        match House::ALL.into_iter().find(|house| house.number() == number) {
            Some(house) => Self::House(house),
            None => Self::Wallet(MemberId(number)),
        }
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wallet(member) => write!(f, "{member}"),
            Self::House(house) => f.write_str(house.name()),
        }
    }
}

/// Who really holds the money of a wallet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Custody {
    /// The operator: reserving and settling happen at commit.
    Own,
    /// A payment service provider; our entries mirror what it confirms.
    Provider,
}

/// A member's money in one currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wallet {
    /// Whose.
    pub member: MemberId,
    /// Of what.
    pub currency: Currency,
    /// Who holds the money.
    pub custody: Custody,
    /// Minor units booked: credits less debits.
    pub posted: i64,
    /// Minor units set aside by open holds.
    pub held: i64,
    /// Statement lines written so far; the last line has this number.
    pub lines: u32,
    /// The last of them; each line names the one before it.
    pub last_line: Option<LineId>,
    /// The latest payment its owner began from it; each payment names the one before it.
    pub last_payment: Option<PaymentId>,
    /// What was spent in the latest period that saw a payment, for the limits.
    pub spent: Spent,
    /// What was paid without strong authentication since the last strong one.
    pub exempt: Exempt,
    /// Consents given so far; orders them without a clock.
    pub consents: u32,
}

/// Minor units spent or reserved in a day and a month (see [`crate::time::Period`]).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Spent {
    /// The day `in_day` belongs to.
    pub day: i32,
    /// Minor units of that day.
    pub in_day: i64,
    /// The month `in_month` belongs to.
    pub month: i32,
    /// Minor units of that month.
    pub in_month: i64,
}

/// The counters of the low-value exemption (RTS 2018/389, article 16).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Exempt {
    /// Minor units of exempt payments since the last strong approval.
    pub total: i64,
    /// Number of exempt payments since the last strong approval.
    pub count: u32,
}

impl Wallet {
    /// An empty wallet.
    #[must_use]
    pub fn new(member: MemberId, currency: Currency) -> Self {
        Self {
            member,
            currency,
            custody: Custody::Own,
            posted: 0,
            held: 0,
            lines: 0,
            last_line: None,
            last_payment: None,
            spent: Spent::default(),
            exempt: Exempt::default(),
            consents: 0,
        }
    }

    /// What can be spent: posted less held.
    #[must_use]
    pub fn available(&self) -> Money {
        Money::new(self.posted.saturating_sub(self.held), self.currency)
    }
}

/// Why money moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TransferKind {
    /// From payer to payee.
    Payment,
    /// From merchant to the fees account.
    Fee,
    /// A bank transfer received for a member.
    TopUp,
    /// From payee back to payer.
    Refund,
    /// From the fees account back to the merchant, for a refund.
    FeeBack,
    /// A bank transfer received for nobody we know.
    Receipt,
    /// Such a transfer on its way back.
    SendBack,
}

impl TransferKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Payment,
        Self::Fee,
        Self::TopUp,
        Self::Refund,
        Self::FeeBack,
        Self::Receipt,
        Self::SendBack,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Fee => "fee",
            Self::TopUp => "top_up",
            Self::Refund => "refund",
            Self::FeeBack => "fee_back",
            Self::Receipt => "receipt",
            Self::SendBack => "send_back",
        }
    }
}

/// One double-entry movement. Transfers are written once and never changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Transfer {
    /// The payment it belongs to; a top-up, and money without owner, has an id of its own.
    pub cause: PaymentId,
    /// Its place among the cause's transfers, from 0.
    pub number: u32,
    /// Why.
    pub kind: TransferKind,
    /// The account that gives.
    pub debit: Account,
    /// The account that receives.
    pub credit: Account,
    /// How much; always more than zero.
    pub amount: Money,
    /// When it was decided.
    pub at: Timestamp,
}

/// A bank transfer received for a member; its transfer has the same id as cause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TopUp {
    /// Its name.
    pub id: PaymentId,
    /// For whom.
    pub member: MemberId,
    /// How much.
    pub amount: Money,
    /// The bank's reference.
    pub reference: String,
    /// When it was booked.
    pub at: Timestamp,
}

/// Names a line among those of a wallet's owner: a transfer has at most one line for each member.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LineId {
    /// The payment or top-up.
    pub cause: PaymentId,
    /// Which of the cause's transfers.
    pub transfer: u32,
}

impl LineId {
    /// Reads the shown form; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (cause, transfer) = text.rsplit_once('_')?;
        Some(Self { cause: PaymentId::parse(cause)?, transfer: transfer.parse().ok()? })
    }
}

impl fmt::Display for LineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.cause, self.transfer)
    }
}

/// One line of a wallet's statement: a transfer as the wallet's owner sees it.
///
/// Lines are chained from the latest back: a store appends them in order of time, wherever their owner is, and needs
/// no index to find a wallet's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Whose wallet.
    pub member: MemberId,
    /// In which currency.
    pub currency: Currency,
    /// Counts from 1 without gaps.
    pub number: u32,
    /// Minor units: more than zero for money in, less for money out.
    pub change: i64,
    /// Minor units booked after this line.
    pub posted: i64,
    /// The payment or top-up.
    pub cause: PaymentId,
    /// Which of the cause's transfers.
    pub transfer: u32,
    /// The other side.
    pub other: Account,
    /// When.
    pub at: Timestamp,
    /// The wallet's line before this one; `None` for the first.
    pub before: Option<LineId>,
}

impl Line {
    /// What names it among its owner's lines.
    #[must_use]
    pub const fn id(&self) -> LineId {
        LineId { cause: self.cause, transfer: self.transfer }
    }
}

/// How a hold ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HoldEnd {
    /// The money moved.
    Captured,
    /// The money is free again.
    Released,
}

/// Money set aside for one payment; it ends exactly once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hold {
    /// The payment it belongs to; a payment has at most one hold.
    pub payment: PaymentId,
    /// Whose money.
    pub member: MemberId,
    /// How much; always more than zero.
    pub amount: Money,
    /// Since when.
    pub opened_at: Timestamp,
    /// How and when it ended.
    pub ended: Option<(HoldEnd, Timestamp)>,
}
