//! `buy`: buys a product or a service: the one named, or the one in the post it answers.

use super::{Amount, Form, Needs, To, Verb, What};
use crate::lang::Lang;

/// Buys a product or a service: the one named, or the one in the post it answers.
pub struct Buy;

impl Verb for Buy {
    fn name(&self) -> &'static str {
        "buy"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["acheter", "achète", "achetez", "achat"]),
            (Lang::En, &["buy", "purchase", "buying"]),
            (Lang::De, &["kaufen", "kaufe", "kauf"]),
            (Lang::Es, &["comprar", "compra", "compre", "compro"]),
            (Lang::It, &["comprare", "compra", "compro", "acquistare", "acquista", "acquisto"]),
            (Lang::Pt, &["comprar", "compra", "compre", "compro"]),
            (Lang::Nl, &["kopen", "koop", "aankopen"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { amount: Amount::None, to: To::None, what: What::Words, form: Form::Order }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #acheter", "@obole #acheter robe-rouge", "@obole buy the blue record"]
    }
}
