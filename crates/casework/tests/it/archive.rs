//! What holds of every signed archive: not one of its bytes can be changed, and nothing cut off.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// So many bytes changed at random, then each of the last 400 changed and cut off at: none is accepted. Gives how many were
/// tried.
pub fn no_changed_byte_is_accepted(
    good: &[u8],
    random: u32,
    accepted: impl Fn(&[u8]) -> bool,
) -> u32 {
    assert!(accepted(good));
    let mut runner = TestRunner::new(Config::with_cases(random));
    let changes = (any::<prop::sample::Index>(), 1_u8..=255);
    runner
        .run(&changes, |(at, with)| {
            let mut bad = good.to_vec();
            let at = at.index(bad.len());
            bad[at] ^= with;
            prop_assert!(!accepted(&bad), "byte {at}");
            Ok(())
        })
        .unwrap();
    // the signature and the end of the archive: every byte
    let mut tried = random;
    for at in good.len() - 400..good.len() {
        let mut bad = good.to_vec();
        bad[at] ^= 1;
        assert!(!accepted(&bad), "byte {at}");
        assert!(!accepted(&good[..at]), "cut at {at}");
        tried += 2;
    }
    tried
}
