//! Identifiers: UUIDv7 (RFC 9562), shown with a prefix that says what they name.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::member::Network;
use crate::time::Timestamp;

/// Crockford's base 32, lower case.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Characters of an id after its prefix: 26 × 5 bits hold 128.
const TEXT_CHARS: usize = 26;

/// A source of ids for one request: the instant and the chance come in, the rest counts up.
#[derive(Clone, Debug)]
pub struct Ids {
    next: u128,
}

impl Ids {
    /// Ids of the millisecond of `now`; `random` keeps two requests of one millisecond apart.
    #[must_use]
    pub fn new(now: Timestamp, random: u128) -> Self {
        let millis = u128::from(u64::try_from(now.0 / 1000).unwrap_or(0)) & 0xffff_ffff_ffff;
        let rand_a = (random >> 64) & 0xfff;
        // The two top bits of the clock half of rand_b stay clear, so that counting up never carries out.
        let rand_b = random & 0x1fff_ffff_ffff_ffff;
        Self { next: millis << 80 | 0x7 << 76 | rand_a << 64 | 0b10 << 62 | rand_b }
    }

    /// The next id.
    pub fn take(&mut self) -> u128 {
        let id = self.next;
        self.next = id.wrapping_add(1);
        id
    }
}

/// 128 bits as 26 letters and digits of Crockford's base 32.
#[must_use]
pub fn shown(id: u128) -> String {
    (0..TEXT_CHARS)
        .rev()
        .map(|index| char::from(ALPHABET[usize::try_from((id >> (5 * index)) & 31).unwrap_or(0)]))
        .collect()
}

fn write_text(f: &mut fmt::Formatter<'_>, prefix: &str, id: u128) -> fmt::Result {
    write!(f, "{prefix}_{}", shown(id))
}

fn parse_text(prefix: &str, text: &str) -> Option<u128> {
    parse_digits(text.strip_prefix(prefix)?.strip_prefix('_')?)
}

/// Reads what [`shown`] writes; `None` for anything else.
fn parse_digits(digits: &str) -> Option<u128> {
    if digits.len() != TEXT_CHARS || digits.as_bytes()[0] > b'7' {
        return None;
    }
    digits.bytes().try_fold(0, |id: u128, byte| {
        let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
        Some(id << 5 | u128::try_from(digit).ok()?)
    })
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u128);

        impl $name {
            /// Reads the shown form; `None` for anything else.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                parse_text($prefix, text).map(Self)
            }

            /// The sixteen bytes that are stored; they sort as the id does.
            #[must_use]
            pub const fn bytes(self) -> [u8; 16] {
                self.0.to_be_bytes()
            }

            /// The id with these stored bytes.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(u128::from_be_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_text(f, $prefix, self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_text(f, $prefix, self.0)
            }
        }
    };
}

id!(
    /// Names a member.
    MemberId,
    "mem"
);
id!(
    /// Names a payment.
    PaymentId,
    "pay"
);
id!(
    /// Names a bill: money that one member asks of another.
    BillId,
    "bill"
);
id!(
    /// Names a schedule: payments on days to come.
    ScheduleId,
    "sched"
);
id!(
    /// Names money that arrived and waits for its owner.
    SuspenseId,
    "sus"
);
id!(
    /// Names a request by where it came from and what it was called there.
    RequestKey,
    "req"
);

impl RequestKey {
    /// The name of the request that a network's message makes: 128 bits of SHA-256.
    #[must_use]
    pub fn of_post(network: Network, post: &str) -> Self {
        Self::of(&["post", network.name(), post])
    }

    /// The name of a request by the parts that make it one of a kind: 128 bits of SHA-256.
    ///
    /// Where the last part ends with an id that says its millisecond, the name begins with that, and 80 bits are of
    /// the hash. Names of one time then stand side by side in the database, however many were kept before.
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part);
            hash.update([0]);
        }
        let digest = hash.finalize();
        let (half, _) = digest.split_at(16);
        let hash = u128::from_be_bytes(half.try_into().expect("16 of 32 bytes"));
        let millis = parts.last().and_then(|part| millis(part));
        Self(millis.map_or(hash, |millis| millis << 80 | hash & ((1 << 80) - 1)))
    }
}

/// The millisecond that the id at the end of a text says: one of ours, a ULID, or a UUID of version 7 (RFC 9562).
fn millis(text: &str) -> Option<u128> {
    let end = |chars: usize| text.len().checked_sub(chars).and_then(|from| text.get(from..));
    if let Some((high, rest)) = end(36).and_then(|uuid| uuid.split_once('-'))
        && let Some((low, rest)) = rest.split_once('-')
        && (high.len(), low.len()) == (8, 4)
        && rest.starts_with('7')
    {
        return u128::from_str_radix(&format!("{high}{low}"), 16).ok();
    }
    let id = end(TEXT_CHARS)?.to_ascii_lowercase();
    parse_digits(&id).map(|id| id >> 80)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_are_version_7_and_count_up() {
        let mut ids = Ids::new(Timestamp(1_700_000_000_123_456), u128::MAX);
        let (first, second) = (ids.take(), ids.take());
        assert_eq!(first >> 80, 1_700_000_000_123);
        assert_eq!((first >> 76) & 0xf, 7);
        assert_eq!((first >> 62) & 0b11, 0b10);
        assert_eq!(second, first + 1);
    }

    #[test]
    fn names_of_requests_stand_in_the_order_of_the_ids_they_are_made_of() {
        let at = |millis: i64| Ids::new(Timestamp(millis * 1000), 7).take();
        let of = |text: &str| RequestKey::of(&["pay", text]);
        let day = 1_700_000_000_123;
        let ours = shown(at(day));
        for (text, says) in [
            (ours.clone(), true),
            (format!("post_{ours}"), true),
            (format!("key-{}", ours.to_uppercase()), true),
            ("key-018bcfe5-687b-7abc-8def-0123456789ab".to_owned(), true),
            ("018BCFE5-687B-7ABC-8DEF-0123456789AB".to_owned(), true),
            ("018bcfe5-687b-4abc-8def-0123456789ab".to_owned(), false),
            (format!("{ours}-1"), false),
            (format!("{ours}é"), false),
            ("order-8".to_owned(), false),
            (String::new(), false),
        ] {
            assert_eq!(of(&text).0 >> 80 == u128::try_from(day).unwrap(), says, "{text}");
        }
        assert!(of(&shown(at(day))) < of(&shown(at(day + 1))));
        assert_ne!(of(&ours), RequestKey::of(&["cancel", &ours]));
        let post = |key: RequestKey| {
            RequestKey::of_post(Network::SQUARE, &format!("post_{}", shown(key.0)))
        };
        assert_eq!(post(of(&ours)).0 >> 80, of(&ours).0 >> 80);
    }

    proptest! {
        #[test]
        fn the_shown_form_reads_back(id: u128) {
            let text = PaymentId(id).to_string();
            prop_assert_eq!(PaymentId::parse(&text), Some(PaymentId(id)));
            prop_assert_eq!(MemberId::parse(&text), None);
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = PaymentId::parse(&text);
            let _ = RequestKey::of(&[&text]);
        }
    }
}
