//! What a member has, and how it came there.

use app::store::StatementLine;
use axum::Json;
use axum::extract::State as Extract;
use domain::ledger::{Account, LineId};
use domain::money::Currency;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::auth::Authenticated;
use super::input::{Asked, Named, rows, shown};
use super::problem::Problem;
use crate::State;

/// Whose wallets.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Whose {
    /// Whose, where the key does not say: a handle.
    #[param(example = "alice")]
    member: Option<String>,
}

/// A member's money in one currency, in minor units.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"currency": "EUR", "posted": 30000, "held": 500, "available": 29500}))]
pub(crate) struct Wallet {
    currency: String,
    /// What is booked.
    posted: i64,
    /// What is set aside of it.
    held: i64,
    /// What can be spent.
    available: i64,
}

/// A member's wallets.
#[derive(Serialize, ToSchema)]
pub(crate) struct Wallets {
    wallets: Vec<Wallet>,
}

/// List wallets
///
/// The balances of a member, one for each currency.
#[utoipa::path(get, path = "/v1/wallets", tag = "wallets", operation_id = "listWallets", params(Whose),
    responses((status = 200, description = "Every wallet.", body = Wallets)),
    security(("signature" = ["balance"])))]
pub(crate) async fn list(
    Extract(state): Extract<State>,
    program: Authenticated,
    Asked(whose): Asked<Whose>,
) -> Result<Json<Wallets>, Problem> {
    program.may("balance")?;
    let member = program.whose(&state, whose.member.as_deref()).await?;
    let wallets = state.obole.wallets(member).await?;
    let wallets = wallets.iter().map(|wallet| Wallet {
        currency: wallet.currency.code().to_owned(),
        posted: wallet.posted,
        held: wallet.held,
        available: wallet.available().minor,
    });
    Ok(Json(Wallets { wallets: wallets.collect() }))
}

/// Which lines.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Whose, where the key does not say: a handle.
    #[param(example = "alice")]
    member: Option<String>,
    /// How many at most; 20 without it.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Where the page before ended: its `next`.
    #[param(pattern = "^pay_[0-7][0-9a-hjkmnp-tv-z]{25}_[0-9]{1,9}$")]
    cursor: Option<String>,
}

/// A line of a statement, in minor units.
#[derive(Serialize, ToSchema)]
#[schema(as = Line, example = json!({
    "id": "pay_06awnc7kbhze6t9cbqbmbx41z4.0", "number": 2, "at": "2026-03-02T10:00:00Z", "change": -1200,
    "balance": 28800, "cause": "pay_06awnc7kbhze6t9cbqbmbx41z4", "other": "bob", "memo": "pour le resto"
}))]
pub(crate) struct LineBody {
    id: String,
    /// Counts from 1 without gaps.
    number: u32,
    at: String,
    /// More than zero for money in, less for money out.
    change: i64,
    /// What was booked after it.
    balance: i64,
    /// The payment, or the top-up, that made it.
    cause: String,
    /// The other side's handle, or the name of an account of the house.
    other: String,
    /// The payment's memo, or the bank's reference.
    memo: String,
}

/// A page of a statement.
#[derive(Serialize, ToSchema)]
pub(crate) struct LinePage {
    /// The newest first.
    lines: Vec<LineBody>,
    /// The cursor of the next page; nothing after the last.
    next: Option<String>,
}

/// Read a statement
///
/// Every movement of a wallet, newest first.
#[utoipa::path(get, path = "/v1/wallets/{currency}/lines", tag = "wallets", operation_id = "listLines",
    params(("currency" = String, Path, description = "The wallet's currency.", example = "EUR"), Which),
    responses((status = 200, description = "A page.", body = LinePage)),
    security(("signature" = ["statements"])))]
pub(crate) async fn lines(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(currency): Named,
    Asked(which): Asked<Which>,
) -> Result<Json<LinePage>, Problem> {
    program.may("statements")?;
    let limit = rows(which.limit)?;
    let from =
        match which.cursor.as_deref() {
            Some(text) => Some(LineId::parse(text).ok_or_else(|| {
                Problem::bad("bad_cursor", "cursor is the next of an earlier page.")
            })?),
            None => None,
        };
    let currency = Currency::parse(&currency).ok_or_else(Problem::not_found)?;
    let member = program.whose(&state, which.member.as_deref()).await?;
    // One more than is shown names the next page.
    let asked = move |read: &app::store::Reader| read.statement(member, currency, from, limit + 1);
    let mut lines = state.obole.read_rows(asked).await?;
    let next = lines.get(limit).map(|line| line.line.id().to_string());
    lines.truncate(limit);
    Ok(Json(LinePage { lines: lines.into_iter().map(line).collect(), next }))
}

fn line(row: StatementLine) -> LineBody {
    let line = &row.line;
    let other = match line.other {
        Account::House(house) => house.name().to_owned(),
        Account::Wallet(member) => row.handle.unwrap_or_else(|| member.to_string()),
    };
    LineBody {
        id: line.id().to_string(),
        number: line.number,
        at: shown(line.at),
        change: line.change,
        balance: line.posted,
        cause: line.cause.to_string(),
        other,
        memo: row.memo,
    }
}
