//! The card of a payment in a conversation.

use app::store::Story;
use domain::id::PaymentId;
use domain::money::Money;
use domain::payment::State as PaymentState;
use domain::port::Fault;
use domain::statement::may_see;

use super::Look;
use crate::view::card::{Act, Card, State};

/// The codes of the messages by which a payment is public.
const PUBLIC_CODES: [&str; 2] = ["sent-public", "gave-public"];

impl Look<'_> {
    /// The card of a payment for the reader; `None` if it is none of their business.
    pub(in crate::pages) fn card(&self, id: PaymentId) -> Result<Option<Card>, Fault> {
        let Some(story) = self.read.story(id)? else { return Ok(None) };
        let Some(me) = self.me().filter(|me| may_see(*me, &story.payment)) else { return Ok(None) };
        let own = story.payment.payer == me;
        let legs = if own { self.order_of(story)? } else { vec![story] };
        let Some(first) = legs.first() else { return Ok(None) };
        let waits = own && legs.iter().any(|leg| self.waits_for_payer(leg));
        let card = self.bare_card(first, &legs);
        Ok(Some(Card {
            what: self.memo(first),
            back: legs.iter().find_map(|leg| self.given_back(&leg.payment)),
            until: first
                .payment
                .expires_at
                .filter(|_| first.payment.state.open())
                .map(|at| self.full(at)),
            href: Some(format!("/pay/{id}")),
            act: waits.then(|| Act {
                href: format!("/approve/{id}"),
                label: self.visitor.t().text("page-look-approve"),
            }),
            ..card
        }))
    }

    /// The card that goes with a public message: for those concerned all of it, for anybody else what the message
    /// says already.
    pub(in crate::pages) fn public_card(
        &self,
        id: PaymentId,
        code: &str,
    ) -> Result<Option<Card>, Fault> {
        if !PUBLIC_CODES.contains(&code) {
            return Ok(None);
        }
        let own = self.card(id)?;
        if own.is_some() {
            return Ok(own);
        }
        let Some(story) = self.read.story(id)? else { return Ok(None) };
        let mut legs = self.order_of(story)?;
        // Whoever had no account is not named in public: the message says only who was paid.
        legs.retain(|leg| leg.payment.state == PaymentState::Paid && leg.payee.is_some());
        Ok(legs.first().map(|first| self.bare_card(first, &legs)))
    }

    /// The payments that a message about this one speaks of: the whole order for its first payment.
    fn order_of(&self, story: Story) -> Result<Vec<Story>, Fault> {
        let first = story.payment.id == story.payment.order;
        if story.payment.legs > 1 && first {
            self.read.order(story.payment.order)
        } else {
            Ok(vec![story])
        }
    }

    fn bare_card(&self, first: &Story, legs: &[Story]) -> Card {
        let names: Vec<String> = legs.iter().map(|leg| self.payee(leg).name).collect();
        Card {
            t: self.visitor.t(),
            id: first.payment.id.to_string(),
            state: summary(legs),
            amount: self.money(whole(legs)),
            from: self.payer(first).name,
            to: self.visitor.t().list(&names),
            what: None,
            back: None,
            until: None,
            href: None,
            act: None,
        }
    }
}

/// The sum of several payments of one currency.
pub(in crate::pages) fn whole(legs: &[Story]) -> Money {
    let minor = legs.iter().fold(0_i64, |sum, leg| sum.saturating_add(leg.payment.amount.minor));
    let currency =
        legs.first().map_or(domain::money::Currency::EUR, |leg| leg.payment.amount.currency);
    Money::new(minor, currency)
}

/// The state to show for several payments: what waits comes before what has ended.
fn summary(legs: &[Story]) -> State {
    const ORDER: [PaymentState; 9] = [
        PaymentState::Claimed,
        PaymentState::Doubted,
        PaymentState::Asked,
        PaymentState::Held,
        PaymentState::Paid,
        PaymentState::Returned,
        PaymentState::Cancelled,
        PaymentState::Declined,
        PaymentState::Expired,
    ];
    let there = |state: &PaymentState| legs.iter().any(|leg| leg.payment.state == *state);
    ORDER.into_iter().find(there).map_or(State::Expired, shown_state)
}

/// A payment's state as pages show it.
pub(in crate::pages) const fn shown_state(state: PaymentState) -> State {
    match state {
        PaymentState::Doubted => State::Doubted,
        PaymentState::Asked => State::Asked,
        PaymentState::Held => State::Held,
        PaymentState::Claimed => State::Claimed,
        PaymentState::Paid => State::Paid,
        PaymentState::Returned => State::Returned,
        PaymentState::Cancelled => State::Cancelled,
        PaymentState::Declined => State::Declined,
        PaymentState::Expired => State::Expired,
    }
}
