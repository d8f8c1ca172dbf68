//! `/refund/{id}`: the payee gives a payment back, whole or in part, or says no; the payer asks for it.
//!
//! Whom the money goes to follows from the payment, and the payee types the amount beside the PIN, so the consent is
//! to both. The form carries a key of its own: sent twice, it gives once.

use std::sync::Arc;

use app::store::Story;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::id::{MemberId, PaymentId, RequestKey};
use domain::member::Pin;
use domain::money::{Money, decimal};
use domain::payment::Payment;
use domain::policy::Needed;
use domain::port::Fault;
use domain::refusal::Refusal;
use domain::request::{Outcome, Request};
use domain::statement::may_see;

use super::look::Look;
use super::passkeys::{can_touch, evidence};
use super::payment;
use super::told::told;
use crate::State;
use crate::session::{Halt, Member, Page, Posted, Query, Visitor, is_token, shown};
use crate::view::refund::{RefundPage, RefundStep};
use crate::view::shell::Shell;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/refund/{id}", get(show).post(refund))
        .route("/refund/{id}/ask", post(ask))
        .route("/refund/{id}/decline", post(decline))
}

/// What was typed, and what was wrong with it.
#[derive(Default)]
struct Tried {
    amount: Option<String>,
    error: Option<String>,
}

async fn show(member: Member, Path(id): Path<String>, query: Query) -> Page {
    let amount = query.text("amount").map(str::to_owned);
    let tried = Tried { amount, error: None };
    page(&member.visitor, payment::parse(&id)?, StatusCode::OK, tried).await
}

async fn page(visitor: &Arc<Visitor>, id: PaymentId, status: StatusCode, tried: Tried) -> Page {
    let Some(me) = visitor.id() else { return Err(Halt::SignIn) };
    let page = visitor.look(move |look| sheet(look, me, id, tried)).await?;
    shown(status, &page.ok_or(Halt::NotFound)?)
}

async fn refund(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let (Member { visitor, id: me }, id) = (&form.by, payment::parse(&id)?);
    let (given, key) = (evidence(&form, "pin")?, form.text("key"));
    if !is_token(key) {
        return Err(Halt::Bad);
    }
    let Some(amount) = amount(visitor, id, form.text("amount")).await? else {
        return not_an_amount(visitor, id, form.text("amount")).await;
    };
    let key = RequestKey::of(&["refund", &me.to_string(), key]);
    let decision = visitor.state.obole.refund(key, *me, id, amount, given);
    let outcome = told(visitor, decision).await?.outcome;
    after(visitor, id, form.text("amount"), outcome).await
}

async fn ask(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let (Member { visitor, id: me }, id) = (&form.by, payment::parse(&id)?);
    let Some(amount) = amount(visitor, id, form.text("amount")).await? else {
        return not_an_amount(visitor, id, form.text("amount")).await;
    };
    let request = Request::AskRefund { member: *me, payment: id, amount: Some(amount) };
    let decision = visitor.state.obole.submit(None, 0, request);
    let outcome = told(visitor, decision).await?.outcome;
    after(visitor, id, form.text("amount"), outcome).await
}

async fn decline(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let (member, payment) = (form.by.id, payment::parse(&id)?);
    payment::act(&form.by, Request::DeclineRefund { member, payment }, payment).await
}

/// The payment's story, or the page once more with what was wrong.
async fn after(visitor: &Arc<Visitor>, id: PaymentId, typed: &str, outcome: Outcome) -> Page {
    match outcome {
        Outcome::Refused(Refusal::PaymentUnknown | Refusal::NotYours) => Err(Halt::NotFound),
        Outcome::Refused(Refusal::Busy) => Err(Halt::Busy),
        Outcome::Refused(refusal) => {
            let error = Some(visitor.reader.say(&refusal.say()));
            let tried = Tried { amount: Some(typed.to_owned()), error };
            page(visitor, id, StatusCode::UNPROCESSABLE_ENTITY, tried).await
        }
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(payment::story(id).go())
        }
    }
}

