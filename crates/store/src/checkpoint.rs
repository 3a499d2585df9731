//! Signed heads of the journal, kept for outsiders. Each is public text.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch};

statements! {
    const PUT = "INSERT INTO checkpoint (size, note, at_ms) VALUES (?1, ?2, ?3) ON CONFLICT (size) DO NOTHING";
    const EVERY = "SELECT size, note, at_ms FROM checkpoint ORDER BY size";
    const LAST = "SELECT size, note, at_ms FROM checkpoint ORDER BY size DESC LIMIT 1";
}

/// A checkpoint as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCheckpoint {
    /// The number of entries it covers.
    pub size: u64,
    /// The signed note (C2SP `signed-note` and `tlog-checkpoint`).
    pub note: String,
    /// When it was signed, UTC milliseconds.
    pub at_ms: i64,
}

fn row(row: &Row<'_>) -> Result<StoredCheckpoint> {
    Ok(StoredCheckpoint {
        size: row.get(0)?,
        note: row.get(1)?,
        at_ms: row.get(2)?,
    })
}

impl Read<'_> {
    /// All checkpoints, smallest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn checkpoints(&mut self) -> Result<Vec<StoredCheckpoint>> {
        self.conn.all(EVERY, &[], row)
    }

    /// The largest one.
    ///
    /// # Errors
    /// The store's own.
    pub fn last_checkpoint(&mut self) -> Result<Option<StoredCheckpoint>> {
        self.conn.opt(LAST, &[], row)
    }
}

impl Scratch<'_> {
    /// Keeps a checkpoint; one of the same size is kept as it is.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_checkpoint(&mut self, checkpoint: &StoredCheckpoint) -> Result<()> {
        let StoredCheckpoint { size, note, at_ms } = checkpoint;
        self.conn.exec(PUT, params![*size, note, *at_ms]).map(drop)
    }
}
