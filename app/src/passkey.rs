//! Passkeys: what devices are asked, and what their answers prove.

use domain::id::{Ids, MemberId};
use domain::lang::Lang;
use domain::passkey::{
    Act, CHALLENGE_US, Ceremony, Challenge, Join, New, Passkey, PasskeyId, PasskeyProof, challenge,
};
use domain::refusal::Refusal;
use domain::request::{Answer, Outcome, Proof, Request};
use sha2::{Digest, Sha256};

use crate::group::{Decided, Unable};
use crate::obole::Obole;
use crate::webauthn::{
    Assertion, Creation, RelyingParty, Wrong, challenge_of, decode, decode_32, encode,
};

/// What somebody gives to prove who they are.
#[derive(Clone, Debug)]
pub enum Evidence {
    /// A PIN they typed.
    Pin(String),
    /// What their device signed.
    Passkey(Box<Assertion>),
}

/// What a device is asked to sign. Bytes are in base64url.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The challenge.
    pub challenge: String,
    /// The chance from which it followed; it comes back with the answer.
    pub nonce: String,
    /// Who is asked, or becomes a member by it, as the device is told.
    pub user: String,
}

/// A key whose holder nobody is: the base point of P-256. Signatures are compared with it where there is no passkey, so
/// that the answer takes as long.
const NOBODY: &[u8] = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20\
    \x6b\x17\xd1\xf2\xe1\x2c\x42\x47\xf8\xbc\xe6\xe5\x63\xa4\x40\xf2\
    \x77\x03\x7d\x81\x2d\xeb\x33\xa0\xf4\xa1\x39\x45\xd8\x98\xc2\x96\x22\x58\x20\
    \x4f\xe3\x42\xe2\xfe\x1a\x7f\x9b\x8e\xe7\xeb\x4a\x7c\x0f\x9e\x16\
    \x2b\xce\x33\x57\x6b\x31\x5e\xce\xcb\xb6\x40\x68\x37\xbf\x51\xf5";

impl Obole {
    /// For whom devices sign; `None` where browsers have no passkeys for our address.
    #[must_use]
    pub fn relying_party(&self) -> Option<RelyingParty> {
        RelyingParty::of(&self.settings().base_url)
    }

