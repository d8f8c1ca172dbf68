//! Public keys as devices write them: `COSE_Key` (RFC 9052 and 9053), a map in CBOR (RFC 8949).
//!
//! Of CBOR only what such a map of a key is made of is read: whole numbers and bytes of a stated length.

/// ECDSA with SHA-256 on P-256.
pub(super) const ES256: i32 = -7;

/// `EdDSA`; the curve is Ed25519.
pub(super) const EDDSA: i32 = -8;

/// RSASSA-PKCS1-v1_5 with SHA-256.
pub(super) const RS256: i32 = -257;

/// Entries of the largest map of a key.
const ENTRIES_MAX: u64 = 8;

/// The labels of a map, and the values that say which kind of key it is.
const KIND: i64 = 1;
const ALGORITHM: i64 = 3;
const OKP: i64 = 1;
const EC2: i64 = 2;
const RSA: i64 = 3;
const P256: i64 = 1;
const ED25519: i64 = 6;

/// A key of a kind that is asked for.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum PublicKey<'k> {
    /// A point of P-256, uncompressed.
    Es256([u8; 65]),
    /// A point of edwards25519.
    Ed25519(&'k [u8]),
    /// A modulus and an exponent.
    Rs256 { n: &'k [u8], e: &'k [u8] },
}

/// A value in a map of a key.
#[derive(Clone, Copy)]
enum Value<'k> {
    Number(i64),
    Bytes(&'k [u8]),
}

/// A key, and what stands behind it; `None` for anything else.
pub(super) fn read(bytes: &[u8]) -> Option<(PublicKey<'_>, &[u8])> {
    let (5, entries @ ..=ENTRIES_MAX, mut rest) = head(bytes)? else { return None };
    let mut map: Vec<(i64, Value<'_>)> = Vec::new();
    for _ in 0..entries {
        let (Value::Number(label), behind) = value(rest)? else { return None };
        let (found, behind) = value(behind)?;
        if map.iter().any(|(known, _)| *known == label) {
            return None;
        }
        map.push((label, found));
        rest = behind;
    }
    let find = |label| map.iter().find(|(known, _)| *known == label).map(|(_, value)| *value);
    let number = |label| match find(label)? {
        Value::Number(number) => Some(number),
        Value::Bytes(_) => None,
    };
    let bytes = |label| match find(label)? {
        Value::Bytes(bytes) => Some(bytes),
        Value::Number(_) => None,
    };
    let key = match (number(KIND)?, i32::try_from(number(ALGORITHM)?).ok()?) {
        (EC2, ES256) if number(-1)? == P256 => point(bytes(-2)?, bytes(-3)?)?,
        (OKP, EDDSA) if number(-1)? == ED25519 => {
            PublicKey::Ed25519(bytes(-2).filter(|x| x.len() == 32)?)
        }
        (RSA, RS256) => PublicKey::Rs256 { n: bytes(-1)?, e: bytes(-2)? },
        _ => return None,
    };
    Some((key, rest))
}

fn point<'k>(x: &[u8], y: &[u8]) -> Option<PublicKey<'k>> {
    let mut point = [4; 65];
    let (x_place, y_place) = point.get_mut(1..)?.split_at_mut(32);
    if x.len() != 32 || y.len() != 32 {
        return None;
    }
    x_place.copy_from_slice(x);
    y_place.copy_from_slice(y);
    Some(PublicKey::Es256(point))
}

fn value(bytes: &[u8]) -> Option<(Value<'_>, &[u8])> {
    let (kind, argument, rest) = head(bytes)?;
    let number = i64::try_from(argument).ok()?;
    match kind {
        0 => Some((Value::Number(number), rest)),
        1 => Some((Value::Number(-1 - number), rest)),
        2 => {
            let (bytes, rest) = rest.split_at_checked(usize::try_from(argument).ok()?)?;
            Some((Value::Bytes(bytes), rest))
        }
        _ => None,
    }
}

/// The major type, its argument, and what stands behind both.
fn head(bytes: &[u8]) -> Option<(u8, u64, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (kind, short) = (first >> 5, first & 0x1f);
    let size = match short {
        0..=23 => return Some((kind, short.into(), rest)),
        24 => 1,
        25 => 2,
        26 => 4,
        27 => 8,
        _ => return None,
    };
    let (argument, rest) = rest.split_at_checked(size)?;
    Some((kind, argument.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn es256() -> Vec<u8> {
        let mut key = vec![0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32];
        key.extend([7; 32]);
        key.extend([0x22, 0x58, 32]);
        key.extend([9; 32]);
        key
    }

    #[test]
    fn the_kinds_that_are_asked_for_are_read_and_no_other() {
        let mut key = es256();
        key.push(0xff);
        let (read_key, behind) = read(&key).unwrap();
        assert!(
            matches!(read_key, PublicKey::Es256(point) if point[..2] == [4, 7] && point[64] == 9)
        );
        assert_eq!(behind, [0xff]);
        let mut ed = vec![0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32];
        ed.extend([3; 32]);
        assert_eq!(read(&ed), Some((PublicKey::Ed25519(&[3; 32]), &[][..])));
        let rsa = [0xa4, 1, 3, 3, 0x39, 1, 0, 0x20, 0x42, 5, 6, 0x21, 0x43, 1, 0, 1];
        let expected = PublicKey::Rs256 { n: &[5, 6], e: &[1, 0, 1] };
        assert_eq!(read(&rsa), Some((expected, &[][..])));
        for (place, byte, what) in [
            (2, 1, "another kind of key"),
            (4, 0x27, "another algorithm"),
            (6, 2, "another curve"),
            (9, 31, "a short coordinate"),
            (0, 0xa4, "an entry less"),
            (0, 0xb8, "a map of another length"),
            (0, 0xbf, "a map without length"),
            (7, 0x22, "a label that stands there twice"),
            (8, 0x5b, "bytes without end"),
        ] {
            let mut key = es256();
            key[place] = byte;
            assert_eq!(read(&key), None, "{what}");
        }
    }

    #[test]
    fn a_key_that_is_cut_short_is_none() {
        let key = es256();
        for length in 0..key.len() {
            assert_eq!(read(&key[..length]), None, "{length} bytes");
        }
    }
}
