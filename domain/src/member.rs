//! Members, their handles and their PIN.

use std::fmt;
use std::sync::Arc;

use crate::id::MemberId;
use crate::lang::Lang;
use crate::time::Timestamp;

/// A network by its short name: `square`, `matrix`, …
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Network([u8; Network::NAME_BYTES]);

impl Network {
    /// Longest name of a network, in bytes.
    const NAME_BYTES: usize = 16;

    /// The built-in network.
    pub const SQUARE: Self = Self(*b"square\0\0\0\0\0\0\0\0\0\0");

    /// Programs that are told what happens to payments.
    pub const WEBHOOK: Self = Self(*b"webhook\0\0\0\0\0\0\0\0\0");

    /// Reads a name of 1 to 16 ASCII letters, digits or hyphens.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let fits = (1..=Self::NAME_BYTES).contains(&name.len());
        let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (fits && plain).then(|| {
            let mut bytes = [0; Self::NAME_BYTES];
            bytes[..name.len()].copy_from_slice(name.as_bytes());
            Self(bytes)
        })
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(Self::NAME_BYTES);
        std::str::from_utf8(&self.0[..end]).expect("a network's name is ASCII")
    }
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a member is; limits, fees and words differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// An adult.
    Person,
    /// A minor, who has a guardian.
    Minor,
    /// A merchant: pays fees on what it receives.
    Merchant,
    /// A charity whose declaration the operator has recorded.
    Charity,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Person, Self::Minor, Self::Merchant, Self::Charity];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Minor => "minor",
            Self::Merchant => "merchant",
            Self::Charity => "charity",
        }
    }

    /// Reads the stable name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Why a member can neither pay nor be paid: who froze it, when and for what reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Freeze {
    /// When the operator froze the member.
    pub at: Timestamp,
    /// The operator's reason; never shown to others.
    pub reason: String,
}

/// Somebody with an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Who.
    pub id: MemberId,
    /// What.
    pub kind: Kind,
    /// The name they chose, as others see it.
    pub name: Arc<str>,
    /// The language of what we say to them.
    pub lang: Lang,
    /// How well the operator knows them: 0 (a handle only) to 3; limits depend on it.
    pub tier: u8,
    /// Where we write to them first.
    pub home: Network,
    /// Since when.
    pub created_at: Timestamp,
    /// Set while the operator has frozen the member.
    pub frozen: Option<Freeze>,
    /// The networks on which they want nothing from us but answers and what must be told.
    pub stopped: Vec<Network>,
}

/// A proven identity on a network.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handle {
    /// Where.
    pub network: Network,
    /// The network's stable user id; this is who it is.
    pub stable_id: String,
    /// The visible name without `@`, in lower case; a label only.
    pub name: String,
    /// Whose.
    pub member: MemberId,
    /// Since when.
    pub linked_at: Timestamp,
}

/// A member's PIN: the fallback for approval where no passkey is at hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pin {
    /// Whose.
    pub member: MemberId,
    /// The argon2id hash in PHC form.
    pub hash: String,
    /// When it was set; tells an old proof from a new one.
    pub set_at: Timestamp,
    /// Wrong tries since the last right one.
    pub wrong_count: u8,
}

impl Pin {
    /// Wrong tries that lock a PIN (RTS 2018/389, article 4(3)(b), allows at most five).
    pub const WRONG_MAX: u8 = 5;

    /// Whether too many wrong tries have locked it.
    #[must_use]
    pub const fn locked(&self) -> bool {
        self.wrong_count >= Self::WRONG_MAX
    }
}

/// Characters of the longest visible name.
pub const NAME_CHARS_MAX: usize = 60;

/// Shortest and longest handle of the square, in characters.
pub const HANDLE_CHARS: std::ops::RangeInclusive<usize> = 2..=30;

/// Whether a name can be a handle of the square: ASCII letters, digits and `_`, beginning with a letter.
///
/// One alphabet only, so that no two handles of the square look alike by mixing scripts.
#[must_use]
pub fn is_square_name(name: &str) -> bool {
    HANDLE_CHARS.contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
