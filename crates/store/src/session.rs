//! Sessions: capsules that need the cookie and the server's pepper to open.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch};
use safeconduct_domain::id::UserId;

statements! {
    const PUT = "INSERT INTO session (id_hash, user_id, capsule, created_ms, seen_ms, ends_ms, user_epoch)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    const ONE = "SELECT id_hash, user_id, capsule, created_ms, seen_ms, ends_ms, user_epoch FROM session
        WHERE id_hash = ?1";
    const OF_USER = "SELECT id_hash, user_id, capsule, created_ms, seen_ms, ends_ms, user_epoch FROM session
        WHERE user_id = ?1 ORDER BY created_ms, id_hash";
    const TOUCH = "UPDATE session SET seen_ms = ?2 WHERE id_hash = ?1 AND seen_ms < ?2";
    const CAPSULE = "UPDATE session SET capsule = ?2, user_epoch = ?3 WHERE id_hash = ?1";
    const END = "DELETE FROM session WHERE id_hash = ?1";
    const END_OF_USER = "DELETE FROM session WHERE user_id = ?1";
    const SWEEP = "DELETE FROM session WHERE seen_ms < ?1 OR ends_ms <= ?2";
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The hash of what the cookie holds.
    pub id_hash: [u8; 32],
    /// Whose it is.
    pub user: UserId,
    /// The unlocked keys, sealed.
    pub capsule: Vec<u8>,
    /// When it began, UTC milliseconds.
    pub created_ms: i64,
    /// When it was last used, UTC milliseconds.
    pub seen_ms: i64,
    /// When it ends whatever happens, UTC milliseconds.
    pub ends_ms: i64,
    /// The account's epoch when it began.
    pub user_epoch: u32,
}

fn row(row: &Row<'_>) -> Result<Session> {
    Ok(Session {
        id_hash: row.get(0)?,
        user: row.get(1)?,
        capsule: row.get(2)?,
        created_ms: row.get(3)?,
        seen_ms: row.get(4)?,
        ends_ms: row.get(5)?,
        user_epoch: row.get(6)?,
    })
}

impl Read<'_> {
    /// A session, whether or not it has run out: the caller compares its times and epoch.
    ///
    /// # Errors
    /// The store's own.
    pub fn session(&mut self, id_hash: &[u8; 32]) -> Result<Option<Session>> {
        self.conn.opt(ONE, params![id_hash], row)
    }

    /// Somebody's sessions, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn sessions_of(&mut self, user: UserId) -> Result<Vec<Session>> {
        self.conn.all(OF_USER, params![user], row)
    }
}

impl Scratch<'_> {
    /// Begins a session.
    ///
    /// # Errors
    /// [`Error::Constraint`](crate::Error::Constraint) if the account is unknown.
    pub fn put_session(&mut self, session: &Session) -> Result<()> {
        let Session {
            id_hash,
            user,
            capsule,
            created_ms,
            seen_ms,
            ends_ms,
            user_epoch,
        } = session;
        self.conn
            .exec(
                PUT,
                params![
                    id_hash,
                    *user,
                    capsule,
                    *created_ms,
                    *seen_ms,
                    *ends_ms,
                    *user_epoch
                ],
            )
            .map(drop)
    }

    /// Notes that a session was used.
    ///
    /// # Errors
    /// The store's own.
    pub fn touch_session(&mut self, id_hash: &[u8; 32], seen_ms: i64) -> Result<()> {
        self.conn.queue(TOUCH, params![id_hash, seen_ms])
    }

    /// Replaces a session's capsule: new couriers, or new group keys of a new epoch.
    ///
    /// # Errors
    /// The store's own.
    pub fn set_capsule(
        &mut self,
        id_hash: &[u8; 32],
        capsule: &[u8],
        user_epoch: u32,
    ) -> Result<()> {
        self.conn
            .queue(CAPSULE, params![id_hash, capsule, user_epoch])
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The store's own.
    pub fn end_session(&mut self, id_hash: &[u8; 32]) -> Result<()> {
        self.conn.queue(END, params![id_hash])
    }

    /// Ends every session of somebody.
    ///
    /// # Errors
    /// The store's own.
    pub fn end_sessions_of(&mut self, user: UserId) -> Result<()> {
        self.conn.queue(END_OF_USER, params![user])
    }

    /// Deletes sessions not used since a moment, and those that ended; gives their number.
    ///
    /// # Errors
    /// The store's own.
    pub fn sweep_sessions(&mut self, idle_since_ms: i64, now_ms: i64) -> Result<u64> {
        self.conn.exec(SWEEP, params![idle_since_ms, now_ms])
    }
}
