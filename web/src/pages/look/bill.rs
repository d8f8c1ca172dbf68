//! What is asked of a member, and what they ask of others.

use app::store::BillStory;
use domain::bill::{Bill, BillState};
use domain::id::MemberId;
use domain::port::Fault;

use super::{Look, named};
use crate::view::card::{Act, State};
use crate::view::needs::Need;
use crate::view::piece::Person;

/// A bill's state as pages show it; one whose time is over has ended, though nobody has ended it yet.
pub(in crate::pages) fn bill_state(look: &Look<'_>, bill: &Bill) -> State {
    match bill.state {
        BillState::Open if bill.expires_at <= look.now => State::Expired,
        BillState::Open => State::Open,
        BillState::Paid => State::Paid,
        BillState::Declined => State::Declined,
        BillState::Withdrawn => State::Withdrawn,
        BillState::Expired => State::Expired,
    }
}

impl Look<'_> {
    /// What is asked of a member and still waits.
    pub(super) fn requests(&self, member: MemberId) -> Result<Vec<BillStory>, Fault> {
        let mut stories = self.read.bills_to(member)?;
        stories.retain(|story| self.now < story.bill.expires_at);
        Ok(stories)
    }

    /// Something that is asked of the reader.
    pub(in crate::pages) fn asked_of(&self, story: &BillStory) -> Need {
        let label = self.visitor.t().text("page-look-approve");
        let href = format!("/approve/{}", story.bill.id);
        Need { act: Some(Act { href, label }), ..self.bill_need(story, story.payee.as_ref()) }
    }

    /// What a member asks of others.
    pub(in crate::pages) fn asking(&self, member: MemberId) -> Result<Vec<Need>, Fault> {
        let stories = self.read.bills_by(member)?;
        Ok(stories.iter().map(|story| self.bill_need(story, story.payer.as_ref())).collect())
    }

    fn bill_need(&self, story: &BillStory, other: Option<&app::store::Person>) -> Need {
        let (t, bill) = (self.visitor.t(), &story.bill);
        let person = other.map_or_else(|| Person::unknown(&bill.id.to_string()), named);
        Need {
            t,
            id: bill.id.to_string(),
            text: format!("{} · {}", person.name, bill_state(self, bill).word(t)),
            person,
            amount: self.money(bill.amount),
            until: Some(self.full(bill.expires_at)),
            href: format!("/request/{}", bill.id),
            act: None,
            share: None,
        }
    }
}
