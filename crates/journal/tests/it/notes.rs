//! Notes and checkpoints: what is accepted, and that nothing else is.

use crate::sample::{ORIGIN, signer};
use proptest::prelude::*;
use safeconduct_journal::note::NoteError;
use safeconduct_journal::{Checkpoint, Frontier, SigningKey, VerifyingKey, hash};

fn frontier(size: u64) -> Frontier {
    let mut frontier = Frontier::new();
    (0..size).for_each(|seq| frontier.push(hash::leaf(&seq.to_be_bytes())));
    frontier
}

fn other(name: &str) -> SigningKey {
    SigningKey::from_seed(name, &[0x77; 32]).unwrap()
}

#[test]
fn a_checkpoint_opens_with_its_key_alone() {
    for size in [0, 1, 1000] {
        let (tree, key) = (frontier(size), signer());
        let note = Checkpoint::sign(&tree, &key).unwrap();
        let opened = Checkpoint::open(&note, key.verifying_key()).unwrap();
        assert_eq!(
            opened,
            Checkpoint {
                origin: ORIGIN.to_owned(),
                size,
                root: tree.root()
            }
        );
        for key in [other(ORIGIN), other("elsewhere.example/journal")] {
            assert_eq!(
                Checkpoint::open(&note, key.verifying_key()),
                Err(NoteError::Unsigned)
            );
        }
    }
}

#[test]
fn cosignatures_are_passed_over_and_false_ones_of_the_key_refuse_the_note() {
    let (key, witness) = (signer(), other("witness.example/w"));
    let text = "safeconduct.example/journal\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    let line = |key: &SigningKey, text: &str| {
        key.sign(text)
            .unwrap()
            .rsplit_once("\n\n")
            .unwrap()
            .1
            .to_owned()
    };
    let (ours, theirs, old) = (
        line(&key, text),
        line(&witness, text),
        line(&key, "other\n"),
    );
    let open = |lines: &[&str]| {
        key.verifying_key()
            .open(&format!("{text}\n{}", lines.concat()))
            .map(str::len)
    };
    for good in [
        &[&*ours, &theirs][..],
        &[&theirs, &ours],
        &[&ours, &ours],
        &[&*theirs; 16],
        &[&ours],
    ] {
        assert_eq!(open(good).is_ok(), good.contains(&&*ours));
    }
    assert_eq!(open(&[&ours, &old]), Err(NoteError::Signature));
    assert_eq!(open(&[&old]), Err(NoteError::Signature));
    assert_eq!(open(&vec![&*theirs; 65]), Err(NoteError::Form));
    assert_eq!(open(&[&theirs]), Err(NoteError::Unsigned));
    assert_eq!(open(&[]), Err(NoteError::Form));
}

#[test]
fn genuine_notes_that_are_not_our_checkpoints_are_refused() {
    let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    for (text, why) in [
        (format!("{ORIGIN}\n00\n{root}\n"), NoteError::Checkpoint),
        (format!("{ORIGIN}\n+0\n{root}\n"), NoteError::Checkpoint),
        (format!("{ORIGIN}\n-1\n{root}\n"), NoteError::Checkpoint),
        (
            format!("{ORIGIN}\n18446744073709551616\n{root}\n"),
            NoteError::Checkpoint,
        ),
        (
            format!("{ORIGIN}\n0\n{root}\nmore\n"),
            NoteError::Checkpoint,
        ),
        (
            format!("{ORIGIN}\n0\n{}\n", &root[..40]),
            NoteError::Checkpoint,
        ),
        (
            format!("{ORIGIN}\n0\n{}V=\n", &root[..42]),
            NoteError::Checkpoint,
        ),
        (format!("{ORIGIN}\n0\n"), NoteError::Checkpoint),
        (format!("\n0\n{root}\n"), NoteError::Checkpoint),
        (
            format!("elsewhere.example/journal\n0\n{root}\n"),
            NoteError::Origin,
        ),
    ] {
        let note = signer().sign(&text).unwrap();
        assert_eq!(
            Checkpoint::open(&note, signer().verifying_key()),
            Err(why),
            "{text}"
        );
    }
}

#[test]
fn texts_and_names_are_checked_before_signing() {
    for text in ["", "no newline", "tab\there\n", "return\r\n"] {
        assert_eq!(signer().sign(text), Err(NoteError::Text), "{text:?}");
    }
    for name in ["", "a b", "a+b", "a\u{a0}b", "a\nb", "\u{3000}"] {
        assert_eq!(
            SigningKey::from_seed(name, &[1; 32]).err(),
            Some(NoteError::Name),
            "{name:?}"
        );
    }
    assert_eq!(
        format!("{:?}", signer()),
        "SigningKey(safeconduct.example/journal, …)"
    );
}

#[test]
fn a_verifier_key_has_one_spelling() {
    let vkey = signer().verifying_key().to_vkey();
    assert_eq!(
        VerifyingKey::from_vkey(&vkey).unwrap(),
        *signer().verifying_key()
    );
    for at in 0..vkey.len() {
        assert!(VerifyingKey::from_vkey(&vkey[..at]).is_err());
        let mut bytes = vkey.clone().into_bytes();
        bytes[at] ^= 1;
        assert!(
            String::from_utf8(bytes).is_ok_and(|text| VerifyingKey::from_vkey(&text).is_err()),
            "{at}"
        );
    }
    assert!(VerifyingKey::from_vkey(&vkey.to_uppercase()).is_err());
    assert!(VerifyingKey::from_vkey(&format!("{vkey}\n")).is_err());
}

#[test]
fn no_byte_of_a_note_can_be_changed_or_removed() {
    let note = Checkpoint::sign(&frontier(9), &signer()).unwrap();
    let open = |bytes: &[u8]| {
        std::str::from_utf8(bytes)
            .ok()
            .and_then(|note| Checkpoint::open(note, signer().verifying_key()).ok())
    };
    assert!(open(note.as_bytes()).is_some());
    let (mut tried, mut accepted) = (0, 0);
    for at in 0..note.len() {
        for byte in 0..=u8::MAX {
            let mut bytes = note.clone().into_bytes();
            if std::mem::replace(&mut bytes[at], byte) != byte {
                tried += 1;
                accepted += usize::from(open(&bytes).is_some());
            }
        }
        tried += 2;
        accepted += usize::from(open(&note.as_bytes()[..at]).is_some());
        let mut longer = note.clone();
        if note.is_char_boundary(at) {
            longer.insert(at, 'A');
            accepted += usize::from(open(longer.as_bytes()).is_some());
        }
    }
    println!("notes changed by a byte: tried {tried}, accepted {accepted}");
    assert!(tried > 40_000);
    assert_eq!(accepted, 0);
}

proptest! {
    #[test]
    fn arbitrary_texts_end_in_an_answer(note in "(?s).{0,200}", tail in "(\n\n)?(— .{1,9} [A-Za-z0-9+/]{0,99}={0,2}\n){0,3}") {
        let signed = [note.as_str(), &tail].concat();
        prop_assert!(Checkpoint::open(&signed, signer().verifying_key()).is_err());
        let _ = (Checkpoint::from_text(&note), VerifyingKey::from_vkey(&note));
    }
}
