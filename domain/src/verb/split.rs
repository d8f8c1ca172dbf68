//! `split`: shares a bill among people, the author included unless left out.

use super::{Amount, Form, Needs, To, Verb, What};
use crate::bill;
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::rows::{self, Draft};

/// Shares a bill among people, the author included unless left out.
pub struct Split;

impl Verb for Split {
    fn name(&self) -> &'static str {
        "split"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["partager", "partage", "partagez", "diviser", "divise", "divisez"]),
            (Lang::En, &["split", "share", "divide"]),
            (Lang::De, &["teilen", "teile", "aufteilen", "splitten"]),
            (
                Lang::Es,
                &["dividir", "divide", "divido", "repartir", "reparte", "compartir", "comparte"],
            ),
            (Lang::It, &["dividere", "dividi", "divido", "spartire", "condividere", "condividi"]),
            (Lang::Pt, &["dividir", "divide", "divido", "rachar", "racha", "repartir"]),
            (Lang::Nl, &["delen", "deel", "splitsen", "splits", "verdelen", "verdeel"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { amount: Amount::Split, to: To::Sharers, what: What::None, form: Form::Order }
    }

    fn examples(&self) -> &'static [&'static str] {
        &[
            "@obole #partager 60€ avec @a @b @c",
            "@obole split 60€ with @a and @b without me",
            "@obole teile 60 € mit @a und @b",
        ]
    }
    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), rows::Stop> {
        bill::split(draft, ctx, asked)
    }
}
