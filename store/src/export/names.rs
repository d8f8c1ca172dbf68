//! Accounts by handle where that names one member only and cannot break a format, by id otherwise.

use domain::id::MemberId;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::readers::Reader;
use crate::sql::{self, OptionalExtension};

/// Names that are kept in memory at once.
const NAMES_MAX: usize = 100_000;

/// Longest handle that names an account, in bytes.
const NAME_BYTES_MAX: usize = 40;

const HANDLE: &str =
    "SELECT h.name FROM member m JOIN handle h ON h.member = m.id AND h.network = m.home
     WHERE m.id = $1 ORDER BY h.stable_id LIMIT 1";

const AMBIGUOUS: &str =
    "SELECT lower(name) FROM handle GROUP BY lower(name) HAVING count(DISTINCT member) > 1";

/// Names members in an export.
pub(super) struct Names<'a> {
    reader: &'a Reader,
    known: FxHashMap<MemberId, String>,
    ambiguous: FxHashSet<String>,
}

impl<'a> Names<'a> {
    pub(super) fn new(reader: &'a Reader) -> sql::Result<Self> {
        reader.read_all()?;
        let ambiguous = reader.list(AMBIGUOUS, [], |row| row.get(0))?;
        Ok(Self { reader, known: FxHashMap::default(), ambiguous: ambiguous.into_iter().collect() })
    }

    /// The member's handle, or the id.
    pub(super) fn name(&mut self, member: MemberId) -> sql::Result<String> {
        if let Some(name) = self.known.get(&member) {
            return Ok(name.clone());
        }
        let handle: Option<String> =
            self.reader.one(HANDLE, [member.bytes()], |row| row.get(0)).optional()?;
        let name = match handle {
            Some(handle) if plain(&handle) && !self.ambiguous.contains(&handle) => handle,
            Some(_) | None => member.to_string(),
        };
        if self.known.len() >= NAMES_MAX {
            self.known.clear();
        }
        self.known.insert(member, name.clone());
        Ok(name)
    }
}

/// Whether a handle is nothing but lower case ASCII letters, digits and `_`, begins with a letter, and cannot be
/// taken for an id.
fn plain(handle: &str) -> bool {
    handle.len() <= NAME_BYTES_MAX
        && handle.starts_with(|first: char| first.is_ascii_lowercase())
        && handle.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && MemberId::parse(handle).is_none()
}
