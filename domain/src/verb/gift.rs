//! `gift`: gives somebody a product, or an amount to spend.

use super::{Amount, Form, Needs, To, Verb, What};
use crate::lang::Lang;

/// Gives somebody a product, or an amount to spend.
pub struct Gift;

impl Verb for Gift {
    fn name(&self) -> &'static str {
        "gift"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["offrir", "offre", "offrez", "cadeau"]),
            (Lang::En, &["gift", "treat", "gifting"]),
            (
                Lang::De,
                &[
                    "schenken",
                    "schenke",
                    "schenk",
                    "geschenk",
                    "spendieren",
                    "spendiere",
                    "spendier",
                ],
            ),
            (Lang::Es, &["regalar", "regala", "regale", "regalo"]),
            (Lang::It, &["regalare", "regala", "regali", "regalo", "offrire", "offri"]),
            (
                Lang::Pt,
                &[
                    "presentear",
                    "presenteia",
                    "presenteie",
                    "oferecer",
                    "oferece",
                    "ofereça",
                    "presente",
                ],
            ),
            (Lang::Nl, &["trakteren", "trakteer", "cadeau"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { amount: Amount::OrWhat, to: To::One, what: What::OrAmount, form: Form::Order }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #offrir un café à @bob", "@obole #cadeau 20 € @bob", "@obole treat @bob to 5 EUR"]
    }
}
