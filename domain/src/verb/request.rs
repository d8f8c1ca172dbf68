//! `request`: asks people for money.

use super::{Amount, Form, Needs, To, Verb, What};
use crate::bill;
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::rows::{self, Draft};

/// Asks people for money.
pub struct Request;

impl Verb for Request {
    fn name(&self) -> &'static str {
        "request"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["demander", "demande", "demandez", "réclamer", "réclame", "réclamez"]),
            (Lang::En, &["request", "ask", "requesting"]),
            (
                Lang::De,
                &["anfordern", "fordern", "fordere", "anforderung", "verlangen", "verlange"],
            ),
            (
                Lang::Es,
                &[
                    "pedir",
                    "pide",
                    "pida",
                    "pido",
                    "solicitar",
                    "solicita",
                    "solicito",
                    "reclamar",
                    "reclama",
                ],
            ),
            (
                Lang::It,
                &[
                    "chiedere",
                    "chiedi",
                    "chiedo",
                    "richiedere",
                    "richiedi",
                    "richiedo",
                    "richiesta",
                ],
            ),
            (
                Lang::Pt,
                &[
                    "pedir",
                    "pede",
                    "peça",
                    "peço",
                    "solicitar",
                    "solicita",
                    "solicito",
                    "cobrar",
                    "cobra",
                ],
            ),
            (Lang::Nl, &["vragen", "vraag", "verzoek", "verzoeken"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { amount: Amount::Paid, to: To::Payers, what: What::None, form: Form::Order }
    }

    fn examples(&self) -> &'static [&'static str] {
        &[
            "@obole #demander 15 € à @bob",
            "@obole request 15 EUR from @bob",
            "@obole ask @bob for 15 EUR",
        ]
    }
    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), rows::Stop> {
        bill::request(draft, ctx, asked)
    }
}
