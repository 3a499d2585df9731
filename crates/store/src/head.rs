//! The one row that says where the journal ends. Whoever acts locks it first: one order for everybody, on both engines.

use crate::conn::value::{Row, params};
use crate::conn::{Conn, Mode};
use crate::error::{Error, Result};
use crate::sql::statements;
use crate::tx::Read;
use safeconduct_journal::{Frontier, MacKey};

statements! {
    const LOCK = "UPDATE head SET size = size WHERE id = 1 RETURNING size, frontier, mac, last_ms";
    const READ = "SELECT size, frontier, mac, last_ms FROM head WHERE id = 1";
    const STORE = "UPDATE head SET size = ?1, frontier = ?2, mac = ?3, last_ms = ?4 WHERE id = 1";
    const START = "INSERT INTO head (id, size, frontier, mac, last_ms) VALUES (1, 0, ?1, ?2, 0) ON CONFLICT DO NOTHING";
    const ANY_ENTRY = "SELECT seq FROM entry ORDER BY seq DESC LIMIT 1";
}

/// The head row as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredHead {
    /// How many entries there are.
    pub size: u64,
    /// The tree's right edge: [`Frontier::from_bytes`].
    pub frontier: Vec<u8>,
    /// The server's mark on both.
    pub mac: Vec<u8>,
    /// The time of the last entry, UTC milliseconds; 0 if there is none.
    pub last_ms: i64,
}

/// The head, locked and checked.
#[derive(Clone)]
pub(crate) struct Locked {
    pub(crate) frontier: Frontier,
    pub(crate) last_ms: i64,
}

fn row(row: &Row<'_>) -> Result<StoredHead> {
    Ok(StoredHead {
        size: row.get(0)?,
        frontier: row.get(1)?,
        mac: row.get(2)?,
        last_ms: row.get(3)?,
    })
}

fn check(stored: &StoredHead, key: &MacKey) -> Result<Frontier> {
    let frontier = Frontier::from_bytes(&stored.frontier).map_err(|_| Error::ForgedHead)?;
    if frontier.size() != stored.size || !key.verify_head(&frontier, &stored.mac) {
        return Err(Error::ForgedHead);
    }
    Ok(frontier)
}

/// Locks the head until the transaction ends.
pub(crate) fn lock(conn: &mut Conn, key: &MacKey) -> Result<Locked> {
    // SQLite's `BEGIN IMMEDIATE` has shut the others out already.
    let statement = if conn.writes_alone() { READ } else { LOCK };
    let stored = conn.one(statement, &[], row)?;
    Ok(Locked {
        frontier: check(&stored, key)?,
        last_ms: stored.last_ms,
    })
}

pub(crate) fn store(conn: &mut Conn, key: &MacKey, head: &Locked) -> Result<()> {
    let frontier = head.frontier.to_bytes();
    let mac = key.head(&head.frontier);
    conn.queue(
        STORE,
        params![head.frontier.size(), &frontier, &mac, head.last_ms],
    )
}

/// Makes the head of a new journal, or checks that the one that is there is ours.
pub(crate) fn start(conn: &mut Conn, key: &MacKey) -> Result<()> {
    conn.begin(Mode::Write)?;
    let outcome = begin(conn, key);
    match outcome {
        Ok(()) => conn.commit(),
        Err(error) => {
            conn.rollback();
            Err(error)
        }
    }
}

fn begin(conn: &mut Conn, key: &MacKey) -> Result<()> {
    let stored = match conn.opt(READ, &[], row)? {
        Some(stored) => stored,
        // Entries without a head: somebody removed it.
        None if conn.opt(ANY_ENTRY, &[], |row| row.get::<i64>(0))?.is_some() => {
            return Err(Error::ForgedHead);
        }
        None => {
            let empty = Frontier::new();
            conn.exec(START, params![&empty.to_bytes(), &key.head(&empty)])?;
            conn.one(READ, &[], row)?
        }
    };
    check(&stored, key).map(drop)
}

impl Read<'_> {
    /// The head, whose mark is checked.
    ///
    /// # Errors
    /// [`Error::ForgedHead`] if it is not this server's.
    pub fn head(&mut self) -> Result<StoredHead> {
        let stored = self.head_unchecked()?;
        check(&stored, self.mac)?;
        Ok(stored)
    }

    /// The head as it stands, for the verifier, which checks it itself.
    ///
    /// # Errors
    /// The store's own.
    pub fn head_unchecked(&mut self) -> Result<StoredHead> {
        self.conn.one(READ, &[], row)
    }
}
