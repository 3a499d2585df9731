//! The floor that sealing and opening are measured against: bare AES-256-GCM of the same bytes, none of our work.

use crate::record::aes;
use crate::secret::Key32;
use crate::{Error, random};
use aws_lc_rs::aead::{Aad, LessSafeKey, NONCE_LEN, Nonce};
use std::fmt;

/// A key made ready, and nothing else.
pub struct Bare(LessSafeKey);

impl Bare {
    /// A new key. Nothing it seals is kept.
    #[must_use]
    pub fn new() -> Self {
        Self(aes(&Key32::fresh()))
    }

    /// Seals `bytes` where they stand and gives the first byte of the tag, so that the work cannot be left out.
    ///
    /// # Errors
    /// [`Error::TooLong`] beyond what the primitive takes.
    pub fn seal(&self, bytes: &mut [u8]) -> Result<u8, Error> {
        let nonce: [u8; NONCE_LEN] = random::fresh();
        let tag = self
            .0
            .seal_in_place_separate_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), bytes)
            .map_err(|_| Error::TooLong)?;
        Ok(tag.as_ref().first().copied().unwrap_or_default())
    }
}

impl Default for Bare {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Bare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bare(…)")
    }
}
