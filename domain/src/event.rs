//! What programs are told about payments: a message for every new state and every endpoint that watches, kept in the
//! payment's own commit. Whoever has no endpoint costs a look into a table in memory.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::id::{MemberId, RequestKey, shown};
use crate::lang::Lang;
use crate::member::Network;
use crate::money::Money;
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

    /// What to tell about a payment that was `before`, if it was there: a new state, or money that went back.
    pub(crate) fn told(
        &self,
        payment: &Payment,
        before: Option<&Payment>,
        now: Timestamp,
    ) -> Vec<Message> {
        let refunded = before.is_some_and(|before| before.refunded != payment.refunded);
        let same = before.is_some_and(|before| before.state == payment.state);
        if self.is_empty() || same && !refunded {
            return Vec::new();
        }
        let name = if refunded { REFUNDED } else { name(payment.state) };
        let payee = match payment.payee {
            Payee::Member(member) => Some(member),
            Payee::Handle { .. } => payment.paid_to(),
        };
        let members = [Some(payment.payer), payee].into_iter().flatten();
        let own = members.filter_map(|member| self.of.get(&member)).flatten();
        self.all.iter().chain(own).map(|endpoint| message(endpoint, payment, name, now)).collect()
    }
}

/// The type of the event that money of a payment has gone back.
pub const REFUNDED: &str = "payment.refunded";

/// The type of the event of a new state, as `payment.paid`.
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
fn message(endpoint: &Arc<str>, payment: &Payment, name: &'static str, now: Timestamp) -> Message {
    let (of, back) = (payment.id.to_string(), payment.refunded.amount.to_string());
    let key = RequestKey::of(&["event", endpoint, &of, name, &now.0.to_string(), &back]);
    let id = format!("evt_{}", shown(key.0));
    let refunded = Money::new(payment.refunded.amount, payment.amount.currency);
    let say = Say { code: Cow::Borrowed(name), args: Vec::new() }
        .text("id", id)
        .with("at", Arg::At(now))
        .text("state", payment.state.name())
        .text("kind", payment.purpose.name())
        .money("amount", payment.amount)
        .money("fee", payment.fee)
        .money("refunded", refunded);
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
    use crate::money::Currency;
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
        let paid = payment(State::Paid);
        assert!(told(&paid, Some(&paid)).is_empty());
        let back = |amount| Payment {
            refunded: Refunded { amount, ..Refunded::default() },
            ..paid.clone()
        };
        let (once, twice) = (back(100), back(200));
        let events = [told(&once, Some(&paid)), told(&twice, Some(&once))];
        for event in events.iter().flatten() {
            assert_eq!(event.say.code, "payment.refunded");
        }
        assert_eq!(events.each_ref().map(|event| endpoints(event)), [["all", "a", "b"]; 2]);
        assert_ne!(events[0][0].say.args[0], events[1][0].say.args[0]);
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
        let asked = payment(State::Asked);
        let gone = Payment {
            payee: Payee::Handle { network: Network::SQUARE, name: "zoe".into() },
            ..payment(State::Held)
        };
        assert_eq!(endpoints(&told(&gone, Some(&asked))), ["all", "a"]);
        assert!(Watchers::default().told(&gone, None, Timestamp(9)).is_empty());
    }
}
