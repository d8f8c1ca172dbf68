//! An operator: a member whom the machine's command line named one. To anybody else their pages do not exist.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::id::MemberId;

use super::form::Sender;
use super::{Halt, Member, Visitor};
use crate::State;

/// An operator, looked up anew for every request, so that ending it holds at once.
pub(crate) struct Operator {
    /// Who looks.
    pub(crate) visitor: Arc<Visitor>,
    /// Their id.
    pub(crate) id: MemberId,
}

impl Sender for Operator {
    fn visitor(&self) -> &Visitor {
        &self.visitor
    }
}

impl FromRequestParts<State> for Operator {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Halt> {
        let Member { visitor, id } = Member::from_request_parts(parts, state).await?;
        let frozen = visitor.profile.as_ref().is_none_or(|own| own.member.frozen.is_some());
        if frozen || !state.obole.read_rows(move |read| read.is_operator(id)).await? {
            return Err(Halt::NotFound);
        }
        Ok(Self { visitor, id })
    }
}
