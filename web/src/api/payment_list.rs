//! The payments that a member made, newest first.
//!
//! They are chained, each to the one before it in its currency, and nothing else leads to them; so a cursor is the places
//! where the chains go on.

use app::store::Story;
use axum::Json;
use axum::extract::State as Extract;
use domain::id::{MemberId, PaymentId};
use domain::payment::{Payment as Row, State as Standing};
use domain::port::Fault;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::auth::Authenticated;
use super::input::{Asked, instant, rows};
use super::payments::Payment;
use super::problem::Problem;
use crate::State;

/// Payments that one call looks at; a page that is sought for longer goes on with its cursor.
const LOOKED_AT_MAX: usize = 500;

/// Chains that a cursor can name: the currencies of one payer.
const CHAINS_MAX: usize = 200;

/// Which payments.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Whose, where the key does not say: a handle.
    #[param(example = "alice")]
    member: Option<String>,
    /// Only those in this state.
    #[param(pattern = "^(doubted|asked|held|claimed|paid|returned|cancelled|declined|expired)$")]
    state: Option<String>,
    /// Only `send`, or only `gift`.
    #[param(pattern = "^(send|gift)$")]
    kind: Option<String>,
    /// Only those asked for at this instant or after it.
    #[param(format = DateTime)]
    from: Option<String>,
    /// Only those asked for before this instant.
    #[param(format = DateTime)]
    to: Option<String>,
    /// How many at most; 20 without it.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Where the page before ended: its `next`.
    #[param(
        pattern = "^pay_[0-7][0-9a-hjkmnp-tv-z]{25}([.]pay_[0-7][0-9a-hjkmnp-tv-z]{25}){0,9}$"
    )]
    cursor: Option<String>,
}

/// A page of payments.
#[derive(Serialize, ToSchema)]
pub(crate) struct PaymentPage {
    /// The newest first. May be short or empty although there are more: then there is `next`.
    payments: Vec<Payment>,
    /// The cursor of the next page; nothing after the last.
    next: Option<String>,
}

struct Filter {
    state: Option<Standing>,
    kind: Option<String>,
    from_us: i64,
    to_us: i64,
}

impl Filter {
    fn of(which: &Which) -> Result<Self, Problem> {
        let wrong = |what: &str| Problem::bad("bad_query", what);
        let state = match which.state.as_deref() {
            Some(name) => {
                Some(Standing::parse(name).ok_or_else(|| wrong("There is no such state."))?)
            }
            None => None,
        };
        if !matches!(which.kind.as_deref(), None | Some("send" | "gift")) {
            return Err(wrong("kind is send or gift."));
        }
        let at = |name, text: &Option<String>, otherwise| {
            text.as_deref().map_or(Ok(otherwise), |text| instant(name, text).map(|at| at.0))
        };
        Ok(Self {
            state,
            kind: which.kind.clone(),
            from_us: at("from", &which.from, i64::MIN)?,
            to_us: at("to", &which.to, i64::MAX)?,
        })
    }

    fn lets(&self, payment: &Row) -> bool {
        self.state.is_none_or(|state| state == payment.state)
            && self.kind.as_deref().is_none_or(|kind| kind == payment.purpose.name())
            && (self.from_us..self.to_us).contains(&payment.created_at.0)
    }
}

/// List payments
///
/// Those that a member made, newest first; what a member received stands in the statement.
#[utoipa::path(get, path = "/v1/payments", tag = "payments", operation_id = "listPayments", params(Which),
    responses((status = 200, description = "A page.", body = PaymentPage)),
    security(("signature" = ["payments"])))]
pub(crate) async fn list(
    Extract(state): Extract<State>,
    program: Authenticated,
    Asked(which): Asked<Which>,
) -> Result<Json<PaymentPage>, Problem> {
    program.may("payments")?;
    let (filter, limit) = (Filter::of(&which)?, rows(which.limit)?);
    let cursor = which.cursor.as_deref().map(places).transpose()?;
    let payer = program.whose(&state, which.member.as_deref()).await?;
    let found =
        state.obole.read_rows(move |read| page(read, payer, cursor, &filter, limit)).await?;
    let payments = found.0.into_iter().map(|story| Payment::of(&state, story)).collect();
    Ok(Json(PaymentPage { payments, next: found.1 }))
}

/// Reads a cursor.
fn places(text: &str) -> Result<Vec<PaymentId>, Problem> {
    let ids: Option<Vec<PaymentId>> =
        text.split('.').take(CHAINS_MAX).map(PaymentId::parse).collect();
    ids.ok_or_else(|| Problem::bad("bad_cursor", "cursor is the next of an earlier page."))
}

/// A page, and the cursor of the next. A place that is not in a chain of this payer leads nowhere.
fn page(
    read: &app::store::Reader,
    payer: MemberId,
    cursor: Option<Vec<PaymentId>>,
    filter: &Filter,
    limit: usize,
) -> Result<(Vec<Story>, Option<String>), Fault> {
    let mut next = match cursor {
        Some(places) => places,
        None => read.latest_payments(payer)?,
    };
    let (mut found, mut looked_at) = (Vec::new(), 0);
    while found.len() < limit
        && looked_at < LOOKED_AT_MAX
        && let Some(newest) = next.iter().copied().max()
    {
        next.retain(|id| *id != newest);
        looked_at += 1;
        let payment = read.payment(newest)?.filter(|payment| payment.payer == payer);
        // What is behind one that is too old is older still.
        let Some(payment) = payment.filter(|payment| filter.from_us <= payment.created_at.0) else {
            continue;
        };
        next.extend(payment.before);
        if filter.lets(&payment) {
            found.push(read.named(payment)?);
        }
    }
    let places: Vec<String> = next.iter().map(ToString::to_string).collect();
    Ok((found, (!places.is_empty()).then(|| places.join("."))))
}
