//! WebAuthn (level 3): what a device answered, checked step by step as sections 7.1 and 7.2 of the specification say.
//!
//! Only what this service asks for is taken: a user who was verified, on a page of ours that is in no frame, and no
//! attestation, so a new key is whatever its device says it is. Which challenge was signed is given back, not judged.

use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents,
    UnparsedPublicKey,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use self::cose::PublicKey;

mod cose;

/// The signatures that are asked for, the best first, as COSE names them: ES256, EdDSA with Ed25519, RS256.
pub const ALGORITHMS: [i32; 3] = [cose::ES256, cose::EDDSA, cose::RS256];

/// Bytes of the longest credential id.
const CREDENTIAL_BYTES_MAX: usize = 1023;

/// Bytes of authenticator data before what is there sometimes only: a hash, flags and a counter.
const DATA_BYTES: usize = 37;

/// Bytes of the model of the device, which is not asked for.
const AAGUID_BYTES: usize = 16;

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const MAY_BE_COPIED: u8 = 0x08;
const IS_COPIED: u8 = 0x10;
const HAS_CREDENTIAL: u8 = 0x40;
const HAS_EXTENSIONS: u8 = 0x80;

/// For whom devices sign: our address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RelyingParty {
    /// Its host, to which passkeys are bound.
    pub id: String,
    /// What a browser says a page came from.
    pub origin: String,
}

impl RelyingParty {
    /// Whoever is reached at this address; `None` where browsers have no passkeys: an address without a name.
    #[must_use]
    pub fn of(base_url: &str) -> Option<Self> {
        let url = base_url.to_ascii_lowercase();
        let (scheme, rest) = url.split_once("://")?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let (id, port) = authority.split_once(':').unwrap_or((authority, ""));
        let named =
            !id.is_empty() && id.parse::<IpAddr>().is_err() && !authority.contains(['@', '[']);
        let usual = matches!((scheme, port), (_, "") | ("https", "443") | ("http", "80"));
        let origin =
            if usual { format!("{scheme}://{id}") } else { format!("{scheme}://{authority}") };
        named.then(|| Self { id: id.to_owned(), origin })
    }
}

/// What a device answers to whoever asks it to sign. Bytes are in base64url.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    /// The credential's id.
    pub id: String,
    /// The client data: what the browser says was asked, as JSON.
    pub client: String,
    /// The authenticator data.
    pub data: String,
    /// The signature over both.
    pub signature: String,
    /// The id of the member, as the device was told when the passkey was made.
    #[serde(default)]
    pub user: Option<String>,
    /// The chance from which the challenge followed, as it was given with it.
    pub nonce: String,
}

/// What a device answers to whoever asks it for a new passkey. Bytes are in base64url.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Creation {
    /// The credential's id.
    pub id: String,
    /// The client data: what the browser says was asked, as JSON.
    pub client: String,
    /// The authenticator data.
    pub data: String,
    /// The chance from which the challenge followed, as it was given with it.
    pub nonce: String,
}

/// A new credential.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Credential {
    /// Its id.
    pub id: Vec<u8>,
    /// Its public key, as a `COSE_Key`.
    pub key: Vec<u8>,
    /// The device's signature counter.
    pub count: u32,
}

/// What is wrong with an answer of a device.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Wrong {
    /// It cannot be read.
    #[error("it cannot be read")]
    Form,
    /// It answers another question than the one that was asked.
    #[error("it is of another type")]
    Type,
    /// It was made on another page, or in a frame of one.
    #[error("it is from another origin")]
    Origin,
    /// It was made for another address.
    #[error("it is for another relying party")]
    RelyingParty,
    /// Nobody touched the device.
    #[error("no user was present")]
    Present,
    /// The device did not verify who touched it.
    #[error("the user was not verified")]
    Verified,
    /// The key is of no kind that was asked for.
    #[error("its key is of another kind")]
    Key,
    /// Another key made the signature, or for something else.
    #[error("its signature is wrong")]
    Signature,
}

/// Bytes from base64url.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// 32 bytes from base64url.
#[must_use]
pub fn decode_32(text: &str) -> Option<[u8; 32]> {
    decode(text)?.try_into().ok()
}