/// A number in the payment's currency, with a point or a comma; three digits behind either are no number of euros, so
/// thousands cannot be taken for cents.
pub(super) async fn amount(
    visitor: &Arc<Visitor>,
    id: PaymentId,
    typed: &str,
) -> Result<Option<Money>, Halt> {
    let found = visitor.look(move |look| look.read.payment(id)).await?;
    let currency = found.ok_or(Halt::NotFound)?.amount.currency;
    let number = typed.trim().replace(',', ".");
    Ok(Money::parse(&format!("{number} {currency}")).filter(|_| number.len() <= 20))
}

async fn not_an_amount(visitor: &Arc<Visitor>, id: PaymentId, typed: &str) -> Page {
    let found = visitor.look(move |look| look.read.payment(id)).await?;
    let left = found.ok_or(Halt::NotFound)?.refundable();
    let (currency, number) = (left.currency.code(), number(visitor, left));
    let args = [("currency", currency), ("left", &*number)];
    let error = Some(visitor.t().text_with("page-refund-amount-bad", &args));
    // What is too long to be a number is not shown again.
    let amount = Some(typed.chars().take(20).collect());
    page(visitor, id, StatusCode::UNPROCESSABLE_ENTITY, Tried { amount, error }).await
}

/// An amount as the reader types it.
fn number(visitor: &Visitor, amount: Money) -> String {
    let separator = visitor.t().text("number-decimal").chars().next().unwrap_or('.');
    decimal(amount, separator)
}

fn sheet(
    look: &Look<'_>,
    me: MemberId,
    id: PaymentId,
    tried: Tried,
) -> Result<Option<RefundPage>, Fault> {
    let Some(story) = look.read.story(id)?.filter(|story| may_see(me, &story.payment)) else {
        return Ok(None);
    };
    let payment = &story.payment;
    let payee = payment.paid_to() == Some(me);
    let asked = payment.open_ask(look.now).map(|ask| ask.amount);
    let proposed = asked.unwrap_or(payment.refundable());
    let fee = Some(payment.fee_with(payment.refundable())).filter(|fee| payee && fee.minor > 0);
    let shell = Shell { path: format!("/refund/{id}"), ..look.shell()? };
    let key = look.visitor.state.obole.fresh_name();
    Ok(Some(RefundPage {
        shell,
        id: id.to_string(),
        key,
        whole: look.money(payment.amount),
        other: if payee { look.payer(&story) } else { look.payee(&story) },
        what: look.memo(&story),
        back: look.given_back(payment),
        fee: fee.map(|fee| look.money(fee)),
        asked: if payee { look.asked_of_payee(&story) } else { look.asked_by_payer(&story) },
        declinable: payee && asked.is_some(),
        amount: tried.amount.unwrap_or_else(|| number(look.visitor, proposed)),
        left: number(look.visitor, payment.refundable()),
        error: tried.error,
        touch: can_touch(look, me)?,
        step: step(look, me, payment, &story)?,
    }))
}

/// What the reader can do: all that can go back decides whether a PIN is needed, so that the form need not know how
/// much will be typed.
fn step(
    look: &Look<'_>,
    me: MemberId,
    payment: &Payment,
    story: &Story,
) -> Result<RefundStep, Fault> {
    let left = payment.refundable();
    if left.minor == 0 {
        return Ok(RefundStep::Over);
    }
    if payment.payer == me {
        let waits = look.asked_by_payer(story).is_some();
        return Ok(if waits { RefundStep::Waits } else { RefundStep::Ask });
    }
    let wallets = look.read.wallets(me)?;
    let wallet = wallets.iter().find(|wallet| wallet.currency == left.currency);
    let policy = look.visitor.state.obole.policy();
    let needed = wallet.map_or(Needed::Strong, |wallet| policy.consent(wallet, left));
    Ok(match (needed, look.read.pin(me)?) {
        (Needed::Exempt, _) => RefundStep::Yes,
        (Needed::Strong, pin) if pin.as_ref().is_none_or(Pin::locked) && can_touch(look, me)? => {
            RefundStep::Touch
        }
        (Needed::Strong, None) => RefundStep::NoPin,
        (Needed::Strong, Some(pin)) if pin.locked() => RefundStep::Locked,
        (Needed::Strong, Some(_)) => RefundStep::Pin,
    })
}
