//! Passkeys: what the browser's device is asked, signing in with one, adding and removing them.
//!
//! `POST /passkeys/ask` gives the script of our pages what the device needs, as JSON; the device's answer comes back in
//! the form that the page sends anyway.

use std::sync::Arc;

use app::passkey::Evidence;
use app::webauthn::{ALGORITHMS, Assertion, Creation};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::post;
use axum::{Json, Router};
use domain::approval;
use domain::id::MemberId;
use domain::passkey::{CHALLENGE_US, Ceremony, Change, NAME_CHARS_MAX, NOTHING_SHOWN, PasskeyId};
use domain::refusal::Refusal;
use domain::request::Outcome;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::{approve, door, join, me, payment, refund};
use crate::State;
use crate::session::{Guest, Halt, Local, Member, Page, Posted, Visitor};

/// Bytes of the longest PIN that is compared; a PIN has six digits.
const PIN_BYTES_MAX: usize = 64;

/// Bytes of the longest name of a passkey that is cut.
const NAME_BYTES_MAX: usize = 400;

/// How often one member's devices are asked in a minute.
const ASKS_OF_MEMBER_MAX: u32 = 30;

/// How often the devices of all who are not signed in are asked in a minute; each asking is a row for some minutes.
const ASKS_OF_GUESTS_MAX: u32 = 600;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/passkeys", post(add))
        .route("/passkeys/ask", post(ask))
        .route("/passkeys/{id}/remove", post(remove))
        .route("/door/passkey", post(sign_in))
}

/// What a form gives to prove who sends it: a passkey's answer, or the PIN in the field of this name.
pub(super) fn evidence<S>(form: &Posted<S>, pin: &str) -> Result<Option<Evidence>, Halt> {
    if let Some(answer) = answer(form, "assertion")? {
        return Ok(Some(Evidence::Passkey(Box::new(answer))));
    }
    let pin = form.maybe(pin);
    if pin.as_ref().is_some_and(|pin| pin.len() > PIN_BYTES_MAX) {
        return Err(Halt::TooLarge);
    }
    Ok(pin.map(Evidence::Pin))
}

/// What a device answered.
pub(super) fn answer<S, T: DeserializeOwned>(
    form: &Posted<S>,
    field: &str,
) -> Result<Option<T>, Halt> {
    let answer = form.maybe(field).map(|text| serde_json::from_str(&text));
    answer.transpose().map_err(|_| Halt::Bad)
}

async fn ask(form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    let Some(rp) = visitor.state.obole.relying_party() else { return Err(Halt::NotFound) };
    let ceremony = Ceremony::parse(form.text("ceremony")).ok_or(Halt::Bad)?;
    let member = visitor.id();
    let (about, most) = match (member, ceremony) {
        (_, Ceremony::Join) => {
            if let Some(told) = join::trouble(visitor, &form).await? {
                return Ok(Json(json!({ "told": told })).into_response());
            }
            (None, ASKS_OF_GUESTS_MAX)
        }
        (_, Ceremony::SignIn) => (None, ASKS_OF_GUESTS_MAX),
        (Some(member), _) => (Some(member), ASKS_OF_MEMBER_MAX),
        (None, _) => return Err(Halt::SignIn),
    };
    if !visitor.state.pages.may_ask_device(about, most, visitor.state.obole.now()) {
        return Err(Halt::Busy);
    }
    let shown = shown_of(visitor, &form, ceremony).await?;
    let asked = visitor.state.obole.ask_device(ceremony, about, shown).await?;
    let known = match about {
        Some(member) => visitor.state.obole.passkeys(member).await?,
        None => Vec::new(),
    };
    let (name, title) = match (&visitor.profile, ceremony) {
        (Some(profile), Ceremony::Add) => {
            (profile.handle.clone().unwrap_or_default(), profile.member.name.to_string())
        }
        _ => (door::bare(form.text("handle")), form.text("name").trim().to_owned()),
    };
    Ok(Json(json!({
        "challenge": asked.challenge,
        "nonce": asked.nonce,
        "rp": { "id": rp.id, "name": visitor.t().text("brand") },
        "user": { "id": asked.user, "name": name, "displayName": title },
        "algorithms": ALGORITHMS,
        "known": known.into_iter().map(|passkey| passkey.credential).collect::<Vec<_>>(),
        "timeout": CHALLENGE_US / 1000,
    }))
    .into_response())
}

