//! `GET /history.csv`: a history as a file, sent while it is read.
//!
//! Each part is read from a snapshot of its own, so that a slow reader keeps none open; lines never change, so the
//! parts fit together.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;

use app::store::{StatementLine, export::csv_field};
use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::id::MemberId;
use domain::ledger::LineId;
use domain::money::{Currency, Money, decimal};

use super::history::Search;
use super::look::{Filter, Walked};
use crate::session::{Halt, Member, Page, Query, Visitor};

/// Where the file stands.
pub(super) const HERE: &str = "/history.csv";

/// Lines of a file; about two megabytes.
pub(super) const LINES_MAX: i64 = 10_000;

/// Lines that are looked through for a file.
const SEARCHED_MAX: usize = 100_000;

/// Lines that are looked for at once.
const PART: usize = 500;

/// The headings, the same in every language: programs read them.
const HEADINGS: &str = "at,way,who,handle,what,amount,currency,balance,reference\r\n";

/// The file.
pub(super) async fn file(member: Member, query: Query) -> Page {
    let Member { visitor, id } = member;
    let search = Search::read(&query, &visitor)?;
    let wallets = visitor.look(move |look| look.wallets(id)).await?;
    let currency = search.wallet(&wallets).ok_or(Halt::NotFound)?;
    let part = Part {
        visitor,
        wallet: (id, currency),
        filter: search.filter,
        next: None,
        left: LINES_MAX,
        searches: SEARCHED_MAX / super::look::WALKED_MAX,
        ended: false,
        ready: VecDeque::from([HEADINGS.to_owned()]),
    };
    let stream = futures_util::stream::unfold(part, Part::next);
    let name = format!("attachment; filename=\"obole-{}.csv\"", currency.code().to_lowercase());
    let mut response: Response = Body::from_stream(stream).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// What is still to be sent.
struct Part {
    visitor: Arc<Visitor>,
    wallet: (MemberId, Currency),
    filter: Filter,
    next: Option<LineId>,
    left: i64,
    searches: usize,
    ended: bool,
    ready: VecDeque<String>,
}

impl Part {
    async fn next(mut self) -> Option<(Result<String, Infallible>, Self)> {
        while self.ready.is_empty() && !self.ended {
            // A file that breaks off ends; the reader's browser has what was read until then.
            match self.read().await {
                Ok(walked) => self.take(&walked),
                Err(_) => self.ended = true,
            }
        }
        self.ready.pop_front().map(|text| (Ok(text), self))
    }

    async fn read(&self) -> Result<Walked, Halt> {
        let (wallet, from, filter) = (self.wallet, self.next, self.filter.clone());
        let wanted = PART.min(usize::try_from(self.left).unwrap_or(0));
        self.visitor.look(move |look| look.walk(wallet, from, &filter, wanted)).await
    }

    fn take(&mut self, walked: &Walked) {
        let lines: String = walked.lines.iter().map(|row| line(row, &self.visitor)).collect();
        self.left =
            self.left.saturating_sub_unsigned(u64::try_from(walked.lines.len()).unwrap_or(0));
        self.searches = self.searches.saturating_sub(1);
        self.next = walked.next;
        self.ended = self.next.is_none() || self.left <= 0 || self.searches == 0;
        if !lines.is_empty() {
            self.ready.push_back(lines);
        }
    }
}

fn line(row: &StatementLine, visitor: &Visitor) -> String {
    let line = &row.line;
    let who = super::look::other_side(visitor.t(), row);
    let fields = [
        line.at.to_jiff().to_string(),
        if line.change > 0 { "in" } else { "out" }.to_owned(),
        csv_field(&who),
        csv_field(row.handle.as_deref().unwrap_or_default()),
        csv_field(&row.memo),
        decimal(Money::new(line.change, line.currency), '.'),
        line.currency.to_string(),
        decimal(Money::new(line.posted, line.currency), '.'),
        line.cause.to_string(),
    ];
    format!("{}\r\n", fields.join(","))
}
