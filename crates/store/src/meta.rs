//! What there is one of in a deployment: its name, its public root key, how far a rebuild came.

use crate::conn::value::params;
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};

statements! {
    const PUT = "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    const ONE = "SELECT value FROM meta WHERE name = ?1";
}

impl Read<'_> {
    /// The value of a name.
    ///
    /// # Errors
    /// The store's own.
    pub fn meta(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        self.conn.opt(ONE, params![name], |row| row.get(0))
    }
}

impl Tx<'_> {
    /// Sets the value of a name.
    ///
    /// # Errors
    /// The store's own.
    pub fn set_meta(&mut self, name: &str, value: &[u8]) -> Result<()> {
        self.conn.queue(PUT, params![name, value])
    }
}
