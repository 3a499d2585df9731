//! Any proof: checking ends in an answer; and what the prover makes for a small tree is accepted.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_journal::proof::{Prover, verify_consistency, verify_inclusion};
use safeconduct_journal::{Frontier, hash};

fuzz_target!(|input: (u64, u64, Vec<u8>)| {
    let (a, b, bytes) = input;
    let proof = bytes.as_chunks::<32>().0;
    let root = proof.first().copied().unwrap_or_default();
    let _ = verify_inclusion(&root, a, b, proof, &root);
    let _ = verify_consistency((a, &root), (b, &root), proof);

    let (size, mut tree, mut old_root) = (b % 40 + 1, Frontier::new(), hash::empty());
    let index = a % size;
    let (mut inclusion, mut consistency) = (
        Prover::inclusion(index, size).expect("a leaf"),
        Prover::consistency(index, size).expect("a smaller tree"),
    );
    let leaf = |at: u64| hash::leaf(&at.to_be_bytes());
    for at in 0..size {
        if at == index {
            old_root = tree.root();
        }
        tree.push(leaf(at));
        inclusion.leaf(leaf(at));
        consistency.leaf(leaf(at));
    }
    let root = tree.root();
    let (inclusion, consistency) = (
        inclusion.finish().expect("all leaves"),
        consistency.finish().expect("all leaves"),
    );
    assert_eq!(
        verify_inclusion(&leaf(index), index, size, &inclusion, &root),
        Ok(())
    );
    assert_eq!(
        verify_consistency((index, &old_root), (size, &root), &consistency),
        Ok(())
    );
    if !inclusion.is_empty() && proof != inclusion {
        assert!(verify_inclusion(&leaf(index), index, size, proof, &root).is_err());
    }
});
