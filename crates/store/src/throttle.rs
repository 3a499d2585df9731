//! Throttles: how often something was tried in vain, by a keyed hash of who tried.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch};

statements! {
    const ONE = "SELECT failures, until_ms, at_ms FROM throttle WHERE key_hash = ?1";
    const FAIL = "INSERT INTO throttle (key_hash, failures, until_ms, at_ms) VALUES (?1, 1, 0, ?2)
        ON CONFLICT (key_hash) DO UPDATE SET failures = throttle.failures + 1, at_ms = excluded.at_ms
        RETURNING failures, until_ms, at_ms";
    const DELAY = "UPDATE throttle SET until_ms = ?2 WHERE key_hash = ?1";
    const CLEAR = "DELETE FROM throttle WHERE key_hash = ?1";
    const SWEEP = "DELETE FROM throttle WHERE at_ms < ?1";
}

/// A throttle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    /// Failures in a row.
    pub failures: u32,
    /// No further try before this moment, UTC milliseconds.
    pub until_ms: i64,
    /// The last failure, UTC milliseconds.
    pub at_ms: i64,
}

fn row(row: &Row<'_>) -> Result<Throttle> {
    Ok(Throttle {
        failures: row.get(0)?,
        until_ms: row.get(1)?,
        at_ms: row.get(2)?,
    })
}

impl Read<'_> {
    /// How somebody stands.
    ///
    /// # Errors
    /// The store's own.
    pub fn throttle(&mut self, key_hash: &[u8]) -> Result<Option<Throttle>> {
        self.conn.opt(ONE, params![key_hash], row)
    }
}

impl Scratch<'_> {
    /// Counts a failure and gives how they stand now. Failures at the same time are all counted.
    ///
    /// # Errors
    /// The store's own.
    pub fn count_failure(&mut self, key_hash: &[u8], at_ms: i64) -> Result<Throttle> {
        self.conn.one(FAIL, params![key_hash, at_ms], row)
    }

    /// Forbids further tries until a moment.
    ///
    /// # Errors
    /// The store's own.
    pub fn delay_until(&mut self, key_hash: &[u8], until_ms: i64) -> Result<()> {
        self.conn.queue(DELAY, params![key_hash, until_ms])
    }

    /// Forgets the failures: after a success.
    ///
    /// # Errors
    /// The store's own.
    pub fn clear_throttle(&mut self, key_hash: &[u8]) -> Result<()> {
        self.conn.queue(CLEAR, params![key_hash])
    }

    /// Deletes throttles whose last failure was before a moment; gives their number.
    ///
    /// # Errors
    /// The store's own.
    pub fn sweep_throttles(&mut self, before_ms: i64) -> Result<u64> {
        self.conn.exec(SWEEP, params![before_ms])
    }
}
