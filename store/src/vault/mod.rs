//! Encryption at rest: texts that people or programs wrote are sealed under a key per member, which the operator's key
//! wraps.
//!
//! A sealed value names its key by number and holds for its column and row alone. Text columns keep it in base64,
//! because a column's type cannot be changed. Statements read it with [`sealed!`], writers make it with a [`Sealer`],
//! and [`COLUMNS`] lists every column, for proving and for what older programs wrote.

mod convert;
mod erase;
mod key;
mod rotate;
mod sealer;

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, Tag, XChaCha20Poly1305, XNonce};
use domain::id::MemberId;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::{Value as SqliteValue, ValueRef as SqliteRef};

use crate::sql::{self, Connection, Value, ValueRef};

pub(crate) use self::convert::{is_complete, seal_all};
pub use self::key::{KEY_FILE, KeyError, KeySource, OperatorKey};
pub use self::rotate::{Rotated, rotate, rotate_on_server};
pub(crate) use self::sealer::Sealer;
#[cfg(test)]
pub(crate) use self::sealer::{DESTROY, FIND, INSERT};

/// What stands in place of a text whose key was destroyed.
pub const ERASED: &str = "(effacé · erased)";

/// Whose key seals what belongs to no member.
pub(crate) const HOUSE: MemberId = MemberId(0);

/// The first byte of everything sealed here; another way of sealing gets another one.
const VERSION: u8 = 1;

/// The version and the number of the key.
const HEAD_BYTES: usize = 1 + size_of::<u32>();

const NONCE_BYTES: usize = 24;

const TAG_BYTES: usize = 16;

/// Bytes of a key.
const KEY_BYTES: usize = 32;

/// What a wrapped key is bound to.
const WRAPPING: &[u8] = b"member_key.wrapped";

/// Reads a sealed column: what it is sealed for, the column, and the column that names its row; whether it has bytes.
macro_rules! sealed {
    ($of:literal, $column:literal, $row:literal) => {
        $crate::vault::sealed!($of, $column, $row, "key_of(")
    };
    ($of:literal, $column:literal, $row:literal, bytes) => {
        $crate::vault::sealed!($of, $column, $row, "key_of_bytes(")
    };
    ($of:literal, $column:literal, $row:literal, $key_of:literal) => {
        concat!(
            "reveal(",
            $column,
            ", (SELECT k.wrapped FROM member_key k WHERE k.number = ",
            $key_of,
            $column,
            ")), '",
            $of,
            "', ",
            $row,
            ")"
        )
    };
}
pub(crate) use sealed;

/// A column that is sealed.
pub(crate) struct Column {
    /// What its values are sealed for; the table's and the column's name, unless rows move between tables.
    pub(crate) of: &'static str,
    /// Its table.
    pub(crate) table: &'static str,
    /// Its name.
    pub(crate) name: &'static str,
    /// The table's primary key, in whose order rows are walked.
    pub(crate) key: &'static str,
    /// What names the row its values are sealed for, and is known before the row is written.
    pub(crate) row: &'static str,
    /// Whose key seals it; nobody's is the house's.
    owner: &'static str,
}

impl Column {
    /// Whether its values are bytes, not text.
    pub(crate) fn has_bytes(&self) -> bool {
        matches!(self.of, "webhook.secret" | "webhook.old_secret" | "api_key.secret")
    }
}

macro_rules! column {
    ($table:literal . $name:literal, $key:literal, $row:literal, $owner:literal) => {
        column!(concat!($table, ".", $name), $table.$name, $key, $row, $owner)
    };
    ($of:expr, $table:literal . $name:literal, $key:literal, $row:literal, $owner:literal) => {
        Column { of: $of, table: $table, name: $name, key: $key, row: $row, owner: $owner }
    };
}

