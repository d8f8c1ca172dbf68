//! `link`: links the author's identity on this network to an account.

use super::{Needs, Verb};
use crate::lang::Lang;

/// Links the author's identity on this network to an account.
pub struct Link;

impl Verb for Link {
    fn name(&self) -> &'static str {
        "link"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["lier", "relier", "associer"]),
            (Lang::En, &["link", "connect"]),
            (Lang::De, &["verknüpfen", "verknüpfe", "verbinden"]),
            (Lang::Es, &["vincular", "vincula", "enlazar"]),
            (Lang::It, &["collegare", "collega"]),
            (Lang::Pt, &["vincular", "vincula", "ligar"]),
            (Lang::Nl, &["koppelen", "koppel"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs::NOTHING
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #lier", "@obole link"]
    }
}
