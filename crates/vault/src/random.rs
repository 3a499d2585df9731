//! The one place where randomness is drawn: AES-CTR-DRBG of AWS-LC, seeded by the operating system.

/// Fills `out` with random bytes.
///
/// A process that cannot draw randomness must not go on: it ends at once, as AWS-LC itself does.
pub fn fill(out: &mut [u8]) {
    if aws_lc_rs::rand::fill(out).is_err() {
        std::process::abort();
    }
}

/// 16 random bytes, for the id of a new case, person, document, transfer …
#[must_use]
pub fn fresh_id() -> [u8; 16] {
    fresh()
}

/// `N` random bytes.
#[must_use]
pub fn fresh<const N: usize>() -> [u8; N] {
    let mut out = [0; N];
    fill(&mut out);
    out
}

/// The generator in the shape the `hpke` crate asks for.
pub(crate) struct Rng;

impl hpke::rand_core::TryRng for Rng {
    type Error = core::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(u32::from_le_bytes(fresh()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(u64::from_le_bytes(fresh()))
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Self::Error> {
        fill(dst);
        Ok(())
    }
}

impl hpke::rand_core::TryCryptoRng for Rng {}
