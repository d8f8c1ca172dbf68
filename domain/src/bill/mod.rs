//! Bills: money that a member asks of others, alone or as shares of a whole.
//!
//! A bill moves and holds nothing, and no rule of payments counts it: whoever is asked owes nothing until they pay it,
//! and nobody can stand in the way of somebody's payments by asking them for money. Paid, it begins a payment like any
//! other, which passes every rule at that instant; a bill is paid once because that same decision ends it.
//!
//! `ask` begins bills, `answer` is what those who are asked can do, `follow` what the one who asks can do and
//! what time does, `block` keeps somebody's requests away.

use std::sync::Arc;

use crate::context::Context;
use crate::id::{BillId, MemberId, PaymentId, RequestKey};
use crate::member::Network;
use crate::money::Money;
use crate::refusal::Refusal;
use crate::request::{HandleKey, Proof};
use crate::rows::{Draft, Key, Stop};
use crate::say::Arg;
use crate::tell::Source;
use crate::time::Timestamp;

mod answer;
mod ask;
mod block;
mod follow;
mod share;

pub(crate) use answer::pay_at_once;
pub use answer::{no, yes};
pub use ask::{request, split};
pub use follow::{deleted, meant, status, withdraw};
pub use share::share_out;

/// Bills that one list has at most; the newest are in it.
pub const BILLS_MAX: usize = 100;

/// As what bills were begun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BillKind {
    /// Money asked of one, or the same of each of several.
    Request,
    /// A whole that is shared out; everybody who shares sees who has paid.
    Split,
}

impl BillKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Request, Self::Split];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Split => "split",
        }
    }

    /// Reads the stable name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Where a bill stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BillState {
    /// Waits for whoever is asked.
    Open,
    /// Paid, by the payment it names. An end.
    Paid,
    /// Whoever was asked said no. An end.
    Declined,
    /// Whoever asked took it back. An end.
    Withdrawn,
    /// Nobody answered in time. An end.
    Expired,
}

impl BillState {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Open, Self::Paid, Self::Declined, Self::Withdrawn, Self::Expired];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Paid => "paid",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    /// Reads the stable name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// Money that one member asks of another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bill {
    /// Its name.
    pub id: BillId,
    /// The first bill that the same message began; withdrawn, reminded of and expired together.
    pub order: BillId,
    /// How many bills the order has; their ids count up from the order's.
    pub count: u32,
    /// As what it was begun.
    pub kind: BillKind,
    /// Who asks, and is paid.
    pub payee: MemberId,
    /// Who is asked, and may pay.
    pub payer: MemberId,
    /// How much is asked.
    pub amount: Money,
    /// What the message named: the whole that is shared, or the sum of the bills.
    pub total: Money,
    /// Where it stands.
    pub state: BillState,
    /// The request that began it.
    pub origin: RequestKey,
    /// What for, in the words of whoever asks.
    pub memo: Arc<str>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// How often whoever is asked was reminded.
    pub reminders: u32,
    /// When they were reminded last.
    pub reminded_at: Option<Timestamp>,
    /// The payment that paid it.
    pub payment: Option<PaymentId>,
    /// When it came to its end.
    pub ended_at: Option<Timestamp>,
}

impl Bill {
    /// Whether something may still happen.
    #[must_use]
    pub fn open(&self) -> bool {
        self.state == BillState::Open
    }

    /// The ids of its order.
    pub fn order_ids(&self) -> impl Iterator<Item = BillId> + use<> {
        let first = self.order.0;
        (0..self.count).map(move |place| BillId(first.wrapping_add(u128::from(place))))
    }

    /// When whoever is asked was told of it last.
    #[must_use]
    pub fn told_at(&self) -> Timestamp {
        self.reminded_at.unwrap_or(self.created_at)
    }
}

/// Whether an order of bills is any of the member's business: all of a split is every sharer's, of other bills each
/// is its payer's.
#[must_use]
pub fn may_see(member: MemberId, bill: &Bill, order: &[Bill]) -> bool {
    let shares = bill.kind == BillKind::Split && order.iter().any(|other| other.payer == member);
    bill.payee == member || bill.payer == member || shares
}

/// A list of bills, the oldest first, at most [`BILLS_MAX`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum BillList {
    /// The latest that one member asked of another, in any state.
    Between {
        /// Who asks.
        payee: MemberId,
        /// Who is asked.
        payer: MemberId,
    },
    /// The open ones that a member asked of others.
    By(MemberId),
    /// The open ones that others ask of a member.
    To(MemberId),
    /// Those that one request began, in any state.
    From(RequestKey),
}

impl BillList {
    /// Whether a bill belongs in it.
    #[must_use]
    pub fn has(&self, bill: &Bill) -> bool {
        match *self {
            Self::Between { payee, payer } => bill.payee == payee && bill.payer == payer,
            Self::By(payee) => bill.payee == payee && bill.open(),
            Self::To(payer) => bill.payer == payer && bill.open(),
            Self::From(origin) => bill.origin == origin,
        }
    }
}

