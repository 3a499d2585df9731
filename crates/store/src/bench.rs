//! The floors that acts and readings are measured against: the same engine, the same durability, none of our work.

use crate::conn::value::params;
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch};
use safeconduct_domain::id::CaseId;

statements! {
    const WRITE = "INSERT INTO throttle (key_hash, failures, until_ms, at_ms) VALUES (?1, 0, 0, ?2)
        ON CONFLICT (key_hash) DO UPDATE SET at_ms = excluded.at_ms";
    const ROWS = "SELECT header, body FROM entry WHERE case_id = ?1 AND class <> 7";
}

impl Scratch<'_> {
    /// Writes one small row (of the throttles; sweeping them removes it), so that a transaction with nothing else in it
    /// is one bare commit. Each value must differ from the last one with this key: SQLite does not write what is there.
    ///
    /// # Errors
    /// The store's own.
    pub fn write_one_row(&mut self, key: &[u8], value: i64) -> Result<()> {
        self.conn.queue(WRITE, params![key, value])
    }
}

impl Read<'_> {
    /// Fetches a case's entries and looks at nothing in them; gives the number of bytes.
    ///
    /// # Errors
    /// The store's own.
    pub fn fetch_case_rows(&mut self, case: CaseId) -> Result<u64> {
        let mut bytes = 0;
        self.conn.each(ROWS, params![case], |row| {
            bytes += row.get::<Vec<u8>>(0)?.len() as u64 + row.get::<Vec<u8>>(1)?.len() as u64;
            Ok(())
        })?;
        Ok(bytes)
    }
}