/// What the device's signature is bound to.
async fn shown_of(
    visitor: &Arc<Visitor>,
    form: &Posted<Guest>,
    ceremony: Ceremony,
) -> Result<[u8; 32], Halt> {
    match ceremony {
        Ceremony::Add | Ceremony::Join | Ceremony::SignIn => Ok(NOTHING_SHOWN),
        Ceremony::Approve => match form.maybe("refund") {
            Some(id) => {
                let payment = payment::parse(&id)?;
                let amount = refund::amount(visitor, payment, form.text("amount")).await?;
                Ok(approval::refund_digest(payment, amount.ok_or(Halt::Bad)?))
            }
            None => approve::unhex(form.text("shown")).ok_or(Halt::Bad),
        },
        Ceremony::Secure => match form.text("change") {
            "add" => Ok(Change::Add.digest()),
            "pin" => Ok(Change::SetPin.digest()),
            "remove" => {
                let id = approve::unhex(form.text("passkey")).ok_or(Halt::Bad)?;
                Ok(Change::Remove(id).digest())
            }
            _ => Err(Halt::Bad),
        },
    }
}

async fn sign_in(form: Posted<Guest>) -> Page {
    let Guest(visitor) = &form.by;
    let Some(assertion) = answer::<_, Assertion>(&form, "assertion")? else {
        return Err(Halt::Bad);
    };
    match visitor.state.obole.sign_in_by_passkey(assertion).await? {
        Ok(session) => door::come_in(visitor, &session).await,
        Err(Refusal::Busy) => Err(Halt::Busy),
        Err(_) => door::turned_away(visitor, visitor.t().text("page-passkey-unknown")).await,
    }
}

async fn add(form: Posted<Member>) -> Page {
    let Member { visitor, id } = &form.by;
    let Some(made) = answer::<_, Creation>(&form, "creation")? else { return Err(Halt::Bad) };
    let name = form.text("name").trim();
    if name.len() > NAME_BYTES_MAX {
        return Err(Halt::TooLarge);
    }
    let name =
        if name.is_empty() { visitor.t().text("page-passkey-unnamed") } else { name.to_owned() };
    let name = name.chars().take(NAME_CHARS_MAX).collect();
    let given = evidence(&form, "pin")?;
    let decision = visitor.state.obole.add_passkey(*id, name, made, given).await?;
    after(visitor, decision.outcome, "page-passkey-is-added").await
}

async fn remove(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let Member { visitor, id: member } = &form.by;
    let passkey: PasskeyId = approve::unhex(&id).ok_or(Halt::NotFound)?;
    let given = evidence(&form, "pin")?;
    let decision = visitor.state.obole.remove_passkey(*member, passkey, given).await?;
    after(visitor, decision.outcome, "page-passkey-is-removed").await
}

/// The member's page, with what came of it.
async fn after(visitor: &Arc<Visitor>, outcome: Outcome, said: &str) -> Page {
    match outcome {
        Outcome::Refused(Refusal::Busy) => Err(Halt::Busy),
        Outcome::Refused(refusal) => {
            let error = Some(visitor.reader.say(&refusal.say()));
            let asked = me::Asked { passkey_error: error, ..me::Asked::default() };
            me::page(visitor, StatusCode::UNPROCESSABLE_ENTITY, asked).await
        }
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(Local::or_square(&format!("{}?said={said}", me::HERE)).go())
        }
    }
}

/// Whether a member can answer with a passkey here.
pub(super) fn can_touch(
    look: &super::look::Look<'_>,
    member: MemberId,
) -> Result<bool, domain::port::Fault> {
    let offered = look.visitor.state.obole.relying_party().is_some();
    Ok(offered && !look.read.passkeys(member)?.is_empty())
}
