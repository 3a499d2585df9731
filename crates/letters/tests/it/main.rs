//! The letters, as somebody gets them: typeset, then read back by programs of others.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod accessible;
mod cover;
mod glyphs;
mod injection;
mod kinds;
mod limits;
mod measure;
mod record;
mod sample;
mod scripts;
mod tools;
mod words;
