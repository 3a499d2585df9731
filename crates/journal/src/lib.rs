//! Safeconduct: the append-only journal, without the database that holds it.
//!
//! An entry is a clear [`Header`] and sealed bytes the header names by their SHA-256. Headers are the leaves of one
//! RFC 6962 Merkle tree. Each part of that has a file here:
//!
//! * [`header`]: what stands in clear, and its canonical bytes;
//! * [`mac`]: the server's seal on headers and on the head, against a forger who has only the database;
//! * [`hash`], [`frontier`]: the tree, grown one leaf at a time in O(log n) memory;
//! * [`proof`]: that a leaf is in a tree, and that a tree only grew;
//! * [`note`], [`checkpoint`]: the head of the tree signed for outsiders, in C2SP's two text formats;
//! * [`verify`], [`offence`]: the whole journal checked from the first entry to the last;
//! * [`mod@bench`]: how fast that is, against bare hashing.
//!
//! Nothing here reads a file, a clock, or a source of randomness. The byte formats are written out for a second
//! implementation in `docs/formats.md`.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

pub mod bench;
pub mod checkpoint;
pub mod frontier;
pub mod hash;
pub mod header;
pub mod mac;
pub mod note;
pub mod offence;
pub mod proof;
mod reader;
pub mod verify;

pub use checkpoint::Checkpoint;
pub use frontier::Frontier;
pub use hash::{Hash, Running, sha256};
pub use header::{Detail, Header, Scope};
pub use mac::{MAC_LEN, Mac, MacKey};
pub use note::{SigningKey, VerifyingKey};
pub use offence::Offence;
pub use reader::Malformed;
pub use verify::{Head, Report, Stored, Verifier};
