//! What a member can ask about their own money. All of it is told in private.

use crate::bill::{self, BillList};
use crate::context::Context;
use crate::decide::Asked;
use crate::id::MemberId;
use crate::ledger::{Account, House, Line};
use crate::member::Kind;
use crate::money::{Currency, Money};
use crate::open::payee_name;
use crate::pay::known;
use crate::payment::{Payee, Payment, Purpose};
use crate::policy::Policy;
use crate::refusal::Refusal;
use crate::resolve;
use crate::rows::{Draft, Key, LINES_MAX, Stop};
use crate::say::{Arg, Say};

/// Tells the balance of every wallet that has something, or of the operator's first currency.
///
/// # Errors
/// [`Stop::More`] if wallets are not loaded.
pub fn balance(draft: &mut Draft<'_>, ctx: &Context<'_>, asked: &Asked<'_>) -> Result<(), Stop> {
    let author = asked.author;
    draft.need(offered(ctx.policy).map(|currency| Key::Wallet(author.id, currency)))?;
    let mut says = Vec::new();
    for (index, currency) in offered(ctx.policy).enumerate() {
        let wallet = draft.wallet(author.id, currency)?;
        if index > 0 && wallet.posted == 0 {
            continue;
        }
        let (code, held) =
            if wallet.held > 0 { ("balance-held", true) } else { ("balance", false) };
        let say = Say::new(code).money("available", wallet.available());
        says.push(if held { say.money("held", Money::new(wallet.held, currency)) } else { say });
    }
    in_private(draft, asked, says);
    Ok(())
}

fn offered(policy: &Policy) -> impl Iterator<Item = Currency> + '_ {
    policy.currencies.iter().map(|listed| listed.currency)
}

/// What receiving costs, by an example that is exact for any rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FeeExample {
    /// An amount received, in the operator's first currency.
    pub amount: Money,
    /// The fee on it.
    pub fee: Money,
    /// What remains.
    pub net: Money,
}

impl FeeExample {
    /// The example for a payee of this kind; `None` for those who pay nothing.
    ///
    /// # Panics
    /// Never: a fee is a part of the amount.
    #[must_use]
    pub fn of(policy: &Policy, payee: Kind) -> Option<Self> {
        let currency = offered(policy).next()?;
        // A hundred, or ten thousand where there are no cents: a whole number of every hundredth of a percent.
        let amount = Money::new(100 * 10_i64.pow(currency.decimals().max(2)), currency);
        let fee = policy.fee(payee, Purpose::Send, amount);
        let net = amount.checked_sub(fee).expect("a fee is a part of the amount");
        (fee.minor > 0).then_some(Self { amount, fee, net })
    }

    /// The example as something to say.
    #[must_use]
    pub fn say(&self) -> Say {
        let say = Say::new("fee-on-receiving").money("amount", self.amount);
        say.money("fee", self.fee).money("net", self.net)
    }
}

/// Says so in public, and the rest by direct message.
fn in_private(draft: &mut Draft<'_>, asked: &Asked<'_>, says: Vec<Say>) {
    draft.answer_in_public(asked.source, asked.author, Say::new("look-public"), None);
    for say in says {
        draft.answer(asked.source, asked.author, say, None);
    }
}

/// Tells the latest lines of all wallets together, newest first.
///
/// # Errors
/// [`Stop::More`] if rows are needed.
pub fn history(draft: &mut Draft<'_>, ctx: &Context<'_>, asked: &Asked<'_>) -> Result<(), Stop> {
    let author = asked.author.id;
    draft.need(offered(ctx.policy).map(|currency| Key::Lines(author, currency)))?;
    let mut lines: Vec<Line> = Vec::new();
    for currency in offered(ctx.policy) {
        lines.extend_from_slice(draft.lines(author, currency)?);
    }
    // Of one instant each wallet's own order stays.
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines.truncate(LINES_MAX);
    draft.need(lines.iter().filter_map(|line| match line.other {
        Account::Wallet(member) => Some(Key::Member(member)),
        Account::House(_) => None,
    }))?;
    let mut says = lines.iter().map(|line| line_say(draft, line)).collect::<Result<Vec<_>, _>>()?;
    if says.is_empty() {
        says.push(Say::new("history-none"));
    } else {
        says.push(Say::new("history-more").with("link", Arg::Link("/history".to_owned())));
    }
    in_private(draft, asked, says);
    Ok(())
}

fn line_say(draft: &Draft<'_>, line: &Line) -> Result<Say, Stop> {
    let (code, who) = match (line.other, line.change > 0) {
        (Account::Wallet(member), true) if line.transfer > 0 => {
            ("history-refund-in", Some(known(draft, member)?.name))
        }
        (Account::Wallet(member), false) if line.transfer > 0 => {
            ("history-refund-out", Some(known(draft, member)?.name))
        }
        (Account::Wallet(member), true) => ("history-in", Some(known(draft, member)?.name)),
        (Account::Wallet(member), false) => ("history-out", Some(known(draft, member)?.name)),
        (Account::House(House::Fees), true) => ("history-fee-back", None),
        (Account::House(_), true) => ("history-top-up", None),
        (Account::House(_), false) => ("history-fee", None),
    };
    let amount = Money::new(line.change.saturating_abs(), line.currency);
    let say = Say::new(code).with("at", Arg::At(line.at)).money("amount", amount);
    Ok(match who {
        Some(who) => say.text("who", &*who),
        None => say,
    })
}

/// Tells where a payment stands: the one named or answered, or the author's latest.
///
/// # Errors
/// [`Stop::Refused`] if there is no such payment of theirs, [`Stop::More`] if rows are needed.
pub fn status(draft: &mut Draft<'_>, asked: &Asked<'_>) -> Result<(), Stop> {
    let author = asked.author;
    if let Some(bill) = bill::meant(draft, asked)? {
        return bill::status(draft, author, bill, asked.source);
    }
    let id = match resolve::meant(draft, asked)? {
        Some(id) => Some(id),
        None => {
            let begun = BillList::By(author.id);
            draft.need([Key::Latest(author.id), Key::Bills(begun)])?;
            let latest = draft.latest(author.id)?.newest();
            let asking = draft.bills(begun)?.last().map(|bill| bill.id);
            match asking.filter(|bill| latest.is_none_or(|payment| payment.0 < bill.0)) {
                Some(bill) => return bill::status(draft, author, bill, asked.source),
                None => latest,
            }
        }
    };
    let Some(id) = id else {
        in_private(draft, asked, vec![Say::new("status-none")]);
        return Ok(());
    };
    let payment = draft.payment(id)?.filter(|payment| may_see(author.id, payment));
    let payment = payment.ok_or(Refusal::PaymentUnknown)?.clone();
    let back = payment.given_back();
    let say = match back.minor {
        0 => Say::new("status"),
        _ => Say::new("status-refunded").money("refunded", back),
    };
    let say = say
        .money("amount", payment.amount)
        .text("to", payee_name(draft, &payment)?)
        .text("state", payment.state.name());
    draft.answer_in_public(asked.source, author, Say::new("look-public"), None);
    draft.answer(asked.source, author, say, Some(id));
    Ok(())
}

/// Whether a payment is any of the member's business.
#[must_use]
pub fn may_see(member: MemberId, payment: &Payment) -> bool {
    let claimant = payment.claim.as_ref().and_then(|claim| claim.by).map(|(who, _)| who);
    payment.payer == member || payment.payee == Payee::Member(member) || claimant == Some(member)
}
