//! `GET /pay/{id}`: one payment's story, for its payer, its payee and its claimant.

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::id::{MemberId, PaymentId};
use domain::money::Money;
use domain::payment::{ConsentKind, State};
use domain::port::Fault;
use domain::request::{Outcome, Request};
use domain::statement::may_see;

use super::look::{Look, named, shown_state, whole};
use super::told::told;
use crate::State as WebState;
use crate::session::{Halt, Local, Member, Page, Posted, shown};
use crate::view::card::{Deed, Step, Trail};
use crate::view::payment::{Payee, PaymentPage};
use app::store::Story;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/pay/{id}", get(show)).route("/pay/{id}/cancel", post(cancel))
}

/// Reads a payment's id in an address.
pub(super) fn parse(id: &str) -> Result<PaymentId, Halt> {
    PaymentId::parse(id).ok_or(Halt::NotFound)
}

/// The page of a payment's story.
pub(super) fn story(id: PaymentId) -> Local {
    Local::or_square(&format!("/pay/{id}"))
}

async fn show(member: Member, Path(id): Path<String>) -> Page {
    let (Member { visitor, id: me }, payment) = (member, parse(&id)?);
    let page = visitor.look(move |look| page(look, me, payment)).await?;
    shown(StatusCode::OK, &page.ok_or(Halt::NotFound)?)
}

fn page(look: &Look<'_>, me: MemberId, id: PaymentId) -> Result<Option<PaymentPage>, Fault> {
    let Some(story) = look.read.story(id)?.filter(|story| may_see(me, &story.payment)) else {
        return Ok(None);
    };
    let own = story.payment.payer == me;
    // The payer sees the whole order; each payee only their own part of it.
    let legs = if own && story.payment.legs > 1 {
        look.read.order(story.payment.order)?
    } else {
        vec![story.clone()]
    };
    let several = legs.len() > 1;
    let payment = &story.payment;
    let fee = Some(payment.fee).filter(|fee| !own && fee.minor > 0);
    let net = fee.and_then(|fee| payment.amount.checked_sub(fee).ok());
    Ok(Some(PaymentPage {
        shell: look.shell()?,
        notice: None,
        id: id.to_string(),
        state: shown_state(payment.state),
        reason: None,
        amount: look.money(whole(&legs)),
        from: look.payer(&story),
        payees: legs.iter().map(|leg| payee(look, me, leg, several)).collect(),
        what: look.memo(&story),
        fee: fee.map(|fee| look.money(fee)),
        net: net.map(|net| look.money(net)),
        until: payment.expires_at.filter(|_| payment.state.open()).map(|until| look.full(until)),
        trail: trail(look, &story)?,
        post_href: None,
        schedule_href: if own { schedule_href(look, id)? } else { None },
        request_href: look.read.bill_of_payment(id)?.map(|bill| format!("/request/{}", bill.id)),
        approve_href: (own && look.waits_for_payer(&story)).then(|| format!("/approve/{id}")),
        share: look.share_of(me, &story)?,
        cancellable: own && legs.iter().any(|leg| leg.payment.state.open()),
        back: look.given_back(payment).filter(|_| !several),
        asked_back: if own { look.asked_by_payer(&story) } else { look.asked_of_payee(&story) },
        refund: look.refund_act(me, payment).filter(|_| !several),
    }))
}

fn schedule_href(look: &Look<'_>, payment: PaymentId) -> Result<Option<String>, Fault> {
    let run = look.read.run_of_payment(payment)?;
    Ok(run.map(|run| format!("/schedules/{}", run.schedule)))
}

fn payee(look: &Look<'_>, me: MemberId, leg: &Story, several: bool) -> Payee {
    let amount: Option<Money> = several.then_some(leg.payment.amount);
    Payee {
        person: look.payee(leg),
        amount: amount.map(|amount| look.money(amount)),
        state: several.then(|| shown_state(leg.payment.state)),
        back: look.given_back(&leg.payment).filter(|_| several),
        refund: look.refund_act(me, &leg.payment).filter(|_| several),
    }
}

/// What happened, oldest first.
fn trail(look: &Look<'_>, story: &Story) -> Result<Trail, Fault> {
    let payment = &story.payment;
    let mut deeds = vec![(payment.created_at, Deed::Asked, None)];
    let claimed = payment.claim.as_ref().and_then(|claim| claim.by).map(|(_, at)| at);
    // A strong consent to a claimant takes the place of the one by which the money was set aside.
    let first_consent = payment.consent.filter(|consent| claimed.is_none_or(|at| consent.at < at));
    if let Some(consent) = first_consent {
        if consent.kind == ConsentKind::Strong {
            deeds.push((consent.at, Deed::Approved, None));
        }
        if payment.claim.is_some() {
            deeds.push((consent.at, Deed::SetAside, None));
        }
    }
    if let Some(at) = claimed {
        let who = story.claimant.as_ref().map(|row| named(row).name);
        deeds.push((at, Deed::Claimed, who));
    }
    if let (Some(_), Some(at), State::Paid) = (claimed, payment.ended_at, payment.state) {
        deeds.push((at, Deed::Confirmed, None));
    }
    if let (Some(at), Some(deed)) = (payment.ended_at, end(payment.state)) {
        deeds.push((at, deed, None));
    }
    for refund in look.read.refunds(payment.id)? {
        deeds.push((refund.at, Deed::Refunded, Some(look.money(refund.amount))));
    }
    if let Some(ask) = payment.open_ask(look.now) {
        deeds.push((ask.at, Deed::RefundAsked, Some(look.money(ask.amount))));
    }
    deeds.sort_by_key(|(at, _, _)| *at);
    let step = |(at, deed, who)| Step { deed, who, at: look.full(at) };
    Ok(Trail { t: look.visitor.t(), steps: deeds.into_iter().map(step).collect() })
}

const fn end(state: State) -> Option<Deed> {
    match state {
        State::Paid => Some(Deed::Paid),
        State::Returned => Some(Deed::Returned),
        State::Cancelled => Some(Deed::Cancelled),
        State::Declined => Some(Deed::Declined),
        State::Expired => Some(Deed::Expired),
        State::Doubted | State::Asked | State::Held | State::Claimed => None,
    }
}

async fn cancel(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let (member, payment) = (form.by.id, parse(&id)?);
    act(&form.by, Request::Cancel { member, payment }, payment).await
}

/// Asks for something about a payment, and shows its story.
pub(super) async fn act(member: &Member, request: Request, payment: PaymentId) -> Page {
    let visitor = &member.visitor;
    match told(visitor, visitor.state.obole.submit(None, 0, request)).await?.outcome {
        Outcome::Refused(refusal) => Err(refusal.into()),
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(story(payment).go())
        }
    }
}
