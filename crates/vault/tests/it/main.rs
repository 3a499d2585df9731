//! The vault from outside: round trips, attacks with their figures, and second implementations as oracles.
//!
//! Every attack prints how often it was tried and how often it succeeded, and has a control: the same harness, given
//! something that must succeed, has to notice it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod altered;
mod common;
mod cost;
mod directory;
mod document;
mod entitled;
mod factor;
mod forged;
mod likeness;
mod moved;
mod nonces;
mod oracle;
mod second_hpke;
mod session;
mod speed;
mod vectors;
mod words;
