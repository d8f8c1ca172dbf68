//! Looking at one snapshot of the database, and putting rows into the reader's words.
//!
//! Whatever is shown of a payment passes here, so here it is decided who sees what: a payment is the business of
//! its payer, its payee and its claimant; its memo and its story are nobody else's.

use std::sync::Arc;

use app::store::{self, Person as PersonRow, Profile, Reader as Rows, Story};
use domain::id::MemberId;
use domain::member::Kind as MemberKind;
use domain::money::Money;
use domain::payment::{Payee, State};
use domain::port::Fault;
use domain::time::Timestamp;

use crate::session::{Halt, Visitor};
use crate::view::piece::{Kind, Moment, Person};
use crate::view::rich::Rich;
use crate::view::shell::{Me, Shell};

mod bill;
mod card;
mod need;
mod post;
mod refund;
mod schedule;
mod walk;
mod wallet;

pub(super) use bill::bill_state;
pub(super) use card::{shown_state, whole};
pub(super) use schedule::schedule_state;
pub(super) use walk::{Filter, WALKED_MAX, Walked, Way};
pub(super) use wallet::other_side;

/// Direct messages that are looked through for unread ones; the number beside the place says no more.
const UNREAD_MAX: usize = 20;

/// One snapshot, and who looks at it.
pub(super) struct Look<'a> {
    /// The rows.
    pub(super) read: &'a Rows,
    /// Who looks.
    pub(super) visitor: &'a Visitor,
    /// When.
    pub(super) now: Timestamp,
}

impl Visitor {
    /// Looks at one snapshot.
    pub(super) async fn look<T, F>(self: &Arc<Self>, ask: F) -> Result<T, Halt>
    where
        T: Send + 'static,
        F: FnOnce(&Look<'_>) -> Result<T, Fault> + Send + 'static,
    {
        let (visitor, now) = (self.clone(), self.state.obole.now());
        let asked =
            self.state.obole.read_rows(move |read| ask(&Look { read, visitor: &visitor, now }));
        Ok(asked.await?)
    }
}

impl Look<'_> {
    /// Who looks, if they are signed in.
    pub(super) fn me(&self) -> Option<MemberId> {
        self.visitor.id()
    }

    /// What stands around a page.
    pub(super) fn shell(&self) -> Result<Shell, Fault> {
        let visitor = self.visitor;
        let settings = visitor.state.obole.settings();
        let latest = self.read.latest_post()?;
        let me = match &visitor.profile {
            Some(profile) => {
                let unread = self.unread(profile.member.id, latest)?;
                let needs = self.needs(profile.member.id)?.for_me();
                let operator = self.read.is_operator(profile.member.id)?;
                Some(Me { person: person_of(profile), unread, needs, operator })
            }
            None => None,
        };
        Ok(Shell {
            t: visitor.t(),
            theme: visitor.theme,
            path: visitor.here.as_str().to_owned(),
            csrf: visitor.csrf(),
            me,
            demo: settings.demo,
            regime: settings.regime.name(),
            live: format!("/live?after={latest}"),
        })
    }

    /// What stands around a page that shows the direct conversation: everything is read now.
    pub(super) fn shell_with_talk(&self) -> Result<Shell, Fault> {
        let latest = self.read.latest_post()?;
        self.visitor.state.pages.set_mark(self.visitor.session_hash(), latest);
        let shell = self.shell()?;
        Ok(Shell { live: format!("{}&talk=1", shell.live), ..shell })
    }

    /// Messages of the service that this session has not shown yet.
    pub(super) fn unread(&self, member: MemberId, latest: i64) -> Result<u32, Fault> {
        let seen = self.visitor.state.pages.mark(self.visitor.session_hash(), latest);
        if seen >= latest {
            return Ok(0);
        }
        let posts = self.read.conversation(member, None, UNREAD_MAX)?;
        let unread =
            posts.iter().filter(|post| post.number > seen && post.author.is_none()).count();
        Ok(u32::try_from(unread).unwrap_or(u32::MAX))
    }

