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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PaymentId;
    use crate::money::{Currency, Money};
    use crate::payment::Purpose;
    use crate::refund::Refunded;

    fn payment(state: State) -> Payment {
        Payment {
            id: PaymentId(7),
            order: PaymentId(7),
            legs: 1,
            purpose: Purpose::Send,
            payer: MemberId(1),
            payee: Payee::Member(MemberId(2)),
            amount: Money::new(500, Currency::EUR),
            fee: Money::new(0, Currency::EUR),
            state,
            policy: 1,
            origin: RequestKey(0),
            memo: "a secret".into(),
            public: false,
            created_at: Timestamp(1),
            expires_at: None,
            consent: None,
            counted: None,
            claim: None,
            ended_at: None,
            before: None,
            refunded: Refunded::default(),
            refund_ask: None,
        }
    }

    fn endpoints(messages: &[Message]) -> Vec<String> {
        let name = |message: &Message| match &message.to {
            To::Stranger(endpoint) => endpoint.clone(),
            To::Member(member) => member.to_string(),
        };
        messages.iter().map(name).collect()
    }

    #[test]
    fn whoever_watches_is_told_each_new_state_once() {
        let of = |endpoint: &str, member: Option<u128>| (endpoint.into(), member.map(MemberId));
        let watchers =
            Watchers::new([of("all", None), of("a", Some(1)), of("b", Some(2)), of("c", Some(3))]);
        let told = |payment: &Payment, before| watchers.told(payment, before, Timestamp(9));
        assert!(told(&payment(State::Paid), Some(State::Paid)).is_empty());
        let mut ids = Vec::new();
        for state in State::ALL {
            let messages = told(&payment(state), None);
            assert_eq!(endpoints(&messages), ["all", "a", "b"]);
            for message in messages {
                assert_eq!(message.say.code, format!("payment.{}", state.name()));
                assert!(!format!("{message:?}").contains("secret"), "nothing about people");
                ids.push(format!("{:?}", message.say.args[0]));
            }
        }
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 3 * State::ALL.len(), "each event has a name of its own");
        let gone = Payment {
            payee: Payee::Handle { network: Network::SQUARE, name: "zoe".into() },
            ..payment(State::Held)
        };
        assert_eq!(endpoints(&told(&gone, Some(State::Asked))), ["all", "a"]);
        assert!(Watchers::default().told(&gone, None, Timestamp(9)).is_empty());
    }
}
