//! The operator's key: where it comes from, and which one a database was sealed with.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use crate::sql::{self, Connection};

use chacha20poly1305::KeyInit;
use domain::merkle::{hex, parse_hex};
use sha2::{Digest, Sha256};

use super::{Cipher, KEY_BYTES, Vault};

/// The key's file in a database's folder, where no other place was named.
pub const KEY_FILE: &str = "obole.key";

/// Bytes of a fingerprint: enough to tell keys apart.
const FINGERPRINT_BYTES: usize = 8;

const FINGERPRINT: &str = "SELECT fingerprint FROM vault WHERE one = 1";

pub(super) const SET_FINGERPRINT: &str = "UPDATE vault SET fingerprint = $1 WHERE one = 1";

/// What tells a key apart from others and says nothing about it.
pub(super) type Fingerprint = [u8; FINGERPRINT_BYTES];

/// The key that wraps every member's key: 32 bytes, in a file or the environment as 64 hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub struct OperatorKey([u8; KEY_BYTES]);

/// Where the operator's key comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum KeySource {
    /// The file [`KEY_FILE`] in the database's folder. A database without key gets one there.
    #[default]
    Beside,
    /// This file. A database without key gets one there.
    File(PathBuf),
    /// This key.
    Given(OperatorKey),
}

/// Why a database's texts cannot be opened. Nothing was lost or changed.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// There is no key where it was looked for.
    #[error(
        "the operator key {fingerprint} is missing: {file} is not there. Nothing is lost: put the key back there, \
         or name its file as key_file"
    )]
    Missing {
        /// Which key the database was sealed with.
        fingerprint: String,
        /// Where it was looked for.
        file: PathBuf,
    },
    /// The key is another one.
    #[error(
        "this database was sealed with the operator key {needed}, and {given} was given. Nothing is lost: give the \
         key that it was sealed with"
    )]
    Wrong {
        /// Which key the database was sealed with.
        needed: String,
        /// Which one was given.
        given: String,
    },
    /// The database has no key yet, and nobody may change it now.
    #[error("the texts of this database are not sealed yet; open it once with `obole serve`")]
    NotSealed,
    /// What should be a key is none.
    #[error("{0} holds no operator key, which is 64 hexadecimal digits")]
    NoKey(String),
    /// The file cannot be read or made.
    #[error("cannot use the key file {file}")]
    File {
        /// Which.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The database went away at the end of a change of keys.
    #[error(
        "the database went away before it said whether the operator key {new} counts now. Nothing is lost: keep the \
         old key and the new one, and ask again when it is back; whoever opens it says which one it needs"
    )]
    Unclear {
        /// The new key.
        new: String,
    },
    /// The key was changed while a node had the old one.
    #[error(
        "the operator key was changed while this node served; nothing was written by the old one. Give it the new \
         key and start it again"
    )]
    Changed,
    /// A member's key cannot be unwrapped.
    #[error("the wrapped key number {0} is damaged; restore a backup")]
    Damaged(i64),
    /// The database failed.
    #[error("cannot read or write the keys")]
    Database(#[from] sql::Error),
}

impl fmt::Debug for OperatorKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OperatorKey({})", self.fingerprint())
    }
}

impl OperatorKey {
    /// A new key.
    ///
    /// # Errors
    /// If the system has no chance to give.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut key = [0; KEY_BYTES];
        getrandom::fill(&mut key)?;
        Ok(Self(key))
    }

    /// Reads 64 hexadecimal digits; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        parse_hex(text.trim()).map(Self)
    }

    /// Reads a key's file.
    ///
    /// # Errors
    /// [`KeyError::File`] or [`KeyError::NoKey`], neither of which says what is in it.
    pub fn read(file: &Path) -> Result<Self, KeyError> {
        let text = fs::read_to_string(file).map_err(unusable(file))?;
        Self::parse(&text).ok_or_else(|| KeyError::NoKey(file.display().to_string()))
    }

    /// What the key is called: it tells keys apart and says nothing about them.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        hex(&self.mark())
    }

    pub(super) fn mark(&self) -> Fingerprint {
        let mut hash = Sha256::new();
        hash.update(b"obole operator key");
        hash.update(self.0);
        let hash: [u8; 32] = hash.finalize().into();
        hash.first_chunk().copied().unwrap_or_default()
    }

    pub(super) fn cipher(&self) -> Cipher {
        Cipher::new(&self.0.into())
    }

    /// Writes the key into a new file that its user alone may read; it is on disk when this returns.
    ///
    /// # Errors
    /// [`KeyError::File`], also if there is something of this name.
    pub fn write(&self, file: &Path) -> Result<(), KeyError> {
        let write = || -> io::Result<()> {
            let mut out = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
            writeln!(out, "{}", hex(&self.0))?;
            out.sync_all()?;
            sync_folder(file)
        };
        write().map_err(unusable(file))
    }
}

