//! Safeconduct: the binary's library: pages, JSON API, command line, jobs.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

pub mod api;
pub mod cli;
pub mod mail;
pub mod pages;
pub mod router;
pub mod state;
pub mod web;
