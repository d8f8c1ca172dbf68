//! `send`: sends money to one person, or the same amount to each of several.

use super::{Amount, Form, Needs, To, Verb, What};
use crate::context::Context;
use crate::decide::Asked;
use crate::lang::Lang;
use crate::pay;
use crate::payment::Purpose;
use crate::rows::{Draft, Stop};

/// Sends money to one person, or the same amount to each of several.
pub struct Send;

/// What people write.
const WORDS: &[(Lang, &[&str])] = &[
    (
        Lang::Fr,
        &[
            "envoyer",
            "envoie",
            "envoyez",
            "envoi",
            "payer",
            "paye",
            "paie",
            "payez",
            "verser",
            "verse",
            "versez",
            "virer",
            "vire",
            "virez",
            "virement",
            "transférer",
            "transfère",
            "transférez",
            "paiement",
        ],
    ),
    (Lang::En, &["send", "pay", "transfer", "wire", "sending", "paying", "payment"]),
    (
        Lang::De,
        &[
            "senden",
            "sende",
            "sendet",
            "schicken",
            "schicke",
            "schick",
            "zahlen",
            "zahle",
            "bezahlen",
            "bezahle",
            "bezahl",
            "überweisen",
            "überweise",
            "überweisung",
            "ueberweisen",
            "ueberweise",
            "transferieren",
            "zahlung",
        ],
    ),
    (
        Lang::Es,
        &[
            "enviar",
            "envía",
            "envíe",
            "envíen",
            "envío",
            "pagar",
            "paga",
            "pague",
            "pago",
            "transferir",
            "transfiere",
            "transfiera",
            "transferencia",
            "mandar",
            "manda",
            "mande",
        ],
    ),
    (
        Lang::It,
        &[
            "inviare",
            "invia",
            "invii",
            "invio",
            "pagare",
            "paga",
            "paghi",
            "pago",
            "pagamento",
            "mandare",
            "manda",
            "mando",
            "trasferire",
            "trasferisci",
            "bonifico",
            "versare",
            "versa",
            "bonificare",
        ],
    ),
    (
        Lang::Pt,
        &[
            "enviar",
            "envia",
            "envie",
            "envio",
            "pagar",
            "paga",
            "pague",
            "pago",
            "pagamento",
            "transferir",
            "transfere",
            "transfira",
            "transferência",
            "mandar",
            "manda",
            "mande",
        ],
    ),
    (
        Lang::Nl,
        &[
            "sturen",
            "stuur",
            "verstuur",
            "versturen",
            "betalen",
            "betaal",
            "overmaken",
            "zenden",
            "zend",
            "overboeken",
            "betaling",
        ],
    ),
];

impl Verb for Send {
    fn name(&self) -> &'static str {
        "send"
    }

    fn words(&self) -> &'static [(Lang, &'static [&'static str])] {
        WORDS
    }

    fn needs(&self) -> Needs {
        Needs { amount: Amount::Paid, to: To::OneOrEach, what: What::None, form: Form::Order }
    }

    fn examples(&self) -> &'static [&'static str] {
        &[
            "@obole #envoyer 50EUR @bob",
            "@obole envoie 20 euros à @bob stp",
            "@obole send @bob £12.50 for the cab",
            "@obole #envoyer 10€ chacun à @bob et @carol",
            "@obole überweise 20 € an @bob",
            "@obole envía 20 € a @bob",
            "@obole invia 20 € a @bob",
            "@obole envie 20 € para @bob",
            "@obole stuur 20 € aan @bob",
        ]
    }

    fn decide(
        &self,
        asked: &Asked<'_>,
        draft: &mut Draft<'_>,
        ctx: &Context<'_>,
    ) -> Result<(), Stop> {
        pay::order(draft, ctx, asked, Purpose::Send)
    }
}
