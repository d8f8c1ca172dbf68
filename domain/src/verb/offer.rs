//! `offer`: takes up an offer that a merchant posted.

use super::{Amount, Form, Needs, To, Verb, What};
use crate::lang::Lang;

/// Takes up an offer that a merchant posted.
pub struct Offer;

impl Verb for Offer {
    fn name(&self) -> &'static str {
        "offer"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["profiter", "profite", "profitez", "#offre"]),
            (Lang::En, &["deal", "#offer"]),
            (Lang::De, &["angebot"]),
            (Lang::Es, &["oferta", "aprovechar", "aprovecha"]),
            (Lang::It, &["offerta", "approfittare", "approfitta"]),
            (Lang::Pt, &["oferta", "aproveitar", "aproveita"]),
            (Lang::Nl, &["aanbieding", "profiteren", "profiteer"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { amount: Amount::None, to: To::None, what: What::Required, form: Form::Order }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #offre cafe-du-matin", "@obole #deal morning-coffee"]
    }
}
