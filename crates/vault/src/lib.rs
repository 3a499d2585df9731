//! Safeconduct: keys, sealing and opening.
//!
//! The only crate with HPKE and an AEAD. It does no input or output and reads no clock: bytes in, bytes out.
//!
//! How the keys hang together:
//!
//! ```text
//! passphrase ─ Argon2id + pepper ─► Kek ─► bundle: UserKeys (hybrid KEM, Ed25519, TOTP)         [passphrase, kdf, bundle]
//! UserKeys ─ HPKE ─► GroupSecret of each group the person belongs to                            [group]
//! GroupSecret ─ AES-256-GCM "at home" ─► compartment keys of the cases the group holds, cards   [grant]
//! compartment key ─ AES-256-GCM ─► records;  document key ─ STREAM ─► documents                 [record, document]
//! across groups: packages (a case's keys) and couriers (one key, many messages), by HPKE        [package, courier]
//! RegisterKey + pepper ─► marks of records, to find the same person under another case              [likeness]
//! while signed in: GroupSecrets and Couriers in a capsule that needs cookie and pepper          [capsule]
//! whose keys are genuine: certificates, up to a pinned root; nothing is sealed to other keys    [certificate, chain]
//! ```
//!
//! **Suite 1** is the only suite: HPKE base mode with MLKEM1024-P384 (KEM 0x0051), HKDF-SHA-384 and AES-256-GCM;
//! AES-256-GCM with a random 96-bit nonce for records, in STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) for
//! documents; Argon2id for passphrases; Ed25519 for statements. The suite byte comes first in every ciphertext, and
//! any other value is refused. What a ciphertext is for and where it belongs is its associated data ([`place`]).
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

pub mod bench;
pub mod bundle;
mod bytes;
pub mod capsule;
pub mod certificate;
pub mod chain;
pub mod courier;
mod derive;
pub mod document;
pub mod error;
pub mod grant;
pub mod group;
pub mod hybrid;
pub mod kdf;
pub mod likeness;
pub mod package;
mod padding;
pub mod passphrase;
pub mod place;
pub mod random;
pub mod receipt;
pub mod record;
pub mod secret;
pub mod signing;
pub mod totp;

pub use error::Error;

/// The suite byte, first in every ciphertext.
pub const SUITE: u8 = 1;
