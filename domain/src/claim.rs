//! Money for a handle that belongs to nobody: somebody comes with the link, the payer confirms who it is.

use crate::context::Context;
use crate::id::MemberId;
use crate::ledger::HoldEnd;
use crate::member::Member;
use crate::open::{about, payee_name, surroundings};
use crate::pay::{end, fee, known, pay};
use crate::payment::{Claim, Consent, ConsentKind, Payee, Payment, State};
use crate::policy::Leg;
use crate::refusal::Refusal;
use crate::rows::{Draft, Key, Stop};
use crate::say::Say;
use crate::tell::link;

/// Somebody came with a claim's private link: they ask for the money, or give it back.
///
/// # Errors
/// [`Stop::Refused`] if the claim is over or not for them, [`Stop::More`] if rows are needed.
pub fn claim(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    token_hash: [u8; 32],
    wanted: bool,
) -> Result<(), Stop> {
    draft.need([Key::Member(member), Key::Claim(token_hash)])?;
    let id = draft.claim(token_hash)?.ok_or(Refusal::ClaimEnded)?;
    let payment = draft.payment(id)?.ok_or(Refusal::ClaimEnded)?.clone();
    surroundings(draft, &payment)?;
    let over = payment.expires_at.is_some_and(|until| until <= ctx.now);
    let claimant = payment.claim.as_ref().and_then(|claim| claim.by).map(|(who, _)| who);
    match payment.state {
        State::Claimed if wanted && !over && claimant == Some(member) => Ok(()),
        State::Held if over => Err(Refusal::ClaimEnded.into()),
        State::Held if payment.payer == member => Err(Refusal::ClaimOwn.into()),
        State::Held if wanted => ask_payer(draft, ctx, payment, member),
        State::Held => give_back(draft, ctx, payment),
        State::Doubted
        | State::Asked
        | State::Claimed
        | State::Paid
        | State::Returned
        | State::Cancelled
        | State::Declined
        | State::Expired => Err(Refusal::ClaimEnded.into()),
    }
}

fn ask_payer(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payment: Payment,
    member: MemberId,
) -> Result<(), Stop> {
    let claimant = known(draft, member)?;
    let payer = known(draft, payment.payer)?;
    if claimant.frozen.is_some() || claimant.tier < ctx.policy.regime.tier_to_receive() {
        return Err(Refusal::PayeeUnavailable { to: claimant.name.to_string() }.into());
    }
    let to = payee_name(draft, &payment)?;
    let say = Say::new("claim-asked")
        .money("amount", payment.amount)
        .text("to", to)
        .text("who", &*claimant.name)
        .with("link", link("approve", payment.id));
    draft.notify(&payer, say, Some(payment.id));
    let fee = ctx.policy.fee(claimant.kind, payment.purpose, payment.amount);
    let say = match fee.minor {
        0 => Say::new("claim-wait"),
        _ => Say::new("claim-wait-fee")
            .money("fee", fee)
            .money("net", payment.amount.checked_sub(fee).expect("a fee is a part of the amount")),
    };
    let say = say.money("amount", payment.amount).text("from", &*payer.name);
    draft.notify(&claimant, say, Some(payment.id));
    let claim = payment.claim.clone().map(|claim| Claim { by: Some((member, ctx.now)), ..claim });
    draft.put_payment(Payment { state: State::Claimed, claim, fee, ..payment });
    Ok(())
}

fn give_back(draft: &mut Draft<'_>, ctx: &Context<'_>, payment: Payment) -> Result<(), Stop> {
    let payer = known(draft, payment.payer)?;
    let say = about("claim-declined", draft, std::slice::from_ref(&payment))?;
    draft.notify(&payer, say, Some(payment.id));
    end(draft, ctx, payment, State::Returned)
}

/// The payer confirms who claims: the money goes to the claimant.
pub(crate) fn confirm(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payment: Payment,
    kind: Option<ConsentKind>,
) -> Result<(), Stop> {
    let (claimant, _) = payment
        .claim
        .as_ref()
        .and_then(|claim| claim.by)
        .expect("a claimed payment has a claimant");
    let claimant = known(draft, claimant)?;
    let payer = known(draft, payment.payer)?;
    let consent = match kind {
        Some(kind) => Some(Consent {
            kind,
            number: draft.consent(payer.id, kind, payment.amount)?,
            at: ctx.now,
        }),
        None => payment.consent,
    };
    let (id, amount) = (payment.id, payment.amount);
    capture(draft, ctx, Payment { consent, ..payment }, &claimant)?;
    let left = draft.wallet(payer.id, amount.currency)?.available();
    let say =
        Say::new("sent").money("amount", amount).text("to", &*claimant.name).money("left", left);
    draft.notify(&payer, say, Some(id));
    Ok(())
}

/// Gives a claimed payment to the claimant: the hold is captured and the money moves.
///
/// # Errors
/// [`Stop::Refused`] if the claimant may not receive now, [`Stop::More`] if rows are needed.
fn capture(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    payment: Payment,
    claimant: &Member,
) -> Result<(), Stop> {
    let payer = known(draft, payment.payer)?;
    draft.need([
        Key::Hold(payment.id),
        Key::Wallet(payer.id, payment.amount.currency),
        Key::Wallet(claimant.id, payment.amount.currency),
    ])?;
    if payer.frozen.is_some() {
        return Err(Refusal::PayerFrozen.into());
    }
    if claimant.frozen.is_some() || claimant.tier < ctx.policy.regime.tier_to_receive() {
        return Err(Refusal::PayeeUnavailable { to: claimant.name.to_string() }.into());
    }
    draft.end_hold(payment.id, HoldEnd::Captured, ctx.now)?;
    let leg = Leg {
        payee: Payee::Member(claimant.id),
        member: Some(claimant.clone()),
        amount: payment.amount,
    };
    let fee = fee(ctx, &leg, payment.purpose);
    let payment = Payment { fee, policy: ctx.policy.version, ..payment };
    let (id, say) = pay(draft, ctx, payment, &payer, claimant)?;
    draft.notify(claimant, say, Some(id));
    Ok(())
}

pub(crate) fn turn_away(draft: &mut Draft<'_>, payment: Payment) -> Result<(), Stop> {
    tell_claimant(draft, &payment)?;
    let claim = payment.claim.clone().map(|claim| Claim { by: None, ..claim });
    draft.put_payment(Payment { state: State::Held, claim, ..payment });
    Ok(())
}

/// Tells whoever claims a payment, if anybody does, that they do not get it.
pub(crate) fn tell_claimant(draft: &mut Draft<'_>, payment: &Payment) -> Result<(), Stop> {
    let Some((claimant, _)) = payment.claim.as_ref().and_then(|claim| claim.by) else {
        return Ok(());
    };
    let claimant = known(draft, claimant)?;
    let payer = known(draft, payment.payer)?;
    let say =
        Say::new("claim-turned-away").money("amount", payment.amount).text("from", &*payer.name);
    draft.notify(&claimant, say, Some(payment.id));
    Ok(())
}
