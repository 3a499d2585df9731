//! The store as its users see it, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs
)]

mod acts;
mod ahead;
mod backup;
mod bench;
mod cases;
mod columns;
mod contract;
mod faults;
mod files;
mod house;
mod kill;
mod likeness;
mod messages;
mod objects;
mod people;
#[allow(dead_code)]
#[path = "../../../testkit/src/postgres.rs"]
mod postgres;
mod support;
