//! Requests, and what comes of them.

use std::sync::Arc;

use crate::bill;
use crate::grammar::Reading;
use crate::id::{MemberId, PaymentId, RequestKey, SuspenseId};
use crate::lang::Lang;
use crate::ledger::House;
use crate::member::{Handle, Kind, Network};
use crate::money::Money;
use crate::passkey::{self, PasskeyProof};
use crate::payment::Purpose;
use crate::refund::RefundOrder;
use crate::refusal::Refusal;
use crate::rows::Key;
use crate::say::Say;
use crate::schedule;
use crate::suspense::Receipt;
use crate::time::Timestamp;

/// Something somebody wants of us. Everything that moves money is one of these.
#[derive(Clone, Debug)]
pub enum Request {
    /// A message on a network.
    Post(Post),
    /// A message is gone from its network; what it began and is still open is cancelled.
    Deleted {
        /// The key of the post's own request.
        post: RequestKey,
        /// Whose post it was.
        author: MemberId,
    },
    /// The payer consents on a page.
    Approve(Approve),
    /// The payer says no on a page.
    Decline {
        /// Who.
        member: MemberId,
        /// To which payment, and the rest of its order.
        payment: PaymentId,
    },
    /// The payer takes an open payment back on a page.
    Cancel {
        /// Who.
        member: MemberId,
        /// Which payment, and what is open of its order.
        payment: PaymentId,
    },
    /// Somebody came with a claim's private link.
    Claim {
        /// Who.
        member: MemberId,
        /// SHA-256 of the link's token.
        token_hash: [u8; 32],
        /// Whether they want it; otherwise it returns to the payer.
        wanted: bool,
    },
    /// An open payment's time is over.
    Expire {
        /// Which.
        payment: PaymentId,
    },
    /// A member sets or changes the PIN.
    SetPin {
        /// Who.
        member: MemberId,
        /// The new PIN's hash in PHC form.
        hash: String,
        /// How they were authenticated; `None` for whoever has neither a PIN nor a passkey.
        proof: Option<Proof>,
    },
    /// A member asks for a sign-in link by direct message.
    SignInLink {
        /// Whose handle.
        handle: (Network, String),
    },
    /// A member chooses the language we use.
    SetLang {
        /// Who.
        member: MemberId,
        /// Which.
        lang: Lang,
    },
    /// The operator acts.
    Admin(Admin),
    /// Somebody does something about money that is asked of somebody.
    Bill(bill::Act),
    /// A member wants no messages from us on a network but answers, or wants them all again.
    SetStopped {
        /// Who.
        member: MemberId,
        /// Where.
        network: Network,
        /// Whether they are stopped from now on.
        stopped: bool,
    },
    /// A program pays for a member, without a message.
    Pay(Pay),
    /// An operator acts on the web.
    Operate(Operate),
    /// The payee gives money back on a page.
    Refund(RefundOrder),
    /// The payer asks the payee for money back on a page.
    AskRefund {
        /// Who.
        member: MemberId,
        /// Of which payment.
        payment: PaymentId,
        /// How much; `None` for all that is left.
        amount: Option<Money>,
    },
    /// The payee will not give back what the payer asked for.
    DeclineRefund {
        /// Who.
        member: MemberId,
        /// Of which payment.
        payment: PaymentId,
    },
    /// The time to answer a wish for a refund is over.
    LapseRefundAsk {
        /// Of which payment.
        payment: PaymentId,
    },
    /// Somebody does something about payments on days to come, or their time has come.
    Schedule(schedule::Act),
    /// Somebody does something with passkeys.
    Passkey(passkey::Act),
}

/// What a program wants paid.
#[derive(Clone, Debug)]
pub struct Pay {
    /// Who pays.
    pub payer: MemberId,
    /// The name of the payee's handle on the square, without `@`, in lower case.
    pub to: Arc<str>,
    /// As what.
    pub purpose: Purpose,
    /// How much.
    pub amount: Money,
    /// What for; nothing for no memo.
    pub memo: Arc<str>,
}

/// A message as a network gave it.
#[derive(Clone, Debug)]
pub struct Post {
    /// Where.
    pub network: Network,
    /// The network's id of the message.
    pub id: Arc<str>,
    /// The author's stable id there.
    pub author: Arc<str>,
    /// The text.
    pub text: Arc<str>,
    /// A direct message to us, not public.
    pub direct: bool,
    /// The message it answers.
    pub reply_to: Option<Arc<str>>,
    /// What the grammar read.
    pub reading: Reading,
    /// Whether this network's posts are kept by us (the square's are).
    pub kept: bool,
}

/// The payer's consent on the approval page.
#[derive(Clone, Debug)]
pub struct Approve {
    /// Who.
    pub member: MemberId,
    /// To which payment, and the rest of its order while it has not begun.
    pub payment: PaymentId,
    /// What was shown, see [`crate::approval::digest`]; the consent holds for nothing else.
    pub shown: [u8; 32],
    /// How the payer was authenticated; `None` for a payment that is exempt.
    pub proof: Option<Proof>,
}

/// How somebody was authenticated, checked before the request reaches the rules.
#[derive(Clone, Debug)]
pub enum Proof {
    /// By PIN.
    Pin(PinProof),
    /// By a passkey.
    Passkey(PasskeyProof),
}

impl Proof {
    /// The rows that are needed to check what a member proves.
    #[must_use]
    pub fn keys(proof: &Option<Self>, member: MemberId) -> Vec<Key> {
        match proof {
            Some(Self::Passkey(proof)) => proof.keys(member).to_vec(),
            Some(Self::Pin(_)) | None => Vec::new(),
        }
    }
}

