//! Which sealed files belong to which case. The row is written after the file is durable; the file is deleted after the
//! row says so.

use crate::conn::value::{Row, codes, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch, Tx};
use safeconduct_domain::id::{CaseId, DocumentId};

statements! {
    const PUT = "INSERT INTO object (document_id, case_id, size, state, at_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
    const CONDEMN = "UPDATE object SET state = 2, at_ms = ?2 WHERE document_id = ?1";
    const CONDEMN_CASE = "UPDATE object SET state = 2, at_ms = ?2 WHERE case_id = ?1";
    const FORGET = "DELETE FROM object WHERE document_id = ?1 AND state = 2";
    const ONE = "SELECT document_id, case_id, size, state, at_ms FROM object WHERE document_id = ?1";
    const OF_CASE = "SELECT document_id, case_id, size, state, at_ms FROM object WHERE case_id = ?1
        ORDER BY at_ms, document_id";
    const CONDEMNED = "SELECT document_id, case_id, size, state, at_ms FROM object WHERE state = 2
        ORDER BY at_ms, document_id LIMIT ?1";
    const EVERY = "SELECT document_id, case_id, size, state, at_ms FROM object WHERE document_id > ?1
        ORDER BY document_id LIMIT 500";
}

codes! {
    /// Whether a sealed file is wanted.
    ObjectState {
        /// It belongs to a case.
        Kept = 1,
        /// It is to be deleted.
        Condemned = 2,
    }
}

/// A sealed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredObject {
    /// Its name.
    pub document: DocumentId,
    /// The case it belongs to.
    pub case: CaseId,
    /// Its sealed and padded size in bytes.
    pub size: u64,
    /// Whether it is wanted.
    pub state: ObjectState,
    /// Since when, UTC milliseconds.
    pub at_ms: i64,
}

fn row(row: &Row<'_>) -> Result<StoredObject> {
    Ok(StoredObject {
        document: row.get(0)?,
        case: row.get(1)?,
        size: row.get(2)?,
        state: row.get(3)?,
        at_ms: row.get(4)?,
    })
}

impl Read<'_> {
    /// A sealed file.
    ///
    /// # Errors
    /// The store's own.
    pub fn object(&mut self, document: DocumentId) -> Result<Option<StoredObject>> {
        self.conn.opt(ONE, params![document], row)
    }

    /// A case's sealed files, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn objects_of_case(&mut self, case: CaseId) -> Result<Vec<StoredObject>> {
        self.conn.all(OF_CASE, params![case], row)
    }

    /// Files to delete, the longest condemned first.
    ///
    /// # Errors
    /// The store's own.
    pub fn objects_condemned(&mut self, limit: u32) -> Result<Vec<StoredObject>> {
        self.conn.all(CONDEMNED, params![limit], row)
    }

    /// Every sealed file, by name.
    ///
    /// # Errors
    /// The store's own, and the closure's.
    pub fn each_object(&mut self, mut each: impl FnMut(StoredObject) -> Result<()>) -> Result<()> {
        let mut after = Vec::new();
        loop {
            let batch = self.conn.all(EVERY, params![&after], row)?;
            let Some(last) = batch.last() else {
                return Ok(());
            };
            after = last.document.as_bytes().to_vec();
            batch.into_iter().try_for_each(&mut each)?;
        }
    }
}

impl Scratch<'_> {
    /// Forgets a condemned file, once it is deleted.
    ///
    /// # Errors
    /// The store's own.
    pub fn forget_object(&mut self, document: DocumentId) -> Result<()> {
        self.conn.queue(FORGET, params![document])
    }
}

impl Tx<'_> {
    /// Gives a durable file to a case.
    ///
    /// # Errors
    /// [`Error::Conflict`](crate::Error::Conflict) if its name is taken.
    pub fn put_object(&mut self, object: &StoredObject) -> Result<()> {
        let StoredObject {
            document,
            case,
            size,
            state,
            at_ms,
        } = *object;
        self.conn
            .exec(PUT, params![document, case, size, state, at_ms])
            .map(drop)
    }

    /// Condemns a file.
    ///
    /// # Errors
    /// The store's own.
    pub fn condemn_object(&mut self, document: DocumentId, at_ms: i64) -> Result<()> {
        self.conn.queue(CONDEMN, params![document, at_ms])
    }

    /// Condemns every file of a case.
    ///
    /// # Errors
    /// The store's own.
    pub fn condemn_objects(&mut self, case: CaseId, at_ms: i64) -> Result<()> {
        self.conn.queue(CONDEMN_CASE, params![case, at_ms])
    }
}
