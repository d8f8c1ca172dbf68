//! What programs are told about payments: a message for every new state and every endpoint that watches, kept in the
//! payment's own commit. Whoever has no endpoint costs a look into a table in memory.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::id::{MemberId, RequestKey, shown};
use crate::lang::Lang;
use crate::member::Network;
use crate::payment::{Payee, Payment, State};
use crate::request::{Message, To};
use crate::say::{Arg, Say};
use crate::time::Timestamp;

/// Who watches which payments.
#[derive(Clone, Default, Debug)]
pub struct Watchers {
    /// Endpoints of the operator, which are told everything.
    all: Vec<Arc<str>>,
    /// Endpoints of members, who are told what they pay and are paid.
    of: FxHashMap<MemberId, Vec<Arc<str>>>,
}

impl Watchers {
    /// The table of these endpoints, each with the member it belongs to; none is the operator.
    #[must_use]
    pub fn new(endpoints: impl IntoIterator<Item = (Arc<str>, Option<MemberId>)>) -> Self {
        let mut watchers = Self::default();
        for (endpoint, member) in endpoints {
            match member {
                Some(member) => watchers.of.entry(member).or_default().push(endpoint),
                None => watchers.all.push(endpoint),
            }
        }
        watchers
    }

    /// Whether nobody watches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.of.is_empty()
    }

    /// What to tell about a payment that was in the state `before`, if it was there.
    pub(crate) fn told(
        &self,
        payment: &Payment,
        before: Option<State>,
        now: Timestamp,
    ) -> Vec<Message> {
        if self.is_empty() || before == Some(payment.state) {
            return Vec::new();
        }
        let payee = match payment.payee {
            Payee::Member(member) => Some(member),
            Payee::Handle { .. } => None,
        };
        let members = [Some(payment.payer), payee].into_iter().flatten();
        let own = members.filter_map(|member| self.of.get(&member)).flatten();
        self.all.iter().chain(own).map(|endpoint| message(endpoint, payment, now)).collect()
    }
}

/// The event's type, as `payment.paid`.
#[must_use]
pub const fn name(state: State) -> &'static str {
    match state {
        State::Doubted => "payment.doubted",
        State::Asked => "payment.asked",
        State::Held => "payment.held",
        State::Claimed => "payment.claimed",
        State::Paid => "payment.paid",
        State::Returned => "payment.returned",
        State::Cancelled => "payment.cancelled",
        State::Declined => "payment.declined",
        State::Expired => "payment.expired",
    }
}

/// Nothing about people: whoever may know who it was asks for the payment.
fn message(endpoint: &Arc<str>, payment: &Payment, now: Timestamp) -> Message {
    let parts = [endpoint, &*payment.id.to_string(), name(payment.state), &now.0.to_string()];
    let id = format!(
        "evt_{}",
        shown(RequestKey::of(&["event", parts[0], parts[1], parts[2], parts[3]]).0)
    );
    let say = Say { code: Cow::Borrowed(name(payment.state)), args: Vec::new() }
        .text("id", id)
        .with("at", Arg::At(now))
        .text("state", payment.state.name())
        .text("kind", payment.purpose.name())
        .money("amount", payment.amount)
        .money("fee", payment.fee);
    Message {
        to: To::Stranger(endpoint.to_string()),
        network: Network::WEBHOOK,
        public: false,
        reply_to: None,
        lang: Lang::En,
        say,
        payment: Some(payment.id),
    }
}
