//! The journal's tests, through its public face.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod bench;
mod bytes;
mod mutations;
mod notes;
mod oracle;
mod sample;
mod vectors;
mod verifier;
