//! Looking through a statement, from a line back in time. There is no index by member, so a page looks through a
//! named number of lines and says where to go on.

use app::store::StatementLine;
use domain::id::MemberId;
use domain::ledger::{Account, LineId};
use domain::money::Currency;
use domain::port::Fault;
use domain::time::Timestamp;

use super::Look;
use super::wallet::other_side;

/// Lines that are looked through for one page.
pub(in crate::pages) const WALKED_MAX: usize = 2_000;

/// Lines that are read at once.
const CHUNK: usize = 200;

/// Which way money went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::pages) enum Way {
    /// It came in.
    In,
    /// It went out.
    Out,
}

impl Way {
    pub(in crate::pages) const ALL: [Self; 2] = [Self::In, Self::Out];

    /// The value in addresses.
    pub(in crate::pages) const fn code(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// Which lines are wanted; an empty one wants all.
#[derive(Clone, Default, Debug)]
pub(in crate::pages) struct Filter {
    /// Not before.
    pub(in crate::pages) since: Option<Timestamp>,
    /// Before.
    pub(in crate::pages) until: Option<Timestamp>,
    /// One way only.
    pub(in crate::pages) way: Option<Way>,
    /// With this member only.
    pub(in crate::pages) with: Option<MemberId>,
    /// With somebody whose name or handle has this in it, in small letters.
    pub(in crate::pages) who: String,
    /// With a memo that has this in it, in small letters.
    pub(in crate::pages) what: String,
}

impl Filter {
    /// Whether a line is wanted; `who` is what the page calls the other side.
    pub(in crate::pages) fn wants(&self, row: &StatementLine, who: &str) -> bool {
        let line = &row.line;
        let way = if line.change > 0 { Way::In } else { Way::Out };
        let has = |text: &str, part: &str| text.to_lowercase().contains(part);
        let handle = row.handle.as_deref().unwrap_or_default();
        self.since.is_none_or(|since| line.at >= since)
            && self.until.is_none_or(|until| line.at < until)
            && self.way.is_none_or(|wanted| way == wanted)
            && self.with.is_none_or(|with| line.other == Account::Wallet(with))
            && (has(who, &self.who) || has(handle, self.who.trim_start_matches('@')))
            && has(&row.memo, &self.what)
    }

    /// Whether this line, and so every earlier one, is too old.
    pub(in crate::pages) fn is_past(&self, row: &StatementLine) -> bool {
        self.since.is_some_and(|since| row.line.at < since)
    }
}

/// What was found.
pub(in crate::pages) struct Walked {
    /// The lines, newest first.
    pub(in crate::pages) lines: Vec<StatementLine>,
    /// The line to go on from, where there is more.
    pub(in crate::pages) next: Option<LineId>,
    /// Whether it ended because enough was looked through, not because enough was found.
    pub(in crate::pages) tired: bool,
}

impl Look<'_> {
    /// Looks through a wallet's statement for at most `wanted` lines, from `from` or the last line back.
    pub(in crate::pages) fn walk(
        &self,
        (member, currency): (MemberId, Currency),
        from: Option<LineId>,
        filter: &Filter,
        wanted: usize,
    ) -> Result<Walked, Fault> {
        let mut found = Walked { lines: Vec::new(), next: from, tired: false };
        for _ in 0..WALKED_MAX / CHUNK {
            let chunk = self.read.statement(member, currency, found.next, CHUNK)?;
            found.next = None;
            for row in chunk {
                if filter.is_past(&row) {
                    return Ok(Walked { next: None, ..found });
                }
                if found.lines.len() == wanted {
                    return Ok(Walked { next: Some(row.line.id()), ..found });
                }
                found.next = row.line.before;
                if filter.wants(&row, &other_side(self.visitor.t(), &row)) {
                    found.lines.push(row);
                }
            }
            if found.next.is_none() {
                return Ok(found);
            }
        }
        Ok(Walked { tired: true, ..found })
    }
}
