//! Padding, so that a ciphertext's length says little of its content.
//!
//! Up to 1 KiB in steps of 64 bytes; above that Padmé (Nikitin and others, PETS 2019): at most 12 % more, and only
//! O(log log L) bits of the length L remain visible.

/// The padded length of `len` bytes. Never less than 64.
#[must_use]
pub(crate) const fn padded(len: u64) -> u64 {
    if len <= 64 {
        return 64;
    }
    let mask = if len <= 1024 {
        63
    } else {
        let exponent = len.ilog2();
        let kept = exponent.ilog2() + 1;
        (1u64 << (exponent - kept)) - 1
    };
    match len.checked_add(mask) {
        Some(sum) => sum & !mask,
        None => len,
    }
}

#[cfg(test)]
mod tests {
    use super::padded;
    use proptest::prelude::*;

    #[test]
    fn known_steps() {
        for (len, expected) in [
            (0, 64),
            (1, 64),
            (64, 64),
            (65, 128),
            (1_000, 1_024),
            (1_024, 1_024),
            (1_025, 1_088),
            (100_000, 100_352),
        ] {
            assert_eq!(padded(len), expected, "{len}");
        }
    }

    proptest! {
        #[test]
        fn never_shorter_and_little_longer(len in 0u64..1 << 50) {
            let long = padded(len);
            prop_assert!(long >= len);
            prop_assert!(len <= 1_024 || (long - len) * 100 <= len * 12);
            prop_assert_eq!(padded(long), long);
        }

        #[test]
        fn longer_stays_longer(len in 0u64..1 << 50) {
            prop_assert!(padded(len) <= padded(len + 1));
        }
    }
}
