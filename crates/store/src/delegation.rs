//! Delegations: who may decide what, from which day to which.

use crate::conn::value::{Row, params};
use crate::error::Result;
use crate::sql::statements;
use crate::tx::{Read, Tx};
use safeconduct_domain::id::{GroupId, ItemId, UserId};

statements! {
    const ADD = "INSERT INTO delegation (id, user_id, power, group_id, from_day, to_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    const END = "UPDATE delegation SET to_day = ?2 WHERE id = ?1";
    const ONE = "SELECT id, user_id, power, group_id, from_day, to_day FROM delegation WHERE id = ?1";
    const OF_USER = "SELECT id, user_id, power, group_id, from_day, to_day FROM delegation WHERE user_id = ?1 ORDER BY id";
    const EVERY = "SELECT id, user_id, power, group_id, from_day, to_day FROM delegation ORDER BY id";
}

/// A delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// Its identifier: decisions quote it.
    pub id: ItemId,
    /// To whom.
    pub user: UserId,
    /// What, in the domain's words.
    pub power: String,
    /// For the cases of which group; all if none.
    pub group: Option<GroupId>,
    /// The first day, `YYYY-MM-DD`.
    pub from_day: String,
    /// The last day, `YYYY-MM-DD`, if it ends.
    pub to_day: Option<String>,
}

fn row(row: &Row<'_>) -> Result<Delegation> {
    Ok(Delegation {
        id: row.get(0)?,
        user: row.get(1)?,
        power: row.get(2)?,
        group: row.get(3)?,
        from_day: row.get(4)?,
        to_day: row.get(5)?,
    })
}

impl Read<'_> {
    /// A delegation.
    ///
    /// # Errors
    /// The store's own.
    pub fn delegation(&mut self, id: ItemId) -> Result<Option<Delegation>> {
        self.conn.opt(ONE, params![id], row)
    }

    /// Somebody's delegations, past ones included.
    ///
    /// # Errors
    /// The store's own.
    pub fn delegations_of(&mut self, user: UserId) -> Result<Vec<Delegation>> {
        self.conn.all(OF_USER, params![user], row)
    }

    /// All delegations, past ones included.
    ///
    /// # Errors
    /// The store's own.
    pub fn delegations(&mut self) -> Result<Vec<Delegation>> {
        self.conn.all(EVERY, &[], row)
    }
}

impl Tx<'_> {
    /// Adds a delegation.
    ///
    /// # Errors
    /// [`Error::Constraint`](crate::Error::Constraint) if the account or the group is unknown.
    pub fn add_delegation(&mut self, delegation: &Delegation) -> Result<()> {
        let Delegation {
            id,
            user,
            power,
            group,
            from_day,
            to_day,
        } = delegation;
        self.conn
            .exec(
                ADD,
                params![*id, *user, power, *group, from_day, to_day.as_ref()],
            )
            .map(drop)
    }

    /// Sets the last day of a delegation. `false` if there is no such delegation.
    ///
    /// # Errors
    /// The store's own.
    pub fn end_delegation(&mut self, id: ItemId, to_day: &str) -> Result<bool> {
        Ok(self.conn.exec(END, params![id, to_day])? == 1)
    }
}
