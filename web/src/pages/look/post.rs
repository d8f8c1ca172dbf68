//! Messages and the forms that write them.

use std::collections::BTreeSet;

use app::store;
use domain::payment::State;
use domain::port::Fault;

use super::Look;
use crate::view::card::Card;
use crate::view::post::{Audience, Composer, Post, ReplyTo, Voice};
use crate::view::square::Talk;

/// Letters of a message that another one answers.
const EXCERPT_CHARS: usize = 80;

/// A list of posts, and the number below which the older ones are.
pub(in crate::pages) struct Pile {
    /// The posts, newest first.
    pub(in crate::pages) posts: Vec<Post>,
    /// Where the older ones begin.
    pub(in crate::pages) older: Option<i64>,
}

impl Look<'_> {
    /// The public posts below a number.
    pub(in crate::pages) fn timeline(
        &self,
        before: Option<i64>,
        count: usize,
        next: &str,
    ) -> Result<Pile, Fault> {
        let rows = self.read.timeline(before, count.saturating_add(1))?;
        self.pile(rows, count, next)
    }

    /// The reader's direct conversation, oldest first, with the form to write.
    pub(in crate::pages) fn talk(
        &self,
        before: Option<i64>,
        count: usize,
        next: &str,
    ) -> Result<Talk, Fault> {
        let rows = match self.me() {
            Some(me) => self.read.conversation(me, before, count.saturating_add(1))?,
            None => Vec::new(),
        };
        let Pile { mut posts, older } = self.pile(rows, count, next)?;
        keep_latest_cards(&mut posts);
        posts.reverse();
        Ok(Talk {
            t: self.visitor.t(),
            posts,
            composer: self.composer("compose-direct", Audience::OnlyDirect, next),
            older: older.map(|number| format!("/messages?before={number}")),
        })
    }

    fn pile(&self, mut rows: Vec<store::Post>, count: usize, next: &str) -> Result<Pile, Fault> {
        let more = rows.len() > count;
        rows.truncate(count);
        let older = rows.last().map(|row| row.number).filter(|_| more);
        let kept = rows.iter().filter(|row| row.deleted_at.is_none());
        let posts = kept.map(|row| self.post(row, next)).collect::<Result<_, _>>()?;
        Ok(Pile { posts, older })
    }

    /// A message as the reader sees it; the caller has made sure that they may.
    pub(in crate::pages) fn post(&self, row: &store::Post, next: &str) -> Result<Post, Fault> {
        let mine = row.author.as_ref().is_some_and(|author| Some(author.id) == self.me());
        let voice = match &row.author {
            Some(author) if mine => Voice::Mine(self.person(author.id)?),
            Some(author) => Voice::Theirs(self.person(author.id)?),
            None => Voice::Service,
        };
        let public = row.direct.is_none();
        let plain = is_plain(&row.id);
        Ok(Post {
            t: self.visitor.t(),
            id: row.id.clone(),
            voice,
            at: self.short(row.at),
            lang: row.lang.map(domain::lang::Lang::tag),
            text: self.rich(&row.text),
            reply_to: if public { self.reply_to(row.reply_to.as_deref())? } else { None },
            card: self.card_of(row)?,
            answers: self.answers(row)?,
            reply_href: (public && plain && row.author.is_some())
                .then(|| format!("/square?reply={}", row.id)),
            deletable: mine && plain,
            csrf: self.visitor.csrf(),
            next: next.to_owned(),
        })
    }

    fn card_of(&self, row: &store::Post) -> Result<Option<Card>, Fault> {
        match (row.payment, row.direct, &row.code) {
            (Some(payment), None, Some(code)) => self.public_card(payment, code),
            (Some(payment), Some(_), _) => self.card(payment),
            (Some(_), None, None) | (None, _, _) => Ok(None),
        }
    }

    /// Yes and no, where the service asks whether to pay twice and still waits.
    fn answers(&self, row: &store::Post) -> Result<Vec<String>, Fault> {
        let asked = row.code.as_deref() == Some("duplicate") && row.direct == self.me();
        let Some(payment) = row.payment.filter(|_| asked) else { return Ok(Vec::new()) };
        let waits = self
            .read
            .payment(payment)?
            .is_some_and(|payment| payment.state == State::Doubted && !self.is_over(&payment));
        let words = || ["page-yes", "page-no"].map(|id| self.visitor.t().text(id)).into();
        Ok(if waits { words() } else { Vec::new() })
    }

    /// The message that another one answers, if the reader may see it.
    pub(in crate::pages) fn reply_to(&self, id: Option<&str>) -> Result<Option<ReplyTo>, Fault> {
        let Some(id) = id else { return Ok(None) };
        let Some(row) = self.visible_post(id)? else { return Ok(None) };
        let name = row.author.map_or_else(|| self.visitor.t().text("brand"), |author| author.name);
        let mut excerpt: String = row.text.chars().take(EXCERPT_CHARS).collect();
        if excerpt.len() < row.text.len() {
            excerpt.push('…');
        }
        Ok(Some(ReplyTo { id: row.id, name, excerpt }))
    }

    /// The form that writes a message.
    pub(in crate::pages) fn composer(
        &self,
        id: &'static str,
        audience: Audience,
        next: &str,
    ) -> Composer {
        Composer {
            t: self.visitor.t(),
            csrf: self.visitor.csrf(),
            id,
            key: self.visitor.state.obole.fresh_name(),
            draft: String::new(),
            audience,
            reply_to: None,
            next: next.to_owned(),
            error: None,
        }
    }
}

/// In a conversation a payment has one card, at the latest message about it.
fn keep_latest_cards(newest_first: &mut [Post]) {
    let mut shown = BTreeSet::new();
    for post in newest_first {
        post.card = post.card.take().filter(|card| shown.insert(card.id.clone()));
    }
}

/// Whether an id can stand in an address as it is; programs may post under any name.
fn is_plain(id: &str) -> bool {
    id.len() <= 128 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
