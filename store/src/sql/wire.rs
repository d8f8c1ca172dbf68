//! Values on the way to PostgreSQL and back.

use std::error::Error as StdError;

use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use super::{Value, ValueRef};

/// A value on its way to the server.
#[derive(Debug)]
pub(super) struct Bind<'a>(pub(super) ValueRef<'a>);

impl ToSql for Bind<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self.0 {
            ValueRef::Null => Ok(IsNull::Yes),
            ValueRef::Integer(number) if *kind == Type::INT4 => {
                i32::try_from(number)?.to_sql(kind, out)
            }
            ValueRef::Integer(number) if *kind == Type::BOOL => (number != 0).to_sql(kind, out),
            ValueRef::Integer(number) if *kind == Type::INT8 => number.to_sql(kind, out),
            ValueRef::Text(text) if <&str as ToSql>::accepts(kind) => text.to_sql(kind, out),
            ValueRef::Blob(bytes) if *kind == Type::BYTEA => bytes.to_sql(kind, out),
            other => Err(format!("{other:?} does not fit into {kind}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        // Whether the value fits is known when it is written.
        true
    }

    to_sql_checked!();
}

/// A value that came from the server.
pub(super) enum Received {
    Plain(Value),
    /// A sealed one with what opens it: itself, its wrapped key, what it is sealed for, and its row.
    Sealed([Value; 4]),
}

impl<'a> FromSql<'a> for Received {
    fn from_sql(
        kind: &Type,
        raw: &'a [u8],
    ) -> std::result::Result<Self, Box<dyn StdError + Sync + Send>> {
        if *kind == Type::RECORD {
            record(raw).map(Self::Sealed)
        } else {
            plain(kind, raw).map(Self::Plain)
        }
    }

    fn from_sql_null(_: &Type) -> std::result::Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self::Plain(Value::Null))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

fn plain(kind: &Type, raw: &[u8]) -> std::result::Result<Value, Box<dyn StdError + Sync + Send>> {
    Ok(match *kind {
        Type::BOOL => Value::Integer(i64::from(bool::from_sql(kind, raw)?)),
        Type::INT2 => Value::Integer(i64::from(i16::from_sql(kind, raw)?)),
        Type::INT4 => Value::Integer(i64::from(i32::from_sql(kind, raw)?)),
        Type::INT8 => Value::Integer(i64::from_sql(kind, raw)?),
        Type::NUMERIC => Value::Integer(whole(raw).ok_or("a sum is beyond 64 bits")?),
        Type::BYTEA => Value::Blob(raw.to_vec()),
        Type::UNKNOWN => Value::Text(std::str::from_utf8(raw)?.to_owned()),
        _ if <&str as FromSql<'_>>::accepts(kind) => {
            Value::Text(<&str>::from_sql(kind, raw)?.to_owned())
        }
        _ => return Err(format!("{kind} is a type that nobody reads").into()),
    })
}

/// A number of PostgreSQL's without fraction: sums of 64-bit numbers are such.
fn whole(raw: &[u8]) -> Option<i64> {
    let word =
        |index: usize| raw.get(index * 2..index * 2 + 2)?.try_into().ok().map(i16::from_be_bytes);
    let (digits, weight, sign) = (word(0)?, word(1)?, word(2)?);
    let mut number: i128 = 0;
    for place in 0..=weight.max(-1) {
        let digit = if place < digits { word(4 + usize::try_from(place).ok()?)? } else { 0 };
        number = number.checked_mul(10_000)?.checked_add(i128::from(digit))?;
    }
    i64::try_from(if sign == 0 { number } else { -number }).ok()
}

/// The four fields of a record.
fn record(raw: &[u8]) -> std::result::Result<[Value; 4], Box<dyn StdError + Sync + Send>> {
    let mut rest = raw;
    let word = |rest: &mut &[u8]| -> Option<u32> {
        let (head, tail) = rest.split_first_chunk::<4>()?;
        *rest = tail;
        Some(u32::from_be_bytes(*head))
    };
    let short = "a record ends too soon";
    if word(&mut rest).ok_or(short)? != 4 {
        return Err("a record of another kind than a sealed value".into());
    }
    let mut fields = [const { Value::Null }; 4];
    for field in &mut fields {
        let kind = Type::from_oid(word(&mut rest).ok_or(short)?).unwrap_or(Type::UNKNOWN);
        let length = word(&mut rest).ok_or(short)?;
        if length != u32::MAX {
            let (value, tail) = rest.split_at_checked(usize::try_from(length)?).ok_or(short)?;
            *field = plain(&kind, value)?;
            rest = tail;
        }
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_whole_numbers() {
        let numeric =
            |words: &[i16]| words.iter().flat_map(|word| word.to_be_bytes()).collect::<Vec<u8>>();
        assert_eq!(whole(&numeric(&[0, 0, 0, 0])), Some(0));
        assert_eq!(whole(&numeric(&[1, 0, 0, 0, 42])), Some(42));
        assert_eq!(whole(&numeric(&[2, 1, 0x4000, 0, 12, 3456])), Some(-123_456));
        assert_eq!(whole(&numeric(&[1, 2, 0, 0, 7])), Some(700_000_000));
        assert_eq!(whole(&numeric(&[1, 9, 0, 0, 7])), None);
    }
}
