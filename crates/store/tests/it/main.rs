//! The store as its users see it, on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod acts;
mod backup;
mod bench;
mod cases;
mod columns;
mod contract;
mod faults;
mod house;
mod kill;
mod objects;
mod people;
#[allow(dead_code)]
#[path = "../../../testkit/src/postgres.rs"]
mod postgres;
mod support;
