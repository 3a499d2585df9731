//! Safeconduct: the only crate that knows SQL.
//!
//! A [`Db`] is SQLite or PostgreSQL, chosen by its address; every statement is one text for both. It is asked through
//! closures, each of which is one transaction on a thread that may block:
//!
//! * [`Db::read`] looks at one moment;
//! * [`Db::write`] is one act: it locks the journal's head, and can only succeed through [`Tx::commit`], which takes the
//!   act's entries. An unrecorded write cannot be written;
//! * [`Db::scratch`] keeps house (sessions, throttles, jobs), which is no act.
//!
//! What can be read and written stands in one file a noun: functions on [`Read`], [`Scratch`] and [`Tx`], each of which
//! can do what the one before it can. Files of documents are in [`objects`].
//!
//! Everything sealed is sealed before it comes here: this crate holds no key but the journal's mark.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::print_stdout
    )
)]

mod bench;
mod conn;
mod db;
mod desk;
pub mod error;
mod files;
mod migrate;
pub mod objects;
// The testkit stands above this crate, so its PostgreSQL helper comes in by its file.
#[cfg(test)]
#[allow(dead_code)]
#[path = "../../testkit/src/postgres.rs"]
pub(crate) mod postgres;
mod sql;
mod tx;

pub mod account;
pub mod card;
pub mod case;
pub mod certificate;
pub mod checkpoint;
pub mod courier;
pub mod delegation;
pub mod fact;
pub mod first_contact;
pub mod grant;
pub mod group;
pub mod head;
pub mod invitation;
pub mod job;
pub mod journal;
pub mod letterbox;
pub mod likeness;
pub mod membership;
pub mod meta;
pub mod object;
pub mod once;
pub mod opened;
pub mod organisation;
mod rebuild;
pub mod regrant;
pub mod session;
pub mod space;
pub mod throttle;
pub mod transfer;

pub use db::{Db, Options};
pub use error::{Error, Result};
pub use journal::Sealed;
pub use migrate::Schema;
pub use objects::Objects;
pub use tx::{Committed, Read, Scratch, Tx};
