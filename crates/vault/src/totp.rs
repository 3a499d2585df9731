//! The second factor: time-based codes (RFC 6238) of six digits, 30 seconds, SHA-1, as every app has them.

use crate::{Error, random};
use std::fmt;
use totp_rs::{Algorithm, Builder, Secret, Totp};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Seconds in a step.
pub const STEP_SECONDS: u64 = 30;

/// The shared secret: 20 bytes (160 bits, RFC 4226 section 4). Wiped on drop.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct TotpSecret([u8; 20]);

impl TotpSecret {
    /// A new random secret.
    #[must_use]
    pub fn fresh() -> Self {
        Self(random::fresh())
    }

    /// Read back from the bundle.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// The 20 bytes, to be sealed.
    #[must_use]
    pub const fn expose(&self) -> &[u8; 20] {
        &self.0
    }

    /// For typing into an app: 32 base-32 characters.
    #[must_use]
    pub fn base32(&self) -> Zeroizing<String> {
        Zeroizing::new(Secret::new_stack(self.0).to_base32())
    }

    /// Read back from its 32 base-32 characters.
    ///
    /// # Errors
    /// [`Error::Malformed`] for anything else.
    pub fn from_base32(text: &str) -> Result<Self, Error> {
        let secret = Secret::try_from_base32(text).map_err(|_| Error::Malformed)?;
        let bytes: &[u8] = secret.as_ref();
        bytes.try_into().map(Self).map_err(|_| Error::Malformed)
    }

    /// The `otpauth://totp/…` address for an app, also as a QR code.
    ///
    /// # Errors
    /// [`Error::Text`] when `issuer` or `account` is empty or has a colon or a control character.
    pub fn uri(&self, issuer: &str, account: &str) -> Result<Zeroizing<String>, Error> {
        let unfit =
            |text: &str| text.is_empty() || text.contains(|c: char| c == ':' || c.is_control());
        if unfit(issuer) || unfit(account) {
            return Err(Error::Text);
        }
        let (issuer, account, secret) = (percent(issuer), percent(account), self.base32());
        Ok(Zeroizing::new(format!(
            "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}",
            secret.as_str()
        )))
    }

    /// Checks a code at `at_ms` (UTC milliseconds), one step of drift either way.
    ///
    /// Gives the step it belongs to, which the caller stores: a code of `last_step` or before is refused, so that none
    /// is used twice. A new account has `last_step` 0.
    #[must_use]
    pub fn check(&self, code: &str, at_ms: i64, last_step: u64) -> Option<u64> {
        let code: Zeroizing<String> = Zeroizing::new(code.chars().filter(|c| *c != ' ').collect());
        if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let seconds = u64::try_from(at_ms).ok()? / 1000;
        self.app()?
            .check(&code, seconds)
            .filter(|step| *step > last_step)
    }

    /// The code at `at_ms`, as an app shows it. For tests and demonstrations.
    #[must_use]
    pub fn code(&self, at_ms: i64) -> Option<String> {
        let seconds = u64::try_from(at_ms).ok()? / 1000;
        Some(self.app()?.generate(seconds).to_string())
    }

    fn app(&self) -> Option<Totp> {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(1)
            .with_step_duration(STEP_SECONDS)
            .with_secret(Secret::new_stack(self.0))
            .build()
            .ok()
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::TotpSecret;

    #[test]
    fn what_is_typed_into_an_app_is_read_back() {
        let secret = TotpSecret::fresh();
        let again = TotpSecret::from_base32(&secret.base32()).unwrap();
        assert_eq!(again.expose(), secret.expose());
        for bad in ["", "ABCD", "1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            assert!(TotpSecret::from_base32(bad).is_err(), "{bad}");
        }
    }
}
