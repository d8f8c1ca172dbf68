//! What went back of a payment, and what is asked back.

use app::store::Story;
use domain::id::MemberId;
use domain::payment::Payment;
use domain::port::Fault;

use super::Look;
use crate::view::card::Act;
use crate::view::needs::Need;

/// Wishes for refunds that are shown to one payee.
const ASKS_MAX: usize = 50;

impl Look<'_> {
    /// What has gone back of a payment, as in `5.00 € refunded of 12.00 €`.
    pub(in crate::pages) fn given_back(&self, payment: &Payment) -> Option<String> {
        let back = Some(payment.given_back()).filter(|back| back.minor > 0)?;
        let (refunded, amount) = (self.money(back), self.money(payment.amount));
        let args = [("refunded", &*refunded), ("amount", &*amount)];
        Some(self.visitor.t().text_with("page-refunded", &args))
    }

    /// What the payee is asked to give back, and until when.
    pub(in crate::pages) fn asked_of_payee(&self, story: &Story) -> Option<String> {
        self.asked("page-refund-asks", "from", &self.payer(story).name, story)
    }

    /// What the payer has asked back, and until when.
    pub(in crate::pages) fn asked_by_payer(&self, story: &Story) -> Option<String> {
        self.asked("page-refund-waits", "to", &self.payee(story).name, story)
    }

    fn asked(&self, text: &str, whom: &str, name: &str, story: &Story) -> Option<String> {
        let ask = story.payment.open_ask(self.now)?;
        let (amount, until) = (self.money(ask.amount), self.full(ask.until).shown);
        let args = [(whom, name), ("amount", &*amount), ("until", &*until)];
        Some(self.visitor.t().text_with(text, &args))
    }

    /// What the reader can do to have money of a payment go back: give it, or ask for it.
    pub(in crate::pages) fn refund_act(&self, me: MemberId, payment: &Payment) -> Option<Act> {
        let waits = payment.open_ask(self.now).is_some();
        let text = if payment.refundable().minor == 0 {
            None
        } else if payment.paid_to() == Some(me) {
            Some("page-refund-do")
        } else {
            Some("page-refund-ask").filter(|_| payment.payer == me && !waits)
        };
        let label = self.visitor.t().text(text?);
        Some(Act { href: format!("/refund/{}", payment.id), label })
    }

    /// Payments of which a member is asked to give something back.
    pub(in crate::pages) fn refund_asks(&self, member: MemberId) -> Result<Vec<Story>, Fault> {
        let mut stories = self.read.refund_asks_of(member, ASKS_MAX)?;
        stories.retain(|story| story.payment.open_ask(self.now).is_some());
        Ok(stories)
    }

    /// A wish for a refund that waits for the payee.
    pub(in crate::pages) fn refund_need(&self, story: &Story) -> Option<Need> {
        let ask = story.payment.open_ask(self.now)?;
        let t = self.visitor.t();
        let person = self.payer(story);
        Some(Need {
            t,
            id: story.payment.id.to_string(),
            text: format!("{} · {}", person.name, t.text("page-step-refund-asked")),
            person,
            amount: self.money(ask.amount),
            until: Some(self.full(ask.until)),
            href: format!("/pay/{}", story.payment.id),
            act: self.refund_act(story.payment.paid_to()?, &story.payment),
            share: None,
        })
    }
}
