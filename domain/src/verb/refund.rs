//! `refund`: gives a payment back, or asks the payee to.

use super::{Needs, Verb, What};
use crate::lang::Lang;

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
        Needs { what: What::Reference, ..Needs::NOTHING }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #rembourser pay_018f3a", "@obole refund"]
    }
}
