//! The floors that acts and readings are measured against: the same engine, the same durability, none of our work.

use crate::conn::value::params;
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch};
use safeconduct_domain::id::CaseId;

statements! {
    const REWRITE = "UPDATE head SET size = size WHERE id = 1";
    const ROWS = "SELECT header, body FROM entry WHERE case_id = ?1 AND class <> 7 ORDER BY seq";
}

impl Scratch<'_> {
    /// Writes one row as it stands, so that a transaction with nothing else in it is one bare commit.
    ///
    /// # Errors
    /// The store's own.
    pub fn rewrite_one_row(&mut self) -> Result<()> {
        self.conn.exec(REWRITE, &[]).map(drop)
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
