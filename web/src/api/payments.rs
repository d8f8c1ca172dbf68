//! Payments: one, a new one, taking one back.

use app::store::{Person, Story};
use axum::Json;
use axum::extract::State as Extract;
use axum::response::Response;
use domain::grammar::MEMO_CHARS_MAX;
use domain::id::{PaymentId, RequestKey};
use domain::money::{Currency, Money};
use domain::payment::{Payee, Purpose, State as Standing};
use domain::request::{Pay, Request};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use super::answer::{AnswerBody, Refused, answered};
use super::auth::Authenticated;
use super::input::{Named, Sent, handle, shown};
use super::problem::Problem;
use crate::State;

/// Money.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"currency": "EUR", "minor": 1200}))]
pub(crate) struct Amount {
    /// The code of ISO 4217.
    #[schema(pattern = "^[A-Z]{3}$")]
    pub(crate) currency: String,
    /// How many of the currency's smallest unit.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 0, maximum = 1_000_000_000_000_000_i64)]
    pub(crate) minor: i64,
}

/// A whole number, also where a program writes it as `1200.0`: to JSON that is the same.
fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let text = serde_json::Number::deserialize(deserializer)?.to_string();
    let digits = text.strip_suffix(".0").unwrap_or(&text);
    digits.parse().map_err(|_| D::Error::custom("minor is a whole number"))
}

impl Amount {
    /// What the ledger makes of it.
    pub(crate) fn read(&self) -> Result<Money, Problem> {
        let upper = self.currency.bytes().all(|byte| byte.is_ascii_uppercase());
        let currency = Currency::parse(&self.currency).filter(|_| upper);
        let currency = currency.ok_or_else(|| {
            Problem::unfit("currency_unknown", "currency is a code of ISO 4217, such as EUR.")
        })?;
        match self.minor {
            minor @ 0..=1_000_000_000_000_000 => Ok(Money::new(minor, currency)),
            _ => Err(Problem::bad("bad_body", "minor is from 0 to 10^15.")),
        }
    }
}

/// A memo that is short enough; nothing for none.
pub(crate) fn checked_memo(memo: Option<&str>) -> Result<String, Problem> {
    let memo = memo.unwrap_or_default();
    if memo.chars().count() > MEMO_CHARS_MAX {
        return Err(Problem::bad("bad_body", "memo has at most 280 characters."));
    }
    Ok(memo.to_owned())
}

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Self { currency: money.currency.code().to_owned(), minor: money.minor }
    }
}

/// A payment.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": "pay_06awnc7kbhze6t9cbqbmbx41z4", "state": "paid", "kind": "send",
    "amount": {"currency": "EUR", "minor": 1200}, "fee": {"currency": "EUR", "minor": 0},
    "refunded": {"currency": "EUR", "minor": 0},
    "payer": "alice", "payee": "bob", "memo": "pour le resto", "created_at": "2026-03-02T10:00:00Z",
    "expires_at": null, "ended_at": "2026-03-02T10:00:00Z", "approve_url": null
}))]
pub(crate) struct Payment {
    id: String,
    /// `doubted`, `asked`, `held`, `claimed`, `paid`, `returned`, `cancelled`, `declined` or `expired`.
    state: String,
    /// `send` or `gift`.
    kind: String,
    amount: Amount,
    /// What the payee owes the operator for it, out of the amount.
    fee: Amount,
    /// What of the amount has gone back to the payer.
    refunded: Amount,
    /// The payer's handle.
    payer: String,
    /// The payee's handle.
    payee: String,
    memo: String,
    created_at: String,
    /// When it ends by itself, while it is open.
    expires_at: Option<String>,
    ended_at: Option<String>,
    /// Where the payer approves it, while it waits for that.
    approve_url: Option<String>,
}

impl Payment {
    /// A payment with everybody's names.
    pub(crate) fn of(state: &State, story: Story) -> Self {
        let payment = &story.payment;
        let name = |who: &Person| who.handle.clone().unwrap_or_default();
        let payee = match (&story.payee, &payment.payee) {
            (Some(who), _) => name(who),
            (None, Payee::Handle { name, .. }) => name.to_string(),
            (None, Payee::Member(id)) => id.to_string(),
        };
        let waits = match payment.state {
            Standing::Doubted | Standing::Asked | Standing::Claimed => true,
            Standing::Held
            | Standing::Paid
            | Standing::Returned
            | Standing::Cancelled
            | Standing::Declined
            | Standing::Expired => false,
        };
        let approve = || format!("{}/approve/{}", state.obole.settings().base_url, payment.id);
        Self {
            id: payment.id.to_string(),
            state: payment.state.name().to_owned(),
            kind: payment.purpose.name().to_owned(),
            amount: payment.amount.into(),
            fee: payment.fee.into(),
            refunded: Money::new(payment.refunded.amount, payment.amount.currency).into(),
            payer: story.payer.as_ref().map(name).unwrap_or_default(),
            payee,
            memo: payment.memo.to_string(),
            created_at: shown(payment.created_at),
            expires_at: payment.expires_at.map(shown),
            ended_at: payment.ended_at.map(shown),
            approve_url: waits.then(approve),
        }
    }
}

