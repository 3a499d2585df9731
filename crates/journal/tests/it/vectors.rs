//! Published values: the reference tree of Certificate Transparency (RFC 6962) and the example of Go's notes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use safeconduct_journal::note::NoteError;
use safeconduct_journal::proof::{Prover, verify_consistency, verify_inclusion};
use safeconduct_journal::{Checkpoint, Frontier, Hash, SigningKey, VerifyingKey, hash};

const LEAVES: [&str; 8] = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
];
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const A: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const B: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const C: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const D: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const E: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const F: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

fn hash_of(hex: &str) -> Hash {
    hex::decode(hex).unwrap().try_into().unwrap()
}

fn leaf(index: u64) -> Hash {
    hash::leaf(&hex::decode(LEAVES[index as usize]).unwrap())
}

fn prove(prover: Prover) -> Vec<Hash> {
    let mut prover = prover;
    (0..8).for_each(|index| prover.leaf(leaf(index)));
    prover.finish().unwrap()
}

#[test]
fn roots_of_the_reference_tree() {
    let mut frontier = Frontier::new();
    assert_eq!(frontier.root(), hash_of(ROOTS[0]));
    for size in 1..=8 {
        frontier.push(leaf(size - 1));
        assert_eq!(
            (frontier.size(), frontier.root()),
            (size, hash_of(ROOTS[size as usize]))
        );
    }
}

#[test]
fn inclusion_proofs_of_the_reference_tree() {
    let cases: [(u64, u64, &[&str]); 5] = [
        (0, 1, &[]),
        (0, 8, &[A, B, C]),
        (5, 8, &[D, E, ROOTS[4]]),
        (2, 3, &[ROOTS[2]]),
        (1, 5, &[ROOTS[1], B, D]),
    ];
    for (index, size, proof) in cases {
        let proof: Vec<Hash> = proof.iter().map(|hex| hash_of(hex)).collect();
        assert_eq!(
            prove(Prover::inclusion(index, size).unwrap()),
            proof,
            "leaf {index} of {size}"
        );
        let root = hash_of(ROOTS[size as usize]);
        assert_eq!(
            verify_inclusion(&leaf(index), index, size, &proof, &root),
            Ok(())
        );
    }
}

#[test]
fn consistency_proofs_of_the_reference_tree() {
    let cases: [(u64, u64, &[&str]); 4] = [
        (1, 1, &[]),
        (1, 8, &[A, B, C]),
        (6, 8, &[F, E, ROOTS[4]]),
        (2, 5, &[B, D]),
    ];
    for (old, new, proof) in cases {
        let proof: Vec<Hash> = proof.iter().map(|hex| hash_of(hex)).collect();
        assert_eq!(
            prove(Prover::consistency(old, new).unwrap()),
            proof,
            "{old} to {new}"
        );
        let (old_root, new_root) = (hash_of(ROOTS[old as usize]), hash_of(ROOTS[new as usize]));
        assert_eq!(
            verify_consistency((old, &old_root), (new, &new_root), &proof),
            Ok(())
        );
    }
}

const VKEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SKEY: &str = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const TEXT: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n\
    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

#[test]
fn the_example_of_gos_notes_is_signed_and_opened_byte_for_byte() {
    let seed: [u8; 32] = STANDARD.decode(SKEY).unwrap()[1..].try_into().unwrap();
    let key = SigningKey::from_seed("PeterNeumann", &seed).unwrap();
    assert_eq!(key.verifying_key().to_vkey(), VKEY);
    assert_eq!(key.sign(TEXT).unwrap(), NOTE);
    let public = VerifyingKey::from_vkey(VKEY).unwrap();
    assert_eq!(public.open(NOTE), Ok(TEXT));
    assert_eq!(Checkpoint::open(NOTE, &public), Err(NoteError::Checkpoint));
}

#[test]
fn the_text_of_the_example_checkpoint_is_read() {
    let text =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    let checkpoint = Checkpoint::from_text(text).unwrap();
    assert_eq!(
        (checkpoint.origin.as_str(), checkpoint.size),
        ("example.com/behind-the-sofa", 20_852_163)
    );
    assert_eq!(checkpoint.to_text(), text);
}
