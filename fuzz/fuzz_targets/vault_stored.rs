//! Arbitrary bytes in the open columns and fields the vault reads.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_vault::bundle::UserPublic;
use safeconduct_vault::capsule::SessionSecret;
use safeconduct_vault::hybrid::PublicKey;
use safeconduct_vault::kdf::{Kdf, LEAST_MEMORY_KIB, MOST_MEMORY_KIB};
use safeconduct_vault::passphrase::check_own;
use safeconduct_vault::totp::TotpSecret;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(kdf) = Kdf::from_bytes(bytes) {
        assert!((LEAST_MEMORY_KIB..=MOST_MEMORY_KIB).contains(&kdf.memory_kib()));
        assert_eq!(kdf.to_bytes(), bytes);
    }
    if let Ok(public) = UserPublic::from_bytes(bytes) {
        assert_eq!(public.to_bytes(), bytes);
    }
    if let Ok(key) = PublicKey::from_bytes(bytes) {
        let _ = key.check();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Ok(session) = SessionSecret::from_cookie(text) {
            assert_eq!(session.to_cookie().as_str(), text);
        }
        let _ = check_own(text);
        let _ = TotpSecret::from_bytes([1; 20]).check(text, 1_700_000_000_000, 0);
        let _ = TotpSecret::from_bytes([1; 20]).uri(text, text);
    }
});
