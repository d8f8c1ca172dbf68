//! What waits for a member.

use app::store::{BillStory, ScheduleStory, Story};
use domain::id::{MemberId, PaymentId};
use domain::payment::State;
use domain::port::Fault;

use super::{Look, named, shown_state, whole};
use crate::view::card::Act;
use crate::view::needs::Need;
use crate::view::piece::{Person, Share};
use crate::view::square::MoneyPanel;

/// Claims of one member that are shown.
const CLAIMS_MAX: usize = 50;

/// Direct messages that are looked through for the private link of a claim.
const LINK_SEARCHED_MAX: usize = 200;

/// Things that wait, beside the reader's money.
const PANEL_NEEDS_MAX: usize = 3;

/// What waits for a member; each order is one.
pub(in crate::pages) struct Needs {
    /// Payments to approve.
    pub(in crate::pages) approvals: Vec<Vec<Story>>,
    /// Claims to confirm.
    pub(in crate::pages) confirmations: Vec<Story>,
    /// Money set aside for somebody without account.
    pub(in crate::pages) set_aside: Vec<Story>,
    /// Money that others ask of the member.
    pub(in crate::pages) requests: Vec<BillStory>,
    /// Payments of which the member is asked to give something back.
    pub(in crate::pages) refunds: Vec<Story>,
    /// Schedules to approve.
    pub(in crate::pages) schedules: Vec<ScheduleStory>,
}

impl Needs {
    /// How much the member can do something about.
    pub(in crate::pages) fn for_me(&self) -> u32 {
        let lists = [
            self.approvals.len(),
            self.confirmations.len(),
            self.requests.len(),
            self.refunds.len(),
            self.schedules.len(),
        ];
        let all = lists.into_iter().sum::<usize>();
        u32::try_from(all).unwrap_or(u32::MAX)
    }
}

