//! Which cases a session has opened lately, so that turning a page of one case is not a second look.

use crate::conn::value::params;
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch};
use safeconduct_domain::id::CaseId;

statements! {
    const PUT = "INSERT INTO opened (session, case_id, at_ms) VALUES (?1, ?2, ?3)
        ON CONFLICT (session, case_id) DO UPDATE SET at_ms = excluded.at_ms";
    const ONE = "SELECT at_ms FROM opened WHERE session = ?1 AND case_id = ?2";
}

impl Read<'_> {
    /// When a session last had its opening of a case written into the journal, UTC milliseconds.
    ///
    /// # Errors
    /// The store's own.
    pub fn opened_ms(&mut self, session: &[u8; 32], case: CaseId) -> Result<Option<i64>> {
        self.conn.opt(ONE, params![session, case], |row| row.get(0))
    }
}

impl Scratch<'_> {
    /// Notes the opening of a case: in the act that writes its entry.
    ///
    /// # Errors
    /// [`Error::Constraint`](crate::Error::Constraint), here or at the commit, if the session has ended.
    pub fn put_opened(&mut self, session: &[u8; 32], case: CaseId, at_ms: i64) -> Result<()> {
        self.conn.queue(PUT, params![session, case, at_ms])
    }
}
