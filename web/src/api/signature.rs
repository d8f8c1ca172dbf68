//! How programs sign their requests.
//!
//! `Obole-Signature: key=<id>,t=<unix seconds>,v1=<hex>` where `v1` is HMAC-SHA256, keyed by the key's secret, of
//! five parts each followed by a line feed: `t`, the method, the path with its query, the `Idempotency-Key` (empty
//! where there is none), and the body. A signature is good for five minutes either way.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The header's name.
pub const HEADER: &str = "obole-signature";

/// How far the signer's clock may be off, in seconds.
pub const SKEW_S: i64 = 300;

/// What is signed.
#[derive(Clone, Copy)]
pub struct Signed<'a> {
    /// Seconds since 1970.
    pub t: i64,
    /// The method in capitals.
    pub method: &'a str,
    /// The path with its query.
    pub path: &'a str,
    /// The `Idempotency-Key`, or nothing.
    pub idempotency_key: &'a str,
    /// The body.
    pub body: &'a [u8],
}

/// A signature as it came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Header<'a> {
    /// The key's id.
    pub key: &'a str,
    /// Seconds since 1970.
    pub t: i64,
    /// The signature, in hexadecimal.
    pub v1: &'a str,
}

impl<'a> Header<'a> {
    /// Reads the header; `None` if a part is missing or said twice.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let (mut key, mut t, mut v1) = (None, None, None);
        for part in text.split(',') {
            let (name, value) = part.trim().split_once('=')?;
            let place = match name {
                "key" => &mut key,
                "t" => &mut t,
                "v1" => &mut v1,
                // Later schemes may stand beside this one.
                _ => continue,
            };
            if place.replace(value).is_some() {
                return None;
            }
        }
        Some(Self { key: key?, t: t?.parse().ok()?, v1: v1? })
    }
}

impl Signed<'_> {
    fn mac(&self, secret: &[u8]) -> Hmac<Sha256> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes a key of any length");
        let t = self.t.to_string();
        for part in [t.as_str(), self.method, self.path, self.idempotency_key] {
            mac.update(part.as_bytes());
            mac.update(b"\n");
        }
        mac.update(self.body);
        mac.update(b"\n");
        mac
    }

    /// The header for these parts.
    #[must_use]
    pub fn header(&self, key: &str, secret: &[u8]) -> String {
        let digest = self.mac(secret).finalize().into_bytes();
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("key={key},t={},v1={hex}", self.t)
    }

    /// Whether `v1` is the signature of these parts; takes the same time for every wrong one.
    #[must_use]
    pub fn is_signed(&self, v1: &str, secret: &[u8]) -> bool {
        unhex(v1).is_some_and(|digest| self.mac(secret).verify_slice(&digest).is_ok())
    }
}

/// 32 bytes from 64 hexadecimal digits.
fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        let digit = |c: u8| char::from(c).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNED: Signed<'_> = Signed {
        t: 1_800_000_000,
        method: "POST",
        path: "/v1/posts",
        idempotency_key: "a1",
        body: b"{}",
    };

    #[test]
    fn any_change_breaks_the_signature() {
        let header = SIGNED.header("key_1", b"secret");
        let read = Header::parse(&header).unwrap();
        assert_eq!((read.key, read.t), ("key_1", 1_800_000_000));
        assert!(SIGNED.is_signed(read.v1, b"secret"));
        for changed in [
            Signed { t: 1_800_000_001, ..SIGNED },
            Signed { method: "GET", ..SIGNED },
            Signed { path: "/v1/post", ..SIGNED },
            Signed { idempotency_key: "a2", ..SIGNED },
            Signed { body: b"{} ", ..SIGNED },
        ] {
            assert!(!changed.is_signed(read.v1, b"secret"));
        }
        assert!(!SIGNED.is_signed(read.v1, b"other"));
    }

    #[test]
    fn a_header_has_each_part_once() {
        for wrong in ["", "key=a", "key=a,t=x,v1=00", "key=a,t=1,v1=00,t=2", "key=a;t=1;v1=0"] {
            assert_eq!(Header::parse(wrong), None, "{wrong}");
        }
        assert!(Header::parse("key=a, t=1, v2=zz, v1=00").is_some());
        for short in ["00", "zz", &"g".repeat(64)] {
            assert!(!SIGNED.is_signed(short, b"secret"));
        }
    }
}
