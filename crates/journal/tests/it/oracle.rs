//! Roots and proofs against a second implementation, `ct-merkle` over RustCrypto's SHA-256.

use ct_merkle::RootHash;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use safeconduct_journal::proof::{
    ProofError, Prover, Provers, verify_consistency, verify_inclusion,
};
use safeconduct_journal::{Frontier, Hash, hash};
use sha2::Sha256;

type Oracle = MemoryBackedTree<Sha256, Vec<u8>>;

fn item(index: usize) -> Vec<u8> {
    format!("entry {index}").into_bytes()
}

fn root(tree: &RootHash<Sha256>) -> Hash {
    tree.as_bytes().as_slice().try_into().unwrap()
}

fn hashes(bytes: &[u8]) -> Vec<Hash> {
    bytes.as_chunks::<32>().0.to_vec()
}

fn prove(prover: Result<Prover, ProofError>, leaves: &[Hash]) -> Vec<Hash> {
    let mut prover = prover.unwrap();
    leaves.iter().for_each(|leaf| prover.leaf(*leaf));
    prover.finish().unwrap()
}

/// Every proof of every tree up to this size: 100,172 of them.
const SIZE: usize = 316;

#[test]
fn every_proof_of_the_oracle_holds_and_a_wrong_one_never_does() {
    let (mut oracle, mut frontier) = (Oracle::new(), Frontier::new());
    let (mut leaves, mut roots) = (Vec::new(), vec![frontier.root()]);
    let (mut tried, mut disagreements, mut wrong_accepted) = (0, 0, 0);
    for size in 1..=SIZE {
        oracle.push(item(size - 1));
        leaves.push(hash::leaf(&item(size - 1)));
        frontier.push(leaves[size - 1]);
        roots.push(frontier.root());
        assert_eq!(frontier.root(), root(&oracle.root()));
        for index in 0..size {
            let (n, i) = (size as u64, index as u64);
            let proof = hashes(oracle.prove_inclusion(index).as_bytes());
            let check = |leaf, at, proof: &[Hash]| {
                verify_inclusion(leaf, at, n, proof, &roots[size]).is_ok()
            };
            disagreements += u32::from(!check(&leaves[index], i, &proof));
            wrong_accepted += u32::from(size > 1 && check(&leaves[(index + 1) % size], i, &proof));
            wrong_accepted += u32::from(size > 1 && check(&leaves[index], (i + 1) % n, &proof));

            let old = index + 1;
            let proof = hashes(oracle.prove_consistency(size - old).as_bytes());
            let check = |old: usize, root, proof: &[Hash]| {
                verify_consistency((old as u64, &root), (n, &roots[size]), proof).is_ok()
            };
            disagreements += u32::from(!check(old, roots[old], &proof));
            wrong_accepted += u32::from(check(old, roots[old - 1], &proof));
            wrong_accepted += u32::from(!proof.is_empty() && check(old, roots[old], &proof[1..]));
            tried += 2;
        }
    }
    println!(
        "proofs of a second implementation: tried {tried}, disagreements {disagreements}, wrong ones accepted {wrong_accepted}"
    );
    assert!(tried >= 100_000 && disagreements == 0 && wrong_accepted == 0);
}

#[test]
fn our_proofs_are_the_oracles_byte_for_byte() {
    let mut oracle = Oracle::new();
    let mut leaves = Vec::new();
    for size in 1..=48 {
        oracle.push(item(size - 1));
        leaves.push(hash::leaf(&item(size - 1)));
        let n = size as u64;
        for index in 0..size {
            let ours = prove(Prover::inclusion(index as u64, n), &leaves);
            assert_eq!(
                ours,
                hashes(oracle.prove_inclusion(index).as_bytes()),
                "leaf {index} of {size}"
            );
            let ours = prove(Prover::consistency(index as u64 + 1, n), &leaves);
            assert_eq!(
                ours,
                hashes(oracle.prove_consistency(size - index - 1).as_bytes()),
                "{} to {size}",
                index + 1
            );
        }
    }
}

#[test]
fn many_proofs_at_once_are_the_same_proofs() {
    for size in 1_u64..=48 {
        let leaves: Vec<Hash> = (0..size)
            .map(|at| hash::leaf(&item(usize::try_from(at).unwrap())))
            .collect();
        for step in 1..=size {
            let positions: Vec<u64> = (0..size).step_by(usize::try_from(step).unwrap()).collect();
            let mut provers = Provers::inclusion(&positions, size).unwrap();
            // leaves after the tree are passed over
            for leaf in leaves.iter().chain(&leaves) {
                provers.leaf(*leaf);
            }
            let alone = positions
                .iter()
                .map(|at| prove(Prover::inclusion(*at, size), &leaves));
            assert_eq!(provers.finish().unwrap(), alone.collect::<Vec<_>>());
        }
        let few = Provers::inclusion(&[0], size).unwrap();
        assert_eq!(few.finish().err(), Some(ProofError::Length));
        assert_eq!(
            Provers::inclusion(&[0, size], size).err(),
            Some(ProofError::Range)
        );
    }
}

