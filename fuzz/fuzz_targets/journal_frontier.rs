//! Any bytes: a frontier is refused, or it is the one encoding of its tree, and the tree still grows.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_journal::Frontier;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(mut frontier) = Frontier::from_bytes(bytes) {
        assert_eq!(frontier.to_bytes(), bytes);
        let (size, root) = (frontier.size(), frontier.root());
        frontier.push([7; 32]);
        assert_eq!(frontier.size(), size + 1);
        assert_ne!(frontier.root(), root);
    }
});
