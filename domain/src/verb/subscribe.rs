//! `subscribe`: opens an account for the author.

use super::{Needs, Verb};
use crate::lang::Lang;

/// Opens an account for the author.
pub struct Subscribe;

impl Verb for Subscribe {
    fn name(&self) -> &'static str {
        "subscribe"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["souscrire", "souscris", "m'abonner", "s'abonner", "abonner"]),
            (Lang::En, &["subscribe"]),
            (Lang::De, &["abonnieren", "abonniere"]),
            (Lang::Es, &["suscribir", "suscribirme", "suscripción"]),
            (Lang::It, &["abbonarsi", "abbonarmi", "iscrivermi", "iscriversi"]),
            (Lang::Pt, &["subscrever", "subscreve", "assinar"]),
            (Lang::Nl, &["abonneren", "abonneer"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs::NOTHING
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #souscrire", "@obole subscribe"]
    }
}
