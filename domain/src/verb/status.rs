//! `status`: tells how far the author's last payment or order has come.

use super::{Form, Needs, Verb};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::rows::{Draft, Stop};
use crate::statement;

/// Tells how far the author's last payment or order has come.
pub struct Status;

impl Verb for Status {
    fn name(&self) -> &'static str {
        "status"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["suivi", "statut"]),
            (Lang::En, &["status", "tracking"]),
            (Lang::De, &["status"]),
            (Lang::Es, &["estado", "seguimiento"]),
            (Lang::It, &["stato"]),
            (Lang::Pt, &["estado", "status"]),
            (Lang::Nl, &["status"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { form: Form::Inquiry, ..Needs::NOTHING }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #suivi", "@obole status"]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        _ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        statement::status(draft, asked)
    }
}
