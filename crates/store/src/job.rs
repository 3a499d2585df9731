//! Jobs: what is to be done later, queued in the transaction that caused it. A job may run twice and must bear it.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch};
use safeconduct_domain::id::ItemId;

statements! {
    const ADD = "INSERT INTO job (id, kind, payload, run_ms, lease_ms, attempts) VALUES (?1, ?2, ?3, ?4, 0, 0)
        ON CONFLICT (id) DO NOTHING";
    const NEXT = "SELECT id, kind, payload, run_ms, attempts FROM job WHERE run_ms <= ?1 AND lease_ms <= ?1
        ORDER BY run_ms, id LIMIT 1";
    const LEASE = "UPDATE job SET lease_ms = ?3, attempts = attempts + 1 WHERE id = ?1 AND lease_ms <= ?2
        RETURNING id, kind, payload, run_ms, attempts";
    const DONE = "DELETE FROM job WHERE id = ?1";
    const AGAIN = "UPDATE job SET run_ms = ?2, lease_ms = 0 WHERE id = ?1";
    const COUNT = "SELECT COUNT(*) FROM job WHERE run_ms <= ?1";
    const EVERY = "SELECT id, kind, payload, run_ms, attempts FROM job ORDER BY run_ms, id LIMIT ?1";
}

/// A job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its identifier.
    pub id: ItemId,
    /// What to do.
    pub kind: String,
    /// With what: identifiers and moments, never content.
    pub payload: String,
    /// Not before, UTC milliseconds.
    pub run_ms: i64,
    /// How often it was begun.
    pub attempts: u32,
}

fn row(row: &Row<'_>) -> Result<Job> {
    Ok(Job {
        id: row.get(0)?,
        kind: row.get(1)?,
        payload: row.get(2)?,
        run_ms: row.get(3)?,
        attempts: row.get(4)?,
    })
}

impl Read<'_> {
    /// Jobs that wait, the next one first.
    ///
    /// # Errors
    /// The store's own.
    pub fn jobs(&mut self, limit: u32) -> Result<Vec<Job>> {
        self.conn.all(EVERY, params![limit], row)
    }

    /// How many jobs are late or under way.
    ///
    /// # Errors
    /// The store's own.
    pub fn jobs_due(&mut self, now_ms: i64) -> Result<u64> {
        self.conn.one(COUNT, params![now_ms], |row| row.get(0))
    }
}

impl Scratch<'_> {
    /// Queues a job, once.
    ///
    /// # Errors
    /// The store's own.
    pub fn queue_job(&mut self, id: ItemId, kind: &str, payload: &str, run_ms: i64) -> Result<()> {
        self.conn.queue(ADD, params![id, kind, payload, run_ms])
    }

    /// Takes the next job for a while; nobody else gets it until then. `None` if there is none, or another node was
    /// quicker.
    ///
    /// # Errors
    /// The store's own.
    pub fn lease_job(&mut self, now_ms: i64, until_ms: i64) -> Result<Option<Job>> {
        let Some(next) = self.conn.opt(NEXT, params![now_ms], row)? else {
            return Ok(None);
        };
        self.conn
            .opt(LEASE, params![next.id, now_ms, until_ms], row)
    }

    /// Removes a job that is done.
    ///
    /// # Errors
    /// The store's own.
    pub fn finish_job(&mut self, id: ItemId) -> Result<()> {
        self.conn.queue(DONE, params![id])
    }

    /// Puts a job back, for later.
    ///
    /// # Errors
    /// The store's own.
    pub fn postpone_job(&mut self, id: ItemId, run_ms: i64) -> Result<()> {
        self.conn.queue(AGAIN, params![id, run_ms])
    }
}
