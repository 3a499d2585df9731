//! Arbitrary bytes where a certificate is expected: canonical or refused, and never believed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_vault::certificate::{GroupCertificate, Signed, UserCertificate};
use safeconduct_vault::chain::Chain;
use safeconduct_vault::signing::SigningKey;
use std::sync::LazyLock;

static ROOT: LazyLock<SigningKey> = LazyLock::new(SigningKey::generate);

fuzz_target!(|input: (&[u8], &[u8])| {
    let (body, signatures) = input;
    if let Ok(read) = UserCertificate::from_bytes(body) {
        assert_eq!(read.to_bytes(), body);
    }
    if let Ok(read) = GroupCertificate::from_bytes(body) {
        assert_eq!(read.to_bytes(), body);
    }
    if let Ok(signed) = Signed::from_parts(body.to_vec(), signatures) {
        assert_eq!(signed.signature_bytes(), signatures);
        let chain = Chain::new(ROOT.verifying(), [&signed]);
        assert!(chain.verify_user(&signed).is_err());
        assert!(chain.verify_group(&signed).is_err());
    }
});