pub(super) fn unusable(file: &Path) -> impl FnOnce(io::Error) -> KeyError + use<'_> {
    move |source| KeyError::File { file: file.to_owned(), source }
}

/// Makes the names of a file's folder survive a power cut.
pub(super) fn sync_folder(file: &Path) -> io::Result<()> {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    File::open(parent.unwrap_or(Path::new(".")))?.sync_all()
}

/// Where a new key waits until every member's key is wrapped by it.
pub(super) fn coming(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

impl KeySource {
    /// The file it means for the database of `folder`, if it is one.
    #[must_use]
    pub fn file(&self, folder: &Path) -> Option<PathBuf> {
        match self {
            Self::Beside => Some(folder.join(KEY_FILE)),
            Self::File(file) => Some(file.clone()),
            Self::Given(_) => None,
        }
    }

    /// The key that opens a database with this fingerprint.
    pub(super) fn find(&self, folder: &Path, needed: Fingerprint) -> Result<OperatorKey, KeyError> {
        let fits = |key: &OperatorKey| key.mark() == needed;
        let wrong = |given: &OperatorKey| KeyError::Wrong {
            needed: hex(&needed),
            given: given.fingerprint(),
        };
        let file = match self {
            Self::Given(key) if fits(key) => return Ok(key.clone()),
            Self::Given(key) => return Err(wrong(key)),
            Self::Beside => folder.join(KEY_FILE),
            Self::File(file) => file.clone(),
        };
        let found = read_if_there(&file)?;
        if let Some(key) = found.as_ref().filter(|key| fits(key)) {
            return Ok(key.clone());
        }
        // A change of keys that was cut short after its commit has left the new key here.
        if let Some(key) = read_if_there(&coming(&file)).ok().flatten().filter(fits) {
            return Ok(key);
        }
        Err(match found {
            Some(key) => wrong(&key),
            None => KeyError::Missing { fingerprint: hex(&needed), file },
        })
    }

    /// The key for a database that has none yet; one that is made is on disk when this returns.
    fn make(&self, folder: &Path) -> Result<OperatorKey, KeyError> {
        let Some(file) = self.file(folder) else {
            return match self {
                Self::Given(key) => Ok(key.clone()),
                Self::Beside | Self::File(_) => Err(KeyError::NotSealed),
            };
        };
        if let Some(key) = read_if_there(&file)? {
            return Ok(key);
        }
        let key = OperatorKey::new()
            .map_err(|error| unusable(&file)(io::Error::other(error.to_string())))?;
        key.write(&file)?;
        Ok(key)
    }
}

fn read_if_there(file: &Path) -> Result<Option<OperatorKey>, KeyError> {
    match OperatorKey::read(file) {
        Ok(key) => Ok(Some(key)),
        Err(KeyError::File { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Which key a database was sealed with, if it is.
pub(super) fn needed(conn: &Connection) -> Result<Option<Fingerprint>, KeyError> {
    Ok(conn.query_row(FINGERPRINT, [], |row| row.get(0))?)
}

impl Vault {
    /// Opens the vault of a database; one that has no key yet gets it. Gives the file too, if one was made for it.
    pub(crate) fn open_or_make(
        conn: &Connection,
        folder: &Path,
        source: &KeySource,
    ) -> Result<(Self, Option<PathBuf>), KeyError> {
        let file = source.file(folder);
        if let Some(needed) = needed(conn)? {
            let key = source.find(folder, needed)?;
            finish_change(file, &key)?;
            return Ok((Self::new(&key), None));
        }
        let made = file.filter(|file| !file.exists());
        let key = source.make(folder)?;
        conn.execute(SET_FINGERPRINT, [key.mark()])?;
        Ok((Self::new(&key), made))
    }

    /// Opens the vault of a database to look at it.
    pub(crate) fn open_read(
        conn: &Connection,
        folder: &Path,
        source: &KeySource,
    ) -> Result<Self, KeyError> {
        let needed = needed(conn)?.ok_or(KeyError::NotSealed)?;
        Ok(Self::new(&source.find(folder, needed)?))
    }
}

/// Gives the new key the old one's name where a change of keys was cut short before that.
fn finish_change(file: Option<PathBuf>, key: &OperatorKey) -> Result<(), KeyError> {
    let Some(file) = file else { return Ok(()) };
    let new = coming(&file);
    if read_if_there(&new)?.as_ref() == Some(key) {
        fs::rename(&new, &file).and_then(|()| sync_folder(&file)).map_err(unusable(&file))?;
    }
    Ok(())
}
