//! Safeconduct: whether two records may be about the same person, across scripts, spellings and estimated dates.
//!
//! Two ways, both pure. Between organisations nobody may read the other's records, so [`token`] turns one into texts that
//! are marked under a key and compared as marks: only equality survives. Inside one group both records are in hand, and
//! [`compare`] also measures how far two spellings are apart. Both say *why*, never how likely: what agrees is listed, the
//! policy says what counts, a person decides.
//!
//! It stands beside `domain` and not in it, because it brings tables of every script of the world with it.

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
mod birth;
pub mod compare;
mod fold;
mod name;
pub mod record;
mod sound;
pub mod token;

pub use record::Record;
