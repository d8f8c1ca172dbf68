//! What a statement is given and what it gives, in the four types that both engines share.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Error, Result};

/// A value in a row, or bound to a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ValueRef<'a> {
    /// Nothing.
    Null,
    /// A number; `0` and `1` where it is a yes or no.
    Integer(i64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
}

/// The same, owned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// A number.
    Integer(i64),
    /// A text.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

impl Value {
    pub(crate) fn as_ref(&self) -> ValueRef<'_> {
        match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }
    }
}

impl From<ValueRef<'_>> for Value {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            ValueRef::Text(text) => Self::Text(text.to_owned()),
            ValueRef::Blob(bytes) => Self::Blob(bytes.to_vec()),
        }
    }
}

impl<'a> ValueRef<'a> {
    /// The text, which must be one.
    pub(crate) fn as_str(self) -> Result<&'a str> {
        match self {
            Self::Text(text) => Ok(text),
            other => Err(Error::other(Mismatch::new(other, "a text"))),
        }
    }

    /// The text, or nothing.
    pub(crate) fn as_str_or_null(self) -> Result<Option<&'a str>> {
        if self == Self::Null { Ok(None) } else { self.as_str().map(Some) }
    }
}

/// A value of another type than the one that is read.
#[derive(Debug, thiserror::Error)]
#[error("{found} stands where {expected} should be")]
pub(crate) struct Mismatch {
    found: &'static str,
    expected: &'static str,
}

impl Mismatch {
    fn new(found: ValueRef<'_>, expected: &'static str) -> Self {
        let found = match found {
            ValueRef::Null => "nothing",
            ValueRef::Integer(_) => "a number",
            ValueRef::Text(_) => "a text",
            ValueRef::Blob(_) => "bytes",
        };
        Self { found, expected }
    }
}

/// A type that a column can be read as.
pub(crate) trait Column: Sized {
    /// Reads it; anything that does not fit is an error, never a guess.
    fn read(value: ValueRef<'_>) -> std::result::Result<Self, Mismatch>;
}

impl<T: Column> Column for Option<T> {
    fn read(value: ValueRef<'_>) -> std::result::Result<Self, Mismatch> {
        if value == ValueRef::Null { Ok(None) } else { T::read(value).map(Some) }
    }
}

impl Column for bool {
    fn read(value: ValueRef<'_>) -> std::result::Result<Self, Mismatch> {
        match value {
            ValueRef::Integer(number) => Ok(number != 0),
            other => Err(Mismatch::new(other, "a yes or no")),
        }
    }
}

impl Column for Vec<u8> {
    fn read(value: ValueRef<'_>) -> std::result::Result<Self, Mismatch> {
        match value {
            ValueRef::Blob(bytes) => Ok(bytes.to_vec()),
            other => Err(Mismatch::new(other, "bytes")),
        }
    }
}

impl<const N: usize> Column for [u8; N] {
    fn read(value: ValueRef<'_>) -> std::result::Result<Self, Mismatch> {
        match value {
            ValueRef::Blob(bytes) => bytes.try_into().map_err(|_| Mismatch {
                found: "bytes",
                expected: "as many bytes as an id or a hash has",
            }),
            other => Err(Mismatch::new(other, "bytes")),
        }
    }
}

impl Column for Value {
    fn read(value: ValueRef<'_>) -> std::result::Result<Self, Mismatch> {
        Ok(value.into())
    }
}

/// A type that can be bound to a statement.
pub(crate) trait Param {
    /// What is bound.
    fn value(&self) -> ValueRef<'_>;
}

impl<T: Param + ?Sized> Param for &T {
    fn value(&self) -> ValueRef<'_> {
        (**self).value()
    }
}

impl<T: Param> Param for Option<T> {
    fn value(&self) -> ValueRef<'_> {
        self.as_ref().map_or(ValueRef::Null, Param::value)
    }
}

impl Param for bool {
    fn value(&self) -> ValueRef<'_> {
        ValueRef::Integer(i64::from(*self))
    }
}

impl Param for Value {
    fn value(&self) -> ValueRef<'_> {
        self.as_ref()
    }
}

impl Param for [u8] {
    fn value(&self) -> ValueRef<'_> {
        ValueRef::Blob(self)
    }
}

impl Param for Vec<u8> {
    fn value(&self) -> ValueRef<'_> {
        ValueRef::Blob(self)
    }
}

impl<const N: usize> Param for [u8; N] {
    fn value(&self) -> ValueRef<'_> {
        ValueRef::Blob(self)
    }
}

macro_rules! texts {
    ($($text:ty: $make:expr),*) => {$(
        impl Param for $text {
            fn value(&self) -> ValueRef<'_> {
                ValueRef::Text(self)
            }
        }
    )*
    $(
        impl Column for $text where Self: Sized {
            fn read(value: ValueRef<'_>) -> std::result::Result<Self, Mismatch> {
                match value {
                    ValueRef::Text(text) => Ok($make(text)),
                    other => Err(Mismatch::new(other, "a text")),
                }
            }
        }
    )*};
}
impl Param for Cow<'_, str> {
    fn value(&self) -> ValueRef<'_> {
        ValueRef::Text(self)
    }
}

texts!(String: str::to_owned, Box<str>: Box::from, Arc<str>: Arc::from);

impl Param for str {
    fn value(&self) -> ValueRef<'_> {
        ValueRef::Text(self)
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Param for $number {
            fn value(&self) -> ValueRef<'_> {
                ValueRef::Integer(i64::from(*self))
            }
        }

        impl Column for $number {
            fn read(value: ValueRef<'_>) -> std::result::Result<Self, Mismatch> {
                match value {
                    ValueRef::Integer(number) => Self::try_from(number)
                        .map_err(|_| Mismatch { found: "a number", expected: "a smaller one" }),
                    other => Err(Mismatch::new(other, "a number")),
                }
            }
        }
    )*};
}
numbers!(i64, i32, i16, i8, u32, u16, u8);
