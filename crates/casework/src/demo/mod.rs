//! An invented stream: organisations, people who work in them, families at every stage. For demonstrations and tests.
//!
//! Nobody in it exists.

use serde::{Deserialize, Serialize};

/// An account of a demonstration, with everything needed to sign in as it.
#[derive(Clone, Serialize, Deserialize)]
pub struct DemoAccount {
    /// The name typed at sign-in.
    pub handle: String,
    /// The passphrase.
    pub passphrase: String,
    /// The second factor's secret, base 32.
    pub totp: String,
    /// The name colleagues see.
    pub name: String,
    /// Codes of the roles.
    pub roles: Vec<String>,
    /// The organisation's name.
    pub organisation: String,
}

impl std::fmt::Debug for DemoAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DemoAccount({}, …)", self.handle)
    }
}

mod contacts;
mod people;
mod play;
mod stream;

pub use contacts::turn_to;
pub use play::{Ending, Ink, Story, play, play_with, story};
pub use stream::{OFFICES, Stream, come_in, found};