#[test]
fn the_borders_are_refused_or_trivial() {
    let (a, empty) = (hash::leaf(b"a"), hash::empty());
    assert_eq!(Prover::inclusion(1, 1).err(), Some(ProofError::Range));
    assert_eq!(Prover::consistency(2, 1).err(), Some(ProofError::Range));
    assert_eq!(
        Prover::inclusion(0, 1).unwrap().finish(),
        Err(ProofError::Length)
    );
    assert_eq!(
        verify_inclusion(&a, 0, 0, &[], &empty),
        Err(ProofError::Range)
    );
    assert_eq!(verify_inclusion(&a, 0, 1, &[], &a), Ok(()));
    assert_eq!(
        verify_inclusion(&a, 0, 1, &[a], &a),
        Err(ProofError::Length)
    );
    assert_eq!(verify_consistency((0, &empty), (0, &empty), &[]), Ok(()));
    assert_eq!(verify_consistency((0, &empty), (1, &a), &[]), Ok(()));
    assert_eq!(
        verify_consistency((0, &a), (1, &a), &[]),
        Err(ProofError::Root)
    );
    assert_eq!(
        verify_consistency((0, &a), (0, &a), &[]),
        Err(ProofError::Root)
    );
    assert_eq!(
        verify_consistency((0, &empty), (1, &a), &[a]),
        Err(ProofError::Length)
    );
    assert_eq!(
        verify_consistency((1, &a), (1, &a), &[a]),
        Err(ProofError::Length)
    );
    assert_eq!(
        verify_consistency((1, &a), (1, &empty), &[]),
        Err(ProofError::Root)
    );
    assert_eq!(
        verify_consistency((2, &a), (1, &a), &[]),
        Err(ProofError::Range)
    );
    assert_eq!(
        verify_consistency((1, &a), (2, &a), &[]),
        Err(ProofError::Length)
    );
    assert_eq!(
        verify_consistency((3, &a), (4, &a), &[]),
        Err(ProofError::Length)
    );
}

proptest! {
    #[test]
    fn larger_trees_prove_and_verify(size in 1_u64..3_000, at in any::<prop::sample::Index>(), flip in any::<prop::sample::Index>()) {
        let leaves: Vec<Hash> = (0..size).map(|index| hash::leaf(&index.to_be_bytes())).collect();
        let index = at.index(leaves.len());
        let mut frontier = Frontier::new();
        let mut old_root = frontier.root();
        for (position, leaf) in leaves.iter().enumerate() {
            if position == index {
                old_root = frontier.root();
            }
            frontier.push(*leaf);
        }
        let (old, root) = (index as u64, frontier.root());
        let inclusion = prove(Prover::inclusion(old, size), &leaves);
        prop_assert_eq!(verify_inclusion(&leaves[index], old, size, &inclusion, &root), Ok(()));
        let consistency = prove(Prover::consistency(old, size), &leaves);
        prop_assert_eq!(verify_consistency((old, &old_root), (size, &root), &consistency), Ok(()));
        for (proof, is_inclusion) in [(inclusion, true), (consistency, false)] {
            if proof.is_empty() { continue; }
            let mut bad = proof.clone();
            let bit = flip.index(bad.len() * 256);
            bad[bit / 256][bit % 256 / 8] ^= 1 << (bit % 8);
            let verdict = if is_inclusion {
                verify_inclusion(&leaves[index], old, size, &bad, &root)
            } else {
                verify_consistency((old, &old_root), (size, &root), &bad)
            };
            prop_assert_eq!(verdict, Err(ProofError::Root));
        }
    }

    #[test]
    fn arbitrary_proofs_end_in_an_answer(a: u64, b: u64, proof in prop::collection::vec(any::<Hash>(), 0..70), root: Hash) {
        prop_assert!(verify_inclusion(&root, a, b, &proof, &root).is_err() || (b == 1 && proof.is_empty()));
        let _ = verify_consistency((a, &root), (b, &root), &proof);
        let _ = (Prover::inclusion(a, b), Prover::consistency(a, b));
    }
}
