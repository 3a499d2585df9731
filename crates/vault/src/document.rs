//! Documents: AES-256-GCM in STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015), in chunks of 64 KiB.
//!
//! `suite (1) | nonce prefix (7) | chunk … | last chunk`, each chunk with its tag of 16 bytes. The nonce of a chunk is
//! `prefix | number u32 | 1 for the last chunk, else 0`; its associated data is the place. Byte for byte what the
//! `aead-stream` crate calls BE32. The plaintext is followed by zeros up to a padded length (64-byte steps, Padmé from
//! 1 KiB on); the true length is kept by the caller, in the sealed record about the document.
//!
//! Memory is bounded by one chunk on either side, whatever the size. Give every document a key of its own.

use crate::padding::padded;
use crate::place::Place;
use crate::record::aes;
use crate::secret::Key32;
use crate::{Error, SUITE, random};
use aws_lc_rs::aead::{Aad, LessSafeKey, NONCE_LEN, Nonce};
use aws_lc_rs::digest::{Context, SHA256};
use std::fmt;
use zeroize::Zeroizing;

/// Plaintext bytes in a chunk.
pub const CHUNK: usize = 64 * 1024;
/// Bytes before the first chunk.
pub const HEADER: usize = 1 + PREFIX;

const PREFIX: usize = 7;
const TAG: usize = 16;
const SEALED_CHUNK: usize = CHUNK + TAG;

/// What the caller writes down about a sealed document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    /// True length of the plaintext in bytes; needed to open.
    pub plain_len: u64,
    /// Length of the ciphertext in bytes.
    pub sealed_len: u64,
    /// SHA-256 of the ciphertext.
    pub sha256: [u8; 32],
}

/// The key, the place and the count of chunks: what both sides share.
struct Stream {
    key: LessSafeKey,
    aad: Vec<u8>,
    prefix: [u8; PREFIX],
    next: u32,
}

impl Stream {
    fn new(key: &Key32, place: &Place, prefix: [u8; PREFIX]) -> Self {
        Self {
            key: aes(key),
            aad: place.aad(),
            prefix,
            next: 0,
        }
    }

    /// The nonce of the next chunk. The number of the last possible chunk is never used, so it cannot wrap.
    fn nonce(&mut self, last: bool) -> Result<Nonce, Error> {
        let number = self.next;
        self.next = number.checked_add(1).ok_or(Error::TooLong)?;
        let mut nonce = [0; NONCE_LEN];
        let parts = self
            .prefix
            .into_iter()
            .chain(number.to_be_bytes())
            .chain([u8::from(last)]);
        nonce
            .iter_mut()
            .zip(parts)
            .for_each(|(to, from)| *to = from);
        Ok(Nonce::assume_unique_for_key(nonce))
    }
}

/// Seals a document as it comes in.
///
/// ```
/// # use safeconduct_vault::{document::Sealer, place::Place, secret::Key32};
/// # use safeconduct_domain::id::{CaseId, DocumentId};
/// # let place = Place::Document { case: CaseId::from_bytes([1; 16]), document: DocumentId::from_bytes([2; 16]) };
/// let mut out = Vec::new();
/// let mut sealer = Sealer::new(&Key32::fresh(), &place);
/// sealer.push(b"as many times as there are pieces", &mut out)?; // then write `out` away and clear it
/// let sealed = loop {
///     if let Some(sealed) = sealer.end(&mut out)? { break sealed } // the same: write away, clear, go on
/// };
/// # assert_eq!(sealed.sealed_len, out.len() as u64);
/// # Ok::<(), safeconduct_vault::Error>(())
/// ```
pub struct Sealer {
    stream: Stream,
    waiting: Zeroizing<Vec<u8>>,
    started: bool,
    plain_len: u64,
    padding_left: Option<u64>,
    done: bool,
    sealed_len: u64,
    digest: Context,
}

impl Sealer {
    /// Starts a document. `key` is used for nothing else.
    #[must_use]
    pub fn new(key: &Key32, place: &Place) -> Self {
        Self {
            stream: Stream::new(key, place, random::fresh()),
            waiting: Zeroizing::new(Vec::with_capacity(CHUNK)),
            started: false,
            plain_len: 0,
            padding_left: None,
            done: false,
            sealed_len: 0,
            digest: Context::new(&SHA256),
        }
    }