/// Every sealed column. What an older database has of them is sealed in this order, so a new one comes last; one that
/// comes after the first release with keys is sealed from its first row on.
pub(crate) static COLUMNS: &[Column] = &[
    column!("member"."name", "id", "id", "id"),
    column!("member"."about", "id", "id", "id"),
    column!("member"."frozen_reason", "id", "id", "id"),
    column!("pin"."hash", "member", "member", "member"),
    column!("payment"."memo", "id", "id", "payer"),
    column!("payment"."payee_name", "id", "id", "payer"),
    column!("bill"."memo", "id", "id", "payee"),
    column!("top_up"."reference", "id", "id", "member"),
    column!(
        "post"."text",
        "number",
        "id",
        "coalesce(author, direct, (SELECT p.payer FROM payment p WHERE p.id = post.payment))"
    ),
    column!("done"."answer", "key", "key", "owner_of_answer(answer)"),
    column!("outbox"."body", "id", "id", "owner_of_message(body)"),
    column!("outbox.body", "dead_letter"."body", "id", "id", "owner_of_message(body)"),
    column!("webhook"."url", "id", "id", "member"),
    column!("webhook"."secret", "id", "id", "member"),
    column!("webhook"."old_secret", "id", "id", "member"),
    column!("webhook_delivery"."body", "id", "id", "owner_of_message(body)"),
    column!("api_key"."secret", "id", "id", "member"),
    column!("api_key"."label", "id", "id", "member"),
    column!("operator_act"."detail", "number", "at", "member"),
    column!("refund"."reason", "payment", "payment", "payee"),
    column!("schedule"."memo", "id", "id", "payer"),
    column!("suspense"."remitter", "id", "id", "NULL"),
    column!("suspense"."reference", "id", "id", "NULL"),
    column!("suspense"."reason", "id", "id", "NULL"),
    column!("passkey"."credential", "id", "id", "member"),
    column!("passkey"."name", "id", "id", "member"),
];

/// A key, ready for use.
type Cipher = XChaCha20Poly1305;

/// What opens sealed values: the operator's key.
pub(crate) struct Vault {
    operator: Cipher,
    /// Which key that is.
    mark: [u8; 8],
}

/// The row that a value is sealed for.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    /// By an id.
    Bytes(&'a [u8]),
    /// By a number or an instant.
    Number(i64),
    /// By a name.
    Name(&'a str),
}

impl<'a> From<&'a [u8; 16]> for Place<'a> {
    fn from(id: &'a [u8; 16]) -> Self {
        Self::Bytes(id)
    }
}

impl From<i64> for Place<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a str> for Place<'a> {
    fn from(name: &'a str) -> Self {
        Self::Name(name)
    }
}

impl<'a> Place<'a> {
    pub(crate) const fn of(value: ValueRef<'a>) -> Option<Self> {
        match value {
            ValueRef::Blob(bytes) => Some(Self::Bytes(bytes)),
            ValueRef::Integer(number) => Some(Self::Number(number)),
            ValueRef::Text(text) => Some(Self::Name(text)),
            ValueRef::Null => None,
        }
    }

    /// What a sealed value is bound to: its column, its key and its row.
    fn bound(self, of: &str, number: u32) -> Vec<u8> {
        let mut bound = Vec::with_capacity(64);
        bound.extend(of.as_bytes());
        bound.push(0);
        bound.extend(number.to_be_bytes());
        match self {
            Self::Bytes(bytes) => {
                bound.push(b'b');
                bound.extend(bytes);
            }
            Self::Number(number) => {
                bound.push(b'n');
                bound.extend(number.to_be_bytes());
            }
            Self::Name(name) => {
                bound.push(b't');
                bound.extend(name.as_bytes());
            }
        }
        bound
    }
}

/// A sealed value that cannot be opened.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub(crate) enum Unreadable {
    #[error("it is not sealed")]
    Plain,
    #[error("the key it is sealed under is not there")]
    NoKey,
    #[error("the key it is sealed under is damaged")]
    Key,
    #[error("it was not sealed for this row, or was changed")]
    Place,
}

/// Puts a nonce, the encrypted text and its tag behind what `out` holds.
fn encrypt(
    out: &mut Vec<u8>,
    cipher: &Cipher,
    nonce: [u8; NONCE_BYTES],
    bound: &[u8],
    plain: &[u8],
) -> Option<()> {
    out.extend(nonce);
    let start = out.len();
    out.extend(plain);
    let text = out.get_mut(start..)?;
    let tag = cipher.encrypt_inout_detached(&XNonce::from(nonce), bound, text.into()).ok()?;
    out.extend(tag);
    Some(())
}

/// What [`encrypt`] wrote, if it was for the same cipher and bound to the same.
fn decrypt(cipher: &Cipher, bound: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_first_chunk::<NONCE_BYTES>()?;
    let (text, tag) = rest.split_last_chunk::<TAG_BYTES>()?;
    let mut plain = text.to_vec();
    let (nonce, tag) = (XNonce::from(*nonce), Tag::from(*tag));
    cipher.decrypt_inout_detached(&nonce, bound, plain.as_mut_slice().into(), &tag).ok()?;
    Some(plain)
}

/// The number of the key and the rest of a sealed value.
fn split(sealed: &[u8]) -> Option<(u32, &[u8])> {
    let (head, rest) = sealed.split_first_chunk::<HEAD_BYTES>()?;
    let [VERSION, number @ ..] = *head else { return None };
    Some((u32::from_be_bytes(number), rest))
}

fn head(number: u32) -> [u8; HEAD_BYTES] {
    let [a, b, c, d] = number.to_be_bytes();
    [VERSION, a, b, c, d]
}

