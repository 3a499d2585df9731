//! Any bytes: a header is refused, or it is the one encoding of its value.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_journal::Header;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(header) = Header::from_bytes(bytes) {
        assert_eq!(header.to_bytes(), bytes);
        assert_eq!(header.leaf(), safeconduct_journal::hash::leaf(bytes));
        assert_eq!(
            header.unsigned_bytes(),
            bytes[..bytes.len() - safeconduct_journal::MAC_LEN]
        );
    }
});
