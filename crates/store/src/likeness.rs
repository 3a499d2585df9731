//! The centre's register: marks of what is known of persons, by case and person.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{CaseId, GroupId, PersonId, UserId};

statements! {
    const KEY = "SELECT sealed FROM likeness_key WHERE group_id = ?1";
    const PUT_KEY = "INSERT INTO likeness_key (group_id, sealed) VALUES (?1, ?2)";
    const CASE = "SELECT sealed FROM likeness_case WHERE case_id = ?1";
    const PUT_CASE = "INSERT INTO likeness_case (case_id, sealed) VALUES (?1, ?2)
        ON CONFLICT (case_id) DO UPDATE SET sealed = excluded.sealed";
    const DROP = "DELETE FROM likeness_mark WHERE case_id = ?1";
    const PUT = "INSERT INTO likeness_mark (mark, case_id, person) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    const FIND = "SELECT mark, case_id, person FROM likeness_mark WHERE mark IN (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    const CHECKED = "SELECT COUNT(*) FROM likeness_check WHERE actor_id = ?1 AND at_ms > ?2";
    const CHECK = "INSERT INTO likeness_check (actor_id, at_ms) VALUES (?1, ?2)";
    const FORGET = "DELETE FROM likeness_check WHERE actor_id = ?1 AND at_ms <= ?2";
}

/// An hour, in which checks are counted.
const HOUR_MS: i64 = 60 * 60 * 1000;

/// A mark.
pub type Mark = [u8; 32];

/// A mark that is kept, and of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The mark.
    pub mark: Mark,
    /// The case.
    pub case: CaseId,
    /// The person.
    pub person: PersonId,
}

fn kept(row: &Row<'_>) -> Result<Kept> {
    Ok(Kept {
        mark: row.get(0)?,
        case: row.get(1)?,
        person: row.get(2)?,
    })
}

impl Read<'_> {
    /// The sealed half of the marking key that a group holds.
    ///
    /// # Errors
    /// The store's own.
    pub fn likeness_key(&mut self, group: GroupId) -> Result<Option<Vec<u8>>> {
        self.conn.opt(KEY, params![group], |row| row.get(0))
    }

    /// What the register says of a case, sealed.
    ///
    /// # Errors
    /// The store's own.
    pub fn likeness_case(&mut self, case: CaseId) -> Result<Option<Vec<u8>>> {
        self.conn.opt(CASE, params![case], |row| row.get(0))
    }

    /// Who is kept under any of these marks.
    ///
    /// # Errors
    /// The store's own.
    pub fn marked(&mut self, marks: &[Mark]) -> Result<Vec<Kept>> {
        let mut found = Vec::new();
        for some in marks.chunks(8) {
            // the first stands for those that the last handful lacks
            let mark = |n: usize| some.get(n).or_else(|| some.first()).copied();
            let [a, b, c, d, e, f, g, h] =
                std::array::from_fn(|n| mark(n).unwrap_or_default().to_vec());
            found.extend(self.conn.all(FIND, params![a, b, c, d, e, f, g, h], kept)?);
        }
        Ok(found)
    }

    /// How often somebody has checked within the hour before a moment.
    ///
    /// # Errors
    /// The store's own.
    pub fn checks_within_the_hour(&mut self, actor: UserId, at_ms: i64) -> Result<u32> {
        let since = at_ms.saturating_sub(HOUR_MS);
        self.conn
            .one(CHECKED, params![actor, since], |row| row.get(0))
    }
}

impl Tx<'_> {
    /// Keeps a group's sealed half of the marking key. It has none yet.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_likeness_key(&mut self, group: GroupId, sealed: &[u8]) -> Result<()> {
        self.conn.queue(PUT_KEY, params![group, sealed])
    }

    /// Keeps what the register says of a case, and its marks instead of those of before.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_marks(
        &mut self,
        case: CaseId,
        sealed: &[u8],
        marks: &[(Mark, PersonId)],
    ) -> Result<()> {
        self.conn.queue(PUT_CASE, params![case, sealed])?;
        self.conn.queue(DROP, params![case])?;
        for (mark, person) in marks {
            self.conn
                .queue(PUT, params![mark.to_vec(), case, *person])?;
        }
        Ok(())
    }

    /// Counts a check, and forgets those of the same person of more than an hour before.
    ///
    /// # Errors
    /// The store's own.
    pub fn count_check(&mut self, actor: UserId, at_ms: i64) -> Result<()> {
        self.conn
            .queue(FORGET, params![actor, at_ms.saturating_sub(HOUR_MS)])?;
        self.conn.queue(CHECK, params![actor, at_ms])
    }
}
