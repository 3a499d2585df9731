//! Safeconduct: a whole stream in a few lines, for tests.

pub mod postgres;
