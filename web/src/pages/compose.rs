//! `GET /pay`: a form for whoever does not know the words yet. It writes the message; the member reads it and sends
//! it as any other, so there is no second way to pay.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use domain::money::Currency;

use super::look::Look;
use crate::State;
use crate::session::{Member, Page, Query, shown};
use crate::view::compose::ComposePage;

/// People who are offered.
const PEOPLE: usize = 30;

/// Bytes of a handle, an amount or a reason that are taken over into a message.
const FIELD_BYTES_MAX: usize = 560;

pub(super) fn routes() -> Router<State> {
    Router::new().route("/pay", get(show))
}

async fn show(member: Member, query: Query) -> Page {
    let Member { visitor, id } = member;
    let to = field(&query, "to").map(|to| format!("@{to}")).unwrap_or_default();
    let page = visitor.look(move |look| {
        let mut people = look.acquainted(id)?;
        people.retain(|one| one.person.handle.is_some());
        people.truncate(PEOPLE);
        let mut currencies: Vec<Currency> =
            look.wallets(id)?.iter().map(|wallet| wallet.currency).collect();
        let offered = &look.visitor.state.obole.policy().currencies;
        currencies.retain(|own| offered.iter().any(|listed| listed.currency == *own));
        Ok(ComposePage {
            shell: look.shell()?,
            notice: None,
            to,
            currencies: currencies.iter().map(ToString::to_string).collect(),
            people: people.iter().map(|one| look.known(one)).collect(),
        })
    });
    shown(StatusCode::OK, &page.await?)
}

fn field(query: &Query, name: &str) -> Option<String> {
    let text = query.text(name).map(|text| text.trim().trim_start_matches('@').trim());
    text.filter(|text| !text.is_empty() && text.len() <= FIELD_BYTES_MAX).map(str::to_owned)
}

/// What the form asks for.
pub(super) struct Wish {
    to: String,
    amount: String,
    what: Option<String>,
}

impl Wish {
    /// Reads the form's fields; `None` where there is nobody to pay or no amount.
    pub(super) fn read(query: &Query) -> Option<Self> {
        let amount = field(query, "amount")?;
        let code = query.text("currency").and_then(Currency::parse);
        let number = amount.ends_with(|last: char| last.is_ascii_digit());
        let amount = match code.filter(|_| number) {
            Some(Currency::EUR) => format!("{amount} €"),
            Some(code) => format!("{amount} {code}"),
            None => amount,
        };
        Some(Self { to: field(query, "to")?, amount, what: field(query, "what") })
    }

    /// The message that asks for it, in the reader's words.
    pub(super) fn message(&self, look: &Look<'_>) -> String {
        let t = look.visitor.t();
        let args = [("to", self.to.as_str()), ("amount", self.amount.as_str())];
        let order = t.text_with("page-pay-message", &args);
        match &self.what {
            Some(what) => {
                t.text_with("page-pay-message-what", &[("message", &order), ("what", what)])
            }
            None => order,
        }
    }
}
