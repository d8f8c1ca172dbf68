//! `GET /history`: what came in and went out of one wallet. `GET /history.csv`: the same as a file.

use std::fmt::Write as _;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use domain::id::MemberId;
use domain::ledger::{LineId, Wallet};
use domain::money::Currency;
use domain::port::Fault;

use super::history_csv;
use super::look::{Filter, Look, WALKED_MAX, Way};
use super::square::encoded;
use crate::State;
use crate::session::{Halt, Member, Page, Query, Visitor, shown};
use crate::view::history::{Asked, HistoryPage, Next, Tab};

/// Lines on one page.
const LINES: usize = 25;

/// Bytes of a part of a name or memo to look for.
const PART_BYTES_MAX: usize = 240;

/// Where the page stands.
const HERE: &str = "/history";

pub(super) fn routes() -> Router<State> {
    Router::new().route(HERE, get(show)).route(history_csv::HERE, get(history_csv::file))
}

/// What is looked for in which wallet.
pub(super) struct Search {
    /// The wallet's currency; the first wallet where none is named.
    pub(super) currency: Option<Currency>,
    /// From which line back.
    from: Option<LineId>,
    /// Which lines.
    pub(super) filter: Filter,
    asked: Asked,
}

impl Search {
    /// Reads the arguments of an address; a day that is none is no limit.
    pub(super) fn read(query: &Query, visitor: &Visitor) -> Result<Self, Halt> {
        let text = |name: &str| query.text(name).unwrap_or_default().trim().to_owned();
        let day = |name: &str| visitor.reader.day(&text(name));
        let way = query.text("way");
        let way = Way::ALL.into_iter().find(|known| way == Some(known.code()));
        let (who, what) = (text("who"), text("what"));
        if who.len() > PART_BYTES_MAX || what.len() > PART_BYTES_MAX {
            return Err(Halt::TooLarge);
        }
        let currency = query.text("currency");
        let filter = Filter {
            since: day("since").map(|(begins, _)| begins),
            until: day("until").map(|(_, ends)| ends),
            way,
            with: None,
            who: who.to_lowercase(),
            what: what.to_lowercase(),
        };
        let shown = |name: &str, there: bool| if there { text(name) } else { String::new() };
        Ok(Self {
            currency: currency
                .map(|code| Currency::parse(code).ok_or(Halt::NotFound))
                .transpose()?,
            from: query
                .text("from")
                .map(|from| LineId::parse(from).ok_or(Halt::NotFound))
                .transpose()?,
            asked: Asked {
                currency: String::new(),
                since: shown("since", filter.since.is_some()),
                until: shown("until", filter.until.is_some()),
                way: way.map_or("", Way::code),
                who,
                what,
            },
            filter,
        })
    }

    /// The wallet that is meant.
    pub(super) fn wallet(&self, wallets: &[Wallet]) -> Option<Currency> {
        let meant = |wallet: &&Wallet| self.currency.is_none_or(|code| wallet.currency == code);
        wallets.iter().find(meant).map(|wallet| wallet.currency)
    }
}

async fn show(member: Member, query: Query) -> Page {
    let Member { visitor, id } = member;
    let search = Search::read(&query, &visitor)?;
    let page = visitor.look(move |look| page(look, id, search)).await?;
    shown(StatusCode::OK, &page.ok_or(Halt::NotFound)?)
}

fn page(look: &Look<'_>, me: MemberId, search: Search) -> Result<Option<HistoryPage>, Fault> {
    let wallets = look.wallets(me)?;
    let Some(currency) = search.wallet(&wallets) else { return Ok(None) };
    let walked = look.walk((me, currency), search.from, &search.filter, LINES)?;
    let asked = Asked { currency: currency.to_string(), ..search.asked };
    let arguments = arguments(&asked);
    let tab = |wallet: &Wallet| {
        let there = Asked { currency: wallet.currency.to_string(), ..asked.clone() };
        Tab {
            available: look.money(wallet.available()),
            href: format!("{HERE}?{}", self::arguments(&there)),
            here: wallet.currency == currency,
            currency: there.currency,
        }
    };
    Ok(Some(HistoryPage {
        shell: look.shell()?,
        notice: None,
        wallets: wallets.iter().map(tab).collect(),
        found: look.movements(&walked.lines),
        next: walked.next.map(|next| Next {
            href: format!("{HERE}?{arguments}&from={next}"),
            looked_through: walked.tired.then_some(WALKED_MAX),
        }),
        export: format!("{}?{arguments}", history_csv::HERE),
        export_max: look.visitor.t().number(history_csv::LINES_MAX),
        asked,
    }))
}

fn arguments(asked: &Asked) -> String {
    let mut text = format!("currency={}", asked.currency);
    for (name, value) in [
        ("since", asked.since.as_str()),
        ("until", &asked.until),
        ("way", asked.way),
        ("who", &asked.who),
        ("what", &asked.what),
    ] {
        if !value.is_empty() {
            write!(text, "&{name}={}", encoded(value)).expect("writing into a string succeeds");
        }
    }
    text
}
