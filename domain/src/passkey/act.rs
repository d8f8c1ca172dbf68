//! What members do with passkeys: add one, take one back, sign in, join.

use crate::admin::{NewMember, add_member};
use crate::context::Context;
use crate::id::MemberId;
use crate::lang::Lang;
use crate::member::{Kind, Network};
use crate::pay::known;
use crate::refusal::Refusal;
use crate::request::{HandleKey, Proof};
use crate::rows::{Draft, Key, Stop};
use crate::say::Say;

use super::{
    Ceremony, Change, NAME_CHARS_MAX, NOTHING_SHOWN, PASSKEYS_MAX, Passkey, PasskeyId,
    PasskeyProof, check_passkey, secure, spend,
};

/// The tier of somebody whom nobody knows yet.
const LOWEST_TIER: u8 = 0;

/// Something a member does with passkeys.
#[derive(Clone, Debug)]
pub enum Act {
    /// Adds one.
    Add {
        /// Whose.
        member: MemberId,
        /// What the device made.
        new: New,
        /// How they were authenticated; `None` for whoever has neither a PIN nor a passkey.
        proof: Option<Proof>,
    },
    /// Takes one back.
    Remove {
        /// Whose.
        member: MemberId,
        /// Which.
        passkey: PasskeyId,
        /// How they were authenticated.
        proof: Option<Proof>,
    },
    /// Says who is there, so that a session may begin.
    SignIn {
        /// Who they say they are.
        member: MemberId,
        /// What their device says.
        proof: PasskeyProof,
    },
    /// Somebody becomes a member.
    Join(Join),
}

/// A passkey that a device made. That it was for our address, with its user verified, was checked before.
#[derive(Clone, Debug)]
pub struct New {
    /// Its name among its member's: SHA-256 of the credential's id.
    pub id: PasskeyId,
    /// The credential's id, in base64url.
    pub credential: String,
    /// The public key, as a `COSE_Key`.
    pub key: Vec<u8>,
    /// The device's signature counter.
    pub count: u32,
    /// What its member calls it.
    pub name: String,
    /// The challenge that the device answered.
    pub challenge: [u8; 32],
    /// The chance that it followed from.
    pub nonce: [u8; 32],
}

/// Somebody who becomes a member by their first passkey.
#[derive(Clone, Debug)]
pub struct Join {
    /// The visible name.
    pub name: String,
    /// The handle on the square, without `@`.
    pub handle: String,
    /// Their language.
    pub lang: Lang,
    /// What the device made.
    pub passkey: New,
}

impl Act {
    /// The rows that are needed whatever they hold.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        match self {
            Self::Add { member, new, proof } => {
                let own = [Key::Member(*member), Key::Pin(*member), Key::Passkeys(*member)];
                let challenge = Key::Challenge(new.challenge);
                own.into_iter().chain([challenge]).chain(Proof::keys(proof, *member)).collect()
            }
            Self::Remove { member, proof, .. } => {
                let own = [Key::Member(*member), Key::Pin(*member), Key::Passkeys(*member)];
                own.into_iter().chain(Proof::keys(proof, *member)).collect()
            }
            Self::SignIn { member, proof } => {
                proof.keys(*member).into_iter().chain([Key::Member(*member)]).collect()
            }
            Self::Join(join) => {
                vec![Key::Handle(handle(join)), Key::Challenge(join.passkey.challenge)]
            }
        }
    }
}

fn handle(join: &Join) -> HandleKey {
    HandleKey::Name(Network::SQUARE, join.handle.as_str().into())
}

/// Does what is asked about passkeys. What a proof spends counts although it was wrong, so that is an answer and not a
/// [`Stop`].
///
/// # Errors
/// [`Stop::Refused`] if it cannot be done, [`Stop::More`] if rows are needed.
pub fn act(draft: &mut Draft<'_>, ctx: &Context<'_>, act: &Act) -> Result<Option<Refusal>, Stop> {
    match act {
        Act::Add { member, new, proof } => add(draft, ctx, *member, new, proof.as_ref()),
        Act::Remove { member, passkey, proof } => {
            remove(draft, ctx, *member, *passkey, proof.as_ref())
        }
        Act::SignIn { member, proof } => {
            draft.need([Key::Member(*member)])?;
            // The same words for a member who is not there as for a passkey that is not theirs.
            draft.member(*member)?.ok_or(Refusal::PasskeyWrong)?;
            check_passkey(draft, ctx, *member, proof, (Ceremony::SignIn, NOTHING_SHOWN))
        }
        Act::Join(new) => join(draft, ctx, new).map(|()| None),
    }
}

fn add(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    new: &New,
    proof: Option<&Proof>,
) -> Result<Option<Refusal>, Stop> {
    draft.need([Key::Challenge(new.challenge)])?;
    if let Some(refusal) = secure(draft, ctx, member, proof, Change::Add)? {
        return Ok(Some(refusal));
    }
    let owner = known(draft, member)?;
    let own = draft.passkeys(member)?;
    if own.iter().any(|passkey| passkey.id == new.id) {
        return Err(Refusal::PasskeyKnown.into());
    }
    if own.len() >= PASSKEYS_MAX {
        return Err(
            Refusal::PasskeysMany { limit: i64::try_from(PASSKEYS_MAX).unwrap_or(0) }.into()
        );
    }
    let asked = (Ceremony::Add, NOTHING_SHOWN);
    spend(draft, ctx, (new.challenge, new.nonce), Some(member), asked)?;
    let passkey = made(ctx, member, new);
    draft.notify(&owner, Say::new("passkey-added").text("name", passkey.name.as_str()), None);
    draft.put_passkey(passkey);
    Ok(None)
}

fn made(ctx: &Context<'_>, member: MemberId, new: &New) -> Passkey {
    Passkey {
        member,
        id: new.id,
        credential: new.credential.clone(),
        key: new.key.clone(),
        count: new.count,
        name: new.name.trim().chars().take(NAME_CHARS_MAX).collect(),
        added_at: ctx.now,
        used_at: None,
    }
}

fn remove(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    passkey: PasskeyId,
    proof: Option<&Proof>,
) -> Result<Option<Refusal>, Stop> {
    if let Some(refusal) = secure(draft, ctx, member, proof, Change::Remove(passkey))? {
        return Ok(Some(refusal));
    }
    let owner = known(draft, member)?;
    let own = draft.passkeys(member)?.into_iter().find(|own| own.id == passkey);
    // Sent twice, it is gone once.
    let Some(name) = own.map(|own| own.name.clone()) else { return Ok(None) };
    draft.notify(&owner, Say::new("passkey-removed").text("name", name), None);
    draft.remove_passkey(member, passkey);
    Ok(None)
}

fn join(draft: &mut Draft<'_>, ctx: &Context<'_>, join: &Join) -> Result<(), Stop> {
    let New { challenge, nonce, .. } = join.passkey;
    draft.need([Key::Handle(handle(join)), Key::Challenge(challenge)])?;
    // The id that the device was told with the challenge, and names from now on.
    let asked = draft.challenge(challenge)?.ok_or(Refusal::PasskeyExpired)?;
    let member = asked.member.ok_or(Refusal::PasskeyWrong)?;
    spend(draft, ctx, (challenge, nonce), Some(member), (Ceremony::Join, NOTHING_SHOWN))?;
    let new = NewMember {
        id: member,
        handle: &join.handle,
        name: &join.name,
        kind: Kind::Person,
        lang: join.lang,
        tier: LOWEST_TIER,
    };
    add_member(draft, ctx, &new)?;
    draft.put_passkey(made(ctx, member, &join.passkey));
    Ok(())
}
