//! Proofs by RFC 9162, sections 2.1.3 and 2.1.4 (the trees and proofs of RFC 6962): that a leaf is in a tree, and that
//! a tree is the beginning of a larger one.
//!
//! Making one reads the leaf hashes once, in order, and keeps O(log² n) of memory; checking one is O(log n). A proof is
//! a list of at most 64 hashes, in the order the RFC gives them.

use crate::frontier::Frontier;
use crate::hash::{self, Hash};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// Why a proof cannot be made, or does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// There is no such leaf in a tree of that size, or the old size is larger than the new one.
    #[error("no such position in a tree of that size")]
    Range,
    /// The proof has too few or too many hashes, or the leaves ended before the tree did.
    #[error("the wrong number of hashes")]
    Length,
    /// The hashes do not lead to the root.
    #[error("the proof does not lead to the root")]
    Root,
}

/// The largest power of two below `leaves`, which is at least 2.
fn left_leaves(leaves: u64) -> u64 {
    1 << leaves.saturating_sub(1).checked_ilog2().unwrap_or(0)
}

/// Makes many proofs at once that leaves are in a tree, from the leaf hashes given one by one: what proofs share is hashed
/// once, so that the whole costs O(n log n) at most, however many they are.
#[derive(Debug, Clone)]
pub struct Provers {
    /// The subtrees of each proof, in its order.
    paths: Vec<Vec<Range<u64>>>,
    /// Subtrees that begin later, by where.
    to_come: BTreeMap<u64, Vec<u64>>,
    /// Subtrees that have begun.
    begun: Vec<(Range<u64>, Frontier)>,
    roots: HashMap<Range<u64>, Hash>,
    next: u64,
    size: u64,
}

impl Provers {
    /// For the proofs that the leaves at these positions are in the tree of the first `size` leaves.
    pub fn inclusion(positions: &[u64], size: u64) -> Result<Self, ProofError> {
        let mut paths = Vec::with_capacity(positions.len());
        let mut wanted = BTreeSet::new();
        for index in positions {
            let one = Prover::inclusion(*index, size)?;
            let path: Vec<_> = one.parts.into_iter().map(|(range, _)| range).collect();
            wanted.extend(path.iter().map(|range| (range.start, range.end)));
            paths.push(path);
        }
        let mut to_come: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
        for (start, end) in wanted {
            to_come.entry(start).or_default().push(end);
        }
        Ok(Self {
            paths,
            to_come,
            begun: Vec::new(),
            roots: HashMap::new(),
            next: 0,
            size,
        })
    }

    /// The next leaf's hash, from the first leaf on. Leaves after the tree are passed over.
    pub fn leaf(&mut self, leaf: Hash) {
        for end in self.to_come.remove(&self.next).unwrap_or_default() {
            self.begun.push((self.next..end, Frontier::new()));
        }
        self.next = self.next.saturating_add(1);
        for (_, part) in &mut self.begun {
            part.push(leaf);
        }
        let next = self.next;
        for (range, part) in self.begun.extract_if(.., |(range, _)| range.end == next) {
            self.roots.insert(range, part.root());
        }
    }

    /// The proofs, in the order of their positions, once every leaf of the tree has been given.
    pub fn finish(self) -> Result<Vec<Vec<Hash>>, ProofError> {
        if self.next < self.size {
            return Err(ProofError::Length);
        }
        let root = |range: &Range<u64>| self.roots.get(range).copied().ok_or(ProofError::Length);
        let path = |path: &Vec<Range<u64>>| path.iter().map(root).collect();
        self.paths.iter().map(path).collect()
    }
}

/// Makes one proof from the leaf hashes of a journal, given one by one.
#[derive(Debug, Clone)]
pub struct Prover {
    /// The subtrees whose roots are the proof, in its order; they do not overlap.
    parts: Vec<(Range<u64>, Frontier)>,
    next: u64,
    size: u64,
}

impl Prover {
    /// For the proof that the leaf at `index` is in the tree of the first `size` leaves.
    pub fn inclusion(index: u64, size: u64) -> Result<Self, ProofError> {
        if index >= size {
            return Err(ProofError::Range);
        }
        let (mut tree, mut parts) = (0..size, Vec::new());
        while tree.end - tree.start > 1 {
            let middle = tree.start + left_leaves(tree.end - tree.start);
            if index < middle {
                parts.push(middle..tree.end);
                tree.end = middle;
            } else {
                parts.push(tree.start..middle);
                tree.start = middle;
            }
        }
        Ok(Self::of(parts, size))
    }

