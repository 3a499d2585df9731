//! Arbitrary bytes where a sealed document is expected, in pieces of any size.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_domain::id::{CaseId, DocumentId};
use safeconduct_vault::document::Opener;
use safeconduct_vault::place::Place;
use safeconduct_vault::secret::Key32;
use std::sync::LazyLock;

static KEY: LazyLock<Key32> = LazyLock::new(Key32::fresh);

fuzz_target!(|input: (u64, Vec<&[u8]>)| {
    let (len, pieces) = input;
    let place = Place::Document {
        case: CaseId::from_bytes([1; 16]),
        document: DocumentId::from_bytes([2; 16]),
    };
    let mut opener = Opener::new(&KEY, &place, len);
    let mut out = Default::default();
    let pushed = pieces
        .iter()
        .all(|piece| opener.push(piece, &mut out).is_ok());
    assert!(!pushed || opener.finish(&mut out).is_err());
    assert!(out.is_empty());
});
