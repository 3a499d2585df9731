//! The server's own seal on headers and on the head of the journal: HMAC-SHA-256 (RFC 2104, FIPS 180-4).
//!
//! Encryption alone does not say who wrote. Somebody with the database but not the server's pepper can delete rows and
//! invent others; what they cannot do is give them this MAC.

use crate::frontier::Frontier;
use crate::header::Header;
use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::hmac::{Context, HMAC_SHA256, Key};
use std::fmt;

/// Length of a MAC in bytes.
pub const MAC_LEN: usize = 32;

/// An HMAC-SHA-256 value.
pub type Mac = [u8; MAC_LEN];

const ENTRY: &[u8] = b"safeconduct/entry/1";
const HEAD: &[u8] = b"safeconduct/head/1";

/// The key of the journal's MACs. The library that holds it wipes it when it is dropped.
#[derive(Clone)]
pub struct MacKey(Key);

impl fmt::Debug for MacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MacKey(…)")
    }
}

impl MacKey {
    /// From 32 secret bytes, derived from the pepper for this use alone.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(Key::new(HMAC_SHA256, bytes))
    }

    /// The MAC of a header: over `"safeconduct/entry/1"` and its bytes without the MAC.
    #[must_use]
    pub fn entry(&self, header: &Header) -> Mac {
        self.over(&[ENTRY, &header.unsigned_bytes()])
    }

    /// Whether a header carries the MAC of this key. Compares in constant time.
    #[must_use]
    pub fn verify_entry(&self, header: &Header) -> bool {
        equal(&self.entry(header), &header.mac)
    }

    /// The MAC of the journal's head: over `"safeconduct/head/1"`, the size (8 bytes, big-endian) and the frontier's
    /// bytes.
    #[must_use]
    pub fn head(&self, frontier: &Frontier) -> Mac {
        self.over(&[HEAD, &frontier.size().to_be_bytes(), &frontier.to_bytes()])
    }

    /// Whether this is the MAC of that head. Compares in constant time.
    #[must_use]
    pub fn verify_head(&self, frontier: &Frontier, mac: &[u8]) -> bool {
        equal(&self.head(frontier), mac)
    }

    fn over(&self, parts: &[&[u8]]) -> Mac {
        let mut context = Context::with_key(&self.0);
        for part in parts {
            context.update(part);
        }
        let tag = context.sign();
        let mut mac = [0; MAC_LEN];
        for (to, from) in mac.iter_mut().zip(tag.as_ref()) {
            *to = *from;
        }
        mac
    }
}

fn equal(ours: &Mac, theirs: &[u8]) -> bool {
    verify_slices_are_equal(ours, theirs).is_ok()
}
