//! HKDF-SHA-384 (RFC 5869) and HMAC-SHA-384 through AWS-LC, with the lengths this crate needs.

use aws_lc_rs::{hkdf, hmac};
use zeroize::Zeroizing;

/// Output length handed to HKDF.
struct Len(usize);

impl hkdf::KeyType for Len {
    fn len(&self) -> usize {
        self.0
    }
}

/// `N` bytes from `HKDF-SHA-384(salt, secret)` expanded with `info`.
pub(crate) fn hkdf<const N: usize>(salt: &[u8], secret: &[u8], info: &[u8]) -> Zeroizing<[u8; N]> {
    let mut out = Zeroizing::new([0; N]);
    let prk = hkdf::Salt::new(hkdf::HKDF_SHA384, salt).extract(secret);
    let info = [info];
    let filled = prk
        .expand(&info, Len(N))
        .and_then(|okm| okm.fill(out.as_mut()));
    if filled.is_err() {
        // HKDF refuses only lengths above 255 hashes, and N is fixed at 32 or 48 in this crate.
        std::process::abort();
    }
    out
}

/// HMAC-SHA-384 of `parts` one after the other.
pub(crate) fn hmac(key: &[u8], parts: &[&[u8]]) -> Zeroizing<[u8; 48]> {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA384, key));
    parts.iter().for_each(|part| context.update(part));
    let mut out = Zeroizing::new([0; 48]);
    out.iter_mut()
        .zip(context.sign().as_ref())
        .for_each(|(to, from)| *to = *from);
    out
}

/// The same, cut to 32 bytes: a stand-in for what must be found again and not read.
pub(crate) fn mark(key: &[u8], text: &[u8]) -> [u8; 32] {
    let tag = hmac(key, &[text]);
    let mut out = [0; 32];
    out.iter_mut()
        .zip(tag.iter())
        .for_each(|(to, from)| *to = *from);
    out
}

#[cfg(test)]
mod tests {
    use super::{hkdf, hmac};

    #[test]
    fn hmac_of_rfc_4231() {
        // Section 4.3, test case 2; the parts are joined.
        let expected = concat!(
            "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e",
            "8e2240ca5e69e2c78b3239ecfab21649"
        );
        let tag = hmac(b"Jefe", &[b"what do ya want ", b"for nothing?"]);
        assert_eq!(
            tag.iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>(),
            expected
        );
    }

    #[test]
    fn hkdf_is_extract_and_expand_of_rfc_5869() {
        let prk = hmac(b"salt", &[b"secret"]);
        assert_eq!(
            *hkdf::<48>(b"salt", b"secret", b"info"),
            *hmac(prk.as_ref(), &[b"info", &[1]])
        );
        assert_eq!(
            hkdf::<32>(b"salt", b"secret", b"info")[..],
            hmac(prk.as_ref(), &[b"info", &[1]])[..32]
        );
    }
}
