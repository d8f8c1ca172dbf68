//! A payment: the story of one wish to pay, from the post to its end.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::id::{MemberId, PaymentId, RequestKey};
use crate::member::Network;
use crate::money::Money;
use crate::refund::{RefundAsk, Refunded};
use crate::time::{MILLISECOND_US, Period, Timestamp};

/// Whom the money is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Payee {
    /// A member.
    Member(MemberId),
    /// A handle that belongs to no member: a claim.
    Handle {
        /// Where the handle is.
        network: Network,
        /// The visible name without `@`.
        name: Arc<str>,
    },
}

/// What a payment was asked as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// Money sent to anybody.
    Send,
    /// A gift to a charity.
    Gift,
}

impl Purpose {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Gift => "gift",
        }
    }
}

/// Where a payment stands. Money moves on entering [`State::Paid`] only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Looks like one just made: waits for a yes. Nothing is reserved.
    Doubted,
    /// Waits for the payer's strong approval. Nothing is reserved: consent comes first (PSD2, article 64).
    Asked,
    /// Approved and set aside for a handle without account.
    Held,
    /// Somebody claims it; waits for the payer to confirm who.
    Claimed,
    /// The payee has the money. An end.
    Paid,
    /// Set aside, then given back to the payer. An end.
    Returned,
    /// The payer took it back before its end. An end.
    Cancelled,
    /// The payer said no. An end.
    Declined,
    /// Nobody approved it in time. An end.
    Expired,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 9] = [
        Self::Doubted,
        Self::Asked,
        Self::Held,
        Self::Claimed,
        Self::Paid,
        Self::Returned,
        Self::Cancelled,
        Self::Declined,
        Self::Expired,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Doubted => "doubted",
            Self::Asked => "asked",
            Self::Held => "held",
            Self::Claimed => "claimed",
            Self::Paid => "paid",
            Self::Returned => "returned",
            Self::Cancelled => "cancelled",
            Self::Declined => "declined",
            Self::Expired => "expired",
        }
    }

    /// Reads the stable name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether something may still happen.
    #[must_use]
    pub const fn open(self) -> bool {
        match self {
            Self::Doubted | Self::Asked | Self::Held | Self::Claimed => true,
            Self::Paid | Self::Returned | Self::Cancelled | Self::Declined | Self::Expired => false,
        }
    }

    /// Whether the payer's money is set aside.
    #[must_use]
    pub const fn holds_money(self) -> bool {
        matches!(self, Self::Held | Self::Claimed)
    }
}

/// How the payer consented.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ConsentKind {
    /// The post itself, under the low-value exemption (RTS 2018/389, article 16).
    Exempt,
    /// Strong authentication bound to amount and payee (article 5).
    Strong,
    /// Strong authentication when a schedule of the same amount to the same payee was set up (article 14).
    Recurring,
}

/// The payer's consent to a payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Consent {
    /// How.
    pub kind: ConsentKind,
    /// Its number among the wallet's consents; all payments of one order share it.
    pub number: u32,
    /// When.
    pub at: Timestamp,
}

/// The private link of a claim, and who came with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// SHA-256 of the link's token; the token itself is only in the message.
    pub token_hash: [u8; 32],
    /// Who claims it, and since when.
    pub by: Option<(MemberId, Timestamp)>,
}

/// One payment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payment {
    /// Its name.
    pub id: PaymentId,
    /// The first payment of the same order; approved, declined and cancelled together.
    pub order: PaymentId,
    /// How many payments the order has; their ids count up from the order's.
    pub legs: u32,
    /// As what it was asked.
    pub purpose: Purpose,
    /// Who pays.
    pub payer: MemberId,
    /// Who is paid.
    pub payee: Payee,
    /// What the payer gives.
    pub amount: Money,
    /// What the payee owes the operator for it, out of the amount.
    pub fee: Money,
    /// Where it stands.
    pub state: State,
    /// The policy it was last decided by.
    pub policy: u32,
    /// The request that began it.
    pub origin: RequestKey,
    /// What for, in the payer's words.
    pub memo: Arc<str>,
    /// Whether it was asked for in public.
    pub public: bool,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When it ends by itself, while it is open.
    pub expires_at: Option<Timestamp>,
    /// The payer's consent.
    pub consent: Option<Consent>,
    /// The day and month whose limits it counts against, while it counts.
    pub counted: Option<Period>,
    /// For a payee without account.
    pub claim: Option<Claim>,
    /// When it came to its end.
    pub ended_at: Option<Timestamp>,
    /// The payer's payment before it in the same currency; `None` for the first.
    pub before: Option<PaymentId>,
    /// What of it has gone back to the payer.
    pub refunded: Refunded,
    /// The payer's wish to have some of it back; few payments have one, so it lies apart.
    pub refund_ask: Option<Box<RefundAsk>>,
}

/// What the duplicate guard and the status need to know of a payer's latest payments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recent {
    /// Which.
    pub id: PaymentId,
    /// To whom.
    pub payee: Payee,
    /// How much.
    pub amount: Money,
    /// Where it stands.
    pub state: State,
    /// When it was asked for.
    pub created_at: Timestamp,
}

impl From<&Payment> for Recent {
    fn from(payment: &Payment) -> Self {
        Self {
            id: payment.id,
            payee: payment.payee.clone(),
            amount: payment.amount,
            state: payment.state,
            created_at: payment.created_at,
        }
    }
}

/// Those of a payer's latest payments, oldest first, that were asked for after `since`; the newest first.
pub fn after(recent: &VecDeque<Recent>, since: Timestamp) -> impl Iterator<Item = &Recent> {
    // Ids sort payments by the millisecond: once one is older by that much, all the rest are older.
    let newer = move |one: &&Recent| one.created_at.plus_us(MILLISECOND_US) > since;
    recent.iter().rev().take_while(newer).filter(move |one| one.created_at > since)
}
