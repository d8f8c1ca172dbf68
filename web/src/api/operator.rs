//! `POST /v1/operator`: the command line of this machine gives the running server an order.

use app::operate::{Order, Trouble, carry_out};
use axum::Json;
use axum::extract::State as Extract;
use serde_json::Value;

use super::auth::Authenticated;
use super::problem::Problem;
use crate::State;

/// Carries an order out.
pub(crate) async fn order(
    Extract(state): Extract<State>,
    request: Authenticated,
) -> Result<Json<Value>, Problem> {
    request.may("operator")?;
    let order: Order = serde_json::from_slice(&request.body)
        .map_err(|error| Problem::bad("bad_body", &error.to_string()))?;
    match carry_out(&state.obole, order).await {
        Ok(value) => Ok(Json(value)),
        Err(Trouble::Wrong(sentence)) => Err(Problem::bad("wrong", &sentence)),
        Err(Trouble::Refused(refusal)) => Err(Problem::refused(&refusal)),
        Err(Trouble::Unable(unable)) => Err(unable.into()),
    }
}
