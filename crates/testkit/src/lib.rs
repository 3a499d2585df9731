//! Safeconduct: a whole stream in a few lines, for tests.
//!
//! [`world::World::sqlite`] makes an invented stream on an embedded database in a temporary folder, with a clock that
//! stands still, every organisation founded, everybody admitted and signed in; [`world::World::postgres`] the same on a
//! throw-away server. Then a test reads as sentences: `world.play(3).await`, `world.look("fld-caseworker", case).await`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up ends"
)]

pub mod fault;
pub mod postgres;
pub mod world;