/// Bytes as base64url.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What the browser says was asked. Browsers may say more.
#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    cross_origin: bool,
    #[serde(rename = "topOrigin", default)]
    top_origin: Option<String>,
}

impl ClientData {
    fn read(client: &[u8]) -> Result<Self, Wrong> {
        serde_json::from_slice(client).map_err(|_| Wrong::Form)
    }

    fn check(&self, rp: &RelyingParty, kind: &str) -> Result<(), Wrong> {
        if self.kind != kind {
            return Err(Wrong::Type);
        }
        if self.origin != rp.origin || self.cross_origin || self.top_origin.is_some() {
            return Err(Wrong::Origin);
        }
        Ok(())
    }
}

/// The challenge that an answer is to.
///
/// # Errors
/// [`Wrong::Form`] if it cannot be read.
pub fn challenge_of(client: &str) -> Result<[u8; 32], Wrong> {
    let client = ClientData::read(&decode(client).ok_or(Wrong::Form)?)?;
    decode_32(&client.challenge).ok_or(Wrong::Form)
}

/// What a device says about itself and its user.
struct DeviceData<'d> {
    flags: u8,
    count: u32,
    rest: &'d [u8],
}

impl<'d> DeviceData<'d> {
    fn read(data: &'d [u8], rp: &RelyingParty) -> Result<Self, Wrong> {
        let (head, rest) = data.split_first_chunk::<DATA_BYTES>().ok_or(Wrong::Form)?;
        let (hash, said) = head.split_at(32);
        let &[flags, a, b, c, d] = said else { return Err(Wrong::Form) };
        if *hash != *Sha256::digest(rp.id.as_bytes()) {
            return Err(Wrong::RelyingParty);
        }
        if flags & USER_PRESENT == 0 {
            return Err(Wrong::Present);
        }
        if flags & USER_VERIFIED == 0 {
            return Err(Wrong::Verified);
        }
        // What was copied may be copied, and only extensions stand behind what is there.
        if flags & IS_COPIED != 0 && flags & MAY_BE_COPIED == 0 {
            return Err(Wrong::Form);
        }
        Ok(Self { flags, count: u32::from_be_bytes([a, b, c, d]), rest })
    }