/// What was found about a PIN somebody typed.
#[derive(Clone, Copy, Debug)]
pub struct PinProof {
    /// Whether it was right.
    pub right: bool,
    /// When the PIN it was compared with had been set; a PIN changed meanwhile proves nothing.
    pub set_at: Timestamp,
}

/// An act of an operator on the web, consented to with their PIN.
#[derive(Clone, Debug)]
pub struct Operate {
    /// Who acts.
    pub by: MemberId,
    /// What was found about the PIN they typed.
    pub proof: PinProof,
    /// What they do.
    pub admin: Admin,
}

/// What the operator can do.
#[derive(Clone, Debug)]
pub enum Admin {
    /// Adds a member with a handle on the square.
    AddMember {
        /// The handle's name, without `@`.
        handle: String,
        /// The visible name.
        name: String,
        /// What they are.
        kind: Kind,
        /// Their language.
        lang: Lang,
        /// How well the operator knows them.
        tier: u8,
    },
    /// Books a bank transfer received for a member.
    Credit {
        /// For whom.
        member: MemberId,
        /// How much.
        amount: Money,
        /// The account of the house where the money arrived.
        from: House,
        /// The bank's reference.
        reference: String,
    },
    /// Stops a member from paying and being paid.
    Freeze {
        /// Whom.
        member: MemberId,
        /// Why.
        reason: String,
    },
    /// Ends a freeze.
    Release {
        /// Whose.
        member: MemberId,
    },
    /// Removes a PIN, locked or forgotten, and the passkeys; the member chooses anew after signing in by a new link.
    ResetPin {
        /// Whose.
        member: MemberId,
    },
    /// Gives a payment back in the payee's place.
    Refund {
        /// Which.
        payment: PaymentId,
        /// How much; `None` for all that is left.
        amount: Option<Money>,
        /// Why.
        reason: String,
    },
    /// Books money that arrived at the bank: for the member its reference names, or for nobody yet.
    Receive(Receipt),
    /// Gives money without owner to a member.
    Match {
        /// Which money.
        item: SuspenseId,
        /// Whose it is.
        member: MemberId,
        /// Why.
        reason: String,
    },
    /// Sends money without owner back where it came from.
    SendBack {
        /// Which money.
        item: SuspenseId,
        /// Why.
        reason: String,
    },
}

/// A request with the name that makes a repeat the same request.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// Where it came from and what it is called there; `None` where its effect is idempotent by itself.
    pub key: Option<RequestKey>,
    /// Tells a repeat from another request under the same name.
    pub digest: u64,
    /// Chance for ids and links, fresh for each request.
    pub random: [u8; 32],
    /// The request.
    pub request: Request,
}

/// What came of a request. A repeat gets the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// How it went.
    pub outcome: Outcome,
    /// What was said, and to whom.
    pub messages: Arc<[Message]>,
    /// The payments it began or touched.
    pub payments: Arc<[PaymentId]>,
    /// Whether this is the answer to an earlier delivery of the same request.
    pub repeated: bool,
}

/// How a request went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Not for us.
    Nothing,
    /// Done, or asked back about.
    Done,
    /// A question about the message; its code.
    Question(&'static str),
    /// Refused.
    Refused(Refusal),
    /// Refused, as an earlier delivery was; its code.
    RefusedBefore(String),
}

/// Something to tell somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// Whom.
    pub to: To,
    /// Where.
    pub network: Network,
    /// In public, as a reply, or by direct message.
    pub public: bool,
    /// The message it answers.
    pub reply_to: Option<Arc<str>>,
    /// In which language.
    pub lang: Lang,
    /// What.
    pub say: Say,
    /// The payment it is about.
    pub payment: Option<PaymentId>,
}

/// Whom we tell something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum To {
    /// A member.
    Member(MemberId),
    /// Somebody without account, by the network's stable id.
    Stranger(String),
}

/// What is kept of a request, so that a repeat gets the same answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Done {
    /// Its name.
    pub key: RequestKey,
    /// Tells a repeat from another request under the same name.
    pub digest: u64,
    /// When it was decided.
    pub at: Timestamp,
    /// What came of it.
    pub answer: Answer,
}

/// A post that we keep ourselves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptPost {
    /// The author.
    pub author: MemberId,
    /// Its id on the network.
    pub id: Arc<str>,
    /// The request it made.
    pub key: Option<RequestKey>,
    /// A direct message to us, not public.
    pub direct: bool,
    /// The message it answers.
    pub reply_to: Option<Arc<str>>,
    /// The text.
    pub text: Arc<str>,
    /// When.
    pub at: Timestamp,
}

/// A single-use link to sign in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignIn {
    /// SHA-256 of the link's token.
    pub token_hash: [u8; 32],
    /// Whom it signs in.
    pub member: MemberId,
    /// Until when.
    pub expires_at: Timestamp,
}

/// A handle to look up: by its name or by the network's stable id.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum HandleKey {
    /// By the visible name, where names are unique on the network.
    Name(Network, Arc<str>),
    /// By the stable id.
    Id(Network, Arc<str>),
}

impl HandleKey {
    /// Whether `handle` is the one looked up.
    #[must_use]
    pub fn finds(&self, handle: &Handle) -> bool {
        match self {
            Self::Name(network, name) => handle.network == *network && *handle.name == **name,
            Self::Id(network, id) => handle.network == *network && *handle.stable_id == **id,
        }
    }
}
