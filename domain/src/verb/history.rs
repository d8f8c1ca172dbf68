//! `history`: lists the author's last payments, privately.

use super::{Form, Needs, Verb};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::rows::{Draft, Stop};
use crate::statement;

/// Lists the author's last payments, privately.
pub struct History;

impl Verb for History {
    fn name(&self) -> &'static str {
        "history"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["historique"]),
            (Lang::En, &["history"]),
            (Lang::De, &["verlauf", "historie"]),
            (Lang::Es, &["historial", "movimientos"]),
            (Lang::It, &["cronologia", "storico", "movimenti"]),
            (Lang::Pt, &["histórico", "extrato"]),
            (Lang::Nl, &["geschiedenis"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { form: Form::Inquiry, ..Needs::NOTHING }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #historique", "@obole history"]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        statement::history(draft, ctx, asked)
    }
}
