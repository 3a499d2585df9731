//! From a passphrase to the key that seals a person's bundle.
//!
//! ```text
//! a   = Argon2id (RFC 9106, version 0x13) of the passphrase and the salt → 32 bytes
//! b   = HMAC-SHA-384 under the pepper's passphrase key of (user id | salt) → 48 bytes
//! kek = HKDF-SHA-384, salt "safeconduct/kek/1" | user id, secret a | b
//! ```
//! So a thief of the database guesses nothing without the pepper, and whoever has both pays for Argon2id at every guess.

use crate::bytes::{Reader, Writer};
use crate::passphrase::Passphrase;
use crate::secret::{Key32, Pepper, Purpose};
use crate::{Error, derive, random};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use safeconduct_domain::id::UserId;
use std::fmt;
use zeroize::Zeroizing;

/// Least memory in KiB, compiled in (OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane).
pub const LEAST_MEMORY_KIB: u32 = 19 * 1024;
/// Least number of passes, compiled in.
pub const LEAST_PASSES: u32 = 2;
/// Most memory in KiB, so that an altered row cannot exhaust a server.
pub const MOST_MEMORY_KIB: u32 = 1024 * 1024;
/// Most passes.
pub const MOST_PASSES: u32 = 16;
/// Most lanes.
pub const MOST_LANES: u32 = 4;
/// Bytes of [`Kdf::to_bytes`].
pub const KDF_LEN: usize = 29;

const FORMAT: u8 = 1;

/// Cost and salt of one person's derivation, as stored beside the bundle. A value below the floor cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kdf {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: [u8; 16],
}

impl Kdf {
    /// The usual cost (64 MiB, three passes, one lane) with a fresh salt.
    #[must_use]
    pub fn fresh() -> Self {
        Self {
            memory_kib: 64 * 1024,
            passes: 3,
            lanes: 1,
            salt: random::fresh(),
        }
    }

    /// The least cost (19 MiB, two passes, one lane) with a fresh salt.
    #[must_use]
    pub fn floor() -> Self {
        Self {
            memory_kib: LEAST_MEMORY_KIB,
            passes: LEAST_PASSES,
            lanes: 1,
            salt: random::fresh(),
        }
    }

    /// A chosen cost with a fresh salt.
    ///
    /// # Errors
    /// [`Error::Cost`] outside the bounds.
    pub fn with_cost(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, Error> {
        Self {
            memory_kib,
            passes,
            lanes,
            salt: random::fresh(),
        }
        .bounded()
    }

    /// For a handle nobody has: this cost with a salt that is always the same for that handle, so that the work and
    /// the time are those of a real sign-in.
    #[must_use]
    pub fn decoy(&self, pepper: &Pepper, handle: &str) -> Self {
        let blinded = pepper.blind(Purpose::Decoy, handle.as_bytes());
        let mut salt = [0; 16];
        salt.iter_mut()
            .zip(blinded)
            .for_each(|(to, from)| *to = from);
        Self {
            salt,
            ..self.clone()
        }
    }

    /// Memory in KiB.
    #[must_use]
    pub const fn memory_kib(&self) -> u32 {
        self.memory_kib
    }

    /// As stored: `format | memory | passes | lanes | salt`, [`KDF_LEN`] bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(KDF_LEN);
        writer
            .u8(FORMAT)
            .u32(self.memory_kib)
            .u32(self.passes)
            .u32(self.lanes)
            .raw(&self.salt);
        writer.into_public()
    }

    /// Reads what [`Kdf::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`]; [`Error::Cost`] when the cost is below the floor or above the ceiling.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let format = reader.u8().ok_or(Error::Malformed)?;
        let read = |reader: &mut Reader<'_>| {
            Some(Self {
                memory_kib: reader.u32()?,
                passes: reader.u32()?,
                lanes: reader.u32()?,
                salt: reader.array()?,
            })
        };
        let kdf = read(&mut reader).ok_or(Error::Malformed)?;
        reader
            .end()
            .filter(|()| format == FORMAT)
            .ok_or(Error::Malformed)?;
        kdf.bounded()
    }

    fn bounded(self) -> Result<Self, Error> {
        let memory = (LEAST_MEMORY_KIB..=MOST_MEMORY_KIB).contains(&self.memory_kib);
        let passes = (LEAST_PASSES..=MOST_PASSES).contains(&self.passes);
        let lanes = (1..=MOST_LANES).contains(&self.lanes);
        if memory && passes && lanes {
            Ok(self)
        } else {
            Err(Error::Cost)
        }
    }
}

/// The key that seals one person's bundle, with the cost it was derived at. Wiped on drop.
pub struct Kek {
    pub(crate) key: Key32,
    pub(crate) user: UserId,
    pub(crate) kdf: Kdf,
}

impl fmt::Debug for Kek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kek(…)")
    }
}

/// Derives the key. Takes about 0.15 s and the memory of `kdf`: the caller limits how many run at once.
///
/// # Errors
/// [`Error::Cost`] when there is not the memory for it.
pub fn derive(
    passphrase: &Passphrase,
    kdf: &Kdf,
    pepper: &Pepper,
    user: UserId,
) -> Result<Kek, Error> {
    let params =
        Params::new(kdf.memory_kib, kdf.passes, kdf.lanes, Some(32)).map_err(|_| Error::Cost)?;
    // Wiped afterwards: from what Argon2 leaves in memory the key could be worked out.
    let mut memory = Zeroizing::new(vec![Block::new(); params.block_count()].into_boxed_slice());
    let mut secret = Zeroizing::new([0u8; 80]);
    let (a, b) = secret.split_at_mut(32);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(
            passphrase.expose().as_bytes(),
            &kdf.salt,
            a,
            memory.as_mut(),
        )
        .map_err(|_| Error::Cost)?;
    b.copy_from_slice(
        derive::hmac(pepper.passphrase().as_ref(), &[user.as_bytes(), &kdf.salt]).as_ref(),
    );
    let mut salt = b"safeconduct/kek/1".to_vec();
    salt.extend_from_slice(user.as_bytes());
    let key = derive::hkdf(&salt, secret.as_ref(), b"kek");
    Ok(Kek {
        key: Key32::from_bytes(*key),
        user,
        kdf: kdf.clone(),
    })
}
