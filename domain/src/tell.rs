//! Telling people: who is told what, where and in which language.

use std::borrow::Cow;
use std::sync::Arc;

use crate::grammar::Question;
use crate::id::{PaymentId, RequestKey};
use crate::lang::Lang;
use crate::member::{Member, Network};
use crate::quiet::is_told;
use crate::request::{Message, Post, To};
use crate::rows::Draft;
use crate::say::{Arg, Say};

/// Where a request came from, so that the answer goes back there.
#[derive(Clone, Debug)]
pub struct Source {
    /// The network.
    pub network: Network,
    /// The message, if it came as one.
    pub post: Option<Arc<str>>,
    /// The request's own name.
    pub origin: RequestKey,
    /// Asked in public: refusals and balances are told in private, and the public reply says only that much.
    pub public: bool,
}

impl Source {
    /// The source of a post.
    #[must_use]
    pub fn of(post: &Post, origin: RequestKey) -> Self {
        Self { network: post.network, post: Some(post.id.clone()), origin, public: !post.direct }
    }
}

impl Draft<'_> {
    /// Tells the author of a request by direct message.
    pub fn answer(&mut self, source: &Source, to: &Member, say: Say, payment: Option<PaymentId>) {
        let reply_to = if source.public { None } else { source.post.clone() };
        self.tell(Message {
            to: To::Member(to.id),
            network: source.network,
            public: false,
            reply_to,
            lang: to.lang,
            say,
            payment,
        });
    }

    /// Answers in public where the request was public, and nowhere else.
    pub fn answer_in_public(
        &mut self,
        source: &Source,
        to: &Member,
        say: Say,
        payment: Option<PaymentId>,
    ) {
        if source.public {
            self.tell(Message {
                to: To::Member(to.id),
                network: source.network,
                public: true,
                reply_to: source.post.clone(),
                lang: to.lang,
                say,
                payment,
            });
        }
    }

    /// Tells a member at home, unless they want to hear answers only.
    pub fn notify(&mut self, to: &Member, say: Say, payment: Option<PaymentId>) {
        if !is_told(to, to.home, &say.code) {
            return;
        }
        self.tell(Message {
            to: To::Member(to.id),
            network: to.home,
            public: false,
            reply_to: None,
            lang: to.lang,
            say,
            payment,
        });
    }
}

/// What is said to somebody without account.
#[must_use]
pub fn to_stranger(post: &Post, lang: Lang, say: Say) -> Message {
    Message {
        to: To::Stranger(post.author.to_string()),
        network: post.network,
        public: false,
        reply_to: Some(post.id.clone()),
        lang,
        say,
        payment: None,
    }
}

/// A link to a page about a payment.
#[must_use]
pub fn link(page: &str, payment: PaymentId) -> Arg {
    Arg::Link(format!("/{page}/{payment}"))
}

impl Question {
    /// The question as something to say.
    #[must_use]
    pub fn say(&self) -> Say {
        let args =
            self.args.iter().map(|(name, arg)| (Cow::Borrowed(*name), arg.clone())).collect();
        Say { code: Cow::Borrowed(self.code), args }
    }
}
