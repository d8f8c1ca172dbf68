//! What the operator does by hand.

use crate::context::Context;
use crate::id::{MemberId, PaymentId};
use crate::lang::Lang;
use crate::ledger::{Account, House, TopUp, Transfer, TransferKind};
use crate::member::{Freeze, Handle, Kind, Member, NAME_CHARS_MAX, Network, is_square_name};
use crate::money::Money;
use crate::refund;
use crate::refusal::Refusal;
use crate::request::{Admin, HandleKey};
use crate::rows::{Draft, Key, Stop};
use crate::say::Say;
use crate::statement::FeeExample;
use crate::suspense;

/// The most one top-up may be, in minor units: ten thousand million euros. Nine million such top-ups fit a wallet.
pub const TOP_UP_MAX: i64 = 1_000_000_000_000;

/// Does what the operator asks.
///
/// # Errors
/// [`Stop::Refused`] if it cannot be done, [`Stop::More`] if rows are needed.
pub fn act(draft: &mut Draft<'_>, ctx: &Context<'_>, admin: &Admin) -> Result<(), Stop> {
    match admin {
        Admin::AddMember { handle, name, kind, lang, tier } => {
            let id = MemberId(ctx.ids().take());
            let (kind, lang, tier) = (*kind, *lang, *tier);
            add_member(draft, ctx, &NewMember { id, handle, name, kind, lang, tier })
        }
        Admin::Credit { member, amount, from, reference } => {
            credit(draft, ctx, *member, *amount, *from, reference).map(drop)
        }
        Admin::Freeze { member, reason } => set_frozen(
            draft,
            *member,
            Some(Freeze { at: ctx.now, reason: reason.clone() }),
            "frozen",
        ),
        Admin::Release { member } => set_frozen(draft, *member, None, "released"),
        Admin::ResetPin { member } => {
            draft.need([Key::Member(*member), Key::Pin(*member), Key::Passkeys(*member)])?;
            draft.member(*member)?.ok_or(Refusal::MemberUnknown)?;
            draft.put_pin(*member, None);
            let own: Vec<_> = draft.passkeys(*member)?.iter().map(|own| own.id).collect();
            own.into_iter().for_each(|id| draft.remove_passkey(*member, id));
            Ok(())
        }
        Admin::Refund { payment, amount, reason } => {
            refund::by_operator(draft, ctx, *payment, *amount, reason)
        }
        Admin::Receive(receipt) => suspense::receive(draft, ctx, receipt),
        Admin::Match { item, member, reason } => suspense::give(draft, ctx, *item, *member, reason),
        Admin::SendBack { item, reason } => suspense::send_back(draft, ctx, *item, reason),
    }
}

/// Somebody who becomes a member, with a handle on the square.
pub(crate) struct NewMember<'n> {
    /// The id.
    pub(crate) id: MemberId,
    /// The handle's name, without `@`.
    pub(crate) handle: &'n str,
    /// The visible name.
    pub(crate) name: &'n str,
    /// What they are.
    pub(crate) kind: Kind,
    /// Their language.
    pub(crate) lang: Lang,
    /// How well the operator knows them.
    pub(crate) tier: u8,
}

/// Adds a member. What it refuses it refuses before it changes anything.
pub(crate) fn add_member(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    new: &NewMember<'_>,
) -> Result<(), Stop> {
    let NewMember { id, handle, name, kind, lang, tier } = *new;
    if !is_square_name(handle) || name.trim().is_empty() || name.chars().count() > NAME_CHARS_MAX {
        return Err(Refusal::HandleBad.into());
    }
    if draft.handle(&HandleKey::Name(Network::SQUARE, handle.into()))?.is_some() {
        return Err(Refusal::HandleTaken.into());
    }
    let member = Member {
        id,
        kind,
        name: name.trim().into(),
        lang,
        tier,
        home: Network::SQUARE,
        created_at: ctx.now,
        frozen: None,
        stopped: Vec::new(),
    };
    // On the square a handle is never renamed nor given to somebody else, so the name is the stable id.
    draft.put_handle(Handle {
        network: Network::SQUARE,
        stable_id: handle.to_owned(),
        name: handle.to_owned(),
        member: member.id,
        linked_at: ctx.now,
    });
    draft.notify(&member, Say::new("welcome"), None);
    if let Some(example) = FeeExample::of(ctx.policy, member.kind) {
        draft.notify(&member, example.say(), None);
    }
    draft.put_member(member);
    Ok(())
}

/// Books money for a member from an account of the house, and gives the name of what was booked. What it refuses it
/// refuses before it changes anything.
pub(crate) fn credit(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    amount: Money,
    from: House,
    reference: &str,
) -> Result<PaymentId, Stop> {
    draft.need([Key::Member(member), Key::Wallet(member, amount.currency)])?;
    let owner = draft.member(member)?.cloned().ok_or(Refusal::MemberUnknown)?;
    ctx.policy.currency(amount.currency)?;
    bookable(amount)?;
    if owner.tier < ctx.policy.regime.tier_to_receive() {
        return Err(Refusal::Regime { regime: ctx.policy.regime.name() }.into());
    }
    let cause = PaymentId(ctx.ids().take());
    draft.transfer(Transfer {
        cause,
        number: 0,
        kind: TransferKind::TopUp,
        debit: Account::House(from),
        credit: Account::Wallet(member),
        amount,
        at: ctx.now,
    })?;
    draft.add_top_up(TopUp {
        id: cause,
        member,
        amount,
        reference: reference.to_owned(),
        at: ctx.now,
    });
    draft.notify(
        &owner,
        Say::new("credited").money("amount", amount).text("reference", reference),
        None,
    );
    Ok(cause)
}

/// Whether a bank transfer may be of this amount.
pub(crate) fn bookable(amount: Money) -> Result<(), Refusal> {
    if amount.minor < 1 {
        return Err(Refusal::AmountTooSmall);
    }
    if amount.minor > TOP_UP_MAX {
        let limit = Money::new(TOP_UP_MAX, amount.currency);
        return Err(Refusal::PaymentLimit { amount, limit });
    }
    Ok(())
}

fn set_frozen(
    draft: &mut Draft<'_>,
    member: MemberId,
    frozen: Option<Freeze>,
    code: &'static str,
) -> Result<(), Stop> {
    draft.need([Key::Member(member)])?;
    let member = draft.member(member)?.cloned().ok_or(Refusal::MemberUnknown)?;
    let changed = member.frozen.is_some() != frozen.is_some();
    let member = Member { frozen, ..member };
    if changed {
        draft.notify(&member, Say::new(code), None);
    }
    draft.put_member(member);
    Ok(())
}
