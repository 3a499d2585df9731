//! The three hashes of an RFC 6962 Merkle tree (section 2.1; unchanged in RFC 9162), over SHA-256.

use aws_lc_rs::digest::{Context, Digest, SHA256, digest};

/// A SHA-256 value: a leaf, an inner node, a root, or the name of a sealed body.
pub type Hash = [u8; 32];

fn value(digest: &Digest) -> Hash {
    let mut hash = [0; 32];
    for (to, from) in hash.iter_mut().zip(digest.as_ref()) {
        *to = *from;
    }
    hash
}

/// SHA-256 of some bytes: how a header names a sealed body.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Hash {
    value(&digest(&SHA256, bytes))
}

/// SHA-256 of something that comes in pieces.
#[derive(Clone)]
pub struct Running(Context);

impl Running {
    /// Of nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self(Context::new(&SHA256))
    }

    /// The next piece.
    pub fn take(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The hash of all of it.
    #[must_use]
    pub fn end(self) -> Hash {
        value(&self.0.finish())
    }
}

impl Default for Running {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Running(…)")
    }
}

/// The root of a tree without leaves: SHA-256 of nothing.
#[must_use]
pub fn empty() -> Hash {
    sha256(&[])
}

/// The hash of a leaf: SHA-256(0x00 ‖ data).
#[must_use]
pub fn leaf(data: &[u8]) -> Hash {
    let mut context = Context::new(&SHA256);
    context.update(&[0]);
    context.update(data);
    value(&context.finish())
}

/// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
#[must_use]
pub fn node(left: &Hash, right: &Hash) -> Hash {
    let mut context = Context::new(&SHA256);
    context.update(&[1]);
    context.update(left);
    context.update(right);
    value(&context.finish())
}
