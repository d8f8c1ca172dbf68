//! Passkeys: what a member's own device proves, and what that lets them do.
//!
//! A device signs a challenge that we made for one purpose, for one member and for what was shown to them. Whether the
//! signature is right is found out before a request reaches the rules; here is decided whether the challenge is ours,
//! still open, and for exactly this. It is spent in the same decision that it allows.

use sha2::{Digest, Sha256};

use crate::context::Context;
use crate::id::MemberId;
use crate::pay::known;
use crate::pin::{check_pin, tries_left};
use crate::refusal::Refusal;
use crate::request::Proof;
use crate::rows::{Draft, Key, Stop};
use crate::say::Say;
use crate::time::{MINUTE_US, Timestamp};

mod act;

pub use act::{Act, Join, New, act};

/// Passkeys that a member may have.
pub const PASSKEYS_MAX: usize = 10;

/// How long a challenge holds, in microseconds: time to find the device, not to go away.
pub const CHALLENGE_US: i64 = 5 * MINUTE_US;

/// Characters of a passkey's name.
pub const NAME_CHARS_MAX: usize = 40;

/// What nothing that is shown is bound to: the ceremonies in which only who is there counts.
pub const NOTHING_SHOWN: [u8; 32] = [0; 32];

/// Names a passkey among those of its member: SHA-256 of the credential's id.
pub type PasskeyId = [u8; 32];

/// A passkey of a member.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passkey {
    /// Whose.
    pub member: MemberId,
    /// Its name among theirs.
    pub id: PasskeyId,
    /// The credential's id as its device gave it, in base64url.
    pub credential: String,
    /// The public key, as a `COSE_Key` (RFC 9052).
    pub key: Vec<u8>,
    /// The device's signature counter when it was last used; devices that do not count stay at 0.
    pub count: u32,
    /// What its member calls it.
    pub name: String,
    /// Since when.
    pub added_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}

/// What a device is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ceremony {
    /// To make a passkey for a member.
    Add,
    /// To make a passkey for somebody who joins.
    Join,
    /// To say who is there.
    SignIn,
    /// To consent to exactly what is shown.
    Approve,
    /// To change what its member approves and signs in with.
    Secure,
}

impl Ceremony {
    /// Every ceremony.
    pub const ALL: [Self; 5] = [Self::Add, Self::Join, Self::SignIn, Self::Approve, Self::Secure];

    /// The name, as it is stored.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Join => "join",
            Self::SignIn => "sign_in",
            Self::Approve => "approve",
            Self::Secure => "secure",
        }
    }

    /// The ceremony of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ceremony| ceremony.name() == name)
    }
}

/// What a device is asked to sign, once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Challenge {
    /// The bytes, see [`challenge`].
    pub bytes: [u8; 32],
    /// What for.
    pub ceremony: Ceremony,
    /// Who is asked, or becomes a member by it; `None` where that is what the answer tells.
    pub member: Option<MemberId>,
    /// Until when.
    pub expires_at: Timestamp,
}

/// The bytes that a device signs: they follow from chance, the purpose and what is shown, so that a signature for one
/// payment or amount is none for another (dynamic linking, RTS 2018/389, article 5).
#[must_use]
pub fn challenge(ceremony: Ceremony, nonce: &[u8; 32], shown: &[u8; 32]) -> [u8; 32] {
    let hash = Sha256::new().chain_update(b"obole passkey ").chain_update(ceremony.name());
    hash.chain_update([0]).chain_update(nonce).chain_update(shown).finalize().into()
}

/// A change of what a member approves and signs in with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// One more passkey.
    Add,
    /// A passkey less.
    Remove(PasskeyId),
    /// Another PIN, or the first.
    SetPin,
}

impl Change {
    /// What a device signs for this change, as an approval signs what is shown.
    #[must_use]
    pub fn digest(self) -> [u8; 32] {
        let hash = Sha256::new().chain_update(b"change ");
        match self {
            Self::Add => hash.chain_update(b"add"),
            Self::Remove(passkey) => hash.chain_update(b"remove").chain_update(passkey),
            Self::SetPin => hash.chain_update(b"pin"),
        }
        .finalize()
        .into()
    }
}