/// Look at a payment
///
/// For its payer, its payee, or who claims it.
#[utoipa::path(get, path = "/v1/payments/{id}", tag = "payments", operation_id = "showPayment",
    params(("id" = String, Path, description = "The payment.", example = "pay_06awnc7kbhze6t9cbqbmbx41z4")),
    responses((status = 200, description = "Where it stands.", body = Payment)),
    security(("signature" = ["payments"])))]
pub(crate) async fn show(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<Json<Payment>, Problem> {
    program.may("payments")?;
    let story = visible(&state, &program, &id).await?;
    Ok(Json(Payment::of(&state, story)))
}

/// The payment of that name, if it is any of the key's business.
async fn visible(state: &State, program: &Authenticated, id: &str) -> Result<Story, Problem> {
    let id = PaymentId::parse(id).ok_or_else(Problem::not_found)?;
    let found = state.obole.read_rows(move |read| read.story(id)).await?;
    let story = found.ok_or_else(Problem::not_found)?;
    let hidden = program.member.is_some_and(|own| !domain::statement::may_see(own, &story.payment));
    if hidden { Err(Problem::not_found()) } else { Ok(story) }
}

/// A payment to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"payer": "alice", "to": "@bob", "amount": {"currency": "EUR", "minor": 1200}}))]
pub(crate) struct NewPayment {
    /// The payer's handle, where the key does not say who that is.
    #[serde(default)]
    payer: Option<String>,
    /// The payee's handle on the square; one without account gets a claim.
    to: String,
    amount: Amount,
    /// `send` (without it) or `gift`, which goes to charities.
    #[serde(default)]
    #[schema(pattern = "^(send|gift)$")]
    kind: Option<String>,
    /// What for.
    #[serde(default)]
    #[schema(max_length = 280)]
    memo: Option<String>,
}

impl NewPayment {
    fn purpose(&self) -> Result<Purpose, Problem> {
        match self.kind.as_deref() {
            None | Some("send") => Ok(Purpose::Send),
            Some("gift") => Ok(Purpose::Gift),
            Some(_) => Err(Problem::bad("bad_body", "kind is send or gift.")),
        }
    }
}

/// Pay
///
/// Goes through the same rules as a post: paid at once where that is consent enough, else `asked` with a link to approve,
/// or held for a handle without account. A refusal by the rules is kept with the `Idempotency-Key`; `slow_down` (429) and
/// `busy` (503) are not: send the same again.
#[utoipa::path(post, path = "/v1/payments", tag = "payments", operation_id = "pay", request_body = NewPayment,
    params(("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "order-8")),
    responses((status = 201, description = "Begun; the payment says where it stands.", body = AnswerBody)),
    security(("signature" = ["payments:write"])))]
pub(crate) async fn create(
    Extract(state): Extract<State>,
    program: Authenticated,
    Sent(new): Sent<NewPayment>,
) -> Result<Response, Problem> {
    program.may("payments:write")?;
    let id = program.idempotency()?;
    let (amount, purpose) = (new.amount.read()?, new.purpose()?);
    let memo = checked_memo(new.memo.as_deref())?;
    let payer = program.whose(&state, new.payer.as_deref()).await?;
    let to = handle(&new.to);
    let digest =
        app::obole::digest(&[&payer.to_string(), &to, &amount.to_string(), purpose.name(), &memo]);
    let pay = Pay { payer, to: to.into(), purpose, amount, memo: memo.into() };
    let _turn = program.begin(&state, &id)?;
    let key = RequestKey::of(&["pay", &id]);
    let answer = state.obole.submit(Some(key), digest, Request::Pay(pay)).await?;
    answered(&state, id, answer, program.member, Refused::AsProblem).await
}

/// Take a payment back
///
/// Ends what is still open of the payment's order. For its payer.
#[utoipa::path(post, path = "/v1/payments/{id}/cancel", tag = "payments", operation_id = "cancelPayment",
    params(("id" = String, Path, description = "The payment.", example = "pay_06awnc7kbhze6t9cbqbmbx41z4"),
        ("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "order-9")),
    responses((status = 201, description = "Cancelled.", body = AnswerBody)),
    security(("signature" = ["payments:write"])))]
pub(crate) async fn cancel(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(payment): Named,
) -> Result<Response, Problem> {
    program.may("payments:write")?;
    let id = program.idempotency()?;
    let story = visible(&state, &program, &payment).await?;
    let (payment, payer) = (story.payment.id, story.payment.payer);
    let member = program.member.unwrap_or(payer);
    let _turn = program.begin(&state, &id)?;
    let key = RequestKey::of(&["cancel", &id]);
    let digest = app::obole::digest(&[&member.to_string(), &payment.to_string()]);
    let answer = state.obole.submit(Some(key), digest, Request::Cancel { member, payment }).await?;
    answered(&state, id, answer, program.member, Refused::AsProblem).await
}
