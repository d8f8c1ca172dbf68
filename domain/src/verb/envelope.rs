//! `envelope`: puts an amount into an envelope of so many shares for whoever opens it first.

use super::{Amount, Form, Needs, To, Verb, What};
use crate::lang::Lang;

/// Puts an amount into an envelope of so many shares for whoever opens it first.
pub struct Envelope;

impl Verb for Envelope {
    fn name(&self) -> &'static str {
        "envelope"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        &[
            (Lang::Fr, &["enveloppe", "enveloppe rouge", "cagnotte éclair"]),
            (Lang::En, &["redpacket", "red packet", "red envelope", "envelope"]),
            (Lang::De, &["umschlag", "roter umschlag"]),
            (Lang::Es, &["#sobre", "sobre rojo"]),
            (Lang::It, &["busta", "busta rossa"]),
            (Lang::Pt, &["envelope", "envelope vermelho"]),
            (Lang::Nl, &["envelop", "enveloppe", "rode envelop"]),
        ]
    }

    fn needs(&self) -> Needs {
        Needs { amount: Amount::Shares, to: To::None, what: What::None, form: Form::Order }
    }

    fn examples(&self) -> &'static [&'static str] {
        &["@obole #enveloppe 50 € en 10 parts", "@obole redpacket 50 EUR for 10 people"]
    }
}
