//! `stop`: stops every message from this service to the author.

use super::{Needs, Verb};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::quiet;
use crate::rows::{self, Draft};

/// Stops every message from this service to the author.
pub struct Stop;

impl Verb for Stop {
    fn name(&self) -> &'static str {
        "stop"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["stop", "arrêter", "arrête", "désabonner"]),
            (Lang::En, &["stop", "unsubscribe"]),
            (Lang::De, &["stop", "stopp", "stoppen"]),
            (Lang::Es, &["stop", "parar", "detener"]),
            (Lang::It, &["stop", "fermare", "ferma"]),
            (Lang::Pt, &["stop", "parar"]),
            (Lang::Nl, &["stop", "stoppen"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs::NOTHING
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #stop", "@obole stop"]
    }
    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        _ctx: &Context<'_>,
    ) -> Result<(), rows::Stop> {
        quiet::stop(draft, asked)
    }
}
