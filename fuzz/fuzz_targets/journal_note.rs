//! Any text: a note nobody signed is refused; a text that reads as a checkpoint, signed, opens as that checkpoint.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_journal::note::NoteError;
use safeconduct_journal::{Checkpoint, SigningKey, VerifyingKey};
use std::sync::LazyLock;

static KEY: LazyLock<SigningKey> =
    LazyLock::new(|| SigningKey::from_seed("a.example/j", &[7; 32]).expect("a key"));

fuzz_target!(|text: &str| {
    let public = KEY.verifying_key();
    assert!(Checkpoint::open(text, public).is_err());
    if let Ok(key) = VerifyingKey::from_vkey(text) {
        assert_eq!(key.to_vkey(), text);
    }
    if let Ok(note) = KEY.sign(text) {
        assert_eq!(public.open(&note), Ok(text));
        match Checkpoint::from_text(text) {
            None => assert_eq!(Checkpoint::open(&note, public), Err(NoteError::Checkpoint)),
            Some(told) if told.origin == public.name() => {
                assert_eq!(Checkpoint::open(&note, public), Ok(told))
            }
            Some(_) => assert_eq!(Checkpoint::open(&note, public), Err(NoteError::Origin)),
        }
    }
});
