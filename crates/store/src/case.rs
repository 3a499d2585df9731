//! What is known of a case without any key: who holds it, how far it is in the coarsest words, when something is due.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::compartment::Class;
use safeconduct_domain::id::{CaseId, GroupId};

statements! {
    const PUT = "INSERT INTO case_state (case_id, holder, offered_to, class, due_ms, opened_ms, changed_seq)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (case_id) DO UPDATE SET holder = excluded.holder, offered_to = excluded.offered_to,
            class = excluded.class, due_ms = excluded.due_ms, opened_ms = excluded.opened_ms,
            changed_seq = excluded.changed_seq";
    const ONE = "SELECT case_id, holder, offered_to, class, due_ms, opened_ms, changed_seq FROM case_state
        WHERE case_id = ?1";
    const HELD = "SELECT case_id, holder, offered_to, class, due_ms, opened_ms, changed_seq FROM case_state
        WHERE holder = ?1 ORDER BY case_id";
    const DUE = "SELECT case_id, holder, offered_to, class, due_ms, opened_ms, changed_seq FROM case_state
        WHERE due_ms < ?1 ORDER BY due_ms, case_id LIMIT ?2";
    const EVERY = "SELECT case_id, holder, offered_to, class, due_ms, opened_ms, changed_seq FROM case_state
        WHERE case_id > ?1 ORDER BY case_id LIMIT 500";
}

/// A case's clear state: a projection of the clear headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseState {
    /// The case.
    pub case: CaseId,
    /// The group that holds it.
    pub holder: GroupId,
    /// The group it is offered to, while a transfer is open.
    pub offered_to: Option<GroupId>,
    /// The coarse class of its stage.
    pub class: Class,
    /// When something is due, UTC milliseconds.
    pub due_ms: Option<i64>,
    /// When it was opened here, UTC milliseconds.
    pub opened_ms: i64,
    /// The position of the entry that changed this state last.
    pub changed_seq: u64,
}

fn row(row: &Row<'_>) -> Result<CaseState> {
    Ok(CaseState {
        case: row.get(0)?,
        holder: row.get(1)?,
        offered_to: row.get(2)?,
        class: row.get(3)?,
        due_ms: row.get(4)?,
        opened_ms: row.get(5)?,
        changed_seq: row.get(6)?,
    })
}

impl Read<'_> {
    /// The state of a case.
    ///
    /// # Errors
    /// The store's own.
    pub fn case_state(&mut self, case: CaseId) -> Result<Option<CaseState>> {
        self.conn.opt(ONE, params![case], row)
    }

    /// The cases a group holds, in no meaningful order. Walks all cases: for a rebuild.
    ///
    /// # Errors
    /// The store's own.
    pub fn cases_held(&mut self, holder: GroupId) -> Result<Vec<CaseState>> {
        self.conn.all(HELD, params![holder], row)
    }

    /// Cases with something due before a moment, the most urgent first.
    ///
    /// # Errors
    /// The store's own.
    pub fn cases_due(&mut self, before_ms: i64, limit: u32) -> Result<Vec<CaseState>> {
        self.conn.all(DUE, params![before_ms, limit], row)
    }

    /// Every case, by identifier.
    ///
    /// # Errors
    /// The store's own, and the closure's.
    pub fn each_case_state(&mut self, mut each: impl FnMut(CaseState) -> Result<()>) -> Result<()> {
        let mut after = Vec::new();
        loop {
            let batch = self.conn.all(EVERY, params![&after], row)?;
            let Some(last) = batch.last() else {
                return Ok(());
            };
            after = last.case.as_bytes().to_vec();
            batch.into_iter().try_for_each(&mut each)?;
        }
    }
}

impl Tx<'_> {
    /// Writes the state of a case, new or changed.
    ///
    /// # Errors
    /// The store's own.
    pub fn put_case_state(&mut self, state: &CaseState) -> Result<()> {
        let CaseState {
            case,
            holder,
            offered_to,
            class,
            due_ms,
            opened_ms,
            changed_seq,
        } = *state;
        self.conn.queue(
            PUT,
            params![
                case,
                holder,
                offered_to,
                class,
                due_ms,
                opened_ms,
                changed_seq
            ],
        )
    }
}
