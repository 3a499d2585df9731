//! Safeconduct: the use cases.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

pub mod account;
pub mod admission;
pub mod app;
mod archive;
pub mod audit;
mod card;
pub mod case;
pub mod clock;
pub mod demo;
pub mod directory;
pub mod document;
pub mod error;
pub mod first_contact;
pub mod form;
pub mod forms;
pub mod job;
pub mod keys;
pub mod letter;
mod likeness;
pub mod list;
pub mod notice;
pub mod once;
pub mod organisation;
pub mod overview;
pub mod package;
mod pen;
mod powers;
pub mod rebuild;
pub mod record;
pub mod refer;
pub mod regrant;
mod ring;
pub mod session;
pub mod sign_in;
pub mod standing;
pub mod tracking;
mod transfer;
pub mod verify;

pub use app::{App, Config};
pub use error::{Error, Result};
