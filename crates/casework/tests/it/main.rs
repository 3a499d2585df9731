//! The use cases on real stores.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    clippy::print_stdout
)]

mod archive;
mod attempts;
mod canaries;
mod first_contact;
mod kill;
mod letters;
mod likeness;
mod package;
mod record;
mod regrant;
mod stories;
mod tamper;
mod worklist;