/// The bytes of a value of a sealed column.
fn bytes_of(value: ValueRef<'_>) -> Option<Vec<u8>> {
    match value {
        ValueRef::Text(text) => STANDARD_NO_PAD.decode(text).ok(),
        ValueRef::Blob(bytes) => Some(bytes.to_vec()),
        ValueRef::Null | ValueRef::Integer(_) => None,
    }
}

impl Vault {
    fn new(key: &OperatorKey) -> Self {
        Self { operator: key.cipher(), mark: key.mark() }
    }

    /// A member's key out of its wrapping.
    fn unwrap(&self, wrapped: &[u8]) -> Option<Cipher> {
        decrypt(&self.operator, WRAPPING, wrapped).and_then(|key| Cipher::new_from_slice(&key).ok())
    }

    /// Opens a sealed value; `None` if its key was destroyed.
    fn open(
        &self,
        sealed: &[u8],
        wrapped: ValueRef<'_>,
        of: &str,
        place: Place<'_>,
    ) -> Result<Option<Vec<u8>>, Unreadable> {
        let (number, rest) = split(sealed).ok_or(Unreadable::Plain)?;
        let ValueRef::Blob(wrapped) = wrapped else { return Err(Unreadable::NoKey) };
        if wrapped.is_empty() {
            return Ok(None);
        }
        let key = self.unwrap(wrapped).ok_or(Unreadable::Key)?;
        decrypt(&key, &place.bound(of, number), rest).map(Some).ok_or(Unreadable::Place)
    }

    /// A column's value as it was before it was sealed. What cannot be opened comes back as a value of another type,
    /// which no reader takes: an error here would say neither the table nor the row.
    pub(crate) fn reveal(
        &self,
        value: ValueRef<'_>,
        wrapped: ValueRef<'_>,
        of: &str,
        place: Option<Place<'_>>,
    ) -> Value {
        let is_text = match value {
            ValueRef::Text(text) if !text.is_empty() => true,
            ValueRef::Blob(bytes) if !bytes.is_empty() => false,
            other => return other.into(),
        };
        let opened = match (bytes_of(value), place) {
            (Some(sealed), Some(place)) => self.open(&sealed, wrapped, of, place),
            _ => Err(Unreadable::Plain),
        };
        let opened = opened.and_then(|plain| match plain {
            None if is_text => Ok(Value::Text(ERASED.to_owned())),
            None => Ok(Value::Null),
            Some(plain) if is_text => {
                String::from_utf8(plain).map(Value::Text).map_err(|_| Unreadable::Place)
            }
            Some(plain) => Ok(Value::Blob(plain)),
        });
        opened.unwrap_or_else(|error| {
            let why = error.to_string();
            if is_text { Value::Blob(why.into_bytes()) } else { Value::Text(why) }
        })
    }
}

/// Teaches a connection what [`sealed!`] says.
pub(crate) fn teach(conn: &Connection, vault: &Arc<Vault>) -> sql::Result<()> {
    if let Some(session) = conn.postgres() {
        session.teach(vault);
    }
    let Some(conn) = conn.sqlite() else { return Ok(()) };
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_INNOCUOUS;
    let vault = Arc::clone(vault);
    conn.create_scalar_function("reveal", 4, flags, move |ctx| {
        let of = ctx.get_raw(2).as_str()?;
        let place = Place::of(argument(ctx, 3));
        Ok(match vault.reveal(argument(ctx, 0), argument(ctx, 1), of, place) {
            Value::Null => SqliteValue::Null,
            Value::Integer(number) => SqliteValue::Integer(number),
            Value::Text(text) => SqliteValue::Text(text),
            Value::Blob(bytes) => SqliteValue::Blob(bytes),
        })
    })?;
    for name in ["key_of", "key_of_bytes"] {
        conn.create_scalar_function(name, 1, flags, |ctx| {
            let bytes = bytes_of(argument(ctx, 0));
            Ok(bytes.as_deref().and_then(split).map(|(number, _)| number))
        })?;
    }
    Ok(())
}

/// An argument of a function; one that is neither a number, a text nor bytes counts as nothing.
fn argument<'c>(ctx: &'c Context<'_>, index: usize) -> ValueRef<'c> {
    match ctx.get_raw(index) {
        SqliteRef::Integer(number) => ValueRef::Integer(number),
        SqliteRef::Text(text) => std::str::from_utf8(text).map_or(ValueRef::Null, ValueRef::Text),
        SqliteRef::Blob(bytes) => ValueRef::Blob(bytes),
        SqliteRef::Null | SqliteRef::Real(_) => ValueRef::Null,
    }
}
