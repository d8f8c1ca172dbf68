//! What a program asks for by itself: a payment without a message. The rules are those of a post.

use crate::context::Context;
use crate::member::{Network, is_square_name};
use crate::pay::{Order, begin, known};
use crate::payment::Payee;
use crate::refusal::Refusal;
use crate::request::{HandleKey, Pay};
use crate::rows::{Draft, Key, Stop};
use crate::tell::Source;

/// The rows that are needed whatever they hold.
#[must_use]
pub(crate) fn keys(pay: &Pay) -> Vec<Key> {
    vec![Key::Member(pay.payer), Key::Handle(payee_key(pay))]
}

fn payee_key(pay: &Pay) -> HandleKey {
    HandleKey::Name(Network::SQUARE, pay.to.clone())
}

/// Begins the payment: it is refused, asked about, set aside or paid, as if the payer had written it in private.
///
/// # Errors
/// [`Stop::Refused`] by the first rule that objects, [`Stop::More`] if rows are needed.
pub(crate) fn pay(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    pay: &Pay,
    source: &Source,
) -> Result<(), Stop> {
    if !is_square_name(&pay.to) {
        return Err(Refusal::HandleBad.into());
    }
    if pay.amount.minor < 1 {
        return Err(Refusal::AmountTooSmall.into());
    }
    draft.need(keys(pay))?;
    let payer = known(draft, pay.payer)?;
    let payee = match draft.handle(&payee_key(pay))? {
        Some(member) => Payee::Member(member),
        None => Payee::Handle { network: Network::SQUARE, name: pay.to.clone() },
    };
    let order = Order {
        payer: &payer,
        purpose: pay.purpose,
        payees: vec![payee],
        amount: pay.amount,
        memo: pay.memo.clone(),
    };
    begin(draft, ctx, order, source)
}
