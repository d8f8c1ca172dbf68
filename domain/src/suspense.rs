//! Money that arrived at the bank and names nobody. It waits in the house's suspense account, as owed to somebody, until
//! an operator says whose it is or sends it back.

use crate::admin::{bookable, credit};
use crate::context::Context;
use crate::id::{MemberId, PaymentId, SuspenseId};
use crate::ledger::{Account, House, Transfer, TransferKind};
use crate::member::{Network, is_square_name};
use crate::money::Money;
use crate::refusal::Refusal;
use crate::request::HandleKey;
use crate::rows::{Draft, Stop};
use crate::time::{DAY_US, Timestamp};

/// Characters of the longest remitter, reference or bank's id that is booked; banks' own limits are 140 or less.
pub const TEXT_CHARS_MAX: usize = 200;

/// How long money may wait for its owner before somebody is warned, in microseconds.
pub const WAIT_US_MAX: i64 = 10 * DAY_US;

/// A bank transfer as the bank tells it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// What the bank calls it; the same name is the same transfer.
    pub bank_id: String,
    /// How much.
    pub amount: Money,
    /// Who sent it, in the bank's words.
    pub remitter: String,
    /// What they wrote.
    pub reference: String,
}

/// Money without owner; it ends exactly once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Its name; the transfer that brought it has the same id as cause.
    pub id: SuspenseId,
    /// What the bank told.
    pub receipt: Receipt,
    /// When it was booked.
    pub at: Timestamp,
    /// What became of it.
    pub ended: Option<Ended>,
}

/// What became of money without owner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ended {
    /// Where it went.
    pub how: End,
    /// The cause of the transfer that took it there; a top-up's where it went to a member.
    pub cause: PaymentId,
    /// Why, in the operator's words.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// Where money without owner went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// To the member whose it is.
    Matched(MemberId),
    /// Back where it came from.
    SentBack,
}

impl Item {
    /// The cause of the transfer that brought it.
    #[must_use]
    pub const fn cause(&self) -> PaymentId {
        PaymentId(self.id.0)
    }

    /// The transfers that its rows say there are, less the one to a member, which is a top-up's.
    #[must_use]
    pub fn transfers(&self) -> Vec<Transfer> {
        let brought = Transfer {
            cause: self.cause(),
            number: 0,
            kind: TransferKind::Receipt,
            debit: Account::House(House::Bank),
            credit: Account::House(House::Suspense),
            amount: self.receipt.amount,
            at: self.at,
        };
        let mut transfers = vec![brought.clone()];
        if let Some(Ended { how: End::SentBack, cause, at, .. }) = &self.ended {
            transfers.push(Transfer {
                cause: *cause,
                kind: TransferKind::SendBack,
                debit: Account::House(House::Suspense),
                credit: Account::House(House::Bank),
                at: *at,
                ..brought
            });
        }
        transfers
    }
}

/// Books money that arrived: for the one member whom its reference names, else for nobody yet. What a member may not
/// be credited waits too: it is at the bank, whatever the rules say.
///
/// # Errors
/// [`Stop::Refused`] if no transfer is of this amount, [`Stop::More`] if rows are needed.
pub fn receive(draft: &mut Draft<'_>, ctx: &Context<'_>, receipt: &Receipt) -> Result<(), Stop> {
    bookable(receipt.amount)?;
    if let Some(member) = named(draft, &receipt.reference)? {
        match credit(draft, ctx, member, receipt.amount, House::Bank, &receipt.reference) {
            Err(Stop::Refused(_)) => {}
            booked => return booked.map(drop),
        }
    }
    let id = SuspenseId(ctx.ids().take());
    let item = Item { id, receipt: receipt.clone(), at: ctx.now, ended: None };
    for transfer in item.transfers() {
        draft.transfer(transfer)?;
    }
    draft.put_suspense(item);
    Ok(())
}

/// Gives money without owner to a member, who is told as with any credit.
///
/// # Errors
/// [`Stop::Refused`] if it has gone on or the member may not be credited, [`Stop::More`] if rows are needed.
pub fn give(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    id: SuspenseId,
    member: MemberId,
    reason: &str,
) -> Result<(), Stop> {
    let item = waiting(draft, id)?;
    let Receipt { amount, reference, .. } = &item.receipt;
    let cause = credit(draft, ctx, member, *amount, House::Suspense, reference)?;
    let how = End::Matched(member);
    let ended = Some(Ended { how, cause, reason: reason.to_owned(), at: ctx.now });
    draft.put_suspense(Item { ended, ..item });
    Ok(())
}

/// Books that money without owner goes back to the bank account it came from.
///
/// # Errors
/// [`Stop::Refused`] if it has gone on, [`Stop::More`] if rows are needed.
pub fn send_back(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    id: SuspenseId,
    reason: &str,
) -> Result<(), Stop> {
    let item = waiting(draft, id)?;
    let cause = PaymentId(ctx.ids().take());
    let reason = reason.to_owned();
    let item =
        Item { ended: Some(Ended { how: End::SentBack, cause, reason, at: ctx.now }), ..item };
    for transfer in item.transfers().into_iter().filter(|transfer| transfer.cause == cause) {
        draft.transfer(transfer)?;
    }
    draft.put_suspense(item);
    Ok(())
}

fn waiting(draft: &Draft<'_>, id: SuspenseId) -> Result<Item, Stop> {
    let item = draft.suspense(id)?.cloned().ok_or(Refusal::SuspenseUnknown)?;
    if item.ended.is_some() { Err(Refusal::SuspenseEnded.into()) } else { Ok(item) }
}

/// The one member of the square whom a reference names.
fn named(draft: &Draft<'_>, reference: &str) -> Result<Option<MemberId>, Stop> {
    match handle_in(reference) {
        Some(name) => draft.handle(&HandleKey::Name(Network::SQUARE, name.as_str().into())),
        None => Ok(None),
    }
}

/// The one handle of the square in a text, in lower case; `None` where there is none, more than one, or something that
/// may be another network's. Money is never guessed about.
fn handle_in(text: &str) -> Option<String> {
    let mut found = None;
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        // Inside a word it is an address of electronic mail.
        let begins = letter == '@' && !before.is_some_and(char::is_alphanumeric);
        before = Some(letter);
        if !begins {
            continue;
        }
        let mut name = String::new();
        while let Some(letter) = rest.next_if(|c| c.is_ascii_alphanumeric() || *c == '_') {
            name.push(letter.to_ascii_lowercase());
            before = Some(letter);
        }
        let goes_on = |c: &char| c.is_alphanumeric() || matches!(c, '@' | '-');
        if rest.peek().is_some_and(goes_on) || found.as_ref().is_some_and(|known| *known != name) {
            return None;
        }
        if is_square_name(&name) {
            found = Some(name);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_names_one_handle_or_none() {
        for (text, found) in [
            ("@alice", Some("alice")),
            ("for @ALICE, thanks.", Some("alice")),
            ("@alice @alice", Some("alice")),
            ("(@le_refuge)", Some("le_refuge")),
            ("alice", None),
            ("", None),
            ("@", None),
            ("@ alice", None),
            ("@alice and @bob", None),
            ("@alice or @bobb", None),
            ("alice@example.org", None),
            ("@alice@social.example", None),
            ("@alicé", None),
            ("@alice-2", None),
            ("@@alice", None),
        ] {
            assert_eq!(handle_in(text).as_deref(), found, "{text:?}");
        }
    }
}