    /// Asks a device: makes a challenge for one ceremony, one member and what is shown, and keeps it until it is
    /// signed or too old. Who joins gets an id here.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn ask_device(
        &self,
        ceremony: Ceremony,
        member: Option<MemberId>,
        shown: [u8; 32],
    ) -> Result<Asked, Unable> {
        let nonce = self.draw();
        let member = match ceremony {
            Ceremony::SignIn => None,
            Ceremony::Join => Some(self.new_member_id()),
            Ceremony::Add | Ceremony::Approve | Ceremony::Secure => member,
        };
        let bytes = challenge(ceremony, &nonce, &shown);
        self.desk()
            .write(move |engine| {
                let expires_at = engine.now().plus_us(CHALLENGE_US);
                engine.create_challenge(&Challenge { bytes, ceremony, member, expires_at })
            })
            .await?;
        let user = member.map_or_else(String::new, |member| encode(&member.bytes()));
        Ok(Asked { challenge: encode(&bytes), nonce: encode(&nonce), user })
    }

    fn new_member_id(&self) -> MemberId {
        let drawn = self.draw();
        let (half, _) = drawn.split_at(16);
        let chance = u128::from_be_bytes(half.try_into().expect("16 of 32 bytes"));
        MemberId(Ids::new(self.now(), chance).take())
    }

    /// A member's passkeys, the oldest first.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn passkeys(&self, member: MemberId) -> Result<Vec<Passkey>, Unable> {
        let mut own = self.read_rows(move |read| read.passkeys(member)).await?;
        own.sort_by_key(|passkey| passkey.added_at);
        Ok(own)
    }

    /// What is given to prove who somebody is, compared with what we know of them; nothing for nothing.
    pub(crate) async fn proof(
        &self,
        member: MemberId,
        evidence: Option<Evidence>,
    ) -> Result<Result<Option<Proof>, Refusal>, Unable> {
        Ok(match evidence {
            None => Ok(None),
            Some(Evidence::Pin(pin)) => {
                let proof = self.check_pin(member, pin).await?;
                proof.map(|proof| Some(Proof::Pin(proof))).ok_or(Refusal::PinMissing)
            }
            Some(Evidence::Passkey(answer)) => {
                let proof = self.check_answer(member, *answer).await?;
                proof.map(|proof| Some(Proof::Passkey(proof)))
            }
        })
    }

    /// Compares a device's signature with the member's passkey of that name.
    async fn check_answer(
        &self,
        member: MemberId,
        answer: Assertion,
    ) -> Result<Result<PasskeyProof, Refusal>, Unable> {
        let own = self.read_rows(move |read| read.passkeys(member)).await?;
        let (Some(rp), Some(id), Some(nonce), Ok(challenge)) = (
            self.relying_party(),
            decode(&answer.id),
            decode_32(&answer.nonce),
            challenge_of(&answer.client),
        ) else {
            return Ok(Err(Refusal::PasskeyWrong));
        };
        let passkey = name_of(&id);
        let known = own.iter().find(|own| own.id == passkey);
        let key = known.map_or_else(|| NOBODY.to_vec(), |known| known.key.clone());
        let verified = self.verifying(move || answer.verify(&rp, &key)).await?;
        if let Err(wrong) = verified {
            tracing::info!(%wrong, "a passkey's answer is wrong");
        }
        let right = known.is_some() && verified.is_ok();
        let count = verified.unwrap_or(0);
        Ok(Ok(PasskeyProof { passkey, challenge, nonce, right, count }))
    }

    async fn verifying<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Unable> {
        tokio::task::spawn_blocking(work).await.map_err(|_| Unable::Broken)
    }

    /// Adds a passkey that a device made.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn add_passkey(
        &self,
        member: MemberId,
        name: String,
        made: Creation,
        evidence: Option<Evidence>,
    ) -> Decided {
        let new = match self.new_passkey(name, &made) {
            Ok(new) => new,
            Err(refusal) => return Ok(Answer::refused(refusal)),
        };
        let proof = match self.proof(member, evidence).await? {
            Ok(proof) => proof,
            Err(refusal) => return Ok(Answer::refused(refusal)),
        };
        self.submit(None, 0, Request::Passkey(Act::Add { member, new, proof })).await
    }

    fn new_passkey(&self, name: String, made: &Creation) -> Result<New, Refusal> {
        let verified = match self.relying_party() {
            Some(rp) => made.verify(&rp),
            None => Err(Wrong::RelyingParty),
        };
        let credential = verified.map_err(|wrong| {
            tracing::info!(%wrong, "a new passkey is wrong");
            Refusal::PasskeyWrong
        })?;
        let (Ok(challenge), Some(nonce)) = (challenge_of(&made.client), decode_32(&made.nonce))
        else {
            return Err(Refusal::PasskeyWrong);
        };
        Ok(New {
            id: name_of(&credential.id),
            credential: encode(&credential.id),
            key: credential.key,
            count: credential.count,
            name,
            challenge,
            nonce,
        })
    }

    /// Takes a passkey back.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn remove_passkey(
        &self,
        member: MemberId,
        passkey: PasskeyId,
        evidence: Option<Evidence>,
    ) -> Decided {
        let proof = match self.proof(member, evidence).await? {
            Ok(proof) => proof,
            Err(refusal) => return Ok(Answer::refused(refusal)),
        };
        self.submit(None, 0, Request::Passkey(Act::Remove { member, passkey, proof })).await
    }

    /// Begins a session for whoever a device says is there; gives the session's token.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn sign_in_by_passkey(
        &self,
        answer: Assertion,
    ) -> Result<Result<String, Refusal>, Unable> {
        let user = answer.user.as_deref().and_then(decode).and_then(|user| user.try_into().ok());
        let Some(user) = user else { return Ok(Err(Refusal::PasskeyWrong)) };
        let member = MemberId::from_bytes(user);
        let proof = match self.check_answer(member, answer).await? {
            Ok(proof) => proof,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let request = Request::Passkey(Act::SignIn { member, proof });
        match self.submit(None, 0, request).await?.outcome {
            Outcome::Refused(refusal) => Ok(Err(refusal)),
            Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
                Ok(Ok(self.begin_session(member).await?))
            }
        }
    }

    /// Makes somebody a member by their first passkey, with the lowest tier. Refused where nobody may join by
    /// themselves.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn join(
        &self,
        (name, handle, lang): (String, String, Lang),
        passkey: String,
        made: &Creation,
    ) -> Decided {
        if !self.settings().join {
            return Ok(Answer::refused(Refusal::NotYours));
        }
        match self.new_passkey(passkey, made) {
            Ok(passkey) => {
                let join = Join { name, handle, lang, passkey };
                self.submit(None, 0, Request::Passkey(Act::Join(join))).await
            }
            Err(refusal) => Ok(Answer::refused(refusal)),
        }
    }
}

/// What names a credential among its member's.
fn name_of(credential: &[u8]) -> PasskeyId {
    Sha256::digest(credential).into()
}
