//! The right edge of the tree: all that must be kept to append a leaf and to know the root.
//!
//! A tree of n leaves is the roots of its complete subtrees, one for every 1 in n written in binary, the largest first
//! (Crosby and Wallach 2009; C2SP calls it a compact range). Pushing costs O(1) hashes on average; the root, O(log n).

use crate::hash::{self, Hash};
use crate::reader::{Malformed, Reader};

const FORMAT: u8 = 1;

/// The complete subtrees of a tree of some size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    /// As many as `size` has 1 bits; the largest subtree first.
    subtrees: Vec<Hash>,
}

impl Frontier {
    /// The tree without leaves.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            size: 0,
            subtrees: Vec::new(),
        }
    }

    /// The number of leaves.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf, given its hash ([`Header::leaf`](crate::Header::leaf), or [`hash::leaf`]).
    pub fn push(&mut self, leaf: Hash) {
        let mut subtree = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.subtrees.pop() {
                subtree = hash::node(&left, &subtree);
            }
        }
        self.subtrees.push(subtree);
        self.size = self.size.saturating_add(1);
    }

    /// The root: RFC 6962's Merkle tree hash of all leaves.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut right_to_left = self.subtrees.iter().rev();
        match right_to_left.next() {
            None => hash::empty(),
            Some(last) => right_to_left.fold(*last, |right, left| hash::node(left, &right)),
        }
    }

    /// Canonical bytes: format 1, the size (8 bytes, big-endian), the subtrees' hashes, the largest subtree first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(9 + 32 * self.subtrees.len());
        out.push(FORMAT);
        out.extend(self.size.to_be_bytes());
        for subtree in &self.subtrees {
            out.extend(subtree);
        }
        out
    }

    /// The frontier these bytes encode. Only canonical bytes are accepted; sizes end at 2^63 − 1.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        if reader.byte()? != FORMAT {
            return Err(Malformed::Format);
        }
        let size = reader.number("size")?;
        let subtrees = (0..size.count_ones())
            .map(|_| reader.array())
            .collect::<Result<_, _>>()?;
        reader.end()?;
        Ok(Self { size, subtrees })
    }
}
