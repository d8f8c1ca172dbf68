//! `give`: gives money to a charity or to anyone who collects.

use super::{Amount, Form, Needs, To, Verb, What};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::pay;
use crate::payment::Purpose;
use crate::rows::{Draft, Stop};

/// Gives money to a charity or to anyone who collects.
pub struct Give;

impl Verb for Give {
    fn name(&self) -> &'static str {
        "give"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["don", "donner", "donne", "donnez", "donation"]),
            (Lang::En, &["give", "donate", "donation", "giving"]),
            (Lang::De, &["spenden", "spende", "spendet", "geben", "gib", "gebe"]),
            (Lang::Es, &["donar", "dona", "done", "donación", "donativo", "dar"]),
            (Lang::It, &["donare", "dona", "dono", "donazione", "dare"]),
            (Lang::Pt, &["doar", "doa", "doe", "doo", "doação", "dar"]),
            (Lang::Nl, &["doneren", "doneer", "donatie", "geven", "geef"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { amount: Amount::Paid, to: To::OneOrEach, what: What::None, form: Form::Order }
    }

    fn examples(&self) -> &'static [&'static str] {
        &[
            "Bravo ! @obole #don 2€50 @croixrouge",
            "@obole donate 5 GBP to @shelter",
            "@obole spende 5 € an @tafel",
        ]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        pay::order(draft, ctx, asked, Purpose::Gift)
    }
}
