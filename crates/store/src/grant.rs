//! Grants: a case's compartment keys, each sealed for one group under that group's own key.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::{CaseId, GroupId};

statements! {
    const PUT = "INSERT INTO case_grant (group_id, case_id, compartment, version, sealed, provisional)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (group_id, case_id, compartment, version)
        DO UPDATE SET sealed = excluded.sealed, provisional = excluded.provisional";
    const CONFIRM = "UPDATE case_grant SET provisional = 0 WHERE group_id = ?1 AND case_id = ?2";
    const DROP = "DELETE FROM case_grant WHERE group_id = ?1 AND case_id = ?2";
    const DROP_ONE = "DELETE FROM case_grant WHERE group_id = ?1 AND case_id = ?2 AND compartment = ?3";
    const OF_GROUP = "SELECT group_id, case_id, compartment, version, sealed, provisional FROM case_grant
        WHERE group_id = ?1 AND case_id = ?2 ORDER BY compartment, version";
    const OF_CASE = "SELECT group_id, case_id, compartment, version, sealed, provisional FROM case_grant
        WHERE case_id = ?1 ORDER BY group_id, compartment, version";
    const EVERY = "SELECT group_id, case_id, compartment, version, sealed, provisional FROM case_grant
        WHERE group_id = ?1 AND (case_id, compartment, version) > (?2, ?3, ?4)
        ORDER BY case_id, compartment, version LIMIT 500";
}

/// A grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The group that can open it.
    pub group: GroupId,
    /// The case.
    pub case: CaseId,
    /// Which of its keys.
    pub compartment: Compartment,
    /// Which version of that key.
    pub version: u32,
    /// The key, sealed under the group's own.
    pub sealed: Vec<u8>,
    /// Given with an offer that is not accepted yet.
    pub provisional: bool,
}

fn row(row: &Row<'_>) -> Result<Grant> {
    Ok(Grant {
        group: row.get(0)?,
        case: row.get(1)?,
        compartment: row.get(2)?,
        version: row.get(3)?,
        sealed: row.get(4)?,
        provisional: row.get(5)?,
    })
}

impl Read<'_> {
    /// What a group can open of a case.
    ///
    /// # Errors
    /// The store's own.
    pub fn grants(&mut self, group: GroupId, case: CaseId) -> Result<Vec<Grant>> {
        self.conn.all(OF_GROUP, params![group, case], row)
    }

    /// Who can open what of a case.
    ///
    /// # Errors
    /// The store's own.
    pub fn grants_of_case(&mut self, case: CaseId) -> Result<Vec<Grant>> {
        self.conn.all(OF_CASE, params![case], row)
    }

    /// Everything a group can open: for sealing it again under a new key.
    ///
    /// # Errors
    /// The store's own, and the closure's.
    pub fn each_grant(
        &mut self,
        group: GroupId,
        mut each: impl FnMut(Grant) -> Result<()>,
    ) -> Result<()> {
        let mut after = (Vec::new(), 0, 0);
        loop {
            let batch = self
                .conn
                .all(EVERY, params![group, &after.0, after.1, after.2], row)?;
            let Some(last) = batch.last() else {
                return Ok(());
            };
            after = (
                last.case.as_bytes().to_vec(),
                i64::from(last.compartment.code()),
                i64::from(last.version),
            );
            batch.into_iter().try_for_each(&mut each)?;
        }
    }
}

impl Tx<'_> {
    /// Writes a grant, new or sealed again.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_grant(&mut self, grant: &Grant) -> Result<()> {
        let Grant {
            group,
            case,
            compartment,
            version,
            sealed,
            provisional,
        } = grant;
        self.conn.forget(*case);
        self.conn.queue(
            PUT,
            params![*group, *case, *compartment, *version, sealed, *provisional],
        )
    }

    /// Makes a group's provisional grants of a case lasting.
    ///
    /// # Errors
    /// The store's own.
    pub fn confirm_grants(&mut self, group: GroupId, case: CaseId) -> Result<()> {
        self.conn.forget(case);
        self.conn.queue(CONFIRM, params![group, case])
    }

    /// Takes every key of a case from a group.
    ///
    /// # Errors
    /// The store's own.
    pub fn drop_grants(&mut self, group: GroupId, case: CaseId) -> Result<()> {
        self.conn.forget(case);
        self.conn.queue(DROP, params![group, case])
    }

    /// Takes one compartment's keys, all versions, from a group.
    ///
    /// # Errors
    /// The store's own.
    pub fn drop_grants_of(
        &mut self,
        group: GroupId,
        case: CaseId,
        compartment: Compartment,
    ) -> Result<()> {
        self.conn.forget(case);
        self.conn.queue(DROP_ONE, params![group, case, compartment])
    }
}