/// What somebody does about a bill on a page, and what time does.
#[derive(Clone, Debug)]
pub enum Act {
    /// A program asks for a member.
    Ask(NewBills),
    /// Whoever is asked pays.
    Pay(Pay),
    /// Whoever is asked says no.
    Decline {
        /// Who.
        member: MemberId,
        /// To which.
        bill: BillId,
    },
    /// Whoever asks takes back what is open of the order.
    Withdraw {
        /// Who.
        member: MemberId,
        /// Any bill of the order.
        bill: BillId,
    },
    /// Whoever asks reminds those who have not answered.
    Remind {
        /// Who.
        member: MemberId,
        /// Any bill of the order.
        bill: BillId,
    },
    /// The time of an order is over.
    Expire {
        /// Any bill of the order.
        bill: BillId,
    },
    /// A member wants no more requests of another, or wants them again.
    Block {
        /// Who.
        member: MemberId,
        /// Whose requests.
        other: MemberId,
        /// Whether they are kept away from now on.
        blocked: bool,
    },
}

/// What a program asks for, without a message.
#[derive(Clone, Debug)]
pub struct NewBills {
    /// Who asks, and is paid.
    pub payee: MemberId,
    /// The names of the handles on the square of those who are asked, without `@`, in lower case.
    pub to: Vec<Arc<str>>,
    /// The same of each, or a whole that is shared.
    pub kind: BillKind,
    /// How much.
    pub amount: Money,
    /// Whether whoever asks is not one of those who share.
    pub without_me: bool,
    /// What for; nothing for no memo.
    pub memo: Arc<str>,
}

/// The consent of whoever is asked, on the approval page.
#[derive(Clone, Debug)]
pub struct Pay {
    /// Who.
    pub member: MemberId,
    /// Which bill.
    pub bill: BillId,
    /// What was shown, see [`crate::approval::bill_digest`]; the consent holds for nothing else.
    pub shown: [u8; 32],
    /// How they were authenticated; `None` where the payment is exempt.
    pub proof: Option<Proof>,
}

impl Act {
    /// The rows that are needed whatever they hold.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        match self {
            Self::Ask(new) => {
                let name = |name: &Arc<str>| HandleKey::Name(Network::SQUARE, name.clone());
                let handles = new.to.iter().map(|to| Key::Handle(name(to)));
                handles.chain([Key::Member(new.payee)]).collect()
            }
            Self::Pay(pay) => {
                let own = [Key::Member(pay.member), Key::Bill(pay.bill), Key::Pin(pay.member)];
                own.into_iter().chain(Proof::keys(&pay.proof, pay.member)).collect()
            }
            Self::Decline { member, bill }
            | Self::Withdraw { member, bill }
            | Self::Remind { member, bill } => vec![Key::Member(*member), Key::Bill(*bill)],
            Self::Expire { bill } => vec![Key::Bill(*bill)],
            Self::Block { member, other, .. } => {
                vec![Key::Member(*member), Key::Member(*other), Key::Block(*member, *other)]
            }
        }
    }
}

/// Does what is asked about a bill. A wrong PIN is counted, so it is an answer and not a [`Stop`].
///
/// # Errors
/// [`Stop::Refused`] if it cannot be done, [`Stop::More`] if rows are needed.
pub fn act(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    act: &Act,
    source: &Source,
) -> Result<Option<Refusal>, Stop> {
    draft.need(act.keys())?;
    let done = match act {
        Act::Ask(new) => ask::by_program(draft, ctx, new, source),
        Act::Pay(pay) => return answer::pay(draft, ctx, pay, source),
        Act::Decline { member, bill } => answer::decline(draft, ctx, *member, *bill, source),
        Act::Withdraw { member, bill } => follow::withdraw(draft, ctx, *member, *bill, source),
        Act::Remind { member, bill } => follow::remind(draft, ctx, *member, *bill, source),
        Act::Expire { bill } => follow::expire(draft, ctx, *bill),
        Act::Block { member, other, blocked } => block::set(draft, ctx, *member, *other, *blocked),
    };
    done.map(|()| None)
}

/// Every bill of an order, with the rows around those that are open: who asks, who is asked, and whether they keep
/// such requests away.
pub(crate) fn order(draft: &Draft<'_>, bill: &Bill) -> Result<Vec<Bill>, Stop> {
    draft.need(bill.order_ids().map(Key::Bill).chain([Key::Member(bill.payee)]))?;
    let rows = bill.order_ids().map(|id| draft.bill(id)).collect::<Result<Vec<_>, _>>()?;
    let rows: Vec<Bill> = rows.into_iter().flatten().cloned().collect();
    let around = |bill: &Bill| [Key::Member(bill.payer), Key::Block(bill.payer, bill.payee)];
    draft.need(rows.iter().flat_map(around))?;
    Ok(rows)
}

fn ended(bill: &Bill) -> Stop {
    Refusal::RequestEnded { state: bill.state }.into()
}

/// A link to a page about a bill.
#[must_use]
pub fn link(page: &str, bill: BillId) -> Arg {
    Arg::Link(format!("/{page}/{bill}"))
}

/// The sum of some bills of one order, which the ledger holds: it is a part of what their message named.
fn sum<'a>(bills: impl IntoIterator<Item = &'a Bill>, whole: &Bill) -> Money {
    let minor = bills.into_iter().fold(0_i64, |sum, bill| sum.saturating_add(bill.amount.minor));
    Money::new(minor, whole.amount.currency)
}
