//! Once-tokens: a form sent twice, or a request repeated after a lost answer, acts once.
//!
//! Claim the token and record the outcome in the act's own transaction: then either both happened or neither.

use crate::conn::value::params;
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch};

statements! {
    const CLAIM = "INSERT INTO once (key_hash, at_ms, outcome) VALUES (?1, ?2, NULL) ON CONFLICT DO NOTHING";
    const OUTCOME = "UPDATE once SET outcome = ?2 WHERE key_hash = ?1";
    const ONE = "SELECT outcome FROM once WHERE key_hash = ?1";
    const SWEEP = "DELETE FROM once WHERE at_ms < ?1";
}

/// Whether a token was used before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Once {
    /// It is ours now: act.
    New,
    /// It was used: answer again what was answered then (nothing, if no outcome was recorded).
    Done(Option<String>),
}

impl Read<'_> {
    /// What came of a token: `None` if it was never used.
    ///
    /// # Errors
    /// The store's own.
    pub fn once(&mut self, key_hash: &[u8]) -> Result<Option<Option<String>>> {
        self.conn.opt(ONE, params![key_hash], |row| row.get(0))
    }
}

impl Scratch<'_> {
    /// Claims a token. Somebody who claims the same one at the same time waits for this transaction's end.
    ///
    /// # Errors
    /// The store's own.
    pub fn claim_once(&mut self, key_hash: &[u8], at_ms: i64) -> Result<Once> {
        if self.conn.exec(CLAIM, params![key_hash, at_ms])? == 1 {
            return Ok(Once::New);
        }
        Ok(Once::Done(self.once(key_hash)?.flatten()))
    }

    /// Records what came of a claimed token: an address to go to, an identifier. Nothing of a case's content.
    ///
    /// # Errors
    /// The store's own.
    pub fn set_once_outcome(&mut self, key_hash: &[u8], outcome: &str) -> Result<()> {
        self.conn.queue(OUTCOME, params![key_hash, outcome])
    }

    /// Deletes tokens claimed before a moment; gives their number.
    ///
    /// # Errors
    /// The store's own.
    pub fn sweep_once(&mut self, before_ms: i64) -> Result<u64> {
        self.conn.exec(SWEEP, params![before_ms])
    }
}
