//! `decline`: says no to the one open question of a direct conversation.

use super::{Form, Needs, Verb};
use crate::bill;
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::open;
use crate::rows::{Draft, Stop};

/// Says no to the one open question of a direct conversation.
pub struct Decline;

impl Verb for Decline {
    fn name(&self) -> &'static str {
        "decline"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["non", "refuser", "refuse", "décliner"]),
            (Lang::En, &["no", "decline", "refuse"]),
            (Lang::De, &["nein", "ablehnen"]),
            (Lang::Es, &["no", "rechazar", "rechaza"]),
            (Lang::It, &["no", "rifiutare", "rifiuta"]),
            (Lang::Pt, &["não", "recusar", "recusa"]),
            (Lang::Nl, &["nee", "weigeren", "afwijzen"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { form: Form::Answer, ..Needs::NOTHING }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["non", "no"]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        match open::question(draft, ctx, asked.author.id)? {
            Some(payment) => open::decline(draft, ctx, asked.author.id, payment.id, asked.source),
            None => bill::no(draft, ctx, asked.author, asked.source),
        }
    }
}
