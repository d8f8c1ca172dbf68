//! What the command line asks of a service, in its own process or of a running server.

use domain::id::PaymentId;
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::{Kind, Member};
use domain::merkle::hex;
use domain::money::Money;
use domain::policy::Regime;
use domain::refusal::Refusal;
use domain::request::{Admin, Answer, Message, Outcome, Request, To};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::group::Unable;
use crate::job;
use crate::keys::{self, NewKey};
use crate::obole::{Incoming, Obole};
use crate::passkey::Evidence;
use crate::policy;

mod receipts;

pub use receipts::receipt_key;

/// Something the operator asks for.
#[derive(Serialize, Deserialize, Debug)]
#[serde(tag = "order", rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are the command line's arguments, described there")]
pub enum Order {
    Say { from: String, text: String, direct: bool, id: String },
    Approve { payment: String, from: String, pin: String },
    AddMember { handle: String, name: String, kind: String, lang: String, tier: u8, about: String },
    Credit { to: String, amount: String, reference: String },
    Freeze { handle: String, reason: String },
    Release { handle: String },
    ResetPin { handle: String },
    Operator { handle: String, end: bool },
    Show { handle: String },
    LoginLink { handle: String },
    Key { scopes: Vec<String>, member: Option<String> },
    Policy { text: String },
    Seal,
    Refund { payment: String, amount: Option<String>, reason: String },
    Receive { amount: String, reference: String, from: String, id: String },
    Match { item: String, to: String, reason: String },
    SendBack { item: String, reason: String },
}

/// Why an order was not carried out.
#[derive(Debug)]
pub enum Trouble {
    /// It makes no sense as it stands; the sentence says why.
    Wrong(String),
    /// The rules say no.
    Refused(Refusal),
    /// We could not.
    Unable(Unable),
}

impl From<Unable> for Trouble {
    fn from(unable: Unable) -> Self {
        Self::Unable(unable)
    }
}

/// Carries an order out and gives what to print.
///
/// # Errors
/// [`Trouble`]; nothing was done.
pub async fn carry_out(obole: &Obole, order: Order) -> Result<Value, Trouble> {
    match order {
        Order::Say { from, text, direct, id } => say(obole, from, text, direct, id).await,
        Order::Approve { payment, from, pin } => approve(obole, &payment, &from, &pin).await,
        Order::AddMember { .. } => add_member(obole, order).await,
        Order::Credit { to, amount, reference } => credit(obole, &to, &amount, &reference).await,
        Order::Freeze { handle, reason } => {
            let member = member(obole, &handle).await?.id;
            admin(obole, Admin::Freeze { member, reason }).await
        }
        Order::Release { handle } => {
            let member = member(obole, &handle).await?.id;
            admin(obole, Admin::Release { member }).await
        }
        Order::ResetPin { handle } => {
            let member = member(obole, &handle).await?.id;
            admin(obole, Admin::ResetPin { member }).await
        }
        Order::Operator { handle, end } => {
            let member = member(obole, &handle).await?.id;
            obole.set_operator(member, !end).await?;
            Ok(json!({ "operator": !end, "member": member.to_string() }))
        }
        Order::Show { handle } => show(obole, &handle).await,
        Order::LoginLink { handle } => {
            let member = member(obole, &handle).await?.id;
            let link = obole.new_sign_in_link(member).await?;
            Ok(json!({ "link": link }))
        }
        Order::Key { scopes, member } => key(obole, scopes, member).await,
        Order::Policy { text } => {
            policy::read(&text, 1, domain::time::Timestamp(0), obole.settings().regime)
                .map_err(Trouble::Wrong)?;
            let version = obole.import_policy(text).await?;
            Ok(json!({ "version": version, "from": "now" }))
        }
        Order::Seal => seal(obole).await,
        Order::Refund { payment, amount, reason } => {
            refund(obole, &payment, amount.as_deref(), reason).await
        }
        Order::Receive { .. } => receipts::receive(obole, order).await,
        Order::Match { item, to, reason } => receipts::give(obole, &item, &to, reason).await,
        Order::SendBack { item, reason } => receipts::send_back(obole, &item, reason).await,
    }
}

/// The member whose handle on the square this is, with or without `@`.
async fn member(obole: &Obole, handle: &str) -> Result<Member, Trouble> {
    let found = obole.profile_by_handle(handle).await?;
    found.map(|profile| profile.member).ok_or_else(|| {
        Trouble::Wrong(format!("there is no member @{}", handle.trim_start_matches('@')))
    })
}

async fn admin(obole: &Obole, admin: Admin) -> Result<Value, Trouble> {
    let answer = obole.submit(None, 0, Request::Admin(admin)).await?;
    conversation(obole, answer).await
}

/// Where money is real, nobody but the member speaks or consents for a member, the operator included.
fn sandbox_only(obole: &Obole) -> Result<(), Trouble> {
    match obole.settings().regime {
        Regime::Sandbox => Ok(()),
        Regime::Licensed => Err(Trouble::Wrong(
            "nobody speaks for a member where money is real; this works in the sandbox only"
                .to_owned(),
        )),
    }
}

async fn say(
    obole: &Obole,
    from: String,
    text: String,
    direct: bool,
    id: String,
) -> Result<Value, Trouble> {
    sandbox_only(obole)?;
    let author = from.trim_start_matches('@').to_lowercase();
    member(obole, &author).await?;
    let answer = obole.post(Incoming::square(id, author, text, direct)).await?;
    printed(obole, answer).await
}

