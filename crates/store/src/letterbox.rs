//! Letterboxes: which entries of the journal are messages for a group.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::journal::{Entry, entry};
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{CaseId, CourierId, GroupId};
use safeconduct_journal::MacKey;

statements! {
    const PUT = "INSERT INTO letterbox (seq, to_group, courier, case_id, read_ms) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (to_group, seq) DO NOTHING";
    const READ = "UPDATE letterbox SET read_ms = ?3 WHERE to_group = ?1 AND seq = ?2 AND read_ms IS NULL";
    const PAGE = "SELECT l.seq, l.to_group, l.courier, l.case_id, l.read_ms, e.header, e.body
        FROM letterbox l JOIN entry e ON e.seq = l.seq
        WHERE l.to_group = ?1 AND l.seq < ?2 ORDER BY l.seq DESC LIMIT ?3";
    const UNREAD = "SELECT l.seq, l.to_group, l.courier, l.case_id, l.read_ms, e.header, e.body
        FROM letterbox l JOIN entry e ON e.seq = l.seq
        WHERE l.to_group = ?1 AND l.read_ms IS NULL ORDER BY l.seq LIMIT ?2";
    const ONE = "SELECT l.seq, l.to_group, l.courier, l.case_id, l.read_ms, e.header, e.body
        FROM letterbox l JOIN entry e ON e.seq = l.seq WHERE l.to_group = ?1 AND l.seq = ?2";
    const COUNT = "SELECT COUNT(*) FROM letterbox WHERE to_group = ?1 AND read_ms IS NULL";
}

/// A pointer to an entry that is a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// The entry.
    pub seq: u64,
    /// The group it is for.
    pub to: GroupId,
    /// Under whose key it is sealed.
    pub courier: CourierId,
    /// The case it speaks of, where that is in clear.
    pub case: Option<CaseId>,
    /// When somebody of the group first opened it, UTC milliseconds.
    pub read_ms: Option<i64>,
}

fn row(row: &Row<'_>, key: &MacKey) -> Result<(Letter, Entry)> {
    let letter = Letter {
        seq: row.get(0)?,
        to: row.get(1)?,
        courier: row.get(2)?,
        case: row.get(3)?,
        read_ms: row.get(4)?,
    };
    Ok((letter, entry(row, 5, key)?))
}

impl Read<'_> {
    /// A page of a group's messages, newest first, before a position, with their entries.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`](crate::Error::ForgedEntry) if an entry does not carry the server's mark.
    pub fn letters(
        &mut self,
        to: GroupId,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Vec<(Letter, Entry)>> {
        let key = self.mac;
        self.conn
            .all(PAGE, params![to, before.unwrap_or(u64::MAX), limit], |r| {
                row(r, key)
            })
    }

    /// A group's unread messages, oldest first, with their entries.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`](crate::Error::ForgedEntry) if an entry does not carry the server's mark.
    pub fn letters_unread(&mut self, to: GroupId, limit: u32) -> Result<Vec<(Letter, Entry)>> {
        let key = self.mac;
        self.conn.all(UNREAD, params![to, limit], |r| row(r, key))
    }

    /// One message of a group with its entry.
    ///
    /// # Errors
    /// [`Error::ForgedEntry`](crate::Error::ForgedEntry) if the entry does not carry the server's mark.
    pub fn letter(&mut self, to: GroupId, seq: u64) -> Result<Option<(Letter, Entry)>> {
        let key = self.mac;
        self.conn.opt(ONE, params![to, seq], |r| row(r, key))
    }

    /// How many messages of a group are unread.
    ///
    /// # Errors
    /// The store's own.
    pub fn letters_unread_count(&mut self, to: GroupId) -> Result<u64> {
        self.conn.one(COUNT, params![to], |row| row.get(0))
    }
}

impl Tx<'_> {
    /// Puts an entry of this act, or of a rebuild, into a letterbox.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_letter(&mut self, letter: &Letter) -> Result<()> {
        let Letter {
            seq,
            to,
            courier,
            case,
            read_ms,
        } = *letter;
        self.conn
            .queue(PUT, params![seq, to, courier, case, read_ms])
    }

    /// Notes that a message was opened; the first time stands.
    ///
    /// # Errors
    /// The store's own.
    pub fn mark_letter_read(&mut self, to: GroupId, seq: u64, at_ms: i64) -> Result<()> {
        self.conn.queue(READ, params![to, seq, at_ms])
    }
}