    /// Takes the next piece, of any size, and appends to `out` the chunks that are full.
    ///
    /// # Errors
    /// [`Error::TooLong`] beyond 2^32 − 1 chunks, or after [`Sealer::end`] was called.
    pub fn push(&mut self, plain: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        if self.padding_left.is_some() {
            return Err(Error::TooLong);
        }
        let len = u64::try_from(plain.len()).map_err(|_| Error::TooLong)?;
        self.plain_len = self.plain_len.checked_add(len).ok_or(Error::TooLong)?;
        let mut rest = plain;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(rest.len().min(self.room(out)?));
            self.waiting.extend_from_slice(now);
            rest = later;
        }
        Ok(())
    }

    /// No more pieces: appends one chunk at most to `out` at each call. Call until it gives the result.
    ///
    /// # Errors
    /// [`Error::TooLong`] as for [`Sealer::push`].
    pub fn end(&mut self, out: &mut Vec<u8>) -> Result<Option<Sealed>, Error> {
        if self.done {
            return Err(Error::TooLong);
        }
        let padding = padded(self.plain_len).saturating_sub(self.plain_len);
        let left = *self.padding_left.get_or_insert(padding);
        if left > 0 {
            let room = self.room(out)?;
            let now = usize::try_from(left).unwrap_or(room).min(room);
            let len = self.waiting.len() + now;
            self.waiting.resize(len, 0);
            let after = left.saturating_sub(u64::try_from(now).unwrap_or(left));
            self.padding_left = Some(after);
            if after > 0 {
                return Ok(None);
            }
        }
        self.chunk(true, out)?;
        self.done = true;
        let mut sha256 = [0; 32];
        let digest = self.digest.clone().finish();
        sha256
            .iter_mut()
            .zip(digest.as_ref())
            .for_each(|(to, from)| *to = *from);
        Ok(Some(Sealed {
            plain_len: self.plain_len,
            sealed_len: self.sealed_len,
            sha256,
        }))
    }

    /// Room in the waiting chunk, after sealing it if it is full. A full chunk waits, since it may be the last.
    fn room(&mut self, out: &mut Vec<u8>) -> Result<usize, Error> {
        if self.waiting.len() >= CHUNK {
            self.chunk(false, out)?;
        }
        Ok(CHUNK.saturating_sub(self.waiting.len()))
    }

    fn chunk(&mut self, last: bool, out: &mut Vec<u8>) -> Result<(), Error> {
        let before = out.len();
        if !self.started {
            self.started = true;
            out.push(SUITE);
            out.extend_from_slice(&self.stream.prefix);
        }
        let nonce = self.stream.nonce(last)?;
        let tag = self
            .stream
            .key
            .seal_in_place_separate_tag(nonce, Aad::from(&self.stream.aad), &mut self.waiting)
            .map_err(|_| Error::TooLong)?;
        out.extend_from_slice(&self.waiting);
        out.extend_from_slice(tag.as_ref());
        self.waiting.clear();
        let written = out.get(before..).unwrap_or_default();
        self.digest.update(written);
        self.sealed_len += u64::try_from(written.len()).map_err(|_| Error::TooLong)?;
        Ok(())
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer(…)")
    }
}

/// Opens a document as it is read back.
///
/// Every chunk handed out has been authenticated in its order; that nothing is missing is known only when
/// [`Opener::finish`] has said so. Whoever must not act on a part waits for that.
pub struct Opener {
    key: Key32,
    place: Place,
    stream: Option<Stream>,
    waiting: Vec<u8>,
    plain_left: u64,
    padding_left: u64,
}

impl Opener {
    /// Starts to open a document of `plain_len` bytes.
    #[must_use]
    pub fn new(key: &Key32, place: &Place, plain_len: u64) -> Self {
        Self {
            key: key.clone(),
            place: *place,
            stream: None,
            waiting: Vec::with_capacity(SEALED_CHUNK),
            plain_left: plain_len,
            padding_left: padded(plain_len).saturating_sub(plain_len),
        }
    }

    /// Takes the next piece of ciphertext, of any size, and appends to `out` what it opens.
    ///
    /// # Errors
    /// [`Error::Closed`] for another key, place, length or suite, or altered bytes. The document is lost then: what
    /// was appended before must not be used as a whole.
    pub fn push(&mut self, sealed: &[u8], out: &mut Zeroizing<Vec<u8>>) -> Result<(), Error> {
        let mut rest = sealed;
        while !rest.is_empty() {
            let full = if self.stream.is_some() {
                SEALED_CHUNK
            } else {
                HEADER
            };
            if self.waiting.len() >= full {
                self.header_or_chunk(out)?;
                continue;
            }
            let (now, later) = rest.split_at(rest.len().min(full - self.waiting.len()));
            self.waiting.extend_from_slice(now);
            rest = later;
        }
        Ok(())
    }

    /// No more pieces: opens the last chunk.
    ///
    /// # Errors
    /// [`Error::Closed`] when something is missing, left over or altered.
    pub fn finish(mut self, out: &mut Zeroizing<Vec<u8>>) -> Result<(), Error> {
        if self.stream.is_none() {
            return Err(Error::Closed);
        }
        self.chunk(true, out)?;
        if self.plain_left == 0 && self.padding_left == 0 {
            Ok(())
        } else {
            Err(Error::Closed)
        }
    }

    fn header_or_chunk(&mut self, out: &mut Zeroizing<Vec<u8>>) -> Result<(), Error> {
        if self.stream.is_some() {
            return self.chunk(false, out);
        }
        match self.waiting.split_first_chunk::<HEADER>() {
            Some(([SUITE, prefix @ ..], [])) => {
                self.stream = Some(Stream::new(&self.key, &self.place, *prefix));
                self.waiting.clear();
                Ok(())
            }
            _ => Err(Error::Closed),
        }
    }

    fn chunk(&mut self, last: bool, out: &mut Zeroizing<Vec<u8>>) -> Result<(), Error> {
        let stream = self.stream.as_mut().ok_or(Error::Closed)?;
        let nonce = stream.nonce(last).map_err(|_| Error::Closed)?;
        let opened = stream
            .key
            .open_in_place(nonce, Aad::from(&stream.aad), &mut self.waiting)
            .map_err(|_| Error::Closed)?;
        let len = u64::try_from(opened.len()).map_err(|_| Error::Closed)?;
        let true_len = len.min(self.plain_left);
        let (plain, zeros) = opened
            .split_at_checked(usize::try_from(true_len).map_err(|_| Error::Closed)?)
            .ok_or(Error::Closed)?;
        self.plain_left -= true_len;
        self.padding_left = self
            .padding_left
            .checked_sub(len - true_len)
            .ok_or(Error::Closed)?;
        if zeros.iter().any(|byte| *byte != 0) {
            return Err(Error::Closed);
        }
        out.extend_from_slice(plain);
        zeroize::Zeroize::zeroize(&mut self.waiting);
        Ok(())
    }
}

impl fmt::Debug for Opener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opener(…)")
    }
}
