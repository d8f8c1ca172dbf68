//! `GET /square`: the timeline, and beside it the reader's money and direct conversation.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use domain::member::Network;
use domain::port::Fault;

use super::compose::Wish;
use super::look::Look;
use crate::State;
use crate::session::{Member, Page, Query, Visitor, shown};
use crate::view::piece::{Notice, Tone};
use crate::view::post::{Audience, Composer};
use crate::view::shell::Shell;
use crate::view::square::{SquarePage, Suggestion};

/// Posts on one page of the timeline.
const POSTS: usize = 30;

/// Messages of the direct conversation beside it.
const TALK: usize = 20;

/// Bytes of a draft that comes in an address.
const DRAFT_BYTES_MAX: usize = 4_000;

/// Where the forms lead back to.
const HERE: &str = "/square";

/// What may be said first, by the code in the address.
const SAID: [&str; 1] = ["page-claim-sent-back"];

pub(super) fn routes() -> Router<State> {
    Router::new().route(HERE, get(show))
}

async fn show(member: Member, query: Query) -> Page {
    let before = query.number("before")?;
    let draft =
        query.text("draft").filter(|draft| draft.len() <= DRAFT_BYTES_MAX).map(str::to_owned);
    let wish = Wish::read(&query);
    let reply = query.text("reply").map(str::to_owned);
    let said = query.text("said").and_then(|said| SAID.into_iter().find(|code| *code == said));
    let page = member.visitor.look(move |look| {
        // Whoever pays by the form told nobody else about it.
        let audience = if wish.is_some() { Audience::Direct } else { Audience::Public };
        let written = wish.map(|wish| wish.message(look));
        let composer = Composer {
            draft: written.or(draft).unwrap_or_default(),
            reply_to: look.reply_to(reply.as_deref())?,
            ..look.composer("compose", audience, HERE)
        };
        let page = square(look, before, composer)?;
        Ok(SquarePage { notice: said.map(|code| notice(look, code)), ..page })
    });
    shown(StatusCode::OK, &page.await?)
}

/// The square again, with what was wrong with a message.
pub(super) async fn again(
    visitor: &Arc<Visitor>,
    status: StatusCode,
    wrong: String,
    tried: Tried,
) -> Page {
    let page = visitor.look(move |look| {
        let composer = Composer {
            draft: tried.text,
            reply_to: look.reply_to(tried.reply_to.as_deref())?,
            error: Some(wrong),
            ..look.composer("compose", tried.audience, HERE)
        };
        let page = square(look, None, composer)?;
        Ok(SquarePage { shell: Shell { path: HERE.to_owned(), ..page.shell }, ..page })
    });
    shown(status, &page.await?)
}

/// A message that was not taken.
pub(super) struct Tried {
    /// What it says.
    pub(super) text: String,
    /// Who would read it.
    pub(super) audience: Audience,
    /// What it answers.
    pub(super) reply_to: Option<String>,
}

fn notice(look: &Look<'_>, code: &str) -> Notice {
    Notice { tone: Tone::Quiet, text: look.visitor.t().text(code) }
}

fn square(look: &Look<'_>, before: Option<i64>, composer: Composer) -> Result<SquarePage, Fault> {
    let shell = look.shell_with_talk()?;
    let pile = look.timeline(before, POSTS, HERE)?;
    let me = look.me().expect("only members see the square");
    // What arrives now does not belong above what is older.
    let live = if before.is_none() { shell.live } else { String::new() };
    Ok(SquarePage {
        suggestions: if shell.demo && before.is_none() { suggestions(look) } else { Vec::new() },
        shell: Shell { live, ..shell },
        notice: None,
        composer,
        posts: pile.posts,
        older: pile.older.map(|number| format!("{HERE}?before={number}")),
        money: look.money_panel(me)?,
        talk: look.talk(None, TALK, HERE)?,
    })
}

/// Messages to try in the demo.
fn suggestions(look: &Look<'_>) -> Vec<Suggestion> {
    let handle = look.visitor.profile.as_ref().and_then(|profile| profile.handle.as_deref());
    let member = if handle == Some("bob") { "alice" } else { "bob" };
    let unknown = |name: &&str| {
        look.read.profile_by_handle(Network::SQUARE, name).is_ok_and(|found| found.is_none())
    };
    let stranger = ["zoe", "max", "lena"].into_iter().find(unknown).unwrap_or("zoe");
    [
        ("page-try-send", member),
        ("page-try-give", member),
        ("page-try-claim", stranger),
        ("page-try-balance", member),
    ]
    .map(|(id, who)| {
        let text = look.visitor.t().text_with(id, &[("who", who)]);
        Suggestion { href: format!("{HERE}?draft={}", encoded(&text)), text }
    })
    .into()
}

/// A text as it stands in an address.
pub(super) fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
