//! Money that arrives at the bank: booked for the member it names, or matched by the operator later.

use domain::id::{RequestKey, SuspenseId};
use domain::refusal::Refusal;
use domain::request::{Admin, Outcome, Request};
use domain::suspense::{End, Item, Receipt, TEXT_CHARS_MAX};
use serde_json::{Value, json};

use super::{Order, Trouble, admin, conversation, member, money};
use crate::obole::{Obole, digest};

/// What makes the same bank transfer the same request, and tells another amount under its name from a repeat.
#[must_use]
pub fn receipt_key(receipt: &Receipt) -> (RequestKey, u64) {
    let key = RequestKey::of(&["receipt", &receipt.bank_id]);
    (key, digest(&[&receipt.amount.to_string()]))
}

pub(super) async fn receive(obole: &Obole, order: Order) -> Result<Value, Trouble> {
    let Order::Receive { amount, reference, from, id } = order else {
        return Err(Trouble::Wrong("not money to receive".to_owned()));
    };
    let receipt = Receipt {
        bank_id: text("the bank's id", &id)?,
        amount: money(&amount)?,
        remitter: text("the remitter", &from)?,
        reference: text("the reference", &reference)?,
    };
    if receipt.bank_id.is_empty() {
        return Err(Trouble::Wrong("a receipt has an id that the bank gave it".to_owned()));
    }
    let bank_id = receipt.bank_id.clone();
    let (key, digest) = receipt_key(&receipt);
    let answer = obole.submit(Some(key), digest, Request::Admin(Admin::Receive(receipt))).await?;
    if let Outcome::Refused(Refusal::KeyReused) = answer.outcome {
        return Err(Trouble::Wrong(format!(
            "{bank_id} is the bank's id of a receipt of another amount, which was booked before"
        )));
    }
    if !matches!(answer.outcome, Outcome::Done) || !answer.messages.is_empty() {
        return conversation(obole, answer).await;
    }
    let item = obole.read_rows(move |read| read.suspense_by_bank_id(&bank_id)).await?;
    Ok(item.as_ref().map_or_else(|| json!({}), told))
}

fn told(item: &Item) -> Value {
    let state = match item.ended.as_ref().map(|ended| ended.how) {
        None => "waits for its owner",
        Some(End::Matched(_)) => "matched",
        Some(End::SentBack) => "sent back",
    };
    json!({ "item": item.id.to_string(), "state": state })
}

pub(super) async fn give(
    obole: &Obole,
    item: &str,
    to: &str,
    reason: String,
) -> Result<Value, Trouble> {
    let (item, reason) = (named(item)?, why(&reason)?);
    let member = member(obole, to).await?.id;
    admin(obole, Admin::Match { item, member, reason }).await
}

pub(super) async fn send_back(obole: &Obole, item: &str, reason: String) -> Result<Value, Trouble> {
    let (item, reason) = (named(item)?, why(&reason)?);
    admin(obole, Admin::SendBack { item, reason }).await
}

fn named(item: &str) -> Result<SuspenseId, Trouble> {
    SuspenseId::parse(item).ok_or_else(|| {
        Trouble::Wrong(format!(
            "{item:?} is no item; admin receive and /operator/suspense name them"
        ))
    })
}

fn why(reason: &str) -> Result<String, Trouble> {
    match text("the reason", reason)? {
        empty if empty.is_empty() => Err(Trouble::Wrong("the trail needs a reason".to_owned())),
        reason => Ok(reason),
    }
}

fn text(what: &str, text: &str) -> Result<String, Trouble> {
    let text = text.trim();
    match text.chars().count() <= TEXT_CHARS_MAX {
        true => Ok(text.to_owned()),
        false => Err(Trouble::Wrong(format!("{what} is longer than {TEXT_CHARS_MAX} characters"))),
    }
}