/// A device's answer to a challenge, and what was found about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PasskeyProof {
    /// Which passkey is said to have signed.
    pub passkey: PasskeyId,
    /// The challenge that was signed.
    pub challenge: [u8; 32],
    /// The chance that it followed from.
    pub nonce: [u8; 32],
    /// Whether the passkey's key made the signature, for our address, with its user present and verified.
    pub right: bool,
    /// The device's signature counter.
    pub count: u32,
}

impl PasskeyProof {
    /// The rows that are needed to check it.
    #[must_use]
    pub const fn keys(&self, member: MemberId) -> [Key; 2] {
        [Key::Passkeys(member), Key::Challenge(self.challenge)]
    }
}

/// Spends a challenge, if it is open and was made for exactly this.
///
/// # Errors
/// [`Stop::Refused`] if it was not, [`Stop::More`] if rows are needed.
fn spend(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    (bytes, nonce): ([u8; 32], [u8; 32]),
    member: Option<MemberId>,
    (ceremony, shown): (Ceremony, [u8; 32]),
) -> Result<(), Stop> {
    let asked = *draft.challenge(bytes)?.ok_or(Refusal::PasskeyExpired)?;
    let meant = asked.member == member && asked.ceremony == ceremony;
    if !meant || challenge(ceremony, &nonce, &shown) != bytes {
        return Err(Refusal::PasskeyWrong.into());
    }
    if asked.expires_at <= ctx.now {
        return Err(Refusal::PasskeyExpired.into());
    }
    draft.spend_challenge(bytes);
    Ok(())
}

/// Spends the challenge, whatever comes of the proof, and counts the use of the passkey. A copy of a passkey counts
/// differently from its original: whoever comes with a counter that stands still or goes back is refused, and the
/// member is warned.
///
/// # Errors
/// [`Stop::Refused`] if the challenge is not open for this, [`Stop::More`] if rows are needed.
pub(crate) fn check_passkey(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    proof: &PasskeyProof,
    asked: (Ceremony, [u8; 32]),
) -> Result<Option<Refusal>, Stop> {
    draft.need(proof.keys(member).into_iter().chain([Key::Member(member)]))?;
    let own = draft.passkeys(member)?.into_iter().find(|own| own.id == proof.passkey).cloned();
    let whose = Some(member).filter(|_| asked.0 != Ceremony::SignIn);
    spend(draft, ctx, (proof.challenge, proof.nonce), whose, asked)?;
    let Some(passkey) = own.filter(|_| proof.right) else {
        return Ok(Some(Refusal::PasskeyWrong));
    };
    let counts = proof.count > 0 || passkey.count > 0;
    if counts && proof.count <= passkey.count {
        let owner = known(draft, member)?;
        draft.notify(&owner, Say::new("passkey-copied").text("name", passkey.name), None);
        return Ok(Some(Refusal::PasskeyCopied));
    }
    draft.put_passkey(Passkey { count: proof.count, used_at: Some(ctx.now), ..passkey });
    Ok(None)
}

/// Whether the proof is enough for a change of what the member approves and signs in with. Whoever has neither a PIN
/// nor a passkey yet has nothing to prove it with.
///
/// # Errors
/// [`Stop::Refused`] if it is not, [`Stop::More`] if rows are needed.
pub(crate) fn secure(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    member: MemberId,
    proof: Option<&Proof>,
    change: Change,
) -> Result<Option<Refusal>, Stop> {
    draft.need([Key::Member(member), Key::Pin(member), Key::Passkeys(member)])?;
    match proof {
        Some(Proof::Pin(proof)) => check_pin(draft, member, *proof),
        Some(Proof::Passkey(proof)) => {
            check_passkey(draft, ctx, member, proof, (Ceremony::Secure, change.digest()))
        }
        None if !draft.passkeys(member)?.is_empty() => Err(Refusal::PasskeyNeeded.into()),
        None => match draft.pin(member)? {
            Some(pin) => Err(Refusal::PinWrong { left: tries_left(Some(pin)) }.into()),
            None => Ok(None),
        },
    }
}
