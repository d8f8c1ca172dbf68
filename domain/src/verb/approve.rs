//! `approve`: says yes to the one open question of a direct conversation.

use super::{Form, Needs, Verb};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::open;
use crate::rows::{Draft, Stop};

/// Says yes to the one open question of a direct conversation.
pub struct Approve;

impl Verb for Approve {
    fn name(&self) -> &'static str {
        "approve"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["oui", "ok", "confirmer", "confirme", "approuver", "d'accord"]),
            (Lang::En, &["yes", "ok", "okay", "confirm", "approve"]),
            (Lang::De, &["ja", "ok", "bestätigen", "bestätige"]),
            (Lang::Es, &["sí", "ok", "confirmar", "confirma", "vale"]),
            (Lang::It, &["sì", "ok", "confermare", "conferma"]),
            (Lang::Pt, &["sim", "ok", "confirmar", "confirma"]),
            (Lang::Nl, &["ja", "ok", "bevestigen", "bevestig", "akkoord"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { form: Form::Answer, ..Needs::NOTHING }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["oui", "yes"]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        open::yes(draft, ctx, asked.author, asked.source)
    }
}
