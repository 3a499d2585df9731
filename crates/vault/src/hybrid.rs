//! Sealing to a public key: HPKE (RFC 9180) in base mode with the hybrid KEM MLKEM1024-P384
//! (draft-ietf-hpke-pq, KEM 0x0051), HKDF-SHA-384 and AES-256-GCM, from the `hpke` crate.
//!
//! `suite (1) | encapsulated key (1,665) | AES-256-GCM of (length u32 | plaintext | zeros) with its tag (16)`.
//! The place is both HPKE's `info` and the associated data. Base mode does not say who sealed: what is taken in must
//! be tied to a signed entry by the caller.

use crate::chain::Verified;
use crate::place::Place;
use crate::random::{self, Rng};
use crate::record::{padded_inner_len, unpad, write_padded};
use crate::{Error, SUITE};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha384;
use hpke::kem::{Kem, MlKem1024P384};
use hpke::{Deserializable, OpModeR, OpModeS, Serializable};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Bytes of a public key, and of an encapsulated key: 1,568 of ML-KEM-1024 and 97 of P-384.
pub const PUBLIC_LEN: usize = 1665;

/// A public key. Whose it is, only [`crate::chain`] can say.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(Box<[u8]>);

impl PublicKey {
    /// From [`PUBLIC_LEN`] bytes; only the length is looked at (see [`PublicKey::check`]).
    ///
    /// # Errors
    /// [`Error::Malformed`] for any other length.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() == PUBLIC_LEN {
            Ok(Self(bytes.into()))
        } else {
            Err(Error::Malformed)
        }
    }

    /// Whether the bytes are a key at all. Done for every certificate, and before every sealing.
    ///
    /// # Errors
    /// [`Error::Malformed`] for a coefficient out of range or a point that is not on the curve.
    pub fn check(&self) -> Result<(), Error> {
        self.parse().map(|_| ())
    }

    fn parse(&self) -> Result<<MlKem1024P384 as Kem>::PublicKey, Error> {
        <MlKem1024P384 as Kem>::PublicKey::from_bytes(&self.0).map_err(|_| Error::Malformed)
    }

    /// The [`PUBLIC_LEN`] bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublicKey(…)")
    }
}

/// A private key: the 32-byte seed from which both halves are expanded. Wiped on drop.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct PrivateKey([u8; 32]);

impl PrivateKey {
    /// A new random key pair.
    #[must_use]
    pub fn generate() -> Self {
        Self(random::fresh())
    }

    /// The key pair of a seed.
    #[must_use]
    pub const fn from_bytes(seed: [u8; 32]) -> Self {
        Self(seed)
    }

    /// The seed, to be sealed.
    #[must_use]
    pub const fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The public half. Costs two key generations: keep it rather than ask twice.
    ///
    /// # Errors
    /// [`Error::Closed`] never in practice: the seed has its one length.
    pub fn public(&self) -> Result<PublicKey, Error> {
        Ok(PublicKey(
            MlKem1024P384::sk_to_pk(&self.expand()?)
                .to_bytes()
                .as_slice()
                .into(),
        ))
    }

    fn expand(&self) -> Result<<MlKem1024P384 as Kem>::PrivateKey, Error> {
        <MlKem1024P384 as Kem>::PrivateKey::from_bytes(&self.0).map_err(|_| Error::Closed)
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

/// Seals `plain` at `place` to a key whose owner has been verified.
///
/// # Errors
/// [`Error::TooLong`] from 4 GiB on.
pub fn seal(to: &Verified<PublicKey>, place: &Place, plain: &[u8]) -> Result<Vec<u8>, Error> {
    seal_unverified(to, place, plain)
}

/// Seals to any key. Inside this crate only, so that nothing outside can seal to a key that is not verified.
pub(crate) fn seal_unverified(
    to: &PublicKey,
    place: &Place,
    plain: &[u8],
) -> Result<Vec<u8>, Error> {
    let to = to.parse()?;
    let aad = place.aad();
    let inner_len = padded_inner_len(plain)?;
    let mut inner = Zeroizing::new(Vec::with_capacity(inner_len));
    write_padded(&mut inner, plain, inner_len)?;
    let (encapped, body) = hpke::single_shot_seal_with_rng::<AesGcm256, HkdfSha384, MlKem1024P384>(
        &OpModeS::Base,
        &to,
        &aad,
        &inner,
        &aad,
        &mut Rng,
    )
    .map_err(|_| Error::TooLong)?;
    let mut out = Vec::with_capacity(1 + PUBLIC_LEN + body.len());
    out.push(SUITE);
    out.extend_from_slice(&encapped.to_bytes());
    out.extend_from_slice(&body);
    Ok(out)
}

/// Opens what [`seal`] made for this key at this place.
///
/// # Errors
/// [`Error::Closed`] for anything else.
pub fn open(key: &PrivateKey, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (suite, rest) = sealed.split_first().ok_or(Error::Closed)?;
    if *suite != SUITE {
        return Err(Error::Closed);
    }
    let (encapped, body) = rest.split_at_checked(PUBLIC_LEN).ok_or(Error::Closed)?;
    let encapped =
        <MlKem1024P384 as Kem>::EncappedKey::from_bytes(encapped).map_err(|_| Error::Closed)?;
    let aad = place.aad();
    let opened = hpke::single_shot_open::<AesGcm256, HkdfSha384, MlKem1024P384>(
        &OpModeR::Base,
        &key.expand()?,
        &encapped,
        &aad,
        body,
        &aad,
    );
    let mut plain = Zeroizing::new(opened.map_err(|_| Error::Closed)?);
    unpad(&mut plain)?;
    Ok(plain)
}