async fn approve(obole: &Obole, payment: &str, from: &str, pin: &str) -> Result<Value, Trouble> {
    sandbox_only(obole)?;
    let id = PaymentId::parse(payment).ok_or(Trouble::Refused(Refusal::PaymentUnknown))?;
    let payer = member(obole, from).await?.id;
    let shown =
        obole.approval_digest(payer, id).await?.ok_or(Trouble::Refused(Refusal::PaymentUnknown))?;
    let answer = obole.approve(payer, id, shown, Some(Evidence::Pin(pin.to_owned()))).await?;
    conversation(obole, answer).await
}

async fn add_member(obole: &Obole, order: Order) -> Result<Value, Trouble> {
    let Order::AddMember { handle, name, kind, lang, tier, about } = order else {
        return Err(Trouble::Wrong("not a member to add".to_owned()));
    };
    let kind = Kind::parse(&kind).ok_or_else(|| {
        Trouble::Wrong(format!("{kind:?} is none of person, minor, merchant, charity"))
    })?;
    let lang = Lang::parse(&lang)
        .ok_or_else(|| Trouble::Wrong(format!("{lang:?} is no language we read")))?;
    let handle = handle.trim_start_matches('@').to_lowercase();
    let added =
        admin(obole, Admin::AddMember { handle: handle.clone(), name, kind, lang, tier }).await?;
    if !about.is_empty() {
        obole.describe(member(obole, &handle).await?.id, about).await?;
    }
    Ok(added)
}

fn money(amount: &str) -> Result<Money, Trouble> {
    Money::parse(amount)
        .ok_or_else(|| Trouble::Wrong(format!("{amount:?} is no amount; write it as 300.00 EUR")))
}

async fn credit(obole: &Obole, to: &str, amount: &str, reference: &str) -> Result<Value, Trouble> {
    let amount = money(amount)?;
    let member = member(obole, to).await?.id;
    let credit =
        Admin::Credit { member, amount, from: House::Bank, reference: reference.to_owned() };
    // The bank's reference names the transfer: booking it twice is booking it once.
    let key = domain::id::RequestKey::of(&["bank", reference]);
    let digest = crate::obole::digest(&[&member.to_string(), &amount.to_string()]);
    let answer = obole.submit(Some(key), digest, Request::Admin(credit)).await?;
    conversation(obole, answer).await
}

async fn refund(
    obole: &Obole,
    payment: &str,
    amount: Option<&str>,
    reason: String,
) -> Result<Value, Trouble> {
    let payment = PaymentId::parse(payment).ok_or(Trouble::Refused(Refusal::PaymentUnknown))?;
    let amount = amount.map(|text| {
        Money::parse(text)
            .ok_or_else(|| Trouble::Wrong(format!("{text:?} is no amount; write it as 5.00 EUR")))
    });
    let amount = amount.transpose()?;
    admin(obole, Admin::Refund { payment, amount, reason }).await
}

async fn show(obole: &Obole, handle: &str) -> Result<Value, Trouble> {
    let member = member(obole, handle).await?;
    let wallets: Vec<Value> = obole
        .wallets(member.id)
        .await?
        .iter()
        .map(|wallet| {
            json!({
                "currency": wallet.currency.code(),
                "posted": wallet.posted,
                "held": wallet.held,
                "available": wallet.available().minor,
            })
        })
        .collect();
    Ok(json!({
        "handle": handle.trim_start_matches('@').to_lowercase(),
        "wallets": wallets,
        "id": member.id.to_string(),
        "name": &*member.name,
        "kind": member.kind.name(),
        "lang": member.lang.tag(),
        "tier": member.tier,
        "frozen": member.frozen.map(|freeze| freeze.reason),
    }))
}

async fn key(obole: &Obole, scopes: Vec<String>, handle: Option<String>) -> Result<Value, Trouble> {
    let owner = match handle {
        Some(handle) => Some(member(obole, &handle).await?.id),
        None => None,
    };
    keys::check_scopes(&scopes, owner).map_err(Trouble::Wrong)?;
    let wanted = NewKey { scopes, member: owner, ..NewKey::default() };
    let (key, secret) = obole.new_api_key(wanted).await?;
    Ok(json!({ "key": key.id, "secret": secret }))
}

/// Seals everything now, and tells the latest seal.
async fn seal(obole: &Obole) -> Result<Value, Trouble> {
    let made = job::catch_up(obole).await?.len();
    let last = obole.read_rows(|read| read.last_seal()).await?;
    Ok(match last {
        Some(last) => json!({
            "made": made,
            "seal": last.seal.number,
            "root": hex(&last.seal.root),
            "hash": hex(&last.hash),
        }),
        None => json!({ "made": made }),
    })
}

/// The conversation, or the refusal as trouble: for commands that a refusal makes fail.
async fn conversation(obole: &Obole, answer: Answer) -> Result<Value, Trouble> {
    match answer.outcome {
        Outcome::Refused(refusal) => Err(Trouble::Refused(refusal)),
        Outcome::RefusedBefore(_) | Outcome::Nothing | Outcome::Done | Outcome::Question(_) => {
            printed(obole, answer).await
        }
    }
}

/// What was said, and to whom.
async fn printed(obole: &Obole, answer: Answer) -> Result<Value, Trouble> {
    let mut lines = Vec::with_capacity(answer.messages.len());
    for message in answer.messages.iter() {
        lines.push(line(obole, message).await?);
    }
    let payments: Vec<String> = answer.payments.iter().map(ToString::to_string).collect();
    Ok(json!({ "messages": lines, "payments": payments }))
}

async fn line(obole: &Obole, message: &Message) -> Result<Value, Trouble> {
    let to = match &message.to {
        To::Member(id) => obole.handle_of(*id).await?.unwrap_or_else(|| id.to_string()),
        To::Stranger(id) => id.clone(),
    };
    Ok(json!({
        "from": "obole",
        "to": to,
        "public": message.public,
        "text": obole.words(message.lang).say(&message.say),
        "payment": message.payment.map(|id| id.to_string()),
    }))
}
