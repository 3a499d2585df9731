//! A person's own keys, and the bundle that holds them under the passphrase.
//!
//! `commitment (32) | record`: the key is committed to (AES-GCM alone lets one ciphertext open under several keys, and
//! a passphrase can be guessed against it); the associated data is the place and the cost of the derivation, so that
//! neither the owner nor the cost can be changed under it.

use crate::bytes::{Reader, Writer};
use crate::hybrid::{PrivateKey, PublicKey};
use crate::kdf::Kek;
use crate::place::Place;
use crate::record::RecordKey;
use crate::secret::Key32;
use crate::signing::{SigningKey, VerifyingKey};
use crate::totp::TotpSecret;
use crate::{Error, derive};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use safeconduct_domain::id::UserId;
use std::fmt;

const COMMITMENT: usize = 32;

/// What only the person has: unlocked by the passphrase, used, dropped. Each key is wiped on drop.
pub struct UserKeys {
    /// Whose they are.
    pub user: UserId,
    /// Opens what is sealed to this person.
    pub kem: PrivateKey,
    /// Signs this person's statements.
    pub signing: SigningKey,
    /// The second factor.
    pub totp: TotpSecret,
}

impl UserKeys {
    /// New random keys.
    #[must_use]
    pub fn fresh(user: UserId) -> Self {
        Self {
            user,
            kem: PrivateKey::generate(),
            signing: SigningKey::generate(),
            totp: TotpSecret::fresh(),
        }
    }

    /// The public halves.
    ///
    /// # Errors
    /// As [`PrivateKey::public`].
    pub fn public(&self) -> Result<UserPublic, Error> {
        Ok(UserPublic {
            kem: self.kem.public()?,
            signing: self.signing.verifying(),
        })
    }
}

impl fmt::Debug for UserKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UserKeys({}, …)", self.user)
    }
}

/// The public halves of [`UserKeys`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserPublic {
    /// What others seal to.
    pub kem: PublicKey,
    /// What others verify with.
    pub signing: VerifyingKey,
}

impl UserPublic {
    /// 1,697 bytes: the KEM key, then the verifying key.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.kem.as_bytes(), self.signing.as_bytes()].concat()
    }

    /// Reads what [`UserPublic::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let (kem, signing) = bytes.split_last_chunk::<32>().ok_or(Error::Malformed)?;
        Ok(Self {
            kem: PublicKey::from_bytes(kem)?,
            signing: VerifyingKey::from_bytes(*signing),
        })
    }
}

/// Seals `keys` under the passphrase key.
///
/// # Errors
/// [`Error::Closed`] when the passphrase key is another person's.
pub fn seal(keys: &UserKeys, kek: &Kek) -> Result<Vec<u8>, Error> {
    if keys.user != kek.user {
        return Err(Error::Closed);
    }
    let mut plain = Writer::with_capacity(128);
    plain
        .raw(keys.kem.expose())
        .raw(keys.signing.expose())
        .raw(keys.totp.expose());
    let (key, commitment) = halves(kek);
    let mut out = commitment.to_vec();
    out.extend(RecordKey::new(&key).seal_with(&aad(kek), plain.as_slice())?);
    Ok(out)
}

/// Opens a bundle: the only check of a passphrase there is.
///
/// # Errors
/// [`Error::Closed`] for another passphrase, another person, another cost, or an altered bundle.
pub fn open(kek: &Kek, sealed: &[u8]) -> Result<UserKeys, Error> {
    let (stored, record) = sealed.split_at_checked(COMMITMENT).ok_or(Error::Closed)?;
    let (key, commitment) = halves(kek);
    verify_slices_are_equal(stored, commitment.as_ref()).map_err(|_| Error::Closed)?;
    let plain = RecordKey::new(&key).open_with(&aad(kek), record)?;
    let mut reader = Reader::new(&plain);
    let read = |reader: &mut Reader<'_>| {
        Some(UserKeys {
            user: kek.user,
            kem: PrivateKey::from_bytes(reader.array()?),
            signing: SigningKey::from_seed(reader.array()?),
            totp: TotpSecret::from_bytes(reader.array()?),
        })
    };
    let keys = read(&mut reader).ok_or(Error::Closed)?;
    reader.end().ok_or(Error::Closed)?;
    Ok(keys)
}

/// The key that seals, and the commitment to it: two outputs of HKDF from the same secret.
fn halves(kek: &Kek) -> (Key32, [u8; COMMITMENT]) {
    let part = |info: &[u8]| *derive::hkdf::<32>(b"safeconduct/bundle/1", kek.key.expose(), info);
    (Key32::from_bytes(part(b"seal")), part(b"commit"))
}

fn aad(kek: &Kek) -> Vec<u8> {
    let mut aad = Place::Bundle { user: kek.user }.aad();
    aad.extend(kek.kdf.to_bytes());
    aad
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kdf::Kdf;

    #[test]
    fn the_cost_and_the_owner_are_bound_even_under_the_same_key() {
        let (key, user) = (Key32::fresh(), UserId::from_bytes([1; 16]));
        let kek = |user, kdf: &Kdf| Kek {
            key: key.clone(),
            user,
            kdf: kdf.clone(),
        };
        let kdf = Kdf::fresh();
        let sealed = seal(&UserKeys::fresh(user), &kek(user, &kdf)).unwrap();
        assert!(open(&kek(user, &kdf), &sealed).is_ok());
        assert_eq!(
            open(&kek(user, &Kdf::floor()), &sealed).unwrap_err(),
            Error::Closed
        );
        assert_eq!(
            open(&kek(user, &Kdf::fresh()), &sealed).unwrap_err(),
            Error::Closed
        );
        assert_eq!(
            open(&kek(UserId::from_bytes([2; 16]), &kdf), &sealed).unwrap_err(),
            Error::Closed
        );
    }

    #[test]
    fn no_other_key_has_the_same_commitment() {
        let (user, kdf) = (UserId::from_bytes([1; 16]), Kdf::floor());
        let kek = || Kek {
            key: Key32::fresh(),
            user,
            kdf: kdf.clone(),
        };
        let sealed = seal(&UserKeys::fresh(user), &kek()).unwrap();
        for _ in 0..1_000 {
            assert_eq!(open(&kek(), &sealed).unwrap_err(), Error::Closed);
        }
    }
}
