//! `help`: says what can be asked.

use super::{Form, Needs, Verb};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::rows::{Draft, Stop};
use crate::say::Say;
use crate::statement::FeeExample;

/// Says what can be asked.
pub struct Help;

impl Verb for Help {
    fn name(&self) -> &'static str {
        "help"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["aide"]),
            (Lang::En, &["help"]),
            (Lang::De, &["hilfe"]),
            (Lang::Es, &["ayuda"]),
            (Lang::It, &["aiuto"]),
            (Lang::Pt, &["ajuda"]),
            (Lang::Nl, &["hulp", "help"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { form: Form::Inquiry, ..Needs::NOTHING }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #aide", "@obole help"]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        let source = asked.source;
        draft.answer_in_public(source, asked.author, Say::new("look-public"), None);
        draft.answer(source, asked.author, Say::new("help"), None);
        if let Some(example) = FeeExample::of(ctx.policy, asked.author.kind) {
            draft.answer(source, asked.author, example.say(), None);
        }
        Ok(())
    }
}
