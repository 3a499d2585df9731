//! Statements: Ed25519 signatures (RFC 8032), each under a domain string so that one cannot be taken for another.

use crate::{Error, random};
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A signature: 64 bytes.
pub type Signature = [u8; 64];

/// A signing key: its 32-byte seed. Wiped on drop.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SigningKey([u8; 32]);

impl SigningKey {
    /// A new random key.
    #[must_use]
    pub fn generate() -> Self {
        Self(random::fresh())
    }

    /// The key of a seed.
    #[must_use]
    pub const fn from_seed(seed: [u8; 32]) -> Self {
        Self(seed)
    }

    /// The seed, to be sealed.
    #[must_use]
    pub const fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The public half.
    #[must_use]
    pub fn verifying(&self) -> VerifyingKey {
        let mut out = [0; 32];
        let pair = self.pair();
        out.iter_mut()
            .zip(pair.public_key().as_ref())
            .for_each(|(to, from)| *to = *from);
        VerifyingKey(out)
    }

    /// Signs `message` in `domain`, for example `"safeconduct/approval/1"`.
    #[must_use]
    pub fn sign(&self, domain: &str, message: &[u8]) -> Signature {
        let signature = self.pair().sign(&framed(domain, message));
        let mut out = [0; 64];
        out.iter_mut()
            .zip(signature.as_ref())
            .for_each(|(to, from)| *to = *from);
        out
    }

    fn pair(&self) -> Ed25519KeyPair {
        match Ed25519KeyPair::from_seed_unchecked(&self.0) {
            Ok(pair) => pair,
            // Refused only for a seed that is not 32 bytes long, which the type rules out.
            Err(_) => std::process::abort(),
        }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

/// The public half of a [`SigningKey`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct VerifyingKey([u8; 32]);

impl VerifyingKey {
    /// From 32 bytes. Bytes that are no key verify nothing.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether `signature` was made over `message` in `domain` by this key.
    ///
    /// # Errors
    /// [`Error::Closed`] when it was not.
    pub fn verify(&self, domain: &str, message: &[u8], signature: &Signature) -> Result<(), Error> {
        UnparsedPublicKey::new(&ED25519, self.0)
            .verify(&framed(domain, message), signature)
            .map_err(|_| Error::Closed)
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VerifyingKey(…)")
    }
}

/// `length of domain u32 | domain | message`.
fn framed(domain: &str, message: &[u8]) -> Vec<u8> {
    let mut writer = crate::bytes::Writer::with_capacity(4 + domain.len() + message.len());
    writer.var(domain.as_bytes()).raw(message);
    writer.into_public()
}

#[cfg(test)]
mod tests {
    use super::SigningKey;

    #[test]
    fn a_signature_holds_for_its_domain_and_message_only() {
        let key = SigningKey::from_seed([5; 32]);
        let signature = key.sign("safeconduct/approval/1", b"message");
        let public = key.verifying();
        assert!(
            public
                .verify("safeconduct/approval/1", b"message", &signature)
                .is_ok()
        );
        assert!(
            public
                .verify("safeconduct/approval/1", b"messagf", &signature)
                .is_err()
        );
        assert!(
            public
                .verify("safeconduct/approval/2", b"message", &signature)
                .is_err()
        );
        // The border between domain and message cannot be moved.
        assert!(
            public
                .verify("safeconduct/approval/1m", b"essage", &signature)
                .is_err()
        );
        assert!(
            SigningKey::generate()
                .verifying()
                .verify("safeconduct/approval/1", b"message", &signature)
                .is_err()
        );
    }

    #[test]
    fn the_public_key_of_rfc_8032() {
        // Section 7.1, test 1.
        let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        let bytes = |hex: &str| -> Vec<u8> {
            hex.as_bytes()
                .chunks(2)
                .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
                .collect()
        };
        let key = SigningKey::from_seed(bytes(seed).try_into().unwrap());
        assert_eq!(key.verifying().as_bytes().as_slice(), bytes(public));
    }
}
