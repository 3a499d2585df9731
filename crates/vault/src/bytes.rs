//! Canonical bytes: fixed fields as they are, variable ones behind a 32-bit length, integers big-endian.
//!
//! The reader takes exactly what the writer makes: anything missing or left over is refused.

use zeroize::Zeroizing;

/// Writes fields one after the other. The buffer is wiped on drop; give it enough room at the start, since a
/// buffer that grows leaves its old copy behind.
pub(crate) struct Writer(Zeroizing<Vec<u8>>);

impl Writer {
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self(Zeroizing::new(Vec::with_capacity(bytes)))
    }

    pub(crate) fn raw(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    pub(crate) fn u8(&mut self, value: u8) -> &mut Self {
        self.raw(&[value])
    }

    pub(crate) fn u32(&mut self, value: u32) -> &mut Self {
        self.raw(&value.to_be_bytes())
    }

    pub(crate) fn u64(&mut self, value: u64) -> &mut Self {
        self.raw(&value.to_be_bytes())
    }

    pub(crate) fn i64(&mut self, value: i64) -> &mut Self {
        self.raw(&value.to_be_bytes())
    }

    /// A count or length. What would not fit in 32 bits is written as `u32::MAX`, which no reader accepts.
    pub(crate) fn count(&mut self, value: usize) -> &mut Self {
        self.u32(u32::try_from(value).unwrap_or(u32::MAX))
    }

    /// A variable field behind its length.
    pub(crate) fn var(&mut self, bytes: &[u8]) -> &mut Self {
        self.count(bytes.len()).raw(bytes)
    }

    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.0
    }

    /// The bytes, for content that is no secret.
    pub(crate) fn into_public(mut self) -> Vec<u8> {
        std::mem::take(&mut *self.0)
    }
}

/// Reads what [`Writer`] wrote; every method is `None` when the bytes run out.
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn raw(&mut self, len: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(len)?;
        self.0 = tail;
        Some(head)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.raw(N)?.try_into().ok()
    }

    pub(crate) fn u8(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_be_bytes)
    }

    pub(crate) fn i64(&mut self) -> Option<i64> {
        self.array().map(i64::from_be_bytes)
    }

    /// A count of at most `max`.
    pub(crate) fn count(&mut self, max: usize) -> Option<usize> {
        usize::try_from(self.u32()?)
            .ok()
            .filter(|count| *count <= max)
    }

    pub(crate) fn var(&mut self) -> Option<&'a [u8]> {
        let len = usize::try_from(self.u32()?).ok()?;
        self.raw(len)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.var()?).ok()
    }

    /// Nothing may be left over.
    pub(crate) fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(a: u8, b: u32, c: u64, d: i64, text: String) {
            let mut writer = Writer::with_capacity(8);
            writer.u8(a).u32(b).u64(c).i64(d).var(text.as_bytes());
            let mut reader = Reader::new(writer.as_slice());
            prop_assert_eq!(reader.u8(), Some(a));
            prop_assert_eq!(reader.u32(), Some(b));
            prop_assert_eq!(reader.u64(), Some(c));
            prop_assert_eq!(reader.i64(), Some(d));
            prop_assert_eq!(reader.text(), Some(text.as_str()));
            prop_assert_eq!(reader.end(), Some(()));
        }

        #[test]
        fn nothing_is_read_beyond_the_end(bytes: Vec<u8>, more in 1usize..100) {
            prop_assert_eq!(Reader::new(&bytes).raw(bytes.len() + more), None);
            let mut counted = Reader::new(&bytes);
            if let Some(read) = counted.var() {
                prop_assert!(read.len() + 4 <= bytes.len());
            }
        }
    }

    #[test]
    fn left_over_bytes_are_refused() {
        assert_eq!(Reader::new(&[0]).end(), None);
        assert_eq!(Reader::new(&[0, 0, 0, 9]).count(8), None);
    }
}
