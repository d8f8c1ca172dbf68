//! `refund`: gives a payment back, or asks the payee to.

use super::{Amount, Needs, Verb, What};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::refund;
use crate::rows::{Draft, Stop};

/// Gives a payment back, or asks the payee to.
pub struct Refund;

impl Verb for Refund {
    fn name(&self) -> &'static str {
        "refund"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["rembourser", "rembourse", "remboursez", "remboursement"]),
            (Lang::En, &["refund"]),
            (
                Lang::De,
                &["erstatten", "erstatte", "erstattung", "rückerstattung", "zurückerstatten"],
            ),
            (Lang::Es, &["reembolsar", "reembolsa", "reembolso", "devolver", "devuelve"]),
            (Lang::It, &["rimborsare", "rimborsa", "rimborso"]),
            (Lang::Pt, &["reembolsar", "reembolsa", "reembolso", "devolver", "estornar"]),
            (Lang::Nl, &["terugbetalen", "terugbetaling", "restitutie"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { amount: Amount::Optional, what: What::Reference, ..Needs::NOTHING }
    }

    fn examples(&self) -> &'static [&'static str] {
        &[
            "@obole #rembourser pay_018f3a",
            "@obole refund",
            "@obole #rembourser 5 €",
            "@obole refund pay_018f3a 5 EUR",
        ]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        refund::asked(draft, ctx, asked)
    }
}
