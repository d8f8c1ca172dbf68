//! The operator's key for seals: Ed25519 (RFC 8032). The file holds the secret's 64 hexadecimal digits.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use domain::merkle::{Hash, hex, parse_hex};
use domain::seal::signed_bytes;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

/// A key that signs seals.
pub(crate) struct SealKey(SigningKey);

/// A key that tells whether a seal was signed.
#[derive(Clone, Debug)]
pub(crate) struct PublicKey(VerifyingKey);

impl SealKey {
    /// Reads a key from its file.
    ///
    /// # Errors
    /// A sentence that names the file, and never what is in it.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(path)
            .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        let secret = parse_hex(text.trim()).ok_or_else(|| {
            format!("{} holds no key; obole admin seal-key FILE makes one", path.display())
        })?;
        Ok(Self(SigningKey::from_bytes(&secret)))
    }

    /// Makes a key in a new file that its user alone may read; gives the key that is there if there is one.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub(crate) fn make(path: &Path) -> Result<Self, String> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|error| format!("no chance to be had: {error}"))?;
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        let written = match file {
            Ok(mut file) => writeln!(file, "{}", hex(&secret)).and_then(|()| file.sync_all()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Self::read(path),
            Err(error) => Err(error),
        };
        written.map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        Ok(Self(SigningKey::from_bytes(&secret)))
    }

    /// The public key's 64 hexadecimal digits.
    pub(crate) fn public(&self) -> String {
        hex(self.0.verifying_key().as_bytes())
    }

    /// The signature over a seal's hash, in 128 hexadecimal digits.
    pub(crate) fn sign(&self, hash: &Hash) -> String {
        hex(&self.0.sign(&signed_bytes(hash)).to_bytes())
    }
}

impl PublicKey {
    /// Reads a public key.
    ///
    /// # Errors
    /// A sentence for anything that is none.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let bytes: Option<[u8; 32]> = parse_hex(text);
        let key = bytes.and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
        key.map(Self).ok_or_else(|| format!("{text:?} is no public key of 64 hexadecimal digits"))
    }

    /// Whether `signature` is this key's over a seal's hash.
    pub(crate) fn signed(&self, hash: &Hash, signature: &str) -> bool {
        let signature = parse_hex(signature).map(|bytes| Signature::from_bytes(&bytes));
        signature
            .is_some_and(|signature| self.0.verify_strict(&signed_bytes(hash), &signature).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032, section 7.1, test 1: the key; what it signs here is a seal's hash, so the signature is our own.
    #[test]
    fn a_signature_holds_for_its_hash_and_key_alone() {
        let secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let key = SealKey(SigningKey::from_bytes(&parse_hex(secret).unwrap()));
        let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        assert_eq!(key.public(), public);
        let (hash, signature) = ([5; 32], key.sign(&[5; 32]));
        let public = PublicKey::parse(public).unwrap();
        assert!(public.signed(&hash, &signature));
        assert!(!public.signed(&[6; 32], &signature));
        assert!(!public.signed(&hash, &signature.replace('a', "b")));
        assert!(!public.signed(&hash, ""));
        let other = PublicKey::parse(&SealKey(SigningKey::from_bytes(&[1; 32])).public()).unwrap();
        assert!(!other.signed(&hash, &signature));
        assert!(PublicKey::parse("d75a").is_err());
    }
}
