//! Symmetric keys, and the pepper from which the server's own keys come.

use crate::{derive, random};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// A 256-bit key. Wiped on drop; `Debug` shows nothing of it.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Key32([u8; 32]);

impl Key32 {
    /// A new random key.
    #[must_use]
    pub fn fresh() -> Self {
        Self(random::fresh())
    }

    /// A key read back from bytes that were sealed.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes, to be sealed or to key a primitive.
    #[must_use]
    pub const fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Key32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key32(…)")
    }
}

/// What [`Pepper::blind`] is asked for; each purpose has a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Looking up an account by its handle without storing the handle in clear.
    Handle,
    /// Looking up an invitation by its code.
    Invitation,
    /// Keys of once-tokens.
    Once,
    /// Throttling by handle or device.
    Throttle,
    /// Finding what a receipt code belongs to.
    Receipt,
    /// A handle nobody has: the salt for work that looks like a sign-in.
    Decoy,
}

impl Purpose {
    const fn label(self) -> &'static str {
        match self {
            Self::Handle => "handle",
            Self::Invitation => "invitation",
            Self::Once => "once",
            Self::Throttle => "throttle",
            Self::Receipt => "receipt",
            Self::Decoy => "decoy",
        }
    }
}

/// The server's secret, kept outside the database: 32 bytes from which every key of the server is derived
/// (HKDF-SHA-384). It opens no case; together with a cookie or a passphrase it is half of a key.
#[derive(Clone)]
pub struct Pepper(Key32);

impl Pepper {
    /// A new random pepper, for a new deployment.
    #[must_use]
    pub fn fresh() -> Self {
        Self(Key32::fresh())
    }

    /// The pepper from its file.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Key32::from_bytes(bytes))
    }

    /// The 32 bytes, to be written to the file of a new deployment.
    #[must_use]
    pub const fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// Key of the journal's entry and head MACs (HMAC-SHA-256).
    #[must_use]
    pub fn journal_mac(&self) -> Zeroizing<[u8; 32]> {
        self.derive("journal-mac")
    }

    /// Seed of the journal's checkpoint key (Ed25519).
    #[must_use]
    pub fn checkpoint_seed(&self) -> Zeroizing<[u8; 32]> {
        self.derive("checkpoint")
    }

    /// The deployment's directory key: entries of administration, profiles.
    #[must_use]
    pub fn directory(&self) -> Key32 {
        Key32(*self.derive("directory"))
    }

    /// The server's half of every session capsule.
    #[must_use]
    pub fn session(&self) -> Key32 {
        Key32(*self.derive("session"))
    }

    /// The server's half of the key that marks records.
    pub(crate) fn likeness(&self) -> Key32 {
        Key32(*self.derive("likeness"))
    }

    /// The server's half of every passphrase key.
    pub(crate) fn passphrase(&self) -> Zeroizing<[u8; 48]> {
        self.derive("passphrase")
    }

    /// A stable 256-bit stand-in for a text that must be found again but not read: HMAC-SHA-384 under a key of
    /// that purpose, cut to 32 bytes.
    #[must_use]
    pub fn blind(&self, purpose: Purpose, text: &[u8]) -> [u8; 32] {
        let key: Zeroizing<[u8; 48]> = self.derive(purpose.label());
        derive::mark(key.as_ref(), text)
    }

    /// The server's half of what a receipt code opens.
    pub(crate) fn receipt(&self) -> Zeroizing<[u8; 48]> {
        self.derive("receipt-key")
    }

    fn derive<const N: usize>(&self, label: &str) -> Zeroizing<[u8; N]> {
        derive::hkdf(b"safeconduct/pepper/1", self.0.expose(), label.as_bytes())
    }
}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper(…)")
    }
}
