//! Requests to be granted lost keys again: one key officer asks, a second one approves.

use crate::conn::value::{Row, codes, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{ItemId, UserId};

statements! {
    const ADD = "INSERT INTO regrant (id, user_id, asked_by, approved_by, state, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    const APPROVE = "UPDATE regrant SET state = 2, approved_by = ?2 WHERE id = ?1 AND state = 1 AND asked_by <> ?2
        AND user_id <> ?2";
    const SETTLE = "UPDATE regrant SET state = ?2 WHERE id = ?1 AND state < 3";
    const ONE = "SELECT id, user_id, asked_by, approved_by, state, at_ms FROM regrant WHERE id = ?1";
    const OF_USER = "SELECT id, user_id, asked_by, approved_by, state, at_ms FROM regrant WHERE user_id = ?1
        ORDER BY at_ms, id";
    const IN_STATE = "SELECT id, user_id, asked_by, approved_by, state, at_ms FROM regrant WHERE state = ?1
        ORDER BY at_ms, id";
}

codes! {
    /// How far a request is.
    RegrantState {
        /// One officer has asked.
        Asked = 1,
        /// A second one has approved.
        Approved = 2,
        /// The keys were granted again.
        Done = 3,
        /// It was refused or withdrawn.
        Refused = 4,
    }
}

/// A request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regrant {
    /// Its identifier.
    pub id: ItemId,
    /// Who lost their keys.
    pub user: UserId,
    /// The officer who checked who they are.
    pub asked_by: UserId,
    /// The officer who agreed: another one.
    pub approved_by: Option<UserId>,
    /// How far it is.
    pub state: RegrantState,
    /// When it was made, UTC milliseconds.
    pub at_ms: i64,
}

fn row(row: &Row<'_>) -> Result<Regrant> {
    Ok(Regrant {
        id: row.get(0)?,
        user: row.get(1)?,
        asked_by: row.get(2)?,
        approved_by: row.get(3)?,
        state: row.get(4)?,
        at_ms: row.get(5)?,
    })
}

impl Read<'_> {
    /// A request.
    ///
    /// # Errors
    /// The store's own.
    pub fn regrant(&mut self, id: ItemId) -> Result<Option<Regrant>> {
        self.conn.opt(ONE, params![id], row)
    }

    /// Requests for somebody, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn regrants_of(&mut self, user: UserId) -> Result<Vec<Regrant>> {
        self.conn.all(OF_USER, params![user], row)
    }

    /// Requests in a state, oldest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn regrants(&mut self, state: RegrantState) -> Result<Vec<Regrant>> {
        self.conn.all(IN_STATE, params![state], row)
    }
}

impl Tx<'_> {
    /// Adds a request.
    ///
    /// # Errors
    /// [`Error::Constraint`](crate::Error::Constraint) if an account is unknown or one officer stands for both.
    pub fn add_regrant(&mut self, regrant: &Regrant) -> Result<()> {
        let Regrant {
            id,
            user,
            asked_by,
            approved_by,
            state,
            at_ms,
        } = *regrant;
        self.conn
            .exec(ADD, params![id, user, asked_by, approved_by, state, at_ms])
            .map(drop)
    }

    /// A second officer agrees. `false` if it is not asked any more, or this officer asked it, or it is for them.
    ///
    /// # Errors
    /// The store's own.
    pub fn approve_regrant(&mut self, id: ItemId, officer: UserId) -> Result<bool> {
        Ok(self.conn.exec(APPROVE, params![id, officer])? == 1)
    }

    /// Ends a request. `false` if it had ended.
    ///
    /// # Errors
    /// The store's own.
    pub fn settle_regrant(&mut self, id: ItemId, state: RegrantState) -> Result<bool> {
        Ok(self.conn.exec(SETTLE, params![id, state])? == 1)
    }
}