    /// A member as pages show them.
    pub(super) fn person(&self, id: MemberId) -> Result<Person, Fault> {
        Ok(self
            .read
            .person(id)?
            .map_or_else(|| Person::unknown(&id.to_string()), |row| named(&row)))
    }

    /// Who is paid: a member, whoever claimed it in the end, or a handle that belongs to none.
    pub(super) fn payee(&self, story: &Story) -> Person {
        if let (Some(row), State::Paid) = (&story.claimant, story.payment.state) {
            return named(row);
        }
        match (&story.payee, &story.payment.payee) {
            (Some(row), _) => named(row),
            (None, Payee::Handle { name, .. }) => Person::unknown(&format!("@{name}")),
            (None, Payee::Member(id)) => Person::unknown(&id.to_string()),
        }
    }

    /// Who pays.
    pub(super) fn payer(&self, story: &Story) -> Person {
        story
            .payer
            .as_ref()
            .map_or_else(|| Person::unknown(&story.payment.payer.to_string()), named)
    }

    /// An amount as the reader writes it.
    pub(super) fn money(&self, amount: Money) -> String {
        self.visitor.t().money(amount)
    }

    /// An instant in full.
    pub(super) fn full(&self, at: Timestamp) -> Moment {
        Moment::full(at, &self.visitor.reader)
    }

    /// The hour if it is today.
    pub(super) fn short(&self, at: Timestamp) -> Moment {
        Moment::short(at, self.now, &self.visitor.reader)
    }

    /// A day with its year.
    pub(super) fn date(&self, at: Timestamp) -> String {
        self.visitor.t().date(at, &self.visitor.reader.zone)
    }

    /// A text with its names and links.
    pub(super) fn rich(&self, text: &str) -> Rich {
        Rich::of(text, &self.visitor.reader.base_url)
    }

    /// A memo, where there is one.
    pub(super) fn memo(&self, story: &Story) -> Option<Rich> {
        Some(&story.payment.memo).filter(|memo| !memo.is_empty()).map(|memo| self.rich(memo))
    }

    /// Whether the time of an open payment is over, though nobody has ended it yet.
    pub(super) fn is_over(&self, payment: &domain::payment::Payment) -> bool {
        payment.state.open() && payment.expires_at.is_some_and(|until| until <= self.now)
    }

    /// Whether this payment waits for something that its payer can do.
    pub(super) fn waits_for_payer(&self, story: &Story) -> bool {
        let waits = matches!(story.payment.state, State::Doubted | State::Asked | State::Claimed);
        waits && !self.is_over(&story.payment)
    }

    /// The post with this id, if the reader may see it.
    pub(super) fn visible_post(&self, id: &str) -> Result<Option<store::Post>, Fault> {
        let found = self.read.post(id)?;
        Ok(found.filter(|post| {
            post.deleted_at.is_none() && (post.direct.is_none() || post.direct == self.me())
        }))
    }
}

/// A member as pages show them.
pub(crate) fn person_of(profile: &Profile) -> Person {
    let member = &profile.member;
    let handle = profile.handle.as_ref().map(|handle| format!("@{handle}")).unwrap_or_default();
    Person::new(&member.id.to_string(), &member.name, &handle, kind(member.kind))
}

/// A member as pages show them.
pub(super) fn named(row: &PersonRow) -> Person {
    let handle = row.handle.as_ref().map(|handle| format!("@{handle}")).unwrap_or_default();
    Person::new(&row.id.to_string(), &row.name, &handle, kind(row.kind))
}

const fn kind(kind: MemberKind) -> Kind {
    match kind {
        MemberKind::Person | MemberKind::Minor => Kind::Person,
        MemberKind::Merchant => Kind::Merchant,
        MemberKind::Charity => Kind::Charity,
    }
}
