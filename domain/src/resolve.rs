//! Who is meant: from what a message says to a member, or to a handle without account.

use std::sync::Arc;

use crate::decide::Asked;
use crate::grammar::Recipient;
use crate::id::PaymentId;
use crate::id::RequestKey;
use crate::member::{Network, is_square_name};
use crate::payment::Payee;
use crate::refusal::Refusal;
use crate::request::HandleKey;
use crate::rows::{Draft, Key, Stop};

/// The handle a recipient names. `@x` is the posting network's x, never another network's.
///
/// # Errors
/// [`Refusal::NetworkNotOffered`] for a recipient of a network that is not served, [`Refusal::HandleBad`] for a name
/// the network cannot have.
pub fn look_up(recipient: &Recipient, network: Network) -> Result<HandleKey, Refusal> {
    if let Some(id) = &recipient.id {
        return Ok(HandleKey::Id(network, id.as_str().into()));
    }
    let text = recipient.text.as_str();
    let (network, name) = match text.split_once(":@") {
        Some((prefix, name)) => (other_network(prefix)?, name),
        None => (network, text.strip_prefix('@').ok_or_else(|| not_offered(kind(text)))?),
    };
    if let Some((_, server)) = name.split_once(['@', ':']) {
        return Err(not_offered(server));
    }
    let name = lower(name);
    if network == Network::SQUARE && !is_square_name(&name) {
        return Err(Refusal::HandleBad);
    }
    Ok(HandleKey::Name(network, name))
}

fn other_network(prefix: &str) -> Result<Network, Refusal> {
    match Network::parse(prefix) {
        Some(network) if network == Network::SQUARE => Ok(network),
        Some(_) | None => Err(not_offered(prefix)),
    }
}

/// A name in lower case, as most are written anyway.
fn lower(name: &str) -> Arc<str> {
    if name.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        name.into()
    } else {
        name.to_lowercase().into()
    }
}

fn not_offered(network: &str) -> Refusal {
    Refusal::NetworkNotOffered { network: network.to_owned() }
}

fn kind(text: &str) -> &'static str {
    if text.contains('@') { "e-mail" } else { "phone" }
}

/// The payees that a message names, each once.
///
/// # Errors
/// [`Stop::Refused`] if one cannot be paid here, [`Stop::More`] if handles are not loaded.
pub fn payees(draft: &Draft<'_>, to: &[Recipient], network: Network) -> Result<Vec<Payee>, Stop> {
    let (mut payees, mut missing) = (Vec::with_capacity(to.len()), Vec::new());
    for one in to {
        let key = look_up(one, network)?;
        let payee = match (draft.handle(&key), key) {
            (Ok(Some(member)), _) => Payee::Member(member),
            (Ok(None), HandleKey::Name(network, name) | HandleKey::Id(network, name)) => {
                Payee::Handle { network, name }
            }
            (Err(_), key) => {
                missing.push(Key::Handle(key));
                continue;
            }
        };
        if !payees.contains(&payee) {
            payees.push(payee);
        }
    }
    if missing.is_empty() { Ok(payees) } else { Err(Stop::More(missing)) }
}

/// The payment a message means: the one it names, or the first that the message it answers began.
///
/// # Errors
/// [`Stop::Refused`] if it names one that is not there, [`Stop::More`] if rows are needed.
pub fn meant(draft: &Draft<'_>, asked: &Asked<'_>) -> Result<Option<PaymentId>, Stop> {
    if let Some(what) = &asked.command.what {
        return match PaymentId::parse(what) {
            Some(id) => Ok(Some(id)),
            None => Err(Refusal::PaymentUnknown.into()),
        };
    }
    let Some(post) = &asked.post.reply_to else { return Ok(None) };
    let done = draft.done(RequestKey::of_post(asked.post.network, post))?;
    Ok(done.and_then(|done| done.answer.payments.first().copied()))
}