    /// For the proof that the tree of the first `old` leaves is the beginning of the tree of the first `new` ones. From
    /// an empty tree, and from a tree to itself, the proof is empty.
    pub fn consistency(old: u64, new: u64) -> Result<Self, ProofError> {
        if old > new {
            return Err(ProofError::Range);
        }
        let (mut tree, mut parts) = (0..new, Vec::new());
        while old > 0 && tree.end != old {
            let middle = tree.start + left_leaves(tree.end - tree.start);
            if old <= middle {
                parts.push(middle..tree.end);
                tree.end = middle;
            } else {
                parts.push(tree.start..middle);
                tree.start = middle;
            }
        }
        if tree.start > 0 {
            parts.push(tree);
        }
        Ok(Self::of(parts, new))
    }

    fn of(from_the_top: Vec<Range<u64>>, size: u64) -> Self {
        let parts = from_the_top
            .into_iter()
            .rev()
            .map(|range| (range, Frontier::new()))
            .collect();
        Self {
            parts,
            next: 0,
            size,
        }
    }

    /// The next leaf's hash, from the first leaf on. Leaves after the tree are passed over.
    pub fn leaf(&mut self, leaf: Hash) {
        if let Some((_, part)) = self
            .parts
            .iter_mut()
            .find(|(range, _)| range.contains(&self.next))
        {
            part.push(leaf);
        }
        self.next = self.next.saturating_add(1);
    }

    /// The proof, once every leaf of the tree has been given.
    pub fn finish(self) -> Result<Vec<Hash>, ProofError> {
        if self.next < self.size {
            return Err(ProofError::Length);
        }
        Ok(self
            .parts
            .into_iter()
            .map(|(_, part)| part.root())
            .collect())
    }
}

/// Checks that `leaf` is at `index` in the tree of `size` leaves with this root (RFC 9162, 2.1.3.2).
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::Range);
    }
    let mut climb = Climb {
        at: index,
        last: size - 1,
    };
    let mut found = *leaf;
    for sibling in proof {
        found = if climb.sibling_is_left()? {
            hash::node(sibling, &found)
        } else {
            hash::node(&found, sibling)
        };
        climb.up();
    }
    climb.at_top()?;
    if found == *root {
        Ok(())
    } else {
        Err(ProofError::Root)
    }
}

/// Checks that the tree of `old` leaves with `old_root` is the beginning of the one of `new` leaves with `new_root`
/// (RFC 9162, 2.1.4.2; an empty old tree, which the RFC leaves out, has the empty proof as in C2SP `tlog-witness`).
pub fn verify_consistency(
    (old, old_root): (u64, &Hash),
    (new, new_root): (u64, &Hash),
    proof: &[Hash],
) -> Result<(), ProofError> {
    if old > new {
        return Err(ProofError::Range);
    }
    if old == 0 || old == new {
        let beginning = if old == 0 { hash::empty() } else { *new_root };
        let fits = *old_root == beginning && (new > 0 || *new_root == beginning);
        return match (proof, fits) {
            ([], true) => Ok(()),
            ([], false) => Err(ProofError::Root),
            _ => Err(ProofError::Length),
        };
    }
    let mut climb = Climb {
        at: old - 1,
        last: new - 1,
    };
    climb.skip(climb.at.trailing_ones());
    // A complete old tree is a subtree of the new one, and its root is the hash to start from.
    let (start, rest) = if old.is_power_of_two() {
        (old_root, proof)
    } else {
        proof.split_first().ok_or(ProofError::Length)?
    };
    let (mut found_old, mut found_new) = (*start, *start);
    for sibling in rest {
        if climb.sibling_is_left()? {
            found_old = hash::node(sibling, &found_old);
            found_new = hash::node(sibling, &found_new);
        } else {
            found_new = hash::node(&found_new, sibling);
        }
        climb.up();
    }
    climb.at_top()?;
    if found_old == *old_root && found_new == *new_root {
        Ok(())
    } else {
        Err(ProofError::Root)
    }
}

/// The way from a node up to the root, beside the right edge of the tree: the RFC's `fn` and `sn`.
struct Climb {
    at: u64,
    last: u64,
}

impl Climb {
    fn skip(&mut self, levels: u32) {
        self.at = self.at.checked_shr(levels).unwrap_or(0);
        self.last = self.last.checked_shr(levels).unwrap_or(0);
    }

    /// Whether the next hash stands to the left; levels at which a node on the right edge has no sibling are skipped.
    fn sibling_is_left(&mut self) -> Result<bool, ProofError> {
        if self.last == 0 {
            return Err(ProofError::Length);
        }
        if self.at == self.last {
            self.skip(self.at.trailing_zeros());
        }
        Ok(self.at & 1 == 1)
    }

    fn up(&mut self) {
        self.skip(1);
    }

    const fn at_top(&self) -> Result<(), ProofError> {
        if self.last == 0 {
            Ok(())
        } else {
            Err(ProofError::Length)
        }
    }
}
