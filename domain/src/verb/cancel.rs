//! `cancel`: takes back what has not been settled yet: the payment named, or the last one.

use super::{Needs, Verb, What};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::open;
use crate::rows::{Draft, Stop};

/// Takes back what has not been settled yet: the payment named, or the last one.
pub struct Cancel;

impl Verb for Cancel {
    fn name(&self) -> &'static str {
        "cancel"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["annuler", "annule", "annulez", "annulation"]),
            (Lang::En, &["cancel", "undo"]),
            (
                Lang::De,
                &["stornieren", "storniere", "storno", "abbrechen", "widerrufen", "widerrufe"],
            ),
            (Lang::Es, &["cancelar", "cancela", "cancele", "anular", "anula"]),
            (Lang::It, &["annullare", "annulla", "annulli"]),
            (Lang::Pt, &["cancelar", "cancela", "cancele", "anular", "anula"]),
            (Lang::Nl, &["annuleren", "annuleer"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { what: What::Reference, ..Needs::NOTHING }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #annuler", "@obole cancel pay_018f3a"]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        open::cancel_asked(draft, ctx, asked)
    }
}
