//! What goes into a statement and what comes out of a row: whole numbers, text, bytes, and nothing else.

use crate::error::{Error, Result};
use rusqlite::types::{ToSqlOutput, ValueRef};
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::id::{
    CaseId, CourierId, DocumentId, GroupId, ItemId, OrganisationId, PersonId, TransferId, UserId,
};
use std::borrow::Cow;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type};

/// A parameter.
#[derive(Clone)]
pub(crate) enum Param<'a> {
    Null,
    Int(i64),
    Text(Cow<'a, str>),
    Bytes(Cow<'a, [u8]>),
    Id([u8; 16]),
}

impl Param<'_> {
    /// The same, owning what it holds: for statements sent later.
    pub(crate) fn into_owned(self) -> Param<'static> {
        match self {
            Self::Null => Param::Null,
            Self::Int(n) => Param::Int(n),
            Self::Text(text) => Param::Text(Cow::Owned(text.into_owned())),
            Self::Bytes(bytes) => Param::Bytes(Cow::Owned(bytes.into_owned())),
            Self::Id(id) => Param::Id(id),
        }
    }
}

// Never prints what it holds.
impl std::fmt::Debug for Param<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

/// Makes the parameters of a statement: `params![case, at_ms, &bytes]`.
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::conn::value::Param::from($value)),*] };
}
pub(crate) use params;

impl From<i64> for Param<'_> {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}

impl From<u32> for Param<'_> {
    fn from(n: u32) -> Self {
        Self::Int(n.into())
    }
}

impl From<u64> for Param<'_> {
    /// Numbers beyond 2^63 − 1 (there are none: sizes and positions) become that limit.
    fn from(n: u64) -> Self {
        Self::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Param<'_> {
    fn from(yes: bool) -> Self {
        Self::Int(yes.into())
    }
}

impl From<Class> for Param<'_> {
    fn from(class: Class) -> Self {
        Self::Int(class.code().into())
    }
}

impl From<Compartment> for Param<'_> {
    fn from(compartment: Compartment) -> Self {
        Self::Int(compartment.code().into())
    }
}

impl<'a> From<&'a str> for Param<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Param<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a [u8]> for Param<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(Cow::Borrowed(bytes))
    }
}

impl<'a> From<&'a Vec<u8>> for Param<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(Cow::Borrowed(bytes))
    }
}

impl From<Vec<u8>> for Param<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(Cow::Owned(bytes))
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Param<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Bytes(Cow::Borrowed(bytes))
    }
}

impl<'a, T> From<Option<T>> for Param<'a>
where
    T: Into<Param<'a>>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl rusqlite::ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
            Self::Id(id) => ValueRef::Blob(id),
        }))
    }
}

impl ToSql for Param<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(n) => n.to_sql(ty, out),
            Self::Text(text) => text.as_ref().to_sql(ty, out),
            Self::Bytes(bytes) => bytes.as_ref().to_sql(ty, out),
            Self::Id(id) => id.as_slice().to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        // The column types are ours alone; a statement that mixes them up fails in the test that runs all of them.
        true
    }

    tokio_postgres::types::to_sql_checked!();
}

/// A row, while it is being read.
pub(crate) enum Row<'r> {
    Lite(&'r rusqlite::Row<'r>),
    Pg(&'r tokio_postgres::Row),
}

impl Row<'_> {
    /// The value in a column, counted from 0.
    pub(crate) fn get<T: Cell>(&self, at: usize) -> Result<T> {
        T::cell(self, at)
    }
}

/// A type that can be read from a column.
pub(crate) trait Cell: Sized {
    fn cell(row: &Row<'_>, at: usize) -> Result<Self>;
}

macro_rules! plain_cells {
    ($($type:ty),*) => {$(
        impl Cell for $type {
            fn cell(row: &Row<'_>, at: usize) -> Result<Self> {
                match row {
                    Row::Lite(row) => row.get(at).map_err(|_| Error::Corrupt(stringify!($type))),
                    Row::Pg(row) => row.try_get(at).map_err(|_| Error::Corrupt(stringify!($type))),
                }
            }
        }
    )*};
}
plain_cells!(
    i64,
    Option<i64>,
    String,
    Option<String>,
    Vec<u8>,
    Option<Vec<u8>>
);

macro_rules! number_cells {
    ($($type:ty),*) => {$(
        impl Cell for $type {
            fn cell(row: &Row<'_>, at: usize) -> Result<Self> {
                Self::try_from(i64::cell(row, at)?).map_err(|_| Error::Corrupt(stringify!($type)))
            }
        }
    )*};
}
number_cells!(u8, u32, u64);

impl Cell for bool {
    fn cell(row: &Row<'_>, at: usize) -> Result<Self> {
        match i64::cell(row, at)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Error::Corrupt("flag")),
        }
    }
}

impl<const N: usize> Cell for [u8; N] {
    fn cell(row: &Row<'_>, at: usize) -> Result<Self> {
        let bytes = Vec::<u8>::cell(row, at)?;
        Self::try_from(bytes).map_err(|_| Error::Corrupt("bytes of fixed length"))
    }
}

impl Cell for Class {
    fn cell(row: &Row<'_>, at: usize) -> Result<Self> {
        Self::from_code(u8::cell(row, at)?).ok_or(Error::Corrupt("class"))
    }
}

impl Cell for Compartment {
    fn cell(row: &Row<'_>, at: usize) -> Result<Self> {
        Self::from_code(u8::cell(row, at)?).ok_or(Error::Corrupt("compartment"))
    }
}

macro_rules! ids {
    ($($id:ty),*) => {$(
        impl From<$id> for Param<'_> {
            fn from(id: $id) -> Self { Self::Id(*id.as_bytes()) }
        }
        impl Cell for $id {
            fn cell(row: &Row<'_>, at: usize) -> Result<Self> {
                <[u8; 16]>::cell(row, at).map(Self::from_bytes).map_err(|_| Error::Corrupt(stringify!($id)))
            }
        }
        impl Cell for Option<$id> {
            fn cell(row: &Row<'_>, at: usize) -> Result<Self> {
                let Some(bytes) = Option::<Vec<u8>>::cell(row, at)? else { return Ok(None) };
                let bytes = <[u8; 16]>::try_from(bytes).map_err(|_| Error::Corrupt(stringify!($id)))?;
                Ok(Some(<$id>::from_bytes(bytes)))
            }
        }
    )*};
}
ids!(
    CaseId,
    CourierId,
    DocumentId,
    GroupId,
    ItemId,
    OrganisationId,
    PersonId,
    TransferId,
    UserId
);

/// Defines an enum that is stored as a small number, with both directions.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl From<$name> for $crate::conn::value::Param<'_> {
            fn from(value: $name) -> Self {
                Self::Int(match value { $($name::$variant => $code),* })
            }
        }
        impl $crate::conn::value::Cell for $name {
            fn cell(row: &$crate::conn::value::Row<'_>, at: usize) -> $crate::error::Result<Self> {
                match row.get::<i64>(at)? {
                    $($code => Ok(Self::$variant),)*
                    _ => Err($crate::error::Error::Corrupt(stringify!($name))),
                }
            }
        }
    };
}
pub(crate) use codes;
