//! `balance`: tells the author's balance, privately.

use super::{Form, Needs, Verb};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::rows::{Draft, Stop};
use crate::statement;

/// Tells the author's balance, privately.
pub struct Balance;

impl Verb for Balance {
    fn name(&self) -> &'static str {
        "balance"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["solde"]),
            (Lang::En, &["balance"]),
            (Lang::De, &["saldo", "guthaben", "kontostand"]),
            (Lang::Es, &["saldo", "balance"]),
            (Lang::It, &["saldo"]),
            (Lang::Pt, &["saldo"]),
            (Lang::Nl, &["saldo"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { form: Form::Inquiry, ..Needs::NOTHING }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #solde", "@obole balance"]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        statement::balance(draft, ctx, asked)
    }
}
