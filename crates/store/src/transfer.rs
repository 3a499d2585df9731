//! Packages: a case's keys on their way from one group to another, sealed to the receiver's public key.

use crate::conn::value::{Row, codes, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{CaseId, GroupId, TransferId};

statements! {
    const PUT = "INSERT INTO package (transfer_id, case_id, from_group, to_group, sealed, at_ms, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    const SETTLE = "UPDATE package SET state = ?2, sealed = ?3 WHERE transfer_id = ?1 AND state = 1";
    const ONE = "SELECT transfer_id, case_id, from_group, to_group, sealed, at_ms, state FROM package
        WHERE transfer_id = ?1";
    const WAITING = "SELECT transfer_id, case_id, from_group, to_group, sealed, at_ms, state FROM package
        WHERE to_group = ?1 AND state = 1 ORDER BY at_ms, transfer_id";
    const OF_CASE = "SELECT transfer_id, case_id, from_group, to_group, sealed, at_ms, state FROM package
        WHERE case_id = ?1 ORDER BY at_ms, transfer_id";
}

codes! {
    /// How far a transfer is.
    PackageState {
        /// The receiver has it before them.
        Offered = 1,
        /// The receiver took it in.
        TakenIn = 2,
        /// The sender took it back.
        Recalled = 3,
        /// The receiver refused it.
        Refused = 4,
    }
}

/// A package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The transfer.
    pub transfer: TransferId,
    /// The case.
    pub case: CaseId,
    /// Who offers.
    pub from: GroupId,
    /// To whom.
    pub to: GroupId,
    /// The keys, sealed to the receiver; empty once the transfer is settled.
    pub sealed: Vec<u8>,
    /// When it was offered, UTC milliseconds.
    pub at_ms: i64,
    /// How far it is.
    pub state: PackageState,
}

fn row(row: &Row<'_>) -> Result<Package> {
    Ok(Package {
        transfer: row.get(0)?,
        case: row.get(1)?,
        from: row.get(2)?,
        to: row.get(3)?,
        sealed: row.get(4)?,
        at_ms: row.get(5)?,
        state: row.get(6)?,
    })
}

impl Read<'_> {
    /// A package.
    ///
    /// # Errors
    /// The store's own.
    pub fn package(&mut self, transfer: TransferId) -> Result<Option<Package>> {
        self.conn.opt(ONE, params![transfer], row)
    }

    /// What is offered to a group, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn packages_waiting(&mut self, to: GroupId) -> Result<Vec<Package>> {
        self.conn.all(WAITING, params![to], row)
    }

    /// Every transfer of a case, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn packages_of_case(&mut self, case: CaseId) -> Result<Vec<Package>> {
        self.conn.all(OF_CASE, params![case], row)
    }
}

impl Tx<'_> {
    /// Offers a package.
    ///
    /// # Errors
    /// [`Error::Conflict`](crate::Error::Conflict) if this transfer exists.
    pub fn put_package(&mut self, package: &Package) -> Result<()> {
        let Package {
            transfer,
            case,
            from,
            to,
            sealed,
            at_ms,
            state,
        } = package;
        self.conn
            .exec(
                PUT,
                params![*transfer, *case, *from, *to, sealed, *at_ms, *state],
            )
            .map(drop)
    }

    /// Ends an offer, and deletes the sealed keys in it. `false` if it was not open any more.
    ///
    /// # Errors
    /// The store's own.
    pub fn settle_package(&mut self, transfer: TransferId, state: PackageState) -> Result<bool> {
        Ok(self.conn.exec(SETTLE, params![transfer, state, &[]])? == 1)
    }
}
