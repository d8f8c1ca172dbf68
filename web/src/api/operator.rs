//! `POST /v1/operator`: the command line of this machine gives the running server an order.

use app::operate::{Order, Trouble, carry_out};
use axum::Json;
use axum::extract::State as Extract;
use serde_json::Value;

use super::auth::Authenticated;
use super::input::Sent;
use super::problem::Problem;
use crate::State;

/// Carries an order out.
pub(crate) async fn order(
    Extract(state): Extract<State>,
    program: Authenticated,
    Sent(order): Sent<Order>,
) -> Result<Json<Value>, Problem> {
    program.may("operator")?;
    match carry_out(&state.obole, order).await {
        Ok(value) => Ok(Json(value)),
        Err(Trouble::Wrong(sentence)) => Err(Problem::bad("wrong", &sentence)),
        Err(Trouble::Refused(refusal)) => Err(Problem::refused(&refusal)),
        Err(Trouble::Unable(unable)) => Err(unable.into()),
    }
}
