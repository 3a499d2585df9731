//! The key under which records are marked, so that the centre finds the same person under another case and nobody else can.
//!
//! ```text
//! register key  = 32 random bytes, at home in the centre's group
//! marking key   = HKDF(register key | likeness key of the pepper, "mark")
//! mark          = HMAC-SHA-384(marking key, text), cut to 32 bytes
//! ```
//! Database and pepper together mark nothing, nor do database and register key: each name would have to be guessed with
//! both, in the session of somebody who belongs to the group.

use crate::group::GroupSecret;
use crate::place::Place;
use crate::secret::{Key32, Pepper};
use crate::{Error, derive};
use std::fmt;
use zeroize::Zeroizing;

/// The group's half of the marking key.
pub struct RegisterKey(Key32);

impl RegisterKey {
    /// A new one, for a centre that has none.
    #[must_use]
    pub fn fresh() -> Self {
        Self(Key32::fresh())
    }

    /// Sealed at home in the group.
    ///
    /// # Errors
    /// As [`RecordKey::seal`](crate::record::RecordKey::seal).
    pub fn seal(&self, group: &GroupSecret) -> Result<Vec<u8>, Error> {
        group.home().seal(&place(group), self.0.expose())
    }

    /// Opens what [`RegisterKey::seal`] made.
    ///
    /// # Errors
    /// [`Error::Closed`] for anything else.
    pub fn open(group: &GroupSecret, sealed: &[u8]) -> Result<Self, Error> {
        let plain = group.home().open(&place(group), sealed)?;
        <[u8; 32]>::try_from(plain.as_slice())
            .map(|bytes| Self(Key32::from_bytes(bytes)))
            .map_err(|_| Error::Closed)
    }

    /// What marks, made of both halves.
    #[must_use]
    pub fn marker(&self, pepper: &Pepper) -> Marker {
        let server = pepper.likeness();
        let mut both = Zeroizing::new([0; 64]);
        both.iter_mut()
            .zip(self.0.expose().iter().chain(server.expose()))
            .for_each(|(to, from)| *to = *from);
        Marker(derive::hkdf(
            b"safeconduct/likeness/1",
            both.as_ref(),
            b"mark",
        ))
    }
}

fn place(group: &GroupSecret) -> Place {
    Place::RegisterKey {
        group: group.group(),
        epoch: group.epoch(),
    }
}

impl fmt::Debug for RegisterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RegisterKey(…)")
    }
}

/// Marks texts. Wiped on drop.
pub struct Marker(Zeroizing<[u8; 48]>);

impl Marker {
    /// The mark of a text.
    #[must_use]
    pub fn mark(&self, text: &str) -> [u8; 32] {
        derive::mark(self.0.as_ref(), text.as_bytes())
    }
}

impl fmt::Debug for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Marker(…)")
    }
}
