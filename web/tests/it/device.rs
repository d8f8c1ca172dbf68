//! A device with passkeys, made of software: it answers what a page has it asked, or something that is wrong in one way.

use app::webauthn::{decode, encode};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const HAS_CREDENTIAL: u8 = 0x40;

/// A device, and what it says.
pub(crate) struct Device {
    passkey: Option<Held>,
    /// What its browser says a page came from.
    pub(crate) origin: String,
    /// For whom it signs.
    pub(crate) host: String,
    /// What it says of its user.
    pub(crate) flags: u8,
    /// The signature counter, which goes on by one with each signature; 0 does not count.
    pub(crate) count: u32,
    /// Instead of `webauthn.create` or `webauthn.get`.
    pub(crate) kind: Option<&'static str>,
    /// Whether it signs something else than it says.
    pub(crate) forges: bool,
}

struct Held {
    id: Vec<u8>,
    user: Vec<u8>,
    key: EcdsaKeyPair,
}

impl Device {
    /// A device whose browser shows pages of this address.
    pub(crate) fn on(origin: &str, host: &str) -> Self {
        Self {
            passkey: None,
            origin: origin.to_owned(),
            host: host.to_owned(),
            flags: PRESENT | VERIFIED,
            count: 0,
            kind: None,
            forges: false,
        }
    }

    /// Makes a passkey, in place of the one before.
    pub(crate) fn make(&mut self, asked: &Value) -> String {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let key =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random)
                .unwrap();
        let id = Sha256::digest(key.public_key().as_ref()).to_vec();
        let user = decode(asked["user"]["id"].as_str().unwrap()).unwrap();
        let (x, y) = key.public_key().as_ref()[1..].split_at(32);
        let cose = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32][..], x, &[0x22, 0x58, 32], y];
        let length = u16::try_from(id.len()).unwrap().to_be_bytes();
        let credential = [&[0; 16][..], &length, &id, &cose.concat()].concat();
        let data = [self.data(self.flags | HAS_CREDENTIAL), credential].concat();
        let client = self.client(asked, "webauthn.create");
        let made = json!({
            "id": encode(&id),
            "client": encode(client.as_bytes()),
            "data": encode(&data),
            "nonce": asked["nonce"],
        });
        self.passkey = Some(Held { id, user, key });
        made.to_string()
    }

    /// Signs with its passkey.
    pub(crate) fn sign(&mut self, asked: &Value) -> String {
        self.count += u32::from(self.count > 0);
        let Held { id, user, key } = self.passkey.as_ref().unwrap();
        let (data, client) = (self.data(self.flags), self.client(asked, "webauthn.get"));
        let mut signed = [&data[..], &Sha256::digest(&client)[..]].concat();
        signed[0] ^= u8::from(self.forges);
        let signature = key.sign(&SystemRandom::new(), &signed).unwrap();
        json!({
            "id": encode(id),
            "client": encode(client.as_bytes()),
            "data": encode(&data),
            "signature": encode(signature.as_ref()),
            "user": encode(user),
            "nonce": asked["nonce"],
        })
        .to_string()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let host = Sha256::digest(self.host.as_bytes());
        [&host[..], &[flags], &self.count.to_be_bytes()].concat()
    }

    fn client(&self, asked: &Value, kind: &str) -> String {
        let kind = self.kind.unwrap_or(kind);
        json!({ "type": kind, "challenge": asked["challenge"], "origin": self.origin }).to_string()
    }
}
