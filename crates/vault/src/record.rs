//! Records: small plaintexts under AES-256-GCM with a random 96-bit nonce.
//!
//! `suite (1) | nonce (12) | AES-256-GCM of (length u32 | plaintext | zeros) | tag (16)`. The inner length hides in
//! the padding (steps of 64 bytes up to 1 KiB, then Padmé). Associated data is the place.

use crate::padding::padded;
use crate::place::Place;
use crate::secret::Key32;
use crate::{Error, SUITE, random};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use std::fmt;
use zeroize::Zeroizing;

const TAG: usize = 16;
const HEAD: usize = 1 + NONCE_LEN;
const PREFIX: usize = 4;

/// Seals `plain` at `place` under `key`.
///
/// # Errors
/// [`Error::TooLong`] from 4 GiB on.
pub fn seal(key: &Key32, place: &Place, plain: &[u8]) -> Result<Vec<u8>, Error> {
    RecordKey::new(key).seal(place, plain)
}

/// Opens what [`seal`] made under the same key at the same place.
///
/// # Errors
/// [`Error::Closed`] for anything else.
pub fn open(key: &Key32, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    RecordKey::new(key).open(place, sealed)
}

/// A key made ready for AES-256-GCM, for many records under one key.
pub struct RecordKey(LessSafeKey);

impl RecordKey {
    /// Makes `key` ready.
    #[must_use]
    pub fn new(key: &Key32) -> Self {
        Self(aes(key))
    }

    /// As [`seal`].
    ///
    /// # Errors
    /// [`Error::TooLong`] from 4 GiB on.
    pub fn seal(&self, place: &Place, plain: &[u8]) -> Result<Vec<u8>, Error> {
        self.seal_with(&place.aad(), plain)
    }

    /// As [`open`].
    ///
    /// # Errors
    /// [`Error::Closed`].
    pub fn open(&self, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        self.open_with(&place.aad(), sealed)
    }

    /// As [`open`](Self::open), into a buffer that serves for one record after the other: allocated, and wiped, once for
    /// many.
    ///
    /// # Errors
    /// [`Error::Closed`].
    pub fn open_into<'b>(
        &self,
        place: &Place,
        sealed: &[u8],
        buffer: &'b mut Zeroizing<Vec<u8>>,
    ) -> Result<&'b [u8], Error> {
        self.open_with_into(&place.aad(), sealed, buffer)?;
        Ok(buffer)
    }

    pub(crate) fn seal_with(&self, aad: &[u8], plain: &[u8]) -> Result<Vec<u8>, Error> {
        let nonce: [u8; NONCE_LEN] = random::fresh();
        let inner = padded_inner_len(plain)?;
        let mut out = Vec::with_capacity(HEAD + inner + TAG);
        out.push(SUITE);
        out.extend_from_slice(&nonce);
        write_padded(&mut out, plain, inner)?;
        let body = out.get_mut(HEAD..).ok_or(Error::TooLong)?;
        let tag = self
            .0
            .seal_in_place_separate_tag(Nonce::assume_unique_for_key(nonce), Aad::from(aad), body)
            .map_err(|_| Error::TooLong)?;
        out.extend_from_slice(tag.as_ref());
        Ok(out)
    }

    pub(crate) fn open_with(&self, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let mut plain = Zeroizing::default();
        self.open_with_into(aad, sealed, &mut plain)?;
        Ok(plain)
    }

    fn open_with_into(
        &self,
        aad: &[u8],
        sealed: &[u8],
        plain: &mut Zeroizing<Vec<u8>>,
    ) -> Result<(), Error> {
        let (suite, rest) = sealed.split_first().ok_or(Error::Closed)?;
        if *suite != SUITE {
            return Err(Error::Closed);
        }
        let (nonce, rest) = rest.split_first_chunk::<NONCE_LEN>().ok_or(Error::Closed)?;
        let (body, tag) = rest.split_last_chunk::<TAG>().ok_or(Error::Closed)?;
        if plain.capacity() < body.len() {
            // Not grown, which would leave a copy behind: the old one is wiped.
            *plain = Zeroizing::new(Vec::with_capacity(body.len().next_power_of_two()));
        }
        plain.resize(body.len(), 0);
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let opened = self
            .0
            .open_separate_gather(nonce, Aad::from(aad), body, tag, plain)
            .map_err(|_| Error::Closed)
            .and_then(|()| unpad(plain));
        if opened.is_err() {
            plain.clear();
        }
        opened
    }
}

impl fmt::Debug for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecordKey(…)")
    }
}

/// AES-256-GCM under `key`.
pub(crate) fn aes(key: &Key32) -> LessSafeKey {
    match UnboundKey::new(&AES_256_GCM, key.expose()) {
        Ok(key) => LessSafeKey::new(key),
        // Refused only for a key that is not 32 bytes long, which the type rules out.
        Err(_) => std::process::abort(),
    }
}

/// Length of `plain` with its length prefix and padding.
pub(crate) fn padded_inner_len(plain: &[u8]) -> Result<usize, Error> {
    if u32::try_from(plain.len()).is_err() {
        return Err(Error::TooLong);
    }
    let len = u64::try_from(plain.len() + PREFIX).map_err(|_| Error::TooLong)?;
    usize::try_from(padded(len)).map_err(|_| Error::TooLong)
}

/// Appends `length | plain | zeros`, `inner` bytes in all.
pub(crate) fn write_padded(out: &mut Vec<u8>, plain: &[u8], inner: usize) -> Result<(), Error> {
    let len = u32::try_from(plain.len()).map_err(|_| Error::TooLong)?;
    let end = out.len() + inner;
    out.extend_from_slice(&len.to_be_bytes());
    out.extend_from_slice(plain);
    out.resize(end, 0);
    Ok(())
}

/// Takes the length and the padding off. Strict: the padding must be exactly what the length calls for.
pub(crate) fn unpad(inner: &mut Vec<u8>) -> Result<(), Error> {
    let (prefix, rest) = inner.split_first_chunk::<PREFIX>().ok_or(Error::Closed)?;
    let len = usize::try_from(u32::from_be_bytes(*prefix)).map_err(|_| Error::Closed)?;
    let (plain, zeros) = rest.split_at_checked(len).ok_or(Error::Closed)?;
    if padded_inner_len(plain)? != inner.len() || zeros.iter().any(|byte| *byte != 0) {
        return Err(Error::Closed);
    }
    inner.copy_within(PREFIX..PREFIX + len, 0);
    inner.truncate(len);
    Ok(())
}