impl Look<'_> {
    /// What waits for a member.
    pub(in crate::pages) fn needs(&self, member: MemberId) -> Result<Needs, Fault> {
        let mut needs = Needs {
            approvals: Vec::new(),
            confirmations: Vec::new(),
            set_aside: Vec::new(),
            requests: self.requests(member)?,
            refunds: self.refund_asks(member)?,
            schedules: self.scheduling(member)?,
        };
        for story in self.read.needs(member)? {
            if self.is_over(&story.payment) {
                continue;
            }
            match story.payment.state {
                State::Doubted | State::Asked => put_by_order(&mut needs.approvals, story),
                State::Claimed => needs.confirmations.push(story),
                State::Held => needs.set_aside.push(story),
                State::Paid
                | State::Returned
                | State::Cancelled
                | State::Declined
                | State::Expired => {}
            }
        }
        Ok(needs)
    }

    /// A payment, or all of an order, that waits for its payer's yes.
    pub(in crate::pages) fn approval(&self, order: &[Story]) -> Option<Need> {
        let first = order.first()?;
        let mut people: Vec<Person> = order.iter().map(|story| self.payee(story)).collect();
        let names: Vec<String> = people.iter().map(|person| person.name.clone()).collect();
        let name = self.visitor.t().list(&names);
        let need = self.need(first, people.swap_remove(0), &name);
        Some(Need {
            amount: self.money(whole(order)),
            act: Some(self.look_and_approve(first)),
            ..need
        })
    }

    /// A claim that waits for the payer's yes.
    pub(in crate::pages) fn confirmation(&self, story: &Story) -> Need {
        let claimant = story.claimant.as_ref().map_or_else(|| self.payee(story), named);
        let name = claimant.name.clone();
        Need { act: Some(self.look_and_approve(story)), ..self.need(story, claimant, &name) }
    }

    /// Money set aside, with its link to pass on.
    pub(in crate::pages) fn set_aside(
        &self,
        member: MemberId,
        stories: &[Story],
    ) -> Result<Vec<Need>, Fault> {
        let links = if stories.is_empty() { Vec::new() } else { self.links(member)? };
        let with_link = |story: &Story| {
            let person = self.payee(story);
            let share = self.share(story, &links);
            let name = person.name.clone();
            Need { share, ..self.need(story, person, &name) }
        };
        Ok(stories.iter().map(with_link).collect())
    }

    /// What a member claims of others.
    pub(in crate::pages) fn claims(&self, member: MemberId) -> Result<Vec<Need>, Fault> {
        let stories = self.read.claimed_by(member, CLAIMS_MAX)?;
        let need = |story: &Story| {
            let payer = self.payer(story);
            let name = payer.name.clone();
            self.need(story, payer, &name)
        };
        Ok(stories.iter().map(need).collect())
    }

    /// The link of money set aside, for its payer.
    pub(in crate::pages) fn share_of(
        &self,
        member: MemberId,
        story: &Story,
    ) -> Result<Option<Share>, Fault> {
        if story.payment.payer != member || story.payment.state != State::Held {
            return Ok(None);
        }
        Ok(self.share(story, &self.links(member)?))
    }

    /// What the reader has, and the first few things that wait for them.
    pub(in crate::pages) fn money_panel(&self, member: MemberId) -> Result<MoneyPanel, Fault> {
        let needs = self.needs(member)?;
        let approvals = needs.approvals.iter().filter_map(|order| self.approval(order));
        let confirmations = needs.confirmations.iter().map(|story| self.confirmation(story));
        let requests = needs.requests.iter().map(|story| self.asked_of(story));
        let refunds = needs.refunds.iter().filter_map(|story| self.refund_need(story));
        let scheduled = needs.schedules.iter().map(|story| self.scheduled(story));
        let requests = scheduled.chain(requests);
        Ok(MoneyPanel {
            t: self.visitor.t(),
            balances: self.balances(member)?,
            needs: confirmations
                .chain(approvals)
                .chain(requests)
                .chain(refunds)
                .take(PANEL_NEEDS_MAX)
                .collect(),
            needs_count: needs.for_me(),
        })
    }

    fn need(&self, story: &Story, person: Person, name: &str) -> Need {
        let t = self.visitor.t();
        let payment = &story.payment;
        Need {
            t,
            id: payment.id.to_string(),
            person,
            text: format!("{name} · {}", shown_state(payment.state).word(t)),
            amount: self.money(payment.amount),
            until: payment.expires_at.map(|until| self.full(until)),
            href: format!("/pay/{}", payment.id),
            act: None,
            share: None,
        }
    }

    fn look_and_approve(&self, story: &Story) -> Act {
        let label = self.visitor.t().text("page-look-approve");
        Act { href: format!("/approve/{}", story.payment.id), label }
    }

    /// The links in the member's own latest messages: what is kept of a link elsewhere is only its digest.
    fn links(&self, member: MemberId) -> Result<Vec<(PaymentId, String)>, Fault> {
        let posts = self.read.conversation(member, None, LINK_SEARCHED_MAX)?;
        let told = posts.iter().filter(|post| post.code.as_deref() == Some("set-aside"));
        Ok(told.filter_map(|post| Some((post.payment?, link(&post.text)?))).collect())
    }

    fn share(&self, story: &Story, links: &[(PaymentId, String)]) -> Option<Share> {
        let (_, path) = links.iter().find(|(payment, _)| *payment == story.payment.id)?;
        Some(Share {
            t: self.visitor.t(),
            link: format!("{}{path}", self.visitor.reader.base_url),
            to: self.payee(story).name,
            id: story.payment.id.to_string(),
        })
    }
}

/// The path of the private link in a message, which stands last.
fn link(text: &str) -> Option<String> {
    let (_, rest) = text.rsplit_once("/claim/")?;
    let token: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    crate::session::is_token(&token).then(|| format!("/claim/{token}"))
}

fn put_by_order(orders: &mut Vec<Vec<Story>>, story: Story) {
    let same = |order: &&mut Vec<Story>| {
        order.first().is_some_and(|first| first.payment.order == story.payment.order)
    };
    match orders.iter_mut().find(same) {
        Some(order) => order.push(story),
        None => orders.push(vec![story]),
    }
}
