//! Facts: which entries of the journal are counted by the planners.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::journal::{Entry, entry};
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{CaseId, CourierId, GroupId};
use safeconduct_journal::MacKey;

statements! {
    const PUT = "INSERT INTO fact (seq, to_group, courier, case_id) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (to_group, seq) DO NOTHING";
    const AFTER = "SELECT f.seq, f.to_group, f.courier, f.case_id, e.header, e.body
        FROM fact f JOIN entry e ON e.seq = f.seq WHERE f.to_group = ?1 AND f.seq >= ?2 ORDER BY f.seq LIMIT ?3";
}

/// A pointer to an entry that is a fact for a group of planners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// The entry.
    pub seq: u64,
    /// The group it is for.
    pub to: GroupId,
    /// Under whose key it is sealed.
    pub courier: CourierId,
    /// The case's pseudonym, so that a later fact can take the place of an earlier one.
    pub case: Option<CaseId>,
}

fn row(row: &Row<'_>, key: &MacKey) -> Result<(Fact, Entry)> {
    let fact = Fact {
        seq: row.get(0)?,
        to: row.get(1)?,
        courier: row.get(2)?,
        case: row.get(3)?,
    };
    Ok((fact, entry(row, 4, key)?))
}

impl Read<'_> {
    /// A group's facts from a position on, oldest first, with their entries.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`](crate::Error::ForgedEntry) if an entry does not carry the server's mark.
    pub fn facts(&mut self, to: GroupId, from: u64, limit: u32) -> Result<Vec<(Fact, Entry)>> {
        let key = self.mac;
        self.conn
            .all(AFTER, params![to, from, limit], |r| row(r, key))
    }
}

impl Tx<'_> {
    /// Marks an entry of this act, or of a rebuild, as a fact.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_fact(&mut self, fact: &Fact) -> Result<()> {
        let Fact {
            seq,
            to,
            courier,
            case,
        } = *fact;
        self.conn.queue(PUT, params![seq, to, courier, case])
    }
}
