//! The promises of the forms: each reads to its act, edits what stands, and has its words in both languages.

mod guard;
mod locales;
mod refusals;
mod round_trip;
mod sample;
