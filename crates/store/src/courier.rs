//! Couriers: keys under which one session seals many messages to one group.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Scratch, Tx};
use safeconduct_domain::id::{CourierId, GroupId};

statements! {
    const PUT = "INSERT INTO courier (id, to_group, epoch, sealed, home, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO NOTHING";
    const TAKE_IN = "UPDATE courier SET home = ?2, sealed = ?3 WHERE id = ?1 AND home IS NULL";
    const RESEAL = "UPDATE courier SET home = ?2, epoch = ?3 WHERE id = ?1";
    const ONE = "SELECT id, to_group, epoch, sealed, home, at_ms FROM courier WHERE id = ?1";
    const WAITING = "SELECT id, to_group, epoch, sealed, home, at_ms FROM courier
        WHERE to_group = ?1 AND home IS NULL ORDER BY at_ms, id LIMIT ?2";
    const OF_GROUP = "SELECT id, to_group, epoch, sealed, home, at_ms FROM courier
        WHERE to_group = ?1 AND home IS NOT NULL ORDER BY at_ms, id";
}

/// A courier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCourier {
    /// Its name.
    pub id: CourierId,
    /// The group it is for.
    pub to: GroupId,
    /// The epoch of that group's key it is sealed to.
    pub epoch: u32,
    /// The key, sealed to the group's public key; empty once taken in.
    pub sealed: Vec<u8>,
    /// The key, kept under the group's own symmetric key, once taken in.
    pub home: Option<Vec<u8>>,
    /// When it was made, UTC milliseconds.
    pub at_ms: i64,
}

fn row(row: &Row<'_>) -> Result<StoredCourier> {
    Ok(StoredCourier {
        id: row.get(0)?,
        to: row.get(1)?,
        epoch: row.get(2)?,
        sealed: row.get(3)?,
        home: row.get(4)?,
        at_ms: row.get(5)?,
    })
}

impl Read<'_> {
    /// A courier.
    ///
    /// # Errors
    /// The store's own.
    pub fn courier(&mut self, id: CourierId) -> Result<Option<StoredCourier>> {
        self.conn.opt(ONE, params![id], row)
    }

    /// A group's couriers that nobody has taken in yet, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn couriers_waiting(&mut self, to: GroupId, limit: u32) -> Result<Vec<StoredCourier>> {
        self.conn.all(WAITING, params![to, limit], row)
    }

    /// A group's couriers that are at home, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn couriers_home(&mut self, to: GroupId) -> Result<Vec<StoredCourier>> {
        self.conn.all(OF_GROUP, params![to], row)
    }
}

impl Scratch<'_> {
    /// Writes a courier the first time one of its messages is written; after that it changes nothing.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_courier(&mut self, courier: &StoredCourier) -> Result<()> {
        let StoredCourier {
            id,
            to,
            epoch,
            sealed,
            home,
            at_ms,
        } = courier;
        self.conn.queue(
            PUT,
            params![*id, *to, *epoch, sealed, home.as_ref(), *at_ms],
        )
    }

    /// Keeps a courier's key under the group's own and forgets the one that travelled. `false` if that was done before.
    ///
    /// # Errors
    /// The store's own.
    pub fn take_in_courier(&mut self, id: CourierId, home: &[u8]) -> Result<bool> {
        Ok(self.conn.exec(TAKE_IN, params![id, home, &[]])? == 1)
    }
}

impl Tx<'_> {
    /// Seals a courier that is at home again, under the key of a new epoch.
    ///
    /// # Errors
    /// The store's own.
    pub fn reseal_courier(&mut self, id: CourierId, home: &[u8], epoch: u32) -> Result<()> {
        self.conn.queue(RESEAL, params![id, home, epoch])
    }
}