    const fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

impl Assertion {
    /// Checks that the holder of `key`, a `COSE_Key`, signed for us, verified by the device; gives its counter.
    ///
    /// # Errors
    /// The first thing that is [`Wrong`].
    pub fn verify(&self, rp: &RelyingParty, key: &[u8]) -> Result<u32, Wrong> {
        let [client, data, signature] =
            [&self.client, &self.data, &self.signature].map(|text| decode(text));
        let client = client.ok_or(Wrong::Form)?;
        let (mut data, signature) = (data.ok_or(Wrong::Form)?, signature.ok_or(Wrong::Form)?);
        ClientData::read(&client)?.check(rp, "webauthn.get")?;
        let said = DeviceData::read(&data, rp)?;
        let plain = !said.has(HAS_CREDENTIAL) && !said.has(HAS_EXTENSIONS);
        if plain != said.rest.is_empty() {
            return Err(Wrong::Form);
        }
        let count = said.count;
        data.extend(Sha256::digest(&client));
        let (key, _) = cose::read(key).ok_or(Wrong::Key)?;
        is_signed(&key, &data, &signature).then_some(count).ok_or(Wrong::Signature)
    }
}

fn is_signed(key: &PublicKey<'_>, message: &[u8], signature: &[u8]) -> bool {
    match key {
        PublicKey::Es256(point) => {
            UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
        }
        PublicKey::Ed25519(point) => {
            UnparsedPublicKey::new(&ED25519, point).verify(message, signature)
        }
        PublicKey::Rs256 { n, e } => {
            let key = RsaPublicKeyComponents { n, e };
            key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
        }
    }
    .is_ok()
}

impl Creation {
    /// Checks that a device made a passkey for us, with its user verified; gives the passkey.
    ///
    /// # Errors
    /// The first thing that is [`Wrong`].
    pub fn verify(&self, rp: &RelyingParty) -> Result<Credential, Wrong> {
        let [id, client, data] = [&self.id, &self.client, &self.data].map(|text| decode(text));
        let (id, client, data) =
            (id.ok_or(Wrong::Form)?, client.ok_or(Wrong::Form)?, data.ok_or(Wrong::Form)?);
        ClientData::read(&client)?.check(rp, "webauthn.create")?;
        let said = DeviceData::read(&data, rp)?;
        if !said.has(HAS_CREDENTIAL) {
            return Err(Wrong::Form);
        }
        let rest = said.rest.get(AAGUID_BYTES..).ok_or(Wrong::Form)?;
        let (length, rest) = rest.split_first_chunk::<2>().ok_or(Wrong::Form)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (named, rest) = rest.split_at_checked(length).ok_or(Wrong::Form)?;
        if named != id || !(1..=CREDENTIAL_BYTES_MAX).contains(&length) {
            return Err(Wrong::Form);
        }
        let (_, behind) = cose::read(rest).ok_or(Wrong::Key)?;
        if behind.is_empty() == said.has(HAS_EXTENSIONS) {
            return Err(Wrong::Form);
        }
        let key = rest.strip_suffix(behind).unwrap_or(rest).to_vec();
        Ok(Credential { id, key, count: said.count })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_bound_to_the_name_in_the_address() {
        for (url, expected) in [
            ("https://pay.example.org", Some(("pay.example.org", "https://pay.example.org"))),
            ("https://Pay.Example.org:443", Some(("pay.example.org", "https://pay.example.org"))),
            (
                "https://pay.example.org:8443/in",
                Some(("pay.example.org", "https://pay.example.org:8443")),
            ),
            ("http://localhost:8080", Some(("localhost", "http://localhost:8080"))),
            ("http://127.0.0.1:8080", None),
            ("https://[2001:db8::1]", None),
            ("https://", None),
            ("https://somebody@pay.example.org", None),
            ("pay.example.org", None),
        ] {
            let rp = RelyingParty::of(url);
            let found = rp.as_ref().map(|rp| (rp.id.as_str(), rp.origin.as_str()));
            assert_eq!(found, expected, "{url}");
        }
    }

    /// The vector `packed-self.ES256` of the specification, section 16: made by others.
    const CREATED: &str = r#"{"type":"webauthn.create","challenge":"eGnCt3LUtY66k3jPjynibPk1qnffDaifqZwL3Ap29-U","origin":"https://example.org","crossOrigin":false,"extraData":"clientDataJSON may be extended with additional fields in the future, such as this: U9hTXvKE2URkMnb_0xYHVg=="}"#;
    const SIGNED: &str = r#"{"type":"webauthn.get","challenge":"RHihCxNSNI3RYME1Ow1Gm12xnrkcJ_ffpv7Tn-Jq8gs","origin":"https://example.org","crossOrigin":false,"extraData":"clientDataJSON may be extended with additional fields in the future, such as this: gTb53rz6EhSWomXGzimC1Q=="}"#;
    const ID: &str = "455ef34e2043a87db3d4afeb39bbcb6cc32df9347c789a865ecdca129cbef58c";
    const HASH: &str = "bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b5";
    const KEY: &str = "a5010203262001215820eb151c8176b225cc651559fecf07af450fd85802046656b34c18f6cf1938\
        43c5225820927b8aa427a2be1b8834d233a2d34f61f13bfd44119c325d5896e183fee484f2";
    const SIGNATURE: &str = "3044022076691be76a8618976d9803c4cdc9b97d34a7af37e3bdc894a2bf54f040ffae85\
        0220448033a015296ffb09a762efd0d719a55346941e17e91ebf64c60d439d0b9744";

    fn hex(text: &str) -> Vec<u8> {
        let byte = |place| u8::from_str_radix(&text[place..place + 2], 16).unwrap();
        (0..text.len()).step_by(2).map(byte).collect()
    }

    fn rp() -> RelyingParty {
        RelyingParty::of("https://example.org").unwrap()
    }

    /// Authenticator data with these flags, and this behind them.
    fn data(flags: u8, rest: &[u8]) -> Vec<u8> {
        [&hex(HASH)[..], &[flags, 0, 0, 0, 0], rest].concat()
    }

    fn credential() -> Vec<u8> {
        [&hex("df850e09db6afbdfab51697791506cfc0020")[..], &hex(ID), &hex(KEY)].concat()
    }

    fn creation(client: &str, data: &[u8]) -> Creation {
        let nonce = String::new();
        Creation {
            id: encode(&hex(ID)),
            client: encode(client.as_bytes()),
            data: encode(data),
            nonce,
        }
    }

    #[test]
    fn a_passkey_made_by_others_is_read() {
        let made = creation(CREATED, &data(0x5d, &credential())).verify(&rp()).unwrap();
        assert_eq!(made, Credential { id: hex(ID), key: hex(KEY), count: 0 });
    }

    #[test]
    fn a_new_passkey_is_taken_as_asked_for_only() {
        let whole = credential();
        let longer = [&whole[..], &[0xa0]].concat();
        let other_id = [&whole[..20], &[9], &whole[21..]].concat();
        let said = |from: &str, to: &str| CREATED.replace(from, to);
        for (client, data, wrong) in [
            (SIGNED.to_owned(), data(0x5d, &whole), Wrong::Type),
            (said("https://", "http://"), data(0x5d, &whole), Wrong::Origin),
            (said("example.org", "example.org:8443"), data(0x5d, &whole), Wrong::Origin),
            (said("example.org", "example.org.example.net"), data(0x5d, &whole), Wrong::Origin),
            (said(":false", ":true"), data(0x5d, &whole), Wrong::Origin),
            (
                said("\"crossOrigin\":false", "\"topOrigin\":\"x\""),
                data(0x5d, &whole),
                Wrong::Origin,
            ),
            (said("}", ""), data(0x5d, &whole), Wrong::Form),
            (CREATED.to_owned(), data(0x5c, &whole), Wrong::Present),
            (CREATED.to_owned(), data(0x59, &whole), Wrong::Verified),
            (CREATED.to_owned(), data(0x55, &whole), Wrong::Form),
            (CREATED.to_owned(), data(0x1d, &whole), Wrong::Form),
            (CREATED.to_owned(), data(0x5d, &longer), Wrong::Form),
            (CREATED.to_owned(), data(0xdd, &whole), Wrong::Form),
            (CREATED.to_owned(), data(0x5d, &other_id), Wrong::Form),
            (CREATED.to_owned(), data(0x5d, &whole[..17]), Wrong::Form),
            (CREATED.to_owned(), data(0x5d, &whole[..60]), Wrong::Key),
            (CREATED.to_owned(), data(0x5d, &whole)[1..].to_vec(), Wrong::RelyingParty),
            (CREATED.to_owned(), hex(HASH), Wrong::Form),
        ] {
            assert_eq!(creation(&client, &data).verify(&rp()), Err(wrong), "{client} {data:?}");
        }
        assert!(
            creation(CREATED, &data(0xdd, &longer)).verify(&rp()).is_ok(),
            "extensions may follow"
        );
    }

    #[test]
    fn a_signature_made_by_others_is_right_and_holds_for_what_was_signed_alone() {
        let key = hex(KEY);
        let (key, _) = cose::read(&key).unwrap();
        let message = |client: &str| [&data(0x09, &[])[..], &Sha256::digest(client)[..]].concat();
        assert!(is_signed(&key, &message(SIGNED), &hex(SIGNATURE)));
        assert!(!is_signed(&key, &message(&SIGNED.replace("RHih", "RHii")), &hex(SIGNATURE)));
        let assertion = |flags| Assertion {
            id: encode(&hex(ID)),
            client: encode(SIGNED.as_bytes()),
            data: encode(&data(flags, &[])),
            signature: encode(&hex(SIGNATURE)),
            user: None,
            nonce: String::new(),
        };
        assert_eq!(assertion(0x09).verify(&rp(), &hex(KEY)), Err(Wrong::Verified));
        assert_eq!(
            assertion(0x0d).verify(&rp(), &hex(KEY)),
            Err(Wrong::Signature),
            "flags are signed"
        );
        assert_eq!(assertion(0x0d).verify(&rp(), &hex(KEY)[1..]), Err(Wrong::Key));
        assert_eq!(
            assertion(0x4d).verify(&rp(), &hex(KEY)),
            Err(Wrong::Form),
            "nothing stands behind"
        );
    }
}
