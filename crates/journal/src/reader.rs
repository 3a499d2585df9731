//! Taking canonical bytes apart: forward only, every failure an error, nothing left over.

/// Why bytes are not a header or a frontier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// The first byte names a format this program does not know.
    #[error("unknown format")]
    Format,
    /// The bytes end too early.
    #[error("too short")]
    Short,
    /// Bytes follow the end.
    #[error("too long")]
    Long,
    /// A code byte has no meaning in the field named.
    #[error("unknown {0}")]
    Code(&'static str),
    /// A number is larger than a database row can hold (2^63 − 1) in the field named.
    #[error("{0} out of range")]
    Range(&'static str),
}

/// The part of the bytes not yet read.
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The next `N` bytes.
    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let (head, tail) = self.0.split_first_chunk::<N>().ok_or(Malformed::Short)?;
        self.0 = tail;
        Ok(*head)
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> Result<u8, Malformed> {
        self.array::<1>().map(|[byte]| byte)
    }

    /// The next eight bytes as a big-endian number that a signed 64-bit column can hold.
    pub(crate) fn number(&mut self, field: &'static str) -> Result<u64, Malformed> {
        let number = u64::from_be_bytes(self.array()?);
        if i64::try_from(number).is_err() {
            return Err(Malformed::Range(field));
        }
        Ok(number)
    }

    /// A byte that is 0 for absent or 1 for present.
    pub(crate) fn flag(&mut self, field: &'static str) -> Result<bool, Malformed> {
        match self.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Malformed::Code(field)),
        }
    }

    /// Nothing may be left.
    pub(crate) const fn end(&self) -> Result<(), Malformed> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Malformed::Long)
        }
    }
}
